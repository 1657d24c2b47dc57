"""Filters in words: "Last 10 days", "≥ 100", "Draft, Confirmed"."""

from datetime import date, datetime
from typing import Final

from erp_desktop.core.table import NUMERIC, Cell
from erp_desktop.reports.listing import Filter
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.list_words import said, value_words
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
NAMED = 2  # values named in a token; the rest is counted

PERIOD_WORDS: Final = {
    "today": QT_TRANSLATE_NOOP("Period", "Today"),
    "yesterday": QT_TRANSLATE_NOOP("Period", "Yesterday"),
    "this_week": QT_TRANSLATE_NOOP("Period", "This week"),
    "last_week": QT_TRANSLATE_NOOP("Period", "Last week"),
    "this_month": QT_TRANSLATE_NOOP("Period", "This month"),
    "last_month": QT_TRANSLATE_NOOP("Period", "Last month"),
    "last_10_days": QT_TRANSLATE_NOOP("Period", "Last 10 days"),
    "last_30_days": QT_TRANSLATE_NOOP("Period", "Last 30 days"),
    "last_90_days": QT_TRANSLATE_NOOP("Period", "Last 90 days"),
    "this_year": QT_TRANSLATE_NOOP("Period", "This year"),
}


def period_word(code: str) -> str:
    return translate("Period", PERIOD_WORDS[code])


def filter_words(face: Face, wanted: Filter) -> str:
    """What stands behind the column's name in a filter's token."""
    if wanted.period:
        return period_word(wanted.period)
    parts = []
    if wanted.among:
        parts.append(_among(face, wanted.among))
    if wanted.contains:
        parts.append(translate("List", "“{0}”").format(wanted.contains))
    if wanted.equals is not None:
        parts.append(_end(face, wanted.equals))
    parts.append(_range(face, wanted))
    return " ".join(part for part in parts if part)


def _among(face: Face, values: tuple[Cell, ...]) -> str:
    words = [value_words(face, value) for value in values[:NAMED]]
    more = len(values) - len(words)
    joined = translate("List", ", ").join(words)
    return f"{joined} +{more}" if more else joined


def _range(face: Face, wanted: Filter) -> str:
    low, high = wanted.at_least, wanted.at_most
    if low is not None and high is not None:
        return f"{_end(face, low)} – {_end(face, high)}"
    plain = face.column.kind in NUMERIC
    if low is not None:
        word = "≥ {0}" if plain else translate("List", "from {0}")
        return word.format(_end(face, low))
    if high is not None:
        word = "≤ {0}" if plain else translate("List", "until {0}")
        return word.format(_end(face, high))
    return ""


def _end(face: Face, cell: Cell) -> str:
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return figures.day(cell)
    return "0" if cell == 0 else said(face.column.kind, cell)
