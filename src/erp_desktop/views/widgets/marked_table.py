"""A table whose rows are marked from the keyboard: the space bar marks one and goes on.

While rows are marked so, or by their check boxes, the arrows walk without unmarking; a click on a
row, or Esc, ends it. Without marks the arrows choose one row, as in any list.
"""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from erp_desktop.views.widgets.arranged_table import ArrangedTable

Flag = QItemSelectionModel.SelectionFlag
_WALKS = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right,
})  # fmt: skip
_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


class MarkedTable(ArrangedTable):
    """Rows can be marked one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking = False

    def tick(self, index: QModelIndex) -> None:
        """A click on a check box: the row is marked, or its mark taken away."""
        self.selectionModel().setCurrentIndex(index, Flag.Toggle | Flag.Rows)
        self._marking = True

    def mark_and_go_on(self) -> None:
        """Mark the current row, or take its mark away, and go on to the next row."""
        chosen, at = self.selectionModel(), self.currentIndex()
        if not at.isValid():
            return
        first = not self._marking and chosen.isRowSelected(at.row(), at.parent())
        if not first:  # the arrows had chosen the row before anything was marked: it stays so
            chosen.select(at, Flag.Toggle | Flag.Rows)
        self._marking = True
        if at.row() + 1 < self.model().rowCount():
            chosen.setCurrentIndex(at.siblingAtRow(at.row() + 1), Flag.NoUpdate)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> Flag:
        if self._keeps_marks(event):
            return Flag.NoUpdate
        return super().selectionCommand(index, event)

    def _keeps_marks(self, event: QEvent | None) -> bool:
        if not isinstance(event, QKeyEvent):
            self._marking &= not isinstance(event, QMouseEvent)
            return False
        self._marking &= self.selectionModel().hasSelection()
        return self._marking and event.modifiers() in _PLAIN and event.key() in _WALKS
