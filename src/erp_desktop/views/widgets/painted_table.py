"""A QTableView that paints its whole viewport itself, straight from the rows.

Selection, keyboard, scrolling, editors and screen readers stay Qt's; only the painting is ours, in
one call for all visible cells. A delegate is asked once a cell, with a style option to fill and a
model look-up for each role; this asks once a row, and is several times faster from Python.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from erp_desktop.core.table import Cell
from erp_desktop.views import theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import Face, FigureFace
from erp_desktop.views.widgets.list_header import ListHeader, draw_tick
from erp_desktop.views.widgets.slim_bar import SlimBar

Row = tuple[Cell, ...]
_TAB = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class Strip(NamedTuple):
    """A visible row: its number, where it stands, and its cells."""

    at: int
    top: int
    high: int
    row: Row
    chosen: bool


def asked_at(table: QTableView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """The cell a menu is asked for, and where it opens on the screen.

    The menu key asks for the cell the keyboard is in. Qt tells its place from the table's corner
    and not from that of the rows; taken as it is, it names the row below.
    """
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return table.indexAt(event.pos()), event.globalPos()
    index = table.currentIndex()
    where = table.visualRect(index).bottomLeft() if index.isValid() else QPoint(0, 0)
    return index, table.viewport().mapToGlobal(where)


class PaintedTable(QTableView):
    """Subclasses say what stands in a row (`row_at`) and own the faces of the columns."""

    nothing = ""  # what is said where there are no rows
    lead = 0  # leading sections that no column stands for (check boxes, line numbers)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces: list[Face] = []
        self._hovered = -1
        self._tabbed = False  # the keyboard came by Tab: then its ring is always shown
        self.header = ListHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.setAccessibleName(wording.translate("Grid", "Columns"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self._bars = [
            SlimBar(self, Qt.Orientation.Vertical),
            SlimBar(self, Qt.Orientation.Horizontal),
        ]
        self.verticalHeader().setMinimumSectionSize(10)
        theme.worn.changed.connect(self._dress)
        self._dress()

    # -- for subclasses --------------------------------------------------------------------------

    def row_at(self, at: int) -> Row | None:
        """The cells of a row, if they were read; here nothing was."""
        del at
        return None

    def read_rows(self, first: int, last: int) -> None:
        """Have these rows read before they are painted."""

    def row_count(self) -> int:
        """How many rows there are."""
        return self.model().rowCount()

    def high(self) -> int:
        """The height of a row."""
        return theme.row_height()

    # -- painting --------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.high())
        self.header.setFixedHeight(theme.px(31))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self.viewport()), theme.tokens()
        painter.fillRect(event.rect(), t.page)
        strips = list(self._strips(event.rect()))
        for strip in strips:
            self._paint_ground(painter, strip)
        for section, left, wide in self._sections(event.rect()):
            self._paint_column(painter, section, QRectF(left, 0, wide, 0), strips)
        for strip in strips:
            if type(strip.row) is not tuple:
                self.paint_head(painter, strip)
        if self.nothing and not self.row_count():
            room = QRectF(0, 0, self.viewport().width(), theme.px(88))
            ink.text(painter, self.nothing, room, theme.BODY, t.text2, centre=True)
        self._paint_current(painter)

    def _strips(self, area: QRect) -> Iterator[Strip]:
        count = self.row_count()
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if count == 0 or first < 0:
            return
        last = last if last >= 0 else count - 1
        self.read_rows(first, last)
        chosen = self.selectionModel()
        root = self.rootIndex()
        for at in range(first, last + 1):
            row = self.row_at(at)
            if row is not None:
                top, high = self.rowViewportPosition(at), self.rowHeight(at)
                yield Strip(at, top, high, row, chosen.isRowSelected(at, root))

    def _sections(self, area: QRect) -> Iterator[tuple[int, int, int]]:
        header = self.header
        for visual in range(header.count()):
            section = header.logicalIndex(visual)
            if header.isSectionHidden(section):
                continue
            left, wide = header.sectionViewportPosition(section), header.sectionSize(section)
            if left <= area.right() and left + wide >= area.left():
                yield section, left, wide

    def _paint_ground(self, painter: QPainter, strip: Strip) -> None:
        t, wide = theme.tokens(), self.viewport().width()
        high = self.paint_height(strip)
        if strip.chosen:
            painter.fillRect(0, strip.top, wide, high, t.sel)
            painter.fillRect(0, strip.top, theme.px(3), high, t.accent)
        elif strip.at == self._hovered:
            painter.fillRect(0, strip.top, wide, high, t.hover)
        colour = t.line2 if strip.chosen and not t.dark else t.rowline
        painter.fillRect(0, strip.top + high - 1, wide, 1, colour)

    def paint_height(self, strip: Strip) -> int:
        """How much of a row's height its cells take (a refusal may stand below them)."""
        return strip.high

    def _paint_column(
        self, painter: QPainter, section: int, span: QRectF, strips: list[Strip]
    ) -> None:
        if section < self.lead:
            for strip in strips:
                if type(strip.row) is tuple:
                    self.paint_lead(painter, self._cell(span, strip), strip)
            return
        face = self.faces[section - self.lead]
        if self.looks_like_fields(face):
            self._paint_fields(painter, span, strips)
        if isinstance(face, FigureFace) and face.see(
            [strip.row for strip in strips if type(strip.row) is tuple]
        ):
            self.viewport().update()  # rows above were painted with fewer decimals
        left, wide = self.header.inside(section, int(span.x()), int(span.width()))
        for strip in strips:
            if type(strip.row) is not tuple:
                continue  # the head of a group is painted as a whole
            box = QRectF(left, strip.top, wide, self.paint_height(strip) - 1)
            face.paint(painter, box, strip.row, chosen=strip.chosen)

    def looks_like_fields(self, face: Face) -> bool:  # noqa: ARG002
        """Whether the cells of a column may be typed into."""
        return False

    def _paint_fields(self, painter: QPainter, span: QRectF, strips: list[Strip]) -> None:
        t = theme.tokens()
        for strip in strips:
            if type(strip.row) is tuple:
                box = self._cell(span, strip).adjusted(2, 2, -2, -2)
                ink.frame(painter, box, theme.px(4), t.raised, t.line2)

    def _cell(self, span: QRectF, strip: Strip) -> QRectF:
        return QRectF(span.x(), strip.top, span.width(), self.paint_height(strip) - 1)

    def paint_lead(self, painter: QPainter, box: QRectF, strip: Strip) -> None:
        draw_tick(painter, box, ticked=strip.chosen)

    def paint_head(self, painter: QPainter, strip: Strip) -> None:
        """The head of a group, across the row; for tables that have groups."""

    def ring_box(self, index: QModelIndex) -> QRectF:
        """Where the ring of the keyboard stands in a cell."""
        return QRectF(self.visualRect(index)).adjusted(1, 1, -1, -2)

    def _paint_current(self, painter: QPainter) -> None:
        """The ring of the keyboard: on the current cell, else around all that is seen."""
        if not self.hasFocus():
            return
        index = self.currentIndex()
        box = self.ring_box(index)
        if not index.isValid() or index.column() < self.lead or box.width() < 4:
            if not self._tabbed:
                return
            box = QRectF(self.viewport().rect())
        ink.focus_ring(painter, box, theme.px(4))

    # -- words that do not fit -------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self.cell_hint(index), self.viewport())
            return True
        return super().viewportEvent(event)

    def cell_hint(self, index: QModelIndex) -> str:
        """The words of a cell that do not fit into it, and what its face says beyond them."""
        row = self.row_at(index.row()) if index.isValid() else None
        at = index.column() - self.lead
        if row is None or at < 0 or type(row) is not tuple:
            return ""
        face, words = self.faces[at], self.faces[at].words(row)
        wide = self.columnWidth(index.column())
        _, room = self.header.inside(index.column(), 0, wide)
        cut = words if theme.width(face.kind, words) > room else ""
        return "\n".join(filter(None, (cut, face.hint(row))))

    # -- the mouse's row -------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._tabbed = event.reason() in _TAB
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        before, self._hovered = self._hovered, row
        for at in (before, row):
            if at >= 0:
                top, wide = self.rowViewportPosition(at), self.viewport().width()
                self.viewport().update(0, top, wide, self.rowHeight(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Give the room that is left to the widest column of words."""
