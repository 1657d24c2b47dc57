"""Who may do what at the till, and how a colleague lends a right by their PIN."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.errors import BadPin, DiscountTooLarge, NotAllowed, NotEnoughStock, WrongPin
from erp_desktop.core.money import price, quantity
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.scanning import by_code, save_scale_codes
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.till import SellAtTill, sell_at_till
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.users import rights
from erp_desktop.services.users.people import add_person, check_pin, people, set_pin
from erp_desktop.services.users.rights import Approve, approve, rights_of, set_rights


@pytest.fixture
def clerk(shop):
    """Priya, a clerk, is on duty; Mary, the manager, has a PIN."""
    clock.set_now(lambda: day(5, 9))
    shop.product("TEA", price=20)
    shop.opening("TEA", 10, "10")
    work = shop.work
    work.run(add_person, "mary", "manager", "Mary")
    work.run(set_pin, "mary", "4711")
    work.user_id = work.run(add_person, "priya", "clerk", "Priya")
    yield shop
    clock.set_now(None)


def person(shop: Shop, name: str) -> int:
    return next(one.id for one in shop.work.read(people) if one.name == name)


def yes(shop: Shop, right: str, pin: str = "4711", **facts) -> int:
    return shop.work.run(approve, Approve(right, person(shop, "mary"), pin, **facts))


def sell(shop: Shop, qty: str = "1", **facts):
    sale = {name: facts.pop(name) for name in ("approvals", "below_stock") if name in facts}
    line = TradeLine(shop.pid("TEA"), D(qty), **facts)
    return shop.work.run(sell_at_till, SellAtTill([line], paid_by="cash", at=day(5), **sale))


def test_the_products_own_price_needs_no_right(clerk):
    sell(clerk)
    sell(clerk, price=D(20))


def test_another_price_needs_the_managers_yes(clerk):
    with pytest.raises(NotAllowed) as refused:
        sell(clerk, price=D(15))
    assert refused.value.facts == {"user": "Priya", "right": "price_override"}
    sale = sell(clerk, price=D(15), approvals=[yes(clerk, rights.PRICE)])
    row = clerk.work.read(
        lambda books: books.row("SELECT allowed, asked_by, given_by, document_id FROM approval")
    )
    assert row == ("price_override", clerk.work.user_id, person(clerk, "mary"), sale.id)


def test_an_approval_is_used_up_by_one_document(clerk):
    approval = yes(clerk, rights.PRICE)
    sell(clerk, price=D(15), approvals=[approval])
    with pytest.raises(NotAllowed):
        sell(clerk, price=D(15), approvals=[approval])


def test_an_approval_of_yesterday_is_none(clerk):
    approval = yes(clerk, rights.PRICE)
    clock.set_now(lambda: day(6, 9))
    with pytest.raises(NotAllowed):
        sell(clerk, price=D(15), approvals=[approval])


def test_a_clerk_gives_ten_percent_and_no_more(clerk):
    sell(clerk, percent_off=D(10))
    sell(clerk, discount=D(2))
    with pytest.raises(NotAllowed):
        sell(clerk, percent_off=D(11))
    with pytest.raises(NotAllowed):
        sell(clerk, discount=D("2.50"))
    sell(clerk, percent_off=D(30), approvals=[yes(clerk, rights.DISCOUNT, percent=D(30))])


def test_a_share_rounded_up_by_a_penny_is_nobodys_doing(clerk):
    """Ten per cent off the whole, 33 lines: some shares are a penny more than a tenth."""
    clerk.product("GUM", price="0.35", kind="service")
    lines = [TradeLine(clerk.pid("GUM"), D(1)) for _ in range(33)]
    cart = SellAtTill(lines, paid_by="cash", discount=D("1.16"), at=day(5))
    clerk.work.run(sell_at_till, cart)


def deal_out(clerk, *wanted):
    """The owner sets somebody's rights while the clerk is away."""
    clerk.work.user_id, away = None, clerk.work.user_id
    clerk.work.run(set_rights, *wanted)
    clerk.work.user_id = away


def test_a_wrong_pin_approves_nothing(clerk):
    with pytest.raises(WrongPin):
        yes(clerk, rights.PRICE, "0000")
    assert clerk.value_of("SELECT count(*) FROM approval") == 0


def test_nobody_lends_what_they_do_not_have(clerk):
    deal_out(clerk, "mary", {rights.PRICE: False}, D(20))
    assert rights.PRICE not in clerk.work.read(rights_of, person(clerk, "mary")).granted
    with pytest.raises(NotAllowed):
        yes(clerk, rights.PRICE)
    with pytest.raises(NotAllowed):
        yes(clerk, rights.DISCOUNT, percent=D(25))
    assert clerk.work.read(rights.lenders, rights.PRICE) == []


