"""FIFO: what came first goes first, layer by layer (先进先出).

A layer is what one receipt brought and is still there. An issue takes whole layers from the
oldest; of a broken layer it takes its share, and the layer's last unit takes the rest, so that
nothing is ever left over (L-14 to L-17). Below zero the stock is worth quantity x the cost of the
last layer taken, as with the average (L-38).
"""

from bisect import bisect_left, insort
from collections.abc import Iterator

from erp_desktop.core.costing.events import NOWHERE, Key, Parcel
from erp_desktop.core.money import divided


class Layer:
    """One receipt's remaining quantity and value; `key` is its place in the queue."""

    __slots__ = ("key", "lot", "origin", "quantity", "value")

    def __init__(self, key: Key, origin: int, lot: int, quantity: int, value: int) -> None:
        self.key, self.origin, self.lot = key, origin, lot
        self.quantity, self.value = quantity, value


class Layers:
    """The stock of one product in one scope, as a queue."""

    __slots__ = ("cost_quantity", "cost_value", "layers", "minor", "quantity", "value")

    def __init__(
        self,
        minor: int,
        quantity: int = 0,
        value: int = 0,
        cost_value: int = 0,
        cost_quantity: int = 0,
    ) -> None:
        """Stock above zero needs its layers (`hold`); below zero there are none."""
        self.minor, self.quantity, self.value = minor, quantity, value
        # The cost of the newest receipt, or of the last layer taken when nothing is left.
        self.cost_value, self.cost_quantity = cost_value, cost_quantity
        self.layers: list[Layer] = []

    def hold(self, layer: Layer) -> None:
        """Take up a layer that is part of `quantity` and `value` already."""
        insort(self.layers, layer, key=_place)

    def take_in(self, parcel: Parcel) -> int:
        """Goods came in: returns the variance that leaves stock again (0 unless it was short)."""
        quantity, value = parcel.quantity, parcel.value
        if not quantity:
            return 0
        held, before = self.quantity, self.value
        self.quantity = held + quantity
        self.cost_value, self.cost_quantity = value, quantity
        if held >= 0:
            self._lay(parcel)
            return 0
        if self.quantity < 0:
            self.value = -self.worth(-self.quantity)
        else:
            minor = self.minor
            covered = divided(value * -held, quantity * minor) * minor
            self.value = 0
            if self.quantity:
                self._lay(parcel._replace(quantity=self.quantity, value=value - covered))
        return self.value - before - value

    def put_back(self, parcel: Parcel) -> None:
        """What was sold comes back into the layer it was taken from, at its old place (L-16)."""
        self.quantity += parcel.quantity
        at = bisect_left(self.layers, parcel.key, key=_place)
        if at < len(self.layers) and self.layers[at].key == parcel.key:
            self.layers[at].quantity += parcel.quantity
            self.layers[at].value += parcel.value
            self.value += parcel.value
            return
        self._lay(parcel)

    def take_out(self, quantity: int, origin: int = 0, lot: int = 0) -> list[Parcel]:
        """Goods went out: what left with its value, layer by layer. `origin` goes first (L-15)."""
        taken: list[Parcel] = []
        rest = quantity
        if origin:
            for layer in [one for one in self.layers if one.origin == origin]:
                rest -= self._take(layer, rest, taken)
        for layer in self._oldest():
            if not rest:
                break
            rest -= self._take(layer, rest, taken)
        if rest:
            before = self.value
            self.value = -self.worth(rest - self.quantity)
            self.quantity -= rest
            taken.append(Parcel(rest, before - self.value, NOWHERE, 0, lot))
        return taken

    def worth(self, quantity: int) -> int:
        """`quantity` at the last known cost; 0 when none is known."""
        if self.cost_quantity == 0:
            return 0
        minor = self.minor
        return divided(quantity * self.cost_value, self.cost_quantity * minor) * minor

    def _lay(self, parcel: Parcel) -> None:
        self.value += parcel.value
        self.hold(Layer(parcel.key, parcel.origin, parcel.lot, parcel.quantity, parcel.value))

    def _oldest(self) -> Iterator[Layer]:
        while self.layers:
            yield self.layers[0]

    def _take(self, layer: Layer, wanted: int, taken: list[Parcel]) -> int:
        """Take up to `wanted` of one layer; how much it was."""
        part = min(wanted, layer.quantity)
        if not part:
            return 0
        value = layer.value
        if part < layer.quantity:
            value = divided(layer.value * part, layer.quantity * self.minor) * self.minor
        taken.append(Parcel(part, value, layer.key, layer.origin, layer.lot))
        self.quantity -= part
        self.value -= value
        if part == layer.quantity:
            if not self.quantity:
                self.cost_value, self.cost_quantity = layer.value, layer.quantity
            self.layers.remove(layer)
        layer.quantity -= part
        layer.value -= value
        return part


def _place(layer: Layer) -> Key:
    return layer.key
