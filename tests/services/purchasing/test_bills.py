"""What is owed for goods: bills, returns and partial answers clear a receipt to the last cent."""

import pytest

from builders import D, Shop
from erp_desktop.core import errors


def test_half_billed_half_returned_leaves_nothing_owed(shop: Shop) -> None:
    """A cent cannot be halved: the bill and the return share it in turn."""
    receipt = shop.receive("TEA", 2, "0.005", on=1)
    assert shop.account("unbilled") == D("-0.01")
    part = shop.lines_of(receipt)["TEA"].id
    from erp_desktop.services.finance.bills import EnterBill, enter_bill
    from erp_desktop.services.trade import PartLine

    shop.work.run(enter_bill, EnterBill([receipt.id], [PartLine(part, D(1))]))
    shop.send_back(receipt, "TEA", 1)
    assert shop.account("unbilled") == D(0)
    with pytest.raises(errors.NothingToPost):
        shop.bill(receipt)


def test_an_unbilled_return_is_simply_not_owed_any_more(shop: Shop) -> None:
    receipt = shop.receive("TEA", 3, "3.333333", on=1)
    for _ in range(3):
        shop.send_back(receipt, "TEA", 1)
    assert shop.account("unbilled") == D(0)
    assert shop.account("payable") == D(0)
    assert (shop.on_hand(), shop.stock_value()) == (D(0), D(0))


def test_a_return_of_billed_goods_comes_off_the_bill(shop: Shop) -> None:
    shop.product("TEA", tax="13")
    receipt = shop.receive("TEA", 10, 10, on=1)
    shop.bill(receipt, on=2)
    assert shop.account("payable") == D("-113.00")
    shop.send_back(receipt, "TEA", 2)
    assert shop.account("payable") == D("-90.40")
    assert shop.account("input_tax") == D("10.40")
    assert shop.account("unbilled") == D(0)


def test_more_than_arrived_cannot_go_back(shop: Shop) -> None:
    receipt = shop.receive("TEA", 2, 5, on=1)
    shop.send_back(receipt, "TEA", 1)
    with pytest.raises(errors.MoreThanReceived) as refused:
        shop.send_back(receipt, "TEA", 2)
    assert refused.value.facts == {"sku": "TEA", "wanted": "2", "outstanding": "1"}


def test_a_bill_that_was_reversed_gives_the_receipt_its_price_back(shop: Shop) -> None:
    receipt = shop.receive("TEA", 10, 10, on=1)
    shop.sell("TEA", 4, on=2)
    bill = shop.bill(receipt, "12.50")
    assert shop.cost_of_sales() == D("50.00")
    with pytest.raises(errors.HasFollowers):
        shop.reverse(receipt)
    shop.reverse(bill)
    assert shop.cost_of_sales() == D("40.00")
    assert shop.account("unbilled") == D("-100.00")
    assert shop.account("payable") == D(0)


def test_payments_settle_the_oldest_and_the_rest_is_an_advance(shop: Shop) -> None:
    """A payment above what is due becomes an advance (and says so on its own account)."""
    shop.receive("TEA", 20, 5, on=1)
    order = shop.sales_order("TEA", 10)
    shop.issue(order, "TEA", 10)
    invoice = shop.invoice(order)
    shop.pay("250.00", on=6)
    assert shop.account("receivable") == D(0)
    assert shop.account("customer_advances") == D("-50.00")
    with pytest.raises(errors.HasFollowers):
        shop.reverse(invoice)
