"""FIFO, standard cost and changes of method, told as a shop's day (LEDGER L-13 to L-19, L-38)."""

from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.reports.integrity import verify


@pytest.fixture
def fifo(shop: Shop) -> Shop:
    shop.product("CUP", costing="fifo")
    return shop


def stock(shop: Shop, sku: str = "CUP") -> tuple[D, D]:
    return shop.on_hand(sku), shop.stock_value(sku)


# -- FIFO --------------------------------------------------------------------------------------


def test_l14_the_oldest_goes_first(fifo: Shop) -> None:
    fifo.opening("CUP", 20, 10)
    fifo.receive("CUP", 10, 12, on=2)
    sold = fifo.sell("CUP", 25, on=3)
    assert fifo.cost_of(sold) == D("260.00")
    assert stock(fifo) == (D(5), D("60.00"))


def test_l15_a_return_to_the_supplier_takes_its_own_layer(fifo: Shop) -> None:
    fifo.receive("CUP", 1, 10, on=1)
    second = fifo.receive("CUP", 1, 20, on=2)
    back = fifo.send_back(second, "CUP", 1, on=3)
    assert fifo.cost_of(back) == D("20.00")
    assert stock(fifo) == (D(1), D("10.00"))


def test_l15_without_a_receipt_the_oldest_goes_back(fifo: Shop) -> None:
    first = fifo.receive("CUP", 1, 10, on=1)
    fifo.receive("CUP", 1, 20, on=2)
    fifo.sell("CUP", 1, on=3)
    back = fifo.send_back(first, "CUP", 1, on=4)  # its own layer is gone
    assert fifo.cost_of(back) == D("20.00")
    assert stock(fifo) == (D(0), D(0))


def test_l16_what_a_customer_brings_back_was_taken_last(fifo: Shop) -> None:
    fifo.receive("CUP", 10, 10, on=1)
    fifo.receive("CUP", 10, 12, on=2)
    sold = fifo.sell("CUP", 15, on=3)
    assert fifo.cost_of(sold) == D("160.00")
    back = fifo.take_back(sold, "CUP", 3, on=4)
    assert fifo.cost_of(back) == D("36.00")
    assert stock(fifo) == (D(8), D("96.00"))


def test_a_returned_layer_stands_where_it_stood(fifo: Shop) -> None:
    """Brought back after a newer receipt, the old goods are sold before it again."""
    fifo.receive("CUP", 4, 10, on=1)
    sold = fifo.sell("CUP", 4, on=2)
    fifo.receive("CUP", 4, 20, on=3)
    fifo.take_back(sold, "CUP", 2, on=4)
    assert fifo.cost_of(fifo.sell("CUP", 3, on=5)) == D("40.00")


def test_l17_layers_are_never_merged(fifo: Shop) -> None:
    for number, cost in enumerate((10, 12, 14), start=1):
        fifo.receive("CUP", 2, cost, on=number)
    costs = [fifo.cost_of(fifo.sell("CUP", 1, on=5 + n)) for n in range(6)]
    assert costs == [D(10), D(10), D(12), D(12), D(14), D(14)]


def test_l38_short_at_the_last_cost_then_covered(fifo: Shop) -> None:
    fifo.product("CUP", negative="allow")
    fifo.receive("CUP", 5, 8, on=1)
    fifo.sell("CUP", 10, on=2)
    assert stock(fifo) == (D(-5), D("-40.00"))
    fifo.receive("CUP", 10, 9, on=3)
    assert stock(fifo) == (D(5), D("45.00"))
    assert fifo.cost_of_sales() == D("85.00")


def test_l6_l7_singles_out_of_one_layer_leave_nothing(fifo: Shop) -> None:
    fifo.receive("CUP", 13, "1.153846", on=1)
    costs = [fifo.cost_of(fifo.sell("CUP", 1, on=2 + n)) for n in range(13)]
    assert sum(costs) == D("15.00")
    assert stock(fifo) == (D(0), D(0))


