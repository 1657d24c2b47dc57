"""Products: keeping them, and finding one by id or SKU (by a scanned code: `scanning`)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.barcode import whole_code
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue import search
from erp_desktop.services.catalogue.columns import SaveProduct, columns_of
from erp_desktop.services.catalogue.parts import put_parts
from erp_desktop.services.catalogue.units import chosen_unit, put_codes, put_units, units_of
from erp_desktop.services.catalogue.variants import shared_columns, spread_to_variants
from erp_desktop.services.paper import Rule

__all__ = ["SaveProduct"]  # said in `columns`, imported from here


class Product(NamedTuple):
    """What posting needs to know of a product (whole parts)."""

    id: int
    sku: str
    name: str
    kind: str
    unit: str
    price: int
    purchase_price: int | None
    tax: int
    negative: str
    is_template: bool = False
    catch_unit: str | None = None
    costing: str = "average"
    standard_cost: int | None = None
    track: str = "none"
    changed_at: int | None = None

    @property
    def is_goods(self) -> bool:
        return self.kind == "goods" and not self.is_template

    @property
    def rule(self) -> Rule:
        """What posting must know of it."""
        return Rule(self.sku, self.negative, self.costing, self.standard_cost or 0, self.track,
                    self.changed_at or 0, bool(self.catch_unit))  # fmt: skip


PRODUCT_ROWS = (
    "SELECT id, sku, name, kind, unit, price, purchase_price, tax, negative, is_template, "
    "catch_unit, costing, standard_cost, track, "
    "(SELECT MAX(c.happened_at) FROM costing_change c JOIN document d ON d.id = c.document_id "
    "AND d.state <> 'reversed' WHERE c.product_id = product.id) FROM product "
)


def product(books: Books, product_id: int) -> Product:
    """One product by id. Raises UnknownProduct."""
    row = books.row(PRODUCT_ROWS + "WHERE id = ?", (product_id,))
    if row is None:
        raise errors.UnknownProduct(product_id)
    return Product(*row)


def products(books: Books, product_ids: Sequence[int]) -> dict[int, Product]:
    """Several products by id. Raises UnknownProduct for the first that is missing."""
    wanted = list(dict.fromkeys(product_ids))
    rows = books.among(PRODUCT_ROWS + "WHERE id IN ({})", wanted)
    found = {row[0]: Product(*row) for row in rows}
    for product_id in wanted:
        if product_id not in found:
            raise errors.UnknownProduct(product_id)
    return found


def by_sku(books: Books, sku: str) -> Product:
    """One product by its SKU. Raises UnknownProduct."""
    row = books.row(PRODUCT_ROWS + "WHERE sku = ?", (sku,))
    if row is None:
        raise errors.UnknownProduct(sku)
    return Product(*row)


def save_product(books: Books, command: SaveProduct) -> int:
    """Make a product, or change the one with this SKU; its id.

    Raises Missing, CostingFixed, BarcodeTaken, DamagedCode, ChangedMeanwhile, InUse
    (a kind that documents rest on), and what `put_units` and `put_parts` refuse.
    """
    product_id = _save(books, command)
    search.index_products(books, [product_id])
    return product_id


def save_products(
    books: Books, commands: Iterable[SaveProduct],
    refused: Callable[[SaveProduct, errors.RuleBroken], None] | None = None,
) -> list[int]:  # fmt: skip
    """Save many products; the search index is refreshed once, for all of them.

    Raises what `save_product` does, unless `refused` wants to hear of every one that is refused
    (the caller then takes everything back).
    """
    product_ids = []
    for command in commands:
        try:
            product_ids.append(_save(books, command))
        except errors.RuleBroken as refusal:
            if refused is None:
                raise
            refused(command, refusal)
    search.index_products(books, product_ids)
    return product_ids


def _save(books: Books, command: SaveProduct) -> int:
    sku = whole_code(command.sku)
    if not sku:
        raise errors.Missing("sku")
    columns = _columns(books, command)
    row = books.row("SELECT id, version, kind, is_template FROM product WHERE sku = ?", (sku,))
    if row is None:
        columns.setdefault("name", sku)
        columns.setdefault("tax", int(books.setting("tax", "0")))
        columns.setdefault("unit", "件" if books.setting("language").startswith("zh") else "pcs")
        product_id = books.insert("product", sku=sku, batch_id=command.batch_id, **columns)
    else:
        product_id, version = int(row[0]), int(row[1])
        if command.version is not None and command.version != version:
            raise errors.ChangedMeanwhile(sku)
        if columns.get("kind", row[2]) != row[2]:
            _may_change(books, product_id, sku, "kind")
        _keep_costing(books, product_id, sku, columns)
        was = shared_columns(books, product_id) if row[3] else {}
        books.update("product", product_id, version=version + 1, **columns)
        if was:
            spread_to_variants(books, product_id, was)
    _put_rest(books, product_id, command)
    return product_id


def _keep_costing(books: Books, product_id: int, sku: str, columns: dict[str, Any]) -> None:
    """Goods that moved are costed otherwise by a posted change only (`stock.recosting`)."""
    asked = {name: columns[name] for name in ("costing", "standard_cost") if name in columns}
    if not asked:
        return
    known = product(books, product_id)
    now = {"costing": known.costing, "standard_cost": known.standard_cost}
    if all(now[name] == value for name, value in asked.items()):
        return
    if books.value("SELECT 1 FROM stock_move WHERE product_id = ? LIMIT 1", (product_id,)):
        raise errors.CostingFixed(sku)


def _put_rest(books: Books, product_id: int, command: SaveProduct) -> None:
    """What stands in tables of its own."""
    if command.units is not None:
        put_units(books, product_id, command.units)
    if command.barcodes is not None:
        put_codes(books, product_id, command.barcodes)
    if command.parts is not None:
        put_parts(books, product_id, command.parts)
    _check_units(books, product_id)


def _check_units(books: Books, product_id: int) -> None:
    """A unit to buy, keep or sell in must be one of the product's. Raises NotAmong, UnitTwice."""
    own, *chosen = books.row(
        "SELECT unit, stock_unit, purchase_unit, sale_unit FROM product WHERE id = ?",
        (product_id,),
    ) or ("",)
    wanted = {unit for unit in chosen if unit}
    known = units_of(books, [product_id])[product_id] if wanted else {}
    for unit in sorted(wanted):
        chosen_unit(known, own, unit)


