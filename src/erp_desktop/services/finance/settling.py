"""What is still open of an invoice, a bill or a sale on account: its total less what settled it."""

from typing import NamedTuple

from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role

# What a document adds to an account of its partner when it is posted.
_OPEN = """
SELECT d.id, d.number, d.kind, d.partner_id, d.happened_at, d.booked_on, d.due_on,
       d.total - COALESCE((SELECT SUM(p.amount) FROM payment p WHERE p.document_id = d.id), 0)
       - CASE WHEN d.kind = 'sale' THEN COALESCE((SELECT SUM(j.amount) FROM journal_line j
           JOIN journal_entry e ON e.id = j.entry_id JOIN account a ON a.id = j.account_id
           WHERE e.document_id = d.id AND a.role = 'rounding' AND j.by_stock = 0), 0) ELSE 0 END
       - COALESCE((SELECT SUM(s.amount) FROM allocation s WHERE s.invoice_id = d.id), 0)
FROM document d
"""


class OpenItem(NamedTuple):
    """A document that is not settled yet (whole parts)."""

    id: int
    number: str
    kind: str
    partner_id: int | None
    happened_at: int
    booked_on: int
    due_on: int | None
    amount: int


def open_amount(books: Books, document_id: int) -> int:
    """What is still to be paid of a document; 0 when it is settled or reversed."""
    row = books.row(_OPEN + "WHERE d.id = ? AND d.state = 'posted'", (document_id,))
    return int(row[7]) if row else 0


def rounding_of(books: Books, document_id: int) -> int:
    """What was let off of a till sale (抹零), in money parts: it stands in the journal only."""
    return int(
        books.value(
            "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j "
            "JOIN journal_entry e ON e.id = j.entry_id JOIN account a ON a.id = j.account_id "
            "WHERE e.document_id = ? AND a.role = 'rounding' AND j.by_stock = 0",
            (document_id,),
        )
    )


def advance_left(books: Books, partner_id: int, *, incoming: bool) -> int:
    """What is left of a customer's advances (`incoming`), or of ours to a supplier (parts)."""
    role, sign = (Role.CUSTOMER_ADVANCES, -1) if incoming else (Role.SUPPLIER_ADVANCES, 1)
    booked = books.value(
        "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j "
        "JOIN account a ON a.id = j.account_id WHERE a.role = ? AND j.partner_id = ?",
        (role, partner_id),
    )
    return sign * int(booked)


def open_items(
    books: Books, kinds: tuple[str, ...], partner_id: int | None = None
) -> list[OpenItem]:
    """Unsettled documents of these kinds, the oldest first."""
    marks = ", ".join("?" * len(kinds))
    where = f"WHERE d.state = 'posted' AND d.kind IN ({marks})"
    params: list[object] = [*kinds]
    if partner_id is not None:
        where += " AND d.partner_id = ?"
        params.append(partner_id)
    else:
        where += " AND d.partner_id IS NOT NULL"
    rows = books.rows(f"{_OPEN}{where} ORDER BY d.happened_at, d.id", params)
    return [OpenItem(*row) for row in rows if row[7]]
