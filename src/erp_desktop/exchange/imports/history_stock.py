"""What a history does not tell: the stock that was there before its first sale.

Each product is opened just before the day of its first sale with exactly the stock that its
history needs so as never to fall below zero, at a share of its median price; it is marked as
estimated. With `--opening none` the product's rule lets it go below zero instead.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity
from erp_desktop.exchange.imports.history_rows import History, Item
from erp_desktop.exchange.imports.history_story import Event, Story
from erp_desktop.exchange.imports.intake import Intake
from erp_desktop.models.books import Books, marks
from erp_desktop.services.shop.restoring import remembering
from erp_desktop.services.stock.opening import OpeningLine
from erp_desktop.services.stock.places import Place, warehouse, warehouses


@dataclass(slots=True)
class Opening(Event):
    """The opening stock of the products that are first sold on one day."""

    lines: list[OpeningLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Need:
    """How far a product would fall below zero, and when it first goes out."""

    item: Item
    short: int
    first: int  # position in the story


def chosen_place(books: Books, intake: Intake) -> Place:
    """The warehouse that the history happened in."""
    code = intake.options["warehouse"]
    return warehouse(books, code) if code else warehouses(books)[0]


def cost_share(intake: Intake) -> Decimal:
    """Which share of the price a product is taken to have cost. Raises NotAmong."""
    said = intake.options["cost_share"]
    try:
        share = Decimal(said)
    except ArithmeticError:
        share = Decimal(-1)
    if not 0 <= share <= 1:
        raise errors.NotAmong("cost_share", said, "0 – 1")
    return share


def estimated_cost(item: Item, share: Decimal) -> Decimal:
    """A share of the median price, to four places."""
    return (item.median_price() * share).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def add_openings(books: Books, intake: Intake, history: History, story: Story) -> None:
    """Put the opening papers into the story, or let its products go below zero."""
    way = intake.options["opening"]
    if way not in {"auto", "none"}:
        raise errors.NotAmong("opening", way, "auto | none")
    share = cost_share(intake)
    needs = list(_needs(books, chosen_place(books, intake), history, story))
    ids = [need.item.product_id for need in needs]
    change = "negative = 'allow'" if way == "none" else "estimated = true"
    known = [need.item.product_id for need in needs if not need.item.is_new]
    with remembering(books, intake.changes, "product", known):
        books.many(f"UPDATE product SET {change} WHERE id = ?", [(pid,) for pid in ids])  # noqa: S608
    if way == "none":
        intake.report.note("opening_none", count=len(needs))
        return
    _open(story, needs, share)
    intake.report.note("opening_estimated", count=len(needs), share=f"{share:f}")


def _needs(books: Books, place: Place, history: History, story: Story) -> Iterator[_Need]:
    """The largest shortfall of each product's running balance, in the order of posting."""
    changes: dict[str, list[tuple[int, int, int]]] = defaultdict(list)  # at, position, quantity
    for position, event in enumerate(story):
        for entry in event.entries:
            if not entry.item.is_service:
                sign = -1 if event.what == "sales" else 1
                moved = entry.quantity if event.what == "write_offs" else sign * abs(entry.quantity)
                changes[entry.item.key].append((event.at, position, moved))
    stood = _standing(books, place, [history.items[key].product_id for key in changes])
    for key, new in changes.items():
        item = history.items[key]
        told = [(at, -1, moved) for at, moved in stood.get(item.product_id, ())] + new
        told.sort(key=lambda change: change[:2])
        held = lowest = 0
        for _, _, moved in told:
            held += moved
            lowest = min(lowest, held)
        if lowest < 0:
            first = next(position for _, position, moved in new if moved < 0)
            yield _Need(item, -lowest, first)


def _standing(
    books: Books, place: Place, product_ids: list[int]
) -> dict[int, list[tuple[int, int]]]:
    """What the books tell already of these products in this place: moment and signed quantity."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for first in range(0, len(product_ids), 500):
        some = product_ids[first : first + 500]
        for product_id, at, moved in books.rows(
            "SELECT product_id, happened_at, CASE WHEN target_id = ? THEN quantity "  # noqa: S608
            "WHEN source_id = ? THEN -quantity ELSE 0 END FROM stock_move "
            f"WHERE product_id IN ({marks(some)})",
            [place.id, place.id, *some],
        ):
            found[product_id].append((at, moved))
    return found


def _open(story: Story, needs: list[_Need], share: Decimal) -> None:
    """One opening paper a day, a second before the day's first paper."""
    first_of_day: dict[int, int] = {}
    for position, event in enumerate(story):
        first_of_day.setdefault(clock.day_of(event.at), position)
    openings: dict[int, Opening] = {}
    for need in sorted(needs, key=lambda need: need.first):
        position = first_of_day[clock.day_of(story[need.first].at)]
        if position not in openings:
            openings[position] = Opening("opening", story[position].at - 1, "", "")
        line = OpeningLine(
            need.item.product_id, quantity(need.short), estimated_cost(need.item, share)
        )
        openings[position].lines.append(line)
    story.extend(openings.values())
    story.sort(key=lambda event: event.at)
