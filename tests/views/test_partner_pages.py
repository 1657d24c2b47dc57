"""Customers and suppliers: found, entered, and what is open between us."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from erp_desktop.views.finance.pay_dialog import PayDialog
from views.counter import Counter, button, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    shop = small_shop(tmp_path / "tea.shop")
    order = shop.sales_order("TEA", 3, on=4)
    issue = shop.issue(order, "TEA", 3, on=4)
    shop.invoice(issue, on=4)
    shop.bill(shop.receive("TEA", 4, 10, on=3), on=4)
    shop.customer_id = shop.customer
    shop.work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    made.customer = shop.customer
    yield made
    made.close()


def test_who_owes_us_has_a_view_of_its_own(counter):
    page = counter.page("partners")
    page.show_view("owing")
    assert [row[1] for row in page.source.page(0, 9)] == ["Zhou trading"]


def test_a_partner_is_found_by_name(counter, qtbot):
    page = counter.page("partners")
    qtbot.keyClicks(page.search, "acme")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert [row[0] for row in page.source.page(0, 9)] == ["ACME"]


def test_the_card_says_what_is_open(counter):
    card = counter.page("partner", counter.customer)
    figures = {one.title: one.figure for one in card.strip.figures()}
    assert figures["Owes us"] == "£60.00"
    assert card.lists["open"].source.count() == 1
    assert card.lists["documents"].source.count() == 3


def test_a_new_supplier_is_entered(counter, qtbot):
    form = counter.page("partner_form")
    qtbot.keyClicks(form.line("name"), "Old Mill Homeware")
    form.is_customer.setChecked(False)
    form.is_supplier.setChecked(True)
    form.terms.set_value(Decimal(30))
    counter.click("Save", form)
    card = counter.seen().card
    assert (card.name, card.is_supplier, card.is_customer, card.terms_days) == (
        "Old Mill Homeware", True, False, 30,
    )  # fmt: skip


def test_a_customer_pays_and_the_card_follows(counter):
    card = counter.page("partner", counter.customer)
    counter.click("Take payment", card)
    dialog = counter.dialog(PayDialog)
    assert dialog.amount.value() == Decimal("60.00")
    dialog.amount.set_value(Decimal("45.50"))
    button(dialog, "Take payment").click()
    figures = {one.title: one.figure for one in card.strip.figures()}
    assert figures["Owes us"] == "£14.50"


def test_what_we_owe_a_supplier_is_no_alarm(counter):
    supplier = counter.value("SELECT id FROM partner WHERE code = 'ACME'")
    card = counter.page("partner", supplier)
    view = card.lists["open"]
    (row,) = view.source.page(0, 9)
    shown = {column.key: cell for column, cell in zip(view.source.columns, row, strict=True)}
    assert (shown["owes"], shown["owed"]) == (None, Decimal(40))
    assert [one.key for one in view.source.columns if one.hidden] == ["owes"]
    owed = next(one for one in card.strip.figures() if one.title == "We owe")
    assert (owed.figure, owed.role) == ("£40.00", "text")
