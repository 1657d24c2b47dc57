"""Before a posting changes earlier figures the person sees which, and it is posted when they agree.

Nothing waits in between: the question stands over the page, and the page stays as it was typed.
"""

from datetime import date
from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.reports.product_card import product_card
from erp_desktop.services.finance.periods import close_period
from erp_desktop.services.purchasing.receiving import ReceiveGoods
from erp_desktop.views import costs, restating
from erp_desktop.views.catalogue.product_dialogs import MergeDialog, UnitDialog
from erp_desktop.views.trade.deeds import Answering, Deed, Fresh
from erp_desktop.views.trade.dialogs import ReverseDialog
from erp_desktop.views.trade.restating_dialog import RestatingDialog
from erp_desktop.views.widgets.finder import Found
from views.counter import button
from views.trade_desk import Desk

LESS = "\N{MINUS SIGN}15.00"


@pytest.fixture
def shop(tmp_path):
    """LEDGER L-20: 10 at 10 on the first, 5 sold on the third; it is the tenth."""
    clock.set_now(lambda: day(10, 11))
    shop = Shop.found(tmp_path / "shop.db")
    shop.product("TEA", name="Longjing tea", price=20, purchase_price=16)
    shop.first = shop.receive("TEA", 10, 10, on=1)
    shop.sold = shop.issue(shop.sales_order("TEA", 5, on=3), "TEA", 5, on=3)
    return shop


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    costs.show(seen=True)
    desk.close()


def asked(desk) -> RestatingDialog:
    """The question that stands there."""
    dialog = desk.dialog()
    assert isinstance(dialog, RestatingDialog)
    return dialog


def answer(desk, words):
    button(asked(desk), words).click()
    desk.settle()


def told(table):
    return [[cell.words for cell in row.cells] for row in table.rows()]


def write_receipt(desk, shop, on):
    page = desk.open("goods_receipt", Fresh(1))
    desk.pick_partner(shop.supplier)
    desk.add_product("longjing")
    desk.type_cell(0, "quantity", "10")
    desk.type_cell(0, "price", "16")
    page.fields.day.set_value(on)
    return page


def papers(desk, kind):
    question = f"SELECT COUNT(*) FROM document WHERE kind = '{kind}' AND number IS NOT NULL"
    return desk.office.ask(lambda books: books.value(question))


def test_l20_is_shown_first_and_esc_goes_back_to_what_was_typed(desk, shop):
    page = write_receipt(desk, shop, date(2026, 1, 2))
    page.post()
    dialog = asked(desk)
    assert told(dialog.documents) == [
        [shop.sold.number, "3 Jan", "TEA", "50.00", "65.00", "+15.00"]
    ]
    assert told(dialog.months) == [["Jan 2026", "50.00", "65.00", "+15.00"]]
    assert told(dialog.customers) == [["Zhou trading", "50.00", "35.00", LESS]]
    assert not dialog.booked.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (papers(desk, "goods_receipt"), shop.cost_of(shop.sold)) == (1, D("50.00"))
    assert desk.page() is page
    assert page.editor.lines()[0].quantity == D(10)
    page.writing.undo()  # the page is alive: what is typed can still be taken back and forth
    page.writing.redo()
    page.writing.flush()
    assert page.writing.store.kept() is not None


def test_enter_posts_it_and_both_papers_say_what_happened(desk, shop):
    page = write_receipt(desk, shop, date(2026, 1, 2))
    page.post()
    dialog = asked(desk)
    assert dialog.focusWidget() is dialog.verb
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.qWait(130)
    assert (papers(desk, "goods_receipt"), shop.cost_of(shop.sold)) == (2, D("65.00"))
    late = desk.page().view.head.number
    assert desk.page().view.restated.documents == 1
    desk.page().related.opened.emit(0)
    assert desk.page().asked == f"restated:{late}"
    changed = desk.open("goods_issue", shop.sold.id)
    (entry,) = [one for one in changed.related._entries if one.title.startswith("Restated")]
    assert (entry.title, entry.right) == (f"Restated by {late}", "+15.00")
    changed.related.opened.emit(entry.key)
    assert desk.page().view.head.number == late


def test_what_arrives_today_is_posted_without_a_look(desk, shop, monkeypatch):
    page = write_receipt(desk, shop, date(2026, 1, 10))
    monkeypatch.setattr(desk.office, "try_out", pytest.fail)
    page.post()
    assert papers(desk, "goods_receipt") == 2
    assert not restating.may_restate(print, ReceiveGoods(1, lines=[], at=clock.now()))


def test_an_earlier_day_that_changes_nothing_asks_nothing(desk, shop):
    write_receipt(desk, shop, date(2026, 1, 5)).post()
    assert papers(desk, "goods_receipt") == 2


