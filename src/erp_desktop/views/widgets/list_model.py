"""The one item model of the program: a window over a `PageSource`, however long the list.

Rows are read in blocks before they are painted (`need`), never in `data()`: a row that was not read
yet is simply blank. A few dozen blocks are kept, so memory does not grow with the list.
"""

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from erp_desktop.core.table import NUMERIC, Cell, Column
from erp_desktop.reports.listing import Question
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.list_source import PageSource, Row

AnyIndex = QModelIndex | QPersistentModelIndex
BLOCK = 128
BLOCKS_KEPT = 48
RAW = int(Qt.ItemDataRole.UserRole)  # the Cell itself
_ROOT = QModelIndex()
# int(role) once: comparing enum members is half of the cost of a naive model
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ListModel(QAbstractTableModel):
    """`lead` columns (0 or 1) stand before the source's own: the column of check boxes."""

    def __init__(
        self, source: PageSource, *, checkable: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.source = source
        self.lead = 1 if checkable else 0
        self._blocks: OrderedDict[int, list[Row]] = OrderedDict()
        self._count = source.count()

    # -- properties ------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.source.columns

    def column_of(self, section: int) -> Column | None:
        """The column shown in a section; None for the check boxes."""
        at = section - self.lead
        return self.columns[at] if 0 <= at < len(self.columns) else None

    # -- model interface -------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns) + self.lead

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        role = int(role)
        column = self.column_of(index.column())
        if column is None or role not in {_DISPLAY, RAW, _ALIGN}:
            return None
        if role == _ALIGN:
            return _RIGHT if column.kind in NUMERIC else None
        row = self.row(index.row())
        if row is None:
            return None
        cell = row[index.column() - self.lead]
        return cell if role == RAW else figures.written(column.kind, cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or int(role) != _DISPLAY:
            return None
        column = self.column_of(section)
        return wording.title(column.title) if column else ""

    # -- data access -----------------------------------------------------------------------------

    def need(self, first: int, last: int) -> None:
        """Read the blocks with these rows, if they are not at hand."""
        if self._count == 0 or last < 0:
            return
        for block in range(max(first, 0) // BLOCK, min(last, self._count - 1) // BLOCK + 1):
            if block not in self._blocks:
                self._blocks[block] = self.source.page(block * BLOCK, BLOCK)
            self._blocks.move_to_end(block)
        while len(self._blocks) > BLOCKS_KEPT:
            self._blocks.popitem(last=False)

    def row(self, at: int) -> Row | None:
        """A row that was read; a source at hand is read now."""
        block = self._blocks.get(at // BLOCK)
        if block is None and self.source.immediate and 0 <= at < self._count:
            self.need(at, at)
            block = self._blocks.get(at // BLOCK)
        inside = at % BLOCK
        return block[inside] if block is not None and inside < len(block) else None

    def rows_read(self) -> int:
        """How many rows are held in memory."""
        return sum(len(block) for block in self._blocks.values())

    def key_of(self, row: int) -> int:
        return self.source.key_of(row)

    def cell(self, row: int, key: str) -> Cell:
        """A cell by its column's key, of a row that was read."""
        found = self.row(row)
        if found is None:
            return None
        return next(c for c, col in zip(found, self.columns, strict=True) if col.key == key)

    # -- data edit -------------------------------------------------------------------------------

    def ask_for(self, question: Question) -> None:
        """Sort, search and filter like this."""
        self.beginResetModel()
        self.source.ask_for(question)
        self._reread()
        self.endResetModel()

    def refresh(self) -> None:
        """The books changed."""
        self.beginResetModel()
        self.source.refresh()
        self._reread()
        self.endResetModel()

    def _reread(self) -> None:
        self._blocks.clear()
        self._count = self.source.count()
