"""Which lots, serial numbers and bins a line is of, as its cell keeps it."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ZERO
from erp_desktop.reports.lot_choices import MovedLot
from erp_desktop.views import figures


class LotPart(NamedTuple):
    """A part of a line: so much of a lot (with its last day), of or for a bin; or serials."""

    quantity: Decimal
    lot: str = ""
    expires_on: int | None = None
    bin_id: int | None = None
    bin: str = ""
    serials: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        if self.serials:
            return ", ".join(self.serials)
        what = " ".join(word for word in (self.lot, f"@{self.bin}" if self.bin else "") if word)
        return f"{what} × {figures.quantity(self.quantity)}"


def moved_words(lots: Sequence[MovedLot]) -> str:
    """How the lots (with their last days) and bins that a posted line moved are read."""
    said = []
    for one in lots:
        day = figures.day(clock.day_date(one.expires_on)) if one.expires_on else ""
        words = (one.lot, f"({day})" if day else "", f"@{one.bin}" if one.bin else "")
        what = " ".join(word for word in words if word)
        said.append(what if len(lots) == 1 else f"{what} × {figures.quantity(one.quantity)}")
    return "; ".join(said)


def packed(parts: Sequence[LotPart]) -> str:
    """The parts as a cell keeps them."""
    return json.dumps(
        [
            [str(one.quantity), one.lot, one.expires_on, one.bin_id, one.bin, list(one.serials)]
            for one in parts
        ],
        ensure_ascii=False,
    )


def unpacked(cell: object) -> list[LotPart]:
    """The parts that a cell keeps; none of an empty one."""
    if not isinstance(cell, str) or not cell:
        return []
    return [
        LotPart(Decimal(row[0]), row[1], row[2], row[3], row[4], tuple(row[5]))
        for row in json.loads(cell)
    ]


def parts_words(cell: object) -> str:
    """How a cell's parts are read."""
    return "; ".join(part.words for part in unpacked(cell))


def parts_for(cell: object, quantity: Decimal, sku: str) -> list[LotPart]:
    """The parts of a line of this quantity; one plain part where nothing was said.

    One part alone follows the quantity. Raises LotNeeded where several do not add up to it.
    """
    parts = unpacked(cell)
    if not parts:
        return [LotPart(quantity)]
    if len(parts) == 1 and not parts[0].serials:
        return [parts[0]._replace(quantity=quantity)]
    if sum((part.quantity for part in parts), ZERO) != quantity:
        raise errors.LotNeeded(sku)
    return parts
