"""The stock between two days of the books: what it opened with, what moved, what it closed with.

Here a value counts on the day it was *booked*, also when it belongs to an older movement (a bill
that came late), so that opening + in − out = closing, and the flow is the stock account's.
"""

from collections.abc import Iterator
from typing import Any, Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, known_places, own_places, table
from erp_desktop.reports.stock import held_through
from erp_desktop.services.stock.standing import Held

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

FLOW_COLUMNS: Final = (
    Column("at", "Time", Kind.MOMENT, 150),
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind"),
    Column("sku", "SKU", Kind.CODE),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("other", "From or to", Kind.CODE),
    Column("quantity_in", "Quantity in", Kind.QUANTITY, total=True),
    Column("quantity_out", "Quantity out", Kind.QUANTITY, total=True),
    Column("value_in", "Value in", Kind.MONEY, total=True, cost=True),
    Column("value_out", "Value out", Kind.MONEY, total=True, cost=True),
)
VALUE_COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=240),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("opening_quantity", "Opening quantity", Kind.QUANTITY, total=True),
    Column("closing_quantity", "Closing quantity", Kind.QUANTITY, total=True),
    Column("opening_value", "Opening value", Kind.MONEY, total=True, cost=True),
    Column("closing_value", "Closing value", Kind.MONEY, total=True, cost=True),
)

_FACTS = "m.id, m.happened_at, m.sequence, d.id, d.number, d.kind, p.sku, m.source_id, m.target_id"
_JOINS = "JOIN document d ON d.id = m.document_id JOIN product p ON p.id = m.product_id"


def stock_movements(books: Books, ask: ReportAsk) -> Table:
    """Every movement with the quantity and value that the days asked for brought of it."""
    rows = list(_flows(books, ask))
    told, keys = [row[1:] for row in rows], [row[0] for row in rows]
    return table(books, ("stock-movements", "Stock movements"), FLOW_COLUMNS, told, keys)


def _flows(books: Books, ask: ReportAsk) -> Iterator[tuple[Any, ...]]:
    codes = {place.id: place.code for place in known_places(books).values()}
    own = own_places(books)
    for (_, at, _, doc, number, kind, sku, source, target), moved, cost, variance in _booked(
        books, ask
    ):
        if source in own:
            later = 0 if target in own else variance
            yield (
                doc, at, number, kind, sku, codes[source], codes[target], 0, moved, later, cost,
            )  # fmt: skip
        if target in own:
            yield (
                doc, at, number, kind, sku, codes[target], codes[source], moved, 0,
                cost + variance, 0,
            )  # fmt: skip


def _booked(books: Books, ask: ReportAsk) -> list[tuple[tuple[Any, ...], int, int, int]]:
    """Movements in order: their facts, then quantity, cost and variance booked in these days."""
    found: dict[tuple[Any, ...], list[int]] = {}
    days = (ask.first, ask.last)
    for *facts, moved in books.rows(
        f"SELECT {_FACTS}, m.quantity FROM stock_move m {_JOINS} WHERE m.booked_on BETWEEN ? AND ?",
        days,
    ):
        found[tuple(facts)] = [moved, 0, 0]
    for *facts, kind, amount in books.rows(
        f"SELECT {_FACTS}, e.kind, SUM(e.amount) FROM stock_value_entry e "
        f"JOIN stock_move m ON m.id = e.move_id {_JOINS} WHERE e.booked_on BETWEEN ? AND ? "
        "GROUP BY m.id, d.id, p.id, e.kind",
        days,
    ):
        sums = found.setdefault(tuple(facts), [0, 0, 0])
        sums[1 if kind == "cost" else 2] += amount
    in_order = sorted(found.items(), key=lambda item: (item[0][1], item[0][2], item[0][0]))
    return [(facts, *sums) for facts, sums in in_order]  # type: ignore[misc]


def stock_value(books: Books, ask: ReportAsk) -> Table:
    """Quantity and value of every product and warehouse, before the days asked for and after."""
    before = _held(books, ask.first - 1)
    after = _held(books, ask.last)
    codes = {place.id: place.code for place in known_places(books).values()}
    names = {row[0]: row[1:] for row in books.rows("SELECT id, sku, name FROM product")}
    raw = []
    for key in before.keys() | after.keys():
        (opened, was), (closed, worth) = before.get(key, [0, 0]), after.get(key, [0, 0])
        if any((opened, was, closed, worth)):
            sku, name = names[key[0]]
            raw.append((sku, name, codes[key[1]], opened, closed, was, worth))
    return table(books, ("stock-value", "Stock value"), VALUE_COLUMNS, sorted(raw))


def _held(books: Books, day: int) -> Held:
    """As booked through a day; a day number need not be one of the calendar."""
    if day <= 0:
        return {}
    return held_through(books, day)
