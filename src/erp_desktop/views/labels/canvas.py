"""The label on the table: as the printer draws it, with rulers, and the chosen element in a frame.

Dragging moves an element, one of its eight handles makes it larger or smaller; both go in half
millimetres while that is switched on. The arrow keys move it by a tenth of a millimetre, with Ctrl
they pull its right and lower edge, with Shift by a whole one; Del takes it away. Ctrl with the
wheel, + and - looks nearer or from further away; the wheel and dragging the ground push the label.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.core.label_design import SMALLEST, Design, Element
from erp_desktop.views import theme
from erp_desktop.views.labels import sheet_painting as paint
from erp_desktop.views.labels.handles import CORNER, Handle, cursor_of, pulled, spots
from erp_desktop.views.labels.viewing import FIT, TENTHS, Viewing, next_step
from erp_desktop.views.widgets import ink

SNAP: Final = 5  # tenths of a millimetre
STEPS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1),
                Qt.Key.Key_Down: (0, 1)}  # fmt: skip
ZOOMS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class Grip(NamedTuple):
    """What a hand holds: from where, the element as it was, and by which handle (None: whole)."""

    start: QPointF
    was: Element
    handle: Handle | None


class LabelCanvas(QWidget):
    """`chosen(at)` when an element is clicked (-1: none), `changed(Design)` when one was moved,
    `zoomed(percent)` when it is looked at in another size."""

    chosen = Signal(int)
    changed = Signal(object)
    dropped = Signal()
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = Design("", 500, 300)
        self._picture = QImage()
        self._at = -1
        self._grip: Grip | None = None
        self._pushing: QPointF | None = None
        self._viewing = Viewing()
        self.rulers = self.snaps = self.grid = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_design(self, design: Design, picture: QImage, at: int) -> None:
        """Show the label; `picture` is how the printer draws it, `at` the chosen element."""
        self._design, self._picture, self._at = design, picture, at
        self.update()

    def choose(self, at: int) -> None:
        """Another element stands in the frame."""
        self._at = at
        self._bring_into_sight()
        self.update()

    def show_moved(self, design: Design) -> None:
        """The frame goes with the hand at once; the picture follows when it is drawn."""
        self._design = design
        self._bring_into_sight()
        self.update()

    def show_aids(self, *, rulers: bool, snaps: bool, grid: bool) -> None:
        """Rulers and grid, seen or not; whether what is moved snaps."""
        self.rulers, self.snaps, self.grid = rulers, snaps, grid
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoomed.emit(self.percent())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(240))

    # -- how large -------------------------------------------------------------------------------

    def percent(self) -> int:
        """How large the label is seen; 100 is its own size."""
        return round(self._scale() * TENTHS * 100 / self.logicalDpiX())

    def dots(self) -> float:
        """The dots in an inch that its picture needs to be crisp."""
        return self._scale() * TENTHS * self.devicePixelRatioF()

    def zoom_to(self, percent: int, at: QPointF | None = None) -> None:
        """Look at it in this size (FIT: as large as there is room), around a place."""
        middle = self._room().center() if at is None or percent == FIT else at
        held = (middle - self._origin()) / self._scale()
        self._viewing = Viewing(percent)
        moved = self._origin() + held * self._scale()
        self._push(middle - moved if percent != FIT else QPointF())
        self.zoomed.emit(self.percent())

    def step(self, by: int, at: QPointF | None = None) -> None:
        """A little nearer, or further away."""
        self.zoom_to(next_step(self.percent(), by), at)

    def _push(self, by: QPointF) -> None:
        self._viewing = self._viewing.pushed(by, self._sheet().size(), self._room())
        self.update()

    def _bring_into_sight(self) -> None:
        """What is chosen can be seen, also where the label is larger than the room."""
        if self._viewing.percent != FIT and self._chosen_box() is not None:
            box = self.box_of(self._design.elements[self._at])
            self._push(self._viewing.showing(box, self._room().adjusted(8, 8, -8, -8)))

    # -- where things stand ----------------------------------------------------------------------

    def _room(self) -> QRectF:
        ruler = theme.px(paint.RULER) if self.rulers else 0
        return QRectF(self.rect()).adjusted(ruler, ruler, 0, 0)

    def _scale(self) -> float:
        """Pixels for a tenth of a millimetre."""
        label = QSizeF(self._design.wide, self._design.high)
        return self._viewing.scale(label, self._room(), self.logicalDpiX())

    def _sheet(self) -> QRectF:
        scale = self._scale()
        size = QSizeF(self._design.wide * scale, self._design.high * scale)
        return QRectF(self._viewing.origin(size, self._room()), size)

    def _origin(self) -> QPointF:
        return self._sheet().topLeft()

    def box_of(self, element: Element) -> QRectF:
        """Where an element stands, in pixels."""
        scale, origin = self._scale(), self._origin()
        return QRectF(origin.x() + element.x * scale, origin.y() + element.y * scale,
                      element.wide * scale, element.high * scale)  # fmt: skip

    def _chosen_box(self) -> QRectF | None:
        if 0 <= self._at < len(self._design.elements):
            return self.box_of(self._design.elements[self._at])
        return None

    def _handle_at(self, where: QPointF) -> Handle | None:
        box = self._chosen_box()
        if box is None:
            return None
        reach = theme.px(paint.HANDLE) + 4
        found = spots(box, reach).items()
        return next((handle for handle, spot in reversed(found) if spot.contains(where)), None)

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.chrome)
        scale, sheet = self._scale(), self._sheet()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.paint_backing(painter, sheet, scale)
        ink.frame(painter, sheet, theme.px(4), theme.LIGHT.page)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawImage(sheet, self._picture)
        if self.grid:
            paint.paint_grid(painter, sheet, scale)
        ink.frame(painter, sheet, theme.px(4), None, t.line2)
        boxes = [self.box_of(one) for one in self._design.elements]
        paint.paint_pictures(painter, self._design, boxes)
        chosen = self._chosen_box()
        if chosen is not None:
            paint.paint_chosen(painter, chosen, self._size_words())
        if self.rulers:
            paint.paint_rulers(painter, self._room(), sheet.topLeft(), scale, chosen)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), 0)

    def _size_words(self) -> str:
        element = self._design.elements[self._at]
        return f"{element.wide / 10:.1f} × {element.high / 10:.1f} mm"

    # -- hands -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        where, elements = event.position(), self._design.elements
        handle = self._handle_at(where)
        if handle is not None:
            self._grip = Grip(where, elements[self._at], handle)
            return
        hits = [at for at, one in enumerate(elements) if self.box_of(one).contains(where)]
        at = hits[-1] if hits else -1
        if event.button() is Qt.MouseButton.MiddleButton or not hits:
            self._pushing = where
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._grip = Grip(where, elements[at], None)
        self.chosen.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if self._pushing is not None:
            self._push(where - self._pushing)
            self._pushing = where
        elif self._grip is None or self._at < 0:
            handle = self._handle_at(where)
            self.setCursor(Qt.CursorShape.ArrowCursor if handle is None else cursor_of(handle))
        else:
            gone = (where - self._grip.start) / self._scale()
            self._pull(self._grip, self._snapped(gone.x()), self._snapped(gone.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._pushing = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if self._grip is not None:
            self._grip = None
            self.dropped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & CONTROL:
            self.step(1 if turn.y() > 0 else -1, event.position())
        else:
            by = QPointF(turn.x(), turn.y()) / 2
            across = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._push(QPointF(by.y(), by.x()) if across else by)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), bool(event.modifiers() & CONTROL)
        if control and key in ZOOMS:
            self.step(ZOOMS[key])
        elif control and key == Qt.Key.Key_0:
            self.zoom_to(FIT)
        elif control and key == Qt.Key.Key_1:
            self.zoom_to(100)
        elif self._chosen_box() is None or not self._by_key(key, event, control=control):
            super().keyPressEvent(event)

    def _by_key(self, key: Qt.Key, event: QKeyEvent, *, control: bool) -> bool:
        """Move, enlarge or take away what is chosen; whether the key was for that."""
        step = STEPS.get(key)
        if step is not None:
            by = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            was = self._design.elements[self._at]
            grip = Grip(QPointF(), was, CORNER if control else None)
            self._pull(grip, step[0] * by, step[1] * by)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.changed.emit(self._design.without(self._at))
            self.chosen.emit(-1)
        else:
            return False
        self.dropped.emit()
        return True

    def _pull(self, grip: Grip, dx: int, dy: int) -> None:
        """The element moved or of another size, kept on the label."""
        was = grip.was
        if grip.handle is not None:
            moved = pulled(was, grip.handle, dx, dy)
        else:
            moved = was.placed(was.x + dx, was.y + dy, was.wide, was.high)
        most_x = max(self._design.wide - SMALLEST, 0)
        most_y = max(self._design.high - SMALLEST, 0)
        kept = moved.placed(min(max(moved.x, 0), most_x), min(max(moved.y, 0), most_y),
                            moved.wide, moved.high)  # fmt: skip
        self.changed.emit(self._design.with_element(self._at, kept))

    def _snapped(self, tenths: float) -> int:
        return round(tenths / SNAP) * SNAP if self.snaps else round(tenths)
