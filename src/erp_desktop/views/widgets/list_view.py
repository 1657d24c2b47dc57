"""The list of the program: every page that shows rows shows them with this.

One painted QTableView over one model over a `PageSource`. Enter or a double click opens a row, a
click on a title sorts, the space bar marks a row (`marked_table`), Ctrl+C copies what is
chosen as a table, a right click offers the row's actions and the columns. What is chosen is summed
for the status bar. While a question is on its way the rows before stay, and a thin line says so.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from erp_desktop.core.table import Column
from erp_desktop.reports.list_groups import GroupRow
from erp_desktop.reports.listing import Question
from erp_desktop.views.widgets import faces as cell_faces
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.list_header import INDENT
from erp_desktop.views.widgets.list_heads import paint_head
from erp_desktop.views.widgets.list_menus import RowAction, row_menu
from erp_desktop.views.widgets.list_model import ListModel
from erp_desktop.views.widgets.list_order import sorted_by, stretches_of
from erp_desktop.views.widgets.list_source import PageSource
from erp_desktop.views.widgets.list_sums import ChosenSums, rows_of
from erp_desktop.views.widgets.marked_table import MarkedTable
from erp_desktop.views.widgets.painted_table import Row, Strip, asked_at
from erp_desktop.views.widgets.waiting_line import WaitingLine

__all__ = ["ListView", "RowAction"]

COPIED_AT_MOST = 100_000
Flag = QItemSelectionModel.SelectionFlag


class _Place(NamedTuple):
    """Where a person stood before the rows changed."""

    scrolled: int
    row: int
    column: int
    key: int
    question: Question | None


class ListView(MarkedTable):
    """`faces` names the columns that say more than their kind; `checkable` shows check boxes.

    `opened(key)` comes on Enter and double click, `linked(key, column_key)` on a click on a
    link cell, `summed(list of (title, figure))` when the selection changed, `asked(Question)`
    when a person sorted, `answered` when other rows are shown. With `asks` off nothing is read
    before the first `ask_for` or `refresh`. One that goes from edge to edge is `on_sheet`.
    """

    opened = Signal(int)
    linked = Signal(int, str)
    summed = Signal(object)
    asked = Signal(object)
    answered = Signal()

    def __init__(
        self, source: PageSource, faces: Mapping[str, Face] | None = None, *,
        checkable: bool = False, asks: bool = True, on_sheet: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.lead = 1 if checkable else 0
        self.header.ticks = checkable
        self.header.indent = INDENT if on_sheet and not checkable else 0
        self.actions_of_rows: Sequence[RowAction] = ()
        self._special = dict(faces or {})
        self._place = _Place(0, -1, -1, -1, None)
        self._sums = ChosenSums(self)
        self._line = WaitingLine(self.viewport())
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._open)
        self.show_source(source, asks=asks)

    # -- what is shown ---------------------------------------------------------------------------

    def show_source(self, source: PageSource, *, asks: bool = True) -> None:
        """Show another list."""
        before = self.model()
        self._model = ListModel(source, checkable=bool(self.lead), parent=self)
        self._model.modelAboutToBeReset.connect(self._note_place)
        self._model.asking.connect(self._line.wait)
        self._model.answered.connect(self._show_answer)
        self.setModel(self._model)
        if before is not None:
            before.deleteLater()
        self.faces = cell_faces.bound(source.columns, self._special)
        self._model.faces = self.faces
        shown: list[Column | None] = [None] * self.lead
        self.header.show_columns(shown + list(source.columns))
        self.lay_out()
        self._show_order()
        self.selectionModel().selectionChanged.connect(self._sums.soon)
        if asks and not source.immediate:
            self._model.refresh()
        else:
            self.measure()

    def wear(self, faces: Mapping[str, Face]) -> None:
        """Use these faces for what is shown next."""
        self._special = dict(faces)

    def wait(self) -> None:
        """Say that other rows are on their way."""
        self._line.wait()

    @property
    def source(self) -> PageSource:
        return self._model.source

    @property
    def list_model(self) -> ListModel:
        return self._model

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._model.columns

    def ask_for(self, question: Question) -> None:
        """Sort, search, filter and group like this; goes to the top when the answer is there."""
        self._model.ask_for(question)

    def refresh(self) -> None:
        """Read again what the books say now, keeping the place and the chosen row."""
        self._model.refresh()

    def _note_place(self) -> None:
        at, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        self._place = _Place(
            scrolled, at.row(), at.column(), self.current_key(), self._place.question
        )

    def _show_answer(self) -> None:
        self._line.rest()
        self._show_order()
        place, question = self._place, self.source.question
        if place.question == question:
            self.verticalScrollBar().setValue(place.scrolled)
            self._choose_again(place)
        else:
            self.scrollToTop()
        self._place = place._replace(question=question)
        self._sums.soon()
        self.measure()
        self.answered.emit()

    def _choose_again(self, place: _Place) -> None:
        self._model.need(place.row, place.row)
        if place.key >= 0 and place.row >= 0 and self._model.key_of(place.row) == place.key:
            self.go_to(place.row, place.column)

    # -- what is chosen --------------------------------------------------------------------------

    def current_key(self) -> int:
        """What the current row opens; -1 when there is none."""
        index = self.currentIndex()
        return self._model.key_of(index.row()) if index.isValid() else -1

    def chosen_count(self) -> int:
        """How many rows are chosen; the heads of groups are none."""
        found = self.chosen_stretches()
        return sum(size - self.source.heads(start, size) for start, size in found)

    def chosen_stretches(self, at_most: int | None = None) -> list[tuple[int, int]]:
        """The chosen rows, in order, as (start, size)."""
        left = self._model.rowCount() if at_most is None else at_most
        return stretches_of(self.selectionModel().selection(), left)

    def chosen_keys(self) -> list[int]:
        """What the chosen rows open."""
        return self.source.keys(self.chosen_stretches())

    def choose_row(self, row: int) -> None:
        """Make a row the only chosen one."""
        index = self._model.index(row, self.lead)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and its row the only chosen one."""
        self._model.need(row, row)
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)

    # -- keyboard and mouse ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # Ctrl+Enter is the page's
                return
            self._enter(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self.chosen_count() > 1:
            self.clearSelection()
        elif event.key() == Qt.Key.Key_Space and self.lead and not event.modifiers():
            self.mark_and_go_on()
        elif not self._folds_by(event):
            super().keyPressEvent(event)

    def _folds_by(self, event: QKeyEvent) -> bool:
        """Left folds the group whose head is the current row, Right opens it."""
        at = self.currentIndex().row()
        head = self._model.row(at)
        if not isinstance(head, GroupRow):
            return False
        wanted = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(event.key()))
        if wanted is None or head.folded is wanted:
            return False
        self._fold(at)
        return True

    def _fold(self, row: int) -> None:
        self._model.fold(row)
        self.verticalScrollBar().setValue(self._place.scrolled)
        self.choose_row(row)

    def fold_all(self, *, folded: bool) -> None:
        """Fold all groups away, or open them."""
        self._model.fold_all(folded=folded)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        head = isinstance(self._model.row(index.row()), GroupRow)
        if left and index.isValid() and head:
            self._fold(index.row())
        elif left and index.isValid() and index.column() < self.lead:
            self.tick(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() is Qt.MouseButton.LeftButton
        plain &= not self._model.editable  # a cell that may be typed into leads nowhere
        if plain and left and index.isValid() and index.column() >= self.lead:
            face = self.faces[index.column() - self.lead]
            row = self._model.row(index.row())
            if isinstance(face, cell_faces.LinkFace) and type(row) is tuple and face.words(row):
                self.linked.emit(self._model.key_of(index.row()), face.column.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, where = asked_at(self, event)
        if index.isValid() and not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self.choose_row(index.row())
        row_menu(self, index, self._open).popup(where)

    def _enter(self, index: QModelIndex) -> None:
        """Enter opens a row; a cell that may be typed into is edited."""
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if isinstance(self._model.row(index.row()), GroupRow):
            self._fold(index.row())
        elif self._model.key_of(index.row()) >= 0:
            self.opened.emit(self._model.key_of(index.row()))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as a table with its titles."""
        from erp_desktop.views.widgets.list_clipboard import as_table

        rows = rows_of(self.source, self.chosen_stretches(COPIED_AT_MOST))
        faces = [self.faces[at] for at in self.visible_columns()]
        found = [row for row in rows if not isinstance(row, GroupRow)]
        QGuiApplication.clipboard().setMimeData(as_table(faces, found))

    # -- order -----------------------------------------------------------------------------------

    def _sort(self, section: int) -> None:
        column = self._model.column_of(section)
        if column is None:
            self.clearSelection() if self.chosen_count() else self.selectAll()
            return
        question = sorted_by(self.source.question, column)
        self.ask_for(question)
        self.asked.emit(question)

    def _show_order(self) -> None:
        asked = self.source.question
        keys = [column.key for column in self._model.columns]
        at = keys.index(asked.order) + self.lead if asked.order in keys else -1
        self.header.show_sorted(at, descending=asked.descending)

    # -- for the painting ------------------------------------------------------------------------

    def row_at(self, at: int) -> Row | None:
        return self._model.row(at)

    def read_rows(self, first: int, last: int) -> None:
        self._model.need(first, last)

    def looks_like_fields(self, face: Face) -> bool:
        return face.column.key in self._model.editable

    def paint_head(self, painter: QPainter, strip: Strip) -> None:
        if isinstance(strip.row, GroupRow):
            paint_head(painter, self, strip, strip.row, self._model.head_words(strip.row))
