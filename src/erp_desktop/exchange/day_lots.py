"""Verbs of a day file for promises and lots: who gets which stock, what may not be sold."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from erp_desktop.core import errors
from erp_desktop.core.money import quantity, quantity_parts
from erp_desktop.core.states import Kind, State
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import Deed, Verb, named_goods, paper, place_id
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import Product, by_sku
from erp_desktop.services.ordering import outstanding
from erp_desktop.services.records import record, require
from erp_desktop.services.sales.allocating import (
    Allocate,
    AllocateLine,
    HandShare,
    allocate,
    allocate_line,
)
from erp_desktop.services.stock.lots import ChangeLot, change_lot


def allocation(books: Books, fields: Fields) -> Deed:
    """With `of` one order gets what its lines say; without it all orders stand in line by rule."""
    if not fields.has("of"):
        skus = fields.texts("sku")
        command = Allocate(
            fields.maybe("rule"), [by_sku(books, sku).id for sku in skus],
            remember=fields.flag("remember") or False, lots=fields.flag("lots"),
        )  # fmt: skip
        return partial(_quietly, partial(allocate, books, command))
    head = paper(books, fields)
    require(head, [Kind.SALES_ORDER], [State.CONFIRMED])
    commands = _by_line(books, fields, head.id)
    return partial(_each, books, commands)


def _by_line(books: Books, fields: Fields, order_id: int) -> list[AllocateLine]:
    """What is said of a product goes to the order's lines of it, the first line first."""
    order = record(books, order_id)
    left, shares = outstanding(books, order), dict[int, list[HandShare]]()
    for line in named_goods(books, fields):
        place = place_id(books, line.fields) or order.header.place_id or 0
        code = line.lot()[0]
        lot_id = _lot(books, line.product, code) if code else None
        rest = quantity_parts(line.quantity())
        rows = [row for row in order.lines if row.product_id == line.product.id]
        if not rows:
            raise errors.UnknownProduct(line.product.sku)
        for row in rows:
            part = rest if row is rows[-1] else min(rest, left[row.id])
            if part:
                share = HandShare(place, quantity(part), lot_id)
                shares.setdefault(row.id, []).append(share)
                left[row.id] -= part
                rest -= part
    return [AllocateLine(line_id, its) for line_id, its in shares.items()]


def _each(books: Books, commands: list[AllocateLine]) -> None:
    for command in commands:
        allocate_line(books, command)


def _quietly(deed: Callable[[], object]) -> None:
    deed()


def block_lot(books: Books, fields: Fields) -> Deed:
    """A lot may not be sold any more, and why."""
    reason = fields.need("reason")
    return partial(change_lot, books, ChangeLot(_named(books, fields), blocked=reason))


def unblock_lot(books: Books, fields: Fields) -> Deed:
    """A lot may be sold again."""
    return partial(change_lot, books, ChangeLot(_named(books, fields), blocked=""))


def reprice_lot(books: Books, fields: Fields) -> Deed:
    """What a piece of a lot costs near its last day; without a price the usual one again."""
    price = fields.number("price") or Decimal(0)
    return partial(change_lot, books, ChangeLot(_named(books, fields), price=price))


def _named(books: Books, fields: Fields) -> int:
    return _lot(books, by_sku(books, fields.need("sku")), fields.need("lot"))


def _lot(books: Books, product: Product, code: str) -> int:
    """Raises UnknownLot."""
    found = books.value("SELECT id FROM lot WHERE product_id = ? AND code = ?", (product.id, code))
    if found is None:
        raise errors.UnknownLot(product.sku, code)
    return int(found)


VERBS: dict[str, Verb] = {
    "allocate": allocation,
    "block_lot": block_lot,
    "unblock_lot": unblock_lot,
    "reprice_lot": reprice_lot,
}
