"""Verbs of a day file for buying: order, send back, bill, spend (receiving has its own room), and
for moving money between own accounts."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from erp_desktop.core import errors
from erp_desktop.core.allocation import shared
from erp_desktop.core.money import decimal_of, quantity, quantity_parts, value_of
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
    place_id,
    said,
    told,
    trade_lines,
)
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.bills import EnterBill, enter_bill, receipts_of, to_bill
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense
from erp_desktop.services.finance.money_transfers import BANK_FEES, TransferMoney, transfer_money
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.proposing import OrderProposed
from erp_desktop.services.purchasing.proposing import replenish as order_what_is_short
from erp_desktop.services.purchasing.returning import (
    ReturnLine,
    ReturnToSupplier,
    return_to_supplier,
)
from erp_desktop.services.records import Answered, answered, find_document, record, require
from erp_desktop.services.stock.replenishing import Asked
from erp_desktop.services.trade import PartLine, TradeLine


def purchase_order(books: Books, fields: Fields) -> Deed:
    """An order to a supplier, confirmed."""
    command = WriteOrder(
        kind=Kind.PURCHASE_ORDER,
        partner_id=partner_id(books, fields, "supplier"),
        lines=trade_lines(books, fields, "unit_cost"),
        due_on=fields.day("expected"),
        discount=fields.number("discount") or quantity(0),
        reference=fields.text("reference"),
        **told(books, fields),
    )
    return partial(confirm_order, books, command)


def supplier_return(books: Books, fields: Fields) -> Deed:
    """Goods that go back, of a receipt or without one."""
    receipt_id: int | None = None
    supplier_id: int | None = None
    parts: list[ReturnLine] = []
    lines: list[TradeLine] = []
    if fields.has("of"):
        receipt_id, parts = _sent_back(books, fields)
    else:
        supplier_id = partner_id(books, fields, "supplier")
        lines = [_credited(books, line) for line in named_goods(books, fields)]
    command = ReturnToSupplier(
        receipt_id=receipt_id,
        supplier_id=supplier_id,
        parts=parts,
        lines=lines,
        reason=fields.text("reason"),
        **told(books, fields),
    )
    return partial(return_to_supplier, books, command)


def _sent_back(books: Books, fields: Fields) -> tuple[int, list[ReturnLine]]:
    head = paper(books, fields)
    require(head, [Kind.GOODS_RECEIPT], [State.POSTED])
    partner_of(books, fields, "supplier", head)
    rows = record(books, head.id).lines
    done = answered(books, [row.id for row in rows], [Kind.PURCHASE_RETURN])
    left = {row.id: row.quantity - done.get(row.id, Answered()).quantity for row in rows}
    parts = laid_over(named_goods(books, fields), rows, left, errors.MoreThanReceived)
    return head.id, _with_credit(books, parts)


def _with_credit(books: Books, parts: Sequence[Part]) -> list[ReturnLine]:
    """The credit of a day file's line, shared over the receipt's lines that it fell on."""
    found: list[ReturnLine] = []
    for asked in dict.fromkeys(part.asked for part in parts):
        mine = [part for part in parts if part.asked is asked]
        credit = asked.fields.number("credit") if asked else None
        lots = (asked.lot()[0], asked.serials()) if asked else (None, ())
        pieces = asked.pieces() if asked and len(mine) == 1 else None
        if credit is None:
            found += [
                ReturnLine(part.row.id, part.quantity, None, *lots, pieces=pieces) for part in mine
            ]
            continue
        weights = [quantity_parts(part.quantity) for part in mine]
        total = books.amount(credit)
        shares = shared(total, weights, books.minor) if len(mine) > 1 else [total]
        found += [
            ReturnLine(part.row.id, part.quantity, decimal_of(share, 4), *lots, pieces=pieces)
            for part, share in zip(mine, shares, strict=True)
        ]
    return found


def _credited(books: Books, line: Named) -> TradeLine:
    """A line without a receipt: the credit in all becomes a price each."""
    wanted, price = line.quantity(), line.price("unit_cost")
    credit = line.fields.number("credit")
    if credit is not None and wanted > 0:
        price = (credit / wanted).quantize(decimal_of(1, 6))
        worth = value_of(quantity_parts(wanted), int(price.scaleb(6)), books.minor)
        if worth != books.amount(credit):
            raise line.fields.wrong("credit", "not a whole price each; give unit_cost")
    return TradeLine(
        line.product.id, wanted, price, note=line.fields.text("note"), pieces=line.pieces()
    )


def bill(books: Books, fields: Fields) -> Deed:
    """A supplier's bill for receipts or an order's receipts; no lines means all that is open."""
    of_ids = [find_document(books, reference) for reference in fields.texts("of")]
    if not of_ids:
        raise fields.wrong("of", "missing")
    parts, claimed = _billed(books, fields, of_ids)
    command = EnterBill(
        of_ids=of_ids,
        parts=parts,
        claimed=claimed,
        due_on=fields.day("due"),
        rate=fields.number("tax"),
        reference=fields.text("reference"),
        **said(fields),
    )
    return partial(enter_bill, books, command)


def _billed(
    books: Books, fields: Fields, of_ids: Sequence[int]
) -> tuple[list[PartLine], dict[int, Decimal]]:
    """The lines a bill names, each over all of its product that is open unless it says `qty`; and
    what it claims where that is more than came."""
    lines = named_goods(books, fields)
    if not lines:
        return [], {}
    open_lines = to_bill(books, receipts_of(books, of_ids))
    rows, left = [row for row, _, _ in open_lines], {row.id: much for row, much, _ in open_lines}
    found: list[PartLine] = []
    claims: dict[int, Decimal] = {}
    for line in lines:
        mine = [row for row in rows if row.product_id == line.product.id]
        if line.fields.has("qty"):
            parts = laid_over([line], rows, left, errors.MoreThanReceived)
        else:
            parts = laid_over([], mine, left)
            left.update(dict.fromkeys((row.id for row in mine), 0))
        if not parts:
            raise errors.NothingToPost
        for part in parts:
            price, in_unit = part._replace(asked=line).price("unit_cost")
            found.append(PartLine(part.row.id, part.quantity, price, in_unit=in_unit))
        if line.fields.has("claimed"):
            claims[parts[0].row.id] = line.quantity("claimed")
    return found, claims


def expense(books: Books, fields: Fields) -> Deed:
    """Money spent on neither goods nor a bill; `account` is a code, or a name (made if new)."""
    command = EnterExpense(
        account=fields.need("account"),
        amount=fields.number("amount") or quantity(0),
        rate=fields.number("tax") or quantity(0),
        method=fields.text("method") or "cash",
        partner_id=partner_id(books, fields, "partner"),
        at=fields.moment("at"),
        external_id=fields.maybe("id"),
        reference=fields.text("reference"),
        note=fields.text("note"),
        drawer=fields.text("drawer"),
    )
    return partial(enter_expense, books, command)


def money_transfer(books: Books, fields: Fields) -> Deed:
    """Money between own accounts: all but the fee arrives."""
    command = TransferMoney(
        source=fields.need("from"),
        target=fields.need("to"),
        amount=fields.number("amount") or quantity(0),
        fee=fields.number("fee") or quantity(0),
        rate=fields.number("tax") or quantity(0),
        at=fields.moment("at"),
        reference=fields.text("reference"),
        note=fields.text("note"),
        external_id=fields.maybe("id"),
        fee_account=fields.text("account") or BANK_FEES,
        drawer=fields.text("drawer"),
    )
    return partial(transfer_money, books, command)


def replenish(books: Books, fields: Fields) -> Deed:
    """Order all that falls short, one order a supplier; a second time nothing is left to order."""
    sku = fields.maybe("sku")
    asked = Asked(
        place_id(books, fields),
        None if sku is None else by_sku(books, sku).id,
        partner_id(books, fields, "supplier"),
    )
    command = OrderProposed(
        (),
        confirm=not fields.flag("drafts"),
        anyway=bool(fields.flag("anyway")),
        at=fields.moment("at"),
        external_id=fields.maybe("id"),
    )
    return partial(_ordered, books, asked, command)


def _ordered(books: Books, asked: Asked, command: OrderProposed) -> Posted | None:
    made = order_what_is_short(books, asked, command)
    return Posted(made[0].id, ", ".join(one.number for one in made)) if made else None


VERBS: dict[str, Verb] = {
    "purchase_order": purchase_order,
    "replenish": replenish,
    "supplier_return": supplier_return,
    "bill": bill,
    "expense": expense,
    "money_transfer": money_transfer,
}
