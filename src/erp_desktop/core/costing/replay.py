"""Telling a product's story again: events in business order in, the cost of each one out.

Posting tells only the newest events from the balance; restating tells from the first change on;
`verify` tells everything from the first row. All three use this one `Story`, which is why their
figures are the same (LEDGER L-2, L-3).

What goes out takes its share of the value, a linked return brings back its original cost by
cumulative rounding, a transfer carries its value, a count sets the quantity. The method decides
only what a share is; it may change in the middle of the story, and then quantity and value stay
(L-13).
"""

from collections.abc import Iterable, Iterator, Sequence

from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.converting import Pool, become
from erp_desktop.core.costing.events import Event, Outcome, Parcel, Sold
from erp_desktop.core.costing.fifo import Layers
from erp_desktop.core.costing.specific import Lots
from erp_desktop.core.costing.standard import Standard

__all__ = ["Event", "Outcome", "Parcel", "Pool", "Sold", "Story", "replay"]


class Story:
    """Where the telling of one product stands: what each scope holds, by which method."""

    __slots__ = ("bins", "holdings", "lots", "method", "minor", "places", "sold", "standard")

    def __init__(
        self,
        minor: int,
        method: str = "average",
        standard: int = 0,
        sold: dict[int, Sold] | None = None,
    ) -> None:
        self.minor, self.method, self.standard = minor, method, standard
        self.holdings: dict[int, Pool] = {}
        self.sold: dict[int, Sold] = {} if sold is None else sold
        # The quantity of each warehouse, where a scope has several.
        self.places: dict[int, int] | None = None
        # The quantity by place and lot, where a count or a change of method asks for it.
        self.lots: dict[tuple[int, int], int] | None = None
        # The quantity by place, bin and lot (0: all of them), where a count of one bin asks for it.
        self.bins: dict[tuple[int, int, int], int] | None = None

    def start(
        self, quantity: int = 0, value: int = 0, cost_value: int = 0, cost_quantity: int = 0
    ) -> Pool:
        """A holding by the method of the moment."""
        held = (self.minor, quantity, value, cost_value, cost_quantity)
        if self.method == "average":
            return Holding(*held)
        if self.method == "standard":
            return Standard(*held, standard=self.standard)
        return Layers(*held) if self.method == "fifo" else Lots(*held)

    def held(self, scope: int) -> Pool:
        """What a scope holds; nothing yet when it was never heard of."""
        found = self.holdings.get(scope)
        if found is None:
            found = self.holdings[scope] = self.start()
        return found

    def follow(self, event: Event, quantity: int) -> None:
        """Keep the quantities inside the scopes, where somebody asks for them."""
        ends = (
            (event.leaves, event.leaves_bin, -quantity),
            (event.enters, event.enters_bin, quantity),
        )
        for place, bin_id, change in ends:
            if place and self.places is not None:
                self.places[place] = self.places.get(place, 0) + change
            if place and event.lot and self.lots is not None:
                key = place, event.lot
                self.lots[key] = self.lots.get(key, 0) + change
            if place and self.bins is not None:
                for lot in {0, event.lot}:
                    cell = place, bin_id, lot
                    self.bins[cell] = self.bins.get(cell, 0) + change

    def quantity(self, scope: int, place: int) -> int:
        """What is in a warehouse; the scope's quantity where it is the scope."""
        if self.places is not None and place:
            return self.places.get(place, 0)
        return self.held(scope).quantity


def replay(events: Sequence[Event], story: Story) -> Iterator[Outcome]:
    """Apply `events` to the story (changed in place) and tell what each came to."""
    brought_back = {event.answers for event in events if event.answers}
    for event in events:
        if event.becomes:
            become(story, event)
            yield Outcome(event.move, 0, 0, 0, 0)
            continue
        outcome, parcels = _told(event, story)
        if story.places is not None or story.lots is not None or story.bins is not None:
            story.follow(event, outcome.quantity)
            outcome = outcome._replace(lowest=_lowest(event, story))
        if event.move in brought_back and event.source and not event.target:
            story.sold[event.move] = Sold(parcels, event.source)
        yield outcome


def _lowest(event: Event, story: Story) -> int:
    if event.source:
        return story.quantity(event.source, event.leaves)
    return story.quantity(event.target, event.enters) if event.target else 0


def _told(event: Event, story: Story) -> tuple[Outcome, list[Parcel]]:
    if event.counted is not None and event.target:
        return _count(event, story), []
    if event.source:
        return _gone(event, story)
    if event.target:
        return _come(event, story), []
    return Outcome(event.move, event.quantity, event.given or 0, 0, 0), []


