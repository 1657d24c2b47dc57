"""Whoever opens the shop says who they are, where the first person has a PIN."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.till.lock_screen import LockScreen
from erp_desktop.views.wings import all_pages
from views.counter import small_shop


@pytest.fixture
def shop(tmp_path):
    """A shop whose owner has a PIN, and a clerk has none."""
    made = small_shop(tmp_path / "tea.shop")
    owner = made.value_of("SELECT name FROM user_account ORDER BY id LIMIT 1")
    made.work.run(set_pin, owner, "4711")
    made.work.run(add_person, "mei", "clerk", "Mei")
    made.work.close()
    return tmp_path / "tea.shop"


@pytest.fixture
def opened(dressed, qtbot, shop):
    windows = []

    def make():
        window = ShopWindow(open_shop(str(shop)), all_pages())
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        window.begin("products")
        QTest.qWaitForWindowExposed(window)
        qtbot.wait(50)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


def cover(window):
    return next((one for one in window.findChildren(LockScreen) if one.isVisible()), None)


def test_nothing_is_shown_before_the_pin_is_typed(opened, qtbot):
    window = opened()
    screen = cover(window)
    assert screen is not None
    assert screen.geometry() == window.rect()
    assert window.sheets.pages() == []
    QTest.keyClicks(screen.pin, "0000")
    QTest.keyClick(screen.pin, Qt.Key.Key_Return)
    assert cover(window) is screen
    assert screen.words.text()
    QTest.keyClicks(screen.pin, "4711")
    QTest.keyClick(screen.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cover(window) is None)
    assert len(window.sheets.pages()) == 1
    qtbot.waitUntil(lambda: window.scans is not None)


def test_a_colleague_begins_with_their_own_rights(opened, qtbot):
    window = opened()
    screen = cover(window)
    mei = next(tile for tile in screen.tiles if tile.person.name == "mei")
    QTest.mouseClick(mei, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cover(window) is None)
    assert window.office.facts.person == "Mei"
    assert not window.office.facts.costs
    assert window.top.person.text() == "Mei"


def test_closing_at_the_cover_keeps_what_was_open(opened, qtbot):
    first = opened()
    QTest.keyClicks(cover(first).pin, "4711")
    QTest.keyClick(cover(first).pin, Qt.Key.Key_Return)
    first.show_page("stock")
    first.close()
    opened().close()
    third = opened()
    third.begin("")
    QTest.keyClicks(cover(third).pin, "4711")
    QTest.keyClick(cover(third).pin, Qt.Key.Key_Return)
    codes = [tab.code for tab in third.sheets.standing()]
    assert "stock" in codes


def test_the_persons_button_hands_over(opened, qtbot):
    window = opened()
    QTest.keyClicks(cover(window).pin, "4711")
    QTest.keyClick(cover(window).pin, Qt.Key.Key_Return)
    QTest.mouseClick(window.top.person, Qt.MouseButton.LeftButton)
    mei = next(tile for tile in cover(window).tiles if tile.person.name == "mei")
    QTest.mouseClick(mei, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cover(window) is None)
    assert window.office.facts.person == "Mei"
