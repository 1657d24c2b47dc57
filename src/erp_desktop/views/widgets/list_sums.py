"""What chosen rows of a list come to: the sums that stand in the status bar."""

from collections.abc import Sequence
from decimal import Decimal

from erp_desktop.core.table import NUMERIC, Cell, Column, Kind
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.list_source import PageSource, Row


def rows_of(source: PageSource, numbers: Sequence[int]) -> list[Row]:
    """Rows by number, read without pushing the visible ones out of memory."""
    found: list[Row] = []
    for start, size in _stretches(numbers):
        found += source.page(start, size)
    return found


def totals_of(columns: Sequence[Column], rows: Sequence[Row]) -> Row:
    """The sum of every column that has one."""
    return tuple(
        _summed([row[at] for row in rows]) if column.total else None
        for at, column in enumerate(columns)
    )


def said_sums(columns: Sequence[Column], totals: Row) -> list[tuple[str, str]]:
    """Title and figure of every column that was summed; money with its sign."""
    sign = figures.form().symbol
    said = []
    for column, total in zip(columns, totals, strict=True):
        if isinstance(total, Decimal | int) and column.kind in NUMERIC:
            words = figures.written(column.kind, total)
            if column.kind is Kind.MONEY and isinstance(total, Decimal):
                words = figures.money_with_sign(total)
            said.append((wording.title(column.title).removesuffix(f" {sign}"), words))
    return said


def _summed(cells: list[Cell]) -> Cell:
    exact = [cell for cell in cells if isinstance(cell, Decimal)]
    whole = [cell for cell in cells if isinstance(cell, int)]
    return sum(exact, Decimal(sum(whole))) if exact else sum(whole)


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as (start, length) of what stands together: 1 2 3 7 is (1, 3), (7, 1)."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][0] + spans[-1][1] == number:
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((number, 1))
    return spans
