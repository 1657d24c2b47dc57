"""Payments (收款单, 付款单): money in from customers, money out to suppliers.

A payment settles the documents it names, else the oldest open ones first; what is more than due is
kept as an advance. Advances are used by paying with the method `advance`.
"""

from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.money import money
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services import posting
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.means import account_of
from erp_desktop.services.finance.settling import advance_left, open_amount, open_items
from erp_desktop.services.paper import Leg, Paid, Paper, Posted, Settles
from erp_desktop.services.records import header
from erp_desktop.services.trade import put_partner


@dataclass(frozen=True, slots=True)
class Pay:
    """Money that a customer pays us (`incoming`) or that we pay a supplier."""

    incoming: bool
    amount: Decimal
    method: str = "bank"
    partner_id: int | None = None
    invoice_id: int | None = None  # settles this one first
    at: int | None = None
    external_id: str | None = None
    reference: str = ""
    note: str = ""


def pay(books: Books, command: Pay) -> Posted:
    """Book a payment and settle with it.

    Raises NotPositive, Missing (partner), NotAmong, AdvanceTooSmall.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    if command.amount <= 0:
        raise errors.NotPositive("amount", command.amount)
    account_of(command.method)
    partner_id = command.partner_id
    if command.invoice_id is not None:
        partner_id = header(books, command.invoice_id).partner_id
    if partner_id is None:
        raise errors.Missing("partner")
    amount = books.amount(command.amount)
    if command.method == "advance":
        require_advance(books, partner_id, amount, incoming=command.incoming)
    paper = Paper(
        kind=Kind.PAYMENT_IN if command.incoming else Kind.PAYMENT_OUT,
        at=command.at if command.at is not None else clock.now(),
        of_id=command.invoice_id,
        external_id=command.external_id,
        reference=command.reference,
        note=command.note,
        net=amount,
        total=amount,
        payments=[Paid(command.method, amount, amount)],
    )
    put_partner(books, paper, partner_id)
    _settle(books, command, paper, partner_id, amount)
    return posting.post(books, paper)


def require_advance(books: Books, partner_id: int, wanted: int, *, incoming: bool) -> None:
    """An advance pays no more than is left of it (`wanted` in parts). Raises AdvanceTooSmall."""
    left = advance_left(books, partner_id, incoming=incoming)
    if wanted > left:
        places = books.money_places
        raise errors.AdvanceTooSmall(money(left, places), money(wanted, places))


def _settle(books: Books, command: Pay, paper: Paper, partner_id: int, amount: int) -> None:
    kinds = ("invoice", "sale") if command.incoming else ("bill", "landed_cost")
    rest = amount
    if command.invoice_id is not None:
        items = [(command.invoice_id, open_amount(books, command.invoice_id))]
    else:
        items = [(item.id, item.amount) for item in open_items(books, kinds, partner_id)]
    for invoice_id, due in items:
        part = min(rest, due)
        if part > 0:
            paper.settles.append(Settles(invoice_id, part))
            rest -= part
    paper.legs = _legs(command, partner_id, amount, rest)


def _legs(command: Pay, partner_id: int, amount: int, advance: int) -> list[Leg]:
    sign = 1 if command.incoming else -1
    owed = Role.RECEIVABLE if command.incoming else Role.PAYABLE
    early = Role.CUSTOMER_ADVANCES if command.incoming else Role.SUPPLIER_ADVANCES
    means, whose = account_of(command.method), None
    if command.method == "advance":
        means, whose = early, partner_id
    return [
        Leg(means, sign * amount, whose),
        Leg(owed, -sign * (amount - advance), partner_id),
        Leg(early, -sign * advance, partner_id),
    ]
