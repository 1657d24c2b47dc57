"""What the entry of lots asks: how a product is tracked, and what lies of it in a warehouse; and
which lots and bins a posted document moved."""

from decimal import Decimal
from typing import Any, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity
from erp_desktop.models.books import Books
from erp_desktop.services.stock.bins import put_away
from erp_desktop.services.stock.lots import shelf


class LotChoice(NamedTuple):
    """What lies in one bin, of one lot; `good` says whether it may be sold today."""

    lot: str
    expires_on: int | None
    bin_id: int | None
    bin: str
    on_hand: Decimal
    good: bool


class LotTerms(NamedTuple):
    """What an entry of lots must know."""

    name: str
    sku: str
    unit: str
    track: str
    bins: bool  # whether the warehouse has bins
    put_away: str  # the bin that is proposed for what comes in
    choices: tuple[LotChoice, ...]


def lot_terms(books: Books, product_id: int, place_id: int) -> LotTerms:
    """Raises UnknownProduct."""
    row = books.row("SELECT name, sku, unit, track FROM product WHERE id = ?", (product_id,))
    if row is None:
        raise errors.UnknownProduct(product_id)
    codes: dict[int, str] = dict(
        books.rows("SELECT id, code FROM bin WHERE location_id = ? AND active", (place_id,))
    )
    today = clock.today()
    near = put_away(books, place_id, [product_id]).get(product_id, 0)
    return LotTerms._make((
        *row, bool(codes), codes.get(near, ""),
        tuple(
            LotChoice(one.lot, one.expires_on, one.bin_id, one.bin, quantity(one.on_hand),
                      one.fresh(today))
            for one in shelf(books, product_id, place_id)
        ),
    ))  # fmt: skip


def uses_lots(books: Books) -> bool:
    """Whether the shop tracks anything by lot or serial number, or has bins."""
    return bool(
        books.value("SELECT 1 FROM bin LIMIT 1")
        or books.value("SELECT 1 FROM product WHERE track <> 'none' LIMIT 1")
    )


class MovedLot(NamedTuple):
    """So much that a line moved of one lot, out of or into one bin."""

    lot: str
    expires_on: int | None
    bin: str
    quantity: Decimal


def lots_moved(books: Any, document_id: int) -> dict[int, tuple[MovedLot, ...]]:
    """By line of a document: the lots, serial numbers and bins that it moved itself."""
    found: dict[int, list[MovedLot]] = {}
    for line_id, lot, expires_on, bin_code, moved in books.rows(
        "SELECT m.line_id, COALESCE(l.code, ''), l.expires_on, COALESCE(s.code, t.code, ''), "
        "SUM(m.quantity) FROM stock_move m LEFT JOIN lot l ON l.id = m.lot_id "
        "LEFT JOIN bin s ON s.id = m.source_bin_id LEFT JOIN bin t ON t.id = m.target_bin_id "
        "WHERE m.document_id = ? AND m.caused_by_id = m.document_id AND m.quantity <> 0 "
        "AND (m.lot_id IS NOT NULL OR m.source_bin_id IS NOT NULL OR m.target_bin_id IS NOT NULL) "
        "GROUP BY m.line_id, l.code, l.expires_on, COALESCE(s.code, t.code, '') ORDER BY MIN(m.id)",
        (document_id,),
    ):
        found.setdefault(line_id, []).append(
            MovedLot(lot, expires_on, bin_code, quantity(int(moved)))
        )
    return {line_id: tuple(lots) for line_id, lots in found.items()}
