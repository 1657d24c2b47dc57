"""Bars by week or month, with a line over them: at most three series, painted, no library."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import figures, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import spot

STEPS = (1, 2, 5)
LINE = 15  # between two lines of a name below its bar


class Group(NamedTuple):
    """One place on the axis: its label, its bars (one or two), and the line's value there."""

    label: str
    bars: tuple[Decimal, ...]
    line: Decimal | None = None


class BarChart(QWidget):
    """`dashed` draws the line dashed and quiet (last year); else it is the amber level.

    With one bar a group, the last group stands in the accent (now) and the others are before.
    `minimum` is a dashed red line with its words at the right.
    """

    def __init__(self, *, dashed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dashed = dashed
        self._groups: tuple[Group, ...] = ()
        self._minimum: tuple[Decimal, str] | None = None
        self._last = ""
        self._ranked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_groups(
        self, groups: Sequence[Group], *, last: str = "",
        minimum: tuple[Decimal, str] | None = None, ranked: bool = False,
    ) -> None:  # fmt: skip
        """`last` are the words at the newest value; `ranked` groups have no newest one."""
        self._ranked = ranked
        self._groups, self._last, self._minimum = tuple(groups), last, minimum
        said = "; ".join(f"{group.label} {' '.join(map(str, group.bars))}" for group in groups)
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(340), theme.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(100))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self._groups:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high, step = self._scale()
        widest = max(theme.width(theme.HINT, self._axis(at)) for at in (low, high))
        left = widest + theme.px(10)
        right = theme.px(76) if self._minimum else self._room_for_last()
        right = max(right, self._room_for_newest(self.width() - left - right))
        foot = theme.px(40) + (theme.px(LINE) if self._folds(self.width() - left - right) else 0)
        plot = QRectF(left, theme.px(14), self.width() - left - right, self.height() - foot)
        self._paint_axis(painter, plot, low, high, step)
        self._paint_bars(painter, plot, low, high)
        self._paint_minimum(painter, plot, low, high)
        self._paint_line(painter, plot, low, high)

    def _room_for_newest(self, wide: float) -> int:
        """The newest day stands whole below its bar, in the middle of it like the others."""
        if self._ranked:
            return 0
        words = theme.width(theme.Type(12, 600), self._groups[-1].label)
        return round(max(words - wide / len(self._groups), 0) / 2) + 1

    def _room_for_last(self) -> int:
        """The words at the newest value of a line stand behind it."""
        if self._dashed or not self._last:
            return theme.px(4)
        return round(theme.width(theme.Type(12, 600), self._last)) + theme.px(4)

    def _scale(self) -> tuple[int, int, int]:
        """The lowest and highest mark of the axis and the step between marks."""
        values = [float(bar) for group in self._groups for bar in group.bars]
        values += [float(group.line) for group in self._groups if group.line is not None]
        if self._minimum:
            values.append(float(self._minimum[0]))
        top, bottom = max([*values, 1]), min([*values, 0])
        step = next(
            unit * 10**power
            for power in range(12)
            for unit in STEPS
            if (top - bottom) / (unit * 10**power) <= 4
        )
        return int(bottom // step) * step, -int(-top // step) * step, step

    def _axis(self, value: int) -> str:
        return figures.number(value)

    def _y(self, plot: QRectF, value: float, low: int, high: int) -> float:
        return plot.bottom() - plot.height() * (value - low) / max(high - low, 1)

    def _paint_axis(self, painter: QPainter, plot: QRectF, low: int, high: int, step: int) -> None:
        t = theme.tokens()
        for mark in range(low, high + 1, step):
            y = self._y(plot, mark, low, high)
            line = QRectF(plot.x(), round(y), plot.width(), 1)
            painter.fillRect(line, t.line2 if mark == 0 else t.rowline)
            box = QRectF(0, y - theme.px(9), plot.x() - theme.px(8), theme.px(18))
            ink.text(painter, self._axis(mark), box, theme.HINT, t.text2, right=True)

    def _paint_bars(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        t = theme.tokens()
        pitch = plot.width() / len(self._groups)
        zero = self._y(plot, 0, low, high)
        for at, group in enumerate(self._groups):
            newest = at + 1 == len(self._groups) and not self._ranked
            middle = plot.x() + (at + 0.5) * pitch
            wide = self._thick(pitch, len(group.bars))
            start = middle - wide * len(group.bars) / 2
            for number, bar in enumerate(group.bars):
                now = newest or self._ranked if len(group.bars) == 1 else number == 1
                y = self._y(plot, float(bar), low, high)
                box = QRectF(start + number * wide, min(y, zero), wide - 1, abs(zero - y))
                if box.height() >= 1:
                    ink.frame(painter, box, theme.px(2), t.series if now else t.series_before)
        if self._ranked:
            self._paint_names(painter, plot, pitch)
        else:
            self._paint_times(painter, plot, pitch)

    def _paint_names(self, painter: QPainter, plot: QRectF, pitch: float) -> None:
        """What is ranked is named below every bar, as far as there is room."""
        room = self._label_room(pitch)
        for at, group in enumerate(self._groups):
            middle = plot.x() + (at + 0.5) * pitch
            box = QRectF(middle - room / 2, plot.bottom() + theme.px(4), room, theme.px(20))
            for line in folded(theme.HINT, group.label, room):
                ink.text(painter, line, box, theme.HINT, theme.tokens().text2, centre=True)
                box.translate(0, theme.px(LINE))

    def _paint_times(self, painter: QPainter, plot: QRectF, pitch: float) -> None:
        """The newest in bold, whole; the others as often as there is room, and clear of it."""
        t, every, count = theme.tokens(), self._label_step(pitch), len(self._groups)
        end = float(self.width())
        for at in range(count - 1, -1, -every):
            newest = at + 1 == count
            kind = theme.Type(12, 600) if newest else theme.HINT
            wide = theme.width(kind, self._groups[at].label) + 2
            left = min(plot.x() + (at + 0.5) * pitch - wide / 2, self.width() - wide)
            if left + wide <= end:
                box = QRectF(left, plot.bottom() + theme.px(4), wide, theme.px(20))
                ink.text(painter, self._groups[at].label, box, kind, t.text if newest else t.text2,
                         centre=True)  # fmt: skip
                end = left - theme.px(8)

    def _thick(self, pitch: float, bars: int) -> float:
        """How thick a bar is: no hair where there are many, no wall where there are few."""
        if bars > 1:
            return max(min(theme.px(10 if pitch < theme.px(80) else 20), pitch / 3), 2.0)
        return max(min(theme.px(20 if pitch < theme.px(60) else 36), pitch * 0.56), 2.0)

    def _label_room(self, pitch: float) -> float:
        """Words below a bar."""
        return max(pitch - theme.px(8), theme.px(30))

    def _folds(self, wide: float) -> bool:
        """Whether a name below its bar needs a second line."""
        room = self._label_room(wide / len(self._groups))
        return self._ranked and any(
            len(folded(theme.HINT, group.label, room)) > 1 for group in self._groups
        )

    def _label_step(self, pitch: float) -> int:
        bold = theme.Type(12, 600)
        widest = max(theme.width(bold, group.label) for group in self._groups)
        return max(int((widest + theme.px(11)) // pitch) + 1, 1)

    def _points(self, plot: QRectF, low: int, high: int) -> list[QPointF]:
        pitch = plot.width() / len(self._groups)
        return [
            QPointF(plot.x() + (at + 0.5) * pitch, self._y(plot, float(group.line), low, high))
            for at, group in enumerate(self._groups)
            if group.line is not None
        ]

    def _paint_line(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        t, points = theme.tokens(), self._points(plot, low, high)
        if points:
            pen = QPen(t.text3 if self._dashed else t.warn, 1.4 if self._dashed else 1.8)
            if self._dashed:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawPolyline(points)
        if self._dashed or not points:
            self._say_last(painter, plot, low, high)
            return
        spot(painter, points[-1], theme.px(5), t.raised)
        spot(painter, points[-1], theme.px(4), t.warn)
        middle = points[-1].y()
        if self._minimum is not None:  # its words stand here too: keep clear of them
            words = self._y(plot, float(self._minimum[0]), low, high) - theme.px(9)
            if abs(words - middle) < theme.px(18):
                middle = words - theme.px(18)
        box = QRectF(points[-1].x() + theme.px(12), middle - theme.px(9), theme.px(90),
                     theme.px(18))  # fmt: skip
        ink.text(painter, self._last, box, theme.Type(12, 600), t.warn)

    def _say_last(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        """The newest bar's own figure, above it."""
        pitch = plot.width() / len(self._groups)
        newest = self._groups[-1]
        middle = plot.right() - pitch / 2
        y = self._y(plot, float(max(newest.bars, default=Decimal(0))), low, high)
        wide = theme.width(theme.Type(12, 600), self._last) + 2
        box = QRectF(middle - wide / 2, y - theme.px(19), wide, theme.px(18))
        box.moveRight(min(box.right(), self.width()))
        ink.text(painter, self._last, box, theme.Type(12, 600), theme.tokens().text, centre=True)

    def _paint_minimum(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        if self._minimum is None:
            return
        value, words = self._minimum
        y, colour = self._y(plot, float(value), low, high), theme.tokens().bad
        pen = QPen(colour, 1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.x(), y), QPointF(plot.right(), y))
        box = QRectF(plot.right() + theme.px(6), y - theme.px(18), theme.px(76), theme.px(18))
        ink.text(painter, words, box, theme.HINT, colour)


def folded(kind: theme.Type, words: str, room: float) -> list[str]:
    """Words in one line, or in two where one has no room; the second may be elided."""
    if theme.width(kind, words) <= room:
        return [words]
    parts = words.split()
    for at in range(len(parts) - 1, 0, -1):
        first = " ".join(parts[:at])
        if theme.width(kind, first) <= room:
            return [first, " ".join(parts[at:])]
    at = next((at for at in range(len(words), 1, -1) if theme.width(kind, words[:at]) <= room), 1)
    return [words[:at], words[at:]]


class Legend(QWidget):
    """What the colours mean: small squares and a line, with their words."""

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, entries: Sequence[tuple[str, str]]) -> None:
        self._entries = tuple(entries)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(20))

    def sizeHint(self) -> QSize:
        wide = sum(theme.width(theme.HINT, words) + theme.px(28) for _, words in self._entries)
        return QSize(round(wide) - theme.px(12), theme.px(20))  # no gap behind the last

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        left, middle = 0.0, self.height() / 2
        for role, words in self._entries:
            colour: QColor = getattr(t, role)
            size = theme.px(10)
            if role in {"warn", "text3"}:
                painter.fillRect(QRectF(left - 2, middle - 1, size + 4, 2), colour)
            else:
                ink.frame(painter, QRectF(left, middle - size / 2, size, size), 2, colour)
            box = QRectF(left + size + theme.px(5), 0, theme.px(200), self.height())
            left += size + theme.px(18) + ink.text(painter, words, box, theme.HINT, t.text2)
