"""One `Table`, four faces: the screen, Excel, CSV and paper each know only this.

A report or list is columns and rows. A `Column` says what it is called (an English key, translated
by the view), of which kind it is (so that every face aligns, formats and types it alike), and how
the database sorts and filters it. A `Table` holds its rows; a `Listing` is a list too long to
load: it says how to ask for a page. What the user sees of either is what is exported or printed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Any, NamedTuple, overload

from erp_desktop.core import clock, money

Cell = str | int | Decimal | date | datetime | None


class Said(Decimal):
    """A figure that people read in words (3 cartons + 4 pcs); sums and programs take the figure."""

    __slots__ = ("words",)

    words: str

    def __new__(cls, figure: Decimal, words: str) -> "Said":
        said = super().__new__(cls, figure)
        said.words = words
        return said


class Kind(StrEnum):
    """What a column holds; each face derives alignment, format and cell type from it."""

    TEXT = "text"
    CODE = "code"  # text that must keep its leading zeros: SKU, barcode, document number
    QUANTITY = "quantity"  # Decimal
    MONEY = "money"  # Decimal, in the shop's currency
    PRICE = "price"  # Decimal, per unit
    PERCENT = "percent"  # Decimal, 12.5 means 12.5 %
    COUNT = "count"  # int
    DATE = "date"  # datetime.date
    MOMENT = "moment"  # datetime.datetime, local time of the shop, naive
    STATE = "state"  # str: a code of core.states, shown as a chip; "partly_received:0.69" is a pie


NUMERIC = frozenset({Kind.QUANTITY, Kind.MONEY, Kind.PRICE, Kind.PERCENT, Kind.COUNT})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a stable key, a title (English translation key), a kind, and how it is shown."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 120  # pixels at font size 13
    total: bool = False  # summed in the totals row
    hidden: bool = False  # offered in the column chooser, not shown at first
    sql: str = ""  # how the database reads, sorts and filters it (only in a Listing)
    cost: bool = False  # what goods cost, or what that can be reckoned from (LEDGER L-81)


class Head(NamedTuple):
    """The head of a group of rows: before which row it stands, what they have in common, how many
    they are, and the sums of the columns that are summed. `words` say the value to people.

    Heads stand beside the rows and not among them: who only wants rows never meets one.
    """

    before: int
    value: Cell
    members: int
    sums: tuple[Cell, ...]
    folded: bool = False
    words: str = ""


Row = tuple[Cell, ...]


class Running(Sequence[Row]):
    """Rows that are read while they are written: how many they are is known, none of them is held.

    Each time they are gone through they are read anew.
    """

    def __init__(self, count: int, begin: Callable[[], Iterator[Row]]) -> None:
        self._count, self._begin = count, begin

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        return self._begin()

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """Reads everything up to there: for a look, not for a loop."""
        if isinstance(at, slice):
            return list(self)[at]
        return next(islice(self, at if at >= 0 else at + self._count, None))


def each_row(rows: Sequence[Row], change: Callable[[Row], Row]) -> Sequence[Row]:
    """Every row changed: at once where they are held, on the way where they are running."""
    if isinstance(rows, Running):
        return Running(len(rows), lambda: map(change, rows))
    return [change(row) for row in rows]


@dataclass(frozen=True, slots=True)
class Table:
    """A finished answer: every row is a tuple with one Cell a column, in the columns' order."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    keys: Sequence[int] = field(default=())  # what a row opens (a document or product id), if any
    heads: Sequence[Head] = field(default=())  # of groups of rows, the first first

    def column(self, key: str) -> int:
        """Where a column stands."""
        return next(at for at, column in enumerate(self.columns) if column.key == key)

    def without_costs(self) -> "Table":
        """What somebody may see who must not know what goods cost."""
        seen = [at for at, column in enumerate(self.columns) if not column.cost]
        if len(seen) == len(self.columns):
            return self
        columns = tuple(self.columns[at] for at in seen)
        rows = [tuple(row[at] for at in seen) for row in self.rows]
        return Table(self.name, self.title, columns, rows, self.keys)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list the database pages through: `SELECT <column.sql>… FROM <source> WHERE <where>`.

    `key` is the SQL of the unique whole-number id that a row opens. `search` lists the SQL
    expressions that *filter as you type* looks into; `indexed` is the SQL of the id of the product
    that a row stands for, where products are found through their index. `views` are the named
    filters above the list: (code, title, SQL condition). `order` is the column key it opens sorted
    by.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    source: str
    key: str
    where: str = ""
    search: tuple[str, ...] = ()
    indexed: str = ""
    views: tuple[tuple[str, str, str], ...] = ()
    order: str = ""
    descending: bool = True
    costs: bool = False  # it is about nothing but what goods cost

    def without_costs(self) -> "Listing":
        """The list for somebody who must not know what goods cost: no such column is asked."""
        columns = tuple(column for column in self.columns if not column.cost)
        if len(columns) == len(self.columns):
            return self
        known = {column.key for column in columns}
        return replace(self, columns=columns, order=self.order if self.order in known else "")


def reader_of(kind: Kind, places: int = 2) -> Callable[[Any], Cell]:
    """How a raw database value of this kind becomes a Cell (NULL stays None)."""
    plain: dict[Kind, Callable[[Any], Cell]] = {
        Kind.QUANTITY: money.quantity,
        Kind.MONEY: lambda whole: money.money(int(whole), places),
        Kind.PRICE: lambda whole: money.price(int(whole), places),
        Kind.PERCENT: lambda whole: money.decimal_of(int(whole), money.QUANTITY_PLACES),
        Kind.DATE: clock.day_date,
        Kind.MOMENT: clock.local_time,
        Kind.COUNT: int,
    }
    read = plain.get(kind, str)
    return lambda raw: None if raw is None else read(raw)
