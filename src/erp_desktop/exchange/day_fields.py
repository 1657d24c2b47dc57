"""The fields of a line of a day file, read by a strict hand.

A script's slip must never become a posted document: a key that nobody reads, a number that is no
number, a text where a list belongs are each refused with the field's name. Numbers are decimal
strings; a JSON number is taken exactly as it is written (8.10 stays 8.10).
"""

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.errors import NotADate, WrongDayFileLine

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_LARGEST: Final = Decimal(10) ** 12
_FINEST: Final = -12  # decimals that are worth reading; the services know how many they keep
LONGEST_ID: Final = 80


class Fields:
    """One JSON object of a line. Every key must be read; `done` refuses what was not."""

    def __init__(self, values: dict[str, Any], path: str = "") -> None:
        self._values = values
        self._path = path
        self._read: set[str] = set()
        self._children: list[Fields] = []

    def wrong(self, key: str, detail: str) -> WrongDayFileLine:
        """The refusal of one field."""
        return WrongDayFileLine(self._path + key, detail)

    def has(self, key: str) -> bool:
        """Is the key there with a value? (null is as good as not there)"""
        there = self._values.get(key) is not None
        if not there:
            self._read.add(key)
        return there

    def is_empty(self, key: str) -> bool:
        """Is the key there to take something away, as an empty text?"""
        empty = self._values.get(key) == ""
        if empty:
            self._read.add(key)
        return empty

    def text(self, key: str, default: str = "") -> str:
        """A text that may be left out."""
        value = self._take(key)
        return default if value is None else self._as_text(key, value)

    def maybe(self, key: str) -> str | None:
        """A text, or None when it was left out."""
        return self.text(key) if self.has(key) else None

    def need(self, key: str) -> str:
        """A text that must be there."""
        value = self.text(key)
        if not value.strip():
            raise self.wrong(key, "missing")
        return value

    def texts(self, key: str) -> list[str]:
        """A list of texts; one text alone is a list too."""
        value = self._take(key)
        if value is None:
            return []
        values = value if isinstance(value, list) else [value]
        return [self._as_text(key, item) for item in values]

    def flag(self, key: str) -> bool | None:
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key, "true or false expected")
        return value

    def number(self, key: str) -> Decimal | None:
        """A number that may be left out."""
        value = self._take(key)
        return None if value is None else self._as_number(key, value)

    def need_number(self, key: str) -> Decimal:
        """A number that must be there."""
        value = self.number(key)
        if value is None:
            raise self.wrong(key, "missing")
        return value

    def whole(self, key: str) -> int | None:
        value = self.number(key)
        if value is not None and value != int(value):
            raise self.wrong(key, "whole number expected")
        return None if value is None else int(value)

    def moment(self, key: str) -> int | None:
        """An ISO 8601 time; without an offset it is the shop's local time."""
        text = self.maybe(key)
        if text is None:
            return None
        try:
            at = clock.parsed(text)
            clock.iso(at)
        except (NotADate, ValueError, OverflowError) as wrong:
            raise self.wrong(key, f"“{text}” is not a time such as 2026-01-02T09:00") from wrong
        return at

    def day(self, key: str) -> int | None:
        """An ISO date, as a day number."""
        text = self.maybe(key)
        if text is None:
            return None
        try:
            return clock.parsed_day(text)
        except NotADate as wrong:
            raise self.wrong(key, f"“{text}” is not a day such as 2026-01-31") from wrong

    def discount(self, key: str) -> tuple[Decimal, Decimal]:
        """What is taken off: a percentage ("5%") or an amount; (percent, amount)."""
        value = self._take(key)
        if value is None:
            return Decimal(0), Decimal(0)
        if isinstance(value, str) and value.strip().endswith("%"):
            return self._as_number(key, value.strip()[:-1].rstrip()), Decimal(0)
        return Decimal(0), self._as_number(key, value)

    def each(self, key: str) -> list["Fields"]:
        """A list of objects; [] when it was left out."""
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(key, "a list expected")
        found = []
        for at, item in enumerate(value, start=1):
            path = f"{self._path}{key}[{at}]"
            if not isinstance(item, dict):
                raise WrongDayFileLine(path, "an object expected")
            found.append(Fields(item, path + "."))
        self._children += found
        return found

    def done(self) -> None:
        """Refuse every key that nobody has read."""
        for key in self._values:
            if key not in self._read:
                raise self.wrong(key, "unknown key")
        for child in self._children:
            child.done()

    def _take(self, key: str) -> Any:
        self._read.add(key)
        return self._values.get(key)

    def _as_text(self, key: str, value: Any) -> str:
        if not isinstance(value, str):
            raise self.wrong(key, "a text in quotes expected")
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise self.wrong(key, "a letter that cannot be kept")
        return value

    def _as_number(self, key: str, value: Any) -> Decimal:
        if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
            value = Decimal(value.strip())
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            raise self.wrong(key, 'a number such as "12.50" expected')
        number = Decimal(value)
        if abs(number) >= _LARGEST:
            raise self.wrong(key, "too large a number")
        if int(number.as_tuple().exponent) < _FINEST and number:
            raise self.wrong(key, "too many decimals")
        return Decimal(f"{number:f}")


def object_of(text: str) -> dict[str, Any]:
    """The JSON object of one line. Raises WrongDayFileLine for anything else."""
    try:
        value = json.loads(
            text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once
        )
    except RecursionError as wrong:
        raise WrongDayFileLine("line", "JSON nested too deep") from wrong
    except ValueError as wrong:
        raise WrongDayFileLine("line", f"not JSON ({wrong})") from wrong
    if not isinstance(value, dict):
        raise WrongDayFileLine("line", "an object expected")
    return value


def _no_number(word: str) -> Any:
    raise WrongDayFileLine("line", f"{word} is not a number")


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise WrongDayFileLine(key, "stands there twice")
        found[key] = value
    return found
