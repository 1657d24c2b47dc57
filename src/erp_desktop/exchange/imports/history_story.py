"""The rows of a history as papers in business order, and which sale each return answers.

A cancelled row is a return of the newest earlier sale of the same product to the same customer, as
far as that sale was not brought back yet: first of one at the same price, then of any. Without a
customer only a sale at the same price to nobody in particular will do. Sales that stand in the
books from earlier imports are answered too. What finds no sale comes back without one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from erp_desktop.exchange.imports.history_rows import Entry, History, invoices
from erp_desktop.models.books import Books, marks

# Papers of one invoice and moment go in this order: what came in, then what went out, then back.
_ORDER = ("opening", "stock_found", "sales", "write_offs", "returns")


@dataclass(slots=True)
class Link:
    """A part of a returned row: the sold line that it answers, and how much of it."""

    sale: "Event"
    position: int
    quantity: int
    entry: Entry
    price: int  # that it was sold at


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


def tell_story(books: Books, history: History) -> Story:
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
    _link_returns(story, _sold_before(books, history))
    return story


@dataclass(slots=True)
class _Line:
    """A sold line, its price, and how much of it may still come back."""

    sale: Event
    position: int
    price: int
    left: int


_Sold = dict[tuple[str, str], list[_Line]]  # by product and customer, the oldest first


def _link_returns(story: Story, sold: _Sold) -> None:
    for event in story:
        if event.what == "sales":
            for position, entry in enumerate(event.entries):
                line = _Line(event, position, entry.price, entry.quantity)
                sold.setdefault((entry.item.key, event.customer), []).append(line)
        elif event.what == "returns":
            for entry in event.entries:
                lines = sold.get((entry.item.key, event.customer), [])
                _link(event, entry, [line for line in lines if line.sale.at <= event.at])


def _link(event: Event, entry: Entry, lines: list[_Line]) -> None:
    """Answer the sale of exactly this quantity, else the newest ones."""
    rest = -entry.quantity
    known = bool(event.customer) and not entry.item.is_service
    for line in _in_order(entry, lines, rest, known=known):
        part = min(rest, line.left)
        if part:
            event.links.append(Link(line.sale, line.position, part, entry, line.price))
            line.left -= part
            rest -= part
        if not rest:
            return
    event.rest.append((entry, rest))


def _in_order(entry: Entry, lines: list[_Line], wanted: int, *, known: bool) -> Iterator[_Line]:
    same = [line for line in reversed(lines) if line.left and line.price == entry.price]
    yield from (line for line in same if line.left == wanted)
    yield from same
    if known:
        yield from (line for line in reversed(lines) if line.price != entry.price)


def _sold_before(books: Books, history: History) -> _Sold:
    """The lines that earlier imports sold and that may still come back."""
    back = [entry for entry in history.entries if entry.kind == "returns"]
    keys = {entry.item.product_id: entry.item.key for entry in back}
    codes = {history.customer_ids.get(entry.customer): entry.customer for entry in back}
    found: _Sold = {}
    sales: dict[int, Event] = {}
    for first in range(0, len(keys), 500):
        some = list(keys)[first : first + 500]
        for document_id, at, partner_id, position, product_id, price, left in books.rows(
            _LEFT.format(marks(some)), some
        ):
            if partner_id in codes:
                customer = codes[partner_id]
                sale = sales.setdefault(document_id, Event("sales", at, "", customer))
                sale.document_id = document_id
                line = _Line(sale, position - 1, price, left)
                found.setdefault((keys[product_id], customer), []).append(line)
    return found


_LEFT = """
SELECT d.id, d.happened_at, d.partner_id, l.position, l.product_id, l.price, l.quantity
  - COALESCE((SELECT SUM(r.quantity) FROM document_line r JOIN document rd ON rd.id = r.document_id
              WHERE r.answers_id = l.id AND rd.kind = 'sales_return' AND rd.state = 'posted'), 0)
FROM document_line l JOIN document d ON d.id = l.document_id
WHERE d.kind = 'sale' AND d.state = 'posted' AND d.batch_id IS NOT NULL
  AND l.product_id IN ({}) ORDER BY d.happened_at, d.sequence, l.position
"""
