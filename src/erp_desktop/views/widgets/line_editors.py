"""The editors of a document's cells: a finder, an exact number, or a line of text."""

from __future__ import annotations

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
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QWidget

from erp_desktop.core.errors import RuleBroken
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

    def createEditor(self, parent: QWidget, option: Any, index: AnyIndex) -> QWidget:  # noqa: ARG002
        one = self._grid.lines.line_columns[index.column() - 1]
        editor: LineField
        if one.finder:
            hint = translate("Lines", "Name, code, initials or scan")
            finder = Finder(self._grid.find_products, hint, parent=parent)
            finder.chosen.connect(self._picked)
            finder.unknown.connect(self._grid.unknown)
            editor = finder
        elif one.column.kind in NUMERIC:
            editor = NumberField(high=32, parent=parent)
        else:
            editor = LineField(high=32, parent=parent)
        editor.setAccessibleName(wording.title(one.column.title))
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        cell = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, NumberField):
            editor.set_value(cell)
        elif isinstance(editor, LineField) and not isinstance(editor, Finder):
            editor.setText(figures.copied(cell))
        if isinstance(editor, LineField):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:  # noqa: ARG002
        if isinstance(editor, Finder) or not isinstance(editor, LineField):
            return
        key = self._grid.lines.columns[index.column() - 1].key
        try:
            self._grid.lines.typed(index.row(), key, editor.text())
        except RuleBroken as broken:
            self._grid.refuse(index.row(), wording.explain(broken))
        else:
            self._grid.clear_refusal(index.row())

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: AnyIndex) -> None:
        cell = QRectF(self._grid.visualRect(self._grid.lines.index(index.row(), index.column())))
        cell.setHeight(theme.px(LINE_HEIGHT) - 1)
        editor.setGeometry(field_box(cell).toRect())
        del option

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
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
                if index.row() not in self._grid.refused_rows():
                    self._grid.go_on(index)
                return True
            if isinstance(editor, Finder) and event.key() not in {
                Qt.Key.Key_Escape,
                Qt.Key.Key_Tab,
            }:
                return False
        return super().eventFilter(editor, event)

    def _picked(self, found: Found) -> None:
        editor = self.sender()
        row = self._grid.currentIndex().row()
        if isinstance(editor, QWidget):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._grid.pick(row, found)
