"""The stock to come as a staircase: from today on, each promise a step down, each arrival up."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import figures, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import spot

AHEAD = 7  # days that the last step is drawn on


class StepChart(QWidget):
    """`show_steps` takes (day, stock from that day on), today first; `least` is marked as a level.

    What is below zero is drawn in red: somebody will wait.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[tuple[date, Decimal], ...] = ()
        self._least: tuple[Decimal, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_steps(
        self, steps: Sequence[tuple[date, Decimal]], least: tuple[Decimal, str] | None = None
    ) -> None:
        """Show the stock from today on; `least` is what may be promised, with its words."""
        self._steps, self._least = tuple(steps), least
        said = "; ".join(f"{figures.day(day)} {figures.quantity(held)}" for day, held in steps)
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(340), theme.px(140))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if not self._steps:
            return
        painter, t = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect()).adjusted(theme.px(2), theme.px(26), -theme.px(8), -theme.px(20))
        painter.setPen(QPen(t.line2, 1))
        zero = self._y(plot, 0)
        painter.drawLine(QPointF(plot.x(), zero), QPointF(plot.right(), zero))
        self._paint_least(painter, plot)
        line = self._line(plot)
        short = min(held for _, held in self._steps) < 0
        painter.setPen(QPen(t.bad if short else t.series, 2))
        painter.drawPolyline(QPolygonF(line))
        self._say(painter, plot)

    def _line(self, plot: QRectF) -> list[QPointF]:
        points: list[QPointF] = []
        for at, (day, held) in enumerate(self._steps):
            end = self._steps[at + 1][0] if at + 1 < len(self._steps) else None
            y = self._y(plot, held)
            points += [QPointF(self._x(plot, day), y), QPointF(self._x(plot, end), y)]
        return points

    def _say(self, painter: QPainter, plot: QRectF) -> None:
        """Each step's stock above it, and its day below the line; crowded words give way."""
        t, free_from = theme.tokens(), plot.x() - 1
        for day, held in self._steps:
            x, y = self._x(plot, day), self._y(plot, held)
            spot(painter, QPointF(x, y), theme.px(3), t.bad if held < 0 else t.series)
            words = figures.quantity(held)
            wide = max(theme.width(theme.HINT, words), theme.width(theme.HINT, figures.day(day)))
            if x < free_from:
                continue
            free_from = x + wide + theme.px(10)
            left = min(x, plot.right() - wide)
            if x > plot.x():  # clear of the line that comes down here
                left += theme.px(5)
            above = QRectF(left, y - theme.px(18), wide + theme.px(8), theme.px(16))
            ink.text(painter, words, above, theme.HINT, t.bad if held < 0 else t.text2)
            below = QRectF(left, plot.bottom() + theme.px(2), wide + theme.px(8), theme.px(18))
            ink.text(painter, figures.day(day), below, theme.HINT, t.text3)

    def _paint_least(self, painter: QPainter, plot: QRectF) -> None:
        if self._least is None:
            return
        level, words = self._least
        y, colour = self._y(plot, level), theme.tokens().warn
        pen = QPen(colour, 1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.x(), y), QPointF(plot.right(), y))
        box = QRectF(plot.x(), y + theme.px(1), plot.width(), theme.px(16))
        ink.text(painter, words, box, theme.HINT, colour, right=True)

    def _x(self, plot: QRectF, day: date | None) -> float:
        first, last = self._steps[0][0], self._steps[-1][0]
        span = (last - first).days + AHEAD
        gone = span if day is None else (day - first).days
        return plot.x() + plot.width() * gone / span

    def _y(self, plot: QRectF, held: Decimal | int) -> float:
        known = [one for _, one in self._steps]
        low, high = min([Decimal(0), *known]), max([Decimal(1), *known])
        return plot.bottom() - plot.height() * float((held - low) / (high - low))
