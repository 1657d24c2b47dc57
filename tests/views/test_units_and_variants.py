"""Writing documents in cases, and sizes and colours in one grid, as a clerk does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from builders import D, Shop, day
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, make_variants
from erp_desktop.services.ordering import WriteOrder, save_draft
from erp_desktop.services.records import record
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.trade import TradeLine
from erp_desktop.views.catalogue.matrix_dialog import MatrixDialog
from erp_desktop.views.trade.deeds import Fresh
from views.trade_desk import Desk


@pytest.fixture
def shop(tmp_path):
    made = Shop.found(tmp_path / "units.shop")
    made.work.run(
        save_product,
        SaveProduct(
            "TEA", name="Green tea", unit="pcs", price=D("1.30"), barcodes=["6901234567892"],
            units=[SaveUnit("dozen", D(12)), SaveUnit("case", D(24), D("28.99"), ["169012345"])],
        ),
    )  # fmt: skip
    made.product("SHIRT", name="Shirt", price=20, unit="pcs")
    axes = [Axis("Colour", ("Red", "Blue")), Axis("Size", ("S", "M", "L"))]
    worn = [("Red", "S"), ("Red", "M"), ("Blue", "M"), ("Blue", "L")]
    made.work.run(
        make_variants,
        MakeVariants("SHIRT", axes, only=worn),
    )
    made.receive("TEA", 100, at=1)
    made.receive("SHIRT-Red-M", 7, at=8)
    yield made
    made.work.close()


@pytest.fixture
def desk(dressed, shop):
    made = Desk(shop)
    yield made
    made.close()


def begin(desk: Desk):
    page = desk.open("sales_order")
    desk.pick_partner(desk.shop.customer)
    return page


def test_alt_u_works_out_of_the_cell_that_is_being_written(desk, shop):
    """After a product was chosen one stands in its quantity."""
    desk.open("sales_order", Fresh(1))
    desk.pick_partner(shop.customer)
    desk.add_product("green")
    desk.type("3")
    desk.key(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    line = desk.page().grid.lines.line(0)
    assert (line["quantity"], line["unit"]) == (D(3), "dozen")
    desk.type("2")
    desk.key(Qt.Key.Key_Return)
    line = desk.page().grid.lines.line(0)
    assert (line["quantity"], line["unit"]) == (D(2), "dozen")


def test_what_is_no_number_is_not_posted_as_what_stood_there_before(desk, shop):
    page = desk.open("sales_order", Fresh(1))
    desk.pick_partner(shop.customer)
    desk.add_product("green")
    desk.type("1o")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "1o" in desk.sentence()
    assert (desk.page(), desk.main()) == (page, "Confirm")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.main() == "Confirm"  # it still says why
    desk.type_cell(0, "quantity", "1")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.state() == "Confirmed"


def test_alt_u_writes_a_line_in_the_next_unit_at_its_price(desk, shop):
    page = begin(desk)
    grid = page.editor.grid
    grid.add_product(shop.pid("TEA"), D(2))
    grid.choose(0)
    shown = []
    for _ in range(3):
        line = grid.lines.line(0)
        shown.append((line["unit"], line["price"], line["amount"]))
        grid.setFocus()
        desk.key(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert shown == [
        ("pcs", D("1.30"), D("2.60")),
        ("dozen", D("15.60"), D("31.20")),
        ("case", D("28.99"), D("57.98")),
    ]


def test_a_draft_order_keeps_its_cases(desk, shop):
    page = begin(desk)
    page.editor.grid.add_product(shop.pid("TEA"), D(2), "case")
    page.drafting.flush()
    draft = shop.value_of("SELECT id FROM document WHERE state = 'draft'")
    assert shop.work.read(record, draft).lines[0].unit == "case"
    line = page.editor.grid.lines.line(0)
    assert (line["quantity"], line["unit"], line["price"]) == (D(2), "case", D("28.99"))


def test_scanning_a_case_adds_a_case(desk, shop):
    page = begin(desk)
    desk.scan("169012345")
    desk.scan("169012345")
    desk.scan("6901234567892")
    lines = [(line["quantity"], line["unit"]) for line in page.editor.grid.lines.lines()]
    assert lines == [(D(2), "case"), (D(1), "pcs")]


def test_the_last_price_is_of_the_unit_that_the_line_is_written_in(desk, shop):
    """Also in a draft that comes back in pieces, where dozens are usual."""
    shop.sell("TEA", 1, "1.10", on=3)
    shop.work.run(save_product, SaveProduct("TEA", sale_unit="dozen"))
    desk.open("sales_order", Fresh(1))
    desk.pick_partner(shop.customer)
    desk.add_product("green")
    lasts = []
    for _ in range(3):
        desk.key(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
        line = desk.page().grid.lines.line(0)
        lasts.append((line["unit"], line["last"]))
    assert lasts == [("case", D("26.40")), ("pcs", D("1.10")), ("dozen", D("13.20"))]
    lines = [TradeLine(shop.pid("TEA"), D(2))]
    kept = shop.work.run(save_draft, WriteOrder(Kind.SALES_ORDER, shop.customer, lines))
    again = desk.open("sales_order", kept)
    assert [(line["unit"], line["last"]) for line in again.grid.lines.lines()] == [
        ("pcs", D("1.10"))
    ]


def test_all_fields_of_an_order_stand_in_one_row(desk):
    fields = desk.open("sales_order").fields
    assert {box.parentWidget().mapToGlobal(box.pos()).y() for box in (
        fields.partner_box, fields.due_box, fields.reference_box, fields.discount_box
    )} == {fields.partner_box.parentWidget().mapToGlobal(fields.partner_box.pos()).y()}  # fmt: skip


def test_the_usual_sale_unit_comes_first(desk, shop):
    shop.work.run(save_product, SaveProduct("TEA", sale_unit="dozen"))
    page = begin(desk)
    grid = page.editor.grid
    grid.add_found(grid.find_products("Green")[0])
    assert grid.lines.line(0)["unit"] == "dozen"


def test_a_confirmed_order_in_cases_is_read_in_cases(desk, shop):
    page = begin(desk)
    page.editor.grid.add_product(shop.pid("TEA"), D(2), "case")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seen = desk.page().grid.lines.line(0)
    assert (seen["under"], seen["whole"]) == ("TEA · 2 case", D(48))
    ordered = shop.value_of("SELECT id FROM document WHERE kind = 'sales_order'")
    assert shop.work.read(record, ordered).lines[0].quantity == 48_000_000


def test_an_invoice_in_cases_is_read_in_cases(desk, shop):
    line = TradeLine(shop.pid("TEA"), D(2), unit="case")
    gone = shop.work.run(issue_goods, IssueGoods(shop.customer, lines=[line], at=day(2)))
    charged = shop.invoice(gone)
    seen = desk.open("invoice", charged.id).grid.lines.line(0)
    assert (seen["quantity"], seen["unit"], seen["price"]) == (D(2), "case", D("28.99"))


def test_sizes_and_colours_are_typed_into_one_grid(desk, shop, qtbot):
    page = begin(desk)
    grid = page.editor.grid
    found = next(one for one in grid.find_products("Shirt") if one.detail == "SHIRT")
    grid.pick(0, found)
    desk.settle()
    dialog = page.findChild(MatrixDialog)
    assert dialog.grid.lines.line(0)["row"] == "Red"
    assert not dialog.grid.lines.may_edit(dialog.grid.lines.index(0, 4))  # no red L
    dialog.grid.lines.typed(0, "v1", "3")
    dialog.grid.lines.typed(1, "v2", "2")
    assert dialog.sum.text() == "5 pcs in 2 variants"
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    lines = {line["sku"]: line["quantity"] for line in grid.lines.lines()}
    assert lines == {"SHIRT-Red-M": D(3), "SHIRT-Blue-L": D(2)}


def test_the_last_quantity_of_a_grid_counts_without_leaving_its_cell(desk, shop, qtbot):
    page = begin(desk)
    page.editor.ask_variants(shop.pid("SHIRT"))
    dialog = page.findChild(MatrixDialog)
    dialog.grid.edit(dialog.grid.lines.index(0, 2))
    editor = dialog.grid.viewport().findChildren(QLineEdit)[-1]
    qtbot.keyClicks(editor, "3")
    dialog.verb.click()
    lines = {line["sku"]: line["quantity"] for line in page.editor.grid.lines.lines()}
    assert lines == {"SHIRT-Red-S": D(3)}


def test_an_empty_grid_of_variants_adds_nothing(desk, shop, qtbot):
    page = begin(desk)
    page.editor.ask_variants(shop.pid("SHIRT"))
    dialog = page.findChild(MatrixDialog)
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert dialog.notice.isVisible()
    assert page.editor.grid.lines.lines() == []


def test_pieces_are_typed_beside_the_weight_of_what_is_kept_in_both(desk, shop):
    shop.product("HAM", name="Ham", unit="kg", catch_unit="ham", price=20)
    page = begin(desk)
    grid = page.editor.grid
    at = [one.key for one in grid.lines.columns].index("pieces") + 1
    grid.add_product(shop.pid("TEA"), D(1))
    assert grid.header.isSectionHidden(at)
    grid.add_product(shop.pid("HAM"), D("21.5"))
    assert not grid.header.isSectionHidden(at)
    assert not grid.lines.may_edit(grid.lines.index(0, at))
    grid.lines.typed(1, "pieces", "2")
    assert [line.pieces for line in grid.commands()] == [None, D(2)]
