"""What happens to a product, and what it comes to: the words that all costing methods share.

An event's ends are valuation scopes: a warehouse, or the whole shop; 0 is the world outside. What
an event *states* (receipts, openings) is given; everything else is found.
"""

from collections.abc import Sequence
from typing import NamedTuple

from erp_desktop.core.allocation import cumulative

# A place in the queue of layers: business time, sequence of the document, move, part of the move.
Key = tuple[int, int, int, int]
NOWHERE: Key = (0, 0, 0, 0)


class Event(NamedTuple):
    """One thing that happened to one product."""

    move: int  # what the outcome is told for
    source: int  # scope the goods left, 0 = from outside
    target: int  # scope the goods entered, 0 = to outside
    quantity: int
    given: int | None = None  # the value its document states
    answers: int = 0  # the earlier move that this return answers
    counted: int | None = None  # a count at `target`: the quantity found there
    at: int = 0
    sequence: int = 0
    lot: int = 0
    leaves: int = 0  # the warehouse inside the scope, where a scope has several
    enters: int = 0
    becomes: str = ""  # not goods: from here on this is the costing method …
    standard: int = 0  # … and this the standard cost, in price parts
    leaves_bin: int = 0  # the bin inside the warehouse; 0 is what lies in none
    enters_bin: int = 0
    one_bin: bool = False  # the count is of `enters_bin` alone, and not of the whole warehouse

    @property
    def key(self) -> Key:
        return self.at, self.sequence, self.move, 0


class Outcome(NamedTuple):
    """What the event came to. A count tells its signed quantity and cost *into* the place.

    `variance` goes to cost of sales (goods that arrived below zero cost differently than was
    assumed), `price` to purchase price differences (goods that cost differently than their
    standard); both change the value of the place of ours.
    """

    move: int
    quantity: int
    cost: int
    variance: int
    lowest: int  # the quantity of the place the goods left, afterwards (of the target otherwise)
    price: int = 0


class Parcel(NamedTuple):
    """Goods on their way with their value, and where in the queue they stood."""

    quantity: int
    value: int
    key: Key = NOWHERE
    origin: int = 0  # the receipt's move they once came in with
    lot: int = 0


class Sold:
    """An outgoing move that customers may bring back: its parcels, and what came back so far."""

    __slots__ = ("parcels", "returned", "scope")

    def __init__(self, parcels: Sequence[Parcel], scope: int = 0, returned: int = 0) -> None:
        self.parcels = list(parcels)
        self.scope = scope
        self.returned = [0] * len(self.parcels)
        if returned:
            self.returned[0] = returned

    def bring_back(self, quantity: int, minor: int) -> list[Parcel]:
        """The last taken comes back first, each at its cost by cumulative rounding (L-16, L-34)."""
        found, rest = [], quantity
        for at in range(len(self.parcels) - 1, -1, -1):
            parcel, before = self.parcels[at], self.returned[at]
            part = rest if at == 0 else min(rest, parcel.quantity - before)
            if part > 0:
                value = cumulative(parcel.value, before, part, parcel.quantity, minor)
                self.returned[at] = before + part
                found.append(parcel._replace(quantity=part, value=value))
                rest -= part
        return found
