"""Reservations: a confirmed order promises stock; what is available is on hand less promised.

An order's goods are promised at the order's own warehouse unless they were allocated (分配): then
rows of `stock_reservation` say of which warehouse, bin and lot they will be. What lies allocated
somewhere else is promised there, so that no till sells it there either.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from erp_desktop.models.books import Books, Row


class Share(NamedTuple):
    """A part of an order's line that was promised certain stock."""

    id: int
    line_id: int
    product_id: int
    place_id: int
    bin_id: int | None
    lot_id: int | None
    quantity: int
    picked: int


_SHARES = (
    "SELECT id, line_id, product_id, location_id, bin_id, lot_id, quantity, picked "
    "FROM stock_reservation"
)


def reserve(books: Books, place_id: int, wanted: Iterable[tuple[int, int]]) -> None:
    """Promise quantities (product, parts) at a place; a negative quantity takes a promise back."""
    books.many(
        "INSERT INTO stock_balance (product_id, location_id, on_hand, reserved, value, cost_value, "
        "cost_quantity, last_at, last_sequence) VALUES (?, ?, 0, ?, 0, 0, 0, 0, 0) "
        "ON CONFLICT (product_id, location_id) "
        "DO UPDATE SET reserved = stock_balance.reserved + excluded.reserved",
        [(product_id, place_id, quantity) for product_id, quantity in wanted if quantity],
    )


def shares_of(books: Books, line_ids: Sequence[int]) -> dict[int, list[Share]]:
    """By order line: the stock it was promised, in the order it was allocated."""
    return _by_line(books.among(_SHARES + " WHERE line_id IN ({}) ORDER BY id", line_ids))


def all_shares(books: Books) -> dict[int, list[Share]]:
    """By order line: the stock that any line was promised."""
    return _by_line(books.rows(f"{_SHARES} ORDER BY id"))


def _by_line(rows: Iterable[Row]) -> dict[int, list[Share]]:
    found: dict[int, list[Share]] = {}
    for row in rows:
        share = Share._make(row)
        found.setdefault(share.line_id, []).append(share)
    return found


def by_place(shares: Sequence[Share], home: int, much: int) -> list[tuple[int, int]]:
    """Where `much` of a line is promised: (place, quantity); what nobody allocated is at home."""
    found: dict[int, int] = {}
    for share in shares:
        part = min(share.quantity, much)
        if part > 0 and share.place_id != home:
            found[share.place_id] = found.get(share.place_id, 0) + part
            much -= part
    if much > 0:
        found[home] = found.get(home, 0) + much
    return list(found.items())


def put_shares(
    books: Books, line_id: int, product_id: int, shares: Sequence[tuple[int, int | None, int]]
) -> None:
    """Allocate a line anew: (place, lot, quantity). The caller holds the promises meanwhile."""
    books.run("DELETE FROM stock_reservation WHERE line_id = ?", (line_id,))
    books.many(
        "INSERT INTO stock_reservation (line_id, product_id, location_id, lot_id, quantity, "
        "picked) VALUES (?, ?, ?, ?, ?, 0)",
        [
            (line_id, product_id, place, lot, quantity)
            for place, lot, quantity in shares
            if quantity
        ],
    )


def use_up(
    books: Books, shares: Sequence[Share], left: int, place_id: int,
    lots: Mapping[int, int] | None = None,
) -> None:  # fmt: skip
    """Part of a line was served (or cancelled): its shares become no more than what is left.

    What was promised at the place the goods left from goes first, of the `lots` (by lot: how much)
    that left.
    """
    over = sum(share.quantity for share in shares) - left
    went = dict(lots or {})
    kept = {share.id: share.quantity for share in shares}
    in_lots = [one for one in shares if one.place_id == place_id and one.lot_id in went]
    for share in in_lots:
        gone = min(over, kept[share.id], went[share.lot_id or 0])
        went[share.lot_id or 0] -= gone
        kept[share.id] -= gone
        over -= gone
    for share in sorted(shares, key=lambda share: (share.place_id != place_id, -share.id)):
        gone = max(min(over, kept[share.id]), 0)
        kept[share.id] -= gone
        over -= gone
    for share in shares:
        if not kept[share.id]:
            books.run("DELETE FROM stock_reservation WHERE id = ?", (share.id,))
        elif kept[share.id] != share.quantity:
            books.update("stock_reservation", share.id, quantity=kept[share.id])
