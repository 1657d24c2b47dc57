"""What lots and serial numbers demand of a posting, whatever the product says about below zero.

A product that is tracked moves with its lot; a lot has never less than nothing, at no moment of its
story; a serial number is one piece, and it is in one place (LEDGER L-18).

What a lot has by now stands in `stock_detail`; only what moved since the new moves is read, so that
a lot that was sold from a hundred thousand times is as quick as a new one.
"""

from collections.abc import Sequence
from typing import Any, Final

from erp_desktop.core import errors, money
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Rule
from erp_desktop.services.stock.appending import StockRows
from erp_desktop.services.stock.places import places

ONE: Final = 1_000_000  # one piece, in quantity parts
_PRODUCT, _SOURCE, _TARGET, _QUANTITY, _AT, _SEQUENCE, _COUNTED, _LOT = 3, 4, 5, 6, 7, 8, 11, 12

Move = tuple[Any, ...]


def check_lots(books: Books, rows: StockRows, rules: dict[int, Rule]) -> None:
    """Raises LotNeeded, LotShort, SerialNotOne or SerialTwice. Costs nothing without lots."""
    moves = [move for move in rows.moves if move[_LOT] is not None]
    for move in rows.moves:
        rule = rules.get(move[_PRODUCT])
        if (
            move[_LOT] is None
            and rule is not None
            and rule.track in {"lot", "serial"}
            and move[_QUANTITY]
        ):
            raise errors.LotNeeded(rule.sku)
    if not moves:
        return
    by_lot: dict[int, list[Move]] = {}
    for move in moves:
        by_lot.setdefault(move[_LOT], []).append(move)
    lots = {
        row[0]: (row[1], bool(row[2]))
        for row in books.among("SELECT id, code, is_serial FROM lot WHERE id IN ({})", [*by_lot])
    }
    for lot_id, new in by_lot.items():
        code, serial = lots[lot_id]
        _check_lot(books, new, rules[new[0][_PRODUCT]].sku, code, serial=serial)


def _check_lot(books: Books, new: Sequence[Move], sku: str, code: str, *, serial: bool) -> None:
    own = {place.id for place in places(books).values() if place.own}
    if serial and any(move[_QUANTITY] not in {0, ONE} for move in new):
        raise errors.SerialNotOne(sku, code)
    later, held = _later(books, new), _held(books, new)
    for _, _, source, target, quantity in later:  # back to how it was before the new moves
        _move(held, own, target, source, quantity)
    moments: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    for at, sequence, *ends in [
        *later, *((move[_AT], move[_SEQUENCE], *move[_SOURCE:_AT]) for move in new)
    ]:  # fmt: skip
        moments.setdefault((at, sequence), []).append((ends[0], ends[1], ends[2]))
    for moment in sorted(moments):
        for source, target, quantity in moments[moment]:
            _move(held, own, source, target, quantity)
        _judge(held, sku, code, serial=serial)


def _later(books: Books, new: Sequence[Move]) -> list[Any]:
    """The lot's moves since the new ones: when, which document, from where to where, how much."""
    product_id, lot_id = new[0][_PRODUCT], new[0][_LOT]
    return books.rows(
        "SELECT happened_at, sequence, source_id, target_id, quantity FROM stock_move "
        "WHERE product_id = ? AND (happened_at, sequence) >= (?, ?) AND +lot_id = ?",
        (product_id, *min((move[_AT], move[_SEQUENCE]) for move in new), lot_id),
    )


def _held(books: Books, new: Sequence[Move]) -> dict[int, int]:
    """How much of the lot is in each place by now."""
    return {
        place: int(quantity)
        for place, quantity in books.rows(
            "SELECT location_id, SUM(on_hand) FROM stock_detail WHERE product_id = ? "
            "AND lot_id = ? GROUP BY location_id",
            (new[0][_PRODUCT], new[0][_LOT]),
        )
    }


def _move(held: dict[int, int], own: set[int], source: int, target: int, quantity: int) -> None:
    for place, change in ((source, -quantity), (target, quantity)):
        if place in own:
            held[place] = held.get(place, 0) + change


def _judge(held: dict[int, int], sku: str, code: str, *, serial: bool) -> None:
    if any(quantity < 0 for quantity in held.values()):
        short = -min(held.values())
        raise errors.LotShort(sku, code, money.quantity(short))
    if serial and sum(held.values()) > ONE:
        raise errors.SerialTwice(sku, code)
