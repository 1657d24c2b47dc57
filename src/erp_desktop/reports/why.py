"""Why a cost is what it is: the value on hand as a tree whose leaves sum to the figure.

The story of a place begins when it was last empty: what came before is gone, with all its value.
Since then every arrival brought its cost (and later facts changed it), and what left took its share
out. Quantities and values of the leaves add up to what is on hand, to the last cent.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import money, quantity
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, known_places, own_places
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.stock.places import warehouse as by_code
from erp_desktop.services.stock.story import value_ends
from erp_desktop.services.users import rights

# Labels are English keys; their places are filled with the node's facts.
ROOT: Final = "{sku} {name} on hand"
PLACE: Final = "In {warehouse}"
ARRIVED: Final = "{document}: {kind} of {day}"
STATED: Final = "As {document} said"
CHANGED: Final = "Changed by {document}"
BELOW_ZERO: Final = "What the units sold below zero cost differently ({document})"
LEFT: Final = "{kind}: {count} movements out"


@dataclass(frozen=True, slots=True)
class Node:
    """One part of the figure; without children it is a leaf."""

    label: str
    facts: dict[str, str]
    quantity: Decimal
    value: Decimal
    children: tuple["Node", ...] = field(default=())

    @property
    def said(self) -> str:
        """The label with its facts, in English."""
        return self.label.format(**self.facts)

    def lines(self, depth: int = 0) -> list[str]:
        """The tree as indented text."""
        own = f"{'  ' * depth}{self.said}: {self.quantity} / {self.value}"
        return [own, *(line for child in self.children for line in child.lines(depth + 1))]

    def as_json(self) -> dict[str, Any]:
        """The tree as plain values, amounts as decimal text."""
        return {
            "label": self.said,
            "facts": self.facts,
            "quantity": f"{self.quantity:f}",
            "value": f"{self.value:f}",
            "children": [child.as_json() for child in self.children],
        }


class _Step(NamedTuple):
    """One movement at one place, signed, with its value entries: (kind, amount, cause)."""

    move: int
    number: str
    kind: str
    at: int
    quantity: int
    values: tuple[tuple[str, int, str], ...]

    @property
    def value(self) -> int:
        return sum(amount for _, amount, _ in self.values)


def why(books: Books, sku: str, as_of: int | None = None, warehouse: str | None = None) -> Node:
    """The tree of a product's value on hand, now or as of an instant, in all warehouses or one.

    Raises UnknownProduct, UnknownWarehouse, NotAllowed.
    """
    rights.require(books, rights.COST)
    product = by_sku(books, sku)
    codes = {place.id: place.code for place in known_places(books).values()}
    steps = _steps(books, product.id, ReportAsk(as_of=as_of))
    if warehouse is not None:
        only = by_code(books, warehouse).id
        steps = {place: some for place, some in steps.items() if place == only}
    places = books.money_places
    children = tuple(
        _place(codes[place], _since_empty(steps[place]), places) for place in sorted(steps)
    )
    return _sum(ROOT, {"sku": product.sku, "name": product.name}, children)


def _sum(label: str, facts: dict[str, str], children: tuple[Node, ...]) -> Node:
    """A node that is the sum of its parts."""
    held = sum((child.quantity for child in children), Decimal(0))
    worth = sum((child.value for child in children), Decimal("0.00"))
    return Node(label, facts, held, worth, children)


def _steps(books: Books, product_id: int, ask: ReportAsk) -> dict[int, list[_Step]]:
    """By place of ours: the movements that count, in order; what was reversed never was."""
    values: dict[int, list[tuple[str, int, str]]] = {}
    until = (product_id, ask.moment, ask.last)
    for move_id, kind, amount, cause in books.rows(
        "SELECT e.move_id, e.kind, e.amount, d.number FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id JOIN document d ON d.id = e.caused_by_id "
        "WHERE m.product_id = ? AND m.happened_at <= ? AND e.booked_on <= ? ORDER BY e.id",
        until,
    ):
        values.setdefault(move_id, []).append((kind, amount, cause))
    own = own_places(books)
    steps: dict[int, list[_Step]] = {}
    for move_id, number, kind, at, source, target, moved in books.rows(
        "SELECT m.id, d.number, d.kind, m.happened_at, m.source_id, m.target_id, m.quantity "
        "FROM stock_move m JOIN document d ON d.id = m.document_id WHERE m.product_id = ? "
        "AND m.happened_at <= ? AND m.booked_on <= ? AND d.kind <> 'reversal' AND NOT EXISTS "
        "(SELECT 1 FROM document r WHERE r.reverses_id = d.id AND r.booked_on <= ?) "
        "ORDER BY m.happened_at, m.sequence, m.id",
        (*until, ask.last),
    ):
        for place, sign in ((source, -1), (target, 1)):
            if place in own:
                mine = _signed(values.get(move_id, ()), place, (source, target), own)
                step = _Step(move_id, number, kind, at, sign * moved, mine)
                steps.setdefault(place, []).append(step)
    return steps


def _signed(
    values: Sequence[tuple[str, int, str]], place: int, ends: tuple[int, int], own: set[int]
) -> tuple[tuple[str, int, str], ...]:
    return tuple(
        (kind, sign * amount, cause)
        for kind, amount, cause in values
        for at, sign in value_ends(*ends, kind, own)
        if at == place
    )


def _since_empty(steps: list[_Step]) -> list[_Step]:
    held = worth = first = 0
    for at, step in enumerate(steps, start=1):
        held, worth = held + step.quantity, worth + step.value
        if not held and not worth:
            first = at
    return steps[first:]


def _place(code: str, steps: list[_Step], places: int) -> Node:
    arrived = [_arrival(step, places) for step in steps if step.quantity > 0]
    left: dict[str, list[_Step]] = {}
    for step in steps:
        if step.quantity <= 0:
            left.setdefault(step.kind, []).append(step)
    gone = [
        Node(
            LEFT,
            {"count": str(len(some)), "kind": kind},
            quantity(sum(step.quantity for step in some)),
            money(sum(step.value for step in some), places),
        )
        for kind, some in left.items()
    ]
    return _sum(PLACE, {"warehouse": code}, (*arrived, *gone))


def _arrival(step: _Step, places: int) -> Node:
    """Goods that came, with a child for each document that says what they are worth."""
    facts: dict[str, Any] = {
        "document": step.number,
        "kind": step.kind,
        "day": clock.iso(step.at)[:10],
    }
    held, worth = quantity(step.quantity), money(step.value, places)
    if len(step.values) < 2:
        return Node(ARRIVED, facts, held, worth)
    children = []
    for at, (kind, amount, cause) in enumerate(step.values):
        label = CHANGED if at else STATED
        label = BELOW_ZERO if kind == "variance" else label
        carried = held if at == 0 else Decimal(0)
        children.append(Node(label, {"document": cause}, carried, money(amount, places)))
    return Node(ARRIVED, facts, held, worth, tuple(children))
