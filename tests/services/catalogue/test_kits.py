"""Sold as one, stocked as parts: kits (套装), from the order to the return."""

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.trade import TradeLine


@pytest.fixture
def gift(shop: Shop) -> Shop:
    """A shop that sells a gift box: two teas and a cup, 50.00 together."""
    shop.product("CUP")
    shop.receive("TEA", 20, at=10)
    shop.receive("CUP", 5, at=6)
    shop.product("GIFT", kind="kit", price=50, parts=[SavePart("TEA", D(2)), SavePart("CUP", D(1))])
    return shop


def test_selling_a_kit_takes_its_parts_off_the_shelf(gift: Shop) -> None:
    sold = gift.sell("GIFT", 2, 50)
    assert (gift.on_hand("TEA"), gift.on_hand("CUP")) == (16, 3)
    assert gift.cost_of(sold) == 52
    assert list(gift.lines_of(sold)) == ["GIFT"]
    assert gift.account("sales") == -100


def test_a_kit_runs_out_with_its_scarcest_part(gift: Shop) -> None:
    with pytest.raises(errors.NotEnoughStock, match="CUP"):
        gift.sell("GIFT", 6, 50)
    assert gift.on_hand("TEA") == 20


def test_an_order_promises_the_parts_and_the_delivery_keeps_it(gift: Shop) -> None:
    ordered = gift.sales_order("GIFT", 3, 50)
    assert (gift.reserved("TEA"), gift.reserved("CUP"), gift.reserved("GIFT")) == (6, 3, 0)
    gift.issue(ordered, "GIFT", 1)
    assert (gift.reserved("TEA"), gift.reserved("CUP")) == (4, 2)
    assert (gift.on_hand("TEA"), gift.on_hand("CUP")) == (18, 4)
    gift.close_order(ordered)
    assert (gift.reserved("TEA"), gift.reserved("CUP")) == (0, 0)


def test_what_is_promised_in_kits_is_not_sold_at_the_till(gift: Shop) -> None:
    gift.sales_order("GIFT", 5, 50)
    with pytest.raises(errors.NotEnoughStock, match="CUP"):
        gift.sell("CUP", 1, 9)


def test_order_delivery_invoice_and_return_of_a_kit(gift: Shop) -> None:
    ordered = gift.sales_order("GIFT", 3, 50)
    gone = gift.issue(ordered, "GIFT", 3)
    gift.invoice(ordered)
    assert gift.account("receivable") == 150
    gift.take_back(gone, "GIFT", 2)
    assert (gift.on_hand("TEA"), gift.on_hand("CUP")) == (18, 4)
    assert gift.stock_value("TEA") == 180
    assert gift.account("receivable") == 50
    assert gift.cost_of_sales() == 26


def test_returning_kits_one_by_one_brings_every_part_back_at_its_cost(gift: Shop) -> None:
    gift.product("WRAP")
    gift.receive("WRAP", 3, at="3.333333")
    gift.product("GIFT", parts=[SavePart("TEA", D(2)), SavePart("WRAP", D("0.333333"))])
    sold = gift.sell("GIFT", 3, 50)
    gift.receive("TEA", 10, at=99, on=4)
    for on in (5, 6, 7):
        gift.take_back(sold, "GIFT", 1, on=on)
    assert gift.cost_of_sales() == 0
    assert gift.on_hand("WRAP") == 3


def test_a_kit_comes_back_without_a_receipt(gift: Shop) -> None:
    gift.take_back(None, "GIFT", 1, price=50)
    assert (gift.on_hand("TEA"), gift.on_hand("CUP")) == (22, 6)


def test_reversing_the_delivery_of_a_kit_promises_its_parts_again(gift: Shop) -> None:
    ordered = gift.sales_order("GIFT", 3, 50)
    gone = gift.issue(ordered, "GIFT", 2)
    gift.reverse(gone)
    assert (gift.reserved("TEA"), gift.reserved("CUP")) == (6, 3)
    assert (gift.on_hand("TEA"), gift.on_hand("CUP")) == (20, 5)


def test_a_later_bill_for_a_part_changes_what_the_kit_cost(gift: Shop) -> None:
    got = gift.receive("TEA", 20, at=10, on=2)
    sold = gift.sell("GIFT", 1, 50, on=3)
    assert gift.cost_of(sold) == 26
    gift.bill(got, "14.00")
    assert gift.cost_of(sold) == 30


def test_other_parts_move_the_promise_along(gift: Shop) -> None:
    ordered = gift.sales_order("GIFT", 2, 50)
    gift.product("GIFT", parts=[SavePart("TEA", D(1))])
    assert (gift.reserved("TEA"), gift.reserved("CUP")) == (2, 0)
    gift.issue(ordered, "GIFT", 2)
    assert (gift.on_hand("TEA"), gift.on_hand("CUP"), gift.reserved("TEA")) == (18, 5, 0)


def test_a_kit_without_parts_cannot_be_sold(shop: Shop) -> None:
    shop.product("EMPTY", kind="kit", price=5)
    with pytest.raises(errors.NoParts, match="EMPTY"):
        shop.sell("EMPTY", 1, 5)


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        (SavePart("GIFT", D(1)), errors.NotStocked),
        (SavePart("NOBODY", D(1)), errors.UnknownProduct),
        (SavePart("TEA", D(0)), errors.NotPositive),
    ],
)
def test_a_part_that_makes_no_sense(
    gift: Shop, part: SavePart, refusal: type[errors.RuleBroken]
) -> None:
    with pytest.raises(refusal):
        gift.product("GIFT", parts=[part])


def test_nothing_is_made_of_itself_not_even_by_a_detour(gift: Shop) -> None:
    gift.product("BLEND", parts=[SavePart("TEA", D(2))])
    with pytest.raises(errors.PartOfItself):
        gift.product("TEA", parts=[SavePart("BLEND", D(1))])


def test_a_kit_is_bought_by_its_parts(gift: Shop) -> None:
    line = TradeLine(gift.pid("GIFT"), D(1), D(5))
    order = WriteOrder(Kind.PURCHASE_ORDER, gift.supplier, [line], at=day(1))
    with pytest.raises(errors.NotStocked, match="GIFT"):
        gift.work.run(confirm_order, order)


def test_what_was_sold_as_goods_does_not_become_a_kit(gift: Shop) -> None:
    with pytest.raises(errors.InUse):
        gift.work.run(save_product, SaveProduct("TEA", kind="kit"))
