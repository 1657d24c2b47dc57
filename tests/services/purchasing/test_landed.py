"""Freight, customs and packing become part of what the goods cost, also after some were sold."""

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.finance.landed import (
    AddLandedCost,
    Cost,
    add_landed_cost,
    preview_landed_cost,
    shares_of,
)
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.records import record
from erp_desktop.services.trade import TradeLine


def three_lines(shop: Shop) -> Posted:
    """A receipt of 3, 3 and 1 pieces, worth 700.00, 200.00 and 100.00 (LEDGER L-30)."""
    lines = []
    for sku, qty, value in (("A", 3, 700), ("B", 3, 200), ("C", 1, 100)):
        shop.product(sku)
        price = (D(value) / qty).quantize(D("0.000001"))
        lines.append(TradeLine(shop.pid(sku), D(qty), price))
    return shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(1)))


def shares(shop: Shop, receipt: Posted, by: str) -> list[str]:
    command = AddLandedCost([receipt.id], [Cost(D(100), by)])
    return [f"{share.total:f}" for share in shop.work.read(shares_of, command)]


def weigh(shop: Shop, **weights: str) -> None:
    for sku, weight in weights.items():
        shop.work.run(save_product, SaveProduct(sku, weight=D(weight), volume=D(weight) * 2))


def test_l30_shares_are_exact_whatever_they_go_by(shop: Shop) -> None:
    receipt = three_lines(shop)
    assert shares(shop, receipt, "value") == ["70.00", "20.00", "10.00"]
    assert shares(shop, receipt, "quantity") == ["42.86", "42.86", "14.28"]
    weigh(shop, A="1", B="2", C="1")
    assert shares(shop, receipt, "weight") == ["30.00", "60.00", "10.00"]
    assert shares(shop, receipt, "volume") == ["30.00", "60.00", "10.00"]


def test_what_has_no_weight_cannot_carry_freight_by_weight(shop: Shop) -> None:
    receipt = three_lines(shop)
    weigh(shop, A="1", C="1")
    with pytest.raises(errors.MeasureMissing) as refused:
        shares(shop, receipt, "weight")
    assert refused.value.facts == {"sku": "B", "measure": "weight"}


def test_several_costs_over_several_receipts_on_one_document(shop: Shop) -> None:
    first = shop.receive("TEA", 10, 10, on=1)
    second = shop.receive("TEA", 10, 30, on=2)
    costs = [Cost(D(40), "value", "freight", D(9)), Cost(D(10), "quantity", "packing")]
    posted = shop.work.run(
        add_landed_cost,
        AddLandedCost([first.id, second.id], costs, at=day(5), supplier_id=shop.supplier),
    )
    assert shop.stock_value() == D("450.00")
    assert (shop.cost_of(first), shop.cost_of(second)) == (D("115.00"), D("335.00"))
    assert shop.account("payable") == D("-53.60")  # with 9 % tax on the freight alone
    assert shop.account("input_tax") == D("3.60")
    assert shop.account("landed") == D(0)
    lines = shop.work.read(record, posted.id).lines
    assert sum(line.tax for line in lines) == 36_000
    shop.reverse(posted)
    assert (shop.stock_value(), shop.account("payable")) == (D("400.00"), D(0))
    assert shop.account("input_tax") == D(0)


def test_l29_freight_after_a_sale_takes_its_share_to_cost_of_sales(shop: Shop) -> None:
    first = shop.receive("TEA", 5, 10, on=1)
    shop.receive("TEA", 5, 12, on=2)
    shop.sell("TEA", 1, on=3)
    preview = shop.work.try_out(preview_landed_cost, AddLandedCost([first.id], [Cost(D(10))]))
    assert (preview.to_stock, preview.to_sales, preview.elsewhere) == (D(9), D(1), D(0))
    assert shop.cost_of_sales() == D("11.00")  # a preview changes nothing
    shop.landed(first, 10)
    assert shop.cost_of_sales() == D("12.00")
    assert (shop.on_hand(), shop.stock_value()) == (D(9), D("108.00"))


def test_l31_two_costs_one_after_the_other(shop: Shop) -> None:
    receipt = shop.receive("TEA", 10, 100, on=1)
    shop.landed(receipt, 100)
    shop.landed(receipt, 50)
    assert shop.stock_value() == D("1150.00")


def test_gifts_carry_no_freight_by_value_but_their_share_by_quantity(shop: Shop) -> None:
    paid = TradeLine(shop.pid("TEA"), D(8), D(10))
    free = TradeLine(shop.pid("TEA"), D(2), D(0))
    receipt = shop.work.run(
        receive_goods, ReceiveGoods(shop.supplier, lines=[paid, free], at=day(1))
    )
    assert shares(shop, receipt, "value") == ["100.00", "0.00"]
    assert shares(shop, receipt, "quantity") == ["80.00", "20.00"]


@pytest.mark.parametrize(
    ("cost", "refusal"),
    [
        (Cost(D(0)), errors.NotPositive),
        (Cost(D(1), "colour"), errors.NotAmong),
        (Cost(D(1), rate=D(-1)), errors.NotPositive),
    ],
)
def test_a_cost_that_makes_no_sense_is_refused(
    shop: Shop, cost: Cost, refusal: type[errors.RuleBroken]
) -> None:
    receipt = shop.receive("TEA", 1, 1)
    with pytest.raises(refusal):
        shop.work.run(add_landed_cost, AddLandedCost([receipt.id], [cost]))
    with pytest.raises(errors.NothingToPost):
        shop.work.run(add_landed_cost, AddLandedCost([receipt.id], []))


def test_the_preview_says_what_each_product_gets_and_what_is_sold(shop: Shop) -> None:
    """Tea in two receipts, half of it sold, some made into a set: what is gone takes its part."""
    for sku in ("CUP", "SET"):
        shop.product(sku)
    first, second = shop.receive("TEA", 10, 10, on=1), shop.receive("TEA", 10, 10, on=2)
    cups = shop.receive("CUP", 10, 30, on=2)
    shop.sell("TEA", 5, on=3)
    shop.assemble({"SET": 1}, {"TEA": 5}, on=4)
    costs = [Cost(D(40)), Cost(D(6), "quantity", "insurance")]
    command = AddLandedCost([first.id, second.id, cups.id], costs)
    preview = shop.work.try_out(preview_landed_cost, command)
    tea, cup = preview.products
    assert (tea.sku, tea.receipts, tea.quantity, tea.value) == (
        "TEA", (first.number, second.number), D(20), D(200)
    )  # fmt: skip
    assert (tea.shares, tea.stays, tea.gone) == ((D(16), D(4)), D(10), D(10))
    assert (cup.shares, cup.stays, cup.gone) == ((D(24), D(2)), D(26), D(0))
    assert (preview.to_stock, preview.to_sales) == (D(41), D(5))  # the set lies in the stock too
    assert shop.stock_value("TEA") == D(100)  # nothing was posted
