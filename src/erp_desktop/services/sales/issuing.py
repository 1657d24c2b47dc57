"""Goods leave for a customer (销售出库): all or part of a confirmed order, or without one.

An issue moves goods and books their cost; the sale itself is booked by the invoice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.parts import stocked
from erp_desktop.services.ordering import hold, outstanding
from erp_desktop.services.paper import Goods, Line, Paper, Posted
from erp_desktop.services.partners.credit import permit_over_limit, require_credit
from erp_desktop.services.records import Record, answered, record, require
from erp_desktop.services.stock.pieces import likely
from erp_desktop.services.stock.places import main_warehouse, outside
from erp_desktop.services.stock.reservations import reserve, shares_of, use_up
from erp_desktop.services.trade import (
    PartLine,
    TradeLine,
    lines_of,
    part_of,
    pieces_of,
    positive,
    price_lines,
    put_amounts,
    put_partner,
    serials_text,
)
from erp_desktop.services.users import rights


@dataclass(frozen=True, slots=True)
class IssueGoods:
    """What leaves. Give `parts` for an order's lines, `lines` for goods without an order."""

    customer_id: int | None = None
    order_id: int | None = None
    place_id: int | None = None
    parts: Sequence[PartLine] = field(default=())
    lines: Sequence[TradeLine] = field(default=())
    at: int | None = None
    external_id: str | None = None
    reference: str = ""
    note: str = ""
    allow_expired: bool = False  # by somebody with the right to it
    below_stock: bool = False  # likewise: what is not on hand leaves
    over_limit: bool = False  # likewise: more is owed than the customer may
    approvals: Sequence[int] = field(default=())  # what colleagues allowed
    batch_id: int | None = None


