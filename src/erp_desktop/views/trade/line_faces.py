"""Cells of a document's lines that say more than their figure."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from erp_desktop.core.table import Cell
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import FigureFace, Row, UnitFace
from erp_desktop.views.widgets.pack_face import TallPackFace

translate = wording.translate


class ChangeFace(FigureFace):
    """A price with the last one below it, and by how much it changed: red for more."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        last = self.other(row, self._last)
        if not isinstance(last, Decimal):
            super().paint(painter, box, row, chosen=chosen)
            return
        t, middle, line = theme.tokens(), box.center().y(), theme.px(17)
        above = QRectF(box.x(), middle - line, box.width(), line)
        ink.text(painter, self.words(row), above, self.kind, t.text, right=True)
        below = QRectF(box.x(), middle, box.width(), line)
        change = self.change(row[self.at], last)
        if change:
            colour = t.bad if change > 0 else t.ok
            mark = f"{'▲' if change > 0 else '▼'}{figures.number(abs(change), 1)}%"
            drawn = ink.text(painter, mark, below, theme.FIGURE_SMALL, colour, right=True)
            below.setRight(below.right() - drawn - theme.px(6))
        said = translate("Trade", "last {0}").format(figures.price(last))
        ink.text(painter, said, below, theme.FIGURE_SMALL, t.text3, right=True)

    def room(self, row: Row) -> float:
        last = self.other(row, self._last)
        if not isinstance(last, Decimal):
            return super().room(row)
        change = self.change(row[self.at], last)
        said = translate("Trade", "last {0}").format(figures.price(last))
        below = theme.width(theme.FIGURE_SMALL, said)
        if change:
            mark = f"▲{figures.number(abs(change), 1)}%"
            below += theme.px(6) + theme.width(theme.FIGURE_SMALL, mark)
        return max(super().room(row), below)

    @staticmethod
    def change(now: Cell, last: Decimal) -> Decimal:
        """Per cent more (or less) than the last time."""
        if not isinstance(now, Decimal) or not last:
            return Decimal(0)
        return ((now - last) * 100 / last).quantize(Decimal("0.1"), ROUND_HALF_UP)


def counted(line: Mapping[str, Cell]) -> str:
    """What a line comes to in the product's own unit: 48 pcs. Nothing where it is written in it."""
    much, factor = line.get("quantity"), line.get("factor")
    if not isinstance(much, Decimal) or not isinstance(factor, Decimal) or factor == 1 or not much:
        return ""
    return f"{figures.quantity(much * factor)} {line.get('own_unit') or ''}".strip()


class WrittenFace(UnitFace):
    """A quantity in the unit it was written in, and below it what that comes to: 2 cartons, 48 pcs.

    The row needs the hidden columns `factor` and `own_unit`. A field has no room for a second line:
    there it stands in the tooltip.
    """

    def __init__(self, unit: str = "unit", *, field: bool = False) -> None:
        super().__init__(unit, slot=0 if field else 26)
        self._field = field

    def hint(self, row: Row) -> str:
        said = self._counted(row)
        written = f"{self.words(row)} {self.other(row, 'unit') or ''}"
        return f"{written} = {said}" if said else ""

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        said = "" if self._field else self._counted(row)
        if self._field:
            FigureFace.paint(self, painter, box, row, chosen=chosen)
        elif not said:
            super().paint(painter, box, row, chosen=chosen)
        else:
            middle, line = box.center().y(), theme.px(17)
            above = QRectF(box.x(), middle - line, box.width(), line)
            super().paint(painter, above, row, chosen=chosen)
            below = QRectF(box.x(), middle, box.width(), line)
            ink.text(painter, said, below, theme.FIGURE_SMALL, theme.tokens().text3, right=True)

    def room(self, row: Row) -> float:
        below = 0 if self._field else theme.width(theme.FIGURE_SMALL, self._counted(row))
        return max(super().room(row), below)

    def _counted(self, row: Row) -> str:
        cells = {key: self.other(row, key) for key in ("factor", "own_unit")}
        return counted(cells | {"quantity": row[self.at]})


class ShortFace(TallPackFace):
    """What is available, in amber where the line sells more than that."""

    def colour(self, row: Row) -> QColor:
        wanted, here = self.other(row, "quantity"), row[self.at]
        holds = self.other(row, "factor")
        if isinstance(wanted, Decimal) and isinstance(holds, Decimal):
            wanted *= holds
        short = isinstance(wanted, Decimal) and isinstance(here, Decimal) and wanted > here
        return theme.tokens().warn if short else super().colour(row)
