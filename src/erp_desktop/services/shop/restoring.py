"""What an import changed of master data that was there: remembered, so that undoing restores it.

Column by column: only what still says what the import wrote is put back; what somebody changed
since stays as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from erp_desktop.core.money import price, quantity
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.levels import put_back_prices
from erp_desktop.services.catalogue.products import SaveProduct, save_products
from erp_desktop.services.catalogue.supply import Offer, save_offers
from erp_desktop.services.catalogue.units import SaveUnit

KEPT: Final[dict[str, tuple[str, ...]]] = {
    "product": (
        "name", "initials", "kind", "unit", "category_id", "price", "purchase_price", "tax",
        "minimum", "supplier_id", "negative", "estimated", "note", "active", "costing",
        "standard_cost", "track", "shelf_days", "catch_unit", "weight", "volume", "safety",
        "target", "lead_days", "dynamic_minimum", "abc", "stock_unit", "purchase_unit",
        "sale_unit", "parent_id", "is_template", "variant",
    ),
    "partner": (
        "name", "initials", "is_supplier", "is_customer", "contact", "phone", "email", "address",
        "tax_number", "terms_days", "note", "active", "lead_days", "minimum_order",
        "over_percent", "rank", "price_level_id", "credit_limit", "tags",
    ),
}  # fmt: skip
SETTLED: Final = frozenset({"costing", "standard_cost", "track", "unit"})  # once goods moved
_BESIDE: Final = (
    "barcodes",
    "units",
    "parts",
    "offers",
    "prices",
)  # of a product, in tables of their own

Rows = dict[int, dict[str, Any]]  # by row id, by column, or by what stands beside it
# by table, by row id as text (it is kept as JSON), by column: what it was, what it is now
Changes = dict[str, dict[str, dict[str, list[Any]]]]


@contextmanager
def remembering(
    books: Books, changes: Changes, table: str, row_ids: Sequence[int]
) -> Iterator[None]:
    """Note what happens to these rows inside the block; a later block of the same import adds."""
    before = _stand(books, table, row_ids)
    yield
    noted = changes.setdefault(table, {})
    for row_id, now in _stand(books, table, row_ids).items():
        for column, value in now.items():
            was = before[row_id][column]
            if was != value:
                mine = noted.setdefault(str(row_id), {})
                mine[column] = [mine[column][0] if column in mine else was, value]


def restore(books: Books, changes: Changes) -> int:
    """Put back what still stands as the import left it; how many rows were touched."""
    touched = 0
    for table, noted in changes.items():
        stand = _stand(books, table, [int(row_id) for row_id in noted])
        for row_id, now in stand.items():
            columns = {
                column: was
                for column, (was, wrote) in noted[str(row_id)].items()
                if now[column] == wrote
            }
            touched += bool(columns)
            _put_back(books, table, row_id, columns)
    return touched


def _put_back(books: Books, table: str, row_id: int, columns: dict[str, Any]) -> None:
    beside = {name: columns.pop(name) for name in _BESIDE if name in columns}
    if SETTLED & set(columns) and table == "product" and _moved(books, row_id):
        columns = {name: was for name, was in columns.items() if name not in SETTLED}
    if "offers" in beside:
        save_offers(books, row_id, [_offer(*one) for one in beside["offers"]])
    if "prices" in beside:
        put_back_prices(books, row_id, beside.pop("prices"))
    if columns:
        books.update(table, row_id, **columns)
    if table == "product" and (columns or beside):
        sku = books.value("SELECT sku FROM product WHERE id = ?", (row_id,))
        units, parts = beside.get("units"), beside.get("parts")
        save_products(
            books,
            [
                SaveProduct(
                    sku,
                    barcodes=beside.get("barcodes"),
                    units=None if units is None else [_unit(books, *one) for one in units],
                    parts=None if parts is None else [_part(books, *one) for one in parts],
                )
            ],
        )  # fmt: skip  (also into the search index)


def _moved(books: Books, product_id: int) -> bool:
    sql = "SELECT 1 FROM stock_move WHERE product_id = ? LIMIT 1"
    return books.value(sql, (product_id,)) is not None


def _unit(books: Books, unit: str, factor: int, own: int | None, codes: list[str]) -> SaveUnit:
    each = None if own is None else price(own, books.money_places)
    return SaveUnit(unit, quantity(factor), each, codes)


def _part(books: Books, part_id: int, much: int) -> SavePart:
    sku = books.value("SELECT sku FROM product WHERE id = ?", (part_id,))
    return SavePart(str(sku), quantity(much))


def _offer(
    partner_id: int, code: str, own: int | None, minimum: int, pack: int, lead_days: int | None
) -> Offer:
    each = None if own is None else price(own)
    return Offer(partner_id, code, each, quantity(minimum), quantity(pack), lead_days)


def _stand(books: Books, table: str, row_ids: Sequence[int]) -> Rows:
    """The rows as they stand."""
    found: Rows = {}
    names = KEPT[table]
    for some in _hundreds(row_ids):
        sql = f"SELECT id, {', '.join(names)} FROM {table} WHERE id IN ({marks(some)})"  # noqa: S608
        for row_id, *values in books.rows(sql, some):
            found[row_id] = dict(zip(names, values, strict=True))
        if table == "product":
            _stand_beside(books, some, found)
    return found


_CODES = "SELECT product_id, unit, code FROM barcode WHERE product_id IN ({}) ORDER BY position"
_UNITS = (
    "SELECT product_id, unit, factor, price FROM product_unit WHERE product_id IN ({}) "
    "ORDER BY factor, unit"
)
_PARTS = (
    "SELECT product_id, part_id, quantity FROM product_part WHERE product_id IN ({}) "
    "ORDER BY position"
)
_OFFERS = (
    "SELECT product_id, partner_id, code, price, minimum, pack, lead_days FROM product_supplier "
    "WHERE product_id IN ({}) ORDER BY position"
)

_LEVELS = (
    "SELECT product_id, level_id, NULL, unit, minimum, price, NULL FROM level_price "
    "WHERE product_id IN ({}) ORDER BY level_id, unit, minimum"
)
_AGREED = (
    "SELECT product_id, NULL, partner_id, unit, minimum, price, until FROM partner_price "
    "WHERE product_id IN ({}) ORDER BY partner_id, unit, minimum"
)


def _stand_beside(books: Books, some: list[int], found: Rows) -> None:
    """Barcodes, units with theirs, parts and suppliers' offers, as JSON keeps them."""
    codes: dict[tuple[int, str | None], list[str]] = {}
    for product_id, unit, code in _read(books, _CODES, some):
        codes.setdefault((product_id, unit), []).append(code)
    for product_id in set(some) & set(found):
        found[product_id] |= {name: [] for name in _BESIDE}
        found[product_id]["barcodes"] = codes.get((product_id, None), [])
    for product_id, unit, *values in _read(books, _UNITS, some):
        mine = [unit, *values, codes.get((product_id, unit), [])]
        found[product_id]["units"].append(mine)
    for sql, name in ((_PARTS, "parts"), (_OFFERS, "offers"), (_LEVELS, "prices"),
                      (_AGREED, "prices")):  # fmt: skip
        for product_id, *values in _read(books, sql, some):
            found[product_id][name].append(values)


def _read(books: Books, sql: str, some: list[int]) -> list[Any]:
    return books.rows(sql.format(marks(some)), some)


def _hundreds(row_ids: Sequence[int]) -> Iterable[list[int]]:
    return (list(row_ids[first : first + 500]) for first in range(0, len(row_ids), 500))
