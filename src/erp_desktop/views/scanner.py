"""Scan anywhere: a barcode scanner is a keyboard that types faster than any person.

A scanner sends a key every 8 to 16 ms and ends with Enter or Tab; people take over 80 ms. An
application-wide filter holds each typed character back for a moment: if the next one comes within
35 ms it belongs to a scan, otherwise it is given to whoever has the focus, where nobody notices
the delay. So a scan never lands in a price or quantity cell, whatever has the focus.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

GAP = 35  # milliseconds between two keys of a scanner, at most
SHORTEST = 4
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class ScanFilter(QObject):
    """Install on the application; `scanned(code)` for each scan."""

    scanned = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._held: list[QKeyEvent] = []
        self._target: QObject | None = None
        self._replaying = False
        self._timer = QTimer(self, singleShot=True, interval=GAP)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._release)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        """True keeps the key from the widget, for now."""
        if Qt.Key(event.key()) in _ENDS:
            return self._ended()
        if not _types_a_character(event):
            self._release()
            return False
        if not self._held:
            self._target = watched
        elif watched is not self._target:
            return True  # the same key on its way up to a parent
        self._held.append(QKeyEvent(event))
        self._timer.start()
        return True

    def _ended(self) -> bool:
        if len(self._held) < SHORTEST:
            self._release()
            return False
        code = "".join(key.text() for key in self._held)
        self._forget()
        self.scanned.emit(code)
        return True

    def _release(self) -> None:
        """A person typed: give the keys to the widget they were meant for."""
        held, target = self._held, self._target
        self._forget()
        if target is None:
            return
        self._replaying = True
        for key in held:
            QCoreApplication.sendEvent(target, key)
        self._replaying = False

    def _forget(self) -> None:
        self._timer.stop()
        self._held, self._target = [], None


def _types_a_character(event: QKeyEvent) -> bool:
    shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & ~shift
