"""The way back of goods that went to repair: repaired they are for sale again, else thrown away.

Back to stock is a transfer out of the place of repair, at what the goods are worth there; what
cannot be repaired is written off. Both are ordinary documents, so that nothing new must be proved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Posted
from erp_desktop.services.sales.return_rules import REPAIR_PLACE, SCRAP, STOCK
from erp_desktop.services.stock.places import main_warehouse, warehouse
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)

ENDS: Final = (STOCK, SCRAP)
BEYOND: Final = {
    "en": "beyond repair",
    "zh": "无法修复",
}  # why it is written off, in the shop's words


@dataclass(frozen=True, slots=True)
class EndRepair:
    """What became of goods in repair: `end` is stock (into `place_id`, else the main warehouse)
    or scrap."""

    lines: Sequence[MoveLine]
    end: str = STOCK
    place_id: int | None = None
    at: int | None = None
    external_id: str | None = None
    note: str = ""


def end_repair(books: Books, command: EndRepair) -> Posted:
    """Bring repaired goods back, or write them off.

    Raises NotAmong (end), UnknownWarehouse (nothing was ever in repair), NotEnoughStock,
    NothingToPost, LotNeeded (a serial number).
    """
    if command.end not in ENDS:
        raise errors.NotAmong("end", command.end, " | ".join(ENDS))
    source = warehouse(books, REPAIR_PLACE)
    if command.end == STOCK:
        target = command.place_id or main_warehouse(books)
        return transfer_goods(
            books,
            TransferGoods(source.id, target, command.lines, command.at, command.external_id,
                          command.note),
        )  # fmt: skip
    reason = BEYOND["zh" if books.setting("language").startswith("zh") else "en"]
    return write_off(
        books,
        WriteOff(command.lines, reason, source.id, command.at, command.external_id, command.note),
    )
