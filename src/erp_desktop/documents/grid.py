"""The lines of a paper: columns that fit their figures, rows that fit their words, page breaks.

A cell is a small pile of marks: words (wrapped), a figure (right-aligned, every digit as wide as
the next), a barcode, or room to write. Figure columns are as wide as their widest figure; word
columns share what is left. Rows are measured first, so that "page x of y" is known before the
first stroke, and drawn afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from erp_desktop.documents import fonts
from erp_desktop.documents.barcodes import Bars, Symbology, bars_of
from erp_desktop.documents.figures import figure
from erp_desktop.documents.pen import INK, LINE, MM, SOFT, Pen, Style

BODY: Final = Style(9)
STRONG: Final = Style(9, "semibold")
SMALL: Final = Style(7.5, ink=SOFT, leading=10.5)
# small words on the baseline of BODY beside them
BESIDE: Final = Style(7.5, ink=SOFT, leading=13.69)
HEADING: Final = Style(7.5, "semibold", SOFT)
PAD: Final = 4.5  # above and below a row's words
DOT: Final = MM / 8
CODE_MOST: Final = 46 * MM  # bars wider than this become a square code
GAP: Final = 10.0  # between two columns
ROW_LINE: Final = 0xDDE1E7


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a cell, in `most` lines at most."""

    text: str
    style: Style = BODY
    most: int = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A number. `tail` is left free after it, so that 6 stands above the 1 of 1.375."""

    text: str
    style: Style = BODY
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code drawn as bars with its text below."""

    code: str
    high: float = 7 * MM


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for a hand to write in."""

    high: float = 16


@dataclass(frozen=True, slots=True)
class Across:
    """Text over this and the next columns, in one line; the columns are no wider for it."""

    text: str
    columns: int = 1
    style: Style = STRONG


Mark = Words | Figure | Code | Blank | Across
Cell = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of words has a `share` of the room left; one without is as wide as its cells."""

    title: str
    share: float = 0
    right: bool = False
    least: float = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns and rows; `carried` is the column whose running total is carried over pages.

    `amounts` are the carried column's numbers, one a row, printed with `places`.
    """

    columns: tuple[GridColumn, ...]
    rows: Sequence[tuple[Cell, ...]]
    totals: tuple[str, ...] = ()
    carried: int | None = None
    amounts: Sequence[Decimal] = ()
    places: int = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """A grid measured for one width: where each column starts, how wide, how high each row."""

    grid: Grid
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    wide: float

    @property
    def head_height(self) -> float:
        titles = zip(self.grid.columns, self.widths, strict=True)
        most = max(len(_title_lines(column.title, wide)) for column, wide in titles)
        return most * HEADING.height + 8


def laid_out(grid: Grid, wide: float) -> Laid:
    """Measure the columns and rows for this width."""
    widths = _column_widths(grid, wide)
    lefts = tuple(sum(widths[:at]) + GAP * at for at in range(len(widths)))
    heights = tuple(
        max(_cell_height(cell, room) for cell, room in zip(row, widths, strict=True)) + 2 * PAD
        for row in grid.rows
    )
    return Laid(grid, lefts, widths, heights, wide)


def least_width(grid: Grid, words: float) -> float:
    """The room the columns need when each column of words is content with `words` points."""
    widths = least_widths(grid, words)
    return sum(widths) + GAP * (len(widths) - 1)


def least_widths(grid: Grid, words: float) -> list[float]:
    """The same, column by column."""
    return [words if column.share else _natural(grid, at) for at, column in enumerate(grid.columns)]


def draw_head(pen: Pen, laid: Laid, x: float, y: float) -> float:
    """Draw the columns' titles; returns where the first row begins."""
    bottom = y + laid.head_height
    for column, left, wide in zip(laid.grid.columns, laid.lefts, laid.widths, strict=True):
        lines = _title_lines(column.title, wide)
        top = bottom - 4 - len(lines) * HEADING.height
        for at, line in enumerate(lines):
            base = top + at * HEADING.height + HEADING.drop
            if column.right:
                pen.words(x + left + wide, base, line, HEADING, "right")
            else:
                pen.words(x + left, base, line, HEADING)
    pen.rule(x, bottom, laid.wide, INK, 0.75)
    return bottom


def draw_row(pen: Pen, laid: Laid, at: int, x: float, y: float) -> float:
    """Draw a row and the hairline below it; returns where the next begins."""
    cells = zip(laid.grid.columns, laid.grid.rows[at], laid.lefts, laid.widths, strict=True)
    for number, (column, cell, left, wide) in enumerate(cells):
        top = y + PAD
        for mark in cell:
            if isinstance(mark, Across):
                last = min(number + mark.columns, len(laid.widths)) - 1
                room = laid.lefts[last] + laid.widths[last] - left
                style = mark.style
                text = fonts.fitted(mark.text, room, style.size, style.weight)
                pen.words(x + left, top + style.drop, text, style)
                continue
            _draw_mark(pen, mark, (x + left, top, wide), right=column.right)
            top += _mark_height(mark, wide)
    bottom = y + laid.heights[at]
    pen.rule(x, bottom, laid.wide, ROW_LINE)
    return bottom


