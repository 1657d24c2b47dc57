"""The chain read again: every posted document in order, hashed as `services.posting` hashed it.

A hash covers all that one posting wrote: header, lines, payments, settlements, moves, value
entries, journal. So a changed byte shows at its document, a missing or slipped-in document shows
as a break, and a row that no posting wrote shows as a stray. Documents are read in stretches with
one question a table, so that a million movements take seconds.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain as joined
from typing import Any, Final

from erp_desktop.core import chain
from erp_desktop.core.numbering import place_of
from erp_desktop.core.states import ORDERS, PREFIX, Kind, State
from erp_desktop.models.books import Books, Row
from erp_desktop.reports.findings import Findings
from erp_desktop.reports.integrity_money import check_money
from erp_desktop.services.posting import DOCUMENT_COLUMNS, LINE_COLUMNS, LINE_CONTENT
from erp_desktop.services.stock.ledger import MOVE_CONTENT

# Every text put into the SQL below is from our own code.
# ruff: noqa: S608

STRETCH: Final = 2_000
MOVE_COLUMNS: Final = (
    "id, document_id, line_id, product_id, source_id, target_id, quantity, happened_at, sequence, "
    "booked_on, answers_id, counted, lot_id, caused_by_id, source_bin_id, target_bin_id, pieces"
)
_ALLOWED: Final = {
    True: frozenset({State.CONFIRMED, State.CLOSED, State.CANCELLED}),
    False: frozenset({State.POSTED, State.REVERSED}),
}


def _of(alias: str, columns: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in columns.split(", "))


_IN = "WHERE d.sequence BETWEEN ? AND ?"
_DOCUMENTS = (
    f"SELECT {_of('d', DOCUMENT_COLUMNS)}, d.state, d.hash, o.kind, o.state, r.id "
    "FROM document d LEFT JOIN document o ON o.id = d.reverses_id "
    f"LEFT JOIN document r ON r.reverses_id = d.id {_IN} ORDER BY d.sequence"
)
# CROSS JOIN keeps SQLite from reading the big table first; it means the same everywhere.
_LINES = (
    f"SELECT {_of('l', LINE_COLUMNS)} FROM document d "
    f"CROSS JOIN document_line l {_IN} AND l.document_id = d.id"
)
_PAYMENTS = (
    "SELECT p.document_id, p.position, p.method, p.amount, p.given FROM document d "
    f"CROSS JOIN payment p {_IN} AND p.document_id = d.id"
)
_MOVES = (
    f"SELECT {_of('m', MOVE_COLUMNS)} FROM document d "
    f"CROSS JOIN stock_move m {_IN} AND m.document_id = d.id AND m.caused_by_id = m.document_id"
)
_CAUSED_MOVES = (
    f"SELECT {_of('m', MOVE_COLUMNS)} FROM document d "
    f"CROSS JOIN stock_move m {_IN} AND m.caused_by_id = d.id AND m.caused_by_id <> m.document_id"
)
_ENTRIES = (
    "SELECT e.id, e.move_id, e.kind, e.amount, e.caused_by_id, e.booked_on, "
    "m.source_id, m.target_id, m.document_id FROM document d CROSS JOIN stock_value_entry e "
    f"LEFT JOIN stock_move m ON m.id = e.move_id {_IN} AND e.caused_by_id = d.id"
)
_JOURNAL = (
    "SELECT j.id, j.document_id, j.booked_on FROM document d "
    f"CROSS JOIN journal_entry j {_IN} AND j.document_id = d.id"
)
_JOURNAL_LINES = (
    "SELECT l.entry_id, l.position, l.account_id, l.partner_id, l.amount, l.by_stock, "
    f"j.document_id FROM document d CROSS JOIN journal_entry j CROSS JOIN journal_line l {_IN} "
    "AND j.document_id = d.id AND l.entry_id = j.id"
)
_STATE, _HASH, _ORIGIN_KIND, _ORIGIN_STATE, _REVERSAL = -5, -4, -3, -2, -1
Groups = dict[int, list[Row]]


class Written:
    """All that the postings of one stretch of the chain wrote, by document."""

    def __init__(self, books: Books, first: int, last: int, allocations: Groups) -> None:
        ends = (first, last)
        self.documents = books.rows(_DOCUMENTS, ends)
        self.lines = _grouped(books.rows(_LINES, ends), 1)
        self.payments = _grouped(books.rows(_PAYMENTS, ends), 0)
        self.moves = _grouped(joined(books.rows(_MOVES, ends), books.rows(_CAUSED_MOVES, ends)), 13)
        self.entries = _grouped(books.rows(_ENTRIES, ends), 4)
        self.journal = _grouped(books.rows(_JOURNAL, ends), 1)
        self.journal_lines = _grouped(books.rows(_JOURNAL_LINES, ends), 6)
        self.allocations = allocations

    def content(self, document: Row) -> list[Any]:
        """What the hash of a document covers, in the order it was written."""
        at = document[0]
        return [
            document[:_STATE],
            [
                chain.trimmed(row, LINE_CONTENT)
                for row in sorted(self.lines.get(at, ()), key=_first)
            ],
            sorted(self.payments.get(at, ())),
            [row[1:] for row in sorted(self.allocations.get(at, ()))],
            [
                chain.trimmed(row, MOVE_CONTENT)
                for row in sorted(self.moves.get(at, ()), key=_first)
            ],
            [row[:6] for row in sorted(self.entries.get(at, ()))],
            sorted(self.journal.get(at, ())),
            [row[:6] for row in sorted(self.journal_lines.get(at, ()), key=_place)],
        ]

    def size(self) -> Iterator[tuple[str, int]]:
        """How many rows of each table were read."""
        yield "documents", len(self.documents)
        for name, groups in (
            ("lines", self.lines), ("payments", self.payments), ("movements", self.moves),
            ("value_entries", self.entries), ("journal_entries", self.journal),
            ("journal_lines", self.journal_lines),
        ):  # fmt: skip
            yield name, sum(map(len, groups.values()))


def _grouped(rows: Any, key: int) -> Groups:
    groups: Groups = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def _first(row: Row) -> Any:
    return row[0]


def _place(row: Row) -> tuple[int, int]:
    return row[0], row[1]


def check_papers(findings: Findings) -> None:
    """Read the chain from the first document to the last and compare."""
    books = findings.books
    allocations = _grouped(
        books.rows("SELECT id, document_id, invoice_id, amount, caused_by_id FROM allocation"), 4
    )
    reading = _Chain(findings)
    for first, last in _stretches(books):
        written = Written(books, first, last, allocations)
        for document in written.documents:
            if reading.check(document, written):
                check_money(findings, document, written.entries, written.journal_lines,
                            written.journal, written.payments)  # fmt: skip
        for name, count in written.size():
            findings.count(name, count)
            findings.move_on(count)
    seen = {row[0] for row in books.rows("SELECT id FROM document WHERE sequence IS NOT NULL")}
    findings.count("allocations", sum(len(rows) for at, rows in allocations.items() if at in seen))
    reading.check_head()
    check_strays(findings)


def _stretches(books: Books) -> Iterator[tuple[int, int]]:
    """The chain in pieces, whatever its sequence numbers say."""
    ends = [
        row[0]
        for row in books.rows(
            "SELECT sequence FROM document WHERE sequence IS NOT NULL ORDER BY sequence"
        )
    ]
    for at in range(0, len(ends), STRETCH):
        yield ends[at], ends[min(at + STRETCH, len(ends)) - 1]


class _Chain:
    """Where the chain stands while it is read."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.sequence = 0
        self.hashes: set[str] = {chain.GENESIS}  # of the document before: stored and recomputed
        self.stored = chain.GENESIS
        self.numbers: dict[str, int] = {}  # the last number of each series

    def check(self, document: Row, written: Written) -> bool:
        """Compare one document with its hash; is it as it was posted?"""
        called = document[2] or f"#{document[0]}"
        if document[4] != self.sequence + 1:
            self.findings.add(
                called, "documents before this one are missing", document[4], self.sequence + 1
            )
        content = written.content(document)
        stored = document[_HASH] or ""
        links = {chain.link(before, content) for before in self.hashes}
        intact = stored in links
        if not intact:
            self.findings.add(
                called, "the document was changed after it was posted", stored, min(links)
            )
        self.hashes, self.stored = links | {stored}, stored
        self.sequence = document[4]
        self._check_number(called, document[1], document[2] or "")
        self._check_state(called, document)
        return intact

    def _check_number(self, called: str, kind: str, number: str) -> None:
        """Numbers are gapless in each kind and period, in the order of posting (LEDGER L-78)."""
        period, found = place_of(number)
        series = _series(kind, period)
        expected = self.numbers.get(series, 0) + 1
        if found != expected:
            self.findings.add(called, "the number does not follow the one before", found, expected)
        self.numbers[series] = max(found, expected)

    def _check_state(self, called: str, document: Row) -> None:
        state, reversal = document[_STATE], document[_REVERSAL]
        if state not in _ALLOWED[document[1] in ORDERS]:
            self.findings.add(called, "the state does not fit the document", state, State.POSTED)
        elif (state == State.REVERSED) != (reversal is not None):
            wanted = State.POSTED if reversal is None else State.REVERSED
            self.findings.add(called, "the state does not fit the document", state, wanted)
        if document[1] == Kind.REVERSAL and document[_ORIGIN_STATE] != State.REVERSED:
            self.findings.add(
                called, "it reverses a document that is not reversed", document[_ORIGIN_STATE],
                State.REVERSED,
            )  # fmt: skip

    def check_head(self) -> None:
        """The ledgers' head must say what the last document says."""
        head = self.findings.books.row("SELECT sequence, hash FROM ledger_head WHERE id = 1")
        last = self.findings.books.value(
            "SELECT number FROM document WHERE sequence = ?", (self.sequence,)
        )
        if head is None or head[0] != self.sequence:
            self.findings.add(
                last or "", "documents at the end are missing", head and head[0], self.sequence
            )
        elif head[1] != self.stored:
            self.findings.add(
                last or "", "the head of the ledgers was changed", head[1], self.stored
            )
        self._check_series()

    def _check_series(self) -> None:
        rows = self.findings.books.rows("SELECT kind, year, next FROM number_series")
        stored = {_series(kind, period): int(following) - 1 for kind, period, following in rows}
        for series in sorted(stored.keys() | self.numbers.keys()):
            was, now = stored.get(series, 0), self.numbers.get(series, 0)
            if was != now:
                self.findings.add(
                    "", "the number series was changed, or documents are missing", was, now, series
                )


