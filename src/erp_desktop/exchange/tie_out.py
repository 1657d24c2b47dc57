"""The tie-out sheet as live formulas: whoever opens the workbook can recompute that it agrees.

The checks come from the reports as sums of columns; here each becomes a formula over the sheets of
the same workbook, with the figure it came to beside it. The sheet's columns are: what is checked,
one side, the other side, their difference.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from erp_desktop.core.table import Cell, Table
from erp_desktop.exchange.workbook import Formula, cell_ranges

Ranges = Mapping[tuple[str, str], str]


class Term(Protocol):
    """The sum of a table's column, where another column is `match`, taken `sign`."""

    @property
    def table(self) -> str: ...
    @property
    def column(self) -> str: ...
    @property
    def sign(self) -> int: ...
    @property
    def match(self) -> tuple[str, str] | None: ...


class Check(Protocol):
    """Two sides that must be equal."""

    @property
    def left(self) -> Sequence[Term]: ...
    @property
    def right(self) -> Sequence[Term]: ...


def with_formulas(
    tables: Sequence[Table],
    checks: Sequence[Check],
    *,
    title: Callable[[str], str] = str,
    places: int = 2,
) -> Table:
    """The last of the tables, the tie-out, with formulas in place of its figures."""
    ranges = cell_ranges(tables, title=title)
    sheet = tables[-1]
    rows: list[tuple[Cell, ...]] = []
    for number, (row, check) in enumerate(zip(sheet.rows, checks, strict=True), start=2):
        said, left, right, difference = row
        rows.append(
            (
                title(str(said)),
                _formula(check.left, ranges, places, left),
                _formula(check.right, ranges, places, right),
                _cell(f"ROUND(B{number}-C{number},{places})", difference),
            )
        )
    return replace(sheet, rows=rows)


def _formula(terms: Sequence[Term], ranges: Ranges, places: int, came_to: Cell) -> Formula:
    """Rounded, since a spreadsheet adds binary fractions."""
    added = "".join(f"{'-' if term.sign < 0 else '+'}{_sum(term, ranges)}" for term in terms)
    return _cell(f"ROUND({added.removeprefix('+')},{max(places, 6)})", came_to)


def _sum(term: Term, ranges: Ranges) -> str:
    cells = ranges[term.table, term.column]
    if term.match is None:
        return f"SUM({cells})"
    column, wanted = term.match
    quoted = wanted.replace('"', '""')
    return f'SUMPRODUCT(({ranges[term.table, column]}="{quoted}")*{cells})'


def _cell(text: str, came_to: Cell) -> Formula:
    return Formula(text, came_to if isinstance(came_to, Decimal) else Decimal(0))
