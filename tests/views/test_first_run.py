"""The first run: each step can be skipped, and nothing is made before the last."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import language, print_queue
from erp_desktop.views.devices import Way
from erp_desktop.views.first_run.wizard import DATA, DONE, PRINTER, SHOP, FirstRun
from views.counter import button, small_shop


@pytest.fixture
def wizard(dressed, qtbot, tmp_path):
    made = FirstRun()
    qtbot.addWidget(made)
    made.show()
    made.shop.choose_folder(tmp_path)
    made.heard = []
    made.founded.connect(lambda place, then: made.heard.append((place, then)))
    return made


def click(wizard, words):
    button(wizard, words).click()
    QApplication.processEvents()


def test_an_owner_founds_a_shop(wizard, qtbot, tmp_path):
    click(wizard, "Continue")
    qtbot.keyClicks(wizard.shop.name.field, "Hearth & Lantern")
    wizard.shop.currency.choose("EUR")
    wizard.shop.tax.set_value(Decimal("7.7"))
    for _ in ("shop", "data", "printer"):
        click(wizard, "Continue")
    said = wizard.summary.list.accessibleName()
    assert "Hearth & Lantern EUR · 7.7% tax" in said
    assert "Start empty" in said
    click(wizard, "Open the shop")
    place = str(tmp_path / "Hearth & Lantern.shop")
    assert wizard.heard == [(place, "")]
    work = open_shop(place)
    known = work.read(lambda books: books.settings)
    work.close()
    assert (known["name"], known["currency"], known["tax"]) == (
        "Hearth & Lantern", "EUR", "7700000",
    )  # fmt: skip


def test_every_step_can_be_skipped(wizard, tmp_path):
    for _ in range(4):
        click(wizard, "Skip")
    click(wizard, "Open the shop")
    assert wizard.heard == [(str(tmp_path / "My shop.shop"), "")]


def test_enter_alone_goes_through(wizard, qtbot):
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    qtbot.keyClicks(wizard.shop.name.field, "Corner")
    qtbot.keyClick(wizard.shop.name.field, Qt.Key.Key_Return)
    for _ in ("data", "printer", "ready"):
        qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert len(wizard.heard) == 1


def test_a_shop_without_a_name_is_refused_at_its_field(wizard):
    wizard.show_step(SHOP)
    click(wizard, "Continue")
    assert wizard.shop.name.field.refused
    assert not wizard.heard


def test_a_name_that_is_taken_offers_that_shop(wizard, tmp_path):
    small_shop(tmp_path / "Corner.shop").work.close()
    wizard.shop.name.field.setText("Corner")
    wizard.show_step(DONE)
    click(wizard, "Open the shop")
    assert "There is already a shop" in wizard.notice.sentence()
    opened = []
    wizard.wanted_existing.connect(opened.append)
    click(wizard, "Open that shop")
    assert opened == [str(tmp_path / "Corner.shop")]


def test_a_folder_that_cannot_be_made_is_said(wizard, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    wizard.shop.choose_folder(in_the_way / "shops")
    wizard.shop.name.field.setText("Corner")
    wizard.show_step(DONE)
    click(wizard, "Open the shop")
    assert "cannot be written" in wizard.notice.sentence()
    click(wizard, "Change name or folder")
    assert wizard.shop.isVisible()


def test_bringing_data_opens_the_import_afterwards(wizard):
    wizard.shop.name.field.setText("Corner")
    wizard.show_step(DATA)
    wizard.beginnings[1].click()
    wizard.show_step(DONE)
    click(wizard, "Open the shop")
    assert wizard.heard[0][1] == "import"


def test_the_practice_shop_has_a_file_of_its_own(wizard, tmp_path):
    (tmp_path / "Practice shop.shop").write_text("the one from yesterday")
    wizard.show_step(DATA)
    wizard.beginnings[2].click()
    wizard.show_step(DONE)
    assert ".shop" not in wizard.summary.list.accessibleName(), "no shop of one's own is made yet"
    click(wizard, "Open the shop")
    assert wizard.heard == [(str(tmp_path / "Practice shop 2.shop"), "practice")]


def test_another_language_is_spoken_at_once(wizard):
    chinese = next(tile for tile in wizard.languages if tile.code == "zh_CN")
    chinese.click()
    QApplication.processEvents()
    assert language.spoken() == "zh_CN"
    assert wizard.title.text() == "语言"


def test_the_printer_is_tried_before_the_shop_is_open(wizard, tmp_path, qtbot):
    wizard.shop.name.field.setText("Corner")
    wizard.show_step(PRINTER)
    page = wizard.printer
    assert not page.test.isEnabled()
    page.form.way.choose(Way.DIRECT)
    page.form.target.setText(str(tmp_path / "lp0"))
    page.form.target.editingFinished.emit()
    with qtbot.waitSignal(print_queue.queue.printed, timeout=10_000):
        click(wizard, "Print a test page")
    assert (tmp_path / "lp0").read_bytes().startswith(b"\x1b@")
    assert page.said.text().startswith("Sent to Receipt printer")
    page.form.target.setText(str(tmp_path / "no" / "such"))
    page.form.target.editingFinished.emit()
    with qtbot.waitSignal(print_queue.queue.failed, timeout=10_000):
        click(wizard, "Print a test page")
    assert "did not take the paper" in page.said.text()
    print_queue.queue.faults.clear()


def test_what_stock_costs_is_chosen_once(wizard):
    wizard.shop.skip()
    assert wizard.shop.command().valuation == "warehouse"
    wizard.shop.valuation.choose("shop")
    assert wizard.shop.command().valuation == "shop"
