"""Changing many products at once: cells of the list, typed or pasted, in one step.

A change names what stood there when it was planned, so that nothing is overwritten that somebody
else changed meanwhile; turned around, the same changes take the step back. `FIELDS` are the cells
that may be changed this way: what posted documents rest on (the unit, the way of costing) has a
form of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import errors, money
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.products import SaveProduct, save_products

FIELDS: Final = ("name", "category", "price", "purchase_price", "minimum", "tax")
Value = str | Decimal | None


@dataclass(frozen=True, slots=True)
class ProductChange:
    """One cell: what stands there, and what shall."""

    product_id: int
    field: str
    before: Value
    after: Value

    def back(self) -> "ProductChange":
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


class ProductCells(NamedTuple):
    """The cells of a product that may be changed in the list."""

    id: int
    sku: str
    name: str
    category: str
    price: Decimal
    purchase_price: Decimal | None
    minimum: Decimal
    tax: Decimal

    def value(self, field: str) -> Value:
        found: Value = getattr(self, field)
        return found


_CELLS: Final = (
    "SELECT p.id, p.sku, p.name, COALESCE(c.name, ''), p.price, p.purchase_price, p.minimum, p.tax "
    "FROM product p LEFT JOIN category c ON c.id = p.category_id WHERE "
)


def product_cells(books: Books, product_ids: Sequence[int]) -> dict[int, ProductCells]:
    """What stands in the cells of some products, by id."""
    return {one.id: one for one in _read(books, "p.id", product_ids)}


def cells_by_sku(books: Books, skus: Sequence[str]) -> dict[str, ProductCells]:
    """The same, by SKU; an unknown one is not among them."""
    return {one.sku: one for one in _read(books, "p.sku", skus)}


def categories(books: Books) -> list[str]:
    """The names of all categories."""
    return [row[0] for row in books.rows("SELECT name FROM category ORDER BY name")]


def change_products(books: Books, changes: Sequence[ProductChange]) -> int:
    """Make the changes, all or none; how many products they touched.

    Raises ChangedMeanwhile where another value stands than the one that was seen, and what
    `save_products` raises.
    """
    found = product_cells(books, list({change.product_id for change in changes}))
    commands: dict[int, SaveProduct] = {}
    for change in changes:
        cells = found.get(change.product_id)
        if cells is None:
            raise errors.UnknownProduct(change.product_id)
        if cells.value(change.field) != change.before:
            raise errors.ChangedMeanwhile(cells.sku)
        facts: dict[str, Any] = {change.field: change.after}
        command = commands.get(cells.id, SaveProduct(cells.sku))
        commands[cells.id] = replace(command, **facts)
    save_products(books, list(commands.values()))
    _empty(books, changes)
    return len(commands)


def _empty(books: Books, changes: Sequence[ProductChange]) -> None:
    """None means *leave it alone* to a command; a buying price may be taken away again."""
    for change in changes:
        if change.field == "purchase_price" and change.after is None:
            books.update("product", change.product_id, purchase_price=None)


def _read(books: Books, column: str, wanted: Sequence[Any]) -> list[ProductCells]:
    found: list[ProductCells] = []
    for first in range(0, len(wanted), 500):
        some = list(wanted[first : first + 500])
        rows = books.rows(f"{_CELLS}{column} IN ({marks(some)})", some)
        found += (_cells(row, books.money_places) for row in rows)
    return found


def _cells(row: Sequence[Any], places: int) -> ProductCells:
    product_id, sku, name, category, price, bought, minimum, tax = row
    return ProductCells(
        product_id,
        sku,
        name,
        category,
        money.price(price, places),
        None if bought is None else money.price(bought, places),
        money.quantity(minimum),
        money.quantity(tax),
    )
