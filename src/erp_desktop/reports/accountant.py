"""The accountant's pack: the books of a period as Tables, and a sheet that ties them together.

`pack` gives the tables, the last of them the tie-out, whose differences are 0.00. `tie_outs` says
the same checks as sums of columns, in the order of that table's rows, so that whoever writes the
workbook can put live formulas in place of the figures:

    Term("trial-balance", "closing", match=("account", "1405"))   a column's sum where another is so
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports import finance, purchasing, sales
from erp_desktop.reports.accountant_depth import depth_tables
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.cost_of_sales import cost_of_sales
from erp_desktop.reports.expenses import expense_papers
from erp_desktop.reports.reconciliation import accounts_with_statements, reconciliation
from erp_desktop.reports.restated import restated
from erp_desktop.reports.stock_flow import stock_movements, stock_value
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.users import rights

COLUMNS: Final = (
    Column("check", "Check", width=320),
    Column("left", "One side", Kind.MONEY),
    Column("right", "Other side", Kind.MONEY),
    Column("difference", "Difference", Kind.MONEY),
)


@dataclass(frozen=True, slots=True)
class Term:
    """The sum of a table's column, of the rows where another column is `match`, taken `sign`."""

    table: str
    column: str
    sign: int = 1
    match: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TieOut:
    """Two sides that must be equal; the label is an English key."""

    label: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]


def pack(books: Books, from_day: int, to_day: int) -> list[Table]:
    """All sheets of a period of the books, both days included."""
    ask = ReportAsk(from_day=from_day, to_day=to_day)
    tables = [
        sales.sales(books, ask),
        purchasing.purchases(books, ask),
        cost_of_sales(books, ask),
        stock_movements(books, ask),
        stock_value(books, ask),
        *depth_tables(books, ask),
        restated(books, ask),
        expense_papers(books, ask),
        finance.journal(books, ask),
        finance.receivables(books, ask),
        finance.payables(books, ask),
        reconciliation(books, ask),
        finance.trial_balance(books, ask),
    ]
    return [*tables, tie_out_table(tables, tie_outs(books))]


def accountant_tables(
    books: Books, first: int | None = None, last: int | None = None
) -> list[Table]:
    """The pack from a day to a day; without them, of all the books to this day."""
    rights.require(books, rights.COST)
    return pack(books, first or 0, last or clock.today())


def tie_outs(books: Books) -> list[TieOut]:
    """What must agree, in the order of the tie-out sheet."""
    codes: dict[str, str] = dict(books.rows("SELECT role, code FROM account"))

    def moved(role: Role, sign: int) -> tuple[Term, ...]:
        match = ("account", codes[role])
        return (Term("trial-balance", "debit", sign, match),
                Term("trial-balance", "credit", -sign, match))  # fmt: skip

    def closing(role: Role, sign: int = 1) -> tuple[Term, ...]:
        return (Term("trial-balance", "closing", sign, ("account", codes[role])),)

    return [
        _flow("Quantity: opening + in − out = closing", "quantity"),
        _flow("Value: opening + in − out = closing", "value"),
        _tie("Stock account = stock value", closing(Role.STOCK), "stock-value", "closing_value"),
        _tie("Stock value = stock by lot", (Term("stock-value", "closing_value"),),
             "stock-by-lot", "value"),
        _tie("Stock = stock by lot, in quantity", (Term("stock-value", "closing_quantity"),),
             "stock-by-lot", "quantity"),
        _tie("Price differences account = price differences",
             moved(Role.PRICE_DIFFERENCE, 1), "price-differences", "difference"),
        _tie("Sales account = sales", moved(Role.SALES, -1), "sales", "net"),
        _tie("Tax on sales = sales", moved(Role.OUTPUT_TAX, -1), "sales", "tax"),
        _tie("Cost of sales account = cost of sales",
             moved(Role.COST_OF_SALES, 1), "cost-of-sales", "cost"),
        _tie("Tax on purchases = purchases and expenses", moved(Role.INPUT_TAX, 1),
             "purchases", "tax", "expense-papers"),
        _tie("Receivables account = open items", closing(Role.RECEIVABLE), "receivables", "open"),
        _tie("Payables account = open items", closing(Role.PAYABLE, -1), "payables", "open"),
        *(_reconciled(code) for code in accounts_with_statements(books)),
        TieOut("Books and what is open = bank", (Term("reconciliation", "books"),
               Term("reconciliation", "open")), (Term("reconciliation", "bank"),)),
        _tie("Journal: debit = credit", (Term("journal", "debit"),), "journal", "credit"),
        _tie("Journal = trial balance", (Term("journal", "debit"),), "trial-balance", "debit"),
    ]  # fmt: skip


def _tie(label: str, left: tuple[Term, ...], table: str, column: str, *more: str) -> TieOut:
    """A side, and the sum of a column of one table or several."""
    return TieOut(label, left, tuple(Term(one, column) for one in (table, *more)))


def _reconciled(code: str) -> TieOut:
    """An account that a bank's statement was laid beside."""
    match = ("account", code)
    return TieOut(
        "Bank account = reconciliation",
        (Term("trial-balance", "closing", match=match),),
        (Term("reconciliation", "books", match=match),),
    )


def _flow(label: str, of: str) -> TieOut:
    return TieOut(
        label,
        (
            Term("stock-value", f"opening_{of}"),
            Term("stock-movements", f"{of}_in"),
            Term("stock-movements", f"{of}_out", -1),
        ),
        (Term("stock-value", f"closing_{of}"),),
    )


def tie_out_table(tables: Sequence[Table], checks: Sequence[TieOut]) -> Table:
    """The checks worked out."""
    by_name = {table.name: table for table in tables}
    rows = []
    for check in checks:
        left = _total(by_name, check.left)
        right = _total(by_name, check.right)
        rows.append((check.label, left, right, left - right))
    return Table("tie-out", "Tie-out", COLUMNS, rows)


def _total(tables: dict[str, Table], terms: Sequence[Term]) -> Decimal:
    return sum((term.sign * _sum(tables[term.table], term) for term in terms), Decimal("0.00"))


def _sum(table: Table, term: Term) -> Decimal:
    at = table.column(term.column)
    rows = table.rows
    if term.match is not None:
        where = table.column(term.match[0])
        rows = [row for row in rows if row[where] == term.match[1]]
    return sum((cell for row in rows if isinstance(cell := row[at], Decimal)), Decimal(0))
