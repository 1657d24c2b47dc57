"""What the sheet of keys promises: each key works from every page where it says so."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from erp_desktop.views.keys_sheet import KEYS, KeysSheet
from erp_desktop.views.palette import Palette
from erp_desktop.views.tour_dialogs import floating
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.wings import all_pages
from views.counter import Counter
from views.every_window import ONLY_FILLED, Told, settled

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
OWN = {"till", "sale_return"}  # where F3 is a key of its own: the price


@pytest.fixture
def told(tmp_path):
    return Told(tmp_path / "tea.shop")


@pytest.fixture
def counter(dressed, qtbot, tmp_path, told):
    made = Counter(tmp_path / "tea.shop", qtbot)
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    yield made
    made.close()


def pages(counter, told):
    """Each page as a tab that is seen; closed again before the next."""
    counter.page("home")
    for spec in all_pages():
        key = told.ids.get(spec.code) if spec.make_for is not None else None
        if key is None and spec.code in ONLY_FILLED:
            continue
        page = counter.window.show_page(spec.code, key)
        settled()
        for asked in floating(counter.window):  # an expense is asked for at once; Esc leaves it
            QTest.keyClick(asked, Qt.Key.Key_Escape)
            settled()
        yield spec.code, page
        sheets = counter.window.sheets
        while sheets.tabs.count() > 1:
            sheets.close_sheet(sheets.tabs.count() - 1)
        settled()


def press(counter, key, modifier=PLAIN):
    """A key as a person presses it: to whatever has the keyboard. (Without a desktop nothing makes
    the window active again after a list that dropped down.)"""
    counter.window.activateWindow()
    settled()
    QTest.keyClick(QApplication.focusWidget() or counter.window, key, modifier)
    settled()


def came(qtbot, there, words):
    """Wait for what a key brings: a button is seen to be pressed before it does anything."""
    try:
        qtbot.waitUntil(there, timeout=2_000)
    except qtbot.TimeoutError:
        pytest.fail(words)
    settled()


def test_the_keys_for_everywhere_work_on_every_page(counter, told, qtbot):
    window, tried = counter.window, 0
    for code, page in pages(counter, told):
        press(counter, Qt.Key.Key_K, CTRL)
        came(qtbot, lambda: bool(window.findChildren(Palette)), f"Ctrl+K does nothing on {code}")
        for palette in window.findChildren(Palette):
            palette.close()
        settled()
        press(counter, Qt.Key.Key_F1)
        sheet = window.findChild(KeysSheet)
        assert sheet is not None, f"F1 does nothing on {code}"
        sheet.reject()
        settled()
        if code not in OWN:
            press(counter, Qt.Key.Key_F3)
            assert window.sheets.place() == "till", f"F3 does not open the till from {code}"
            press(counter, Qt.Key.Key_W, CTRL)
            assert window.sheets.place() != "till", "Ctrl+W does not close the till"
            window.sheets.tabs.setCurrentIndex(window.sheets.pages().index(page))
            settled()
        press(counter, Qt.Key.Key_F1, SHIFT)
        assert window.sheets.place() == "manual", f"Shift+F1 does nothing on {code}"
        tried += 1
    assert tried > 45


def test_ctrl_w_closes_every_page(counter, told):
    tabs = counter.window.sheets.tabs
    for code, _ in pages(counter, told):
        before = tabs.count()
        if before > 1:  # the last one stays
            press(counter, Qt.Key.Key_W, CTRL)
            assert tabs.count() == before - 1, f"Ctrl+W does nothing on {code}"


def test_the_keys_for_lists_work_in_every_list(counter, told, monkeypatch, qtbot):
    exported, printed = [], []
    monkeypatch.setattr(
        "erp_desktop.views.exporting.Exporting.__call__", lambda one: exported.append(one._page)
    )
    monkeypatch.setattr(
        "erp_desktop.views.exporting.Printing.__call__", lambda one: printed.append(one._page)
    )
    tried = 0
    for code, page in pages(counter, told):
        if not isinstance(page, ListPage) or not page.source.count():
            continue
        press(counter, Qt.Key.Key_F, CTRL)
        assert page.search.hasFocus(), f"Ctrl+F does nothing on {code}"
        press(counter, Qt.Key.Key_Down)
        press(counter, Qt.Key.Key_A, CTRL)
        assert page.view.chosen_count() > 0, f"Ctrl+A chooses nothing on {code}"
        QApplication.clipboard().clear()
        press(counter, Qt.Key.Key_C, CTRL)
        assert "\t" in QApplication.clipboard().text(), f"Ctrl+C copies nothing on {code}"
        press(counter, Qt.Key.Key_E, CTRL)
        came(qtbot, partial(_holds, exported, page), f"Ctrl+E does nothing on {code}")
        press(counter, Qt.Key.Key_P, CTRL | SHIFT)
        came(qtbot, partial(_holds, printed, page), f"Ctrl+Shift+P does nothing on {code}")
        tried += 1
    assert tried > 12


def _holds(pages_, page):
    return any(one is page for one in pages_)


def test_a_torn_off_page_has_the_keys_too(counter, qtbot):
    counter.page("home")
    counter.page("products")
    torn = counter.window.sheets.tear_off(1)
    with qtbot.waitActive(torn):
        torn.activateWindow()
    QTest.keyClick(torn, Qt.Key.Key_F3)
    settled()
    assert counter.window.sheets.place() == "till"
    with qtbot.waitActive(torn):
        torn.activateWindow()
    QTest.keyClick(torn, Qt.Key.Key_F1)
    settled()
    assert counter.dialog(KeysSheet).isVisible()


def test_each_key_stands_once_in_its_part():
    for _, keys in KEYS:
        shortcuts = [shortcut for shortcut, _ in keys]
        assert len(shortcuts) == len(set(shortcuts))
