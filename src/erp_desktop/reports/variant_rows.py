"""The variants of a template laid out as a grid: the last axis across, the others down."""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import price, quantity
from erp_desktop.models.books import Books, Row
from erp_desktop.services.catalogue.availability import stock_of
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.catalogue.variants import BETWEEN, Axis, axes_of


class VariantCell(NamedTuple):
    """One variant: what there is of it, and what it is sold for."""

    product_id: int
    sku: str
    on_hand: Decimal
    available: Decimal
    price: Decimal
    active: bool


class Matrix(NamedTuple):
    """A template's variants; `cells` by (row, column), which may miss some."""

    template_id: int
    sku: str
    name: str
    unit: str
    axes: tuple[Axis, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[int, int], VariantCell]


def matrix(books: Books, template_id: int, place_id: int = 0) -> Matrix:
    """Raises UnknownProduct; a product without variants has no cells."""
    head = books.row("SELECT sku, name, unit FROM product WHERE id = ?", (template_id,))
    if head is None:
        raise errors.UnknownProduct(template_id)
    axes = axes_of(books, template_id)
    columns = axes[-1].choices if axes else ()
    found: dict[str, dict[str, VariantCell]] = {}
    for variant, *cell in _variants(books, template_id, place_id):
        row, _, column = variant.rpartition(BETWEEN)
        found.setdefault(row, {})[column] = _cell(books, cell)
    rows = _in_order(axes, list(found))
    cells = {
        (down, columns.index(column)): cell
        for down, row in enumerate(rows)
        for column, cell in found[row].items()
        if column in columns
    }
    sku, name, unit = head
    return Matrix(template_id, sku, name, unit, tuple(axes), tuple(rows), columns, cells)


def _variants(books: Books, template_id: int, place_id: int) -> list[Row]:
    on_hand, available = stock_of("on_hand", "p", place_id), stock_of("available", "p", place_id)
    return books.rows(
        f"SELECT p.variant, p.id, p.sku, {on_hand}, {available}, p.price, p.active "  # noqa: S608
        "FROM product p WHERE p.parent_id = ? ORDER BY p.id",
        (template_id,),
    )


def _cell(books: Books, row: list[object]) -> VariantCell:
    product_id, sku, on_hand, available, each, active = row
    return VariantCell(
        int(str(product_id)), str(sku), quantity(int(str(on_hand))), quantity(int(str(available))),
        price(int(str(each)), books.money_places), bool(active),
    )  # fmt: skip


def _in_order(axes: list[Axis], rows: list[str]) -> list[str]:
    """The rows in the order of the axes' values."""
    places = [{choice: at for at, choice in enumerate(axis.choices)} for axis in axes[:-1]]
    return sorted(
        rows,
        key=lambda row: [
            place.get(value, len(place))
            for place, value in zip(places, row.split(BETWEEN), strict=False)
        ],
    )


def is_template(books: Books, product_id: int) -> bool:
    """Whether a product only stands for its variants."""
    return bool(books.value("SELECT is_template FROM product WHERE id = ?", (product_id,)))


def templates_called(books: Books, text: str, limit: int = 5) -> list[tuple[int, str, str]]:
    """Products in variants that match: (id, name, SKU)."""
    found = find_products(books, text, limit)
    return [(hit.id, hit.name, hit.sku) for hit in found if hit.is_template]
