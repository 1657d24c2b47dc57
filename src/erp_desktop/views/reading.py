"""Questions that are answered beside the window, so that it never waits for a long one.

`Reader.ask` hands a reading step to a thread with a connection of its own. Most answers are there
within a blink (`patience`): then they are given at once, and nothing on the screen flickers. A
longer one is given when it comes; what is shown until then stays. A question that was overtaken by
a newer one is given up, and the database stops working on it.

A question is a plain value: the thread may be the last one that holds it, and nothing of Qt may be
freed in a thread. What rings in the window's thread is one bell, which lives as long as the reader.
"""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from erp_desktop.core.errors import RuleBroken

THREADS: Final = 2  # a list's rows need not wait for another's sums
BLINK: Final = 0.015
BESIDE: Final = 0.2  # the share of a blink for what stands beside the rows, such as their sums
BEHIND: Final = 0.02  # for what may come a moment after them, such as the counts of other views

_patience = BLINK


def wait_at_most(seconds: float) -> None:
    """How long a window waits for an answer before it goes on without (tests wait long)."""
    global _patience  # noqa: PLW0603
    _patience = seconds


class Work(Protocol):
    """What a reader needs of a unit of work."""

    def read(self, step: Callable[..., Any], *args: Any, **kwargs: Any) -> Any: ...


class _Bell(QObject):
    """Brings what a thread has read to the window's thread."""

    rung = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rung.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def _hear(self, asked: "Asked") -> None:
        asked.tell()


class Asked:
    """A question on its way. `then` hears the answer in the window's thread, unless given up."""

    def __init__(
        self, work: Work, step: Callable[..., Any], then: Callable[[Any], None],
        refused: Callable[[RuleBroken], None] | None, ring: Callable[["Asked"], None],
    ) -> None:  # fmt: skip
        self._ring = ring
        self._work, self._step, self._then, self._refused = work, step, then, refused
        self._result: Any = None
        self._fault: Exception | None = None
        self._over = Event()
        self._lock = Lock()
        self._books: Any = None
        self._given_up = self.told = False

    def give_up(self) -> None:
        """Nobody wants the answer any more: the database may stop."""
        with self._lock:
            self._given_up = True
            if self._books is not None:
                self._books.interrupt()

    def wait(self, seconds: float) -> None:
        """Give the answer now if it is there in time."""
        if self._over.wait(seconds):
            self.tell()

    def run(self) -> None:
        """Find the answer; called in a thread of the reader."""
        try:
            if not self._given_up:
                self._result = self._work.read(self._answer)
        except Exception as fault:  # noqa: BLE001  (told in the window's thread)
            self._fault = fault
        self._over.set()
        self._ring(self)

    def _answer(self, books: Any) -> Any:
        with self._lock:
            self._books = books
        try:
            return self._step(books)
        finally:
            with self._lock:
                self._books = None

    def tell(self) -> None:
        """Give the answer, once; called in the window's thread."""
        if self.told:
            return
        self.told = True
        if self._given_up:
            return
        if isinstance(self._fault, RuleBroken) and self._refused is not None:
            self._refused(self._fault)
        elif self._fault is not None:
            sys.excepthook(type(self._fault), self._fault, self._fault.__traceback__)
        else:
            self._then(self._result)


class Reader:
    """Threads that read a shop; `close` before its database is closed."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="reader")
        self._running: set[Asked] = set()
        self._closed = False
        self._bell = _Bell()

    def ask(
        self, step: Callable[..., Any], then: Callable[[Any], None],
        refused: Callable[[RuleBroken], None] | None = None, share: float = 1.0,
    ) -> Asked:  # fmt: skip
        """Have something read; an answer within this share of a blink is given before it returns.

        Once closed there are no answers any more: a timer of a closing window may still ask.
        """
        self._running = {one for one in self._running if not one.told}
        asked = Asked(self._work, step, then, refused, self._bell.rung.emit)
        if self._closed:
            asked.give_up()
            return asked
        self._running.add(asked)
        self._threads.submit(asked.run)
        asked.wait(_patience * share)
        return asked

    def close(self) -> None:
        """Stop what is still being read."""
        self._closed = True
        for asked in self._running:
            asked.give_up()
        self._threads.shutdown(cancel_futures=True)


class Latest:
    """Keeps one question on its way: a newer one takes its place, `give_up` ends it.

    Connect `give_up` to what is destroyed, so that no answer comes to what is gone.
    """

    def __init__(self) -> None:
        self._asked: Asked | None = None

    def asking(self, asked: Asked | None) -> None:
        """This is asked now."""
        self._asked = asked

    def waits(self) -> bool:
        """Whether the answer is still on its way."""
        return self._asked is not None and not self._asked.told

    def give_up(self) -> None:
        if self._asked is not None:
            self._asked.give_up()
        self._asked = None
