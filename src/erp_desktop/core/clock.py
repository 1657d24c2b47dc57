"""Time in the shop: instants for order, days for the books.

A business time (`happened_at`) is kept as whole seconds since 1970 UTC, so that a clock change in
spring or autumn never reorders two documents (LEDGER L-26). People read and type local times of
the shop's own time zone. A day in the books is the whole number 20261122: it sorts, it groups by
month with `/ 100`, and it reads the same on every database. Tests set the clock with `set_now`.
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from erp_desktop.core.errors import DateTooFar, NotADate

_zone: ZoneInfo = ZoneInfo("UTC")
_now: Callable[[], int] = lambda: int(time.time())  # noqa: E731  (replaced whole by tests)

EARLIEST = 631_152_000  # 1990-01-01: no shop's records on a PC are older
A_YEAR = 366 * 86_400


def use_zone(name: str) -> None:
    """Read and write local times in this IANA zone from now on (the opened shop's)."""
    global _zone  # noqa: PLW0603  (one program has one shop open, and one clock on its wall)
    _zone = ZoneInfo(name)


def offsets() -> tuple[tuple[int, int], ...]:
    """How far the shop's clock was ahead of UTC, and from which instant on; the newest first.

    For a database that knows no time zones. The last one stands for all that was before.
    """
    return _offsets(_zone.key, day_of(now() + 2 * A_YEAR) // 10_000)


@cache
def _offsets(zone_name: str, until: int) -> tuple[tuple[int, int], ...]:
    zone = ZoneInfo(zone_name)

    def ahead(at: int) -> int:
        known = datetime.fromtimestamp(at, zone).utcoffset()
        return 0 if known is None else round(known.total_seconds())

    found = [(EARLIEST, ahead(EARLIEST))]
    end = int(datetime(until, 1, 1, tzinfo=UTC).timestamp())
    for begin in range(EARLIEST, end, 20 * 86_400):  # no clock is put twice in twenty days
        low, high = begin, begin + 20 * 86_400
        if ahead(high) == found[-1][1]:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if ahead(middle) == found[-1][1] else (low, middle)
        found.append((high, ahead(high)))
    return tuple(reversed(found))


def zone_name() -> str:
    return _zone.key


def set_now(source: Callable[[], int] | None) -> None:
    """Let tests and the demo day say what time it is; None gives the real clock back."""
    global _now  # noqa: PLW0603
    _now = source or (lambda: int(time.time()))


def now() -> int:
    """This instant, in whole seconds."""
    return _now()


def today() -> int:
    """Today in the shop, as a day number."""
    return day_of(now())


def instant(at: datetime) -> int:
    """A typed time as an instant; a naive time is the shop's local time."""
    aware = at if at.tzinfo is not None else at.replace(tzinfo=_zone)
    return int(aware.timestamp())


def parsed(text: str) -> int:
    """An ISO 8601 text (`2026-01-02T09:00`, with or without seconds or offset) as an instant."""
    try:
        return instant(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError) as wrong:
        raise NotADate(text) from wrong


def reasonable(at: int) -> int:
    """The instant itself, or DateTooFar when it must be a slip of the keyboard."""
    if not EARLIEST <= at <= now() + A_YEAR:
        raise DateTooFar(_told(at))
    return at


def _told(at: int) -> str:
    """An instant as it can be told: the first day of the year 1 is in no year in Shanghai."""
    try:
        return iso(at)
    except (ValueError, OverflowError, OSError):
        return str(at)


def local_time(at: int) -> datetime:
    """An instant as the shop's naive local time."""
    return datetime.fromtimestamp(at, UTC).astimezone(_zone).replace(tzinfo=None)


def iso(at: int) -> str:
    """An instant as ISO 8601 local time to the second."""
    return local_time(at).isoformat(timespec="seconds")


def day_of(at: int) -> int:
    """The shop's local day of an instant, as a day number."""
    local = datetime.fromtimestamp(at, _zone)
    return local.year * 10_000 + local.month * 100 + local.day


def day_number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def day_date(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)


def day_after(number: int, days: int = 1) -> int:
    """The day so many days later (before, where negative), by the calendar: a day on which the
    clock is changed has not 24 hours. Raises DateTooFar beyond the calendar."""
    try:
        return day_number(date.fromordinal(day_date(number).toordinal() + days))
    except (ValueError, OverflowError) as wrong:
        raise DateTooFar(f"{day_date(number)} {days:+}") from wrong


def day_end(number: int) -> int:
    """The last second of a local day, as an instant."""
    after = day_date(day_after(number))
    return instant(datetime(after.year, after.month, after.day)) - 1  # noqa: DTZ001  (shop's zone)


def parsed_day(text: str) -> int:
    """An ISO date as a day number."""
    try:
        return day_number(date.fromisoformat(text.strip()[:10]))
    except ValueError as wrong:
        raise NotADate(text) from wrong
