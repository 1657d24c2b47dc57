"""What a payment settled: each invoice or bill with how much of it this payment paid."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import money
from erp_desktop.models.books import Books


class Settled(NamedTuple):
    """An invoice or a bill, and what a payment paid of it."""

    id: int
    kind: str
    number: str
    day: date
    total: Decimal
    amount: Decimal


def settled_by(books: Books, payment_id: int) -> list[Settled]:
    """The documents that a payment settled, the oldest first; a part that was given back is off."""
    rows = books.rows(
        "SELECT i.id, i.kind, i.number, i.happened_at, i.total, CAST(SUM(a.amount) AS BIGINT) "
        "FROM allocation a JOIN document i ON i.id = a.invoice_id WHERE a.document_id = ? "
        "GROUP BY i.id, i.kind, i.number, i.happened_at, i.total HAVING SUM(a.amount) <> 0 "
        "ORDER BY i.happened_at, i.id",
        (payment_id,),
    )
    places = books.money_places
    return [
        Settled(row[0], row[1], row[2], clock.local_time(row[3]).date(), money(row[4], places),
                money(row[5], places))
        for row in rows
    ]  # fmt: skip
