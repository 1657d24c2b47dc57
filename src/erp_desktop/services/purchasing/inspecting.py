"""Inspection (验收) of what arrives: how much of it is rejected, why, and a photo that shows it.

Rejected goods never enter the stock and are not owed for: they stay outstanding on the order, and
stand on the receipt beside what was taken in, so that a rejection note can be sent with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import ZERO
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Line
from erp_desktop.services.shop.pictures import put_picture


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the inspection of one line found. `promotion`: the supplier gives it for nothing."""

    rejected: Decimal = Decimal(0)
    reason: str = ""
    photo: bytes | None = None
    promotion: bool = False


class Photo(NamedTuple):
    """A photo of rejected goods."""

    line_id: int
    data: bytes


class PhotoFacts(NamedTuple):
    """What is known of a photo without reading it; `begins` are its first bytes."""

    line_id: int
    name: str  # of the product
    reason: str
    size: int
    begins: bytes
    kept_at: int
    person: str


def inspect(line: Line, found: Inspected | None, rejected: int) -> None:
    """Write what was found onto a line. Raises Missing (reason), NotPositive."""
    if found is None:
        return
    if found.rejected < ZERO:
        raise errors.NotPositive("rejected", found.rejected)
    if rejected:
        if not found.reason.strip():
            raise errors.Missing("reason")
        line.rejected, line.reason = rejected, found.reason.strip()
    if found.promotion:
        line.promotion, line.price, line.net, line.tax = 1, 0, 0, 0
        line.unit_price = None if line.unit_price is None else 0
        line.discount = line.percent_off = line.off = 0


def keep_photos(books: Books, document_id: int, photos: Mapping[int, bytes]) -> None:
    """Keep the photos of a posted receipt; `photos` is by the lines' positions, from 1."""
    for position, data in photos.items():
        line_id = books.value(
            "SELECT id FROM document_line WHERE document_id = ? AND position = ?",
            (document_id, position),
        )
        put_picture(books, f"line:{line_id}", data)


def photos_of(books: Books, document_id: int) -> list[Photo]:
    """The photos of a receipt's lines, in order."""
    return [
        Photo(row[0], bytes(row[1]))
        for row in books.rows(
            "SELECT l.id, p.data FROM document_line l "
            "JOIN picture p ON p.of = 'line:' || l.id WHERE l.document_id = ? ORDER BY l.position",
            (document_id,),
        )
    ]


def photo_facts(books: Books, document_id: int) -> list[PhotoFacts]:
    """Which photos a receipt has, in the order of its lines."""
    return [
        PhotoFacts(*row)._replace(begins=bytes(row[4]))
        for row in books.rows(
            "SELECT l.id, l.name, COALESCE(l.reason, ''), LENGTH(p.data), SUBSTR(p.data, 1, 12), "
            "d.posted_at, COALESCE(NULLIF(u.full_name, ''), u.name, '') FROM document d "
            "JOIN document_line l ON l.document_id = d.id AND l.rejected > 0 "
            "JOIN picture p ON p.of = 'line:' || l.id LEFT JOIN user_account u ON u.id = d.user_id "
            "WHERE d.id = ? AND d.kind = 'goods_receipt' ORDER BY l.position",
            (document_id,),
        )
    ]
