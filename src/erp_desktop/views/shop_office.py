"""The office of an opened shop: it knows the shop's facts and lets long work run in a thread.

A `Job` runs in a thread of its own with a unit of work of its own, so it reads and writes while
the window goes on answering. It tells how far it is, can be cancelled, and ends in exactly one of
`ended`, `refused`, `stopped`; a fault of ours is raised again in the window's thread.
"""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.shop_facts import ShopFacts, shop_facts
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop
from erp_desktop.views import memory
from erp_desktop.views.job_board import JobBoard
from erp_desktop.views.office import Office
from erp_desktop.views.reading import Asked, Reader
from erp_desktop.views.turns import Turns

P = ParamSpec("P")
T = TypeVar("T")
TURN = 0.001  # seconds that a thread beside the window goes on while the window wants its turn


class ShopOffice(Office):
    """`facts` are read anew after every change; `elsewhere` opens the same shop once more.

    `shop_wanted(place)` asks for another shop, such as one restored from a backup.
    """

    shop_wanted = Signal(str)

    def __init__(self, work: UnitOfWork, parent: QObject | None = None) -> None:
        super().__init__(work, parent)
        sys.setswitchinterval(TURN)  # a paint asks for its turn several times
        self.work = work
        self.jobs = JobBoard(self)
        self.turns = Turns(work, self)
        self.place = work.database.place
        self.facts: ShopFacts = work.read(shop_facts)
        work.user_id = self.facts.person_id
        work.till = till_name()
        self.changed.connect(self._read_facts)
        self._reader = Reader(work)

    def ask_beside(
        self, step: Callable[[Any], T], then: Callable[[T], None],
        refused: Callable[[RuleBroken], None] | None = None, share: float = 1.0,
    ) -> Asked | None:  # fmt: skip
        return self._reader.ask(step, then, refused, share)

    def elsewhere(self) -> UnitOfWork:
        """A unit of work for another thread; whoever asked closes it."""
        return open_shop(self.place, self.work.user_id)

    def close(self) -> None:
        """Stop what still runs and let go of the shop's file."""
        for job in self.findChildren(Job):
            job.cancel()
            job.wait()
        self.turns.close()
        self._reader.close()
        self.work.close()

    def do(self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        from erp_desktop.views.restating import takes_long  # when the first thing is done

        act = partial(self.work.run, step, *args, **kwargs)
        take = self.turns.take_beside if takes_long(step, *args) else self.turns.take
        result = take(act)
        self.changed.emit()
        return result

    def try_out(
        self, step: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        act = partial(self.work.try_out, step, *args, **kwargs)
        return self.turns.take_beside(act, look=True)

    def _read_facts(self) -> None:
        self.facts = self.work.read(shop_facts)


def till_name() -> str:
    """What this computer's till is called; the first one is "1"."""
    return str(memory.recalled("till/name", "") or "1")


class Cancelled(Exception):
    """The person took the job back."""


class Progress:
    """How a job tells how far it is; telling is also where it notices that it was cancelled."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self.cancelled = False

    def __call__(self, done: int, whole: int = 0) -> None:
        if self.cancelled:
            raise Cancelled
        self._tell(done, whole)

    def part(self, begin: int, end: int) -> Callable[[int, int], None]:
        """A step of several: its own way from nothing to all is ours from `begin` to `end` %."""
        return partial(_in_part, self, begin, end)


def _in_part(progress: Progress, begin: int, end: int, done: int, whole: int) -> None:
    progress(begin * whole + (end - begin) * done, 100 * whole)


Task = Callable[[UnitOfWork, Progress], Any]


class LongWork(QThread):
    """`task(progress)` in a thread, where no shop is open yet; keep it until it ended."""

    moved = Signal(int, int)  # done, of how many (0: nobody knows)
    ended = Signal(object)
    refused = Signal(object)  # a RuleBroken
    stopped = Signal()
    _failed = Signal(object)

    def __init__(self, task: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self._progress = Progress(self.moved.emit)
        self._failed.connect(_raise)

    def cancel(self) -> None:
        """Let it stop at the next step; nothing half done stays."""
        self._progress.cancelled = True

    def run(self) -> None:
        """Do the work (Qt calls this in the new thread)."""
        try:
            result = self._task(self._progress)
        except Cancelled:
            self.stopped.emit()
        except RuleBroken as broken:
            self.refused.emit(broken)
        except Exception as fault:  # noqa: BLE001  (told to the window, which shows its report)
            self._failed.emit(fault)
        else:
            self.ended.emit(result)


class Job(LongWork):
    """Long work on the open shop: `task(work, progress)`, with a unit of work of its own.

    One with a title stands on the board of work in progress, where a person can stop it; one that
    `writes` keeps other changes waiting.
    """

    def __init__(
        self, office: ShopOffice, task: Task, title: str = "", *, writes: bool = False
    ) -> None:
        super().__init__(partial(_with_the_shop, office, task), office)
        self.writes = writes
        if title:
            office.jobs.add(title, self)


def _with_the_shop(office: ShopOffice, task: Task, progress: Progress) -> Any:
    work = office.elsewhere()
    try:
        return task(work, progress)
    finally:
        work.close()


def _raise(fault: BaseException) -> None:
    sys.excepthook(type(fault), fault, fault.__traceback__)
