"""One cost for the whole shop: transfers move no value, each warehouse sells at one average."""

from collections.abc import Iterator
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.reports.integrity import check_balances, verify


@pytest.fixture(params=["average", "fifo", "specific"])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    shop = Shop.found(tmp_path / "whole.shop", valuation="shop")
    shop.product("TEA", costing=request.param)
    shop.warehouse("BACK")
    yield shop
    assert shop.work.read(verify).differences == []
    assert shop.work.read(check_balances).differences == []
    shop.work.close()


def costing(shop: Shop) -> str:
    return str(shop.value_of("SELECT costing FROM product WHERE sku = 'TEA'"))


def test_both_warehouses_sell_at_one_cost(shop: Shop) -> None:
    shop.receive("TEA", 10, 10, on=1)
    shop.receive("TEA", 10, 20, on=2, into="BACK")
    sold = shop.sell("TEA", 4, on=3)
    assert shop.cost_of(sold) == {"fifo": D("40.00")}.get(costing(shop), D("60.00"))
    assert shop.stock_value() == D("300.00") - shop.cost_of(sold)


def test_a_transfer_moves_no_value_and_the_value_stands_where_the_goods_are(shop: Shop) -> None:
    shop.receive("TEA", 10, 10, on=1)
    moved = shop.transfer("TEA", 4, "MAIN", "BACK", on=2)
    assert shop.cost_of(moved) == D(0)
    assert shop.stock_value("TEA", "MAIN") == D("60.00")
    assert shop.stock_value("TEA", "BACK") == D("40.00")
    shop.receive("TEA", 10, 20, on=1)  # typed late
    assert shop.stock_value() == D("300.00")
    with pytest.raises(errors.NotEnoughStock):
        shop.sell("TEA", 5, on=4, at="BACK")  # what is there counts, not what the shop has
    shop.count("TEA", 0, on=10)
    assert (shop.on_hand("TEA", "MAIN"), shop.on_hand("TEA", "BACK")) == (D(0), D(4))


def test_l1_an_empty_shelf_is_worth_nothing_also_when_another_is_short(shop: Shop) -> None:
    shop.product("CUP", negative="allow", costing=costing(shop))
    worth = lambda: [shop.stock_value("CUP", place) for place in ("MAIN", "BACK")]  # noqa: E731
    shop.receive("CUP", 5, 10, on=1)
    shop.sell("CUP", 5, on=2)
    shop.sell("CUP", 5, on=3, at="BACK")
    assert worth() == [D(0), D("-50.00")]
    shop.receive("CUP", 9, 10, on=4)
    assert worth() == [D("90.00"), D("-50.00")]  # a unit costs the same in both


def test_a_warehouse_whose_only_story_was_reversed_keeps_the_last_cost(shop: Shop) -> None:
    shop.reverse(shop.count("TEA", 0, on=2))
    shop.receive("TEA", 1, 0, on=3, into="BACK")
    assert shop.on_hand("TEA", "BACK") == D(1)


def test_the_last_unit_of_the_shop_takes_what_is_left(shop: Shop) -> None:
    shop.receive("TEA", 3, "3.333333", on=1)
    shop.transfer("TEA", 1, "MAIN", "BACK", on=2)
    first = shop.sell("TEA", 2, on=3)
    last = shop.sell("TEA", 1, on=4, at="BACK")
    assert shop.cost_of(first) + shop.cost_of(last) == D("10.00")
    assert (shop.on_hand(), shop.stock_value()) == (D(0), D(0))
    shop.reverse(last)
    assert (shop.on_hand("TEA", "BACK"), shop.stock_value("TEA", "BACK")) == (D(1), D("3.33"))
