"""The grid of a document's lines, made for the keyboard.

Enter walks the editable cells and, after the last one, goes to the empty line at the end, where a
product is found by name, code, initials or scan. A refusal stands directly under its line. Rows
can be pasted from a spreadsheet. Delete takes a line out.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from erp_desktop.core.table import NUMERIC, Cell
from erp_desktop.views import icons, theme, wording
from erp_desktop.views.widgets import faces as cell_faces
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.faces import PAD, Face
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_content import Kept, Packed, packed, whole_lines
from erp_desktop.views.widgets.line_editors import LINE_HEIGHT, LineEditors, field_box
from erp_desktop.views.widgets.line_fitting import LineFitting
from erp_desktop.views.widgets.line_menu import copy_lines, open_line_menu
from erp_desktop.views.widgets.line_model import MEASURED, LineColumn, LineModel, nothing_derived
from erp_desktop.views.widgets.line_refusals import LineRefusals
from erp_desktop.views.widgets.pack_face import PackInput
from erp_desktop.views.widgets.painted_table import PaintedTable, Row, Strip, asked_at

translate = wording.translate
AnyIndex = QModelIndex | QPersistentModelIndex
MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LinesGrid(PaintedTable):
    """`find` finds products, `fill` makes the cells of a line from what was found.

    `changed` after each edit; `unknown(text)` when a typed code is no product; `current_line(row)`
    when another line is chosen; `refusals` come from `refuse(row, sentence, answers)`; `typing`
    with each key in a cell; `pasted(text)` when rows come from the clipboard. `kept` says what a
    draft keeps of a line.
    """

    lead = 1  # the line number
    adds = ""  # what the empty line at the end says; as a grid of products when empty
    changed = Signal()
    unknown = Signal(str)
    current_line = Signal(int)
    typing = Signal()
    pasted = Signal(str)

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
        self.kept: Kept | None = None
        self.mark: Any = None  # what else a draft keeps of the lines
        self.refusals = LineRefusals(self)
        self.editors = LineEditors(self)
        self._flashing = -1
        self.setAccessibleName(translate("Grid", "Lines"))
        self.faces = cell_faces.bound(self.lines.columns, _inputs(columns) | dict(faces or {}))
        self.setModel(self.lines)
        self.setItemDelegate(self.editors)
        self.header.show_columns([None, *self.lines.columns])
        self.header.setSectionsMovable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )
        self.lines.changed.connect(self.changed)
        self.lines.rowsRemoved.connect(self.refusals.clear_all)
        self.verticalScrollBar().valueChanged.connect(self.refusals.settle)
        self.selectionModel().currentRowChanged.connect(self._turned)
        self.clicked.connect(self._clicked)
        self.fitting = LineFitting(self)
        self._lay_out()
        for told in (self.lines.changed, self.lines.modelReset):
            told.connect(self.fitting.measure)

    # -- writing ---------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Mapping[str, Cell]]) -> None:
        """Show a document's lines."""
        self.refusals.clear_all()
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
        self, row: int, sentence: str, answers: Sequence[Answer] = (), *, serious: bool = True,
        focus: bool = True, cell: str = "",
    ) -> None:  # fmt: skip
        """Say under a line (about one of its cells) why a rule said no, and what can be done."""
        self.refusals.say(row, sentence, answers, serious=serious, focus=focus, cell=cell)

    def clear_refusal(self, row: int) -> None:
        self.refusals.clear(row)

    def refused_rows(self) -> list[int]:
        return self.refusals.rows()

    # -- drafts ----------------------------------------------------------------------------------

    def typed_lines(self) -> list[Packed]:
        """What a person said in every line, as a draft keeps it."""
        keys = self.kept.keys if self.kept is not None else ()
        return [packed(line, keys) for line in self.lines.lines()]

    def show_typed(self, kept: Sequence[Packed]) -> None:
        """Let the lines say this again; the first line that differs becomes the current one."""
        if self.kept is None:
            return
        row = self.lines.become(whole_lines(kept, self.lines.lines(), self.kept))
        if row >= 0:
            self.choose(row)

    def being_typed(self) -> dict[str, Any] | None:
        """What stands in a cell that nobody has left yet: its row, its column, the words."""
        return self.editors.being_typed()

    def type_on(self, typing: Mapping[str, Any]) -> None:
        """Stand in a cell again, with the words that were typed so far."""
        keys = [column.key for column in self.lines.columns]
        if typing["column"] in keys:
            index = self.lines.index(int(typing["row"]), keys.index(typing["column"]) + 1)
            if self.lines.may_edit(index):
                self.setFocus()
                self._edit_cell(index)
                self.editors.put(str(typing["text"]))

    def take_typed(self) -> bool:
        """Take what is still being typed in a cell; False where it was refused, under its line."""
        return self.editors.take()

    # -- the keyboard ----------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """Whether this was a key for the grid although a cell is being written."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            index = self.currentIndex()
            if self.lines.may_edit(index):
                self._edit_cell(index)
            else:
                self.go_on(index)
        elif event.matches(QKeySequence.StandardKey.Paste) and _lines_are_held():
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Delete:
            self.take_out()
        elif event.key() in MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_line(MOVES[Qt.Key(event.key())])
        elif control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def may_change_lines(self) -> bool:
        """Whether lines may be put in, taken out and moved here."""
        return bool(self.lines.line_columns) and self.lines.line_columns[0].finder

    def take_out(self) -> None:
        """The current line is not wanted."""
        if self.may_change_lines():
            self.lines.remove(self.currentIndex().row())

    def copy(self) -> None:
        """All lines, as a spreadsheet takes them."""
        copy_lines(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_line_menu(self, asked_at(self, event)[1])

    def move_line(self, by: int) -> None:
        """Alt with an arrow: the line goes up or down."""
        index = self.currentIndex()
        if self.may_change_lines() and self.lines.line(index.row()) is not None:
            self.refusals.clear_all()
            row = self.lines.move(index.row(), by)
            self.setCurrentIndex(self.lines.index(row, index.column()))

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
        """Rows from a spreadsheet; the page reads them."""
        self.pasted.emit(QGuiApplication.clipboard().text())

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
            words = self.adds or translate(
                "Lines", "Enter adds a line: name, code, initials or scan"
            )
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
        for strip in written:
            if self.lines.is_field(strip.at, section - 1):
                border = self.refusals.border(strip.at, self.lines.columns[section - 1].key)
                _paint_field(painter, self._cell(span, strip), border)
        super()._paint_column(painter, section, span, written if section else strips)

    def ring_box(self, index: QModelIndex) -> QRectF:
        """On a field it is the frame of the field."""
        if not self.lines.is_field(index.row(), index.column() - 1):
            return super().ring_box(index)
        return field_box(QRectF(self.visualRect(index)).adjusted(0, 0, 0, -1))

    def _paint_current(self, painter: QPainter) -> None:
        if self.state() != QAbstractItemView.State.EditingState:
            super()._paint_current(painter)

    def _unflash(self) -> None:
        self._flashing = -1
        self.viewport().update()

    def _lay_out(self) -> None:
        self.fitting.draw()

    def _dress(self) -> None:
        super()._dress()
        if self.faces:
            self._lay_out()

    def share_room(self) -> None:
        """The product's column takes what the others leave."""
        if self.faces:
            self.fitting.fit()
            self.refusals.settle()


def _lines_are_held() -> bool:
    """Whether words can be pasted; a file or a picture is left to the page."""
    carried = QGuiApplication.clipboard().mimeData()
    return carried.hasText() and not carried.hasUrls()


def _paint_field(painter: QPainter, cell: QRectF, border: str) -> None:
    t = theme.tokens()
    ground = t.sunken if t.dark else t.raised
    ink.frame(painter, field_box(cell), theme.px(5), ground, getattr(t, border))


def _inputs(columns: Sequence[LineColumn]) -> dict[str, Face]:
    """The faces of the cells in which numbers are typed; quantities in packs, where those are
    known."""
    known = {one.column.key for one in columns}
    packed = MEASURED if {"pack", "holds", "unit"} <= known else frozenset()
    return {
        one.column.key: PackInput() if one.column.key in packed else cell_faces.InputFace()
        for one in columns
        if one.editable and one.column.kind in NUMERIC
    }
