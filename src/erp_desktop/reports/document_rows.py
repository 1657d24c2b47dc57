"""One document of buying or selling as a page shows it: header, lines, what belongs to it.

Rows are Decimals and local times, ready to be shown; where the document stands comes from the same
SQL as the lists (`trade_sql`), so that page and list can never disagree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from erp_desktop.core import clock, errors, money
from erp_desktop.core.states import BUYING, Kind
from erp_desktop.models.books import Books
from erp_desktop.reports import trade_sql as sql
from erp_desktop.reports.lot_choices import MovedLot, lots_moved
from erp_desktop.reports.restated import NOTHING, Restated, restated_by
from erp_desktop.services.catalogue.availability import stock_of
from erp_desktop.services.purchasing.terms import most, over_percent
from erp_desktop.services.sales.exchanging import pairs_of

# Every text put into the SQL below is from our own code; what people type is bound.
# ruff: noqa: S608

_FULFILS = {
    Kind.PURCHASE_ORDER: "'goods_receipt'",
    Kind.SALES_ORDER: "'goods_issue'",
    Kind.QUOTATION: "'sales_order'",
    Kind.GOODS_RECEIPT: "'bill'",
    Kind.GOODS_ISSUE: "'invoice'",
}


class DocumentHead(NamedTuple):
    """The header. `shown` is the state a person cares about, `next` an English key of what is next.

    `open` is what is still to pay of what was billed or invoiced so far (`charged`); `to_charge`
    says that something moved and was not billed or invoiced yet.
    """

    id: int
    kind: Kind
    state: str
    number: str
    partner_id: int | None
    partner: str
    place_id: int | None
    place: str
    to_place: str
    at: datetime
    day: date
    due_on: date | None
    of_id: int | None
    of_kind: str
    reference: str
    reason: str
    note: str
    tax_included: bool
    discount: Decimal
    net: Decimal
    tax: Decimal
    total: Decimal
    version: int
    person: str
    posted_at: datetime
    shown: str
    next: str
    charged: Decimal
    open: Decimal
    to_charge: bool

    @property
    def called(self) -> str:
        """What people call it: its number, or the draft's id."""
        return self.number or f"#{self.id}"

    @property
    def buying(self) -> bool:
        return self.kind in BUYING


class DocumentLine(NamedTuple):
    """One line. `done` is what the next step took of it so far, `limit` the most it may take.

    `back` is what was returned of it; `last_price` what the same thing cost (or brought) before;
    `cost` what its goods cost, where it moved any; `code` is a barcode to print.
    """

    id: int
    position: int
    product_id: int | None
    sku: str
    name: str
    unit: str
    goods: bool
    quantity: Decimal
    price: Decimal
    percent_off: Decimal
    discount: Decimal
    rate: Decimal
    net: Decimal
    tax: Decimal
    done: Decimal
    limit: Decimal
    back: Decimal
    on_hand: Decimal
    last_price: Decimal | None
    cost: Decimal
    answers_id: int | None
    note: str
    written_unit: str = ""  # as it was agreed: `quantity` and `price` are of the product's own unit
    factor: Decimal = Decimal(1)
    written_price: Decimal | None = None
    pieces: Decimal | None = None
    rejected: Decimal = Decimal(0)
    reason: str = ""

    def in_unit(self, quantity: Decimal) -> Decimal:
        """A quantity of this line in the unit it was agreed in."""
        return quantity / self.factor

    @property
    def total(self) -> Decimal:
        return self.net + self.tax

    @property
    def left(self) -> Decimal:
        """What is outstanding."""
        return max(self.quantity - self.done, Decimal(0))


class Related(NamedTuple):
    """Another document of the same story; `settles` is what a payment or return settled of it."""

    id: int
    kind: Kind
    number: str
    state: str
    day: date
    posted_at: datetime
    person: str
    quantity: Decimal
    total: Decimal
    exchange: bool = False  # both halves of an exchange as one, under the number of what goes


class Remarked(NamedTuple):
    """What somebody said about the document after it was settled."""

    at: datetime
    person: str
    words: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """All that a document's page shows."""

    head: DocumentHead
    lines: tuple[DocumentLine, ...]
    related: tuple[Related, ...]
    methods: tuple[tuple[str, Decimal], ...]  # how money changed hands with it
    remarks: tuple[Remarked, ...] = ()
    lots: Mapping[int, tuple[MovedLot, ...]] = field(default_factory=dict)  # by line, as moved
    restated: Restated = NOTHING  # what it changed in others, and who changed it


