"""The statement of a customer or supplier as a report: its papers with the running balance."""

from typing import Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, table
from erp_desktop.services.finance.statements import Statement, StatementAsk, statement_of

_COLUMNS: Final = (
    Column("day", "Day", Kind.DATE, 100),
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind", width=130),
    Column("reference", "Their number", width=150),
    Column("due", "Due", Kind.DATE, 100),
    Column("debit", "Debit", Kind.MONEY, total=True),
    Column("credit", "Credit", Kind.MONEY, total=True),
)
CUSTOMER_COLUMNS: Final = (*_COLUMNS, Column("balance", "They owe us", Kind.MONEY))
SUPPLIER_COLUMNS: Final = (*_COLUMNS, Column("balance", "We owe them", Kind.MONEY))


def asked_of(ask: ReportAsk) -> StatementAsk:
    """What a report is asked, as a statement understands it."""
    return StatementAsk(ask.partner or "", ask.first, ask.last, ask.moment)


def statement(books: Books, ask: ReportAsk) -> Table:
    """The rows of a partner's statement; none without one. Raises UnknownPartner, NotAllowed."""
    if not ask.partner:
        return table(books, ("statement", "Statement"), CUSTOMER_COLUMNS, [])
    return as_table(books, statement_of(books, asked_of(ask)))


def as_table(books: Books, told: Statement) -> Table:
    """A statement's rows; a row opens its paper, the opening balance opens none."""
    columns = SUPPLIER_COLUMNS if told.who.ours else CUSTOMER_COLUMNS
    rows = [(row.day, row.number, row.kind, row.reference, *row[5:]) for row in told.rows]
    keys = [row.id for row in told.rows]
    return table(books, ("statement", "Statement"), columns, rows, keys)
