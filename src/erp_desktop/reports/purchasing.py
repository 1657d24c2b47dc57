"""Purchases: what arrived, what went back, and what suppliers billed, one row a paper."""

from typing import Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("document", "Document", Kind.CODE, 150),
    Column("at", "Time", Kind.MOMENT, 150),
    Column("booked", "Booked", Kind.DATE),
    Column("kind", "Kind"),
    Column("supplier", "Supplier", width=200),
    Column("reference", "Their number", Kind.CODE),
    Column("received", "Received", Kind.MONEY, total=True),
    Column("billed", "Billed", Kind.MONEY, total=True),
    Column("tax", "Tax", Kind.MONEY, total=True),
    Column("total", "Payable", Kind.MONEY, total=True),
)

_SIGN = "CASE WHEN d.kind = 'reversal' THEN -1 ELSE 1 END"
_RECEIVED = (
    "CASE o.kind WHEN 'goods_receipt' THEN o.net WHEN 'purchase_return' THEN -o.net ELSE 0 END"
)
_BILLED = "CASE WHEN o.kind IN ('bill', 'landed_cost') THEN o.net ELSE 0 END"
_TAX = (  # of a landed cost only where a supplier billed it: else nothing was booked yet
    "CASE WHEN o.kind = 'bill' OR (o.kind = 'landed_cost' AND o.partner_id IS NOT NULL) THEN o.tax "
    "WHEN o.kind = 'purchase_return' THEN -o.tax ELSE 0 END"
)
_PAY = (
    "COALESCE((SELECT -SUM(j.amount) FROM journal_entry e JOIN journal_line j "
    "ON j.entry_id = e.id JOIN account a ON a.id = j.account_id WHERE e.document_id = d.id "
    "AND a.role = 'payable'), 0)"
)


def purchases(books: Books, ask: ReportAsk) -> Table:
    """Receipts, supplier returns, bills and landed costs; `total` ties to the payables account."""
    where = Where(
        "o.kind IN ('goods_receipt', 'purchase_return', 'bill', 'landed_cost')",
        "d.sequence IS NOT NULL", "d.happened_at <= ?", "d.booked_on BETWEEN ? AND ?",
    )  # fmt: skip
    where.params += [ask.moment, ask.first, ask.last]
    where.warehouse(books, ask, "d.place_id")
    lines = Where("l.document_id = o.id").sku(books, ask, "l.product_id")
    if ask.sku is not None:
        where.add(f"EXISTS (SELECT 1 FROM document_line l{lines.sql})", *lines.params)
    raw = books.rows(
        "SELECT d.id, d.number, d.happened_at, d.booked_on, d.kind, d.partner_name, d.reference, "
        f"{_SIGN} * {_RECEIVED}, {_SIGN} * {_BILLED}, {_SIGN} * {_TAX}, {_PAY} "
        f"FROM document d JOIN document o ON o.id = COALESCE(d.reverses_id, d.id){where.sql} "
        "ORDER BY d.happened_at, d.sequence",
        where.params,
    )
    rows = (row[1:] for row in raw)
    return table(books, ("purchases", "Purchases"), COLUMNS, rows, [row[0] for row in raw])
