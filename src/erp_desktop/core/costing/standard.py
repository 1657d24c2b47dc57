"""Standard cost: what a unit should cost is given, and what comes in is worth that.

What a receipt costs differently goes to purchase price differences at once. What goes out takes
its share of the value, as with the average: where all came in at the standard that *is* the
standard, and where the standard was changed the old value is used up to the last cent (L-13).
"""

from erp_desktop.core.costing.average import Holding
from erp_desktop.core.money import value_of


class Standard(Holding):
    """The stock of one product in one scope; `standard` in price parts a unit."""

    __slots__ = ("standard",)

    def __init__(
        self,
        minor: int,
        quantity: int = 0,
        value: int = 0,
        cost_value: int = 0,
        cost_quantity: int = 0,
        *,
        standard: int = 0,
    ) -> None:
        super().__init__(minor, quantity, value, cost_value, cost_quantity)
        self.standard = standard

    def worth(self, quantity: int) -> int:
        """`quantity` at the standard."""
        return value_of(quantity, self.standard, self.minor)
