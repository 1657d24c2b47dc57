"""Quantities of a template's variants, typed into a grid: sizes across, colours down.

Behind each empty cell stands in grey what is there. Enter walks on; a combination that does not
exist cannot be written. `wanted()` gives the variants that got a quantity.
"""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.variant_rows import Matrix, matrix
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.faces import FigureFace, InputFace, Row
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid

translate = wording.translate
NOTHING = Decimal(0)
MOST_ROWS = 12  # more scroll


class _VariantFace(InputFace):
    """A quantity; while there is none, what is available, in grey."""

    def __init__(self, stock: str) -> None:
        super().__init__()
        self._stock = stock

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        if row[self.at] is not None:
            super().paint(painter, box, row, chosen=chosen)
            return
        there = self.other(row, self._stock)
        if isinstance(there, Decimal):
            said = figures.quantity(there)
            ink.text(painter, said, box, theme.FIGURE, theme.tokens().text3, right=True)


class MatrixDialog(Dialog):
    """`chosen(dict)` when it is confirmed: quantity by product id."""

    chosen = Signal(object)

    def __init__(
        self, office: Office, template_id: int, place_id: int = 0, *, verb: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self.matrix = office.ask(matrix, template_id, place_id)
        super().__init__(
            office, self.matrix.name, verb or translate("Variants", "Add to the document"),
            parent=parent,
        )  # fmt: skip
        hint = Label(
            translate("Variants", "Quantities in {0}; in grey what is available").format(
                self.matrix.unit
            ),
            theme.HINT, "text2",
        )  # fmt: skip
        self.grid = matrix_grid(self.matrix)
        self.grid.changed.connect(self._sum)
        self.sum = Label("", theme.BOLD)
        self.body.addWidget(hint)
        self.body.addWidget(self.grid)
        self.body.addWidget(self.sum)
        self._sum()
        self.grid.choose(0, "v0")
        self.grid.setFocus()

    def wanted(self) -> dict[int, Decimal]:
        """The quantity of each variant that got one."""
        return wanted(self.matrix, self.grid)

    def confirm(self) -> None:
        found = self.wanted()
        if not found:
            self.notice.refuse(translate("Variants", "Type at least one quantity."))
            return
        self.chosen.emit(found)
        self.accept()

    def _sum(self) -> None:
        found = self.wanted()
        total = figures.quantity(sum(found.values(), NOTHING))
        self.sum.setText(
            translate("Variants", "{0} {1} in {2} variants").format(
                total, self.matrix.unit, len(found)
            )
        )


def matrix_grid(shown: Matrix, *, editable: bool = True) -> LinesGrid:
    """The variants as a grid: what is available, or fields for quantities."""
    title = " · ".join(axis.name for axis in shown.axes[:-1])
    wide = max(76, *(24 + 14 * len(name) for name in shown.columns), 0)
    columns = [LineColumn(Column("row", title, width=140))]
    columns += [
        LineColumn(Column(f"v{at}", name, Kind.QUANTITY, wide), editable=editable)
        for at, name in enumerate(shown.columns)
    ]
    columns.append(LineColumn(Column("sum", translate("Variants", "Together"), Kind.QUANTITY, 90)))
    hidden = [LineColumn(Column(f"s{at}", "", hidden=True)) for at in range(len(shown.columns))]
    face = _VariantFace if editable else _StockFace
    grid = LinesGrid(
        [*columns, *hidden], _nothing, _no_cells, growing=False,
        derive=_typed if editable else _there,
        faces={f"v{at}": face(f"s{at}") for at in range(len(shown.columns))},
    )  # fmt: skip
    grid.lines.closed = {
        (down, f"v{across}")
        for down in range(len(shown.rows))
        for across in range(len(shown.columns))
        if (down, across) not in shown.cells or not shown.cells[down, across].active
    }
    grid.show_lines([_line(shown, down) for down in range(len(shown.rows))])
    grid.setAccessibleName(shown.name)
    high = theme.px(44) * min(len(shown.rows), MOST_ROWS) + theme.px(34)
    grid.setMinimumHeight(high)
    needed = 36 + 140 + 90 + wide * len(shown.columns) + 24
    grid.setMinimumWidth(theme.px(min(needed, 1100)))
    return grid


class _StockFace(FigureFace):
    """What is available of a variant, to be read."""

    def __init__(self, stock: str) -> None:
        super().__init__()
        self._stock = stock

    def words(self, row: Row) -> str:
        there = self.other(row, self._stock)
        if not isinstance(there, Decimal):
            return ""
        return figures.quantity(there) if there else figures.ZERO_WORD

    def colour(self, row: Row) -> QColor:
        there = self.other(row, self._stock)
        t = theme.tokens()
        if not isinstance(there, Decimal) or not there:
            return t.text3
        return t.bad if there < 0 else t.text


def wanted(shown: Matrix, grid: LinesGrid) -> dict[int, Decimal]:
    """By product: what was typed for each variant."""
    found: dict[int, Decimal] = {}
    for (down, across), cell in shown.cells.items():
        typed = (grid.lines.line(down) or {}).get(f"v{across}")
        if isinstance(typed, Decimal) and typed:
            found[cell.product_id] = typed
    return found


def _line(shown: Matrix, down: int) -> dict[str, Cell]:
    cells: dict[str, Cell] = {"row": shown.rows[down] or shown.name}
    for across in range(len(shown.columns)):
        cell = shown.cells.get((down, across))
        cells[f"s{across}"] = cell.available if cell is not None and cell.active else None
    return cells


def _typed(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    return {"sum": _total(line, "v") or None}


def _there(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    return {"sum": _total(line, "s")}


def _total(line: Mapping[str, Cell], prefix: str) -> Decimal:
    cells = [cell for key, cell in line.items() if key[0] == prefix and key[1:].isdigit()]
    return sum((cell for cell in cells if isinstance(cell, Decimal)), NOTHING)


def _nothing(text: str) -> tuple[()]:  # noqa: ARG001
    return ()


def _no_cells(found: object) -> Mapping[str, Cell]:  # noqa: ARG001
    return {}
