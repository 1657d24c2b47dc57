"""A list too long to load, read from the database one page at a time.

`ListingSource` answers what a list on the screen asks: how many rows, this page of them, what they
sum to, and the whole of it for export. Sorting, searching and filtering are the database's work.

Paging is by keyset: the order is (column, key), and a page begins *after* the last row of an
earlier one, which an index finds at once however far down the list that is. Where no earlier row is
known (a jump by the scroll bar), the nearest known row plus an offset is taken, from whichever end
is nearer; what such a jump passes is remembered as an anchor, so anchors come only where people go.

Where no index helps (an order by a computed column, a filter that few rows pass), every page would
cost as much as the first. `prepare`, which runs beside the window, notices that by the time it
took, and then reads the keys of all rows found once: eight bytes a row, and each page a look-up.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, Protocol

from erp_desktop.core.table import Cell, Column, Listing, Running, Table, reader_of
from erp_desktop.reports import list_sql as sql_of
from erp_desktop.reports.list_groups import AT_MOST, REST, Group, Layout, added_up
from erp_desktop.reports.list_memory import Anchor, Keyed, Known, Row, keys_of, sorts_all
from erp_desktop.reports.list_questions import Condition, Filter, Question

__all__ = ["Books", "Filter", "Keyed", "ListingSource", "Question", "Row", "searched"]

EXPORT_PAGE: Final = 5_000
FIRST_PAGE: Final = 128
SLOW: Final = 0.015  # seconds; a page that takes longer would be felt while scrolling
VALUES_OFFERED: Final = 200


# Every text put into the SQL below is from a Listing in our own code; what people type is bound.
# ruff: noqa: S608


class Books(Protocol):
    """What a listing needs of the books: plain SQL with ? placeholders."""

    @property
    def postgres(self) -> bool: ...

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Any]: ...

    def each(self, sql: str, params: Sequence[Any] = ()) -> Iterator[Any]: ...


def _silent(done: int, whole: int) -> None:
    """Nobody wants to hear how far it is."""


def _told(told: Callable[[int, int], None], count: int, rows: Iterator[Keyed]) -> Iterator[Row]:
    """The rows alone; at the beginning of each page it is told how many came before."""
    for at, (_, row) in enumerate(rows):
        if at % EXPORT_PAGE == 0:
            told(at, count)
        yield row


class ListingSource:
    """Reads a `Listing`. Each method takes the books first, so that an office can ask it.

    `places` is the number of decimals of the shop's currency.
    """

    def __init__(self, listing: Listing, places: int = 2) -> None:
        self.listing = listing
        self.question = Question(order=listing.order, descending=listing.descending)
        self._places = places
        self._readers = [reader_of(column.kind, places) for column in listing.columns]
        self._folded: set[Cell] = set()
        self._forget()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.listing.columns

    def asked(self, question: Question) -> "ListingSource":
        """Another source of the same listing that answers this; this one stays as it is."""
        made = ListingSource(self.listing, self._places)
        made.question = question.about(self.columns)
        if question.group == self.question.group:
            made._folded = set(self._folded)
        return made

    def seen_as(self, listing: Listing) -> "ListingSource":
        """The same source with the columns that somebody may see of its list."""
        return self if listing is self.listing else ListingSource(listing, self._places)

    def ask_for(self, question: Question) -> None:
        """Sort, search and filter like this from now on."""
        self.question = question.about(self.columns)
        self._forget()

    def refresh(self) -> None:
        """The books changed: what was remembered is no longer true."""
        self._forget()

    def prepare(self, books: Books) -> "ListingSource":
        """Find out now what the first look at the list asks, and how to page through it fast."""
        if self.question.group:
            self._lay_out(books)
            return self
        sql, params = self._ordered(books)
        if sorts_all(books, sql, params):
            self._read_keys(books)
            return self
        began = time.perf_counter()
        self.found(books)
        if self.question.narrows() and time.perf_counter() - began > SLOW:
            self._read_keys(books)
            return self
        began = time.perf_counter()
        first = self.page(books, 0, FIRST_PAGE)
        if time.perf_counter() - began > SLOW:
            self._read_keys(books)
        self._known.first = first
        return self

    def _read_keys(self, books: Books) -> None:
        """Know the keys of all rows found; their number is then known too."""
        self._known.keys = keys_of(books, *self._ordered(books))
        self._known.count = len(self._known.keys)

    def count(self, books: Books) -> int:
        """How many rows stand on the screen: those found, and the heads of groups."""
        return self._lay_out(books).rows if self.question.group else self.found(books)

    def found(self, books: Books) -> int:
        """How many rows the question finds."""
        if self._known.count is None:
            asked = self._where(books)
            sql = f"SELECT count(*) FROM {self.listing.source}{asked.sql}"
            self._known.count = int(books.rows(sql, asked.params)[0][0])
        return self._known.count

    def totals(self, books: Books) -> Row:
        """The sums of the columns that have one, over all rows the question finds."""
        summed = self._summed()
        if not summed:
            return (None,) * len(self.columns)
        sums = ", ".join(f"sum({self.columns[at].sql})" for at in summed)
        asked = self._where(books)
        found = books.rows(f"SELECT {sums} FROM {self.listing.source}{asked.sql}", asked.params)
        return self._totals_row(found[0])

    def view_counts(
        self, books: Books, mine: Sequence[tuple[str, Question]] = ()
    ) -> dict[str, int]:
        """How many rows each named view has, and each kept question, in one pass."""
        asked = [*((code, Question(view=code)) for code, _, _ in self.listing.views), *mine]
        if not asked:
            return {}
        met = [sql_of.together(self._conditions(books, question)) for _, question in asked]
        counted = sql_of.counted(self.listing, met)
        found = books.rows(counted.sql, counted.params)[0]
        return {code: int(raw or 0) for (code, _), raw in zip(asked, found, strict=True)}

    def values(self, books: Books, key: str) -> list[tuple[Cell, int]]:
        """The values a column has in what is found, the most frequent first, with their counts.

        A filter on the column itself does not count: these are what it may be changed to.
        """
        column = self._column(key)
        filters = tuple(one for one in self.question.filters if one.column != key)
        asked = self._where(books, question=replace(self.question, filters=filters))
        value = sql_of.plain(column, postgres=books.postgres)
        sql = (
            f"SELECT v, count(*) FROM (SELECT {value} AS v FROM {self.listing.source}{asked.sql}) "
            "t GROUP BY v ORDER BY 2 DESC, 1 LIMIT ?"
        )
        read = self._readers[self.columns.index(column)]
        found = books.rows(sql, [*asked.params, VALUES_OFFERED])
        return [(read(value), int(count)) for value, count in found]

    def page(self, books: Books, start: int, size: int) -> list[Keyed]:
        """Rows `start` to `start + size` with their keys, in the asked order.

        The head of a group is a `GroupRow`, and its key is -1.
        """
        if self.question.group:
            return self._grouped_page(books, start, size)
        size = min(size, self.found(books) - start)
        if size <= 0:
            return []
        if start == 0 and size <= len(self._known.first):
            return self._known.first[:size]
        if self._known.keys is not None:
            return self._filled(books, self._keys_at(start, size))
        return self._filled(books, self._keys_of_page(books, start, size))

    def sums(self, books: Books, stretches: Sequence[tuple[int, int]]) -> Row:
        """The sums of some rows, given as (start, size)."""
        rows = (row for start, size in stretches for _, row in self.page(books, start, size))
        return added_up(rows, self._summed(), len(self.columns))

    def keys(self, books: Books, stretches: Sequence[tuple[int, int]]) -> list[int]:
        """What some rows open, given as (start, size)."""
        rows = (row for start, size in stretches for row in self.page(books, start, size))
        return [key for key, _ in rows if key >= 0]

    def table(self, books: Books) -> Table:
        """What is seen, whole, for export and paper; groups have their heads."""
        keyed = list(self.all_rows(books))
        return self._table(books, [row for _, row in keyed], [key for key, _ in keyed])

    def streamed(self, books: Books, told: Callable[[int, int], None] = _silent) -> Table:
        """The same, its rows read while they are gone through; `told` hears how many were."""
        count = self.found(books)
        read = partial(_told, told, count)
        return self._table(books, Running(count, lambda: read(self.all_rows(books))), ())

    def _table(self, books: Books, rows: Sequence[Row], keys: Sequence[int]) -> Table:
        heads, of = self._lay_out(books).table_heads() if self.question.group else (), self.listing
        return Table(of.name, of.title, self.columns, rows, keys, heads)

    def all_rows(self, books: Books) -> Iterator[Keyed]:
        """Every row the question finds, read page by page; group after group, without heads."""
        layout = self._lay_out(books) if self.question.group else None
        for start in range(0, self.found(books), EXPORT_PAGE):
            if layout is None:
                yield from self.page(books, start, EXPORT_PAGE)
            else:
                yield from self._filled(books, self._keys_at(start, EXPORT_PAGE))

    # -- groups ----------------------------------------------------------------------------------

    @property
    def layout(self) -> Layout | None:
        """Which row is which of which group, once the groups were read."""
        return self._known.layout

    def _lay_out(self, books: Books) -> Layout:
        if self._known.layout is None:
            self._read_keys(books)  # how many there are is known from them
            self._known.layout = Layout(self._read_groups(books), self._folded)
        return self._known.layout

    def _read_groups(self, books: Books) -> list[Group]:
        column, summed = self._column(self.question.grouped_by), self._summed()
        common = sql_of.grouped(column, self.question, postgres=books.postgres)
        asked = self._where(books)
        falling = sql_of.group_way(self.listing, self.question)
        sums = "".join(f", sum(s{at})" for at in summed)
        read = "".join(f", {self.columns[at].sql} AS s{at}" for at in summed)
        sql = (
            f"SELECT v, count(*){sums} FROM (SELECT {common} AS v{read} FROM "
            f"{self.listing.source}{asked.sql}) t GROUP BY v ORDER BY v {falling} LIMIT ?"
        )
        reader, found = self._readers[self.columns.index(column)], []
        for value, count, *totals in books.rows(sql, [*asked.params, AT_MOST]):
            cell = sql_of.group_cell(column, self.question, value, reader)
            found.append(Group(cell, int(count), self._totals_row(totals)))
        return self._with_rest(books, found)

    def _with_rest(self, books: Books, groups: list[Group]) -> list[Group]:
        """The groups, and behind them what is left when they were too many to be read."""
        if len(groups) < AT_MOST:
            return groups
        left = self.found(books) - sum(group.members for group in groups)
        rest = Group(REST, left, (None,) * len(self.columns))
        return [*groups, rest] if left else groups

    def _grouped_page(self, books: Books, start: int, size: int) -> list[Keyed]:
        layout = self._lay_out(books)
        found: list[Keyed] = []
        for one in layout.stretches(start, size):
            if one.head:
                found.append((-1, layout.group_row(one.group)))
            else:
                first = layout.before(one.group) + one.start
                found += self._filled(books, self._keys_at(first, one.size))
        return found

    def _keys_at(self, start: int, size: int) -> list[int]:
        keys = self._known.keys
        return [] if keys is None else list(keys[start : start + size])

    # -- the SQL ---------------------------------------------------------------------------------

    def _conditions(self, books: Books, question: Question) -> list[Condition]:
        return list(sql_of.conditions(self.listing, question, postgres=books.postgres))

    def _where(self, books: Books, *more: Condition, question: Question | None = None) -> Condition:
        """Everything that must hold, as a WHERE."""
        asked = self._conditions(books, question or self.question)
        return sql_of.together([Condition(self.listing.where), *asked, *more], " WHERE ")

    def _column(self, key: str) -> Column:
        return sql_of.column_of(self.listing, key)

    def _summed(self) -> list[int]:
        return [at for at, column in enumerate(self.columns) if column.total]

    def _totals_row(self, raw: Sequence[Any]) -> Row:
        totals: list[Cell] = [None] * len(self.columns)
        for at, value in zip(self._summed(), raw, strict=True):
            totals[at] = self._readers[at](int(value or 0))
        return tuple(totals)

    def _ordered(self, books: Books) -> Condition:
        """The question for the keys `k` of all rows found, in their order."""
        where = self._where(books)
        return sql_of.ordered(self.listing, self.question, where, postgres=books.postgres)

    def _keys_of_page(self, books: Books, start: int, size: int) -> list[int]:
        """The keys of a page, from the nearest row that is known."""
        before = self._known.anchor_before(start)
        from_end = self.found(books) - start - size
        if start - (before.at + 1 if before else 0) > from_end:
            found = self._stretch(books, None, from_end, size, backwards=True)[::-1]
        else:
            offset = start - before.at - 1 if before else start
            found = self._stretch(books, before, offset, size, backwards=False)
            if len(found) < size and before:  # rows without an order value stand after the anchor
                found = self._stretch(books, None, start, size, backwards=False)
        if found:
            self._known.remember(Anchor(start + len(found) - 1, *found[-1]))
        return [key for _, key in found]

    def _stretch(
        self, books: Books, after: Anchor | None, offset: int, size: int, *, backwards: bool
    ) -> list[tuple[Any, int]]:
        """(order value, key) of a stretch of rows; the only part whose cost grows with a jump."""
        order, key = sql_of.order_of(self.listing, self.question), self.listing.key
        falling = self.question.descending != backwards
        way, beyond = sql_of.way(descending=falling), Condition("")
        if after is not None:
            sign = "<" if falling else ">"
            beyond = Condition(f"({order}, {key}) {sign} (?, ?)", (after.value, after.key))
        asked = self._where(books, beyond)
        sql = (
            f"SELECT {order}, {key} FROM {self.listing.source}{asked.sql}"
            f" ORDER BY {order} {way}, {key} {way} LIMIT ? OFFSET ?"
        )
        return [(row[0], int(row[1])) for row in books.rows(sql, [*asked.params, size, offset])]

    def _filled(self, books: Books, keys: list[int]) -> list[Keyed]:
        """The whole rows of these keys, in the order of the keys."""
        if not keys:
            return []
        columns = ", ".join(column.sql or "NULL" for column in self.columns)
        where = f"{self.listing.key} IN ({', '.join('?' * len(keys))})"
        base = f"({self.listing.where}) AND " if self.listing.where else ""
        sql = f"SELECT {self.listing.key}, {columns} FROM {self.listing.source} WHERE {base}{where}"
        found = {int(row[0]): self._row(row) for row in books.rows(sql, keys)}
        return [(key, found[key]) for key in keys if key in found]

    def _row(self, raw: Sequence[Any]) -> Row:
        return tuple(read(cell) for read, cell in zip(self._readers, raw[1:], strict=True))

    def _forget(self) -> None:
        self._known = Known()


def searched(question: Question, words: str) -> Question:
    """The same question with other words to find."""
    return replace(question, search=words)
