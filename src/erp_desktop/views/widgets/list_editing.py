"""Typing into the cells of a list: a line of text over the cell, Enter goes on below.

The list does not know what a cell may become: `typed(row, column key, text, everywhere)` says what
was typed, and the page does with it what it must. *Everywhere* (Ctrl+Enter) means all chosen rows.
Rows of a newer answer wait until the cell is left, so that nothing typed is lost.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QStyledItemDelegate,
    QWidget,
)

from erp_desktop.core.table import NUMERIC, Cell
from erp_desktop.views import column_words, figures, theme
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.list_view import ListView

AnyIndex = QModelIndex | QPersistentModelIndex
Trigger = QAbstractItemView.EditTrigger


class CellEditors(QStyledItemDelegate):
    """`offers` names the words that a column's editor completes to, by the column's key."""

    typed = Signal(int, str, str, bool)

    def __init__(
        self, view: ListView, keys: Sequence[str],
        offers: dict[str, Callable[[], list[str]]] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._view, self._keys, self._offers = view, frozenset(keys), offers or {}
        view.setItemDelegate(self)

    def begin(self) -> None:
        """Let the cells be typed into."""
        self._view.list_model.editable = self._keys
        self._view.setEditTriggers(Trigger.AnyKeyPressed | Trigger.EditKeyPressed)
        self._view.viewport().update()

    def end(self) -> None:
        self._view.list_model.editable = frozenset()
        self._view.setEditTriggers(Trigger.NoEditTriggers)
        self._view.viewport().update()

    # -- Qt --------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: Any, index: AnyIndex) -> QWidget:  # noqa: ARG002
        column = self._view.columns[index.column() - self._view.lead]
        editor = LineField(parent=parent)
        editor.setAccessibleName(column_words.title(column))
        if column.kind in NUMERIC:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if column.key in self._offers:
            completer = QCompleter(self._offers[column.key](), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        self._view.list_model.hold()
        return editor

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        super().destroyEditor(editor, index)
        model = self._view.list_model  # rows may change once Qt is through with the editor
        QTimer.singleShot(0, model, model.let_go)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, LineField):
            editor.setText(figures.copied(_cell(index)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:  # noqa: ARG002
        if isinstance(editor, LineField) and editor.text().strip() != figures.copied(_cell(index)):
            self._tell(editor, index, everywhere=False)

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: AnyIndex) -> None:  # noqa: ARG002
        cell = QRectF(
            self._view.visualRect(self._view.list_model.index(index.row(), index.column()))
        )
        high = theme.px(30)
        editor.setGeometry(
            QRectF(cell.x() + 1, cell.center().y() - high / 2, cell.width() - 2, high).toRect()
        )

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and isinstance(editor, LineField):
                self._enter(editor, event)
                return True
        return super().eventFilter(editor, event)

    def _enter(self, editor: LineField, event: QKeyEvent) -> None:
        index = self._view.currentIndex()
        row, column = index.row(), index.column()
        everywhere = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if everywhere:
            self._tell(editor, index, everywhere=True)
        else:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if not everywhere:
            self._view.go_to(min(row + 1, self._view.list_model.rowCount() - 1), column)

    def _tell(self, editor: LineField, index: AnyIndex, *, everywhere: bool) -> None:
        key = self._view.columns[index.column() - self._view.lead].key
        self.typed.emit(index.row(), key, editor.text().strip(), everywhere)


def _cell(index: AnyIndex) -> Cell:
    found: Cell = index.data(Qt.ItemDataRole.UserRole)
    return found