def _gone(event: Event, story: Story) -> tuple[Outcome, list[Parcel]]:
    """Goods left a scope: with their share of its value, into another one or out of the shop."""
    source = story.held(event.source)
    if event.source == event.target:  # inside one scope: its value does not move
        return Outcome(event.move, event.quantity, 0, 0, source.quantity), []
    if isinstance(source, Holding):
        cost = source.take_out(event.quantity)
        parcels = [Parcel(event.quantity, cost, lot=event.lot)]  # out of no layer
    else:
        returned = 0 if event.target else event.answers
        parcels = source.take_out(event.quantity, returned, event.lot)
        cost = sum(parcel.value for parcel in parcels)
    variance = _arrive(event, story, parcels) if event.target else 0
    return Outcome(event.move, event.quantity, cost, variance, source.quantity), parcels


def _arrive(event: Event, story: Story, parcels: Iterable[Parcel]) -> int:
    """Goods enter a scope: the variance. In a queue each parcel is a layer, in the order taken."""
    target = story.held(event.target)
    if isinstance(target, Holding):
        quantity = value = 0
        for parcel in parcels:
            quantity, value = quantity + parcel.quantity, value + parcel.value
        return target.take_in(quantity, value)
    variance = 0
    for part, parcel in enumerate(parcels):
        key = (event.at, event.sequence, event.move, part)
        variance += target.take_in(parcel._replace(key=key, lot=event.lot or parcel.lot))
    return variance


def _come(event: Event, story: Story) -> Outcome:
    """Goods came in from outside: as stated, at their original cost, or at the last known cost."""
    target = story.held(event.target)
    if event.given is not None:
        return _stated(event, story, target)
    if event.answers and event.answers in story.sold:
        sold = story.sold[event.answers]
        parcels = sold.bring_back(event.quantity, story.minor)
        value = sum(parcel.value for parcel in parcels)
        if isinstance(target, Layers) and sold.scope == event.target and target.quantity >= 0:
            return _put_back(event, target, parcels, value)
    else:
        value = _worth(event, target, event.quantity)
        parcels = [Parcel(event.quantity, value, event.key, event.move, event.lot)]
    variance = _arrive(event, story, parcels)
    return Outcome(event.move, event.quantity, value, variance, target.quantity)


def _stated(event: Event, story: Story, target: Pool) -> Outcome:
    value = event.given or 0
    price = 0
    if isinstance(target, Standard):
        price = target.worth(event.quantity) - value
    parcel = Parcel(event.quantity, value + price, event.key, event.move, event.lot)
    variance = _arrive(event, story, [parcel])
    return Outcome(event.move, event.quantity, value, variance, target.quantity, price)


def _put_back(event: Event, target: Layers, parcels: list[Parcel], value: int) -> Outcome:
    """Into the layers they came from; what was sold below zero comes in as it was valued."""
    for part, parcel in enumerate(parcels):
        known = any(parcel.key)
        key = parcel.key if known else (event.at, event.sequence, event.move, part)
        target.put_back(parcel._replace(key=key))
    return Outcome(event.move, event.quantity, value, 0, target.quantity)


def _worth(event: Event, target: Pool, quantity: int) -> int:
    if isinstance(target, Lots):
        return target.worth(quantity, event.lot)
    return target.worth(quantity)


def _count(event: Event, story: Story) -> Outcome:
    """A count sets the quantity of the place, or of the one lot or bin that was counted.

    A surplus comes in at the last known cost, a shortage goes out.
    """
    assert event.counted is not None  # noqa: S101
    place = story.held(event.target)
    if event.one_bin and story.bins is not None:
        found = story.bins.get((event.enters, event.enters_bin, event.lot), 0)
    elif event.lot and story.lots is not None:
        found = story.lots.get((event.enters, event.lot), 0)
    else:
        found = story.quantity(event.target, event.enters)
    difference = event.counted - found
    if difference < 0:
        if isinstance(place, Holding):
            cost = -place.take_out(-difference)
        else:
            cost = -sum(part.value for part in place.take_out(-difference, 0, event.lot))
        return Outcome(event.move, difference, cost, 0, place.quantity)
    cost = _worth(event, place, difference)
    parcel = Parcel(difference, cost, event.key, event.move, event.lot)
    variance = _arrive(event, story, [parcel])
    return Outcome(event.move, difference, cost, variance, place.quantity)
