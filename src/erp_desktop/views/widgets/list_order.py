"""Two small sums of a list: the question after a click on a title, and the rows of a selection."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection

from erp_desktop.core.table import NUMERIC, Column, Kind
from erp_desktop.reports.listing import Question


def sorted_by(asked: Question, column: Column) -> Question:
    """Sorted by this column; once more, and it is the other way round.

    Figures and days begin with the largest and newest, words with A.
    """
    first = column.kind in NUMERIC or column.kind in {Kind.DATE, Kind.MOMENT}
    falling = not asked.descending if asked.order == column.key else first
    return replace(asked, order=column.key, descending=falling)


def stretches_of(selection: QItemSelection, at_most: int) -> list[tuple[int, int]]:
    """The chosen rows in their order as (start, size)."""
    spans = (selection.at(at) for at in range(selection.count()))
    found: list[tuple[int, int]] = []
    for top, bottom in sorted({(span.top(), span.bottom()) for span in spans}):
        size = min(bottom - top + 1, at_most)
        at_most -= size
        if size > 0:
            found.append((top, size))
    return found
