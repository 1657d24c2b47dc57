"""The rows of a history as papers in business order, and which sale each return answers.

A cancelled row is a return of the newest earlier sale of the same product at the same price to the
same customer, as far as that sale was not brought back yet; without a customer, of a sale to
nobody in particular. What finds no sale comes back without one.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from erp_desktop.exchange.imports.history_rows import Entry, History, invoices

# Papers of one invoice and moment go in this order: what came in, then what went out, then back.
_ORDER = ("opening", "stock_found", "sales", "write_offs", "returns")


@dataclass(slots=True)
class Link:
    """A part of a returned row: the sold line that it answers, and how much of it."""

    sale: "Event"
    position: int
    quantity: int
    entry: Entry


@dataclass(slots=True)
class Event:
    """One paper that is to be posted."""

    what: str
    at: int
    number: str
    customer: str
    entries: list[Entry] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    rest: list[tuple[Entry, int]] = field(default_factory=list)  # returned without a sale
    document_id: int = 0


Story = list[Event]


def tell_story(history: History) -> Story:
    """The papers in the order in which things happened."""
    story: Story = []
    for entries in invoices(history.entries):
        at = min(entry.at for entry in entries)
        parts: dict[str, Event] = {}
        for entry in entries:
            what = "sales" if entry.kind == "services" else entry.kind
            if what not in parts:
                parts[what] = Event(what, at, entry.number, entry.customer)
            parts[what].entries.append(entry)
        story.extend(parts[what] for what in _ORDER if what in parts)
    story.sort(key=lambda event: event.at)  # stable: the file's order within a moment
    _link_returns(story)
    return story


@dataclass(slots=True)
class _Line:
    """A sold line and how much of it may still come back."""

    sale: Event
    position: int
    left: int


def _link_returns(story: Story) -> None:
    sold: dict[tuple[str, str, int], list[_Line]] = defaultdict(list)
    for event in story:
        if event.what == "sales":
            for position, entry in enumerate(event.entries):
                key = (entry.item.key, event.customer, entry.price)
                sold[key].append(_Line(event, position, entry.quantity))
        elif event.what == "returns":
            for entry in event.entries:
                lines = sold.get((entry.item.key, event.customer, entry.price), [])
                _link(event, entry, lines)


def _link(event: Event, entry: Entry, lines: list[_Line]) -> None:
    """Answer the newest sales first; a sale of exactly this quantity before all others."""
    rest = -entry.quantity
    same = [line for line in reversed(lines) if line.left == rest][:1]
    for line in same or reversed(lines):
        part = min(rest, line.left)
        if part:
            event.links.append(Link(line.sale, line.position, part, entry))
            line.left -= part
            rest -= part
        if not rest:
            return
    event.rest.append((entry, rest))
