"""What a report is asked: as of when, for which days, which warehouse, which product.

One rule of time holds for every report. A fact counts as of a moment T when it *happened* by T
and was *booked* by the day of T: what fell into a closed period is booked later, and the report
of that day stays what it was (LEDGER L-21). Days in `from_day` to `to_day` are days of the books.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.table import Cell, Column, Kind, Table, reader_of
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.stock.places import Place, places, refresh, warehouse
from erp_desktop.services.users import rights

FOREVER: Final = 2**62
LAST_DAY: Final = 99_999_999


@dataclass(frozen=True, slots=True)
class ReportAsk:
    """`as_of` is an instant; days are day numbers; all of them may be left open."""

    as_of: int | None = None
    from_day: int | None = None
    to_day: int | None = None
    warehouse: str | None = None
    sku: str | None = None
    lot: str | None = None
    partner: str | None = None  # a customer's or supplier's code
    cause: str | None = None  # the number of the document that caused it

    @property
    def moment(self) -> int:
        """The last instant that counts."""
        return FOREVER if self.as_of is None else self.as_of

    @property
    def then(self) -> int | None:
        """The instant a picture of the past is asked for; None means now."""
        if self.as_of is None and self.to_day is not None:
            return clock.day_end(self.to_day)
        return self.as_of

    @property
    def first(self) -> int:
        """The first day of the books that counts."""
        return self.from_day or 0

    @property
    def last(self) -> int:
        """The last day of the books that counts."""
        upto = LAST_DAY if self.as_of is None else clock.day_of(self.as_of)
        return min(upto, self.to_day or LAST_DAY)


@dataclass(frozen=True, slots=True)
class Report:
    """A question the shop can ask of its books, by name; the title is an English key.

    `make` is the whole answer. `answer` is what the person on duty may see of it; a report that is
    about nothing but costs (`costs`) is not for everybody. One that is about one customer or
    supplier (`partner`) is empty without.
    """

    name: str
    title: str
    make: Callable[[Books, ReportAsk], Table]
    costs: bool = False
    partner: bool = False

    def answer(self, books: Books, ask: ReportAsk) -> Table:
        """Raises NotAllowed."""
        if self.costs:
            rights.require(books, rights.COST)
        table = self.make(books, ask)
        return table if rights.sees_costs(books) else table.without_costs()


class Where:
    """Conditions of a question, with their values in the same order."""

    def __init__(self, *conditions: str) -> None:
        self.conditions = list(conditions)
        self.params: list[Any] = []

    def add(self, condition: str, *params: Any) -> "Where":
        self.conditions.append(condition)
        self.params += params
        return self

    def sku(self, books: Books, ask: ReportAsk, column: str) -> "Where":
        """Only the product that was asked for. Raises UnknownProduct."""
        if ask.sku is not None:
            self.add(f"{column} = ?", by_sku(books, ask.sku).id)
        return self

    def warehouse(self, books: Books, ask: ReportAsk, *columns: str) -> "Where":
        """Only the warehouse that was asked for, in any of the columns. Raises UnknownWarehouse."""
        if ask.warehouse is not None:
            place_id = warehouse(books, ask.warehouse).id
            either = " OR ".join(f"{column} = ?" for column in columns)
            self.add(f"({either})", *[place_id] * len(columns))
        return self

    def cause(self, ask: ReportAsk, column: str) -> "Where":
        """Only what the document that was asked for caused."""
        return self.add(f"{column} = ?", ask.cause) if ask.cause is not None else self

    @property
    def sql(self) -> str:
        return " WHERE " + " AND ".join(self.conditions) if self.conditions else ""


def known_places(books: Books) -> dict[int, Place]:
    """All places by id, also those that another till has just made."""
    known = places(books)
    count = books.value("SELECT count(*) FROM location")
    return known if len(known) == count else refresh(books)


def own_places(books: Books) -> set[int]:
    """The ids of the places whose stock is ours."""
    return {place.id for place in known_places(books).values() if place.own}


def with_names(books: Books, found: Table) -> Table:
    """The table with the products' names behind their SKUs, where it has only these.

    For people: what programs read keeps the columns that were agreed.
    """
    keys = [column.key for column in found.columns]
    if "sku" not in keys or "name" in keys:
        return found
    at = keys.index("sku") + 1
    names: dict[str, str] = dict(books.rows("SELECT sku, name FROM product"))
    rows = [(*row[:at], names.get(str(row[at - 1]), ""), *row[at:]) for row in found.rows]
    name = Column("name", "Name", width=220)
    return replace(found, columns=(*found.columns[:at], name, *found.columns[at:]), rows=rows)


def numbers_of(books: Books, document_ids: Sequence[int]) -> dict[int, str]:
    """The numbers of documents by id."""
    found: dict[int, str] = {}
    for first in range(0, len(document_ids), 500):
        some = document_ids[first : first + 500]
        sql = f"SELECT id, number FROM document WHERE id IN ({marks(some)})"  # noqa: S608
        found |= dict(books.rows(sql, some))
    return found


def table(
    books: Books,
    report: tuple[str, str],
    columns: tuple[Column, ...],
    raw: Iterable[Sequence[Any]],
    keys: Sequence[int] = (),
) -> Table:
    """Rows of whole parts as a Table. `report` is its name and title."""
    read = [_remembered(column.kind, books.money_places) for column in columns]
    rows = [tuple(reader(cell) for reader, cell in zip(read, row, strict=True)) for row in raw]
    return Table(*report, columns, rows, keys)


def _remembered(kind: Kind, places_: int) -> Callable[[Any], Cell]:
    """A reader that turns each different amount into a Decimal once."""
    read = reader_of(kind, places_)
    if kind not in {Kind.QUANTITY, Kind.MONEY, Kind.PRICE, Kind.PERCENT}:
        return read
    known: dict[Any, Cell] = {}

    def remembered(raw: Any) -> Cell:
        found = known.get(raw, known)
        if found is known:
            found = known[raw] = read(raw)
        return found  # type: ignore[return-value]

    return remembered
