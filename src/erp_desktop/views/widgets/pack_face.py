"""A stock quantity in the unit that its product's stock is shown in: 3 cartons + 4."""

from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from erp_desktop.views import figures, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import InputFace, Row, SlotFace

translate = wording.translate


class PackFace(SlotFace):
    """The unit stands in a slot of fixed width; `pack` and `holds` are hidden columns, `unit` may
    be shown on its own (then no slot is left for it)."""

    def __init__(self, slot: int = 30, pack: str = "pack", unit: str = "unit") -> None:
        super().__init__(slot)
        self._pack, self._unit = pack, unit

    def packed(self, row: Row) -> tuple[str, str]:
        """The words, and the unit behind them."""
        cell, holds = row[self.at], self.other(row, "holds")
        unit, pack = str(self.other(row, self._unit) or ""), str(self.other(row, self._pack) or "")
        if not isinstance(cell, Decimal) or not cell:
            return super().words(row), ""
        return figures.packed(cell, unit, pack, holds if isinstance(holds, Decimal) else None)

    def words(self, row: Row) -> str:
        return self.packed(row)[0]

    def hint(self, row: Row) -> str:
        """The quantity in the own unit, where it is read in packs."""
        cell, unit = row[self.at], str(self.other(row, self._unit) or "")
        plain = (figures.quantity(cell), unit) if isinstance(cell, Decimal) else ("", "")
        return "" if not cell or self.packed(row) == plain else " ".join(filter(None, plain))

    def unit_of(self, row: Row) -> str:
        return self.packed(row)[1]


class TallPackFace(PackFace):
    """The same in the high rows of a document: whole packs, and what is over them below."""

    def lines(self, row: Row) -> tuple[str, str, str]:
        """The figure above and its unit, and the words below (empty where nothing is over)."""
        cell, holds = row[self.at], self.other(row, "holds")
        pack, unit = (str(self.other(row, key) or "") for key in (self._pack, self._unit))
        words, of = self.packed(row)
        if not pack or not isinstance(cell, Decimal) or not isinstance(holds, Decimal):
            return words, of, ""
        whole, rest = divmod(abs(cell), holds) if holds else (Decimal(0), cell)
        if not whole or not rest:
            return words, of, ""
        sign, between = ("−", "−") if cell < 0 else ("", "+")
        below = f"{between} {figures.quantity(rest)} {unit}".strip()
        return f"{sign}{figures.quantity(whole)}", pack, below

    def unit_of(self, row: Row) -> str:
        return self.lines(row)[1]

    def paint(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        words, unit, rest = self.lines(row)
        if not rest:
            super().paint(painter, box, row, chosen=chosen)
            return
        t, slot = theme.tokens(), self.gap()
        middle, line = box.center().y(), theme.px(17)
        above = QRectF(box.x(), middle - line, box.width() - slot, line)
        ink.text(painter, words, above, self.kind, self.colour(row), right=True)
        begin = theme.px(4)
        behind = QRectF(box.right() - slot + begin, middle - line, slot - begin, line)
        ink.text(painter, unit, behind, theme.HINT, t.text3)
        below = QRectF(box.x(), middle, box.width(), line)
        ink.text(painter, rest, below, theme.FIGURE_SMALL, t.text3, right=True)

    def room(self, row: Row) -> float:
        words, _, rest = self.lines(row)
        above = theme.width(self.kind, words) + self.gap()
        return max(above, theme.width(theme.FIGURE_SMALL, rest))


class PackInput(InputFace):
    """A quantity that may be typed in packs: says so, and what it is in packs."""

    def hint(self, row: Row) -> str:
        cell, pack, holds = row[self.at], self.other(row, "pack"), self.other(row, "holds")
        if not pack or not isinstance(holds, Decimal):
            return ""
        unit = str(self.other(row, "unit") or "")
        words = ""
        if isinstance(cell, Decimal) and abs(cell) >= holds:
            words = " ".join(figures.packed(cell, unit, str(pack), holds))
        may = translate("Lines", "May be typed in packs: 3 {0} + 4").format(pack)
        return "\n".join(filter(None, (words, may)))
