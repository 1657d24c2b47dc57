"""A scanner and a person at the same keyboard, as the window system brings their keys.

How fast they press is said by a clock of the test, not by the machine: on a busy one a burst of
keys may take longer to send than a scanner takes to type it (`on_our_clock`).
"""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from erp_desktop.views.scan_burst import Tick
from erp_desktop.views.scanner import ScanFilter

Key = Qt.Key
SCANNER = 8  # milliseconds between two keys
PAUSE = 400  # from one scan to the next


class Clock:
    """Milliseconds as the hands have them."""

    now = 0
    of_events = False  # the keys bring times of their own


def on_our_clock(monkeypatch) -> None:
    """Let the scan filter take its times from the hands."""
    real = ScanFilter._time

    def time_of(scans, event):
        return real(scans, event) if Clock.of_events else Tick(Clock.now, Clock.now)

    monkeypatch.setattr(ScanFilter, "_time", time_of)


def wait(milliseconds: int) -> None:
    """Nobody does anything for a while."""
    QTest.qWait(milliseconds)
    Clock.now += milliseconds


_SPECIAL = {"\x1d": (Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)}


def press(widget: QWidget, key: Qt.Key, pause: int = SCANNER) -> None:
    """One key that writes nothing."""
    Clock.now += pause
    QTest.keyClick(widget.window().windowHandle(), key)


def keys(widget: QWidget, text: str, pause: int = SCANNER) -> None:
    """Press and let go these keys in the widget's window; whoever has the focus gets them.

    At a person's pace the program has its time between two keys.
    """
    window = widget.window().windowHandle()
    for one in text:
        key, held = _SPECIAL.get(one, (Key(ord(one.upper())), Qt.KeyboardModifier.NoModifier))
        if one.isupper():
            held = Qt.KeyboardModifier.ShiftModifier
        if pause > SCANNER:
            QTest.qWait(pause)
        Clock.now += pause
        QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, one, held)


def scan(widget: QWidget, code: str, *ends: Qt.Key) -> None:
    """A scanner: all keys at once, ended by Enter unless told otherwise."""
    keys(widget, code)
    for end in ends or (Key.Key_Return,):
        press(widget, end)
    Clock.now += PAUSE


def stamped(widget: QWidget, text: str, at: int, gap: int) -> None:
    """Keys that we find when we find them, but which were pressed at these times."""
    Clock.of_events = True
    for step, one in enumerate(text):
        key = Key.Key_Return if one == "\r" else Key(ord(one.upper()))
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, one)
        event.setTimestamp(at + step * gap)
        target = QApplication.focusWidget() or widget
        QCoreApplication.sendEvent(target, event)
    Clock.of_events = False


def compose(widget: QWidget, shown: str) -> None:
    """An input method shows what is being composed."""
    Clock.now += SCANNER
    QCoreApplication.sendEvent(widget, QInputMethodEvent(shown, []))


def commit(widget: QWidget, words: str, shown: str = "") -> None:
    """An input method hands over what was composed."""
    Clock.now += SCANNER
    event = QInputMethodEvent(shown, [])
    event.setCommitString(words)
    QCoreApplication.sendEvent(widget, event)