def test_what_only_today_changes_asks_nothing(desk, shop):
    """A sale of this morning gets the price of the bill that came for its goods."""
    today = shop.receive("TEA", 5, 12, when=day(10, 8))
    shop.sell("TEA", 10, when=day(10, 9))
    page = desk.open("bill", Answering(Deed.BILL, today.id))
    desk.type_cell(0, "price", "13")
    page.hand_over()
    assert papers(desk, "bill") == 1


def test_a_bill_at_another_price_shows_the_sales_since(desk, shop):
    page = desk.open("bill", Answering(Deed.BILL, shop.first.id))
    desk.type_cell(0, "price", "12")
    page.hand_over()
    assert [row[-1] for row in told(asked(desk).documents)] == ["+10.00", "+20.00"]
    answer(desk, "Not yet")
    assert papers(desk, "bill") == 0
    assert desk.cell(0, "price") == D(12)
    page.hand_over()
    answer(desk, "Post and restate")
    assert (papers(desk, "bill"), shop.cost_of(shop.sold)) == (1, D("60.00"))
    assert desk.page().view.head.kind == "bill"


def test_a_bill_at_another_price_of_what_is_still_there_asks_nothing(desk, shop):
    fresh = shop.receive("TEA", 4, 10, on=8)
    page = desk.open("bill", Answering(Deed.BILL, fresh.id))
    desk.type_cell(0, "price", "12")
    page.hand_over()
    assert papers(desk, "bill") == 1


def test_freight_keeps_its_page_until_it_is_agreed(desk, shop):
    page = desk.open("landed_cost", {"receipts": [shop.first.id]})
    (freight,) = [one for one in page.costs.find_products("frei") if one.detail == "By the amounts"]
    page.costs.pick(0, freight)
    page.costs.lines.typed(0, "amount", "8")
    page.post()
    answer(desk, "Not yet")
    assert desk.page() is page
    page.post()
    answer(desk, "Post and restate")
    assert shop.cost_of(shop.sold) == D("54.00")


def test_closed_days_keep_their_figures_and_the_day_of_booking_is_said(desk, shop):
    shop.work.run(close_period, 20260104)
    write_receipt(desk, shop, date(2026, 1, 2)).post()
    assert asked(desk).booked.text().endswith("booked on 5 Jan: +15.00 cost of sales.")
    answer(desk, "Not yet")


def test_whoever_may_not_know_costs_sees_which_documents_change_and_no_figure(desk, shop):
    page = write_receipt(desk, shop, date(2026, 1, 2))
    costs.show(seen=False)
    page.post()
    dialog = asked(desk)
    assert told(dialog.documents) == [[shop.sold.number, "3 Jan", "TEA"]]
    assert not dialog.months.isVisible()
    assert not dialog.customers.isVisible()
    answer(desk, "Post and restate")
    assert [one.right for one in desk.page().related._entries] == [""]


def test_a_reversal_is_looked_at_too(desk, shop):
    late = shop.receive("TEA", 10, 16, on=2)
    assert shop.cost_of(shop.sold) == D("65.00")
    dialog = ReverseDialog(desk.office, late.id, late.number, parent=desk.window)
    dialog.open()
    dialog.confirm()
    assert [row[3:] for row in told(asked(desk).documents)] == [["65.00", "50.00", LESS]]
    answer(desk, "Not yet")
    assert shop.cost_of(shop.sold) == D("65.00")
    dialog.confirm()
    answer(desk, "Post and restate")
    assert shop.cost_of(shop.sold) == D("50.00")
    assert desk.dialog() is None


# -- what is done on forms of their own ------------------------------------------------------------


def product_form(desk, form, shop, sku):
    dialog = form(desk.office, desk.office.ask(product_card, shop.pid(sku)), desk.window)
    dialog.open()
    return dialog


def test_a_merge_of_an_earlier_day_shows_what_was_sold_since(desk, shop):
    """Mugs stood in the books twice: those sold on the third came off the dearer ones too."""
    shop.product("MUG", name="Mug", price=20)
    shop.receive("MUG", 10, 16, on=1)
    dialog = product_form(desk, MergeDialog, shop, "MUG")
    dialog.into.set_value(Found(shop.pid("TEA"), "Longjing tea"))
    dialog.day.set_value(date(2026, 1, 2))
    became = []
    dialog.became.connect(became.append)
    dialog.confirm()
    assert told(asked(desk).documents) == [
        [shop.sold.number, "3 Jan", "TEA", "50.00", "65.00", "+15.00"]
    ]
    QTest.keyClick(asked(desk), Qt.Key.Key_Escape)
    desk.settle()
    assert (became, shop.on_hand("MUG"), desk.dialog()) == ([], D(10), dialog)
    assert (dialog.into.key(), dialog.day.value()) == (shop.pid("TEA"), date(2026, 1, 2))
    dialog.confirm()
    answer(desk, "Post and restate")
    assert (shop.on_hand("MUG"), shop.cost_of(shop.sold)) == (D(0), D("65.00"))
    assert became == [shop.pid("TEA")]
    assert desk.dialog() is None


