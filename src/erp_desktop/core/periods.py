"""The steps of a picture over time: days, weeks or months, the finest that have room in it.

A shop that has traded for three weeks sees days, and one that is two years old sees months. A
picture of twelve months of which eleven are empty says nothing.
"""

from datetime import date, timedelta
from enum import StrEnum


class Step(StrEnum):
    """What one place of the picture stands for."""

    DAY = "day"
    WEEK = "week"  # from Monday on
    MONTH = "month"


def start_of(day: date, step: Step) -> date:
    """The first day of the step that a day belongs to."""
    if step is Step.DAY:
        return day
    if step is Step.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1)


def starts(first: date, last: date, step: Step) -> list[date]:
    """The first day of every step from one day to another, also of those in which nothing was."""
    found, at = [], start_of(first, step)
    while at <= last:
        found.append(at)
        at = start_of(at + timedelta(days=31), step) if step is Step.MONTH else at + _LONG[step]
    return found


def finest(first: date, last: date, most: int) -> Step:
    """The finest step of which no more than `most` lie between two days; months where even weeks
    are too many."""
    fit = (step for step in (Step.DAY, Step.WEEK) if len(starts(first, last, step)) <= most)
    return next(fit, Step.MONTH)


_LONG = {Step.DAY: timedelta(days=1), Step.WEEK: timedelta(weeks=1)}
