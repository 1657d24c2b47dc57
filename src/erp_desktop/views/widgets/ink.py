"""The few strokes that everything is drawn with: text on a steady baseline, frames, caps, chips.

Qt centres mixed Chinese and Latin text by the tallest font in it, so words jump by a pixel from row
to row. Here the baseline is computed from the size alone and stays put.
"""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
)

from erp_desktop.views import theme
from erp_desktop.views.theme import Tone, Type

_BASELINE = 0.366  # of the size, below the middle: where digits and capitals look centred


class Cap(StrEnum):
    """How a key cap looks: in a frame (fields), quiet (buttons), white (on the accent), off
    (where the key does nothing now)."""

    FRAMED = "framed"
    QUIET = "quiet"
    WHITE = "white"
    OFF = "off"


class Glyph(StrEnum):
    """The shape beside a state's word, so that colour is never the only sign."""

    NONE = ""
    DASHED = "dashed"  # draft
    RING = "ring"  # open
    PIE = "pie"  # the real fraction done
    TICK = "tick"
    ALERT = "alert"
    PAUSE = "pause"
    RETURN = "return"


def baseline(middle: float, kind: Type) -> float:
    """Where a line of text stands whose middle is at `middle`."""
    return middle + _BASELINE * theme.px(kind.size)


def has_chinese(words: str) -> bool:
    return any(sign >= "\u2e80" for sign in words)


def taller(font: QFont) -> int:
    """By how much a line of text is taller above when there is Chinese in it."""
    layout = QTextLayout("国", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return round(line.ascent() - QFontMetrics(font).ascent())


def text(  # noqa: PLR0913  (one line of text needs all of these)
    painter: QPainter, words: str, box: QRect | QRectF, kind: Type, colour: QColor, *,
    right: bool = False, centre: bool = False,
) -> float:  # fmt: skip
    """Draw one line, elided to the box, centred on its height; returns the width drawn."""
    shown = theme.elided(kind, words, int(box.width()))
    left = float(box.x())
    drawn = theme.width(kind, shown)
    if right:
        left += box.width() - drawn
    elif centre:
        left += (box.width() - drawn) / 2
    painter.setFont(theme.font(kind))
    painter.setPen(colour)
    painter.drawText(QPointF(left, baseline(box.y() + box.height() / 2, kind)), shown)
    return drawn


def fitted(kind: Type, words: str, room: float, least: int = 12) -> Type:
    """The type, or as much smaller as a figure needs to stand there whole."""
    while kind.size > least and theme.width(kind, words) > room:
        kind = kind._replace(size=kind.size - 1)
    return kind


def frame(
    painter: QPainter, box: QRect | QRectF, radius: float, ground: QColor | None,
    border: QColor | None = None, thick: float = 1.0,
) -> None:  # fmt: skip
    """A rounded box with its border drawn inside, on whole pixels."""
    inset = thick / 2 if border is not None else 0.0
    shape = QRectF(box).adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, thick) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, radius - inset, radius - inset)


def shadow(painter: QPainter, box: QRect | QRectF, radius: float) -> None:
    """A wide, soft shadow around what floats: at most an eighth of black, lower than it is high."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 2))
    for ring in range(14, 0, -1):
        grown = QRectF(box).adjusted(-ring, -ring, ring, ring).translated(0, 6)
        painter.drawRoundedRect(grown, radius + ring, radius + ring)


def key_cap_width(words: str) -> int:
    return round(theme.width(theme.KEY, words)) + theme.px(11)


def key_cap(
    painter: QPainter, words: str, right: int, middle: float, style: Cap = Cap.FRAMED
) -> None:
    """The key that does the same, in a small frame whose right edge is at `right`."""
    t = theme.tokens()
    wide, high = key_cap_width(words), theme.px(18)
    box = QRectF(right - wide, middle - high / 2, wide, high)
    ground: QColor = t.raised
    border: QColor | None = t.line
    colour = t.text3
    if style is Cap.WHITE:
        ground, border, colour = QColor(255, 255, 255, 46), None, t.on_accent
    elif style is Cap.QUIET:
        ground, border = t.hover, None
    elif style is Cap.OFF:
        ground, border, colour = QColor(0, 0, 0, 0), None, t.disabled
    frame(painter, box, theme.px(4), ground, border)
    text(painter, words, box, theme.KEY, colour, centre=True)


def chip_width(words: str, glyph: Glyph) -> int:
    mark = theme.px(14) if glyph else 0
    return round(theme.width(theme.CHIP, words)) + theme.px(16) + mark


def chip(  # noqa: PLR0913
    painter: QPainter, words: str, left: float, middle: float, tone: Tone, *,
    glyph: Glyph = Glyph.NONE, done: float = 0.0, on_selection: bool = False,
) -> float:  # fmt: skip
    """A state as word, shape and colour; returns its width. `done` fills the pie (0 to 1)."""
    t = theme.tokens()
    pair = t.chips[tone]
    high, wide = theme.px(20), chip_width(words, glyph)
    box = QRectF(left, round(middle - high / 2), wide, high)
    frame(painter, box, high / 2, t.page if on_selection else pair.ground)
    start = left + theme.px(8)
    if glyph:
        mark = QRectF(start, box.center().y() - theme.px(5), theme.px(10), theme.px(10))
        draw_glyph(painter, glyph, mark, pair.text, t.page if on_selection else pair.ground, done)
        start += theme.px(14)
    area = QRectF(start, box.y(), wide, high)
    text(painter, words, area, theme.CHIP, pair.text)
    return wide


def draw_glyph(
    painter: QPainter, glyph: Glyph, box: QRectF, colour: QColor, ground: QColor, done: float
) -> None:
    """One of the seven shapes in a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if glyph in {Glyph.TICK, Glyph.ALERT}:
        _disc(painter, glyph, box, colour, ground)
    elif glyph is Glyph.PAUSE:
        _pause(painter, box, colour)
    elif glyph is Glyph.RETURN:
        _return(painter, box, colour)
    else:
        _ring(painter, glyph, box, colour, done)


