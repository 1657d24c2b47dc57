"""How one cell of a list is painted, straight from the row: no item, no role, no query.

Each column has a `Face`. The plain ones follow from the column's kind (`face_of`); a page names
others for the columns that say more: two lines, a link, a bar, a unit behind the figure, a note
behind a date. A face is bound once to its columns and then paints thousands of cells.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from erp_desktop.core.table import NUMERIC, Cell, Column, Kind
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.chips import split_state

Row = tuple[Cell, ...]
PAD = 10  # left and right of a cell's words
WIDEST_UNIT = 72  # a longer name of a unit is cut
CHINESE = "\u2e80"  # from here on letters stand without spaces between words


class Face:
    """Words on the left in the text colour; the others derive from this."""

    right = False

    def __init__(self, kind: theme.Type = theme.BODY, role: str = "text") -> None:
        self.kind, self.role = kind, role
        self.at = 0
        self.column = Column("", "")
        self.columns: Mapping[str, int] = {}

    def bind(self, columns: Sequence[Column], at: int) -> "Face":
        """Learn which column this face paints, and where the others stand."""
        self.at, self.column = at, columns[at]
        self.columns = {column.key: place for place, column in enumerate(columns)}
        return self

    def words(self, row: Row) -> str:
        """What a person reads in the cell."""
        return figures.written(self.column.kind, row[self.at])

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:  # noqa: ARG002
        words = self.words(row)
        if words:
            ink.text(painter, words, box, self.kind, self.colour(row), right=self.right)

    def colour(self, row: Row) -> QColor:  # noqa: ARG002
        found: QColor = getattr(theme.tokens(), self.role)
        return found

    def hint(self, row: Row) -> str:  # noqa: ARG002
        """What more can be said of the cell, where the mouse rests on it."""
        return ""

    def other(self, row: Row, key: str) -> Cell:
        """Another cell of the row."""
        return row[self.columns[key]]

    def room(self, row: Row) -> float:
        """How wide the cell is painted, in pixels."""
        return theme.width(self.kind, self.words(row)) + self.gap()

    def gap(self) -> int:
        """What is kept free at the right of a figure, for its unit."""
        return 0


class FigureFace(Face):
    """Right-aligned tabular figures; negative in `bad`, zero as a quiet dash."""

    right = True
    even = False  # whether all rows have the same decimals, also where it is no price

    def __init__(self, kind: theme.Type = theme.FIGURE, role: str = "text") -> None:
        super().__init__(kind, role)
        self._places = 0

    def see(self, rows: Sequence[Row]) -> bool:
        """Learn the most decimals of the prices in these rows; whether it is more than before."""
        if not self.even and self.column.kind is not Kind.PRICE:
            return False
        known, self._places = (
            self._places,
            max([self._places, *(figures.decimals(row[self.at]) for row in rows)]),
        )
        return self._places > known

    def words(self, row: Row) -> str:
        cell = row[self.at]
        if self._places and isinstance(cell, Decimal) and cell:
            return figures.price(cell, self._places)
        return super().words(row)

    def colour(self, row: Row) -> QColor:
        t, cell = theme.tokens(), row[self.at]
        if isinstance(cell, Decimal | int):
            if cell == 0:
                return t.text3
            if cell < 0:
                return t.bad
        return super().colour(row)


class ChipFace(Face):
    """A state as a chip; on a selected row its ground becomes the page."""

    def words(self, row: Row) -> str:
        code, _ = split_state(str(row[self.at] or ""))
        return wording.state_word(code) if code else ""

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        code, done = split_state(str(row[self.at] or ""))
        if not code:
            return
        sign = wording.sign_of(code)
        middle = box.y() + box.height() / 2
        words = theme.elided(theme.CHIP, wording.state_word(code), int(box.width()) - theme.px(30))
        ink.chip(
            painter, words, box.x(), middle, sign.tone,
            glyph=sign.glyph, done=done, on_selection=chosen,
        )  # fmt: skip

    def room(self, row: Row) -> float:
        return theme.width(theme.CHIP, self.words(row)) + theme.px(30)


class LinkFace(Face):
    """What to do next, or where the words lead, in the link colour; words of a `context` are
    translated. The name of the row itself is `quiet`: a list is not all links."""

    def __init__(self, context: str = "", *, quiet: bool = False) -> None:
        super().__init__(theme.BODY, "text" if quiet else "accent_text")
        self._context = context

    def words(self, row: Row) -> str:
        words = super().words(row)
        return wording.translate(self._context, words) if self._context and words else words


class TranslatedFace(Face):
    """A word of the program's own (a kind of document, a reason), in the user's language."""

    def __init__(self, context: str, role: str = "text") -> None:
        super().__init__(theme.BODY, role)
        self._context = context

    def words(self, row: Row) -> str:
        cell = row[self.at]
        if self._context == "Kind":
            return wording.kind_word(str(cell or ""))
        return wording.translate(self._context, str(cell)) if cell else ""


class TwoLineFace(Face):
    """The name with a quiet second line below it (a code, a note) from another column.

    A name that is too long goes on in the second line, before what stands there.
    """

    def __init__(self, below: str, *, right: bool = False) -> None:
        super().__init__(theme.FIGURE if right else theme.BODY)
        self._below, self.right = below, right

    def second(self, row: Row) -> str:
        cell = self.other(row, self._below)
        kind = Kind.PRICE if isinstance(cell, Decimal) else Kind.TEXT
        return figures.written(kind, cell)

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:  # noqa: ARG002
        t, second = theme.tokens(), self.second(row)
        words, rest = self.lines(row, box.width())
        if not second and not rest:
            ink.text(painter, words, box, self.kind, t.text, right=self.right)
            return
        middle, line = box.center().y(), theme.px(17)
        above = QRectF(box.x(), middle - line, box.width(), line)
        ink.text(painter, words, above, self.kind, self.colour(row), right=self.right)
        below = QRectF(box.x(), middle, box.width(), line)
        if rest:
            second = f" · {second}" if second else ""
            kept = below.adjusted(0, 0, -theme.width(theme.HINT, second), 0)
            drawn = ink.text(painter, rest, kept, theme.HINT, self.colour(row))
            below.setLeft(below.left() + drawn)
        ink.text(painter, second, below, theme.HINT, t.text3, right=self.right)

    def lines(self, row: Row, wide: float) -> tuple[str, str]:
        """The name in a column so wide: its first line, and what goes on below ("" if whole)."""
        words = self.words(row)
        if self.right or theme.width(self.kind, words) <= wide:
            return words, ""
        return _broken(words, theme.elided(self.kind, words, int(wide)))

    def room(self, row: Row) -> float:
        return max(super().room(row), theme.width(theme.HINT, self.second(row)))


class InputFace(FigureFace):
    """The figure of an editable cell, in bold; zero is a zero there, since it can be typed."""

    def __init__(self) -> None:
        super().__init__(theme.FIGURE_BOLD)

    def words(self, row: Row) -> str:
        return "0" if row[self.at] == 0 else super().words(row)


class SlotFace(FigureFace):
    """A figure with a unit in a slot, so that digits line up: as wide as the widest unit that was
    seen in the column, and no narrower than `slot`."""

    def __init__(self, slot: int, kind: theme.Type = theme.FIGURE) -> None:
        super().__init__(kind)
        self._slot, self._widest = slot, 0.0

    def unit_of(self, row: Row) -> str:  # noqa: ARG002  (whoever knows a unit says it)
        """The unit behind the figure of a row; empty where there is none to say."""
        return ""

    def see(self, rows: Sequence[Row]) -> bool:
        more, before = super().see(rows), self.gap()
        units = {self.unit_of(row) for row in rows}
        wide = max((theme.width(theme.HINT, unit) for unit in units), default=0)
        self._widest = max(self._widest, min(wide, theme.px(WIDEST_UNIT)))
        return more or self.gap() > before

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        slot, unit = self.gap(), self.unit_of(row)
        super().paint(painter, box.adjusted(0, 0, -slot, 0), row, chosen=chosen)
        if unit:
            begin = theme.px(4)
            where = QRectF(box.right() - slot + begin, box.y(), slot - begin, box.height())
            ink.text(painter, unit, where, theme.HINT, theme.tokens().text3)

    def gap(self) -> int:
        return max(theme.px(self._slot), round(self._widest) + theme.px(6)) if self._slot else 0


class UnitFace(SlotFace):
    """A figure with its unit from another column."""

    def __init__(self, unit: str, slot: int = 26, kind: theme.Type = theme.FIGURE) -> None:
        super().__init__(slot, kind)
        self._unit = unit

    def unit_of(self, row: Row) -> str:
        return str(self.other(row, self._unit) or "") if row[self.at] else ""


class ProgressFace(Face):
    """A bar for a fraction (per cent of the cell, or done / whole of two columns), and words.

    More than the whole is red, but calm in a row whose column `allowed` says yes.
    """

    def __init__(
        self, done: str = "", whole: str = "", words: str = "", wide: int = 50, allowed: str = ""
    ) -> None:
        super().__init__(theme.BOLD)
        self._done, self._whole, self._words, self._wide = done, whole, words, wide
        self._allowed = allowed

    def share(self, row: Row) -> float:
        """0 to 1 and more; for painting only."""
        if not self._whole:
            return float(_number(row[self.at]) / 100)
        whole = _number(self.other(row, self._whole))
        return float(_number(self.other(row, self._done)) / whole) if whole else 0.0

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:  # noqa: ARG002
        share, colour = self.share(row), self.colour(row)
        high = theme.px(5)
        where = QRectF(box.x(), box.center().y() - high / 2, theme.px(self._wide), high)
        ink.bar(painter, where, share, colour)
        if self._words:
            said = str(self.other(row, self._words) or "")
            ink.text(painter, said, box, self.kind, colour, right=True)

    def colour(self, row: Row) -> QColor:
        t, share = theme.tokens(), self.share(row)
        if share > 1:
            return t.ok if self._allowed and self.other(row, self._allowed) else t.bad
        return t.ok if share == 1 else t.warn

    def room(self, row: Row) -> float:
        said = str(self.other(row, self._words) or "") if self._words else ""
        return theme.px(self._wide) + (theme.px(8) + theme.width(self.kind, said) if said else 0)


def _broken(words: str, shown: str) -> tuple[str, str]:
    """Words in two lines, the first no longer than what is shown of them: Chinese breaks anywhere,
    other words only between two."""
    fits = len(shown.removesuffix("…"))
    at = fits if words[fits : fits + 1] >= CHINESE else words.rfind(" ", 0, fits + 1)
    return (words, "") if at <= 0 else (words[:at].rstrip(), words[at:].strip())


def _number(cell: Any) -> Decimal:
    return Decimal(cell) if isinstance(cell, Decimal | int) else Decimal(0)


def face_of(column: Column) -> Face:
    """The plain face of a column, by its kind."""
    if column.kind is Kind.STATE:
        return ChipFace()
    if column.kind is Kind.PERCENT:
        return FigureFace(role="text2")
    if column.kind in NUMERIC:
        return FigureFace()
    if column.kind in {Kind.DATE, Kind.MOMENT}:
        return Face(role="text2")
    return Face()


def bound(columns: Sequence[Column], special: Mapping[str, Face]) -> list[Face]:
    """The faces of all columns, the special ones by their column's key."""
    return [
        special.get(column.key, face_of(column)).bind(columns, at)
        for at, column in enumerate(columns)
    ]
