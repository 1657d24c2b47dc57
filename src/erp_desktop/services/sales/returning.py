"""A customer brings goods back (销售退货): by the sale's or the issue's number, or without one.

What comes back by number is worth its original cost, and the customer gets what was actually paid
for it, discount shares included, so that returning everything gives back exactly everything
(LEDGER L-34, L-69). Goods of an issue that was not invoiced yet come back without money.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.allocation import cumulative
from erp_desktop.core.money import money, price_parts, quantity
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.parts import stocked
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.means import account_of
from erp_desktop.services.finance.settling import open_amount, rounding_of
from erp_desktop.services.paper import Goods, Leg, Line, Paid, Paper, Posted, Settles
from erp_desktop.services.records import (
    LINE_ROWS,
    Answered,
    LineRow,
    Record,
    all_moves_of,
    answered,
    record,
    require,
)
from erp_desktop.services.sales.return_rules import (
    REPAIR,
    SCRAP,
    Came,
    keep_reasons,
    permit_return,
    repair_place,
)
from erp_desktop.services.sales.till import PaidBy, whose
from erp_desktop.services.stock.pieces import of_move, share_of
from erp_desktop.services.stock.places import main_warehouse, outside
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


@dataclass(frozen=True, slots=True)
class ReturnFromCustomer:
    """What comes back: `parts` of one sale or issue, or `lines` without a paper.

    `refunds` says how money is paid back; empty means cash for a till sale without a customer,
    else the customer's account. A part's `price` states another refund than what was paid for it.
    `paid_by` names the means by which all the rest is paid back. `came` says of each part or line,
    in their order, why it came back and where it goes: to stock unless it says else.
    """

    of_id: int | None = None
    customer_id: int | None = None
    place_id: int | None = None
    parts: Sequence[PartLine] = field(default=())
    lines: Sequence[TradeLine] = field(default=())
    refunds: Sequence[PaidBy] = field(default=())
    paid_by: str = ""
    at: int | None = None
    external_id: str | None = None
    reference: str = ""
    reason: str = ""
    note: str = ""
    batch_id: int | None = None
    came: Sequence[Came] = field(default=())
    approvals: Sequence[int] = field(default=())


def return_from_customer(books: Books, command: ReturnFromCustomer) -> Posted:
    """Take goods back. Raises MoreThanSold, BeforeItsOrigin, WrongDocument, NothingToPost,
    NotPositive (a quantity, a refund), PaymentTooLarge, NotAllowed (without a receipt),
    ReturnTooLate."""
    if again := posting.posted_before(books, command.external_id):
        return again
    paper, source, told = return_paper(books, command)
    permit = permit_return(books, command.approvals, paper, source.header if source else None)
    _pay_back(books, command, paper, source)
    posted = posting.post(books, paper)
    keep_reasons(books, posted.id, told)
    if permit is not None:
        permit.used(posted.id)
    return posted


class ComingBack(NamedTuple):
    """A return as a priced paper that nobody was paid for yet, what it came from, and by position
    why each line came back."""

    paper: Paper
    source: Record | None
    told: dict[int, Came]


def return_paper(books: Books, command: ReturnFromCustomer) -> ComingBack:
    """Make the paper of what comes back. Raises as `return_from_customer`."""
    paper = Paper(
        kind=Kind.SALES_RETURN,
        at=command.at if command.at is not None else clock.now(),
        of_id=command.of_id,
        external_id=command.external_id,
        place_id=command.place_id,
        reference=command.reference,
        reason=command.reason,
        note=command.note,
        batch_id=command.batch_id,
    )
    source, told = None, {}
    if command.of_id is not None:
        source = record(books, command.of_id)
        told = _linked(books, command, paper, source)
    else:
        put_partner(books, paper, command.customer_id)
        told = _unlinked(books, command, paper)
    if not paper.lines:
        raise errors.NothingToPost
    put_amounts(paper, [], [])
    let_off = _let_off(books, paper, source)
    paper.legs += [
        Leg(Role.SALES, paper.net),
        Leg(Role.OUTPUT_TAX, paper.tax),
        Leg(Role.ROUNDING, -let_off),
    ]
    return ComingBack(paper, source, told)


def to_pay_back(paper: Paper) -> int:
    """What the customer gets for a return: its total less its share of what was let off."""
    return paper.total + sum(leg.amount for leg in paper.legs if leg.role == Role.ROUNDING)


def _let_off(books: Books, paper: Paper, source: Record | None) -> int:
    """The share of what was let off of the sale (抹零), so that all returns give back exactly
    what was paid (LEDGER L-70)."""
    if source is None or source.header.kind is not Kind.SALE:
        return 0
    off = rounding_of(books, source.header.id)
    if not off:
        return 0
    done = answered(books, [row.id for row in source.lines], [Kind.SALES_RETURN])
    before = sum(one.net + one.tax for one in done.values())
    coming = min(paper.total, source.header.total - before)
    return cumulative(off, before, coming, source.header.total, books.minor)


def _linked(
    books: Books, command: ReturnFromCustomer, paper: Paper, source: Record
) -> dict[int, Came]:
    head = source.header
    require(head, [Kind.SALE, Kind.GOODS_ISSUE], [State.POSTED])
    if paper.at < head.happened_at:
        raise errors.BeforeItsOrigin(clock.iso(paper.at), clock.iso(head.happened_at))
    put_partner(books, paper, head.partner_id)
    paper.place_id = paper.place_id or head.place_id
    paper.tax_included = head.tax_included
    rows = {row.id: row for row in source.lines}
    back = answered(books, list(rows), [Kind.SALES_RETURN])
    moves = all_moves_of(books, list(rows))
    told: dict[int, Came] = {}
    for at, part in enumerate(command.parts):
        row = rows.get(part.line_id)
        if row is None:
            raise errors.UnknownDocument(part.line_id)
        before = back.get(row.id, Answered())
        coming = _returnable(row, part, before.quantity)
        back[row.id] = before._replace(quantity=before.quantity + coming)
        line = part_of(row, coming, before.quantity, books.minor, included=bool(head.tax_included))
        _as_told(line, part, share_of(row.pieces, before.quantity, coming, row.quantity))
        if part.price is not None:
            line.price, line.discount, line.percent_off = price_parts(part.price), 0, 0
            price_lines(books, paper, [line], included=bool(head.tax_included))
        paper.lines.append(line)
        came = told[len(paper.lines)] = _came(command, at)
        for move in moves.get(row.id, ()):
            share = move.share(row, before.quantity, coming)
            _move_back(books, paper, (move.product_id, share), move.id, came)
        if head.kind is Kind.GOODS_ISSUE:
            line.net = line.tax = line.discount = 0  # the credit has lines of its own
            _credit(books, paper, row, coming, before.quantity)
    return told


def _as_told(line: Line, part: PartLine, pieces: int | None) -> None:
    """What is said of a part beyond its quantity; unsaid pieces are the line's share of them."""
    line.note, line.pieces = part.note, pieces_of(part.pieces) or pieces
    line.lot, line.serials, line.bin_id = part.lot, serials_text(part.serials), part.bin_id


