"""The boards of the stock: age, ABC, turnover, dead stock, losses, what is below zero and why."""

from collections.abc import Iterator
from decimal import Decimal as D
from pathlib import Path
from typing import Any

import pytest

from builders import Shop, at_time, day
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.registry import REPORTS
from erp_desktop.reports.restated import effect_of, preview
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock.count_deciding import ApproveCount, approve_count, say_reason
from erp_desktop.services.stock.count_entries import CountFound, count_found
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.services.trade import TradeLine


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop.found(tmp_path / "boards.shop")
    with at_time(day(31, 12)):
        yield shop
    shop.work.close()


def rows(shop: Shop, name: str, **ask: Any) -> list[dict[str, Any]]:
    found = shop.work.read(REPORTS[name].make, ReportAsk(**ask))
    keys = [column.key for column in found.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.rows]


def test_age_goes_by_the_newest_arrivals(shop: Shop) -> None:
    shop.product("TEA")
    shop.receive("TEA", 10, 10, on=1)
    shop.receive("TEA", 4, 10, on=21)
    shop.sell("TEA", 8, on=22)
    with at_time(day(45)):
        (tea,) = rows(shop, "ageing")
    assert (tea["quantity"], tea["oldest"]) == (D(6), 44)
    assert (tea["to_30"], tea["to_90"]) == (D("40.00"), D("20.00"))


def test_abc_and_turnover(shop: Shop) -> None:
    for sku, price in (("TEA", 80), ("CUP", 15), ("BOX", 5)):
        shop.product(sku)
        shop.receive(sku, 10, 1, on=1)
        shop.sell(sku, 1, price, on=2)
    assert [(row["sku"], row["class"]) for row in rows(shop, "abc")] == [
        ("TEA", "A"), ("CUP", "B"), ("BOX", "C"),
    ]  # fmt: skip
    tea = next(row for row in rows(shop, "turnover", from_day=20260101) if row["sku"] == "TEA")
    # 10.00 lay there on one evening, 9.00 on thirty
    assert (tea["cost"], tea["average"]) == (D("1.00"), D("9.03"))
    assert tea["days"] == 280  # 280.00 on all evenings together / 1.00


def test_the_turnover_of_a_new_product_counts_the_days_it_was_kept(shop: Shop) -> None:
    """It came ten days ago, and half of it is sold: what is left lasts for as long again."""
    shop.product("TEA")
    shop.receive("TEA", 100, 1, on=22)
    shop.sell("TEA", 50, 3, on=27)
    for asked in ({}, {"from_day": 20260101}, {"from_day": 20260122}):
        (tea,) = rows(shop, "turnover", **asked)
        assert (tea["average"], tea["days"]) == (D("75.00"), 15)  # (5 x 100 + 5 x 50) / 10
        assert tea["turns"] == D("24.33")  # 50.00 x 365 / 750.00
    (tea,) = rows(shop, "turnover", from_day=20260128)
    assert (tea["average"], tea["days"], tea["turns"]) == (D("50.00"), None, D(0))


def test_the_average_stock_is_what_a_late_bill_tells_it_was_worth(shop: Shop) -> None:
    """The bill of the 29th says what it was worth all along; a transfer changes nothing."""
    shop.product("TEA")
    shop.warehouse("BACK")
    came = shop.receive("TEA", 10, 1, on=22)
    shop.transfer("TEA", 4, "MAIN", "BACK", when=day(25))
    shop.bill(came, 2, on=29)
    (tea,) = rows(shop, "turnover", from_day=20260122)
    assert tea["average"] == D("20.00")
    shop.write_off("TEA", 5, on=30)
    (tea,) = rows(shop, "turnover", from_day=20260122)
    assert tea["average"] == D("18.00")  # 20.00 on eight evenings, 10.00 on two


def test_abc_of_a_time_in_which_more_came_back_than_was_sold(shop: Shop) -> None:
    sold = {}
    for sku in ("TEA", "CUP", "BOX"):
        shop.product(sku)
        shop.receive(sku, 10, 1, on=1)
        sold[sku] = shop.sell(sku, 1, 15, on=2)
    shop.sell("TEA", 1, 100, on=5)
    for sku in ("CUP", "BOX"):
        shop.take_back(sold[sku], sku, 1, on=5)
    found = rows(shop, "abc", from_day=20260103)
    assert [(row["sku"], row["class"]) for row in found] == [
        ("TEA", "A"), ("CUP", "C"), ("BOX", "C"),
    ]  # fmt: skip