def _may_change(books: Books, product_id: int, sku: str, field: str) -> None:
    """Raises InUse where a posted document rests on what the product is."""
    number = books.value(
        "SELECT d.number FROM document_line l JOIN document d ON d.id = l.document_id "
        "WHERE l.product_id = ? AND d.number IS NOT NULL ORDER BY l.id LIMIT 1",
        (product_id,),
    )
    if number is not None:
        raise errors.InUse(sku, field, number)


def _columns(books: Books, command: SaveProduct) -> dict[str, Any]:
    """The columns a command sets, with the ids of what it names."""
    columns = columns_of(command)
    if command.category is not None:
        columns["category_id"] = category(books, command.category) if command.category else None
    if command.supplier_id is not None:
        columns["supplier_id"] = command.supplier_id or None
    return columns


def link_barcode(books: Books, code: str, product_id: int) -> None:
    """Give a product one more barcode (an unknown code was scanned). Raises BarcodeTaken."""
    known = [
        row[0]
        for row in books.rows(
            "SELECT code FROM barcode WHERE product_id = ? AND unit IS NULL ORDER BY position",
            (product_id,),
        )
    ]
    put_codes(books, product_id, [*known, code])
    search.index_products(books, [product_id])


def category(books: Books, name: str) -> int:
    """The id of a category, made when it is new."""
    found = books.value("SELECT id FROM category WHERE name = ?", (name.strip(),))
    return int(found) if found else books.insert("category", name=name.strip())
