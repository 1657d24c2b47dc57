"""Where a list's rows come from: a Table in memory, or a Listing that the database pages through.

A list on the screen knows only `PageSource`. Sorting, searching and filtering are set on the source
as one `Question`; the list then asks for counts and pages anew.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

from erp_desktop.core.table import NUMERIC, Cell, Column, Table
from erp_desktop.reports.listing import Filter, ListingSource, Question
from erp_desktop.views.office import Office

Row = tuple[Cell, ...]
KEYS_KEPT = 20_000  # more than the rows that a list model holds


class PageSource(Protocol):
    """A list of rows, read by pages."""

    question: Question

    @property
    def name(self) -> str:
        """Under which name the list's columns and widths are remembered."""

    @property
    def columns(self) -> tuple[Column, ...]: ...

    @property
    def immediate(self) -> bool:
        """Rows are at hand: reading one is never a query."""

    def count(self) -> int: ...

    def page(self, start: int, size: int) -> list[Row]: ...

    def key_of(self, row: int) -> int:
        """What the row opens, for a row of a page that was read; -1 when it opens nothing."""

    def totals(self) -> Row: ...

    def views(self) -> list[tuple[str, str, int | None]]:
        """The named views: code, title (English key), how many rows."""

    def ask_for(self, question: Question) -> None: ...

    def refresh(self) -> None: ...


class ListingPages:
    """A `ListingSource` read through the office."""

    immediate = False

    def __init__(self, office: Office, listing: ListingSource) -> None:
        self._office, self.listing = office, listing
        self._keys: dict[int, int] = {}
        self.question = listing.question

    @property
    def name(self) -> str:
        return self.listing.listing.name

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.listing.columns

    def count(self) -> int:
        return self._office.ask(self.listing.count)

    def page(self, start: int, size: int) -> list[Row]:
        keyed = self._office.ask(self.listing.page, start, size)
        self._keys.update((start + at, key) for at, (key, _) in enumerate(keyed))
        for old in list(self._keys)[: max(len(self._keys) - KEYS_KEPT, 0)]:
            del self._keys[old]
        return [row for _, row in keyed]

    def key_of(self, row: int) -> int:
        return self._keys.get(row, -1)

    def totals(self) -> Row:
        return self._office.ask(self.listing.totals)

    def views(self) -> list[tuple[str, str, int | None]]:
        counts = self._office.ask(self.listing.view_counts)
        named = self.listing.listing.views
        return [(code, title, counts.get(code)) for code, title, _ in named]

    def ask_for(self, question: Question) -> None:
        self.question = question
        self.listing.ask_for(question)
        self._keys.clear()

    def refresh(self) -> None:
        self.listing.refresh()
        self._keys.clear()


class TableSource:
    """A finished `Table`. `reload` asks for the Table anew when the books change.

    `named` are views over rows in memory: code, title, and a test of a row.
    """

    immediate = True

    def __init__(
        self, table: Table, reload: Callable[[], Table] | None = None,
        named: Sequence[tuple[str, str, Callable[[Row], bool]]] = (),
    ) -> None:  # fmt: skip
        self._table, self._reload, self._named = table, reload, tuple(named)
        self.question = Question()
        self._arrange()

    @property
    def name(self) -> str:
        return self._table.name

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._table.columns

    @property
    def table(self) -> Table:
        """What is seen: the rows found, in their order (for export and paper)."""
        table = self._table
        keys = [table.keys[at] for at in self._order] if table.keys else ()
        rows = [table.rows[at] for at in self._order]
        return Table(table.name, table.title, table.columns, rows, keys)

    def show(self, table: Table) -> None:
        """Another answer of the same shape."""
        self._table = table
        self._arrange()

    def count(self) -> int:
        return len(self._order)

    def page(self, start: int, size: int) -> list[Row]:
        rows = self._table.rows
        return [rows[at] for at in self._order[start : start + size]]

    def key_of(self, row: int) -> int:
        keys = self._table.keys
        return keys[self._order[row]] if keys and 0 <= row < len(self._order) else -1

    def totals(self) -> Row:
        return tuple(
            self._sum(at) if column.total else None for at, column in enumerate(self.columns)
        )

    def views(self) -> list[tuple[str, str, int | None]]:
        rows = self._table.rows
        return [(code, title, sum(map(test, rows))) for code, title, test in self._named]

    def ask_for(self, question: Question) -> None:
        self.question = question
        self._arrange()

    def refresh(self) -> None:
        if self._reload is not None:
            self._table = self._reload()
        self._arrange()

    def _sum(self, at: int) -> Cell:
        cells = [self._table.rows[row][at] for row in self._order]
        whole = [cell for cell in cells if isinstance(cell, int)]
        exact = [cell for cell in cells if isinstance(cell, Decimal)]
        return sum(exact, Decimal(0)) + sum(whole) if exact else sum(whole)

    def _arrange(self) -> None:
        rows, asked = self._table.rows, self.question
        test = next((test for code, _, test in self._named if code == asked.view), None)
        words = asked.search.lower().split()
        self._order = [
            at
            for at, row in enumerate(rows)
            if (test is None or test(row)) and self._found(row, words) and self._passes(row)
        ]
        if asked.order:
            column = self._table.column(asked.order)
            self._order.sort(key=lambda at: _sortable(rows[at][column]), reverse=asked.descending)

    def _found(self, row: Row, words: list[str]) -> bool:
        if not words:
            return True
        texts = zip(row, self.columns, strict=True)
        said = " ".join(str(cell).lower() for cell, column in texts if column.kind not in NUMERIC)
        return all(word in said for word in words)

    def _passes(self, row: Row) -> bool:
        return all(
            _within(row[self._table.column(one.column)], one) for one in self.question.filters
        )


def _sortable(cell: Cell) -> tuple[bool, Any]:
    """Nothing sorts before something; words regardless of case."""
    if isinstance(cell, str):
        return True, cell.casefold()
    return cell is not None, 0 if cell is None else cell


def _within(cell: Any, wanted: Filter) -> bool:
    if isinstance(cell, datetime) and not isinstance(wanted.at_least or wanted.at_most, datetime):
        cell = cell.date() if isinstance(wanted.at_least or wanted.at_most, date) else cell
    if wanted.equals is not None:
        return bool(cell == wanted.equals)
    if cell is None:
        return False
    above = wanted.at_least is None or cell >= wanted.at_least
    return bool(above and (wanted.at_most is None or cell <= wanted.at_most))
