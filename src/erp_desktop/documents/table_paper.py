"""Any `core.table.Table` on paper: what the user sees on the screen, printed or as PDF.

Upright when the columns fit, across when they are many, and on further pages where they are more
than that: each of them begins with the first column again. Numbers right, the same places in a
column, totals below, page x of y. Column titles and cell texts are printed as they are handed in:
the window has translated them already, as it does for its own screen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from erp_desktop.core.table import NUMERIC, Cell, Column, Head, Kind, Said, Table
from erp_desktop.documents import figures, grid, page
from erp_desktop.documents.page import Sheet, draw_sheets
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import ShopHead
from erp_desktop.documents.pen import Style

WORDS_LEAST: Final = 90.0  # points a column of words should have, or the page lies across
TABLE_BODY: Final = Style(8)
HEAD_WORDS: Final = Style(8.5, "semibold")
HEAD_FIGURE: Final = Style(8, "semibold")


@dataclass(frozen=True, slots=True)
class TablePaper:
    """A table and what to say above it: `facts` are (label, value), such as period and filter.

    `states` are the words of state codes; without one the code itself is printed in words.
    """

    language: str
    shop: ShopHead
    table: Table
    facts: Sequence[tuple[str, str]] = ()
    states: Mapping[str, str] = field(default_factory=dict)


def draw(paper: TablePaper) -> bytes:
    """The table on A4, upright or across."""
    shown = [at for at, column in enumerate(paper.table.columns) if not column.hidden]
    lines = _grid(paper, shown)
    sheet = Sheet(paper.language, _head(paper), lines)
    if grid.least_width(lines, WORDS_LEAST) <= sheet.room:
        return draw_sheets([sheet])
    sheet = replace(sheet, head=replace(sheet.head, landscape=True))
    parts = _parts(grid.least_widths(lines, WORDS_LEAST), sheet.room)
    if len(parts) == 1:
        return draw_sheets([sheet])
    return draw_sheets([
        Sheet(
            paper.language, _numbered(sheet.head, number, len(parts)),
            _grid(paper, [shown[at] for at in part]),
        )
        for number, part in enumerate(parts, start=1)
    ])  # fmt: skip


def _numbered(head: page.Head, number: int, of: int) -> page.Head:
    """Which part of the columns stands below."""
    return replace(head, facts=(*head.facts, ("", f"{number} / {of}")))


def _head(paper: TablePaper) -> page.Head:
    count = words_of(paper.language)("{count} rows").format(count=len(paper.table.rows))
    shop = ShopHead(paper.shop.name)
    return page.Head(paper.table.title, "", shop, facts=(*paper.facts, ("", count)))


def _parts(widths: Sequence[float], room: float) -> list[list[int]]:
    """The columns in stretches that fit beside the first one, which each stretch begins with."""
    parts, left = [[0]], room - widths[0]
    for at, wide in enumerate(widths[1:], start=1):
        if grid.GAP + wide > left and len(parts[-1]) > 1:
            parts.append([0])
            left = room - widths[0]
        parts[-1].append(at)
        left -= grid.GAP + wide
    return parts


def _grid(paper: TablePaper, shown: list[int]) -> grid.Grid:
    table = paper.table
    columns = [table.columns[at] for at in shown]
    places = [_places(paper, at) for at in shown]
    rows = list(_rows(paper, shown, places))
    totals = tuple(
        _total(table, at, digits) if table.columns[at].total else ""
        for at, digits in zip(shown, places, strict=True)
    )
    if any(totals) and not totals[0]:
        totals = (words_of(paper.language)("Total"), *totals[1:])
    return grid.Grid(
        tuple(_column(column) for column in columns), rows, totals if any(totals) else ()
    )


def _rows(
    paper: TablePaper, shown: Sequence[int], places: Sequence[int]
) -> Iterator[tuple[grid.Cell, ...]]:
    """The rows, each group behind its head; the rows of a folded group stay away."""
    table = paper.table
    heads: list[Head | None] = [*table.heads] or [None]
    begins = [0 if head is None else head.before for head in heads]
    for head, begin, end in zip(heads, begins, [*begins[1:], len(table.rows)], strict=True):
        if head is not None:
            yield _head_row(head, shown, places)
        for row in () if head is not None and head.folded else table.rows[begin:end]:
            yield tuple(
                (_mark(paper, table.columns[at], row[at], digits),)
                for at, digits in zip(shown, places, strict=True)
            )


def _head_row(head: Head, shown: Sequence[int], places: Sequence[int]) -> tuple[grid.Cell, ...]:
    """Words over the columns before the first sum, and the sums in theirs."""
    cells: list[grid.Cell] = []
    for at, digits in zip(shown, places, strict=True):
        cell = head.sums[at]
        said = figures.figure(Decimal(cell), digits) if isinstance(cell, Decimal | int) else ""
        cells.append((grid.Figure(said, HEAD_FIGURE),) if said else ())
    free = next((at for at, cell in enumerate(cells) if cell), len(cells))
    if free:
        cells[0] = (grid.Across(f"{head.words}  ({head.members:,})", free, HEAD_WORDS),)
    return tuple(cells)


def _column(column: Column) -> grid.GridColumn:
    if column.kind in NUMERIC:
        return grid.GridColumn(column.title, right=True)
    if column.kind is Kind.TEXT:
        return grid.GridColumn(column.title, share=column.width)
    return grid.GridColumn(column.title)


def _places(paper: TablePaper, at: int) -> int:
    kind = paper.table.columns[at].kind
    numbers = (row[at] for row in paper.table.rows)
    least = paper.shop.places if kind in {Kind.MONEY, Kind.PRICE} else 0
    return figures.places_of((cell for cell in numbers if isinstance(cell, Decimal)), least)


def _total(table: Table, at: int, places: int) -> str:
    cells = (row[at] for row in table.rows)
    numbers = (Decimal(cell) for cell in cells if isinstance(cell, Decimal | int))
    return figures.figure(sum(numbers, Decimal(0)), places)


def _mark(paper: TablePaper, column: Column, cell: Cell, places: int) -> grid.Mark:
    if cell is None:
        return grid.Words("", TABLE_BODY)
    if isinstance(cell, Said):
        return grid.Figure(cell.words, TABLE_BODY)
    if column.kind is Kind.PERCENT and isinstance(cell, Decimal):
        return grid.Figure(f"{figures.figure(cell, places)}%", TABLE_BODY)
    if column.kind is Kind.QUANTITY and isinstance(cell, Decimal):
        text, tail = figures.aligned(cell, places)
        return grid.Figure(text, TABLE_BODY, tail)
    if isinstance(cell, Decimal | int):
        return grid.Figure(figures.figure(Decimal(cell), places), TABLE_BODY)
    return grid.Words(_text(paper, column, cell), TABLE_BODY)


def _text(paper: TablePaper, column: Column, cell: str | date) -> str:
    if isinstance(cell, datetime):
        return figures.moment(cell, paper.language)
    if isinstance(cell, date):
        return figures.day(cell, paper.language)
    if column.kind is Kind.STATE:
        code = cell.partition(":")[0]
        return paper.states.get(code, code.replace("_", " ").capitalize())
    return cell
