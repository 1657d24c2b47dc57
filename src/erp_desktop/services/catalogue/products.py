"""Products: keeping them, and finding one by id or SKU (by a scanned code: `scanning`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.barcode import whole_code
from erp_desktop.core.money import ZERO, parts, price_parts, quantity_parts
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue import search

COSTING_READY = frozenset({"average"})
COSTING = frozenset({"average", "fifo", "specific", "standard"})
NEGATIVE = frozenset({"block", "warn", "allow"})


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

    @property
    def is_goods(self) -> bool:
        return self.kind == "goods"


@dataclass(frozen=True, slots=True)
class SaveProduct:
    """A product to be made or changed. None leaves what is there (or the default) alone.

    An empty category and the supplier 0 mean: none from now on.
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
    negative: str | None = None
    supplier_id: int | None = None
    barcodes: Sequence[str] | None = None
    note: str | None = None
    active: bool | None = None
    estimated: bool | None = None
    batch_id: int | None = None
    version: int | None = None  # the version that was shown: refuses to overwrite a newer one


_PRODUCT = "SELECT id, sku, name, kind, unit, price, purchase_price, tax, negative FROM product "


def product(books: Books, product_id: int) -> Product:
    """One product by id. Raises UnknownProduct."""
    row = books.row(_PRODUCT + "WHERE id = ?", (product_id,))
    if row is None:
        raise errors.UnknownProduct(product_id)
    return Product(*row)


def products(books: Books, product_ids: Sequence[int]) -> dict[int, Product]:
    """Several products by id. Raises UnknownProduct for the first that is missing."""
    wanted = list(dict.fromkeys(product_ids))
    if not wanted:
        return {}
    sql = f"{_PRODUCT}WHERE id IN ({marks(wanted)})"
    found = {row[0]: Product(*row) for row in books.rows(sql, wanted)}
    for product_id in wanted:
        if product_id not in found:
            raise errors.UnknownProduct(product_id)
    return found


def by_sku(books: Books, sku: str) -> Product:
    """One product by its SKU. Raises UnknownProduct."""
    row = books.row(_PRODUCT + "WHERE sku = ?", (sku,))
    if row is None:
        raise errors.UnknownProduct(sku)
    return Product(*row)


def save_product(books: Books, command: SaveProduct) -> int:
    """Make a product, or change the one with this SKU; its id.

    Raises Missing, NotYetAvailable (costing), BarcodeTaken, DamagedCode, ChangedMeanwhile.
    """
    product_id = _save(books, command)
    search.index_products(books, [product_id])
    return product_id


def save_products(books: Books, commands: Iterable[SaveProduct]) -> list[int]:
    """Save many products; the search index is refreshed once, for all of them."""
    product_ids = [_save(books, command) for command in commands]
    search.index_products(books, product_ids)
    return product_ids


def _save(books: Books, command: SaveProduct) -> int:
    sku = whole_code(command.sku)
    if not sku:
        raise errors.Missing("sku")
    columns = _columns(books, command)
    row = books.row("SELECT id, version FROM product WHERE sku = ?", (sku,))
    if row is None:
        columns.setdefault("name", sku)
        columns.setdefault("tax", int(books.setting("tax", "0")))
        columns.setdefault("unit", "件" if books.setting("language").startswith("zh") else "pcs")
        product_id = books.insert("product", sku=sku, batch_id=command.batch_id, **columns)
    else:
        product_id, version = int(row[0]), int(row[1])
        if command.version is not None and command.version != version:
            raise errors.ChangedMeanwhile(sku)
        books.update("product", product_id, version=version + 1, **columns)
    if command.barcodes is not None:
        _put_barcodes(books, product_id, command.barcodes)
    return product_id


def _columns(books: Books, command: SaveProduct) -> dict[str, Any]:
    """The columns a command sets."""
    columns: dict[str, Any] = {
        "kind": _one_of(command.kind, frozenset({"goods", "service"}), "kind"),
        "unit": command.unit,
        "costing": _costing(command.costing),
        "negative": _one_of(command.negative, NEGATIVE, "negative"),
        "note": command.note,
        "active": command.active,
        "estimated": command.estimated,
        "price": _at_least_zero(command.price, "price", price_parts),
        "purchase_price": _at_least_zero(command.purchase_price, "purchase_price", price_parts),
        "minimum": _at_least_zero(command.minimum, "minimum", quantity_parts),
        "tax": _at_least_zero(command.tax, "tax", lambda rate: parts(rate, 6)),
    }
    if command.name is not None:
        columns["name"] = command.name.strip() or command.sku
        columns["initials"] = search.initials(columns["name"])
    set_now = {name: value for name, value in columns.items() if value is not None}
    if command.category is not None:
        set_now["category_id"] = category(books, command.category) if command.category else None
    if command.supplier_id is not None:
        set_now["supplier_id"] = command.supplier_id or None
    return set_now


def _at_least_zero(value: Decimal | None, name: str, scale: Any) -> int | None:
    if value is not None and value < ZERO:
        raise errors.NotPositive(name, value)
    return None if value is None else int(scale(value))


def _one_of(value: str | None, allowed: frozenset[str], name: str) -> str | None:
    if value is not None and value not in allowed:
        raise errors.NotAmong(name, value, " | ".join(sorted(allowed)))
    return value


def _costing(method: str | None) -> str | None:
    _one_of(method, COSTING, "costing")
    if method is not None and method not in COSTING_READY:
        raise errors.NotYetAvailable(f"costing {method}")
    return method


def _put_barcodes(books: Books, product_id: int, codes: Sequence[str]) -> None:
    """The product's own barcodes, in order; a code belongs to one product only."""
    wanted = list(dict.fromkeys(code for code in map(whole_code, codes) if code))
    books.run("DELETE FROM barcode WHERE product_id = ? AND unit IS NULL", (product_id,))
    for position, code in enumerate(wanted):
        taken = books.row(
            "SELECT p.sku FROM barcode b JOIN product p ON p.id = b.product_id WHERE b.code = ?",
            (code,),
        )
        if taken is not None:
            raise errors.BarcodeTaken(code, taken[0])
        books.run(
            "INSERT INTO barcode (code, product_id, position) VALUES (?, ?, ?)",
            (code, product_id, position),
        )


def link_barcode(books: Books, code: str, product_id: int) -> None:
    """Give a product one more barcode (an unknown code was scanned). Raises BarcodeTaken."""
    known = [
        row[0]
        for row in books.rows(
            "SELECT code FROM barcode WHERE product_id = ? AND unit IS NULL ORDER BY position",
            (product_id,),
        )
    ]
    _put_barcodes(books, product_id, [*known, code])
    search.index_products(books, [product_id])


def category(books: Books, name: str) -> int:
    """The id of a category, made when it is new."""
    found = books.value("SELECT id FROM category WHERE name = ?", (name.strip(),))
    return int(found) if found else books.insert("category", name=name.strip())
