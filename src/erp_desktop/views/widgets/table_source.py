"""The rows of a finished `Table` as a list shows them: sorted, searched, filtered and grouped here.

It answers the same questions as a listing that the database pages through, and always at once.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from erp_desktop.core.table import NUMERIC, Cell, Column, Kind, Table
from erp_desktop.reports.list_groups import Group, Layout
from erp_desktop.reports.list_questions import resolved
from erp_desktop.reports.list_sql import DAYS
from erp_desktop.reports.listing import Filter, Question
from erp_desktop.views import costs

Row = tuple[Cell, ...]
Ready = Callable[[Callable[[], None]], None]
VALUES_OFFERED = 200


def _at_once(take: Callable[[], None]) -> None:
    take()


class TableSource:
    """A finished `Table`. `reload` asks for the Table anew when the books change.

    `named` are views over rows in memory: code, title, and a test of a row.
    """

    immediate = True

    def __init__(
        self, table: Table, reload: Callable[[], Table] | None = None,
        named: Sequence[tuple[str, str, Callable[[Row], bool]]] = (),
    ) -> None:  # fmt: skip
        self._table, self._reload, self._named = costs.table(table), reload, tuple(named)
        self._folded: set[Cell] = set()
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
        heads = self._layout.table_heads() if self._layout is not None else ()
        return Table(table.name, table.title, table.columns, rows, keys, heads)

    def show(self, table: Table) -> None:
        """Another answer of the same shape."""
        self._table = costs.table(table)
        self._arrange()

    def count(self) -> int:
        return self._layout.rows if self._layout else len(self._order)

    def found(self) -> int:
        return len(self._order)

    def heads(self, start: int, size: int) -> int:
        return self._layout.heads(start, size) if self._layout is not None else 0

    def page(self, start: int, size: int) -> list[Row]:
        rows, layout = self._table.rows, self._layout
        if layout is None:
            return [rows[at] for at in self._order[start : start + size]]
        found: list[Row] = []
        for one in layout.stretches(start, size):
            if one.head:
                found.append(layout.group_row(one.group))
            else:
                first = layout.before(one.group) + one.start
                found += [rows[at] for at in self._order[first : first + one.size]]
        return found

    def key_of(self, row: int) -> int:
        keys, place = self._table.keys, self._place(row)
        return keys[self._order[place]] if keys and 0 <= place < len(self._order) else -1

    def totals(self) -> Row:
        return self._sums(self._order)

    def views(self, mine: Sequence[tuple[str, Question]] = ()) -> list[tuple[str, str, int | None]]:
        rows = self._table.rows
        named = [(code, title, sum(map(test, rows))) for code, title, test in self._named]
        return [*named, *((code, "", len(self._found_by(asked))) for code, asked in mine)]

    # -- asking ----------------------------------------------------------------------------------

    def ask_for(self, question: Question, ready: Ready = _at_once) -> None:
        if question.group != self.question.group:
            self._folded.clear()
        self.question = question
        ready(self._arrange)

    def refresh(self, ready: Ready = _at_once) -> None:
        if self._reload is not None:
            self._table = costs.table(self._reload())
        ready(self._arrange)

    def give_up(self) -> None:
        """Nothing is ever waited for."""

    def read_totals(self, then: Callable[[Row], None]) -> None:
        then(self.totals())

    def read_views(
        self, mine: Sequence[tuple[str, Question]],
        then: Callable[[list[tuple[str, str, int | None]]], None],
    ) -> None:  # fmt: skip
        then(self.views(mine))

    def read_values(self, key: str, then: Callable[[list[tuple[Cell, int]]], None]) -> None:
        column = self._table.columns[self._table.column(key)]
        at, counts = self._table.column(key), dict[Cell, int]()
        for row in self._table.rows:
            value = _plain(column, row[at])
            counts[value] = counts.get(value, 0) + 1
        most = sorted(counts.items(), key=lambda one: (-one[1], _sortable(one[0])))
        then(most[:VALUES_OFFERED])

    def read_sums(self, stretches: Sequence[tuple[int, int]], then: Callable[[Row], None]) -> None:
        places = (
            self._place(row) for start, size in stretches for row in range(start, start + size)
        )
        then(self._sums([self._order[place] for place in places if place >= 0]))

    def keys(self, stretches: Sequence[tuple[int, int]]) -> list[int]:
        found = (
            self.key_of(row) for start, size in stretches for row in range(start, start + size)
        )
        return [key for key in found if key >= 0]

    # -- groups ----------------------------------------------------------------------------------

    def fold(self, row: int) -> None:
        if self._layout is not None and self._layout.head(row) >= 0:
            self._layout.fold(self._layout.head(row))

    def fold_all(self, *, folded: bool) -> None:
        if self._layout is not None:
            self._layout.fold_all(folded=folded)

    def _place(self, row: int) -> int:
        """Where a row of the screen stands in the order; -1 for the head of a group."""
        if self._layout is None:
            return row
        for one in self._layout.stretches(row, 1):
            if not one.head:
                return self._layout.before(one.group) + one.start
        return -1

    def _group(self, order: list[int]) -> Layout:
        """Bring the rows together that have a value in common; the order within stays."""
        asked, rows = self.question, self._table.rows
        at = self._table.column(asked.grouped_by)
        column, members = self.columns[at], dict[Cell, list[int]]()
        for place in order:
            members.setdefault(_common(asked, column, rows[place][at]), []).append(place)
        newest = column.kind in DAYS
        falling = asked.descending if asked.order == asked.grouped_by else newest
        values = sorted(members, key=_sortable, reverse=falling)
        self._order = [place for value in values for place in members[value]]
        groups = [Group(value, len(members[value]), self._sums(members[value])) for value in values]
        return Layout(groups, self._folded)

    # -- what is found ---------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Find, sort and group; what is asked of a column not there is passed over."""
        rows, asked = self._table.rows, self.question
        keys = {column.key for column in self.columns}
        self._layout: Layout | None = None
        self._order = self._found_by(asked)
        if asked.order in keys:
            column = self._table.column(asked.order)
            self._order.sort(key=lambda at: _sortable(rows[at][column]), reverse=asked.descending)
        if asked.grouped_by in keys:
            self._layout = self._group(self._order)

    def _found_by(self, asked: Question) -> list[int]:
        test = next((test for code, _, test in self._named if code == asked.view), None)
        words = asked.search.lower().split()
        keys = {column.key for column in self.columns}
        filters = [
            (self._table.column(one.column), resolved(one))
            for one in asked.filters
            if one.column in keys
        ]
        return [
            at
            for at, row in enumerate(self._table.rows)
            if (test is None or test(row))
            and self._says(row, words)
            and all(_passes(self.columns[place], row[place], one) for place, one in filters)
        ]

    def _says(self, row: Row, words: list[str]) -> bool:
        if not words:
            return True
        texts = zip(row, self.columns, strict=True)
        said = " ".join(str(cell).lower() for cell, column in texts if column.kind not in NUMERIC)
        return all(word in said for word in words)

    def _sums(self, places: Sequence[int]) -> Row:
        return tuple(
            _summed([self._table.rows[place][at] for place in places]) if column.total else None
            for at, column in enumerate(self.columns)
        )


