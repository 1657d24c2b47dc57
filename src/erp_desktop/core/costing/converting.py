"""Changing the method: what is held is kept to the cent, and from here on costed otherwise (L-13).

The average becomes one layer, layers become an average again; to single lots the value goes by
their quantities. What is below zero keeps its last known cost.
"""

from typing import Protocol

from erp_desktop.core.allocation import shared
from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.events import Event
from erp_desktop.core.costing.fifo import Layer, Layers
from erp_desktop.core.costing.specific import Lots
from erp_desktop.core.costing.standard import Standard

Pool = Holding | Layers | Lots


class Telling(Protocol):
    """The part of a story that a change of method touches."""

    minor: int
    method: str
    standard: int
    holdings: dict[int, Pool]
    places: dict[int, int] | None
    lots: dict[tuple[int, int], int] | None


def become(story: Telling, event: Event) -> None:
    """From here on the story is told by another method, or with another standard."""
    story.method, story.standard = event.becomes, event.standard
    for scope, pool in story.holdings.items():
        known = (pool.cost_value, pool.cost_quantity)
        if pool.quantity > 0 and event.becomes in {"average", "standard"}:
            known = (pool.value, pool.quantity)
        held = (story.minor, pool.quantity, pool.value, *known)
        if event.becomes == "average":
            story.holdings[scope] = Holding(*held)
        elif event.becomes == "standard":
            story.holdings[scope] = Standard(*held, standard=event.standard)
        elif event.becomes == "fifo":
            story.holdings[scope] = _queue(Layers(*held), event)
        else:
            story.holdings[scope] = _single(Lots(*held), _lots_of(story, scope))


def _queue(layers: Layers, event: Event) -> Layers:
    if layers.quantity > 0:
        layers.hold(Layer((event.at, event.sequence, 0, 0), 0, 0, layers.quantity, layers.value))
    return layers


def _lots_of(story: Telling, scope: int) -> dict[int, int]:
    """The lots that a scope holds: those of its one warehouse, or of all of them."""
    found: dict[int, int] = {}
    for (place, lot), quantity in (story.lots or {}).items():
        if place == scope or story.places is not None:
            found[lot] = found.get(lot, 0) + quantity
    return {lot: quantity for lot, quantity in found.items() if quantity > 0}


def _single(lots: Lots, quantities: dict[int, int]) -> Lots:
    """The value by quantity, to lots in the order of their ids; the rest has no lot."""
    rest = lots.quantity - sum(quantities.values())
    parts = sorted(quantities.items())
    if rest or not parts:
        parts.insert(0, (0, rest))
    if lots.quantity <= 0 or rest < 0:
        parts = [(0, lots.quantity)]
    values = shared(lots.value, [quantity for _, quantity in parts], lots.minor)
    for (lot, quantity), value in zip(parts, values, strict=True):
        if quantity:
            known = (value, quantity) if quantity > 0 else (lots.cost_value, lots.cost_quantity)
            lots.hold(lot, Holding(lots.minor, quantity, value, *known))
    return lots
