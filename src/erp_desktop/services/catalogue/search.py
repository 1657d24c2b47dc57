"""Finding a product while it is being typed: name, SKU, barcode, their tails, pinyin initials.

Every product keeps a line of tokens in the index (`models/search.py`). What is typed is split the
same way, each part asked as a prefix; the best of the first hits are ranked here, because ranking
in the index costs hundreds of milliseconds at the tail of a common word.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.availability import stock_of

_WORD = re.compile(r"[0-9a-z]+")
_CHINESE = re.compile(r"[㐀-鿿豈-﫿]+")
_TAIL = 3  # code tails from this length on are findable
LOOKED_AT = 200


class Hit(NamedTuple):
    """One product found."""

    id: int
    sku: str
    name: str
    unit: str
    price: int
    tax: int
    on_hand: int
    kind: str
    is_template: bool = False  # its variants are bought and sold, not itself


def initials(name: str) -> str:
    """Pinyin initials of a name (明前龙井 → mqlj); empty for a name without Chinese."""
    if not _CHINESE.search(name):
        return ""
    from pypinyin import Style, lazy_pinyin

    letters = lazy_pinyin(name, style=Style.FIRST_LETTER, errors="default")
    return "".join(_WORD.findall("".join(letters).lower()))[:200]


def tokens(sku: str, name: str, short: str, codes: Iterable[str]) -> str:
    """The line of tokens a product is found by."""
    found: dict[str, None] = {}
    for word in _WORD.findall(f"{sku} {name}".lower()):
        found[word] = None
    for run in _CHINESE.findall(name):
        for at, character in enumerate(run):
            found[character] = None
            found[run[at : at + 2]] = None
    for code in (sku, *codes):
        whole = "".join(_WORD.findall(code.lower()))
        for at in range(max(1, len(whole) - _TAIL + 1)):
            found[whole[at:]] = None
    for at in range(len(short)):
        found[short[at:]] = None
    return " ".join(word for word in found if word)


def index_products(books: Books, product_ids: Sequence[int]) -> None:
    """Refresh the search index of these products, and of the templates they are variants of."""
    for first in range(0, len(product_ids), 500):
        some = _with_templates(books, product_ids[first : first + 500])
        codes: dict[int, list[str]] = {}
        for code, product_id in books.rows(
            f"SELECT code, product_id FROM barcode WHERE product_id IN ({marks(some)})",  # noqa: S608
            some,
        ):
            codes.setdefault(product_id, []).append(code)
        for template_id, code in (*_variant_codes(books, some), *_merged_codes(books, some)):
            codes.setdefault(template_id, []).append(code)
        rows = [
            (row[0], tokens(row[1], row[2], row[3], codes.get(row[0], ())))
            for row in books.rows(
                f"SELECT id, sku, name, initials FROM product WHERE id IN ({marks(some)})",  # noqa: S608
                some,
            )
        ]
        _store(books, some, rows)


def _with_templates(books: Books, product_ids: Sequence[int]) -> list[int]:
    wanted = list(product_ids)
    templates = books.rows(
        "SELECT DISTINCT parent_id FROM product WHERE parent_id IS NOT NULL "  # noqa: S608
        f"AND id IN ({marks(wanted)})",
        wanted,
    )
    return list(dict.fromkeys([*wanted, *(row[0] for row in templates)]))


def _variant_codes(books: Books, product_ids: Sequence[int]) -> list[tuple[int, str]]:
    """A template is found by the codes of its variants too."""
    return [
        (template_id, code)
        for template_id, *both in books.rows(
            "SELECT v.parent_id, v.sku, b.code FROM product v "  # noqa: S608
            "LEFT JOIN barcode b ON b.product_id = v.id "
            f"WHERE v.parent_id IN ({marks(product_ids)})",
            product_ids,
        )
        for code in both
        if code
    ]


def _merged_codes(books: Books, product_ids: Sequence[int]) -> list[tuple[int, str]]:
    """A product is found by the SKUs of those that were merged into it."""
    return [
        (row[0], row[1])
        for row in books.rows(
            "SELECT merged_into_id, sku FROM product WHERE merged_into_id "  # noqa: S608
            f"IN ({marks(product_ids)})",
            product_ids,
        )
    ]


def _store(books: Books, product_ids: list[int], rows: list[tuple[int, str]]) -> None:
    if books.postgres:
        books.many(
            "INSERT INTO product_search (product_id, tokens) VALUES (?, to_tsvector('simple', ?)) "
            "ON CONFLICT (product_id) DO UPDATE SET tokens = excluded.tokens",
            rows,
        )
        return
    books.run(
        f"DELETE FROM product_search WHERE rowid IN ({marks(product_ids)})",  # noqa: S608
        product_ids,
    )
    books.many("INSERT INTO product_search (rowid, tokens) VALUES (?, ?)", rows)


def find_products(books: Books, text: str, limit: int = 20, place_id: int = 0) -> list[Hit]:
    """Products whose tokens begin with every part of `text`, the best first.

    An exact SKU or barcode comes first, then names that begin with the text. `on_hand` is of one
    place, or of all when `place_id` is 0.
    """
    asked = _asked(text)
    if not asked:
        return []
    ids = _matching(books, asked)
    exact = books.value("SELECT product_id FROM barcode WHERE code = ?", (text.strip(),))
    if exact is not None and exact not in ids:
        ids = [exact, *ids]
    if not ids:
        return []
    hits = _hits(books, ids, place_id)
    wanted = text.strip().lower()
    hits.sort(key=lambda hit: (hit.id != exact, *_rank(hit, wanted)))
    return hits[:limit]


def product_ids(text: str, *, postgres: bool) -> tuple[str, tuple[str, ...]]:
    """The SQL of the ids of products whose tokens begin with every part of `text`, and its facts.

    Empty where nothing in the text can be found by the index.
    """
    asked = _asked(text)
    if not asked:
        return "", ()
    if postgres:
        query = " & ".join(f"{part}:*" for part in asked)
        return (
            "SELECT product_id FROM product_search WHERE tokens @@ to_tsquery('simple', ?)",
            (query,),
        )
    query = " ".join(f'"{part}"*' for part in asked)
    return "SELECT rowid FROM product_search WHERE product_search MATCH ?", (query,)


def _asked(text: str) -> list[str]:
    """The parts of what was typed: words, and single or paired Chinese characters."""
    lowered = text.lower()
    parts = _WORD.findall(lowered)
    for run in _CHINESE.findall(lowered):
        parts.extend([run] if len(run) == 1 else [run[at : at + 2] for at in range(len(run) - 1)])
    return parts


def _matching(books: Books, asked: list[str]) -> list[int]:
    sql, query = product_ids(" ".join(asked), postgres=books.postgres)
    return [row[0] for row in books.rows(f"{sql} LIMIT ?", (*query, LOOKED_AT))]


def _hits(books: Books, ids: list[int], place_id: int) -> list[Hit]:
    return [
        Hit._make((*row[:-1], bool(row[-1])))
        for row in books.rows(
            "SELECT p.id, p.sku, p.name, p.unit, p.price, p.tax, "  # noqa: S608
            f"{stock_of('on_hand', 'p', place_id)}, p.kind, p.is_template "
            f"FROM product p WHERE p.active AND p.id IN ({marks(ids)})",
            ids,
        )
    ]


def _rank(hit: Hit, wanted: str) -> tuple[bool, bool, bool, int, str]:
    sku, name = hit.sku.lower(), hit.name.lower()
    return (
        sku != wanted,
        not sku.startswith(wanted),
        not name.startswith(wanted),
        len(name),
        sku,
    )