def _summed(cells: Sequence[Cell]) -> Cell:
    whole = [cell for cell in cells if isinstance(cell, int)]
    exact = [cell for cell in cells if isinstance(cell, Decimal)]
    return sum(exact, Decimal(0)) + sum(whole) if exact else sum(whole)


def _sortable(cell: Cell) -> tuple[bool, Any]:
    """Nothing sorts before something; words regardless of case."""
    if isinstance(cell, str):
        return True, cell.casefold()
    return cell is not None, 0 if cell is None else cell


def _plain(column: Column, cell: Cell) -> Cell:
    """The value people tell apart: a state without its fraction."""
    return str(cell or "").partition(":")[0] if column.kind is Kind.STATE else cell


def _common(asked: Question, column: Column, cell: Cell) -> Cell:
    """What the rows of a group have in common: the month or the day, the value of the rest."""
    if column.kind in DAYS and isinstance(cell, date):
        return date(cell.year, cell.month, cell.day if asked.by_day else 1)
    return _plain(column, cell)


def _passes(column: Column, cell: Any, wanted: Filter) -> bool:
    if wanted.among and _plain(column, cell) not in wanted.among:
        return False
    if wanted.contains and wanted.contains.lower() not in str(cell or "").lower():
        return False
    return _within(cell, wanted)


def _within(cell: Any, wanted: Filter) -> bool:
    ends = [one for one in (wanted.equals, wanted.at_least, wanted.at_most) if one is not None]
    if not ends:
        return True
    if isinstance(cell, datetime) and not any(isinstance(one, datetime) for one in ends):
        cell = cell.date()
    if wanted.equals is not None:
        return bool(cell == wanted.equals)
    if cell is None:
        return False
    above = wanted.at_least is None or cell >= wanted.at_least
    return bool(above and (wanted.at_most is None or cell <= wanted.at_most))
