"""Sales, as the sales account has them: by paper, by product, and the gross profit of days.

A return counts against the sales, a reversal takes back its document on the day it is booked. So
the sum of `net` is the sales account for any days, and cost and profit tie to the journal.
"""

from typing import Any, Final

from erp_desktop.core.money import divided
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports import cost_of_sales
from erp_desktop.reports.asking import ReportAsk, Where, table

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("document", "Document", Kind.CODE, 150),
    Column("at", "Time", Kind.MOMENT, 150),
    Column("booked", "Booked", Kind.DATE),
    Column("kind", "Kind"),
    Column("customer", "Customer", width=200),
    Column("net", "Net", Kind.MONEY, total=True),
    Column("tax", "Tax", Kind.MONEY, total=True),
    Column("total", "Total", Kind.MONEY, total=True),
)
PRODUCT_COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=240),
    Column("quantity", "Sold", Kind.QUANTITY, total=True),
    Column("sales", "Sales", Kind.MONEY, total=True),
    Column("cost", "Cost of sales", Kind.MONEY, total=True, cost=True),
    Column("profit", "Gross profit", Kind.MONEY, total=True, cost=True),
    Column("margin", "Margin %", Kind.PERCENT, cost=True),
)
PROFIT_COLUMNS: Final = (
    Column("sales", "Sales", Kind.MONEY, total=True),
    Column("cost", "Cost of sales", Kind.MONEY, total=True, cost=True),
    Column("profit", "Gross profit", Kind.MONEY, total=True, cost=True),
    Column("margin", "Margin %", Kind.PERCENT, cost=True),
)

# `o` is the paper itself, or the one that a reversal takes back.
_SELLING = "o.kind IN ('sale', 'invoice', 'sales_return')"
_PAPERS = f"document d JOIN document o ON o.id = COALESCE(d.reverses_id, d.id) AND {_SELLING} "
_SIGN = (
    "CASE WHEN o.kind = 'sales_return' THEN -1 ELSE 1 END"
    " * CASE WHEN d.kind = 'reversal' THEN -1 ELSE 1 END"
)


def margin(profit: int, sales: int) -> int | None:
    """Profit of sales in percent parts, to two places; None where nothing was sold."""
    return divided(profit * 10_000, sales) * 10_000 if sales else None


def _posted(ask: ReportAsk) -> Where:
    where = Where("d.sequence IS NOT NULL", "d.happened_at <= ?", "d.booked_on BETWEEN ? AND ?")
    where.params += [ask.moment, ask.first, ask.last]
    return where


def sales(books: Books, ask: ReportAsk) -> Table:
    """Till sales, invoices and returns, one row a paper."""
    where = _posted(ask).warehouse(books, ask, "d.place_id")
    lines = Where("l.document_id = o.id").sku(books, ask, "l.product_id")
    if ask.sku is not None:
        where.add(f"EXISTS (SELECT 1 FROM document_line l{lines.sql})", *lines.params)
    raw = books.rows(
        "SELECT d.id, d.number, d.happened_at, d.booked_on, d.kind, d.partner_name, "
        f"{_SIGN} * o.net, {_SIGN} * o.tax, {_SIGN} * o.total FROM {_PAPERS}{where.sql} "
        "ORDER BY d.happened_at, d.sequence",
        where.params,
    )
    rows = (row[1:] for row in raw)
    return table(books, ("sales", "Sales"), COLUMNS, rows, [row[0] for row in raw])


def by_product(books: Books, ask: ReportAsk) -> Table:
    """What was sold of each product (a kit is one), what it brought and what it cost."""
    sold = {row[0]: row[1:] for row in _sold(books, ask, "l.product_id")}
    cost = cost_of_sales.by_sold_product(books, ask)
    raw = []
    for product_id, sku, name in books.rows("SELECT id, sku, name FROM product ORDER BY sku"):
        if product_id not in sold and product_id not in cost:
            continue
        quantity, net = sold.get(product_id, (0, 0))
        spent = cost.get(product_id, 0)
        gained = net - spent
        raw.append((product_id, sku, name, quantity, net, spent, gained, margin(gained, net)))
    report = ("sales-by-product", "Sales by product")
    keys = [row[0] for row in raw]
    return table(books, report, PRODUCT_COLUMNS, [row[1:] for row in raw], keys)


def _sold(books: Books, ask: ReportAsk, by: str) -> list[tuple[Any, ...]]:
    """Quantity and net of sold lines, grouped. An issue's return has its credit in other lines."""
    where = _posted(ask).sku(books, ask, "l.product_id").warehouse(books, ask, "d.place_id")
    counted = "CASE WHEN a.kind = 'goods_issue' AND o.kind = 'sales_return' THEN 0 ELSE 1 END"
    return books.rows(
        f"SELECT {by}, SUM({_SIGN} * {counted} * l.quantity), SUM({_SIGN} * l.net) "
        f"FROM {_PAPERS} JOIN document_line l ON l.document_id = o.id "
        "LEFT JOIN document_line al ON al.id = l.answers_id "
        f"LEFT JOIN document a ON a.id = al.document_id{where.sql} GROUP BY {by}",
        where.params,
    )


def profit_by_day(books: Books, ask: ReportAsk) -> Table:
    """Sales, cost of sales and gross profit, day by day (`net_profit` goes on, by month)."""
    sums = sales_and_cost(books, ask)
    rows = [
        (day, sold, cost, sold - cost, margin(sold - cost, sold))
        for day, (sold, cost) in sorted(sums.items())
    ]
    columns = (Column("day", "Day", Kind.DATE), *PROFIT_COLUMNS)
    return table(books, ("profit-by-day", "Profit by day"), columns, rows)


def sales_and_cost(books: Books, ask: ReportAsk, days: int = 1) -> dict[int, tuple[int, int]]:
    """Net sales and cost of sales by day (or by `booked_on / days`), in money parts."""
    if ask.sku is None and ask.warehouse is None and ask.as_of is None:
        return _journal_profit(books, ask, days)
    sums: dict[int, list[int]] = {}
    for time, _, net in _sold(books, ask, f"d.booked_on / {days}"):
        sums.setdefault(time, [0, 0])[0] += net
    for time, cost in cost_of_sales.by_time(books, ask, days):
        sums.setdefault(time, [0, 0])[1] += cost
    return {time: (sold, cost) for time, (sold, cost) in sums.items()}


def _journal_profit(books: Books, ask: ReportAsk, days: int) -> dict[int, tuple[int, int]]:
    rows = books.rows(
        f"SELECT e.booked_on / {days}, "
        "SUM(CASE WHEN a.role = 'sales' THEN -j.amount ELSE 0 END), "
        "SUM(CASE WHEN a.role = 'cost_of_sales' THEN j.amount ELSE 0 END) "
        "FROM journal_entry e JOIN journal_line j ON j.entry_id = e.id "
        "JOIN account a ON a.id = j.account_id WHERE a.role IN ('sales', 'cost_of_sales') "
        "AND e.booked_on BETWEEN ? AND ? GROUP BY 1",
        (ask.first, ask.last),
    )
    return {row[0]: (row[1], row[2]) for row in rows}
