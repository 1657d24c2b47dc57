"""The recall letter: one a customer, the reason once, and never mistaken for a real one."""

from pathlib import Path

import pytest

from builders import D, Shop, day
from erp_desktop.core import clock
from erp_desktop.documents import registry
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.trade import TradeLine

from . import reading


@pytest.fixture(params=["en", "zh_CN"])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Shop:
    clock.set_now(lambda: day(20, 12))
    shop = Shop.found(tmp_path / "own.shop", language=request.param)
    shop.product("MILK", name="Milk", track="lot")
    line = TradeLine(shop.pid("MILK"), D(9), D(1), lot="L1")
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(2)))
    shop.issue(shop.sales_order("MILK", 4, 2, on=3), "MILK", 4, on=4)
    yield shop
    clock.set_now(None)


def letters(shop: Shop) -> str:
    lot = shop.value_of("SELECT id FROM lot")
    pdf = shop.work.read(registry.recall_letters_for, [lot], reason="smells")
    return reading.words(pdf)


def test_the_letter_says_what_to_do_with_what(shop: Shop) -> None:
    words = letters(shop)
    for wanted in ("Zhou trading", "MILK", "L1", "4"):
        assert wanted in words
    assert words.count("smells") == 1
    assert "Practice" not in words
    assert "练习" not in words


def test_a_letter_of_the_practice_shop_says_so(shop: Shop) -> None:
    shop.work.run(lambda books: books.put_setting("practice", "1"))
    words = letters(shop)
    assert "Practice" in words or "练习" in words


def test_for_those_who_bought_it_at_the_till_a_page_is_hung_up(shop: Shop) -> None:
    shop.sell("MILK", 3, 2, on=5, lot="L1")
    words = letters(shop)
    assert "Zhou trading" in words
    everybody = {"en": "Everybody who bought", "zh_CN": "各位顾客"}
    assert any(one in words for one in everybody.values())


def test_goods_that_nobody_known_bought_are_recalled_too(shop: Shop) -> None:
    shop.receive("MILK", 2, 1, on=5, lot="L2")
    shop.sell("MILK", 2, 2, on=6, lot="L2")
    lot = shop.value_of("SELECT id FROM lot WHERE code = 'L2'")
    words = reading.words(shop.work.read(registry.recall_letters_for, [lot], reason="smells"))
    assert "L2" in words
    assert "Zhou trading" not in words
