"""Papers with money: orders, quotations, invoices, bills, credit notes and receipts.

Printed lines add up to the printed total, which is the document's own (LEDGER L-62); a till sale's
rounding (抹零) is booked beside its total, and so stands between the two on paper.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.states import ORDERS, Kind, State
from erp_desktop.documents.gather import (
    Found,
    answered_by_position,
    common,
    find,
    groups_of,
    line_of,
    number_of,
    party,
    place_name,
)
from erp_desktop.documents.invoice import InvoicePaper
from erp_desktop.documents.paper_words import Say, words_of
from erp_desktop.documents.papers import ZERO, Paid, PaperLine
from erp_desktop.documents.purchase_order import OrderPaper
from erp_desktop.documents.receipt import ReceiptPaper
from erp_desktop.services.finance.means import EXCHANGE, name_of
from erp_desktop.services.finance.settling import open_amount, rounding_of
from erp_desktop.services.records import LineRow, header
from erp_desktop.services.sales.exchanging import Pair, exchange_of

METHODS: Final = {
    "cash": "Cash", "card": "Card", "bank": "Bank", "wechat": "WeChat Pay", "alipay": "Alipay",
    "other": "Other", "advance": "Advance", "exchange": "Exchange",
}  # fmt: skip


def order(found: Found, title: str) -> OrderPaper:
    """A purchase order, sales order or quotation."""
    amounts = _amounts(found, found.record.lines)
    if _buys(found):
        amounts["lines"] = _with_their_codes(found, amounts["lines"])
    return OrderPaper(
        **common(found),
        **amounts,
        party=party(found),
        title=title,
        expected_on=_due(found),
        warehouse=place_name(found, found.head.place_id) if _buys(found) else "",
        their_number=found.head.reference,
    )


def _with_their_codes(found: Found, lines: tuple[PaperLine, ...]) -> tuple[PaperLine, ...]:
    """The supplier finds his own code under each line's name."""
    say = words_of(found.language)
    codes: dict[str, str] = dict(
        found.books.rows(
            "SELECT p.sku, s.code FROM product_supplier s JOIN product p ON p.id = s.product_id "
            "WHERE s.partner_id = ? AND s.code <> '' AND s.product_id IN "
            "(SELECT product_id FROM document_line WHERE document_id = ?)",
            (found.head.partner_id or 0, found.head.id),
        )
    )
    return tuple(
        replace(line, note=" · ".join(filter(None, (_their(say, codes.get(line.sku)), line.note))))
        for line in lines
    )


def _their(say: Say, code: str | None) -> str:
    return f"{say('Your code')} {code}" if code else ""


def invoice(found: Found, title: str) -> InvoicePaper:
    """An invoice or bill, or a till sale as an invoice; with what was paid until now."""
    order_number, delivery_number, ordered_as = _came_from(found)
    amounts = _amounts(found, found.record.lines)
    return InvoicePaper(
        **common(found),
        **amounts,
        party=party(found),
        title=title,
        due_on=_due(found),
        order_number=order_number,
        delivery_number=delivery_number,
        their_number=found.head.reference or ordered_as,
        paid=_paid_so_far(found, amounts["total"]),
    )


def credit_note(found: Found, title: str) -> InvoicePaper:
    """What a customer gets back for returned goods (红字): all amounts below zero."""
    rows, answers = _credited(found)
    facts = common(found) | {"answers": answers}
    return InvoicePaper(
        **facts, **_amounts(found, rows, credit=True), party=party(found), title=title
    )


def receipt(found: Found, title: str, roll: int) -> ReceiptPaper:
    """A till sale's receipt, or a return's with its amounts below zero."""
    pair = None if found.reverses else exchange_of(found.books, found.head.id)
    if pair is not None:
        return _exchange(found, pair, roll)
    return ReceiptPaper(**_receipt(found), title=title, roll=roll)


def _exchange(found: Found, pair: Pair, roll: int) -> ReceiptPaper:
    """One receipt for both halves, whichever it was asked for: under the number of what goes."""
    books, language = found.books, found.language
    back, going = (find(books, ident, language) for ident in pair)
    facts, came = _receipt(going), _receipt(back)
    inner = name_of(books, EXCHANGE) or words_of(language)(METHODS[EXCHANGE])
    return ReceiptPaper(
        **facts | {"paid": _without(facts["paid"], inner)},
        title="Exchange receipt",
        netted=groups_of((*facts["lines"], *came["lines"])),
        roll=roll,
        back=came["lines"],
        back_of=came["answers"],
        worth=-came["total"],
        refunded=_without(came["paid"], inner),
    )


