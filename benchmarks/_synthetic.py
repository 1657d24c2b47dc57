"""A large shop made quickly: rows straight into the tables, consistent enough to be asked."""

from pathlib import Path
from typing import Any

from erp_desktop.core import clock
from erp_desktop.core.chain import GENESIS
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.search import index_products
from erp_desktop.services.shop.founding import FoundShop, found_shop

ADJECTIVES = [
    "red",
    "blue",
    "green",
    "white",
    "vintage",
    "pink",
    "large",
    "small",
    "round",
    "retro",
    "wooden",
    "metal",
    "glass",
    "paper",
]
NOUNS = [
    "lantern",
    "mug",
    "heart",
    "holder",
    "bag",
    "box",
    "cushion",
    "clock",
    "candle",
    "frame",
    "tray",
    "ribbon",
    "card",
    "plate",
    "jar",
]
CHINESE = (
    "明前龙井",
    "正山小种",
    "茉莉花茶",
    "桂花乌龙",
    "水润面膜",
    "雪域冰肌",
    "青瓷茶杯",
    "白毫银针",
)
MAIN = 8  # the first warehouse of a new shop
DAY = 86_400


def found(folder: Path, name: str = "large.shop") -> Any:
    return found_shop(str(folder / name), FoundShop("Large", time_zone="UTC", language="en"))


def products(books: Books, count: int, *, search: bool = True) -> None:
    """Products with names in two languages, a barcode each, and categories."""
    from erp_desktop.services.catalogue.search import initials

    short = {name: initials(name) for name in CHINESE}
    for n in range(20):
        books.insert("category", name=f"Category {n}")
    rows, codes = [], []
    for n in range(1, count + 1):
        chinese = CHINESE[n % 8] if n % 3 == 0 else ""
        name = f"{ADJECTIVES[n % 14]} {NOUNS[n // 14 % 15]} {n} {chinese}".strip()
        rows.append(
            (
                n,
                f"{70_000 + n}{'ABC'[n % 3]}",
                name,
                n % 20 + 1,
                9_990_000 + n,
                short.get(chinese, ""),
            )
        )
        codes.append((f"69{n:010}7", n))
    books.many(
        "INSERT INTO product (id, sku, name, category_id, price, initials) VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )
    books.many("INSERT INTO barcode (code, product_id) VALUES (?, ?)", codes)
    if search:
        index_products(books, [row[0] for row in rows])


def movements(books: Books, count: int, product_count: int) -> None:
    """Sales of ten lines each, with moves, value entries and balances that add up."""
    start = clock.now() - 300 * DAY
    documents, lines, moves, entries = [], [], [], []
    held: dict[int, list[int]] = {}
    for n in range(1, count + 1):
        document = (n - 1) // 10 + 1
        at = start + document * 20
        product = n * 7_919 % product_count + 1
        incoming = n % 4 == 0
        day = clock.day_of(at) if n % 10 == 1 else documents[-1][5] if documents else 0
        if n % 10 == 1:
            number = f"TS-2026-{document:06}"
            documents.append(
                (document, "sale", "posted", number, document, day, at, at, 0, 19_980_000, GENESIS)
            )
        day = documents[-1][5]
        quantity, value = (6_000_000, 120_000) if incoming else (1_000_000, 20_000)
        ends = (1, MAIN) if incoming else (MAIN, 2)
        sign = 1 if incoming else -1
        balance = held.setdefault(product, [0, 0])
        balance[0] += sign * quantity
        balance[1] += sign * value
        lines.append(
            (
                n,
                document,
                n % 10 + 1,
                product,
                f"{70_000 + product}",
                "thing",
                quantity,
                9_990_000,
                99_900,
            )
        )
        moves.append((n, document, n, product, *ends, quantity, at, document, day, document))
        entries.append((n, n, "cost", value, document, day))
        if len(moves) == 50_000:
            _write(books, documents[:], lines, moves, entries)
            documents = documents[-1:] if n % 10 else []
            lines, moves, entries = [], [], []
    _write(books, documents, lines, moves, entries)
    books.many(
        "INSERT INTO stock_balance VALUES (?, ?, ?, 0, ?, ?, ?, 0, 0)",
        [(product, MAIN, q, v, v, q) for product, (q, v) in held.items()],
    )
    books.run(
        "UPDATE ledger_head SET sequence = ?, document_id = ?, line_id = ?, move_id = ?, entry_id = ?",
        (count // 10 + 1, count // 10 + 1, count, count, count),
    )


def _write(
    books: Books, documents: list[Any], lines: list[Any], moves: list[Any], entries: list[Any]
) -> None:
    books.many(
        "INSERT OR IGNORE INTO document (id, kind, state, number, sequence, booked_on, happened_at, "
        "posted_at, tax_included, total, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        documents,
    )
    books.many(
        "INSERT INTO document_line (id, document_id, position, product_id, sku, name, quantity, price, "
        "net) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        lines,
    )
    books.many(
        "INSERT INTO stock_move (id, document_id, line_id, product_id, source_id, target_id, quantity, "
        "happened_at, sequence, booked_on, caused_by_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        moves,
    )
    books.many("INSERT INTO stock_value_entry VALUES (?, ?, ?, ?, ?, ?)", entries)
