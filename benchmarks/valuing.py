"""The stock's value today and at a past date, with 50,000 products, from 10,000 to 1,000,000
movements; with a closed period near the date and without.

Baseline: reading all balances, and the full SUM of quantity and value, through plain sqlite3 on the
same file. Each answer is compared with the plain sum before it is timed.
"""

import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from _measure import Ratio, compare, show
from _synthetic import DAY, MAIN, found, movements, products

from erp_desktop.core import clock
from erp_desktop.services.finance.periods import close_period
from erp_desktop.services.stock.standing import FOREVER, held_as_of

PRODUCTS, SIZES = 50_000, (10_000, 100_000, 1_000_000)
NOW = 99_999_998

_QUANTITY = (
    "SELECT product_id, SUM(CASE WHEN target_id = ? THEN quantity ELSE -quantity END) "
    "FROM stock_move WHERE booked_on <= ? GROUP BY product_id"
)
_VALUE = (
    "SELECT m.product_id, SUM(CASE WHEN m.target_id = ? THEN e.amount ELSE -e.amount END) "
    "FROM stock_move m JOIN stock_value_entry e ON e.move_id = m.id WHERE e.booked_on <= ? "
    "GROUP BY m.product_id"
)


def valuing(folder: Path, size: int) -> list[Ratio]:
    folder.mkdir()
    work = found(folder)
    work.run(products, PRODUCTS, search=False)
    work.run(movements, size, PRODUCTS)
    # The journal's days tell how far the books reach.
    work.run(_days_of_the_journal)
    raw = sqlite3.connect(folder / "large.shop")
    past, closed = (clock.day_of(clock.now() - days * DAY) for days in (150, 155))

    def plain(day: int) -> dict[int, tuple[int, int]]:
        quantities = dict(raw.execute(_QUANTITY, (MAIN, day)).fetchall())
        values = dict(raw.execute(_VALUE, (MAIN, day)).fetchall())
        return {product: (quantities[product], values.get(product, 0)) for product in quantities}

    def ours(day: int) -> dict[int, tuple[int, int]]:
        held = work.read(held_as_of, day, FOREVER)
        return {product: (q, v) for (product, _), (q, v) in held.items()}

    def same(day: int) -> None:
        told = {product: sums for product, sums in ours(day).items() if any(sums)}
        assert told == {p: sums for p, sums in plain(day).items() if any(sums)}

    every = "SELECT product_id, location_id, on_hand, value FROM stock_balance"
    same(NOW)
    same(past)
    name = f"{size:,} movements"
    ratios = [
        compare(f"stock value today, {name}", lambda: ours(NOW),
                lambda: raw.execute(every).fetchall(), rounds=5),
        compare(f"at a past date, {name}", lambda: ours(past), lambda: plain(past), rounds=3,
                target=1.0),
    ]  # fmt: skip
    began = time.perf_counter()
    work.run(close_period, closed)
    print(f"closing a period of {name}: {time.perf_counter() - began:.2f} s")
    same(past)
    ratios.append(
        compare(f"five days after a closed period, {name}", lambda: ours(past),
                lambda: plain(past), rounds=5, target=1.0)
    )  # fmt: skip
    raw.close()
    work.close()
    return ratios


def _days_of_the_journal(books: object) -> None:
    books.run(  # type: ignore[attr-defined]
        "INSERT INTO journal_entry (id, document_id, booked_on) "
        "SELECT id, id, booked_on FROM document WHERE sequence IS NOT NULL"
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        ratios = [one for size in SIZES for one in valuing(Path(folder) / str(size), size)]
    show(f"The value of {PRODUCTS:,} products", ratios)
    return 0


if __name__ == "__main__":
    sys.exit(main())
