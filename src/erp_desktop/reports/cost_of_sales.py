"""What was sold, and what it cost: one row a sale or return movement, and one a variance.

A movement's cost is the sum of its value entries, so a row says what the books say *now*; the sum
of all rows is the cost-of-sales account, for any days. A variance is what goods that arrived below
zero cost differently than the sales before them assumed; it belongs to the document that brought
them. A document that was reversed and its reversal cancel, and are left out where both fall into
the days asked for.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, known_places, own_places, table
from erp_desktop.services.stock.places import outside, warehouse

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("document", "Document", Kind.CODE, 150),
    Column("id", "Sender's number", Kind.CODE),
    Column("at", "Time", Kind.MOMENT, 150),
    Column("sku", "SKU", Kind.CODE),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("quantity", "Quantity", Kind.QUANTITY, total=True),
    Column("cost", "Cost", Kind.MONEY, total=True),
)


class Cost(NamedTuple):
    """One row, in whole parts; `origin` is the document that a reversal answers, else itself."""

    happened_at: int
    sequence: int
    move: int
    document: int
    origin: int
    undone: bool
    number: str
    sender: str
    product: int
    sku: str
    source: int
    target: int
    quantity: int
    cost: int


_ROW = (
    "SELECT m.happened_at, m.sequence, m.id, d.id, COALESCE(d.reverses_id, d.id), "
    "CASE WHEN d.state = 'reversed' OR d.kind = 'reversal' THEN 1 ELSE 0 END, d.number, "
    "COALESCE(d.external_id, d.number), p.id, p.sku, m.source_id, m.target_id, "
)
_JOINS = " JOIN document d ON d.id = m.document_id JOIN product p ON p.id = m.product_id "


def cost_of_sales(books: Books, ask: ReportAsk) -> Table:
    """The rows behind the cost-of-sales account, in the order they happened."""
    codes = {place.id: place.code for place in known_places(books).values()}
    own = own_places(books)
    found = costs(books, ask)
    rows = (
        (cost.number, cost.sender, cost.happened_at, cost.sku,
         codes[_place(cost, own)], cost.quantity, cost.cost)
        for cost in found
    )  # fmt: skip
    keys = [cost.document for cost in found]
    return table(books, ("cost-of-sales", "Cost of sales"), COLUMNS, rows, keys)


def costs(books: Books, ask: ReportAsk) -> list[Cost]:
    """Sale and return movements and variances, + cost, − what came back."""
    found = [*_movements(books, ask), *_variances(books, ask)]
    if ask.warehouse is not None:
        place_id, own = warehouse(books, ask.warehouse).id, own_places(books)
        found = [cost for cost in found if _place(cost, own) == place_id]
    found.sort()
    return without_undone(found)


def _place(cost: Cost, own: set[int]) -> int:
    """The warehouse a row belongs to: a variance stays where the goods arrived."""
    return cost.target if cost.target in own else cost.source


def _movements(books: Books, ask: ReportAsk) -> list[Cost]:
    customer = outside(books, "customer")
    sign = "CASE WHEN m.target_id = ? THEN 1 ELSE -1 END"
    where = Where("(m.source_id = ? OR m.target_id = ?)", "m.happened_at <= ?", "m.booked_on <= ?")
    where.params += [customer, customer, ask.moment, ask.last]
    where.sku(books, ask, "m.product_id")
    if ask.first:  # of earlier movements only those that a later fact changed in these days
        where.add(
            "(m.booked_on >= ? OR m.id IN (SELECT c.move_id FROM stock_value_entry c "
            "WHERE c.booked_on BETWEEN ? AND ?))",
            ask.first, ask.first, ask.last,
        )  # fmt: skip
    rows = books.rows(
        f"{_ROW} {sign} * CASE WHEN m.booked_on >= ? THEN m.quantity ELSE 0 END, "
        f"{sign} * COALESCE(SUM(e.amount), 0) FROM stock_move m{_JOINS}"
        "LEFT JOIN stock_value_entry e ON e.move_id = m.id AND e.kind = 'cost' "
        f"AND e.booked_on BETWEEN ? AND ?{where.sql} GROUP BY m.id, d.id, p.id",
        [customer, ask.first, customer, ask.first, ask.last, *where.params],
    )
    return [cost for cost in map(Cost._make, rows) if cost.quantity or cost.cost]


def _variances(books: Books, ask: ReportAsk) -> list[Cost]:
    where = Where("e.kind = 'variance'", "m.happened_at <= ?", "e.booked_on BETWEEN ? AND ?")
    where.params += [ask.moment, ask.first, ask.last]
    where.sku(books, ask, "m.product_id")
    rows = books.rows(
        f"{_ROW} 0, -SUM(e.amount) FROM stock_value_entry e JOIN stock_move m ON m.id = e.move_id"
        f"{_JOINS}{where.sql} GROUP BY m.id, d.id, p.id HAVING SUM(e.amount) <> 0",
        where.params,
    )
    return [Cost._make(row) for row in rows]


def without_undone(found: Iterable[Cost]) -> list[Cost]:
    """Leave out reversed documents and their reversals where they cancel."""
    rows = list(found)
    left: dict[tuple[int, int], list[int]] = {}
    for row in rows:
        if row.undone:
            sums = left.setdefault((row.origin, row.product), [0, 0])
            sums[0], sums[1] = sums[0] + row.quantity, sums[1] + row.cost
    gone = {key for key, sums in left.items() if sums == [0, 0]}
    return [row for row in rows if not (row.undone and (row.origin, row.product) in gone)]


def by_product(books: Books, ask: ReportAsk) -> dict[int, int]:
    """Cost of sales by the product that moved, in money parts."""
    return _together(books, ask, _MOVED)


def by_sold_product(books: Books, ask: ReportAsk) -> dict[int, int]:
    """Cost of sales by the product that was sold: what a kit is sold from is the kit's cost."""
    return _together(books, ask, _SOLD, _SOLD)


