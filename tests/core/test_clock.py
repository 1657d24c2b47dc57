"""Days and instants at the edges of the calendar, and where the clock is changed."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from erp_desktop.core import clock
from erp_desktop.core.errors import DateTooFar


@pytest.fixture(autouse=True)
def _utc_afterwards() -> Iterator[None]:
    yield
    clock.use_zone("UTC")


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "UTC"])
@pytest.mark.parametrize("year", [1, 1850, 9999])
def test_a_moment_far_away_is_refused_and_told(zone: str, year: int) -> None:
    clock.use_zone(zone)
    moment = datetime(year, 1, 1) if year == 1 else datetime(year, 12, 31, 23, 59)
    with pytest.raises(DateTooFar):
        clock.reasonable(clock.instant(moment))


def test_days_are_counted_by_the_calendar() -> None:
    clock.use_zone("Europe/Berlin")
    assert clock.day_after(20260328, 2) == 20260330  # the clock was put forward
    assert clock.day_after(20261025, -1) == 20261024  # that day has 25 hours
    assert clock.day_after(20240228) == 20240229
    assert clock.day_after(20260101, -1) == 20251231
    with pytest.raises(DateTooFar):
        clock.day_after(20260101, 10**9)