def _returnable(row: LineRow, part: PartLine, before: int) -> int:
    """How much of a line comes back. Raises MoreThanSold."""
    coming = positive("quantity", part.quantity)
    if before + coming > row.quantity:
        raise errors.MoreThanSold(row.sku, part.quantity, quantity(row.quantity - before))
    return coming


def _came(command: ReturnFromCustomer, at: int) -> Came:
    return command.came[at] if at < len(command.came) else Came()


def _credit(books: Books, paper: Paper, row: LineRow, coming: int, before: int) -> None:
    """Credit what was invoiced of an issue's line beyond what is still to be invoiced."""
    invoices = [
        LineRow(*found)
        for found in books.rows(
            f"{LINE_ROWS} JOIN document d ON d.id = l.document_id WHERE l.answers_id = ? "
            "AND d.kind = 'invoice' AND d.state = 'posted' ORDER BY l.id DESC",
            (row.id,),
        )
    ]
    credited = answered(books, [line.id for line in invoices], [Kind.SALES_RETURN])
    invoiced = sum(line.quantity for line in invoices)
    taken = sum(found.quantity for found in credited.values())
    not_invoiced = row.quantity - invoiced - (before - taken)
    rest = coming - max(min(coming, not_invoiced), 0)
    for line in invoices:
        done = credited.get(line.id, Answered()).quantity
        part = min(rest, line.quantity - done)
        if part > 0:
            included = bool(paper.tax_included)
            paper.lines.append(part_of(line, part, done, books.minor, included=included))
            rest -= part


