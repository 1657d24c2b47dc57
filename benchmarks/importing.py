"""P12: importing a real sales history of 105,335 rows, every row accounted for.

The baseline reads the same file with the csv module and writes exactly the rows that the import
wrote, through plain sqlite3 in one transaction, into a new shop of the same schema. Peak memory is
the import's own process. Skipped where the sample data is not beside the repository.
"""

import csv
import gzip
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from _measure import Ratio, show

from erp_desktop.exchange.imports.registry import run_import
from erp_desktop.models.database import connect_sqlite
from erp_desktop.services.shop.founding import FoundShop, found_shop

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "01_transactions"
FILE = DATA / "online_retail_2010-12_to_2011-02.csv.gz"
ROUNDS = 3


def ours(place: Path) -> float:
    work = found_shop(str(place), FoundShop("Gifts", "GBP", "en", time_zone="UTC"))
    began = time.perf_counter()
    report = run_import(work, "sales-history", FILE)
    seconds = time.perf_counter() - began
    assert report.ok, report.as_json()
    assert sum(report.imported.values()) + sum(report.left_out.values()) == report.rows == 105_335
    work.close()
    return seconds


def raw(imported: Path, place: Path) -> float:
    found_shop(str(place), FoundShop("Gifts", "GBP", "en", time_zone="UTC")).close()
    with sqlite3.connect(imported) as source:
        names = [
            row[0]
            for row in source.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'product_search%' "
                "AND name NOT LIKE 'sqlite%' AND name <> 'alembic_version'"
            )
        ]
        rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    source.close()
    db = connect_sqlite(place)
    db.execute("PRAGMA foreign_keys = OFF")
    began = time.perf_counter()
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as file:
        read = sum(1 for _ in csv.reader(file))
    db.execute("BEGIN IMMEDIATE")
    for name, wanted in rows.items():
        if wanted:
            marks = ", ".join("?" * len(wanted[0]))
            db.executemany(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", wanted)
    db.execute("COMMIT")
    seconds = time.perf_counter() - began
    assert read == 105_336
    db.close()
    return seconds


def main() -> int:
    if not FILE.exists():
        print("importing: the sample data is not beside the repository; skipped")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder, pairs = Path(name), []
        for turn in range(ROUNDS):
            mine = ours(folder / f"ours{turn}.shop")
            pairs.append((mine, raw(folder / f"ours{turn}.shop", folder / f"raw{turn}.shop")))
    middle = sorted(pairs, key=lambda pair: pair[0] / pair[1])[ROUNDS // 2]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n{105_335 / middle[0]:,.0f} rows a second; peak memory {peak} MB (both sides)")
    show("Import of 105,335 rows", [Ratio("sales history", *middle, middle[0] / middle[1], 2.0)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
