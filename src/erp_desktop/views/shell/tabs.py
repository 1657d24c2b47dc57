"""The tabs above the sheet: the active one joins the sheet, a dot marks an unsaved draft."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import spot

FAR = 40  # how far below or above the row a tab must be dragged to come off


@dataclass(slots=True)
class TabFace:
    """What a tab shows besides its words."""

    icon: str = ""
    draft: bool = False


class SheetTabs(QTabBar):
    """A QTabBar that paints itself. `closing(at)` on a cross, a middle click or Ctrl+W.

    `torn(at, where)` when a tab is dragged out of the row, `asked(at, where)` for its menu.
    """

    closing = Signal(int)
    torn = Signal(int, QPoint)
    asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = self._dragged = -1
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.worn.changed.connect(self._dress)
        self._dress()

    def add(self, words: str, icon: str) -> int:
        at = self.addTab(words)
        self.setTabData(at, TabFace(icon))
        return at

    def face(self, at: int) -> TabFace:
        found = self.tabData(at)
        return found if isinstance(found, TabFace) else TabFace()

    def mark_draft(self, at: int, *, draft: bool) -> None:
        self.setTabData(at, TabFace(self.face(at).icon, draft))
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        words = theme.width(theme.BODY, self.tabText(index))
        return QSize(min(round(words) + theme.px(62), theme.px(240)), theme.px(34))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(min(theme.px(120), self.tabSizeHint(index).width()), theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.chrome)
        for at in range(self.count()):
            if at != self.currentIndex():
                self._paint_tab(painter, at)
        painter.fillRect(0, self.height() - 1, self.width(), 1, t.line)
        if self.currentIndex() >= 0:
            self._paint_tab(painter, self.currentIndex())

    def _paint_tab(self, painter: QPainter, at: int) -> None:
        t, box = theme.tokens(), QRectF(self.tabRect(at))
        active = at == self.currentIndex()
        if active:
            self._paint_sheet(painter, box)
        elif at + 1 != self.currentIndex() and at + 1 < self.count():
            painter.fillRect(
                QRectF(box.right() - 1, box.y() + theme.px(10), 1, theme.px(15)), t.line2
            )
        size = theme.px(14)
        left = box.x() + theme.px(12)
        where = QRectF(left, round(box.center().y() - size / 2), size, size)
        icons.draw(painter, self.face(at).icon, t.accent_text if active else t.text2, where)
        left += size + theme.px(6)
        room = QRectF(left, box.y(), box.right() - left - theme.px(28), box.height())
        colour = t.text if active or at == self._hovered else t.text2
        ink.text(painter, self.tabText(at), room, theme.BODY, colour)
        self._paint_end(painter, at, active=active)
        if active and self.hasFocus():
            ink.focus_ring(painter, box.adjusted(2, 2, -2, -1), theme.px(6))

    def _paint_sheet(self, painter: QPainter, box: QRectF) -> None:
        t, radius = theme.tokens(), theme.px(8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath(QPointF(box.x() + 0.5, box.bottom() + 1))
        shape.lineTo(box.x() + 0.5, box.y() + radius)
        shape.quadTo(box.x() + 0.5, box.y() + 0.5, box.x() + radius, box.y() + 0.5)
        shape.lineTo(box.right() - radius, box.y() + 0.5)
        shape.quadTo(box.right() - 0.5, box.y() + 0.5, box.right() - 0.5, box.y() + radius)
        shape.lineTo(box.right() - 0.5, box.bottom() + 1)
        painter.setPen(t.line)
        painter.setBrush(t.page)
        painter.drawPath(shape)

    def _paint_end(self, painter: QPainter, at: int, *, active: bool) -> None:
        """The dot of a draft, or the cross of the active or hovered tab."""
        t, cross = theme.tokens(), QRectF(self._cross(at))
        if self.face(at).draft and at != self._hovered:
            spot(painter, cross.center(), theme.px(3.5), t.accent_text if active else t.text2)
        elif active or at == self._hovered:
            inset = theme.px(4)
            icons.draw(painter, "x", t.text2, cross.adjusted(inset, inset, -inset, -inset))

    def _cross(self, at: int) -> QRect:
        box, size = self.tabRect(at), theme.px(20)
        return QRect(box.right() - size - theme.px(5), box.center().y() - size // 2 + 1, size, size)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        self._hover(self.tabAt(where))
        away = max(-where.y(), where.y() - self.height())
        if self._dragged >= 0 and away > theme.px(FAR) and self.count() > 1:
            self._come_off(event)
            return
        super().mouseMoveEvent(event)

    def _come_off(self, event: QMouseEvent) -> None:
        """End the drag where the tab began, and let it go."""
        self._dragged = -1
        ended = QMouseEvent(
            QEvent.Type.MouseButtonRelease, event.position(), event.globalPosition(),
            Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, event.modifiers(),
        )  # fmt: skip
        super().mouseReleaseEvent(ended)
        self.torn.emit(self.currentIndex(), event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.tabAt(event.pos())
        at = self.currentIndex() if at < 0 else at
        if at >= 0:
            self.asked.emit(at, event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._closes(event) is None:
            left = event.button() is Qt.MouseButton.LeftButton
            self._dragged = self.tabAt(event.position().toPoint()) if left else -1
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = -1
        at = self._closes(event)
        if at is not None:
            self.closing.emit(at)
            return
        super().mouseReleaseEvent(event)

    def _closes(self, event: QMouseEvent) -> int | None:
        where = event.position().toPoint()
        at = self.tabAt(where)
        if at < 0:
            return None
        middle = event.button() is Qt.MouseButton.MiddleButton
        return at if middle or self._cross(at).contains(where) else None

    def _dress(self) -> None:
        self.setFont(theme.font(theme.MEDIUM))
        self.setFixedHeight(theme.px(34))
        quiet = QPalette()
        quiet.setColor(QPalette.ColorRole.Window, theme.tokens().chrome)
        for arrow in self.findChildren(QToolButton):  # where there are more tabs than room
            arrow.setAutoRaise(True)
            arrow.setAutoFillBackground(True)
            arrow.setPalette(quiet)
        self.update()
