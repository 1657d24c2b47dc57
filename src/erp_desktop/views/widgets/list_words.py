"""What is said of a list's cells where no face speaks: states in words, months, heads of groups."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from erp_desktop.core.table import Cell, Kind
from erp_desktop.reports.list_groups import REST
from erp_desktop.reports.list_sql import DAYS
from erp_desktop.views import figures, wording

if TYPE_CHECKING:
    from erp_desktop.views.widgets.faces import Face

translate = wording.translate


def said(kind: Kind, cell: Cell) -> str:
    """A cell as a person reads it."""
    if kind is Kind.STATE:
        code = str(cell or "").partition(":")[0]
        return wording.state_word(code) if code else ""
    return figures.written(kind, cell)


def value_words(face: "Face", value: Cell) -> str:
    """One value of a column as its cells say it: in a group's head, in a filter."""
    if value is None or value == "":
        return translate("List", "(empty)")
    if value == 0:
        return "0"
    alone = tuple(value if at == face.at else None for at in range(len(face.columns)))
    return face.words(alone)


def group_words(face: "Face", value: Cell, *, by_day: bool = False) -> str:
    """The words of a group's head: what its rows have in common."""
    if value == REST:
        return translate("List", "All the others")
    if face.column.kind in DAYS and isinstance(value, date) and not isinstance(value, datetime):
        return figures.day(value) if by_day else figures.month(value)
    return value_words(face, value)
