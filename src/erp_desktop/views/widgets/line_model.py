"""The lines of a document while they are written: exact cells, one empty line always at the end.

A line is a dict from column key to Cell, plus whatever the page keeps there (`product`: the key of
what was picked). `derive` works out the computed cells (the amount) after each change.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import decimal_from
from erp_desktop.core.table import NUMERIC, Cell, Column
from erp_desktop.views import figures, wording

AnyIndex = QModelIndex | QPersistentModelIndex
Line = dict[str, Cell]
_ROOT = QModelIndex()
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A column of the grid; `editable` cells look like fields, the first one finds products."""

    column: Column
    editable: bool = False
    finder: bool = False


def nothing_derived(line: Mapping[str, Cell]) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}


class LineModel(QAbstractTableModel):
    """`lines()` are the written ones; `changed` comes after each edit."""

    changed = Signal()

    def __init__(
        self, columns: Sequence[LineColumn],
        derive: Callable[[Mapping[str, Cell]], Mapping[str, Cell]] = nothing_derived,
        *, growing: bool = True, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.line_columns = tuple(columns)
        self.columns = tuple(one.column for one in columns)
        self._derive, self._growing = derive, growing
        self._lines: list[Line] = []

    # -- model interface -------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines) + self._growing

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        line = self.line(index.row())
        if line is None or index.column() == 0 or int(role) not in {_DISPLAY, _EDIT}:
            return None
        column = self.columns[index.column() - 1]
        cell = line.get(column.key)
        return cell if int(role) == _EDIT else figures.written(column.kind, cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if int(role) != _DISPLAY:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        return wording.title(self.columns[section - 1].title) if section else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if self.may_edit(index) else plain

    def may_edit(self, index: AnyIndex) -> bool:
        """The finder's cell always; the others once a product stands in the line."""
        if not index.isValid() or index.column() == 0:
            return False
        column = self.line_columns[index.column() - 1]
        written = self.line(index.row()) is not None
        return (column.finder and self._growing) or (column.editable and written)

    # -- data access -----------------------------------------------------------------------------

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def lines(self) -> list[Line]:
        """A copy of what was written."""
        return [dict(line) for line in self._lines]

    def cells(self, row: int) -> tuple[Cell, ...]:
        """A line as a row of cells, for painting; the empty line has none."""
        line = self.line(row) or {}
        return tuple(line.get(column.key) for column in self.columns)

    # -- data edit -------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[Mapping[str, Cell]]) -> None:
        self.beginResetModel()
        self._lines = [self._derived(dict(line)) for line in lines]
        self.endResetModel()
        self.changed.emit()

    def write(self, row: int, cells: Mapping[str, Cell]) -> None:
        """Put cells into a line, making it when it is the empty one."""
        if row >= len(self._lines):
            self.add(cells)
            return
        self._lines[row] = self._derived({**self._lines[row], **cells})
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns)))
        self.changed.emit()

    def add(self, cells: Mapping[str, Cell]) -> int:
        """A new line at the end; returns its row."""
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append(self._derived(dict(cells)))
        self.endInsertRows()
        self.changed.emit()
        return row

    def remove(self, row: int) -> Line | None:
        """Take a line out; returns it, so that it can be put back."""
        if not 0 <= row < len(self._lines):
            return None
        self.beginRemoveRows(QModelIndex(), row, row)
        line = self._lines.pop(row)
        self.endRemoveRows()
        self.changed.emit()
        return line

    def typed(self, row: int, key: str, text: str) -> None:
        """Put what was typed into a cell; raises RuleBroken when it is not of its kind."""
        column = next(column for column in self.columns if column.key == key)
        cell: Cell = text.strip() or None
        if column.kind in NUMERIC and cell is not None:
            cell = decimal_from(text)
        self.write(row, {key: cell})

    def setData(self, index: AnyIndex, value: Any, role: int = _EDIT) -> bool:
        if int(role) != _EDIT or not self.may_edit(index) or self.line(index.row()) is None:
            return False
        try:
            self.typed(index.row(), self.columns[index.column() - 1].key, str(value))
        except RuleBroken:
            return False
        return True

    def _derived(self, line: Line) -> Line:
        line.update(self._derive(line))
        return line
