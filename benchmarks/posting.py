"""P1, P2: a 10-line till sale through the public service against the same rows in plain sqlite3.

The baseline reads what a posting must read and writes exactly the rows and columns that the
service wrote (taken from the shop itself, ids and times moved on), in one transaction, into a
second file of the same schema with the same pragmas and durability. Afterwards both files must
hold the same number of rows.
"""

import shutil
import sqlite3
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from _measure import compare, show
from _synthetic import movements, products

from erp_desktop.core import clock
from erp_desktop.models.database import connect_sqlite
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.shop.founding import FoundShop, found_shop
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.trade import TradeLine

PRODUCTS = 500
LINES = 10
TABLES = {
    "document": "document_id",
    "document_line": "line_id",
    "payment": None,
    "stock_move": "move_id",
    "stock_value_entry": "entry_id",
    "journal_entry": "journal_id",
    "journal_line": None,
}


def a_shop(folder: Path, before: int = 0) -> tuple[Any, list[int]]:
    """A shop with stock on every shelf, and `before` movements already in its ledgers."""
    work = found_shop(str(folder / "ours.shop"), FoundShop("Bench", time_zone="UTC", language="en"))
    work.run(products, PRODUCTS, search=False)
    ids = list(range(1, PRODUCTS + 1))
    if before:
        work.run(movements, before, PRODUCTS)
        work.run(lambda books: books.run("DELETE FROM number_series WHERE kind = 'sale'"))
        work.run(
            lambda books: books.run("INSERT INTO number_series VALUES ('sale', 2026, 5000000)")
        )
    opening = [OpeningLine(product_id, Decimal(1_000_000), Decimal(2)) for product_id in ids]
    work.run(open_stock, OpenStock(opening, at=clock.now() - 1_000_000))
    return work, ids


class Ours:
    def __init__(self, work: Any, ids: list[int]) -> None:
        self.work, self.ids, self.turn = work, ids, 0

    def __call__(self) -> None:
        self.turn += 1
        first = self.turn * LINES % (PRODUCTS - LINES)
        lines = [
            TradeLine(product_id, Decimal(2), Decimal("9.90"))
            for product_id in self.ids[first : first + LINES]
        ]
        cart = SellAtTill(lines, [PaidBy("cash", Decimal(198))], external_id=f"till/{self.turn}")
        self.work.run(sell_at_till, cart)


