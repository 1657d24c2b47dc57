"""The columns of a list as a person arranged them: which are shown, in which order, how wide.

They are remembered by their names, so that a column which a later version adds finds its place and
one that is gone is not missed.
"""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, NamedTuple

from erp_desktop.core.table import Column, Kind
from erp_desktop.views import figures, theme
from erp_desktop.views.widgets.faces import PAD
from erp_desktop.views.widgets.list_fitting import Span, fitted
from erp_desktop.views.widgets.painted_table import PaintedTable

LONG_DAY: Final = date(2000, 9, 28)
ENOUGH: Final = 360  # of a column of words, at font size 13, before figures are moved apart
ENOUGH_FIGURES: Final = 160  # of a first column that holds a day or a code


class Placed(NamedTuple):
    """One column as it stands: its key, its width at font size 13, whether it is hidden."""

    key: str
    width: int
    hidden: bool


def as_text(placed: Sequence[Placed]) -> str:
    return json.dumps(placed)


def from_text(text: str) -> list[Placed]:
    """What was remembered; nothing where it cannot be read."""
    try:
        return [Placed(str(key), int(wide), bool(hidden)) for key, wide, hidden in json.loads(text)]
    except (ValueError, TypeError):
        return []


def usual(columns: Sequence[Column]) -> list[Placed]:
    """How the columns stand when nobody moved them."""
    return [Placed(column.key, column.width, column.hidden) for column in columns]


def placed(table: PaintedTable, columns: Sequence[Column]) -> list[Placed]:
    """How the columns stand on the screen."""
    header, found, scale = table.header, [], theme.px(1_000) / 1_000
    for visual in range(header.count()):
        section = header.logicalIndex(visual)
        at = section - table.lead
        if at >= 0:
            hidden = header.isSectionHidden(section)
            wide = columns[at].width if hidden else round(table.columnWidth(section) / scale)
            found.append(Placed(columns[at].key, wide, hidden))
    return found


def arrange(table: PaintedTable, columns: Sequence[Column], wanted: Sequence[Placed]) -> None:
    """Put the columns as they were remembered; new ones stand where they belong."""
    keys = [column.key for column in columns]
    known = [one for one in wanted if one.key in keys]
    for at, column in enumerate(columns):
        if column.key not in {one.key for one in known}:
            known.insert(at, Placed(column.key, column.width, column.hidden))
    if all(one.hidden for one in known):
        return
    for place, one in enumerate(known):
        section = keys.index(one.key) + table.lead
        table.header.moveSection(table.header.visualIndex(section), place + table.lead)
        table.header.setSectionHidden(section, one.hidden)
        designed = one.width == columns[section - table.lead].width
        own = columns[section - table.lead]
        least = max(table.header.titled(section), _least(own)) if designed else theme.px(28)
        table.setColumnWidth(section, max(theme.px(one.width), least))


def _least(column: Column) -> int:
    """The room a day of another year needs, which is written with its year."""
    if column.kind is not Kind.DATE:
        return 0
    return round(theme.width(theme.FIGURE, figures.day(LONG_DAY))) + 2 * theme.px(PAD) + 2


def share_room(
    table: PaintedTable, columns: Sequence[Column], shown: Sequence[int],
    needs: Sequence[int] = (), own: Collection[str] = (),
) -> None:  # fmt: skip
    """Fit the columns to their rows; the widest one of words takes what the others leave, or the
    first one where there are but days, codes and figures."""
    if not shown:
        return
    words = [(columns[at].width, at) for at in shown if columns[at].kind is Kind.TEXT]
    wide, at = max(words, default=(columns[shown[0]].width, shown[0]))
    spans = [_span(table, columns[at], at, needs, own) for at in shown]
    lead = sum(table.columnWidth(section) for section in range(table.lead))
    place = list(shown).index(at)
    floor = theme.px(min(wide, 120))
    room = table.viewport().width() - lead
    enough = max(theme.px(ENOUGH if words else ENOUGH_FIGURES), room // len(shown))
    widths = fitted(spans, place, room, floor, enough)
    if widths[place] <= floor:  # it does not fit: who has to scroll can as well read the names
        floor = max(floor, min(spans[place].need, spans[place].wide))
    widths[place] = max(widths[place], floor)
    for one, width in zip(shown, widths, strict=True):
        table.setColumnWidth(one + table.lead, width)


def _span(
    table: PaintedTable, column: Column, at: int, needs: Sequence[int], own: Collection[str]
) -> Span:
    """A column as it is drawn, or as a person made it."""
    section, need = at + table.lead, needs[at] if at < len(needs) else 0
    empty = 0 < need <= 2 * theme.px(PAD) + 1  # no row has anything there
    least = max(table.header.titled(section), 0 if empty else _least(column))
    if column.key in own:
        return Span(table.columnWidth(section), least, need, column.kind, firm=True)
    if need:
        need += table.header.beside(section)
    return Span(theme.px(column.width), least, need, column.kind)
