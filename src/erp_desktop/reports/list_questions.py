"""What a person asks of a list: words to find, a named view, filters, an order, a grouping.

A `Question` is plain facts, so that it can be kept under a name and asked again next month: a
filter for *last 10 days* keeps the words and not the days (`resolved` finds them when it is asked).
`condition` says a filter in SQL. What people type is always bound, never written into it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core import clock, money
from erp_desktop.core.table import Cell, Column, Kind

Range = tuple[date | None, date | None]
BY_DAY: Final = ":day"


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on one column; the parts that are given hold together.

    `at_least` and `at_most` are the ends of a range, `among` the values that may be, `contains` a
    piece of the words, `period` one of `PERIODS`.
    """

    column: str
    equals: Cell = None
    at_least: Cell = None
    at_most: Cell = None
    contains: str = ""
    among: tuple[Cell, ...] = ()
    period: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks of a list: words to find, a named view, filters, the order, groups.

    `group` is a column's key. Dates and moments make groups by month, or by day with `:day` behind
    the key.
    """

    search: str = ""
    view: str = ""
    filters: tuple[Filter, ...] = ()
    order: str = ""
    descending: bool = False
    group: str = ""

    @property
    def grouped_by(self) -> str:
        """The key of the column that makes the groups."""
        return self.group.partition(":")[0]

    @property
    def by_day(self) -> bool:
        return self.group.endswith(BY_DAY)

    def about(self, columns: Sequence[Column]) -> "Question":
        """What of it these columns can answer: it may have been kept when there were more."""
        known = {column.key for column in columns}
        return replace(
            self, filters=tuple(one for one in self.filters if one.column in known),
            order=self.order if self.order in known else "",
            group=self.group if self.grouped_by in known else "",
        )  # fmt: skip

    def narrows(self) -> bool:
        """Whether it leaves rows out by more than a named view."""
        return bool(self.search or self.filters)


class Condition(NamedTuple):
    """A piece of SQL and what is bound to its question marks."""

    sql: str
    params: tuple[Any, ...] = ()


# -- periods -------------------------------------------------------------------------------------


def _days_back(days: int) -> Callable[[date], Range]:
    return lambda today: (today - timedelta(days=days - 1), today)


def _week(today: date, back: int = 0) -> Range:
    monday = today - timedelta(days=today.weekday() + 7 * back)
    return monday, monday + timedelta(days=6)


def _month(today: date, back: int = 0) -> Range:
    months = today.year * 12 + today.month - 1 - back
    first, after = date(months // 12, months % 12 + 1, 1), months + 1
    return first, date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


PERIODS: Final[Mapping[str, Callable[[date], Range]]] = {
    "today": lambda today: (today, today),
    "yesterday": lambda today: (today - timedelta(days=1), today - timedelta(days=1)),
    "this_week": _week,
    "last_week": lambda today: _week(today, 1),
    "this_month": _month,
    "last_month": lambda today: _month(today, 1),
    "last_10_days": _days_back(10),
    "last_30_days": _days_back(30),
    "last_90_days": _days_back(90),
    "this_year": lambda today: (date(today.year, 1, 1), date(today.year, 12, 31)),
}


def resolved(wanted: Filter) -> Filter:
    """The filter with the days its period means today."""
    if not wanted.period:
        return wanted
    first, last = PERIODS[wanted.period](clock.day_date(clock.today()))
    return replace(wanted, period="", at_least=first, at_most=last)


# -- in SQL --------------------------------------------------------------------------------------


def condition(column: Column, wanted: Filter) -> Condition:
    """What a row must be so that the filter lets it through."""
    found = list(_conditions(column, resolved(wanted)))
    return Condition(
        " AND ".join(f"({one.sql})" for one in found) or "1 = 1",
        tuple(value for one in found for value in one.params),
    )


def _conditions(column: Column, wanted: Filter) -> Iterator[Condition]:
    for sign, cell in (("=", wanted.equals), (">=", wanted.at_least), ("<=", wanted.at_most)):
        if cell is not None:
            yield from _end(column, sign, cell)
    if wanted.contains:
        yield containing(column.sql, wanted.contains)
    if wanted.among:
        yield _among(column, wanted.among)


def containing(sql: str, words: str) -> Condition:
    """Words somewhere in a text, whatever their case."""
    return Condition(rf"lower({sql}) LIKE ? ESCAPE '\'", (f"%{_escaped(words.lower())}%",))


def _end(column: Column, sign: str, cell: Cell) -> Iterator[Condition]:
    """One end of a range. A day of a column of moments is all of that day."""
    day = isinstance(cell, date) and not isinstance(cell, datetime)
    if column.kind is Kind.MOMENT and day:
        number = clock.day_number(cell)  # type: ignore[arg-type]
        if sign != "<=":
            begin = clock.instant(datetime.combine(cell, datetime.min.time()))  # type: ignore[arg-type]
            yield Condition(f"{column.sql} >= ?", (begin,))
        if sign != ">=":
            yield Condition(f"{column.sql} <= ?", (clock.day_end(number),))
    else:
        yield Condition(f"{column.sql} {sign} ?", (raw(column.kind, cell),))


def _among(column: Column, cells: tuple[Cell, ...]) -> Condition:
    if column.kind is Kind.STATE:  # a state may carry its fraction: partly_shipped:0.69
        one = f"COALESCE({column.sql}, '') || ':' LIKE ?"
        patterns = tuple(f"{_escaped(str(cell or ''))}:%" for cell in cells)
        return Condition(" OR ".join([rf"{one} ESCAPE '\'"] * len(cells)), patterns)
    marks = ", ".join("?" * len(cells))
    if any(cell is None for cell in cells):
        rest = tuple(raw(column.kind, cell) for cell in cells if cell is not None)
        within = f" OR {column.sql} IN ({', '.join('?' * len(rest))})" if rest else ""
        return Condition(f"{column.sql} IS NULL{within}", rest)
    return Condition(f"{column.sql} IN ({marks})", tuple(raw(column.kind, one) for one in cells))


def raw(kind: Kind, cell: Cell) -> Any:
    """A Cell as the database keeps it: the opposite of `core.table.reader_of`."""
    parts: dict[Kind, Callable[[Decimal], int]] = {
        Kind.MONEY: money.money_parts,
        Kind.PRICE: money.price_parts,
        Kind.QUANTITY: money.quantity_parts,
        Kind.PERCENT: money.quantity_parts,
    }
    if isinstance(cell, Decimal):
        return parts[kind](cell) if kind in parts else int(cell)
    if isinstance(cell, datetime):
        return clock.instant(cell)
    return clock.day_number(cell) if isinstance(cell, date) else cell


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


# -- kept under a name ---------------------------------------------------------------------------


def as_json(question: Question) -> str:
    """A question as text, to be kept."""
    kept = {field.name: getattr(question, field.name) for field in fields(Question)}
    kept["filters"] = [
        {
            field.name: _kept(getattr(one, field.name))
            for field in fields(Filter)
            if getattr(one, field.name) not in (None, "", ())
        }
        for one in question.filters
    ]
    return json.dumps(kept, ensure_ascii=False)


def from_json(text: str) -> Question:
    """What was kept; a part that this version does not know is left out."""
    kept: dict[str, Any] = json.loads(text)
    known = {field.name for field in fields(Question)}
    filters = tuple(
        Filter(**{name: _recalled(value) for name, value in one.items()})
        for one in kept.get("filters", ())
        if set(one) <= {field.name for field in fields(Filter)}
        and one.get("period", "") in {"", *PERIODS}
    )
    plain = {name: value for name, value in kept.items() if name in known and name != "filters"}
    return Question(**plain, filters=filters)


def _kept(value: Any) -> Any:
    """A cell in JSON: texts and whole numbers as they are, the others with their kind."""
    if isinstance(value, tuple):
        return [_kept(one) for one in value]
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _recalled(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_recalled(one) for one in value)
    if not isinstance(value, dict):
        return value
    readers: dict[str, Callable[[str], Cell]] = {
        "number": Decimal,
        "moment": datetime.fromisoformat,
        "day": date.fromisoformat,
    }
    ((kind, text),) = value.items()
    return readers[kind](text)
