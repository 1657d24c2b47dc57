"""Filters, groups, values and the product index of a list, alike on both databases."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.reports.list_groups import GroupRow
from erp_desktop.reports.listing import Filter, ListingSource, Question
from erp_desktop.reports.lists.catalogue import PRODUCTS
from erp_desktop.reports.lists.finance import cash
from erp_desktop.reports.lists.sales import sales
from erp_desktop.reports.lists.stock import stock
from erp_desktop.services.shop.list_views import KeptView, forget_view, keep_view, kept_views


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    place = str(tmp_path / "corner.shop")
    if request.param == "postgres":
        place = request.getfixturevalue("postgres_database")
    clock.set_now(lambda: day(20))
    shop = Shop.found(place)
    shop.product("TEA", name="明前龙井", price=28, category="Tea", minimum=30)
    shop.product("MUG", name="White mug", price=6, category="Cups")
    shop.product("JAR", name="Glass jar", price=D("4.50"))
    shop.receive("TEA", 20, 10, on=2)
    shop.sell("TEA", 2, 28, on=3)
    yield shop
    shop.work.close()


def answer(shop, listing, question):
    """The rows as the screen shows them: the head of a group as (value, members)."""
    source = ListingSource(listing).asked(question)
    shop.work.read(source.prepare)
    count = shop.work.read(source.count)
    rows = [row for _, row in shop.work.read(source.page, 0, 99)]
    assert len(rows) == count
    return [(row.value, row.members) if isinstance(row, GroupRow) else row[0] for row in rows]


def products(*filters, **facts):
    return Question(filters=filters, order="sku", **facts)


@pytest.mark.parametrize(
    ("words", "found"),
    [("mug", ["MUG"]), ("wh", ["MUG"]), ("龙井", ["TEA"]), ("mqlj", ["TEA"]), ("glass mug", []),
     ("TE", ["TEA"]), ("%", [])],
)  # fmt: skip
def test_products_are_found_by_their_index(shop, words, found):
    assert answer(shop, PRODUCTS, products(search=words)) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter("price", at_least=D("4.50"), at_most=D(6)), ["JAR", "MUG"]),
        (Filter("category", among=("Tea",)), ["TEA"]),
        (Filter("category", among=(None, "Cups")), ["JAR", "MUG"]),
        (Filter("name", contains="WHITE"), ["MUG"]),
        (Filter("state", among=("low",)), ["TEA"]),
        (Filter("on_hand", equals=D(18)), ["TEA"]),
    ],
)
def test_products_are_filtered(shop, wanted, found):
    assert answer(shop, PRODUCTS, products(wanted)) == found


def test_products_in_groups_with_their_sums(shop):
    assert answer(shop, PRODUCTS, products(group="category")) in (
        [(None, 1), "JAR", ("Cups", 1), "MUG", ("Tea", 1), "TEA"],
        [("Cups", 1), "MUG", ("Tea", 1), "TEA", (None, 1), "JAR"],  # where nothing comes last
    )
    source = ListingSource(PRODUCTS).asked(products(group="state"))
    head = shop.work.read(source.page, 0, 1)[0][1]
    assert isinstance(head, GroupRow)


def test_groups_of_states_and_months_of_documents(shop):
    question = Question(view="till", order="number", group="day")
    assert answer(shop, sales(), question)[0] == (date(2026, 1, 1), 1)
    by_state = Question(view="till", order="number", group="state")
    assert answer(shop, sales(), by_state)[0] == ("posted", 1)


def test_moments_are_filtered_by_days(shop):
    at = Filter("at", at_least=date(2026, 1, 3), at_most=date(2026, 1, 3))
    question = Question(filters=(at,), order="at")
    assert len(answer(shop, cash("en"), question)) == 1
    other = replace(question, filters=(Filter("at", equals=date(2026, 1, 2)),))
    assert answer(shop, cash("en"), other) == []


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Europe/London"])
def test_moments_make_groups_by_the_days_of_the_shops_own_clock(shop, zone):
    clock.use_zone(zone)
    forward = clock.parsed("2026-03-29T01:00+00:00")  # London's clocks, then the evening before
    moments = [forward - 1, forward + 1, forward - 3_700, forward + 82_000, forward + 83_000]
    for at in moments:
        shop.sell("TEA", 1, 6, when=at)
    question = Question(order="at", descending=True, group="at:day")
    heads = [one for one in answer(shop, cash("en"), question) if isinstance(one, tuple)]
    days = Counter(clock.local_time(at).date() for at in [*moments, day(3)])
    assert heads == sorted(days.items(), reverse=True)
    months = answer(shop, cash("en"), replace(question, group="at"))
    assert months[0] == (date(2026, 3, 1), len(moments))


def test_stock_is_found_by_product_or_category(shop):
    for words in ("mqlj", "tea"):
        assert answer(shop, stock(), Question(search=words, order="name")) == ["明前龙井"]


def test_values_and_counts_of_kept_questions(shop):
    source = ListingSource(PRODUCTS)
    assert dict(shop.work.read(source.values, "category")) == {"Tea": 1, "Cups": 1, None: 1}
    mine = [("mine:1", products(Filter("price", at_least=D(6)), search="mug"))]
    counts = shop.work.read(source.view_counts, mine)
    assert (counts["mine:1"], counts["low"], counts["all"]) == (1, 1, 3)


def test_a_view_is_kept_for_one_person_and_one_list(shop):
    first = shop.work.run(keep_view, KeptView("products", "Dear", "{}"))
    shop.work.run(keep_view, KeptView("products", "Cheap", "{}"))
    shop.work.run(keep_view, KeptView("products", "Very dear", "{}", id=first))
    assert [one.name for one in shop.work.read(kept_views, "products")] == ["Very dear", "Cheap"]
    assert shop.work.read(kept_views, "partners") == []
    shop.work.run(forget_view, "products", first)
    assert [one.name for one in shop.work.read(kept_views, "products")] == ["Cheap"]
    shop.work.user_id = 77
    assert shop.work.read(kept_views, "products") == []
