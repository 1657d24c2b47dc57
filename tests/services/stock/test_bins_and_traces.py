"""Bins, traces and the end of a lot's days, in the words of a shop's day."""

import pytest

from builders import D, day
from erp_desktop.core import clock, errors
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.lots import expiry, recall, stock_by_lot, trace
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.picking import Picked, ShipPicked, plan_picking, ship_picked
from erp_desktop.services.stock.bins import MakeBins, bin_named, make_bins, put_away
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.services.stock.transit import ArrivedPart, ReceiveTransfer, receive_transfer
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users.people import add_person


@pytest.fixture(autouse=True)
def _the_twentieth_of_january():
    clock.set_now(lambda: day(20, 8))


@pytest.fixture
def milk(shop):
    shop.product("MILK", track="lot", price=2)
    return shop


def came(shop, lot, qty, expires=None, *, sku="MILK", at=1, on=1, **facts):
    line = TradeLine(shop.pid(sku), D(qty), D(at), lot=lot, expires_on=expires)
    return shop.work.run(
        receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(on), **facts)
    )


def lots_of(shop, document):
    """(lot, how much) of what a document moved."""
    return shop.work.read(
        lambda books: [
            (row[0], D(row[1]) / 1_000_000)
            for row in books.rows(
                "SELECT l.code, m.quantity FROM stock_move m JOIN lot l ON l.id = m.lot_id "
                "WHERE m.document_id = ? ORDER BY m.id",
                (document.id,),
            )
        ]
    )


def lot_id(shop, code):
    return shop.value_of("SELECT id FROM lot WHERE code = ?", code)


def table(shop, report, *keys, **asked):
    found = shop.work.read(report, ReportAsk(**asked))
    at = [found.column(key) for key in keys]
    return [tuple(row[one] for one in at) for row in found.rows]


def test_a_lot_without_a_day_is_good_for_the_products_shelf_life(shop):
    shop.product("MILK", track="lot", shelf_days=7)
    came(shop, "A", 5, on=3)
    assert shop.value_of("SELECT expires_on FROM lot") == 20260110


def test_lots_travel_arrive_and_are_written_off(milk):
    milk.warehouse("B")
    came(milk, "A", 5, 20261029)
    came(milk, "B", 5, 20261030)
    line = MoveLine(milk.pid("MILK"), D(7))
    sent = milk.work.run(
        transfer_goods,
        TransferGoods(milk.wid("MAIN"), milk.wid("B"), [line], at=day(3), travels=True),
    )
    part = ArrivedPart(milk.lines_of(sent)["MILK"].id, D(6), D(1))
    milk.work.run(receive_transfer, ReceiveTransfer(sent.id, [part], "spilt", at=day(4)))
    assert table(milk, stock_by_lot, "warehouse", "lot", "on_hand") == [
        ("Shop", "B", D(3)), ("B", "A", D(5)), ("B", "B", D(1)),
    ]  # fmt: skip
    gone = milk.work.run(
        write_off, WriteOff([MoveLine(milk.pid("MILK"), D(1), lot="B")], "spilt", at=day(5))
    )
    assert lots_of(milk, gone) == [("B", D(1))]


def test_goods_lie_in_bins_and_leave_them_in_the_order_of_walking(shop):
    main = shop.wid("MAIN")
    first, second = shop.work.run(make_bins, MakeBins(main, "A-", 1, 2))
    lines = [
        TradeLine(shop.pid("TEA"), D(3), D(1), bin_id=second),
        TradeLine(shop.pid("TEA"), D(2), D(1), bin_id=first),
    ]
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=lines, at=day(1)))
    shop.receive("TEA", 1, 1, on=2)  # lies in no bin
    assert shop.work.read(put_away, main, [shop.pid("TEA")]) == {shop.pid("TEA"): second}
    shop.sell("TEA", 4, 2, on=3)
    assert table(shop, stock_by_lot, "bin", "on_hand") == [("A-02", D(1))]
    shop.sell("TEA", 2, 2, on=4)
    assert table(shop, stock_by_lot, "bin", "on_hand") == []


def test_from_bin_to_bin_no_value_moves(shop):
    main = shop.wid("MAIN")
    first, second = shop.work.run(make_bins, MakeBins(main, "A-", 1, 2))
    line = TradeLine(shop.pid("TEA"), D(5), D(1), bin_id=first)
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(1)))
    move = MoveLine(shop.pid("TEA"), D(2), bin_id=first, to_bin_id=second)
    moved = shop.work.run(transfer_goods, TransferGoods(main, main, [move], at=day(2)))
    assert shop.cost_of(moved) == 0
    assert shop.stock_value() == D(5)
    assert table(shop, stock_by_lot, "bin", "on_hand") == [("A-01", D(3)), ("A-02", D(2))]
    with pytest.raises(errors.SamePlace):
        shop.work.run(
            transfer_goods, TransferGoods(main, main, [MoveLine(shop.pid("TEA"), D(1))], at=day(3))
        )
    shop.reverse(moved)
    assert table(shop, stock_by_lot, "bin", "on_hand") == [("A-01", D(5))]
    assert shop.work.read(bin_named, main, "A-02") == second


