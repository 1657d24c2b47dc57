"""What is owed by age (账龄): each partner with the days that the open items are late."""

from typing import Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, table
from erp_desktop.services.finance.debts import CUSTOMERS, SUPPLIERS, Side, Until, ages_of
from erp_desktop.services.partners.partners import by_code

AGE_COLUMNS: Final = (
    Column("code", "Code", Kind.CODE, 110),
    Column("partner", "Partner", width=220),
    Column("not_due", "Not due", Kind.MONEY, total=True),
    Column("to_30", "1–30 days", Kind.MONEY, total=True),
    Column("to_60", "31–60 days", Kind.MONEY, total=True),
    Column("to_90", "61–90 days", Kind.MONEY, total=True),
    Column("older", "Over 90 days", Kind.MONEY, total=True),
    Column("credits", "Credits and advances", Kind.MONEY, 140, total=True),
    Column("balance", "Balance", Kind.MONEY, total=True),
)


def receivables_by_age(books: Books, ask: ReportAsk) -> Table:
    """What each customer owes us, by how late it is."""
    return _by_age(books, ask, ("receivables-by-age", "Receivables by age"), CUSTOMERS)


def payables_by_age(books: Books, ask: ReportAsk) -> Table:
    """What we owe each supplier, by how late it is."""
    return _by_age(books, ask, ("payables-by-age", "Payables by age"), SUPPLIERS)


def _by_age(books: Books, ask: ReportAsk, report: tuple[str, str], side: Side) -> Table:
    only = None if ask.partner is None else by_code(books, ask.partner).id
    found = ages_of(books, Until(ask.last, ask.moment), side, only)
    named = books.rows("SELECT id, code, name FROM partner ORDER BY name, id")
    rows = [
        (code, name, *found[partner_id], found[partner_id].balance)
        for partner_id, code, name in named
        if partner_id in found
    ]
    keys = [partner_id for partner_id, _, _ in named if partner_id in found]
    return table(books, report, AGE_COLUMNS, rows, keys)
