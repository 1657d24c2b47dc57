"""Moving average: what is held, what it is worth in all, and the last known cost.

Carry the *total* value and take it out in proportion; a unit cost is only ever a quotient. So
in = out + left, to the last cent, and stock that is gone is worth nothing (LEDGER L-4 to L-12).
Below zero the stock is worth quantity x last known cost, always; what a receipt then costs
differently goes to cost of sales at that moment (L-35 to L-40).

All figures are whole parts (`core.money`); `minor` is the currency's smallest unit in parts.
"""

from erp_desktop.core.money import divided


class Holding:
    """The stock of one product in one valuation scope, as the events so far left it."""

    __slots__ = ("cost_quantity", "cost_value", "minor", "quantity", "value")

    def __init__(
        self,
        minor: int,
        quantity: int = 0,
        value: int = 0,
        cost_value: int = 0,
        cost_quantity: int = 0,
    ) -> None:
        self.minor = minor
        self.quantity = quantity
        self.value = value
        # The last known cost as an exact quotient; cost_quantity 0 means none was ever known.
        self.cost_value = cost_value
        self.cost_quantity = cost_quantity

    def take_in(self, quantity: int, value: int) -> int:
        """Goods came in worth `value`: returns the variance that leaves stock again (0 mostly).

        A negative variance is a cost: what the uncovered units cost more than was assumed.
        """
        held, self.quantity = self.quantity, self.quantity + quantity
        if held >= 0 or quantity == 0:
            self.value += value
            if self.quantity > 0:
                self.cost_value, self.cost_quantity = self.value, self.quantity
            return 0
        before = self.value
        if self.quantity < 0:
            self.cost_value, self.cost_quantity = value, quantity
            self.value = -self.worth(-self.quantity)
        else:
            minor = self.minor
            covered = divided(value * -held, quantity * minor) * minor
            self.value = value - covered
            known = (value, quantity) if self.quantity == 0 else (self.value, self.quantity)
            self.cost_value, self.cost_quantity = known
        return self.value - before - value

    def take_out(self, quantity: int) -> int:
        """Goods went out: returns the value that left with them."""
        held, value = self.quantity, self.value
        self.quantity = held - quantity
        if quantity < held:
            minor = self.minor
            taken = divided(value * quantity, held * minor) * minor
            self.value = value - taken
            self.cost_value, self.cost_quantity = self.value, self.quantity
            return taken
        if held > 0:
            self.cost_value, self.cost_quantity = value, held
        self.value = -self.worth(-self.quantity)
        return value - self.value

    def worth(self, quantity: int) -> int:
        """`quantity` at the last known cost; 0 when none is known."""
        if self.cost_quantity == 0:
            return 0
        minor = self.minor
        return divided(quantity * self.cost_value, self.cost_quantity * minor) * minor
