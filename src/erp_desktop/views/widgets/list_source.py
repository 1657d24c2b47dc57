"""Where a list's rows come from: a Table in memory, or a Listing that the database pages through.

A list on the screen knows only `PageSource`. Sorting, searching, filtering and grouping are set on
the source as one `Question`. The answer may take a while; `ready` is then handed what takes it, so
that the list changes from one answer to the next in one moment.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from erp_desktop.core.table import Cell, Column
from erp_desktop.reports.listing import ListingSource, Question
from erp_desktop.views import costs
from erp_desktop.views.office import Office
from erp_desktop.views.reading import BEHIND, BESIDE, Asked
from erp_desktop.views.widgets.table_source import TableSource

__all__ = ["ListingPages", "PageSource", "Row", "TableSource", "View"]

Row = tuple[Cell, ...]
Ready = Callable[[Callable[[], None]], None]
Mine = Sequence[tuple[str, Question]]
Stretches = Sequence[tuple[int, int]]
View = tuple[str, str, int | None]
T = TypeVar("T")
KEYS_KEPT = 20_000  # more than the rows that a list model holds


def at_once(take: Callable[[], None]) -> None:
    """Take the answer when it is there."""
    take()


class PageSource(Protocol):
    """A list of rows, read by pages. What may take long is told to a `then`, at once or later."""

    question: Question  # as it was asked last

    @property
    def name(self) -> str:
        """Under which name the list's columns and widths are remembered."""

    @property
    def columns(self) -> tuple[Column, ...]: ...

    @property
    def immediate(self) -> bool:
        """Rows are at hand: reading one is never a query."""

    def count(self) -> int:
        """How many rows stand on the screen."""

    def found(self) -> int:
        """How many rows were found: those on the screen, less the heads of groups, and folds."""

    def heads(self, start: int, size: int) -> int:
        """How many of some rows are heads of groups."""

    def page(self, start: int, size: int) -> list[Row]: ...

    def key_of(self, row: int) -> int:
        """What the row opens, for a row of a page that was read; -1 when it opens nothing."""

    def ask_for(self, question: Question, ready: Ready = ...) -> None: ...

    def refresh(self, ready: Ready = ...) -> None: ...

    def give_up(self) -> None:
        """Nobody waits any more for what was asked."""

    def read_totals(self, then: Callable[[Row], None]) -> None: ...

    def views(self, mine: Mine) -> list[View]:
        """The named views, then `mine`: code and title, as far as nothing must be read."""

    def read_views(self, mine: Mine, then: Callable[[list[View]], None]) -> None:
        """The named views, then `mine`: code, title (English key), how many rows."""

    def read_values(self, key: str, then: Callable[[list[tuple[Cell, int]]], None]) -> None:
        """The values of a column with their counts, the most frequent first."""

    def read_sums(self, stretches: Stretches, then: Callable[[Row], None]) -> None:
        """The sums of some rows, given as (start, size)."""

    def keys(self, stretches: Stretches) -> list[int]:
        """What some rows open."""

    def fold(self, row: int) -> None:
        """Fold the group whose head stands in this row away, or open it."""

    def fold_all(self, *, folded: bool) -> None: ...


class ListingPages:
    """A `ListingSource` read through the office; `listing` is the answer that is shown."""

    immediate = False

    def __init__(self, office: Office, listing: ListingSource) -> None:
        self._office = office
        self.listing = listing.seen_as(costs.listing(listing.listing))
        self._keys: dict[int, int] = {}
        self._asked: dict[str, Asked | None] = {}
        self._answered = False
        self.question = self.listing.question

    @property
    def name(self) -> str:
        return self.listing.listing.name

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.listing.columns

    def count(self) -> int:
        """Nothing is known before the first answer, and nothing is asked for it."""
        return self._office.ask(self.listing.count) if self._answered else 0

    def found(self) -> int:
        return self._office.ask(self.listing.found) if self._answered else 0

    def heads(self, start: int, size: int) -> int:
        layout = self.listing.layout
        return layout.heads(start, size) if layout is not None else 0

    def page(self, start: int, size: int) -> list[Row]:
        keyed = self._office.ask(self.listing.page, start, size)
        self._keys.update((start + at, key) for at, (key, _) in enumerate(keyed))
        for old in list(self._keys)[: max(len(self._keys) - KEYS_KEPT, 0)]:
            del self._keys[old]
        return [row for _, row in keyed]

    def key_of(self, row: int) -> int:
        return self._keys.get(row, -1)

    # -- asking ----------------------------------------------------------------------------------

    def ask_for(self, question: Question, ready: Ready = at_once) -> None:
        self.question = question
        asked = self.listing.asked(question)

        def answered(listing: ListingSource) -> None:
            ready(lambda: self._take(listing))

        self._ask("rows", asked.prepare, answered)

    def refresh(self, ready: Ready = at_once) -> None:
        self.ask_for(self.question, ready)

    def give_up(self) -> None:
        for asked in self._asked.values():
            if asked is not None:
                asked.give_up()
        self._asked.clear()

    def _take(self, listing: ListingSource) -> None:
        self.listing = listing
        self._answered = True
        self._keys.clear()

    def _ask(
        self, what: str, step: Callable[[Any], T], then: Callable[[T], None], share: float = 1.0
    ) -> None:
        """Ask, and give up what was asked before for the same purpose."""
        before = self._asked.pop(what, None)
        if before is not None:
            before.give_up()
        self._asked[what] = self._office.ask_beside(step, then, share=share)

    # -- beside the rows -------------------------------------------------------------------------

    def totals(self) -> Row:
        """The sums of all rows found, waited for."""
        return self._office.ask(self.listing.totals)

    def read_totals(self, then: Callable[[Row], None]) -> None:
        self._ask("totals", self.listing.totals, then, BESIDE)

    def read_views(self, mine: Mine, then: Callable[[list[View]], None]) -> None:
        listing = self.listing

        def told(counts: dict[str, int]) -> None:
            then([(code, title, counts.get(code)) for code, title, _ in self.views(mine)])

        self._ask("views", lambda books: listing.view_counts(books, mine), told, BEHIND)

    def views(self, mine: Mine) -> list[View]:
        """The named views, then `mine`, not counted yet."""
        named = self.listing.listing.views
        return [*((code, title, None) for code, title, _ in named),
                *((code, "", None) for code, _ in mine)]  # fmt: skip

    def read_values(self, key: str, then: Callable[[list[tuple[Cell, int]]], None]) -> None:
        listing = self.listing
        self._ask("values", lambda books: listing.values(books, key), then)

    def read_sums(self, stretches: Stretches, then: Callable[[Row], None]) -> None:
        listing = self.listing
        self._ask("sums", lambda books: listing.sums(books, stretches), then)

    def keys(self, stretches: Stretches) -> list[int]:
        return self._office.ask(self.listing.keys, stretches)

    def fold(self, row: int) -> None:
        layout = self.listing.layout
        if layout is not None and layout.head(row) >= 0:
            layout.fold(layout.head(row))
            self._keys.clear()

    def fold_all(self, *, folded: bool) -> None:
        if self.listing.layout is not None:
            self.listing.layout.fold_all(folded=folded)
            self._keys.clear()
