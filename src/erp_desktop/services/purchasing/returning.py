"""Goods go back to the supplier (采购退货).

They leave at the average; what the supplier credits may differ, and the difference goes to price
difference (LEDGER L-5). A return that was not billed yet takes back what was owed for; the rest
reduces what we pay.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.allocation import cumulative
from erp_desktop.core.money import quantity
from erp_desktop.core.states import Kind, State
from erp_desktop.core.tax import HUNDRED
from erp_desktop.models.books import Books, marks
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.settling import open_amount
from erp_desktop.services.paper import Goods, Leg, Line, Paper, Posted, Settles
from erp_desktop.services.records import (
    Answered,
    LineRow,
    answered,
    moves_of_lines,
    record,
    require,
)
from erp_desktop.services.stock.pieces import likely, share_of
from erp_desktop.services.stock.places import main_warehouse, outside
from erp_desktop.services.trade import (
    TradeLine,
    lines_of,
    part_of,
    pieces_of,
    positive,
    put_amounts,
    put_partner,
    serials_text,
)


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """How much of a receipt's line goes back, and what the supplier credits for it in all."""

    line_id: int
    quantity: Decimal
    credit: Decimal | None = None
    lot: str | None = None
    serials: Sequence[str] = ()
    bin_id: int | None = None  # the shelf it comes from
    pieces: Decimal | None = None  # how many pieces a weight is; None: its share of the receipt's


@dataclass(frozen=True, slots=True)
class ReturnToSupplier:
    """Goods of one receipt (`parts`), or goods without a receipt (`lines`, price = credit each)."""

    receipt_id: int | None = None
    supplier_id: int | None = None
    place_id: int | None = None
    parts: Sequence[ReturnLine] = field(default=())
    lines: Sequence[TradeLine] = field(default=())
    at: int | None = None
    external_id: str | None = None
    reason: str = ""
    note: str = ""


def return_to_supplier(books: Books, command: ReturnToSupplier) -> Posted:
    """Send goods back. Raises MoreThanReceived, NotEnoughStock, BeforeItsOrigin, NothingToPost,
    NotPositive (a quantity, a credit)."""
    if again := posting.posted_before(books, command.external_id):
        return again
    paper = Paper(
        kind=Kind.PURCHASE_RETURN,
        at=command.at if command.at is not None else clock.now(),
        of_id=command.receipt_id,
        external_id=command.external_id,
        place_id=command.place_id,
        reason=command.reason,
        note=command.note,
    )
    partner_id = command.supplier_id
    if command.receipt_id is not None:
        partner_id = _linked(books, command, paper)
    put_partner(books, paper, partner_id)
    _unlinked(books, command, paper)
    if not paper.lines:
        raise errors.NothingToPost
    put_amounts(paper, [], [])
    _settle_bills(books, paper)
    return posting.post(books, paper)


def _settle_bills(books: Books, paper: Paper) -> None:
    """What comes off the account settles what is still open of the bills for these goods."""
    credit = sum(leg.amount for leg in paper.legs if leg.role == Role.PAYABLE)
    lines = [line.answers_id for line in paper.lines if line.answers_id]
    if credit <= 0 or not lines:
        return
    for (bill_id,) in books.rows(
        "SELECT DISTINCT d.id FROM document_line b JOIN document d ON d.id = b.document_id "  # noqa: S608
        f"WHERE b.answers_id IN ({marks(lines)}) AND d.kind = 'bill' AND d.state = 'posted' "
        "ORDER BY d.id",
        lines,
    ):
        part = min(credit, open_amount(books, bill_id))
        if part > 0:
            paper.settles.append(Settles(bill_id, part))
            credit -= part


