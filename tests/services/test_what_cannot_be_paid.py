"""What no coin can pay is refused where it is typed; money that is not there pays nothing.

A tenth of a cent that was taken in once could be neither shared nor paid again: every amount that
somebody states is whole coins of the shop's currency.
"""

from collections.abc import Callable
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop, day
from erp_desktop.core.errors import (
    AdvanceTooSmall,
    DateTooFar,
    Missing,
    NotAmong,
    NotPositive,
    RuleBroken,
    TooManyPlaces,
    WrongDocument,
)
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.trade import PartLine, TradeLine

HALF = D("0.005")


def _open(shop: Shop, value: D) -> None:
    line = OpeningLine(shop.pid("TEA"), D(1), D(0), value)
    shop.work.run(open_stock, OpenStock([line], at=day(1, 0)))


def _sell_off(shop: Shop, off: D) -> None:
    line = TradeLine(shop.pid("TEA"), D(1), D(20), discount=off)
    shop.work.run(sell_at_till, SellAtTill([line], paid_by="cash", at=day(3)))


STATED: dict[str, Callable[[Shop], object]] = {
    "discount on all": lambda shop: shop.sell("TEA", discount=HALF, payments=(), paid_by="cash"),
    "discount on a line": lambda shop: _sell_off(shop, HALF),
    "let off": lambda shop: shop.sell("TEA", rounding=HALF, payments=(), paid_by="cash"),
    "given": lambda shop: shop.sell("TEA", payments=[PaidBy("cash", 20 + HALF)]),
    "refund": lambda shop: shop.take_back(None, "TEA", refunds=[PaidBy("cash", HALF)]),
    "payment": lambda shop: shop.pay(HALF),
    "freight": lambda shop: shop.landed(shop.receive("TEA", 1, 10), HALF),
    "credit": lambda shop: shop.send_back(shop.receive("TEA", 1, 10), "TEA", 1, HALF),
    "order's discount": lambda shop: shop.sales_order("TEA", 1, discount=HALF),
    "opening": lambda shop: _open(shop, HALF),
    "work": lambda shop: shop.assemble({"TEA": 1}, {"TIN": 1}, HALF),
}


@pytest.mark.parametrize("stated", STATED)
def test_an_amount_smaller_than_a_coin_is_refused(local_shop: Shop, stated: str) -> None:
    local_shop.product("TIN")
    local_shop.receive("TEA", 5, 10)
    local_shop.receive("TIN", 5, 3)
    with pytest.raises(TooManyPlaces) as refused:
        STATED[stated](local_shop)
    assert refused.value.facts["places"] == "2"


def test_in_yen_there_are_no_cents(tmp_path: Path) -> None:
    shop = Shop.found(tmp_path / "tokyo.shop", currency="JPY")
    with pytest.raises(TooManyPlaces):
        shop.pay("0.5")
    shop.pay(5)
    shop.work.close()


def test_a_credit_or_a_refund_is_never_less_than_nothing(local_shop: Shop) -> None:
    receipt = local_shop.receive("TEA", 5, 10)
    with pytest.raises(NotPositive):
        local_shop.send_back(receipt, "TEA", 1, -10)
    with pytest.raises(NotPositive):
        local_shop.take_back(
            None, "TEA", refunds=[PaidBy("cash", D(30)), PaidBy("card", D(-10))]
        )  # fmt: skip


def test_an_advance_pays_no_more_than_is_left_of_it(shop: Shop) -> None:
    shop.receive("TEA", 10, 10)
    shop.sell("TEA", 2, 20, payments=(), customer_id=shop.customer)  # 40.00 are owed
    with pytest.raises(AdvanceTooSmall):
        shop.pay(40, method="advance")
    shop.pay(55)
    with pytest.raises(AdvanceTooSmall) as refused:
        shop.sell("TEA", 1, 20, payments=[PaidBy("advance", D(20))], customer_id=shop.customer)
    assert refused.value.facts == {"advance": "15.00", "wanted": "20.00"}
    with pytest.raises(Missing):
        shop.sell("TEA", 1, 15, payments=[PaidBy("advance", D(15))])
    shop.sell("TEA", 1, 15, payments=[PaidBy("advance", D(15))], customer_id=shop.customer)
    assert shop.account("customer_advances") == 0
    with pytest.raises(AdvanceTooSmall):
        shop.pay(1, method="advance", incoming=False)


def test_a_bill_names_a_line_twice_at_two_prices(shop: Shop) -> None:
    receipt = shop.receive("TEA", 10, 10)
    line = shop.lines_of(receipt)["TEA"].id
    parts = [PartLine(line, D(4), D(10)), PartLine(line, D(6), D(11))]
    shop.work.run(enter_bill, EnterBill([receipt.id], parts, at=day(4)))
    assert (shop.account("payable"), shop.stock_value()) == (D("-106.00"), D("106.00"))


def test_a_bill_is_for_what_its_own_supplier_brought(shop: Shop) -> None:
    other = shop.work.run(save_partner, SavePartner("BETA", is_supplier=True))
    line = TradeLine(shop.pid("TEA"), D(1), D(10))
    foreign = shop.work.run(receive_goods, ReceiveGoods(other, lines=[line], at=day(2)))
    with pytest.raises(WrongDocument):
        shop.work.run(enter_bill, EnterBill([shop.receive("TEA", 1, 10).id, foreign.id]))


def test_the_books_are_not_closed_far_ahead(local_shop: Shop) -> None:
    with pytest.raises(DateTooFar):
        local_shop.close_books(80 * 10_000 + 31)
    assert local_shop.value_of("SELECT 1 FROM setting WHERE key = 'closed_through'") is None


@pytest.mark.parametrize(("rate", "refusal"), [("-100", NotPositive), ("101", NotAmong)])
def test_a_tax_rate_lies_between_nothing_and_all(
    local_shop: Shop, rate: str, refusal: type[RuleBroken]
) -> None:
    with pytest.raises(refusal):
        local_shop.product("TIN", tax=rate)
    line = TradeLine(local_shop.pid("TEA"), D(1), D(20), rate=D(rate))
    with pytest.raises(refusal):
        local_shop.work.run(sell_at_till, SellAtTill([line], paid_by="cash"))


def test_terms_are_counted_in_days_of_the_calendar(tmp_path: Path) -> None:
    """In Berlin the clock is put forward on 29 March: thirty days are an hour short of 24 each."""
    shop = Shop.found(tmp_path / "berlin.shop", time_zone="Europe/Berlin")
    shop.product("TEA")
    late_evening = day(79, 23, 30)  # 20 March
    bill = shop.work.run(enter_bill, EnterBill([shop.receive("TEA", 1, 10).id], at=late_evening))
    assert shop.value_of("SELECT due_on FROM document WHERE id = ?", bill.id) == 20260320
    shop.work.run(save_partner, SavePartner("ACME", terms_days=30))
    again = shop.work.run(enter_bill, EnterBill([shop.receive("TEA", 1, 10).id], at=late_evening))
    assert shop.value_of("SELECT due_on FROM document WHERE id = ?", again.id) == 20260419
    shop.work.close()