class Raw:
    """The same reads and the same rows, by hand."""

    def __init__(self, path: Path) -> None:
        self.db = connect_sqlite(path)
        self.turn = 0
        self.rows = {table: self._of_last(table) for table in TABLES}
        self.names = {
            table: [c[1] for c in self.db.execute(f"PRAGMA table_info({table})")]
            for table in TABLES
        }
        self.sql = {
            table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"
            for table, names in self.names.items()
        }
        self.head = dict(
            zip(
                [c[1] for c in self.db.execute("PRAGMA table_info(ledger_head)")],
                self.db.execute("SELECT * FROM ledger_head").fetchone(),
                strict=True,
            )
        )
        self.products = [
            row[self.names["stock_move"].index("product_id")] for row in self.rows["stock_move"]
        ]

    def _of_last(self, table: str) -> list[tuple[Any, ...]]:
        last = self.db.execute("SELECT MAX(id) FROM document").fetchone()[0]
        where = {
            "document": "id = ?",
            "stock_value_entry": "caused_by_id = ?",
            "journal_line": "entry_id IN (SELECT id FROM journal_entry WHERE document_id = ?)",
        }.get(table, "document_id = ?")
        return self.db.execute(f"SELECT * FROM {table} WHERE {where}", (last,)).fetchall()

    def __call__(self) -> None:
        self.turn += 1
        db, n = self.db, self.turn
        cursor = db.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        marks = ", ".join("?" * LINES)
        first = n * LINES % (PRODUCTS - LINES) + 1
        ids = list(range(first, first + LINES))
        cursor.execute("SELECT id FROM document WHERE external_id = ?", (f"raw/{n}",)).fetchone()
        cursor.execute("SELECT key, value FROM setting").fetchall()
        cursor.execute(f"SELECT * FROM product WHERE id IN ({marks})", ids).fetchall()
        cursor.execute("SELECT * FROM ledger_head WHERE id = 1").fetchone()
        cursor.execute(f"SELECT * FROM stock_balance WHERE product_id IN ({marks})", ids).fetchall()
        number = cursor.execute(
            "UPDATE number_series SET next = next + 1 WHERE kind = 'sale' RETURNING next"
        ).fetchone()[0]
        for table in TABLES:
            cursor.executemany(self.sql[table], self._moved_on(table, n, number, ids))
        cursor.executemany(
            "UPDATE stock_balance SET on_hand = on_hand - 2000000, value = value - 40000, "
            "cost_value = value, cost_quantity = on_hand, last_at = ?, last_sequence = ? "
            "WHERE product_id = ? AND location_id = ?",
            [(clock.now(), n, product_id, 8) for product_id in ids],
        )
        cursor.execute(
            "UPDATE ledger_head SET sequence = ?, document_id = ?, line_id = ?, move_id = ?, "
            "entry_id = ?, journal_id = ?, hash = ? WHERE id = 1",
            (n, n, n, n, n, n, "0" * 64),
        )
        cursor.execute("COMMIT")

    def _moved_on(self, table: str, n: int, number: int, ids: list[int]) -> list[list[Any]]:
        """The rows of the last sale with ids, number and products of this one."""
        names, head, moved = self.names[table], self.head, []
        for position, row in enumerate(self.rows[table]):
            new = list(row)
            counter = TABLES[table]
            if counter:
                new[0] = head[counter] + (n - 1) * len(self.rows[table]) + position + 1
            for name, base, step in (
                ("document_id", "document_id", 1),
                ("caused_by_id", "document_id", 1),
                ("line_id", "line_id", LINES),
                ("move_id", "move_id", LINES),
                ("entry_id", "journal_id", 1),
            ):
                if name in names:
                    at = position if step == LINES else 0
                    new[names.index(name)] = head[base] + (n - 1) * step + at + 1
            if table == "document":
                new[names.index("number")] = f"RAW-{number}"
                new[names.index("external_id")] = f"raw/{n}"
                new[names.index("sequence")] = head["sequence"] + n
            if "product_id" in names and position < len(ids):
                new[names.index("product_id")] = ids[position]
            moved.append(new)
        return moved


def measure(folder: Path, before: int = 0) -> Any:
    work, ids = a_shop(folder, before)
    ours = Ours(work, ids)
    for _ in range(20):
        ours()
    work.close()
    shutil.copy(folder / "ours.shop", folder / "raw.shop")
    raw = Raw(folder / "raw.shop")
    started = ours.turn
    ratio = compare(
        f"post a 10-line sale, {before:,} movements before", ours, raw, rounds=15, repeat=40,
        target=1.6,
    )  # fmt: skip
    assert ours.turn - started == raw.turn
    _same_rows(folder)
    work.close()
    return ratio


def _same_rows(folder: Path) -> None:
    one, two = (sqlite3.connect(folder / name) for name in ("ours.shop", "raw.shop"))
    for table in TABLES:
        counts = [db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for db in (one, two)]
        assert counts[0] == counts[1], (table, counts)


def main() -> int:
    ratios = []
    for before in (0, 1_000_000):
        with tempfile.TemporaryDirectory() as folder:
            ratios.append(measure(Path(folder), before))
    first, last = ratios
    growth = (last.ours / first.ours, last.raw / first.raw)
    show("Posting (same durability: WAL, synchronous FULL)", ratios)
    print(f"\nfrom 0 to 1,000,000 movements: ours grows {growth[0]:.2f}×, the baseline {growth[1]:.2f}×, "
          f"ratio {growth[0] / growth[1]:.2f} (target 1.15)")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
