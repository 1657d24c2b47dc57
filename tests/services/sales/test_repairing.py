"""Goods that went to repair come back, or are thrown away."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.core import clock, errors
from erp_desktop.services.sales.repairing import EndRepair, end_repair
from erp_desktop.services.sales.return_rules import Came
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.stock.transferring import MoveLine
from erp_desktop.services.trade import PartLine
from shop_proof import assert_books_are_exact


@pytest.fixture
def lamps(shop: Shop):
    """Three lamps were sold and came back faulty: they are in repair, worth 10 each."""
    clock.set_now(lambda: day(10, 9))
    shop.product("LAMP", price=20)
    shop.opening("LAMP", 5, "10")
    sale = shop.sell("LAMP", 3, 20, on=9)
    line = PartLine(shop.lines_of(sale)["LAMP"].id, D(3))
    command = ReturnFromCustomer(
        sale.id, parts=[line], paid_by="cash", at=day(10), came=[Came("faulty", "", "repair")]
    )
    shop.work.run(return_from_customer, command)
    yield shop
    shop.work.read(assert_books_are_exact)
    clock.set_now(None)


def ended(shop: Shop, qty: str, end: str, **facts):
    lines = [MoveLine(shop.pid("LAMP"), D(qty))]
    return shop.work.run(end_repair, EndRepair(lines, end, at=day(11), **facts))


def test_repaired_goods_are_for_sale_again_at_what_they_are_worth(lamps: Shop) -> None:
    value = lamps.stock_value("LAMP")
    done = ended(lamps, "2", "stock")
    assert done.number.startswith("TR-")
    assert (lamps.on_hand("LAMP", "MAIN"), lamps.on_hand("LAMP", "REPAIR")) == (D(4), D(1))
    assert lamps.stock_value("LAMP") == value
    lamps.reverse(done)
    assert lamps.on_hand("LAMP", "REPAIR") == D(3)


def test_what_is_beyond_repair_is_written_off(lamps: Shop) -> None:
    ended(lamps, "1", "scrap")
    assert lamps.on_hand("LAMP", "REPAIR") == D(2)
    assert lamps.account("write_offs") == D(10)


def test_no_more_comes_back_than_is_there(lamps: Shop) -> None:
    with pytest.raises(errors.NotEnoughStock):
        ended(lamps, "4", "stock")
    with pytest.raises(errors.NotAmong):
        ended(lamps, "1", "moon")


def test_they_come_back_into_another_warehouse(lamps: Shop) -> None:
    lamps.warehouse("BACK")
    ended(lamps, "3", "stock", place_id=lamps.wid("BACK"))
    assert lamps.on_hand("LAMP", "BACK") == D(3)


def test_a_file_sent_twice_brings_them_back_once(lamps: Shop) -> None:
    for _ in range(2):
        ended(lamps, "1", "stock", external_id="REP1")
    assert lamps.on_hand("LAMP", "REPAIR") == D(2)


def test_l19_what_comes_to_repair_without_a_receipt_costs_what_it_last_cost(shop: Shop) -> None:
    shop.receive("TEA", 4, "2.50")
    shop.product("MUG")
    shop.receive("MUG", 1, 3, lot="L1")
    shop.take_back(None, "TEA", 2, came=[Came("faulty", "", "repair")])
    shop.take_back(None, "MUG", 1, came=[Came("faulty", "", "repair")], lot="L1")
    assert shop.stock_value("TEA", "REPAIR") == D("5.00")
    assert (shop.on_hand("TEA", "MAIN"), shop.stock_value("TEA", "MAIN")) == (D(4), D("10.00"))
    assert shop.stock_value("MUG", "REPAIR") == D("3.00")
