"""A scanner and a person at the same keyboard, as the window system brings their keys."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
_SPECIAL = {"\x1d": (Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)}


def keys(widget: QWidget, text: str, pause: int = -1) -> None:
    """Press and let go these keys in the widget's window; whoever has the focus gets them."""
    window = widget.window().windowHandle()
    for one in text:
        key, held = _SPECIAL.get(one, (Key(ord(one.upper())), Qt.KeyboardModifier.NoModifier))
        if one.isupper():
            held = Qt.KeyboardModifier.ShiftModifier
        QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, one, held, pause)


def scan(widget: QWidget, code: str, *ends: Qt.Key) -> None:
    """A scanner: all keys at once, ended by Enter unless told otherwise."""
    keys(widget, code)
    for end in ends or (Key.Key_Return,):
        QTest.keyClick(widget.window().windowHandle(), end)


def stamped(widget: QWidget, text: str, at: int, gap: int) -> None:
    """Keys that we find when we find them, but which were pressed at these times."""
    for step, one in enumerate(text):
        key = Key.Key_Return if one == "\r" else Key(ord(one.upper()))
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, one)
        event.setTimestamp(at + step * gap)
        target = QApplication.focusWidget() or widget
        QCoreApplication.sendEvent(target, event)


def compose(widget: QWidget, shown: str) -> None:
    """An input method shows what is being composed."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(shown, []))


def commit(widget: QWidget, words: str, shown: str = "") -> None:
    """An input method hands over what was composed."""
    event = QInputMethodEvent(shown, [])
    event.setCommitString(words)
    QCoreApplication.sendEvent(widget, event)
