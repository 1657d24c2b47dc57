"""Watches the window's event loop: how often it turned, and how long it stood still at most.

The window may never stand still for more than 50 ms while something long runs. Times depend on the
machine, so the tests ask whether the loop went on turning; `benchmarks/responsive.py` says how
long it stood still at worst.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

EVERY = 5  # milliseconds


class Watchdog(QObject):
    """Ticks with the event loop; a gap between two ticks is a time in which nobody was heard."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    @property
    def longest(self) -> float:
        """The longest time that the loop stood still, in milliseconds."""
        return max(self.gaps, default=0.0)

    def share_within(self, milliseconds: float) -> float:
        """Which part of the turns came within this time."""
        good = sum(1 for gap in self.gaps if gap <= milliseconds)
        return good / max(len(self.gaps), 1)

    def stop(self) -> None:
        self._tick()
        self._timer.stop()


@contextmanager
def watched() -> Iterator[Watchdog]:
    """The watchdog over what happens inside."""
    dog = Watchdog()
    try:
        yield dog
    finally:
        dog.stop()