def test_orders_are_picked_together_past_the_bins(milk):
    main = milk.wid("MAIN")
    near, far = milk.work.run(make_bins, MakeBins(main, "A-", 1, 2))
    for lot, place, expires in (("A", far, 20261029), ("B", near, 20261030)):
        line = TradeLine(milk.pid("MILK"), D(5), D(1), lot=lot, expires_on=expires, bin_id=place)
        milk.work.run(receive_goods, ReceiveGoods(milk.supplier, lines=[line], at=day(1)))
    orders = [milk.sales_order("MILK", qty, 2, on=2) for qty in (4, 3, 9)]
    plan = milk.work.read(plan_picking, [one.id for one in orders], main)
    picks = [(one.number, one.bin, one.lot, one.quantity // 1_000_000) for one in plan.picks]
    assert picks == [
        (orders[1].number, "A-01", "B", 2),
        (orders[2].number, "A-01", "B", 3),
        (orders[0].number, "A-02", "A", 4),
        (orders[1].number, "A-02", "A", 1),
    ]
    assert [one.quantity // 1_000_000 for one in plan.short] == [6]
    picked = [
        Picked(one.line_id, one.product_id, D(one.quantity) / 1_000_000, one.lot, one.bin_id)
        for one in plan.picks
    ]
    posted = milk.work.run(ship_picked, ShipPicked(main, picked, at=day(3)))
    assert len(posted) == 3
    assert milk.on_hand("MILK") == 0
    assert milk.reserved("MILK") == D(6)


def test_a_lot_is_traced_from_its_supplier_to_its_customers_and_back(milk):
    receipt = came(milk, "A", 10, 20261029)
    line = TradeLine(milk.pid("MILK"), D(4), D(2))
    sent = milk.work.run(issue_goods, IssueGoods(milk.customer, lines=[line], at=day(3)))
    milk.sell("MILK", 1, 2, on=4)
    back = milk.take_back(sent, "MILK", 1, on=5)
    assert table(milk, trace, "number", "partner", "came", "went", lot="A") == [
        (receipt.number, "Acme Ltd", D(10), None),
        (sent.number, "Zhou trading", None, D(4)),
        (milk.value_of("SELECT number FROM document WHERE kind = 'sale'"), "", None, D(1)),
        (back.number, "Zhou trading", D(1), None),
    ]
    assert table(milk, recall, "customer", "lot", "quantity", lot="A") == [
        ("Zhou trading", "A", D(3)),
        ("", "A", D(1)),
    ]
    with pytest.raises(errors.UnknownLot):
        table(milk, trace, "number", lot="Z")


def test_what_was_made_of_a_lot_is_traced_too(milk):
    from erp_desktop.services.stock.assembling import Assemble, StockLine, assemble

    milk.product("CHEESE", track="lot", price=9)
    came(milk, "A", 12, 20261029)
    command = Assemble(
        made=[StockLine(milk.pid("CHEESE"), D(1), D(1), lot="C1", expires_on=20261230)],
        used=[StockLine(milk.pid("MILK"), D(10), D(1), lot="A")],
        at=day(2),
    )
    milk.work.run(assemble, command)
    line = TradeLine(milk.pid("CHEESE"), D(1), D(9))
    milk.work.run(issue_goods, IssueGoods(milk.customer, lines=[line], at=day(3)))
    assert table(milk, recall, "customer", "lot", "sku", lot="A") == [
        ("Zhou trading", "C1", "CHEESE")
    ]
    milk.work.run(write_off, WriteOff([MoveLine(milk.pid("MILK"), D(2))], "sour", at=day(4)))
    # back from the cheese: to the milk's receipt, and how it went in; not where else it went
    assert table(milk, trace, "kind", "lot", "came", "went", lot="C1") == [
        ("goods_receipt", "A", D(12), None),
        ("assembly", "A", None, D(10)),
        ("assembly", "C1", D(1), None),
        ("goods_issue", "C1", None, D(1)),
    ]


def test_the_expiry_board_counts_the_days(milk):
    came(milk, "SOON", 5, 20260125, at=1)
    came(milk, "OVER", 2, 20260118, at=1)
    came(milk, "LATER", 3, 20261029, at=1)
    assert table(milk, expiry, "lot", "days", "state", "on_hand", "worth") == [
        ("OVER", -2, "expired", D(2), D(2)),
        ("SOON", 5, "expires_soon", D(5), D(5)),
        ("LATER", 282, "good", D(3), D(3)),
    ]


def test_expired_goods_are_refused_without_the_right(milk):
    came(milk, "OLD", 5, 20260110)
    with pytest.raises(errors.LotExpired) as refused:
        milk.sell("MILK", 1, 2, on=20)
    assert refused.value.facts["lot"] == "OLD"
    milk.sell("MILK", 1, 2, on=9)  # it was good then
    milk.work.run(add_person, "lee", "clerk")
    milk.work.user_id = milk.value_of("SELECT id FROM user_account WHERE name = 'lee'")
    with pytest.raises(errors.NotAllowed):
        milk.sell("MILK", 1, 2, on=20, allow_expired=True)
    milk.work.user_id = None
    assert lots_of(milk, milk.sell("MILK", 1, 2, on=20, allow_expired=True)) == [("OLD", D(1))]
