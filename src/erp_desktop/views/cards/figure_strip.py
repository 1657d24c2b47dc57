"""A row of large figures with their words above them, parted by hairlines."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import theme
from erp_desktop.views.widgets import ink


class Figure(NamedTuple):
    """What it is, the figure, its unit behind it, a note beside the title."""

    title: str
    figure: str
    unit: str = ""
    note: str = ""
    role: str = "text"


class FigureStrip(QWidget):
    """56 high; the figures share the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        self._figures = tuple(figures)
        said = ", ".join(f"{one.title} {one.figure} {one.unit}".strip() for one in figures)
        self.setAccessibleName(said)
        self.update()

    def figures(self) -> tuple[Figure, ...]:
        return self._figures

    def sizeHint(self) -> QSize:
        return QSize(theme.px(500), theme.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        if not self._figures:
            return
        share = self.width() / len(self._figures)
        for at, figure in enumerate(self._figures):
            left = round(at * share) + (theme.px(14) if at else 0)
            if at:
                painter.fillRect(round(at * share), 2, 1, self.height() - 4, t.line)
            wide = share - theme.px(20)
            title = QRectF(left, 0, wide, theme.px(20))
            drawn = ink.text(painter, figure.title, title, theme.HINT, t.text2)
            note = title.adjusted(drawn + theme.px(8), 0, 0, 0)
            ink.text(painter, figure.note, note, theme.HINT, t.text3)
            box = QRectF(left, theme.px(22), wide, theme.px(28))
            colour: QColor = getattr(t, figure.role)
            drawn = ink.text(painter, figure.figure, box, theme.FIGURE_TITLE, colour)
            unit = box.adjusted(drawn + theme.px(6), theme.px(3), 0, theme.px(3))
            ink.text(painter, figure.unit, unit, theme.HINT, t.text3)
