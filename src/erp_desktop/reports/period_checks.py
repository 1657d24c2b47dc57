"""What is looked at before a period is closed: what is not finished yet, of the days up to its end.

Nothing here forbids closing; a person decides whether it can stay as it is.
"""

from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import money
from erp_desktop.models.books import Books

# The names are English keys; the windows say them.
DRAFTS: Final = "drafts"
BELOW_ZERO: Final = "below zero"
COUNTS: Final = "counts"
SHIFTS: Final = "shifts"
UNBILLED: Final = "unbilled"


class Check(NamedTuple):
    """How many are not finished; for what is received and not billed, what it comes to."""

    name: str
    open: int
    amount: Decimal | None = None


def period_checks(books: Books, through: int) -> list[Check]:
    """What is open through a day: papers not posted, stock below zero, counts and till shifts that
    were begun and not ended, and what came without a bill."""
    end = clock.day_end(through)
    unbilled = books.value(
        "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j JOIN journal_entry e "
        "ON e.id = j.entry_id JOIN account a ON a.id = j.account_id "
        "WHERE a.role = 'unbilled' AND e.booked_on <= ?",
        (through,),
    )
    owed = money(-int(unbilled), books.money_places)
    return [
        Check(DRAFTS, _drafts(books, end)),
        Check(BELOW_ZERO, _count(books, "stock_balance WHERE on_hand < 0")),
        Check(COUNTS, _count(
            books, "count_plan WHERE state IN ('counting', 'review') AND opened_at <= ?", end)),
        Check(SHIFTS, _count(books, "till_shift WHERE closed_at IS NULL AND opened_at <= ?", end)),
        Check(UNBILLED, int(owed != 0), owed),
    ]  # fmt: skip


def _drafts(books: Books, end: int) -> int:
    """Papers that are written and not posted: orders in draft, and pages left open."""
    orders = _count(books, "document WHERE state = 'draft' AND happened_at <= ?", end)
    return orders + _count(books, "draft WHERE saved_at <= ?", end)


def _count(books: Books, what: str, *params: int) -> int:
    return int(books.value(f"SELECT COUNT(*) FROM {what}", params))  # noqa: S608  (our own names)
