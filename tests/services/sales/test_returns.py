"""Returns by the shop's rules (how long, why, to where), and exchanges for the difference."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.errors import NotAmong, ReturnTooLate
from erp_desktop.core.money import money
from erp_desktop.services.records import header, record
from erp_desktop.services.sales.exchanging import Exchange, exchange, exchange_of, sums_of
from erp_desktop.services.sales.return_rules import (
    USUAL,
    Came,
    Reason,
    ReturnRules,
    return_rules,
    set_return_rules,
)
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.services.users.rights import LATE_RETURN, Approve, approve


@pytest.fixture
def gifts(shop):
    clock.set_now(lambda: day(10, 9))
    shop.product("TEA", price=20)
    shop.product("CUP", price=30)
    shop.opening("TEA", 10, "10")
    shop.opening("CUP", 10, "12")
    yield shop
    clock.set_now(None)


def back_of(shop: Shop, sale, sku: str = "TEA", qty: str = "1", **facts) -> ReturnFromCustomer:
    part = PartLine(shop.lines_of(sale)[sku].id, D(qty))
    return ReturnFromCustomer(sale.id, parts=[part], at=day(10), **facts)


def going(shop: Shop, sku: str = "CUP", qty: str = "1", **facts) -> SellAtTill:
    facts.setdefault("external_id", "till-x")
    return SellAtTill([TradeLine(shop.pid(sku), D(qty))], at=day(10), **facts)


def moves(shop: Shop, posted) -> list[tuple[str, str]]:
    return shop.work.read(
        lambda books: books.rows(
            "SELECT s.kind, t.code FROM stock_move m JOIN location s ON s.id = m.source_id "
            "JOIN location t ON t.id = m.target_id WHERE m.document_id = ? ORDER BY m.id",
            (posted.id,),
        )
    )


def test_goods_go_to_stock_to_repair_or_to_scrap(gifts):
    sale = gifts.sell("TEA", 3, 20, on=9)
    for place, reason in (("stock", "changed_mind"), ("repair", "faulty"), ("scrap", "damaged")):
        came = [Came(reason, "as told", place)]
        gifts.work.run(return_from_customer, back_of(gifts, sale, paid_by="cash", came=came))
    assert gifts.on_hand("TEA", "MAIN") == D(8)
    assert gifts.on_hand("TEA", "REPAIR") == D(1)
    assert gifts.account("write_offs") == D(10)
    assert gifts.cost_of_sales() == D(0)
    kept = gifts.work.read(
        lambda books: books.rows(
            "SELECT reason, words, went_to FROM returned_line ORDER BY line_id"
        )
    )
    assert kept == [
        ("changed_mind", "as told", "stock"), ("faulty", "as told", "repair"),
        ("damaged", "as told", "scrap"),
    ]  # fmt: skip


@pytest.mark.parametrize("place", ["stock", "repair", "scrap"])
def test_a_return_can_be_reversed_wherever_the_goods_went(gifts, place):
    sale = gifts.sell("TEA", 2, 20, on=9)
    before = gifts.stock_value("TEA"), gifts.account("cash"), gifts.account("write_offs")
    came = [Came("other", "", place)]
    back = gifts.work.run(return_from_customer, back_of(gifts, sale, paid_by="cash", came=came))
    gifts.reverse(back)
    assert (gifts.stock_value("TEA"), gifts.account("cash"), gifts.account("write_offs")) == before


def test_what_is_scrapped_goes_through_stock(gifts):
    sale = gifts.sell("TEA", 1, 20, on=9)
    came = [Came("damaged", "", "scrap")]
    back = gifts.work.run(return_from_customer, back_of(gifts, sale, paid_by="cash", came=came))
    assert moves(gifts, back) == [("customer", "MAIN"), ("storage", "~SCRAP")]


def test_a_place_nobody_knows_is_refused(gifts):
    sale = gifts.sell("TEA", 1, 20, on=9)
    with pytest.raises(NotAmong):
        gifts.work.run(
            return_from_customer, back_of(gifts, sale, paid_by="cash", came=[Came("x", "", "moon")])
        )


def test_after_the_days_the_shop_grants_it_takes_a_right(gifts):
    work = gifts.work
    work.run(set_return_rules, ReturnRules(7, (Reason("broken", "Broken", "scrap"),)))
    assert work.read(return_rules).reasons == (Reason("broken", "Broken", "scrap"),)
    old, new = gifts.sell("TEA", 1, 20, on=2), gifts.sell("TEA", 1, 20, on=5)
    work.run(add_person, "mary", "manager", "Mary")
    work.run(set_pin, "mary", "4711")
    mary = gifts.value_of("SELECT id FROM user_account WHERE name = 'mary'")
    work.user_id = work.run(add_person, "priya", "clerk", "Priya")
    work.run(return_from_customer, back_of(gifts, new, paid_by="cash"))
    with pytest.raises(ReturnTooLate) as refused:
        work.run(return_from_customer, back_of(gifts, old, paid_by="cash"))
    assert refused.value.facts == {"sold": "2026-01-02", "days": "7"}
    approval = work.run(approve, Approve(LATE_RETURN, mary, "4711"))
    work.run(return_from_customer, back_of(gifts, old, paid_by="cash", approvals=[approval]))


def test_a_new_shop_has_reasons_and_no_end_of_days(gifts):
    assert gifts.work.read(return_rules) == ReturnRules(0, USUAL)


def test_l70_what_was_let_off_is_given_back_as_it_was_paid(gifts):
    """23.47 paid as 23.40: 0.07 is rounding; all of it back is 23.40, and the drawer agrees."""
    gifts.product("ODD", price="23.47", kind="service")
    cart = SellAtTill(
        [TradeLine(gifts.pid("ODD"), D(1))], [PaidBy("cash", D("23.40"))], rounding=D("0.07"),
        at=day(9),
    )  # fmt: skip
    sale = gifts.work.run(sell_at_till, cart)
    assert gifts.account("rounding") == D("0.07")
    gifts.work.run(return_from_customer, back_of(gifts, sale, "ODD", paid_by="cash"))
    assert (gifts.account("cash"), gifts.account("rounding")) == (D(0), D(0))


def test_l70_piece_by_piece_comes_to_the_same(gifts):
    gifts.product("ODD", price="7.82", kind="service")
    cart = SellAtTill(
        [TradeLine(gifts.pid("ODD"), D(3))], [PaidBy("cash", D("23.40"))], rounding=D("0.06"),
        at=day(9),
    )  # fmt: skip
    sale = gifts.work.run(sell_at_till, cart)
    for _ in range(3):
        gifts.work.run(return_from_customer, back_of(gifts, sale, "ODD", paid_by="cash"))
    assert (gifts.account("cash"), gifts.account("rounding")) == (D(0), D(0))


def test_an_exchange_for_something_dearer_is_paid_by_the_difference(gifts):
    sale = gifts.sell("TEA", 1, 20, on=9)
    command = Exchange(
        back_of(gifts, sale, came=[Came("wrong_size")], external_id="till-x-back"),
        going(gifts, payments=[PaidBy("card", D(10))]),
    )
    assert gifts.work.read(sums_of, command) == (D(20), D(30))
    done = gifts.work.run(exchange, command)
    assert (gifts.account("card"), gifts.account("cash")) == (D(10), D(20))
    assert gifts.account("customer_advances") == D(0)
    assert (gifts.on_hand("TEA"), gifts.on_hand("CUP")) == (D(10), D(9))
    assert gifts.work.read(header, done.going.id).of_id == done.back.id


def test_an_exchange_for_something_cheaper_gives_the_difference_back(gifts):
    sale = gifts.sell("CUP", 1, 30, on=9)
    gifts.work.run(exchange, Exchange(back_of(gifts, sale, "CUP"), going(gifts, "TEA")))
    assert gifts.account("cash") == D(20)
    assert gifts.account("sales") == D(-20)


def test_an_exchange_sent_twice_is_stored_once(gifts):
    sale = gifts.sell("TEA", 1, 20, on=9)
    command = Exchange(
        back_of(gifts, sale, external_id="till-x-back"),
        going(gifts, payments=[PaidBy("cash", D(10))]),
    )
    first, again = gifts.work.run(exchange, command), gifts.work.run(exchange, command)
    assert (again.back.id, again.going.id) == (first.back.id, first.going.id)
    assert gifts.on_hand("CUP") == D(9)


@pytest.mark.parametrize("half", ["back", "going"])
def test_reversing_one_half_of_an_exchange_reverses_the_other(gifts, half):
    sale = gifts.sell("TEA", 1, 20, on=9)
    done = gifts.work.run(
        exchange,
        Exchange(back_of(gifts, sale), going(gifts, payments=[PaidBy("cash", D(10))])),
    )
    gifts.reverse(getattr(done, half))
    states = [gifts.work.read(header, one.id).state for one in done]
    assert states == ["reversed", "reversed"]
    assert (gifts.on_hand("TEA"), gifts.on_hand("CUP")) == (D(9), D(10))
    assert gifts.account("cash") == D(20)
    assert gifts.account("customer_advances") == D(0)


def test_a_wrong_exchange_leaves_nothing_behind(gifts):
    sale = gifts.sell("TEA", 1, 20, on=9)
    from erp_desktop.core.errors import PaymentTooSmall

    with pytest.raises(PaymentTooSmall):
        gifts.work.run(exchange, Exchange(back_of(gifts, sale), going(gifts)))
    assert gifts.on_hand("TEA") == D(9)
    assert gifts.value_of("SELECT count(*) FROM document WHERE kind = 'sales_return'") == 0


def test_what_an_invoiced_issue_brings_back_keeps_its_reasons_by_line(gifts):
    """The credit stands on lines of its own; the reason stays with the goods."""
    order = gifts.sales_order("TEA", 2, 20, on=2)
    issue = gifts.issue(order, "TEA", 2, on=3)
    gifts.invoice(issue, on=4)
    line = gifts.lines_of(issue)["TEA"].id
    came = [Came("faulty", "lid", "repair"), Came("damaged", "", "scrap")]
    parts = [PartLine(line, D(1)), PartLine(line, D(1))]
    back = gifts.work.run(
        return_from_customer,
        ReturnFromCustomer(issue.id, parts=parts, at=day(10), came=came),
    )
    positions = gifts.work.read(
        lambda books: books.rows(
            "SELECT l.position, r.reason FROM returned_line r JOIN document_line l "
            "ON l.id = r.line_id ORDER BY l.position"
        )
    )
    assert [reason for _, reason in positions] == ["faulty", "damaged"]
    goods = {position for position, _ in positions}
    assert {row.position for row in gifts.work.read(record, back.id).lines if not row.net} == goods
    assert money(gifts.work.read(header, back.id).total) == D(40)


def test_l71_a_discount_on_the_whole_and_all_of_it_back_balance_to_nothing(gifts):
    """2 × 2.12 with tax at 20 % and 10 % off the whole, then everything comes back."""
    gifts.product("PEN", price="2.12", tax=20, kind="service")
    cart = SellAtTill(
        [TradeLine(gifts.pid("PEN"), D(2))], paid_by="cash", discount=D("0.42"), at=day(9)
    )
    sale = gifts.work.run(sell_at_till, cart)
    gifts.work.run(return_from_customer, back_of(gifts, sale, "PEN", "2", paid_by="cash"))
    for role in ("cash", "sales", "output_tax", "rounding"):
        assert gifts.account(role) == D(0)


def test_each_half_of_an_exchange_knows_the_other(gifts):
    sale = gifts.sell("CUP", 1, 30, on=9)
    done = gifts.work.run(exchange, Exchange(back_of(gifts, sale, "CUP"), going(gifts, "TEA")))
    for half in done:
        assert gifts.work.read(exchange_of, half.id) == (done.back.id, done.going.id)
    assert gifts.work.read(exchange_of, sale.id) is None
