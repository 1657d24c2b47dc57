"""What is known so far of the answer to one question: thrown away whole when it changes."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from erp_desktop.core.table import Cell
from erp_desktop.reports.list_groups import Layout

Row = tuple[Cell, ...]
Keyed = tuple[int, Row]


class Anchor(NamedTuple):
    """A row whose place in the order is known."""

    at: int
    value: Any
    key: int


@dataclass
class Known:
    """How many rows there are, places in their order, their keys, the first page, the groups."""

    count: int | None = None
    anchors: list[Anchor] = field(default_factory=list)
    keys: "array[int] | None" = None
    first: list[Keyed] = field(default_factory=list)
    layout: Layout | None = None

    def anchor_before(self, start: int) -> Anchor | None:
        """The nearest known row before a place."""
        at = bisect_right(self.anchors, start - 1, key=_place)
        return self.anchors[at - 1] if at else None

    def remember(self, anchor: Anchor) -> None:
        """A row without an order value cannot be an anchor: NULL compares with nothing."""
        at = bisect_right(self.anchors, anchor.at, key=_place)
        known = at and self.anchors[at - 1].at == anchor.at
        if anchor.value is not None and not known:
            self.anchors.insert(at, anchor)


def _place(anchor: Anchor) -> int:
    return anchor.at
