"""A customer brings goods back (销售退货): by the sale's or the issue's number, or without one.

What comes back by number is worth its original cost, and the customer gets what was actually paid
for it, discount shares included, so that returning everything gives back exactly everything
(LEDGER L-34, L-69). Goods of an issue that was not invoiced yet come back without money.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from erp_desktop.core import clock, errors
from erp_desktop.core.money import money, money_parts, price_parts, quantity
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.parts import stocked
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.settling import open_amount
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
from erp_desktop.services.sales.till import METHODS, PaidBy
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
)


@dataclass(frozen=True, slots=True)
class ReturnFromCustomer:
    """What comes back: `parts` of one sale or issue, or `lines` without a paper.

    `refunds` says how money is paid back; empty means cash for a till sale without a customer,
    else the customer's account. A part's `price` states another refund than what was paid for it.
    `paid_by` names the means by which all the rest is paid back.
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


def return_from_customer(books: Books, command: ReturnFromCustomer) -> Posted:
    """Take goods back. Raises MoreThanSold, BeforeItsOrigin, WrongDocument, NothingToPost."""
    if again := posting.posted_before(books, command.external_id):
        return again
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
    source = None
    if command.of_id is not None:
        source = record(books, command.of_id)
        _linked(books, command, paper, source)
    else:
        put_partner(books, paper, command.customer_id)
        _unlinked(books, command, paper)
    if not paper.lines:
        raise errors.NothingToPost
    put_amounts(paper, [], [])
    paper.legs += [Leg(Role.SALES, paper.net), Leg(Role.OUTPUT_TAX, paper.tax)]
    _pay_back(books, command, paper, source)
    return posting.post(books, paper)


def _linked(books: Books, command: ReturnFromCustomer, paper: Paper, source: Record) -> None:
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
    for part in command.parts:
        row = rows.get(part.line_id)
        if row is None:
            raise errors.UnknownDocument(part.line_id)
        before = back.get(row.id, Answered())
        coming = positive("quantity", part.quantity)
        if before.quantity + coming > row.quantity:
            left = quantity(row.quantity - before.quantity)
            raise errors.MoreThanSold(row.sku, part.quantity, left)
        back[row.id] = before._replace(quantity=before.quantity + coming)
        line = part_of(row, coming, before.quantity, books.minor)
        line.note, line.pieces = part.note, pieces_of(part.pieces)
        if part.price is not None:
            line.price, line.discount, line.percent_off = price_parts(part.price), 0, 0
            price_lines(books, paper, [line], included=bool(head.tax_included))
        paper.lines.append(line)
        for move in moves.get(row.id, ()):
            share = move.share(row, before.quantity, coming)
            _move_back(books, paper, line, move.product_id, share, move.id)
        if head.kind is Kind.GOODS_ISSUE:
            line.net = line.tax = line.discount = 0  # the credit has lines of its own
            _credit(books, paper, row, coming, before.quantity)


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
            paper.lines.append(part_of(line, part, done, books.minor))
            rest -= part


def _unlinked(books: Books, command: ReturnFromCustomer, paper: Paper) -> None:
    paper.place_id = paper.place_id or main_warehouse(books)
    for product, line in lines_of(books, command.lines, buying=False):
        paper.lines.append(line)
        for goods_id, much in stocked(books, product.id, product.kind, line.quantity):
            _move_back(books, paper, line, goods_id, much, None)
    price_lines(books, paper, paper.lines, included=books.tax_included)


def _move_back(
    books: Books, paper: Paper, line: Line, product_id: int, much: int, sold_move: int | None
) -> None:
    if much:
        paper.goods.append(
            Goods(len(paper.lines) - 1, product_id, outside(books, "customer"),
                  paper.place_id or 0, much, answers_id=sold_move, pieces=line.pieces)
        )  # fmt: skip


def _pay_back(
    books: Books, command: ReturnFromCustomer, paper: Paper, source: Record | None
) -> None:
    """Money goes back by the means named; the rest is credited to the customer's account."""
    refunds = [(refund.method, money_parts(refund.amount)) for refund in command.refunds]
    rest = paper.total - sum(amount for _, amount in refunds)
    by = command.paid_by or ("cash" if not refunds and paper.partner_id is None else "")
    if by and rest > 0:
        refunds.append((by, rest))
    for method, amount in refunds:
        if method not in METHODS:
            raise errors.NotAmong("method", method, " | ".join(METHODS))
        paper.payments.append(Paid(method, -amount, -amount))
        paper.legs.append(Leg(METHODS[method], -amount))
    credit = paper.total - sum(amount for _, amount in refunds)
    if credit < 0 or (credit and paper.partner_id is None):
        raise errors.PaymentTooLarge(money(paper.total), money(paper.total - credit))
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
