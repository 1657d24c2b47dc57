"""P10: a list of 1,000,000 rows opened, paged, jumped in, sorted, filtered, beside Qt's C++ model.

Both sides show 32 rows of 8 columns of the same SQLite table in a window of the same size; a page
is one scroll and the paint of everything visible. Ours includes the query, the chips and the
figures of the shop's form, and reads beside the window as in the program: what is measured is when
the rows are painted, and the longest time the window did not answer. The baseline is QTableView
over QSqlQueryModel with every row fetched (before, it does not know how many there are); it
filters by LIKE, ours by the product index. Resident memory is read before and after ours.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _measure import Ratio, show
from _synthetic import found, movements, products
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
from PySide6.QtWidgets import QApplication, QTableView

from erp_desktop.core.table import Column, Kind, Listing, Table
from erp_desktop.reports.listing import ListingSource, Question
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import figures, theme
from erp_desktop.views.shell.menus import remembered_choice
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.list_source import ListingPages, TableSource
from erp_desktop.views.widgets.list_view import ListView

ROWS = 1_000_000
PER_PIXEL = QTableView.ScrollMode.ScrollPerPixel
SQL = (
    "SELECT m.id, m.happened_at, p.sku, p.name, m.quantity, m.sequence, m.booked_on, m.document_id "
    "FROM stock_move m JOIN product p ON p.id = m.product_id"
)
LISTING = Listing(
    "moves",
    "Moves",
    (
        Column("id", "Id", Kind.COUNT, sql="m.id"),
        Column("at", "At", Kind.MOMENT, sql="m.happened_at"),
        Column("sku", "SKU", Kind.CODE, sql="p.sku"),
        Column("name", "Name", Kind.TEXT, 200, sql="p.name"),
        Column("quantity", "Quantity", Kind.QUANTITY, sql="m.quantity"),
        Column("sequence", "Sequence", Kind.COUNT, sql="m.sequence"),
        Column("day", "Day", Kind.DATE, sql="m.booked_on"),
        Column("document", "Document", Kind.COUNT, sql="m.document_id"),
    ),
    source="stock_move m JOIN product p ON p.id = m.product_id",
    key="m.id",
    indexed="m.product_id",
    order="id",
    descending=False,
)


WORDS = (
    "lantern",
    "lantern 9",
    "white mug",
    "龙井",
    "mqlj",
    "70012",
    "candle",
    "clock 3",
    "花茶",
    "zz",
)
ORDERS = ("name", "quantity", "sku", "day", "id")


def resident() -> int:
    """Megabytes of memory."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


@dataclass
class Change:
    """How long a new question took until its rows were painted, and the longest block of it."""

    answered: float
    blocked: float


def changed(view: ListView, app: QApplication, question: Question) -> Change:
    """Ask, and go on as an event loop does; what a person would feel is the longest turn of it."""
    began = turn = time.perf_counter()
    blocked = 0.0
    view.ask_for(question)
    while True:
        waits = view.list_model.waits
        app.processEvents()
        view.viewport().repaint()
        now = time.perf_counter()
        blocked, turn = max(blocked, now - turn), now
        if not waits:
            return Change(now - began, blocked)
        time.sleep(0.002)
        turn = time.perf_counter()


def pages(view: QTableView, app: QApplication, rows: list[int]) -> list[float]:
    """Seconds of each scroll to a row at the top of the window, with its paint."""
    bar, times = view.verticalScrollBar(), []
    step = view.rowHeight(0) if view.verticalScrollMode() == PER_PIXEL else 1
    for row in rows:
        began = time.perf_counter()
        bar.setValue(row * step)
        view.viewport().repaint()
        app.processEvents()
        times.append(time.perf_counter() - began)
    return times


def opened(make: Callable[[], QTableView], app: QApplication) -> tuple[QTableView, float]:
    began = time.perf_counter()
    view = make()
    view.resize(1200, 32 * 30 + 34)
    view.show()
    app.processEvents()
    view.viewport().repaint()
    return view, time.perf_counter() - began


