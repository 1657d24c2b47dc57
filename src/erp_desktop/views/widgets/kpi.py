"""A tile of the home page: a figure, its change with arrow and words, a sparkline, a link."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import spot


class KpiTile(QAbstractButton):
    """A button that opens the list behind the figure (`clicked`).

    `show_figure(figure, change, words, good, line)`: `change` like "12.4%" with its direction in
    `rising`; `good` None is neutral.
    """

    def __init__(self, title: str, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._link = title, link
        self._figure = self._change = self._words = ""
        self._rising: bool | None = None
        self._good: bool | None = None
        self._line: tuple[Decimal, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def show_figure(
        self, figure: str, words: str = "", *, change: str = "", rising: bool | None = None,
        good: bool | None = None, line: Sequence[Decimal] = (),
    ) -> None:  # fmt: skip
        self._figure, self._words, self._change = figure, words, change
        self._rising, self._good, self._line = rising, good, tuple(line)
        self.setAccessibleName(f"{self._title} {figure} {change} {words}")
        self.update()

    def retitle(self, title: str, link: str = "") -> None:
        self._title, self._link = title, link
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(106))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(8), t.raised, t.line)
        inside = QRectF(self.rect()).adjusted(theme.px(16), 0, -theme.px(16), 0)
        row = QRectF(inside.x(), theme.px(10), inside.width(), theme.px(24))
        ink.text(painter, self._title, row, theme.BODY, t.text2)
        self._paint_link(painter, row)
        row = QRectF(inside.x(), theme.px(36), inside.width(), theme.px(34))
        kind = ink.fitted(theme.KPI, self._figure, row.width(), 15)
        drawn = ink.text(painter, self._figure, row, kind, t.text)
        room = inside.width() - drawn - theme.px(16)
        if len(self._line) > 1 and room > theme.px(50):
            wide = min(theme.px(92), int(room))
            self._paint_line(
                painter, QRectF(inside.right() - wide, theme.px(38), wide, theme.px(30))
            )
        self._paint_change(painter, QRectF(inside.x(), theme.px(74), inside.width(), theme.px(22)))
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(8))

    def _paint_link(self, painter: QPainter, row: QRectF) -> None:
        if not self._link:
            return
        t, size = theme.tokens(), theme.px(12)
        colour = t.accent_text if self.underMouse() else t.text2
        ink.text(
            painter,
            self._link,
            row.adjusted(0, 0, -size - theme.px(2), 0),
            theme.HINT,
            colour,
            right=True,
        )
        box = QRectF(row.right() - size, row.center().y() - size / 2, size, size)
        icons.draw(painter, "chevron-right", colour, box)

    def _paint_change(self, painter: QPainter, row: QRectF) -> None:
        t = theme.tokens()
        left = row.x()
        if self._change:
            colour = t.text2 if self._good is None else t.ok if self._good else t.bad
            size = theme.px(14)
            if self._rising is not None:
                name = "arrow-up" if self._rising else "arrow-down"
                icons.draw(
                    painter, name, colour, QRectF(left, row.center().y() - size / 2, size, size)
                )
                left += size + theme.px(2)
            box = QRectF(left, row.y(), row.right() - left, row.height())
            left += ink.text(painter, self._change, box, theme.Type(12, 600), colour) + theme.px(8)
        box = QRectF(left, row.y(), row.right() - left, row.height())
        ink.text(painter, self._words, box, theme.HINT, t.text2)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        t = theme.tokens()
        points = sparkline(self._line, box.adjusted(0, theme.px(3), -theme.px(4), -theme.px(3)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        area = QPainterPath(path)
        area.lineTo(points[-1].x(), box.bottom())
        area.lineTo(points[0].x(), box.bottom())
        fade = QLinearGradient(0, box.top(), 0, box.bottom())
        above, below = QColor(t.series), QColor(t.series)
        above.setAlpha(38)
        below.setAlpha(0)
        fade.setColorAt(0, above)
        fade.setColorAt(1, below)
        painter.fillPath(area, fade)
        pen = QPen(t.series, 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        spot(painter, points[-1], theme.px(3), t.series)


def sparkline(values: Sequence[Decimal], box: QRectF) -> list[QPointF]:
    """Values as points across a box; a flat line runs through its middle."""
    low, high = min(values), max(values)
    span = high - low
    step = box.width() / (len(values) - 1)
    return [
        QPointF(box.x() + at * step, box.bottom() - box.height() * _share(value - low, span))
        for at, value in enumerate(values)
    ]


def _share(part: Decimal, whole: Decimal) -> float:
    return float(part / whole) if whole else 0.5
