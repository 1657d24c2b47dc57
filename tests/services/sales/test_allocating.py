"""Who gets the stock there is: by rule, by hand, from which warehouse; what waits and for what."""

import pytest

from builders import D, day
from erp_desktop.core import clock, errors
from erp_desktop.core.states import Kind
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.availability import availability, back_orders, open_lines
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.sales.allocating import (
    Allocate,
    AllocateLine,
    HandShare,
    allocate,
    allocate_line,
)
from erp_desktop.services.stock.warehouses import ArrangeWarehouse, arrange_warehouse
from erp_desktop.services.trade import TradeLine


@pytest.fixture(autouse=True)
def _a_day_in_january():
    clock.set_now(lambda: day(10, 8))


def ordered(shop, qty, *, on=2, due=None, customer=None):
    line = TradeLine(shop.pid("TEA"), D(qty), D(20))
    return shop.work.run(
        confirm_order,
        WriteOrder(Kind.SALES_ORDER, customer or shop.customer, [line], at=day(on, 8), due_on=due),
    )


def bought(shop, qty, due):
    return shop.order("TEA", qty, 10, on=3, due_on=due)


def line_of(shop, order):
    return shop.lines_of(order)["TEA"].id


def given(shop, result, order):
    return D(result.get(line_of(shop, order), 0)) / 1_000_000


def rows(shop, report, *keys, **asked):
    table = shop.work.read(report, ReportAsk(**asked))
    at = [table.column(key) for key in keys]
    return [tuple(row[one] for one in at) for row in table.rows]


def reserved_at(shop, place):
    return (
        D(
            shop.value_of(
                "SELECT COALESCE(SUM(reserved), 0) FROM stock_balance WHERE location_id = ?",
                shop.wid(place),
            )
        )
        / 1_000_000
    )


# -- rules -----------------------------------------------------------------------------------


def test_who_ordered_first_is_served_first(shop):
    shop.receive("TEA", 8, 10)
    late = ordered(shop, 6, on=4)
    early = ordered(shop, 6, on=3)
    got = shop.work.run(allocate, Allocate())
    assert (given(shop, got, early), given(shop, got, late)) == (D(6), D(2))


def test_who_was_promised_first_or_matters_most(shop):
    shop.receive("TEA", 8, 10)
    first = ordered(shop, 6, on=3, due=20260130)
    soon = ordered(shop, 6, on=4, due=20260112)
    dear = shop.work.run(save_partner, SavePartner("VIP", "Wren", is_customer=True, rank=5))
    vip = ordered(shop, 6, on=5, customer=dear)
    got = shop.work.run(allocate, Allocate("promised"))
    assert [given(shop, got, one) for one in (first, soon, vip)] == [D(2), D(6), D(0)]
    got = shop.work.run(allocate, Allocate("customer"))
    assert [given(shop, got, one) for one in (first, soon, vip)] == [D(2), D(0), D(6)]
    with pytest.raises(errors.NotAmong):
        shop.work.run(allocate, Allocate("fairly"))


def test_the_warehouse_with_the_lowest_rank_gives_first(shop):
    shop.warehouse("BACK")
    shop.work.run(arrange_warehouse, ArrangeWarehouse("MAIN", rank=2))
    shop.receive("TEA", 8, 10)
    shop.receive("TEA", 5, 10, into="BACK")
    order = ordered(shop, 6)
    assert (reserved_at(shop, "MAIN"), reserved_at(shop, "BACK")) == (D(6), D(0))
    shop.work.run(allocate, Allocate())
    assert (reserved_at(shop, "MAIN"), reserved_at(shop, "BACK")) == (D(1), D(5))
    shop.issue(order, "TEA", 5, place_id=shop.wid("BACK"))
    assert (reserved_at(shop, "MAIN"), reserved_at(shop, "BACK")) == (D(1), D(0))


def test_goods_on_consignment_serve_no_orders(shop):
    shop.work.run(arrange_warehouse, ArrangeWarehouse("AGENT", usage="consignment", rank=-1))
    shop.receive("TEA", 5, 10, into="AGENT")
    order = ordered(shop, 3)
    assert given(shop, shop.work.run(allocate, Allocate()), order) == 0


def test_what_is_allocated_elsewhere_is_not_sold_there(shop):
    """LEDGER L-45: a till sale does not silently eat a reservation."""
    shop.warehouse("BACK")
    shop.receive("TEA", 5, 10, into="BACK")
    order = ordered(shop, 4)
    shop.work.run(allocate, Allocate())
    with pytest.raises(errors.NotEnoughStock) as refused:
        shop.sell("TEA", 2, at="BACK", on=5)
    assert refused.value.facts["available"] == "1"
    shop.close_order(order)
    shop.sell("TEA", 2, at="BACK", on=6)
    assert reserved_at(shop, "BACK") == 0


