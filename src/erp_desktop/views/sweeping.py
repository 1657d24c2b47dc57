"""Rings of garbage are looked for in the window's thread, and only there.

Python looks for them in whichever thread happens to make many values. A thread that reads beside
the window would then free timers and other things of Qt that belong to the window's thread, while
Qt may be using them: the program could fall over, once in many hours. So the search is taken out
of Python's hands and done by a timer of the window.
"""

import gc
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY: Final = 200  # milliseconds
WHOLE: Final = 60.0  # seconds between two searches through everything


class Sweeper(QObject):
    """Searches as often as Python would, as long as it lives; `stop` gives it back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_at = monotonic()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Look among the youngest, or further, when there are more than Python lets pass."""
        young, middle, old = (
            many > most for many, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if not young:
            return
        if old and monotonic() - self._whole_at > WHOLE:
            gc.collect()
            self._whole_at = monotonic()
        else:
            gc.collect(1 if middle else 0)

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()
