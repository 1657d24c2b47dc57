"""P10: a list of 1,000,000 rows opened, paged through and jumped in, beside Qt's own C++ model.

Both sides show 32 rows of 8 columns of the same SQLite table in a window of the same size; a page
is one scroll and the paint of everything visible. Ours includes the query, the chips and the
figures of the shop's form. The baseline is QTableView over QSqlQueryModel with every row fetched.
Resident memory is read before and after ours.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _measure import Ratio, show
from _synthetic import found, movements, products
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
from PySide6.QtWidgets import QApplication, QTableView

from erp_desktop.core.table import Column, Kind, Listing
from erp_desktop.reports.listing import ListingSource, Question
from erp_desktop.views import figures, theme
from erp_desktop.views.office import Office
from erp_desktop.views.shell.menus import remembered_choice
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.list_view import ListView

ROWS = 1_000_000
PER_PIXEL = QTableView.ScrollMode.ScrollPerPixel
SQL = (
    "SELECT m.id, m.happened_at, p.sku, p.name, m.quantity, m.sequence, m.booked_on, m.document_id "
    "FROM stock_move m JOIN product p ON p.id = m.product_id ORDER BY m.id"
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
    search=("p.sku", "p.name"),
    order="id",
    descending=False,
)


def resident() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


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
    work.run(products, 10_000, search=False)
    work.run(movements, ROWS, 10_000)
    work.database.engine.dispose()
    office = Office(work)
    before = resident()
    view, open_ours = opened(lambda: ListView(ListingPages(office, ListingSource(LISTING))), app)
    steps = [n * 32 for n in range(1, 200)]
    ours = pages(view, app, steps)
    jumps = pages(view, app, [int(ROWS * f / 41) for f in range(1, 40)])
    check_rows(view, app)
    added = resident() - before
    sorting = _timed(lambda: _ask(view, app, Question(order="name", descending=False)))
    filtering = _timed(lambda: _ask(view, app, Question(search="lantern 9", order="id")))
    print(
        f"\nmemory added by ours: {added} MB (target 50); random jump: median "
        f"{statistics.median(jumps) * 1e3:.1f} ms, 95th percentile {p95(jumps) * 1e3:.1f} ms; "
        f"sort changed {sorting * 1e3:.0f} ms; filter changed {filtering * 1e3:.0f} ms"
    )
    raw, open_raw = qts_own(folder, app, steps)
    median = [statistics.median(times) for times in (ours, raw)]
    return [
        Ratio("open 1,000,000 rows", open_ours, open_raw, open_ours / open_raw, 1.5),
        Ratio("a page, median", *median, median[0] / median[1], 1.0),
        Ratio("a page, 95th percentile", p95(ours), p95(raw), p95(ours) / p95(raw), 1.0),
    ]


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


def qts_own(folder: Path, app: QApplication, steps: list[int]) -> tuple[list[float], float]:
    """The same pages in QTableView over Qt's C++ model, and the time it takes to open."""
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(str(folder / "large.shop"))
    assert database.open()

    def make() -> QTableView:
        model = QSqlQueryModel()
        model.setQuery(SQL, database)
        table = QTableView()
        model.setParent(table)
        table.setModel(model)
        return table

    view, open_raw = opened(make, app)
    model: Any = view.model()
    while model.canFetchMore():
        model.fetchMore()
    return pages(view, app, steps), open_raw


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _ask(view: ListView, app: QApplication, question: Question) -> None:
    view.ask_for(question)
    app.processEvents()
    view.viewport().repaint()


def _timed(what: Callable[[], None]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        show("A list of 1,000,000 rows, 32 × 8 cells visible", measure(Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
