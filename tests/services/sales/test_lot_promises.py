"""Lots that are promised to an order: kept for it, picked and shipped for it."""

import pytest

from builders import D, day
from erp_desktop.core import clock, errors
from erp_desktop.core.states import Kind
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.allocating import (
    Allocate,
    AllocateLine,
    HandShare,
    allocate,
    allocate_line,
)
from erp_desktop.services.sales.picking import Picked, ShipPicked, plan_picking, ship_picked
from erp_desktop.services.stock.lots import ChangeLot, change_lot
from erp_desktop.services.stock.reservations import shares_of
from erp_desktop.services.trade import TradeLine


@pytest.fixture
def dairy(shop):
    """Five of the milk that expires first, ten that keep longer."""
    clock.set_now(lambda: day(10, 8))
    shop.product("MILK", track="lot")
    came(shop, ("SOON", 5, 20260115), ("LATE", 10, 20260301))
    return shop


def came(shop, *lots):
    lines = [
        TradeLine(shop.pid("MILK"), D(qty), D(1), lot=lot, expires_on=until)
        for lot, qty, until in lots
    ]
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(2)))


def ordered(shop, qty, *, on=3):
    line = TradeLine(shop.pid("MILK"), D(qty), D(2))
    return shop.work.run(
        confirm_order, WriteOrder(Kind.SALES_ORDER, shop.customer, [line], at=day(on, 8))
    )


def lot(shop, code):
    return shop.value_of("SELECT id FROM lot WHERE code = ?", code)


def line_of(shop, order):
    return shop.lines_of(order)["MILK"].id


def promise(shop, order, *lots):
    main = shop.wid("MAIN")
    shares = [HandShare(main, D(qty), lot(shop, code)) for code, qty in lots]
    shop.work.run(allocate_line, AllocateLine(line_of(shop, order), shares))


