"""One worksheet, streamed: rows are written as they come and never held together.

Above the rows stand what must be known first (the frozen head, the widths), below them what is
known only at the end (the totals, the filter's range).
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from typing import IO

from erp_desktop.core.table import NUMERIC, Cell, Column, Head, Kind, Table
from erp_desktop.exchange.csv_file import plain
from erp_desktop.exchange.sheet_cells import ColumnCells, Formula, escaped, letters
from erp_desktop.exchange.sheet_styles import Look

Row = tuple[Cell, ...]
BLOCK = 1_000  # rows turned into XML at once
SAMPLE = 200  # rows looked at for the widths
_WIDEST, _NARROWEST = 60, 7
_WIDTH_OF = {Kind.MONEY: 13, Kind.PRICE: 11, Kind.QUANTITY: 10, Kind.DATE: 12, Kind.MOMENT: 17}

_BEFORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>'
    '<sheetViews><sheetView workbookViewId="0"{selected}><pane ySplit="1" topLeftCell="A2"'
    ' activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2"'
    ' sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"{outline}/>'
    "<cols>{widths}</cols><sheetData>{head}"
)
_AFTER = (
    "</sheetData>{filter}"
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    "<headerFooter><oddHeader>&amp;L&amp;A</oddHeader>"
    "<oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>{ignored}</worksheet>"
)


@dataclass(frozen=True, slots=True)
class Words:
    """How the keys of titles and states are said in the user's language."""

    title: Callable[[str], str] = str
    state: Callable[[str], str] = str


def write_sheet(
    out: IO[bytes], table: Table, rows: Iterator[Row], words: Words, *, first: bool
) -> int:
    """Write one worksheet of these rows; answers how many they were."""
    sample = list(islice(rows, SAMPLE))
    columns = table.columns
    head = _BEFORE.format(
        selected=' tabSelected="1"' if first else "",
        widths="".join(_widths(columns, sample, words)),
        head=_head(columns, words),
        outline=' outlineLevelRow="1"' if table.heads else "",
    )
    out.write(head.encode())
    cells = [ColumnCells(at, column, words.state) for at, column in enumerate(columns)]
    totals = _Totals(columns)
    running = chain(sample, rows)
    if table.heads:
        count = _write_groups(out, cells, running, totals, table)
    else:
        count = _write_rows(out, cells, running, totals)
    if count and totals.any:
        out.write(_total_row(cells, totals, count, words).encode())
    last = letters(len(columns) - 1)
    ignored = _ignored(columns, count) if count else ""
    filter_ = f'<autoFilter ref="A1:{last}{count + 1}"/>' if may_filter(table) else ""
    out.write(_AFTER.format(filter=filter_, ignored=ignored).encode())
    return count


def may_filter(table: Table) -> bool:
    """Not where groups are folded: LibreOffice takes what is hidden in a filter's range for
    filtered out, and leaves it out of the sums."""
    return not any(head.folded for head in table.heads)


