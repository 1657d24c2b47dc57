"""Files that come to a page by themselves: dropped anywhere on it, or pasted.

What a field or a grid has a use for stays theirs: only what they leave alone comes here.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.attachments.carried import Coming, files_in, holds_files
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.page import Page

translate = wording.translate
COMES = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})
GOES = frozenset({QEvent.Type.DragLeave, QEvent.Type.Hide})


class Arrivals(QObject):
    """Watches a page and brings `take` what comes; `seen` when the page comes into sight."""

    seen = Signal()

    def __init__(
        self, page: Page, owner: QObject, take: Callable[[Sequence[Coming]], object]
    ) -> None:
        super().__init__(owner)
        self._page, self._take = page, take
        self._veil: Veil | None = None
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in COMES:
            return self._let_in(event)
        if kind == QEvent.Type.Drop:
            return self._drop(event)
        if kind in GOES:
            self._lift()
        elif kind == QEvent.Type.Show:
            self.seen.emit()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._paste(event)
        return super().eventFilter(watched, event)

    def _let_in(self, event: Any) -> bool:
        """Files may be dropped: say where they go."""
        if not holds_files(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self._veil is None:
            self._veil = Veil(self._page)
            self._veil.show()
        return True

    def _drop(self, event: Any) -> bool:
        self._lift()
        if not holds_files(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._take(files_in(event.mimeData()))
        return True

    def _paste(self, event: QKeyEvent) -> bool:
        carried = QGuiApplication.clipboard().mimeData()
        if not event.matches(QKeySequence.StandardKey.Paste) or not holds_files(carried):
            return False
        self._take(files_in(carried))
        return True

    def _lift(self) -> None:
        if self._veil is not None:
            self._veil.deleteLater()
            self._veil = None


class Veil(QWidget):
    """Lies over a page while files are held over it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(translate("Files", "Drop the files to attach them"))
        self.setGeometry(page.rect())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(t.page)
        ground.setAlphaF(0.82)
        painter.fillRect(self.rect(), ground)
        inside = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.setPen(QPen(t.accent, 2, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap))
        painter.drawRoundedRect(inside, theme.px(12), theme.px(12))
        size, middle = theme.px(28), inside.center()
        where = QRectF(0, 0, size, size)
        where.moveCenter(middle)
        where.translate(0, -size)
        icons.draw(painter, "paperclip", t.accent_text, QRectF(where.toRect()))
        line = QRectF(inside.x(), middle.y(), inside.width(), theme.px(28))
        ink.text(painter, self.accessibleName(), line, theme.EMPHASIS, t.text, centre=True)