def _ring(painter: QPainter, glyph: Glyph, box: QRectF, colour: QColor, done: float) -> None:
    unit = box.width() / 10
    pen = QPen(colour, 1.6 * unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # square caps would fill the gaps of the dashes
    if glyph is Glyph.DASHED:
        pen.setDashPattern([1.2, 0.98])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(unit * 0.8, unit * 0.8, -unit * 0.8, -unit * 0.8))
    if glyph is Glyph.PIE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        inner = box.adjusted(unit * 2.6, unit * 2.6, -unit * 2.6, -unit * 2.6)
        painter.drawPie(inner, 90 * 16, -round(min(max(done, 0.08), 1) * 360 * 16))


def _disc(painter: QPainter, glyph: Glyph, box: QRectF, colour: QColor, ground: QColor) -> None:
    unit = box.width() / 10
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box)
    mark = QPen(ground, 1.5 * unit)
    mark.setCapStyle(Qt.PenCapStyle.RoundCap)
    mark.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(mark)
    at = box.topLeft()
    if glyph is Glyph.TICK:
        points = ((2.9, 5.2), (4.4, 6.7), (7.1, 3.7))
        painter.drawPolyline([at + QPointF(x * unit, y * unit) for x, y in points])
        return
    painter.drawLine(at + QPointF(5 * unit, 2.6 * unit), at + QPointF(5 * unit, 5.3 * unit))
    painter.drawPoint(at + QPointF(5 * unit, 7.4 * unit))


def _pause(painter: QPainter, box: QRectF, colour: QColor) -> None:
    unit = box.width() / 10
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for left in (2.4, 5.8):
        bar = QRectF(box.x() + left * unit, box.y() + 1.6 * unit, 1.8 * unit, 6.8 * unit)
        painter.drawRoundedRect(bar, unit * 0.6, unit * 0.6)


def _return(painter: QPainter, box: QRectF, colour: QColor) -> None:
    unit = box.width() / 10
    pen = QPen(colour, 1.5 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = box.topLeft()
    head = ((4.0, 1.8), (1.4, 4.4), (4.0, 7.0))
    painter.drawPolyline([at + QPointF(x * unit, y * unit) for x, y in head])
    tail = QPainterPath(at + QPointF(1.6 * unit, 4.4 * unit))
    tail.lineTo(at + QPointF(6.2 * unit, 4.4 * unit))
    tail.quadTo(at + QPointF(9 * unit, 4.6 * unit), at + QPointF(9 * unit, 8.4 * unit))
    painter.drawPath(tail)


def focus_ring(painter: QPainter, box: QRect | QRectF, radius: float) -> None:
    """The 2 px ring that shows where the keyboard is."""
    frame(painter, box, radius, None, theme.tokens().focus, max(2.0, theme.px(2)))


def bar(painter: QPainter, box: QRectF, share: float, colour: QColor) -> None:
    """A progress bar; `share` 0 to 1."""
    radius = box.height() / 2
    frame(painter, box, radius, theme.tokens().line)
    if share > 0:
        filled = QRectF(
            box.x(), box.y(), max(box.width() * min(share, 1), box.height()), box.height()
        )
        frame(painter, filled, radius, colour)