def test_a_person_may_have_more_than_the_role(clerk):
    deal_out(clerk, "priya", {rights.PRICE: True}, D(15))
    sell(clerk, price=D(1))
    sell(clerk, percent_off=D(15))
    deal_out(clerk, "priya", {rights.PRICE: False}, D(10))
    assert clerk.value_of("SELECT rights FROM user_account WHERE name = ?", "priya") == ""
    clerk.work.user_id = None
    with pytest.raises(DiscountTooLarge):
        clerk.work.run(set_rights, "priya", {}, D(101))


def test_selling_what_is_not_on_hand_is_asked_for_and_allowed(clerk):
    with pytest.raises(NotEnoughStock):
        sell(clerk, "11")
    with pytest.raises(NotAllowed):
        sell(clerk, "11", below_stock=True)
    sold = sell(clerk, "11", below_stock=True, approvals=[yes(clerk, rights.BELOW_STOCK)])
    assert [one.rule for one in sold.warnings] == ["NotEnoughStock"]
    assert clerk.on_hand("TEA") == D(-1)


def test_without_a_receipt_only_with_the_right(clerk):
    lines = [TradeLine(clerk.pid("TEA"), D(1), D(20))]
    back = ReturnFromCustomer(lines=lines, paid_by="cash", at=day(5))
    with pytest.raises(NotAllowed):
        clerk.work.run(return_from_customer, back)
    approval = yes(clerk, rights.NO_RECEIPT)
    back = ReturnFromCustomer(lines=lines, paid_by="cash", at=day(5), approvals=[approval])
    clerk.work.run(return_from_customer, back)
    assert clerk.stock_value("TEA") == D(110)  # L-19: the last known cost, never the price


def test_a_pin_is_four_to_eight_digits_and_kept_as_a_hash(clerk):
    for bad in ("123", "123456789", "12a4", "１２３４"):
        with pytest.raises(BadPin):
            clerk.work.run(set_pin, "priya", bad)
    clerk.work.run(set_pin, "priya", "1234")
    assert "1234" not in clerk.value_of("SELECT pin FROM user_account WHERE name = 'priya'")
    assert clerk.work.read(check_pin, clerk.work.user_id, "1234").name == "priya"
    with pytest.raises(WrongPin):
        clerk.work.read(check_pin, clerk.work.user_id, "4321")


def test_the_owner_may_do_everything_and_work_without_a_person_too(clerk):
    clerk.work.user_id = person(clerk, "owner")
    sell(clerk, price=D(1), percent_off=D(50))
    clerk.work.user_id = None
    sell(clerk, price=D(1), percent_off=D(50))


def test_a_case_and_a_scales_label_bring_their_own_price(clerk):
    """L-60, L-61: what the code says is no change of price by the clerk."""
    work = clerk.work
    case = SaveUnit("case", D(12), D(200), ["6901234567892"])
    work.run(save_product, SaveProduct("TEA", units=[case]))
    clerk.receive("TEA", 20, 10, on=1)
    sell(clerk, "12", price=D("16.666667"))
    clerk.product("40119", name="Ham", kind="service", price=0)
    work.user_id, away = None, work.user_id
    work.run(save_scale_codes, ["23IIIIIPPP.PPX"])
    work.user_id = away
    label = "2340119012506"
    ham = work.read(by_code, label)
    line = TradeLine(clerk.pid("40119"), quantity(ham.quantity), price(ham.price, 2))
    work.run(sell_at_till, SellAtTill([line], paid_by="cash", codes=[label], at=day(5)))
    with pytest.raises(NotAllowed):
        work.run(sell_at_till, SellAtTill([line], paid_by="cash", at=day(5)))


def let_off(shop: Shop, much: str, **facts):
    """A pot of tea at 20 less so much (抹零)."""
    cart = SellAtTill([TradeLine(shop.pid("TEA"), D(1), percent_off=facts.pop("off", D(0)))],
                      paid_by="cash", rounding=D(much), at=day(5), **facts)  # fmt: skip
    return shop.work.run(sell_at_till, cart)


def test_what_the_shops_own_rule_lets_off_needs_no_right(clerk):
    deal_out(clerk, "priya", {}, D(0))
    clerk.work.run(lambda books: books.put_setting("till_rounding", "1"))
    let_off(clerk, "0.99")
    with pytest.raises(NotAllowed) as refused:
        let_off(clerk, "1")
    assert refused.value.facts["right"] == rights.DISCOUNT
    let_off(clerk, "5", approvals=[yes(clerk, rights.DISCOUNT, percent=D(25))])


def test_what_is_let_off_beyond_the_rule_is_a_discount_like_any_other(clerk):
    let_off(clerk, "2")  # ten percent, which a clerk may give; the shop rounds nothing
    with pytest.raises(NotAllowed):
        let_off(clerk, "2.01")
    with pytest.raises(NotAllowed):
        let_off(clerk, "1", off=D(6))  # six percent and a twentieth of the rest
    let_off(clerk, "0.50", off=D(6))
    clerk.work.user_id = None  # a sale that is imported stays as it was
    let_off(clerk, "19")
