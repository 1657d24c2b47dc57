"""The cart as the customer sees it too: big rows, the chosen one with − and + at its quantity.

It never has the focus: keys come from the scan field, so the next scan always lands there. A
refusal stands directly under its line.
"""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets import faces as cell_faces
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.banner import Answer, Banner
from erp_desktop.views.widgets.faces import Face, FigureFace
from erp_desktop.views.widgets.line_model import LineColumn, LineModel
from erp_desktop.views.widgets.list_fitting import needs
from erp_desktop.views.widgets.list_header import GUTTER, ListHeader
from erp_desktop.views.widgets.painted_table import PaintedTable, Row, Strip

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
ROW, REFUSAL = 58, 48
COLUMNS = (
    Column("name", mark("Table", "Item"), Kind.TEXT, 260),
    Column("price", mark("Table", "Price"), Kind.PRICE, 96),
    Column("quantity", mark("Table", "Qty"), Kind.QUANTITY, 152),
    Column("discount", mark("Table", "Discount"), Kind.TEXT, 130),
    Column("amount", mark("Table", "Amount"), Kind.MONEY, 116),
    Column("below", "below", Kind.TEXT, 0, hidden=True),
    Column("unit", "unit", Kind.TEXT, 0, hidden=True),
)


class NameFace(Face):
    """The name, and below it the code and what is on hand."""

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:  # noqa: ARG002
        t, middle, line = theme.tokens(), box.center().y(), theme.px(19)
        above = QRectF(box.x(), middle - line, box.width(), line)
        ink.text(painter, self.words(row), above, theme.Type(14), t.text)
        below = QRectF(box.x(), middle + 1, box.width(), line)
        ink.text(painter, str(self.other(row, "below") or ""), below, theme.HINT, t.text2)


class QuantityFace(FigureFace):
    """How many, in the middle; on the chosen row between − and +."""

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        t, unit = theme.tokens(), str(self.other(row, "unit") or "")
        words = f"{self.words(row)} {unit}".strip()
        if not chosen:
            side = max(stepper_box(box).width() - box.width(), 0) / 2
            box = box.adjusted(-side, 0, side, 0)  # the header's word is narrower than a weight
            ink.text(painter, words, box, theme.Type(15, 400, tabular=True), t.text, centre=True)
            return
        frame = stepper_box(box)
        ink.frame(painter, frame, theme.px(6), t.raised, t.line2)
        side = theme.px(36)
        for sign, left in (("−", frame.x()), ("+", frame.right() - side)):
            where = QRectF(left, frame.y(), side, frame.height())
            ink.text(painter, sign, where, theme.Type(17), t.text2, centre=True)
        for left in (frame.x() + side, frame.right() - side):
            painter.fillRect(QRectF(left, frame.y() + 1, 1, frame.height() - 2), t.line2)
        middle = frame.adjusted(side, 0, -side, 0)
        kind = theme.Type(15, 600, tabular=True)
        ink.text(painter, self.words(row), middle, kind, t.text, centre=True)

    def words(self, row: Row) -> str:
        cell = row[self.at]
        return figures.quantity(cell) if isinstance(cell, Decimal) else ""


class DiscountFace(Face):
    """What was taken off, as a violet chip."""

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        words = self.words(row)
        if words:
            middle = box.center().y()
            tone = theme.Tone.VIOLET
            ink.chip(painter, words, box.x(), middle, tone, on_selection=chosen)


def stepper_box(cell: QRectF) -> QRectF:
    """Where − and + stand around the middle of a cell."""
    wide, high = theme.px(122), theme.px(36)
    middle = cell.center()
    return QRectF(round(middle.x() - wide / 2), round(middle.y() - high / 2), wide, high)


class _CartHeader(ListHeader):
    """Its quantity stands in the middle, as the figures below it do.

    The cells below take their room from here as well, so what is painted there goes by the middle.
    """

    def inside(self, section: int, left: int, wide: int) -> tuple[int, int]:
        left, wide = super().inside(section, left, wide)
        if section < 1 or COLUMNS[section - 1].key != "quantity":
            return left, wide
        words = theme.width(theme.LABEL, wording.title(COLUMNS[section - 1].title))
        return round(left + wide / 2 - words / 2), round(words) + 1


