"""What to order: on hand + on order − promised, against the product's minimum.

A product is suggested only while what is on its way does not bring it back to its minimum, so
asking twice changes nothing and an order that is under way mutes the alert (LEDGER L-46).
"""

from typing import Any, Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=240),
    Column("supplier", "Supplier", width=180),
    Column("on_hand", "On hand", Kind.QUANTITY),
    Column("on_order", "On order", Kind.QUANTITY),
    Column("reserved", "Reserved", Kind.QUANTITY),
    Column("forecast", "Forecast", Kind.QUANTITY),
    Column("minimum", "Minimum", Kind.QUANTITY),
    Column("suggested", "Suggested", Kind.QUANTITY, total=True),
    Column("why", "Why", width=320),
)

# A row's `why` names one of these; its columns fill the places. The views translate them.
SENTENCES: Final[dict[str, str]] = {
    "short": "{on_hand} on hand and {on_order} on order are less than the {reserved} promised.",
    "below": "{forecast} will be left, below the minimum of {minimum}.",
    "coming": "{on_order} on order bring it back to {forecast}: nothing to do.",
    "enough": "{forecast} will be left, the minimum is {minimum}.",
}

ON_ORDER: Final = """
SELECT l.product_id, SUM(CASE WHEN l.quantity > COALESCE(x.done, 0)
                              THEN l.quantity - COALESCE(x.done, 0) ELSE 0 END) AS coming
FROM document o JOIN document_line l ON l.document_id = o.id
LEFT JOIN (
    SELECT a.answers_id, SUM(a.quantity) AS done FROM document i
    JOIN document_line a ON a.document_id = i.id
    WHERE i.kind = 'goods_receipt' AND i.state = 'posted' AND a.answers_id IS NOT NULL
    GROUP BY a.answers_id
) x ON x.answers_id = l.id
WHERE o.kind = 'purchase_order' AND o.state = 'confirmed'
GROUP BY l.product_id
"""
_HELD: Final = (
    "SELECT product_id, SUM(on_hand) AS on_hand, SUM(reserved) AS reserved "
    "FROM stock_balance{where} GROUP BY product_id"
)


def replenishment(books: Books, ask: ReportAsk) -> Table:
    """Products that have a minimum, are promised or are on order; what is short comes first."""
    raw = [_row(row) for row in _facts(books, ask)]
    raw.sort(key=lambda row: (row[-2] == 0, row[1]))
    report = ("replenishment", "What to order")
    return table(books, report, COLUMNS, [row[1:] for row in raw], [row[0] for row in raw])


def _facts(books: Books, ask: ReportAsk) -> list[tuple[Any, ...]]:
    held = Where().warehouse(books, ask, "location_id")
    where = Where(
        "p.kind = 'goods'", "p.active",
        "(p.minimum > 0 OR COALESCE(b.reserved, 0) <> 0 OR COALESCE(c.coming, 0) <> 0 "
        "OR COALESCE(b.on_hand, 0) < 0)",
    ).sku(books, ask, "p.id")  # fmt: skip
    return books.rows(
        "SELECT p.id, p.sku, p.name, COALESCE(s.name, ''), COALESCE(b.on_hand, 0), "
        "COALESCE(c.coming, 0), COALESCE(b.reserved, 0), p.minimum FROM product p "
        "LEFT JOIN partner s ON s.id = p.supplier_id "
        f"LEFT JOIN ({_HELD.format(where=held.sql)}) b ON b.product_id = p.id "
        f"LEFT JOIN ({ON_ORDER}) c ON c.product_id = p.id{where.sql}",
        [*held.params, *where.params],
    )


def _row(facts: tuple[Any, ...]) -> tuple[Any, ...]:
    *names, on_hand, coming, reserved, minimum = facts
    forecast = on_hand + coming - reserved
    suggested = max(minimum - forecast, 0)
    if forecast < 0:
        why = "short"
    elif suggested:
        why = "below"
    else:
        why = "coming" if on_hand - reserved < minimum else "enough"
    return (*names, on_hand, coming, reserved, forecast, minimum, suggested, why)
