"""A shop opened in its own window, for tests that click what a person clicks."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.wings import all_pages


def small_shop(place: Path, *, times: str = "1", **facts: Any) -> Shop:
    """Tea and cups, a supplier, a customer, one receipt and two sales in January 2026.

    `times` multiplies what the goods cost.
    """
    dearer = Decimal(times)
    clock.set_now(lambda: day(20, 12))
    facts.setdefault("currency", "GBP")
    shop = Shop.found(place, **facts)
    shop.product("TEA", name="Green tea 250 g", price="28.00", minimum="30",
                 barcodes=["6901234567892"], supplier_id=shop.supplier)  # fmt: skip
    shop.product("CUP", name="White cup", price="6.00")
    shop.receive("TEA", 20, 10 * dearer, on=2)
    shop.receive("CUP", 40, 2 * dearer, on=2)
    shop.sell("TEA", 2, 28, on=19)
    shop.sell("CUP", 5, 6, on=20)
    return shop


class Counter:
    """The window of a shop, and hands to use it with."""

    def __init__(self, place: Path, qtbot: Any, person: int | None = None) -> None:
        self.bot = qtbot
        self.window = ShopWindow(open_shop(str(place), person), all_pages())
        qtbot.addWidget(self.window)
        self.window.resize(1300, 850)
        self.window.show()
        QApplication.processEvents()  # it is seen: what stands behind the first paint is there

    @property
    def office(self) -> Any:
        return self.window.office

    def page(self, code: str, key: Any = None) -> Any:
        """Go to a page and wait until it has read."""
        page = self.window.show_page(code, key)
        QApplication.processEvents()
        return page

    def seen(self) -> Any:
        """The page that is seen."""
        QApplication.processEvents()
        return self.window.sheets.current()

    def click(self, words: str, within: QWidget | None = None) -> None:
        """Click the button with these words."""
        self.bot.mouseClick(button(within or self.seen(), words), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def read(self, step: Any, *args: Any) -> Any:
        return self.office.ask(step, *args)

    def value(self, sql: str, *params: Any) -> Any:
        return self.office.ask(lambda books: books.value(sql, params))

    def dialog(self, kind: type[QWidget]) -> Any:
        """The dialog of this kind that is open."""
        QApplication.processEvents()
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def close(self) -> None:
        self.window.close()


def button(within: QWidget, words: str) -> QAbstractButton:
    """The visible button that says this."""
    found = [
        one
        for one in within.findChildren(QAbstractButton)
        if words in (one.text(), one.accessibleName()) and one.isVisible()
    ]
    assert found, f"no button says {words!r}"
    return found[0]


def freed(work: Any) -> None:
    """Let what was closed really go."""
    del work
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def section(counter: Counter, code: str) -> Any:
    """A section of the settings, opened."""
    shown = counter.page("settings").show_section(code)
    QApplication.processEvents()
    return shown