def _unlinked(books: Books, command: ReturnFromCustomer, paper: Paper) -> dict[int, Came]:
    paper.place_id = paper.place_id or main_warehouse(books)
    told: dict[int, Came] = {}
    for at, (product, line) in enumerate(
        lines_of(books, command.lines, buying=False, partner_id=command.customer_id)
    ):
        paper.lines.append(line)
        came = told[at + 1] = _came(command, at)
        for goods in stocked(books, product.id, product.kind, line.quantity):
            _move_back(books, paper, goods, None, came)
    price_lines(books, paper, paper.lines, included=books.tax_included)
    return told


def _move_back(
    books: Books, paper: Paper, goods: tuple[int, int], sold_move: int | None, came: Came
) -> None:
    """So much of a product back to stock, to repair, or by way of stock to scrap.

    What comes to repair without a receipt goes by way of stock too: what it costs is known there,
    and not where the goods never were (LEDGER L-19).
    """
    product_id, much = goods
    if not much:
        return
    at, line = len(paper.lines) - 1, paper.lines[-1]
    pieces = line.pieces
    if product_id != line.product_id:  # a kit's part comes back with the pieces that it took
        pieces = of_move(books, sold_move, much) if sold_move is not None else None
    place, onward = paper.place_id or 0, 0
    if came.went_to == SCRAP:
        onward = outside(books, "scrap")
    elif came.went_to == REPAIR and sold_move is None:
        onward = repair_place(books)
    elif came.went_to == REPAIR:
        place = repair_place(books)
    paper.goods.append(
        Goods(at, product_id, outside(books, "customer"), place, much, answers_id=sold_move,
              pieces=pieces)
    )  # fmt: skip
    if onward:
        paper.goods.append(Goods(at, product_id, place, onward, much, pieces=pieces))


def _pay_back(
    books: Books, command: ReturnFromCustomer, paper: Paper, source: Record | None
) -> None:
    """Money goes back by the means named; the rest is credited to the customer's account."""
    refunds = [(refund.method, books.amount(refund.amount)) for refund in command.refunds]
    for _, amount in refunds:
        if amount < 0:
            raise errors.NotPositive("refund", money(amount))
    due = to_pay_back(paper)
    rest = due - sum(amount for _, amount in refunds)
    by = command.paid_by or ("cash" if not refunds and paper.partner_id is None else "")
    if by and rest > 0:
        refunds.append((by, rest))
    for method, amount in refunds:
        paper.payments.append(Paid(method, -amount, -amount))
        paper.legs.append(Leg(account_of(method), -amount, whose(method, paper)))
    credit = due - sum(amount for _, amount in refunds)
    if credit < 0 or (credit and paper.partner_id is None):
        raise errors.PaymentTooLarge(money(due), money(due - credit))
    if credit:
        paper.legs.append(Leg(Role.RECEIVABLE, -credit, paper.partner_id))
        _settle_invoices(books, paper, source, credit)


def _settle_invoices(books: Books, paper: Paper, source: Record | None, credit: int) -> None:
    """A credit settles what is still open of the invoices it answers."""
    if source is None:
        return
    lines = [line.answers_id for line in paper.lines if line.answers_id and line.net]
    ids = {
        row[0]
        for line_id in lines
        for row in books.rows("SELECT document_id FROM document_line WHERE id = ?", (line_id,))
    }
    for invoice_id in sorted(ids):
        part = min(credit, open_amount(books, invoice_id))
        if part > 0:
            paper.settles.append(Settles(invoice_id, part))
            credit -= part
