"""What an import changed of master data that was there: remembered, so that undoing restores it.

Column by column: only what still says what the import wrote is put back; what somebody changed
since stays as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.products import SaveProduct, save_products

KEPT: Final[dict[str, tuple[str, ...]]] = {
    "product": (
        "name", "initials", "kind", "unit", "category_id", "price", "purchase_price", "tax",
        "minimum", "supplier_id", "negative", "estimated", "note", "active",
    ),
    "partner": (
        "name", "initials", "is_supplier", "is_customer", "contact", "phone", "email", "address",
        "tax_number", "terms_days", "note", "active",
    ),
}  # fmt: skip

Rows = dict[int, dict[str, Any]]  # by row id, by column; barcodes are a list under "barcodes"
# by table, by row id as text (it is kept as JSON), by column: what it was, what it is now
Changes = dict[str, dict[str, dict[str, list[Any]]]]


@contextmanager
def remembering(
    books: Books, changes: Changes, table: str, row_ids: Sequence[int]
) -> Iterator[None]:
    """Note what happens to these rows inside the block."""
    before = _stand(books, table, row_ids)
    yield
    noted = changes.setdefault(table, {})
    for row_id, now in _stand(books, table, row_ids).items():
        for column, value in now.items():
            was = before[row_id][column]
            if was != value:
                noted.setdefault(str(row_id), {})[column] = [was, value]


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
    codes = columns.pop("barcodes", None)
    if columns:
        books.update(table, row_id, **columns)
    if table == "product" and (columns or codes is not None):
        sku = books.value("SELECT sku FROM product WHERE id = ?", (row_id,))
        save_products(books, [SaveProduct(sku, barcodes=codes)])  # also into the search index


def _stand(books: Books, table: str, row_ids: Sequence[int]) -> Rows:
    """The rows as they stand."""
    found: Rows = {}
    names = KEPT[table]
    for some in _hundreds(row_ids):
        sql = f"SELECT id, {', '.join(names)} FROM {table} WHERE id IN ({marks(some)})"  # noqa: S608
        for row_id, *values in books.rows(sql, some):
            found[row_id] = dict(zip(names, values, strict=True))
            if table == "product":
                found[row_id]["barcodes"] = []
        if table == "product":
            for row_id, code in books.rows(
                "SELECT product_id, code FROM barcode WHERE unit IS NULL "  # noqa: S608
                f"AND product_id IN ({marks(some)}) ORDER BY product_id, position",
                some,
            ):
                found[row_id]["barcodes"].append(code)
    return found


def _hundreds(row_ids: Sequence[int]) -> Iterable[list[int]]:
    return (list(row_ids[first : first + 500]) for first in range(0, len(row_ids), 500))
