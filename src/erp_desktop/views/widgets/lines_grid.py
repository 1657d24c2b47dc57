"""The grid of a document's lines, made for the keyboard.

Enter walks the editable cells and, after the last one, goes to the empty line at the end, where a
product is found by name, code, initials or scan. A refusal stands directly under its line. Rows
can be pasted from a spreadsheet. Delete takes a line out.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import NUMERIC, Cell
from erp_desktop.views import icons, theme, wording
from erp_desktop.views.widgets import faces as cell_faces
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.banner import Answer, Banner
from erp_desktop.views.widgets.faces import PAD, Face
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_editors import LINE_HEIGHT, LineEditors, field_box
from erp_desktop.views.widgets.line_model import LineColumn, LineModel, nothing_derived
from erp_desktop.views.widgets.painted_table import PaintedTable, Row, Strip

translate = wording.translate
AnyIndex = QModelIndex | QPersistentModelIndex
REFUSAL_HEIGHT = 48


class LinesGrid(PaintedTable):
    """`find` finds products, `fill` makes the cells of a line from what was found.

    `changed` after each edit; `unknown(text)` when a typed code is no product; `current_line(row)`
    when another line is chosen; `refusals` come from `refuse(row, sentence, answers)`.
    """

    lead = 1  # the line number
    changed = Signal()
    unknown = Signal(str)
    current_line = Signal(int)

    def __init__(  # noqa: PLR0913  (what a grid is made of)
        self, columns: Sequence[LineColumn], find: Callable[[str], Sequence[Found]],
        fill: Callable[[Found], Mapping[str, Cell]], *,
        derive: Callable[[Mapping[str, Cell]], Mapping[str, Cell]] = nothing_derived,
        faces: Mapping[str, Face] | None = None, growing: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.lines = LineModel(columns, derive, growing=growing, parent=self)
        self.find_products, self._fill = find, fill
        self._banners: dict[int, Banner] = {}
        self._flashing = -1
        inputs: dict[str, Face] = {
            one.column.key: cell_faces.InputFace()
            for one in columns
            if one.editable and one.column.kind in NUMERIC
        }
        self.faces = cell_faces.bound(self.lines.columns, inputs | dict(faces or {}))
        self.setModel(self.lines)
        self.setItemDelegate(LineEditors(self))
        self.header.show_columns([None, *self.lines.columns])
        self.header.setSectionsMovable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )
        self.lines.changed.connect(self.changed)
        self.lines.rowsRemoved.connect(self._clear_all)
        self.verticalScrollBar().valueChanged.connect(self._settle_banners)
        self.selectionModel().currentRowChanged.connect(self._turned)
        self.clicked.connect(self._clicked)
        self._lay_out()

    # -- writing ---------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Mapping[str, Cell]]) -> None:
        """Show a document's lines."""
        self._clear_all()
        self.lines.show_lines(lines)

    def add_found(self, found: Found) -> int:
        """A line for what was found or scanned; its row."""
        row = self.lines.add(self._fill(found))
        self.flash(row)
        return row

    def flash(self, row: int) -> None:
        """Show for a moment which line a scan went to."""
        self.scrollTo(self.lines.index(row, 1))
        self.choose(row)
        if theme.choice().motion:
            self._flashing = row
            QTimer.singleShot(400, self, self._unflash)
        self.viewport().update()

    def choose(self, row: int, key: str = "") -> None:
        """Make a line (and one of its cells) the current one."""
        keys = [column.key for column in self.lines.columns]
        at = keys.index(key) + 1 if key in keys else max(self.currentIndex().column(), 1)
        self.setCurrentIndex(self.lines.index(row, at))

    def start(self) -> None:
        """Put the keyboard into the empty line at the end."""
        self.setFocus()
        self._edit_cell(self.lines.index(self.lines.rowCount() - 1, 1))

    def pick(self, row: int, found: Found) -> None:
        """A product was found for a line; go on to its next cell."""
        self.lines.write(row, self._fill(found))
        self.clear_refusal(row)
        self.go_on(self.lines.index(row, 1))

    # -- refusals --------------------------------------------------------------------------------

    def refuse(
        self, row: int, sentence: str, answers: Sequence[Answer] = (), *, serious: bool = True
    ) -> None:
        """Say under a line why a rule said no, and what can be done."""
        banner = self._banners.get(row)
        if banner is None:
            banner = Banner(self.viewport())
            banner.installEventFilter(self)
            self._banners[row] = banner
        self.setRowHeight(row, theme.px(LINE_HEIGHT) + theme.px(REFUSAL_HEIGHT))
        banner.refuse(sentence, answers, serious=serious)
        self.scrollTo(self.lines.index(row, 1))
        self._settle_banners()

    def clear_refusal(self, row: int) -> None:
        banner = self._banners.pop(row, None)
        if banner is not None:
            banner.removeEventFilter(self)
            banner.hide()
            banner.deleteLater()
            self.setRowHeight(row, theme.px(LINE_HEIGHT))
            self._settle_banners()

    def refused_rows(self) -> list[int]:
        return sorted(self._banners)

    def _clear_all(self) -> None:
        for row in list(self._banners):
            self.clear_refusal(row)

    def _settle_banners(self) -> None:
        high = theme.px(LINE_HEIGHT)
        for row, banner in self._banners.items():
            top = self.rowViewportPosition(row) + high
            banner.setGeometry(0, top, self.viewport().width(), theme.px(REFUSAL_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HideToParent:
            row = next((row for row, own in self._banners.items() if own is watched), -1)
            if row >= 0:
                QTimer.singleShot(0, self, self._tidy)
        return super().eventFilter(watched, event)

    def _tidy(self) -> None:
        for row in [row for row, banner in self._banners.items() if banner.isHidden()]:
            self.clear_refusal(row)

    # -- the keyboard ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            index = self.currentIndex()
            if self.lines.may_edit(index):
                self._edit_cell(index)
            else:
                self.go_on(index)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and self.lines.line_columns[0].finder:
            self.lines.remove(self.currentIndex().row())
        elif control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def go_on(self, index: AnyIndex) -> None:
        """To the next cell that can be written; after the last one to the empty line."""
        row, at = index.row(), index.column() + 1
        while row < self.lines.rowCount():
            while at <= len(self.lines.columns):
                following = self.lines.index(row, at)
                finder = at > 0 and self.lines.line_columns[at - 1].finder
                empty = self.lines.line(row) is None
                if self.lines.may_edit(following) and (empty or not finder):
                    self._edit_cell(following)
                    return
                at += 1
            row, at = row + 1, 1

    def paste(self) -> None:
        """Rows from a spreadsheet: the first cell finds the product, the others fill in order."""
        text = QGuiApplication.clipboard().text()
        for words in text.splitlines():
            cells = words.split("\t")
            found = self.find_products(cells[0].strip()) if cells[0].strip() else ()
            if not found:
                self.unknown.emit(cells[0].strip())
                continue
            self._paste_cells(self.add_found(found[0]), cells[1:])

    def _paste_cells(self, row: int, cells: Sequence[str]) -> None:
        columns = [one for one in self.lines.line_columns if one.editable and not one.finder]
        for one, words in zip(columns, cells, strict=False):
            try:
                if words.strip():
                    self.lines.typed(row, one.column.key, words)
            except RuleBroken as broken:
                self.refuse(row, wording.explain(broken))

    def _edit_cell(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.edit(index)

    def _clicked(self, index: QModelIndex) -> None:
        if self.lines.may_edit(index) and (
            self.lines.line(index.row()) is None
            or not self.lines.line_columns[index.column() - 1].finder
        ):
            self.edit(index)

    def _turned(self, index: QModelIndex) -> None:
        self.current_line.emit(index.row())

    # -- painting --------------------------------------------------------------------------------

    def high(self) -> int:
        return theme.px(LINE_HEIGHT)

    def row_count(self) -> int:
        return self.lines.rowCount()

    def row_at(self, at: int) -> Row | None:
        return self.lines.cells(at)

    def paint_height(self, strip: Strip) -> int:
        return min(strip.high, theme.px(LINE_HEIGHT))

    def paint_lead(self, painter: QPainter, box: QRectF, strip: Strip) -> None:
        t = theme.tokens()
        if self.lines.line(strip.at) is None:
            size = theme.px(16)
            where = QRectF(
                round(box.center().x() - size / 2), round(box.center().y() - size / 2), size, size
            )
            icons.draw(painter, "plus", t.text3, where)
            words = translate("Lines", "Enter adds a line: name, code, initials or scan")
            room = QRectF(box.right() + theme.px(PAD), box.y(), self.width(), box.height())
            ink.text(painter, words, room, theme.BODY, t.text3)
            return
        ink.text(painter, str(strip.at + 1), box, theme.FIGURE_SMALL, t.text3, centre=True)

    def _paint_ground(self, painter: QPainter, strip: Strip) -> None:
        super()._paint_ground(painter, strip)
        if strip.at == self._flashing:
            wide, high = self.viewport().width(), self.paint_height(strip) - 1
            painter.fillRect(0, strip.top, wide, high, theme.tokens().ok_tint)

    def _paint_column(
        self, painter: QPainter, section: int, span: QRectF, strips: list[Strip]
    ) -> None:
        written = [strip for strip in strips if self.lines.line(strip.at) is not None]
        one = self.lines.line_columns[section - 1] if section else None
        if one is not None and one.editable and not one.finder:
            for strip in written:
                self._paint_field(painter, self._cell(span, strip), strip)
        super()._paint_column(painter, section, span, written if section else strips)

    def _paint_field(self, painter: QPainter, cell: QRectF, strip: Strip) -> None:
        t = theme.tokens()
        border = t.bad if strip.at in self._banners else t.line2
        box = field_box(cell)
        ink.frame(painter, box, theme.px(5), t.sunken if t.dark else t.raised, border)

    def _paint_current(self, painter: QPainter) -> None:
        if self.state() != QAbstractItemView.State.EditingState:
            super()._paint_current(painter)

    def _unflash(self) -> None:
        self._flashing = -1
        self.viewport().update()

    def _lay_out(self) -> None:
        self.setColumnWidth(0, theme.px(36))
        for at, column in enumerate(self.lines.columns):
            self.setColumnWidth(at + 1, theme.px(column.width))
            self.header.setSectionHidden(at + 1, column.hidden)
        self.share_room()

    def _dress(self) -> None:
        super()._dress()
        if self.faces:
            self._lay_out()

    def share_room(self) -> None:
        """The product's column takes what the others leave."""
        if self.faces:
            others = self.header.length() - self.columnWidth(1)
            room = self.viewport().width() - others
            self.setColumnWidth(1, max(room, theme.px(160)))
            self._settle_banners()
