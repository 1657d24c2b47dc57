"""Goods arrive (入库): against a purchase order or without one, into stock at their cost.

Until the supplier's bill comes, the goods are owed for at the order's price (暂估应付). A bill at
another price restates the receipt later (`finance/bills.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ONE_QUANTITY, quantity, quantity_parts
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import products
from erp_desktop.services.ordering import outstanding
from erp_desktop.services.paper import Goods, Line, Paper, Posted
from erp_desktop.services.purchasing.inspecting import Inspected, inspect, keep_photos
from erp_desktop.services.purchasing.terms import most, over_percent
from erp_desktop.services.records import Record, answered, record, require
from erp_desktop.services.stock.places import main_warehouse, outside, place
from erp_desktop.services.trade import (
    PartLine,
    TradeLine,
    arrived,
    lines_of,
    part_of,
    pieces_of,
    put_amounts,
    put_partner,
    put_price,
    serials_text,
)


@dataclass(frozen=True, slots=True)
class ReceiveGoods:
    """What arrived. Give `parts` for an order's lines, `lines` for goods without an order."""

    supplier_id: int | None = None
    order_id: int | None = None
    place_id: int | None = None
    parts: Sequence[PartLine] = field(default=())
    lines: Sequence[TradeLine] = field(default=())
    at: int | None = None
    external_id: str | None = None
    reference: str = ""
    note: str = ""
    batch_id: int | None = None


def receive_goods(books: Books, command: ReceiveGoods) -> Posted:
    """Book what arrived, line by line, into stock at its cost; what was rejected stays outside.

    Raises MoreThanOrdered beyond the shop's tolerance (L-43, L-44), NotStocked for a service,
    WrongDocument for an order that is not confirmed, NothingToPost, UnknownProduct, Missing (the
    reason of a rejection).
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    paper = Paper(
        kind=Kind.GOODS_RECEIPT,
        at=command.at if command.at is not None else clock.now(),
        of_id=command.order_id,
        external_id=command.external_id,
        reference=command.reference,
        note=command.note,
        batch_id=command.batch_id,
    )
    partner_id, place_id = command.supplier_id, command.place_id
    if command.order_id is not None:
        order = record(books, command.order_id)
        require(order.header, [Kind.PURCHASE_ORDER], [State.CONFIRMED])
        partner_id, place_id = order.header.partner_id, place_id or order.header.place_id
        paper.lines = _ordered_lines(books, command, order, outstanding(books, order))
    paper.lines += _free_lines(books, command)
    put_partner(books, paper, partner_id)
    paper.place_id = place(books, place_id or main_warehouse(books)).id
    _move_in(books, paper)
    posted = posting.post(books, paper)
    keep_photos(books, posted.id, _photos(command))
    return posted


def _photos(command: ReceiveGoods) -> dict[int, bytes]:
    """The photos by the position of their lines: parts first, then lines, as they are posted."""
    checks = [part.check for part in command.parts] + [line.check for line in command.lines]
    return {at: check.photo for at, check in enumerate(checks, 1) if check and check.photo}


def _ordered_lines(
    books: Books, command: ReceiveGoods, order: Record, left: dict[int, int]
) -> list[Line]:
    by_id = {row.id: row for row in order.lines}
    done = answered(books, list(by_id), [Kind.GOODS_RECEIPT])
    tolerance = over_percent(books, order.header.partner_id)
    minor, found = books.minor, []
    before = {row.id: done[row.id].quantity if row.id in done else 0 for row in order.lines}
    for part in command.parts:
        row = by_id.get(part.line_id)
        if row is None:
            raise errors.UnknownDocument(part.line_id)
        came = arrived(part.quantity, part.check)
        limit = most(row.quantity, tolerance)
        if before[row.id] + came > limit:
            raise errors.MoreThanOrdered(
                row.sku, quantity(came), quantity(max(limit - before[row.id], left[row.id]))
            )
        line = part_of(row, came, before[row.id], minor)
        line.discount, line.tax = 0, 0
        if part.price is not None:
            put_price(line, part.price, minor, in_unit=part.in_unit)
        line.lot, line.expires_on, line.note = part.lot, part.expires_on, part.note
        line.serials, line.bin_id = serials_text(part.serials), part.bin_id
        line.pieces = pieces_of(part.pieces)
        inspect(line, part.check, _rejected(part.check, ONE_QUANTITY))
        before[row.id] += came
        found.append(line)
    return found


def _free_lines(books: Books, command: ReceiveGoods) -> list[Line]:
    found = []
    if not command.lines:
        return []
    lines = lines_of(books, command.lines, buying=True, partner_id=command.supplier_id)
    for typed, (_, line) in zip(command.lines, lines, strict=True):
        line.off = line.discount = line.percent_off = 0
        line.net = line.worth(books.minor)
        inspect(line, typed.check, _rejected(typed.check, line.factor))
        found.append(line)
    return found


def _rejected(check: Inspected | None, factor: int) -> int:
    """In parts; it was said in a unit that holds `factor` of the product's own."""
    return 0 if check is None else quantity_parts(check.rejected * quantity(factor))


def _move_in(books: Books, paper: Paper) -> None:
    """Every line moves from the supplier into the warehouse, at the value it states."""
    if not paper.lines:
        raise errors.NothingToPost
    known = products(books, [line.product_id or 0 for line in paper.lines])
    supplier = outside(books, "supplier")
    put_amounts(paper, [], [])
    for at, line in enumerate(paper.lines):
        product = known[line.product_id or 0]
        if not product.is_goods:
            raise errors.NotStocked(product.sku)
        if not line.quantity:
            continue  # all of it was rejected
        paper.goods.append(
            Goods(at, product.id, supplier, paper.place_id or 0, line.quantity, line.net,
                  pieces=line.pieces)
        )  # fmt: skip
    remember_prices(books, paper)


def remember_prices(books: Books, paper: Paper) -> None:
    """The last purchase price is what the next order offers."""
    books.many(
        "UPDATE product SET purchase_price = ? WHERE id = ?",
        [(line.price, line.product_id) for line in paper.lines if line.price],
    )
