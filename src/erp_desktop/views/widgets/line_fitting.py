"""How wide the columns of a document's lines are: the product's takes what the others leave.

Cells that are written keep their fields' width unless an amount needs more; figures that are only
read give way where a product's name would be cut.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from erp_desktop.core.table import Kind
from erp_desktop.views import theme
from erp_desktop.views.widgets.faces import FigureFace
from erp_desktop.views.widgets.list_fitting import SEEN, Span, fitted, needs
from erp_desktop.views.widgets.list_header import GUTTER

if TYPE_CHECKING:
    from erp_desktop.views.widgets.lines_grid import LinesGrid

LEAST = 160  # of the product, at font size 13


class LineFitting(QObject):
    """`fit()` after each change of the lines or of the room; what a person sized stays."""

    def __init__(self, grid: "LinesGrid") -> None:
        super().__init__(grid)
        self._grid, self._busy = grid, False
        self._own: set[int] = set()
        self._needs: list[int] = []
        grid.header.sectionResized.connect(self._resized)

    def draw(self) -> None:
        """The columns as they are drawn, shown or hidden."""
        grid = self._grid
        self._busy = True
        grid.setColumnWidth(0, theme.px(36))
        for at, column in enumerate(grid.lines.columns):
            grid.setColumnWidth(at + 1, theme.px(column.width))
            grid.header.setSectionHidden(at + 1, column.hidden)
        self._busy = False
        self._own.clear()
        self.measure()

    def measure(self) -> None:
        """The lines changed."""
        grid = self._grid
        rows = [grid.lines.cells(at) for at in range(min(len(grid.lines.lines()), SEEN))]
        for face in grid.faces:
            if isinstance(face, FigureFace):
                face.see(rows)
        self._needs = needs(grid.faces, rows)
        self.fit()

    def fit(self) -> None:
        """Share the room that there is now."""
        grid = self._grid
        columns = range(len(grid.lines.columns))
        shown = [at for at in columns if not grid.header.isSectionHidden(at + 1)]
        if 0 not in shown:
            return
        room = grid.viewport().width() - grid.columnWidth(0)
        floor = theme.px(min(grid.lines.columns[0].width, LEAST))
        widths = fitted([self._span(at) for at in shown], 0, room, floor)
        widths[0] = max(widths[0], floor)
        self._busy = True
        for at, wide in zip(shown, widths, strict=True):
            if grid.columnWidth(at + 1) != wide:
                grid.setColumnWidth(at + 1, wide)
        self._busy = False

    def _span(self, at: int) -> Span:
        grid, column = self._grid, self._grid.lines.columns[at]
        if at in self._own:
            return Span(grid.columnWidth(at + 1), 0, 0, column.kind, firm=True)
        written = grid.lines.line_columns[at].editable and at > 0
        kind = Kind.DATE if written else column.kind  # grows
        need = self._needs[at] if at < len(self._needs) else 0
        if need and at + 1 == grid.header.last_section():
            need += theme.px(GUTTER)
        return Span(theme.px(column.width), grid.header.titled(at + 1), need, kind, written=written)

    def _resized(self, section: int, before: int, after: int) -> None:
        if not self._busy and section > 1 and before and after:
            self._own.add(section - 1)