def _linked(books: Books, command: ReturnToSupplier, paper: Paper) -> int | None:
    receipt = record(books, command.receipt_id or 0)
    require(receipt.header, [Kind.GOODS_RECEIPT], [State.POSTED])
    if paper.at < receipt.header.happened_at:
        raise errors.BeforeItsOrigin(clock.iso(paper.at), clock.iso(receipt.header.happened_at))
    rows = {row.id: row for row in receipt.lines}
    billed = answered(books, list(rows), [Kind.BILL])
    returned = answered(books, list(rows), [Kind.PURCHASE_RETURN])
    moves = moves_of_lines(books, list(rows))
    paper.place_id = paper.place_id or receipt.header.place_id
    for part in command.parts:
        row = rows.get(part.line_id)
        if row is None:
            raise errors.UnknownDocument(part.line_id)
        before = returned.get(row.id, Answered())
        line = _return_line(books, row, part, before.quantity)
        returned[row.id] = before._replace(quantity=before.quantity + line.quantity)
        bill = billed.get(row.id, Answered())
        settled = min(bill.quantity + before.quantity, row.quantity)
        if part.credit is None:
            line.net = _usual_credit(books, row, line.quantity, settled, before.quantity, bill)
        _owe_less(books, paper, receipt.header.partner_id, row, line, settled)
        _move_back(books, paper, line, moves[row.id][0])
    return receipt.header.partner_id


def _return_line(books: Books, row: LineRow, part: ReturnLine, before: int) -> Line:
    going = positive("quantity", part.quantity)
    if before + going > row.quantity:
        raise errors.MoreThanReceived(row.sku, part.quantity, quantity(row.quantity - before))
    line = part_of(row, going, before, books.minor)
    line.discount, line.tax = 0, 0
    line.lot, line.serials = part.lot or row.lot, serials_text(part.serials)
    line.bin_id, line.pieces = part.bin_id, pieces_of(part.pieces)
    if line.pieces is None:
        line.pieces = share_of(row.pieces, before, going, row.quantity)
    if part.credit is not None:
        if part.credit < 0:
            raise errors.NotPositive("credit", part.credit)
        line.net = books.amount(part.credit)
    return line


def _usual_credit(
    books: Books, row: LineRow, going: int, settled: int, before: int, bill: Answered
) -> int:
    """Where nobody says what the supplier credits: what was owed for it, at the receipt's price as
    far as it was not billed, at the bill's price beyond."""
    unbilled = min(going, row.quantity - settled)
    net = cumulative(row.net, settled, unbilled, row.quantity, books.minor)
    if unbilled < going:
        gone = max(bill.quantity + before - row.quantity, 0)
        net += cumulative(bill.net, gone, going - unbilled, bill.quantity, books.minor)
    return net


def _owe_less(
    books: Books,
    paper: Paper,
    partner_id: int | None,
    row: LineRow,
    line: Line,
    settled: int,
) -> None:
    """Split the credit: what was not billed yet is owed no more, the rest comes off the bill.

    `settled` is how much of the receipt's line was billed or went back before.
    """
    unbilled = min(line.quantity, row.quantity - settled)
    open_part = cumulative(row.net, settled, unbilled, row.quantity, books.minor)
    credit = line.net - open_part
    if unbilled < line.quantity:
        line.tax = _tax(credit, line.rate, books)
    paper.legs += [
        Leg(Role.UNBILLED, open_part),
        Leg(Role.PAYABLE, credit + line.tax, partner_id),
        Leg(Role.INPUT_TAX, -line.tax),
        Leg(Role.PRICE_DIFFERENCE, -line.net),
    ]


def _tax(amount: int, rate: int, books: Books) -> int:
    return cumulative(amount, 0, rate, HUNDRED, books.minor)


def _unlinked(books: Books, command: ReturnToSupplier, paper: Paper) -> None:
    paper.place_id = paper.place_id or main_warehouse(books)
    for _, line in lines_of(books, command.lines, buying=True) if command.lines else ():
        line.net = line.worth(books.minor)
        line.tax, line.discount = _tax(line.net, line.rate, books), 0
        paper.legs += [
            Leg(Role.PAYABLE, line.net + line.tax, paper.partner_id),
            Leg(Role.INPUT_TAX, -line.tax),
            Leg(Role.PRICE_DIFFERENCE, -line.net),
        ]
        if line.pieces is None:
            line.pieces = likely(books, line.product_id or 0, paper.place_id, line.quantity)
        _move_back(books, paper, line, None)


def _move_back(books: Books, paper: Paper, line: Line, receipt_move: int | None) -> None:
    paper.lines.append(line)
    paper.goods.append(
        Goods(len(paper.lines) - 1, line.product_id or 0, paper.place_id or 0,
              outside(books, "supplier"), line.quantity, answers_id=receipt_move,
              pieces=line.pieces)
    )  # fmt: skip
