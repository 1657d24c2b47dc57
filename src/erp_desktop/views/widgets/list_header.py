"""The header of a list: quiet words, the sorted column in bold with its arrow, short separators."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from erp_desktop.core.table import NUMERIC, Column
from erp_desktop.views import column_words, icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import PAD

INDENT = 10  # besides the padding: words at a sheet's edge stand below the title of its page
GUTTER = 10  # the overlay scroll bar hides nothing of the last column


class ListHeader(QHeaderView):
    """Paints itself; `chooser_wanted` asks for the column chooser (right click).

    `indent` keeps the first words so far from the edge (at font size 13) that they stand below the
    title of the page.
    """

    chooser_wanted = Signal(object)  # QPoint, global
    # Qt may still ask for sizes while the header is being made or taken apart.
    _columns: Sequence[Column | None] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = []
        self.ticks = False
        self.indent = 0
        self._sorted, self._descending = -1, False
        self.ticked: bool | None = False  # None: some rows are chosen
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(28))
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_columns(self, columns: list[Column | None]) -> None:
        self._columns = columns
        self.viewport().update()

    def show_sorted(self, section: int, *, descending: bool) -> None:
        """Show which section the rows are ordered by; -1 for none."""
        self._sorted, self._descending = section, descending
        self.viewport().update()

    def show_ticked(self, *, ticked: bool | None) -> None:
        if self.ticked is not ticked:
            self.ticked = ticked
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(31))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self.viewport()), theme.tokens()
        painter.fillRect(event.rect(), t.sunken)
        bottom = self.viewport().height() - 1
        painter.fillRect(QRect(0, bottom, self.viewport().width(), 1), t.line)
        for section in range(self.count()):
            if not self.isSectionHidden(section):
                left = self.sectionViewportPosition(section)
                box = QRect(left, 0, self.sectionSize(section), self.viewport().height())
                if box.intersects(event.rect()):
                    self.paintSection(painter, box, section)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        column = self._columns[logicalIndex] if logicalIndex < len(self._columns) else None
        if column is None:
            self._paint_tick(painter, rect)
            return
        chosen = logicalIndex == self._sorted
        self._paint_words(painter, rect, column, chosen=chosen)
        if logicalIndex != self.last_section():
            high = theme.px(12)
            line = QRect(rect.right(), rect.center().y() - high // 2, 1, high)
            painter.fillRect(line, theme.tokens().line2)

    def _paint_words(self, painter: QPainter, rect: QRect, column: Column, *, chosen: bool) -> None:
        t, right = theme.tokens(), column.kind in NUMERIC
        kind = theme.Type(12, 600) if chosen else theme.LABEL
        left, wide = self.inside(self._columns.index(column), rect.x(), rect.width())
        box = QRectF(left, rect.y(), wide, rect.height())
        size = theme.px(13)
        words = column_words.title(column)
        if chosen and not right:
            box.setRight(box.right() - size)
        drawn = ink.text(painter, words, box, kind, t.text if chosen else t.text2, right=right)
        if not chosen:
            return
        start = box.right() - drawn - size - theme.px(4) if right else box.x() + drawn + theme.px(5)
        arrow = QRectF(start, round(rect.center().y() - size / 2 + 1), size, size)
        icons.draw(painter, "arrow-down" if self._descending else "arrow-up", t.accent_text, arrow)

    def _paint_tick(self, painter: QPainter, rect: QRect) -> None:
        if self.ticks:
            draw_tick(painter, QRectF(rect), ticked=self.ticked)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chooser_wanted.emit(event.globalPos())

    def titled(self, section: int) -> int:
        """How wide a column must be for its title; nobody asked for a narrower one yet."""
        at = self._columns[section] if section < len(self._columns) else None
        words = column_words.title(at) if at else ""
        arrow = theme.px(18) if section == self._sorted else 0
        wide = theme.width(theme.Type(12, 600), words) + arrow + self.beside(section)
        return round(wide) + 2 * theme.px(PAD) + 2

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803
        column = self._columns[logicalIndex] if logicalIndex < len(self._columns) else None
        words = column_words.title(column) if column else ""
        wide = theme.width(theme.Type(12, 600), words) + 2 * theme.px(PAD)
        return QSize(round(wide), theme.px(31))

    def last_section(self) -> int:
        """The section at the right end; its words keep clear of the scroll bar."""
        for visual in range(self.count() - 1, -1, -1):
            if not self.isSectionHidden(self.logicalIndex(visual)):
                return self.logicalIndex(visual)
        return -1

    def inside(self, section: int, left: int, wide: int) -> tuple[int, int]:
        """Where words stand in a section: its left and width without the padding."""
        pad, indent = theme.px(PAD), self._indent(section)
        return left + pad + indent, wide - 2 * pad - self.beside(section)

    def beside(self, section: int) -> int:
        """What a section keeps free besides its padding."""
        gutter = theme.px(GUTTER) if section == self.last_section() else 0
        return gutter + self._indent(section)

    def _indent(self, section: int) -> int:
        if not self.indent or section != self._first_section():
            return 0
        return theme.px(self.indent)

    def _first_section(self) -> int:
        sections = map(self.logicalIndex, range(self.count()))
        return next((one for one in sections if not self.isSectionHidden(one)), -1)


def draw_tick(painter: QPainter, cell: QRectF, *, ticked: bool | None) -> None:
    """A check box in the middle of a cell: ticked, not, or (None) some."""
    t, size = theme.tokens(), theme.px(14)
    box = QRectF(
        round(cell.center().x() - size / 2), round(cell.center().y() - size / 2), size, size
    )
    if ticked is False:
        ink.frame(painter, box, theme.px(4), t.raised, t.line2)
        return
    ink.frame(painter, box, theme.px(4), t.accent)
    pen = QPen(t.on_accent, size / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((0.26, 0.53), (0.43, 0.69), (0.75, 0.34)) if ticked else ((0.28, 0.5), (0.72, 0.5))
    painter.drawPolyline([box.topLeft() + QPointF(x * size, y * size) for x, y in points])
