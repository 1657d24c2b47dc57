"""Days and times as people and programs write them: ISO, Chinese, German, English, serial numbers.

Nothing is guessed that could be wrong by a month: `1/2/2010` is a problem until somebody says
whether the day or the month comes first, or another date in its column does.
"""

import re
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache

from erp_desktop.core import clock
from erp_desktop.exchange.sheet_files import Raw
from erp_desktop.exchange.values import NO_VALUE, BadValue, text_of

_TIME = r"(?:[T\s]*(?:(上午|下午)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?)?"
_LONG_DATE = re.compile(rf"(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})日?{_TIME}")
_SHORT_DATE = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}")
_DAY_MONTH = re.compile(rf"(\d{{1,2}})[-\s]([A-Za-z]{{3,9}})\.?[-,\s]+(\d{{4}}|\d{{2}}){_TIME}")
_MONTH_DAY = re.compile(rf"([A-Za-z]{{3,9}})\.?\s+(\d{{1,2}}),?\s+(\d{{4}}){_TIME}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = 693_594  # the ordinal of 1899-12-30, day 0 of a sheet's calendar
_SERIALS = (18_264, 73_051)  # 1950 to 2100: a day number in a cell that is not formatted as a date
_EXAMPLE = "2026-01-31"


def date_of(raw: Raw, *, day_first: bool | None = None) -> date | None:
    """A day."""
    moment = moment_of(raw, day_first=day_first)
    return moment.date() if moment is not None else None


def moment_of(raw: Raw, *, day_first: bool | None = None) -> datetime | None:
    """A local time of the shop; `day_first` says how to read 1/2/2010, None asks."""
    if isinstance(raw, datetime):
        return raw
    if isinstance(raw, date):
        return datetime(raw.year, raw.month, raw.day)  # noqa: DTZ001  (the shop's local day)
    if isinstance(raw, Decimal):
        return _serial(raw)
    if raw is None or isinstance(raw, bool):
        return None
    return _moment(raw, day_first, clock.zone_name())


def day_order(raw: Raw) -> bool | None:
    """What a date tells about its column: True day first, False month first, None nothing."""
    if not isinstance(raw, str):
        return None
    found = _SHORT_DATE.fullmatch(unicodedata.normalize("NFKC", raw.strip()))
    if found is None or found[2] == ".":
        return None
    first, second = int(found[1]), int(found[3])
    if first > 12 >= second:
        return True
    return False if second > 12 >= first else None


@lru_cache(maxsize=4096)
def _moment(raw: str, day_first: bool | None, _zone: str) -> datetime | None:  # noqa: FBT001
    """Remembered, since a day's sales share few times; the shop's zone is a part of the answer."""
    said = text_of(raw)
    if said is None or said in NO_VALUE:
        return None
    try:
        return _local(datetime.fromisoformat(said))
    except ValueError:
        pass
    try:
        return _written(unicodedata.normalize("NFKC", said), day_first=day_first)
    except ValueError as wrong:  # the 31st of June
        raise BadValue("not_a_date", _EXAMPLE) from wrong


def _local(moment: datetime) -> datetime:
    """A time with an offset is shown in the shop's own zone."""
    if moment.tzinfo is None:
        return moment.replace(microsecond=0)
    return clock.local_time(int(moment.astimezone(UTC).timestamp()))


def _written(said: str, *, day_first: bool | None) -> datetime:
    if found := _LONG_DATE.fullmatch(said):
        return _at(int(found[1]), int(found[2]), int(found[3]), found.groups()[3:])
    if found := _SHORT_DATE.fullmatch(said):
        day, month = _in_order(found, day_first=day_first)
        return _at(_year(found[4]), month, day, found.groups()[4:])
    if found := _DAY_MONTH.fullmatch(said):
        return _at(_year(found[3]), _month(found[2]), int(found[1]), found.groups()[3:])
    if found := _MONTH_DAY.fullmatch(said):
        return _at(int(found[3]), _month(found[1]), int(found[2]), found.groups()[3:])
    raise ValueError(said)


def _in_order(found: re.Match[str], *, day_first: bool | None) -> tuple[int, int]:
    """Day and month of 13/1/2010; a dot means day first, as where such dates are written."""
    first, second = int(found[1]), int(found[3])
    if found[2] == "." or day_first or first > 12:
        return first, second
    if day_first is False or second > 12 or first == second:
        return second, first
    year = _year(found[4])
    either = (f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first)))
    raise BadValue("ambiguous_date", " / ".join(either))


def _at(year: int, month: int, day: int, at: tuple[str | None, ...]) -> datetime:
    half_cn, hour, minute, second, half = at
    hours = int(hour or 0)
    if (half_cn == "下午" or (half or "").upper() == "PM") and hours < 12:
        hours += 12
    elif (half_cn == "上午" or (half or "").upper() == "AM") and hours == 12:
        hours = 0
    return datetime(year, month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _serial(number: Decimal) -> datetime:
    """A spreadsheet's day number, or a day such as 20261231 in a number cell."""
    if _SERIALS[0] <= number < _SERIALS[1]:
        day = date.fromordinal(int(number) + _EPOCH)
        second = min(round(number % 1 * 86_400), 86_399)
        hour, minute = second // 3600, second // 60 % 60
        return datetime(day.year, day.month, day.day, hour, minute, second % 60)  # noqa: DTZ001
    try:
        return datetime.fromisoformat(str(number))
    except ValueError as wrong:
        raise BadValue("not_a_date", _EXAMPLE) from wrong
