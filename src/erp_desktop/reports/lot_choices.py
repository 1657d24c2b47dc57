"""What the entry of lots asks: how a product is tracked, and what lies of it in a warehouse."""

from decimal import Decimal
from typing import NamedTuple

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
