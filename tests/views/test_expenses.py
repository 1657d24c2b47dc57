"""Expenses in the window: entered from the money page, listed there, opened, printed, reversed."""

from decimal import Decimal

import pytest

from erp_desktop.core.money import money as money_of
from erp_desktop.services.sales.shift_figures import figure_of, figures_of
from erp_desktop.services.sales.shifts import OpenShift, open_shift, open_shift_of
from erp_desktop.views.finance.expense_dialog import ExpenseDialog
from erp_desktop.views.print_preview import PreviewDialog
from views.counter import Counter, button, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    small_shop(tmp_path / "tea.shop", tax=Decimal(13)).work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


def enter(counter, qtbot, account, amount, rate="0"):
    page = counter.page("money", "expenses")
    counter.click("Enter expense", page)
    dialog = counter.dialog(ExpenseDialog)
    qtbot.keyClicks(dialog.account, account)
    dialog.amount.setText(amount)
    dialog.amount.textEdited.emit(amount)
    dialog.rate.choose(rate)
    return page, dialog


def test_money_spent_stands_in_the_list(counter, qtbot):
    page, dialog = enter(counter, qtbot, "rent", "113", "13")
    assert "£100.00 without tax, £13.00 tax" in dialog.words.text()
    button(dialog, "Enter expense").click()
    qtbot.waitUntil(lambda: page.current().source.count() == 1)
    (row,) = page.current().source.page(0, 9)
    assert (row[1], row[2], float(row[6]), float(row[7])) == ("EX-2026-000001", "Rent", 100, 13)


def test_a_new_account_is_said_before_it_is_made(counter, qtbot):
    page, dialog = enter(counter, qtbot, "Dog food", "5")
    assert "becomes a new account" in dialog.words.text()
    button(dialog, "Enter expense").click()
    qtbot.waitUntil(lambda: page.current().source.count() == 1)
    assert counter.value("SELECT count(*) FROM account WHERE name = 'Dog food'") == 1


def test_what_is_missing_is_said_at_its_field(counter, qtbot):
    _, dialog = enter(counter, qtbot, "", "5")
    button(dialog, "Enter expense").click()
    assert dialog.isVisible()
    assert dialog.account_field._refusal.isVisible()
    dialog.account.setText("Rent")
    dialog.amount.setText("")
    button(dialog, "Enter expense").click()
    assert dialog.amount_field._refusal.isVisible()
    dialog.reject()


def test_a_posted_expense_is_opened_printed_and_reversed(counter, qtbot):
    page, dialog = enter(counter, qtbot, "wages", "50")
    button(dialog, "Enter expense").click()
    qtbot.waitUntil(lambda: page.current().source.count() == 1)
    paper = counter.page("expense", counter.value("SELECT id FROM document WHERE kind = 'expense'"))
    assert "EX-2026-000001" in paper.header.title.text()
    button(paper, "Print").click()
    counter.dialog(PreviewDialog).reject()


def test_an_unfinished_expense_comes_back(counter, qtbot):
    _, dialog = enter(counter, qtbot, "Dog food", "5")
    dialog.draft.keep()
    dialog.draft._open = False
    dialog.hide()
    page = counter.page("money", "expenses")
    counter.click("Enter expense", page)
    again = counter.window.findChildren(ExpenseDialog)[-1]
    assert (again.account.text(), again.amount.value()) == ("Dog food", 5)
    again.reject()


def test_the_palette_makes_one(counter, qtbot):
    counter.page("expense")
    qtbot.wait(20)
    dialog = counter.dialog(ExpenseDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_cash_comes_out_of_the_drawer_that_is_open_here(dressed, qtbot, tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    for till, money in (("1", 100), ("2", 50)):
        shop.work.run(open_shift, OpenShift(till, Decimal(money)))
    shop.work.close()
    counter = Counter(tmp_path / "tea.shop", qtbot)
    counter.office.work.till = "2"
    page, dialog = enter(counter, qtbot, "Repairs", "20")
    assert not dialog.drawer.isVisible()  # paid by the bank
    dialog.method.choose("cash")
    assert dialog.drawer.isVisible()
    assert dialog.drawer.combo.currentText() == "The drawer of till 2 (open shift)"
    button(dialog, "Enter expense").click()
    counter.click("Enter expense", page)
    dialog = counter.dialog(ExpenseDialog)
    dialog.account.setText("Rent")
    dialog.amount.setText("30")
    dialog.method.choose("cash")
    dialog.drawer.combo.choose("")
    button(dialog, "Enter expense").click()
    shift = counter.read(open_shift_of, "2")
    rows = counter.read(figures_of, shift.id, shift.opening)
    assert money_of(figure_of(rows, "expected").amount) == Decimal("30.00")
    counter.close()


def test_without_an_open_drawer_nobody_is_asked_for_one(counter, qtbot):
    _, dialog = enter(counter, qtbot, "Repairs", "20")
    dialog.method.choose("cash")
    assert not dialog.drawer.isVisible()
    dialog.reject()
