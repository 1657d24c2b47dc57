"""What can be said about a product, and the columns it goes into, each value checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from erp_desktop.core import errors
from erp_desktop.core.money import ZERO, price_parts, quantity_parts
from erp_desktop.core.tax import rate_parts
from erp_desktop.services.catalogue import search
from erp_desktop.services.catalogue.units import SaveUnit

COSTING: Final = frozenset({"average", "fifo", "specific", "standard"})
NEGATIVE: Final = frozenset({"block", "warn", "allow"})
KINDS: Final = frozenset({"goods", "service", "kit"})
TRACK: Final = frozenset({"none", "lot", "serial"})
ABC: Final = frozenset({"", "A", "B", "C"})


@dataclass(frozen=True, slots=True)
class SavePart:
    """A part of a kit or of an assembled product: its SKU, and how much of it goes into one."""

    sku: str
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class SaveProduct:
    """A product to be made or changed. None leaves what is there (or the default) alone.

    Where there may be none, an empty text says so: a category, a unit, an ABC class; the supplier
    0; a target, a shelf life, a lead time, a weight or a volume below zero.
    """

    sku: str
    name: str | None = None
    kind: str | None = None
    unit: str | None = None
    category: str | None = None
    price: Decimal | None = None
    purchase_price: Decimal | None = None
    tax: Decimal | None = None
    minimum: Decimal | None = None
    costing: str | None = None
    standard_cost: Decimal | None = None
    negative: str | None = None
    supplier_id: int | None = None
    barcodes: Sequence[str] | None = None
    note: str | None = None
    active: bool | None = None
    estimated: bool | None = None
    batch_id: int | None = None
    version: int | None = None  # the version that was shown: refuses to overwrite a newer one
    units: Sequence[SaveUnit] | None = None
    stock_unit: str | None = None
    purchase_unit: str | None = None
    sale_unit: str | None = None
    parts: Sequence[SavePart] | None = None
    track: str | None = None
    shelf_days: int | None = None
    catch_unit: str | None = None
    weight: Decimal | None = None
    volume: Decimal | None = None
    safety: Decimal | None = None
    target: Decimal | None = None
    lead_days: int | None = None
    dynamic_minimum: bool | None = None
    abc: str | None = None


def columns_of(command: SaveProduct) -> dict[str, Any]:
    """The columns a command sets. Raises NotAmong, NotPositive, TooManyPlaces."""
    columns: dict[str, Any] = {
        "kind": _one_of(command.kind, KINDS, "kind"),
        "unit": command.unit,
        "costing": _one_of(command.costing, COSTING, "costing"),
        "standard_cost": _at_least_zero(command.standard_cost, "standard_cost", price_parts),
        "negative": _one_of(command.negative, NEGATIVE, "negative"),
        "note": command.note,
        "active": command.active,
        "estimated": command.estimated,
        "price": _at_least_zero(command.price, "price", price_parts),
        "purchase_price": _at_least_zero(command.purchase_price, "purchase_price", price_parts),
        "minimum": _at_least_zero(command.minimum, "minimum", quantity_parts),
        "tax": None if command.tax is None else rate_parts(command.tax),
        "track": _one_of(command.track, TRACK, "track"),
        "safety": _at_least_zero(command.safety, "safety", quantity_parts),
        "dynamic_minimum": command.dynamic_minimum,
    }
    if command.name is not None:
        columns["name"] = command.name.strip() or command.sku
        columns["initials"] = search.initials(columns["name"])
    return {name: value for name, value in columns.items() if value is not None} | _may_be_none(
        command
    )


def _may_be_none(command: SaveProduct) -> dict[str, Any]:
    """Columns that a value can empty."""
    _one_of(command.abc, ABC, "abc")
    texts = {
        "stock_unit": command.stock_unit, "purchase_unit": command.purchase_unit,
        "sale_unit": command.sale_unit, "catch_unit": command.catch_unit, "abc": command.abc,
    }  # fmt: skip
    numbers = {
        "target": command.target, "weight": command.weight, "volume": command.volume,
    }  # fmt: skip
    days = {"shelf_days": command.shelf_days, "lead_days": command.lead_days}
    found: dict[str, Any] = {
        name: text.strip() or None for name, text in texts.items() if text is not None
    }
    for name, value in numbers.items():
        if value is not None:
            found[name] = None if value < ZERO else quantity_parts(value)
    for name, count in days.items():
        if count is not None:
            found[name] = None if count < 0 else count
    return found


def _at_least_zero(value: Decimal | None, name: str, scale: Callable[[Decimal], int]) -> int | None:
    if value is not None and value < ZERO:
        raise errors.NotPositive(name, value)
    return None if value is None else scale(value)


def _one_of(value: str | None, allowed: frozenset[str], name: str) -> str | None:
    if value is not None and value not in allowed:
        raise errors.NotAmong(name, value, " | ".join(sorted(allowed)))
    return value
