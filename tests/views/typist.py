"""A person who types documents without end, in a process of its own that is going to be killed.

    python -m views.typist SHOP LOG SEED

Every key is pressed on the real pages. After each one the log says what stands on the page then;
before and after a document is posted it says so too. The log is written past every buffer, so what
stands in it happened.
"""

import json
import os
import random
import sys
import time
import traceback
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from erp_desktop.app import make_application
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.trade.keys import fresh
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.wings import all_pages

KINDS = (
    "purchase_order", "sales_order", "quotation", "goods_receipt", "goods_issue",
    "purchase_return", "sales_return", "transfer", "write_off", "opening",
)  # fmt: skip
STOCK = ("transfer", "write_off", "opening")
CODES = ("6901", "6902", "6903")
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
MOST_TABS = 6


class Typist:
    """Types, and writes down what stands there."""

    def __init__(self, window: ShopWindow, log: int, seed: int) -> None:
        self.window, self._log = window, log
        self.dice = random.Random(seed)
        self._count, self._seed = 0, seed
        self._pages = 0

    # -- the log ---------------------------------------------------------------------------------

    def note(self, **facts: Any) -> None:
        line = json.dumps({"t": time.time(), **facts}, ensure_ascii=False) + "\n"
        os.write(self._log, line.encode())

    def note_page(self) -> None:
        """What stands on the page that is seen."""
        page = self.page()
        if page is not None:
            self.serial(page)
            self._stands(page)

    def _stands(self, page: Any, *_: object) -> None:
        """What stands on a page; it says so itself with each change."""
        if page.drafting is None:
            return
        content = page.drafting.content()
        typing = page.grid.being_typed()
        self.note(
            page=self.serial(page), code=page.code, draft=page.drafting.store.name,
            content=content, typing=typing["text"] if typing else None,
            blank=page.drafting.is_blank(),
        )  # fmt: skip

    def serial(self, page: Any) -> int:
        """A number that no other page of this life has."""
        if page.property("serial") is None:
            self._pages += 1
            page.setProperty("serial", self._pages)
            page.drafted.connect(partial(self._stands, page))
        return int(page.property("serial"))

    # -- hands -----------------------------------------------------------------------------------

    def page(self) -> Any:
        page = self.window.sheets.current()
        return page if isinstance(page, DocumentPage) else None

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focus(), key, held)
        self.note_page()
        QTest.qWait(self.dice.randint(15, 70))

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self._focus(), letter)
            self.note_page()
            QTest.qWait(self.dice.randint(15, 70))

    def scan(self) -> None:
        self.window.take_scan(self.dice.choice(CODES))
        self.note_page()
        QTest.qWait(self.dice.randint(30, 120))

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    # -- work ------------------------------------------------------------------------------------

    def work(self) -> None:
        """Go on with what stands there, or begin something, for ever."""
        while True:
            page = self.page()
            fresh_page = page is None or page.drafting is None or self.dice.random() < 0.25
            if fresh_page:
                self.begin()
            self.write()
            if self.dice.random() < 0.7:
                self.post()
            self.tidy()

    def begin(self) -> None:
        code = self.dice.choice(KINDS)
        self.window.show_page(code, None if code in STOCK else fresh())
        QTest.qWait(30)
        self.note_page()

    def tidy(self) -> None:
        while self.window.sheets.tabs.count() > MOST_TABS:
            self.window.sheets.close_sheet(0)
        if self.dice.random() < 0.3:
            at = self.dice.randrange(self.window.sheets.tabs.count())
            self.window.sheets.tabs.setCurrentIndex(at)
            QTest.qWait(20)

    def write(self) -> None:
        """A few lines, a quantity, a word: in whatever order."""
        for _ in range(self.dice.randint(1, 4)):
            page = self.page()
            if page is None or page.drafting is None:
                return
            self.dice.choice((self.scan, self.scan, self._a_quantity, self._a_product,
                              self._a_word, self._take_back))()  # fmt: skip

    def _a_quantity(self) -> None:
        grid = self.page().grid
        if not grid.lines.lines():
            return
        grid.setFocus()
        keys = [column.key for column in grid.lines.columns]
        cell = "quantity" if "quantity" in keys else "now"
        grid.choose(self.dice.randrange(len(grid.lines.lines())), cell)
        grid.edit(grid.currentIndex())
        self.type(str(self.dice.randint(1, 400)))
        self.press(KEY.Key_Return)

    def _a_product(self) -> None:
        grid = self.page().grid
        grid.start()
        if isinstance(self._focus(), QLineEdit):
            self.type(self.dice.choice(("tea", "white", "pot")))
            QTest.qWait(100)
            self.press(KEY.Key_Return)

    def _a_word(self) -> None:
        page = self.page()
        field = page.note if page.code in STOCK else page.fields.reference
        if not field.isReadOnly():
            field.setFocus()
            field.end(False)
            self.type(self.dice.choice(("abc", "late", "box 7 ")))

    def _take_back(self) -> None:
        self.press(KEY.Key_Z, CONTROL)

    def post(self) -> None:
        """Ctrl+Enter, with a word in it that no other document has."""
        page = self.page()
        if page is None or page.drafting is None or not page.grid.lines.lines():
            return
        if page.code not in STOCK and page.fields.reference.isReadOnly():
            return  # goods of an order: nothing can be written on it
        called = f"R{self._seed}-{self._count}"
        self._count += 1
        self._name(page, called)
        page.grid.setFocus()
        serial, name = self.serial(page), page.drafting.store.name
        self.note(posting=called, page=serial, draft=name)
        QTest.keyClick(page.grid, KEY.Key_Return, CONTROL)
        QTest.qWait(150)
        stays = self.page() is page and page.drafting and page.drafting.store.name == name
        self.note(**{"refused" if stays else "posted": called}, page=serial, draft=name)

    def _name(self, page: Any, called: str) -> None:
        if page.code in STOCK:
            field = page.note
        else:
            page.fields.show_partner(1 if page.buying else 2)
            page.fields.changed.emit()
            page.drafting.touched()
            field = page.fields.reference
        field.setFocus()
        field.selectAll()
        self.type(called)


def fault(kind: type[BaseException], broken: BaseException, trace: Any) -> None:
    """A fault of the program ends it, so that the test hears of it."""
    traceback.print_exception(kind, broken, trace)
    os._exit(3)


def main() -> None:
    """Open the shop as the program does, say where it came back to, and type."""
    place, log, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
    sys.excepthook = fault
    app = make_application()
    window = ShopWindow(open_shop(place), all_pages())
    window.show()
    window.activateWindow()
    window.begin()
    QTest.qWait(150)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    typist = Typist(window, out, seed)
    window.sheets.turned.connect(lambda code: typist.note(turned=code))
    page = window.sheets.current()
    typing = page.grid.being_typed() if isinstance(page, DocumentPage) else None
    typist.note(started=[tab.code for tab in window.sheets.standing()],
                seen=window.sheets.place(), typing=typing and typing["text"])  # fmt: skip
    typist.note_page()  # from now on it says itself what changes
    typist.work()
    del app


if __name__ == "__main__":
    main()
