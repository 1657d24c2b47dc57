"""Marking rows from the keyboard: the space bar marks a row and goes on to the next.

While rows are marked so, or by their check boxes, the arrows walk without unmarking; a click on a
row, or Esc, ends it. Without marks the arrows choose one row, as in any list.
"""

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

Flag = QItemSelectionModel.SelectionFlag
_WALKS = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right,
})  # fmt: skip


class KeyMarks:
    """Whether rows of a view are being marked one by one."""

    def __init__(self, view: QAbstractItemView) -> None:
        self._view = view
        self._marking = False

    def begin(self) -> None:
        """Rows are marked one by one from now on."""
        self._marking = True

    def mark(self) -> None:
        """Mark the current row, or take its mark away, and go on to the next row."""
        view = self._view
        chosen, at = view.selectionModel(), view.currentIndex()
        if not at.isValid():
            return
        first = not self._marking and chosen.isRowSelected(at.row(), at.parent())
        if not first:  # the arrows had chosen the row before anything was marked: it stays so
            chosen.select(at, Flag.Toggle | Flag.Rows)
        self._marking = True
        if at.row() + 1 < view.model().rowCount():
            chosen.setCurrentIndex(at.siblingAtRow(at.row() + 1), Flag.NoUpdate)

    def keep(self, event: QEvent | None) -> bool:
        """Whether what is marked stays marked through this event."""
        if not isinstance(event, QKeyEvent):
            self._marking &= not isinstance(event, QMouseEvent)
            return False
        if not self._view.selectionModel().hasSelection():
            self._marking = False
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        }  # fmt: skip
        return self._marking and plain and event.key() in _WALKS
