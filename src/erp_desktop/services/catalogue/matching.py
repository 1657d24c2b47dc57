"""Which products are meant by words that somebody copied from elsewhere: codes, barcodes, names.

Set-wise: a sheet of a thousand rows is a few questions. A spreadsheet drops the zeros in front of a
barcode, so a bare number also finds the code with its zeros put back.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.search import find_products

LENGTHS = (8, 12, 13, 14)  # of barcodes, with their leading zeros
AT_ONCE = 400
CLOSE = 4  # how many products are named when several could be meant


class Match(NamedTuple):
    """A product that could be meant; `goods` is False for a service."""

    id: int
    sku: str
    name: str
    goods: bool


def match_products(books: Books, texts: Sequence[str]) -> dict[str, list[Match]]:
    """By what was asked: the products that carry it as SKU, as barcode, or as their whole name."""
    found: dict[str, list[Match]] = {}
    wanted = {form: text for text in texts for form in _forms(text)}
    forms = list(wanted)
    for first in range(0, len(forms), AT_ONCE):
        some = forms[first : first + AT_ONCE]
        for form, product_id, sku, name, kind in _carrying(books, some):
            match = Match(product_id, sku, name, kind == "goods")
            text = wanted.get(form, wanted.get(form.lower(), ""))
            known = found.setdefault(text, [])
            if text and match not in known:
                known.append(match)
    return found


def match_product(books: Books, text: str) -> list[Match]:
    """The products that a part of a name, a code or its initials could mean, the best first."""
    return [
        Match(hit.id, hit.sku, hit.name, hit.kind == "goods")
        for hit in find_products(books, text, CLOSE)
    ]


def _forms(text: str) -> Iterable[str]:
    """What a text may have been before it went through a spreadsheet."""
    plain = text.strip()
    yield plain
    yield plain.lower()
    if plain.isdecimal():
        for length in LENGTHS:
            if len(plain) < length:
                yield plain.zfill(length)


def _carrying(books: Books, forms: Sequence[str]) -> list[tuple[str, int, str, str, str]]:
    """(what it carries, product) for SKUs, names and barcodes."""
    held = marks(forms)
    rows = books.rows(
        f"SELECT LOWER(sku), id, sku, name, kind FROM product "  # noqa: S608
        f"WHERE active AND LOWER(sku) IN ({held})",
        forms,
    )
    rows += books.rows(
        f"SELECT LOWER(name), id, sku, name, kind FROM product "  # noqa: S608
        f"WHERE active AND LOWER(name) IN ({held})",
        forms,
    )
    return rows + books.rows(
        "SELECT b.code, p.id, p.sku, p.name, p.kind FROM barcode b "  # noqa: S608
        f"JOIN product p ON p.id = b.product_id WHERE p.active AND b.code IN ({held})",
        forms,
    )
