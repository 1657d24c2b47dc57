"""The tree that says why a figure is what it is: nodes, and what can stand in one.

Labels are English keys; their places are filled with the node's facts.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

ROOT: Final = "{sku} {name} on hand"
PLACE: Final = "In {warehouse}"
SHOP: Final = "In all warehouses"
ARRIVED: Final = "{document}: {kind} of {day}"
EARLIER: Final = "{count} earlier arrivals"
STATED: Final = "As {document} said"
CHANGED: Final = "Changed by {document}"
BELOW_ZERO: Final = "What the units sold below zero cost differently ({document})"
PRICE: Final = "Difference to the standard cost ({document})"
LEFT: Final = "{kind}: {count} movements out"
FROM: Final = "Out of what was in {warehouse}"
STAYED: Final = "What stayed there"
PART: Final = "{pieces} {sku} {name} used"
WORK: Final = "Made by {document}, with its work"
BESIDE: Final = "What else came out of {document}"
MARGIN: Final = "Margin of {document}"
SOLD: Final = "Sold for, without tax"
COST: Final = "Cost of {pieces} {sku} {name}"
UNSHARED: Final = "What {document} did not share out"  # nothing, unless the books are wrong


@dataclass(frozen=True, slots=True)
class Node:
    """One part of the figure; without children it is a leaf. What is of another product than the
    root (a part of an assembly) says its quantity in its facts, as *pieces*."""

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
        pieces = self.facts.get("pieces", str(self.quantity))
        own = f"{'  ' * depth}{self.said}: {pieces} / {self.value}"
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

    def of_another(self) -> "Node":
        """The same of a part: its quantities do not add up with those of the root."""
        facts = {"pieces": f"{self.quantity:f}"} | self.facts
        children = tuple(child.of_another() for child in self.children)
        return Node(self.label, facts, Decimal(0), self.value, children)

    def taken(self) -> "Node":
        """The same, as what is taken off: each value with the other sign."""
        children = tuple(child.taken() for child in self.children)
        return replace(self, value=-self.value, children=children)


def summed(label: str, facts: dict[str, str], children: tuple[Node, ...]) -> Node:
    """A node that is the sum of its parts."""
    held = sum((child.quantity for child in children), Decimal(0))
    worth = sum((child.value for child in children), Decimal("0.00"))
    return Node(label, facts, held, worth, children)
