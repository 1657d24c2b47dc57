"""Lots as people look at them: what lies where of which lot, and changing what is known of one.

Which lots a movement takes is found in `lotting.py`, which bins in `binning.py`.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import price_parts
from erp_desktop.models.books import Books


class Stock(NamedTuple):
    """What lies of a product in one bin, of one lot."""

    lot_id: int | None
    lot: str
    expires_on: int | None
    blocked: str
    price: int | None
    bin_id: int | None
    bin: str
    on_hand: int

    def fresh(self, day: int) -> bool:
        """May it go out on this day?"""
        return not self.blocked and (self.expires_on is None or self.expires_on >= day)


# In FEFO order: earliest expiry, older receipt, no date last; then the way past the bins.
_SHELF = """
SELECT d.lot_id, COALESCE(l.code, ''), l.expires_on, COALESCE(l.blocked, ''), l.price, d.bin_id,
       COALESCE(n.code, ''), d.on_hand
FROM stock_detail d LEFT JOIN lot l ON l.id = d.lot_id LEFT JOIN bin n ON n.id = d.bin_id
WHERE d.product_id = ? AND d.location_id = ? AND d.on_hand > 0
ORDER BY CASE WHEN l.expires_on IS NULL THEN 1 ELSE 0 END, l.expires_on,
         CASE WHEN l.arrived_at IS NULL THEN 1 ELSE 0 END, l.arrived_at, d.lot_id,
         COALESCE(n.rank, 0), n.code
"""


def shelf(books: Books, product_id: int, place_id: int) -> list[Stock]:
    """What lies of a product in a warehouse by lot and bin, in the order it should go out."""
    return [
        Stock._make((row[0] or None, *row[1:5], row[5] or None, *row[6:]))
        for row in books.rows(_SHELF, (product_id, place_id))
    ]


@dataclass(frozen=True, slots=True)
class ChangeLot:
    """What is to be so of a lot; None leaves a fact as it is, "" or 0 takes it away."""

    lot_id: int
    blocked: str | None = None  # why it may not be sold
    price: Decimal | None = None  # what a piece costs near the expiry; 0 is the usual price again
    expires_on: int | None = None
    supplier_code: str | None = None
    arrived_at: int | None = None


def lot_named(books: Books, product_id: int, code: str) -> int | None:
    """The lot or serial number of a product with this code; None when there is none."""
    found = books.value("SELECT id FROM lot WHERE product_id = ? AND code = ?", (product_id, code))
    return None if found is None else int(found)


def change_lot(books: Books, command: ChangeLot) -> None:
    """Block or release a lot, lower its price, correct its expiry. Raises NotPositive."""
    facts: dict[str, object] = {}
    if command.blocked is not None:
        facts["blocked"] = command.blocked.strip()
    if command.price is not None:
        if command.price < 0:
            raise errors.NotPositive("price", command.price)
        facts["price"] = price_parts(command.price) if command.price else None
    if command.expires_on is not None:
        facts["expires_on"] = command.expires_on or None
    if command.arrived_at is not None:
        facts["arrived_at"] = command.arrived_at
    if command.supplier_code is not None:
        facts["supplier_code"] = command.supplier_code.strip()
    if facts:
        books.update("lot", command.lot_id, **facts)
