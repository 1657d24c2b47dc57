"""What the shop loses: shrinkage by cause, days without stock, and the sales that were not made.

Lost sales are an estimate: what a product sold on an average day with stock, for each day that
began and ended without any. A product's days begin with its first movement: what the shop did not
have yet was not out of stock.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import divided
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, numbers_of, own_places, table
from erp_desktop.reports.stock_activity import PERCENT, days_of, hundredths
from erp_desktop.services.stock.places import outside
from erp_desktop.services.stock.standing import FOREVER, held_as_of

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

SHRINKAGE_COLUMNS: Final = (
    Column("kind", "Kind"),
    Column("cause", "Cause", width=220),
    Column("lines", "Lines", Kind.COUNT, total=True),
    Column("quantity", "Quantity", Kind.QUANTITY, total=True),
    Column("value", "Value", Kind.MONEY, total=True, cost=True),
    Column("document", "Newest document", Kind.CODE, 150),
)
OUT_COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=220),
    Column("days", "Days", Kind.COUNT),
    Column("out", "Days without stock", Kind.COUNT, total=True),
    Column("rate", "Out of stock %", Kind.PERCENT),
    Column("daily", "Daily sales", Kind.QUANTITY),
    Column("lost", "Lost sales, quantity", Kind.QUANTITY, total=True),
    Column("amount", "Lost sales", Kind.MONEY, total=True),
)

# Why: of the line, of the difference that a count found, else of the whole document.
_CAUSE: Final = "COALESCE(NULLIF(l.reason, ''), NULLIF(i.reason, ''), d.reason)"


def shrinkage(books: Books, ask: ReportAsk) -> Table:
    """What counts found missing (or too much) and what was written off, by cause."""
    scrap, adjustment = outside(books, "scrap"), outside(books, "adjustment")
    where = Where("(m.target_id IN (?, ?) OR m.source_id = ?)", "m.booked_on BETWEEN ? AND ?")
    where.params += [scrap, adjustment, adjustment, ask.first, ask.last]
    where.sku(books, ask, "m.product_id").warehouse(books, ask, "m.source_id", "m.target_id")
    sign = "CASE WHEN m.source_id = ? THEN 1 ELSE -1 END"
    rows = books.rows(
        f"SELECT d.kind, {_CAUSE}, COUNT(DISTINCT m.line_id), "
        f"SUM({sign} * m.quantity), SUM({sign} * COALESCE((SELECT SUM(e.amount) "
        "FROM stock_value_entry e WHERE e.move_id = m.id AND e.kind = 'cost'), 0)), MAX(d.id) "
        "FROM stock_move m JOIN document d ON d.id = m.document_id "
        "AND d.state <> 'reversed' AND d.kind <> 'reversal' "
        "JOIN document_line l ON l.id = m.line_id LEFT JOIN count_plan n ON n.document_id = d.id "
        "LEFT JOIN count_item i ON i.plan_id = n.id AND i.product_id = m.product_id"
        f"{where.sql} GROUP BY d.kind, {_CAUSE} ORDER BY 5, 1, 2",
        [adjustment, adjustment, *where.params],
    )
    numbers = numbers_of(books, [row[-1] for row in rows])
    raw = [
        (kind, cause or "", lines, int(much), int(value), numbers[newest])
        for kind, cause, lines, much, value, newest in rows
    ]
    report = ("shrinkage", "Shrinkage by cause")
    return table(books, report, SHRINKAGE_COLUMNS, raw, [row[-1] for row in rows])


class _Days(NamedTuple):
    """How a product's days went: how many, of how many none had stock, how much was sold."""

    all: int
    out: int
    sold: int


def out_of_stock(books: Books, ask: ReportAsk) -> Table:
    """By product: on how many days nothing was there, and what that may have cost in sales."""
    first, last = days_of(ask)
    told = _days(books, ask, first, last)
    rows, keys = [], []
    for product_id, sku, name, price in books.rows(
        "SELECT id, sku, name, price FROM product WHERE kind = 'goods' AND active ORDER BY sku"
    ):
        days = told.get(product_id)
        if days is None or not (days.out or days.sold):
            continue
        there = days.all - days.out
        daily = hundredths(max(days.sold, 0), there) if there else 0
        lost = daily * days.out
        amount = divided(lost * price, 10**8 * books.minor) * books.minor
        rows.append(
            (
                sku,
                name,
                days.all,
                days.out,
                hundredths(days.out * PERCENT, days.all),
                daily,
                lost,
                amount,
            )
        )
        keys.append(product_id)
    order = sorted(range(len(rows)), key=lambda at: (-rows[at][-1], rows[at][0]))
    report = ("out-of-stock", "Out of stock and lost sales")
    return table(books, report, OUT_COLUMNS, [rows[at] for at in order], [keys[at] for at in order])


def _days(books: Books, ask: ReportAsk, first: int, last: int) -> dict[int, _Days]:
    before = clock.day_after(first, -1)
    held: dict[int, int] = {}
    for (product_id, _), (quantity, _) in held_as_of(books, before, FOREVER).items():
        held[product_id] = held.get(product_id, 0) + quantity
    changes: dict[int, list[tuple[int, int]]] = {}
    sold: dict[int, int] = {}
    for product_id, day, change, went in _changes(books, ask, first, last):
        changes.setdefault(product_id, []).append((day, change))
        sold[product_id] = sold.get(product_id, 0) + went
    if ask.sku is not None:
        held = {product_id: held.get(product_id, 0) for product_id in changes}
    begins: dict[int, int] = dict(
        books.rows("SELECT product_id, MIN(booked_on) FROM stock_move GROUP BY product_id")
    )
    found = {}
    for product_id in held.keys() | changes.keys():
        begin = max(begins.get(product_id, first), first)
        found[product_id] = _Days(
            (clock.day_date(last) - clock.day_date(begin)).days + 1,
            _out(held.get(product_id, 0), changes.get(product_id, []), begin, last),
            sold.get(product_id, 0),
        )
    return found


def _changes(
    books: Books, ask: ReportAsk, first: int, last: int
) -> Iterator[tuple[int, int, int, int]]:
    """Product, day, by how much its stock changed then, how much of it was sold; day by day."""
    own, customer = sorted(own_places(books)), outside(books, "customer")
    ours = ", ".join(map(str, own))
    where = Where("m.booked_on BETWEEN ? AND ?").sku(books, ask, "m.product_id")
    where.params[:0] = [first, last]
    for product_id, day, change, went in books.rows(
        f"SELECT m.product_id, m.booked_on, SUM(CASE WHEN m.target_id IN ({ours}) THEN m.quantity "
        f"ELSE 0 END - CASE WHEN m.source_id IN ({ours}) THEN m.quantity ELSE 0 END), "
        "SUM(CASE WHEN m.target_id = ? THEN m.quantity WHEN m.source_id = ? THEN -m.quantity "
        f"ELSE 0 END) FROM stock_move m{where.sql} GROUP BY m.product_id, m.booked_on "
        "ORDER BY m.product_id, m.booked_on",
        [customer, customer, *where.params],
    ):
        yield product_id, day, int(change), int(went)


def _out(held: int, changes: list[tuple[int, int]], first: int, last: int) -> int:
    """Days that began and ended without stock."""
    out, day = 0, clock.day_date(first)
    for number, change in changes:
        then = clock.day_date(number)
        if held <= 0:
            out += (then - day).days + (1 if held + change <= 0 else 0)
        held, day = held + change, clock.day_date(clock.day_after(number))
    if held <= 0:
        out += max((clock.day_date(last) - day).days + 1, 0)
    return out
