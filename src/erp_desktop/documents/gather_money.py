"""Papers about money and cost alone: landed costs, payments with what they settle, transfers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.documents.cost_note import CostPaper
from erp_desktop.documents.expense_note import ExpensePaper
from erp_desktop.documents.gather import Found, common, line_of, party
from erp_desktop.documents.gather_priced import METHODS
from erp_desktop.documents.money_transfer_note import MoneyTransferPaper
from erp_desktop.documents.paper_words import words_of
from erp_desktop.documents.papers import Paid
from erp_desktop.documents.payment_note import PaymentPaper, Settled
from erp_desktop.services.finance.landed import NAMES
from erp_desktop.services.finance.means import name_of

COSTS: Final = dict(zip(NAMES, ("Freight", "Customs", "Packing", "Other cost"), strict=True))
# What two means are called where money lies, and not how it is paid.
ACCOUNTS: Final = {"bank": "Bank account", "card": "Card takings"}
TITLES: Final = {
    Kind.INVOICE: "Invoice", Kind.BILL: "Bill", Kind.SALE: "Receipt",
    Kind.LANDED_COST: "Landed cost", Kind.SALES_RETURN: "Customer return",
    Kind.PURCHASE_RETURN: "Supplier return",
}  # fmt: skip


def landed_cost(found: Found) -> CostPaper:
    """What each received line got of each cost."""
    say, receipts = words_of(found.language), _receipts(found)
    lines = []
    for row in found.record.lines:
        line = line_of(row, found)
        cost = say(COSTS[row.note]) if row.note in COSTS else row.note
        lines.append(replace(line, note=cost, place=receipts.get(row.position, "")))
    facts = common(found)
    return CostPaper(
        **facts, lines=tuple(lines), party=party(found), their_number=found.head.reference
    )


def _receipts(found: Found) -> dict[int, str]:
    """By position: the number of the receipt that the line is over."""
    of = found.head.reverses_id or found.head.id
    return {
        row[0]: row[1]
        for row in found.books.rows(
            "SELECT l.position, COALESCE(d.number, '') FROM document_line l JOIN document_line o "
            "ON o.id = l.answers_id JOIN document d ON d.id = o.document_id "
            "WHERE l.document_id = ?",
            (of,),
        )
    }


def expense(found: Found) -> ExpensePaper:
    """What money was spent on."""
    lines = tuple(line_of(row, found) for row in found.record.lines)
    return ExpensePaper(**common(found), lines=lines, party=party(found), paid=_paid(found))


def money_transfer(found: Found) -> MoneyTransferPaper:
    """Money from one own account to another, and what was kept of it."""
    source, target = _paid(found, METHODS | ACCOUNTS)
    return MoneyTransferPaper(
        **common(found), lines=tuple(line_of(row, found) for row in found.record.lines),
        source=source, target=target, their_number=found.head.reference,
    )  # fmt: skip


def payment(found: Found, title: str) -> PaymentPaper:
    """A payment with the documents it settles by now."""
    return PaymentPaper(
        **common(found), lines=(), party=party(found), title=title, paid=_paid(found),
        their_number=found.head.reference, settled=_settled(found),
        total=found.money(found.head.total),
    )  # fmt: skip


def _paid(found: Found, methods: Mapping[str, str] = METHODS) -> tuple[Paid, ...]:
    """How it was paid, in the paper's words."""
    say = words_of(found.language)
    return tuple(
        Paid(name_of(found.books, method) or say(methods[method]), found.money(int(amount)))
        for method, amount in found.books.rows(
            "SELECT method, amount FROM payment WHERE document_id = ? ORDER BY position",
            (found.head.id,),
        )
    )


def _settled(found: Found) -> tuple[Settled, ...]:
    return tuple(
        Settled(number or "", TITLES.get(Kind(kind), "Invoice"), clock.day_date(day),
                found.money(int(amount)))
        for number, kind, day, amount in found.books.rows(
            "SELECT d.number, d.kind, d.booked_on, SUM(a.amount) FROM allocation a "
            "JOIN document d ON d.id = a.invoice_id WHERE a.document_id = ? "
            "GROUP BY d.id, d.number, d.kind, d.booked_on HAVING SUM(a.amount) <> 0 "
            "ORDER BY d.booked_on, d.id",
            (found.head.id,),
        )
    )  # fmt: skip
