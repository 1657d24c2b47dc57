"""Lots at the till: which of a product may be sold, which goes first, and at what price.

The lot that expires first goes first (FEFO). Where that one has a price of its own, because its day
is near, the till proposes both; a piece beyond what is left of it costs the usual price again.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import price, quantity
from erp_desktop.models.books import Books
from erp_desktop.reports.till_rows import Ware
from erp_desktop.services.stock.lots import shelf

GOOD, EXPIRED, BLOCKED = "good", "expired", "blocked"
TRACKED: Final = frozenset({"lot", "some", "serial"})


class TillLot(NamedTuple):
    """What lies of a lot (or of one piece by its serial number) at the till's place.

    `price` is its own near the expiry, None where it costs as usual; `state` says whether it may
    be sold today, `blocked` why not.
    """

    code: str
    use_by: int | None
    blocked: str
    price: Decimal | None
    on_hand: Decimal
    state: str


def till_lots(books: Books, product_id: int, place_id: int) -> list[TillLot]:
    """The lots of a product, the first to go first; those that may not be sold too."""
    found: dict[str, TillLot] = {}
    today = clock.today()
    for one in shelf(books, product_id, place_id):
        if not one.lot:
            continue
        more = quantity(one.on_hand)
        if one.lot in found:
            before = found[one.lot]
            found[one.lot] = before._replace(on_hand=before.on_hand + more)
            continue
        state = BLOCKED if one.blocked else GOOD if one.fresh(today) else EXPIRED
        own = None if one.price is None else price(one.price, books.money_places)
        found[one.lot] = TillLot(one.lot, one.expires_on, one.blocked, own, more, state)
    return list(found.values())


def with_lot(books: Books, ware: Ware, place_id: int, taken: Mapping[str, Decimal]) -> Ware:
    """The product with the lot that its code named, or with the one that goes first where that
    one has a price of its own. `taken` is what the cart holds by lot, "" without a name."""
    if ware.track not in TRACKED or ware.factor != 1 or ware.serial:
        return ware
    lots = till_lots(books, ware.id, place_id)
    if ware.lot:
        named = next((one for one in lots if one.code == ware.lot), None)
        return ware if named is None else _of(ware, named)
    first = _next(lots, ware.times, taken)
    return ware if first is None or first.price is None else _of(ware, first)


def _of(ware: Ware, lot: TillLot) -> Ware:
    asked = ware.price if lot.price is None or ware.labelled else lot.price
    return ware._replace(
        lot=lot.code, use_by=lot.use_by, price=asked, usual=ware.price, lot_state=lot.state,
        blocked=lot.blocked,
    )  # fmt: skip


def _next(lots: list[TillLot], much: Decimal, taken: Mapping[str, Decimal]) -> TillLot | None:
    """The lot of the next piece, after those that the cart holds already."""
    unnamed = taken.get("", Decimal(0))
    for lot in lots:
        if lot.state != GOOD:
            continue
        free = max(lot.on_hand - taken.get(lot.code, Decimal(0)), Decimal(0))
        used = min(free, unnamed)
        unnamed -= used
        if free - used >= much:
            return lot
        if free > used:
            return None  # the piece is of this lot and of the next
    return None