def document(books: Books, document_id: int) -> DocumentView:
    """A document with everything its page shows. Raises UnknownDocument."""
    head = head_of(books, document_id)
    return DocumentView(
        head,
        tuple(lines_of(books, head)),
        tuple(_related(books, head)),
        tuple(
            (row[0], money.money(row[1], books.money_places))
            for row in books.rows(
                "SELECT method, amount FROM payment WHERE document_id = ? ORDER BY position",
                (document_id,),
            )
        ),
        tuple(_remarks(books, document_id)),
        lots_moved(books, document_id),
        restated_by(books, document_id),
    )


def _remarks(books: Books, document_id: int) -> list[Remarked]:
    rows = books.rows(
        "SELECT r.made_at, COALESCE(u.full_name, ''), r.words FROM remark r "
        "LEFT JOIN user_account u ON u.id = r.user_id WHERE r.document_id = ? ORDER BY r.id",
        (document_id,),
    )
    return [Remarked(clock.local_time(row[0]), row[1], row[2]) for row in rows]


def kind_of(books: Books, document_id: int) -> str:
    """The kind of a document, which is the code of its page; empty when there is none."""
    return str(books.value("SELECT kind FROM document WHERE id = ?", (document_id,)) or "")


_HEAD = """
SELECT d.id, d.kind, d.state, d.number, d.partner_id, d.partner_name, d.place_id,
       COALESCE(w.name, ''), COALESCE(t.name, ''), d.happened_at, d.booked_on, d.due_on, d.of_id,
       COALESCE(f.kind, ''), d.reference, d.reason, d.note, d.tax_included, d.discount, d.net,
       d.tax, d.total, d.version, COALESCE(u.full_name, ''), d.posted_at
FROM document d LEFT JOIN location w ON w.id = d.place_id
LEFT JOIN location t ON t.id = d.to_place_id LEFT JOIN document f ON f.id = d.of_id
LEFT JOIN user_account u ON u.id = d.user_id
WHERE d.id = ?
"""


def head_of(books: Books, document_id: int) -> DocumentHead:
    """The header of a document. Raises UnknownDocument."""
    row = books.row(_HEAD, (document_id,))
    if row is None:
        raise errors.UnknownDocument(document_id)
    places = books.money_places
    kind = Kind(row[1])
    side = sql.BUYING if kind in BUYING else sql.SELLING
    ((shown, following, charged, to_pay, to_charge),) = books.rows(
        f"SELECT {sql.state(side, clock.today())}, {sql.next_step(side)}, {sql.charged(side)}, "
        f"{sql.to_pay(side)}, CASE WHEN {sql.to_charge(side)} THEN 1 ELSE 0 END "
        "FROM document d WHERE d.id = ?",
        (document_id,),
    )
    return DocumentHead._make((
        row[0], kind, row[2], row[3] or "", *row[4:9],
        clock.local_time(row[9]), clock.day_date(row[10]),
        clock.day_date(row[11]) if row[11] else None, *row[12:17], bool(row[17]),
        *(money.money(amount, places) for amount in row[18:22]), row[22], row[23],
        clock.local_time(row[24]), shown, following,
        money.money(int(charged), places), money.money(int(to_pay), places), bool(to_charge),
    ))  # fmt: skip


def lines_of(books: Books, head: DocumentHead) -> list[DocumentLine]:
    """The lines of a document, in order."""
    done = sql.quantity_done(_FULFILS.get(head.kind, "''"), "l")
    back = sql.quantity_done("'purchase_return', 'sales_return'", "l")
    over = Decimal(0)
    if head.kind is Kind.PURCHASE_ORDER:
        over = over_percent(books, head.partner_id)
    rows = books.rows(
        "SELECT l.id, l.position, l.product_id, l.sku, l.name, "
        "CASE WHEN l.factor = 1000000 THEN l.unit ELSE COALESCE(p.unit, l.unit) END, "
        "COALESCE(p.kind, 'service'), l.quantity, l.price, l.percent_off, l.discount, l.rate, "
        f"l.net, l.tax, {done}, {back}, "
        f"{stock_of('on_hand', 'p', head.place_id or -1)}, {_last_price(head.buying)}, "
        "COALESCE((SELECT CAST(SUM(e.amount) AS BIGINT) FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id WHERE m.line_id = l.id "
        "AND m.document_id = l.document_id AND e.kind = 'cost'), 0), l.answers_id, l.note, "
        "l.unit, l.factor, l.unit_price, l.pieces, COALESCE(l.rejected, 0), "
        "CASE WHEN l.rejected > 0 THEN COALESCE(l.reason, '') ELSE '' END "
        "FROM document_line l LEFT JOIN product p ON p.id = l.product_id "
        "WHERE l.document_id = ? ORDER BY l.position",
        (head.id,),
    )
    return [_line(row, over, books.money_places) for row in rows]


