"""Setting the till up: its name, means of payment, rounding; the PINs and rights of people."""

from decimal import Decimal as D

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from erp_desktop.reports import till_rows
from erp_desktop.services.finance.means import Means
from erp_desktop.services.sales.return_rules import return_rules
from erp_desktop.services.users.people import check_pin, people
from erp_desktop.services.users.rights import rights_of
from erp_desktop.views.palette import Palette
from erp_desktop.views.settings.people_section import PersonDialog
from shop_pages import type_into
from views.counter import section


def test_the_till_is_set_up(counter):
    till = section(counter, "till")
    assert till.name.text() == "1"
    assert [code for code, check in till.means.items() if check.isChecked()] == [
        "cash", "card", "bank", "other",
    ]  # fmt: skip
    till.name.setText("Front")
    till.means["bank"].setChecked(False)
    till.own[0].setText("Mall voucher")
    till.step.choose("0.05")
    till.days.choose(30)
    till.needs.setChecked(True)
    counter.click("Save")
    facts = counter.read(till_rows.till_facts)
    assert (facts.till, facts.step, facts.needs_shift) == ("Front", D("0.05"), True)
    assert facts.means == (
        Means("cash"), Means("card"), Means("other"), Means("own-1", "Mall voucher"),
    )  # fmt: skip
    assert counter.read(return_rules).days == 30
    again = section(counter, "till")
    assert (again.own[0].text(), again.step.value()) == ("Mall voucher", "0.05")


def test_the_reasons_for_returns_are_the_shops_own(counter):
    """One is added, one renamed, one retired; the till offers what is left."""
    returns = section(counter, "returns")
    by_code = {row.reason().code: row for row in returns.rows}
    by_code["damaged"].name.setText("Broken in the box")
    by_code["wrong_size"].turn.click()
    counter.click("Add a reason", returns)
    returns.rows[-1].name.setText("Gift not liked")
    returns.rows[-1].goes.choose("stock")
    counter.click("Add a reason", returns)  # left without a name
    counter.click("Save")
    rules = counter.read(return_rules)
    assert [one.code for one in rules.offered] == [
        "changed_mind", "wrong_item", "damaged", "faulty", "expired", "other", "own1",
    ]  # fmt: skip
    names = {one.code: one.name for one in rules.reasons}
    assert (names["damaged"], names["own1"], names["faulty"]) == (
        "Broken in the box", "Gift not liked", "",
    )  # fmt: skip
    assert "wrong_size" in names  # what came back for it keeps its name
    assert returns.rows[-1].turn.text() == "Offer again"


def test_a_reason_stands_in_the_list_once_and_one_is_always_there(counter):
    returns = section(counter, "returns")
    for row in returns.rows[:2]:
        row.name.setText("The same")
    counter.click("Save")
    assert "The same" in returns.notice.sentence()
    for row in returns.rows:
        row.turn.click()
    returns.rows[0].name.setText("Other words")
    counter.click("Save")
    assert returns.notice.sentence()
    assert len(counter.read(return_rules).offered) == 7


def test_a_shop_without_means_of_payment_is_refused(counter):
    till = section(counter, "till")
    for check in till.means.values():
        check.setChecked(False)
    counter.click("Save")
    assert till.notice.isVisible()


def test_a_clerk_gets_a_pin_and_rights_of_their_own(counter):
    shown = section(counter, "people")
    counter.click("Add a person", shown)
    dialog = counter.dialog(PersonDialog)
    dialog.name.setText("emma")
    dialog.pin.setText("2468")
    assert not dialog.rights["price_override"].isChecked()
    dialog.rights["price_override"].setChecked(True)
    dialog.most.choose(20)
    dialog.verb.click()
    emma = next(one for one in counter.read(people) if one.name == "emma")
    rights = counter.read(rights_of, emma.id)
    assert rights.may("price_override")
    assert rights.most_off == D(20)
    assert counter.read(check_pin, emma.id, "2468") == emma


def test_another_role_begins_with_its_own_rights(counter):
    shown = section(counter, "people")
    counter.click("Add a person", shown)
    dialog = counter.dialog(PersonDialog)
    dialog.role.choose("manager")
    assert all(check.isChecked() for check in dialog.rights.values())
    assert dialog.most.value() == 100
    dialog.reject()


def test_a_bad_pin_is_said_and_nothing_is_kept(counter):
    shown = section(counter, "people")
    counter.click("Add a person", shown)
    dialog = counter.dialog(PersonDialog)
    dialog.name.setText("emma")
    dialog.pin.setText("12")
    dialog.verb.click()
    assert dialog.notice.sentence() == "A PIN has 4 to 8 digits, not 2."
    assert [one.name for one in counter.read(people)] == ["owner"]
    dialog.reject()


def test_the_till_has_the_window_and_gives_it_back(counter):
    page = counter.page("till")
    assert not counter.window.top.isVisible()
    page.turn_whole()
    assert counter.window.top.isVisible()
    page.turn_whole()
    with counter.bot.waitSignal(counter.window.searched):
        counter.bot.keyClick(page.scan.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    counter.window.findChild(Palette).close()
    counter.page("home")
    assert counter.window.top.isVisible()


def test_what_was_sold_is_said_where_it_covers_no_button(counter):
    """The next customer is being served while the toast still stands there."""
    till = counter.page("till")
    type_into(till.scan.field, "6901234567892")
    till.checkout.take()
    QApplication.processEvents()
    toast, window = counter.window.toast, counter.window
    assert toast.isVisible()
    counter.page("stock")
    counter.page("till")  # and so it is where another page said it
    said = QRect(toast.mapTo(window, QPoint(0, 0)), toast.size())
    for button in (till.money.take, *till.keys.tiles.values()):
        assert not said.intersects(QRect(button.mapTo(window, QPoint(0, 0)), button.size()))
