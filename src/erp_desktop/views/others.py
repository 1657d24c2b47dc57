"""Other tills: what they wrote is seen here within two seconds, and a lost server is said.

A thread asks every other second whether another program changed the shop (two windows on one file,
several tills on a server). Only then the pages read anew. While a server does not answer the light
of the database is red; nothing is closed, and work goes on when it is back.
"""

from contextlib import suppress
from threading import Event, Thread
from typing import Final

from PySide6.QtCore import QObject, Signal

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views.shop_office import ShopOffice

EVERY: Final = 2.0  # seconds


class OtherTills(QObject):
    """`away` and `back`: the shop's place does not answer any more, or answers again."""

    away, back = Signal(), Signal()

    def __init__(self, office: ShopOffice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._look = _Look(office.work)
        self._look.wrote.connect(self._hear)
        self._look.lost.connect(self._lose)
        self._look.there.connect(self._answers)
        self._gone = False

    def begin(self) -> None:
        """From now on, until `stop`."""
        self._look.start()

    def stop(self) -> None:
        """The shop is about to be closed."""
        self._look.stop()

    def _hear(self) -> None:
        self._answers()
        if not self._office.jobs.running():  # our own long work tells by itself when it is done
            self._office.changed.emit()

    def _lose(self) -> None:
        if not self._gone:
            self._gone = True
            self.away.emit()

    def _answers(self) -> None:
        if self._gone:
            self._gone = False
            self.back.emit()
            self._office.changed.emit()


class _Look(QObject):
    """Asks beside the window: a server that does not answer keeps only this thread waiting."""

    wrote, lost, there = Signal(), Signal(), Signal()

    def __init__(self, work: UnitOfWork) -> None:
        super().__init__()
        self._work = work
        self._over = Event()
        # ends with the program, also where nobody closed the window
        self._thread = Thread(target=self._run, name="other tills", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(EVERY):
            try:
                wrote = self._work.others_wrote()
            except RuleBroken:
                told = self.lost
            else:
                told = self.wrote if wrote else self.there
            with suppress(RuntimeError):  # the window is gone already
                told.emit()
