"""Landed costs and payments on paper: every share, every document that the money settles."""

from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.documents import registry
from erp_desktop.services.finance.landed import AddLandedCost, Cost, add_landed_cost

from . import reading


@pytest.fixture(params=["en", "zh_CN"])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Shop:
    clock.set_now(lambda: day(20, 12))
    shop = Shop.found(tmp_path / "own.shop", language=request.param)
    shop.product("TEA", name="Green tea")
    shop.product("CUP", name="White cup")
    yield shop
    clock.set_now(None)


def said(shop: Shop, kind: str, document: int) -> str:
    return reading.words(shop.work.read(registry.paper_for, kind, document))


def spoken(shop: Shop, english: str, chinese: str) -> str:
    return (
        chinese if shop.work.read(lambda books: books.setting("language")) == "zh_CN" else english
    )


def test_a_landed_cost_says_what_each_line_got(shop: Shop) -> None:
    tea = shop.receive("TEA", 10, 10, on=1)
    cup = shop.receive("CUP", 10, 30, on=2)
    costs = [Cost(D(40), "value", "freight", D(10)), Cost(D(6), "quantity", "Insurance")]
    posted = shop.work.run(
        add_landed_cost, AddLandedCost([tea.id, cup.id], costs, supplier_id=shop.supplier)
    )
    words = said(shop, "landed-cost", posted.id)
    for wanted in (
        spoken(shop, "Landed cost", "采购费用分摊单"), posted.number, tea.number, cup.number,
        "Acme Ltd", spoken(shop, "Freight", "运费"), "Insurance", "10.00", "30.00", "3.00",
        "46.00", "4.00", "50.00",
    ):  # fmt: skip
        assert wanted in words, wanted


def test_a_payment_says_what_it_settles_and_what_is_kept(shop: Shop) -> None:
    first = shop.bill(shop.receive("TEA", 2, 10, on=1), on=3)
    second = shop.bill(shop.receive("TEA", 3, 10, on=2), on=4)
    paid = shop.pay(60, incoming=False, on=5)
    words = said(shop, "payment-made", paid.id)
    for wanted in (
        spoken(shop, "Payment made", "付款单"), first.number, second.number, "20.00", "30.00",
        spoken(shop, "Advance", "预收款"), "10.00", "60.00",
    ):  # fmt: skip
        assert wanted in words, wanted


def test_money_that_comes_in_has_its_paper_too(shop: Shop) -> None:
    shop.receive("TEA", 9, 10, on=1)
    issued = shop.issue(shop.sales_order("TEA", 2, 20, on=2), "TEA", 2, on=3)
    invoice = shop.invoice(issued, on=4)
    got = shop.pay(40, invoice, on=5)
    assert shop.work.read(registry.papers_of, got.id) == ["payment-received"]
    words = said(shop, "payment-received", got.id)
    assert invoice.number in words
    assert spoken(shop, "Received from", "付款单位") in words
