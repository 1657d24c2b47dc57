"""Import batches: what came in together is remembered together, so that it can be taken back.

A batch keeps its report as it was shown. Undoing answers every posted document of the batch with
its reversal, the newest first, and cancels its orders; products and partners that only the batch
made and nothing else uses become inactive, and those that it changed are as they were. A whole
history is undone set-wise: its documents leave the story together, so that each product is told
again once, not once a document.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity
from erp_desktop.models.books import Books
from erp_desktop.services.finance.bank_lines import remove_lines
from erp_desktop.services.reversing import reverse, reverse_together
from erp_desktop.services.shop.restoring import restore
from erp_desktop.services.users import rights

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """One import of this shop."""

    id: int
    code: str
    kind: str
    file_name: str
    imported_at: int
    undone_at: int | None
    report: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a batch back came to."""

    code: str
    reversed: int  # posted documents that were answered
    closed: int  # orders that were cancelled
    products: int  # master data that became inactive
    partners: int
    kept: int  # master data that something else uses by now
    restored: int  # known before, and as they were again
    lines: int = 0  # of a bank's statement, gone


_BATCH = "SELECT id, code, kind, file_name, imported_at, undone_at, report FROM import_batch "


_OPEN_ORDERS = "SELECT id FROM document WHERE batch_id = ? AND state = 'confirmed' ORDER BY id DESC"
_POSTED = "SELECT id FROM document WHERE batch_id = ? AND state = 'posted' ORDER BY sequence DESC"


def open_batch(books: Books, kind: str, file_name: str) -> tuple[int, str]:
    """Begin a batch: its id and the code people know it by."""
    number = int(books.value("SELECT COALESCE(MAX(id), 0) + 1 FROM import_batch"))
    code = f"IM-{number:06}"
    batch_id = books.insert(
        "import_batch", code=code, kind=kind, file_name=file_name, imported_at=clock.now(),
        report="{}",
    )  # fmt: skip
    return batch_id, code


def finish_batch(books: Books, batch_id: int, report: dict[str, Any]) -> None:
    """Keep what the import said of itself."""
    books.update("import_batch", batch_id, report=json.dumps(report, ensure_ascii=False))


def batches(books: Books) -> list[Batch]:
    """All imports, the newest first."""
    return [_batch(row) for row in books.rows(_BATCH + "ORDER BY id DESC")]


def find_batch(books: Books, code: str) -> Batch:
    """One import by its code. Raises UnknownDocument."""
    row = books.row(_BATCH + "WHERE code = ?", (code,))
    if row is None:
        raise errors.UnknownDocument(code)
    return _batch(row)


def batch_of_file(books: Books, kind: str, fingerprint: str) -> Batch | None:
    """The import of a file with this content as this kind that still stands.

    One list may bring products, and their opening stock after them.
    """
    for batch in batches(books):
        if (
            batch.undone_at is None
            and batch.kind == kind
            and batch.report.get("fingerprint") == fingerprint
        ):
            return batch
    return None


def set_aside(books: Books, table: str) -> set[str]:
    """SKUs or codes of what an import brought and its undoing made inactive.

    An import that brings them again takes them up again.
    """
    column = "sku" if table == "product" else "code"
    return {
        row[0]
        for row in books.rows(
            f"SELECT t.{column} FROM {table} t JOIN import_batch b ON b.id = t.batch_id "  # noqa: S608
            "WHERE b.undone_at IS NOT NULL AND NOT t.active"
        )
    }


def _batch(row: tuple[Any, ...]) -> Batch:
    batch_id, code, kind, file_name, imported_at, undone_at, report = row
    return Batch(batch_id, code, kind, file_name, imported_at, undone_at, json.loads(report))


def undo_batch(books: Books, code: str, progress: Progress | None = None) -> Undone:
    """Take an import back. `progress` is told (papers taken back, of how many).

    Raises UnknownDocument, AlreadyReversed (undone before), HasFollowers when a later document
    answers one of the batch, NotEnoughStock when goods of the batch were used up since.
    """
    rights.require(books, rights.REWORK)
    batch = find_batch(books, code)
    if batch.undone_at is not None:
        raise errors.AlreadyReversed(code, clock.iso(batch.undone_at))
    _refuse_followers(books, batch)
    open_orders = [row[0] for row in books.rows(_OPEN_ORDERS, (batch.id,))]
    posted = [row[0] for row in books.rows(_POSTED, (batch.id,))]

    def told(done: int, _of: int) -> None:
        if progress is not None:
            progress(done, len(open_orders) + len(posted))

    orders = _cancel_orders(books, batch, open_orders, told)
    reverse_together(books, posted, lambda done, of: told(len(open_orders) + done, of))
    _refuse_shortage(books, batch)
    lines = remove_lines(books, batch.id)
    restored = restore(books, batch.report.get("changes", {}))
    products, kept = _retire(books, batch, "product", _PRODUCT_USED)
    partners, more = _retire(books, batch, "partner", _PARTNER_USED)
    books.update("import_batch", batch.id, undone_at=clock.now())
    return Undone(code, len(posted), orders, products, partners, kept + more, restored, lines)


