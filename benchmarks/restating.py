"""P14: restating 100,000 later movements of one product, by the average and by FIFO, and how that
grows from 10,000 on; posting a 5,000-line count.

The baseline recomputes the same moving average in plain Python integers from rows read through
plain sqlite3, and writes the same number of new value entries and the balance in one transaction.
"""

import shutil
import sqlite3
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

from _measure import Ratio, show

from erp_desktop.core import clock
from erp_desktop.models.database import connect_sqlite
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.shop.founding import FoundShop, found_shop
from erp_desktop.services.stock.counting import CountLine, PostCount, post_count
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.stock.transferring import MoveLine, WriteOff, write_off
from erp_desktop.services.trade import TradeLine

MOVES = 100_000
SIZES = (("average", 10_000), ("average", MOVES), ("fifo", MOVES))
A_LINE = 500  # movements in one document


def a_long_story(folder: Path, moves: int, method: str) -> tuple[Any, int, int]:
    """One product with a long story after its first day."""
    (folder / "ours.shop").unlink(missing_ok=True)
    work = found_shop(str(folder / "ours.shop"), FoundShop("Bench", time_zone="UTC", language="en"))
    tea = work.run(save_product, SaveProduct("TEA", negative="allow", costing=method))
    start = clock.now() - 10_000_000
    work.run(open_stock, OpenStock([OpeningLine(tea, Decimal(10**6), Decimal("2.37"))], at=start))
    for first in range(0, moves, A_LINE):
        lines = [MoveLine(tea, Decimal(1 + n % 7)) for n in range(A_LINE)]
        work.run(write_off, WriteOff(lines, "sold", at=start + 10 + first))
    return work, tea, start


def raw_restating(path: Path, tea: int) -> float:
    db = connect_sqlite(path)
    began = time.perf_counter()
    db.execute("BEGIN IMMEDIATE")
    rows = db.execute(
        "SELECT m.id, m.quantity, SUM(e.amount) FROM stock_move m JOIN document d "
        "ON d.id = m.document_id LEFT JOIN stock_value_entry e ON e.move_id = m.id "
        "WHERE m.product_id = ? AND d.state <> 'reversed' GROUP BY m.id "
        "ORDER BY m.happened_at, m.sequence, m.id",
        (tea,),
    ).fetchall()
    held, value, new = rows[0][1] + 10**7, rows[0][2] + 123_456_700, []
    next_id = db.execute("SELECT MAX(id) FROM stock_value_entry").fetchone()[0]
    for move_id, moved, cost in rows[1:]:
        taken = (2 * value * moved + held * 100) // (2 * held * 100) * 100
        held, value = held - moved, value - taken
        if taken != cost:
            next_id += 1
            new.append((next_id, move_id, "cost", taken - (cost or 0), 1, 20260101))
    db.executemany("INSERT INTO stock_value_entry VALUES (?, ?, ?, ?, ?, ?)", new)
    db.execute("UPDATE stock_balance SET on_hand = ?, value = ?", (held, value))
    db.execute("COMMIT")
    seconds = time.perf_counter() - began
    db.close()
    return seconds


def restating(folder: Path, method: str, moves: int) -> Ratio:
    work, tea, start = a_long_story(folder, moves, method)
    work.close()
    ours, raw = [], []
    for turn in range(5):
        for name in ("a.shop", "b.shop"):
            shutil.copy(folder / "ours.shop", folder / name)
        raw.append(raw_restating(folder / "a.shop", tea))
        from erp_desktop.services.unit_of_work import open_shop

        again = open_shop(str(folder / "b.shop"))
        late = ReceiveGoods(
            None, lines=[TradeLine(tea, Decimal(10), Decimal("999.99"))], at=start + 5
        )
        again.read(lambda books: books.settings)
        began = time.perf_counter()
        again.run(receive_goods, late)
        ours.append(time.perf_counter() - began)
        if turn == 0:
            _check(folder / "b.shop", 1.5 * moves if method == "average" else moves)
        again.close()
    ratios = sorted(a / b for a, b in zip(ours, raw, strict=True))
    name = f"restate {moves:,} movements, {method}"
    return Ratio(name, sorted(ours)[2], sorted(raw)[2], ratios[2], 3.0, min(ours) / min(raw))


