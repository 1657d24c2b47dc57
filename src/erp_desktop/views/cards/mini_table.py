"""A small table inside a card: a few rows, each of which may lead somewhere.

Not a list: no sorting, no scrolling, no columns to choose. Rows are buttons for keyboard and mouse.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import costs, theme, wording
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.chips import split_state
from erp_desktop.views.widgets.panels import Card

HEAD = 30
TWO_LINES = 40  # the least height of a row with a second line
LONG = 150  # as wide as words of a column may ask for


class MiniColumn(NamedTuple):
    """A column: its title, its width at font size 13 (0 takes what is left), and its side.

    One of costs is left out for somebody who must not know them.
    """

    title: str = ""
    width: int = 0
    right: bool = False
    cost: bool = False


class MiniCell(NamedTuple):
    """Words in a colour of the theme; a second quiet line; a chip, or a bar from 0 to 1."""

    words: str = ""
    role: str = "text"
    kind: theme.Type = theme.BODY
    note: str = ""  # behind the words, quiet
    below: str = ""
    state: str = ""  # shown as the chip of this state
    tone: Tone | None = None  # shows the words as a chip
    share: float | None = None


class MiniRow(NamedTuple):
    """Cells, and what the row opens (-1: nothing)."""

    cells: tuple[MiniCell, ...]
    key: int = -1


class MiniTable(QWidget):
    """`show_rows` fills it; `opened(key)` when a row is clicked or Enter is pressed on it."""

    opened = Signal(int)

    def __init__(
        self, columns: Sequence[MiniColumn], *, pitch: int = 38, total: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._seen = [at for at, one in enumerate(columns) if costs.seen() or not one.cost]
        self._columns = tuple(columns[at] for at in self._seen)
        self._pitch = self._drawn_pitch = pitch
        self._total = total
        self._rows: tuple[MiniRow, ...] = ()
        self._at = self._hovered = -1
        self._has_head = any(column.title for column in columns)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.worn.changed.connect(self.updateGeometry)

    def show_rows(self, rows: Sequence[MiniRow]) -> None:
        """Show these; with `total` the last one is the sum of the others."""
        self._rows = tuple(
            row._replace(cells=tuple(row.cells[at] for at in self._seen)) for row in rows
        )
        self._at = -1
        two = any(cell.below for row in self._rows for cell in row.cells)
        self._pitch = max(self._drawn_pitch, TWO_LINES) if two else self._drawn_pitch
        leads = any(row.key >= 0 for row in self._rows)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription("; ".join(_said(row) for row in self._rows))
        self.updateGeometry()
        self.update()

    def rows(self) -> tuple[MiniRow, ...]:
        return self._rows

    def sizeHint(self) -> QSize:
        high = self._head() + theme.px(self._pitch) * len(self._rows)
        gaps = theme.px(12) * (len(self._columns) - 1)
        return QSize(max(theme.px(260), round(sum(self._needs())) + gaps), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def _head(self) -> int:
        return theme.px(HEAD) if self._has_head else 0

    def showEvent(self, event: QShowEvent) -> None:
        """Called as the card that it stands in, where it got no name of its own."""
        super().showEvent(event)
        card = self.parentWidget()
        if not self.accessibleName() and isinstance(card, Card):
            self.setAccessibleName(card.title.text())

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        spans = self._spans()
        if self._has_head:
            for column, (left, wide) in zip(self._columns, spans, strict=True):
                box = QRectF(left, 0, wide, self._head())
                ink.text(painter, column.title, box, theme.HINT, t.text2, right=column.right)
            painter.fillRect(0, self._head() - 1, self.width(), 1, t.line)
        for at, row in enumerate(self._rows):
            self._paint_row(painter, at, row, spans)

    def _paint_row(
        self, painter: QPainter, at: int, row: MiniRow, spans: list[tuple[float, float]]
    ) -> None:
        t, high = theme.tokens(), theme.px(self._pitch)
        top = self._head() + at * high
        last = at + 1 == len(self._rows)
        if at == self._hovered and row.key >= 0:
            ink.frame(painter, QRectF(-4, top, self.width() + 8, high - 1), theme.px(4), t.hover)
        if self._total and last:
            painter.fillRect(0, top, self.width(), 1, t.line2)
        elif at or not self._has_head:
            painter.fillRect(0, top, self.width(), 1, t.rowline)
        for column, cell, (left, wide) in zip(self._columns, row.cells, spans, strict=True):
            paint_cell(painter, QRectF(left, top, wide, high), cell, right=column.right)
        if self.hasFocus() and at == self._at:
            ink.focus_ring(painter, QRectF(0, top + 1, self.width(), high - 2), theme.px(4))

    def _spans(self) -> list[tuple[float, float]]:
        gap, needs = theme.px(12), self._needs()
        drawn = [theme.px(column.width) for column in self._columns]
        fixed = [max(wide, need) if wide else 0 for wide, need in zip(drawn, needs, strict=True)]
        loose = [max(need, theme.px(40)) for wide, need in zip(drawn, needs, strict=True)
                 if not wide]  # fmt: skip
        room = self.width() - gap * (len(drawn) - 1)
        if sum(fixed) + sum(loose) > room:  # wider than there is room: what is drawn gives way
            _shrink(needs, room, [not column.right for column in self._columns])
            fixed = [need if wide else 0 for wide, need in zip(drawn, needs, strict=True)]
        spare = (room - sum(fixed)) / max(len(loose), 1)
        spans, left = [], 0.0
        for wide in fixed:
            own = wide or max(spare, theme.px(40))
            spans.append((left, float(own)))
            left += own + gap
        return spans

    def _needs(self) -> list[float]:
        """How wide each column must be for its title and its words; long names may be cut."""
        most = theme.px(LONG)
        return [
            max(
                theme.width(theme.HINT, column.title),
                *(min(cell_width(row.cells[at]), most) for row in self._rows),
                0.0,
            )
            + 2
            for at, column in enumerate(self._columns)
        ]

    # -- hands -----------------------------------------------------------------------------------

    def _row_at(self, y: float) -> int:
        at = int((y - self._head()) // max(theme.px(self._pitch), 1))
        return at if y >= self._head() and 0 <= at < len(self._rows) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            leads = at >= 0 and self._rows[at].key >= 0
            shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._open(self._row_at(event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step:
            self._at = min(max(self._at + step, 0), len(self._rows) - 1)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._at = max(self._at, 0)
        super().focusInEvent(event)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._rows) and self._rows[at].key >= 0:
            self.opened.emit(self._rows[at].key)


def cell_width(cell: MiniCell) -> float:
    """How wide a cell is drawn."""
    if cell.share is not None:
        return theme.px(32)
    if cell.state:
        code, _ = split_state(cell.state)
        return ink.chip_width(cell.words or wording.state_word(code), wording.sign_of(code).glyph)
    if cell.tone is not None:
        return ink.chip_width(cell.words, ink.Glyph.NONE)
    note = theme.width(theme.HINT, cell.note) + theme.px(8) if cell.note else 0
    return max(theme.width(cell.kind, cell.words) + note, theme.width(theme.HINT, cell.below))


def _shrink(needs: list[float], room: float, names: Sequence[bool]) -> None:
    """Take what is too much from the widest name, which may be cut; then from the widest of all,
    but never from the last column, which says the amount."""
    over = sum(needs) - room
    for least, may in ((90, names), (40, [True] * len(needs))):
        able = [need if ok else 0.0 for need, ok in zip(needs[:-1], may, strict=False)]
        if over > 0 and able:
            widest = able.index(max(able))
            kept = max(needs[widest] - over, min(needs[widest], float(theme.px(least))))
            over -= needs[widest] - kept
            needs[widest] = kept


def paint_cell(painter: QPainter, box: QRectF, cell: MiniCell, *, right: bool) -> None:
    """One cell: words with what stands beside or below them, a chip, or a bar."""
    t = theme.tokens()
    middle = box.center().y()
    if cell.share is not None:
        high = theme.px(5)
        where = QRectF(box.x(), round(middle - high / 2), box.width(), high)
        ink.bar(painter, where, cell.share, _colour(cell.role))
        return
    if cell.state or cell.tone is not None:
        _paint_chip(painter, box, cell, right=right)
        return
    line = theme.px(18)
    if cell.below:
        above = QRectF(box.x(), middle - line, box.width(), line)
        ink.text(painter, cell.below, above.translated(0, line), theme.HINT, t.text3, right=right)
        box = above
    room = box if not cell.note else box.adjusted(0, 0, -_taken_by(cell, box.width()), 0)
    drawn = ink.text(painter, cell.words, room, cell.kind, _colour(cell.role), right=right)
    if cell.note:
        rest = box.adjusted(drawn + theme.px(8), 0, 0, 0)
        ink.text(painter, cell.note, rest, theme.HINT, t.text3)


def _taken_by(cell: MiniCell, room: float) -> float:
    """What of the room the quiet note keeps: a long name is cut before the note behind it."""
    note = theme.width(theme.HINT, cell.note) + theme.px(8)
    short = theme.width(cell.kind, cell.words) + note > room
    return min(note, room * 2 / 3) if short else 0.0


def _paint_chip(painter: QPainter, box: QRectF, cell: MiniCell, *, right: bool) -> None:
    words, tone, glyph, done = cell.words, cell.tone, ink.Glyph.NONE, 0.0
    if cell.state:
        code, done = split_state(cell.state)
        sign = wording.sign_of(code)
        words, tone, glyph = cell.words or wording.state_word(code), sign.tone, sign.glyph
    wide = ink.chip_width(words, glyph)
    left = box.right() - wide if right else box.x()
    tone = tone or Tone.NEUTRAL
    ink.chip(painter, words, left, box.center().y(), tone, glyph=glyph, done=done)


def _colour(role: str) -> QColor:
    found: QColor = getattr(theme.tokens(), role)
    return found


def _said(row: MiniRow) -> str:
    return ", ".join(" ".join(filter(None, (c.words, c.note, c.below))) for c in row.cells)
