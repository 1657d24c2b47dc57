"""Scan anywhere: a barcode scanner is a keyboard that types faster than any person.

A scanner sends a key every 8 to 16 ms and ends with Enter or Tab; people take over 80 ms. An
application-wide filter holds each typed character back for a moment: if the next one comes within
35 ms it belongs to a scan, otherwise it is given to whoever has the focus, where nobody notices
the delay. So a scan never lands in a price or quantity cell, whatever has the focus.

Three things would break it, and are met here. A busy program finds the keys late: the times of the
window system count, not ours, and what was already given to a field is taken back. An input
method composes what the scanner types: the characters are read from what it shows, the
composition is thrown away, and a key that it ate is found again (`scan_burst`). A key that is
held down repeats as fast as a scanner: repeats are no scan.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from erp_desktop.views import take_back
from erp_desktop.views.scan_burst import (
    EATEN,
    GAP,
    LONG_AGO,
    SHORTEST,
    Burst,
    Stroke,
    Tick,
    is_plain,
    plain,
    whole,
)
from erp_desktop.views.widgets.fields import HIDDEN

__all__ = ["GAP", "SHORTEST", "ScanFilter"]

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SHIFTS = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr,
    Qt.Key.Key_Control, Qt.Key.Key_Alt,
})  # fmt: skip
_HEARD = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod,
})  # fmt: skip
LATE = 300  # milliseconds after a scan in which an input method may still hand over its letters
_SEPARATOR = "\x1d"  # FNC1 inside a GS1 symbol, typed as Ctrl+]


class ScanFilter(QObject):
    """Install on the application; `scanned(code)` for each scan. `known` says which codes mean
    something in this shop: asked only where an input method ate a key."""

    scanned = Signal(str)

    def __init__(self, app: QApplication, known: Callable[[str], bool] | None = None) -> None:
        super().__init__(app)
        self._known = known or _nothing
        self._burst = Burst()
        self._before: take_back.Before | None = None
        self._composing = ""  # what an input method shows, as keys
        self._dropped = ""  # a composition that was thrown away
        self._ended_at = LONG_AGO
        self._quiet = False  # what comes now was sent by ourselves
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self, singleShot=True, interval=GAP)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look_again)
        app.focusChanged.connect(self._focus_went)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _HEARD or self._quiet or not isinstance(watched, QWidget):
            return False
        if watched.property(HIDDEN):
            return False
        if isinstance(event, QInputMethodEvent):
            return self._composed(watched, event)
        if not isinstance(event, QKeyEvent):
            return False
        if kind is QEvent.Type.ShortcutOverride:
            return self._shortcut(event)
        return self._pressed(watched, event)

    # -- keys ------------------------------------------------------------------------------------

    def _pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        """True keeps the key from the widget, for now."""
        key, at = Qt.Key(event.key()), self._time(event)
        if key in _SHIFTS:
            return False
        if key in _ENDS:
            return self._ended(at)
        text = _character(event)
        if not text or event.isAutoRepeat():
            self._release()
            self._burst = Burst()
            return False
        self._take(Stroke(text, watched, QKeyEvent(event)), at)
        return True

    def _shortcut(self, event: QKeyEvent) -> bool:
        """Within a burst no key is a shortcut."""
        at = self._time(event)
        ending = Qt.Key(event.key()) in _ENDS
        inside = self._burst.goes_on(at) and (self._burst.long_enough() if ending else True)
        if inside and (ending or _character(event)):
            event.accept()
            return True
        return False

    def _take(self, stroke: Stroke, at: Tick) -> None:
        """One more character: of the burst that goes on, or of a new one."""
        if not self._burst.goes_on(at):
            self._release()
            self._burst = Burst()
            self._before = None
        self._burst.add(stroke, at)
        self._timer.start()

    def _ended(self, at: Tick) -> bool:
        """Enter or Tab: the end of a scan, its second end mark, or a person's key."""
        if at.soon_after(self._ended_at) and not self._burst.strokes:
            self._ended_at = at
            return True
        if not (self._burst.goes_on(at) and self._burst.long_enough()):
            self._release()
            self._burst = Burst()
            return False
        self._finish(at)
        return True

    def _finish(self, at: Tick) -> None:
        """It was a scan: undo what it did on its way, and tell the code."""
        self._timer.stop()
        burst, before, self._burst = self._burst, self._before, Burst()
        self._before = None
        self._ended_at = at
        code, eaten = whole(burst.text(), self._known)
        self._quiet = True
        if burst.given() and before is not None:
            take_back.put_back(before, len(burst.given()))
        if burst.composed or eaten:
            self._drop_composition(burst)
        elif EATEN in burst.text():
            _give(next(one for one in burst.strokes if one.text == EATEN))
        self._quiet = False
        self.scanned.emit(code)

    def _look_again(self) -> None:
        """Nothing came in time; but a busy program looks once more before it believes that."""
        QTimer.singleShot(0, self, self._given_up)

    def _given_up(self) -> None:
        if self._timer.isActive():
            return
        burst = self._burst
        if burst.composed and burst.long_enough() and burst.strokes[-1].text == "":
            self._finish(burst.last)  # the input method took Enter to end its composition
            return
        self._release()

    def _release(self) -> None:
        """A person typed: give the keys to the widgets they were meant for."""
        self._timer.stop()
        waiting = self._burst.waiting()
        if not waiting:
            return
        if self._before is None and isValid(waiting[0].target):
            self._before = take_back.remember(waiting[0].target)
        self._quiet = True
        for stroke in waiting:
            stroke.given = True
            _give(stroke)
        self._quiet = False

    # -- input methods ---------------------------------------------------------------------------

    def _composed(self, watched: QWidget, event: QInputMethodEvent) -> bool:
        """What an input method shows or commits; True keeps it from the widget, for now."""
        at, shown, said = self._time(event), plain(event.preeditString()), event.commitString()
        before, self._composing = self._composing, shown
        if said:
            return self._committed(watched, event, before, at)
        if shown.startswith(before) and len(shown) > len(before):
            self._take(Stroke(shown[len(before) :], watched), at)
            self._give_first()
            self._burst.composed = True
        elif before and not shown:
            self._take(Stroke(EATEN), at)  # ended without a word: a key did that, or Esc
        return False

    def _committed(
        self, watched: QWidget, event: QInputMethodEvent, before: str, at: Tick
    ) -> bool:  # fmt: skip
        """A commit is held back like a key: it may be a scanner's doing."""
        said = plain(event.commitString())
        if self._dropped and said == self._dropped and at.came - self._ended_at.came < LATE:
            self._dropped = ""
            return True  # it was reset, and hands over its letters all the same
        kept = _copy(event)
        inside = self._burst.goes_on(at) and self._burst.composed
        if inside and before and said.startswith(before) and is_plain(said):
            self._take(Stroke(said[len(before) :], watched, kept), at)
        elif is_plain(said) and not before:
            self._take(Stroke(said, watched, kept), at)
        else:
            self._take(Stroke(EATEN, watched, kept), at)
        return True

    def _give_first(self) -> None:
        """A composition is shown at once, so what was held before it must be there before it."""
        self._release()
        self._timer.start()

    def _drop_composition(self, burst: Burst) -> None:
        """The composition was made of the scanner's keys: nothing of it stays."""
        target = next((one.target for one in burst.strokes if one.target is not None), None)
        self._dropped, self._composing = self._composing, ""
        method = QGuiApplication.inputMethod()
        if method is not None:
            method.reset()
        if target is not None and isValid(target):
            QCoreApplication.sendEvent(target, QInputMethodEvent())

    def _focus_went(self) -> None:
        self._composing = ""

    def _time(self, event: QEvent) -> Tick:
        said = event.timestamp() if isinstance(event, QKeyEvent) else 0
        return Tick(self._clock.elapsed(), int(said))


def _nothing(code: str) -> bool:  # noqa: ARG001
    return False


def _character(event: QKeyEvent) -> str:
    """The one printable character of a key (or the separator in a GS1 symbol); else nothing."""
    if event.text() == _SEPARATOR:
        return _SEPARATOR
    allowed = (
        Qt.KeyboardModifier.ShiftModifier
        | Qt.KeyboardModifier.KeypadModifier
        | Qt.KeyboardModifier.GroupSwitchModifier
    )
    typed = bool(event.text()) and event.text().isprintable() and not event.modifiers() & ~allowed
    return event.text() if typed else ""


def _copy(event: QInputMethodEvent) -> QInputMethodEvent:
    """A commit to be given later (Qt's own goes when it was delivered)."""
    copy = QInputMethodEvent(event.preeditString(), event.attributes())
    copy.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
    return copy


def _give(stroke: Stroke) -> None:
    if stroke.event is not None and isValid(stroke.target):
        QCoreApplication.sendEvent(stroke.target, stroke.event)
