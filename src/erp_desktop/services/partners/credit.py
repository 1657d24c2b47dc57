"""Credit limits (信用额度): how much a customer may owe, and what stands against it.

What counts is what he owes (less what he paid in advance), what left and is not charged yet, and,
where an order is confirmed, what is still to leave of his other orders. What is paid at once never
counts. A customer without a limit is not asked about at all.
"""

from typing import Final, Protocol

from erp_desktop.core import errors
from erp_desktop.core.money import divided, money
from erp_desktop.models.books import Books
from erp_desktop.services.finance.invoices import to_invoice
from erp_desktop.services.partners.partners import Partner
from erp_desktop.services.records import record
from erp_desktop.services.users import rights

_OWES: Final = """
SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j JOIN account a ON a.id = j.account_id
WHERE a.role IN ('receivable', 'customer_advances') AND j.partner_id = ?
"""
_ISSUES: Final = """
SELECT DISTINCT d.id FROM document d JOIN document_line l ON l.document_id = d.id
WHERE d.partner_id = ? AND d.kind = 'goods_issue' AND d.state = 'posted' AND l.quantity >
  COALESCE((SELECT SUM(x.quantity) FROM document_line x JOIN document xd ON xd.id = x.document_id
  AND xd.state = 'posted' AND xd.kind = 'invoice' WHERE x.answers_id = l.id), 0)
"""
_ORDERED: Final = """
SELECT l.net + l.tax, l.quantity,
  COALESCE((SELECT SUM(x.quantity) FROM document_line x JOIN document xd ON xd.id = x.document_id
  AND xd.state = 'posted' AND xd.kind IN ('goods_issue', 'invoice') WHERE x.answers_id = l.id), 0)
FROM document d JOIN document_line l ON l.document_id = d.id
WHERE d.partner_id = ? AND d.kind = 'sales_order' AND d.state = 'confirmed' AND l.quantity > 0
"""


class OnCredit(Protocol):
    """What of a command says that the limit was thought of."""

    @property
    def over_limit(self) -> bool: ...

    @property
    def batch_id(self) -> int | None: ...


def standing(books: Books, customer_id: int, *, orders: bool) -> int:
    """What stands against a customer's limit, in money parts; `orders`: with what is to leave."""
    owes = int(books.value(_OWES, (customer_id,)))
    for (issue_id,) in books.rows(_ISSUES, (customer_id,)):
        for row, left, _ in to_invoice(books, record(books, issue_id)):
            owes += divided((row.net + row.tax) * max(left, 0), row.quantity) if row.quantity else 0
    if orders:
        for worth, much, done in books.rows(_ORDERED, (customer_id,)):
            owes += divided(worth * max(much - int(done), 0), much)
    return owes


def require_credit(
    books: Books, customer: Partner | None, wanted: int, command: OnCredit, *, orders: bool = False
) -> None:
    """So much more may be owed. Raises CreditLimitReached.

    `over_limit` sells anyway (by right: `permit_over_limit`); imports of the past are not asked.
    """
    if customer is None or customer.credit_limit is None or wanted <= 0:
        return
    if command.over_limit or command.batch_id is not None:
        return
    owes = standing(books, customer.id, orders=orders)
    over = owes + wanted - customer.credit_limit
    if over > 0:
        places = books.money_places
        raise errors.CreditLimitReached(
            customer.name, *(money(one, places) for one in (customer.credit_limit, owes, wanted)),
            money(over, places),
        )  # fmt: skip


def permit_over_limit(permit: rights.Permit, command: OnCredit) -> None:
    """Selling beyond a limit takes the right to it. Raises NotAllowed."""
    if command.over_limit:
        permit.require(rights.OVER_LIMIT)
