"""A row of large figures with their words above them, parted by hairlines."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import costs, theme
from erp_desktop.views.widgets import ink


class Figure(NamedTuple):
    """What it is, the figure, its unit behind it, a note beside the title.

    One of costs is left out for somebody who must not know them.
    """

    title: str
    figure: str
    unit: str = ""
    note: str = ""
    role: str = "text"
    cost: bool = False


class FigureStrip(QWidget):
    """The figures share the width; where a note does not fit beside its title it stands below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._tall = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        shown = self._figures = tuple(one for one in figures if costs.seen() or not one.cost)
        said = ", ".join(f"{one.title} {one.figure} {one.unit}".strip() for one in shown)
        self.setAccessibleName(said)
        self._fit()
        self.update()

    def figures(self) -> tuple[Figure, ...]:
        return self._figures

    def sizeHint(self) -> QSize:
        return QSize(theme.px(500), theme.px(72 if self._tall else 52))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall = sum(self._needs(beside=True)) > self.width()
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def _needs(self, *, beside: bool) -> list[float]:
        """What each figure needs, with its note beside its title or without."""
        return [
            max(
                theme.width(theme.HINT, one.title)
                + (theme.width(theme.HINT, one.note) + theme.px(8) if one.note and beside else 0),
                theme.width(theme.HINT, one.note),
                theme.width(_kind(one), one.figure)
                + (theme.width(theme.HINT, one.unit) + theme.px(6) if one.unit else 0),
            )
            + theme.px(24)
            for one in self._figures
        ]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        needs = self._needs(beside=not self._tall)
        spare = (self.width() - sum(needs)) / max(len(needs), 1)
        left = 0.0
        for at, (figure, need) in enumerate(zip(self._figures, needs, strict=True)):
            if at:
                painter.fillRect(round(left), 2, 1, self.height() - 4, t.line)
            inset = theme.px(14) if at else 0
            box = QRectF(left + inset, 0, need + spare - inset - theme.px(6), self.height())
            self._paint_figure(painter, figure, box)
            left += need + spare

    def _paint_figure(self, painter: QPainter, figure: Figure, box: QRectF) -> None:
        t, line = theme.tokens(), theme.px(20)
        title = QRectF(box.x(), 0, box.width(), line)
        drawn = ink.text(painter, figure.title, title, theme.HINT, t.text2)
        note = title.adjusted(drawn + theme.px(8), 0, 0, 0)
        if self._tall:
            note = title.translated(0, theme.px(51))
        ink.text(painter, figure.note, note, theme.HINT, t.text3)
        large = QRectF(box.x(), theme.px(22), box.width(), theme.px(28))
        colour: QColor = getattr(t, figure.role)
        drawn = ink.text(painter, figure.figure, large, _kind(figure), colour)
        unit = large.adjusted(drawn + theme.px(6), theme.px(3), 0, theme.px(3))
        ink.text(painter, figure.unit, unit, theme.HINT, t.text3)


def _kind(figure: Figure) -> theme.Type:
    """Figures of one width, but for a date: its hyphens would become as wide as digits."""
    return theme.FIGURE_TITLE._replace(tabular="-" not in figure.figure)
