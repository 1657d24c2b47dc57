"""The steps of a picture over time: as fine as there is room for, and none is left out."""

from datetime import date

from erp_desktop.core.periods import Step, finest, start_of, starts

BEGUN = date(2026, 11, 7)  # a Saturday


def test_three_weeks_of_trade_are_shown_by_day():
    assert finest(BEGUN, date(2026, 11, 26), 40) is Step.DAY


def test_half_a_year_is_shown_by_week_and_more_by_month():
    assert finest(date(2026, 6, 1), date(2026, 11, 26), 40) is Step.WEEK
    assert finest(date(2025, 11, 1), date(2026, 11, 26), 40) is Step.MONTH


def test_a_week_begins_on_monday_and_a_month_on_its_first():
    assert start_of(BEGUN, Step.WEEK) == date(2026, 11, 2)
    assert start_of(BEGUN, Step.MONTH) == date(2026, 11, 1)


def test_what_had_no_trade_has_its_place_too():
    days = starts(date(2026, 2, 27), date(2026, 3, 2), Step.DAY)
    assert [day.day for day in days] == [27, 28, 1, 2]
    weeks = starts(BEGUN, date(2026, 11, 23), Step.WEEK)
    assert [day.day for day in weeks] == [2, 9, 16, 23]
    months = starts(date(2026, 10, 31), date(2027, 1, 1), Step.MONTH)
    assert [(day.year, day.month) for day in months] == [(2026, 10), (2026, 11), (2026, 12),
                                                         (2027, 1)]  # fmt: skip
