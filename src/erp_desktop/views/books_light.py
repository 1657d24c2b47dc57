"""The light of the books in the status bar: green when they balance, red when they do not.

A quick check (sums, and the end of the chain) runs in a thread when the shop opens and again some
seconds after the last change; the whole proof is asked for in the settings.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from erp_desktop.core.later import loaded_later
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import wording
from erp_desktop.views.shell.status import Light
from erp_desktop.views.shop_office import Job, Progress, ShopOffice

if TYPE_CHECKING:
    from erp_desktop.reports import integrity
    from erp_desktop.reports.integrity import Verification
else:
    integrity = loaded_later("erp_desktop.reports.integrity")

if TYPE_CHECKING:
    from erp_desktop.reports.findings import Verification

translate = wording.translate
AFTER_A_CHANGE = 4_000  # milliseconds


class BooksLight(QObject):
    """`shown(Light)` with each new state."""

    shown = Signal(object)

    def __init__(self, office: ShopOffice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._job: Job | None = None
        self._answer: Verification | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER_A_CHANGE)
        self._timer.timeout.connect(self.check)
        office.changed.connect(self._timer.start)

    def check(self) -> None:
        """Hold the sums of the ledgers against each other, in a thread."""
        if self._job is not None:
            self._timer.start()
            return
        self._job = Job(self._office, _check)
        self._job.ended.connect(self.show_answer)
        self._job.finished.connect(self._end)
        self._job.start()

    def stop(self) -> None:
        """No more checks: the shop is being closed."""
        self._timer.stop()

    def tell(self) -> None:
        """Say what is known of the books, in the language spoken now."""
        if self._answer is None:
            self.shown.emit(Light("books", translate("Window", "Books not checked yet")))
        else:
            self.show_answer(self._answer)

    def show_answer(self, answer: "Verification") -> None:
        """Say what a check found."""
        self._answer = answer
        if answer.ok:
            words = translate("Window", "Books balance")
            self.shown.emit(Light("books", words, good=True))
            return
        words = translate("Window", "Books differ in {0} places").format(len(answer.differences))
        self.shown.emit(Light("books", words, good=False))

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()


def _check(work: UnitOfWork, progress: Progress) -> "Verification":
    progress(0)
    return work.read(integrity.quick_check)
