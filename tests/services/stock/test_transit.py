"""Goods that travel: sent into transit, received at the other end, in parts and short."""

import pytest

from builders import D, day
from erp_desktop.core import errors
from erp_desktop.core.money import money
from erp_desktop.services.records import record
from erp_desktop.services.stock.transferring import MoveLine, TransferGoods, transfer_goods
from erp_desktop.services.stock.transit import (
    ArrivedPart,
    ReceiveTransfer,
    on_the_way,
    receive_transfer,
)
from shop_proof import assert_books_are_exact


@pytest.fixture
def two(shop):
    """Tea at two warehouses: ten for 100.00 in A, five for 80.00 in B."""
    shop.product("TEA")
    shop.warehouse("B")
    shop.receive("TEA", 10, 10, on=1)
    shop.receive("TEA", 5, 16, on=1, into="B")
    yield shop
    shop.work.read(assert_books_are_exact)


def send(shop, qty, *, on=4, to="B", **facts):
    line = MoveLine(shop.pid("TEA"), D(qty))
    command = TransferGoods(
        shop.wid("MAIN"), shop.wid(to), [line], at=day(on), travels=True, **facts
    )
    return shop.work.run(transfer_goods, command)


def arrive(shop, sent, qty, missing=0, *, on=6, reason="", **facts):
    part = ArrivedPart(shop.lines_of(sent)["TEA"].id, D(qty), D(missing))
    command = ReceiveTransfer(sent.id, [part], reason, at=day(on), **facts)
    return shop.work.run(receive_transfer, command)


def left(shop, sent):
    return sum(shop.work.read(lambda books: on_the_way(books, record(books, sent.id))).values())


def test_what_was_sent_is_in_neither_warehouse_and_still_ours(two):
    sent = send(two, 4)
    assert two.on_hand("TEA", "MAIN") == 6
    assert two.on_hand("TEA", "B") == 5
    assert two.on_hand() == 15
    assert two.stock_value() == D(180)
    assert left(two, sent) == 4_000_000


def test_it_arrives_with_the_value_it_left_with(two):
    """LEDGER L-32 in two steps: A 6 / 60.00, B 9 / 120.00."""
    arrive(two, send(two, 4), 4)
    assert (two.on_hand("TEA", "MAIN"), two.stock_value("TEA", "MAIN")) == (D(6), D(60))
    assert (two.on_hand("TEA", "B"), two.stock_value("TEA", "B")) == (D(9), D(120))


def test_freight_found_later_follows_the_goods_over_the_road(two):
    """LEDGER L-32: +20.00 on A's receipt makes A 72.00 and B 128.00, nothing to adjustments."""
    receipt = two.value_of("SELECT id FROM document WHERE kind = 'goods_receipt' ORDER BY id")
    arrive(two, send(two, 4), 4)
    two.landed(type("Of", (), {"id": receipt})(), 20, on=1)
    assert two.stock_value("TEA", "MAIN") == D(72)
    assert two.stock_value("TEA", "B") == D(128)
    assert two.account("count_difference") == 0


def test_freight_found_while_they_travel_waits_with_them(two):
    receipt = two.value_of("SELECT id FROM document WHERE kind = 'goods_receipt' ORDER BY id")
    sent = send(two, 4)
    two.landed(type("Of", (), {"id": receipt})(), 20, on=5)
    assert two.stock_value() == D(200)
    arrive(two, sent, 4)
    assert two.stock_value("TEA", "B") == D(128)


def test_roads_to_different_warehouses_do_not_share_their_cost(two):
    two.warehouse("C")
    two.receive("TEA", 6, 40, on=2, into="C")
    dear = MoveLine(two.pid("TEA"), D(6))
    two.work.run(
        transfer_goods,
        TransferGoods(two.wid("C"), two.wid("MAIN"), [dear], at=day(3), travels=True),
    )
    arrive(two, send(two, 4), 4)
    assert two.stock_value("TEA", "B") == D(120)


def test_parts_arrive_one_after_the_other(two):
    sent = send(two, 4)
    arrive(two, sent, 1, on=5)
    assert left(two, sent) == 3_000_000
    arrive(two, sent, 3, on=6)
    assert left(two, sent) == 0
    assert two.stock_value("TEA", "B") == D(120)


def test_what_is_missing_is_written_off_at_its_cost(two):
    sent = send(two, 4)
    arrived = arrive(two, sent, 3, 1, reason="Broken on the way")
    assert left(two, sent) == 0
    assert two.on_hand("TEA", "B") == 8
    assert two.account("write_offs") == D(10)
    assert two.stock_value() == D(170)
    lines = two.work.read(record, arrived.id).lines
    assert [(line.quantity, line.note) for line in lines] == [
        (3_000_000, ""),
        (1_000_000, "Broken on the way"),
    ]


def test_what_is_missing_may_be_a_count_difference(two):
    arrive(two, send(two, 4), 0, 4, reason="Not in the box", missing_goes="adjustment")
    assert two.account("count_difference") == D(40)


def test_something_missing_wants_a_reason(two):
    sent = send(two, 4)
    with pytest.raises(errors.Missing):
        arrive(two, sent, 3, 1)


def test_no_more_arrives_than_was_sent(two):
    sent = send(two, 4)
    arrive(two, sent, 3)
    with pytest.raises(errors.MoreThanSent) as refused:
        arrive(two, sent, 2)
    assert refused.value.facts == {"sku": "TEA", "wanted": "2", "outstanding": "1"}


def test_a_transfer_in_one_step_has_nothing_to_receive(two):
    done = two.transfer("TEA", 4, "MAIN", "B")
    with pytest.raises(errors.WrongDocument):
        arrive(two, done, 1)


def test_goods_do_not_arrive_before_they_left(two):
    sent = send(two, 4, on=8)
    with pytest.raises(errors.BeforeItsOrigin):
        arrive(two, sent, 4, on=7)


def test_the_sender_cannot_take_back_what_has_arrived(two):
    sent = send(two, 4)
    arrived = arrive(two, sent, 4)
    with pytest.raises(errors.HasFollowers):
        two.reverse(sent)
    two.reverse(arrived)
    two.reverse(sent)
    assert two.stock_value("TEA", "MAIN") == D(100)


def test_sent_twice_is_received_once(two):
    sent = send(two, 4, external_id="X1")
    again = send(two, 4, external_id="X1")
    assert (again.id, again.again) == (sent.id, True)
    first = arrive(two, sent, 4, external_id="X2")
    assert arrive(two, sent, 4, external_id="X2").id == first.id
    assert money(two.value_of("SELECT SUM(value) FROM stock_balance")) == D(180)
