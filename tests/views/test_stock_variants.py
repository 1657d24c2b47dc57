"""Sizes and colours in one grid, and pieces beside the weight, on the papers of the stock."""

import pytest

from builders import D, day
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, make_variants
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.services.trade import TradeLine
from erp_desktop.views.catalogue.matrix_dialog import MatrixDialog
from erp_desktop.views.stock.count_page import CountPage
from erp_desktop.views.stock.papers import TransferPage
from erp_desktop.views.widgets.finder import Found
from shop_pages import gift_shop, shown, type_into


@pytest.fixture
def wardrobe(dressed, tmp_path):
    """The gift shop with shirts in two colours and two sizes, and ham by the kilogram."""
    with gift_shop(tmp_path) as (shop, office):
        shop.product("SHIRT", name="Shirt", price=20)
        axes = [Axis("Colour", ("Red", "Blue")), Axis("Size", ("S", "M"))]
        shop.work.run(make_variants, MakeVariants("SHIRT", axes))
        for sku in ("SHIRT-Red-S", "SHIRT-Blue-M"):
            shop.opening(sku, 9, 5)
        shop.product("HAM", name="Ham", unit="kg", catch_unit="ham", price=20)
        line = TradeLine(shop.pid("HAM"), D(110), D(8), pieces=D(5))
        shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(2)))
        yield shop, office


def write(page, cells):
    """Type quantities into the grid of variants: (row, column) and how many."""
    dialog = next(one for one in page.findChildren(MatrixDialog) if one.isVisible())
    for (row, key), much in cells.items():
        dialog.grid.lines.typed(row, key, much)
    dialog.confirm()


def test_variants_are_transferred_from_their_grid(wardrobe, qtbot):
    shop, office = wardrobe
    page = shown(qtbot, TransferPage(office))
    type_into(page.scan.field, "SHIRT")
    write(page, {(0, "v0"): "2", (1, "v1"): "3"})
    lines = {line["sku"]: line["quantity"] for line in page.grid.lines.lines()}
    assert lines == {"SHIRT-Red-S": D(2), "SHIRT-Blue-M": D(3)}
    found = next(one for one in page.find_goods("shirt") if one.title == "Shirt")
    page.grid.pick(2, Found(found.key, found.title))  # also by its name
    write(page, {(0, "v0"): "1"})
    page.post()
    assert shop.on_hand("SHIRT-Red-S", "BACK") == D(3)


def test_variants_are_counted_from_their_grid(wardrobe, qtbot):
    shop, office = wardrobe
    page = shown(qtbot, CountPage(office, shop.work.run(open_count, OpenCount())))
    type_into(page.board.scan.field, "SHIRT")
    write(page, {(0, "v0"): "8", (1, "v1"): "9"})
    counted = {row.sku: row.counted for row in page.rows.values() if row.counted is not None}
    assert counted == {"SHIRT-Red-S": D(8), "SHIRT-Blue-M": D(9)}


def test_pieces_are_written_beside_the_weight(wardrobe, qtbot):
    shop, office = wardrobe
    page = shown(qtbot, TransferPage(office))
    keys = [column.key for column in page.grid.lines.columns]
    at = keys.index("pieces") + 1
    page.put(shop.pid("22423"), D(1))
    assert page.grid.header.isSectionHidden(at)
    page.put(shop.pid("HAM"), D(43))
    assert not page.grid.header.isSectionHidden(at)
    assert page.grid.lines.closed == {(0, "pieces")}
    page.grid.lines.typed(1, "pieces", "2")
    page.post()
    there = shop.value_of(
        "SELECT SUM(pieces) FROM stock_detail WHERE location_id = ?", shop.wid("BACK")
    )
    assert int(there) == 2_000_000