def _line(row: Any, over: Decimal, places: int) -> DocumentLine:
    limit = most(row[7], over)
    return DocumentLine._make((
        *row[:6], row[6] != "service",
        money.quantity(row[7]), money.price(row[8], places), money.quantity(row[9]),
        money.money(row[10], places), money.quantity(row[11]),
        money.money(row[12], places), money.money(row[13], places),
        money.quantity(row[14]), money.quantity(limit), money.quantity(row[15]),
        money.quantity(row[16]), None if row[17] is None else money.price(row[17], places),
        money.money(row[18], places), row[19], row[20], row[21], money.quantity(row[22]),
        None if row[23] is None else money.price(row[23], places),
        None if row[24] is None else money.quantity(row[24]),
        money.quantity(row[25]), row[26],
    ))  # fmt: skip


def _last_price(buying: bool) -> str:  # noqa: FBT001  (private)
    """What a line's product cost, or brought, the last time before it."""
    kinds = "'goods_receipt', 'bill'" if buying else "'goods_issue', 'invoice', 'sale'"
    return (
        "(SELECT x.price FROM document_line x JOIN document xd ON xd.id = x.document_id "
        "WHERE x.product_id = l.product_id AND x.id < l.id AND x.document_id <> l.document_id "
        f"AND xd.state = 'posted' AND xd.kind IN ({kinds}) ORDER BY x.id DESC LIMIT 1)"
    )


# -- what belongs together -------------------------------------------------------------------------

_AROUND = """
SELECT of_id FROM document WHERE id IN ({ids}) AND of_id IS NOT NULL
UNION SELECT id FROM document WHERE of_id IN ({ids})
UNION SELECT o.document_id FROM document_line l JOIN document_line o ON o.id = l.answers_id
      WHERE l.document_id IN ({ids})
UNION SELECT l.document_id FROM document_line o JOIN document_line l ON l.answers_id = o.id
      WHERE o.document_id IN ({ids})
UNION SELECT document_id FROM allocation WHERE invoice_id IN ({ids})
"""
MOST_RELATED = 200
_ENDS = ("payment_in", "payment_out")  # a payment may settle many stories: it leads to no other


def _related(books: Books, head: DocumentHead) -> list[Related]:
    """The documents of the same story, the oldest first."""
    known = {head.id}
    fresh = _settled_by(books, head) if head.kind in _ENDS else {head.id}
    known |= fresh
    while fresh and head.kind not in _ENDS and len(known) < MOST_RELATED:
        found = {int(row[0]) for row in books.rows(_AROUND.format(ids=_listed(fresh)))} - known
        known |= found
        ends = books.rows(
            f"SELECT id FROM document WHERE kind IN {_ENDS} AND id IN ({_listed(found)})"
        )
        fresh = found - {int(row[0]) for row in ends}
    pairs = pairs_of(books, sorted(known))
    going = {pair.going_id for pair in pairs}
    known -= {pair.back_id for pair in pairs} | {head.id}
    return [
        Related(
            row[0], Kind(row[1]), row[2] or f"#{row[0]}", row[3], clock.day_date(row[4]),
            clock.local_time(row[5]), row[6], money.quantity(int(row[7])),
            money.money(row[8], books.money_places), row[0] in going,
        )
        for row in books.rows(
            "SELECT d.id, d.kind, d.number, d.state, d.booked_on, d.posted_at, "
            "COALESCE(u.full_name, ''), COALESCE((SELECT SUM(l.quantity) FROM document_line l "
            "WHERE l.document_id = d.id), 0), d.total FROM document d "
            f"LEFT JOIN user_account u ON u.id = d.user_id WHERE d.id IN ({_listed(known)}) "
            "AND d.id <> ? ORDER BY d.happened_at, d.id",
            (head.id,),
        )
    ]  # fmt: skip


def _settled_by(books: Books, head: DocumentHead) -> set[int]:
    sql_text = "SELECT invoice_id FROM allocation WHERE document_id = ?"
    return {int(row[0]) for row in books.rows(sql_text, (head.id,))}


def _listed(ids: set[int]) -> str:
    return ", ".join(str(int(one)) for one in sorted(ids)) or "NULL"