def test_l20_l23_a_receipt_found_late_changes_which_layer_was_sold(fifo: Shop) -> None:
    fifo.receive("CUP", 10, 10, on=3)
    sold = fifo.sell("CUP", 5, on=5)
    late = fifo.receive("CUP", 3, 20, on=2)
    assert fifo.cost_of(sold) == D("80.00")  # 3 @ 20 + 2 @ 10
    assert stock(fifo) == (D(8), D("80.00"))
    fifo.reverse(late)
    assert fifo.cost_of(sold) == D("50.00")
    assert stock(fifo) == (D(5), D("50.00"))


def test_l29_freight_follows_its_own_layer(fifo: Shop) -> None:
    first = fifo.receive("CUP", 5, 10, on=1)
    fifo.receive("CUP", 5, 12, on=2)
    sold = fifo.sell("CUP", 5, on=3)
    fifo.landed(first, 10)
    assert fifo.cost_of(sold) == D("60.00")  # a fully sold receipt: all of it to cost of sales
    assert stock(fifo) == (D(5), D("60.00"))


def test_l32_a_transfer_carries_its_layers(fifo: Shop) -> None:
    fifo.warehouse("BACK")
    first = fifo.receive("CUP", 4, 10, on=1)
    fifo.receive("CUP", 4, 20, on=2)
    moved = fifo.transfer("CUP", 6, "MAIN", "BACK", on=3)
    assert fifo.cost_of(moved) == D("80.00")
    assert fifo.cost_of(fifo.sell("CUP", 5, on=4, at="BACK")) == D("60.00")
    fifo.landed(first, 8)  # 2.00 each on the first four, wherever they went
    assert fifo.stock_value("CUP", "BACK") == D("20.00")
    assert fifo.cost_of_sales() == D("68.00")


def test_l24_a_count_between_layers(fifo: Shop) -> None:
    fifo.receive("CUP", 4, 10, on=1)
    fifo.receive("CUP", 4, 20, on=2)
    fifo.count("CUP", 5, on=10)
    assert stock(fifo) == (D(5), D("90.00"))  # three of the oldest are missing
    fifo.receive("CUP", 2, 5, on=1, reference="late")
    assert stock(fifo) == (D(5), D("85.00"))  # of ten, five are missing now: 4 @ 10 and 1 @ 5


# -- standard ----------------------------------------------------------------------------------


def test_standard_cost_sends_the_difference_to_price_differences(shop: Shop) -> None:
    shop.product("CUP", costing="standard", standard_cost=10)
    shop.receive("CUP", 10, 12, on=1)
    assert stock(shop) == (D(10), D("100.00"))
    assert shop.account("price_difference") == D("20.00")
    assert shop.cost_of(shop.sell("CUP", 4, on=2)) == D("40.00")


def test_a_later_bill_changes_only_the_price_difference(shop: Shop) -> None:
    shop.product("CUP", costing="standard", standard_cost=10)
    receipt = shop.receive("CUP", 10, 10, on=1)
    sold = shop.sell("CUP", 4, on=2)
    shop.bill(receipt, "10.50", "CUP")
    assert shop.cost_of(sold) == D("40.00")
    assert stock(shop) == (D(6), D("60.00"))
    assert shop.account("price_difference") == D("5.00")


def test_a_new_standard_uses_up_the_old_value_to_the_cent(shop: Shop) -> None:
    shop.product("CUP", costing="standard", standard_cost=10)
    shop.receive("CUP", 3, 10, on=1)
    shop.recost("CUP", "standard", 12, on=2)
    assert stock(shop) == (D(3), D("30.00"))
    shop.receive("CUP", 1, 10, on=3)
    assert stock(shop) == (D(4), D("42.00"))
    costs = [shop.cost_of(shop.sell("CUP", 1, on=4 + n)) for n in range(4)]
    assert (sum(costs), *stock(shop)) == (D("42.00"), D(0), D(0))


# -- changing the method -----------------------------------------------------------------------


