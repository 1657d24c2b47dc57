"""Tabs become windows and come back; the program opens where it was; letters grow at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from erp_desktop import app as program
from erp_desktop.services.shop.drafts import draft, save_draft
from erp_desktop.views import language, theme
from erp_desktop.views.session import session_page
from erp_desktop.views.shell.menus import change_look
from erp_desktop.views.shop_window import ShopWindow


def codes(window: ShopWindow) -> list[tuple[str, object]]:
    return [(tab.code, tab.key) for tab in window.sheets.standing()]


def test_a_tab_dragged_out_of_the_row_gets_its_own_window_and_comes_back(counter, qtbot):
    counter.page("home")
    stock = counter.page("stock")
    tabs = counter.window.sheets.tabs
    start = tabs.tabRect(1).center()
    QTest.mousePress(tabs, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(tabs, start + QPoint(4, 30))
    QTest.mouseMove(tabs, start + QPoint(10, 120))
    (torn,) = counter.window.sheets.torn()
    assert torn.page() is stock
    assert torn.windowTitle() == "Stock"
    assert tabs.count() == 1
    torn.close()
    assert counter.window.sheets.torn() == []
    assert counter.seen() is stock
    assert tabs.tabText(1) == "Stock"


def test_the_last_tab_stays(counter):
    counter.page("home")
    assert counter.window.sheets.tear_off(0) is None


def test_a_page_in_its_own_window_is_not_opened_twice_and_hears_of_changes(counter):
    counter.page("home")
    products = counter.page("products")
    counter.window.sheets.tear_current()
    assert counter.page("products") is products
    assert counter.window.sheets.tabs.count() == 1


def test_a_torn_page_speaks_the_new_language(counter, qtbot):
    counter.page("home")
    counter.page("stock")
    torn = counter.window.sheets.tear_off(1)
    language.speak("zh_CN")
    qtbot.waitUntil(lambda: torn.windowTitle() == "库存")
    assert torn.page().header.title.text() == "库存"


def test_a_scan_goes_to_the_window_that_is_active(counter, qtbot, monkeypatch):
    counter.page("home")
    till = counter.page("till")
    torn = counter.window.sheets.tear_off(1)
    got = []
    monkeypatch.setattr(till, "take_scan", lambda code: bool(got.append(code)) or True)
    monkeypatch.setattr(torn, "isActiveWindow", lambda: True)
    counter.window.take_scan("6901234567892")
    assert got == ["6901234567892"]


def test_tabs_are_closed_from_their_menu(counter):
    for code in ("home", "stock", "products"):
        counter.page(code)
    counter.window.sheets.close_others(1)
    assert codes(counter.window) == [("stock", None)]


def test_the_program_opens_where_it_was(dressed, tmp_path, monkeypatch, place):
    monkeypatch.setenv("ERP_CONFIG", str(tmp_path / "config"))
    running = program.Program(QApplication.instance())
    running.open(str(place))
    running.window.show_page("products")
    running.window.show_page("product", 1)
    running.window.show_page("stock")
    running.window.sheets.tabs.setCurrentIndex(2)
    before = codes(running.window)
    assert before == [("home", None), ("products", None), ("product", 1), ("stock", None)]
    running.window.close()
    running.open(str(place))
    assert codes(running.window) == before
    assert running.window.sheets.seen() == 2
    assert running.window.sheets.tabs.tabText(2) == "Green tea 250 g"
    assert len(running.window.sheets.pages()) == 1, "a page nobody looks at is not made"
    running.window.sheets.tabs.setCurrentIndex(3)
    assert running.window.sheets.current().header.title.text() == "Stock"
    running.window.close()
    running.deleteLater()


def test_what_is_open_is_kept_while_the_program_runs(counter, qtbot):
    """A program that is killed says goodbye to nobody."""
    counter.window.begin()
    counter.page("products")

    def kept():
        found = counter.read(draft, session_page())
        return [tab["code"] for tab in found.content["tabs"]] if found else []

    qtbot.waitUntil(lambda: kept() == ["home", "products"], timeout=3_000)


def test_a_page_whose_document_is_gone_does_not_stop_the_start(counter):
    tabs = [{"code": "sales_order", "key": 99_999}, {"code": "nonsense"}, {"code": "stock"}]
    counter.office.do(save_draft, session_page(), {"tabs": tabs, "at": 0})
    assert counter.window.session.come_back()
    assert codes(counter.window) == [("stock", None)]


def test_every_measure_grows_with_the_letters_while_the_window_is_open(counter, qtbot):
    page = counter.page("home")
    small = (counter.window.top.height(), counter.window.rail.width(), page.header.height())
    change_look(size=18)
    qtbot.waitUntil(lambda: counter.window.sheets.current() is not page)
    page = counter.window.sheets.current()
    large = (counter.window.top.height(), counter.window.rail.width(), page.header.height())
    for before, after in zip(small, large, strict=True):
        assert after == pytest.approx(before * 18 / 13, abs=2)


def test_the_look_follows_the_system_where_that_was_chosen(dressed, monkeypatch):
    theme.wear(theme.Choice(scheme=theme.Scheme.SYSTEM))
    system = [theme.tokens().dark]
    monkeypatch.setattr(theme, "_is_dark", lambda scheme: not system[0])
    theme._follow()
    assert theme.tokens().dark is not system[0]
    theme.wear(theme.Choice(scheme=theme.Scheme.LIGHT))
    monkeypatch.setattr(theme, "_is_dark", lambda scheme: True)
    before = theme.tokens()
    theme._follow()
    assert theme.tokens() is before, "a look chosen by hand stays"
