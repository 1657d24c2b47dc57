"""How long the window stands still while something long runs beside it, and how soon it finds.

A watchdog ticks with the event loop every 5 ms; the longest gap is the longest time in which nobody
was heard (target: 50 ms). The baseline is the same loop with nothing running, so a busy machine
shows in both. The search is the whole palette over 100,000 products: from the key to the hits.

Beside a history that is being written (one transaction, as another window's import) a till sells
once a second, each sale through the office of the window: the longest stand-still, the longest
wait of a sale, and that each sale is in the books once.
"""

import csv
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from _synthetic import found, movements, products
from PySide6.QtCore import QEventLoop, QTimer

from erp_desktop.core import resources
from erp_desktop.core.errors import ShopBusy
from erp_desktop.core.table import Table
from erp_desktop.exchange.demo import HISTORY, make_demo_shop
from erp_desktop.exchange.imports.registry import run_import
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.integrity import verify
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.sales.till import SellAtTill, sell_at_till
from erp_desktop.services.shop.imports import undo_batch
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop
from erp_desktop.views import backups, tour
from erp_desktop.views.exporting import current_titles, write_table
from erp_desktop.views.first_run.restoring import restored
from erp_desktop.views.palette_acts import PaletteActs
from erp_desktop.views.palette_search import Finding
from erp_desktop.views.shop_office import Job, Progress
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.wings import all_pages
from views.watchdog import Watchdog

ROWS, PRODUCTS, MOVEMENTS, ROUNDS = 20_000, 100_000, 100_000, 8
HISTORIES = 20
SOLD = TradeLine(1, Decimal(1), Decimal(9))
TYPED = ["r", "re", "red", "red l", "red lan", "77001", "明", "明前", "龙井", "mqlj", "lantern 99"]


def main() -> int:
    app = tour.dressed_application()
    with tempfile.TemporaryDirectory() as folder, tour.own_habits():
        place = Path(folder)
        work = found(place)
        work.run(products, PRODUCTS)
        work.run(movements, MOVEMENTS, 10_000)
        work.close()
        window = ShopWindow(open_shop(str(place / "large.shop")), all_pages())
        window.resize(1440, 900)
        window.show()
        window.show_page("products")
        wait(1_500)
        print(f"\n### The window, while something runs ({PRODUCTS:,} products)\n")
        print("| beside it | lasted | longest stand-still | 99 % within | over 50 ms |")
        print("|---|---:|---:|---:|---:|")
        report("nothing", 3.0, still(3_000))
        for name, task in [*tasks(place), *undone(window)]:
            report(name, *beside(window, task))
        searching(window)
        window.close()
        make_demo_shop(str(place / "demo.shop"), language="en").close()
        window = ShopWindow(open_shop(str(place / "demo.shop")), all_pages())
        window.show()
        window.show_page("home")
        wait(1_500)
        print("\n| beside it, in the practice shop | lasted | longest | 99 % within | over 50 ms |")
        print("|---|---:|---:|---:|---:|")
        for name, task in proofs(place):
            report(name, *beside(window, task))
        selling_beside(window, place)
        window.close()
    app.processEvents()
    return 0


def tasks(place: Path) -> list[tuple[str, Callable[[UnitOfWork, Progress], Any]]]:
    path = place / "products.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("SKU", "Name", "Price"))
        writer.writerows((f"N{at:05}", f"New lantern {at}", f"{at % 90}.50") for at in range(ROWS))
    titles = current_titles()

    def bring_in(work: UnitOfWork, progress: Progress) -> Any:
        return run_import(work, "products", path, progress=progress)

    def export(work: UnitOfWork, progress: Progress) -> None:
        table: Table = work.read(REPORTS["valuation"].make, ReportAsk())
        progress(0)
        write_table(place / "out.xlsx", table, titles)

    return [
        (f"import of {ROWS:,} rows", bring_in),
        ("export of a report to Excel", export),
    ]


def undone(window: ShopWindow) -> list[tuple[str, Callable[[UnitOfWork, Progress], Any]]]:
    """Taking a real shop's history back."""
    history = resources.path("demo", HISTORY)
    report = run_import(window.office.work, "sales-history", history, options={"tax": "20"})

    def undo(work: UnitOfWork, progress: Progress) -> Any:
        return work.run(undo_batch, report.id, progress)

    return [(f"undoing an import of {report.rows:,} rows", undo)]


