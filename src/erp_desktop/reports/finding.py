"""Finding a document by what people remember of it: its number, the end of it, or whose it is."""

from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core.money import money
from erp_desktop.models.books import Books, marks
from erp_desktop.reports.numbering import numbers_like

_DOCUMENT = (
    "SELECT id, kind, number, partner_name, state, total, booked_on FROM document "
    "WHERE number IS NOT NULL AND "
)


class DocumentHit(NamedTuple):
    """One document found."""

    id: int
    kind: str
    number: str
    partner: str
    state: str
    total: Decimal
    day: int


def find_documents(books: Books, text: str, limit: int = 8) -> list[DocumentHit]:
    """Documents whose number begins or ends so, else the newest of partners named so."""
    wanted = text.strip().upper()
    if not wanted:
        return []
    found = _numbered(books, wanted, limit)
    if len(found) < limit:
        known = {hit.id for hit in found}
        theirs = _of_partners(books, text.strip(), limit)
        found += [hit for hit in theirs if hit.id not in known]
    return found[:limit]


def _numbered(books: Books, wanted: str, limit: int) -> list[DocumentHit]:
    if wanted.isdecimal():
        numbers = numbers_like(books, int(wanted))
        return _hits(books, f"number IN ({marks(numbers)}) ORDER BY id DESC LIMIT ?",
                     [*numbers, limit])  # fmt: skip
    beginning = "number >= ? AND number < ? ORDER BY number DESC LIMIT ?"
    return _hits(books, beginning, [wanted, f"{wanted}\uffff", limit])


def _of_partners(books: Books, text: str, limit: int) -> list[DocumentHit]:
    like = f"%{text.lower()}%"
    ids = [
        row[0]
        for row in books.rows(
            "SELECT id FROM partner WHERE lower(name) LIKE ? OR initials LIKE ? LIMIT 20",
            (like, like),
        )
    ]
    if not ids:
        return []
    condition = f"partner_id IN ({marks(ids)}) ORDER BY happened_at DESC, id DESC LIMIT ?"
    return _hits(books, condition, [*ids, limit])


def _hits(books: Books, condition: str, params: list[object]) -> list[DocumentHit]:
    places = books.money_places
    return [
        DocumentHit._make((*row[:5], money(row[5], places), row[6]))
        for row in books.rows(_DOCUMENT + condition, params)
    ]
