"""Verbs of a day file for selling: quote, order, issue, invoice, sell, take back, and payments."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ZERO, decimal_of, parts, proportion
from erp_desktop.core.states import Kind, State
from erp_desktop.exchange.day_fields import Fields
from erp_desktop.exchange.day_lines import (
    Deed,
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
from erp_desktop.services.finance.invoices import WriteInvoice, to_invoice, write_invoice
from erp_desktop.services.finance.means import EXCHANGE
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.ordering import WriteOrder, confirm_order, outstanding
from erp_desktop.services.paper import Paper
from erp_desktop.services.records import Answered, Header, answered, record, require
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.return_rules import STOCK, Came
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.trade import PartLine, TradeLine, lines_of, price_lines


def _order(kind: Kind, until: str) -> Verb:
    """An order or quotation to a customer, confirmed; `until` is the key of its day."""

    def verb(books: Books, fields: Fields) -> Deed:
        lines = trade_lines(books, fields, "price")
        customer_id = partner_id(books, fields, "customer")
        command = WriteOrder(
            kind=kind,
            partner_id=customer_id,
            lines=lines,
            due_on=fields.day(until),
            discount=_whole_discount(books, fields, lines, customer_id),
            reference=fields.text("reference"),
            over_limit=kind is Kind.SALES_ORDER and bool(fields.flag("over_limit")),
            **told(books, fields),
        )
        return partial(confirm_order, books, command)

    return verb


def _whole_discount(
    books: Books, fields: Fields, lines: Sequence[TradeLine], customer_id: int | None
) -> Decimal:
    """What is taken off the whole: an amount, or a percentage of what the lines come to."""
    percent, amount = fields.discount("discount")
    if not percent:
        return amount
    if not 0 <= percent <= 100:
        raise fields.wrong("discount", "a percentage from 0 to 100 expected")
    at = fields.moment("at")
    day = None if at is None else clock.day_of(at)
    found = lines_of(books, lines, buying=False, partner_id=customer_id, day=day)
    cart = Paper(Kind.SALE, 0, lines=[line for _, line in found])
    price_lines(books, cart, cart.lines, included=books.tax_included)
    listed = cart.total if books.tax_included else cart.net
    return decimal_of(proportion(listed, parts(percent, 6), 100_000_000, books.minor), 4)


def issue(books: Books, fields: Fields) -> Deed:
    """Goods that leave, of a sales order or without one."""
    order_id, gone, lines, customer_id = None, [], [], None
    if fields.has("of"):
        head = paper(books, fields)
        require(head, [Kind.SALES_ORDER], [State.CONFIRMED])
        partner_of(books, fields, "customer", head)
        order = record(books, head.id)
        taken = laid_over(named_goods(books, fields), order.lines, outstanding(books, order))
        order_id, gone = head.id, [_part(books, part) for part in taken]
    else:
        customer_id = partner_id(books, fields, "customer")
        lines = trade_lines(books, fields, "price")
    command = IssueGoods(
        customer_id=customer_id,
        order_id=order_id,
        parts=gone,
        lines=lines,
        reference=fields.text("reference"),
        over_limit=bool(fields.flag("over_limit")),
        **told(books, fields),
    )
    return partial(issue_goods, books, command)


def _part(books: Books, part: Part) -> PartLine:
    if part.asked is None:
        return PartLine(part.row.id, part.quantity)
    lot, _ = part.asked.lot()
    note, pieces = part.asked.fields.text("note"), part.asked.pieces()
    serials = part.asked.serials()
    return PartLine(part.row.id, part.quantity, lot=lot, note=note, pieces=pieces, serials=serials,
                    bin_id=part.asked.bin(books))  # fmt: skip


def sale(books: Books, fields: Fields) -> Deed:
    """A till sale; without payments it is paid exactly, in cash (a known customer may owe)."""
    lines = trade_lines(books, fields, "price")
    customer_id = partner_id(books, fields, "customer")
    payments = _money(fields, "payments")
    on_account = fields.has("payments") and customer_id is not None
    command = SellAtTill(
        lines=lines,
        payments=payments,
        paid_by="" if payments or on_account else "cash",
        customer_id=customer_id,
        discount=_whole_discount(books, fields, lines, customer_id),
        rounding=fields.number("rounding") or ZERO,
        over_limit=bool(fields.flag("over_limit")),
        **told(books, fields),
    )
    return partial(sell_at_till, books, command)


def _money(fields: Fields, key: str) -> list[PaidBy]:
    return [PaidBy(_means(one, "cash"), one.need_number("amount")) for one in fields.each(key)]


def _means(fields: Fields, usual: str) -> str:
    """A means of payment; goods for goods is no money that a line could name by itself."""
    method = fields.text("method", usual)
    if method == EXCHANGE:
        raise fields.wrong("method", "an exchange is posted by its two papers together")
    return method


def customer_return(books: Books, fields: Fields) -> Deed:
    """Goods that come back, of a sale or an issue, or without a paper."""
    of_id, back, lines, customer_id = None, [], [], None
    if fields.has("of"):
        head = paper(books, fields)
        partner_of(books, fields, "customer", head)
        of_id, back = head.id, _brought_back(books, fields, head)
    else:
        customer_id = partner_id(books, fields, "customer")
        lines = trade_lines(books, fields, "price")
    command = ReturnFromCustomer(
        of_id=of_id,
        customer_id=customer_id,
        parts=back,
        lines=lines,
        refunds=_money(fields, "refunds"),
        reason=fields.text("reason"),
        came=_came(fields, len(back or lines)),
        **told(books, fields),
    )
    return partial(return_from_customer, books, command)


def _came(fields: Fields, lines: int) -> list[Came]:
    """Where all of it goes, where that is said: to stock, to repair, to scrap."""
    goes = fields.text("goes", STOCK)
    return [] if goes == STOCK else [Came(words=fields.text("reason"), went_to=goes)] * lines


def _brought_back(books: Books, fields: Fields, head: Header) -> list[PartLine]:
    require(head, [Kind.SALE, Kind.GOODS_ISSUE], [State.POSTED])
    rows = record(books, head.id).lines
    done = answered(books, [row.id for row in rows], [Kind.SALES_RETURN])
    left = {row.id: row.quantity - done.get(row.id, Answered()).quantity for row in rows}
    taken = laid_over(named_goods(books, fields), rows, left, errors.MoreThanSold)
    return [_part(books, part) for part in taken]


def invoice(books: Books, fields: Fields) -> Deed:
    """Charge for a sales order's deliveries or for one issue; no lines means all of it."""
    head = paper(books, fields)
    partner_of(books, fields, "customer", head)
    command = WriteInvoice(
        of_id=head.id,
        parts=_charged(books, fields, head),
        due_on=fields.day("due"),
        **said(fields),
    )
    return partial(write_invoice, books, command)


