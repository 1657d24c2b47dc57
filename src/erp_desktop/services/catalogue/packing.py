"""How the quantities of products are said and typed: in their own unit, and in packs of it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core.money import ONE_QUANTITY, quantity
from erp_desktop.models.books import Books


class Packing(NamedTuple):
    """How quantities of a product are said and typed: its own unit, the pack that its stock is
    shown in ("" for none) with how much that holds, and all its further units."""

    unit: str = ""
    pack: str = ""
    holds: Decimal = Decimal(0)
    units: tuple[tuple[str, Decimal], ...] = ()


def packings(books: Books, product_ids: Iterable[int | None]) -> dict[int, Packing]:
    """By product: how its quantities are said and typed."""
    wanted = sorted({one for one in product_ids if one})
    found: dict[int, Packing] = {}
    for product_id, own, shown, unit, factor in books.among(
        "SELECT p.id, p.unit, COALESCE(p.stock_unit, ''), u.unit, u.factor FROM product p "
        "LEFT JOIN product_unit u ON u.product_id = p.id AND u.unit <> p.unit "
        "WHERE p.id IN ({}) ORDER BY p.id, u.factor, u.unit",
        wanted,
    ):
        known = found.setdefault(product_id, Packing(own))
        if unit is None:
            continue
        holds = quantity(int(factor))
        known = known._replace(units=(*known.units, (unit, holds)))
        if unit == shown and factor > ONE_QUANTITY:
            known = known._replace(pack=unit, holds=holds)
        found[product_id] = known
    return found