_PREFIXES: Final = {kind.value: prefix for kind, prefix in PREFIX.items()}


def _series(kind: str, period: int) -> str:
    """What a series is called: by its usual prefix, whatever its numbers look like."""
    return f"{_PREFIXES.get(kind, kind)}-{period}"


# Rows that no posting in the chain wrote: what they are, the table, the column that says who
# wrote them, and the one that says which document they stand on.
_POSTED = "(SELECT id FROM document WHERE sequence IS NOT NULL)"
_STRAYS: Final = (
    ("lines", "document_line", "document_id", "document_id"),
    ("payments", "payment", "document_id", "document_id"),
    ("allocations", "allocation", "caused_by_id", "document_id"),
    ("movements", "stock_move", "caused_by_id", "document_id"),
    ("value_entries", "stock_value_entry", "caused_by_id", "caused_by_id"),
    ("journal_entries", "journal_entry", "document_id", "document_id"),
)


def check_strays(findings: Findings) -> None:
    """Lines, moves, entries … without a posted document; drafts have lines only."""
    books = findings.books
    for name, table, key, names in _STRAYS:
        drafts = " AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = t.document_id)"
        where = f"t.{key} NOT IN {_POSTED}" + (drafts if name == "lines" else "")
        rows = books.rows(f"SELECT t.{names}, count(*) FROM {table} t WHERE {where} GROUP BY 1")
        for document_id, count in rows:
            findings.add(
                findings.number_of(document_id), "rows without a posted document", count, 0, table
            )
    lost = books.value(
        "SELECT count(*) FROM journal_line l LEFT JOIN journal_entry e ON e.id = l.entry_id "
        "WHERE e.id IS NULL"
    )
    if lost:
        findings.add("", "rows without a posted document", lost, 0, "journal_line")
    for document_id, state in books.rows(
        "SELECT id, state FROM document WHERE sequence IS NULL AND state <> 'draft'"
    ):
        findings.add(
            findings.number_of(document_id), "the document has no place in the chain", state,
            State.DRAFT,
        )  # fmt: skip
