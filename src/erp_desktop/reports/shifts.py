"""Shifts of the tills as a report: when, who, what came in, what the drawer was over or short."""

from typing import Final

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table
from erp_desktop.services.sales import shift_figures as of

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("document", "Document", Kind.CODE, 130),
    Column("till", "Till", width=70),
    Column("opened", "Opened", Kind.MOMENT, 130),
    Column("closed", "Closed", Kind.MOMENT, 130),
    Column("person", "Person", width=120),
    Column("receipts", "Till receipts", Kind.COUNT, total=True),
    Column("sales", "Sales", Kind.MONEY, total=True),
    Column("returns", "Returns", Kind.MONEY, total=True),
    Column("expected", "Should be in it", Kind.MONEY),
    Column("counted", "Counted in it", Kind.MONEY),
    Column("difference", "Over or short", Kind.MONEY, total=True),
)


def _kept(key: str, column: str = "net") -> str:
    return (
        f"COALESCE((SELECT l.{column} FROM document_line l WHERE l.document_id = d.id "
        f"AND l.sku = '{key}'), 0)"
    )


def shifts(books: Books, ask: ReportAsk) -> Table:
    """The closed shifts, the newest first."""
    where = Where("d.happened_at <= ?", "d.booked_on BETWEEN ? AND ?")
    where.params += [ask.moment, ask.first, ask.last]
    rows = books.rows(
        "SELECT d.number, s.till, s.opened_at, s.closed_at, "
        "COALESCE(NULLIF(u.full_name, ''), u.name, ''), "
        f"{_kept(of.SALES, 'quantity')} / 1000000, {_kept(of.SALES)} + {_kept(of.VOIDS)}, "
        f"{_kept(of.RETURNS)}, {_kept(of.EXPECTED)}, {_kept(of.COUNTED)}, {_kept(of.DIFFERENCE)} "
        "FROM till_shift s JOIN document d ON d.id = s.document_id "
        f"LEFT JOIN user_account u ON u.id = s.closed_by{where.sql} ORDER BY d.sequence DESC",
        where.params,
    )
    return table(books, ("shifts", "Shifts"), COLUMNS, rows)