def issue_goods(books: Books, command: IssueGoods) -> Posted:
    """Book what leaves, out of stock at its cost; its promise is kept.

    Raises NotEnoughStock, MoreThanOrdered, WrongDocument, NothingToPost, NotAllowed,
    CreditLimitReached.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    paper = Paper(
        kind=Kind.GOODS_ISSUE,
        at=command.at if command.at is not None else clock.now(),
        of_id=command.order_id,
        external_id=command.external_id,
        place_id=command.place_id,
        reference=command.reference,
        note=command.note,
        allow_expired=command.allow_expired,
        batch_id=command.batch_id,
    )
    permit = _permitted(books, command, paper)
    partner_id = command.customer_id
    order: Record | None = None
    if command.order_id is not None:
        order = record(books, command.order_id)
        require(order.header, [Kind.SALES_ORDER], [State.CONFIRMED])
        partner_id = order.header.partner_id
        paper.place_id = paper.place_id or order.header.place_id
        paper.tax_included = order.header.tax_included
        _ordered(books, command, paper, order)
    customer = put_partner(books, paper, partner_id)
    paper.place_id = paper.place_id or main_warehouse(books)
    _free(books, command, paper)
    if not paper.lines:
        raise errors.NothingToPost
    put_amounts(paper, [], [])
    require_credit(books, customer, paper.total, command)
    posted = posting.post(books, paper) if order is None else _kept(books, order, paper)
    permit.used(posted.id)
    return posted


def _permitted(books: Books, command: IssueGoods, paper: Paper) -> rights.Permit:
    """Expired goods and goods that are not there leave by right. Raises NotAllowed."""
    permit = rights.Permit(books, command.approvals)
    if command.allow_expired:
        permit.require(rights.EXPIRED)
    permit_over_limit(permit, command)
    if command.below_stock:
        permit.require(rights.BELOW_STOCK)
        paper.below_stock = True
    return permit


def _kept(books: Books, order: Record, paper: Paper) -> Posted:
    """Post what leaves for an order, and keep its promises and those to others."""
    place_id = paper.place_id or 0
    beyond = _promised_beyond(books, order, place_id)
    reserve(books, place_id, [(product_id, -much) for product_id, much in beyond])
    posted = posting.post(books, paper)
    reserve(books, place_id, beyond)
    _promise_rest(books, order, paper)
    return posted


def _promised_beyond(books: Books, order: Record, place_id: int) -> list[tuple[int, int]]:
    """What was promised to others beyond the stock there is, of goods allocated to this order.

    More may be promised than there is. Goods that were allocated to an order are its own, whatever
    else was promised: so only what is left beside them can be promised to others.
    """
    mine: dict[int, int] = {}
    for shares in shares_of(books, [line.id for line in order.lines]).values():
        for share in shares:
            if share.place_id == place_id:
                mine[share.product_id] = mine.get(share.product_id, 0) + share.quantity
    found = []
    for product_id, own in mine.items():
        on_hand, promised = books.row(
            "SELECT on_hand, reserved FROM stock_balance WHERE product_id = ? AND location_id = ?",
            (product_id, place_id),
        ) or (0, 0)
        beyond = promised - max(on_hand - own, 0)
        if beyond > 0:
            found.append((product_id, beyond))
    return found


def _promise_rest(books: Books, order: Record, paper: Paper) -> None:
    """What stays outstanding is promised again, where (and of which lots) it was allocated."""
    left = outstanding(books, order)
    went: dict[int, dict[int, int]] = {}
    for goods in paper.goods:
        line_id = paper.lines[goods.line].answers_id
        if line_id is not None and goods.lot_id is not None:
            lots = went.setdefault(line_id, {})
            lots[goods.lot_id] = lots.get(goods.lot_id, 0) + goods.quantity
    for line_id, shares in shares_of(books, list(left)).items():
        use_up(books, shares, left[line_id], paper.place_id or 0, went.get(line_id))
    hold(books, order, left, 1)


def _ordered(books: Books, command: IssueGoods, paper: Paper, order: Record) -> None:
    """The lines that go.

    The order's own promise must not stand in the way of its own goods: all of it is released
    first, so that only what is promised to others counts.
    """
    by_id = {row.id: row for row in order.lines}
    included = bool(order.header.tax_included)
    left = outstanding(books, order)
    done = answered(books, list(by_id), [Kind.GOODS_ISSUE])
    before = {row: done[row].quantity if row in done else 0 for row in by_id}
    hold(books, order, left, -1)
    for part in command.parts:
        row = by_id.get(part.line_id)
        if row is None:
            raise errors.UnknownDocument(part.line_id)
        going = positive("quantity", part.quantity)
        if going > left[row.id]:
            raise errors.MoreThanOrdered(row.sku, part.quantity, quantity(left[row.id]))
        line = part_of(row, going, before[row.id], books.minor, included=included)
        line.lot, line.note, line.pieces = part.lot, part.note, pieces_of(part.pieces)
        line.serials, line.bin_id = serials_text(part.serials), part.bin_id
        paper.lines.append(line)
        _move_out(books, paper, line, row.kind, before[row.id])
        left[row.id] -= going
        before[row.id] += going


def _free(books: Books, command: IssueGoods, paper: Paper) -> None:
    if not command.lines:
        return
    lines: list[Line] = []
    day = clock.day_of(paper.at)
    for product, line in lines_of(
        books, command.lines, buying=False, partner_id=paper.partner_id, day=day
    ):
        lines.append(line)
        paper.lines.append(line)
        _move_out(books, paper, line, product.kind)
    price_lines(books, paper, lines, included=books.tax_included)


def _move_out(books: Books, paper: Paper, line: Line, kind: str, before: int = 0) -> None:
    """The goods of the paper's last line leave; of a kit its parts, all on the kit's line."""
    customer, place_id = outside(books, "customer"), paper.place_id or 0
    for product_id, much in stocked(books, line.product_id or 0, kind, line.quantity, before):
        own = product_id == line.product_id  # a kit's part has pieces of its own
        pieces = line.pieces if own else likely(books, product_id, place_id, much)
        paper.goods.append(
            Goods(len(paper.lines) - 1, product_id, place_id, customer, much, pieces=pieces)
        )