def _check(path: Path, least: float) -> None:
    db = sqlite3.connect(path)
    (entries,) = db.execute("SELECT COUNT(*) FROM stock_value_entry").fetchone()
    assert entries > least, entries
    (stock,) = db.execute(
        "SELECT SUM(j.amount) FROM journal_line j JOIN account a ON a.id = j.account_id "
        "WHERE a.role = 'stock'"
    ).fetchone()
    (value,) = db.execute("SELECT SUM(value) FROM stock_balance").fetchone()
    assert stock == value


def counting(folder: Path, lines: int = 5_000) -> Ratio:
    work = found_shop(
        str(folder / "count.shop"), FoundShop("Bench", time_zone="UTC", language="en")
    )

    def products(books: Any) -> list[int]:
        return [books.insert("product", sku=f"P{n:06}", name=f"Product {n}") for n in range(lines)]

    ids = work.run(products)
    start = clock.now() - 1_000_000
    opening = [OpeningLine(product_id, Decimal(50), Decimal(3)) for product_id in ids]
    work.run(open_stock, OpenStock(opening, at=start))
    ours, raw = [], []
    for turn in range(5):
        counted = [CountLine(p, Decimal(40 + (p + turn) % 9)) for p in ids]
        began = time.perf_counter()
        work.run(post_count, PostCount(counted, at=start + 1000 + turn))
        ours.append(time.perf_counter() - began)
        raw.append(_raw_count(folder))
    ratios = sorted(a / b for a, b in zip(ours, raw, strict=True))
    work.close()
    return Ratio(
        f"post a {lines:,}-line count", sorted(ours)[2], sorted(raw)[2], ratios[2], 2.0,
        min(ours) / min(raw),
    )  # fmt: skip


def _raw_count(folder: Path) -> float:
    """The rows of the last count once more, read and written through plain sqlite3."""
    (folder / "raw.shop").unlink(missing_ok=True)
    db = connect_sqlite(folder / "raw.shop", new=True)
    with sqlite3.connect(folder / "count.shop") as counted:
        counted.backup(db)
    db.execute("PRAGMA journal_mode = WAL")
    last = db.execute("SELECT MAX(id) FROM document").fetchone()[0]
    queries = {
        "document_line": "document_id = ?",
        "stock_move": "document_id = ?",
        "stock_value_entry": "caused_by_id = ?",
    }
    rows = {
        t: db.execute(f"SELECT * FROM {t} WHERE {w}", (last,)).fetchall()
        for t, w in queries.items()
    }
    began = time.perf_counter()
    db.execute("BEGIN IMMEDIATE")
    balances = db.execute("SELECT * FROM stock_balance").fetchall()
    db.execute("SELECT id, sku, name FROM product").fetchall()
    for table, of_last in rows.items():
        top = db.execute(f"SELECT MAX(id) FROM {table}").fetchone()[0]
        marks = ", ".join("?" * len(of_last[0]))
        db.executemany(
            f"INSERT INTO {table} VALUES ({marks})",
            [(top + at + 1, *row[1:]) for at, row in enumerate(of_last)],
        )
    db.executemany(
        "UPDATE stock_balance SET on_hand = ?, value = ? WHERE product_id = ? AND location_id = ?",
        [(row[2], row[4], row[0], row[1]) for row in balances],
    )
    db.execute("COMMIT")
    seconds = time.perf_counter() - began
    db.close()
    return seconds


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        ratios = [restating(Path(folder), *size) for size in SIZES]
        ratios.append(counting(Path(folder)))
    show("Restating and counting", ratios)
    return 0


if __name__ == "__main__":
    sys.exit(main())
