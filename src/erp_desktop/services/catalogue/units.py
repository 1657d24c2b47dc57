"""Units of measure (计量单位): one product, bought by the case, kept by the dozen, sold singly.

The ledger counts in the product's own unit, and that is the smallest one: a dozen is a way of
writing twelve. So one piece sold out of a dozen is exactly one piece less (LEDGER L-58), and a
conversion is a whole, exact number. Each further unit may have its own barcodes and its own price,
and stands on order, delivery and invoice as it was written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.barcode import whole_code
from erp_desktop.core.money import (
    ONE_QUANTITY,
    divided,
    price,
    price_parts,
    quantity,
    quantity_parts,
)
from erp_desktop.models.books import Books


class Unit(NamedTuple):
    """A unit, how many of the product's own it holds, and its own price (whole parts)."""

    unit: str
    factor: int = ONE_QUANTITY
    price: int | None = None


@dataclass(frozen=True, slots=True)
class SaveUnit:
    """A further unit of a product. `price` None: so many times the price of one."""

    unit: str
    factor: Decimal
    price: Decimal | None = None
    barcodes: Sequence[str] = ()


def units_of(books: Books, product_ids: Iterable[int]) -> dict[int, dict[str, Unit]]:
    """The further units of products, by name, the smallest first."""
    wanted = list(dict.fromkeys(product_ids))
    found: dict[int, dict[str, Unit]] = {product_id: {} for product_id in wanted}
    for product_id, *unit in books.among(
        "SELECT product_id, unit, factor, price FROM product_unit WHERE product_id IN ({}) "
        "ORDER BY factor, unit",
        wanted,
    ):
        found[product_id][unit[0]] = Unit(*unit)
    return found


def chosen_unit(known: dict[str, Unit], own: str, wanted: str) -> Unit:
    """The unit of this name among a product's; its own for "". Raises NotAmong."""
    if wanted in {"", own}:
        return Unit(own)
    if wanted not in known:
        raise errors.NotAmong("unit", wanted, " | ".join((own, *known)))
    return known[wanted]


def each(price: int, factor: int) -> int:
    """The price of one of the product's own unit, for what is kept beside the agreed price."""
    return price if factor == ONE_QUANTITY else divided(price * ONE_QUANTITY, factor)


def put_units(books: Books, product_id: int, units: Sequence[SaveUnit]) -> None:
    """The further units a product has from now on, with their barcodes.

    Raises Missing, NotPositive, TooManyPlaces (a third of a kilogram), NotAmong (a unit twice, or
    the product's own), BarcodeTaken.
    """
    own = str(books.value("SELECT unit FROM product WHERE id = ?", (product_id,)))
    _check(units, own)
    books.run("DELETE FROM barcode WHERE product_id = ? AND unit IS NOT NULL", (product_id,))
    books.run("DELETE FROM product_unit WHERE product_id = ?", (product_id,))
    books.many(
        "INSERT INTO product_unit (product_id, unit, factor, price) VALUES (?, ?, ?, ?)",
        [
            (product_id, unit.unit.strip(), quantity_parts(unit.factor),
             None if unit.price is None else price_parts(unit.price))
            for unit in units
        ],
    )  # fmt: skip
    for unit in units:
        put_codes(books, product_id, unit.barcodes, unit.unit.strip())


@dataclass(frozen=True, slots=True)
class KeepUnits:
    """Units to add or change; a product's other units stay. "" leaves a choice as it is."""

    product_id: int
    units: Sequence[SaveUnit]
    bought_in: str = ""
    shown_in: str = ""
    sold_in: str = ""


def keep_units(books: Books, command: KeepUnits) -> None:
    """Add units to a product, or change those of the same name, and choose what each is for.

    A unit without barcodes keeps the ones it has. Raises what `put_units` refuses, and NotAmong for
    a chosen unit that the product does not have.
    """
    known = saved_units(books, command.product_id)
    for unit in command.units:
        name = unit.unit.strip()
        codes = unit.barcodes or (known[name].barcodes if name in known else ())
        known[name] = replace(unit, unit=name, barcodes=codes)
    put_units(books, command.product_id, list(known.values()))
    own = str(books.value("SELECT unit FROM product WHERE id = ?", (command.product_id,)))
    named = units_of(books, [command.product_id])[command.product_id]
    chosen = {
        "purchase_unit": command.bought_in, "stock_unit": command.shown_in,
        "sale_unit": command.sold_in,
    }  # fmt: skip
    facts = {name: chosen_unit(named, own, unit).unit for name, unit in chosen.items() if unit}
    if facts:
        books.update("product", command.product_id, **facts)


def saved_units(books: Books, product_id: int) -> dict[str, SaveUnit]:
    """The further units of a product with their barcodes, by name, as they would be saved."""
    codes: dict[str, list[str]] = {}
    for unit, code in books.rows(
        "SELECT unit, code FROM barcode WHERE product_id = ? AND unit IS NOT NULL "
        "ORDER BY position",
        (product_id,),
    ):
        codes.setdefault(unit, []).append(code)
    return {
        one.unit: SaveUnit(
            one.unit, quantity(one.factor),
            None if one.price is None else price(one.price, books.money_places),
            codes.get(one.unit, ()),
        )
        for one in units_of(books, [product_id])[product_id].values()
    }  # fmt: skip


def _check(units: Sequence[SaveUnit], own: str) -> None:
    seen = {own}
    for unit in units:
        name = unit.unit.strip()
        if not name:
            raise errors.Missing("unit")
        if name in seen:
            raise errors.UnitTwice(name)
        seen.add(name)
        if quantity_parts(unit.factor) <= 0:
            raise errors.NotPositive("factor", unit.factor)
        if unit.price is not None and unit.price < 0:
            raise errors.NotPositive("price", unit.price)


def put_codes(books: Books, product_id: int, codes: Sequence[str], unit: str | None = None) -> None:
    """The barcodes of a product's own unit (None) or of another, in order.

    A code belongs to one product only. Raises BarcodeTaken, DamagedCode.
    """
    wanted = list(dict.fromkeys(code for code in map(whole_code, codes) if code))
    _forget_codes(books, product_id, unit)
    for position, code in enumerate(wanted):
        check_free(books, code)
        books.run(
            "INSERT INTO barcode (code, product_id, unit, position) VALUES (?, ?, ?, ?)",
            (code, product_id, unit, position),
        )


def check_free(books: Books, code: str, but_of: int | None = None) -> None:
    """Raises BarcodeTaken for a code that another product has."""
    taken = books.row(
        "SELECT p.id, p.sku FROM barcode b JOIN product p ON p.id = b.product_id WHERE b.code = ?",
        (code,),
    )
    if taken is not None and taken[0] != but_of:
        raise errors.BarcodeTaken(code, taken[1])


def _forget_codes(books: Books, product_id: int, unit: str | None) -> None:
    if unit is None:
        books.run("DELETE FROM barcode WHERE product_id = ? AND unit IS NULL", (product_id,))
    else:
        books.run("DELETE FROM barcode WHERE product_id = ? AND unit = ?", (product_id, unit))
