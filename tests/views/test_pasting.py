"""A clerk copies rows in a spreadsheet and pastes them into a document."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.services.catalogue.matching import match_products
from erp_desktop.views.cards.mini_table import MiniTable
from erp_desktop.views.stock.papers import OpeningPage
from shop_pages import shown
from views.trade_desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11, 46))
    shop = Shop.found(tmp_path / "shop.db", prices_include_tax=False)
    shop.product("TEA", name="明前龙井", price=20, purchase_price=8, barcodes=["0012345678905"])
    shop.product("CUP", name="White cup", price=5, purchase_price=2)
    shop.product("FIT", name="Fitting", price=9, kind="service")
    shop.receive("TEA", 20, 8, on=1)
    return shop


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


def paste(desk, text):
    QGuiApplication.clipboard().setText(text)
    desk.page().grid.setFocus()
    desk.key(Qt.Key.Key_V, CONTROL)


def lines(desk):
    return [
        (line["sku"], line["quantity"], line["price"]) for line in desk.page().grid.lines.lines()
    ]


def test_rows_come_in_as_one_step(desk, shop):
    desk.open("purchase_order")
    desk.scan("CUP")
    paste(desk, "货号\t数量\t单价\nTEA\t3\t7.50\nCUP\t12\t")
    assert lines(desk) == [
        ("CUP", D(1), D("2.00")), ("TEA", D(3), D("7.50")), ("CUP", D(12), D("2.00")),
    ]  # fmt: skip
    assert desk.toasts[-1] == "2 rows pasted"
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert lines(desk) == [("CUP", D(1), D("2.00"))]


def test_nothing_is_half_pasted(desk, shop):
    desk.open("purchase_order")
    paste(desk, "TEA\t3\t7.50\nNOPE\t1\t1\nFIT\t1\t1\nCUP\tx\t2")
    assert lines(desk) == []
    dialog = desk.dialog()
    assert dialog.windowTitle() == "3 of 4 rows cannot be pasted"
    told = dialog.findChild(MiniTable).accessibleDescription()
    for words in ("No product is called “NOPE”", "Fitting is a service", "“x” is no number"):
        assert words in told
    dialog.verb.click()
    assert lines(desk) == [("TEA", D(3), D("7.50"))]


def test_pasting_nothing_leaves_all_as_it_was(desk, shop):
    desk.open("sales_order")
    paste(desk, "TEA\t3\nNOPE\t1")
    desk.dialog().cancel.click()
    assert lines(desk) == []


def test_what_arrived_is_pasted_into_the_order(desk, shop):
    order = shop.order("TEA", 10, 8)
    desk.open("purchase_order", order.id)
    paste(desk, "TEA\t6")
    assert desk.cell(0, "now") == D(6)


def test_a_bill_knows_only_what_arrived(desk, shop):
    order = shop.order("TEA", 10, 8)
    shop.receive("TEA", 6, of=order, on=2)
    desk.open("purchase_order", order.id)
    desk.press("Enter bill")
    paste(desk, "TEA\t5\t8.20\nCUP\t1\t2")
    assert desk.dialog().windowTitle() == "1 of 2 rows cannot be pasted"
    desk.dialog().verb.click()
    assert (desk.cell(0, "now"), desk.cell(0, "price")) == (D(5), D("8.20"))


def test_opening_stock_takes_its_cost(desk, shop, qtbot):
    page = shown(qtbot, OpeningPage(desk.office))
    page.grid.pasted.emit("Name\tOn hand\tCost\nWhite cup\t7\t1.90")
    page.grid.pasted.emit("条码\t数量\t成本价\n12345678905\t3\t8")
    assert [(one["sku"], one["quantity"], one["cost"]) for one in page.grid.lines.lines()] == [
        ("CUP", D(1), D("1.90")), ("TEA", D(3), D(8)),
    ]  # fmt: skip


def test_products_are_known_by_code_barcode_and_name(shop):
    asked = ["tea", "12345678905", "明前龙井", "white CUP", "no such"]
    found = shop.work.read(match_products, asked)
    assert {text: [one.sku for one in some] for text, some in found.items() if text} == {
        "tea": ["TEA"], "12345678905": ["TEA"], "明前龙井": ["TEA"], "white CUP": ["CUP"],
    }  # fmt: skip
