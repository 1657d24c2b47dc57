"""Labels laid out by hand: moved, read back, kept, taken back, and printed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from builders import Shop
from erp_desktop.core.errors import Missing, NotAmong
from erp_desktop.core.label_design import Design, Part, Source, from_json, to_json, usual_design
from erp_desktop.documents import registry
from erp_desktop.printing import preview
from erp_desktop.services.shop.label_designs import designs, drop_design, save_design
from erp_desktop.views.labels.design_page import DesignPage
from erp_desktop.views.labels.pictures import keep_picture
from erp_desktop.views.office import Office
from erp_desktop.views.print_preview import PreviewDialog
from views.counter import button


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "own.shop", name="Hearth & Lantern", currency="GBP")
    shop.product("TEA", name="Green tea 绿茶", barcodes=["6901234567892"], price="28.90")
    yield shop
    shop.work.close()


@pytest.fixture
def page(dressed, shop, qtbot):
    made = DesignPage(Office(shop.work))
    qtbot.addWidget(made)
    made.resize(1240, 760)
    made.show()
    return made


def centre_of(page, at) -> QPoint:
    return page.canvas.box_of(page.design.elements[at]).center().toPoint()


def test_a_design_comes_back_as_it_was_kept(shop):
    design = usual_design("Shelf 绿茶")
    assert from_json(to_json(design)) == design
    shop.work.run(save_design, design)
    assert shop.work.read(designs) == [design]
    with pytest.raises(Missing):
        shop.work.run(save_design, usual_design("  "))
    shop.work.run(drop_design, design.name)
    assert shop.work.read(designs) == []
    with pytest.raises(NotAmong):
        shop.work.run(drop_design, design.name)


@pytest.mark.parametrize("text", ["{}", '{"name": 1, "wide": 2, "high": 3}', "nonsense"])
def test_what_is_no_design_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        from_json(text)


def test_a_label_is_drawn_at_its_size_and_its_bars_can_be_scanned(shop):
    import zxingcpp

    shop.work.run(save_design, usual_design("Shelf"))
    tea = shop.pid("TEA")
    pdf = shop.work.read(registry.labels_for, [(tea, 3)], size="own:Shelf")
    assert preview.page_count(pdf) == 3
    page = preview.grey_pages(pdf, 8)[0]
    assert (page.wide, page.high) == (400, 240)
    seen = memoryview(page.pixels).cast("B", shape=[page.high, page.wide])
    assert [found.text for found in zxingcpp.read_barcodes(seen)] == ["6901234567892"]


def test_the_label_reads_back_while_it_is_laid_out(page):
    assert page.verdict.text() == "Reads back"
    bars = next(at for at, one in enumerate(page.design.elements) if one.part is Part.BARCODE)
    was = page.design.elements[bars]
    page.choose(bars)
    page.change(page.design.with_element(bars, was.placed(was.x, was.y, 60, was.high)))
    assert page.verdict.text() == "A scanner cannot read this; make it wider"
    page.undo()
    assert page.verdict.text() == "Reads back"
    page.redo()
    assert page.verdict.text() != "Reads back"


def test_an_element_is_dragged_in_half_millimetres_in_one_step_back(page):
    name = page.design.elements[0]
    start = centre_of(page, 0)
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    for far in (20, 40, 60):
        QTest.mouseMove(page.canvas, start + QPoint(far, 10))
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 10))
    moved = page.design.elements[0]
    assert moved.x > name.x
    assert (moved.x - name.x) % 5 == 0
    assert (moved.wide, moved.high) == (name.wide, name.high)
    page.undo()
    assert page.design.elements[0] == name


def test_keys_move_and_take_away(page):
    page.choose(1)
    was = page.design.elements[1]
    QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    QTest.keyClick(page.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    now = page.design.elements[1]
    assert (now.x, now.y) == (was.x + 1, was.y + 10)
    count = len(page.design.elements)
    QTest.keyClick(page.canvas, Qt.Key.Key_Delete)
    assert len(page.design.elements) == count - 1
    assert page.at == -1


def test_an_element_is_added_and_says_what_was_typed(page):
    button(page, "Text").click()
    assert page.design.elements[page.at].source is Source.OWN
    page.properties.words.setText("Special offer")
    page.properties.words.editingFinished.emit()
    assert page.design.elements[page.at].words == "Special offer"
    assert page.list.currentItem().text() == "Special offer"
    page.properties.from_left.setText("12.5")
    page.properties.from_left.editingFinished.emit()
    assert page.design.elements[page.at].x == 125


def test_a_kept_label_is_offered_when_labels_are_printed(page, shop):
    page.name.setText("Window")
    page.save()
    assert [one.name for one in shop.work.read(designs)] == ["Window"]
    page.print_some()
    (dialog,) = page.findChildren(PreviewDialog)
    dialog.template.choose("own:Window")
    assert dialog.template.currentText() == "Window"
    assert dialog.pages.count() == 1
    dialog.reject()
    page.drop()
    assert shop.work.read(designs) == []
    assert isinstance(page.design, Design)


def test_a_scanned_product_is_looked_at(page, shop):
    shop.product("CUP", name="White cup", barcodes=["4006381333931"], price="6")
    assert page.take_scan("4006381333931")
    assert [one.code for one in page.found] == ["4006381333931"]


def test_a_field_is_placed_and_turned(page):
    chip = next(one for one in page.fields.chips if one.source is Source.LOT)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.design.elements[page.at].source is Source.LOT
    page.properties.turn.choose(90)
    page.properties.turn.activated.emit(1)
    assert page.design.elements[page.at].turn == 90
    assert from_json(to_json(page.design)) == page.design


def test_the_shops_mark_is_chosen_for_the_label(page, shop, tmp_path):
    from PIL import Image

    file = tmp_path / "mark.png"
    Image.new("RGB", (40, 40), "black").save(file)
    button(page, "Picture").click()
    element = page.design.elements[page.at]
    assert (element.part, element.source) == (Part.PICTURE, Source.SHOP)
    assert keep_picture(page, element.source, page.sample.product, file)
    assert page.paper().logo == file.read_bytes()
    assert not keep_picture(page, element.source, 0, tmp_path / "none.png")
    assert page.notice.sentence()


def test_the_next_product_is_looked_at(page, shop):
    shop.product("CUP", name="White cup", barcodes=["4006381333931"], price="6")
    page.load()
    first = page.sample.product
    QTest.mouseClick(page.sample.after, Qt.MouseButton.LeftButton)
    assert page.sample.product != first
    assert [one.code for one in page.found] == ["4006381333931"]
    QTest.mouseClick(page.sample.before, Qt.MouseButton.LeftButton)
    assert page.sample.product == first
