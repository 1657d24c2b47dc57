"""A shop with a window over it, and the hands of a clerk: what is clicked, typed, scanned, read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from builders import Shop
from erp_desktop.services.partners.partners import partner
from erp_desktop.views.main_window import MainWindow
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.purchasing import SPECS as BUYING
from erp_desktop.views.sales import SPECS as SELLING
from erp_desktop.views.till import SPECS as TILL
from erp_desktop.views.trade.trade_page import TradePage
from erp_desktop.views.widgets.banner import Banner
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.page import Page


class Desk:
    """The window of a shop, and who sits before it."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.office = Office(shop.work)
        self.window = MainWindow(self.office, [*BUYING, *SELLING, *TILL, *_strangers()])
        self.window.resize(1440, 900)
        self.toasts: list[str] = []
        self.window.sheets.said.connect(lambda words, undo, act: self.toasts.append(words))
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.settle()

    # -- hands -----------------------------------------------------------------------------------

    def open(self, code: str, key: Any = None) -> Any:
        self.window.show_page(code, key)
        self.settle()
        return self.page()

    def page(self) -> Any:
        self.settle()
        return self.window.sheets.current()

    def press(self, words: str) -> Any:
        """Click the button with these words on the page that is seen."""
        button = next(
            one
            for one in self.page().findChildren(QPushButton)
            if one.text() == words and one.isVisible()
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self.page()

    def choose(self, words: str) -> Any:
        """Choose an entry of the ... menu."""
        page: TradePage = self.page()
        page.choose(words)
        return self.page()

    def scan(self, code: str) -> None:
        self.window.take_scan(code)
        self.settle()

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> Any:
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        QTest.keyClick(self._focus(), key, held)
        QTest.qWait(130)  # a button pressed by its key stays down for a moment
        return self.page()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        QTest.keyClicks(self._focus(), text)
        self.settle()

    def type_cell(self, row: int, column: str, text: str) -> None:
        """Double-click a cell, type, Enter."""
        grid = self.page().grid
        keys = [one.key for one in grid.lines.columns]
        grid.setFocus()  # what was being edited is taken
        self.settle()
        grid.setCurrentIndex(grid.lines.index(row, keys.index(column) + 1))
        grid.edit(grid.currentIndex())
        editor = grid.viewport().findChildren(QLineEdit)[-1]
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.settle()

    def pick_partner(self, partner_id: int) -> None:
        """Type a partner's name and take the first that is found."""
        field = self.page().fields.partner
        field.setFocus()
        QTest.keyClicks(field, self.office.ask(partner, partner_id).name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def add_product(self, text: str) -> None:
        """Find a product in the empty line at the end."""
        grid = self.page().grid
        grid.start()
        editor = grid.viewport().findChildren(QLineEdit)[-1]
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.settle()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.page()

    def dialog(self) -> Any:
        """The small form that is open over the page."""
        self.settle()
        return QApplication.activeModalWidget()

    # -- eyes ------------------------------------------------------------------------------------

    def main(self) -> str:
        """What the main button says."""
        page = self.page()
        return page.main.text() if page.main.isVisible() else ""

    def title(self) -> str:
        return self.page().header.title.text()

    def state(self) -> str:
        return self.page().header.chip.accessibleName()

    def sentence(self) -> str:
        """The refusal that stands on the page; empty when nothing was refused."""
        said = [one.sentence() for one in self.banners()]
        return said[0] if said else ""

    def answers(self) -> list[str]:
        """The buttons of the refusal."""
        return [
            button.text()
            for banner in self.banners()
            for button in banner.findChildren(Button)
            if button.isVisible()
        ]

    def banners(self) -> Sequence[Banner]:
        page: QWidget = self.page()
        return [one for one in page.findChildren(Banner) if one.isVisible()]

    def cell(self, row: int, column: str) -> Any:
        return self.page().grid.lines.line(row)[column]

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.settle()


class Elsewhere(Page):
    """The page of another wing: only that it was asked for, and for what, matters."""

    def __init__(self, office: Office, key: Any = None) -> None:
        super().__init__(office, "elsewhere")
        self.asked = key


def _strangers() -> list[PageSpec]:
    return [
        PageSpec("product_form", "New product", "package", Elsewhere, Elsewhere),
        PageSpec("report", "Report", "chart-column", Elsewhere, Elsewhere),
    ]
