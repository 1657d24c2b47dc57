"""P3, P5, P7: on hand, valuation, and finding a product while typing, on a large shop.

Baselines: the bare look-up or join through plain sqlite3 on the same file, and the SUM over the
whole ledger that a balance saves.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from _measure import Ratio, compare, show
from _synthetic import MAIN, found, movements, products

from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.integrity import check_balances
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.catalogue.search import find_products

PRODUCTS, MOVEMENTS, SEARCHED = 10_000, 1_000_000, 100_000
TYPED = [
    "r",
    "re",
    "red lan",
    "77",
    "77001",
    "明",
    "明前",
    "龙井",
    "mqlj",
    "zsx",
    "lantern 99",
    "690000001234",
    "99B",
]


def reading(folder: Path) -> list[Ratio]:
    work = found(folder)
    work.run(products, PRODUCTS, search=False)
    work.run(movements, MOVEMENTS, PRODUCTS)
    raw = sqlite3.connect(folder / "large.shop")
    one = "SELECT on_hand FROM stock_balance WHERE product_id = ? AND location_id = ?"
    every = "SELECT product_id, location_id, on_hand, reserved, value FROM stock_balance"
    joined = (
        "SELECT c.name, SUM(b.on_hand), SUM(b.value) FROM stock_balance b JOIN product p "
        "ON p.id = b.product_id LEFT JOIN category c ON c.id = p.category_id GROUP BY c.name"
    )
    summed = (
        "SELECT product_id, SUM(CASE WHEN target_id = ? THEN quantity ELSE -quantity END) "
        "FROM stock_move GROUP BY product_id"
    )
    valued = (
        "SELECT m.product_id, SUM(CASE WHEN m.target_id = ? THEN e.amount ELSE -e.amount END) "
        "FROM stock_move m JOIN stock_value_entry e ON e.move_id = m.id GROUP BY m.product_id"
    )

    grouped = (
        "SELECT product_id, source_id, target_id, SUM(quantity) FROM stock_move "
        "GROUP BY product_id, source_id, target_id"
    )
    grouped_values = (
        "SELECT m.product_id, m.source_id, m.target_id, e.kind, SUM(e.amount) FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id "
        "GROUP BY m.product_id, m.source_id, m.target_id, e.kind"
    )

    def ours_all() -> object:
        return work.read(lambda books: books.rows(every))

    def at_past_date() -> object:
        return work.read(REPORTS["valuation"].make, ReportAsk(as_of=1_760_000_000 + 10**7))

    ratios = [
        compare(
            "on hand of one product",
            lambda: work.read(lambda books: books.value(one, (1234, MAIN))),
            lambda: raw.execute(one, (1234, MAIN)).fetchone(),
            repeat=200, target=3,
        ),
        compare("on hand of all products", ours_all, lambda: raw.execute(every).fetchall(), target=1.3),
        compare(
            "on hand of all against SUM over the ledger",
            ours_all, lambda: raw.execute(summed, (MAIN,)).fetchall(), rounds=3, target=1 / 6,
        ),
        compare(
            "valuation by category",
            lambda: work.read(REPORTS["valuation-by-category"].make, ReportAsk()),
            lambda: raw.execute(joined).fetchall(), target=1.3,
        ),
        compare(
            "valuation at a past date against the full SUM of quantity and value",
            at_past_date,
            lambda: (raw.execute(summed, (MAIN,)).fetchall(), raw.execute(valued, (MAIN,)).fetchall()),
            rounds=3, target=1.0,
        ),
    ]  # fmt: skip
    ratios.append(
        compare(
            "verify of the balances",
            lambda: work.read(check_balances),
            lambda: (raw.execute(grouped).fetchall(), raw.execute(grouped_values).fetchall()),
            rounds=3, target=1.5,
        )
    )  # fmt: skip
    work.close()
    return ratios


def searching(folder: Path) -> list[Ratio]:
    work = found(folder, "search.shop")
    work.run(products, SEARCHED)
    raw = sqlite3.connect(folder / "search.shop")
    times, scans = [], []
    for _ in range(20):
        for typed in TYPED:
            began = time.perf_counter()
            hits = work.read(find_products, typed)
            times.append(time.perf_counter() - began)
            assert hits, typed
    for typed in TYPED:
        began = time.perf_counter()
        raw.execute(
            "SELECT id FROM product WHERE name LIKE ? OR sku LIKE ? LIMIT 20",
            (f"%{typed}%", f"%{typed}%"),
        ).fetchall()
        scans.append(time.perf_counter() - began)
    work.close()
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"\nsearch over {SEARCHED:,} products: median {statistics.median(times) * 1e3:.2f} ms, "
          f"95th percentile {p95 * 1e3:.2f} ms (target 2 ms)")  # fmt: skip
    return [Ratio("search p95 against LIKE '%x%' p95", p95, max(scans), p95 / max(scans), None)]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        show(f"Reading, {MOVEMENTS:,} movements, {PRODUCTS:,} products", reading(Path(folder)))
        show(f"Product search as you type, {SEARCHED:,} products", searching(Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
