"""What goes back to a supplier comes off the bill that was not paid yet."""

from decimal import Decimal as D

from erp_desktop.core.money import money
from erp_desktop.services.finance.settling import open_amount


def still_open(shop, bill):
    return money(shop.work.read(open_amount, bill.id))


def test_a_return_settles_what_is_open_of_its_bill(shop):
    receipt = shop.receive("TEA", 10, 8, on=2)
    bill = shop.bill(receipt, on=3)
    back = shop.send_back(receipt, "TEA", 2, on=4)
    assert (shop.account("payable"), still_open(shop, bill)) == (D(-64), D(64))
    shop.reverse(back)
    assert (shop.account("payable"), still_open(shop, bill)) == (D(-80), D(80))


def test_a_return_before_the_bill_settles_nothing(shop):
    receipt = shop.receive("TEA", 10, 8, on=2)
    shop.send_back(receipt, "TEA", 2, on=3)
    bill = shop.bill(receipt, on=4)
    assert (shop.account("payable"), still_open(shop, bill)) == (D(-64), D(64))


def test_a_return_of_what_is_paid_stays_in_our_favour(shop):
    receipt = shop.receive("TEA", 10, 8, on=2)
    bill = shop.bill(receipt, on=3)
    shop.pay(80, bill, incoming=False, on=4)
    shop.send_back(receipt, "TEA", 2, on=5)
    assert (shop.account("payable"), still_open(shop, bill)) == (D(16), D(0))
