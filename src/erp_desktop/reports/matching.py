"""Three-way match (三单匹配): what was ordered, what arrived, what was billed, line by line.

A line of an order is compared with the receipts that answer it and the bills that answer those.
What went back comes off both sides. Prices are compared per unit without tax, as exact quotients;
a difference within the shop's tolerance is not worth a word.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core.money import ONE_MONEY, ONE_PRICE, ONE_QUANTITY, divided
from erp_desktop.core.shares import fraction
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.core.tax import ONE_PERCENT
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table
from erp_desktop.services.purchasing.terms import buying_terms

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("document", "Order", Kind.CODE, 140),
    Column("day", "Date", Kind.DATE, 64, hidden=True),
    Column("supplier", "Supplier", width=120),
    Column("sku", "SKU", Kind.CODE, 76),
    Column("name", "Name", width=130),
    Column("state", "State", Kind.STATE, 150),
    Column("ordered", "Ordered", Kind.QUANTITY, 72),
    Column("received", "Arrived", Kind.QUANTITY, 72),
    Column("rejected", "Rejected", Kind.QUANTITY, 72),
    Column("billed", "Billed", Kind.QUANTITY, 72),
    Column("price", "Order price", Kind.PRICE, 84, cost=True),
    Column("billed_price", "Billed price", Kind.PRICE, 84, cost=True),
    Column("percent", "Difference %", Kind.PERCENT, 90, cost=True),
    Column("to_bill", "To be billed", Kind.MONEY, 92, total=True, cost=True),
    Column("difference", "Price difference", Kind.MONEY, 100, total=True, cost=True),
    Column("claimed", "Claimed too much", Kind.QUANTITY, 100, hidden=True),
    Column("rate", "Tax %", Kind.PERCENT, 70, hidden=True),
    Column("billed_rate", "Billed tax %", Kind.PERCENT, 90, hidden=True),
)

_OF: Final = (
    "FROM document_line b JOIN document x ON x.id = b.document_id "
    "WHERE b.answers_id = r.id AND x.state = 'posted' AND x.kind = "
)
_LINES: Final = f"""
SELECT o.id, d.id, d.number, d.booked_on, d.partner_name, d.state, o.sku, o.name, o.quantity,
       o.net, o.rate,
       COALESCE(r.quantity, 0), COALESCE(r.net, 0), COALESCE(r.rejected, 0),
       COALESCE(r.promotion, 0),
       COALESCE((SELECT SUM(b.quantity) {_OF}'bill'), 0),
       COALESCE((SELECT SUM(b.net) {_OF}'bill'), 0),
       (SELECT MAX(b.rate) {_OF}'bill'),
       COALESCE((SELECT SUM(b.quantity) {_OF}'purchase_return'), 0),
       COALESCE((SELECT SUM(b.expected) {_OF}'bill'), 0)
FROM document d JOIN document_line o ON o.document_id = d.id
LEFT JOIN document_line r ON r.answers_id = o.id AND r.document_id IN
  (SELECT g.id FROM document g WHERE g.kind = 'goods_receipt' AND g.state = 'posted')
"""


class Match(NamedTuple):
    """One line of an order and what became of it (whole parts)."""

    order_id: int
    number: str
    day: int
    supplier: str
    sku: str
    name: str
    state: str
    ordered: int
    received: int  # less what went back
    rejected: int
    billed: int  # less what was credited
    price: int
    billed_price: int | None
    percent: int | None
    to_bill: int
    difference: int
    claimed: int  # what bills claimed where it was more than had arrived
    rate: int
    billed_rate: int | None


def matching(books: Books, ask: ReportAsk) -> Table:
    """Every line of the orders of a period: matched, waiting, to be billed, or different."""
    found = matches(books, ask)
    title = ("matching", "Order, receipt and bill")
    return table(books, title, COLUMNS, (one[1:] for one in found), [one.order_id for one in found])


def matches(books: Books, ask: ReportAsk) -> list[Match]:
    """The lines as they stand, the newest order first."""
    where = Where(
        "d.kind = 'purchase_order'", "d.state IN ('confirmed', 'closed')",
        "d.booked_on BETWEEN ? AND ?",
    )  # fmt: skip
    where.params += [ask.first, ask.last]
    where.warehouse(books, ask, "d.place_id").sku(books, ask, "o.product_id")
    lines: dict[int, list[tuple[Any, ...]]] = {}
    order = " ORDER BY d.happened_at DESC, d.id DESC, o.position, r.id"
    for row in books.rows(_LINES + where.sql + order, where.params):
        lines.setdefault(row[0], []).append(row)
    tolerance = buying_terms(books).price_percent
    return [_match(rows, tolerance) for rows in lines.values()]


def _match(rows: Sequence[tuple[Any, ...]], tolerance: Decimal) -> Match:
    _, order_id, number, day, supplier, state, sku, name, ordered, net, rate = rows[0][:11]
    came = [_Arrived._make((*map(int, row[11:17]), row[17], *map(int, row[18:]))) for row in rows]
    received = sum(one.quantity - one.back for one in came)
    billed = sum(min(one.billed, one.quantity - one.back) for one in came)
    charged, charged_net = sum(one.billed for one in came), sum(one.billed_net for one in came)
    agreed = _each(net, ordered)
    paid = _each(charged_net, charged) if charged else None
    rates = [one.rate for one in came if one.rate is not None]
    to_bill = sum(one.open_net for one in came)
    difference = 0 if paid is None else charged_net - divided(net * charged, ordered)
    percent = None
    if paid is not None:
        percent = divided((paid - agreed) * 100 * ONE_PERCENT, agreed) if agreed else 0
    found = Match(
        order_id, number, day, supplier, sku, name, "", ordered, received,
        sum(one.rejected for one in came), billed, agreed, paid, percent, to_bill, difference,
        sum(one.claimed for one in came), rate, max(rates) if rates else None,
    )  # fmt: skip
    return found._replace(state=_state(found, state, tolerance))


class _Arrived(NamedTuple):
    """One receipt's line: what came, what of it was billed, what went back."""

    quantity: int
    net: int
    rejected: int
    gift: int
    billed: int
    billed_net: int
    rate: int | None
    back: int
    claimed: int

    @property
    def open_net(self) -> int:
        """What is owed for and not billed yet, at the receipt's price."""
        left = self.quantity - min(self.billed + self.back, self.quantity)
        return 0 if self.gift or not left else divided(self.net * left, self.quantity)


def _each(net: int, pieces: int) -> int:
    """The price of one, in price parts, from an amount in money parts."""
    return divided(net * ONE_QUANTITY * ONE_PRICE, pieces * ONE_MONEY) if pieces else 0


def _state(one: Match, state: str, tolerance: Decimal) -> str:
    """What a person should look at, the most urgent first."""
    share = fraction(one.received, max(one.ordered, one.received + 1))  # not all, while it waits
    waiting = f"partly_received:{share}" if one.received else "on_order"
    if state == "closed":
        waiting = "closed_short"
    found = (
        ("claimed_too_much", one.claimed > one.received),
        ("other_tax", one.billed_rate is not None and one.billed_rate != one.rate),
        ("other_price", abs(one.percent or 0) > tolerance * ONE_PERCENT),
        ("to_bill", one.to_bill != 0),
        (waiting, one.received < one.ordered),
    )
    return next((code for code, holds in found if holds), "matched")


ISSUES: Final = frozenset({"claimed_too_much", "other_tax", "other_price"})
