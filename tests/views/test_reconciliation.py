"""Reconciliation on the money page: two lists, what is marked in both, and what comes of it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from builders import D
from erp_desktop.core.money import money_parts
from erp_desktop.services.finance.bank_lines import PutLines, StatementLine, put_lines
from erp_desktop.services.shop.imports import open_batch
from erp_desktop.views import costs
from erp_desktop.views.finance.expense_dialog import ExpenseDialog
from erp_desktop.views.finance.pay_dialog import PayDialog
from erp_desktop.views.import_dialog import ImportDialog
from views.counter import Counter, button, small_shop

LINES = (
    (6, "40", "Zhou trading", "40"),
    (7, "99.40", "Card payout", "139.40"),
    (8, "-30", "Rent January", "109.40"),
    (9, "25", "Li", "134.40"),
)


def put(books: Any) -> None:
    batch, _ = open_batch(books, "bank-statement", "january.csv")
    lines = [
        StatementLine(20260100 + on, money_parts(D(amount)), words, "", money_parts(D(balance)))
        for on, amount, words, balance in LINES
    ]
    put_lines(books, PutLines("bank", lines, batch))


def told(place: Any) -> None:
    shop = small_shop(place)
    shop.pay(40, on=5)
    shop.pay(100, on=6)
    shop.work.run(put)
    shop.work.close()


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    told(tmp_path / "tea.shop")
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


@pytest.fixture
def page(counter):
    return counter.page("money", "reconciliation")


def part(page: Any) -> Any:
    return page._lists["reconciliation"]


def choose(counter: Any, view: Any, *rows: int) -> None:
    """Choose rows, and wait until what follows from it is said."""
    view.setFocus()
    view.choose_row(rows[0])
    for row in rows[1:]:
        view.tick(view.model().index(row, 0))
    counter.bot.wait(80)


def figure(page: Any, title: str) -> str:
    return next(one.figure for one in part(page).figures.figures() if one.title == title)


def test_the_figures_say_how_the_account_stands(page):
    assert figure(page, "In the books") == "£140.00"
    assert figure(page, "Not yet at the bank") == "£140.00"
    assert figure(page, "Not in the books") == "£134.40"
    assert figure(page, "At the bank") == "£134.40"
    assert figure(page, "Unexplained") == "£0.00"


def test_the_keyboard_alone_matches_what_fits(counter, page, qtbot):
    lines = part(page).lines
    choose(counter, lines.bank.view, 0)
    assert lines.books.view.chosen_count() == 1  # what fits is marked beside it
    assert lines.between.text() == "Difference £0.00"
    counter.window.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(lines.bank.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lines.bank.source.found() == 3)
    assert (lines.bank.source.found(), lines.books.source.found()) == (3, 1)
    counter.bot.wait(80)
    assert lines.bank.view.chosen_count() == 1  # the next line is chosen


def test_sums_that_differ_cannot_be_matched_but_a_fee_can_be_entered(counter, page):
    lines = part(page).lines
    choose(counter, lines.bank.view, 1)
    choose(counter, lines.books.view, 1)
    assert lines.between.text() == "Difference −£0.60"
    assert not lines.verb.isEnabled()
    counter.click("Enter the rest as bank fees", page)
    assert counter.value("SELECT total FROM document WHERE kind = 'expense'") == 6_000
    assert (lines.bank.source.found(), lines.books.source.found()) == (3, 1)


def test_a_payment_is_taken_from_a_line(counter, page):
    lines = part(page).lines
    choose(counter, lines.bank.view, 3)
    assert not lines.books.view.chosen_count()
    take, move = lines.offers().actions()
    assert (take.text(), move.text()) == ("Take payment…", "Move money…")
    take.trigger()
    dialog = counter.dialog(PayDialog)
    assert (dialog.amount.value(), dialog.method.value()) == (D(25), "bank")
    assert dialog.reference.text() == "Li"
    dialog.who.set_value(dialog._find("Zhou")[0])
    dialog._show_open()
    assert dialog.amount.value() == D(25)  # what is open with the customer does not matter
    button(dialog, "Take payment").click()
    QApplication.processEvents()
    assert lines.bank.source.found() == 3
    assert lines.books.source.found() == 2


def test_an_expense_is_entered_from_a_line(counter, page):
    lines = part(page).lines
    choose(counter, lines.bank.view, 2)
    words = [action.text() for action in lines.offers().actions()]
    assert words == ["Pay supplier…", "Enter expense…", "Move money…"]
    lines.offers().actions()[1].trigger()
    dialog = counter.dialog(ExpenseDialog)
    assert (dialog.amount.value(), dialog.note.text()) == (D(30), "Rent January")
    dialog.account.setText("Rent")
    button(dialog, "Enter expense").click()
    QApplication.processEvents()
    assert lines.bank.source.found() == 3
    assert counter.value("SELECT booked_on FROM document WHERE kind = 'expense'") == 20260108


def test_what_explains_itself_is_matched_and_taken_back(counter, page):
    said = []
    page.said.connect(lambda words, undo, act: said.append((words, act)))
    counter.click("Match automatically", page)
    words, undo = said[-1]
    assert words == "1 of 4 lines of the bank matched"
    undo()
    assert part(page).lines.bank.source.found() == 4
    counter.click("Match automatically", page)
    counter.click("Matched", page)
    matched = part(page).matched
    assert matched.source.found() == 1
    choose(counter, matched.view, 0)
    counter.click("Take apart", page)
    assert matched.source.found() == 0


def test_an_account_without_statement_offers_the_import(counter, page):
    part(page).account.choose("card")
    part(page)._change_account()
    QApplication.processEvents()
    counter.click("Import a statement…", page)
    dialog = counter.dialog(ImportDialog)
    assert (dialog.choose.kind(), dialog.choose.options()) == (
        "bank-statement", {"account": "card", "opening": ""},
    )  # fmt: skip
    assert dialog.focusWidget() is dialog.choose.file
    dialog.reject()


def test_a_statement_is_imported_where_it_is_looked_for(counter, page, tmp_path, qtbot):
    path = tmp_path / "february.csv"
    path.write_text("Date,Description,Amount,Balance\n2026-01-12,Interest,1.00,135.40\n")
    counter.click("Import statement…", page)
    dialog = counter.dialog(ImportDialog)
    dialog.choose.file.setText(str(path))
    for words in ("Continue", "Try it out", "Import"):
        button(dialog, words).click()
        qtbot.waitUntil(lambda: dialog.job is None)
    button(dialog, "Close").click()
    QApplication.processEvents()
    assert part(page).lines.bank.source.found() == 5
    assert figure(page, "At the bank") == "£135.40"


def test_who_may_not_see_costs_sees_no_reconciliation(counter):
    costs.show(seen=False)
    page = counter.window.show_page("money", "reconciliation")
    assert page.parts.code() == "receivables"


def test_it_is_found_from_the_palette(counter):
    page = counter.page("reconciliation")
    assert page.parts.code() == "reconciliation"
