"""Lots that are promised to order lines (按批分配): by whom, so that nobody else takes them first.

A promise of a lot is a preference that everything which goes out by expiry keeps: an order line
takes its own lots first, everybody else takes what is promised to nobody, and what is promised to
others only when nothing else is left (whether it may leave at all is the warehouse's question).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from erp_desktop.models.books import Books


class LotPromises(NamedTuple):
    """Of one product in one warehouse, by lot: what one line was promised, and what all others."""

    own: dict[int, int]
    others: dict[int, int]


def promised_lots(books: Books, product_id: int, place_id: int) -> dict[tuple[int, int], int]:
    """By order line and lot: how much it was promised in a warehouse."""
    found: dict[tuple[int, int], int] = {}
    for line_id, lot_id, quantity in books.rows(
        "SELECT line_id, lot_id, quantity FROM stock_reservation WHERE product_id = ? "
        "AND location_id = ? AND lot_id IS NOT NULL",
        (product_id, place_id),
    ):
        found[line_id, lot_id] = found.get((line_id, lot_id), 0) + quantity
    return found


def for_line(promised: Mapping[tuple[int, int], int], line_id: int | None) -> LotPromises:
    """The promises as one order line (or nobody's goods) sees them."""
    found = LotPromises({}, {})
    for (line, lot_id), quantity in promised.items():
        side = found.own if line == line_id else found.others
        side[lot_id] = side.get(lot_id, 0) + quantity
    return found


def lot_promises(
    books: Books, product_id: int, place_id: int, line_id: int | None = None
) -> LotPromises:
    """What is promised of each lot; `line_id` is the order line that asks."""
    return for_line(promised_lots(books, product_id, place_id), line_id)


def in_turn(
    lots: Iterable[tuple[int, int]], promised: LotPromises, much: int
) -> Iterator[tuple[int, int]]:
    """So much of lots (id, there), as they come: one's own, what is free, then the rest.

    Gives (id, part); less than `much` where there is no more. A lot may come more than once.
    """
    there = {lot: held for lot, held in lots if held > 0}
    limits: tuple[Callable[[int], int], ...] = (
        lambda lot: promised.own.get(lot, 0),
        lambda lot: there[lot] - promised.others.get(lot, 0),
        lambda lot: there[lot],
    )
    for limit in limits:
        for lot, held in list(there.items()):
            part = min(much, held, limit(lot))
            if part > 0:
                there[lot] -= part
                much -= part
                yield lot, part
