"""Two products that are one, and a product that is counted in another unit from now on.

Neither touches what was posted: what lies there goes through an assembly, from the old product into
the new one, with its value to the cent. The old one is sold no more and keeps its history; whoever
looks for it finds the new one (LEDGER L-57).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import ONE_QUANTITY, divided, quantity, quantity_parts
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue import search
from erp_desktop.services.catalogue.levels import move_prices
from erp_desktop.services.catalogue.products import Product, product
from erp_desktop.services.catalogue.units import units_of
from erp_desktop.services.paper import Posted
from erp_desktop.services.shop.attachments import PRODUCT, beside, move_attachments
from erp_desktop.services.stock.assembling import Assemble, StockLine, assemble
from erp_desktop.services.users import rights

# What a product that is counted anew keeps as it was; prices and quantities follow the unit.
_SAME: Final = (
    "name, kind, category_id, tax, costing, negative, supplier_id, initials, note, track, "
    "shelf_days, catch_unit, parent_id, variant, lead_days, dynamic_minimum, abc, estimated"
)
_PER_UNIT: Final = ("price", "purchase_price", "standard_cost", "weight", "volume")
_IN_UNITS: Final = ("minimum", "safety", "target")


@dataclass(frozen=True, slots=True)
class MergeProducts:
    """`from_id` goes into `into_id`: one of it is `factor` of the other."""

    from_id: int
    into_id: int
    factor: Decimal = Decimal(1)
    at: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeUnit:
    """A product is counted in `unit` from now on; one of the old unit holds `factor` of it."""

    product_id: int
    unit: str
    factor: Decimal
    at: int | None = None


class _Lying(NamedTuple):
    """So much of a product in one place, and of which lot and bin."""

    place_id: int
    quantity: int
    lot: str | None = None
    expires_on: int | None = None
    bin_id: int | None = None


def merge_products(books: Books, command: MergeProducts) -> list[Posted]:
    """Put one product into another; the assemblies that carried its stock.

    Raises SameProduct, NotStocked, InUse (an open order, goods on their way), NotEnoughStock (it
    is below zero), NotPositive.
    """
    rights.require(books, rights.REWORK)
    old, new = product(books, command.from_id), product(books, command.into_id)
    if old.id == new.id:
        raise errors.SameProduct(old.sku)
    for one in (old, new):
        if not one.is_goods:
            raise errors.NotStocked(one.sku)
    factor = quantity_parts(command.factor)
    if factor <= 0:
        raise errors.NotPositive("factor", command.factor)
    _refuse_open(books, old)
    lying = _lying(books, old)
    posted = [
        _carry(books, command, place_id, [one for one in lying if one.place_id == place_id])
        for place_id in dict.fromkeys(one.place_id for one in lying)
    ]
    _move_names(books, old.id, new.id, factor)
    books.run(
        "UPDATE product SET active = ?, merged_into_id = ?, version = version + 1 WHERE id = ?",
        (False, new.id, old.id),
    )
    books.run("UPDATE product SET merged_into_id = ? WHERE merged_into_id = ?", (new.id, old.id))
    search.index_products(books, [old.id, new.id])
    return posted


def change_unit(books: Books, command: ChangeUnit) -> int:
    """Count a product in a smaller unit; the id of the product that is counted so.

    The old unit stays as a further unit, with its price and barcodes. Goods that were bought or
    sold already go into a new product, which takes over the SKU. Raises UnitTwice, Missing,
    NotPositive, and what `merge_products` refuses.
    """
    rights.require(books, rights.REWORK)
    old = product(books, command.product_id)
    unit, factor = command.unit.strip(), quantity_parts(command.factor)
    if not unit:
        raise errors.Missing("unit")
    if unit == old.unit or unit in units_of(books, [old.id])[old.id]:
        raise errors.UnitTwice(unit)
    if factor <= 0:
        raise errors.NotPositive("factor", command.factor)
    used = books.value("SELECT 1 FROM document_line WHERE product_id = ? LIMIT 1", (old.id,))
    new_id = old.id
    if used:
        _refuse_open(books, old)
        new_id = _twin(books, old)
    _write_unit(books, old, new_id, unit, factor)
    if used:
        merge_products(books, MergeProducts(old.id, new_id, command.factor, command.at, "unit"))
    search.index_products(books, [new_id])
    return new_id


def _refuse_open(books: Books, old: Product) -> None:
    """What is promised or on its way cannot change its name. Raises InUse."""
    number = books.value(
        "SELECT d.number FROM document_line l JOIN document d ON d.id = l.document_id "
        "WHERE l.product_id = ? AND d.state = 'confirmed' ORDER BY d.id LIMIT 1",
        (old.id,),
    ) or books.value(
        "SELECT l.name FROM stock_balance b JOIN location l ON l.id = b.location_id "
        "WHERE b.product_id = ? AND l.kind = 'transit' AND b.on_hand <> 0",
        (old.id,),
    )
    if number:
        raise errors.InUse(old.sku, "product", number)


def _lying(books: Books, old: Product) -> list[_Lying]:
    """What lies where: by lot and bin as far as these are known."""
    found: list[_Lying] = []
    for place_id, on_hand in books.rows(
        "SELECT b.location_id, b.on_hand FROM stock_balance b JOIN location l "
        "ON l.id = b.location_id AND l.kind = 'storage' WHERE b.product_id = ? "
        "ORDER BY b.location_id",
        (old.id,),
    ):
        if on_hand < 0:
            raise errors.NotEnoughStock(old.sku, quantity(0), quantity(on_hand))
        told = [
            _Lying(place_id, much, lot, expires_on, bin_id or None)
            for much, lot, expires_on, bin_id in books.rows(
                "SELECT s.on_hand, t.code, t.expires_on, s.bin_id FROM stock_detail s "
                "LEFT JOIN lot t ON t.id = s.lot_id WHERE s.product_id = ? AND s.location_id = ? "
                "AND s.on_hand > 0 ORDER BY s.lot_id, s.bin_id",
                (old.id, place_id),
            )
        ]
        rest = on_hand - sum(one.quantity for one in told)
        found += [*told, *([_Lying(place_id, rest)] if rest > 0 else [])]
    return found


def _carry(books: Books, command: MergeProducts, place_id: int, lying: Iterable[_Lying]) -> Posted:
    used, made = [], []
    for one in lying:
        much = quantity(one.quantity)
        used.append(StockLine(command.from_id, much, Decimal(1), one.lot, one.expires_on,
                              one.bin_id))  # fmt: skip
        made.append(StockLine(command.into_id, much * command.factor, Decimal(1), one.lot,
                              one.expires_on, one.bin_id))  # fmt: skip
    reason = command.reason or "merge"
    return assemble(books, Assemble(made, used, place_id=place_id, at=command.at, reason=reason))


def _move_names(books: Books, old_id: int, new_id: int, factor: int) -> None:
    """Barcodes, units, suppliers, files and the parts of kits speak of the new product from now
    on."""
    known = units_of(books, [old_id, new_id])
    own = str(books.value("SELECT unit FROM product WHERE id = ?", (new_id,)))
    for unit in known[old_id].values():
        if unit.unit not in known[new_id] and unit.unit != own:
            books.run(
                "INSERT INTO product_unit (product_id, unit, factor, price) VALUES (?, ?, ?, ?)",
                (new_id, unit.unit, unit.factor * factor // ONE_QUANTITY, unit.price),
            )
    books.run("UPDATE barcode SET product_id = ? WHERE product_id = ?", (new_id, old_id))
    move_attachments(books, beside(PRODUCT, old_id), beside(PRODUCT, new_id))
    for kit_id, position, much in books.rows(
        "SELECT product_id, position, quantity FROM product_part WHERE part_id = ?", (old_id,)
    ):
        books.run(
            "UPDATE product_part SET part_id = ?, quantity = ? "
            "WHERE product_id = ? AND position = ?",
            (new_id, much * factor // ONE_QUANTITY, kit_id, position),
        )
    was = str(books.value("SELECT unit FROM product WHERE id = ?", (old_id,)))
    move_prices(books, old_id, new_id, "" if was == own else was)
    books.run(
        "UPDATE product_supplier SET product_id = ? WHERE product_id = ? AND partner_id NOT IN "
        "(SELECT partner_id FROM product_supplier WHERE product_id = ?)",
        (new_id, old_id, new_id),
    )


def _twin(books: Books, old: Product) -> int:
    """A new product under the old SKU; the old one gets a name that nobody types."""
    at = 1
    while books.value("SELECT 1 FROM product WHERE sku = ?", (f"{old.sku}~{at}",)):
        at += 1
    books.run("UPDATE product SET sku = ? WHERE id = ?", (f"{old.sku}~{at}", old.id))
    new_id = books.insert("product", sku=old.sku, name=old.name)
    books.run(
        f"UPDATE product SET ({_SAME}) = (SELECT {_SAME} FROM product o WHERE o.id = ?) "  # noqa: S608
        "WHERE id = ?",
        (old.id, new_id),
    )
    return new_id


def _write_unit(books: Books, old: Product, new_id: int, unit: str, factor: int) -> None:
    """The new unit, and everything that is told by the unit, told in it."""
    names = (*_PER_UNIT, *_IN_UNITS)
    row = books.row(
        f"SELECT {', '.join(names)} FROM product WHERE id = ?",  # noqa: S608
        (old.id,),
    )
    told = dict(zip(names, row or (), strict=True))
    columns = {
        name: None if told[name] is None else divided(told[name] * ONE_QUANTITY, factor)
        for name in _PER_UNIT
    } | {
        name: None if told[name] is None else told[name] * factor // ONE_QUANTITY
        for name in _IN_UNITS
    }
    books.update("product", new_id, unit=unit, stock_unit=old.unit, **columns)
    if new_id == old.id:
        move_prices(books, old.id, old.id, old.unit)
        books.run(
            "UPDATE product_unit SET factor = factor * ? / ? WHERE product_id = ?",
            (factor, ONE_QUANTITY, old.id),
        )
    books.run(
        "INSERT INTO product_unit (product_id, unit, factor, price) VALUES (?, ?, ?, ?)",
        (new_id, old.unit, factor, told["price"]),
    )
    books.run(
        "UPDATE barcode SET unit = ? WHERE product_id = ? AND unit IS NULL", (old.unit, old.id)
    )