# -- by hand ---------------------------------------------------------------------------------


def test_a_person_gives_the_stock_to_somebody_else(shop):
    shop.receive("TEA", 8, 10)
    first, second = ordered(shop, 6, on=3), ordered(shop, 6, on=4)
    shop.work.run(allocate, Allocate())
    share = [HandShare(shop.wid("MAIN"), D(3))]
    with pytest.raises(errors.NotEnoughStock) as refused:
        shop.work.run(allocate_line, AllocateLine(line_of(shop, second), share))
    assert refused.value.facts["available"] == "2"
    shop.work.run(allocate_line, AllocateLine(line_of(shop, first), []))
    shop.work.run(allocate_line, AllocateLine(line_of(shop, second), share))
    too_much = AllocateLine(line_of(shop, first), [HandShare(shop.wid("MAIN"), D(7))])
    with pytest.raises(errors.MoreThanOrdered):
        shop.work.run(allocate_line, too_much)
    assert rows(shop, back_orders, "number", "given", "waits") == [
        (first.number, D(5), D(1)),
        (second.number, D(3), D(3)),
    ]
    assert rows(shop, open_lines, "number", "state") == [
        (first.number, "not_ordered"),
        (second.number, "not_ordered"),
    ]


def test_taking_an_issue_back_promises_its_goods_again(shop):
    shop.warehouse("BACK")
    shop.receive("TEA", 5, 10, into="BACK")
    order = ordered(shop, 4)
    shop.work.run(allocate, Allocate())
    issue = shop.issue(order, "TEA", 4, place_id=shop.wid("BACK"))
    assert shop.reserved() == 0
    shop.reverse(issue)
    assert shop.reserved() == D(4)


# -- what may be promised ----------------------------------------------------------------------


def test_available_is_the_minimum_over_the_future(shop):
    """LEDGER L-22, L-45: on hand 8, 6 promised for the twentieth: 2 may be promised today."""
    shop.receive("TEA", 8, 10)
    ordered(shop, 6, due=20260120)
    bought(shop, 10, 20260125)
    assert rows(shop, availability, "quantity", "left", "available", sku="TEA") == [
        (D(0), D(8), D(2)),
        (D(-6), D(2), D(2)),
        (D(10), D(12), D(12)),
    ]


def test_what_is_late_to_come_is_not_there_today(shop):
    shop.receive("TEA", 2, 10)
    bought(shop, 10, 20260105)
    bought(shop, 10, None)
    assert rows(shop, availability, "day", "available", sku="TEA") == [
        (clock.day_date(20260110), D(2)),
        (clock.day_date(20260111), D(12)),
    ]


def test_kits_take_their_parts_from_what_may_be_promised(shop):
    from erp_desktop.services.catalogue.columns import SavePart

    shop.product("SET", kind="kit", parts=[SavePart("TEA", D(3))])
    shop.receive("TEA", 8, 10)
    line = TradeLine(shop.pid("SET"), D(2), D(50))
    shop.work.run(confirm_order, WriteOrder(Kind.SALES_ORDER, shop.customer, [line], at=day(2, 8)))
    assert rows(shop, availability, "left", "available", sku="TEA")[-1] == (D(2), D(2))


# -- back orders -------------------------------------------------------------------------------


def test_a_back_order_says_what_it_waits_for(shop):
    shop.receive("TEA", 8, 10)
    first = ordered(shop, 10, on=3, due=20260115)
    second = ordered(shop, 6, on=4)
    third = ordered(shop, 9, on=5)
    supply = bought(shop, 9, 20260120)
    assert rows(
        shop, back_orders, "number", "open", "given", "waits", "expected", "of", "state"
    ) == [
        (first.number, D(10), D(8), D(2), clock.day_date(20260120), supply.number, "late"),
        (second.number, D(6), D(0), D(6), clock.day_date(20260120), supply.number, "on_order"),
        (third.number, D(9), D(0), D(9), None, supply.number, "not_ordered"),
    ]


def test_served_orders_wait_for_nothing(shop):
    shop.receive("TEA", 8, 10)
    ordered(shop, 8)
    assert rows(shop, back_orders, "number") == []


def test_what_was_allocated_leaves_although_more_was_promised(shop):
    shop.receive("TEA", 8, 10)
    first, second = ordered(shop, 6, on=3), ordered(shop, 6, on=4)
    with pytest.raises(errors.NotEnoughStock):
        shop.issue(second, "TEA", 6, on=5)
    shop.work.run(allocate, Allocate())
    with pytest.raises(errors.NotEnoughStock):
        shop.issue(second, "TEA", 3, on=5)
    shop.issue(first, "TEA", 6, on=5)
    shop.issue(second, "TEA", 2, on=5)
    assert (shop.on_hand(), shop.reserved()) == (D(0), D(4))
