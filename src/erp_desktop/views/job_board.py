"""The board of long work: every job with a title stands here while it runs, and a while after."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from erp_desktop.views.shop_office import Job

KEPT = 4


class Running(NamedTuple):
    """A job that runs: its number on this board, its title, how far it is (0 of 0: not known)."""

    number: int
    title: str
    job: "Job"
    done: int = 0
    whole: int = 0


class Ended(NamedTuple):
    """A job that ended: done, stopped or refused."""

    title: str
    how: str


class JobBoard(QObject):
    """`changed` when a job begins or ends, `moved(Running)` when one goes on."""

    changed = Signal()
    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, Running] = {}
        self._ended: list[Ended] = []
        self._next = 1

    def running(self) -> list[Running]:
        """What runs now, the oldest first."""
        return list(self._running.values())

    def ended(self) -> list[Ended]:
        """What ended lately, the newest first."""
        return list(reversed(self._ended))

    def add(self, title: str, job: "Job") -> None:
        """A job begins; the board follows it to its end."""
        number, self._next = self._next, self._next + 1
        self._running[number] = Running(number, title, job)
        entry = _Following(self, number)
        job.moved.connect(entry.move)
        job.ended.connect(entry.end_done)
        job.stopped.connect(entry.end_stopped)
        job.refused.connect(entry.end_refused)
        job.finished.connect(entry.leave)
        self.changed.emit()

    def move(self, number: int, done: int, whole: int) -> None:
        """A job is so far."""
        if number in self._running:
            self._running[number] = self._running[number]._replace(done=done, whole=whole)
            self.moved.emit(self._running[number])

    def end(self, number: int, how: str) -> None:
        """A job ended; one that fell over leaves no word here (its report is shown)."""
        running = self._running.pop(number, None)
        if running is not None:
            if how:
                self._ended = [*self._ended[1 - KEPT :], Ended(running.title, how)]
            self.changed.emit()


class _Following(QObject):
    """Brings a job's signals to the board, in the window's thread."""

    def __init__(self, board: JobBoard, number: int) -> None:
        super().__init__(board)
        self._board, self._number = board, number

    def move(self, done: int, whole: int) -> None:
        self._board.move(self._number, done, whole)

    def end_done(self, _result: object) -> None:
        self._board.end(self._number, "done")

    def end_refused(self, _broken: object) -> None:
        self._board.end(self._number, "refused")

    def end_stopped(self) -> None:
        self._board.end(self._number, "stopped")

    def leave(self) -> None:
        self._board.end(self._number, "")
        self.deleteLater()