def _without(paid: tuple[Paid, ...], method: str) -> tuple[Paid, ...]:
    return tuple(one for one in paid if one.method != method)


def _receipt(found: Found) -> dict[str, Any]:
    """The fields of a `ReceiptPaper` of one document."""
    credit, rows, facts = found.kind is Kind.SALES_RETURN, found.record.lines, common(found)
    if credit:
        rows, facts["answers"] = _credited(found)
    amounts = _amounts(found, rows, credit=credit)
    paid, kept, change = _payments(found)
    return {
        **facts,
        **amounts,
        "at": clock.local_time(found.head.happened_at),
        "paid": paid,
        "change": change,
        "owed": amounts["total"] - kept,
        "customer": found.head.partner_name,
        "farewell": found.books.setting("receipt_farewell"),
    }


def _credited(found: Found) -> tuple[tuple[LineRow, ...], str]:
    """The lines of a return that carry its money, and the numbers of what it answers.

    Goods of an invoiced issue come back on lines of their own, beside the lines that credit the
    invoices; of anything else, one line does both.
    """
    rows, answered = found.record.lines, answered_by_position(found)
    invoices = sorted({was.number for was in answered.values() if was.kind == Kind.INVOICE})
    usual = number_of(found.books, found.head.of_id)
    if not invoices:
        return rows, usual
    goods = {at for at, was in answered.items() if was.kind == Kind.GOODS_ISSUE}
    kept = tuple(row for row in rows if row.position not in goods)
    return kept, usual if found.reverses else ", ".join(invoices)


def _amounts(found: Found, rows: tuple[LineRow, ...], *, credit: bool = False) -> dict[str, Any]:
    """The fields of `papers.PricedPaper`. The lines contain all discounts, shares included."""
    lines: tuple[PaperLine, ...] = tuple(line_of(row, found, credit=credit) for row in rows)
    rounding = _rounding(found)
    return {
        "lines": lines,
        "groups": groups_of(lines),
        "rounding": rounding,
        "total": found.money(-found.head.total if credit else found.head.total) + rounding,
    }


def _rounding(found: Found) -> Decimal:
    """What was let off at the till, or of it given back with what was returned."""
    if found.kind not in {Kind.SALE, Kind.SALES_RETURN}:
        return ZERO
    return found.money(-rounding_of(found.books, found.head.id))


def _payments(found: Found) -> tuple[tuple[Paid, ...], Decimal, Decimal]:
    """What was given by each means, what the shop kept, and the change."""
    say = words_of(found.language)
    rows = found.books.rows(
        "SELECT method, amount, given FROM payment WHERE document_id = ? ORDER BY position",
        (found.head.id,),
    )
    kept = sum(int(amount) for _, amount, _ in rows)
    if found.reverses:  # money goes back as it was kept: nobody gives change again
        rows = [(method, amount, amount) for method, amount, _ in rows]
    given = sum(int(handed) for _, _, handed in rows)
    paid = tuple(
        Paid(name_of(found.books, method) or say(METHODS[method]), found.money(handed))
        for method, _, handed in rows if handed
    )  # fmt: skip
    return paid, found.money(kept), found.money(given - kept)


def _paid_so_far(found: Found, total: Decimal) -> Decimal:
    if found.head.state != State.POSTED or found.reverses:
        return ZERO
    return total - found.money(open_amount(found.books, found.head.id))


def _due(found: Found) -> date | None:
    return clock.day_date(found.head.due_on) if found.head.due_on else None


def _buys(found: Found) -> bool:
    return found.kind is Kind.PURCHASE_ORDER


def _came_from(found: Found) -> tuple[str, str, str]:
    """The numbers of the order and of the delivery that an invoice or bill charges for, and the
    customer's own number of the order."""
    head = found.head
    if found.reverses and head.reverses_id is not None:
        head = header(found.books, head.reverses_id)
    if head.of_id is None:
        return "", "", ""
    source, delivery = header(found.books, head.of_id), ""
    if source.kind not in ORDERS:
        delivery = source.number or ""
        if source.of_id is None:
            return "", delivery, ""
        source = header(found.books, source.of_id)
    theirs = source.reference if source.kind is Kind.SALES_ORDER else ""
    return source.number or "", delivery, theirs
