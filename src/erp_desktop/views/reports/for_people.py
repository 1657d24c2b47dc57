"""A report as people read it: names where programs get codes, figures that stand below each other.

What the command line and other programs read keeps the columns that were agreed.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtGui import QColor

from erp_desktop.core.table import Cell, Column, Kind, Row, Table, each_row
from erp_desktop.reports.asking import known_places, with_names
from erp_desktop.reports.stock_units import with_units
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.purchasing.reasons import WhyFace
from erp_desktop.views.widgets.faces import Face, FigureFace, LinkFace, TranslatedFace

translate = wording.translate
PLACES: Final = frozenset({"warehouse", "other"})  # columns that hold the code of a place
EVEN: Final = frozenset({"turns", "daily", "lost"})  # reckoned, so with decimals: the same in all
CAUSES: Final = frozenset({("shrinkage", "cause"), ("count-reasons", "reason")})
UNREASONED: Final = frozenset({"returns", "count-reasons"})
RARE: Final = frozenset({"id"})  # what only somebody who matches two systems asks for


def for_people(books: Any, table: Table) -> Table:
    """With the names of products and places, quantities in the units that their stock is shown in,
    and words for what has no category."""
    known = with_names(books, _with_places(books, _with_category(table)))
    shown = with_units(books, known, figures.packed)
    columns = (replace(one, hidden=True) if one.key in RARE else one for one in shown.columns)
    return replace(shown, columns=tuple(columns))


def faces_of(table: Table) -> dict[str, Face]:
    """Faces for the columns that every report shares."""
    faces = ((column.key, _face_of(table, column)) for column in table.columns)
    return {key: face for key, face in faces if face is not None}


def _face_of(table: Table, column: Column) -> Face | None:
    if column.key in {"document", "number"} and table.keys:
        return LinkFace()
    if column.key in {"kind", "what"} and column.kind is Kind.TEXT:
        return TranslatedFace("Kind")
    if column.key == "month" and column.kind is Kind.CODE:
        return MonthFace(role="text2")
    if column.key in EVEN and column.kind is Kind.QUANTITY:
        return EvenFace()
    if (table.name, column.key) in CAUSES:
        return CauseFace()
    made: dict[str, Callable[[], Face]] = {
        "item": partial(TranslatedFace, "Table"), "why": WhyFace,
    }  # fmt: skip
    return made[column.key]() if column.key in made else None


class CauseFace(Face):
    """Why something was lost; where nobody said it, that is said."""

    def words(self, row: Row) -> str:
        return super().words(row) or translate("Report", "(no reason given)")

    def colour(self, row: Row) -> QColor:
        return super().colour(row) if row[self.at] else theme.tokens().text3


class MonthFace(Face):
    """A month of the books (2026-11) as people say it."""

    def words(self, row: Row) -> str:
        year, _, month = str(row[self.at] or "").partition("-")
        if not (year.isdecimal() and month.isdecimal()):
            return super().words(row)
        return figures.month(date(int(year), int(month), 1))


class EvenFace(FigureFace):
    """A reckoned figure: all rows have as many decimals as the one that has the most."""

    even = True


def _with_category(table: Table) -> Table:
    """What has no category, or nobody gave a reason for, says so."""
    if table.name == "valuation-by-category":
        none = translate("Report", "(no category)")
        return _changed(table, {"category": lambda cell: cell or none})
    if table.name in UNREASONED:
        unsaid = translate("Report", "(not said)")
        return _changed(table, {"reason": lambda cell: cell or unsaid})
    return table


def _with_places(books: Any, table: Table) -> Table:
    """Warehouses by their names, and what is no warehouse in words."""
    held = {one.key for one in table.columns if one.key in PLACES and one.kind is Kind.CODE}
    if not held:
        return table
    words: dict[Cell, str] = {one.code: _place_words(one) for one in known_places(books).values()}
    told = _changed(table, dict.fromkeys(held, lambda cell: words.get(cell, cell)))
    columns = (replace(one, kind=Kind.TEXT) if one.key in held else one for one in table.columns)
    return replace(told, columns=tuple(columns))


def _place_words(place: Any) -> str:
    from erp_desktop.views.stock.card_page import OUTSIDE

    outside = OUTSIDE.get(place.kind)
    return translate("Stock", outside) if outside else str(place.name)


def _changed(table: Table, changes: dict[str, Callable[[Cell], Cell]]) -> Table:
    """The table with the cells of some columns said otherwise."""
    at: Sequence[tuple[int, Callable[[Cell], Cell]]] = [
        (place, changes[column.key])
        for place, column in enumerate(table.columns)
        if column.key in changes
    ]

    def told(row: Row) -> Row:
        cells = list(row)
        for place, change in at:
            cells[place] = change(cells[place])
        return tuple(cells)

    return replace(table, rows=each_row(table.rows, told))
