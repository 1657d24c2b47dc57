"""Finding posted receipts by a part of their number or their supplier's name."""

from collections.abc import Sequence
from typing import NamedTuple

from erp_desktop.models.books import Books
from erp_desktop.services.finance.bills import receipts_of


class FoundReceipt(NamedTuple):
    """A receipt that could be meant."""

    id: int
    number: str
    supplier: str


def found_receipts(books: Books, text: str, limit: int = 12) -> list[FoundReceipt]:
    """Posted receipts, the newest first."""
    wanted = f"%{text.strip().lower()}%"
    return [
        FoundReceipt(*row)
        for row in books.rows(
            "SELECT id, number, partner_name FROM document WHERE kind = 'goods_receipt' "
            "AND state = 'posted' AND (lower(number) LIKE ? OR lower(partner_name) LIKE ?) "
            "ORDER BY happened_at DESC, id DESC LIMIT ?",
            (wanted, wanted, limit),
        )
    ]


def known_receipts(books: Books, ids: Sequence[int]) -> list[FoundReceipt]:
    """The receipts that are meant, in this order: an order stands for all of its receipts."""
    found: dict[int, FoundReceipt] = {}
    for document_id in ids:
        for one in receipts_of(books, [document_id]):
            found[one.id] = FoundReceipt(one.id, one.called, one.partner_name)
    return list(found.values())


def receipts_called(books: Books, numbers: Sequence[str]) -> list[FoundReceipt]:
    """The posted receipts with these numbers, in this order."""
    found = []
    for number in numbers:
        row = books.row(
            "SELECT id, number, partner_name FROM document WHERE kind = 'goods_receipt' "
            "AND state = 'posted' AND number = ?",
            (number,),
        )
        if row is not None:
            found.append(FoundReceipt(*row))
    return found
