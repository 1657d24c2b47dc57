"""Goods with serial numbers at the till: the sticker is scanned, the number stands on the sale."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from erp_desktop.reports import till_rows
from erp_desktop.services.records import record
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.till.return_page import ReturnPage
from erp_desktop.views.widgets.banner import Banner
from shop_pages import gift_shop, press, shown, type_into


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        shop.product("PHONE", name="Phone", price=900, costing="specific")
        shop.receive("PHONE", 3, 800, serials=["S1", "S2", "S3"])
        yield shop, office


@pytest.fixture
def till(qtbot, gifts):
    return shown(qtbot, TillPage(gifts[1]))


def banner_words(page):
    said = [one.sentence() for one in page.findChildren(Banner) if one.isVisible()]
    return " ".join(said)


def scan(till, *codes):
    for code in codes:
        type_into(till.scan.field, code)


def test_l18_each_sticker_is_one_piece_and_stands_on_the_sale(till, gifts):
    shop, _ = gifts
    scan(till, "S2", "S2", "S3")  # one of them was scanned twice
    (line,) = till.card.view.lines.lines()
    assert line["quantity"] == D(2)
    press(till, Qt.Key.Key_F12)
    sale = shop.work.read(record, shop.work.read(till_rows.last_sale).id)
    assert [(row.sku, row.quantity) for row in sale.lines] == [("PHONE", 2_000_000)]
    assert shop.on_hand("PHONE") == D(1)
    left = "SELECT l.code FROM stock_detail d JOIN lot l ON l.id = d.lot_id WHERE d.on_hand > 0"
    assert shop.value_of(left) == "S1"


def test_the_sticker_names_the_piece_that_was_scanned_by_its_product(till, gifts):
    shop, _ = gifts
    scan(till, "PHONE", "S1")
    (line,) = till.card.view.lines.lines()
    assert line["quantity"] == D(1)
    press(till, Qt.Key.Key_F12)
    assert shop.on_hand("PHONE") == D(2)


def test_l18_a_piece_comes_back_by_its_sticker(qtbot, till, gifts):
    shop, office = gifts
    scan(till, "S2", "S3")
    press(till, Qt.Key.Key_F12)
    page = shown(qtbot, ReturnPage(office, shop.work.read(till_rows.last_sale).id))
    for code in ("S3", "S3"):
        page.scan_back(code)
    page.give.click()
    assert banner_words(page) == ""
    assert shop.on_hand("PHONE") == D(2)
    back = "SELECT d.on_hand FROM stock_detail d JOIN lot l ON l.id = d.lot_id WHERE l.code = 'S3'"
    assert shop.value_of(back) == 1_000_000
