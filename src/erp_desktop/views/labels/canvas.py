"""The label on the table: as the printer draws it, with rulers, and the chosen element in a frame.

Dragging moves an element, its corner makes it larger; both go in half millimetres. The arrow keys
move it by a tenth of a millimetre, with Shift by a whole one; Del takes it away.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.core.label_design import SMALLEST, Design, Element, Part
from erp_desktop.views import theme
from erp_desktop.views.widgets import ink

RULER: Final = 24
SNAP: Final = 5  # tenths of a millimetre
HANDLE: Final = 8
STEPS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1),
                Qt.Key.Key_Down: (0, 1)}  # fmt: skip


class LabelCanvas(QWidget):
    """`chosen(at)` when an element is clicked (-1: none), `changed(Design)` when one was moved."""

    chosen = Signal(int)
    changed = Signal(object)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = Design("", 500, 300)
        self._picture = QImage()
        self._at = -1
        self._grip: tuple[QPointF, Element, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_design(self, design: Design, picture: QImage, at: int) -> None:
        """Show the label; `picture` is how the printer draws it, `at` the chosen element."""
        self._design, self._picture, self._at = design, picture, at
        self.update()

    def choose(self, at: int) -> None:
        """Another element stands in the frame."""
        self._at = at
        self.update()

    def show_moved(self, design: Design) -> None:
        """The frame goes with the hand at once; the picture follows when it is drawn."""
        self._design = design
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(240))

    # -- where things stand ----------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels for a tenth of a millimetre."""
        edge = theme.px(RULER) + theme.px(28)
        across = (self.width() - edge - theme.px(28)) / self._design.wide
        down = (self.height() - edge - theme.px(28)) / self._design.high
        return max(min(across, down, theme.px(2)), 0.2)

    def _origin(self) -> QPointF:
        scale, ruler = self._scale(), theme.px(RULER)
        x = ruler + (self.width() - ruler - self._design.wide * scale) / 2
        y = ruler + (self.height() - ruler - self._design.high * scale) / 2
        return QPointF(round(x), round(y))

    def box_of(self, element: Element) -> QRectF:
        """Where an element stands, in pixels."""
        scale, origin = self._scale(), self._origin()
        return QRectF(origin.x() + element.x * scale, origin.y() + element.y * scale,
                      element.wide * scale, element.high * scale)  # fmt: skip

    def _corner(self, element: Element) -> QRectF:
        size, box = theme.px(HANDLE), self.box_of(element)
        return QRectF(box.right() - size / 2, box.bottom() - size / 2, size, size)

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.chrome)
        scale, origin = self._scale(), self._origin()
        sheet = QRectF(origin.x(), origin.y(), self._design.wide * scale, self._design.high * scale)
        ink.shadow(painter, sheet, theme.px(6))
        ink.frame(painter, sheet, theme.px(4), theme.LIGHT.page)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawImage(sheet, self._picture)
        ink.frame(painter, sheet, theme.px(4), None, t.line2)
        self._paint_pictures(painter)
        self._paint_rulers(painter, origin, scale)
        if 0 <= self._at < len(self._design.elements):
            self._paint_chosen(painter, self._design.elements[self._at])
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), 0)

    def _paint_pictures(self, painter: QPainter) -> None:
        """Where a picture goes, also while there is none."""
        pen = QPen(theme.LIGHT.line2, 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in self._design.elements:
            if one.part is Part.PICTURE:
                painter.drawRect(self.box_of(one))

    def _paint_rulers(self, painter: QPainter, origin: QPointF, scale: float) -> None:
        t, ruler = theme.tokens(), theme.px(RULER)
        painter.fillRect(0, 0, self.width(), ruler, t.page)
        painter.fillRect(0, 0, ruler, self.height(), t.page)
        if 0 <= self._at < len(self._design.elements):
            box = self.box_of(self._design.elements[self._at])
            painter.fillRect(QRectF(box.x(), 0, box.width(), ruler), t.sel)
            painter.fillRect(QRectF(0, box.y(), ruler, box.height()), t.sel)
        for across, length in ((True, self._design.wide), (False, self._design.high)):
            for at in range(0, length + 1, 10):
                high = theme.px(9 if at % 100 == 0 else 6 if at % 50 == 0 else 3)
                where = (origin.x() if across else origin.y()) + at * scale
                mark = QRectF(where, ruler - high, 1, high)
                if not across:
                    mark = QRectF(ruler - high, where, high, 1)
                painter.fillRect(mark, t.text3)
                if at % 100 == 0:
                    room = QRectF(where + 3, 0, theme.px(30), ruler - theme.px(6))
                    if not across:
                        room = QRectF(2, where, ruler, theme.px(14))
                    ink.text(painter, str(at // 10), room, theme.KEY, t.text2)
        painter.fillRect(0, ruler, self.width(), 1, t.line)
        painter.fillRect(ruler, 0, 1, self.height(), t.line)

    def _paint_chosen(self, painter: QPainter, element: Element) -> None:
        t, box = theme.tokens(), self.box_of(element)
        painter.setPen(QPen(theme.LIGHT.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        ink.frame(painter, self._corner(element), 2, theme.LIGHT.page, theme.LIGHT.accent, 1.5)
        words = f"{element.wide / 10:.1f} × {element.high / 10:.1f} mm"
        wide = theme.width(theme.CHIP, words) + theme.px(14)
        bubble = QRectF(box.center().x() - wide / 2, box.bottom() + theme.px(8), wide, theme.px(20))
        ink.frame(painter, bubble, theme.px(4), t.accent)
        ink.text(painter, words, bubble, theme.CHIP, t.on_accent, centre=True)

    # -- hands -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        where = event.position()
        elements = self._design.elements
        if 0 <= self._at < len(elements) and self._corner(elements[self._at]).contains(where):
            self._grip = (where, elements[self._at], True)
            return
        hits = [at for at, one in enumerate(elements) if self.box_of(one).contains(where)]
        at = hits[-1] if hits else -1
        self._grip = (where, elements[at], False) if hits else None
        self.chosen.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None or self._at < 0:
            return
        start, was, larger = self._grip
        gone = (event.position() - start) / self._scale()
        dx, dy = _snapped(gone.x()), _snapped(gone.y())
        if larger:
            moved = was.placed(was.x, was.y, was.wide + dx, was.high + dy)
        else:
            moved = was.placed(was.x + dx, was.y + dy, was.wide, was.high)
        self._put(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        if self._grip is not None:
            self._grip = None
            self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if 0 <= self._at < len(self._design.elements):
            if step is not None:
                by = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
                was = self._design.elements[self._at]
                self._put(was.placed(was.x + step[0] * by, was.y + step[1] * by,
                                     was.wide, was.high))  # fmt: skip
                self.dropped.emit()
                return
            if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
                self.changed.emit(self._design.without(self._at))
                self.chosen.emit(-1)
                self.dropped.emit()
                return
        super().keyPressEvent(event)

    def _put(self, element: Element) -> None:
        """The element elsewhere, kept on the label."""
        most_x = max(self._design.wide - SMALLEST, 0)
        most_y = max(self._design.high - SMALLEST, 0)
        kept = element.placed(min(max(element.x, 0), most_x), min(max(element.y, 0), most_y),
                              element.wide, element.high)  # fmt: skip
        self.changed.emit(self._design.with_element(self._at, kept))


def _snapped(tenths: float) -> int:
    return round(tenths / SNAP) * SNAP
