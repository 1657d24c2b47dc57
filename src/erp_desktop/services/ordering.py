"""Orders, of buying and of selling: written as drafts, confirmed, and closed when the rest is off.

A confirmed sales order reserves what is outstanding; a purchase order is what is on its way. An
order is never edited once confirmed: cancel the rest and write a new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import money_parts, quantity
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.parts import stocked
from erp_desktop.services.paper import Paper, Posted
from erp_desktop.services.partners.credit import permit_over_limit, require_credit
from erp_desktop.services.partners.partners import partner
from erp_desktop.services.records import LineRow, Record, answered, header, record, require
from erp_desktop.services.shop import drafts
from erp_desktop.services.stock.places import main_warehouse
from erp_desktop.services.stock.reservations import by_place, reserve, shares_of, use_up
from erp_desktop.services.trade import TradeLine, lines_of, price_lines, put_partner
from erp_desktop.services.users import rights

FULFILLED_BY = {
    Kind.PURCHASE_ORDER: (Kind.GOODS_RECEIPT,),
    Kind.SALES_ORDER: (Kind.GOODS_ISSUE,),
    Kind.QUOTATION: (Kind.SALES_ORDER,),
}


@dataclass(frozen=True, slots=True)
class WriteOrder:
    """An order as somebody writes it. `kind` is purchase_order, sales_order or quotation."""

    kind: Kind
    partner_id: int | None
    lines: Sequence[TradeLine] = field(default=())
    place_id: int | None = None
    at: int | None = None
    due_on: int | None = None  # expected (buying) or promised (selling)
    discount: Decimal = Decimal(0)
    external_id: str | None = None
    reference: str = ""
    note: str = ""
    of_id: int | None = None
    draft_id: int | None = None
    version: int | None = None
    batch_id: int | None = None
    over_limit: bool = False  # confirmed although the customer owes more than he may, by right
    approvals: Sequence[int] = field(default=())  # what colleagues allowed


def save_draft(books: Books, command: WriteOrder) -> int:
    """Keep an order that is not finished; its id. A draft may lack anything but its kind.

    Raises ChangedMeanwhile when somebody else saved the draft since it was opened.
    """
    paper, _ = _paper(books, command, draft=True)
    if command.draft_id is None:
        draft_id = _next_draft_id(books)
    else:
        draft_id = command.draft_id
        _take_draft(books, command)
    row = posting.document_row(paper, draft_id, None, None, clock.day_of(paper.at), books.user_id)
    version = (command.version or 0) + 1
    posting.write_draft(books, row, paper.lines, draft_id, version)
    return draft_id


class KeptOrder(NamedTuple):
    """A draft as it was kept: its id, and the version that the next save starts from."""

    id: int
    version: int


def draft_page(kind: Kind, draft_id: int) -> str:
    """The name under which a person's own words of an order's draft are kept."""
    return f"{kind}:{draft_id}"


def keep_order(books: Books, command: WriteOrder, content: dict[str, Any]) -> KeptOrder:
    """Keep an order while it is typed: the document as far as it is right, and the page's own
    words whole, so that half a date or a price with a slip in it comes back too.

    Raises ChangedMeanwhile when somebody else saved the draft since it was opened.
    """
    try:
        kept = KeptOrder(save_draft(books, command), (command.version or 0) + 1)
    except errors.ChangedMeanwhile:
        raise
    except errors.RuleBroken:
        kept = _kept_without_lines(books, command)
    page = draft_page(command.kind, kept.id)
    drafts.save_draft(books, page, {**content, "version": kept.version})
    return kept


def _kept_without_lines(books: Books, command: WriteOrder) -> KeptOrder:
    """What stands in the books of an order stays while its lines are not right yet."""
    if command.draft_id is not None and command.version is not None:
        return KeptOrder(command.draft_id, command.version)
    bare = replace(command, lines=(), discount=Decimal(0))
    return KeptOrder(save_draft(books, bare), (command.version or 0) + 1)


def drop_order(books: Books, kind: Kind, draft_id: int) -> None:
    """Throw a draft away, with the words that were kept of it."""
    discard_draft(books, draft_id)
    drafts.discard_draft(books, draft_page(kind, draft_id))


def _take_draft(books: Books, command: WriteOrder) -> None:
    found = header(books, command.draft_id or 0)
    require(found, [command.kind], [State.DRAFT])
    if command.version is not None and found.version != command.version:
        raise errors.ChangedMeanwhile(found.called)
    posting.drop_draft(books, found.id)


def _next_draft_id(books: Books) -> int:
    return int(
        books.value(
            "UPDATE ledger_head SET document_id = document_id + 1 WHERE id = 1 "
            "RETURNING document_id"
        )
    )


def discard_draft(books: Books, draft_id: int) -> None:
    """Throw a draft away."""
    posting.drop_draft(books, draft_id)


def confirm_order(books: Books, command: WriteOrder) -> Posted:
    """Make an order binding: it gets its number, and a sales order reserves its goods.

    Raises Missing (partner), NothingToPost, UnknownProduct, NotPositive, CreditLimitReached,
    NotAllowed.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    if command.partner_id is None:
        raise errors.Missing("partner")
    paper, kinds = _paper(books, command, draft=False)
    paper.draft_id = command.draft_id
    if command.kind is not Kind.SALES_ORDER:
        return posting.post(books, paper)
    permit = _credited(books, command, paper)
    posted = posting.post(books, paper)
    _reserve_lines(books, paper, kinds)
    if permit is not None:
        permit.used(posted.id)
    return posted


