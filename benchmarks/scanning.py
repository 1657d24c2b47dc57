"""P8: from the last key of a scan to the painted line of the cart.

The page of the till stands in a window of 1440 × 900 with products and a cart of 20 lines; every
scan is looked up in the books, put into the cart, priced and painted to the last pixel. The
baseline is the least that any till must do: one look-up of the code in the same file through plain
`sqlite3`, and the paint of a QTableWidget of as many lines with the new amount.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _measure import Ratio, show
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget

from erp_desktop.services.catalogue.products import SaveProduct, save_products
from erp_desktop.services.shop.founding import FoundShop, found_shop
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.views import theme
from erp_desktop.views.office import Office
from erp_desktop.views.till.page import TillPage

PRODUCTS, LINES, SCANS = 10_000, 20, 200
TARGET = 0.016  # seconds at the 95th percentile


def code(at: int) -> str:
    return f"69{at:011}"


def shop_in(folder: Path) -> Path:
    """A shop with 10,000 products on its shelves."""
    place = folder / "bench.shop"
    work = found_shop(str(place), FoundShop("Bench", currency="CNY", time_zone="UTC"))
    ids = work.run(
        save_products,
        [
            SaveProduct(f"P{at}", f"Product {at}", price=Decimal("9.90"), barcodes=[code(at)])
            for at in range(PRODUCTS)
        ],
    )
    lines = [OpeningLine(product_id, Decimal(500), Decimal(5)) for product_id in ids]
    work.run(open_stock, OpenStock(lines))
    work.close()
    return place


class Painted(QObject):
    """Waits until a view has really been painted."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._seen = False
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        self._seen |= event.type() == QEvent.Type.Paint
        return False

    def wait(self) -> None:
        """Let the window work until the paint, and what was asked for with it, is done."""
        while not self._seen:
            QApplication.processEvents()
        QApplication.processEvents()
        self._seen = False


def our_scans(place: Path) -> list[float]:
    """Seconds of each scan, into a cart of 20 lines that grows no further."""
    from erp_desktop.services.unit_of_work import open_shop

    work = open_shop(str(place))
    page = TillPage(Office(work))
    page.resize(1440, 900)
    page.show()
    for at in range(LINES):
        page.take_scan(code(at))
    paint = Painted(page.card.view.viewport())
    page.card.view.viewport().update()
    paint.wait()
    times = []
    for at in range(SCANS):
        start = time.perf_counter()
        page.take_scan(code(at % LINES))
        paint.wait()
        times.append(time.perf_counter() - start)
    expected = LINES + SCANS
    assert page.cart.pieces() == expected, (page.cart.pieces(), expected)
    page.carts.finish()
    page.keep()
    page.close()
    work.close()
    return times


def raw_scans(place: Path) -> list[float]:
    """The same look-up and a stock table's paint."""
    connection = sqlite3.connect(place)
    table = QTableWidget(LINES, 5)
    table.resize(1440, 900)
    table.show()
    for row in range(LINES):
        for column in range(5):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    paint = Painted(table.viewport())
    table.viewport().update()
    paint.wait()
    times = []
    for at in range(SCANS):
        start = time.perf_counter()
        found = connection.execute(
            "SELECT p.name, p.price FROM barcode b JOIN product p ON p.id = b.product_id "
            "WHERE b.code = ?",
            (code(at % LINES),),
        ).fetchone()
        table.setItem(at % LINES, 4, QTableWidgetItem(f"{found[1] * (at + 1)}"))
        paint.wait()
        times.append(time.perf_counter() - start)
    table.close()
    connection.close()
    return times


def main() -> None:
    app = QApplication(sys.argv[:1])
    folder = Path(tempfile.mkdtemp())
    scope = QSettings.Scope.UserScope
    QSettings.setPath(QSettings.Format.NativeFormat, scope, str(folder / "habits"))
    theme.load_fonts()
    theme.wear(theme.Choice())
    place = shop_in(folder)
    our_scans(place), raw_scans(place)
    pairs = [(our_scans(place), raw_scans(place)) for _ in range(5)]
    ours = statistics.median(statistics.median(mine) for mine, _ in pairs)
    raw = statistics.median(statistics.median(plain) for _, plain in pairs)
    ratio = statistics.median(
        statistics.median(mine) / statistics.median(plain) for mine, plain in pairs
    )
    show("Scan to painted line", [Ratio(f"a scan into a cart of {LINES} lines", ours, raw, ratio)])
    tail = statistics.median(statistics.quantiles(mine, n=20)[-1] for mine, _ in pairs)
    reached = "✓" if tail <= TARGET else "✗"
    print(f"\n95th percentile {tail * 1e3:.1f} ms, target ≤ {TARGET * 1e3:.0f} ms {reached}")
    app.quit()


if __name__ == "__main__":
    main()
