"""Reading documents back: what a paper says, and how much of each line was answered since.

"Partly received" and its like are never stored: they are the sum of the posted lines that answer
a line. Reversed documents do not count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.allocation import shared
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books, Row, marks
from erp_desktop.services.paper import Revalue


class LineRow(NamedTuple):
    """A line as it stands in the books (whole parts)."""

    id: int
    position: int
    product_id: int | None
    sku: str
    name: str
    quantity: int
    unit: str
    factor: int
    price: int
    percent_off: int
    off: int
    discount: int
    rate: int
    net: int
    tax: int
    answers_id: int | None
    place_id: int | None
    counted: int | None
    expected: int | None
    lot: str | None
    expires_on: int | None
    note: str
    kind: str  # of the product: goods, service or kit
    rejected: int | None = None
    reason: str | None = None
    promotion: int | None = None
    pieces: int | None = None
    unit_price: int | None = None
    stock_unit: str = ""  # what the product is counted in


class Header(NamedTuple):
    """A document's header as it stands in the books."""

    id: int
    kind: Kind
    state: str
    number: str | None
    external_id: str | None
    sequence: int | None
    happened_at: int
    booked_on: int
    due_on: int | None
    partner_id: int | None
    partner_name: str
    partner_address: str
    place_id: int | None
    to_place_id: int | None
    of_id: int | None
    reverses_id: int | None
    reference: str
    reason: str
    note: str
    tax_included: int
    discount: int
    net: int
    tax: int
    total: int
    version: int

    @property
    def called(self) -> str:
        """What people call it: its number, or the draft's id."""
        return self.number or f"#{self.id}"


@dataclass(frozen=True, slots=True)
class Record:
    """A document with its lines."""

    header: Header
    lines: tuple[LineRow, ...]


_HEADER = (
    "SELECT id, kind, state, number, external_id, sequence, happened_at, booked_on, due_on, "
    "partner_id, partner_name, partner_address, place_id, to_place_id, of_id, reverses_id, "
    "reference, reason, note, tax_included, discount, net, tax, total, version FROM document "
)
LINE_ROWS = (
    "SELECT l.id, l.position, l.product_id, l.sku, l.name, l.quantity, l.unit, l.factor, l.price, "
    "l.percent_off, l.off, l.discount, l.rate, l.net, l.tax, l.answers_id, l.place_id, l.counted, "
    "l.expected, l.lot, l.expires_on, l.note, COALESCE(p.kind, 'service'), "
    "l.rejected, l.reason, l.promotion, l.pieces, l.unit_price, COALESCE(p.unit, '') "
    "FROM document_line l LEFT JOIN product p ON p.id = l.product_id "
)
_LINES = LINE_ROWS + "WHERE l.document_id = ? ORDER BY l.position"


def header(books: Books, document_id: int) -> Header:
    """One document's header. Raises UnknownDocument."""
    row = books.row(_HEADER + "WHERE id = ?", (document_id,))
    if row is None:
        raise errors.UnknownDocument(document_id)
    return Header(row[0], Kind(row[1]), *row[2:])


def record(books: Books, document_id: int) -> Record:
    """One document with its lines. Raises UnknownDocument."""
    lines = tuple(LineRow(*row) for row in books.rows(_LINES, (document_id,)))
    return Record(header(books, document_id), lines)


def find_document(books: Books, reference: str) -> int:
    """The document with this number or sender's id. Raises UnknownDocument."""
    found = books.value("SELECT id FROM document WHERE external_id = ?", (reference,))
    found = found or books.value("SELECT id FROM document WHERE number = ?", (reference,))
    if found is None:
        raise errors.UnknownDocument(reference)
    return int(found)


def require(head: Header, kinds: Iterable[Kind], states: Sequence[str]) -> None:
    """Raises WrongDocument unless the document is of one of these kinds, in one of these states."""
    if head.kind not in set(kinds) or head.state not in states:
        raise errors.WrongDocument(head.called, head.kind, head.state)


class Answered(NamedTuple):
    """What posted lines of certain kinds took of a line so far."""

    quantity: int = 0
    net: int = 0
    tax: int = 0


def answered(books: Books, line_ids: Sequence[int], kinds: Sequence[Kind]) -> dict[int, Answered]:
    """By answered line: the sums of the posted lines of `kinds` that answer it."""
    return {
        row[0]: Answered(*row[1:])
        for row in books.among(
            "SELECT l.answers_id, SUM(l.quantity), SUM(l.net), SUM(l.tax) FROM document_line l "  # noqa: S608
            "JOIN document d ON d.id = l.document_id WHERE l.answers_id IN ({}) "
            f"AND d.state IN ('posted', 'closed', 'confirmed') AND d.kind IN ({marks(kinds)}) "
            "GROUP BY l.answers_id",
            line_ids,
            after=[*map(str, kinds)],
        )
    }


def _moves_of(books: Books, columns: str, line_ids: Sequence[int], ending: str) -> list[Row]:
    """The moves of lines; found by their documents, which have an index."""
    return books.among(
        f"SELECT {columns} FROM stock_move WHERE document_id IN "  # noqa: S608
        "(SELECT document_id FROM document_line WHERE id IN ({})) AND line_id IN ({}) " + ending,
        line_ids,
    )


def moves_of_lines(books: Books, line_ids: Sequence[int]) -> dict[int, tuple[int, int, int, int]]:
    """By line: its move's id, source, target and day of the books (the first move of the line)."""
    found: dict[int, tuple[int, int, int, int]] = {}
    columns = "line_id, id, source_id, target_id, booked_on"
    for line_id, *move in _moves_of(books, columns, line_ids, "ORDER BY id"):
        found.setdefault(line_id, (move[0], move[1], move[2], move[3]))
    return found


def revalued(
    books: Books, line_ids: Sequence[int], role: str, more: Mapping[int, int]
) -> list[Revalue]:
    """The received lines are worth so much more, against `role`: over their lots by quantity."""
    moves: dict[int, list[tuple[int, ...]]] = {}
    columns = "line_id, id, product_id, quantity, booked_on"
    for line_id, *move in _moves_of(books, columns, line_ids, "ORDER BY id"):
        moves.setdefault(line_id, []).append(tuple(move))
    found = []
    for line_id, mine in moves.items():
        shares = shared(more.get(line_id, 0), [move[2] for move in mine], books.minor)
        found += [
            Revalue(move_id, product_id, share, role, day)
            for (move_id, product_id, _, day), share in zip(mine, shares, strict=True)
            if share
        ]
    return found


class LineMove(NamedTuple):
    """One of the moves a line made: a kit's line has one for each of its parts."""

    id: int
    product_id: int
    quantity: int

    def share(self, row: LineRow, before: int, part: int) -> int:
        """What of it belongs to `part` of the line's quantity, `before` being taken already."""
        done = self.quantity * before // row.quantity
        return self.quantity * (before + part) // row.quantity - done


def all_moves_of(books: Books, line_ids: Sequence[int]) -> dict[int, list[LineMove]]:
    """By line: what its own posting moved, by product; the lots of one product together, under
    the first of them."""
    found: dict[int, list[LineMove]] = {}
    columns = "line_id, MIN(id), product_id, CAST(SUM(quantity) AS BIGINT)"
    own = "AND caused_by_id = document_id GROUP BY line_id, product_id ORDER BY 2"
    for line_id, *move in _moves_of(books, columns, line_ids, own):
        found.setdefault(line_id, []).append(LineMove(*move))
    return found
