"""The settings: the shop, the look, people and warehouses, the proof of the books, backups."""

import sqlite3
from decimal import Decimal

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from erp_desktop.core.errors import NotAmong
from erp_desktop.services.shop.modules import SwitchModules, switch_modules
from erp_desktop.services.shop.pictures import picture
from erp_desktop.services.stock.places import warehouses
from erp_desktop.views import keys, memory, theme
from erp_desktop.views.palette import Palette
from erp_desktop.views.settings.numbers_section import NumberDialog
from erp_desktop.views.settings.people_section import PersonDialog, WarehouseDialog
from erp_desktop.views.settings.taxes_section import RateDialog
from erp_desktop.views.widgets.buttons import key_words
from views.counter import button, section


def test_the_shops_name_is_changed_everywhere(counter):
    shop = section(counter, "shop")
    shop.name.setText("Tea & Cup")
    shop.address.setText("12 Market Row")
    shop.tax.set_value(Decimal(20))
    counter.click("Save")
    assert counter.window.windowTitle() == "Tea & Cup"
    assert counter.office.facts.address == "12 Market Row"
    assert counter.office.facts.tax == Decimal(20)


def test_a_shop_needs_a_name(counter):
    shop = section(counter, "shop")
    shop.name.setText("  ")
    counter.click("Save")
    assert shop.name.refused


def test_the_shops_mark_is_chosen_and_taken_away(counter, tmp_path):
    mark = section(counter, "shop").mark
    assert mark.mark.empty()
    assert mark.away_button.isHidden()
    file = tmp_path / "mark.png"
    Image.new("RGB", (40, 40), "black").save(file)
    mark.keep(file)
    assert counter.read(picture, "shop") == file.read_bytes()
    assert not mark.mark.empty()
    counter.click("Remove")
    assert counter.read(picture, "shop") is None
    assert mark.mark.empty()


def test_a_file_that_is_no_picture_is_refused_as_a_mark(counter, tmp_path):
    mark = section(counter, "shop").mark
    file = tmp_path / "mark.png"
    file.write_text("no picture")
    mark.keep(file)
    assert mark.refusal.text() == "This is no picture that can be read."
    mark.keep(tmp_path / "nowhere.png")
    assert mark.refusal.text() != ""
    assert counter.read(picture, "shop") is None


def test_the_look_is_worn_at_once(counter):
    look = section(counter, "look")
    counter.click("Dark", look)
    assert theme.tokens().dark
    counter.click("Roomy", look)
    assert theme.choice().density is theme.Density.ROOMY


def test_a_person_is_added_and_changes_role(counter):
    people = section(counter, "people")
    counter.click("Add a person", people)
    dialog = counter.dialog(PersonDialog)
    dialog.name.setText("emma")
    dialog.role.choose("accountant")
    button(dialog, "Save").click()
    people = section(counter, "people")
    assert [row.cells[0].words for row in people.table.rows()] == ["owner", "emma"]
    people.table.opened.emit(people.table.rows()[1].key)
    dialog = counter.dialog(PersonDialog)
    dialog.role.choose("manager")
    button(dialog, "Save").click()
    assert section(counter, "people").table.rows()[1].cells[2].words == "Manager"


def test_a_warehouse_is_added(counter):
    places = section(counter, "warehouses")
    counter.click("Add a warehouse", places)
    dialog = counter.dialog(WarehouseDialog)
    dialog.code.setText("BACK")
    dialog.name.setText("Back room")
    button(dialog, "Save").click()
    assert [one.name for one in counter.read(warehouses)] == ["Shop", "Back room"]


def test_the_books_prove_themselves(counter, qtbot):
    books = section(counter, "books")
    counter.click("Check the books", books)
    qtbot.waitUntil(books.verdict.isVisible, timeout=10_000)
    assert books.verdict.text() == "The books balance to the last cent."


def test_a_changed_row_is_named(counter, qtbot, place):
    with sqlite3.connect(place) as behind_our_back:
        behind_our_back.execute("UPDATE stock_balance SET on_hand = on_hand + 1000000")
    books = section(counter, "books")
    counter.click("Check the books", books)
    qtbot.waitUntil(books.verdict.isVisible, timeout=10_000)
    assert "differences" in books.verdict.text()
    assert books.list.isVisible()
    assert books.list.source.count() >= 2


def test_a_backup_is_written_and_said(counter, qtbot, tmp_path):
    backup = section(counter, "backup")
    memory.remember("backup/folder", str(tmp_path / "safe"))
    counter.click("Back up now", backup)
    qtbot.waitUntil(lambda: list((tmp_path / "safe").glob("tea-*.shop")) != [], timeout=10_000)
    qtbot.waitUntil(lambda: backup.job is None, timeout=10_000)


def test_the_light_turns_green(counter, qtbot):
    shown = []
    counter.window.books_light.shown.connect(shown.append)
    counter.window.books_light.check()
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    assert shown[0].good
    assert shown[0].words == "Books balance"


