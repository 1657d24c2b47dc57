"""The list of a count: what the books say, what was found, what differs, why, and what is next."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.views import theme, wording
from erp_desktop.views.stock.count_parts import DifferenceFace
from erp_desktop.views.trade.line_units import PiecesFace
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.pack_face import TallPackFace

mark = wording.QT_TRANSLATE_NOOP
COLUMNS = (
    LineColumn(Column("name", mark("Table", "Product"), Kind.TEXT, 220)),
    LineColumn(Column("shelf", mark("Table", "Shelf"), Kind.TEXT, 70)),
    LineColumn(Column("counter", mark("Table", "Counted by"), Kind.TEXT, 88)),
    LineColumn(Column("book", mark("Table", "Book"), Kind.QUANTITY, 104)),
    LineColumn(Column("counted", mark("Table", "Actual"), Kind.QUANTITY, 84), editable=True),
    LineColumn(Column("difference", mark("Table", "Difference"), Kind.QUANTITY, 84)),
    LineColumn(Column("pieces_book", mark("Table", "Book pieces"), Kind.QUANTITY, 104)),
    LineColumn(Column("pieces", mark("Table", "Pieces"), Kind.QUANTITY, 92), editable=True),
    LineColumn(Column("more_pieces", mark("Table", "Pieces +/−"), Kind.QUANTITY, 84)),
    LineColumn(Column("worth", mark("Table", "Value"), Kind.MONEY, 96, cost=True)),
    LineColumn(Column("reason", mark("Table", "Reason"), Kind.TEXT, 108)),
    LineColumn(Column("status", mark("Table", "Result"), Kind.STATE, 130)),
    LineColumn(Column("sku", "sku", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("under", "", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("unit", "unit", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("pack", "", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("holds", "", Kind.QUANTITY, 10, hidden=True)),
    LineColumn(Column("catch_unit", "", Kind.TEXT, 10, hidden=True)),
)
BOOKS = ("book", "difference", "pieces_book", "more_pieces", "worth", "reason", "status")
PIECES = ("pieces_book", "pieces", "more_pieces")  # only where pieces are kept beside the weight
WRITTEN = ("counted", "pieces")


class ReasonFace(faces.Face):
    """Why it differs; a quiet invitation where nobody said yet."""

    def words(self, row: faces.Row) -> str:
        if row[self.at]:
            return str(row[self.at])
        differs = self.other(row, "difference") or self.other(row, "more_pieces")
        return wording.translate("Count", "say why") if differs else ""

    def colour(self, row: faces.Row) -> Any:
        t = theme.tokens()
        return t.text if row[self.at] else t.text3


class CountGrid(LinesGrid):
    """`counted(row, product id, Decimal or None)` when a count was typed, `pieced` when it was how
    many pieces that is."""

    counted = Signal(int, int, object)
    pieced = Signal(int, int, object)

    def __init__(
        self, find: Callable[[str], Sequence[Found]], parent: QWidget | None = None
    ) -> None:
        special = {
            "name": faces.TwoLineFace("under"),
            "book": TallPackFace(),
            "difference": DifferenceFace(theme.FIGURE_BOLD),
            "pieces_book": faces.UnitFace("catch_unit"),
            "pieces": PiecesFace("catch_unit"),
            "more_pieces": DifferenceFace(theme.FIGURE_BOLD),
            "worth": DifferenceFace(),
            "reason": ReasonFace(),
            "shelf": faces.Face(role="text2"),
            "counter": faces.Face(role="text2"),
        }
        self._showing = False
        self._hidden: frozenset[str] = frozenset()
        self._shown: list[tuple[Cell, ...]] = []
        super().__init__(COLUMNS, find, _nothing, faces=special, growing=False, parent=parent)
        self.changed.connect(self._compare)

    def show_rows(self, rows: Sequence[Mapping[str, Cell]]) -> None:
        """Show these products."""
        self._showing = True
        self.show_lines(rows)
        self._showing = False
        self._remember()

    def fill_row(self, row: int, cells: Mapping[str, Cell]) -> None:
        """What became of a product."""
        self._showing = True
        self.lines.write(row, cells)
        self._showing = False
        self._remember()

    def row_of(self, product_id: int) -> int:
        """Where a product stands, or -1."""
        lines = enumerate(self.lines.lines())
        return next((row for row, line in lines if line.get("product") == product_id), -1)

    def show_product(self, product_id: int) -> None:
        """Bring a product's row into sight, if it is among them."""
        row = self.row_of(product_id)
        if row >= 0:
            self.flash(row)

    def chosen_product(self) -> int:
        """The product of the current row, or 0."""
        line = self.lines.line(self.currentIndex().row())
        return int(str(line["product"])) if line else 0

    def hide_columns(self, hidden: frozenset[str]) -> None:
        """A blind count shows nothing of what the books say; a shop without shelves no shelf."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._lay_out()

    def _lay_out(self) -> None:
        super()._lay_out()
        for at, column in enumerate(self.lines.columns):
            if not column.hidden:
                self.header.setSectionHidden(at + 1, column.key in self._hidden)
        self.share_room()

    def _remember(self) -> None:
        lines = list(enumerate(self.lines.lines()))
        self._shown = [tuple(line[key] for key in WRITTEN) for _, line in lines]
        self.lines.closed = {(row, "pieces") for row, line in lines if not line["catch_unit"]}

    def _compare(self) -> None:
        """Find the row whose count, or pieces, were typed."""
        if self._showing:
            return
        for row, line in enumerate(self.lines.lines()):
            for key, was, typed in zip(
                WRITTEN, self._shown[row], (self.counted, self.pieced), strict=True
            ):
                if line[key] != was:
                    typed.emit(row, int(str(line["product"])), line[key])
                    return


def _nothing(found: Any) -> dict[str, Cell]:  # noqa: ARG001
    return {}
