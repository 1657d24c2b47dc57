"""A program that ended opens where it was; the list of drafts leads to what is unfinished."""

from decimal import Decimal as D

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.services.shop import drafts
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import session
from erp_desktop.views.drafts import WAIT
from erp_desktop.views.finance.pay_dialog import PayDialog
from erp_desktop.views.shop_window import ShopWindow
from erp_desktop.views.trade.deeds import Answering, Deed
from erp_desktop.views.wings import all_pages


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11, 46))
    shop = Shop.found(tmp_path / "shop.db", prices_include_tax=False)
    shop.product("TEA", name="Longjing tea", price=20, purchase_price=8, barcodes=["6901"])
    shop.receive("TEA", 20, 8, on=1)
    return shop


class Program:
    """The window of the shop; `kill` leaves only what the shop's file holds."""

    def __init__(self, place):
        self.place = place
        self.start()

    def start(self):
        self.window = ShopWindow(open_shop(self.place), all_pages())
        self.window.show()
        self.window.activateWindow()
        self.window.begin()
        self.settle(100)

    def settle(self, milliseconds=WAIT + session.SOON + 200):
        QTest.qWait(milliseconds)

    def tabs(self):
        return [tab.code for tab in self.window.sheets.standing()]

    def page(self):
        return self.window.sheets.current()

    def kill(self):
        """Nothing that a closing window does is done."""
        self.window.session._ended = True
        for sheet in self.window.sheets.pages():
            writing = getattr(sheet, "drafting", None)
            if writing is not None:
                writing._open = False
        work = self.window.office
        self.window.books_light.stop()
        self.window.notices.stop()
        self.window.lights.stop()
        QApplication.instance().removeEventFilter(self.window.scans)
        self.window.blockSignals(True)
        self.window.setParent(None)
        self.window.hide()
        self.window.deleteLater()
        work.close()
        self.settle(50)


@pytest.fixture
def program(dressed, shop):
    shop.work.close()
    program = Program(shop.work.database.place)
    yield program
    program.window.close()
    program.window.deleteLater()
    program.settle(20)


def test_killed_it_opens_the_same_pages_with_what_was_typed(program, shop):
    program.window.show_page("sales")
    program.window.show_page("goods_receipt", None)
    page = program.page()
    page.take_scan("6901")
    page.take_scan("6901")
    program.window.show_page("purchase_order", None)
    program.page().take_scan("6901")
    program.settle()
    program.window.show_page("goods_receipt", None)
    program.settle()
    program.kill()
    program.start()
    assert program.tabs() == ["home", "sales", "goods_receipt", "purchase_order"]
    assert program.page().code == "goods_receipt"
    assert [line["quantity"] for line in program.page().grid.lines.lines()] == [D(2)]
    program.window.sheets.tabs.setCurrentIndex(3)
    assert program.page().grid.lines.line(0)["sku"] == "TEA"


def test_closed_well_it_opens_where_it_was_too(program):
    program.window.show_page("sales")
    program.settle()
    program.window.close()
    program.start()
    assert program.tabs() == ["home", "sales"]
    assert program.window.sheets.seen() == 1


def test_a_page_that_is_gone_is_left_out(program):
    program.window.show_page("sales")
    program.settle()
    office = program.window.office
    kept = office.ask(drafts.draft, session.session_page()).content
    kept["tabs"] += [{"code": "bill", "key": 987654}, {"code": "no_such_page", "key": None}]
    office.do(drafts.save_draft, session.session_page(), kept)
    program.kill()
    program.start()
    assert program.tabs() == ["home", "sales"]


def rows(page):
    keys = [column.key for column in page.source.columns]
    return [dict(zip(keys, row, strict=True)) for row in page.source.page(0, page.source.count())]


@pytest.fixture
def receipt(program):
    question = "SELECT id FROM document WHERE kind = 'goods_receipt'"
    return program.window.office.ask(lambda books: books.value(question))


@pytest.fixture
def four_drafts(program, receipt):
    """Something begun on four pages."""
    answer = Answering(Deed.SEND_BACK, receipt)
    for code, key in (("transfer", None), ("sales_order", None), ("goods_issue", None),
                      ("purchase_return", answer)):  # fmt: skip
        program.window.show_page(code, key)
        program.page().take_scan("6901")
    program.settle()
    return ("transfer", "goods_issue", "purchase_return", "sales_order")


def test_every_draft_stands_in_the_list_and_is_gone_on_with(program, four_drafts):
    program.window.show_page("drafts")
    found = {row["kind"]: row for row in rows(program.page())}
    assert set(found) == set(four_drafts)
    assert found["purchase_return"]["of"] == "GR-2026-000001"
    assert found["purchase_return"]["partner"] == "Acme Ltd"
    while program.window.sheets.tabs.count() > 1:
        program.window.sheets.close_sheet(0)
    for kind in four_drafts:
        program.window.show_page("drafts")
        at = [row["kind"] for row in rows(program.page())].index(kind)
        program.page().go_on(program.page().source.key_of(at))
        assert program.page().code == kind
        assert len(program.page().grid.lines.lines()) == 1


def test_a_small_form_keeps_itself_until_it_is_cancelled(program, receipt):
    form = PayDialog(program.window.office, program.page(), incoming=False)
    form.open()
    form.amount.setFocus()
    QTest.keyClicks(form.amount, "12.50")
    program.settle()
    assert [row["kind"] for row in rows_now(program)] == ["payment_out"]
    again = PayDialog(program.window.office, program.page(), incoming=False)
    assert again.amount.text() == "12.50"
    again.reject()
    assert rows_now(program) == []
    form.reject()


def rows_now(program):
    program.window.show_page("drafts")
    program.page().source.refresh()
    return rows(program.page())


@pytest.mark.parametrize("code", ["goods_receipt", "purchase_order"])
def test_a_draft_thrown_away_in_the_list_comes_back(program, code):
    program.window.show_page(code)
    program.page().take_scan("6901")
    program.settle()
    program.window.show_page("home")
    at = program.tabs().index(code)
    program.window.sheets.close_sheet(at)
    program.window.show_page("drafts")
    page = program.page()
    page.view.choose_row(0)
    page.throw_away()
    assert rows_now(program) == []
    program.window.toast._undo.click()
    program.settle(50)
    assert program.page().code == code
    assert len(program.page().grid.lines.lines()) == 1
