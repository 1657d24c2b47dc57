"""Posting: a paper gets its number, its rows and its link in the chain, all in one transaction.

Ids come from the ledgers' head, so that every row is known before it is written and the hash
covers exactly what stands in the database: `verify` reads the same columns again. The same
sender's id posted twice answers with the first result (LEDGER L-48).
"""

from dataclasses import dataclass, field
from typing import Any, Final

from erp_desktop.core import chain, clock, errors
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services.finance import journal
from erp_desktop.services.paper import Line, Moved, Paper, Posted
from erp_desktop.services.shop.numbering import number_form
from erp_desktop.services.stock import appending, ledger
from erp_desktop.services.stock.places import place, places

DOCUMENT_COLUMNS: Final = (
    "id, kind, number, external_id, sequence, happened_at, booked_on, due_on, partner_id, "
    "partner_name, partner_address, place_id, to_place_id, of_id, reverses_id, reference, reason, "
    "note, tax_included, discount, net, tax, total, user_id, posted_at, batch_id"
)
LINE_COLUMNS: Final = (
    "id, document_id, position, product_id, sku, name, quantity, unit, factor, price, percent_off, "
    "off, discount, rate, net, tax, answers_id, place_id, counted, expected, happened_at, lot, "
    "expires_on, note, bin_id, pieces, rejected, serials, reason, promotion, "
    "unit_price"
)
LINE_CONTENT: Final = 24  # columns that every line's content has; the later ones where they are set
_DOCUMENT: Final = (
    f"INSERT INTO document ({DOCUMENT_COLUMNS}, state, hash) VALUES ("  # noqa: S608
    + "?, " * 27 + "?)"
)  # fmt: skip
_LINE: Final = f"INSERT INTO document_line ({LINE_COLUMNS}) VALUES (" + "?, " * 30 + "?)"  # noqa: S608
_PAYMENT: Final = (
    "INSERT INTO payment (document_id, position, method, amount, given) VALUES (?, ?, ?, ?, ?)"
)
_SETTLES: Final = (
    "INSERT INTO allocation (document_id, invoice_id, amount, caused_by_id) VALUES (?, ?, ?, ?)"
)

AT_TILL: Final = frozenset({Kind.SALE, Kind.SALES_RETURN, Kind.CASH_MOVE})
PAYMENTS: Final = frozenset({Kind.PAYMENT_IN, Kind.PAYMENT_OUT})
# whose cash is the safe's unless a drawer was named
BY_CHOICE: Final = frozenset({Kind.EXPENSE, Kind.MONEY_TRANSFER})


@dataclass(slots=True)
class _Head:
    """The ledgers' head while this posting moves it on."""

    sequence: int
    document_id: int
    line_id: int
    move_id: int
    entry_id: int
    journal_id: int
    hash: str = field(repr=False)


def post(books: Books, paper: Paper) -> Posted:
    """Write the paper whole. Raises what its goods or its date refuse; then nothing was written."""
    clock.reasonable(paper.at)
    if paper.draft_id is not None:
        drop_draft(books, paper.draft_id)
    head = _Head(*books.row(
        "SELECT sequence, document_id, line_id, move_id, entry_id, journal_id, hash "
        "FROM ledger_head WHERE id = 1"
    ) or ())  # fmt: skip
    first_open = _first_open(books)
    day = max(clock.day_of(paper.at), first_open)
    document_id, sequence = paper.draft_id or head.document_id + 1, head.sequence + 1
    number = next_number(books, paper.kind, day)
    stock = appending.Head(
        document_id, sequence, head.line_id + 1, head.move_id + 1, head.entry_id + 1,
        first_open, day,
    )  # fmt: skip
    bookings = journal.empty()
    for leg in paper.legs:
        bookings[day][leg.role, leg.partner_id, 0] += leg.amount
    rows = ledger.plan(books, paper, stock, bookings)
    entries, booked = journal.plan(books, bookings, document_id, head.journal_id + 1)
    document = document_row(paper, document_id, number, sequence, day, books.user_id)
    lines = [
        _line(line, head.line_id + at, document_id, at) for at, line in enumerate(paper.lines, 1)
    ]
    payments = _payments(paper, document_id)
    settles = [(s.by_id or document_id, s.invoice_id, s.amount, document_id) for s in paper.settles]
    content = [document, _lines_content(lines), payments, settles]
    content += [ledger.moves_content(rows), rows.entries, entries, booked]
    head.hash = chain.link(head.hash, content)
    books.run(_DOCUMENT, (*document, paper.state, head.hash))
    books.many(_LINE, lines)
    books.many(_PAYMENT, payments)
    books.many(_SETTLES, settles)
    ledger.write(books, rows)
    journal.write(books, entries, booked)
    _move_on(books, head, document_id, len(lines), stock, len(entries), sequence)
    _enlist(books, paper, document_id)
    return Posted(document_id, number, tuple(rows.moved), tuple(rows.warnings))


