"""The editors of a document's cells: a finder, an exact number, or a line of text."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import decimal_from
from erp_desktop.core.table import NUMERIC
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField

if TYPE_CHECKING:
    from erp_desktop.views.widgets.lines_grid import LinesGrid

translate = wording.translate
AnyIndex = QModelIndex | QPersistentModelIndex
LINE_HEIGHT = 44
_KEYS = QKeySequence.StandardKey


def is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Shift+Z and Ctrl+Y, on every system."""
    control = Qt.KeyboardModifier.ControlModifier
    shift = control | Qt.KeyboardModifier.ShiftModifier
    held = event.modifiers()
    return (event.key() == Qt.Key.Key_Y and held == control) or (
        event.key() == Qt.Key.Key_Z and held == shift
    )


def field_box(cell: QRectF) -> QRectF:
    """Where the field of an editable cell stands inside its cell."""
    high = theme.px(32)
    inset = theme.px(3)
    top = cell.center().y() - high / 2
    return QRectF(cell.x() + inset, round(top), cell.width() - 2 * inset, high)


class LineEditors(QStyledItemDelegate):
    """Makes the editor of a cell: a finder, an exact number, or a line of text."""

    def __init__(self, grid: LinesGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._editor: LineField | None = None
        self._began = ""  # what stood in the cell before
        self._slips: set[int] = set()  # rows where something was typed that is no number
        self.closeEditor.connect(self._left)

    def _left(self, editor: QWidget) -> None:
        """What was typed in a cell and not taken is typed no more."""
        own = self._editor
        if own is not None and editor is own:
            self._editor = None
            if own.text() != self._began:
                self._grid.typing.emit()

    def take(self) -> bool:
        """Take what is being typed; False where it, or what was typed before and is still said to
        be wrong, is none of what belongs there."""
        editor = self._editor
        if editor is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._grid.setFocus()
        return not self._slips & set(self._grid.refused_rows())

    def being_typed(self) -> dict[str, Any] | None:
        """The cell that is being written and the words so far; None when nothing was typed."""
        editor, index = self._editor, self._grid.currentIndex()
        if editor is None or editor.text() == self._began or not index.column():
            return None
        key = self._grid.lines.columns[index.column() - 1].key
        return {"row": index.row(), "column": key, "text": editor.text()}

    def put(self, text: str) -> None:
        """Let the open editor say this."""
        if self._editor is not None:
            self._editor.setText(text)
            self._editor.textEdited.emit(text)

    def createEditor(self, parent: QWidget, option: Any, index: AnyIndex) -> QWidget:  # noqa: ARG002
        one = self._grid.lines.line_columns[index.column() - 1]
        editor: LineField
        if one.finder:
            hint = self._grid.adds or translate("Lines", "Name, code, initials or scan")
            finder = Finder(self._grid.find_products, hint, parent=parent)
            finder.chosen.connect(self._picked)
            finder.unknown.connect(self._grid.unknown)
            editor = finder
        elif one.column.kind in NUMERIC:
            number = NumberField(high=32, parent=parent)
            number.reads = partial(self._reads, index.row(), one.column.key)
            editor = number
        else:
            editor = LineField(high=32, parent=parent)
        editor.setAccessibleName(wording.title(one.column.title))
        editor.textEdited.connect(self._grid.typing)
        self._editor = editor
        return editor

    def _reads(self, row: int, key: str, text: str) -> Decimal:
        """The number that was typed. Raises NotANumber, NoSuchUnit."""
        cells = self._grid.lines.read(row, key, text)
        cell = cells.get(key)
        return cell if isinstance(cell, Decimal) else decimal_from(text)

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        cell = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, NumberField):
            editor.set_value(cell)
        elif isinstance(editor, LineField) and not isinstance(editor, Finder):
            editor.setText(figures.copied(cell))
        if isinstance(editor, LineField):
            editor.selectAll()
            self._began = editor.text()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:  # noqa: ARG002
        if isinstance(editor, Finder) or not isinstance(editor, LineField):
            return
        key = self._grid.lines.columns[index.column() - 1].key
        row = index.row()
        if editor.text() == self._began and row not in self._slips:
            return  # nothing was typed: what is said under the line still stands
        self._slips.discard(row)
        self._grid.clear_refusal(row)
        try:
            self._grid.lines.typed(row, key, editor.text())
        except RuleBroken as broken:
            self._slips.add(row)
            self._grid.refuse(row, wording.explain(broken))

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: AnyIndex) -> None:
        cell = QRectF(self._grid.visualRect(self._grid.lines.index(index.row(), index.column())))
        cell.setHeight(theme.px(LINE_HEIGHT) - 1)
        editor.setGeometry(field_box(cell).toRect())
        del option

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(editor, LineField):
            if event.type() == QEvent.Type.ShortcutOverride and self._gives_way(editor, event):
                return True
            if event.type() == QEvent.Type.KeyPress and (
                self._pastes_rows(editor, event) or self._grid.own_key(event)
            ):
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if (
                enter
                and not control
                and isinstance(editor, LineField)
                and not isinstance(editor, Finder)
            ):
                index = QPersistentModelIndex(self._grid.currentIndex())
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                if index.row() not in self._slips:
                    self._grid.go_on(index)
                return True
            if isinstance(editor, Finder) and event.key() not in {
                Qt.Key.Key_Escape,
                Qt.Key.Key_Tab,
            }:
                return False
        return super().eventFilter(editor, event)

    def _gives_way(self, editor: LineField, event: QKeyEvent) -> bool:
        """Undo and redo are the document's, once the cell itself has nothing to take back."""
        undo, redo = event.matches(_KEYS.Undo), is_redo(event)
        own = (undo and editor.isUndoAvailable()) or (redo and editor.isRedoAvailable())
        if own or not (undo or redo):
            return False
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self._grid.setFocus()
        event.ignore()
        return True

    def _pastes_rows(self, editor: LineField, event: QKeyEvent) -> bool:
        """What was copied from a spreadsheet is rows, also while a cell is being written."""
        text = QGuiApplication.clipboard().text().strip("\n")
        if not event.matches(_KEYS.Paste) or not ("\t" in text or "\n" in text):
            return False
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self._grid.setFocus()
        self._grid.paste()
        return True

    def _picked(self, found: Found) -> None:
        editor = self.sender()
        row = self._grid.currentIndex().row()
        if isinstance(editor, QWidget):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._grid.pick(row, found)
