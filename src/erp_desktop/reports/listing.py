"""A list too long to load, read from the database one page at a time.

`ListingSource` answers what a list on the screen asks: how many rows, this page of them, what they
sum to, and the whole of it for export. Sorting, searching and filtering are the database's work.

Paging is by keyset: the order is (column, key), and a page begins *after* the last row of an
earlier one, which an index finds at once however far down the list that is. Where no earlier row is
known (a jump by the scroll bar), the nearest known row plus an offset is taken, from whichever end
is nearer; what such a jump passes is remembered as an anchor, so anchors come only where people go.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from erp_desktop.core import clock, money
from erp_desktop.core.table import Cell, Column, Kind, Listing, Table, reader_of

Row = tuple[Cell, ...]
Keyed = tuple[int, Row]
EXPORT_PAGE = 5_000


# Every text put into the SQL below is from a Listing in our own code; what people type is bound.
# ruff: noqa: S608


class Books(Protocol):
    """What a listing needs of the books: plain SQL with ? placeholders."""

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Any]: ...


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on one column: equal to something, or between two ends (either may be None)."""

    column: str
    equals: Cell = None
    at_least: Cell = None
    at_most: Cell = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks of a list: words to find, a named view, filters, and the order."""

    search: str = ""
    view: str = ""
    filters: tuple[Filter, ...] = ()
    order: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A row whose place in the order is known."""

    at: int
    value: Any
    key: int


