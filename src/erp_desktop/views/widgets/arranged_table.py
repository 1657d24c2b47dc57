"""A painted table whose columns a person arranges: shows, hides, moves, widens."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from erp_desktop.core.table import Cell, Column
from erp_desktop.views import theme
from erp_desktop.views.widgets import list_columns
from erp_desktop.views.widgets.faces import FigureFace
from erp_desktop.views.widgets.list_columns import Placed
from erp_desktop.views.widgets.list_fitting import SEEN, needs
from erp_desktop.views.widgets.list_menus import column_menu
from erp_desktop.views.widgets.painted_table import PaintedTable


class ArrangedTable(PaintedTable):
    """Columns fit their rows until a person sizes them; the widest one of words takes the room
    that is left."""

    _sharing = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: set[str] = set()  # columns that a person made wider or narrower
        self._needs: list[int] = []
        self._needs_of_rows: list[int] = []
        self._totals: Sequence[Cell] = ()
        self.header.chooser_wanted.connect(self.choose_columns)
        self.header.sectionResized.connect(self._resized)
        self.header.sectionMoved.connect(self._keep_boxes_first)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What can be shown, whether it is or not."""
        return tuple(face.column for face in self.faces)

    def visible_columns(self) -> list[int]:
        """The places of the columns that are shown, as they are shown."""
        sections = (self.header.logicalIndex(at) for at in range(self.header.count()))
        shown = (at - self.lead for at in sections if not self.header.isSectionHidden(at))
        return [at for at in shown if at >= 0]

    def shown_columns(self) -> list[str]:
        """The keys of the columns on screen, in their order (for export of what is seen)."""
        return [self.columns[at].key for at in self.visible_columns()]

    def choose_columns(self, where: QPoint) -> None:
        """Offer all columns with a tick each."""
        column_menu(self).popup(where)

    def show_column(self, at: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if shown or len(self.visible_columns()) > 1:
            self.header.setSectionHidden(at + self.lead, not shown)
            self.share_room()

    def arrangement(self) -> list[Placed]:
        """Order, widths and visibility of the columns, to be remembered."""
        drawn = {column.key: column.width for column in self.columns}
        found = list_columns.placed(self, self.columns)
        return [
            one if one.key in self._own else one._replace(width=drawn[one.key]) for one in found
        ]

    def arrange(self, remembered: Sequence[Placed]) -> None:
        drawn = {column.key: column.width for column in self.columns}
        self._own = {one.key for one in remembered if one.width != drawn.get(one.key)}
        self._sharing = True
        list_columns.arrange(self, self.columns, remembered)
        self._sharing = False
        self.share_room()

    def share_room(self) -> None:
        if not self._sharing and self.faces:
            self._sharing = True
            shown = self.visible_columns()
            list_columns.share_room(self, self.columns, shown, self._needs, self._own)
            self._sharing = False

    def measure(self) -> None:
        """Fit the columns to the rows that are shown first."""
        read = (self.row_at(at) for at in range(min(self.row_count(), self._in_sight())))
        rows = [row for row in read if type(row) is tuple]
        for face in self.faces:
            if isinstance(face, FigureFace):
                face.see(rows)
        self._needs_of_rows = needs(self.faces, rows)
        self._fit()

    def know_totals(self, totals: Sequence[Cell]) -> None:
        """The sums of the columns have to fit, too."""
        self._totals = totals
        if len(self._needs_of_rows) == len(self.faces):
            self._fit()
        else:
            self.measure()

    def _in_sight(self) -> int:
        """How many rows are measured: those that can be seen, and a few more."""
        return min(self.viewport().height() // max(self.high(), 1) + 4, SEEN)

    def _fit(self) -> None:
        totals = self._totals if len(self._totals) == len(self.faces) else ()
        of_totals = needs(self.faces, (), totals)
        self._needs = list(map(max, self._needs_of_rows, of_totals))
        self.share_room()

    def lay_out(self) -> None:
        """Put the columns as they are when nobody moved them."""
        if self.lead:
            self.setColumnWidth(0, theme.px(34))
            self.header.setSectionResizeMode(0, self.header.ResizeMode.Fixed)
        self.arrange(list_columns.usual(self.columns))

    def _dress(self) -> None:
        kept = self.arrangement() if self.faces else []
        super()._dress()
        if kept:
            self.arrange(kept)
            self.measure()

    def _resized(self, section: int, before: int, after: int) -> None:
        if self._sharing or section < self.lead:
            return
        if before and after and section - self.lead < len(self.faces):  # else shown or hidden
            self._own.add(self.columns[section - self.lead].key)
        self.viewport().update()

    def _keep_boxes_first(self) -> None:
        if self.lead and self.header.visualIndex(0) != 0:
            self.header.moveSection(self.header.visualIndex(0), 0)
        self.viewport().update()