def draw_carried(pen: Pen, laid: Laid, text: str, upto: int, place: tuple[float, float]) -> float:
    """Draw "Carried forward" with the sum of the first `upto` rows; returns the next y."""
    grid = laid.grid
    if grid.carried is None:
        return place[1]
    x, y = place
    said = figure(sum(grid.amounts[:upto], Decimal(0)), grid.places)
    right = x + laid.lefts[grid.carried] + laid.widths[grid.carried]
    base = y + PAD + BODY.drop
    pen.figures(right, base, said, BODY)
    pen.words(right - BODY.figures_width(said) - 12, base, text, SMALL, "right")
    pen.rule(x, y + carried_height(), laid.wide, ROW_LINE)
    return y + carried_height()


def carried_height() -> float:
    return BODY.height + 2 * PAD


def draw_totals(pen: Pen, laid: Laid, x: float, y: float) -> float:
    """Draw the totals row, if the grid has one; returns the next y."""
    if not laid.grid.totals:
        return y
    bottom = y + STRONG.height + 2 * PAD
    base = y + PAD + STRONG.drop
    cells = zip(laid.grid.columns, laid.grid.totals, laid.lefts, laid.widths, strict=True)
    for column, text, left, wide in cells:
        if column.right:
            pen.figures(x + left + wide, base, text, STRONG)
        else:
            pen.words(x + left, base, text, STRONG)
    pen.rule(x, y, laid.wide, INK, 0.75)
    return bottom


def _column_widths(grid: Grid, wide: float) -> tuple[float, ...]:
    shares = sum(column.share for column in grid.columns)
    natural = [_natural(grid, at) for at in range(len(grid.columns))]
    left = wide - GAP * (len(natural) - 1) - sum(natural)
    if not shares:
        return tuple(natural)
    return tuple(
        left * column.share / shares if column.share else own
        for column, own in zip(grid.columns, natural, strict=True)
    )


def _natural(grid: Grid, at: int) -> float:
    """How wide a column without a share must be."""
    column = grid.columns[at]
    if column.share:
        return 0
    widest = max((_natural_width(cell[at]) for cell in grid.rows), default=0)
    totals = [STRONG.figures_width(grid.totals[at])] if grid.totals else []
    if at == grid.carried:
        total = sum(grid.amounts, Decimal(0))
        totals.append(STRONG.figures_width(figure(total, grid.places)))
    head = max(HEADING.width(part) for part in column.title.split(" ") or [""])
    return max(widest, head, column.least, *totals, 0)


def _natural_width(cell: Cell) -> float:
    return max((_mark_width(mark) for mark in cell), default=0)


def _mark_width(mark: Mark) -> float:
    match mark:
        case Words(text, style):
            return style.width(text)
        case Figure(text, style, tail):
            return style.figures_width(text + tail)
        case Code(code, _):
            return _code_width(code)
    return 0


def _cell_height(cell: Cell, room: float) -> float:
    return sum(_mark_height(mark, room) for mark in cell)


def _mark_height(mark: Mark, room: float) -> float:
    match mark:
        case Words(_, style):
            return len(_lines(mark, room)) * style.height
        case Figure(_, style, _) | Across(_, _, style):
            return style.height
        case Code(code, high):
            return high + SMALL.height if code else 0
    return mark.high


def _lines(words: Words, room: float) -> list[str]:
    style = words.style
    return fonts.wrapped(words.text, room, style.size, style.weight, words.most)


def _title_lines(title: str, room: float) -> list[str]:
    return fonts.wrapped(title, room + 0.1, HEADING.size, HEADING.weight, 3)


def _draw_mark(pen: Pen, mark: Mark, place: tuple[float, float, float], *, right: bool) -> None:
    x, y, wide = place
    match mark:
        case Words(_, style):
            for at, line in enumerate(_lines(mark, wide)):
                base = y + at * style.height + style.drop
                pen.words(x + wide if right else x, base, line, style, "right" if right else "left")
        case Figure(text, style, tail):
            pen.figures(x + wide - style.figures_width(tail), y + style.drop, text, style)
        case Code(code, high):
            draw_code(pen, code, (x, y, wide), high)
        case Blank(high):
            pen.rule(x, y + high - 1, wide, LINE, 0.75)


def draw_code(pen: Pen, code: str, place: tuple[float, float, float], high: float) -> None:
    """A code's bars in this room, with its text below; nothing for no code.

    Bars start on whole eighths of a millimetre, so that they keep their widths at 203 dpi too.
    """
    if not code:
        return
    x, y, wide = place
    start = round(x / DOT) * DOT
    bars = _fitting_bars(code)
    if bars.square:
        pen.bars(bars, (start, y), high / bars.size, high)
    else:
        pen.bars(bars, (start, y), 2 * DOT / bars.unit, high - 1.5)
    pen.words(x, y + high + SMALL.drop, fonts.fitted(code, wide, 7.5, "regular"), SMALL)


def _fitting_bars(code: str) -> Bars:
    """Bars, or a square code where bars would take too much of the page."""
    bars = bars_of(code)
    return bars_of(code, Symbology.QR) if bars.size * 2 * DOT / bars.unit > CODE_MOST else bars


def _code_width(code: str) -> float:
    if not code:
        return 0
    bars = _fitting_bars(code)
    text = min(SMALL.width(code), CODE_MOST)
    return text if bars.square else max(bars.size * 2 * DOT / bars.unit + DOT, text)
