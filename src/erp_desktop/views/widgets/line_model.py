"""The lines of a document while they are written: exact cells, one empty line always at the end.

A line is a dict from column key to Cell, plus whatever the page keeps there (`product`: the key of
what was picked). `derive` works out the computed cells (the amount) after each change.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from erp_desktop.core.errors import NotANumber, RuleBroken
from erp_desktop.core.money import decimal_from
from erp_desktop.core.packs import measured, typed_quantity
from erp_desktop.core.table import NUMERIC, Cell, Column
from erp_desktop.views import costs, figures, wording

AnyIndex = QModelIndex | QPersistentModelIndex
Line = dict[str, Cell]
_ROOT = QModelIndex()
MEASURED = frozenset({"quantity", "now", "counted", "missing", "picked"})  # may be typed in packs
_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A column of the grid; `editable` cells look like fields, the first one finds products."""

    column: Column
    editable: bool = False
    finder: bool = False


def nothing_derived(line: Mapping[str, Cell]) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}


def in_own_unit(line: Mapping[str, Cell], key: str, text: str) -> Mapping[str, Cell]:
    """What was typed in packs, in the unit of the line. Raises NotANumber, NoSuchUnit."""
    return {key: typed_quantity(text, str(line.get("unit") or ""), measured(line["measures"]))}


class LineModel(QAbstractTableModel):
    """`lines()` are the written ones; `changed` comes after each edit. `measure` says what words
    in a quantity mean, of lines that know the units of their product (`measures`)."""

    changed = Signal()

    def __init__(
        self, columns: Sequence[LineColumn],
        derive: Callable[[Mapping[str, Cell]], Mapping[str, Cell]] = nothing_derived,
        *, growing: bool = True, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.columns = costs.columns([one.column for one in columns])
        self.line_columns = tuple(
            replace(one, column=column, editable=one.editable and not column.hidden)
            if column is not one.column else one
            for one, column in zip(columns, self.columns, strict=True)
        )  # fmt: skip
        self._derive, self._growing = derive, growing
        self.measure = in_own_unit
        self._lines: list[Line] = []
        self.closed: set[tuple[int, str]] = set()  # cells (row, key) that cannot be written
        self._holding = 0  # how many `together` are under way
        self._waiting = False

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
        if column.cost and not costs.seen():
            return None
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
        if (index.row(), column.column.key) in self.closed:
            return False
        return (column.finder and self._growing) or (column.editable and written)

    # -- data access -----------------------------------------------------------------------------

    def is_field(self, row: int, at: int) -> bool:
        """Whether a cell is a field that can be written in now."""
        if at < 0 or self.line(row) is None:
            return False
        one = self.line_columns[at]
        return one.editable and not one.finder and (row, one.column.key) not in self.closed

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
        self._tell()

    def become(self, lines: Sequence[Mapping[str, Cell]]) -> int:
        """Show other lines, touching only those that differ; the first of these, or -1."""
        new = [self._derived(dict(line)) for line in lines]
        first = _same(self._lines, new)
        kept = _same(self._lines[first:][::-1], new[first:][::-1])
        old_end, new_end = len(self._lines) - kept, len(new) - kept
        both = min(old_end, new_end)
        if old_end > both:
            self.beginRemoveRows(QModelIndex(), both, old_end - 1)
            del self._lines[both:old_end]
            self.endRemoveRows()
        if new_end > both:
            self.beginInsertRows(QModelIndex(), both, new_end - 1)
            self._lines[both:both] = new[both:new_end]
            self.endInsertRows()
        self._lines[first:both] = new[first:both]
        if both > first:
            last = self.index(both - 1, len(self.columns))
            self.dataChanged.emit(self.index(first, 0), last)
        differs = max(old_end, new_end) > first
        if differs:
            self._tell()
        return first if differs else -1

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several edits that are one: `changed` comes once, at the end."""
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1
            if not self._holding and self._waiting:
                self._waiting = False
                self.changed.emit()

    def _tell(self) -> None:
        if self._holding:
            self._waiting = True
        else:
            self.changed.emit()

    def write(self, row: int, cells: Mapping[str, Cell]) -> None:
        """Put cells into a line, making it when it is the empty one."""
        if row >= len(self._lines):
            self.add(cells)
            return
        self._lines[row] = self._derived({**self._lines[row], **cells})
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns)))
        self._tell()

    def add(self, cells: Mapping[str, Cell]) -> int:
        """A new line at the end; returns its row."""
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append(self._derived(dict(cells)))
        self.endInsertRows()
        self._tell()
        return row

    def remove(self, row: int) -> Line | None:
        """Take a line out; returns it, so that it can be put back."""
        if not 0 <= row < len(self._lines):
            return None
        self.beginRemoveRows(QModelIndex(), row, row)
        line = self._lines.pop(row)
        self.endRemoveRows()
        self._tell()
        return line

    def move(self, row: int, by: int) -> int:
        """Move a line up (-1) or down (1); the row where it stands then."""
        target = row + by
        if not (0 <= row < len(self._lines) and 0 <= target < len(self._lines)):
            return row
        where = target + 1 if by > 0 else target
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), where)
        self._lines.insert(target, self._lines.pop(row))
        self.endMoveRows()
        self._tell()
        return target

    def typed(self, row: int, key: str, text: str) -> None:
        """Put what was typed into a cell; raises RuleBroken when it is not of its kind."""
        column = next(column for column in self.columns if column.key == key)
        if column.kind in NUMERIC and text.strip():
            self.write(row, self.read(row, key, text))
        else:
            self.write(row, {key: text.strip() or None})

    def read(self, row: int, key: str, text: str) -> Mapping[str, Cell]:
        """The cells that a typed number comes to. Raises NotANumber, NoSuchUnit."""
        try:
            return {key: decimal_from(text)}
        except NotANumber:
            line = self.line(row) or {}
            if key not in MEASURED or not line.get("measures"):
                raise
            return self.measure(line, key, text)

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


def _same(one: Sequence[Line], other: Sequence[Line]) -> int:
    """How many lines are the same from the beginning on."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
