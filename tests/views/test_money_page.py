"""The money page: who owes, money in and out, the journal, closing a period."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from erp_desktop.services.finance.periods import close_period, period_events
from erp_desktop.views.finance.pay_dialog import PayDialog
from erp_desktop.views.finance.period_dialog import ClosePeriod, ReopenPeriod
from erp_desktop.views.widgets.menus import Menu
from views.counter import Counter, button, freed, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    issue = shop.issue(shop.sales_order("TEA", 3, on=4), "TEA", 3, on=4)
    shop.invoice(issue, on=4)
    receipt = shop.receive("CUP", 10, "2.00", on=5)
    shop.bill(receipt, "2.00", "CUP", on=6)
    shop.work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


def test_six_lists_behind_one_switch(counter):
    page = counter.page("money")
    assert page.current().source.count() == 1
    for words, at_least in (
        ("Payables", 1), ("Cash, bank", 2), ("Expenses", 0), ("Journal", 8), ("Accounts", 10),
    ):  # fmt: skip
        counter.click(words, page)
        assert page.current().source.count() >= at_least, words


def test_debit_is_credit(counter):
    page = counter.page("money", "journal")
    totals = page.current().source.totals()
    assert totals[7] == totals[8] > 0


def test_a_chosen_invoice_is_paid(counter):
    page = counter.page("money")
    page.current().view.choose_row(0)
    counter.click("Take payment", page)
    dialog = counter.dialog(PayDialog)
    assert "£60.00 open" in dialog.open_words.text()
    button(dialog, "Take payment").click()
    QApplication.processEvents()
    assert page.current().source.count() == 0


def test_more_than_is_due_is_kept_as_an_advance_and_said_before(counter):
    page = counter.page("money")
    page.current().view.choose_row(0)
    counter.click("Take payment", page)
    dialog = counter.dialog(PayDialog)
    dialog.amount.setText("70")
    dialog.amount.textEdited.emit("70")
    assert "£10.00 more than is open" in dialog.what_words.text()
    button(dialog, "Take payment").click()
    role = "SELECT -SUM(j.amount) FROM journal_line j JOIN account a ON a.id = j.account_id "
    assert counter.value(role + "WHERE a.role = 'customer_advances'") == 100_000


def test_a_payment_needs_somebody_and_an_amount(counter):
    page = counter.page("money", "cash")
    counter.click("Pay supplier", page)
    dialog = counter.dialog(PayDialog)
    button(dialog, "Pay supplier").click()
    assert dialog.who.refused
    dialog.reject()


def test_a_row_opens_its_document(counter, qtbot):
    page = counter.page("money", "journal")
    view = page.current().view
    view.choose_row(0)
    view.opened.emit(view.current_key())
    assert counter.window.sheets.tabs.count() == 2


def test_a_period_is_closed(counter):
    page = counter.page("money")
    counter.click("Close a period", page)
    dialog = counter.dialog(ClosePeriod)
    dialog.day.set_value(date(2026, 1, 15))
    button(dialog, "Close the books").click()
    assert counter.office.facts.closed_through == 20260115


def test_a_closed_period_cannot_be_closed_again(counter):
    for _ in range(2):
        page = counter.page("money")
        counter.click("Close a period", page)
        dialog = counter.dialog(ClosePeriod)
        dialog.day.set_value(date(2026, 1, 15))
        button(dialog, "Close the books").click()
    assert "closed through" in dialog.notice.sentence()
    dialog.reject()


def test_before_closing_it_is_said_what_is_still_open(counter):
    page = counter.page("money")
    counter.click("Close a period", page)
    dialog = counter.dialog(ClosePeriod)
    said = {row.cells[0].words: row.cells[1].words for row in dialog.open_points.rows()}
    assert said["No stock is below zero"] == "\N{CHECK MARK}"
    dialog.reject()


def test_closed_days_are_opened_again_for_a_reason_that_is_kept(counter):
    counter.office.do(close_period, 20260115)
    page = counter.page("money")
    said = []
    page.said.connect(lambda words, undo, act: said.append((words, act)))
    counter.click("Close a period", page)
    button(counter.dialog(ClosePeriod), "Open again…").click()
    dialog = counter.dialog(ReopenPeriod)
    assert dialog.day.value() == date(2026, 1, 1)
    dialog.day.set_value(date(2026, 1, 10))
    button(dialog, "Open again").click()
    assert dialog.reason.refused  # nothing is opened without a reason
    dialog.reason.setText("The bill of the 12th came late")
    button(dialog, "Open again").click()
    assert counter.office.facts.closed_through == 20260109
    words, undo = said[-1]
    assert words == "The books are open again from 10 Jan on"
    undo()
    assert counter.office.facts.closed_through == 20260115
    told = [(one.through, one.opened, one.reason) for one in counter.office.ask(period_events)]
    assert told == [
        (20260115, False, ""),
        (20260109, True, "The bill of the 12th came late"),
        (20260115, False, ""),
    ]


def test_dialogs_are_gone_when_closed(counter):
    page = counter.page("money")
    counter.click("Take payment", page)
    dialog = counter.dialog(PayDialog)
    died = []
    dialog.destroyed.connect(lambda: died.append(True))
    dialog.reject()
    freed(dialog)
    assert len(died) == 1


def test_a_payment_says_what_it_settled(counter):
    shop_money = counter.value("SELECT total FROM document WHERE kind = 'invoice'")
    page = counter.page("money")
    dialog = PayDialog(counter.office, page, incoming=True,
                       document_id=counter.value("SELECT id FROM document WHERE kind = 'invoice'"),
                       partner_id=counter.value("SELECT partner_id FROM document "
                                                "WHERE kind = 'invoice'"))  # fmt: skip
    dialog.open()
    dialog.confirm()
    paid = counter.value("SELECT id FROM document WHERE kind = 'payment_in'")
    seen = counter.page("payment_in", paid)
    (line,) = seen.grid.lines.lines()
    assert line["number"] == "IN-2026-000001"
    assert line["amount"] == line["total"] == shop_money / 10_000
    assert not seen.fields.place_read.isVisible()
    assert seen.totals.accessibleName() == f"Total £{shop_money / 10_000:.2f}"


def test_the_menu_key_asks_for_the_row_the_keyboard_is_in(counter):
    """Not for the one below it: its menu takes a payment from whoever stands there."""
    page = counter.page("money", "journal")
    view = page.current().view
    view.setFocus()
    view.choose_row(0)
    first = view.chosen_keys()
    place = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    reason = QContextMenuEvent.Reason.Keyboard  # as Qt's window does it for the key
    QApplication.sendEvent(view, QContextMenuEvent(reason, place, view.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert view.chosen_keys() == first
    under = view.viewport().mapFromGlobal(menu.pos())
    assert view.indexAt(under - QPoint(0, 2)).row() == 0
    menu.close()
