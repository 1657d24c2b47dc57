"""The whole catalogue as tables: what `imports/catalogue` reads, with the same headings.

An empty shop that takes it in has the same partners, warehouses, bins, products, units, parts,
suppliers' and customers' prices, and the same stock in quantity and value, by lot and bin.
Documents do not move.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.money import money, price, quantity
from erp_desktop.core.table import Cell, Column, Kind, Table
from erp_desktop.exchange.catalogue_stock import opened_stock
from erp_desktop.exchange.imports.catalogue import SHEETS
from erp_desktop.exchange.imports.choices import (
    COSTING,
    KINDS,
    NEGATIVE,
    ROLES,
    TRACK,
    USAGE,
    Names,
    written,
)
from erp_desktop.exchange.imports.intake import ImportKind
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights

Raw = Sequence[Any]
Reader = Callable[[Books], Iterable[Raw]]
_SEPARATORS: Final = frozenset(",;:|，；：、\n")
_KINDS: Final = {
    FieldKind.QUANTITY: Kind.QUANTITY, FieldKind.MONEY: Kind.MONEY, FieldKind.PRICE: Kind.PRICE,
    FieldKind.COUNT: Kind.COUNT, FieldKind.DATE: Kind.DATE, FieldKind.MOMENT: Kind.MOMENT,
    FieldKind.CODE: Kind.CODE, FieldKind.BARCODE: Kind.CODE,
}  # fmt: skip
_WORDS: Final[dict[tuple[str, str], Names]] = {
    ("partners", "role"): ROLES,
    ("warehouses", "usage"): USAGE,
    ("products", "kind"): KINDS,
    ("products", "costing"): COSTING,
    ("products", "track"): TRACK,
    ("products", "negative"): NEGATIVE,
}


def catalogue_tables(books: Books, language: str = "en") -> list[Table]:
    """One table a sheet, with headings and words in the language."""
    return [catalogue_table(books, kind.name, language) for kind in SHEETS]


def catalogue_table(books: Books, name: str, language: str = "en") -> Table:
    """One of the sheets by the name of its import, such as `units`. Raises NotAllowed.

    It is for moving house, with costs and buying prices, and so not for everybody.
    """
    rights.require(books, rights.COST)
    kind = next(one for one in SHEETS if one.name == name)
    names, read = _READERS[name]
    chinese = language.startswith("zh")
    fields = {spec.name: spec for spec in kind.fields}
    specs = [fields[one] for one in names]
    cells = [_cell_of(books, kind, spec, chinese=chinese) for spec in specs]
    rows = [tuple(cell(raw) for cell, raw in zip(cells, row, strict=True)) for row in read(books)]
    columns = tuple(
        Column(spec.name, spec.title_zh if chinese else spec.title_en,
               _KINDS.get(spec.kind, Kind.TEXT))
        for spec in specs
    )  # fmt: skip
    return Table(name, kind.title_zh if chinese else kind.title, columns, rows)


def _cell_of(
    books: Books, kind: ImportKind, spec: FieldSpec, *, chinese: bool
) -> Callable[[Any], Cell]:
    """How a raw value of the books becomes the cell that the import reads."""
    words = _WORDS.get((kind.name, spec.name))
    yes = "是" if chinese else "yes"
    no = "否" if chinese else "no"
    readers: dict[FieldKind, Callable[[Any], Cell]] = {
        FieldKind.QUANTITY: quantity,
        FieldKind.MONEY: lambda whole: money(whole, books.money_places),
        FieldKind.PRICE: lambda whole: price(whole, books.money_places),
        FieldKind.PERCENT: lambda whole: f"{quantity(whole):f}%",
        FieldKind.COUNT: int,
        FieldKind.DATE: clock.day_date,
        FieldKind.MOMENT: clock.local_time,
        FieldKind.FLAG: lambda flag: yes if flag else no,
    }
    if words is not None:
        return lambda code: written(code, words, chinese=chinese)
    read = readers.get(spec.kind, str)
    return lambda raw: None if raw is None else read(raw)


def _partners(books: Books) -> Iterable[Raw]:
    return books.rows(
        "SELECT code, name, CASE WHEN is_supplier AND is_customer THEN 'both' "
        "WHEN is_supplier THEN 'supplier' WHEN is_customer THEN 'customer' ELSE 'both' END, "
        "contact, phone, email, address, tax_number, terms_days, note, lead_days, minimum_order, "
        "over_percent, (SELECT v.name FROM price_level v WHERE v.id = price_level_id), "
        "credit_limit, NULLIF(REPLACE(tags, '\n', ', '), '') FROM partner WHERE active ORDER BY id"
    )


def _warehouses(books: Books) -> Iterable[Raw]:
    return books.rows(
        "SELECT l.code, l.name, l.usage, p.code, l.rank FROM location l "
        "LEFT JOIN partner p ON p.id = l.partner_id "
        "WHERE l.kind = 'storage' AND l.active ORDER BY l.id"
    )


def _bins(books: Books) -> Iterable[Raw]:
    return books.rows(
        "SELECT b.code, l.code, b.zone, b.rank FROM bin b JOIN location l "
        "ON l.id = b.location_id AND l.active WHERE b.active ORDER BY l.id, b.rank, b.id"
    )


_PRODUCTS = (
    "SELECT p.id, p.is_template, p.sku, p.name, p.unit, c.name, p.price, p.purchase_price, p.tax, "
    "p.minimum, s.code, p.kind, p.note, p.safety, p.target, p.weight, p.volume, p.catch_unit, "
    "p.costing, p.standard_cost, CASE WHEN p.track = 'some' THEN 'none' ELSE p.track END, "
    "p.shelf_days, p.negative, p.lead_days, p.dynamic_minimum, p.abc, p.active, t.sku, p.variant "
    "FROM product p LEFT JOIN category c ON c.id = p.category_id "
    "LEFT JOIN partner s ON s.id = p.supplier_id LEFT JOIN product t ON t.id = p.parent_id "
    "WHERE p.merged_into_id IS NULL ORDER BY p.id"
)
_PRODUCT_FIELDS: Final = (
    "sku", "name", "unit", "category", "price", "cost", "tax", "minimum", "supplier", "kind",
    "note", "safety", "target", "weight", "volume", "catch_unit", "costing", "standard_cost",
    "track", "shelf_days", "negative", "lead_days", "dynamic", "abc", "active", "parent",
    "variant", "barcode", "axes",
)  # fmt: skip


def _products(books: Books) -> Iterable[Raw]:
    codes: dict[int, list[str]] = {}
    for product_id, code in books.rows(
        "SELECT product_id, code FROM barcode WHERE unit IS NULL ORDER BY product_id, position"
    ):
        codes.setdefault(product_id, []).append(code)
    axes: dict[int, list[str]] = {}
    for product_id, name, choices in books.rows(
        "SELECT product_id, name, choices FROM variant_axis ORDER BY product_id, position"
    ):
        axes.setdefault(product_id, []).append(f"{name}: {_joined(json.loads(choices))}")
    for product_id, is_template, *rest in books.rows(_PRODUCTS):
        barcodes = "; ".join(codes.get(product_id, ())) or None
        comes_in = "; ".join(axes.get(product_id, ())) if is_template else ""
        yield (*rest[:-1], rest[-1] or None, barcodes, comes_in or None)


def _joined(choices: Sequence[str]) -> str:
    """The values of an axis; one that holds a separator comes with the variant that has it."""
    return ", ".join(one for one in choices if not set(one) & _SEPARATORS)


def _units(books: Books) -> Iterable[Raw]:
    codes: dict[tuple[int, str], list[str]] = {}
    for product_id, unit, code in books.rows(
        "SELECT product_id, unit, code FROM barcode WHERE unit IS NOT NULL "
        "ORDER BY product_id, unit, position"
    ):
        codes.setdefault((product_id, unit), []).append(code)
    for product_id, sku, unit, factor, own, *uses in books.rows(
        "SELECT p.id, p.sku, u.unit, u.factor, u.price, p.purchase_unit, p.stock_unit, "
        "p.sale_unit FROM product_unit u JOIN product p ON p.id = u.product_id "
        "WHERE p.merged_into_id IS NULL ORDER BY p.id, u.factor, u.unit"
    ):
        barcodes = "; ".join(codes.get((product_id, unit), ())) or None
        yield (sku, unit, factor, own, barcodes, *(use == unit for use in uses))


def _parts(books: Books) -> Iterable[Raw]:
    return books.rows(
        "SELECT p.sku, q.sku, r.quantity FROM product_part r JOIN product p ON p.id = r.product_id "
        "JOIN product q ON q.id = r.part_id ORDER BY p.id, r.position"
    )


def _offers(books: Books) -> Iterable[Raw]:
    return books.rows(
        "SELECT p.sku, s.code, NULLIF(o.code, ''), o.price, o.minimum, o.pack, o.lead_days "
        "FROM product_supplier o JOIN product p ON p.id = o.product_id "
        "JOIN partner s ON s.id = o.partner_id AND s.active "
        "WHERE p.merged_into_id IS NULL ORDER BY p.id, "
        "CASE WHEN o.partner_id = p.supplier_id THEN 0 ELSE 1 END, o.position"
    )


def _levels(books: Books) -> Iterable[Raw]:
    return books.rows("SELECT name, percent, active FROM price_level ORDER BY position, id")


def _prices(books: Books) -> Iterable[Raw]:
    """Level by level, then what was agreed; a price from the first piece on says no quantity."""
    return [
        *books.rows(
            "SELECT p.sku, v.name, NULL, NULLIF(n.unit, ''), NULLIF(n.minimum, 0), n.price, NULL "
            "FROM level_price n JOIN price_level v ON v.id = n.level_id "
            "JOIN product p ON p.id = n.product_id WHERE p.merged_into_id IS NULL "
            "ORDER BY v.position, v.id, p.id, n.unit, n.minimum"
        ),
        *books.rows(
            "SELECT p.sku, NULL, a.code, NULLIF(g.unit, ''), NULLIF(g.minimum, 0), g.price, "
            "g.until FROM partner_price g JOIN partner a ON a.id = g.partner_id AND a.active "
            "JOIN product p ON p.id = g.product_id WHERE p.merged_into_id IS NULL "
            "ORDER BY a.id, p.id, g.unit, g.minimum"
        ),
    ]


_READERS: Final[dict[str, tuple[tuple[str, ...], Reader]]] = {
    "partners": (
        ("code", "name", "role", "contact", "phone", "email", "address", "tax_id", "terms_days",
         "note", "lead_days", "minimum_order", "over_percent", "level", "credit_limit", "tags"),
        _partners),
    "price-levels": (("name", "percent", "active"), _levels),
    "warehouses": (("code", "name", "usage", "partner", "rank"), _warehouses),
    "bins": (("code", "warehouse", "zone", "rank"), _bins),
    "products": (_PRODUCT_FIELDS, _products),
    "units": (
        ("sku", "unit", "holds", "price", "barcode", "bought", "shown", "sold"), _units),
    "parts": (("sku", "part", "quantity"), _parts),
    "supplier-prices": (
        ("sku", "supplier", "code", "price", "minimum", "pack", "lead_days"), _offers),
    "customer-prices": (
        ("sku", "level", "customer", "unit", "minimum", "price", "until"), _prices),
    "opening-stock": (
        ("sku", "quantity", "cost", "amount", "warehouse", "bin", "lot", "serials", "expires",
         "arrived", "supplier_lot", "blocked", "near_price", "pieces"), opened_stock),
}  # fmt: skip
