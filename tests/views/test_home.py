"""The home page says how the shop stands, and each figure leads to its list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from builders import D, day
from erp_desktop.core import clock
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person
from erp_desktop.views.home.arranging_panel import Arranging
from erp_desktop.views.home.first_strip import FirstStrip, Task
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.chips import Chip
from views.counter import Counter, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    order = shop.sales_order("TEA", 3, on=20)
    shop.issue(order, "TEA", 1, on=20)
    shop.order("CUP", 10, "2.00", on=20)
    shop.work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


def test_the_tiles_say_what_today_came_to(counter):
    home = counter.page("home")
    home.read()
    assert "£30.00" in home.takings.accessibleName()
    assert "1 sales" in home.basket.accessibleName()


def test_a_week_holds_both_days(counter, qtbot):
    home = counter.page("home")
    counter.click("Week")
    assert "£86.00" in home.takings.accessibleName()


def test_each_tile_opens_the_list_behind_it(counter, qtbot):
    home = counter.page("home")
    qtbot.mouseClick(home.profit, Qt.MouseButton.LeftButton)
    assert counter.seen().header.title.text() == "Sales by product"


def test_what_waits_is_listed_and_opens(counter):
    home = counter.page("home")
    home.read()
    assert home.ship.table.rows()[0].cells[0].words == "Zhou trading"
    assert home.ship.table.rows()[0].cells[1].words == "2"
    assert home.receive.table.rows()[0].cells[0].words == "Acme Ltd"
    assert home.low.table.rows()[0].cells[0].words == "Green tea 250 g"


def test_a_row_that_runs_out_leads_to_its_product(counter, qtbot):
    home = counter.page("home")
    home.read()
    QApplication.processEvents()
    home.low.table.setFocus()
    qtbot.keyClick(home.low.table, Qt.Key.Key_Return)
    assert counter.seen().header.title.text() == "Green tea 250 g"


def test_a_new_day_starts_at_nothing(counter):
    clock.set_now(lambda: day(21, 9))
    home = counter.page("home")
    home.read()
    assert "£0.00" in home.takings.accessibleName()
    assert "Good morning" in home.header.title.text()


def test_lots_that_expire_take_the_place_of_what_sells(counter):
    home = counter.page("home")
    home.read()
    assert home.sellers.isVisible()
    tea, supplier = counter.value("SELECT id FROM product WHERE sku = 'CUP'"), counter.value(
        "SELECT id FROM partner WHERE is_supplier"
    )  # fmt: skip
    lines = [
        TradeLine(tea, D(5), D(2), lot="L-2405", expires_on=20260126),
        TradeLine(tea, D(3), D(2), lot="L-2511", expires_on=20260210),
    ]
    counter.office.do(receive_goods, ReceiveGoods(supplier, lines=lines, at=day(20, 11)))
    home.read()
    assert home.expiring.isVisible()
    assert not home.sellers.isVisible()
    first, second = home.expiring.table.rows()
    assert [cell.words for cell in first.cells] == ["White cup", "L-2405", "5 pcs", "6 d left"]
    assert (first.cells[3].tone, second.cells[3].tone) == (Tone.RED, Tone.AMBER)
    home.expiring.table.opened.emit(first.key)
    assert counter.seen().header.title.text() == "White cup"


def test_what_comes_first_gives_way_where_there_is_little_room(dressed, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1_700, 100)
    strip = FirstStrip(page)
    tasks = [Task(f"The customer with a long name number {at} is late", "£12.00", "Remind", print)
             for at in range(3)]  # fmt: skip
    strip.resize(1_600, 44)
    strip.show_tasks(tasks)
    page.show()
    assert len([one for one in strip.findChildren(Button) if one.isVisible()]) == 3
    strip.resize(620, 44)
    assert len([one for one in strip.findChildren(Button) if one.isVisible()]) == 1
    assert strip.minimumSizeHint().width() < 300


def test_the_number_of_a_panel_stands_behind_its_title(counter):
    home = counter.page("home")
    home.read()
    QApplication.processEvents()
    left = home.ship.body.geometry().left()
    assert home.ship.title.x() == left
    (number,) = home.ship.findChildren(Chip)
    assert number.x() > home.ship.title.x()


def arranged(counter):
    """The titles of the panels that are seen, as they are read."""
    home = counter.seen()
    cards = [card for cards in home._cards.values() for card in cards if card.isVisible()]
    cards.sort(key=lambda card: (card.mapTo(home, card.rect().topLeft()).y(), card.x()))
    return [card.title.text() for card in cards]


def test_each_person_arranges_the_panels_and_finds_them_so(counter, qtbot):
    home = counter.page("home")
    home.read()
    QApplication.processEvents()
    assert arranged(counter) == ["To ship", "To receive", "Running out", "Daily sales",
                                 "Best sellers, 30 days", "Overdue"]  # fmt: skip
    qtbot.mouseClick(home.arranger, Qt.MouseButton.LeftButton)
    counter.click("Hide Daily sales", counter.window)
    counter.click("Overdue further up", counter.window)
    counter.click("To ship further down", counter.window)
    QApplication.processEvents()
    mine = ["To receive", "To ship", "Running out", "Overdue", "Best sellers, 30 days"]
    assert arranged(counter) == mine
    assert counter.dialog(Arranging).focusWidget().accessibleName() == "To ship further down"
    qtbot.keyClick(counter.dialog(Arranging), Qt.Key.Key_Escape)
    counter.office.do(add_person, "mary", "manager", "Mary")
    counter.window.sheets.rebuild()
    counter.seen().read()
    QApplication.processEvents()
    assert arranged(counter) == mine
    owner = counter.office.work.user_id
    counter.office.take_duty(counter.value("SELECT id FROM user_account WHERE name = 'mary'"))
    counter.seen().read()
    QApplication.processEvents()
    assert arranged(counter)[0] == "To ship"
    counter.office.take_duty(owner)
    counter.seen().read()
    qtbot.mouseClick(counter.seen().arranger, Qt.MouseButton.LeftButton)
    counter.click("Reset", counter.window)
    QApplication.processEvents()
    assert len(arranged(counter)) == 6


def test_the_panels_are_arranged_with_the_keyboard_alone(counter, qtbot):
    home = counter.page("home")
    home.read()
    home.arranger.setFocus()
    qtbot.keyClick(home.arranger, Qt.Key.Key_Space)
    panel = counter.dialog(Arranging)
    assert panel.focusWidget().accessibleName() == "Hide To ship"
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Space)
    assert panel.focusWidget().accessibleName() == "Show To ship"
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert panel.focusWidget().accessibleName() == "To ship further down"  # it is the first
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Escape)
    assert "To ship" not in arranged(counter)
    assert home.arranger.hasFocus() or home.focusWidget() is home.arranger
