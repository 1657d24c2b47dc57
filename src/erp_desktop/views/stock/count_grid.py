"""The list of a count: what the books say, what was found, what differs and what it is worth."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.views import theme, wording
from erp_desktop.views.stock.count_parts import DifferenceFace
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid

mark = wording.QT_TRANSLATE_NOOP
COLUMNS = (
    LineColumn(Column("name", mark("Table", "Product"), Kind.TEXT, 260)),
    LineColumn(Column("category", mark("Table", "Category"), Kind.TEXT, 110)),
    LineColumn(Column("at", mark("Table", "Counted at"), Kind.MOMENT, 120)),
    LineColumn(Column("book", mark("Table", "Book"), Kind.QUANTITY, 100)),
    LineColumn(Column("counted", mark("Table", "Actual"), Kind.QUANTITY, 110), editable=True),
    LineColumn(Column("difference", mark("Table", "Difference"), Kind.QUANTITY, 100)),
    LineColumn(Column("worth", mark("Table", "Value"), Kind.MONEY, 116)),
    LineColumn(Column("sku", "sku", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("unit", "unit", Kind.TEXT, 10, hidden=True)),
)
BOOKS = ("book", "difference", "worth")


class CountGrid(LinesGrid):
    """`counted(row, product id, Decimal or None)` when a count was typed."""

    counted = Signal(int, int, object)

    def __init__(
        self, find: Callable[[str], Sequence[Found]], parent: QWidget | None = None
    ) -> None:
        special = {
            "name": faces.TwoLineFace("sku"),
            "book": faces.UnitFace("unit", 30),
            "difference": DifferenceFace(theme.FIGURE_BOLD),
            "worth": DifferenceFace(),
        }
        self._showing = self._blind = False
        self._shown: list[Cell] = []
        super().__init__(COLUMNS, find, _nothing, faces=special, growing=False, parent=parent)
        self.changed.connect(self._compare)

    def show_rows(self, rows: Sequence[Mapping[str, Cell]]) -> None:
        """Show these products."""
        self._showing = True
        self.show_lines(rows)
        self._showing = False
        self._remember()

    def fill_row(self, row: int, cells: Mapping[str, Cell]) -> None:
        """What became of a typed count."""
        self._showing = True
        self.lines.write(row, cells)
        self._showing = False
        self._remember()

    def show_product(self, product_id: int) -> None:
        """Bring a product's row into sight, if it is among them."""
        for row, line in enumerate(self.lines.lines()):
            if line.get("product") == product_id:
                self.flash(row)
                return

    def hide_books(self, *, hidden: bool) -> None:
        """A blind count shows nothing of what the books say."""
        self._blind = hidden
        self._lay_out()

    def _lay_out(self) -> None:
        super()._lay_out()
        for at, column in enumerate(self.lines.columns):
            if column.key in BOOKS:
                self.header.setSectionHidden(at + 1, self._blind)
        self.share_room()

    def _remember(self) -> None:
        self._shown = [line["counted"] for line in self.lines.lines()]

    def _compare(self) -> None:
        """Find the row whose count was typed."""
        if self._showing:
            return
        for row, line in enumerate(self.lines.lines()):
            if line["counted"] != self._shown[row]:
                self.counted.emit(row, int(str(line["product"])), line["counted"])
                return


def _nothing(found: Any) -> dict[str, Cell]:  # noqa: ARG001
    return {}
