"""A file as sheets of rows, whatever wrote it: CSV of any sort, Excel old and new, ODS.

Shops' files are not tidy: there are titles above the head, heads of two rows, blank rows, totals
at the end, Chinese in GBK. What was assumed in reading (encoding, separator, head row, rows left
out) is told with the sheet, so that a preview can show it and the user can say otherwise.

Cells stay as they are: text is text, with its leading zeros; a number from a workbook is an exact
Decimal of the digits that the spreadsheet shows. What a cell means is for `mapping` to say.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from erp_desktop.core.errors import FileUnreadable
from erp_desktop.exchange.sheet_files import Cells, Grid, Raw, TextGrid, open_grids
from erp_desktop.exchange.sheet_head import Head, find_head, is_total

__all__ = ["Cells", "LeftOut", "Raw", "Rows", "Sheet", "is_blank", "read_sheets"]

LOOKED_AT = 60  # rows in which the head is sought
_TAIL = 6  # rows at the end in which totals are sought


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no record: "above head", "total", or "below total"."""

    row: int
    reason: str
    text: str


class Rows:
    """The records of a sheet, each with its row number in the file; blank rows are passed over."""

    def __init__(self, grid: Grid, first: int, last: int, count: int) -> None:
        self._grid, self._first, self._last, self._count = grid, first, last, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        wanted = islice(self._grid, self._first - 1, self._last)
        for number, cells in enumerate(wanted, start=self._first):
            if not is_blank(cells):
                yield number, cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the names of its columns and its records, and what was assumed in reading it."""

    name: str
    header: tuple[str, ...]
    header_row: int  # the last row of the head, from 1
    rows: Rows
    left_out: tuple[LeftOut, ...] = ()
    encoding: str = ""  # of a text file
    guessed: bool = False  # the encoding is only likely: show it
    delimiter: str = ""

    def column(self, name: str) -> int:
        """Where a column stands; raises ValueError for one that is not there."""
        return self.header.index(name)


def read_sheets(
    path: Path, *, encoding: str = "", delimiter: str = "", header_row: int = 0
) -> list[Sheet]:
    """Read the visible sheets that hold records; what is empty ("", 0) is found out.

    Raises FileUnreadable with one of these details: missing, locked, empty, header only,
    wrong kind, password, damaged, binary, encoding.
    """
    grids = open_grids(path, encoding=encoding, delimiter=delimiter)
    sheets = [sheet for grid in grids if (sheet := _sheet_of(grid, header_row)) is not None]
    if not sheets:
        raise FileUnreadable(path, "empty")
    full = [sheet for sheet in sheets if len(sheet.rows)]
    if not full:
        raise FileUnreadable(path, "header only")
    return full


def is_blank(cells: Iterable[Raw]) -> bool:
    """Whether a row says nothing."""
    return not any(
        cell is not None and (cell.__class__ is not str or cell.strip()) for cell in cells
    )


def _sheet_of(grid: Grid, header_row: int) -> Sheet | None:
    top = list(islice(grid, LOOKED_AT))
    head = find_head(top, grid.merged, header_row)
    if head is None:
        return None
    count, tail = _counted(grid, head)
    left_out = _left_out(tail)
    titles = tuple(LeftOut(*title) for title in _titles(top[: head.first - 1]))
    last = left_out[0].row - 1 if left_out else max((row for row, _ in tail), default=head.row)
    text = grid if isinstance(grid, TextGrid) else None
    return Sheet(
        name=grid.name,
        header=head.names,
        header_row=head.row,
        rows=Rows(grid, head.row + 1, last, count - len(left_out)),
        left_out=(*titles, *left_out),
        encoding=text.encoding if text else "",
        guessed=text is not None and text.guessed,
        delimiter=text.delimiter if text else "",
    )


def _counted(grid: Grid, head: Head) -> tuple[int, Sequence[tuple[int, Cells]]]:
    """How many rows below the head say something, and the last few of them."""
    count = 0
    tail: deque[tuple[int, Cells]] = deque(maxlen=_TAIL)
    for number, cells in enumerate(islice(grid, head.row, None), start=head.row + 1):
        if not is_blank(cells):
            count += 1
            tail.append((number, cells))
    return count, tail


def _left_out(tail: Sequence[tuple[int, Cells]]) -> tuple[LeftOut, ...]:
    """The totals at the end, and everything below the first of them."""
    for at, (_, cells) in enumerate(tail):
        if is_total(cells):
            return tuple(
                LeftOut(number, "total" if is_total(below) else "below total", _shown(below))
                for number, below in islice(tail, at, None)
            )
    return ()


def _titles(above: Sequence[Cells]) -> Iterator[tuple[int, str, str]]:
    for number, cells in enumerate(above, start=1):
        if not is_blank(cells):
            yield number, "above head", _shown(cells)


def _shown(cells: Cells) -> str:
    return " | ".join(text for cell in cells if cell is not None and (text := str(cell).strip()))