def _credited(books: Books, command: WriteOrder, paper: Paper) -> rights.Permit | None:
    """The customer may owe what he orders, or somebody with the right to it says yes."""
    if command.over_limit:
        permit = rights.Permit(books, command.approvals)
        permit_over_limit(permit, command)
        return permit
    customer = partner(books, command.partner_id or 0)
    require_credit(books, customer, paper.total, command, orders=True)
    return None


def as_command(draft: Record) -> WriteOrder:
    """A saved order as the command that writes it again (to confirm, or *reverse and copy*)."""
    head = draft.header
    return WriteOrder(
        kind=head.kind,
        partner_id=head.partner_id,
        lines=[_typed(line) for line in draft.lines],
        place_id=head.place_id,
        at=head.happened_at,
        due_on=head.due_on,
        discount=Decimal(head.discount).scaleb(-4),
        external_id=head.external_id,
        reference=head.reference,
        note=head.note,
        of_id=head.of_id,
        draft_id=head.id if head.state == State.DRAFT else None,
    )


def _typed(line: LineRow) -> TradeLine:
    """The line as it was written, in its unit."""
    amount, price, unit = quantity(line.quantity), line.price, ""
    if line.unit_price is not None:
        amount, price, unit = amount / quantity(line.factor), line.unit_price, line.unit
    return TradeLine(
        product_id=line.product_id or 0,
        quantity=amount,
        unit=unit,
        pieces=None if line.pieces is None else quantity(line.pieces),
        price=Decimal(price).scaleb(-6),
        percent_off=Decimal(line.percent_off).scaleb(-6),
        discount=Decimal(line.off).scaleb(-4),
        rate=Decimal(line.rate).scaleb(-6),
        name=line.name,
        note=line.note,
    )


def _paper(books: Books, command: WriteOrder, *, draft: bool) -> tuple[Paper, list[str]]:
    """The order, and the kinds of its lines' products."""
    paper = Paper(
        kind=command.kind,
        at=command.at if command.at is not None else clock.now(),
        state=State.DRAFT if draft else State.CONFIRMED,
        place_id=command.place_id or main_warehouse(books),
        of_id=command.of_id,
        external_id=command.external_id,
        due_on=command.due_on,
        reference=command.reference,
        note=command.note,
        batch_id=command.batch_id,
    )
    put_partner(books, paper, command.partner_id)
    if draft and not command.lines:
        return paper, []
    buying = command.kind is Kind.PURCHASE_ORDER
    found = lines_of(books, command.lines, buying=buying, partner_id=command.partner_id,
                     day=clock.day_of(paper.at))  # fmt: skip
    paper.lines = [line for _, line in found]
    included = not buying and books.tax_included
    off = money_parts(command.discount)
    price_lines(books, paper, paper.lines, included=included, off=off)
    return paper, [product.kind for product, _ in found]


