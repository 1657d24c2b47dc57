"""Members at the till: prices that follow whose cart it is, and who may owe how much."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from erp_desktop.reports import till_rows
from erp_desktop.services.catalogue.levels import NamedPrice, SaveLevel, put_price, save_level
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.records import record
from erp_desktop.views.sales.exchange_page import ExchangePage
from erp_desktop.views.till.cart import cart_content, cart_from
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.widgets.buttons import Button
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        member = shop.work.run(save_level, SaveLevel("Member", D(90)))
        whole = shop.work.run(save_level, SaveLevel("Wholesale A"))
        shop.mei = shop.work.run(
            save_partner,
            SavePartner("M-0815", "Mei Lin", is_customer=True, phone="555 0100",
                        price_level_id=member),
        )  # fmt: skip
        shop.big = shop.work.run(
            save_partner, SavePartner("BIG", "Big house", is_customer=True, price_level_id=whole)
        )
        shop.work.run(put_price, shop.pid("22423"), NamedPrice(D(10), level_id=whole, minimum=D(3)))
        yield shop, office


@pytest.fixture
def till(qtbot, gifts):
    return shown(qtbot, TillPage(gifts[1]))


def scan(till, *codes):
    for code in codes:
        type_into(till.scan.field, code)


def line(till, row=0):
    return till.card.view.lines.line(row)


def last_sale(shop):
    return shop.work.read(record, shop.work.read(till_rows.last_sale).id)


def answer(till, words):
    buttons = till.banner.findChildren(Button)
    next(one for one in buttons if one.text() == words and one.isVisible()).click()


def test_a_members_card_turns_the_cart_to_his_prices_and_back(till, gifts):
    scan(till, "22423")
    assert line(till)["price"] == D("12.75")
    scan(till, "M-0815")
    assert (till.cart.customer, line(till)["price"]) == ("Mei Lin", D("11.48"))
    assert line(till)["below"].startswith("22423 · Member 90%")
    scan(till, "22423")  # one more on the same line
    assert (len(till.cart.lines), line(till)["quantity"]) == (1, D(2))
    till.set_customer(None, "")
    assert line(till)["price"] == D("12.75")
    assert "Member" not in line(till)["below"]


def test_a_phone_number_finds_a_member_and_the_sale_is_at_his_price(till, gifts):
    shop, _ = gifts
    scan(till, "555 0100", "22423")
    press(till.scan.field, Key.Key_F12)
    sale = last_sale(shop)
    assert (sale.header.partner_id, sale.lines[0].price) == (shop.mei, 11_480000)


def test_the_third_piece_reaches_the_wholesale_price(till, gifts):
    shop, _ = gifts
    till.set_customer(shop.big, "Big house")
    scan(till, "22423", "22423")
    assert line(till)["price"] == D("12.75")
    scan(till, "22423")
    assert (line(till)["price"], line(till)["amount"]) == (D("10.00"), D("30.00"))
    till.work.step_current(-1)
    assert line(till)["price"] == D("12.75")


def test_a_typed_price_stays_whoever_comes(till, gifts):
    shop, _ = gifts
    scan(till, "22423")
    press(till.scan.field, Key.Key_F3)
    type_into(till.scan.band.field, "12")
    till.set_customer(shop.mei, "Mei Lin")
    assert line(till)["price"] == D(12)


def test_a_kept_cart_knows_why_its_prices_are_so(till, gifts):
    shop, _ = gifts
    till.set_customer(shop.mei, "Mei Lin")
    scan(till, "22423")
    again = cart_from(cart_content(till.cart))
    assert (again.lines[0].price, again.lines[0].why) == (D("11.48"), "Member 90%")


def test_over_the_limit_is_paid_now_or_sold_anyway(till, gifts):
    shop, _ = gifts
    shop.work.run(save_partner, SavePartner("M-0815", credit_limit=D(10)))
    till.set_customer(shop.mei, "Mei Lin")
    scan(till, "22423")
    till.checkout.choose("account")
    press(till.scan.field, Key.Key_F12)
    assert "over the credit limit by 1.48" in till.banner.sentence()
    answer(till, "Take payment")
    assert till.money.take.text() == "Take £11.48 cash"
    till.checkout.choose("account")
    press(till.scan.field, Key.Key_F12)
    answer(till, "Sell anyway")
    assert shop.account("receivable") == D("11.48")
    assert not till.cart.lines


def test_what_is_paid_needs_no_credit(till, gifts):
    shop, _ = gifts
    shop.work.run(save_partner, SavePartner("M-0815", credit_limit=D(0)))
    scan(till, "M-0815", "22423")
    press(till.scan.field, Key.Key_F12)
    assert last_sale(shop).header.partner_id == shop.mei


def test_what_a_member_takes_instead_is_at_his_price(qtbot, gifts):
    shop, office = gifts
    sale = shop.sell("22423", 1, "12.75", on=10, customer_id=shop.mei)
    page = shown(qtbot, ExchangePage(office, sale.id))
    page.take_all()
    page.take_scan("5012345678900")  # another stand
    assert page.going.lines.line(0)["price"] == D("11.48")
    assert page.give.text() == "Exchange, give £1.27 cash back"
