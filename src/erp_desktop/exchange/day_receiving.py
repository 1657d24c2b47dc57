"""Verbs of a day file for what arrives: receive, with inspection; freight and customs over it."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from erp_desktop.core import errors
from erp_desktop.core.money import ZERO, quantity_parts
from erp_desktop.core.states import Kind, State
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import (
    Deed,
    Named,
    Part,
    Verb,
    laid_over,
    named_goods,
    paper,
    partner_id,
    partner_of,
    said,
    told,
    trade_lines,
)
from erp_desktop.models.books import Books
from erp_desktop.services.finance.landed import AddLandedCost, Cost, add_landed_cost
from erp_desktop.services.ordering import outstanding
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.terms import over_percent
from erp_desktop.services.records import LineRow, find_document, record, require
from erp_desktop.services.trade import PartLine, TradeLine


def receive(books: Books, fields: Fields) -> Deed:
    """Goods that arrived, of an order or without one, with what an inspection found."""
    order_id: int | None = None
    supplier_id: int | None = None
    parts: list[PartLine] = []
    lines: list[TradeLine] = []
    if fields.has("of"):
        order_id, parts = _arrived(books, fields)
    else:
        supplier_id = partner_id(books, fields, "supplier")
        lines = trade_lines(books, fields, "unit_cost", _check_in_its_unit)
    command = ReceiveGoods(
        supplier_id=supplier_id,
        order_id=order_id,
        parts=parts,
        lines=lines,
        reference=fields.text("reference"),
        **told(books, fields),
    )
    return partial(receive_goods, books, command)


def _arrived(books: Books, fields: Fields) -> tuple[int, list[PartLine]]:
    head = paper(books, fields)
    require(head, [Kind.PURCHASE_ORDER], [State.CONFIRMED])
    partner_of(books, fields, "supplier", head)
    order = record(books, head.id)
    lines, left = named_goods(books, fields), outstanding(books, order)
    coming = [line for line in lines if _comes(line)]
    if over_percent(books, head.partner_id):
        _make_room(coming, order.lines, left)
    parts = laid_over(coming, order.lines, left) if coming or not lines else []
    parts += [_refused(line, order.lines) for line in lines if not _comes(line)]
    return head.id, _received(books, parts)


def _comes(line: Named) -> bool:
    """Is something of the line taken in? Not where all of it was rejected."""
    if not line.fields.has("rejected"):
        return True
    return line.fields.has("qty") and line.quantity() != ZERO


def _make_room(lines: Sequence[Named], rows: Sequence[LineRow], left: dict[int, int]) -> None:
    """Where more may come than was ordered, it falls on the product's last line; the receipt
    itself knows how much more (LEDGER L-43)."""
    for product in {line.product.id for line in lines}:
        mine = [row.id for row in rows if row.product_id == product]
        coming = sum(
            quantity_parts(line.quantity()) for line in lines if line.product.id == product
        )
        if mine:
            left[mine[-1]] += max(coming - sum(left[row] for row in mine), 0)


def _refused(line: Named, rows: Sequence[LineRow]) -> Part:
    """A line all of which was rejected, on the order's line for its product."""
    mine = [row for row in rows if row.product_id == line.product.id]
    if not mine:
        raise errors.MoreThanOrdered(line.product.sku, line.quantity("rejected"), ZERO)
    line.fields.number("qty")
    return Part(mine[0], ZERO, line)


def _received(books: Books, parts: Sequence[Part]) -> list[PartLine]:
    """The parts as they arrive; what an inspection found stands on the first of a line's parts."""
    found, seen = [], set()
    for part in parts:
        asked = part.asked
        if asked is None:
            found.append(PartLine(part.row.id, part.quantity))
            continue
        lot, expires_on = asked.lot()
        (price, in_unit), note = part.price("unit_cost"), asked.fields.text("note")
        check = None if id(asked) in seen else _check(asked, asked.per)
        seen.add(id(asked))
        found.append(
            PartLine(part.row.id, part.quantity, price, lot, expires_on, note, asked.pieces(),
                     in_unit, check, asked.serials(), asked.bin(books))
        )  # fmt: skip
    return found


def _check_in_its_unit(line: Named) -> Inspected | None:
    return _check(line, Decimal(1))


def _check(line: Named, per: Decimal) -> Inspected | None:
    """How much of a line was rejected and why, or that it is a gift."""
    fields = line.fields
    rejected = (fields.number("rejected") or ZERO) * per
    reason, promotion = fields.text("reason"), bool(fields.flag("promotion"))
    return Inspected(rejected, reason, promotion=promotion) if rejected or promotion else None


def landed_cost(books: Books, fields: Fields) -> Deed:
    """Freight, customs, packing over what arrived: one cost, or several as `costs`."""
    of_ids = [find_document(books, reference) for reference in fields.texts("of")]
    if not of_ids:
        raise fields.wrong("of", "missing")
    costs = [_cost(each) for each in fields.each("costs")]
    command = AddLandedCost(
        receipt_ids=of_ids,
        costs=costs or [_cost(fields)],
        supplier_id=partner_id(books, fields, "supplier"),
        due_on=fields.day("due"),
        reference=fields.text("reference"),
        **said(fields),
    )
    return partial(add_landed_cost, books, command)


def _cost(fields: Fields) -> Cost:
    return Cost(
        fields.need_number("amount"), fields.text("by", "value"), fields.text("name", "freight"),
        fields.number("tax") or ZERO,
    )  # fmt: skip


VERBS: dict[str, Verb] = {
    "receive": receive,
    "landed_cost": landed_cost,
}
