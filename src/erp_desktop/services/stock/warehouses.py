"""Arranging warehouses (仓库): whose house it is, which gives its stock first, and closing one.

A warehouse is our own, somebody else's that keeps our goods (第三方仓), a customer's that sells
them for us (寄售), or no house at all (虚拟仓: samples, goods set aside). Goods in any of them are
ours and have a value; orders are served from those of our own first.
"""

from dataclasses import dataclass
from typing import Any, Final

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.stock.places import main_warehouse, refresh, save_warehouse

USAGES: Final = ("own", "third_party", "virtual", "consignment")
SERVES: Final = frozenset({"own", "third_party"})  # orders are served from these


@dataclass(frozen=True, slots=True)
class ArrangeWarehouse:
    """What is to be so of the warehouse with this code; None leaves a fact as it is."""

    code: str
    name: str | None = None
    usage: str | None = None
    partner_id: int | None = None  # whose house it is; 0 for nobody's but ours
    rank: int | None = None
    active: bool | None = None


def arrange_warehouse(books: Books, command: ArrangeWarehouse) -> int:
    """Make a warehouse, or change the one with this code.

    Raises Missing (code), NotAmong (usage), CodeTaken (by an end of the world outside),
    MainWarehouse and StillHoldsGoods where it cannot be closed.
    """
    code = command.code.strip()
    if not code:
        raise errors.Missing("code")
    if command.usage is not None and command.usage not in USAGES:
        raise errors.NotAmong("usage", command.usage, " | ".join(USAGES))
    known = books.row("SELECT id, name FROM location WHERE code = ?", (code,)) or (0, code)
    place_id = save_warehouse(books, code, command.name or known[1])
    if command.active is False:
        _may_close(books, place_id, code)
    facts = _facts(command)
    if facts:
        books.update("location", place_id, **facts)
    refresh(books)
    return place_id


def _facts(command: ArrangeWarehouse) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": (command.name or "").strip() or None,
        "usage": command.usage,
        "rank": command.rank,
        "active": command.active,
    }
    facts = {name: value for name, value in said.items() if value is not None}
    if command.partner_id is not None:
        facts["partner_id"] = command.partner_id or None
    return facts


def _may_close(books: Books, place_id: int, code: str) -> None:
    if place_id == main_warehouse(books):
        raise errors.MainWarehouse(code)
    held = books.value(
        "SELECT COUNT(*) FROM stock_balance WHERE location_id = ? "
        "AND (on_hand <> 0 OR reserved <> 0)",
        (place_id,),
    )
    if held:
        raise errors.StillHoldsGoods(code, held)
