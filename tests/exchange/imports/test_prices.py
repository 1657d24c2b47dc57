"""Price levels, level prices and agreements out of lists; partners with levels, limits and tags."""

from decimal import Decimal as D

from builders import Shop
from erp_desktop.exchange.imports.registry import undo_import
from erp_desktop.services.catalogue.levels import (
    NamedPrice,
    SaveLevel,
    agreed_prices,
    level_prices,
    levels,
    put_price,
    save_level,
)
from erp_desktop.services.catalogue.units import SaveUnit

from .conftest import Take, told

PRICES = (
    "SKU,Price level,Customer,Unit,From,Price,Valid until\n"
    "TEA,Wholesale A,,,10,24.00,\n"
    "TEA,,ZHOU,case,,260,2026-12-31\n"
)


def furnished(shop: Shop) -> Shop:
    shop.product("TEA", price="28", units=[SaveUnit("case", D(12))])
    shop.work.run(save_level, SaveLevel("Wholesale A"))
    return shop


def test_prices_come_in_change_and_go_again(take: Take, shop: Shop) -> None:
    furnished(shop)
    whole = shop.work.read(levels)[0].id
    old = NamedPrice(D(25), whole, minimum=D(10))
    shop.work.run(put_price, shop.pid("TEA"), old)
    report = take("customer-prices", PRICES)
    assert report.ok, told(report)
    (named,) = shop.work.read(level_prices)
    (agreed,) = shop.work.read(agreed_prices)
    assert (named.minimum, named.price) == (10, 24)
    assert (agreed.whose, agreed.unit, agreed.price, agreed.until) == (
        "Zhou trading", "case", 260, 20261231,
    )  # fmt: skip
    undo_import(shop.work, report.id)
    assert [one.price for one in shop.work.read(level_prices)] == [25]
    assert shop.work.read(agreed_prices) == []


def test_every_wrong_row_is_told_at_once(take: Take, shop: Shop) -> None:
    furnished(shop)
    report = take(
        "customer-prices",
        "SKU,Price level,Customer,Unit,From,Price\n"
        "TEE,Wholesale A,,,,1\nTEA,Wholesale,,,,1\nTEA,,NOBODY,,,1\nTEA,,,,,1\n"
        "TEA,Wholesale A,ZHOU,,,1\nTEA,Wholesale A,,,,-1\nTEA,Wholesale A,,,-2,1\n"
        "TEA,Wholesale A,,,,2\n",
    )
    assert [(one.row, one.column, one.problem) for one in report.problems] == [
        (2, "SKU", "unknown"), (3, "Price level", "unknown"), (4, "Customer", "unknown"),
        (5, "Price level", "missing"), (6, "Customer", "not_among"), (7, "Price", "negative"),
        (8, "From", "negative"), (9, "Price", "duplicate"),
    ]  # fmt: skip
    assert shop.work.read(level_prices) == []


def test_levels_come_in_their_order_with_their_percents(take: Take, shop: Shop) -> None:
    report = take("price-levels", "价格级别,零售价%,启用\n会员价,94%,是\n批发 A,,是\n旧,,否\n")
    assert report.ok, told(report)
    found = shop.work.read(levels, all_of_them=True)
    assert [(one.name, one.percent, one.active) for one in found] == [
        ("会员价", 94, True), ("批发 A", None, True), ("旧", None, False),
    ]  # fmt: skip


def test_partners_bring_level_limit_and_tags(take: Take, shop: Shop) -> None:
    furnished(shop)
    report = take(
        "partners",
        "Code,Name,Role,Price level,Credit limit,Tags\n"
        'LI,Li,customer,Wholesale A,1500,"VIP, tea house"\nWU,Wu,customer,Whole,-1,\n',
    )
    assert [(one.row, one.column, one.problem) for one in report.problems] == [
        (3, "Credit limit", "negative"), (3, "Price level", "unknown"),
    ]  # fmt: skip
    report = take(
        "partners",
        "Code,Name,Role,Price level,Credit limit,Tags\n"
        'LI,Li,customer,Wholesale A,1500,"VIP, tea house"\nZHOU,Zhou trading,customer,,,old\n',
    )
    assert report.ok, told(report)
    row = "SELECT credit_limit, tags FROM partner WHERE code = 'LI'"
    assert shop.work.read(lambda books: books.row(row)) == (15_000_000, "VIP\ntea house")
    undo_import(shop.work, report.id)
    assert shop.value_of("SELECT tags FROM partner WHERE code = 'ZHOU'") == ""