def _charged(books: Books, fields: Fields, head: Header) -> list[PartLine]:
    lines = named_goods(books, fields)
    if not lines:
        return []
    require(head, [Kind.SALES_ORDER, Kind.GOODS_ISSUE],
            [State.CONFIRMED, State.CLOSED, State.POSTED])  # fmt: skip
    open_lines = to_invoice(books, record(books, head.id))
    rows, left = [row for row, _, _ in open_lines], {row.id: much for row, much, _ in open_lines}
    return [_part(books, part) for part in laid_over(lines, rows, left, errors.MoreThanSold)]


def payment(books: Books, fields: Fields) -> Deed:
    """Money from a customer or to a supplier; `of` names the paper it settles first."""
    invoice_id, incoming = None, fields.has("customer")
    partner = partner_id(books, fields, "customer" if incoming else "supplier")
    if fields.has("of"):
        head = paper(books, fields)
        owed_to_us = head.kind in {Kind.INVOICE, Kind.SALE}
        if not owed_to_us and head.kind not in {Kind.BILL, Kind.LANDED_COST}:
            raise errors.WrongDocument(head.called, head.kind, head.state)
        require(head, [head.kind], [State.POSTED])
        if partner is not None and (partner, incoming) != (head.partner_id, owed_to_us):
            raise errors.WrongDocument(head.called, head.kind, head.state)
        invoice_id, incoming = head.id, owed_to_us
    elif partner is None:
        raise fields.wrong("customer", "missing (or supplier, or of)")
    command = Pay(
        incoming=incoming,
        amount=fields.need_number("amount"),
        method=_means(fields, "bank"),
        partner_id=partner,
        invoice_id=invoice_id,
        reference=fields.text("reference"),
        **said(fields),
    )
    return partial(pay, books, command)


VERBS: dict[str, Verb] = {
    "quotation": _order(Kind.QUOTATION, "until"),
    "sales_order": _order(Kind.SALES_ORDER, "due"),
    "issue": issue,
    "sale": sale,
    "customer_return": customer_return,
    "invoice": invoice,
    "payment": payment,
}
