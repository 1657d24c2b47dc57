"""Exchange (换货): goods come back and others go, and only the difference changes hands.

In the books it is a return and a sale, posted together; to people it is one thing with one number,
that of the sale, on one receipt (docs/decisions/0010). What came back is worth its price towards
what goes: both papers say so by the means *exchange*, which comes to nothing between the two.
Reversing one of them reverses the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from erp_desktop.core.money import money
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books, marks
from erp_desktop.services import posting
from erp_desktop.services.finance.means import EXCHANGE
from erp_desktop.services.paper import Posted
from erp_desktop.services.records import header
from erp_desktop.services.sales.returning import (
    ReturnFromCustomer,
    return_from_customer,
    return_paper,
    to_pay_back,
)
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sale_paper, sell_at_till


@dataclass(frozen=True, slots=True)
class Exchange:
    """What comes back (its `refunds` are ours to say) and what goes.

    The sale's `payments` pay the difference where more goes than comes; where less goes, the
    difference is given back by `refund_by`.
    """

    back: ReturnFromCustomer
    going: SellAtTill
    refund_by: str = "cash"


class Reads(Protocol):
    """Whatever answers a question to the books."""

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Any]: ...


class Pair(NamedTuple):
    """The two papers of an exchange by their ids. People know it by the number of what goes."""

    back_id: int
    going_id: int


class Exchanged(NamedTuple):
    """The two papers of an exchange."""

    back: Posted
    going: Posted


def exchange(books: Books, command: Exchange) -> Exchanged:
    """Take back and sell in one. Raises as `return_from_customer` and `sell_at_till`."""
    if again := posting.posted_before(books, command.going.external_id):
        back_id = header(books, again.id).of_id or 0
        return Exchanged(Posted(back_id, header(books, back_id).called, again=True), again)
    worth, costs = sums_of(books, command)
    part = min(worth, costs)
    refunds = [PaidBy(EXCHANGE, part), PaidBy(command.refund_by, worth - part)]
    back = return_from_customer(
        books, replace(command.back, refunds=[one for one in refunds if one.amount], paid_by="")
    )
    payments = [PaidBy(EXCHANGE, part), *command.going.payments]
    going = replace(command.going, payments=[one for one in payments if one.amount], of_id=back.id)
    return Exchanged(back, sell_at_till(books, going))


def pairs_of(books: Reads, document_ids: Sequence[int]) -> list[Pair]:
    """The exchanges that any of these papers is a half of."""
    if not document_ids:
        return []
    own = marks(document_ids)
    rows = books.rows(  # by the ids alone: by the kind it would read every sale of the shop
        "SELECT b.id, g.id, b.kind, g.kind FROM document g JOIN document b ON b.id = g.of_id "  # noqa: S608
        f"WHERE g.id IN ({own}) OR g.of_id IN ({own}) ORDER BY g.id",
        (*document_ids, *document_ids),
    )
    halves = (Kind.SALES_RETURN, Kind.SALE)
    return [Pair(back, going) for back, going, *kinds in rows if tuple(kinds) == halves]


def exchange_of(books: Reads, document_id: int) -> Pair | None:
    """The exchange that a paper is a half of; None where it stands alone."""
    return next(iter(pairs_of(books, [document_id])), None)


def sums_of(books: Books, command: Exchange) -> tuple[Decimal, Decimal]:
    """What came back is worth, and what goes costs, before anything is posted."""
    worth = to_pay_back(return_paper(books, command.back).paper)
    costs = sale_paper(books, command.going)[0].total - books.amount(command.going.rounding)
    return money(worth), money(costs)
