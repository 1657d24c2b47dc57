"""What a count asks of the books: what is to be counted, and what stood there at a moment."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core.money import money, quantity, unit_cost
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.packing import Packing, packings
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.stock.places import warehouses


class Countable(NamedTuple):
    """A product on a count: what the books believe, and what one is worth for the difference."""

    id: int
    sku: str
    name: str
    unit: str
    category: str
    book: Decimal
    cost: Decimal


_COUNTABLE = """
SELECT p.id, p.sku, p.name, p.unit, COALESCE(c.name, ''), COALESCE(b.on_hand, 0),
       COALESCE(b.value, 0), COALESCE(b.cost_value, 0), COALESCE(b.cost_quantity, 0)
FROM product p LEFT JOIN stock_balance b ON b.product_id = p.id AND b.location_id = ?
LEFT JOIN category c ON c.id = p.category_id
"""


def countable(books: Books, product_id: int, place_id: int) -> Countable | None:
    """One product, also one that never lay here; None for a service."""
    row = books.row(
        _COUNTABLE + "WHERE p.id = ? AND p.kind = 'goods' AND NOT p.is_template",
        (place_id, product_id),
    )
    return None if row is None else _countable(row)


def _countable(row: Sequence[int | str]) -> Countable:
    ident, sku, name, unit, category, held, value, cost_value, cost_held = row
    worth, of = (value, held) if int(held) > 0 else (cost_value, cost_held)
    cost = unit_cost(int(worth), int(of))
    return Countable(
        int(ident), str(sku), str(name), str(unit), str(category), quantity(int(held)), cost
    )


class FoundLine(NamedTuple):
    """What a line of a posted count found, as it stands now: a later fact may have changed it."""

    difference: Decimal
    worth: Decimal
    more_pieces: Decimal = Decimal(0)  # of goods whose pieces are kept beside the weight


def found_lines(books: Books, document_id: int) -> dict[int, FoundLine]:
    """By line of a posted count: how much more (or less) there was, and what it is worth."""
    moved = {
        row[0]: (int(row[1]), int(row[2]), int(row[3]))
        for row in books.rows(
            "SELECT m.line_id, SUM(CASE WHEN t.kind = 'storage' THEN m.quantity ELSE -m.quantity "
            "END), SUM(CASE WHEN t.kind = 'storage' THEN 1 ELSE -1 END * COALESCE((SELECT "
            "SUM(e.amount) FROM stock_value_entry e WHERE e.move_id = m.id AND e.kind = 'cost'), "
            "0)), COALESCE(SUM(CASE WHEN t.kind = 'storage' THEN m.pieces ELSE -m.pieces END), 0) "
            "FROM stock_move m JOIN location t ON t.id = m.target_id WHERE m.document_id = ? "
            "GROUP BY m.line_id",
            (document_id,),
        )
    }
    return {
        line_id: FoundLine(quantity(more), money(worth, books.money_places), quantity(pieces))
        for line_id, (more, worth, pieces) in moved.items()
    }


def catch_units(books: Books, product_ids: Sequence[int | None]) -> dict[int, str]:
    """What the pieces of these products are called, where they are kept beside the weight."""
    rows = books.among(
        "SELECT id, catch_unit FROM product WHERE catch_unit <> '' AND id IN ({})",
        sorted({one for one in product_ids if one}),
    )
    return {row[0]: row[1] for row in rows}


class ScannedPieces(NamedTuple):
    """What a scan counts: a product, and how many of it."""

    product_id: int
    pieces: Decimal
    lot: str = ""
    caught: Decimal | None = None  # how many pieces the weight is, of goods kept in both


def scanned_pieces(books: Books, code: str) -> ScannedPieces | None:
    """What a code stands for; None when nobody knows it. Raises DamagedCode."""
    found = by_code(books, code)
    if found is None:
        return None
    caught = (found.pieces or Decimal(1)) if found.product.catch_unit else None
    return ScannedPieces(
        found.product.id, quantity(found.quantity), found.lot or found.serial, caught
    )


class StockTerms(NamedTuple):
    """What the stock pages must know of the shop."""

    warehouses: tuple[tuple[int, str, str], ...]  # id, code, name
    categories: tuple[tuple[int, str], ...]


def stock_terms(books: Books) -> StockTerms:
    """The shop's warehouses and categories."""
    categories = books.rows("SELECT id, name FROM category ORDER BY name")
    return StockTerms(
        tuple((place.id, place.code, place.name) for place in warehouses(books)),
        tuple((row[0], row[1]) for row in categories),
    )


class Held(NamedTuple):
    """A product as a line of a stock document takes it: what is in each of the two warehouses."""

    id: int
    sku: str
    name: str
    unit: str
    here: Decimal
    there: Decimal
    cost: Decimal
    catch_unit: str = ""  # what its pieces are called, where they are kept beside the weight
    packing: Packing = Packing()


def held(books: Books, product_id: int, here: int, there: int = 0) -> Held | None:
    """A product for a new line; None for a service."""
    found = countable(books, product_id, here)
    if found is None:
        return None
    other = books.value(
        "SELECT on_hand FROM stock_balance WHERE product_id = ? AND location_id = ?",
        (product_id, there),
    )
    catch = books.value("SELECT catch_unit FROM product WHERE id = ?", (product_id,))
    return Held(
        found.id,
        found.sku,
        found.name,
        found.unit,
        found.book,
        quantity(other or 0),
        found.cost,
        str(catch or ""),
        packings(books, [product_id]).get(product_id, Packing()),
    )
