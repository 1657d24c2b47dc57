"""Specific cost: each lot or serial number keeps its own cost (个别计价).

The lot chooses the layer. What comes in with a lot that is still there is pooled into it, so that
a lot is one layer: its stock goes out in proportion to the lot's value (L-18, L-56). Goods without
a lot are a pool of their own.
"""

from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.events import NOWHERE, Parcel
from erp_desktop.core.money import divided


class Lots:
    """The stock of one product in one scope, lot by lot."""

    __slots__ = ("cost_quantity", "cost_value", "lots", "minor", "quantity", "value")

    def __init__(
        self,
        minor: int,
        quantity: int = 0,
        value: int = 0,
        cost_value: int = 0,
        cost_quantity: int = 0,
    ) -> None:
        """Stock needs its lots (`hold`)."""
        self.minor, self.quantity, self.value = minor, quantity, value
        self.cost_value, self.cost_quantity = cost_value, cost_quantity  # of whatever moved last
        self.lots: dict[int, Holding] = {}

    def hold(self, lot: int, held: Holding) -> None:
        """Take up a lot that is part of `quantity` and `value` already."""
        self.lots[lot] = held

    def take_in(self, parcel: Parcel) -> int:
        """Goods came in: returns the variance that leaves stock again (0 unless it was short)."""
        pool = self._pool(parcel.lot)
        before = pool.value
        variance = pool.take_in(parcel.quantity, parcel.value)
        if parcel.quantity:
            self.cost_value, self.cost_quantity = parcel.value, parcel.quantity
        self._settle(parcel.lot, pool, parcel.quantity, pool.value - before)
        return variance - self._cleared()

    def put_back(self, parcel: Parcel) -> None:
        """What was sold comes back into its lot."""
        self.take_in(parcel)

    def take_out(self, quantity: int, origin: int = 0, lot: int = 0) -> list[Parcel]:
        """Goods of a lot went out, with their share of its value.

        What leaves without a lot (a count of the whole product) is taken from what has none, then
        from the lots in their order; only what is nowhere goes below zero.
        """
        taken: list[Parcel] = []
        rest = quantity
        others = sorted(self.lots) if not lot else ()
        for each in (0, *others) if not lot else ():
            held = self.lots[each].quantity if each in self.lots else 0
            part = min(rest, max(held, 0))
            if part:
                taken.append(self._take(part, origin, each))
                rest -= part
        if rest:
            taken.append(self._take(rest, origin, lot))
        left = self._cleared()
        if left:
            taken[-1] = taken[-1]._replace(value=taken[-1].value + left)
        return taken

    def _take(self, quantity: int, origin: int, lot: int) -> Parcel:
        pool = self._pool(lot)
        if pool.quantity > 0:
            self.cost_value, self.cost_quantity = pool.value, pool.quantity
        value = pool.take_out(quantity)
        self._settle(lot, pool, -quantity, -value)
        return Parcel(quantity, value, NOWHERE, origin, lot)

    def _cleared(self) -> int:
        """Where nothing is left in all, nothing is left of any lot: the value that remained."""
        if self.quantity:
            return 0
        left, self.value = self.value, 0
        self.lots.clear()
        return left

    def worth(self, quantity: int, lot: int = 0) -> int:
        """`quantity` at the lot's last known cost, else the product's; 0 when none is known."""
        if lot in self.lots:
            return self.lots[lot].worth(quantity)
        if self.cost_quantity == 0:
            return 0
        minor = self.minor
        return divided(quantity * self.cost_value, self.cost_quantity * minor) * minor

    def _pool(self, lot: int) -> Holding:
        found = self.lots.get(lot)
        if found is None:
            found = Holding(self.minor, 0, 0, self.cost_value, self.cost_quantity)
            self.lots[lot] = found
        return found

    def _settle(self, lot: int, pool: Holding, quantity: int, value: int) -> None:
        self.quantity += quantity
        self.value += value
        if not pool.quantity:  # a lot that is gone is forgotten: the product's last cost stays
            del self.lots[lot]
