"""Bills (采购账单): what the goods really cost, also when it is known late.

A bill at another price, after half of the goods were sold, changes what the *receipt* was worth at
its own time: the ledger takes the difference to what is left on stock and to the cost of what was
sold since, exactly (LEDGER L-27, L-28). Freight and customs do the same (`landed.py`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity
from erp_desktop.core.states import Kind, State
from erp_desktop.core.tax import Priced, price_document, rate_parts
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.paper import Leg, Line, Paper, Posted
from erp_desktop.services.partners.partners import partner
from erp_desktop.services.records import (
    Answered,
    Header,
    LineRow,
    answered,
    header,
    record,
    require,
    revalued,
)
from erp_desktop.services.trade import (
    PartLine,
    part_of,
    positive,
    put_amounts,
    put_partner,
    put_price,
)


@dataclass(frozen=True, slots=True)
class EnterBill:
    """A supplier's bill for receipts (or for a purchase order's receipts).

    Empty `parts` means all that is not billed. `prices` gives the billed unit cost by product
    where it differs from the receipt's. `rate` overrides the products' tax rate.
    """

    of_ids: Sequence[int]
    parts: Sequence[PartLine] = field(default=())
    prices: Mapping[int, Decimal] = field(default_factory=dict)
    # by receipt line: what the bill claims, where that is more than arrived; it is not owed
    claimed: Mapping[int, Decimal] = field(default_factory=dict)
    at: int | None = None
    due_on: int | None = None
    rate: Decimal | None = None
    reference: str = ""
    external_id: str | None = None
    note: str = ""


def enter_bill(books: Books, command: EnterBill) -> Posted:
    """Book what is owed; receipts are restated from their own time on where prices differ.

    Raises NothingToPost when all was billed, MoreThanReceived, WrongDocument (also for a receipt
    from another supplier than the first).
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    receipts = _of_one_supplier(receipts_of(books, command.of_ids))
    at = command.at if command.at is not None else clock.now()
    paper = Paper(
        kind=Kind.BILL,
        at=at,
        of_id=command.of_ids[0],
        external_id=command.external_id,
        place_id=receipts[0].place_id,
        reference=command.reference,
        note=command.note,
    )
    put_partner(books, paper, receipts[0].partner_id)
    terms = partner(books, paper.partner_id).terms_days if paper.partner_id else 0
    paper.due_on = command.due_on or clock.day_after(clock.day_of(at), terms)
    _bill_lines(books, command, paper, receipts)
    paper.legs = [
        Leg(Role.UNBILLED, paper.net),
        Leg(Role.INPUT_TAX, paper.tax),
        Leg(Role.PAYABLE, -paper.total, paper.partner_id),
    ]
    return posting.post(books, paper)


def receipts_of(books: Books, of_ids: Sequence[int]) -> list[Header]:
    """The posted receipts meant: receipts themselves, or those of a purchase order."""
    found: list[Header] = []
    for document_id in of_ids:
        head = header(books, document_id)
        if head.kind is Kind.PURCHASE_ORDER:
            found += [
                header(books, row[0])
                for row in books.rows(
                    "SELECT id FROM document WHERE of_id = ? AND kind = 'goods_receipt' "
                    "AND state = 'posted' ORDER BY happened_at, id",
                    (document_id,),
                )
            ]
            continue
        require(head, [Kind.GOODS_RECEIPT], [State.POSTED])
        found.append(head)
    if not found:
        raise errors.NothingToPost
    return found


def _of_one_supplier(receipts: list[Header]) -> list[Header]:
    """Nobody is owed for what another supplier brought. Raises WrongDocument."""
    for head in receipts:
        if head.partner_id != receipts[0].partner_id:
            raise errors.WrongDocument(head.called, head.kind, head.state)
    return receipts


def to_bill(books: Books, receipts: Sequence[Header]) -> list[tuple[LineRow, int, int]]:
    """The receipt lines that may be billed: (line, quantity left, quantity settled before).

    What was billed and what went back unbilled settle a line together, in turn, so that their
    shares of its amount add up to it exactly.
    """
    rows = [line for receipt in receipts for line in record(books, receipt.id).lines]
    ids = [row.id for row in rows]
    billed = answered(books, ids, [Kind.BILL])
    returned = answered(books, ids, [Kind.PURCHASE_RETURN])
    found = []
    for row in rows:
        done = billed.get(row.id, Answered()).quantity
        back = returned.get(row.id, Answered()).quantity
        settled = min(done + back, row.quantity)
        if row.promotion:
            settled = row.quantity  # a gift is not billed
        found.append((row, row.quantity - settled, settled))
    return found


def _bill_lines(books: Books, command: EnterBill, paper: Paper, receipts: Sequence[Header]) -> None:
    open_lines = {row.id: (row, left, done) for row, left, done in to_bill(books, receipts)}
    wanted: list[tuple[int, int, PartLine | None]] = [
        (part.line_id, positive("quantity", part.quantity), part) for part in command.parts
    ]
    if not wanted:
        wanted = [(row.id, left, None) for row, left, _ in open_lines.values() if left > 0]
    if not wanted:
        raise errors.NothingToPost
    was = []
    for line_id, billing, part in wanted:
        if line_id not in open_lines:
            raise errors.UnknownDocument(line_id)
        row, left, done = open_lines[line_id]
        if billing > left:
            raise errors.MoreThanReceived(row.sku, quantity(billing), quantity(left))
        open_lines[line_id] = (row, left - billing, done + billing)  # it may be named again
        line = part_of(row, billing, done, books.minor)
        was.append(line.net)
        price = part.price if part else command.prices.get(row.product_id or 0)
        _put_price(books, line, price, in_unit=bool(part and part.in_unit))
        if command.rate is not None:
            line.rate = rate_parts(command.rate)
        line.expected = _claimed(command, line_id, billing)
        paper.lines.append(line)
    _tax_lines(books, paper)
    _revalue(books, paper, was)


def _claimed(command: EnterBill, line_id: int, billing: int) -> int | None:
    """What the supplier wants paid for; kept where it is more than is owed."""
    if line_id not in command.claimed:
        return None
    claimed = positive("quantity", command.claimed[line_id])
    return claimed if claimed > billing else None


def _put_price(books: Books, line: Line, price: Decimal | None, *, in_unit: bool) -> None:
    if price is None:
        return
    if price < 0:
        raise errors.NotPositive("unit_cost", price)
    line.percent_off = line.discount = 0
    put_price(line, price, books.minor, in_unit=in_unit)


def _tax_lines(books: Books, paper: Paper) -> None:
    priced = price_document(
        [Priced(line.quantity, line.price, line.rate, stated=line.net) for line in paper.lines],
        included=False,
        minor=books.minor,
    )
    put_amounts(paper, paper.lines, priced.lines)


def _revalue(books: Books, paper: Paper, was: Sequence[int]) -> None:
    more: dict[int, int] = defaultdict(int)
    for line, stated in zip(paper.lines, was, strict=True):
        more[line.answers_id or 0] += line.net - stated
    changed = [line_id for line_id, amount in more.items() if amount]
    paper.revalues += revalued(books, changed, Role.UNBILLED, more)