@pytest.mark.parametrize("method", ["fifo", "standard", "specific"])
def test_l13_a_change_keeps_quantity_and_value(shop: Shop, method: str) -> None:
    shop.receive("TEA", 7, 10, on=1)
    shop.receive("TEA", 5, "10.33", on=2)
    shop.sell("TEA", 4, on=3)
    before = stock(shop, "TEA")
    shop.recost("TEA", method, 10 if method == "standard" else None, on=4)
    assert stock(shop, "TEA") == before
    shop.receive("TEA", 3, 20, on=5)
    shop.recost("TEA", "average", on=6)
    shop.sell("TEA", 11, on=7)
    assert stock(shop, "TEA") == (D(0), D(0))


def test_l13_a_late_receipt_before_the_change_goes_through_it(shop: Shop) -> None:
    shop.receive("TEA", 4, 10, on=3)
    shop.recost("TEA", "fifo", on=5)
    shop.receive("TEA", 4, 20, on=6)
    sold = shop.sell("TEA", 6, on=7)
    assert shop.cost_of(sold) == D("80.00")  # 4 @ 10 + 2 @ 20
    shop.receive("TEA", 4, 16, on=2)  # at the change: 8 worth 104
    assert shop.cost_of(sold) == D("78.00")


def test_a_change_that_is_reversed_never_was(shop: Shop) -> None:
    shop.receive("TEA", 4, 10, on=1)
    shop.receive("TEA", 4, 20, on=2)
    change = shop.recost("TEA", "fifo", on=1)
    sold = shop.sell("TEA", 4, on=7)
    assert shop.cost_of(sold) == D("40.00")
    shop.reverse(change)
    assert shop.cost_of(sold) == D("60.00")
    assert shop.value_of("SELECT costing FROM product WHERE sku = 'TEA'") == "average"


def test_what_was_sold_by_the_average_comes_back_into_the_queue_as_it_comes(shop: Shop) -> None:
    shop.receive("TEA", 4, 10, on=1)
    sold = shop.sell("TEA", 2, on=2)
    shop.take_back(sold, "TEA", 1, on=9)
    shop.recost("TEA", "fifo", on=5)  # between the sale and its return
    shop.receive("TEA", 1, 30, on=6)
    assert shop.cost_of(shop.sell("TEA", 3, on=10)) == D("50.00")  # 2 @ 10, 1 @ 30


def test_goods_that_moved_change_their_method_by_a_document_only(shop: Shop) -> None:
    shop.receive("TEA", 4, 10, on=1)
    with pytest.raises(errors.CostingFixed):
        shop.product("TEA", costing="fifo")
    shop.recost("TEA", "fifo", on=3)
    with pytest.raises(errors.SameCosting):
        shop.recost("TEA", "fifo", on=4)
    with pytest.raises(errors.BeforeLastChange):
        shop.recost("TEA", "average", on=2)
    with pytest.raises(errors.Missing):
        shop.recost("TEA", "standard", on=4)


def test_what_was_sold_without_its_lot_comes_back_by_the_lots_it_was_taken_from(
    tmp_path: Path,
) -> None:
    """Two more than the lot held were sold: three that come back are those two, and one of it."""
    shop = Shop.found(tmp_path / "one-cost.shop", valuation="shop")
    shop.warehouse("BACK")
    shop.product("PEN", negative="allow", costing="specific")
    shop.count("PEN", 24, on=2, lot="A")
    sold = shop.sell("PEN", 26, on=9, at="BACK")  # the other warehouse's pens, told by nobody
    shop.take_back(sold, "PEN", 3, on=10)
    assert shop.value_of("SELECT quantity FROM stock_layer WHERE lot_id <> 0") == 1_000_000
    assert shop.work.read(verify).ok


def test_what_left_by_the_queue_comes_back_as_it_left_though_the_method_changed(
    shop: Shop,
) -> None:
    shop.product("MUG", costing="fifo")
    shop.receive("MUG", 1, "1.00", on=1)
    shop.receive("MUG", 2, "2.00", on=2)
    sold = shop.sell("MUG", 3, on=3)
    shop.recost("MUG", "average", on=4)
    back = shop.take_back(sold, "MUG", 1, on=5)
    assert shop.cost_of(back) == D("2.00")  # the last taken, not a third of 5.00
    assert shop.work.read(verify).ok
