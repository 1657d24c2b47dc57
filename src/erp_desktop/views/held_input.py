"""Keys, clicks and scans that come while a change waits: held, and given afterwards in their order.

A change that waits for its turn must not be overtaken by what a person types meanwhile, and what
was typed must not be lost. An application-wide filter keeps what reaches a window, and sends it
again when the wait is over: keys to the window that has the keyboard then, the rest where it was
going. What a person says about the wait itself (Esc, a click on what lies in front) passes.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from erp_desktop.views.scan_burst import GAP

_Type = QEvent.Type
_KEYS: Final = frozenset({_Type.KeyPress, _Type.KeyRelease})
_CLICKS: Final = frozenset({
    _Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseButtonDblClick,
    _Type.ContextMenu,
})  # fmt: skip
# Where a pointer was on its way is no matter afterwards; a finger's touch comes again as a click.
_DROPPED: Final = frozenset({
    _Type.MouseMove, _Type.Wheel, _Type.NativeGesture, _Type.TouchBegin, _Type.TouchUpdate,
    _Type.TouchEnd, _Type.TouchCancel, _Type.TabletPress, _Type.TabletMove, _Type.TabletRelease,
    _Type.DragEnter, _Type.DragMove, _Type.Drop,
})  # fmt: skip


class HeldInput(QObject):
    """`with holding():` keeps input back. `escaped` when a person pressed Esc although something
    lies in `front` that may be clicked."""

    escaped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.front: QWidget | None = None
        self._held: deque[tuple[QObject, QEvent]] = deque()
        self._holding = self._giving = False
        self._key_at = 0  # when the last key came, to the window system

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Keep back what comes in here; it is given when the event loop turns again."""
        app = QApplication.instance()
        if app is None:
            yield
            return
        self._holding, self._giving = True, False
        app.removeEventFilter(self)  # the filter that came last sees first
        app.installEventFilter(self)
        try:
            yield
        finally:
            self._holding = False
            self.front = None
            QTimer.singleShot(0, self, self._give)

    def _give(self) -> None:
        """What was held, in its order; what comes meanwhile stays behind it."""
        while self._held and not self._holding:
            receiver, event = self._held.popleft()
            if isValid(receiver):
                self._send(receiver, event)
        app = QCoreApplication.instance()
        if app is not None and not self._holding:
            app.removeEventFilter(self)

    def _send(self, receiver: QObject, event: QEvent) -> None:
        focus: QObject | None = None
        if event.type() in _KEYS:
            focus = QGuiApplication.focusWindow()
        elif event.type() is _Type.InputMethod:
            focus = QApplication.focusWidget()
        self._giving = True
        QCoreApplication.sendEvent(receiver if focus is None else focus, event)
        self._giving = False

    # -- what comes ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is _Type.ShortcutOverride:
            return self._holding and self._no_shortcut(event)
        if not _is_input(watched, kind):
            return False
        if self._giving:  # it is what we send, and was held already
            self._giving = False
            return False
        if not (self._holding or self._held) or self._is_for_front(event):
            return False
        if kind in _DROPPED:
            event.ignore()
        elif not (isinstance(event, QKeyEvent) and self._is_no_matter(event)):
            self._hold(watched, event)
        return True

    def _hold(self, watched: QObject, event: QEvent) -> None:
        if event.type() is _Type.Close:
            event.ignore()
            self._held.append((watched, QCloseEvent()))
        else:
            self._held.append((watched, event.clone()))

    def _is_no_matter(self, event: QKeyEvent) -> bool:
        """A key that is only held down; and Esc, where it is about the wait."""
        if self.front is not None and event.key() == Qt.Key.Key_Escape:
            if event.type() is _Type.KeyPress:
                self.escaped.emit()
            return True
        if event.type() is _Type.KeyPress:
            self._key_at = event.timestamp()
        return event.isAutoRepeat()

    def _no_shortcut(self, event: QEvent) -> bool:
        """Within a scanner's burst no key is a shortcut, nor is Esc where it is about the wait."""
        if not isinstance(event, QKeyEvent):
            return False
        burst = 0 < event.timestamp() - self._key_at <= GAP
        if burst or (self.front is not None and event.key() == Qt.Key.Key_Escape):
            event.accept()
            return True
        return False

    def _is_for_front(self, event: QEvent) -> bool:
        """Whether it happens on what lies in front."""
        if self.front is None or not isValid(self.front) or not isinstance(event, QMouseEvent):
            return False
        corner = self.front.mapToGlobal(QPoint(0, 0))
        return QRect(corner, self.front.size()).contains(event.globalPosition().toPoint())


def _is_input(watched: QObject, kind: QEvent.Type) -> bool:
    """What a person does: it comes to a window; a key that is a shortcut to its owner, and what
    an input method says to a field."""
    if isinstance(watched, QWindow):
        return kind in _KEYS or kind in _CLICKS or kind in _DROPPED or kind is _Type.Close
    return kind is _Type.Shortcut or (kind is _Type.InputMethod and isinstance(watched, QWidget))
