"""The stock as opening stock: what lies where, of which lot, and its share of the value.

The books keep a value by product and warehouse (or for the whole shop); single lots and the layers
of a queue have values of their own. Each row here takes its exact share, so that all rows of a
product sum to its value to the cent. What is on its way between warehouses, and what is below zero,
has no row: it cannot be opened.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from erp_desktop.core.allocation import cumulative, shared
from erp_desktop.core.money import PRICE_PLACES, QUANTITY_PLACES, divided
from erp_desktop.models.books import Books
from erp_desktop.services.stock.places import places, scopes


@dataclass(slots=True)
class _Piece:
    """What lies of a product in one bin, of one lot (0: none)."""

    place: int
    bin: int
    lot: int
    quantity: int
    pieces: int = 0
    left: int = field(init=False)  # not given a value yet

    def __post_init__(self) -> None:
        self.left = self.quantity


class _Worth(NamedTuple):
    """A piece, or a part of it, with its value and the moment it counts as arrived."""

    piece: _Piece
    quantity: int
    value: int
    arrived: int | None = None


class _Lot(NamedTuple):
    """What is known of a lot."""

    code: str
    is_serial: bool
    expires_on: int | None = None
    arrived_at: int | None = None
    supplier_code: str = ""
    blocked: str = ""
    price: int | None = None


_NO_LOT: Final = _Lot("", is_serial=False)


def opened_stock(books: Books) -> Iterator[Sequence[Any]]:
    """Rows in whole parts: SKU, quantity, unit cost, value, warehouse, bin, lot, serial number,
    expiry, arrival, supplier's lot, why blocked, price near expiry, pieces."""
    lots = {
        row[0]: _Lot(row[1], bool(row[2]), *row[3:])
        for row in books.rows(
            "SELECT id, code, is_serial, expires_on, arrived_at, supplier_code, blocked, price "
            "FROM lot"
        )
    }
    bins: dict[int, str] = dict(books.rows("SELECT id, code FROM bin"))
    houses = {place.id: place.code for place in places(books).values() if place.kind == "storage"}
    for sku, worth in _all_worth(books):
        if worth.piece.place in houses:
            yield _row(sku, worth, lots, (houses, bins))


def _row(
    sku: str, worth: _Worth, lots: dict[int, _Lot], names: tuple[dict[int, str], dict[int, str]]
) -> Sequence[Any]:
    piece, (houses, bins) = worth.piece, names
    lot = lots.get(piece.lot, _NO_LOT)
    each = divided(worth.value * 10**QUANTITY_PLACES, worth.quantity)
    cost = each * 10 ** (PRICE_PLACES - 4)
    pieces = piece.pieces if worth.quantity == piece.quantity else 0
    return (
        sku, worth.quantity, cost, worth.value, houses[piece.place], bins.get(piece.bin),
        None if lot.is_serial else lot.code or None, lot.code if lot.is_serial else None,
        lot.expires_on, worth.arrived or lot.arrived_at, lot.supplier_code or None,
        lot.blocked or None, lot.price, pieces or None,
    )  # fmt: skip


def _all_worth(books: Books) -> Iterator[tuple[str, _Worth]]:
    """Every piece of every product with its value, by SKU."""
    pieces, values = _pieces(books), _values(books)
    layers: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for product_id, scope, *layer in books.rows(
        "SELECT product_id, location_id, at, lot_id, quantity, value FROM stock_layer "
        "ORDER BY product_id, location_id, at, sequence, move_id, part"
    ):
        layers[product_id, scope].append(layer)
    known = {row[0]: row[1:] for row in books.rows("SELECT id, sku, costing FROM product")}
    for (product_id, scope), mine in sorted(pieces.items(), key=lambda one: one[0]):
        sku, costing = known[product_id]
        value = values.get((product_id, scope), 0)
        for worth in _worth(books, costing, mine, value, layers[product_id, scope]):
            yield sku, worth


def _worth(
    books: Books, costing: str, mine: list[_Piece], value: int, layers: list[Any]
) -> Iterable[_Worth]:
    if costing == "fifo" and layers:
        return _by_layer(books, mine, layers)
    if costing == "specific" and layers:
        return _by_lot(books, mine, layers)
    shares = shared(value, [piece.quantity for piece in mine], books.minor)
    return [_Worth(piece, piece.quantity, share) for piece, share in zip(mine, shares, strict=True)]


def _by_layer(books: Books, mine: list[_Piece], layers: list[Any]) -> list[_Worth]:
    """Each layer over the pieces: those of its own lot first, the others in order.

    No two layers arrive at one moment, so that they stay apart and in their order.
    """
    found, last = [], 0
    for at, lot, quantity, value in layers:
        taken, last = 0, max(at, last + 1)
        for piece in sorted(mine, key=lambda one: one.lot != lot):
            part = min(piece.left, quantity - taken)
            if part <= 0:
                continue
            share = cumulative(value, taken, part, quantity, books.minor)
            piece.left -= part
            taken += part
            found.append(_Worth(piece, part, share, last))
    return found


def _by_lot(books: Books, mine: list[_Piece], layers: list[Any]) -> list[_Worth]:
    """Each lot has its own value."""
    found = []
    values: dict[int, int] = {lot: value for _, lot, _, value in layers}
    for lot in dict.fromkeys(piece.lot for piece in mine):
        same = [piece for piece in mine if piece.lot == lot]
        shares = shared(values.get(lot, 0), [piece.quantity for piece in same], books.minor)
        found += [
            _Worth(piece, piece.quantity, share) for piece, share in zip(same, shares, strict=True)
        ]
    return found


def _values(books: Books) -> dict[tuple[int, int], int]:
    """By product and valuation scope."""
    scope: dict[int, int] = scopes(books)
    found: dict[tuple[int, int], int] = defaultdict(int)
    for product_id, place, value in books.rows(
        "SELECT product_id, location_id, value FROM stock_balance"
    ):
        found[product_id, scope.get(int(place), int(place))] += value
    return found


def _pieces(books: Books) -> dict[tuple[int, int], list[_Piece]]:
    """By product and valuation scope, with what lies in no bin and is of no lot."""
    scope = scopes(books)
    named: dict[tuple[int, int], list[_Piece]] = defaultdict(list)
    for product_id, place, *piece in books.rows(
        "SELECT product_id, location_id, bin_id, lot_id, on_hand, pieces FROM stock_detail "
        "WHERE on_hand > 0 AND (bin_id <> 0 OR lot_id <> 0) "
        "ORDER BY product_id, location_id, lot_id, bin_id"
    ):
        named[product_id, place].append(_Piece(place, *piece))
    found: dict[tuple[int, int], list[_Piece]] = defaultdict(list)
    for product_id, place, on_hand in books.rows(
        "SELECT product_id, location_id, on_hand FROM stock_balance WHERE on_hand > 0 "
        "ORDER BY product_id, location_id"
    ):
        mine = list(_fitted(named[product_id, place], place, on_hand))
        found[product_id, scope.get(int(place), int(place))] += mine
    return found


def _fitted(mine: list[_Piece], place: int, on_hand: int) -> Iterator[_Piece]:
    """The pieces as far as there is stock, and the rest without bin or lot."""
    for piece in mine:
        part = min(piece.quantity, on_hand)
        if part > 0:
            yield _Piece(place, piece.bin, piece.lot, part, piece.pieces)
            on_hand -= part
    if on_hand > 0:
        yield _Piece(place, 0, 0, on_hand)
