"""The totals under a list, each under its column: reads the header's positions as it scrolls."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.core.table import NUMERIC, Cell
from erp_desktop.views import figures, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import PAD
from erp_desktop.views.widgets.painted_table import PaintedTable


class TotalsStrip(QWidget):
    """`show_totals` takes one Cell a column; `say` the words at the left."""

    def __init__(self, table: PaintedTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._totals: tuple[Cell, ...] = ()
        self._words = self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = table.header
        for moved in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            moved.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(self.update)
        theme.worn.changed.connect(self.updateGeometry)

    def show_totals(self, totals: tuple[Cell, ...]) -> None:
        self._totals = totals
        self.update()

    def say(self, words: str, short: str = "") -> None:
        """`short` is said where there is little room before the first total."""
        self._words, self._short = words, short or words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.sunken)
        painter.fillRect(0, 0, self.width(), 1, t.line2)
        first = self.width()
        header, lead = self._table.header, self._table.lead
        for at, cell in enumerate(self._totals):
            section = at + lead
            if cell is None or header.isSectionHidden(section):
                continue
            left, wide = header.sectionViewportPosition(section), header.sectionSize(section)
            first = min(first, left)
            inside, room = header.inside(section, left, wide)
            room -= self._table.faces[at].gap()  # digits stand below digits
            self._paint_total(painter, QRectF(inside, 0, room, self.height()), at, cell)
        start = theme.px(PAD + header.indent)
        if lead and header.count():
            start += header.sectionSize(0)
        box = QRectF(start, 0, max(first - start - theme.px(8), 0), self.height())
        words = self._words
        if theme.width(theme.BODY, words) > box.width():
            words = self._short
        ink.text(painter, words, box, theme.BODY, t.text2)

    def _paint_total(self, painter: QPainter, inside: QRectF, at: int, cell: Cell) -> None:
        t, column = theme.tokens(), self._table.faces[at].column
        colour = t.bad if isinstance(cell, Decimal | int) and cell < 0 else t.text
        words = figures.written(column.kind, cell)
        right = column.kind in NUMERIC
        drawn = theme.width(theme.FIGURE_BOLD, words)
        if right and drawn > inside.width():  # a sum may be wider than its column
            inside.setLeft(inside.right() - drawn - 1)
        ink.text(painter, words, inside, theme.FIGURE_BOLD, colour, right=right)
