"""A stock quantity in the unit that its product's stock is shown in: 3 cartons + 4."""

from decimal import Decimal

from erp_desktop.views import figures
from erp_desktop.views.widgets.faces import Row, SlotFace


class PackFace(SlotFace):
    """The unit stands in a slot of fixed width; `pack` (or another key) and `holds` are hidden
    columns, `unit` may be shown on its own (then no slot is left for it)."""

    def __init__(self, slot: int = 30, pack: str = "pack") -> None:
        super().__init__(slot)
        self._pack = pack

    def packed(self, row: Row) -> tuple[str, str]:
        """The words, and the unit behind them."""
        cell, holds = row[self.at], self.other(row, "holds")
        unit, pack = str(self.other(row, "unit") or ""), str(self.other(row, self._pack) or "")
        if not isinstance(cell, Decimal) or not cell:
            return super().words(row), ""
        return figures.packed(cell, unit, pack, holds if isinstance(holds, Decimal) else None)

    def words(self, row: Row) -> str:
        return self.packed(row)[0]

    def hint(self, row: Row) -> str:
        """The quantity in the own unit, where it is read in packs."""
        cell, unit = row[self.at], str(self.other(row, "unit") or "")
        plain = (figures.quantity(cell), unit) if isinstance(cell, Decimal) else ("", "")
        return "" if not cell or self.packed(row) == plain else " ".join(filter(None, plain))

    def unit_of(self, row: Row) -> str:
        return self.packed(row)[1]
