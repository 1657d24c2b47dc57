"""Parts: what a kit (套装) is sold from, and what an assembled product is made of.

A kit is one line at one price and never lies on a shelf: selling it moves its parts, on its line.
What is promised of it is promised of its parts, so changing the parts moves the promises along.
"""

from collections.abc import Sequence
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import ONE_QUANTITY, quantity_parts
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.stock.reservations import reserve


class Part(NamedTuple):
    """So much (whole parts) of another product, for one."""

    product_id: int
    quantity: int


def parts_of(books: Books, product_id: int) -> list[Part]:
    """The parts of one, in the order they were written."""
    return [
        Part(*row)
        for row in books.rows(
            "SELECT part_id, quantity FROM product_part WHERE product_id = ? ORDER BY position",
            (product_id,),
        )
    ]


def needed(per: int, quantity: int) -> int:
    """How much of a part `quantity` of the whole takes (whole parts)."""
    return per * quantity // ONE_QUANTITY


def stocked(
    books: Books, product_id: int, kind: str, quantity: int, before: int = 0
) -> list[tuple[int, int]]:
    """What leaves the shelf for a line: the goods themselves, a kit's parts, nothing of a service.

    `before` is what the line gave before: the shares of several deliveries add up exactly.
    Raises NoParts.
    """
    if kind == "goods":
        return [(product_id, quantity)]
    if kind != "kit":
        return []
    parts = parts_of(books, product_id)
    if not parts:
        sku = books.value("SELECT sku FROM product WHERE id = ?", (product_id,))
        raise errors.NoParts(sku)
    shares = [
        (part.product_id, needed(part.quantity, before + quantity) - needed(part.quantity, before))
        for part in parts
    ]
    return [(part_id, share) for part_id, share in shares if share > 0]


def put_parts(books: Books, product_id: int, parts: Sequence[SavePart]) -> None:
    """What one is made of from now on; what is promised follows.

    Raises UnknownProduct, NotPositive, NotStocked (a part must be goods), PartOfItself.
    """
    rows = [_row(books, product_id, part) for part in parts]
    promised = _promised(books, product_id)
    _promise(books, product_id, promised, -1)
    books.run("DELETE FROM product_part WHERE product_id = ?", (product_id,))
    books.many(
        "INSERT INTO product_part (product_id, position, part_id, quantity) VALUES (?, ?, ?, ?)",
        [(product_id, at, part.product_id, part.quantity) for at, part in enumerate(rows, start=1)],
    )
    _promise(books, product_id, promised, 1)


def _row(books: Books, product_id: int, part: SavePart) -> Part:
    found = books.row("SELECT id, kind FROM product WHERE sku = ?", (part.sku,))
    if found is None:
        raise errors.UnknownProduct(part.sku)
    if found[1] != "goods":
        raise errors.NotStocked(part.sku)
    if _contains(books, found[0], product_id):
        raise errors.PartOfItself(part.sku)
    whole = quantity_parts(part.quantity)
    if whole <= 0:
        raise errors.NotPositive("quantity", part.quantity)
    return Part(found[0], whole)


def _contains(books: Books, product_id: int, wanted: int) -> bool:
    """Is one product another, or made of it, at any depth?"""
    seen, fresh = set[int](), {product_id}
    while fresh:
        if wanted in fresh:
            return True
        seen |= fresh
        fresh = {part.product_id for one in fresh for part in parts_of(books, one)} - seen
    return False


def _promised(books: Books, product_id: int) -> list[tuple[int, int]]:
    """What confirmed sales orders still wait for of a kit: the place and how much of it."""
    return [
        (row[0], int(row[1]))
        for row in books.rows(
            "SELECT o.place_id, l.quantity - COALESCE((SELECT SUM(a.quantity) "
            "FROM document_line a JOIN document i ON i.id = a.document_id "
            "WHERE a.answers_id = l.id AND i.kind = 'goods_issue' AND i.state = 'posted'), 0) "
            "FROM document_line l JOIN document o ON o.id = l.document_id "
            "JOIN product p ON p.id = l.product_id AND p.kind = 'kit' "
            "WHERE l.product_id = ? AND o.kind = 'sales_order' AND o.state = 'confirmed'",
            (product_id,),
        )
    ]


def _promise(books: Books, kit_id: int, waiting: Sequence[tuple[int, int]], sign: int) -> None:
    parts = parts_of(books, kit_id)
    for place_id, much in waiting:
        wanted = [(part.product_id, sign * needed(part.quantity, much)) for part in parts]
        reserve(books, place_id, wanted)
