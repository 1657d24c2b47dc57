"""The till (收银): order, stock-out, invoice and payment in one keystroke."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ZERO, money
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.catalogue.parts import stocked
from erp_desktop.services.catalogue.products import Product
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.means import account_of
from erp_desktop.services.finance.payments import require_advance
from erp_desktop.services.paper import Goods, Leg, Line, Paid, Paper, Posted
from erp_desktop.services.partners.credit import require_credit
from erp_desktop.services.partners.partners import partner
from erp_desktop.services.sales.permitting import permit_sale
from erp_desktop.services.sales.shifts import require_shift
from erp_desktop.services.stock.pieces import likely
from erp_desktop.services.stock.places import main_warehouse, outside
from erp_desktop.services.trade import TradeLine, lines_of, price_lines, put_partner


@dataclass(frozen=True, slots=True)
class PaidBy:
    """Money given by one means."""

    method: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class SellAtTill:
    """One cart. `discount` is on the whole cart; `rounding` is what is let off (抹零).

    `paid_by` names the means by which all that `payments` leave open is paid. `approvals` are what
    colleagues allowed (services/users/rights.py); `codes` are what was scanned for each line, since
    a label may bring its own price; `below_stock` sells what is not on hand.
    """

    lines: Sequence[TradeLine]
    payments: Sequence[PaidBy] = field(default=())
    paid_by: str = ""
    place_id: int | None = None
    customer_id: int | None = None
    discount: Decimal = ZERO
    rounding: Decimal = ZERO
    at: int | None = None
    external_id: str | None = None
    reference: str = ""
    note: str = ""
    allow_expired: bool = False  # by somebody with the right to it
    batch_id: int | None = None
    of_id: int | None = None  # the return that it is exchanged for
    approvals: Sequence[int] = field(default=())
    codes: Sequence[str] = field(default=())
    below_stock: bool = False
    over_limit: bool = False  # more is owed than the customer may, by right


def sell_at_till(books: Books, command: SellAtTill) -> Posted:
    """Sell a cart. What a known customer does not pay is owed; change is given from cash.

    Raises PaymentTooSmall, PaymentTooLarge, AdvanceTooSmall, NotEnoughStock, DiscountTooLarge,
    NothingToPost, NotAllowed, NoShiftOpen, CreditLimitReached.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    if books.till and books.setting("till_needs_shift") == "1" and command.batch_id is None:
        require_shift(books, books.till)
    paper, sold = sale_paper(books, command)
    permit = permit_sale(books, command, paper, sold)
    _take_money(books, paper, command)
    paper.legs += [
        Leg(Role.SALES, -paper.net),
        Leg(Role.OUTPUT_TAX, -paper.tax),
        Leg(Role.ROUNDING, books.amount(command.rounding)),
    ]
    posted = posting.post(books, paper)
    if permit is not None:
        permit.used(posted.id)
    return posted


def sale_paper(books: Books, command: SellAtTill) -> tuple[Paper, list[tuple[Product, Line]]]:
    """The cart as a priced paper that nobody paid yet, and its lines with their products."""
    paper = Paper(
        kind=Kind.SALE,
        at=command.at if command.at is not None else clock.now(),
        of_id=command.of_id,
        external_id=command.external_id,
        place_id=command.place_id or main_warehouse(books),
        reference=command.reference,
        note=command.note,
        allow_expired=command.allow_expired,
        batch_id=command.batch_id,
    )
    put_partner(books, paper, command.customer_id)
    customer = outside(books, "customer")
    sold = lines_of(books, command.lines, buying=False, partner_id=command.customer_id,
                    day=clock.day_of(paper.at))  # fmt: skip
    for at, (product, line) in enumerate(sold):
        paper.lines.append(line)
        if product.is_goods:
            paper.rules[product.id] = product.rule
        for goods_id, much in stocked(books, product.id, product.kind, line.quantity):
            place_id = paper.place_id or 0
            own = goods_id == product.id  # a kit's part has pieces of its own
            pieces = line.pieces if own else likely(books, goods_id, place_id, much)
            paper.goods.append(Goods(at, goods_id, place_id, customer, much, pieces=pieces))
    price_lines(books, paper, paper.lines, included=books.tax_included,
                off=books.amount(command.discount))  # fmt: skip
    return paper, sold


def _take_money(books: Books, paper: Paper, command: SellAtTill) -> None:
    due = paper.total - books.amount(command.rounding)
    given = [(paid.method, books.amount(paid.amount)) for paid in command.payments]
    rest = due - sum(amount for _, amount in given)
    if command.paid_by and rest > 0:
        given.append((command.paid_by, rest))
    for method, amount in given:
        if amount < 0:
            raise errors.NotPositive("payment", money(amount))
        if method == "advance":
            if command.customer_id is None:
                raise errors.Missing("customer")
            require_advance(books, command.customer_id, amount, incoming=True)
    total = sum(amount for _, amount in given)
    if total < due and command.customer_id is None:
        raise errors.PaymentTooSmall(money(due), money(total))
    change = max(total - due, 0)
    paper.payments = settle_change(given, change, money(due), money(total))
    paper.legs += [
        Leg(account_of(paid.method), paid.amount, whose(paid.method, paper))
        for paid in paper.payments
    ]
    if total < due and command.customer_id is not None:
        customer = partner(books, command.customer_id)
        require_credit(books, customer, due - total, command)
        paper.due_on = clock.day_after(clock.day_of(paper.at), customer.terms_days)
        paper.legs.append(Leg(Role.RECEIVABLE, due - total, paper.partner_id))


def whose(method: str, paper: Paper) -> int | None:
    """Whose account a means touches: an advance is a partner's, other money is ours."""
    return paper.partner_id if method == "advance" else None


def settle_change(
    given: Sequence[tuple[str, int]], change: int, due: Decimal, paid: Decimal
) -> list[Paid]:
    """Payments less the change, which only cash can give. Raises PaymentTooLarge."""
    payments = []
    for method, amount in given:
        back = min(change, amount) if method == "cash" else 0
        change -= back
        payments.append(Paid(method, amount - back, amount))
    if change:
        raise errors.PaymentTooLarge(due, paid)
    return payments