def test_what_is_no_day_is_not_taken_for_today(desk, shop):
    shop.product("MUG", name="Mug", price=20)
    shop.receive("MUG", 10, 16, on=1)
    dialog = product_form(desk, MergeDialog, shop, "MUG")
    dialog.into.set_value(Found(shop.pid("TEA"), "Longjing tea"))
    dialog.day.setText("2026-13-01")
    dialog.confirm()
    assert "2026-13-01" in dialog.notice.sentence()
    assert (shop.on_hand("MUG"), desk.dialog()) == (D(10), dialog)
    sale = shop.sell("TEA", 1, on=4)
    page = desk.open("sale_return", sale.id)
    page.day.setText("2026-13-01")
    page.take_all()
    page.post()
    assert papers(desk, "sales_return") == 0


def test_a_merge_of_today_asks_nothing(desk, shop):
    shop.product("MUG", name="Mug", price=20)
    shop.receive("MUG", 10, 16, on=1)
    dialog = product_form(desk, MergeDialog, shop, "MUG")
    dialog.into.set_value(Found(shop.pid("TEA"), "Longjing tea"))
    dialog.confirm()
    assert desk.dialog() is None
    assert (shop.on_hand("TEA"), shop.cost_of(shop.sold)) == (D(15), D("50.00"))


def test_another_unit_of_an_earlier_day_shows_what_was_sold_since(desk, shop):
    """Ten were counted anew on the third: only the dear ones of the fourth were left to be sold."""
    shop.product("CUP", name="Cup", price=20)
    shop.receive("CUP", 10, 10, on=1)
    shop.receive("CUP", 10, 19, on=4)
    late = shop.sell("CUP", 10, on=5)
    assert shop.cost_of(late) == D("145.00")
    dialog = product_form(desk, UnitDialog, shop, "CUP")
    dialog.unit.setText("bag")
    dialog.factor.setText("10")
    dialog.day.set_value(date(2026, 1, 3))
    dialog.confirm()
    assert [late.number, "5 Jan"] in [row[:2] for row in told(asked(desk).documents)]
    answer(desk, "Not yet")
    assert (dialog.unit.text(), shop.on_hand("CUP")) == ("bag", D(10))
    dialog.confirm()
    answer(desk, "Post and restate")
    assert (shop.on_hand("CUP"), shop.cost_of(late)) == (D(100), D("190.00"))
    assert desk.dialog() is None


def test_a_return_at_the_till_of_an_earlier_day_shows_what_was_sold_since(desk, shop):
    """Sold at 10 before the dearer ones came, and brought back after them: they cost less then."""
    sale = shop.sell("TEA", 5, on=4)
    shop.receive("TEA", 5, 16, on=5)
    late = shop.issue(shop.sales_order("TEA", 1, on=8), "TEA", 1, on=8)
    assert shop.cost_of(late) == D("16.00")
    page = desk.open("sale_return", sale.id)
    page.day.set_value(date(2026, 1, 6))
    page.take_all()
    page.post()
    (row,) = told(asked(desk).documents)
    assert row[3:] == ["16.00", "13.00", "\N{MINUS SIGN}3.00"]
    answer(desk, "Not yet")
    assert papers(desk, "sales_return") == 0
    assert page.refund() == D("100.00")
    page.post()
    answer(desk, "Post and restate")
    assert (papers(desk, "sales_return"), shop.cost_of(late)) == (1, D("13.00"))


def test_a_return_on_the_day_of_its_sale_is_not_before_it(desk, shop):
    sale = shop.sell("TEA", 5, when=day(4, 16))
    page = desk.open("sale_return", sale.id)
    page.day.set_value(date(2026, 1, 4))
    page.take_all()
    page.post()
    assert papers(desk, "sales_return") == 1


def test_what_a_rule_refuses_is_said_where_it_was_typed(desk, shop):
    """No question stands before a posting that cannot be."""
    page = write_receipt(desk, shop, date(2026, 1, 2))
    desk.type_cell(0, "quantity", "0")
    page.post()
    assert desk.dialog() is None
    assert papers(desk, "goods_receipt") == 1
