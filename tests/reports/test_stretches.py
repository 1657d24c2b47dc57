"""What came, went and was taken, by day, week or month: as fine as the time has room for."""

from datetime import date
from decimal import Decimal

import pytest

from builders import day
from erp_desktop.core import clock
from erp_desktop.core.periods import Step
from erp_desktop.reports.home_rows import lately
from erp_desktop.reports.product_card import product_story


@pytest.fixture
def now():
    """The day that it is, of 2026 (and on)."""

    def say(number):
        clock.set_now(lambda: day(number, 12))

    yield say
    clock.set_now(None)


def story(shop):
    return shop.work.read(product_story, shop.pid("TEA"))


def test_a_product_that_came_this_month_is_told_by_day(shop, now):
    now(20)
    shop.receive("TEA", 20, 10, on=2)
    shop.sell("TEA", 3, 28, on=19)
    step, told = story(shop)
    assert step is Step.DAY
    assert [told[0].first, told[-1].first] == [date(2026, 1, 2), date(2026, 1, 20)]
    assert (told[0].came, told[0].went, told[0].left) == (20, 0, 20)
    assert (told[-2].came, told[-2].went, told[-2].left) == (0, 3, 17)
    assert told[-1].left == shop.on_hand()


def test_half_a_year_is_told_by_week_and_two_years_by_month(shop, now):
    now(2)
    shop.receive("TEA", 20, 10, on=2)
    now(180)
    shop.sell("TEA", 3, 28, on=179)
    step, told = story(shop)
    assert step is Step.WEEK
    assert told[0].first == date(2025, 12, 29)
    assert (told[0].came, sum(one.went for one in told), told[-1].left) == (20, 3, 17)
    now(700)
    step, told = story(shop)
    assert (step, len(told), told[0].first) == (Step.MONTH, 12, date(2027, 1, 1))
    assert {(one.came, one.went, one.left) for one in told} == {(0, 0, 17)}


def test_what_never_came_has_no_story(shop, now):
    now(20)
    assert story(shop) == (Step.DAY, [])


def test_a_new_shop_sees_its_days_and_an_old_one_its_weeks(shop, now):
    now(20)
    assert shop.work.read(lately) == (Step.DAY, [])
    shop.receive("TEA", 20, 10, on=2)
    shop.sell("TEA", 1, 28, on=12)
    shop.sell("TEA", 2, 28, on=20)
    step, taken = shop.work.read(lately)
    assert (step, len(taken)) == (Step.DAY, 9)
    assert (taken[0].takings, taken[1].takings, taken[-1].takings) == (28, 0, 56)
    now(60)
    step, taken = shop.work.read(lately)
    assert (step, len(taken)) == (Step.WEEK, 7)
    assert [one.takings for one in taken[:3]] == [28, 56, 0]
    assert taken[0].year_before is None
    now(400)
    shop.sell("TEA", 1, 28, on=400)
    step, taken = shop.work.read(lately)
    assert (step, len(taken)) == (Step.WEEK, 12)
    assert taken[-1].takings == Decimal(28)
    assert taken[-1].year_before == 0
