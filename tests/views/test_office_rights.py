"""What somebody may not change in the office is read, and a colleague says yes with a PIN."""

from datetime import date
from decimal import Decimal as D

import pytest
from PySide6.QtWidgets import QApplication

from erp_desktop.services.shop.modules import modules_off
from erp_desktop.services.users.people import add_person, check_pin, people, set_pin
from erp_desktop.views.catalogue.product_dialogs import MergeDialog
from erp_desktop.views.finance.period_dialog import ClosePeriod, ReopenPeriod
from erp_desktop.views.import_dialog import ImportDialog
from erp_desktop.views.settings.own_pin import OwnPinDialog
from erp_desktop.views.settings.people_section import PersonDialog
from erp_desktop.views.settings.taxes_section import RateDialog
from erp_desktop.views.till.pin_dialogs import ApprovalDialog
from views.counter import Counter, button, section, small_shop

READ_ONLY = ("shop", "taxes", "prices", "modules", "people", "warehouses", "buying", "numbers",
             "till", "returns", "scanner", "backup")  # fmt: skip
FREE = ("look", "keys", "printers", "books", "imports")


@pytest.fixture
def place(tmp_path):
    """The shop with Mary, who manages it, and Priya, who sells."""
    shop = small_shop(tmp_path / "tea.shop")
    shop.work.run(add_person, "mary", "manager", "Mary")
    shop.work.run(set_pin, "mary", "4711")
    shop.work.run(add_person, "priya", "clerk", "Priya")
    shop.work.close()
    return tmp_path / "tea.shop"


@pytest.fixture
def counter(dressed, qtbot, place):
    """Priya is on duty."""
    made = Counter(place, qtbot, 3)
    assert made.office.facts.person == "Priya"
    yield made
    made.close()


def allow(counter, pin="4711"):
    """Mary comes over and says yes."""
    dialog = counter.dialog(ApprovalDialog)
    dialog.person.choose(2)
    dialog.pin.setText(pin)
    dialog.verb.click()
    QApplication.processEvents()


@pytest.mark.parametrize("code", READ_ONLY)
def test_settings_of_the_shop_are_read_and_it_is_said_who_may_change_them(counter, code):
    shown = section(counter, code)
    assert shown.guard.isVisible()
    assert shown.guard.words.text() == "This can be changed by: Owner, Mary"
    assert not any(part.isEnabled() for part in shown.guarded)
    counter.office.take_duty(1)
    QApplication.processEvents()
    shown = section(counter, code)  # the window is made anew for whoever sees costs
    assert not shown.guard.isVisible()
    assert all(part.isEnabled() for part in shown.guarded)


@pytest.mark.parametrize("code", FREE)
def test_what_is_ones_own_stays_free(counter, code):
    shown = section(counter, code)
    assert not shown.guard.isVisible()
    assert all(part.isEnabled() for part in shown.guarded)


def test_this_tills_own_name_and_a_backup_are_free(counter):
    till = section(counter, "till")
    assert till.name.isEnabled()
    assert not till.step.isEnabled()
    till.name.setText("Front")
    till.name.editingFinished.emit()
    assert counter.office.work.till == "Front"
    backup = section(counter, "backup")
    assert backup.now.isEnabled()
    assert not backup.encrypt.isEnabled()
    assert not backup.table.isEnabled()


def test_a_colleague_says_yes_and_it_is_changed(counter):
    shown = section(counter, "shop")
    counter.click("Ask a colleague…", shown)
    allow(counter)
    assert not shown.guard.isVisible()
    shown.phone.setText("0123")
    counter.click("Save")
    assert counter.office.facts.phone == "0123"


def test_a_wrong_pin_changes_nothing(counter):
    shown = section(counter, "taxes")
    counter.click("Ask a colleague…", shown)
    allow(counter, "0000")
    assert shown.guard.isVisible()
    assert not shown.table.isEnabled()


def test_a_right_that_ran_out_while_a_form_stood_open_is_asked_for_again(counter):
    shown = section(counter, "modules")
    counter.office.work.run(lambda books: books.run("UPDATE user_account SET role = 'manager' "
                                                    "WHERE name = 'priya'"))  # fmt: skip
    shown.keep_guard()
    counter.office.work.run(lambda books: books.run("UPDATE user_account SET role = 'clerk' "
                                                    "WHERE name = 'priya'"))  # fmt: skip
    shown.switches["till"].click()
    assert "Priya may not do this" in shown.notice.sentence()
    assert counter.read(modules_off) == frozenset()
    button(shown.notice, "Ask a colleague…").click()
    allow(counter)
    assert shown.switches["till"].isEnabled()