class CartView(PaintedTable):
    """`chosen(row)` when another line is chosen, `stepped(row, ±1)`, `quantity_wanted(row)`."""

    lead = 1  # the model's line numbers, which no cart shows
    chosen = Signal(int)
    stepped = Signal(int, int)
    quantity_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = _CartHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.setSectionsClickable(False)
        self.header.setSectionsMovable(False)
        self.header.setMinimumSectionSize(2)
        self.lines = LineModel([LineColumn(one) for one in COLUMNS], growing=False, parent=self)
        self._banner: tuple[int, Banner] | None = None
        self._flashing = -1
        special = {
            "name": NameFace(),
            "price": FigureFace(theme.Type(15, 400, tabular=True), "text2"),
            "quantity": QuantityFace(),
            "discount": DiscountFace(),
            "amount": FigureFace(theme.Type(15, 600, tabular=True)),
        }
        self.faces = cell_faces.bound(self.lines.columns, special)
        self.setModel(self.lines)
        self.header.show_columns([None, *COLUMNS])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._settle)
        self.setAccessibleName(translate("Till", "Cart"))
        self._lay_out()

    # -- what is shown ---------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[dict[str, Cell]], chosen: int) -> None:
        """Show the cart's lines, one of them chosen."""
        self.clear_refusal()
        self.lines.show_lines(lines)
        self.share_room()
        self.choose(chosen)

    def choose(self, row: int) -> None:
        if 0 <= row < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(row, 1))
            self.scrollTo(self.lines.index(row, 1))

    def current(self) -> int:
        """The chosen line; -1 in an empty cart."""
        return self.currentIndex().row()

    def flash(self, row: int) -> None:
        """Show for a moment which line a scan went to."""
        if theme.choice().motion:
            self._flashing = row
            QTimer.singleShot(400, self, self._unflash)
            self.viewport().update()

    def _unflash(self) -> None:
        self._flashing = -1
        self.viewport().update()

    # -- a refusal under its line ------------------------------------------------------------------

    def refuse(self, row: int, sentence: str, answers: Sequence[Answer]) -> None:
        """Say under a line why a rule said no, and what can be done."""
        self.clear_refusal()
        banner = Banner(self.viewport())
        self._banner = (row, banner)
        self.setRowHeight(row, theme.px(ROW + REFUSAL))
        banner.refuse(sentence, answers, serious=False)
        self.scrollTo(self.lines.index(row, 1))
        self._settle()

    def clear_refusal(self) -> None:
        if self._banner is None:
            return
        row, banner = self._banner
        self._banner = None
        banner.hide()
        banner.deleteLater()
        if row < self.lines.rowCount():
            self.setRowHeight(row, theme.px(ROW))

    def refusal(self) -> Banner | None:
        """The refusal that is shown, if any."""
        return self._banner[1] if self._banner else None

    def _settle(self) -> None:
        if self._banner is not None:
            row, banner = self._banner
            top = self.rowViewportPosition(row) + theme.px(ROW)
            banner.setGeometry(0, top, self.viewport().width(), theme.px(REFUSAL))

    # -- hands -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        again = index.isValid() and index.row() == self.current()
        super().mousePressEvent(event)
        if not index.isValid():
            return
        self.chosen.emit(index.row())
        if again and COLUMNS[index.column() - 1].key == "quantity":
            self._step_at(index.row(), QRectF(self.visualRect(index)), event.position().x())

    def _step_at(self, row: int, cell: QRectF, x: float) -> None:
        cell.setHeight(theme.px(ROW))
        frame = stepper_box(cell)
        if x < frame.x() + theme.px(36):
            self.stepped.emit(row, -1)
        elif x > frame.right() - theme.px(36):
            self.stepped.emit(row, 1)
        else:
            self.quantity_wanted.emit(row)

    # -- painting --------------------------------------------------------------------------------

    def high(self) -> int:
        return theme.px(ROW)

    def row_at(self, at: int) -> Row | None:
        return self.lines.cells(at)

    def paint_height(self, strip: Strip) -> int:
        return min(strip.high, theme.px(ROW))

    def paint_lead(self, painter: QPainter, box: QRectF, strip: Strip) -> None:
        """No line numbers at the till."""

    def _paint_ground(self, painter: QPainter, strip: Strip) -> None:
        super()._paint_ground(painter, strip)
        if strip.at == self._flashing and not strip.chosen:
            wide, high = self.viewport().width(), self.paint_height(strip) - 1
            painter.fillRect(0, strip.top, wide, high, theme.tokens().ok_tint)

    def _lay_out(self) -> None:
        self.setColumnWidth(0, theme.px(4))
        for at, column in enumerate(COLUMNS):
            self.setColumnWidth(at + 1, theme.px(column.width))
            self.header.setSectionHidden(at + 1, column.hidden)
        self.share_room()

    def _dress(self) -> None:
        super()._dress()
        if self.faces:
            self._lay_out()

    def _fit_figures(self) -> None:
        """An amount is never cut."""
        rows = [self.lines.cells(at) for at in range(self.lines.rowCount())]
        wide = needs(self.faces, rows)
        for section, gutter in ((2, 0), (5, theme.px(GUTTER))):
            if not self.header.isSectionHidden(section):
                need = wide[section - 1] + gutter
                self.setColumnWidth(section, max(self.columnWidth(section), need))

    def share_room(self) -> None:
        """The names take what the figures leave."""
        if self.faces:
            narrow = self.viewport().width() < theme.px(700)
            slim = self.viewport().width() < theme.px(540)  # beside the big keys
            for section in (2, 4):
                self.header.setSectionHidden(section, slim)
            self.setColumnWidth(4, theme.px(84 if narrow else COLUMNS[3].width))
            self.setColumnWidth(2, theme.px(76 if narrow else COLUMNS[1].width))
            self.setColumnWidth(3, theme.px(124 if slim else COLUMNS[2].width))
            self.setColumnWidth(5, theme.px(96 if slim else COLUMNS[4].width))
            self._fit_figures()
            others = self.header.length() - self.columnWidth(1)
            self.setColumnWidth(1, max(self.viewport().width() - others, theme.px(100)))
            self._settle()
