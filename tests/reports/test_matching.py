"""Order, receipt and bill side by side; and what orders will need, day by day."""

from decimal import Decimal as D
from typing import Any

import pytest

from builders import Shop, at_time, day
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.terms import SaveBuyingTerms, save_buying_terms
from erp_desktop.services.trade import PartLine


def rows(shop: Shop, name: str, **asked: Any) -> list[dict[str, Any]]:
    table = shop.work.read(REPORTS[name].make, ReportAsk(**asked))
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def match(shop: Shop) -> dict[str, Any]:
    (row,) = rows(shop, "matching")
    return row


def test_a_line_goes_from_the_order_to_a_bill_that_matches(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    assert match(shop)["state"] == "on_order"
    receipt = shop.receive("TEA", 6, of=order, on=2)
    found = match(shop)
    assert (found["state"], found["to_bill"], found["received"]) == ("to_bill", D(30), D(6))
    shop.bill(receipt, on=3)
    assert match(shop)["state"] == "partly_received:0.60"
    shop.bill(shop.receive("TEA", 4, of=order, on=4), on=5)
    found = match(shop)
    assert (found["state"], found["billed"], found["difference"]) == ("matched", D(10), D(0))


def test_another_price_is_a_difference_beyond_the_tolerance(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    shop.bill(shop.receive("TEA", 10, of=order, on=2), "5.10", on=3)
    found = match(shop)
    assert (found["state"], found["percent"], found["difference"]) == ("other_price", D(2), D(1))
    assert (found["price"], found["billed_price"]) == (D("5.00"), D("5.10"))
    shop.work.run(save_buying_terms, SaveBuyingTerms(price_percent=D(2)))
    assert match(shop)["state"] == "matched"


def test_another_tax_rate_is_told(shop: Shop) -> None:
    shop.product("TEA", tax="13")
    order = shop.order("TEA", 10, 5)
    shop.bill(shop.receive("TEA", 10, of=order, on=2), on=3, rate=D(9))
    assert (match(shop)["state"], match(shop)["billed_rate"]) == ("other_tax", D(9))


def test_a_bill_for_more_than_came_is_only_owed_for_what_came(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    receipt = inspected(shop, order, 8, 2)
    line = shop.lines_of(receipt)["TEA"].id
    shop.work.run(enter_bill, EnterBill([receipt.id], claimed={line: D(10)}, at=day(3)))
    assert shop.account("payable") == D("-40.00")
    found = match(shop)
    assert (found["state"], found["claimed"], found["rejected"]) == (
        "claimed_too_much", D(10), D(2),
    )  # fmt: skip
    shop.receive("TEA", 2, of=order, on=4)
    assert match(shop)["state"] == "to_bill"


def inspected(shop: Shop, order: Posted, taken: int, rejected: int) -> Posted:
    check = Inspected(D(rejected), "Damaged")
    part = PartLine(shop.lines_of(order)["TEA"].id, D(taken), check=check)
    return shop.work.run(receive_goods, ReceiveGoods(order_id=order.id, parts=[part], at=day(2)))


def test_what_went_back_is_not_to_be_billed(shop: Shop) -> None:
    order = shop.order("TEA", 10, 5)
    receipt = shop.receive("TEA", 10, of=order, on=2)
    shop.send_back(receipt, "TEA", 4, on=3)
    shop.close_order(order)
    assert (match(shop)["state"], match(shop)["to_bill"]) == ("to_bill", D(30))
    shop.bill(receipt, on=4)
    assert match(shop)["state"] == "closed_short"


def needs(shop: Shop) -> list[tuple[Any, ...]]:
    with at_time(day(3)):
        found = rows(shop, "requirements")
    return [(r["sku"], r["source"], r["needed"], r["coming"], r["left"], r["short"]) for r in found]


def test_orders_are_laid_against_stock_and_what_comes_day_by_day(shop: Shop) -> None:
    shop.receive("TEA", 5, 1, on=1)
    shop.product("TEA", negative="allow")
    shop.sales_order("TEA", 4, due_on=20260105)
    shop.sales_order("TEA", 4, due_on=20260110)
    shop.sales_order("TEA", 4, due_on=20260120)
    shop.order("TEA", 6, 1, due_on=20260115)
    assert needs(shop) == [
        ("TEA", "SO-2026-000001", D(4), D(0), D(1), D(0)),
        ("TEA", "SO-2026-000002", D(4), D(0), D(0), D(3)),
        ("TEA", "SO-2026-000003", D(4), D(6), D(2), D(0)),
    ]


def test_what_cannot_be_served_needs_its_parts(shop: Shop) -> None:
    """Three boxes are made of tea and cups; one box is here, so parts are needed for two."""
    for sku in ("CUP", "BOX"):
        shop.product(sku, negative="allow")
    parts = [SavePart("TEA", D(1)), SavePart("CUP", D(2))]
    shop.work.run(save_product, SaveProduct("BOX", parts=parts))
    shop.receive("BOX", 1, 9, on=1)
    shop.receive("CUP", 3, 1, on=1)
    shop.sales_order("BOX", 3, due_on=20260110)
    assert needs(shop) == [
        ("BOX", "SO-2026-000001", D(3), D(0), D(0), D(2)),
        ("CUP", "SO-2026-000001 · BOX", D(4), D(0), D(0), D(1)),
        ("TEA", "SO-2026-000001 · BOX", D(2), D(0), D(0), D(2)),
    ]


@pytest.mark.parametrize("name", ["matching", "requirements"])
def test_one_product_or_warehouse_may_be_asked_for(shop: Shop, name: str) -> None:
    shop.product("CUP", negative="allow")
    shop.order("TEA", 10, 5)
    shop.sales_order("CUP", 1)
    assert {row["sku"] for row in rows(shop, name, sku="CUP")} <= {"CUP"}
    assert rows(shop, name, warehouse="MAIN") == rows(shop, name)
