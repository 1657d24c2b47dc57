"""The statement of a partner: asked for, read, printed, and found from where one needs it."""

import pytest
from PySide6.QtCore import Qt

from erp_desktop.core import clock
from erp_desktop.views.finance.statement_page import StatementPage
from erp_desktop.views.print_preview import PreviewDialog
from views.counter import Counter, button, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    for on, qty in ((4, 3), (12, 1)):
        shop.invoice(shop.issue(shop.sales_order("TEA", qty, on=on), "TEA", qty, on=on), on=on)
    shop.pay(25, on=14)
    shop.bill(shop.receive("CUP", 10, "2.00", on=5), "2.00", "CUP", on=6)
    shop.work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    made.customer, made.supplier = shop.customer, shop.supplier
    yield made
    made.close()


def rows(page):
    return [[row[2], *row[5:]] for row in page.source.page(0, 99)]


def days(page, qtbot, first="2026-01-10", last="2026-01-31"):
    for field, text in ((page.first, first), (page.last, last)):
        field.set_value(clock.day_date(clock.parsed_day(text)))
        field.chosen.emit(field.value())
    qtbot.waitUntil(lambda: page.source.count() > 0)


def test_a_statement_asks_whose_it_shall_be(counter, qtbot):
    page = counter.page("report", "statement")
    assert page._stack.currentWidget() is page._whose
    assert not page._printing.isEnabled()
    qtbot.keyClicks(page.partner, "zho")
    qtbot.keyClick(page.partner, Qt.Key.Key_Return)
    days(page, qtbot)
    assert [row[0] for row in rows(page)] == ["opening_balance", "invoice", "payment_in"]
    assert [float(row[-1]) for row in rows(page)] == [60, 80, 55]
    figures = {one.title: one.figure for one in page.strip.figures()}
    assert figures["They owe us"] == "£55.00"
    assert page.header.title.text() == "Statement · Zhou trading"


def test_the_card_of_a_partner_leads_to_it(counter, qtbot):
    card = counter.page("partner", counter.supplier)
    button(card, "Statement…").click()
    page = counter.seen()
    assert isinstance(page, StatementPage)
    days(page, qtbot, "2026-01-01")
    assert [row[0] for row in rows(page)] == ["opening_balance", "bill"]
    assert {one.title: one.figure for one in page.strip.figures()}["We owe"] == "£20.00"


def test_money_leads_to_the_statement_of_whom_is_chosen(counter, qtbot):
    view = counter.page("money").current().view
    words = [one.words for one in view.actions_of_rows]
    view.actions_of_rows[words.index("Statement…")].act([view.source.key_of(0)])
    assert counter.seen().partner.text() == "Zhou trading"


def test_the_paper_is_shown_before_it_is_printed(counter, qtbot):
    page = counter.page("report", "statement:ZHOU")
    days(page, qtbot)
    button(page, "Print statement").click()
    dialog = counter.dialog(PreviewDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_the_opening_balance_opens_nothing(counter, qtbot):
    page = counter.page("report", "statement:ZHOU")
    days(page, qtbot)
    page._open_row(page.source.table.keys[0])
    assert counter.seen() is page


def test_by_age_a_row_opens_its_partner(counter, qtbot):
    page = counter.page("report", "receivables-by-age")
    qtbot.waitUntil(lambda: page.source.count() > 0)
    page._open_row(page.source.table.keys[0])
    assert counter.seen().card.name == "Zhou trading"
