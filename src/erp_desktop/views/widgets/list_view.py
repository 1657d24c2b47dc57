"""The list of the program: every page that shows rows shows them with this.

One painted QTableView over one model over a `PageSource`. Enter or a double click opens a row, a
click on a title sorts, Ctrl+C copies what is chosen as a table, a right click offers the row's
actions and the columns. What is chosen is summed for the status bar.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from erp_desktop.core.table import NUMERIC, Column, Kind
from erp_desktop.reports.listing import Question
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets import faces as cell_faces
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.list_model import ListModel
from erp_desktop.views.widgets.list_source import PageSource
from erp_desktop.views.widgets.list_sums import rows_of, said_sums, totals_of
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.painted_table import PaintedTable, Row

translate = wording.translate
SUMMED_AT_MOST = 5_000
COPIED_AT_MOST = 100_000
Flag = QItemSelectionModel.SelectionFlag


class RowAction(NamedTuple):
    """An entry of the context menu; `act` takes the keys of the chosen rows."""

    words: str
    act: Callable[[list[int]], object]
    shortcut: str = ""


class ListView(PaintedTable):
    """`faces` names the columns that say more than their kind; `checkable` shows check boxes.

    `opened(key)` comes on Enter and double click, `linked(key, column_key)` on a click on a
    link cell, `summed(list of (title, figure))` when the selection changed, `asked(Question)`
    when a person sorted.
    """

    opened = Signal(int)
    linked = Signal(int, str)
    summed = Signal(object)
    asked = Signal(object)

    def __init__(
        self, source: PageSource, faces: Mapping[str, Face] | None = None, *,
        checkable: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.lead = 1 if checkable else 0
        self.header.ticks = checkable
        self.actions_of_rows: Sequence[RowAction] = ()
        self._special = dict(faces or {})
        self._sums = QTimer(self, singleShot=True, interval=40)
        self._sums.timeout.connect(self._sum)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header.sectionClicked.connect(self._sort)
        self.header.chooser_wanted.connect(self.choose_columns)
        self.header.sectionResized.connect(self._resized)
        self.doubleClicked.connect(self._open)
        self._sharing = False
        self.show_source(source)

    # -- what is shown ---------------------------------------------------------------------------

    def show_source(self, source: PageSource) -> None:
        """Show another list."""
        before = self.model()
        self._model = ListModel(source, checkable=bool(self.lead), parent=self)
        self.setModel(self._model)
        if before is not None:
            before.deleteLater()
        self.faces = cell_faces.bound(source.columns, self._special)
        shown: list[Column | None] = [None] * self.lead
        self.header.show_columns(shown + list(source.columns))
        self._lay_out()
        self._show_order()
        self.selectionModel().selectionChanged.connect(self._sums.start)

    @property
    def source(self) -> PageSource:
        return self._model.source

    @property
    def list_model(self) -> ListModel:
        return self._model

    def ask_for(self, question: Question) -> None:
        """Sort, search and filter like this; goes to the top."""
        self._model.ask_for(question)
        self._show_order()
        self.scrollToTop()
        self._sums.start()

    def refresh(self) -> None:
        """Read again what the books say now, keeping the place and the chosen row."""
        place, key = self.verticalScrollBar().value(), self.current_key()
        row = self.currentIndex().row()
        self._model.refresh()
        self.verticalScrollBar().setValue(place)
        self._model.need(row, row)
        if key >= 0 and row >= 0 and self._model.key_of(row) == key:
            self.choose_row(row)
        self._sums.start()

    # -- what is chosen --------------------------------------------------------------------------

    def current_key(self) -> int:
        """What the current row opens; -1 when there is none."""
        index = self.currentIndex()
        return self._model.key_of(index.row()) if index.isValid() else -1

    def chosen_rows(self, at_most: int = SUMMED_AT_MOST) -> list[int]:
        """The numbers of the chosen rows, in order."""
        rows: set[int] = set()
        for top, bottom in self._spans():
            rows.update(range(top, min(bottom, top + at_most) + 1))
        return sorted(rows)[:at_most]

    def chosen_count(self) -> int:
        return sum(bottom - top + 1 for top, bottom in self._spans())

    def _spans(self) -> set[tuple[int, int]]:
        """The stretches of chosen rows: first and last."""
        chosen = self.selectionModel().selection()
        spans = (chosen.at(at) for at in range(chosen.count()))
        return {(span.top(), span.bottom()) for span in spans}

    def chosen_keys(self) -> list[int]:
        """What the chosen rows open."""
        keys = []
        for row in self.chosen_rows():
            self._model.need(row, row)
            keys.append(self._model.key_of(row))
        return keys

    def choose_row(self, row: int) -> None:
        """Make a row the only chosen one."""
        index = self._model.index(row, self.lead)
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)

    def _sum(self) -> None:
        """Count and sum what is chosen; everything chosen needs no reading of rows."""
        count = self.chosen_count()
        self.header.show_ticked(
            ticked=bool(count) if count in {0, self._model.rowCount()} else None
        )
        sums: list[tuple[str, str]] = []
        if count:
            sums.append((translate("List", "{0} selected").format(figures.number(count)), ""))
        if count > 1:
            sums += said_sums(self._model.columns, self._chosen_totals(count))
        self.summed.emit(sums)

    def _chosen_totals(self, count: int) -> Row:
        if count == self._model.rowCount():
            return self.source.totals()
        columns = self._model.columns
        if count > SUMMED_AT_MOST:
            return tuple(None for _ in columns)
        return totals_of(columns, rows_of(self.source, self.chosen_rows()))

    # -- keyboard and mouse ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # Ctrl+Enter is the page's
                return
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape and self.chosen_count() > 1:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() < self.lead:
            self.selectionModel().setCurrentIndex(index, Flag.Toggle | Flag.Rows)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and index.isValid() and index.column() >= self.lead:
            face = self.faces[index.column() - self.lead]
            row = self._model.row(index.row())
            if isinstance(face, cell_faces.LinkFace) and row and face.words(row):
                self.linked.emit(self._model.key_of(index.row()), face.column.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self.choose_row(index.row())
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index.isValid():
            menu.addAction(translate("List", "Open"), "Return", lambda: self._open(index))
            for action in self.actions_of_rows:
                menu.addAction(action.words, action.shortcut, _acting(action, self.chosen_keys()))
            menu.addSeparator()
            menu.addAction(translate("List", "Copy as table"), "Ctrl+C", self.copy)
        menu.addAction(translate("List", "Select all"), "Ctrl+A", self.selectAll)
        menu.popup(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.key_of(index.row()) >= 0:
            self.opened.emit(self._model.key_of(index.row()))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as a table with its titles."""
        shown = [at for at in self._visible() if at >= 0]
        titles = [wording.title(self._model.columns[at].title) for at in shown]
        lines = ["\t".join(titles)]
        lines += [
            "\t".join(_one_line(figures.copied(row[at])) for at in shown)
            for row in rows_of(self.source, self.chosen_rows(COPIED_AT_MOST))
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _visible(self) -> list[int]:
        """The columns that are shown, as they are shown; -1 for check boxes."""
        sections = (self.header.logicalIndex(at) for at in range(self.header.count()))
        return [at - self.lead for at in sections if not self.header.isSectionHidden(at)]

    # -- columns ---------------------------------------------------------------------------------

    def choose_columns(self, where: QPoint) -> None:
        """Offer all columns with a tick each."""
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, column in enumerate(self._model.columns):
            action = menu.addAction(wording.title(column.title))
            action.setCheckable(True)
            action.setChecked(not self.header.isSectionHidden(at + self.lead))
            action.setData(at)
        menu.triggered.connect(self._toggle_column)
        menu.popup(where)

    def _toggle_column(self, action: object) -> None:
        at = action.data() + self.lead  # type: ignore[attr-defined]
        self.header.setSectionHidden(at, not self.header.isSectionHidden(at))
        self.share_room()

    def shown_columns(self) -> list[str]:
        """The keys of the columns on screen, in their order (for export of what is seen)."""
        return [self._model.columns[at].key for at in self._visible() if at >= 0]

    def arrangement(self) -> bytes:
        """Order, widths and visibility of the columns, to be remembered."""
        return bytes(self.header.saveState().data())

    def arrange(self, remembered: bytes) -> None:
        self.header.restoreState(remembered)
        self.share_room()

    def _lay_out(self) -> None:
        self._sharing = True
        if self.lead:
            self.setColumnWidth(0, theme.px(34))
            self.header.setSectionResizeMode(0, self.header.ResizeMode.Fixed)
        for at, column in enumerate(self._model.columns):
            self.setColumnWidth(at + self.lead, theme.px(column.width))
            self.header.setSectionHidden(at + self.lead, column.hidden)
        self._sharing = False
        self.share_room()

    def _dress(self) -> None:
        super()._dress()
        if self.faces:
            self._lay_out()

    def _resized(self) -> None:
        if not self._sharing:
            self.viewport().update()

    def share_room(self) -> None:
        """Let the widest column of words take what the others leave."""
        if self._sharing or not self.faces:
            return
        words = [
            (self._model.columns[at].width, at)
            for at in self._visible()
            if at >= 0 and self._model.columns[at].kind is Kind.TEXT
        ]
        if not words:
            return
        wide, at = max(words)
        others = self.header.length() - self.columnWidth(at + self.lead)
        room = self.viewport().width() - others
        self._sharing = True
        self.setColumnWidth(at + self.lead, max(room, theme.px(min(wide, 120))))
        self._sharing = False

    # -- order -----------------------------------------------------------------------------------

    def _sort(self, section: int) -> None:
        column = self._model.column_of(section)
        if column is None:
            self.clearSelection() if self.chosen_count() else self.selectAll()
            return
        asked = self.source.question
        first = column.kind in NUMERIC or column.kind in {Kind.DATE, Kind.MOMENT}
        falling = not asked.descending if asked.order == column.key else first
        question = Question(asked.search, asked.view, asked.filters, column.key, falling)
        self.ask_for(question)
        self.asked.emit(question)

    def _show_order(self) -> None:
        asked = self.source.question
        keys = [column.key for column in self._model.columns]
        at = keys.index(asked.order) + self.lead if asked.order in keys else -1
        self.header.show_sorted(at, descending=asked.descending)

    # -- for the painting ------------------------------------------------------------------------

    def row_count(self) -> int:
        return self._model.rowCount()

    def row_at(self, at: int) -> Row | None:
        return self._model.row(at)

    def read_rows(self, first: int, last: int) -> None:
        self._model.need(first, last)


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")


def _acting(action: RowAction, keys: list[int]) -> Callable[[], None]:
    def act() -> None:
        action.act(keys)

    return act
