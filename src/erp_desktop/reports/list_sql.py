"""The SQL of a listing: which rows a question finds, and by what they are grouped.

Every text put together here is from a `Listing` in our own code; what people type is bound. A
listing whose rows stand for products is searched through the product index where it has one, so
that no name is read to find one; its other words are compared as they stand.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.table import Cell, Column, Kind, Listing
from erp_desktop.reports.list_questions import Condition, Question, condition, containing

# Every text put into the SQL below is from a Listing in our own code; what people type is bound.
# ruff: noqa: S608

DAYS: Final = frozenset({Kind.DATE, Kind.MOMENT})


def conditions(listing: Listing, asked: Question, *, postgres: bool) -> Iterator[Condition]:
    """What a row must be to be an answer; the listing's own condition is not among them."""
    yield Condition(next((sql for code, _, sql in listing.views if code == asked.view), ""))
    for word in asked.search.split():
        yield _found(listing, word, postgres=postgres)
    for wanted in asked.filters:
        yield condition(column_of(listing, wanted.column), wanted)


def _found(listing: Listing, word: str, *, postgres: bool) -> Condition:
    """Where a word may be found: in the product index, or in the columns that are searched."""
    ways = [containing(sql, word) for sql in listing.search]
    if listing.indexed:
        from erp_desktop.services.catalogue.search import product_ids

        ids, params = product_ids(word, postgres=postgres)
        if ids:
            ways.insert(0, Condition(f"{listing.indexed} IN ({ids})", params))
    return Condition(
        " OR ".join(one.sql for one in ways) or "1 = 0",
        tuple(value for one in ways for value in one.params),
    )


def together(found: Iterable[Condition], before: str = "") -> Condition:
    """Conditions that must all hold, with `before` in front where there are any."""
    real = [one for one in found if one.sql]
    if not real:
        return Condition("" if before else "1 = 1")
    sql = " AND ".join(f"({one.sql})" for one in real)
    return Condition(before + sql, tuple(value for one in real for value in one.params))


def column_of(listing: Listing, key: str) -> Column:
    """One column by its key."""
    return next(column for column in listing.columns if column.key == key)


def counted(listing: Listing, met: Sequence[Condition]) -> Condition:
    """The question for how many rows meet each of these conditions, in one pass."""
    cases = ", ".join(f"sum(CASE WHEN {one.sql} THEN 1 ELSE 0 END)" for one in met)
    where = f" WHERE {listing.where}" if listing.where else ""
    params = tuple(value for one in met for value in one.params)
    return Condition(f"SELECT {cases} FROM {listing.source}{where}", params)


def plain(column: Column, *, postgres: bool) -> str:
    """The value of a column that people tell apart: a state without its fraction."""
    if column.kind is not Kind.STATE:
        return column.sql
    if postgres:
        return f"split_part({column.sql}, ':', 1)"
    return f"(SELECT substr(z.s, 1, instr(z.s || ':', ':') - 1) FROM (SELECT {column.sql} AS s) z)"


def grouped(column: Column, asked: Question, *, postgres: bool) -> str:
    """What the rows of a group have in common: the month or the day, the value of the rest."""
    if column.kind not in DAYS:
        return plain(column, postgres=postgres)
    day = column.sql if column.kind is Kind.DATE else _day_of(column.sql, postgres=postgres)
    return day if asked.by_day else f"({day}) / 100"


def _day_of(moment: str, *, postgres: bool) -> str:
    """A moment's day of the shop's own clock, as a day number."""
    *known, (_, first) = clock.offsets()
    cases = "".join(f" WHEN {moment} >= {begin} THEN {ahead}" for begin, ahead in known)
    local = f"{moment} + CASE{cases} ELSE {first} END" if known else f"{moment} + {first}"
    if postgres:
        return f"to_char(to_timestamp({local}) AT TIME ZONE 'UTC', 'YYYYMMDD')::integer"
    return f"CAST(strftime('%Y%m%d', {local}, 'unixepoch') AS INTEGER)"


def group_cell(column: Column, asked: Question, value: Any, read: Callable[[Any], Cell]) -> Cell:
    """A group's value as a cell; a month is its first day."""
    if column.kind in DAYS and value is not None:
        return clock.day_date(int(value) if asked.by_day else int(value) * 100 + 1)
    return read(value)


def way(*, descending: bool) -> str:
    return "DESC" if descending else "ASC"


def order_of(listing: Listing, asked: Question) -> str:
    """What the list is ordered by, before the key."""
    return column_of(listing, asked.order).sql if asked.order else listing.key


def group_way(listing: Listing, asked: Question) -> str:
    """Groups stand as their column is sorted; days and months the newest first."""
    newest_first = column_of(listing, asked.grouped_by).kind in DAYS
    falling = asked.descending if asked.order == asked.grouped_by else newest_first
    return way(descending=falling)


def ordered(listing: Listing, asked: Question, where: Condition, *, postgres: bool) -> Condition:
    """The question for the keys `k` of all rows that `where` lets through, in their order."""
    falling = way(descending=asked.descending)
    order = f"{order_of(listing, asked)} {falling}, {listing.key} {falling}"
    if asked.group:
        common = grouped(column_of(listing, asked.grouped_by), asked, postgres=postgres)
        order = f"{common} {group_way(listing, asked)}, {order}"
    source = f"{listing.source}{where.sql}"
    return Condition(f"SELECT {listing.key} AS k FROM {source} ORDER BY {order}", where.params)