def test_a_key_is_put_elsewhere_and_works_there_at_once(counter, qtbot):
    rows = section(counter, "keys")
    rows.fields["Ctrl+K"].setKeySequence(QKeySequence("Ctrl+J"))
    rows.fields["Ctrl+K"].editingFinished.emit()
    qtbot.waitUntil(lambda: counter.window.top.search.shortcut() == QKeySequence("Ctrl+J"))
    counter.window.activateWindow()
    qtbot.keyClick(counter.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counter.window.findChild(Palette) is not None)
    counter.window.findChild(Palette).close()
    assert key_words("Ctrl+K") == "Ctrl J"
    rows = section(counter, "keys")
    rows.restore()
    qtbot.waitUntil(lambda: counter.window.top.search.shortcut() == QKeySequence("Ctrl+K"))


def test_a_key_that_is_taken_is_refused_with_what_it_does(counter):
    rows = section(counter, "keys")
    rows.fields["F12"].setKeySequence(QKeySequence("Ctrl+K"))
    rows.fields["F12"].editingFinished.emit()
    assert rows.notice.sentence() == "Ctrl K is taken: Find anything, run a command"
    assert rows.fields["F12"].keySequence() == QKeySequence("F12")
    assert keys.worn("F12") == "F12"


def test_a_part_that_the_shop_does_not_need_is_out_of_the_way(counter, qtbot):
    parts = section(counter, "modules")
    parts.switches["counts"].click()
    rail = {item.spec.code: item.isHidden() for item in counter.window.rail.items}
    assert rail["counts"]
    assert not rail["till"]
    go = counter.window.top.menus.actions()[3].menu()
    assert "Counts" not in [action.text() for action in go.actions()]
    assert "Go to Counts" not in [one.words for one in counter.window.palette_commands()]
    section(counter, "modules").switches["counts"].click()
    assert not next(i for i in counter.window.rail.items if i.spec.code == "counts").isHidden()


def test_only_a_part_that_there_is_can_be_switched_off(counter):
    with pytest.raises(NotAmong):
        counter.office.do(switch_modules, SwitchModules(frozenset({"home"})))


def test_the_next_number_of_each_kind_is_said(counter):
    table = section(counter, "numbers").table
    said = {row.cells[0].words: (row.cells[2].words, row.cells[3].words) for row in table.rows()}
    assert said["Goods receipt"] == ("GR-2026-000002", "GR-2026-000003")
    assert said["Purchase order"] == ("–", "PO-2026-000001")


# -- taxes and numbers ---------------------------------------------------------------------------


def test_a_rate_is_added_retired_and_its_products_go_over(counter):
    taxes = section(counter, "taxes")
    counter.click("Add a rate")
    dialog = counter.dialog(RateDialog)
    dialog.rate.setText("9")
    dialog.name.setText("Reduced")
    dialog.usual.setChecked(True)
    counter.click("Save", dialog)
    assert [row.cells[0].words for row in taxes.table.rows()] == ["9%", "0%"]
    taxes.table.opened.emit(1)
    dialog = counter.dialog(RateDialog)
    assert not dialog.target.isVisible()
    dialog.retired.setChecked(True)
    assert dialog.target.isVisible()
    counter.click("Save", dialog)
    assert counter.value("SELECT count(*) FROM product WHERE tax = 9000000") == 2
    form = counter.page("product_form", "690")
    assert [form.fields.tax.itemText(at) for at in range(form.fields.tax.count())] == [
        "9%   Reduced"
    ]
    assert form.command().tax == Decimal(9)


def test_the_usual_rate_is_not_retired(counter):
    taxes = section(counter, "taxes")
    taxes.table.opened.emit(0)
    dialog = counter.dialog(RateDialog)
    assert not dialog.retired.isVisible()
    assert not dialog.rate.isVisible()
    dialog.name.setText("None")
    counter.click("Save", dialog)
    assert taxes.table.rows()[0].cells[1].words == "None"


def test_a_rate_must_be_written(counter):
    section(counter, "taxes")
    counter.click("Add a rate")
    dialog = counter.dialog(RateDialog)
    counter.click("Save", dialog)
    assert dialog.rate.refused
    dialog.rate.setText("x")
    counter.click("Save", dialog)
    assert dialog.isVisible()
    dialog.close()


def test_numbers_look_as_the_shop_likes(counter):
    numbers = section(counter, "numbers")
    at = next(at for at, row in enumerate(numbers.table.rows())
              if row.cells[0].words == "Till sale")  # fmt: skip
    numbers.table.opened.emit(at)
    dialog = counter.dialog(NumberDialog)
    assert dialog.next.text() == "Next number: TS-2026-000003"
    dialog.prefix.setText("gr")
    dialog.prefix.textEdited.emit("gr")
    dialog.digits.choose(4)
    assert dialog.next.text() == "Next number: GR-2026-0003"
    counter.click("Save", dialog)
    assert "Goods receipt" in dialog.notice.sentence()
    dialog.prefix.setText("k")
    dialog.reset.choose("never")
    assert dialog.next.text() == "Next number: K-0001"
    counter.click("Save", dialog)
    assert numbers.table.rows()[at].cells[3].words == "K-0001"
