"""Telling a product's story again: events in business order in, the cost of each one out.

Posting tells only the newest events from the balance; restating tells from the first change on;
`verify` tells everything from the first row. All three use this one function, which is why their
figures are the same (LEDGER L-2, L-3).

An event's ends are valuation scopes (a warehouse), 0 for the world outside. What an event *states*
(receipts, openings) is given; everything else is found: what goes out takes its share, a linked
return brings back its original cost by cumulative rounding, a transfer carries its value, a count
sets the quantity.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from erp_desktop.core.allocation import cumulative
from erp_desktop.core.costing.average import Holding


class Event(NamedTuple):
    """One thing that happened to one product."""

    move: int  # what the outcome is told for
    source: int  # scope the goods left, 0 = from outside
    target: int  # scope the goods entered, 0 = to outside
    quantity: int
    given: int | None = None  # the value its document states
    answers: int = 0  # the outgoing move that this return brings back
    counted: int | None = None  # a count at `target`: the quantity found there


class Outcome(NamedTuple):
    """What the event came to. A count tells its signed quantity and cost *into* the place."""

    move: int
    quantity: int
    cost: int
    variance: int
    lowest: int  # the quantity of the scope the goods left, afterwards (of the target otherwise)


class Sold:
    """An outgoing move that customers may bring back: how much, its cost, what came back so far."""

    __slots__ = ("cost", "quantity", "returned")

    def __init__(self, quantity: int, cost: int, returned: int = 0) -> None:
        self.quantity = quantity
        self.cost = cost
        self.returned = returned

    def bring_back(self, quantity: int, minor: int) -> int:
        value = cumulative(self.cost, self.returned, quantity, self.quantity, minor)
        self.returned += quantity
        return value


def replay(
    events: Sequence[Event],
    holdings: dict[int, Holding],
    sold: dict[int, Sold],
    start: Callable[[], Holding],
) -> Iterator[Outcome]:
    """Apply `events` to `holdings` (changed in place) and tell what each came to."""
    brought_back = {event.answers for event in events if event.answers}
    for event in events:
        outcome = _told(event, holdings, sold, start)
        if event.move in brought_back and event.source and not event.target:
            sold[event.move] = Sold(event.quantity, outcome.cost)
        yield outcome


def _told(
    event: Event, holdings: dict[int, Holding], sold: dict[int, Sold], start: Callable[[], Holding]
) -> Outcome:
    source = _holding(event.source, holdings, start) if event.source else None
    target = _holding(event.target, holdings, start) if event.target else None
    if event.counted is not None and target is not None:
        return _count(event, target)
    if source is None and target is None:
        return Outcome(event.move, event.quantity, event.given or 0, 0, 0)
    if source is None:
        assert target is not None  # noqa: S101  (an event has at least one end of ours)
        value = _worth_coming_in(event, target, sold)
        variance = target.take_in(event.quantity, value)
        return Outcome(event.move, event.quantity, value, variance, target.quantity)
    cost = source.take_out(event.quantity)
    if target is not None:
        variance = target.take_in(event.quantity, cost)
        return Outcome(event.move, event.quantity, cost, variance, source.quantity)
    return Outcome(event.move, event.quantity, cost, 0, source.quantity)


def _holding(scope: int, holdings: dict[int, Holding], start: Callable[[], Holding]) -> Holding:
    found = holdings.get(scope)
    if found is None:
        found = holdings[scope] = start()
    return found


def _worth_coming_in(event: Event, target: Holding, sold: dict[int, Sold]) -> int:
    if event.given is not None:
        return event.given
    if event.answers and event.answers in sold:
        return sold[event.answers].bring_back(event.quantity, target.minor)
    return target.worth(event.quantity)


def _count(event: Event, place: Holding) -> Outcome:
    """A count sets the quantity: a surplus comes in at the last known cost, a shortage goes out."""
    assert event.counted is not None  # noqa: S101
    difference = event.counted - place.quantity
    if difference < 0:
        cost = -place.take_out(-difference)
        return Outcome(event.move, difference, cost, 0, place.quantity)
    cost = place.worth(difference)
    variance = place.take_in(difference, cost)
    return Outcome(event.move, difference, cost, variance, place.quantity)
