"""The statement of a customer or supplier (对账单): what was open, what came, what is open now.

It tells every paper that touched the partner's accounts in a period: what is owed to us and by us
and the advances of both, which together are one running balance. A sale that was paid in part
stands with all it came to and with what was paid at once; one paid in full never was owed and is
not told. Opening and closing are the journal's balances of those days, and the closing is told
apart by age, so the sheet a partner signs is the books to the cent.

A debit is what makes the partner owe us more. Whoever only supplies us has the balance the other
way round: what we owe.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import money
from erp_desktop.core.states import BUYING
from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role, account_ids
from erp_desktop.services.finance.debts import CUSTOMERS, SUPPLIERS, Ages, Until, ages_of
from erp_desktop.services.users import rights

ACCOUNTS: Final = (
    Role.RECEIVABLE, Role.CUSTOMER_ADVANCES, Role.PAYABLE, Role.SUPPLIER_ADVANCES,
)  # fmt: skip
OPENING: Final = "opening_balance"  # the kind of the first row, which is no paper
NO_PAPER: Final = -1  # its id
# Paid at once: what changed hands on the paper itself. An advance was paid before.
_ROWS: Final = """
SELECT d.id, e.booked_on, d.number, d.kind, COALESCE(NULLIF(d.reference, ''), o.number, ''),
       d.due_on, COALESCE(o.kind, d.kind), SUM(j.amount),
       SUM(CASE WHEN j.amount > 0 THEN j.amount ELSE 0 END),
       COALESCE((SELECT SUM(p.amount) FROM payment p
                 WHERE p.document_id = d.id AND p.method <> 'advance'), 0)
FROM journal_line j JOIN journal_entry e ON e.id = j.entry_id
JOIN document d ON d.id = e.document_id LEFT JOIN document o ON o.id = d.reverses_id
WHERE j.account_id IN (?, ?, ?, ?) AND j.partner_id = ? AND e.booked_on <= ? AND d.happened_at <= ?
GROUP BY d.id, e.booked_on, d.number, d.kind, d.reference, d.due_on, o.kind, o.number,
         d.happened_at, d.sequence
ORDER BY e.booked_on, d.happened_at, d.sequence
"""
_LAST_DAY: Final = 99_999_999
_FOREVER: Final = 2**62


@dataclass(frozen=True, slots=True)
class StatementAsk:
    """Whose statement (a partner's code), and the days of the books that it tells.

    Without a first day it begins with the first paper; `moment` leaves out what happened later.
    """

    partner: str
    first: int = 0
    last: int = _LAST_DAY
    moment: int = _FOREVER


class Told(NamedTuple):
    """One paper, in whole parts; the balance is the one behind it."""

    id: int
    day: int
    number: str
    kind: str
    reference: str  # theirs; of a reversal what it takes back
    due_on: int | None
    debit: int | None
    credit: int | None
    balance: int


class Whose(NamedTuple):
    """Of whom a statement is; `ours`: he only supplies us, so the balance is what we owe."""

    id: int
    code: str
    name: str
    address: str
    phone: str
    tax_number: str
    ours: bool


class Statement(NamedTuple):
    """What one partner and we had to do with each other; sums are in the shop's currency.

    `opening`, `closing` and `ages` are what the partner owes us, or (`ours`) what we owe him.
    """

    who: Whose
    first: date | None
    last: date
    rows: tuple[Told, ...]
    opening: Decimal
    debit: Decimal
    credit: Decimal
    closing: Decimal
    ages: tuple[Decimal, ...]  # as the fields of debts.Ages


def statement_of(books: Books, ask: StatementAsk) -> Statement:
    """The statement of one partner.

    Raises Missing (partner), UnknownPartner, and NotAllowed for a supplier's without the right to
    see what goods cost.
    """
    who = _who(books, ask.partner)
    ids = [account_ids(books)[role] for role in ACCOUNTS]
    raw = books.rows(_ROWS, (*ids, who.id, ask.last, ask.moment))
    if any(row[6] in BUYING for row in raw):
        rights.require(books, rights.COST)
    sign = -1 if who.ours else 1
    opening = sign * sum(int(row[7]) for row in raw if row[1] < ask.first)
    rows = _told([row for row in raw if row[1] >= ask.first], opening, sign)
    closing = rows[-1].balance if rows else opening
    places = books.money_places
    return Statement(
        who,
        clock.day_date(ask.first) if ask.first else None,
        clock.day_date(min(ask.last, max(clock.today(), ask.first))),
        (*_head(ask, opening), *rows),
        opening=money(opening, places),
        debit=money(sum(row.debit or 0 for row in rows), places),
        credit=money(sum(row.credit or 0 for row in rows), places),
        closing=money(closing, places),
        ages=tuple(money(one, places) for one in _ages(books, ask, who)),
    )


def _head(ask: StatementAsk, opening: int) -> list[Told]:
    """The opening balance, where a first day was asked for."""
    if not ask.first:
        return []
    return [Told(NO_PAPER, ask.first, "", OPENING, "", None, None, None, opening)]


def _who(books: Books, code: str) -> Whose:
    if not code:
        raise errors.Missing("partner")
    row = books.row(
        "SELECT id, code, name, address, phone, tax_number, is_supplier, is_customer "
        "FROM partner WHERE code = ?",
        (code,),
    )
    if row is None:
        raise errors.UnknownPartner(code)
    *facts, supplies, buys = row
    if supplies:
        rights.require(books, rights.COST)
    return Whose._make((*facts, bool(supplies and not buys)))


def _told(raw: list[Any], balance: int, sign: int) -> list[Told]:
    rows = []
    for row in raw:
        *facts, kind, amount, above, paid = row
        debit, credit = _sides(kind, int(amount), int(above), int(paid))
        balance += sign * (debit - credit)
        rows.append(Told._make((*facts, debit, credit, balance)))
    return rows


def _sides(kind: str, amount: int, debit: int, paid: int) -> tuple[int, int]:
    """Debit and credit of one paper, in whole parts; `paid` is what was paid with it at once."""
    if kind not in {"sale", "sales_return"}:
        return debit, debit - amount
    charged = amount + paid
    return max(charged, 0) + max(-paid, 0), max(-charged, 0) + max(paid, 0)


def _ages(books: Books, ask: StatementAsk, who: Whose) -> Ages:
    """What is owed on the partner's own side by age; what stands on the other is set against it."""
    mine, other = (SUPPLIERS, CUSTOMERS) if who.ours else (CUSTOMERS, SUPPLIERS)
    until = Until(ask.last, ask.moment)
    ages = ages_of(books, until, mine, who.id).get(who.id, Ages())
    against = ages_of(books, until, other, who.id).get(who.id, Ages())
    return ages._replace(credits=ages.credits - against.balance)
