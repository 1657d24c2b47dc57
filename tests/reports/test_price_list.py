"""The price list: every product and unit, at retail and on each level."""

from decimal import Decimal as D

import pytest

from builders import Shop
from erp_desktop.reports.registry import REPORTS, ReportAsk
from erp_desktop.services.catalogue.levels import NamedPrice, SaveLevel, put_price, save_level
from erp_desktop.services.catalogue.units import SaveUnit


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "list.shop")
    shop.product("TEA", name="Tea", price="28", unit="box", units=[SaveUnit("case", D(12))])
    shop.product("CUP", name="Cup", price="6", unit="pcs")
    shop.product("OLD", name="Old", price="6", active=False)
    yield shop
    shop.work.close()


def listed(shop, **ask):
    return shop.work.read(REPORTS["price-list"].answer, ReportAsk(**ask))


def test_each_level_has_a_column_and_each_quantity_a_row(shop):
    member = shop.work.run(save_level, SaveLevel("Member", D(94)))
    whole = shop.work.run(save_level, SaveLevel("Wholesale A"))
    shop.work.run(put_price, shop.pid("TEA"), NamedPrice(D(24), whole, minimum=D(10)))
    shop.work.run(put_price, shop.pid("TEA"), NamedPrice(D(300), member, unit="case"))
    table = listed(shop)
    assert [column.title for column in table.columns][-3:] == [
        "Retail price", "Member", "Wholesale A",
    ]  # fmt: skip
    assert [(row[0], *row[3:]) for row in table.rows] == [
        ("CUP", "pcs", None, 6, D("5.64"), None),
        ("TEA", "box", None, 28, D("26.32"), None),
        ("TEA", "box", 10, None, None, 24),
        ("TEA", "case", None, 336, 300, None),
    ]
    assert [row[0] for row in listed(shop, sku="CUP").rows] == ["CUP"]


def test_without_levels_it_is_the_retail_list(shop):
    assert [row[-1] for row in listed(shop).rows] == [6, 28, 336]