def test_dead_stock_says_since_when(shop: Shop) -> None:
    shop.product("TEA")
    shop.receive("TEA", 10, 10, on=1)
    shop.sell("TEA", 1, on=2)
    assert rows(shop, "slow-stock") == []
    with at_time(day(120)):
        (tea,) = rows(shop, "slow-stock")
    assert (tea["sku"], tea["days"], tea["value"]) == ("TEA", 118, D("90.00"))


def test_losses_by_cause(shop: Shop) -> None:
    shop.product("TEA")
    shop.receive("TEA", 20, 10, on=1)
    shop.write_off("TEA", 2, "broken", on=3)
    shop.write_off("TEA", 1, "expired", on=4)
    shop.count("TEA", 15, on=5)
    found = {(row["kind"], row["cause"]): row["value"] for row in rows(shop, "shrinkage")}
    assert found == {
        ("write_off", "broken"): D("-20.00"),
        ("write_off", "expired"): D("-10.00"),
        ("count", ""): D("-20.00"),
    }


def test_what_a_count_found_missing_stands_under_the_reason_that_was_given(shop: Shop) -> None:
    for sku in ("TEA", "CUP", "BOX"):
        shop.product(sku)
        shop.receive(sku, 20, 10, on=1)
    plan = shop.work.run(open_count, OpenCount())
    for sku, found in (("TEA", 18), ("CUP", 19), ("BOX", 20)):
        shop.work.run(count_found, CountFound(plan, shop.pid(sku), D(found), at=day(5)))
    shop.work.run(say_reason, plan, shop.pid("TEA"), "Lost or stolen")
    shop.work.run(approve_count, ApproveCount(plan))
    found = {row["cause"]: (row["value"], row["lines"]) for row in rows(shop, "shrinkage")}
    assert found == {"Lost or stolen": (D("-20.00"), 1), "": (D("-10.00"), 2)}


def test_days_without_stock_and_what_was_not_sold(shop: Shop) -> None:
    shop.product("TEA", price=10)
    shop.receive("TEA", 10, 5, on=1)
    shop.sell("TEA", 10, on=10)  # nothing left from the end of day 10 on
    shop.receive("TEA", 10, 5, on=21)
    (tea,) = rows(shop, "out-of-stock", from_day=20260101, to_day=20260130)
    assert (tea["days"], tea["out"]) == (30, 10)
    assert tea["lost"] == D(5)  # 10 sold in 20 days with stock, for 10 days without
    assert tea["amount"] == D("50.00")


def test_below_zero_says_why_and_what_mends_it(shop: Shop) -> None:
    shop.warehouse("BACK")
    for sku in ("TEA", "CUP", "BOX", "PEN"):
        shop.product(sku, negative="allow")
    shop.receive("TEA", 5, 1, on=1, into="BACK")
    sold = shop.sell("TEA", 3, on=2)
    shop.order("CUP", 10, 1, on=1)
    shop.sell("CUP", 1, on=2)
    shop.sell("BOX", 1, on=2)
    shop.receive("PEN", 1, 1, on=1)
    shop.sell("PEN", 2, on=2)
    found = {row["sku"]: row for row in rows(shop, "negative-stock")}
    assert {sku: row["why"] for sku, row in found.items()} == {
        "TEA": "move-here", "CUP": "receive-it", "BOX": "never-came", "PEN": "count-it",
    }  # fmt: skip
    assert (found["TEA"]["document"], found["TEA"]["missing"]) == (sold.number, D(3))


def test_l20_the_preview_says_what_would_change_and_changes_nothing(shop: Shop) -> None:
    shop.product("TEA")
    shop.receive("TEA", 10, 10, on=1)
    sold = shop.sell("TEA", 5, on=3, customer_id=shop.customer)
    late = ReceiveGoods(shop.supplier, lines=[TradeLine(shop.pid("TEA"), D(10), D(16))], at=day(2))
    told = shop.work.try_out(preview, receive_goods, late)
    assert [(one.number, one.before, one.after) for one in told.documents] == [
        (sold.number, D("50.00"), D("65.00"))
    ]
    assert told.months == ((202601, D("50.00"), D("65.00")),)
    assert [(name, after - before) for name, before, after in told.customers] == [
        ("Zhou trading", D("-15.00"))
    ]
    assert (shop.cost_of(sold), shop.on_hand()) == (D("50.00"), D(5))

    posted = shop.work.run(receive_goods, late)
    assert shop.work.read(effect_of, posted.id) == told
    (changed,) = rows(shop, "restated")
    assert (changed["cause"], changed["document"], changed["before"], changed["more"]) == (
        posted.number, sold.number, D("50.00"), D("15.00"),
    )  # fmt: skip
