"""Labels of the shop's own: turned bars that scan, lots and serial numbers, pictures."""

from io import BytesIO

import pytest

from builders import D, Shop, day
from erp_desktop.core.label_design import Design, Element, Part, Source, from_json, to_json
from erp_desktop.documents import registry
from erp_desktop.documents.designed_label import draw
from erp_desktop.documents.gather_shelf import designed
from erp_desktop.printing import preview
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.shop.label_designs import save_design
from erp_desktop.services.shop.pictures import put_picture
from erp_desktop.services.stock.bins import MakeBins, make_bins
from erp_desktop.services.stock.places import main_warehouse
from erp_desktop.services.trade import TradeLine

CODE = "6901234567892"


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "own.shop", name="Hearth & Lantern", currency="GBP")
    shop.product("TEA", name="Green tea", barcodes=[CODE], price="28.90", track="lot",
                 supplier_id=shop.supplier)  # fmt: skip
    shop.product("LAMP", name="Lamp", price="48", track="serial")
    yield shop
    shop.work.close()


def came(shop, sku, qty, on, **facts):
    line = TradeLine(shop.pid(sku), D(qty), D(1), **facts)
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(on)))


def said(*sources):
    return Design("Own", 500, 300, tuple(
        Element(Part.TEXT, 20, 20 + 40 * at, 400, 40, one) for at, one in enumerate(sources)
    ))  # fmt: skip


def labels(shop, sku, count, *sources):
    design = said(*sources)
    return shop.work.read(designed, [(shop.pid(sku), count)], design).labels


def test_a_design_kept_before_there_were_turns_opens_still():
    kept = to_json(Design("Old", 500, 300, (Element(Part.TEXT, 0, 0, 100, 40),)))
    old = kept.replace(', "turn": 0', "")
    assert old != kept
    assert from_json(old).elements[0].turn == 0


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_bars_stand_in_their_box_and_scan(shop, turn):
    import zxingcpp

    came(shop, "TEA", 5, 2, lot="A1")
    wide, high = (340, 120) if turn in {0, 180} else (120, 340)
    bars = Element(Part.BARCODE, 60, 60, wide, high, Source.BARCODE, turn=turn)
    shop.work.run(save_design, Design("Own", 460, 460, (bars,)))
    pdf = shop.work.read(registry.labels_for, [(shop.pid("TEA"), 1)], size="own:Own")
    page = preview.grey_pages(pdf, 8)[0]
    seen = memoryview(page.pixels).cast("B", shape=[page.high, page.wide])
    (found,) = zxingcpp.read_barcodes(seen)
    assert found.text == CODE
    dark = [
        (x / 8, y / 8)
        for y in range(page.high)
        for x in range(page.wide)
        if page.pixels[y * page.wide + x] < 128
    ]
    edge = 0.3  # millimetres: letters and dots may stand that far over
    assert 6 - edge <= min(x for x, _ in dark)
    assert max(x for x, _ in dark) <= 6 + wide / 10 + edge
    assert 6 - edge <= min(y for _, y in dark)
    assert max(y for _, y in dark) <= 6 + high / 10 + edge


def test_the_lot_that_came_last_stands_on_the_label(shop):
    came(shop, "TEA", 5, 2, lot="A1", expires_on=20260301)
    came(shop, "TEA", 5, 3, lot="B2", expires_on=20260401)
    (label,) = labels(shop, "TEA", 4, Source.LOT, Source.EXPIRES, Source.SUPPLIER)
    assert (label.lot, label.expires, label.copies) == ("B2", "1 Apr 2026", 4)
    assert label.supplier == "Acme Ltd"


def test_each_label_says_another_serial_number(shop):
    came(shop, "LAMP", 3, 2, serials=("S1", "S2", "S3"))
    made = labels(shop, "LAMP", 2, Source.LOT)
    assert [(one.lot, one.copies) for one in made] == [("S2", 1), ("S3", 1)]
    made = labels(shop, "LAMP", 5, Source.LOT)
    assert [(one.lot, one.copies) for one in made] == [("S1", 1), ("S2", 1), ("S3", 1), ("", 2)]


def test_the_shelf_stands_on_the_label(shop):
    house = shop.work.read(main_warehouse)
    first, _ = shop.work.run(make_bins, MakeBins(house, "A-", 1, 2))
    came(shop, "TEA", 5, 2, lot="A1", bin_id=first)
    (label,) = labels(shop, "TEA", 1, Source.SHELF)
    assert label.shelf == "A-01"


def test_the_shops_mark_is_drawn_on_white(shop):
    from PIL import Image

    mark = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(mark, "PNG")
    shop.work.run(put_picture, "shop", mark.getvalue())
    came(shop, "TEA", 1, 2, lot="A1")
    design = Design("Own", 300, 200, (Element(Part.PICTURE, 50, 50, 100, 100, Source.SHOP),))
    pdf = draw(shop.work.read(designed, [(shop.pid("TEA"), 1)], design))
    page = preview.grey_pages(pdf, 8)[0]
    assert min(page.pixels) > 200
