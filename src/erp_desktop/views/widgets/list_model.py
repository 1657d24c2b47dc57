"""The one item model of the program: a window over a `PageSource`, however long the list.

Rows are read in blocks before they are painted (`need`), never in `data()`: a row that was not read
yet is simply blank. A few dozen blocks are kept, so memory does not grow with the list. A new
question leaves the rows as they are until its answer is there; then they change at once.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from erp_desktop.core.table import NUMERIC, Cell, Column
from erp_desktop.reports.list_groups import GroupRow
from erp_desktop.reports.listing import Question
from erp_desktop.views import column_words, wording
from erp_desktop.views.widgets import faces as cell_faces
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.list_source import PageSource, Row
from erp_desktop.views.widgets.list_words import group_words, said

AnyIndex = QModelIndex | QPersistentModelIndex
BLOCK = 128
BLOCKS_KEPT = 48
RAW = int(Qt.ItemDataRole.UserRole)  # the Cell itself
_ROOT = QModelIndex()
# int(role) once: comparing enum members is half of the cost of a naive model
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIBED = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ListModel(QAbstractTableModel):
    """`lead` columns (0 or 1) stand before the source's own: the column of check boxes.

    `answered` comes when rows of a new answer are shown, `asking` when it takes a while.
    """

    asking = Signal()
    answered = Signal()

    def __init__(
        self, source: PageSource, *, checkable: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.source = source
        self.lead = 1 if checkable else 0
        self.faces: Sequence[Face] = cell_faces.bound(source.columns, {})
        self.waits = False  # an answer is on its way
        self.editable: frozenset[str] = frozenset()  # the columns that may be typed into
        self._held = False
        self._answer: Callable[[], None] | None = None  # waits until a cell is left
        self._blocks: OrderedDict[int, list[Row]] = OrderedDict()
        self._count = source.count()
        self.destroyed.connect(source.give_up)

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
        role, at = int(role), index.column() - self.lead
        if role not in {_DISPLAY, RAW, _ALIGN, _SPOKEN} or not index.isValid():
            return None
        if role == _ALIGN:
            return _RIGHT if at >= 0 and self.columns[at].kind in NUMERIC else None
        row = self.row(index.row())
        if row is None:
            return None
        if isinstance(row, GroupRow):
            return self._of_head(row, at, role)
        if at < 0:
            return None
        return row[at] if role == RAW else self.words(row, at)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column, role = self.column_of(section), int(role)
        if role in {_DISPLAY, _SPOKEN}:
            return column_words.title(column) if column else wording.translate("List", "Chosen")
        if role == _DESCRIBED and column and self.source.question.order == column.key:
            if self.source.question.descending:
                return wording.translate("List", "sorted, the largest first")
            return wording.translate("List", "sorted, the smallest first")
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        plain = super().flags(index)
        column = self.column_of(index.column())
        if column is None or column.key not in self.editable:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable if self.key_of(index.row()) >= 0 else plain

    # -- data access -----------------------------------------------------------------------------

    def words(self, row: Row, at: int) -> str:
        """What a person reads in a cell."""
        return self.faces[at].words(row)

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

    def head_words(self, head: GroupRow) -> str:
        """What the rows of a group have in common, and how many they are."""
        asked = self.source.question
        face = next((face for face in self.faces if face.column.key == asked.grouped_by), None)
        return group_words(face, head.value, by_day=asked.by_day) if face else ""

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

    def _of_head(self, row: GroupRow, at: int, role: int) -> Any:
        """The head of a group: its words in the first column, its sums in theirs."""
        if at > 0 or (at == 0 and row[0] is not None):
            return row[at] if role == RAW else said(self.columns[at].kind, row[at])
        return row.value if role == RAW else self.head_words(row)

    # -- data edit -------------------------------------------------------------------------------

    def ask_for(self, question: Question) -> None:
        """Sort, search and filter like this; the rows change when the answer is there."""
        self.waits = True
        self.source.ask_for(question, self._adopt)
        if self.waits:
            self.asking.emit()

    def refresh(self) -> None:
        """The books changed: ask the same again."""
        self.waits = True
        self.source.refresh(self._adopt)
        if self.waits:
            self.asking.emit()

    def fold(self, row: int) -> None:
        """Fold away the group whose head stands in this row, or open it again."""
        self._adopt(lambda: self.source.fold(row), anew=False)

    def fold_all(self, *, folded: bool) -> None:
        self._adopt(lambda: self.source.fold_all(folded=folded), anew=False)

    def hold(self) -> None:
        """A cell is being typed into: other rows must wait."""
        self._held = True

    def let_go(self) -> None:
        """The cell was left."""
        self._held = False
        if self._answer is not None:
            take, self._answer = self._answer, None
            self._adopt(take)

    def _adopt(self, take: Callable[[], None], *, anew: bool = True) -> None:
        """Show another answer."""
        if self._held:
            self._answer = take
            return
        self.beginResetModel()
        take()
        self._blocks.clear()
        self._count = self.source.count()
        self.endResetModel()
        if anew:
            self.waits = False
            self.need(0, 0)  # read with the answer; nobody meets a blank first row
            self.answered.emit()
