"""A shop's busy January, told once for the tests of the reports and of the proof."""

from pathlib import Path

from builders import D, Shop, day
from erp_desktop.services.paper import Posted
from erp_desktop.services.sales.till import PaidBy


def busy_shop(place: str | Path) -> Shop:
    """Orders, receipts, sales, returns, a count, a late bill, freight, reversals, back-dating."""
    shop = Shop.found(place)
    _stock_up(shop)
    first, pots = _trade(shop)
    _late_facts(shop, first, pots)
    return shop


def _stock_up(shop: Shop) -> None:
    shop.product("TEA", price="20", minimum="10", category="Drinks")
    shop.product("CUP", price="5", negative="allow", category="Ware")
    shop.product("POT", price="40")
    shop.product("WRAP", kind="service", price="2")
    shop.warehouse("STORE2")


def _trade(shop: Shop) -> tuple[Posted, Posted]:
    """Two receipts of it get a bill and freight later."""
    order = shop.order("TEA", 20, 10, on=1)
    first = shop.receive("TEA", 12, of=order, on=2)
    shop.receive("CUP", 30, 2, on=2)
    pots = shop.receive("POT", 6, "13.333333", on=2, into="STORE2")
    shop.opening("POT", 1, 12)
    promised = shop.sales_order("TEA", 4, 20, on=3)
    issued = shop.issue(promised, "TEA", 3, on=4)
    invoice = shop.invoice(issued, on=4)
    shop.pay(40, invoice, on=5)
    sold = shop.sell("TEA", 2, 20, on=5)
    shop.take_back(sold, "TEA", 1, on=6)
    shop.sell("CUP", 35, 5, on=6)
    shop.receive("CUP", 20, 3, on=7)
    shop.transfer("TEA", 2, "MAIN", "STORE2", on=7)
    shop.write_off("TEA", 1, on=8)
    shop.count("TEA", 5, on=9)
    wrong = shop.sell("TEA", 1, 20, on=9)
    shop.reverse(wrong)
    return first, pots


def _late_facts(shop: Shop, first: Posted, pots: Posted) -> None:
    shop.receive("TEA", 5, 14, on=3)
    shop.bill(first, "10.50", on=12)
    shop.landed(pots, 10, on=12)
    shop.send_back(pots, "POT", 1, credit="13.00", on=13)
    on_account = shop.sell("POT", 1, 40, on=14, payments=[PaidBy("cash", D(10))],
                           customer_id=shop.customer, at="STORE2")  # fmt: skip
    shop.pay(50, on_account, on=15)
    shop.close_books(10)
    shop.receive("CUP", 5, 1, when=day(1, 10))