def _payments(paper: Paper, document_id: int) -> list[tuple[Any, ...]]:
    return [(document_id, at, p.method, p.amount, p.given)
            for at, p in enumerate(paper.payments, 1)]  # fmt: skip


def _lines_content(lines: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [chain.trimmed(line, LINE_CONTENT) for line in lines]


def _enlist(books: Books, paper: Paper, document_id: int) -> None:
    """What is sold, given back or paid in cash at a till belongs to the shift that runs there."""
    kind = paper.kind
    if kind is Kind.REVERSAL:
        kind = Kind(books.value("SELECT kind FROM document WHERE id = ?", (paper.reverses_id,)))
        if kind in BY_CHOICE:
            _put_back(books, document_id, paper.reverses_id)
    cash = any(paid.method == "cash" for paid in paper.payments)
    here = kind in AT_TILL or (cash and kind in PAYMENTS)
    if books.till and here and paper.batch_id is None:
        books.run(
            "INSERT INTO shift_paper (document_id, shift_id) SELECT ?, id FROM till_shift "
            "WHERE till = ? AND closed_at IS NULL",
            (document_id, books.till),
        )


def _put_back(books: Books, document_id: int, reversed_id: int | None) -> None:
    """Cash that a paper took out of a till's drawer is put back into it, where a shift runs."""
    books.run(
        "INSERT INTO shift_paper (document_id, shift_id) SELECT ?, n.id FROM shift_paper p "
        "JOIN till_shift s ON s.id = p.shift_id JOIN till_shift n ON n.till = s.till "
        "WHERE p.document_id = ? AND n.closed_at IS NULL",
        (document_id, reversed_id),
    )


def _first_open(books: Books) -> int:
    closed = books.closed_through
    return clock.day_after(closed) if closed else 0


def _move_on(  # noqa: PLR0913, PLR0917  (private: the counters of one posting)
    books: Books,
    head: _Head,
    document_id: int,
    lines: int,
    stock: appending.Head,
    entries: int,
    sequence: int,
) -> None:
    books.run(
        "UPDATE ledger_head SET sequence = ?, document_id = ?, line_id = ?, move_id = ?, "
        "entry_id = ?, journal_id = ?, hash = ? WHERE id = 1",
        (
            sequence,
            max(document_id, head.document_id),
            head.line_id + lines,
            stock.next_move - 1,
            stock.next_entry - 1,
            head.journal_id + entries,
            head.hash,
        ),
    )


def next_number(books: Books, kind: Kind, day: int) -> str:
    """The next number of the kind's series: gapless, given at posting (LEDGER L-78)."""
    form = number_form(books, kind)
    period = form.period(day)
    taken = books.value(
        "INSERT INTO number_series (kind, year, next) VALUES (?, ?, 2) "
        "ON CONFLICT (kind, year) DO UPDATE SET next = number_series.next + 1 RETURNING next - 1",
        (kind, period),
    )
    return form.number(period, taken)


def document_row(
    paper: Paper,
    document_id: int,
    number: str | None,
    sequence: int | None,
    day: int,
    user_id: int | None,
) -> tuple[Any, ...]:
    """The header as it stands in the database, in the order of DOCUMENT_COLUMNS."""
    return (
        document_id, str(paper.kind), number, paper.external_id, sequence, paper.at, day,
        paper.due_on, paper.partner_id, paper.partner_name, paper.partner_address, paper.place_id,
        paper.to_place_id, paper.of_id, paper.reverses_id, paper.reference, paper.reason,
        paper.note, paper.tax_included, paper.discount, paper.net, paper.tax, paper.total,
        user_id, clock.now(), paper.batch_id,
    )  # fmt: skip


def _line(line: Line, line_id: int, document_id: int, position: int) -> tuple[Any, ...]:
    return (
        line_id, document_id, position, line.product_id, line.sku, line.name, line.quantity,
        line.unit, line.factor, line.price, line.percent_off,
        line.off, line.discount, line.rate, line.net,
        line.tax, line.answers_id, line.place_id, line.counted, line.expected, line.happened_at,
        line.lot, line.expires_on, line.note, line.bin_id, line.pieces, line.rejected,
        line.serials, line.reason, line.promotion, line.unit_price,
    )  # fmt: skip


def write_draft(
    books: Books, row: tuple[Any, ...], lines: list[Line], draft_id: int, version: int
) -> None:
    """Write a document that is not posted yet: no number, no place in the chain."""
    books.run(_DOCUMENT, (*row, str(State.DRAFT), None))
    books.run("UPDATE document SET version = ? WHERE id = ?", (version, draft_id))
    first = books.value("SELECT line_id FROM ledger_head WHERE id = 1") + 1
    books.many(_LINE, [_line(line, first + at, draft_id, at + 1) for at, line in enumerate(lines)])
    books.run("UPDATE ledger_head SET line_id = line_id + ? WHERE id = 1", (len(lines),))


def drop_draft(books: Books, draft_id: int) -> None:
    """A draft's rows give way (to the posted ones, which keep its id). Raises ChangedMeanwhile."""
    if books.value("SELECT state FROM document WHERE id = ?", (draft_id,)) != State.DRAFT:
        raise errors.ChangedMeanwhile(draft_id)
    books.run("DELETE FROM document_line WHERE document_id = ?", (draft_id,))
    books.run("DELETE FROM document WHERE id = ?", (draft_id,))


def posted_before(books: Books, external_id: str | None) -> Posted | None:
    """The first result of the same sender's id, if it was posted already."""
    if not external_id:
        return None
    found = books.row("SELECT id, number FROM document WHERE external_id = ?", (external_id,))
    if found is None:
        return None
    return Posted(found[0], found[1], _moves_of(books, found[0]), (), again=True)


def _moves_of(books: Books, document_id: int) -> tuple[Moved, ...]:
    """What a document's own posting moved, as it was answered then: its goods, and the counts
    whose difference it changed."""
    known, moved = places(books), []
    for sku, source, target, quantity, cost in books.rows(
        "SELECT p.sku, m.source_id, m.target_id, m.quantity, "
        "COALESCE((SELECT SUM(e.amount) FROM stock_value_entry e WHERE e.move_id = m.id "
        "AND e.kind = 'cost' AND e.caused_by_id = m.caused_by_id), 0) "
        "FROM stock_move m JOIN product p ON p.id = m.product_id "
        "WHERE (m.document_id = ? AND m.caused_by_id = m.document_id) "
        "OR (m.caused_by_id = ? AND m.caused_by_id <> m.document_id) ORDER BY m.id",
        (document_id, document_id),
    ):
        for place_id, sign in ((source, -1), (target, 1)):
            if known.get(place_id, place(books, place_id)).own:
                code = known[place_id].code
                moved.append(Moved(sku, code, sign * quantity, sign * cost))
    return tuple(moved)


def set_state(books: Books, document_id: int, state: State) -> None:
    """Move a document's life on; the row's content is never touched."""
    books.run(
        "UPDATE document SET state = ?, version = version + 1 WHERE id = ?", (state, document_id)
    )