def outstanding(books: Books, order: Record) -> dict[int, int]:
    """What is still to come or to go of each line; nothing of an order that is not confirmed."""
    if order.header.state != State.CONFIRMED:
        return {line.id: 0 for line in order.lines}
    done = answered(books, [line.id for line in order.lines], FULFILLED_BY[order.header.kind])
    return {
        line.id: max(line.quantity - done[line.id].quantity, 0) if line.id in done
        else line.quantity
        for line in order.lines
    }  # fmt: skip


def close_order(books: Books, order_id: int) -> None:
    """Cancel what is outstanding (short close, LEDGER L-42); nothing done yet means cancelled."""
    order = record(books, order_id)
    require(order.header, FULFILLED_BY, [State.CONFIRMED])
    left = outstanding(books, order)
    if order.header.kind is Kind.SALES_ORDER:
        hold(books, order, left, -1)
        for shares in shares_of(books, list(left)).values():
            use_up(books, shares, 0, 0)
    untouched = all(left[line.id] == line.quantity for line in order.lines)
    posting.set_state(books, order_id, State.CANCELLED if untouched else State.CLOSED)


def waiting_goods(books: Books, order: Record, left: dict[int, int]) -> list[tuple[int, int]]:
    """What the outstanding part of each line takes off the shelf: (product, quantity)."""
    return [
        goods
        for line in order.lines
        if line.product_id
        for goods in stocked(books, line.product_id, line.kind, left[line.id])
    ]


def hold(books: Books, order: Record, left: dict[int, int], sign: int) -> None:
    """Promise what is outstanding of a sales order where it was allocated, or (−1) take it back."""
    home = order.header.place_id or 0
    shares = shares_of(books, list(left))
    for line in order.lines:
        if line.kind == "goods" and line.product_id:
            for place_id, much in by_place(shares.get(line.id, ()), home, left[line.id]):
                reserve(books, place_id, [(line.product_id, sign * much)])
    kits = replace(order, lines=tuple(line for line in order.lines if line.kind == "kit"))
    reserve(books, home, [(p, sign * much) for p, much in waiting_goods(books, kits, left)])


def _reserve_lines(books: Books, paper: Paper, kinds: Sequence[str]) -> None:
    wanted = [
        goods
        for line, kind in zip(paper.lines, kinds, strict=True)
        for goods in stocked(books, line.product_id or 0, kind, line.quantity)
    ]
    reserve(books, paper.place_id or 0, wanted)


def accept_quotation(
    books: Books, quotation_id: int, at: int | None = None, *, over_limit: bool = False,
    approvals: Sequence[int] = (),
) -> Posted:  # fmt: skip
    """The customer said yes: a sales order with the quotation's prices.

    Raises CreditLimitReached, NotAllowed.
    """
    quotation = record(books, quotation_id)
    require(quotation.header, [Kind.QUOTATION], [State.CONFIRMED])
    command = as_command(quotation)
    posted = confirm_order(
        books,
        WriteOrder(
            kind=Kind.SALES_ORDER,
            partner_id=command.partner_id,
            lines=command.lines,
            place_id=command.place_id,
            at=at if at is not None else max(clock.now(), quotation.header.happened_at),
            due_on=command.due_on,
            discount=command.discount,
            reference=quotation.header.called,
            note=command.note,
            of_id=quotation_id,
            over_limit=over_limit,
            approvals=approvals,
        ),
    )
    posting.set_state(books, quotation_id, State.CLOSED)
    return posted