class ListingSource:
    """Reads a `Listing`. Each method takes the books first, so that an office can ask it.

    `places` is the number of decimals of the shop's currency.
    """

    def __init__(self, listing: Listing, places: int = 2) -> None:
        self.listing = listing
        self.question = Question(order=listing.order, descending=listing.descending)
        self._readers = [reader_of(column.kind, places) for column in listing.columns]
        self._count: int | None = None
        self._anchors: list[_Anchor] = []

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.listing.columns

    def ask_for(self, question: Question) -> None:
        """Sort, search and filter like this from now on."""
        self.question = question
        self._forget()

    def refresh(self) -> None:
        """The books changed: what was remembered is no longer true."""
        self._forget()

    def count(self, books: Books) -> int:
        """How many rows the question finds."""
        if self._count is None:
            sql = f"SELECT count(*) FROM {self._from()}{self._where()}"
            self._count = int(books.rows(sql, self._params())[0][0])
        return self._count

    def totals(self, books: Books) -> Row:
        """The sums of the columns that have one, over all rows the question finds."""
        summed = [at for at, column in enumerate(self.columns) if column.total]
        totals: list[Cell] = [None] * len(self.columns)
        if summed:
            sums = ", ".join(f"sum({self.columns[at].sql})" for at in summed)
            sql = f"SELECT {sums} FROM {self._from()}{self._where()}"
            for at, raw in zip(summed, books.rows(sql, self._params())[0], strict=True):
                totals[at] = self._readers[at](int(raw or 0))
        return tuple(totals)

    def view_counts(self, books: Books) -> dict[str, int]:
        """How many rows each named view of the listing has, in one pass."""
        if not self.listing.views:
            return {}
        cases = ", ".join(
            f"sum(CASE WHEN {condition} THEN 1 ELSE 0 END)" if condition else "count(*)"
            for _, _, condition in self.listing.views
        )
        where = f" WHERE {self.listing.where}" if self.listing.where else ""
        found = books.rows(f"SELECT {cases} FROM {self._from()}{where}")[0]
        codes = (code for code, _, _ in self.listing.views)
        return {code: int(raw or 0) for code, raw in zip(codes, found, strict=True)}

    def page(self, books: Books, start: int, size: int) -> list[Keyed]:
        """Rows `start` to `start + size` with their keys, in the asked order."""
        total = self.count(books)
        size = min(size, total - start)
        if size <= 0:
            return []
        before = self._anchor_before(start)
        from_end = total - start - size
        if start - (before.at + 1 if before else 0) > from_end:
            found = self._ordered_keys(books, None, from_end, size, backwards=True)[::-1]
        else:
            offset = start - before.at - 1 if before else start
            found = self._ordered_keys(books, before, offset, size, backwards=False)
            if len(found) < size and before:  # rows without an order value stand after the anchor
                found = self._ordered_keys(books, None, start, size, backwards=False)
        if found:
            self._remember(_Anchor(start + len(found) - 1, *found[-1]))
        return self._filled(books, [key for _, key in found])

    def table(self, books: Books) -> Table:
        """What is seen, whole, for export and paper."""
        keyed = list(self.all_rows(books))
        return Table(
            self.listing.name,
            self.listing.title,
            self.columns,
            [row for _, row in keyed],
            [key for key, _ in keyed],
        )

    def all_rows(self, books: Books) -> Iterator[Keyed]:
        """Every row the question finds, read page by page."""
        for start in range(0, self.count(books), EXPORT_PAGE):
            yield from self.page(books, start, EXPORT_PAGE)

    # -- the SQL ---------------------------------------------------------------------------------

    def _from(self) -> str:
        return self.listing.source

    def _where(self, *more: str) -> str:
        conditions = [f"({one})" for one in (*self._conditions(), *more) if one]
        return f" WHERE {' AND '.join(conditions)}" if conditions else ""

    def _conditions(self) -> Iterator[str]:
        yield self.listing.where
        yield self._view_condition()
        for word in self.question.search.split():
            del word
            finds = (rf"lower({sql}) LIKE ? ESCAPE '\'" for sql in self.listing.search)
            yield " OR ".join(finds)
        for wanted in self.question.filters:
            sql = self._column(wanted.column).sql
            yield from (f"{sql} {sign} ?" for sign, _ in _ends(wanted))

    def _params(self) -> list[Any]:
        params: list[Any] = []
        for word in self.question.search.split():
            params += [f"%{_escaped(word.lower())}%"] * len(self.listing.search)
        for wanted in self.question.filters:
            kind = self._column(wanted.column).kind
            params += [_raw(kind, cell) for _, cell in _ends(wanted)]
        return params

    def _view_condition(self) -> str:
        wanted = self.question.view
        return next((sql for code, _, sql in self.listing.views if code == wanted), "")

    def _column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    def _order(self) -> str:
        """The SQL that the list is ordered by, before the key."""
        return self._column(self.question.order).sql if self.question.order else self.listing.key

    def _ordered_keys(
        self, books: Books, after: _Anchor | None, offset: int, size: int, *, backwards: bool
    ) -> list[tuple[Any, int]]:
        """(order value, key) of a stretch of rows; the only part whose cost grows with a jump."""
        order, key = self._order(), self.listing.key
        falling = self.question.descending != backwards
        way = "DESC" if falling else "ASC"
        beyond, params = "", self._params()
        if after is not None:
            beyond = f"({order}, {key}) {'<' if falling else '>'} (?, ?)"
            params += [after.value, after.key]
        sql = (
            f"SELECT {order}, {key} FROM {self._from()}{self._where(beyond)}"
            f" ORDER BY {order} {way}, {key} {way} LIMIT ? OFFSET ?"
        )
        return [(row[0], int(row[1])) for row in books.rows(sql, [*params, size, offset])]

    def _filled(self, books: Books, keys: list[int]) -> list[Keyed]:
        """The whole rows of these keys, in the order of the keys."""
        if not keys:
            return []
        columns = ", ".join(column.sql or "NULL" for column in self.columns)
        where = f"{self.listing.key} IN ({', '.join('?' * len(keys))})"
        base = f"({self.listing.where}) AND " if self.listing.where else ""
        sql = f"SELECT {self.listing.key}, {columns} FROM {self._from()} WHERE {base}{where}"
        found = {int(row[0]): self._row(row) for row in books.rows(sql, keys)}
        return [(key, found[key]) for key in keys if key in found]

    def _row(self, raw: Sequence[Any]) -> Row:
        return tuple(read(cell) for read, cell in zip(self._readers, raw[1:], strict=True))

    # -- what is remembered ----------------------------------------------------------------------

    def _forget(self) -> None:
        self._count = None
        self._anchors = []

    def _anchor_before(self, start: int) -> _Anchor | None:
        at = bisect_right(self._anchors, start - 1, key=_place)
        return self._anchors[at - 1] if at else None

    def _remember(self, anchor: _Anchor) -> None:
        """A row without an order value cannot be an anchor: NULL compares with nothing."""
        at = bisect_right(self._anchors, anchor.at, key=_place)
        known = at and self._anchors[at - 1].at == anchor.at
        if anchor.value is not None and not known:
            self._anchors.insert(at, anchor)


def searched(question: Question, words: str) -> Question:
    """The same question with other words to find."""
    return replace(question, search=words)


def _place(anchor: _Anchor) -> int:
    return anchor.at


def _ends(wanted: Filter) -> Iterator[tuple[str, Cell]]:
    for sign, cell in (("=", wanted.equals), (">=", wanted.at_least), ("<=", wanted.at_most)):
        if cell is not None:
            yield sign, cell


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def _raw(kind: Kind, cell: Cell) -> Any:
    """A Cell as the database keeps it: the opposite of `core.table.reader_of`."""
    parts: dict[Kind, Callable[[Decimal], int]] = {
        Kind.MONEY: money.money_parts,
        Kind.PRICE: money.price_parts,
        Kind.QUANTITY: money.quantity_parts,
        Kind.PERCENT: money.quantity_parts,
    }
    if isinstance(cell, Decimal) and kind in parts:
        return parts[kind](cell)
    if isinstance(cell, datetime):
        return clock.instant(cell)
    return clock.day_number(cell) if isinstance(cell, date) else cell
