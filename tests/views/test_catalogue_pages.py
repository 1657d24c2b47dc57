"""Products: found by what people remember, entered once, and explained on their card."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from erp_desktop.core.label_design import Source
from erp_desktop.services.catalogue.products import SaveProduct, by_sku, save_product
from erp_desktop.views.labels.pictures import keep_picture


@pytest.mark.parametrize("words", ["green", "TEA", "6901234567892", "4567"])
def test_a_product_is_found_by_name_code_and_barcode(counter, qtbot, words):
    page = counter.page("products")
    qtbot.keyClicks(page.search, words)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.source.count() == 1
    assert page.source.page(0, 1)[0][0] == "TEA"


def test_what_is_low_has_a_view_of_its_own(counter):
    page = counter.page("products")
    page.show_view("low")
    assert [row[0] for row in page.source.page(0, 9)] == ["TEA"]


def test_a_scan_in_the_list_opens_the_product(counter):
    counter.page("products")
    counter.window.take_scan("6901234567892")
    assert counter.seen().header.title.text() == "Green tea 250 g"


def test_an_unknown_scan_begins_a_product_with_that_code(counter):
    counter.page("products")
    counter.window.take_scan("5012345678900")
    counter.click("New product", counter.seen().notice)
    assert counter.seen().codes.codes() == ["5012345678900"]


def test_a_new_product_is_entered_and_its_card_opens(counter, qtbot):
    form = counter.page("product_form")
    qtbot.keyClicks(form.name, "Tin of biscuits")
    qtbot.keyClicks(form.sku, "BISC")
    form.price.set_value(Decimal("4.50"))
    qtbot.keyClicks(form.codes.field, "4006381333931")
    qtbot.keyClick(form.codes.field, Qt.Key.Key_Return)
    counter.click("Save", form)
    card = counter.seen()
    assert card.header.title.text() == "Tin of biscuits"
    assert [code.code for code in card.card.codes] == ["4006381333931"]
    assert card.card.price == Decimal("4.50")


def test_supplier_and_category_can_be_taken_away(counter):
    product_id = counter.read(by_sku, "TEA").id
    told = "SELECT supplier_id IS NOT NULL OR category_id IS NOT NULL FROM product WHERE id = ?"
    form = counter.page("product_form", product_id)
    assert form.supplier.key() is not None
    form.category.setText("Drinks")
    counter.click("Save", form)
    form = counter.page("product_form", product_id)
    assert form.category.text() == "Drinks"
    form.supplier.set_value(None)
    form.category.clear()
    counter.click("Save", form)
    assert not counter.value(told, product_id)


def test_a_product_needs_a_name(counter):
    form = counter.page("product_form")
    counter.click("Save", form)
    assert form.name.refused
    assert counter.seen() is form


def test_a_taken_barcode_is_said_at_the_barcodes(counter, qtbot):
    form = counter.page("product_form")
    qtbot.keyClicks(form.name, "Another tea")
    qtbot.keyClicks(form.codes.field, "6901234567892")
    qtbot.keyClick(form.codes.field, Qt.Key.Key_Return)  # said at once, not only at the end
    said = [
        one._refusal.text() for one in form.fields.labelled.values() if one._refusal.isVisible()
    ]
    assert said == ["The barcode 6901234567892 already belongs to TEA."]
    assert form.codes.field.text() == "6901234567892"
    counter.window.take_scan("6901234567892")
    assert form.codes.codes() == ["6901234567892"], "what still stands in the field"
    counter.click("Save", form)
    assert counter.seen() is form
    form.codes.field.clear()
    counter.window.take_scan("4006381333931")
    assert form.codes.codes() == ["4006381333931"]
    assert not form.fields.labelled["barcode"]._refusal.isVisible()


def test_the_space_bar_marks_rows_and_the_arrows_keep_them(counter, qtbot):
    for sku in ("JUG", "MUG"):
        counter.window.office.do(save_product, SaveProduct(sku=sku, name=sku))
    page = counter.page("products")
    view = page.view
    view.choose_row(0)
    keys = [view.list_model.key_of(at) for at in range(4)]

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(view, key, modifier)
        return view.chosen_keys()

    assert press(Qt.Key.Key_Space) == [keys[0]]
    assert view.currentIndex().row() == 1
    assert press(Qt.Key.Key_Down) == [keys[0]]
    assert press(Qt.Key.Key_Space) == [keys[0], keys[2]]
    assert press(Qt.Key.Key_Up) == [keys[0], keys[2]]
    assert press(Qt.Key.Key_Space) == [keys[0]]
    assert press(Qt.Key.Key_Space) == [keys[0], keys[3]]
    assert press(Qt.Key.Key_Escape) == []
    assert press(Qt.Key.Key_Up) == [view.current_key()], "without marks the arrows choose"
    press(Qt.Key.Key_Down)
    assert press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier) != []


def test_the_card_says_where_goods_lie_and_why_they_cost_that(counter):
    tea = counter.read(by_sku, "TEA").id
    card = counter.page("product", tea)
    figures = {one.title: one.figure for one in card.strip.figures()}
    assert figures["On hand"] == "18"
    assert figures["Cost"] == "10.00"
    assert card.cost.table.rows()[0].cells[0].words.startswith("GR-")
    assert card.cost.table.rows()[-1].cells[2].words == "180.00"
    assert card.moves.table.rows()[0].cells[4].words == "−2"


def test_a_move_on_the_card_opens_its_document(counter):
    tea = counter.read(by_sku, "TEA").id
    card = counter.page("product", tea)
    receipt = counter.value("SELECT id FROM document WHERE kind = 'goods_receipt'")
    card.moves.table.opened.emit(receipt)
    assert counter.window.sheets.tabs.count() == 2


def test_a_product_is_edited_and_the_card_follows(counter, qtbot):
    tea = counter.read(by_sku, "TEA").id
    card = counter.page("product", tea)
    counter.click("Edit", card)
    form = counter.seen()
    form.name.setText("Green tea, large")
    counter.click("Save", form)
    assert counter.seen() is card
    assert card.header.title.text() == "Green tea, large"


def test_a_product_that_is_not_sold_any_more_leaves_the_list(counter):
    page = counter.page("products")
    page.view.choose_row(0)
    page.view.actions_of_rows[1].act(page.view.chosen_keys())
    assert page.source.count() == 1
    page.show_view("inactive")
    assert page.source.count() == 1


def test_a_product_shows_its_picture(counter, tmp_path):
    file = tmp_path / "tea.png"
    made = QImage(60, 60, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.darkGreen)
    assert made.save(str(file))
    page = counter.page("product", counter.read(by_sku, "TEA").id)
    assert not page.picture.isVisible()
    assert keep_picture(page, Source.NAME, page.card.id, file)
    assert page.picture.isVisible()
