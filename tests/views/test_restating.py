"""Before a posting changes earlier figures the page shows which, and posts only when told so."""

from datetime import date
from decimal import Decimal as D

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.services.finance.periods import close_period
from erp_desktop.services.purchasing.receiving import ReceiveGoods
from erp_desktop.views import restating
from erp_desktop.views.finance.period_dialog import ClosePeriod, ReopenPeriod
from erp_desktop.views.trade.deeds import Fresh
from erp_desktop.views.trade.restating_dialog import RestatingDialog
from views.counter import Counter, button, small_shop
from views.trade_desk import Desk


@pytest.fixture
def shop(tmp_path):
    """LEDGER L-20: 10 at 10 on the first, 5 sold on the third."""
    clock.set_now(lambda: day(10, 11))
    shop = Shop.found(tmp_path / "shop.db")
    shop.product("TEA", name="Longjing tea", price=20, purchase_price=16)
    shop.receive("TEA", 10, 10, on=1)
    shop.sold = shop.issue(shop.sales_order("TEA", 5, on=3), "TEA", 5, on=3)
    return shop


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


class Answer:
    """Reads the question that comes up, and presses a button of it."""

    def __init__(self, words: str) -> None:
        self.words = words
        QTimer.singleShot(0, self)

    def __call__(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RestatingDialog)
        self.told = [[cell.words for cell in row.cells] for row in dialog.documents.rows()]
        self.months = [[cell.words for cell in row.cells] for row in dialog.months.rows()]
        self.earned = [[cell.words for cell in row.cells] for row in dialog.customers.rows()]
        self.booked = dialog.booked.text()
        button(dialog, self.words).click()


def write_receipt(desk, shop, on):
    page = desk.open("goods_receipt", Fresh(1))
    desk.pick_partner(shop.supplier)
    desk.add_product("longjing")
    desk.type_cell(0, "quantity", "10")
    desk.type_cell(0, "price", "16")
    page.fields.day.set_value(on)
    return page


def receipts(desk):
    question = "SELECT COUNT(*) FROM document WHERE kind = 'goods_receipt'"
    return desk.office.ask(lambda books: books.value(question))


def test_l20_is_shown_first_and_going_back_posts_nothing(desk, shop):
    page = write_receipt(desk, shop, date(2026, 1, 2))
    answer = Answer("Back")
    page.post()
    assert answer.told == [[shop.sold.number, "TEA", "50.00", "65.00", "+15.00"]]
    assert [row[-1] for row in answer.months] == ["+15.00"]
    assert answer.earned == [["Zhou trading", "\N{MINUS SIGN}15.00"]]
    assert not answer.booked
    assert (receipts(desk), shop.cost_of(shop.sold), shop.on_hand()) == (1, D("50.00"), D(5))
    assert desk.page() is page
    assert page.editor.lines()[0].quantity == D(10)  # nothing typed is lost


def test_l20_is_posted_all_the_same_and_its_page_says_what_it_changed(desk, shop):
    page = write_receipt(desk, shop, date(2026, 1, 2))
    answer = Answer("Post all the same")
    page.post()
    assert answer.told
    assert (receipts(desk), shop.cost_of(shop.sold)) == (2, D("65.00"))
    posted = desk.page()
    posted.related.opened.emit(0)
    told = desk.dialog()
    assert told.documents.rows()[0].key == shop.sold.id
    assert told.windowTitle() == "This changed earlier figures"
    told.documents.opened.emit(shop.sold.id)
    assert desk.page().view.head.number == shop.sold.number


def test_what_arrives_today_is_posted_without_a_look(desk, shop, monkeypatch):
    page = write_receipt(desk, shop, date(2026, 1, 10))
    monkeypatch.setattr(desk.office, "try_out", pytest.fail)
    page.post()
    assert receipts(desk) == 2
    assert not restating.may_restate(print, ReceiveGoods(1, lines=[], at=clock.now()))


def test_an_earlier_day_that_changes_nothing_asks_nothing(desk, shop):
    page = write_receipt(desk, shop, date(2026, 1, 5))
    page.post()
    assert receipts(desk) == 2


def test_closed_days_keep_their_figures_and_the_day_of_booking_is_said(desk, shop):
    shop.work.run(close_period, 20260104)
    page = write_receipt(desk, shop, date(2026, 1, 2))
    answer = Answer("Back")
    page.post()
    assert answer.booked.endswith("booked on 5 Jan.")


def test_a_reversal_is_looked_at_too(desk, shop):
    from erp_desktop.views.trade.dialogs import ReverseDialog

    late = shop.receive("TEA", 10, 16, on=2)
    assert shop.cost_of(shop.sold) == D("65.00")
    dialog = ReverseDialog(desk.office, late.id, late.number, parent=desk.window)
    dialog.open()
    answer = Answer("Back")
    dialog.confirm()
    assert answer.told == [[shop.sold.number, "TEA", "65.00", "50.00", "\N{MINUS SIGN}15.00"]]
    assert shop.cost_of(shop.sold) == D("65.00")
    answer = Answer("Post all the same")
    dialog.confirm()
    assert shop.cost_of(shop.sold) == D("50.00")


def test_a_period_is_opened_again(dressed, qtbot, tmp_path):
    small_shop(tmp_path / "tea.shop").work.close()
    counter = Counter(tmp_path / "tea.shop", qtbot)
    counter.office.do(close_period, 20260115)
    page = counter.page("money")
    counter.click("Close a period", page)
    button(counter.dialog(ClosePeriod), "Open again…").click()
    dialog = counter.dialog(ReopenPeriod)
    assert dialog.day.value() == date(2026, 1, 1)
    dialog.day.set_value(date(2026, 1, 10))
    button(dialog, "Open again").click()
    assert counter.office.facts.closed_through == 20260109
    counter.close()