def promised(shop, order):
    line = line_of(shop, order)
    codes = dict(shop.work.read(lambda books: books.rows("SELECT id, code FROM lot")))
    shares = shop.work.read(shares_of, [line]).get(line, [])
    return {codes.get(share.lot_id, ""): share.quantity // 1_000_000 for share in shares}


def went(shop, document):
    return dict(
        shop.work.read(
            lambda books: books.rows(
                "SELECT l.code, m.quantity / 1000000 FROM stock_move m JOIN lot l "
                "ON l.id = m.lot_id WHERE m.document_id = ?",
                (document.id,),
            )
        )
    )


def picks(shop, *orders):
    plan = shop.work.read(plan_picking, [one.id for one in orders], shop.wid("MAIN"))
    return [(one.number, one.lot, one.quantity // 1_000_000) for one in plan.picks]


def test_an_order_gets_the_lots_it_was_promised_not_the_first_to_expire(dairy):
    order = ordered(dairy, 4)
    promise(dairy, order, ("LATE", 4))
    gone = dairy.issue(order, "MILK", 3, on=4)
    assert went(dairy, gone) == {"LATE": 3}
    assert promised(dairy, order) == {"LATE": 1}


def test_nobody_else_takes_a_promised_lot_while_there_is_another(dairy):
    order = ordered(dairy, 5)
    promise(dairy, order, ("SOON", 5))
    sold = dairy.sell("MILK", 2, on=5)
    assert went(dairy, sold) == {"LATE": 2}
    other = ordered(dairy, 6, on=4)
    assert went(dairy, dairy.issue(other, "MILK", 6, on=6)) == {"LATE": 6}
    assert went(dairy, dairy.issue(order, "MILK", 5, on=7)) == {"SOON": 5}


def test_two_lines_of_one_paper_share_the_lots(dairy):
    lines = [TradeLine(dairy.pid("MILK"), D(4), D(2)), TradeLine(dairy.pid("MILK"), D(4), D(2))]
    order = dairy.work.run(
        confirm_order, WriteOrder(Kind.SALES_ORDER, dairy.customer, lines, at=day(3, 8))
    )
    plan = dairy.work.read(plan_picking, [order.id], dairy.wid("MAIN"))
    shipped = dairy.work.run(
        ship_picked,
        ShipPicked(dairy.wid("MAIN"), [Picked(one.line_id, one.product_id, D(4), "") for one in
                                       {pick.line_id: pick for pick in plan.picks}.values()],
                   at=day(4)),
    )  # fmt: skip
    rows = dairy.work.read(
        lambda books: books.rows(
            "SELECT l.code, m.quantity / 1000000 FROM stock_move m JOIN lot l ON l.id = m.lot_id "
            "WHERE m.document_id = ? ORDER BY m.id",
            (shipped[0].id,),
        )
    )
    assert rows == [("SOON", 4), ("SOON", 1), ("LATE", 3)]


def test_a_lot_is_promised_once(dairy):
    first, second = ordered(dairy, 4), ordered(dairy, 4, on=4)
    promise(dairy, first, ("SOON", 4))
    with pytest.raises(errors.LotShort) as refused:
        promise(dairy, second, ("SOON", 3))
    assert refused.value.facts == {"sku": "MILK", "lot": "SOON", "missing": "2"}
    promise(dairy, second, ("SOON", 1), ("LATE", 3))
    assert promised(dairy, second) == {"SOON": 1, "LATE": 3}
    dairy.work.run(change_lot, ChangeLot(lot(dairy, "LATE"), blocked="smells"))
    with pytest.raises(errors.LotBlocked):
        promise(dairy, second, ("LATE", 4))


def test_one_warehouse_is_not_given_twice_in_two_lots(dairy):
    """Ten are somebody's already: six of two lots together are more than what is free."""
    promise(dairy, ordered(dairy, 10), ("LATE", 10))
    order = ordered(dairy, 6, on=4)
    with pytest.raises(errors.NotEnoughStock):
        dairy.work.run(
            allocate_line,
            AllocateLine(line_of(dairy, order), [
                HandShare(dairy.wid("MAIN"), D(5), lot(dairy, "SOON")),
                HandShare(dairy.wid("MAIN"), D(1)),
            ]),
        )  # fmt: skip


def test_picking_shows_the_promised_lots_and_leaves_them_to_their_order(dairy):
    first, second = ordered(dairy, 8), ordered(dairy, 5, on=4)
    promise(dairy, second, ("SOON", 5))
    assert sorted(picks(dairy, first, second)) == sorted([
        (first.number, "LATE", 8), (second.number, "SOON", 5)
    ])  # fmt: skip
    assert picks(dairy, first) == [(first.number, "LATE", 8)]
    shipped = dairy.work.run(
        ship_picked,
        ShipPicked(dairy.wid("MAIN"), [
            Picked(line_of(dairy, second), dairy.pid("MILK"), D(3), "SOON")
        ], at=day(5)),
    )  # fmt: skip
    assert went(dairy, shipped[0]) == {"SOON": 3}


def test_allocating_by_rule_keeps_the_lots_of_a_line(dairy):
    order = ordered(dairy, 6)
    promise(dairy, order, ("LATE", 4))
    dairy.work.run(allocate, Allocate())
    assert promised(dairy, order) == {"LATE": 4, "": 2}


# -- dealt out by the rule -----------------------------------------------------------------------


def dealt(shop, **how):
    how.setdefault("lots", True)
    return shop.work.run(allocate, Allocate(**how))


def test_the_rule_promises_what_expires_first(dairy):
    first, second = ordered(dairy, 4), ordered(dairy, 4, on=4)
    dealt(dairy)
    assert promised(dairy, first) == {"SOON": 4}
    assert promised(dairy, second) == {"SOON": 1, "LATE": 3}
    issued = dairy.issue(second, "MILK", 4, on=10)
    assert went(dairy, issued) == {"SOON": 1, "LATE": 3}
    assert went(dairy, dairy.issue(first, "MILK", 4, on=10)) == {"SOON": 4}


def test_what_is_over_before_the_order_is_due_is_not_promised(dairy):
    line = TradeLine(dairy.pid("MILK"), D(12), D(2))
    order = WriteOrder(Kind.SALES_ORDER, dairy.customer, [line], at=day(3, 8), due_on=20260120)
    later = dairy.work.run(confirm_order, order)
    assert dealt(dairy) == {line_of(dairy, later): 10_000_000}
    assert promised(dairy, later) == {"LATE": 10}


def test_blocked_and_expired_lots_are_promised_to_nobody(dairy):
    came(dairy, ("OVER", 20, 20260109), ("BAD", 20, 20260201))
    dairy.work.run(change_lot, ChangeLot(lot(dairy, "BAD"), blocked="recall"))
    order = ordered(dairy, 30)
    assert dealt(dairy) == {line_of(dairy, order): 15_000_000}
    assert promised(dairy, order) == {"SOON": 5, "LATE": 10}


def test_a_line_keeps_its_lots_and_others_get_what_is_left(dairy):
    first, second = ordered(dairy, 4), ordered(dairy, 3, on=4)
    promise(dairy, second, ("SOON", 3))
    dealt(dairy)
    assert promised(dairy, second) == {"SOON": 3}
    assert promised(dairy, first) == {"SOON": 2, "LATE": 2}


def test_a_promised_lot_that_is_blocked_meanwhile_is_promised_no_more(dairy):
    order = ordered(dairy, 4)
    promise(dairy, order, ("SOON", 4))
    dairy.work.run(change_lot, ChangeLot(lot(dairy, "SOON"), blocked="recall"))
    dealt(dairy)
    assert promised(dairy, order) == {"LATE": 4}


def test_who_stands_first_in_line_gets_the_last_lot(dairy):
    """Fifteen there are; whoever ordered first is served first, whatever was promised by hand."""
    first, second = ordered(dairy, 13), ordered(dairy, 5, on=4)
    promise(dairy, second, ("SOON", 5))
    dealt(dairy)
    assert promised(dairy, first) == {"LATE": 10, "SOON": 3}
    assert promised(dairy, second) == {"SOON": 2}


def test_goods_of_another_warehouse_rather_than_expired_ones(dairy):
    dairy.warehouse("BACK")
    line = TradeLine(dairy.pid("MILK"), D(4), D(1), lot="FAR", expires_on=20260401)
    dairy.work.run(
        receive_goods,
        ReceiveGoods(dairy.supplier, lines=[line], at=day(2), place_id=dairy.wid("BACK")),
    )
    dairy.work.run(change_lot, ChangeLot(lot(dairy, "LATE"), blocked="recall"))
    order = ordered(dairy, 9)
    dealt(dairy)
    assert promised(dairy, order) == {"SOON": 5, "FAR": 4}


def test_serial_numbers_and_plain_goods_are_promised_by_the_warehouse(dairy):
    dairy.product("PHONE", track="serial")
    line = TradeLine(dairy.pid("PHONE"), D(2), D(9), serials=("S1", "S2"))
    dairy.work.run(receive_goods, ReceiveGoods(dairy.supplier, lines=[line], at=day(2)))
    dairy.receive("TEA", 5, 1, on=2)
    orders = dairy.sales_order("PHONE", 1), dairy.sales_order("TEA", 3)
    dealt(dairy)
    for order, sku, much in zip(orders, ("PHONE", "TEA"), (1, 3), strict=True):
        shares = dairy.work.read(shares_of, [dairy.lines_of(order)[sku].id])
        assert [
            (share.lot_id, share.quantity // 1_000_000) for one in shares.values() for share in one
        ] == [(None, much)]


def test_the_shop_remembers_whether_lots_are_promised(dairy):
    order = ordered(dairy, 4)
    dealt(dairy, lots=None)
    assert promised(dairy, order) == {"": 4}
    dealt(dairy, remember=True)
    dealt(dairy, lots=None)
    assert promised(dairy, order) == {"SOON": 4}
