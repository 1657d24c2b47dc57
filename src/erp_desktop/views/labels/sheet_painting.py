"""What is painted of a label beside its own picture: backing, grid, rulers, frame and handles."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from erp_desktop.core.label_design import Design, Part
from erp_desktop.views import theme
from erp_desktop.views.labels.handles import spots
from erp_desktop.views.widgets import ink

RULER: Final = 24
HANDLE: Final = 8
GRID: Final = 50  # tenths of a millimetre between two lines
GAP: Final = 20  # tenths between two labels on the roll


def paint_backing(painter: QPainter, sheet: QRectF, scale: float) -> None:
    """The roll that the label sticks on, with the ends of its neighbours."""
    gap = GAP * scale
    roll = sheet.adjusted(-gap * 0.8, -gap * 1.6, gap * 0.8, gap * 1.6)
    ink.frame(painter, roll, theme.px(3), theme.LIGHT.warn_tint, theme.LIGHT.line2)
    painter.save()
    painter.setClipRect(roll.adjusted(1, 1, -1, -1))
    for by in (-1, 1):
        next_one = sheet.translated(0, by * (sheet.height() + gap))
        ink.frame(painter, next_one, theme.px(4), theme.LIGHT.page, theme.LIGHT.line2)
    painter.restore()


def paint_grid(painter: QPainter, sheet: QRectF, scale: float) -> None:
    """A line every five millimetres, light enough to read through."""
    colour = QColor(theme.LIGHT.accent)
    colour.setAlpha(38)
    step, at = GRID * scale, 1
    while at * step < max(sheet.width(), sheet.height()):
        if at * step < sheet.width():
            painter.fillRect(QRectF(round(sheet.x() + at * step), sheet.y(), 1, sheet.height()),
                             colour)  # fmt: skip
        if at * step < sheet.height():
            painter.fillRect(QRectF(sheet.x(), round(sheet.y() + at * step), sheet.width(), 1),
                             colour)  # fmt: skip
        at += 1


def paint_pictures(painter: QPainter, design: Design, boxes: list[QRectF]) -> None:
    """Where a picture goes, also while there is none."""
    pen = QPen(theme.LIGHT.line2, 1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for one, box in zip(design.elements, boxes, strict=True):
        if one.part is Part.PICTURE:
            painter.drawRect(box)


def paint_rulers(
    painter: QPainter, room: QRectF, origin: QPointF, scale: float, chosen: QRectF | None
) -> None:
    """Millimetres above and at the left; where the chosen element stands is marked on them."""
    t, ruler = theme.tokens(), theme.px(RULER)
    painter.fillRect(QRectF(0, 0, room.right(), ruler), t.page)
    painter.fillRect(QRectF(0, 0, ruler, room.bottom()), t.page)
    if chosen is not None:
        painter.fillRect(QRectF(max(chosen.x(), ruler), 0, chosen.width(), ruler), t.sel)
        painter.fillRect(QRectF(0, max(chosen.y(), ruler), ruler, chosen.height()), t.sel)
    _paint_marks(painter, room, origin.x(), scale, across=True)
    _paint_marks(painter, room, origin.y(), scale, across=False)
    painter.fillRect(QRectF(0, 0, ruler, ruler), t.page)
    ink.text(painter, "mm", QRectF(0, 0, ruler, ruler), theme.KEY, t.text3, centre=True)
    painter.fillRect(QRectF(0, ruler, room.right(), 1), t.line)
    painter.fillRect(QRectF(ruler, 0, 1, room.bottom()), t.line)


def _paint_marks(
    painter: QPainter, room: QRectF, start: float, scale: float, *, across: bool
) -> None:
    """A mark each millimetre where there is room, a figure each centimetre."""
    t, ruler = theme.tokens(), theme.px(RULER)
    low, high = (room.left(), room.right()) if across else (room.top(), room.bottom())
    step = 10 if scale * 10 >= theme.px(4) else 50
    first = -int((start - low) / scale / step) * step
    for at in range(first, int((high - start) / scale) + 1, step):
        long = theme.px(9 if at % 100 == 0 else 6 if at % 50 == 0 else 3)
        where = start + at * scale
        mark = QRectF(where, ruler - long, 1, long) if across else (
            QRectF(ruler - long, where, long, 1))  # fmt: skip
        painter.fillRect(mark, t.text3)
        if at % 100 == 0:
            box = QRectF(where + 3, 0, theme.px(30), ruler - theme.px(6)) if across else (
                QRectF(2, where, ruler, theme.px(14)))  # fmt: skip
            ink.text(painter, str(at // 10), box, theme.KEY, t.text2)


def paint_chosen(painter: QPainter, box: QRectF, words: str) -> None:
    """The frame of the chosen element with its eight handles, and its size below it."""
    t = theme.tokens()
    painter.setPen(QPen(theme.LIGHT.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    for spot in spots(box, theme.px(HANDLE)).values():
        ink.frame(painter, spot, 2, theme.LIGHT.page, theme.LIGHT.accent, 1.5)
    wide = theme.width(theme.CHIP, words) + theme.px(14)
    bubble = QRectF(box.center().x() - wide / 2, box.bottom() + theme.px(10), wide, theme.px(20))
    ink.frame(painter, bubble, theme.px(4), t.accent)
    ink.text(painter, words, bubble, theme.CHIP, t.on_accent, centre=True)
