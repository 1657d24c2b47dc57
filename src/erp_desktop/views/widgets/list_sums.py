"""What chosen rows of a list come to: the sums that stand in the status bar."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from erp_desktop.core.table import NUMERIC, Cell, Column, Kind
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.list_source import PageSource, Row


def rows_of(source: PageSource, stretches: Iterable[tuple[int, int]]) -> list[Row]:
    """Rows by (start, size), read without pushing the visible ones out of memory."""
    found: list[Row] = []
    for start, size in stretches:
        found += source.page(start, size)
    return found


def said_sums(columns: Sequence[Column], totals: Row, count: int) -> list[tuple[str, str]]:
    """Title and figure of every column that was summed, money with its sign; then the average."""
    sign = figures.form().symbol
    sums: list[tuple[str, str]] = []
    average: list[tuple[str, str]] = []
    for column, total in zip(columns, totals, strict=True):
        if isinstance(total, Decimal | int) and column.kind in NUMERIC:
            sums.append(
                (wording.title(column.title).removesuffix(f" {sign}"), _figure(column, total))
            )
            if column.kind is Kind.MONEY and isinstance(total, Decimal) and not average and count:
                mean = (total / count).quantize(
                    Decimal(1).scaleb(-figures.form().places), ROUND_HALF_UP
                )
                average.append((wording.translate("List", "Average"), _figure(column, mean)))
    return [*sums, *average]


def _figure(column: Column, cell: Cell) -> str:
    if column.kind is Kind.MONEY and isinstance(cell, Decimal):
        return figures.money_with_sign(cell)
    return figures.written(column.kind, cell)
