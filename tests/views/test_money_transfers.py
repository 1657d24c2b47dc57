"""Money between own accounts in the window: moved, listed, opened, printed, reversed."""

from datetime import date
from decimal import Decimal

import pytest

from erp_desktop.services.sales.shift_figures import figure_of, figures_of
from erp_desktop.services.sales.shifts import OpenShift, open_shift, open_shift_of
from erp_desktop.views.finance.transfer_dialog import TransferDialog
from erp_desktop.views.print_preview import PreviewDialog
from views.counter import Counter, button, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    small_shop(tmp_path / "tea.shop", tax=Decimal(20)).work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


def opened(counter):
    page = counter.page("money", "cash")
    counter.click("Move money", page)
    return page, counter.dialog(TransferDialog)


def write(field, text):
    field.setText(text)
    field.textEdited.emit(text)


def booked(counter, role):
    return counter.value(
        "SELECT COALESCE(SUM(j.amount), 0) FROM journal_line j JOIN account a "
        "ON a.id = j.account_id WHERE a.role = ?", role,
    )  # fmt: skip


def test_takings_are_taken_to_the_bank(counter):
    _, dialog = opened(counter)
    assert (dialog.source.value(), dialog.target.value()) == ("cash", "bank")
    assert dialog.held_words.text() == "In the books: £86.00"
    write(dialog.amount, "50")
    assert dialog.arrives.value() == 50
    assert not dialog.rate_field.isVisible()
    button(dialog, "Move money").click()
    assert booked(counter, "bank") == 500_000


def test_a_fee_is_what_did_not_arrive(counter):
    _, dialog = opened(counter)
    dialog.source.choose("card")
    write(dialog.amount, "100")
    write(dialog.arrives, "98.80")
    assert dialog.fee.value() == Decimal("1.20")
    assert dialog.rate_field.isVisible()
    dialog.rate.choose("20")
    assert "Booked to bank fees: £1.20. £1.00 without tax, £0.20 tax" in dialog.words.text()
    button(dialog, "Move money").click()
    assert booked(counter, "bank") == 988_000
    assert booked(counter, "input_tax") == 2_000


def test_what_the_bank_says_arrived_stands_firm(counter):
    page = counter.page("money", "cash")
    dialog = TransferDialog(
        counter.office, page, amount=Decimal("98.80"), day=date(2026, 1, 18), target="bank"
    )
    dialog.open()
    assert (dialog.source.value(), dialog.arrives.value()) == ("card", Decimal("98.80"))
    write(dialog.fee, "1.20")
    assert (dialog.amount.value(), dialog.arrives.value()) == (100, Decimal("98.80"))
    write(dialog.amount, "101")
    assert dialog.fee.value() == Decimal("2.20")
    assert dialog.day.value() == date(2026, 1, 18)
    button(dialog, "Move money").click()
    assert booked(counter, "card") == -1_010_000


def test_what_left_the_bank_begins_with_the_bank(counter):
    page = counter.page("money", "cash")
    dialog = TransferDialog(counter.office, page, amount=Decimal(80), source="bank")
    dialog.open()
    assert (dialog.source.value(), dialog.target.value()) == ("bank", "cash")
    button(dialog, "Move money").click()
    assert booked(counter, "bank") == -800_000


def test_what_is_wrong_is_said_and_the_form_stays(counter):
    _, dialog = opened(counter)
    button(dialog, "Move money").click()
    assert dialog.amount_field._refusal.isVisible()
    write(dialog.amount, "50")
    write(dialog.arrives, "51")
    assert "More cannot arrive" in dialog.words.text()
    button(dialog, "Move money").click()
    assert dialog.fee_field._refusal.isVisible()
    write(dialog.arrives, "50")
    dialog.target.choose("cash")
    button(dialog, "Move money").click()
    assert "same account" in dialog.notice.sentence()
    assert dialog.isVisible()
    dialog.reject()


def test_a_transfer_is_listed_opened_printed_and_reversed(counter, qtbot):
    page, dialog = opened(counter)
    dialog.source.choose("card")
    write(dialog.amount, "100")
    write(dialog.fee, "1.20")
    before = page.current().source.count()
    button(dialog, "Move money").click()
    qtbot.waitUntil(lambda: page.current().source.count() == before + 2)
    paper = counter.page(
        "money_transfer", counter.value("SELECT id FROM document WHERE kind = 'money_transfer'")
    )
    assert "MT-2026-000001" in paper.header.title.text()
    assert not paper.fields.partner_read.isVisible()
    lines = paper.grid.lines.lines()
    assert [(one["account"], one["out"], one["into"]) for one in lines] == [
        ("Card takings", 100, None), ("Bank account", None, Decimal("98.80")),
        ("Bank fees", None, Decimal("1.20")),
    ]  # fmt: skip
    button(paper, "Print").click()
    counter.dialog(PreviewDialog).reject()
    assert "Reverse…" in " ".join(paper.offered()) or "Reverse" in " ".join(paper.offered())


def test_an_unfinished_transfer_comes_back(counter):
    _, dialog = opened(counter)
    write(dialog.amount, "50")
    dialog.draft.keep()
    dialog.draft._open = False
    dialog.hide()
    page = counter.page("money", "cash")
    counter.click("Move money", page)
    again = counter.window.findChildren(TransferDialog)[-1]
    assert (again.amount.value(), again.arrives.value()) == (50, 50)
    again.reject()


def test_the_palette_makes_one(counter, qtbot):
    counter.page("money_transfer")
    qtbot.wait(20)
    dialog = counter.dialog(TransferDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_takings_leave_the_drawer_that_is_open(dressed, qtbot, tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    shop.work.run(open_shift, OpenShift("1", Decimal(100)))
    shop.work.close()
    counter = Counter(tmp_path / "tea.shop", qtbot)
    counter.office.work.till = "1"
    _, dialog = opened(counter)
    assert dialog.drawer.isVisible()
    dialog.source.choose("card")
    assert not dialog.drawer.isVisible()
    dialog.source.choose("cash")
    write(dialog.amount, "80")
    button(dialog, "Move money").click()
    moved = counter.value("SELECT id FROM document WHERE kind = 'money_transfer'")
    page = counter.page("money_transfer", moved)
    assert "by the drawer of till 1" in page.header.facts.text()
    shift = counter.read(open_shift_of, "1")
    rows = counter.read(figures_of, shift.id, shift.opening)
    assert figure_of(rows, "expected").amount == 200_000
    counter.close()