def test_a_form_says_at_once_that_it_takes_a_right(counter):
    page = counter.page("money")
    counter.click("Close a period", page)
    dialog = counter.dialog(ClosePeriod)
    assert not dialog.verb.isEnabled()
    assert "Priya may not do this (close and reopen periods)" in dialog.notice.sentence()
    button(dialog.notice, "Ask a colleague…").click()
    allow(counter)
    dialog.day.set_value(date(2026, 1, 15))
    button(dialog, "Close the books").click()
    assert counter.office.facts.closed_through == 20260115
    counter.office.work.run(lambda books: books.run("DELETE FROM approval"))
    asked = ReopenPeriod(counter.office, 20260115, page)
    asked.open()
    assert not asked.verb.isEnabled()
    asked.reject()


def test_merging_takes_a_right(counter):
    tea = counter.value("SELECT id FROM product WHERE sku = 'TEA'")
    page = counter.page("product", tea)
    page.merge()
    dialog = counter.dialog(MergeDialog)
    assert not dialog.verb.isEnabled()
    assert "undo imports, merge products, change costing" in dialog.notice.sentence()
    dialog.reject()


def test_whoever_may_is_not_asked(counter):
    counter.office.take_duty(2)
    QApplication.processEvents()
    shown = section(counter, "taxes")
    shown.add()
    dialog = counter.dialog(RateDialog)
    dialog.rate.set_value(D(5))
    dialog.verb.click()
    assert D(5) in [one.rate for one in shown._rates]


def test_the_rights_of_the_office_stand_in_a_persons_form(counter):
    counter.office.take_duty(1)
    QApplication.processEvents()
    section(counter, "people").add()
    dialog = counter.dialog(PersonDialog)
    assert dialog.rights["manage_settings"].text() == "change the shop's settings"
    assert not dialog.rights["manage_settings"].isChecked()
    dialog.role.choose("accountant")
    assert dialog.rights["close_period"].isChecked()
    dialog.reject()


def test_ones_own_pin_is_chosen_without_a_right(counter):
    shown = section(counter, "people")
    counter.click("Change my PIN…", shown)
    dialog = counter.dialog(OwnPinDialog)
    assert not dialog.asked.isVisible()  # there is none yet
    dialog.pin.setText("1357")
    dialog.again.setText("1358")
    dialog.verb.click()
    assert counter.read(check_pin, 3, "").has_pin is False  # not twice the same: nothing is kept
    dialog.again.setText("1357")
    dialog.verb.click()
    assert counter.read(check_pin, 3, "1357").name == "priya"
    counter.click("Change my PIN…", shown)
    dialog = counter.dialog(OwnPinDialog)
    dialog.before.setText("0000")
    dialog.pin.setText("2468")
    dialog.again.setText("2468")
    dialog.verb.click()
    assert "PIN" in dialog.notice.sentence()
    dialog.before.setText("1357")
    dialog.verb.click()
    assert counter.read(check_pin, 3, "2468").name == "priya"


def test_the_only_person_of_a_shop_is_locked_out_of_nothing(dressed, qtbot, tmp_path):
    small_shop(tmp_path / "one.shop").work.close()
    made = Counter(tmp_path / "one.shop", qtbot)
    assert [one.name for one in made.read(people)] == ["owner"]
    for code in READ_ONLY:
        assert not section(made, code).guard.isVisible()
    made.close()


def test_a_list_of_warehouses_takes_the_right_too(counter, qtbot, tmp_path):
    """The window's import is a person's work; others do what they may."""
    counter.window.show_import()
    dialog = counter.dialog(ImportDialog)
    path = tmp_path / "warehouses.csv"
    path.write_text("Code,Name\nBACK,Back room\n", "utf-8")
    dialog.choose.choose("warehouses", path)
    for words in ("Continue", "Try it out"):
        button(dialog, words).click()
        qtbot.waitUntil(lambda: dialog.job is None, timeout=15_000)
        QApplication.processEvents()
    assert "Priya may not do this (change the shop's settings)" in dialog.notice.sentence()
    button(dialog.notice, "Ask a colleague…").click()
    allow(counter)
    for words in ("Try it out", "Import"):
        button(dialog, words).click()
        qtbot.waitUntil(lambda: dialog.job is None, timeout=15_000)
        QApplication.processEvents()
    assert counter.value("SELECT name FROM location WHERE code = 'BACK'") == "Back room"
