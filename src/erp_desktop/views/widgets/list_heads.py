"""How the head of a group is painted: its words at the left, its sums under their columns."""

from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from erp_desktop.core.table import NUMERIC
from erp_desktop.reports.list_groups import GroupRow
from erp_desktop.views import figures, icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import PAD
from erp_desktop.views.widgets.painted_table import PaintedTable, Strip


def paint_head(
    painter: QPainter, table: PaintedTable, strip: Strip, row: GroupRow, words: str
) -> None:
    """Ground, fold mark, words with the count, and the sums."""
    t, wide, high = theme.tokens(), table.viewport().width(), strip.high
    if not strip.chosen:
        painter.fillRect(0, strip.top, wide, high - 1, t.sunken)
    first = _paint_sums(painter, table, strip, row)
    size, left = theme.px(14), float(theme.px(PAD + table.header.indent))
    mark = QRectF(left, round(strip.top + (high - size) / 2), size, size)
    icons.draw(painter, "chevron-right" if row.folded else "chevron-down", t.text2, mark)
    left += size + theme.px(6)
    room = QRectF(left, strip.top, max(first - left - theme.px(8), theme.px(120)), high - 1)
    drawn = ink.text(painter, words, room, theme.BOLD, t.text)
    room.setLeft(left + drawn + theme.px(8))
    ink.text(painter, figures.number(row.members), room, theme.HINT, t.text3)


def _paint_sums(painter: QPainter, table: PaintedTable, strip: Strip, row: GroupRow) -> int:
    """The sums under their columns; where the first of them begins."""
    t, first = theme.tokens(), table.viewport().width()
    for at, cell in enumerate(row):
        section = at + table.lead
        if cell is None or table.header.isSectionHidden(section):
            continue
        left, wide = (
            table.header.sectionViewportPosition(section),
            table.header.sectionSize(section),
        )
        first = min(first, left)
        inside, room = table.header.inside(section, left, wide)
        kind = table.faces[at].column.kind
        colour = t.bad if isinstance(cell, Decimal | int) and cell < 0 else t.text
        box = QRectF(inside, strip.top, room, strip.high - 1)
        ink.text(painter, figures.written(kind, cell), box, theme.FIGURE_BOLD, colour,
                 right=kind in NUMERIC)  # fmt: skip
    return first
