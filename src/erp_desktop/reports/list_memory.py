"""What is known so far of the answer to one question: thrown away whole when it changes."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Protocol

from erp_desktop.core.table import Cell
from erp_desktop.reports.list_groups import Layout

Row = tuple[Cell, ...]
Keyed = tuple[int, Row]
AT_ONCE: Final = 150_000  # characters


class Anchor(NamedTuple):
    """A row whose place in the order is known."""

    at: int
    value: Any
    key: int


@dataclass
class Known:
    """How many rows there are, places in their order, their keys, the first page, the groups."""

    count: int | None = None
    anchors: list[Anchor] = field(default_factory=list)
    keys: "array[int] | None" = None
    first: list[Keyed] = field(default_factory=list)
    layout: Layout | None = None

    def anchor_before(self, start: int) -> Anchor | None:
        """The nearest known row before a place."""
        at = bisect_right(self.anchors, start - 1, key=_place)
        return self.anchors[at - 1] if at else None

    def remember(self, anchor: Anchor) -> None:
        """A row without an order value cannot be an anchor: NULL compares with nothing."""
        at = bisect_right(self.anchors, anchor.at, key=_place)
        known = at and self.anchors[at - 1].at == anchor.at
        if anchor.value is not None and not known:
            self.anchors.insert(at, anchor)


class Books(Protocol):
    """What is asked for keys."""

    @property
    def postgres(self) -> bool: ...

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Any]: ...

    def each(self, sql: str, params: Sequence[Any] = ()) -> Iterator[Any]: ...


def keys_of(books: Books, sql: str, params: Sequence[Any]) -> "array[int]":
    """The keys `k` that a question gives, in its order: eight bytes each.

    SQLite hands them over in one long text: row by row, its thread would ask the window's for its
    turn a million times.
    """
    keys = array("q")
    if books.postgres:
        keys.extend(row[0] for row in books.each(sql, params))
        return keys
    ((text,),) = books.rows(f"SELECT group_concat(k) FROM ({sql})", params)  # noqa: S608
    start, length = 0, len(text or "")
    while start < length:
        end = text.find(",", start + AT_ONCE)
        end = end if end >= 0 else length
        keys.extend(map(int, text[start:end].split(",")))
        start = end + 1
    return keys


def sorts_all(books: Books, sql: str, params: Sequence[Any]) -> bool:
    """Whether SQLite has no index for an order, and so reads and sorts everything for a page."""
    if books.postgres:
        return False
    plan = books.rows(f"EXPLAIN QUERY PLAN {sql}", params)
    return any("TEMP B-TREE FOR ORDER BY" in str(step[-1]) for step in plan)


def _place(anchor: Anchor) -> int:
    return anchor.at
