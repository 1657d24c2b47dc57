"""Groups in a long list: each has a head with its count and sums, and may be folded away.

Which group stands in which row of the screen follows from the counts, so a list of a million rows
in fifty groups scrolls as it does without them. Only the heads are held in memory, and the keys of
the rows in the order of the groups.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from erp_desktop.core.table import Cell, Head

Row = tuple[Cell, ...]
AT_MOST = 2_000  # more groups than anybody reads; the rest stands together in one
REST = "…"  # the value of that one


class GroupRow(tuple[Cell, ...]):  # noqa: SLOT001  (a tuple has no room for slots of its own)
    """The head of a group among the rows: the sums of its columns, and what it stands for."""

    value: Cell
    members: int
    folded: bool

    def __new__(cls, group: "Group", *, folded: bool) -> "GroupRow":
        made = super().__new__(cls, group.totals)
        made.value, made.members, made.folded = group.value, group.members, folded
        return made


class Group(NamedTuple):
    """What all rows of a group have in common, how many they are and what they sum to."""

    value: Cell
    members: int
    totals: Row


class Stretch(NamedTuple):
    """Rows that stand together on the screen: the head of a group, or some of its rows."""

    group: int
    start: int  # within the group
    size: int
    head: bool


@dataclass
class Layout:
    """Which row of the screen is which row of which group."""

    groups: Sequence[Group]
    folded: set[Cell]

    def __post_init__(self) -> None:
        self._starts: list[int] = []
        self._before: list[int] = []
        self._begin()

    def _begin(self) -> None:
        self._starts, self._before, at, before = [], [], 0, 0
        for group in self.groups:
            self._starts.append(at)
            self._before.append(before)
            at += 1 if group.value in self.folded else 1 + group.members
            before += group.members
        self.rows = at

    def found(self) -> int:
        """How many rows there are, heads and folds aside."""
        return sum(group.members for group in self.groups)

    def head(self, row: int) -> int:
        """The group whose head stands in this row; -1 for a row of a group."""
        at = bisect_right(self._starts, row) - 1
        return at if at >= 0 and self._starts[at] == row else -1

    def heads(self, start: int, size: int) -> int:
        """How many heads stand in some rows."""
        return bisect_left(self._starts, start + size) - bisect_left(self._starts, start)

    def before(self, group: int) -> int:
        """How many rows the groups before this one have."""
        return self._before[group]

    def row_of(self, group: int) -> int:
        return self._starts[group]

    def fold(self, group: int) -> None:
        """Fold a group away, or open it again."""
        self.folded ^= {self.groups[group].value}  # in place: the next answer knows it too
        self._begin()

    def fold_all(self, *, folded: bool) -> None:
        self.folded.clear()
        self.folded.update(group.value for group in self.groups if folded)
        self._begin()

    def group_row(self, group: int) -> GroupRow:
        one = self.groups[group]
        return GroupRow(one, folded=one.value in self.folded)

    def table_heads(self) -> list[Head]:
        """The heads as a finished table has them: all rows stand there, also folded ones."""
        return [
            Head(before, group.value, group.members, group.totals, group.value in self.folded)
            for group, before in zip(self.groups, self._before, strict=True)
        ]

    def stretches(self, start: int, size: int) -> Iterator[Stretch]:
        """What stands in the rows `start` to `start + size`."""
        end = min(start + size, self.rows)
        at = max(bisect_right(self._starts, start) - 1, 0)
        while start < end:
            inside = start - self._starts[at]
            if inside == 0:
                yield Stretch(at, 0, 1, head=True)
                start += 1
                inside = 1
            last = self._starts[at + 1] if at + 1 < len(self._starts) else self.rows
            taken = min(last, end) - start
            if taken > 0:
                yield Stretch(at, inside - 1, taken, head=False)
                start += taken
            at += 1


def added_up(rows: Iterable[Row], summed: Sequence[int], wide: int) -> Row:
    """The sums of some columns over rows; the heads of groups are sums already."""
    totals: list[Any] = [None] * wide
    for row in rows:
        if not isinstance(row, GroupRow):
            for at in summed:
                cell: Any = row[at]
                totals[at] = (totals[at] or 0) + (cell or 0)
    return tuple(totals)
