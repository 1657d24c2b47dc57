"""One change at a time: while somebody else writes, ours waits its turn and the window lives on.

A change is tried at once. Where somebody else is writing (another till, a long import beside the
window) it is tried again and again, and between two tries the event loop turns: the window is
painted, clocks tick, answers come in. What a person types meanwhile is held and comes afterwards
in its order; a wait of more than a moment is told (`long_wait`), and the person may give it up.

What takes long by itself (a document of an earlier time tells later costs again, a period is
closed) is written by a thread, and waited for in the same way (`Beside`).

Nothing overtakes what waits: who wants to write meanwhile (a timer that keeps a draft) is refused
with ShopBusy, and comes again later by itself.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Thread, get_ident
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QApplication

from erp_desktop.core.errors import ShopBusy
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views.office import Office

if TYPE_CHECKING:
    from erp_desktop.views.held_input import HeldInput

T = TypeVar("T")
AT_ONCE: Final = 12  # milliseconds that one try waits: other tills post for no longer …
BETWEEN: Final = 8  # … and until the next one: the window's
QUIET: Final = 300  # until the wait is told
BLINK: Final = 0.03  # seconds that a thread is waited for before the event loop turns


class Turns(QObject):
    """`take(act)` has something written. `long_wait` when it waits for more than a moment, `over`
    after every wait. What others tell meanwhile (`changed` of the office) is told after it."""

    long_wait, over = Signal(), Signal()

    def __init__(self, work: UnitOfWork, office: Office) -> None:
        super().__init__(office)
        self._work, self._office = work, office
        self._window = get_ident()  # the thread whose windows may not stand still
        self._turn: _Turn | None = None
        self._left: list[Beside] = []  # what a person did not want to wait for may run still
        self._telling = QTimer(self, singleShot=True)  # somebody else did write while we waited
        self._telling.timeout.connect(office.changed)

    @cached_property
    def held(self) -> "HeldInput":
        """What a person types and clicks meanwhile; from the first wait on."""
        from erp_desktop.views.held_input import HeldInput

        made = HeldInput(self)
        made.escaped.connect(self.give_up)
        return made

    def waiting(self) -> bool:
        """Whether a change waits now."""
        return self._turn is not None

    def give_up(self) -> None:
        """The person does not want to wait any longer: nothing is written (ShopBusy)."""
        if self._turn is not None:
            self._turn.give_up()

    def is_ours(self) -> bool:
        """Whether it is our own work that is waited for."""
        return self._turn is not None and self._turn.is_ours

    def may_be_left(self) -> bool:
        """Whether giving it up would be heard."""
        return self._turn is not None and self._turn.may_be_left()

    def close(self) -> None:
        """The shop is being closed: nothing is told any more, and nothing is looked at."""
        self._telling.stop()
        for beside in self._left:
            beside.join()

    def take(self, act: Callable[[], T]) -> T:
        """Have this written, now or when it is our turn. Raises ShopBusy and what `act` raises."""
        if not self._has_windows():
            return act()
        if self._turn is not None:
            raise self._busy()
        patience = self._work.patience
        if not patience:  # in passing
            return act()
        self._work.patience = min(patience, AT_ONCE)
        try:
            return act()
        except ShopBusy:
            return self._wait(act, patience)
        finally:
            self._work.patience = patience

    def take_beside(self, act: Callable[[], T], *, look: bool = False) -> T:
        """The same for what may take long: a thread does it, and the window lives on. What only
        looks can be left at any time, what writes while it has not begun."""
        if not self._has_windows() or not self._work.patience:
            return self.take(act)
        beside = Beside(act, self._busy(), may_be_left=look)
        try:
            done: T = self.take(beside)
            return done
        finally:
            self._left = [one for one in (*self._left, beside) if one.runs()]

    def _has_windows(self) -> bool:
        return get_ident() == self._window and isinstance(QApplication.instance(), QApplication)

    def _busy(self) -> ShopBusy:
        return ShopBusy(self._work.database.called)

    def _wait(self, act: Callable[[], T], patience: int) -> T:
        made = _Turn(act, self._busy(), patience)
        with self._begun(made) as turn:
            if not turn.wait(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, QUIET):
                self.long_wait.emit()
                turn.wait(QEventLoop.ProcessEventsFlag.AllEvents)
            turn.settle()
        result: T = turn.result()
        return result

    @contextmanager
    def _begun(self, turn: "_Turn") -> "Iterator[_Turn]":
        self._turn = turn
        try:
            with QSignalBlocker(self._office), self.held.holding():
                yield turn
        finally:
            self._turn = None
            turn.deleteLater()
            self.over.emit()
            self._telling.start()


class StillAtIt(ShopBusy):
    """Our own thread is at work."""


class Beside:
    """Something that a thread does: a call begins it, or asks whether it is done.

    A call raises StillAtIt until it is, and ShopBusy where the thread did not get its turn; the
    next call tries again.
    """

    def __init__(self, act: Callable[[], Any], busy: ShopBusy, *, may_be_left: bool) -> None:
        self.may_be_left = may_be_left
        self._act, self._place = act, busy.facts["path"]
        self._thread: Thread | None = None
        self._result: Any = None
        self._fault: Exception | None = None

    def __call__(self) -> Any:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="beside the window")
            self._thread.start()
            self._thread.join(BLINK)
        if self._thread.is_alive():
            raise StillAtIt(self._place)
        self._thread = None
        if self._fault is not None:
            raise self._fault
        return self._result

    def runs(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def join(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._result, self._fault = self._act(), None
        except Exception as fault:  # noqa: BLE001  (raised where it was asked)
            self._fault = fault


class _Turn(QObject):
    """A change that waits, for so many milliseconds at most: it is tried whenever the event loop
    has turned."""

    def __init__(self, act: Callable[[], Any], busy: ShopBusy, patience: int) -> None:
        super().__init__()
        self._act = act
        self._result: Any = None
        self._busy = busy
        self._fault: Exception | None = busy  # until it was tried with success
        self._ended = self._unwanted = self.is_ours = False
        self._until = monotonic() + patience / 1000
        self._loop = QEventLoop(self)
        self._again = QTimer(self, singleShot=True, interval=BETWEEN)
        self._again.timeout.connect(self._try)
        self._again.start()

    def wait(self, events: QEventLoop.ProcessEventsFlag, milliseconds: int = 0) -> bool:
        """Let the event loop turn until this came to an end, for so long at most; whether it did.

        Where the whole program is being ended it comes back at once.
        """
        if milliseconds:
            QTimer.singleShot(milliseconds, self, self._loop.quit)
        if not self._ended:
            self._loop.exec(events)
        return self._ended

    def give_up(self) -> None:
        """It is not tried any more; what a thread is writing already comes to its end."""
        self._unwanted = True
        if self.may_be_left():
            self._fault = self._busy
            self._end()

    def may_be_left(self) -> bool:
        return not self.is_ours or getattr(self._act, "may_be_left", False)

    def settle(self) -> None:
        """The whole program is being ended: what a thread is writing is waited for."""
        if not self._ended and isinstance(self._act, Beside) and not self.may_be_left():
            self._act.join()
            self._try()

    def _end(self) -> None:
        self._again.stop()
        self._ended = True
        self._loop.quit()

    def result(self) -> Any:
        """What came of it. Raises ShopBusy where it never got its turn, and what the act raised."""
        if self._fault is not None:
            raise self._fault
        return self._result

    def _try(self) -> None:
        try:
            self._result, self._fault = self._act(), None
        except ShopBusy as busy:
            self._fault = busy
            self.is_ours = isinstance(busy, StillAtIt)
            if self.is_ours or (monotonic() < self._until and not self._unwanted):
                self._again.start()
                return
        except Exception as fault:  # noqa: BLE001  (raised where it was asked)
            self._fault = fault
        self._end()
