"""The unit a line is written in: a click (or Alt+U) takes the next one, and the price follows."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from erp_desktop.core.table import Cell
from erp_desktop.reports.trade_facts import ProductFacts, UnitFacts
from erp_desktop.views import icons, theme
from erp_desktop.views.widgets.faces import Face, Row, UnitFace

ONE = Decimal(1)
SIX_PLACES = Decimal("0.000001")


class UnitChoiceFace(Face):
    """The unit, with a small mark where there are others to choose from."""

    def __init__(self) -> None:
        super().__init__(role="text3")

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        if not self.other(row, "units"):
            super().paint(painter, box, row, chosen=chosen)
            return
        size = theme.px(12)
        super().paint(painter, box.adjusted(0, 0, -size, 0), row, chosen=chosen)
        mark = QRectF(box.right() - size, box.center().y() - size / 2, size, size)
        icons.draw(painter, "chevron-down", theme.tokens().text3, mark.toRect())

    def room(self, row: Row) -> float:
        return super().room(row) + (theme.px(14) if self.other(row, "units") else 0)


class PiecesFace(UnitFace):
    """How many pieces a weight was, as a field."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit, kind=theme.FIGURE_BOLD)


def unit_cells(facts: ProductFacts, wanted: str = "") -> dict[str, Cell]:
    """The cells of a line written in a unit: its price, how much it holds."""
    unit = next((one for one in facts.units if one.unit == wanted), None)
    if unit is None:
        unit = UnitFacts(facts.unit, ONE, facts.price)
    each = facts.price if unit.price is None else unit.price
    if unit.price is None and unit.factor != ONE:
        each = tidy(facts.price * unit.factor)
    return {"unit": unit.unit, "factor": unit.factor, "price": each, "offered": each}


def last_price(line: Mapping[str, Cell]) -> Decimal | None:
    """What one of the unit that a line is written in cost (or brought) the last time."""
    each, factor = line.get("last_each"), line.get("factor")
    if not isinstance(each, Decimal):
        return None
    return tidy(each * factor) if isinstance(factor, Decimal) else each


def tidy(value: Decimal) -> Decimal:
    """A price without needless places, but with the two that money shows."""
    short = value.quantize(SIX_PLACES).normalize()
    return short if int(short.as_tuple().exponent) < -2 else short.quantize(Decimal("0.01"))


def next_unit(facts: ProductFacts, now: str) -> str:
    """The unit after this one, in a circle; its own unit is the first."""
    units = [facts.unit, *(one.unit for one in facts.units)]
    return units[(units.index(now) + 1) % len(units)] if now in units else facts.unit


def several(facts: ProductFacts) -> str:
    """The names of the units to choose from; nothing where there is one."""
    return "\n".join((facts.unit, *(one.unit for one in facts.units))) if facts.units else ""


def written_in(line: Mapping[str, Cell]) -> str:
    """The unit for the service: empty for the product's own."""
    return str(line.get("unit") or "") if line.get("factor", ONE) != ONE else ""
