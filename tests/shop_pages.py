"""A shop with open pages: what the tests of till, stock and counts stand on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from builders import D, Shop, day
from erp_desktop.core import clock
from erp_desktop.views import memory
from erp_desktop.views.office import Office
from shop_proof import assert_books_are_exact

PRODUCTS = (
    ("22423", "Regency cakestand 3 tier", "12.75", 12),
    ("85099B", "Jumbo bag red retrospot", "1.95", 64),
    ("85123A", "White hanging heart T-light holder", "2.95", 31),
    ("22727", "Alarm clock bakelike red", "3.75", 5),
)

_OPEN: list[QWidget] = []  # Python would free a page in the middle of a test


@contextmanager
def gift_shop(folder: Path) -> Iterator[tuple[Shop, Office]]:
    """A small gift shop on the tenth of January, and its office; the books agree at the end."""
    clock.set_now(lambda: day(10, 11))
    memory.remember("printing/folder", str(folder / "papers"))
    shop = Shop.found(folder / "shop.db", name="Hearth & Lantern", currency="GBP", tax=D(20))
    for at, (sku, name, price, held) in enumerate(PRODUCTS):
        code = f"501234567890{at}"
        shop.product(sku, name=name, price=price, minimum=6, barcodes=[code], category="Gifts")
        shop.opening(sku, held, "1.20")
    shop.product("WRAP", name="Gift wrap", price="1.50", kind="service")
    shop.warehouse("BACK")
    yield shop, Office(shop.work)
    _OPEN.clear()
    shop.work.read(assert_books_are_exact)
    shop.work.close()


def shown(qtbot, page: QWidget) -> QWidget:
    """The page on a screen, read from the books; it lives until the test is over."""
    qtbot.addWidget(page)
    _OPEN.append(page)
    page.resize(1440, 900)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def type_into(widget: QWidget, words: str, *, enter: bool = True) -> None:
    """Type as a person does, and press Enter."""
    QTest.keyClicks(widget, words)
    if enter:
        QTest.keyClick(widget, Qt.Key.Key_Return)


def press(widget: QWidget, key: Qt.Key, *, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, key, held)
