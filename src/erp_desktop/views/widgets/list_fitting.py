"""How wide columns become for what stands in them.

A drawing gives every column a width. Rows may need more (an amount of twelve digits is never cut),
and where the words of the widest column would be cut, columns of figures give what they have too
much, and then those of words and days. Where there is more room than the names need, all columns
share it, so that figures do not stand at the far side of the sheet from what they are of. Columns
that a person made wider or narrower stay as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from erp_desktop.core.table import NUMERIC, Cell, Column, Kind
from erp_desktop.views import figures, theme
from erp_desktop.views.widgets.faces import PAD, Face, Row

SEEN: Final = 60  # rows that are measured: what stands on the screen
MOST: Final = 420  # of a column of words, at font size 13: more is a paragraph
GROWING: Final = frozenset({*NUMERIC, Kind.CODE, Kind.DATE, Kind.MOMENT, Kind.STATE})
YIELDING: Final = frozenset({*NUMERIC, Kind.CODE})
YIELDING_LAST: Final = frozenset({Kind.TEXT, Kind.DATE, Kind.MOMENT, Kind.STATE})
A_LITTLE: Final = 1.3  # words may take so much more than was drawn, before the widest gets its own


@dataclass(frozen=True, slots=True)
class Span:
    """A column before it is fitted, in pixels: as drawn, the least for its title, what its rows
    need (0: not known), and whether it is left alone."""

    wide: int
    least: int
    need: int = 0
    kind: Kind = Kind.TEXT
    firm: bool = False  # a person sized it
    written: bool = False  # its cells are fields: they give nothing away

    def grown(self) -> int:
        """As wide as its rows need, if it may be."""
        wide = max(self.wide, self.least)
        if self.firm:
            return self.wide
        if self.kind in GROWING or self.need <= self.wide * A_LITTLE:
            return max(wide, self.need)
        return wide

    def spare(self) -> int:
        """What it can give away."""
        return self._beyond() if self.kind in YIELDING and self.need else 0

    def last_spare(self) -> int:
        """What it can give away when figures have given theirs and it was not enough."""
        return self._beyond() if self.kind in YIELDING_LAST else 0

    def _beyond(self) -> int:
        if self.firm or self.written:
            return 0
        return max(self.grown() - max(self.need, self.least), 0)


def fitted(
    spans: Sequence[Span], at: int, room: int, floor: int = 0, enough: int | None = None
) -> list[int]:
    """The widths of the columns in a room; the one `at` takes what the others leave, and is given
    at least `floor` as long as they can. Wider than `enough` it becomes only for its own words:
    what is beyond, the others share."""
    widths = [span.grown() for span in spans]
    need = max(spans[at].need, floor)
    for spare in (Span.spare, Span.last_spare):
        lack = need - (room - sum(widths) + widths[at])
        if lack > 0:
            _take(widths, [0 if one == at else spare(span) for one, span in enumerate(spans)], lack)
    _give(widths, spans, at, max(room - sum(widths) + widths[at] - need, 0))
    widths[at] = room - sum(widths) + widths[at]
    if enough is not None and not spans[at].firm:
        _spread(widths, spans, at, widths[at] - max(spans[at].need, enough))
    return widths


def _take(widths: list[int], spares: Sequence[int], lack: int) -> None:
    """Each gives its share of what is lacking."""
    whole = sum(spares)
    lack = min(lack, whole)
    for one, spare in enumerate(spares):
        if spare:
            given = spare * lack // whole
            widths[one] -= given
            lack, whole = lack - given, whole - spare


def _give(widths: list[int], spans: Sequence[Span], at: int, extra: int) -> None:
    """What the widest column does not need goes to words that are cut."""
    for one, span in enumerate(spans):
        if one != at and not span.firm:
            more = min(max(span.need - widths[one], 0), extra)
            widths[one] += more
            extra -= more


def _spread(widths: list[int], spans: Sequence[Span], at: int, extra: int) -> None:
    """Every other column gets its share of what the column `at` has too much."""
    free = [one for one, span in enumerate(spans) if one != at and not span.firm]
    for left, one in zip(range(len(free), 0, -1), free, strict=True):
        given = max(extra, 0) // left
        widths[one] += given
        widths[at] -= given
        extra -= given


def needs(faces: Sequence[Face], rows: Iterable[Row], totals: Sequence[Cell] = ()) -> list[int]:
    """What each column's cells need, in pixels, with their padding."""
    found = [0] * len(faces)
    for row in rows:
        for at, face in enumerate(faces):
            found[at] = max(found[at], round(face.room(row)) + 1)
    for at, cell in enumerate(totals):
        if at < len(found) and cell is not None:
            words = figures.written(faces[at].column.kind, cell)
            wide = round(theme.width(theme.FIGURE_BOLD, words)) + 1 + faces[at].gap()
            found[at] = max(found[at], wide)
    pads = 2 * theme.px(PAD)
    return [min(wide + pads, _most(face.column)) if wide else 0
            for wide, face in zip(found, faces, strict=True)]  # fmt: skip


def _most(column: Column) -> int:
    return theme.px(MOST) if column.kind is Kind.TEXT else theme.px(2 * MOST)