def _cancel_orders(
    books: Books, batch: Batch, open_orders: Sequence[int], progress: Progress
) -> int:
    """Take back what the batch's orders promised or awaited; how many there were."""
    for done, order_id in enumerate(open_orders, start=1):
        reverse(books, order_id)
        progress(done, len(open_orders))
    # those that came in as delivered leave with the others
    return books.run(
        "UPDATE document SET state = 'cancelled', version = version + 1 WHERE batch_id = ? "
        "AND kind IN ('purchase_order', 'sales_order') AND state IN ('closed', 'cancelled')",
        (batch.id,),
    )


_FOLLOWER = """
SELECT o.number, d.number FROM document d
JOIN document_line l ON l.document_id = d.id
JOIN document_line a ON a.id = l.answers_id
JOIN document o ON o.id = a.document_id
WHERE o.batch_id = ? AND (d.batch_id IS NULL OR d.batch_id <> o.batch_id)
  AND d.kind <> 'reversal' AND d.state IN ('posted', 'confirmed', 'closed')
ORDER BY d.id LIMIT 1
"""
_SETTLER = """
SELECT o.number, d.number FROM allocation s
JOIN document o ON o.id = s.invoice_id
JOIN document d ON d.id = s.document_id
WHERE o.batch_id = ? AND (d.batch_id IS NULL OR d.batch_id <> o.batch_id)
  AND d.state = 'posted' AND s.amount > 0
ORDER BY d.id LIMIT 1
"""


def _refuse_followers(books: Books, batch: Batch) -> None:
    """An import cannot be undone while a later paper stands on one of its papers."""
    for question in (_FOLLOWER, _SETTLER):
        found = books.row(question, (batch.id,))
        if found is not None:
            raise errors.HasFollowers(found[0], found[1])


def _refuse_shortage(books: Books, batch: Batch) -> None:
    """What the batch brought in may have been sold since: then it cannot be taken back."""
    found = books.row(
        "SELECT p.sku, b.on_hand FROM stock_balance b JOIN product p ON p.id = b.product_id "
        "WHERE b.on_hand < 0 AND p.negative = 'block' AND p.id IN (SELECT m.product_id "
        "FROM stock_move m JOIN document d ON d.id = m.document_id WHERE d.batch_id = ?) "
        "ORDER BY p.sku LIMIT 1",
        (batch.id,),
    )
    if found is not None:
        raise errors.NotEnoughStock(found[0], quantity(-found[1]), 0)


# Used by something that stands and is not of the batch itself.
_PRODUCT_USED = """
EXISTS (SELECT 1 FROM document_line l JOIN document d ON d.id = l.document_id
        WHERE l.product_id = t.id AND d.kind <> 'reversal'
        AND d.state NOT IN ('reversed', 'cancelled')
        AND (d.batch_id IS NULL OR d.batch_id <> t.batch_id))
OR EXISTS (SELECT 1 FROM stock_balance b WHERE b.product_id = t.id AND b.on_hand <> 0)
"""
_PARTNER_USED = """
EXISTS (SELECT 1 FROM document d WHERE d.partner_id = t.id AND d.kind <> 'reversal'
        AND d.state NOT IN ('reversed', 'cancelled')
        AND (d.batch_id IS NULL OR d.batch_id <> t.batch_id))
"""


def _retire(books: Books, batch: Batch, table: str, used: str) -> tuple[int, int]:
    """Make what only the batch brought inactive: how many, and how many had to stay."""
    made = int(books.value(f"SELECT COUNT(*) FROM {table} WHERE batch_id = ?", (batch.id,)))  # noqa: S608
    retired = books.run(
        f"UPDATE {table} AS t SET active = false, version = version + 1 "  # noqa: S608
        f"WHERE batch_id = ? AND NOT ({used})",
        (batch.id,),
    )
    return retired, made - retired
