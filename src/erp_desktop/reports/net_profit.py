"""From gross profit to net profit, month by month: what was spent, account by account.

Whatever is booked to an account of expenses counts, also what the ledgers write themselves (count
differences, write-offs, rounding). So sales less cost of sales less all of it is what the income
and expense accounts of the journal come to. A product or a warehouse alone has no rent: then the
report ends with the gross profit.
"""

from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, table
from erp_desktop.reports.sales import PROFIT_COLUMNS, margin, sales_and_cost

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

MONTH: Final = Column("month", "Month", Kind.CODE)
ACCOUNT: Final = "account_"  # before the code of an account, in the name of its column
SUMS: Final = (
    Column("expenses", "All expenses", Kind.MONEY, total=True, cost=True),
    Column("net_profit", "Net profit", Kind.MONEY, total=True, cost=True),
)


class _Spent(NamedTuple):
    """What was spent: the accounts with their names by code, and amounts by month and code."""

    names: dict[str, str]
    amounts: dict[tuple[int, str], int]


def profit(books: Books, ask: ReportAsk) -> Table:
    """Sales, cost of sales, gross profit, expenses, net profit, month by month; then the expenses
    account by account."""
    whole = ask.sku is None and ask.warehouse is None
    sold = sales_and_cost(books, ask, 100)
    spent = _spent(books, ask) if whole else _Spent({}, {})
    months = sorted(sold.keys() | {month for month, _ in spent.amounts})
    rows = [_row(month, sold.get(month, (0, 0)), spent, whole=whole) for month in months]
    accounts = tuple(
        Column(f"{ACCOUNT}{code}", name, Kind.MONEY, total=True, cost=True)
        for code, name in spent.names.items()
    )
    columns = (MONTH, *PROFIT_COLUMNS, *(SUMS if whole else ()), *accounts)
    return table(books, ("profit", "Profit by month"), columns, rows)


def _row(
    month: int, sold: tuple[int, int], spent: _Spent, *, whole: bool
) -> tuple[str | int | Decimal | None, ...]:
    net, cost = sold
    gross = net - cost
    head = (f"{month // 100}-{month % 100:02}", net, cost, gross, margin(gross, net))
    if not whole:
        return head
    each = [spent.amounts.get((month, code), 0) for code in spent.names]
    return (*head, sum(each), gross - sum(each), *each)


def _spent(books: Books, ask: ReportAsk) -> _Spent:
    """What was booked to accounts of expenses but the cost of sales, by month; nothing is left
    out that a reversal did not take back whole."""
    name = "a.name_zh" if books.setting("language").startswith("zh") else "a.name"
    rows = books.rows(
        f"SELECT e.booked_on / 100, a.code, {name}, SUM(j.amount) FROM journal_entry e "
        "JOIN journal_line j ON j.entry_id = e.id JOIN account a ON a.id = j.account_id "
        "JOIN document d ON d.id = e.document_id "
        "WHERE a.kind = 'expense' AND a.role <> 'cost_of_sales' AND d.happened_at <= ? "
        f"AND e.booked_on BETWEEN ? AND ? GROUP BY e.booked_on / 100, a.code, {name} "
        "HAVING SUM(j.amount) <> 0 ORDER BY a.code",
        (ask.moment, ask.first, ask.last),
    )
    names = {code: words for _, code, words, _ in rows}
    return _Spent(names, {(month, code): int(amount) for month, code, _, amount in rows})
