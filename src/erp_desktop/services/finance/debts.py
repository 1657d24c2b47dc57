"""What is owed, paper by paper and by age (账龄): what the open items of an account are.

What a paper still has open is what it put on the account less what was settled of it; a credit or
a payment has what it put there, less what it settled. Summed over all papers the settlements
cancel, so the open items are the account's balance, on any day. What settled a later paper (money
that came before its invoice) settled nothing yet on a day before that paper.

By age, what is still to pay stands by the days it is late; credits that settle nothing yet and
advances stand beside it and never make an old debt look younger.
"""

from typing import Any, Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role, account_ids

_OWED: Final = """
WITH put AS (
    SELECT COALESCE(d.reverses_id, d.id) AS document_id, SUM(j.amount) AS amount
    FROM journal_line j JOIN journal_entry e ON e.id = j.entry_id
    JOIN document d ON d.id = e.document_id
    WHERE j.account_id = ? AND e.booked_on <= ? AND d.happened_at <= ?{whose}
    GROUP BY COALESCE(d.reverses_id, d.id)
), settled AS (
    SELECT a.document_id, a.invoice_id, a.amount FROM allocation a
    JOIN document c ON c.id = a.caused_by_id JOIN document i ON i.id = a.invoice_id
    WHERE c.booked_on <= ? AND c.happened_at <= ? AND i.booked_on <= ? AND i.happened_at <= ?
), taken AS (SELECT invoice_id, SUM(amount) AS amount FROM settled GROUP BY invoice_id),
given AS (SELECT document_id, SUM(amount) AS amount FROM settled GROUP BY document_id)
SELECT d.id, d.number, d.happened_at, d.kind, d.partner_name, d.due_on, put.amount * {sign},
       put.amount * {sign} - COALESCE(taken.amount, 0) + COALESCE(given.amount, 0), d.partner_id
FROM put JOIN document d ON d.id = put.document_id
LEFT JOIN taken ON taken.invoice_id = d.id
LEFT JOIN given ON given.document_id = d.id
WHERE put.amount * {sign} - COALESCE(taken.amount, 0) + COALESCE(given.amount, 0) <> 0
ORDER BY d.partner_name, d.happened_at, d.id
"""
_BALANCES: Final = """
SELECT j.partner_id, SUM(j.amount) FROM journal_line j JOIN journal_entry e ON e.id = j.entry_id
JOIN document d ON d.id = e.document_id
WHERE j.account_id = ? AND j.partner_id IS NOT NULL AND e.booked_on <= ? AND d.happened_at <= ?
"""
_UPTO: Final = (0, 30, 60, 90)  # days late, of all ages but the last
_CREDITS: Final = 5  # where they stand in Ages


class Until(NamedTuple):
    """What counts: booked by this day, and happened by this moment."""

    day: int
    moment: int


class Side(NamedTuple):
    """Who owes: an account, the advances against it, and the sign that makes a debt positive."""

    owed: Role
    advances: Role
    sign: int


CUSTOMERS: Final = Side(Role.RECEIVABLE, Role.CUSTOMER_ADVANCES, 1)
SUPPLIERS: Final = Side(Role.PAYABLE, Role.SUPPLIER_ADVANCES, -1)


class Ages(NamedTuple):
    """What somebody owes, by the days it is late; `credits` (below zero) are not set off yet."""

    not_due: int = 0
    to_30: int = 0
    to_60: int = 0
    to_90: int = 0
    older: int = 0
    credits: int = 0

    @property
    def balance(self) -> int:
        return sum(self)

    @property
    def late(self) -> int:
        return self.to_30 + self.to_60 + self.to_90 + self.older

    def more(self, at: int, amount: int) -> "Ages":
        """With so much more in the column at this place."""
        return Ages._make([have + amount if at == n else have for n, have in enumerate(self)])


def open_items_of(
    books: Books, until: Until, role: Role, sign: int, partner_id: int | None = None
) -> list[tuple[Any, ...]]:
    """What is open on an account as it was then: (id, number, at, kind, partner's name, due, put
    there, still open, partner), in whole parts."""
    whose = "" if partner_id is None else " AND j.partner_id = ?"
    mine = () if partner_id is None else (partner_id,)
    params = (account_ids(books)[role], *until, *mine, *until, *until)
    return books.rows(_OWED.format(sign=sign, whose=whose), params)


def ages_of(
    books: Books, until: Until, side: Side, partner_id: int | None = None
) -> dict[int, Ages]:
    """By partner: how old what is owed is, on the last day that is asked for."""
    today = min(until.day, clock.today())
    terms: dict[int, int] = dict(books.rows("SELECT id, terms_days FROM partner"))
    found: dict[int, Ages] = {}

    def put(whose: int, at: int, amount: int) -> None:
        found[whose] = found.get(whose, Ages()).more(at, amount)

    for _, _, at, _, _, due_on, _, left, whose in open_items_of(
        books, until, side.owed, side.sign, partner_id
    ):
        if whose is not None:  # a sale of old, that says no day, was due as its customer pays
            due = due_on or clock.day_after(clock.day_of(at), terms[whose])
            put(whose, _age(due, today) if left > 0 else _CREDITS, int(left))
    for whose, held in balances(books, until, side.advances, partner_id).items():
        put(whose, _CREDITS, side.sign * held)
    return {whose: ages for whose, ages in found.items() if any(ages)}


def balances(
    books: Books, until: Until, role: Role, partner_id: int | None = None
) -> dict[int, int]:
    """What each partner has on an account (+ debit), as it was then."""
    whose = "" if partner_id is None else " AND j.partner_id = ?"
    mine = () if partner_id is None else (partner_id,)
    raw = books.rows(
        f"{_BALANCES}{whose} GROUP BY j.partner_id",
        (account_ids(books)[role], *until, *mine),
    )
    return {row[0]: int(row[1]) for row in raw}


def _age(due_on: int, today: int) -> int:
    """Which column a debt stands in."""
    late = (clock.day_date(today) - clock.day_date(due_on)).days
    return next((at for at, upto in enumerate(_UPTO) if late <= upto), len(_UPTO))