class _Totals:
    """The exact sums of the columns that are summed, so that a reader need not compute them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.sums = {at: Decimal(0) for at, column in enumerate(columns) if column.total}
        self.any = bool(self.sums)

    def add(self, columns: Sequence[Sequence[Cell]]) -> None:
        for at in self.sums:
            self.sums[at] += sum(cell for cell in columns[at] if isinstance(cell, Decimal | int))


def _write_groups(
    out: IO[bytes], cells: Sequence[ColumnCells], rows: Iterator[Row], totals: _Totals,
    table: Table,
) -> int:  # fmt: skip
    """Each group below its head, as an outline that folds; answers how many rows of the sheet.

    What was folded on the screen is folded here, and opens with the sign beside its head.
    """
    number = 2
    ends = [*(head.before for head in table.heads[1:]), len(table.rows)]
    for head, end in zip(table.heads, ends, strict=True):
        size = end - head.before
        out.write(_group_row(cells, head, number, size).encode())
        facts = ' outlineLevel="1" hidden="1"' if head.folded else ' outlineLevel="1"'
        _write_rows(out, cells, islice(rows, size), totals, number + 1, facts)
        number += 1 + size
    return number - 2


def _group_row(cells: Sequence[ColumnCells], head: Head, number: int, size: int) -> str:
    """What a group has in common and how many it has; its sums are formulas over its rows."""
    written, labelled = [], False
    for at, column in enumerate(cells):
        cell: Cell = head.sums[at]
        if isinstance(cell, Decimal | int):
            name = letters(at)
            cells_below = f"{name}{number + 1}:{name}{number + size}"
            cell = Formula(f"SUBTOTAL(9,{cells_below})", Decimal(cell))
        elif not labelled:
            cell, labelled = f"{head.words or head.value or ''}  ({head.members})", True
        written.append(column.total(number, cell))
    facts = ' collapsed="1"' if head.folded else ""
    return f'<row r="{number}"{facts}>{"".join(written)}</row>'


def _write_rows(
    out: IO[bytes], cells: Sequence[ColumnCells], rows: Iterator[Row], totals: _Totals,
    first: int = 2, facts: str = "",
) -> int:  # fmt: skip
    count = 0
    while block := list(islice(rows, BLOCK)):
        columns = list(zip(*block, strict=True))
        totals.add(columns)
        numbers = list(map(str, range(first + count, first + count + len(block))))
        written = [column.block(numbers, held) for column, held in zip(cells, columns, strict=True)]
        heads = [f'<row r="{number}"{facts}>' for number in numbers]
        xml = "</row>".join(map("".join, zip(heads, *written, strict=True)))
        out.write(f"{xml}</row>".encode())
        count += len(block)
    return count


def _head(columns: Sequence[Column], words: Words) -> str:
    cells = "".join(
        f'<c r="{letters(at)}1" s="{_head_look(column).value}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{escaped(words.title(column.title))}</t></is></c>'
        for at, column in enumerate(columns)
    )
    return f'<row r="1" ht="20" customHeight="1">{cells}</row>'


def _head_look(column: Column) -> Look:
    return Look.HEAD_RIGHT if column.kind in NUMERIC else Look.HEAD


def _total_row(cells: Sequence[ColumnCells], totals: _Totals, count: int, words: Words) -> str:
    """The sums follow the filter: SUBTOTAL leaves hidden rows out."""
    number = count + 2
    written = []
    labelled = 0 in totals.sums
    for at, column in enumerate(cells):
        cell: Cell = None
        if at in totals.sums:
            name = letters(at)
            cell = Formula(f"SUBTOTAL(9,{name}2:{name}{count + 1})", totals.sums[at])
        elif not labelled:
            cell, labelled = words.title("Total"), True
        written.append(column.total(number, cell))
    return f'<row r="{number}">{"".join(written)}</row>'


def _widths(columns: Sequence[Column], sample: Sequence[Row], words: Words) -> Iterator[str]:
    for at, column in enumerate(columns):
        content = max((_display_width(plain(row[at], column.kind)) for row in sample), default=0)
        title = _display_width(words.title(column.title)) + 3  # the filter's arrow
        least = max(title, _WIDTH_OF.get(column.kind, _NARROWEST))
        width = min(max(content + 2, least), _WIDEST)
        hidden = ' hidden="1"' if column.hidden else ""
        yield f'<col min="{at + 1}" max="{at + 1}" width="{width}" customWidth="1"{hidden}/>'


def _display_width(text: str) -> int:
    """Chinese characters are twice as wide as Latin ones; of several lines the longest counts."""
    if text.isascii() and "\n" not in text:
        return len(text)
    wide = unicodedata.east_asian_width
    lines = text.splitlines() or [""]
    return max(sum(2 if wide(letter) in "WF" else 1 for letter in line) for line in lines)


def _ignored(columns: Sequence[Column], count: int) -> str:
    """Codes that look like numbers are meant to be text: no green corners on them."""
    ranges = " ".join(
        f"{letters(at)}2:{letters(at)}{count + 1}"
        for at, column in enumerate(columns)
        if column.kind is Kind.CODE
    )
    if not ranges:
        return ""
    said = f'<ignoredError sqref="{ranges}" numberStoredAsText="1"/>'
    return f"<ignoredErrors>{said}</ignoredErrors>"


def parts_of(rows: Iterable[Row], most: int) -> Iterator[Iterator[Row]]:
    """Rows in parts of at most `most`, of which the first may be empty and no other is."""
    running = iter(rows)
    yield islice(running, most)
    for row in running:
        yield islice(chain((row,), running), most)
