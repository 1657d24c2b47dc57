"""Finding posted receipts by a part of their number or their supplier's name."""

from typing import NamedTuple

from erp_desktop.models.books import Books


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