def proofs(place: Path) -> list[tuple[str, Callable[[UnitOfWork, Progress], Any]]]:
    def prove(work: UnitOfWork, progress: Progress) -> Any:
        return [work.read(verify, progress) for _ in range(ROUNDS)]

    def keep(work: UnitOfWork, progress: Progress) -> Any:
        return [backups.BackUp(place / f"safe {at}")(work, progress) for at in range(ROUNDS)]

    def back(work: UnitOfWork, progress: Progress) -> Any:
        kept = work.database.path
        return [restored(kept, place / f"again {at}.shop", "", progress) for at in range(ROUNDS)]

    return [
        (f"proof of the books, {ROUNDS} times", prove),
        (f"backup, {ROUNDS} times", keep),
        (f"restoring, {ROUNDS} times", back),
    ]


def beside(
    window: ShopWindow, task: Callable[[UnitOfWork, Progress], Any]
) -> tuple[float, Watchdog]:
    """Run a task as the window runs it; how long it took, and the watchdog."""
    job = Job(window.office, task)
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    dog, began = Watchdog(), time.perf_counter()
    job.start()
    loop.exec()
    dog.stop()
    return time.perf_counter() - began, dog


def still(milliseconds: int) -> Watchdog:
    dog = Watchdog()
    wait(milliseconds)
    dog.stop()
    return dog


def report(name: str, seconds: float, dog: Watchdog) -> None:
    p99 = statistics.quantiles(dog.gaps, n=100)[-1] if len(dog.gaps) > 1 else dog.longest
    over = sum(1 for gap in dog.gaps if gap > 50)
    print(
        f"| {name} | {seconds:.1f} s | {dog.longest:.0f} ms | {p99:.0f} ms | {over} of {len(dog.gaps)} |"
    )


def selling_beside(window: ShopWindow, folder: Path) -> None:
    """Sales once a second while somebody else writes a history of some ten thousand rows."""
    path = folder / "history.csv"
    lines = resources.path("demo", HISTORY).read_text("utf-8").splitlines()
    with path.open("w", encoding="utf-8") as file:
        print(lines[0], file=file)
        for at in range(HISTORIES):  # the same again, under other numbers
            for number, rest in (line.split(",", 1) for line in lines[1:]):
                print(f"{number}{at:02},{rest}", file=file)
    before, waits, refused = sales(window), list[float](), list[ShopBusy]()

    def write(work: UnitOfWork, progress: Progress) -> Any:
        return run_import(work, "sales-history", path, options={"tax": "20"}, progress=progress)

    def sell() -> None:
        if window.office.turns.waiting():  # the one before: the clerk's hands are held
            return
        began = time.perf_counter()
        try:
            window.office.do(sell_at_till, SellAtTill([SOLD], paid_by="cash", below_stock=True))
            waits.append(time.perf_counter() - began)
        except ShopBusy as busy:  # a history that takes longer than anybody waits
            refused.append(busy)

    clerk = QTimer(interval=1_000)
    clerk.timeout.connect(sell)
    clerk.start()
    seconds, dog = beside(window, write)
    clerk.stop()
    print("\n| a till sells each second beside | lasted | longest | 99 % within | over 50 ms |")
    print("|---|---:|---:|---:|---:|")
    report(f"a history of {HISTORIES * (len(lines) - 1):,} rows", seconds, dog)
    there = sales(window) - before
    print(f"\n{len(waits)} sales done, {there} in the books; the longest waited "
          f"{max(waits, default=0):.1f} s for its turn, {len(refused)} refused")  # fmt: skip


def sales(window: ShopWindow) -> int:
    """Sales that no import brought."""
    sql = "SELECT count(*) FROM document WHERE kind = 'sale' AND batch_id IS NULL"
    return int(window.office.ask(lambda books: books.value(sql)))


def searching(window: ShopWindow) -> None:
    finding = Finding(window.office, window.palette_commands(), PaletteActs(window))
    times = []
    for _ in range(20):
        for typed in TYPED:
            began = time.perf_counter()
            finding(typed, "all")
            times.append((time.perf_counter() - began) * 1000)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"\nfind anything over {PRODUCTS:,} products: median {statistics.median(times):.1f} ms, "
          f"95th percentile {p95:.1f} ms, worst {max(times):.1f} ms")  # fmt: skip


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