def by_time(books: Books, ask: ReportAsk, days: int) -> list[tuple[int, int]]:
    """Cost of sales by day of the books (or by `booked_on / days`), in money parts."""
    return sorted(_together(books, ask, f"e.booked_on / {days}").items())


_MOVED: Final = "m.product_id"
_SOLD: Final = "COALESCE(l.product_id, m.product_id)"  # as the paper's line has it


def _together(books: Books, ask: ReportAsk, by: str, product: str = _MOVED) -> dict[int, int]:
    sums: dict[int, int] = {}
    for kind in ("cost", "variance"):
        for key, amount in _sums(books, ask, kind, by, product):
            sums[key] = sums.get(key, 0) + int(amount)
    return sums


def _sums(books: Books, ask: ReportAsk, kind: str, by: str, product: str) -> list[tuple[Any, ...]]:
    """Sums of value entries of one kind; what leaves for a customer is a cost."""
    customer = outside(books, "customer")
    where = Where("e.kind = ?", "e.booked_on BETWEEN ? AND ?", "m.happened_at <= ?")
    where.params += [kind, ask.first, ask.last, ask.moment]
    where.sku(books, ask, product)
    lines = " JOIN document_line l ON l.id = m.line_id" if product == _SOLD else ""
    sign, signed = "-1", []
    if kind == "cost":
        where.add("(m.source_id = ? OR m.target_id = ?)", customer, customer)
        where.warehouse(books, ask, "m.source_id", "m.target_id")
        sign, signed = "CASE WHEN m.target_id = ? THEN 1 ELSE -1 END", [customer]
    else:  # a variance stays where the goods arrived
        own = ", ".join(str(place_id) for place_id in sorted(own_places(books)))
        arrived = f"CASE WHEN m.target_id IN ({own}) THEN m.target_id ELSE m.source_id END"
        where.warehouse(books, ask, arrived)
    return books.rows(
        f"SELECT {by}, SUM({sign} * e.amount) FROM stock_value_entry e "
        f"JOIN stock_move m ON m.id = e.move_id{lines}{where.sql} GROUP BY {by}",
        [*signed, *where.params],
    )
