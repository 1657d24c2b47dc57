"""The stock's boards say what plain sums over the ledger say, whatever the stock is valued by."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal as D
from pathlib import Path
from typing import Any

import pytest

from builders import Shop, at_time, day
from deep_shop import depth, told_late
from erp_desktop.core import clock
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.registry import REPORTS


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with at_time(day(31, 12)):
        shop = depth(Shop.found(tmp_path_factory.mktemp("shop") / "deep.shop"))
        told_late(shop)
        sold = shop.sell("LOT", 2, 20, on=20)
        shop.take_back(sold, "LOT", 2, on=21)
        yield shop
    shop.work.close()


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with at_time(day(31, 12)):
        yield


def rows(shop: Shop, name: str, **ask: Any) -> list[dict[str, Any]]:
    found = shop.work.read(REPORTS[name].make, ReportAsk(**ask))
    keys = [column.key for column in found.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.rows]


def asked(shop: Shop, sql: str, *params: Any) -> list[Any]:
    return shop.work.read(lambda books: books.rows(sql, params))


def total(found: list[dict[str, Any]], key: str) -> D:
    return sum((D(row[key]) for row in found), D(0))


def test_ages_share_out_the_value_of_the_stock(deep: Shop) -> None:
    found = rows(deep, "ageing")
    ages = [key for key in found[0] if key.startswith(("to_", "over"))]
    for row in found:
        assert sum(row[key] for key in ages) == row["value"]
    assert total(found, "value") == deep.account("stock")


def test_takings_and_costs_are_those_of_the_accounts(deep: Shop) -> None:
    abc = rows(deep, "abc", from_day=20260101, to_day=20260131)
    assert total(abc, "sales") == -deep.account("sales")
    assert {row["class"] for row in abc} <= {"A", "B", "C"}
    lot = next(row for row in abc if row["sku"] == "LOT")
    assert lot["sales"] == D("40.00")  # what came back is taken off
    costs = rows(deep, "turnover", from_day=20260101, to_day=20260131)
    assert total(costs, "cost") == deep.account("cost_of_sales")
    for row in costs:
        for key in ("turns",):
            assert row[key] is None or row[key] == round(row[key], 2)


def test_a_product_that_came_back_for_more_than_was_sold_has_a_class(tmp_path: Path) -> None:
    shop = Shop.found(tmp_path / "back.shop")
    for sku in ("TEA", "CUP"):
        shop.product(sku)
        shop.receive(sku, 10, 1, on=1)
    shop.sell("TEA", 1, 100, on=10)
    sold = shop.sell("CUP", 2, 50, on=2)
    shop.take_back(sold, "CUP", 2, on=11)
    found = {row["sku"]: row for row in rows(shop, "abc", from_day=20260105, to_day=20260131)}
    assert (found["TEA"]["class"], found["TEA"]["share"]) == ("A", D(100))
    assert (found["CUP"]["class"], found["CUP"]["sales"]) == ("C", D("-100.00"))
    shop.work.close()


def test_losses_are_those_of_the_accounts(deep: Shop) -> None:
    found = rows(deep, "shrinkage")
    lost = deep.account("count_difference") + deep.account("write_offs")
    assert total(found, "value") == -lost
    assert {row["document"] for row in found} <= {
        row[0] for row in asked(deep, "SELECT number FROM document")
    }


def test_days_without_stock_are_those_that_a_calendar_counts(deep: Shop) -> None:
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    moved: dict[str, dict[date, D]] = defaultdict(lambda: defaultdict(D))
    for sku, booked, kind, to, quantity in asked(
        deep,
        "SELECT p.sku, m.booked_on, s.kind, t.kind, m.quantity FROM stock_move m "
        "JOIN product p ON p.id = m.product_id JOIN location s ON s.id = m.source_id "
        "JOIN location t ON t.id = m.target_id",
    ):
        own = {"storage", "transit"}
        moved[sku][clock.day_date(booked)] += D(quantity) * ((to in own) - (kind in own))
    found = {row["sku"]: row for row in rows(deep, "out-of-stock", from_day=20260101,
                                             to_day=20260131)}  # fmt: skip
    checked = 0
    for sku, changes in moved.items():
        begin, held, out = min(changes), D(0), 0
        for at in range((last - first).days + 1):
            today = first + timedelta(days=at)
            before, held = held, held + changes.get(today, D(0))
            out += today >= begin and before <= 0 and held <= 0
        if sku in found:
            checked += 1
            assert (found[sku]["days"], found[sku]["out"]) == ((last - begin).days + 1, out), sku
        else:
            assert out == 0
    assert checked


def test_what_was_not_had_yet_was_not_out_of_stock(tmp_path: Path) -> None:
    shop = Shop.found(tmp_path / "young.shop")
    shop.product("TEA", price=10)
    shop.receive("TEA", 10, 5, on=21)
    shop.sell("TEA", 10, on=25)
    (tea,) = rows(shop, "out-of-stock", from_day=20250101, to_day=20260130)
    assert (tea["days"], tea["out"], tea["rate"]) == (10, 5, D(50))
    assert (tea["daily"], tea["lost"], tea["amount"]) == (D(2), D(10), D("100.00"))
    shop.work.close()


def test_lots_and_bins_add_up_to_the_balances(deep: Shop) -> None:
    by_lot: dict[str, D] = defaultdict(D)
    for row in rows(deep, "stock-by-lot"):
        by_lot[row["sku"]] += row["on_hand"]
    for sku in ("SPEC", "LOT", "PHONE"):
        assert by_lot[sku] == deep.on_hand(sku)
    expiring = rows(deep, "expiry")
    own = {row["lot"]: row["worth"] for row in expiring if row["sku"] == "SPEC"}
    assert own == {"S1": D("10.01"), "S2": D("40.20"), "S3": D("55.00")}  # each by itself
    assert sum(own.values()) == deep.stock_value("SPEC")
