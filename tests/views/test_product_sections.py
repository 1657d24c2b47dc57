"""The form and the page of a product in depth: units, kits, variants, merging, assembling."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from builders import D
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.products import SaveProduct, by_sku, save_product
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.units import units_of
from erp_desktop.views.widgets.finder import Found


def pid(counter, sku):
    return counter.read(by_sku, sku).id


def dialog():
    QApplication.processEvents()
    return QApplication.activeModalWidget()


def confirm(qtbot, form):
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_a_case_with_its_price_and_code_is_written_on_the_form(counter):
    form = counter.page("product_form", pid(counter, "TEA"))
    units = form.fields.units
    for key, typed in (("unit", "case"), ("holds", "24"), ("price", "600"), ("codes", "169, 170")):
        units.lines.typed(0, key, typed)
    assert units.lines.rowCount() == 2  # a line for the next one
    form.fields.purchase_unit.choose("case")
    counter.click("Save", form)
    card = counter.seen()
    case = counter.read(units_of, [card.card.id])[card.card.id]["case"]
    assert (case.factor, case.price) == (24_000_000, 600_000_000)
    assert counter.read(by_code, "170").unit == "case"
    assert card.card.details.purchase_unit == "case"
    words = [[cell.words for cell in row.cells] for row in card.codes.table.rows()]
    assert ["case", "24", "169", "600.00"] in words


def test_a_unit_twice_is_said_at_the_units(counter):
    form = counter.page("product_form", pid(counter, "TEA"))
    for row in (0, 1):
        form.fields.units.lines.typed(row, "unit", "case")
        form.fields.units.lines.typed(row, "holds", "24")
    counter.click("Save", form)
    assert counter.seen() is form
    assert "case" in form.fields.labelled["factor"]._refusal.text()


def test_delete_takes_a_unit_away(counter, qtbot):
    form = counter.page("product_form", pid(counter, "TEA"))
    units = form.fields.units
    units.lines.typed(0, "unit", "case")
    units.choose(0)
    units.setFocus()
    qtbot.keyClick(units, Qt.Key.Key_Delete)
    assert units.units() == []


def test_a_kit_is_put_together_from_goods(counter):
    form = counter.page("product_form")
    form.name.setText("Tea for two")
    form.sku.setText("SET")
    form.fields.kind.choose("kit")
    assert not form._stock.isVisible()
    for sku in ("TEA", "CUP"):
        form.fields.parts.add_found(Found(pid(counter, sku), sku))
    form.fields.parts.lines.typed(1, "quantity", "2")
    counter.click("Save", form)
    card = counter.seen()
    assert card.card.available == 17  # 18 teas, 35 cups
    figures = {one.title: one.figure for one in card.strip.figures()}
    assert figures["Available"] == "17"
    assert card.parts.table.rows()[-1].cells[3].words == "17"
    assert not card.cost.isVisible()


def test_planning_and_tracking_are_kept(counter):
    form = counter.page("product_form", pid(counter, "CUP"))
    has = form.fields
    has.safety.set_value(Decimal(5))
    has.target.set_value(Decimal(60))
    has.lead_days.set_value(Decimal(7))
    has.shelf_days.set_value(Decimal(365))
    has.abc.choose("B")
    has.weight.set_value(Decimal("0.25"))
    has.dynamic.setChecked(True)
    counter.click("Save", form)
    more = counter.seen().card.details
    assert (more.safety, more.target, more.lead_days, more.shelf_days) == (5, 60, 7, 365)
    assert (more.abc, more.weight, more.dynamic_minimum) == ("B", D("0.25"), True)
    form = counter.page("product_form", pid(counter, "CUP"))
    form.fields.target.clear()
    form.fields.lead_days.clear()
    counter.click("Save", form)
    more = counter.seen().card.details
    assert (more.target, more.lead_days) == (None, None)


def test_half_a_day_is_no_lead_time(counter):
    form = counter.page("product_form", pid(counter, "CUP"))
    form.fields.lead_days.setText("1.5")
    counter.click("Save", form)
    assert counter.seen() is form
    assert form.fields.labelled["lead_days"]._refusal.text()


def test_variants_are_made_from_the_page(counter, qtbot):
    counter.office.do(save_product, SaveProduct("SHIRT", name="Shirt", price=D(20)))
    card = counter.page("product", pid(counter, "SHIRT"))
    card.make_variants()
    form = dialog()
    form.axes[0][1].setText("S, M")
    form.axes[1][1].setText("Red；Blue")
    confirm(qtbot, form)
    assert counter.read(by_sku, "SHIRT-M-Blue").price == 20_000_000
    card.load()
    assert card.variants.grid.lines.rowCount() == 2
    variant = counter.page("product", pid(counter, "SHIRT-S-Red"))
    assert "Shirt" in variant.facts.text()


def test_what_makes_no_variants_is_said_in_the_form(counter, qtbot):
    counter.office.do(save_product, SaveProduct("SHIRT", name="Shirt"))
    card = counter.page("product", pid(counter, "SHIRT"))
    card.make_variants()
    form = dialog()
    confirm(qtbot, form)
    assert form.notice.isVisible()


def test_a_product_is_merged_into_another_and_that_one_is_seen(counter, qtbot):
    card = counter.page("product", pid(counter, "CUP"))
    card.merge()
    form = dialog()
    confirm(qtbot, form)
    assert form.notice.sentence() == "Choose the product that stays."
    form.into.set_value(Found(pid(counter, "TEA"), "Green tea"))
    confirm(qtbot, form)
    assert counter.seen().card.sku == "TEA"
    assert counter.seen().card.on_hand == 53
    assert not counter.value("SELECT active FROM product WHERE sku = 'CUP'")
    counter.click("White cup (CUP)", counter.seen().merged)  # the way back …
    old = counter.seen()
    assert old.card.sku == "CUP"
    assert [link.text() for link in old.merged.links] == ["Green tea 250 g (TEA)"]
    counter.click("Green tea 250 g (TEA)", old.merged)  # … and on again
    assert counter.seen().card.sku == "TEA"


def test_a_product_is_counted_in_a_smaller_unit(counter, qtbot):
    card = counter.page("product", pid(counter, "TEA"))
    card.change_unit()
    form = dialog()
    form.unit.setText("bag")
    form.factor.set_value(Decimal(20))
    confirm(qtbot, form)
    seen = counter.seen().card
    assert (seen.sku, seen.unit, seen.on_hand) == ("TEA", "bag", 360)


def test_another_costing_is_a_posted_change(counter, qtbot):
    card = counter.page("product", pid(counter, "TEA"))
    card.change_costing()
    form = dialog()
    form.method.choose("fifo")
    confirm(qtbot, form)
    assert counter.value("SELECT count(*) FROM document WHERE kind = 'costing_change'") == 1
    assert counter.read(by_sku, "TEA").costing == "fifo"


def test_an_assembly_is_filled_from_the_recipe_and_says_what_it_costs(counter):
    counter.office.do(
        save_product,
        SaveProduct("SET", name="Tea set", parts=[SavePart("TEA", D(1)), SavePart("CUP", D(4))]),
    )
    card = counter.page("product", pid(counter, "SET"))
    card.assemble()
    page = counter.seen()
    page.made.setText("2")
    page.made.textEdited.emit("2")
    lines = {line["sku"]: line["quantity"] for line in page.grid.lines.lines()}
    assert lines == {"TEA": 2, "CUP": 8}
    page.work.setText("6")
    page.work.textEdited.emit("6")
    assert page.totals.accessibleName().endswith("Each 21.00, Total cost £42.00")
    counter.click("Assemble", page)
    shown = counter.seen()
    signed = {line["sku"]: line["quantity"] for line in shown.grid.lines.lines()}
    assert signed == {"TEA": -2, "CUP": -8, "SET": 2}
    said = shown.totals.accessibleName()
    assert said == "Went in 36.00, Labour 6.00, Came out £42.00"
    assert counter.value(
        "SELECT b.value FROM stock_balance b JOIN product p ON p.id = b.product_id "
        "WHERE p.sku = 'SET'"
    ) == 420_000  # fmt: skip


def test_taking_apart_shares_the_value_over_the_parts(counter):
    counter.office.do(save_product, SaveProduct("PACK", parts=[SavePart("CUP", D(6))]))
    page = counter.page("assembly", {"product": pid(counter, "TEA"), "apart": True})
    page.put(pid(counter, "CUP"), D(3))
    counter.click("Take apart", page)
    shown = counter.seen()
    worth = {line["sku"]: line["worth"] for line in shown.grid.lines.lines()}
    assert worth == {"TEA": D("-10.00"), "CUP": D("10.00")}


def test_too_few_parts_are_said_under_their_line(counter):
    counter.office.do(save_product, SaveProduct("SET", parts=[SavePart("TEA", D(99))]))
    page = counter.page("assembly", {"product": pid(counter, "SET")})
    counter.click("Assemble", page)
    assert page.grid.refused_rows() == [0]
