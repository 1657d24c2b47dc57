"""Day files for price levels and agreed prices, and what a customer may owe."""

from decimal import Decimal

import pytest

from builders import Shop
from day_lines import send
from shop_proof import assert_books_are_exact

START = [
    {"do": "product", "sku": "TEA", "price": "28.00",
     "units": [{"unit": "case", "holds": "12"}]},
    {"do": "price_level", "name": "Member", "percent": "94"},
    {"do": "price_level", "name": "Wholesale A"},
    {"do": "customer", "code": "MEI", "price_level": "Member", "tags": ["VIP", "tea house"]},
    {"do": "customer", "code": "BIG", "price_level": "Wholesale A", "credit_limit": "300"},
    {"do": "price", "sku": "TEA", "level": "Wholesale A", "from": "10", "price": "24.00"},
    {"do": "price", "sku": "TEA", "customer": "MEI", "unit": "case", "price": "290.00",
     "until": "2026-01-31"},
]  # fmt: skip


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "prices.shop")
    shop.product("TEA")
    shop.opening("TEA", 500, "10")
    assert [one["posted"] for one in send(shop, *START)] == [True] * len(START)
    yield shop
    shop.work.read(assert_books_are_exact)
    shop.work.close()


def order(customer, qty, day="05", **said):
    line = {"sku": "TEA", "qty": qty} | {key: said.pop(key) for key in ("unit", "price")
                                         if key in said}  # fmt: skip
    return {"do": "sales_order", "at": f"2026-01-{day}T09:00", "customer": customer,
            "lines": [line]} | said  # fmt: skip


def total(shop, answer) -> Decimal:
    assert answer["posted"], answer
    sql = "SELECT total FROM document WHERE number = ?"
    return Decimal(shop.value_of(sql, answer["number"])).scaleb(-4)


def test_a_line_without_a_price_takes_the_customers(shop):
    answers = send(
        shop, order("MEI", "1"), order("MEI", "1", unit="case"), order("BIG", "10"),
        order("MEI", "1", price="20.00"),
    )  # fmt: skip
    assert [total(shop, one) for one in answers] == [
        Decimal("26.32"), Decimal(290), Decimal(240), Decimal(20),
    ]  # fmt: skip


def test_an_agreed_price_holds_until_its_day(shop):
    sale = {"do": "sale", "customer": "MEI", "lines": [{"sku": "TEA", "qty": "1", "unit": "case"}]}
    answers = send(
        shop, sale | {"at": "2026-01-31T20:00"}, sale | {"at": "2026-02-01T08:00"}
    )  # fmt: skip
    assert [total(shop, one) for one in answers] == [Decimal(290), Decimal("315.84")]


def test_a_discount_in_percent_is_of_the_customers_price(shop):
    assert total(shop, send(shop, order("BIG", "10", discount="10%"))[0]) == Decimal(216)


def test_more_than_the_customer_may_owe_is_refused_and_told(shop):
    first, second = send(shop, order("BIG", "10"), order("BIG", "10"))
    assert first["posted"]
    assert (second["error"], second["facts"]["over"]) == ("CreditLimitReached", "180.00")
    assert send(shop, order("BIG", "10", over_limit=True))[0]["posted"]
    freed = {"do": "customer", "code": "BIG", "credit_limit": ""}
    assert [one["posted"] for one in send(shop, freed, order("BIG", "10"))] == [True, True]
    gone = {"do": "issue", "at": "2026-01-06T09:00", "customer": "BIG",
            "lines": [{"sku": "TEA", "qty": "1"}]}  # fmt: skip
    tight = {"do": "customer", "code": "BIG", "credit_limit": "1"}
    answers = send(shop, tight, gone, gone | {"over_limit": True})
    assert [one["posted"] for one in answers] == [True, False, True]


def test_prices_and_levels_can_be_taken_away(shop):
    send(shop, {"do": "price", "sku": "TEA", "level": "Wholesale A", "from": "10", "remove": True},
         {"do": "customer", "code": "MEI", "price_level": ""})  # fmt: skip
    answers = send(shop, order("BIG", "10"), order("MEI", "1"))
    assert [total(shop, one) for one in answers] == [Decimal(280), Decimal(28)]


@pytest.mark.parametrize(
    ("said", "error", "field"),
    [
        ({"price": "1"}, "WrongDayFileLine", "level"),
        ({"level": "Member", "customer": "MEI", "price": "1"}, "WrongDayFileLine", "level"),
        ({"level": "Member"}, "WrongDayFileLine", "price"),
        ({"level": "Member", "price": "1", "until": "2026-01-01"}, "WrongDayFileLine", "until"),
        ({"level": "Nobody", "price": "1"}, "UnknownPriceLevel", None),
        ({"customer": "NOBODY", "price": "1"}, "UnknownPartner", None),
        ({"level": "Member", "price": "1", "unit": "ton"}, "NotAmong", "unit"),
        ({"level": "Member", "price": "-1"}, "NotPositive", "price"),
    ],
)
def test_a_wrong_price_is_refused_by_its_field(shop, said, error, field):
    answer = send(shop, {"do": "price", "sku": "TEA"} | said)[0]
    assert (answer["error"], answer["facts"].get("field")) == (error, field)


def test_a_variant_costs_what_was_named_for_its_template(shop):
    send(
        shop,
        {"do": "product", "sku": "SHIRT", "price": "20"},
        {"do": "variants", "sku": "SHIRT", "axes": [{"name": "Size", "choices": ["S", "M"]}]},
        {"do": "price", "sku": "SHIRT", "level": "Wholesale A", "price": "15.00"},
        {"do": "price", "sku": "SHIRT", "customer": "MEI", "price": "17.50"},
        {"do": "price", "sku": "SHIRT-M", "level": "Wholesale A", "price": "16.00"},
    )  # fmt: skip
    answers = send(shop, *(
        {"do": "sales_order", "at": "2026-01-05T09:00", "customer": customer,
         "lines": [{"sku": sku, "qty": "1"}]}
        for customer, sku in (("BIG", "SHIRT-S"), ("BIG", "SHIRT-M"), ("MEI", "SHIRT-M"))
    ))  # fmt: skip
    told = [total(shop, one) for one in answers]
    assert told == [Decimal(15), Decimal(16), Decimal("17.50")]
