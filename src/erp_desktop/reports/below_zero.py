"""What is below zero, and why: since when, by which document, and what would have mended it.

The story of each place is read to the moment it went below; then what is on its way, what lies in
another warehouse, and whether a later receipt bears a date after the sale.
"""

from typing import Any, Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table
from erp_desktop.reports.replenishment import ON_ORDER

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=200),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("quantity", "On hand", Kind.QUANTITY),
    Column("value", "Value", Kind.MONEY, total=True, cost=True),
    Column("since", "Below zero since", Kind.MOMENT, 150),
    Column("document", "Document", Kind.CODE, 150),
    Column("elsewhere", "In other warehouses", Kind.QUANTITY),
    Column("on_order", "On order", Kind.QUANTITY),
    Column("why", "How to fix it", width=320),
    Column("missing", "Missing", Kind.QUANTITY, hidden=True),
)


def negative_stock(books: Books, ask: ReportAsk) -> Table:
    """Everything below zero, with its cause and its cure."""
    where = Where("b.on_hand < 0").sku(books, ask, "b.product_id")
    where.warehouse(books, ask, "b.location_id")
    raw = books.rows(
        "SELECT p.sku, p.name, l.code, b.on_hand, b.value, p.id, l.id FROM stock_balance b "
        "JOIN product p ON p.id = b.product_id JOIN location l ON l.id = b.location_id"
        f"{where.sql} ORDER BY p.sku, l.code",
        where.params,
    )
    coming = {row[0]: int(row[1]) for row in books.rows(ON_ORDER)}
    rows = [(*row[:5], *_cause(books, row, coming.get(row[5], 0))) for row in raw]
    report = ("negative-stock", "Stock below zero")
    return table(books, report, COLUMNS, rows, [row[5] for row in raw])


def _cause(books: Books, row: tuple[Any, ...], on_order: int) -> tuple[Any, ...]:
    _, _, _, held, _, product_id, place_id = row
    since, number, came = _went_below(books, product_id, place_id)
    elsewhere = int(books.value(
        "SELECT COALESCE(SUM(on_hand), 0) FROM stock_balance WHERE product_id = ? "
        "AND location_id <> ? AND on_hand > 0",
        (product_id, place_id),
    ))  # fmt: skip
    code = "count-it" if came else "never-came"
    if elsewhere >= -held:
        code = "move-here"
    elif on_order:
        code = "receive-it"
    return since, number, elsewhere, on_order, code, -held


def _went_below(books: Books, product_id: int, place_id: int) -> tuple[int | None, str, bool]:
    """When and by which document the place went below zero for the last time."""
    held, since, number, came = 0, None, "", False
    for at, target, moved, document in books.rows(
        "SELECT m.happened_at, m.target_id, m.quantity, d.number FROM stock_move m "
        "JOIN document d ON d.id = m.document_id WHERE m.product_id = ? "
        "AND (m.source_id = ? OR m.target_id = ?) AND d.state <> 'reversed' "
        "AND d.kind <> 'reversal' ORDER BY m.happened_at, m.sequence, m.id",
        (product_id, place_id, place_id),
    ):
        before = held
        held += moved if target == place_id else -moved
        came = came or target == place_id
        if before >= 0 > held:
            since, number = at, document
    return since, number, came
