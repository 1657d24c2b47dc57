"""What the till's big keys show: categories that have something to sell, and their products."""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core.money import price, quantity
from erp_desktop.models.books import Books


class Group(NamedTuple):
    """A category; None is all of them."""

    id: int | None
    name: str


class BoardWare(NamedTuple):
    """A product on a key."""

    id: int
    name: str
    price: Decimal
    on_hand: Decimal
    goods: bool
    category_id: int | None
    pictured: bool


def groups(books: Books) -> list[Group]:
    """All, and the categories with products on sale, by name."""
    rows = books.rows(
        "SELECT c.id, c.name FROM category c WHERE EXISTS (SELECT 1 FROM product p "
        "WHERE p.category_id = c.id AND p.active AND NOT p.is_template) ORDER BY c.name, c.id"
    )
    return [Group(None, ""), *(Group(*row) for row in rows)]


def wares(
    books: Books, place_id: int, category_id: int | None, limit: int, first: int = 0
) -> list[BoardWare]:
    """The products of a category (None: all), by name."""
    where = "p.active AND NOT p.is_template"
    params: list[object] = [place_id]
    if category_id is not None:
        where += " AND p.category_id = ?"
        params.append(category_id)
    rows = books.rows(
        "SELECT p.id, p.name, p.price, COALESCE(b.on_hand, 0), p.kind, p.category_id, "  # noqa: S608
        "EXISTS (SELECT 1 FROM picture i WHERE i.of = 'product:' || p.id) FROM product p "
        "LEFT JOIN stock_balance b ON b.product_id = p.id AND b.location_id = ? "
        f"WHERE {where} ORDER BY p.name, p.id LIMIT ? OFFSET ?",
        (*params, limit, first),
    )
    return [
        BoardWare(row[0], row[1], price(row[2], books.money_places), quantity(row[3]),
                  row[4] == "goods", row[5], bool(row[6]))
        for row in rows
    ]  # fmt: skip
