"""Expenses read out: every expense of a period, and what was spent on what, month by month.

What was kept as a fee while money moved between own accounts is an expense too.
"""

from typing import Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, table
from erp_desktop.services.finance.expenses import KEPT

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("document", "Document", Kind.CODE, 150),
    Column("at", "Time", Kind.MOMENT, 150),
    Column("booked", "Booked", Kind.DATE),
    Column("kind", "Kind"),
    Column("account", "Account", Kind.CODE),
    Column("name", "Account name", width=180),
    Column("partner", "Partner", width=180),
    Column("note", "Note", width=180),
    Column("net", "Net", Kind.MONEY, total=True),
    Column("tax", "Tax", Kind.MONEY, total=True),
    Column("total", "Total", Kind.MONEY, total=True),
)
MONTH_COLUMNS: Final = (
    Column("month", "Month", Kind.CODE),
    Column("account", "Account", Kind.CODE),
    Column("name", "Account name", width=220),
    Column("spent", "Spent", Kind.MONEY, total=True),
)


def expense_papers(books: Books, ask: ReportAsk) -> Table:
    """Every expense and fee and its reversal; `tax` is a part of the account of tax on purchases.

    A document of these kinds has no more than one line.
    """
    raw = books.rows(
        "SELECT d.id, d.number, d.happened_at, d.booked_on, d.kind, l.sku, l.name, "
        "d.partner_name, COALESCE(NULLIF(d.note, ''), d.reason), l.net, l.tax, l.net + l.tax "
        "FROM document d JOIN document o ON o.id = COALESCE(d.reverses_id, d.id) "
        "JOIN document_line l ON l.document_id = d.id "
        "WHERE o.kind IN ('expense', 'money_transfer') AND d.sequence IS NOT NULL "
        "AND d.happened_at <= ? AND d.booked_on BETWEEN ? AND ? "
        "ORDER BY d.booked_on, d.happened_at, d.sequence",
        (ask.moment, ask.first, ask.last),
    )
    rows = (row[1:] for row in raw)
    return table(books, ("expense-papers", "Expenses"), COLUMNS, rows, [row[0] for row in raw])


def expenses(books: Books, ask: ReportAsk) -> Table:
    """What was spent, by month and account, wherever it was entered (a till's drawer, a bill)."""
    name = "a.name_zh" if books.setting("language").startswith("zh") else "a.name"
    kept = ", ".join(f"'{role}'" for role in sorted(KEPT))
    rows = [
        (f"{month // 100}-{month % 100:02}", code, words, amount)
        for month, code, words, amount in books.rows(
            f"SELECT e.booked_on / 100, a.code, {name}, SUM(j.amount) FROM journal_entry e "
            "JOIN journal_line j ON j.entry_id = e.id JOIN account a ON a.id = j.account_id "
            "JOIN document d ON d.id = e.document_id "
            f"WHERE a.kind = 'expense' AND a.role NOT IN ({kept}) AND d.happened_at <= ? "
            f"AND e.booked_on BETWEEN ? AND ? GROUP BY e.booked_on / 100, a.code, {name} "
            "HAVING SUM(j.amount) <> 0 ORDER BY 1, 2",
            (ask.moment, ask.first, ask.last),
        )
    ]
    return table(books, ("expenses", "Expenses by month"), MONTH_COLUMNS, rows)
