"""What is seen of a count under way, and what posted counts say of the books."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.count_accuracy import count_accuracy, count_reasons
from erp_desktop.reports.count_plans import running_counts
from erp_desktop.reports.count_progress import (
    count_rows,
    disputed_lines,
    plan_counters,
    plan_head,
    plan_shelves,
)
from erp_desktop.services.stock.count_deciding import (
    ApproveCount,
    accept_difference,
    approve_count,
    ask_recount,
    compare_count,
    say_reason,
)
from erp_desktop.services.stock.count_entries import CountFound, count_found
from erp_desktop.services.stock.count_plans import OpenCount, assign_shelf, open_count


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11))
    made = Shop.found(tmp_path / "corner.shop")
    for sku, category in (("TEA", "Tea"), ("CUP", "Cups"), ("MUG", "Cups"), ("JUG", "Cups")):
        made.product(sku, category=category)
        made.receive(sku, 10, 2, on=2)
    yield made
    made.work.close()


def found(shop, plan, sku, counted, by="Ann", shelf=""):
    shop.work.run(count_found, CountFound(plan, shop.pid(sku), D(counted), by, shelf))


def statuses(shop, plan):
    return {row.sku: row.status for row in shop.work.read(count_rows, plan)}


def test_every_product_says_how_it_stands(shop):
    plan = shop.work.run(open_count, OpenCount("May", recount_quantity=D(5)))
    found(shop, plan, "TEA", 10)
    found(shop, plan, "CUP", 4)
    found(shop, plan, "MUG", 9)
    assert statuses(shop, plan) == {
        "TEA": "agrees", "CUP": "recount", "MUG": "differs", "JUG": "left",
    }  # fmt: skip
    shop.work.run(compare_count, plan)
    found(shop, plan, "CUP", 9, by="Ben")
    shop.work.run(accept_difference, plan, shop.pid("MUG"))
    shop.work.run(ask_recount, plan, shop.pid("JUG"))
    assert statuses(shop, plan) == {
        "TEA": "agrees", "CUP": "differs", "MUG": "accepted", "JUG": "recount",
    }  # fmt: skip
    row = next(row for row in shop.work.read(count_rows, plan) if row.sku == "CUP")
    assert (row.book, row.counted, row.difference, row.worth) == (D(10), D(9), D(-1), D("-2.00"))
    assert (row.counter, row.round) == ("Ben", 2)
    only = shop.work.read(count_rows, plan, [shop.pid("MUG")])
    assert [one.sku for one in only] == ["MUG"]


def test_shelves_counters_and_disputes(shop):
    plan = shop.work.run(open_count, OpenCount("May", blind=True))
    shop.work.run(assign_shelf, plan, "C9", "Cid")
    found(shop, plan, "TEA", 10, "Ann", "A1")
    found(shop, plan, "CUP", 8, "Ann", "A1")
    found(shop, plan, "CUP", 9, "Ben", "A1")
    shelves = shop.work.read(plan_shelves, plan)
    assert [(one.shelf, one.counter, one.counted, one.differing) for one in shelves] == [
        ("A1", "Ann", 2, 1), ("C9", "Cid", 0, 0),
    ]  # fmt: skip
    assert [(one.name, one.counted) for one in shop.work.read(plan_counters, plan)] == [
        ("Ann", 2), ("Ben", 1),
    ]  # fmt: skip
    lines = shop.work.read(disputed_lines, plan)
    assert [(one.counter, one.counted) for one in lines] == [("Ann", D(8)), ("Ben", D(9))]
    head = shop.work.read(plan_head, plan)
    assert (head.hidden, head.may_approve, head.open) == (True, True, True)
    assert [(one.counted, one.whole) for one in shop.work.read(running_counts)] == [(2, 4)]


def test_accuracy_by_month_category_and_counter(shop):
    plan = shop.work.run(open_count, OpenCount("Jan"))
    found(shop, plan, "TEA", 10)
    found(shop, plan, "CUP", 10, "Ben")
    found(shop, plan, "MUG", 8, "Ben")
    found(shop, plan, "JUG", 11, "Ben")
    shop.work.run(say_reason, plan, shop.pid("MUG"), "damaged")
    shop.work.run(approve_count, ApproveCount(plan))
    clock.set_now(lambda: day(40, 11))
    shop.count("CUP", 10, on=40)
    rows = shop.work.read(count_accuracy, ReportAsk()).rows
    assert rows == [
        ("2026-02", "Cups", "", 1, 1, D(100), D("0.00"), D("0.00"), D("0.00"), "SC-2026-000002"),
        (
            "2026-01",
            "Cups",
            "Ben",
            3,
            1,
            D("33.33"),
            D("2.00"),
            D("-4.00"),
            D("-2.00"),
            "SC-2026-000001",
        ),
        ("2026-01", "Tea", "Ann", 1, 1, D(100), D("0.00"), D("0.00"), D("0.00"), "SC-2026-000001"),
    ]
    rows = shop.work.read(count_reasons, ReportAsk(to_day=20260131)).rows
    assert rows == [
        ("2026-01", "", 1, D("2.00"), D("0.00"), D("2.00"), "SC-2026-000001"),
        ("2026-01", "damaged", 1, D("0.00"), D("-4.00"), D("-4.00"), "SC-2026-000001"),
    ]
