"""Where a scan goes: to the page that is seen; an unknown one asks what it is."""

from decimal import Decimal as D

import pytest
from PySide6.QtWidgets import QApplication

from erp_desktop.services.catalogue.scanning import save_scale_codes, scale_codes
from erp_desktop.views import scan_sound
from erp_desktop.views.scan_sound import Sound
from erp_desktop.views.stranger import LinkDialog
from erp_desktop.views.widgets.dialog import Question
from shop_pages import type_into
from views.counter import Counter, small_shop

TEA = "6901234567892"


@pytest.fixture
def counter(dressed, tmp_path, qtbot):
    small_shop(tmp_path / "corner.shop").work.close()
    made = Counter(tmp_path / "corner.shop", qtbot)
    yield made
    made.close()


@pytest.fixture
def beeps(monkeypatch):
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(1))
    return heard


def test_a_scan_finds_the_product_where_a_page_has_no_use_for_it(counter):
    counter.page("home")
    counter.window.take_scan(TEA)
    assert counter.seen().header.title.text() == "Green tea 250 g"


def test_an_unknown_code_is_linked_and_the_scan_goes_on(counter, beeps):
    counter.page("home")
    counter.window.take_scan("4006381333931")
    assert counter.seen().notice.sentence() == "No product has the code 4006381333931."
    assert beeps == [1]
    counter.click("Link to a product")
    dialog = counter.dialog(LinkDialog)
    type_into(dialog.finder, "white")
    assert dialog.verb.isEnabled()
    dialog.confirm()
    QApplication.processEvents()
    assert counter.seen().header.title.text() == "White cup"
    assert counter.value("SELECT COUNT(*) FROM barcode WHERE code = ?", "4006381333931") == 1


def test_an_unknown_code_becomes_a_new_product(counter):
    counter.page("products")
    counter.window.take_scan("4006381333931")
    counter.click("New product", counter.seen().notice)
    assert counter.seen().codes.codes() == ["4006381333931"]


def test_a_damaged_code_is_explained(counter):
    counter.page("purchases")
    counter.window.take_scan("6.90123E+12")
    assert "was turned into a number by a spreadsheet" in counter.seen().notice.sentence()


def test_no_scan_goes_behind_an_open_question(counter, beeps):
    page = counter.page("products")
    dialog = Question("Sure?", "It cannot be undone", "Yes", parent=page)
    dialog.open()
    counter.window.take_scan(TEA)
    assert counter.seen() is page
    assert beeps == [1]
    dialog.reject()


def test_the_scanners_settings_say_what_a_code_is(counter, beeps):
    page = counter.page("settings")
    section = page.show_section("scanner")
    section.layouts[0].setText("23IIIIIWW.WWWX")
    section.layouts[1].setText("nonsense")
    section.save()
    assert "nonsense" in section.notice.sentence()
    section.layouts[1].setText("")
    counter.click("Save")
    assert counter.read(scale_codes) == ["23IIIIIWW.WWWX"]
    counter.window.office.do(
        lambda books: books.run("UPDATE product SET sku = '40119', unit = 'kg' WHERE sku = 'CUP'")
    )
    counter.window.take_scan("2340119005006")
    assert section.told.accessibleName() == "White cup 0.5 kg"
    counter.window.take_scan("2340118005006")
    assert "is no product we know" in section.told.accessibleName()


def test_a_layout_is_added_from_the_usual_ones(counter):
    section = counter.page("settings").show_section("scanner")
    section.presets.choose("21IIIIIWW.WWWC")
    section.presets.activated.emit(1)
    assert section.layouts[0].text() == "21IIIIIWW.WWWC"


@pytest.mark.parametrize(("sound", "heard"), [("none", 0), ("trouble", 1), ("every", 2)])
def test_what_is_heard_is_chosen(dressed, beeps, sound, heard):
    scan_sound.choose(Sound(sound))
    scan_sound.play(taken=True)
    scan_sound.play(taken=False)
    assert len(beeps) == heard


def test_a_label_of_the_scales_at_the_till(counter):
    """Half a kilo of cups: scanned, weighed, priced."""
    counter.window.office.do(
        lambda books: books.run("UPDATE product SET sku = '40119', unit = 'kg' WHERE sku = 'CUP'")
    )
    counter.window.office.do(save_scale_codes, ["23IIIIIWW.WWWX"])
    page = counter.page("till")
    counter.window.take_scan("2340119005006")
    assert [line.quantity for line in page.cart.lines] == [D("0.5")]
