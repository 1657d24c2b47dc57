"""What the accountant needs beyond the ledgers: how the stock is valued, lot by lot, and why it
changed.

The stock at the end of the period by warehouse and lot; which documents changed earlier costs;
what goods cost differently than their standard, and returns to suppliers than their credit; freight
and customs by receipt; and the method by which each product is valued.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from erp_desktop.core.allocation import shared
from erp_desktop.core.money import divided
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, known_places, own_places, table
from erp_desktop.reports.stock import held_through
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.stock.standing import Held

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

LOTS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=240),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("lot", "Lot or serial number", Kind.CODE, 150),
    Column("expires", "Expires", Kind.DATE, 90),
    Column("costing", "Valued by", width=150),
    Column("quantity", "Quantity", Kind.QUANTITY, total=True),
    Column("cost", "Unit cost", Kind.PRICE),
    Column("value", "Value", Kind.MONEY, total=True),
)
DIFFERENCES: Final = (
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind"),
    Column("booked", "Booked", Kind.DATE),
    Column("partner", "Partner", width=200),
    Column("goods", "Cost of the goods", Kind.MONEY, total=True),
    Column("credited", "Credited", Kind.MONEY, total=True),
    Column("difference", "Difference", Kind.MONEY, total=True),
)
LANDED: Final = (
    Column("document", "Document", Kind.CODE, 150),
    Column("booked", "Booked", Kind.DATE),
    Column("partner", "Partner", width=200),
    Column("cost", "Cost", width=160),
    Column("by", "Shared by", width=110),
    Column("receipt", "Receipt", Kind.CODE, 150),
    Column("sku", "SKU", Kind.CODE),
    Column("amount", "Amount", Kind.MONEY, total=True),
    Column("tax", "Tax", Kind.MONEY, total=True),
)
METHODS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=240),
    Column("costing", "Valued by", width=150),
    Column("standard", "Standard cost", Kind.PRICE),
    Column("since", "Since", Kind.MOMENT),
    Column("was", "Before", width=150),
    Column("document", "Document", Kind.CODE, 150),
)
# English keys, as the product's form says them
COSTING: Final = {
    "average": "Moving average", "fifo": "First in, first out",
    "specific": "By lot or serial number", "standard": "Standard cost",
}  # fmt: skip


def depth_tables(books: Books, ask: ReportAsk) -> list[Table]:
    """All of them, for the days asked for."""
    return [
        lots_at_close(books, ask), price_differences(books, ask), landed_costs(books, ask),
        methods(books, ask),
    ]  # fmt: skip


# -- by lot --------------------------------------------------------------------------------------


def lots_at_close(books: Books, ask: ReportAsk) -> Table:
    """Quantity and value by product, warehouse and lot as booked through the last day.

    Where a product is valued by its lots, each lot has the value of its own movements; elsewhere
    it has its share of the product's value in the warehouse. The sum is the stock's value.
    """
    held = held_through(books, ask.last)
    moved = _by_lot(books, ask.last, "m.quantity", "stock_move m", "m.booked_on")
    worth = _by_lot(
        books, ask.last, "e.amount",
        "stock_value_entry e JOIN stock_move m ON m.id = e.move_id", "e.booked_on",
    )  # fmt: skip
    codes = {place.id: place.code for place in known_places(books).values()}
    lots = {row[0]: row[1:] for row in books.rows("SELECT id, code, expires_on FROM lot")}
    products = {row[0]: row[1:] for row in books.rows("SELECT id, sku, name, costing FROM product")}
    rows, keys = [], []
    for (product_id, place), lot, quantity, value in _shares(books, held, moved, worth, products):
        sku, name, costing = products[product_id]
        code, expires = lots.get(lot, ("", None))
        cost = divided(value * 10**8, quantity) if quantity else None
        rows.append((sku, name, codes[place], code, expires, COSTING[costing], quantity, cost,
                     value))  # fmt: skip
        keys.append(product_id)
    return table(books, ("stock-by-lot", "Stock by lot"), LOTS, rows, keys)


Sums = dict[tuple[int, int], dict[int, int]]  # (product, place): by lot


def _by_lot(books: Books, last: int, what: str, source: str, booked: str) -> Sums:
    """What came into each place of ours less what left it, of each lot."""
    own, found = own_places(books), defaultdict[tuple[int, int], dict[int, int]](dict)
    kind = " AND e.kind = 'cost'" if what.startswith("e.") else ""
    for product_id, lot, source_id, target_id, much in books.rows(
        f"SELECT m.product_id, m.lot_id, m.source_id, m.target_id, SUM({what}) FROM {source} "
        f"WHERE m.lot_id IS NOT NULL AND {booked} <= ?{kind} "
        "GROUP BY m.product_id, m.lot_id, m.source_id, m.target_id",
        (last,),
    ):
        for place, sign in ((source_id, -1), (target_id, 1)):
            if place in own:
                mine = found[product_id, place]
                mine[lot] = mine.get(lot, 0) + sign * int(much)
    return found


def _shares(
    books: Books, held: Held, moved: Sums, worth: Sums, products: dict[int, Any]
) -> Iterator[tuple[tuple[int, int], int, int, int]]:
    """(product, place), lot (0: none), quantity and value."""
    for key, (quantity, value) in sorted(held.items(), key=lambda one: (one[0][0], one[0][1])):
        lots = {lot: much for lot, much in sorted(moved.get(key, {}).items()) if much}
        rest = quantity - sum(lots.values())
        if rest or not lots:
            lots[0] = rest
        if not quantity and not value and not any(lots.values()):
            continue
        values = _values(books, lots, value, worth.get(key, {}), products[key[0]][-1])
        for (lot, much), share in zip(lots.items(), values, strict=True):
            yield key, lot, much, share


def _values(
    books: Books, lots: dict[int, int], value: int, worth: dict[int, int], costing: str
) -> Sequence[int]:
    if costing == "specific":
        own = [worth.get(lot, 0) for lot in lots]
        if sum(own) == value:
            return own
    if any(much < 0 for much in lots.values()) or not sum(lots.values()):
        return [value, *[0] * (len(lots) - 1)]
    return shared(value, list(lots.values()), books.minor)


# -- differences, freight, methods ---------------------------------------------------------------


def price_differences(books: Books, ask: ReportAsk) -> Table:
    """What stands on the account of purchase price differences, by document."""
    raw = books.rows(
        "SELECT d.number, d.kind, e.booked_on, d.partner_name, "
        "SUM(CASE WHEN j.by_stock = 1 THEN j.amount ELSE 0 END), "
        "SUM(CASE WHEN j.by_stock = 1 THEN 0 ELSE -j.amount END), SUM(j.amount), d.id "
        "FROM journal_line j JOIN journal_entry e ON e.id = j.entry_id "
        "JOIN account a ON a.id = j.account_id JOIN document d ON d.id = e.document_id "
        "WHERE a.role = ? AND e.booked_on BETWEEN ? AND ? "
        "GROUP BY d.id, d.number, d.kind, e.booked_on, d.partner_name "
        "ORDER BY e.booked_on, d.id",
        (Role.PRICE_DIFFERENCE, ask.first, ask.last),
    )
    name = ("price-differences", "Purchase price differences")
    return table(books, name, DIFFERENCES, [row[:-1] for row in raw], [row[-1] for row in raw])


def landed_costs(books: Books, ask: ReportAsk) -> Table:
    """Freight, customs and the like, by the receipt and product that took them."""
    raw = books.rows(
        "SELECT d.number, d.booked_on, d.partner_name, l.note, l.reason, r.number, l.sku, l.net, "
        "l.tax, d.id FROM document d JOIN document_line l ON l.document_id = d.id "
        "LEFT JOIN document_line a ON a.id = l.answers_id "
        "LEFT JOIN document r ON r.id = a.document_id "
        "WHERE d.kind = 'landed_cost' AND d.state = 'posted' AND d.booked_on BETWEEN ? AND ? "
        "ORDER BY d.booked_on, d.id, l.id",
        (ask.first, ask.last),
    )
    named = [(*row[:4], BY.get(row[4] or "", row[4]), *row[5:]) for row in raw]
    name = ("landed-costs", "Freight and customs")
    return table(books, name, LANDED, [row[:-1] for row in named], [row[-1] for row in raw])


BY: Final = {
    "value": "Value", "quantity": "Quantity", "weight": "Weight", "volume": "Volume",
}  # fmt: skip


def methods(books: Books, ask: ReportAsk) -> Table:
    """By which method each product is valued, and the changes of it until the last day."""
    rows, keys = [], []
    for product_id, sku, name, costing, standard, *change in books.rows(
        "SELECT p.id, p.sku, p.name, COALESCE(c.becomes, (SELECT n.was FROM costing_change n "
        "JOIN document x ON x.id = n.document_id AND x.state <> 'reversed' AND x.booked_on > ? "
        "WHERE n.product_id = p.id ORDER BY n.happened_at LIMIT 1), p.costing), "
        "CASE WHEN c.id IS NULL THEN p.standard_cost ELSE c.standard END, c.happened_at, c.was, "
        "d.number FROM product p LEFT JOIN (costing_change c JOIN document d "
        "ON d.id = c.document_id AND d.state <> 'reversed' AND d.booked_on <= ?) "
        "ON c.product_id = p.id WHERE p.kind = 'goods' AND NOT p.is_template "
        "AND p.merged_into_id IS NULL ORDER BY p.sku, c.happened_at",
        (ask.last, ask.last),
    ):
        at, was, number = change
        rows.append((sku, name, COSTING[costing], standard, at, COSTING.get(was or "", ""),
                     number))  # fmt: skip
        keys.append(product_id)
    return table(books, ("valuation-methods", "Valuation methods"), METHODS, rows, keys)


_WORDED: Final = frozenset({"costing", "was", "by", "item"})


def in_method_words(table: Table, say: Callable[[str], str]) -> Table:
    """The table with its methods and shares said by `say`, for people who open a file."""
    places = [at for at, column in enumerate(table.columns) if column.key in _WORDED]
    if not places:
        return table
    rows = [
        tuple(say(cell) if at in places and isinstance(cell, str) and cell else cell
              for at, cell in enumerate(row))
        for row in table.rows
    ]  # fmt: skip
    return replace(table, rows=rows)