def measure(folder: Path) -> list[Ratio]:
    app = dressed()
    work = found(folder)
    work.run(products, 10_000, search=True)
    work.run(movements, ROWS, 10_000)
    work.close()
    before_raw = resident()
    steps = [n * 32 for n in range(1, 200)]
    jumps = [int(ROWS * f / 41) for f in range(1, 40)]
    office = ShopOffice(open_shop(str(folder / "large.shop")))
    warm(app)
    before = resident()
    view, open_ours = opened(lambda: ListView(ListingPages(office, ListingSource(LISTING))), app)
    while view.list_model.waits:
        app.processEvents()
    view.viewport().repaint()
    ours, jumped = pages(view, app, steps), pages(view, app, jumps)
    check_rows(view, app)
    added = resident() - before
    sorts = [changed(view, app, Question(order=key, descending=True)) for key in ORDERS]
    filters = [changed(view, app, Question(search=word, order="id")) for word in WORDS]
    grouped = changed(view, app, Question(order="id", group="day"))
    after = resident() - before
    say_changes(sorts, filters, grouped)
    print(
        f"memory added by ours: {added} MB to open, page and jump, {after} MB after all changes "
        f"(target 50; before: {before_raw} MB)"
    )
    raw, raw_jumped, open_raw, raw_sorts, raw_filters = qts_own(folder, app, steps, jumps)
    office.close()
    sides = (
        ("open 1,000,000 rows", [open_ours], [open_raw], 1.5),
        ("a page, median", ours, raw, 1.0),
        ("a page, 95th percentile", [p95(ours)], [p95(raw)], 1.0),
        ("a jump, 95th percentile", [p95(jumped)], [p95(raw_jumped)], None),
        ("another order, median", [one.answered for one in sorts], raw_sorts, None),
        ("another filter, median", [one.answered for one in filters], raw_filters, None),
        (
            "another filter, 95th percentile",
            [p95([one.answered for one in filters])],
            [p95(raw_filters)],
            None,
        ),
    )
    return [ratio(name, mine, theirs, target) for name, mine, theirs, target in sides]


def ratio(name: str, ours: list[float], raw: list[float], target: float | None) -> Ratio:
    mine, theirs = statistics.median(ours), statistics.median(raw)
    return Ratio(name, mine, theirs, mine / theirs, target)


def say_changes(sorts: list[Change], filters: list[Change], grouped: Change) -> None:
    """The window must answer within 50 ms all the while."""
    print()
    for name, changes in (("order", sorts), ("filter", filters), ("groups by month", [grouped])):
        answered, blocked = ([getattr(one, part) for one in changes]
                             for part in ("answered", "blocked"))  # fmt: skip
        print(
            f"another {name}: rows after {statistics.median(answered) * 1e3:.0f} ms (longest "
            f"{max(answered) * 1e3:.0f}), window blocked at most {max(blocked) * 1e3:.0f} ms"
        )


def warm(app: QApplication) -> None:
    """Fonts and style are loaded by the first list of the program, whichever it is."""
    view = ListView(TableSource(Table("few", "Few", LISTING.columns, [])))
    view.resize(1200, 400)
    view.show()
    app.processEvents()
    view.viewport().repaint()
    view.close()


def dressed() -> QApplication:
    """The application in the program's look."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    theme.load_fonts()
    theme.wear(remembered_choice())
    figures.use(figures.Form("en", "£", 2))
    return app


def check_rows(view: ListView, app: QApplication) -> None:
    """What was painted are rows, not blanks."""
    for row in (0, 777_777):
        pages(view, app, [row])
        shown = view.model().index(row, 2).data()
        assert str(shown).startswith("7"), shown


def qts_own(
    folder: Path, app: QApplication, steps: list[int], jumps: list[int]
) -> tuple[list[float], list[float], float, list[float], list[float]]:
    """The same in QTableView over Qt's C++ model: pages, jumps, opening, orders, filters."""
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(folder / "large.shop"))
    assert database.open()

    def make() -> QTableView:
        model = QSqlQueryModel()
        model.setQuery(f"{SQL} ORDER BY m.id", database)
        table = QTableView()
        model.setParent(table)
        table.setModel(model)
        return table

    view, open_raw = opened(make, app)
    model: Any = view.model()
    fetch_all(model)
    paged, jumped = pages(view, app, steps), pages(view, app, jumps)
    columns = {column.key: column.sql for column in LISTING.columns}
    sorts = [_asked(view, app, database, f"{SQL} ORDER BY {columns[key]} DESC") for key in ORDERS]
    filters = [
        _asked(view, app, database, f"{SQL} WHERE {_like(word)} ORDER BY m.id") for word in WORDS
    ]
    return paged, jumped, open_raw, sorts, filters


def _like(words: str) -> str:
    """What a plain program filters by."""
    return " AND ".join(f"(p.name LIKE '%{w}%' OR p.sku LIKE '%{w}%')" for w in words.split())


def fetch_all(model: Any) -> None:
    """Only then does Qt's model know how many rows there are, as ours does."""
    while model.canFetchMore():
        model.fetchMore()


def _asked(view: QTableView, app: QApplication, database: QSqlDatabase, sql: str) -> float:
    began = time.perf_counter()
    model: Any = view.model()
    model.setQuery(sql, database)
    fetch_all(model)
    app.processEvents()
    view.viewport().repaint()
    return time.perf_counter() - began


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        show("A list of 1,000,000 rows, 32 × 8 cells visible", measure(Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
