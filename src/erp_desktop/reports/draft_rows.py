"""Everything that is still being written: orders that are drafts, and the person's own papers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from erp_desktop.core import clock, money
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services.shop.drafts import KeptPage, drafts

ORDERS = ("purchase_order", "sales_order", "quotation")
# What the answer to an earlier paper will be, by the deed that its draft is named after.
DEEDS = {
    "receive": Kind.GOODS_RECEIPT, "ship": Kind.GOODS_ISSUE, "bill": Kind.BILL,
    "charge": Kind.INVOICE, "send_back": Kind.PURCHASE_RETURN, "take_back": Kind.SALES_RETURN,
}  # fmt: skip
# small forms over a document's page
FORMS = ("payment_in", "payment_out", "expense", "money_transfer")
FREE = ("goods_receipt", "goods_issue", "purchase_return", "sales_return", "transfer", "write_off",
        "opening", "count", "landed_cost", "assembly", *FORMS)  # fmt: skip


class DraftRow(NamedTuple):
    """A draft: its name (empty for an order), its document (an order, or the one it answers)."""

    name: str
    document_id: int | None
    kind: Kind
    saved_at: datetime
    partner: str
    of: str  # the number of the paper it answers
    lines: int
    total: Any  # Decimal of an order, else None
    person: str


def draft_rows(books: Books) -> list[DraftRow]:
    """All drafts that a person can go on with, the latest first."""
    found = [*_orders(books), *(row for one in drafts(books) for row in _own(books, one))]
    return sorted(found, key=lambda row: row.saved_at, reverse=True)


def _orders(books: Books) -> list[DraftRow]:
    rows = books.rows(
        "SELECT d.id, d.kind, d.posted_at, d.partner_name, d.total, "
        "COALESCE(u.full_name, ''), (SELECT COUNT(*) FROM document_line l "
        "WHERE l.document_id = d.id) FROM document d "
        "LEFT JOIN user_account u ON u.id = d.user_id "
        "WHERE d.state = 'draft' AND d.kind IN (?, ?, ?)",
        ORDERS,
    )
    return [
        DraftRow(
            "", row[0], Kind(row[1]), clock.local_time(row[2]), row[3] or "", "", int(row[6]),
            money.money(row[4], books.money_places), row[5],
        )
        for row in rows
    ]  # fmt: skip


def _own(books: Books, kept: KeptPage) -> list[DraftRow]:
    """A draft of the person's own, if it is a paper."""
    code, of = _parts(kept.page)
    kind = DEEDS.get(code) or (Kind(code) if code in FREE else None)
    if kind is None:
        return []
    number, partner = _answered(books, of) if of else ("", _partner(kept.content))
    if code in FORMS:
        partner = _partner(kept.content)
    lines = kept.content.get("lines") or kept.content.get("entries") or ()
    row = DraftRow(
        kept.page, of, kind, clock.local_time(kept.saved_at), partner, number,
        _written(lines), None, "",
    )  # fmt: skip
    return [row] if number or not of else []


def _parts(page: str) -> tuple[str, int | None]:
    """The code of a draft's name, and the document that it answers."""
    code, _, rest = page.replace("@", ":").partition(":")
    first = rest.partition(":")[0]
    answers = (code in DEEDS or code in {*FORMS, "landed_cost"}) and first.isdecimal()
    return code, int(first) if answers else None


def _answered(books: Books, document_id: int) -> tuple[str, str]:
    row = books.row("SELECT number, partner_name FROM document WHERE id = ?", (document_id,))
    return (row[0] or f"#{document_id}", row[1] or "") if row is not None else ("", "")


def _partner(content: dict[str, Any]) -> str:
    fields = content.get("fields")
    said = fields.get("partner") if isinstance(fields, dict) else None
    return str(said[1] if isinstance(said, list) else said or "")


def _written(lines: Sequence[Any]) -> int:
    """How many lines say something; of an answer those that are done now."""
    return sum(
        1 for line in lines if not isinstance(line, dict) or line.get("now") != ["exact", "0"]
    )
