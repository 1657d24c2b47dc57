"""What a product is beyond its card: its units, parts, variants, how it is tracked and kept."""

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import price, quantity
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.availability import stock_of


class UnitRow(NamedTuple):
    """A further unit: how many of the product's own it holds, its price, its barcodes."""

    unit: str
    factor: Decimal
    price: Decimal | None
    codes: tuple[str, ...]


class PartRow(NamedTuple):
    """A part of a kit, or of what is assembled: how much goes into one, how much there is."""

    product_id: int
    sku: str
    name: str
    unit: str
    quantity: Decimal
    available: Decimal
    unit_cost: Decimal | None


class Details(NamedTuple):
    """The facts behind the sections of a product's form and page."""

    costing: str
    standard_cost: Decimal | None
    track: str
    shelf_days: int | None
    catch_unit: str
    weight: Decimal | None
    volume: Decimal | None
    safety: Decimal
    target: Decimal | None
    lead_days: int | None
    dynamic_minimum: bool
    abc: str
    stock_unit: str
    purchase_unit: str
    sale_unit: str
    is_template: bool
    parent_id: int | None
    parent_name: str
    merged_into_id: int | None
    moved: bool  # goods of it moved: costing changes by a posted change only
    makes: Decimal  # a kit: as many as its parts make; else what is available
    pieces: Decimal | None  # catch weight: how many pieces lie there
    units: tuple[UnitRow, ...]
    codes: tuple[str, ...]  # of its own unit
    parts: tuple[PartRow, ...]


def product_details(books: Books, product_id: int) -> Details:
    """Raises UnknownProduct."""
    row = books.row(
        "SELECT p.costing, p.standard_cost, p.track, p.shelf_days, p.catch_unit, p.weight, "  # noqa: S608
        "p.volume, p.safety, p.target, p.lead_days, p.dynamic_minimum, p.abc, p.stock_unit, "
        "p.purchase_unit, p.sale_unit, p.is_template, p.parent_id, COALESCE(t.name, ''), "
        "p.merged_into_id, EXISTS (SELECT 1 FROM stock_move m WHERE m.product_id = p.id), "
        f"{stock_of('available')} FROM product p LEFT JOIN product t ON t.id = p.parent_id "
        "WHERE p.id = ?",
        (product_id,),
    )
    if row is None:
        raise errors.UnknownProduct(product_id)
    places, codes = books.money_places, _codes(books, product_id)
    return Details(
        row[0], None if row[1] is None else price(row[1], places), row[2], row[3], row[4] or "",
        _maybe(row[5]), _maybe(row[6]), quantity(row[7]), _maybe(row[8]), row[9], bool(row[10]),
        row[11] or "", row[12] or "", row[13] or "", row[14] or "", bool(row[15]), row[16],
        row[17], row[18], bool(row[19]), quantity(int(row[20])),
        pieces_of(books, product_id) if row[4] else None,
        _units(books, product_id, codes), tuple(codes[""]), parts_of_product(books, product_id),
    )  # fmt: skip


def pieces_of(books: Books, product_id: int, place_id: int | None = None) -> Decimal:
    """How many pieces of goods sold by weight lie there, by their movements (LEDGER L-59)."""
    where = "" if place_id is None else " AND l.id = ?"
    params = [product_id] if place_id is None else [product_id, place_id]
    own = "l.kind IN ('storage', 'transit')"
    raw = 0
    for end, sign in (("target_id", 1), ("source_id", -1)):
        raw += sign * int(
            books.value(
                "SELECT COALESCE(SUM(m.pieces), 0) FROM stock_move m "  # noqa: S608
                f"JOIN location l ON l.id = m.{end} AND {own} WHERE m.product_id = ?{where}",
                params,
            )
        )
    return quantity(raw)


def _maybe(value: int | None) -> Decimal | None:
    return None if value is None else quantity(value)


def _codes(books: Books, product_id: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for unit, code in books.rows(
        "SELECT COALESCE(unit, ''), code FROM barcode WHERE product_id = ? ORDER BY position, code",
        (product_id,),
    ):
        found[unit].append(code)
    return found


def _units(books: Books, product_id: int, codes: dict[str, list[str]]) -> tuple[UnitRow, ...]:
    return tuple(
        UnitRow(
            unit, quantity(factor), None if own is None else price(own, books.money_places),
            tuple(codes.get(unit, ())),
        )
        for unit, factor, own in books.rows(
            "SELECT unit, factor, price FROM product_unit WHERE product_id = ? "
            "ORDER BY factor, unit",
            (product_id,),
        )
    )  # fmt: skip


def parts_of_product(books: Books, product_id: int) -> tuple[PartRow, ...]:
    """The parts of one, with what there is of each and what it costs now."""
    found = []
    for row in books.rows(
        "SELECT p.id, p.sku, p.name, p.unit, k.quantity, "  # noqa: S608
        f"{stock_of('available')}, {stock_of('value')}, {stock_of('on_hand')} "
        "FROM product_part k JOIN product p ON p.id = k.part_id WHERE k.product_id = ? "
        "ORDER BY k.position",
        (product_id,),
    ):
        worth, held = Decimal(int(row[6])).scaleb(-4), quantity(int(row[7]))
        each = (worth / held).quantize(Decimal("0.0001")) if held > 0 else None
        found.append(PartRow._make((*row[:4], quantity(row[4]), quantity(int(row[5])), each)))
    return tuple(found)


class Merged(NamedTuple):
    """A product that was entered twice: the other one."""

    id: int
    sku: str
    name: str


def merged_into(books: Books, product_id: int) -> Merged | None:
    """The product that this one became; None for one that is itself."""
    row = books.row(
        "SELECT n.id, n.sku, n.name FROM product p JOIN product n ON n.id = p.merged_into_id "
        "WHERE p.id = ?",
        (product_id,),
    )
    return None if row is None else Merged(*row)


def merged_from(books: Books, product_id: int) -> list[Merged]:
    """The products that became this one."""
    sql = "SELECT id, sku, name FROM product WHERE merged_into_id = ? ORDER BY id"
    return [Merged(*row) for row in books.rows(sql, (product_id,))]
