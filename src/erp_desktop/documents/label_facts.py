"""What a label of the shop's own says beyond name and price: lot, expiry, shelf, supplier, picture.

Only what the design asks for is read. A label is printed when goods come in: it says the lot that
came last, and of goods with serial numbers each label says another one.
"""

from collections.abc import Sequence
from dataclasses import replace

from erp_desktop.core import clock
from erp_desktop.core.label_design import Design, Part, Source
from erp_desktop.documents.figures import day
from erp_desktop.documents.label import Label
from erp_desktop.models.books import Books
from erp_desktop.services.shop.pictures import picture

SHOP = "shop"  # whose picture is the shop's mark


def facts_added(
    books: Books, product_ids: Sequence[int], labels: Sequence[Label], design: Design, language: str
) -> list[Label]:
    """The labels of these products, in the same order, with what the design shows of them."""
    asked = {one.source for one in design.elements if one.part is not Part.PICTURE}
    shown = any(
        one.part is Part.PICTURE and one.source is not Source.SHOP for one in design.elements
    )
    made: list[Label] = []
    for product_id, label in zip(product_ids, labels, strict=True):
        said = label
        if Source.SHELF in asked:
            said = replace(said, shelf=_shelf(books, product_id))
        if Source.SUPPLIER in asked:
            said = replace(said, supplier=_supplier(books, product_id))
        if shown:
            said = replace(said, picture=picture(books, f"product:{product_id}"))
        made += _by_lot(books, product_id, said, language) if asked & _OF_LOTS else [said]
    return made


_OF_LOTS = frozenset({Source.LOT, Source.EXPIRES})


def _by_lot(books: Books, product_id: int, label: Label, language: str) -> list[Label]:
    """The label with the lot that came last, or one label for each of the last serial numbers."""
    rows = books.rows(
        "SELECT l.code, l.expires_on, l.is_serial FROM lot l WHERE l.product_id = ? AND EXISTS "
        "(SELECT 1 FROM stock_detail d WHERE d.lot_id = l.id AND d.on_hand > 0) "
        "ORDER BY l.arrived_at DESC, l.id DESC LIMIT ?",
        (product_id, max(label.copies, 1)),
    )
    if not rows:
        return [label]
    said = [
        replace(label, lot=code, copies=1,
                expires=day(clock.day_date(expires), language) if expires else "")
        for code, expires, _ in rows
    ]  # fmt: skip
    if not rows[0][2]:
        return [replace(said[0], copies=label.copies)]
    rest = label.copies - len(said)
    return [*reversed(said), *([replace(label, copies=rest)] if rest > 0 else [])]


def _shelf(books: Books, product_id: int) -> str:
    """Where it lies, in the order of walking."""
    rows = books.rows(
        "SELECT DISTINCT b.code, b.rank FROM stock_detail d JOIN bin b ON b.id = d.bin_id "
        "WHERE d.product_id = ? AND d.on_hand > 0 ORDER BY b.rank, b.code",
        (product_id,),
    )
    return ", ".join(row[0] for row in rows[:2])


def _supplier(books: Books, product_id: int) -> str:
    found = books.value(
        "SELECT s.name FROM product p JOIN partner s ON s.id = p.supplier_id WHERE p.id = ?",
        (product_id,),
    )
    return str(found or "")
