"""Reading a file and writing it into the books beside the window, which goes on answering.

What is read (a disk, a stick, a drive in the network) is read before the books are touched, so that
nobody else waits for a slow one.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views.office import Office
from erp_desktop.views.shop_office import Job, Progress, ShopOffice

C = TypeVar("C")
T = TypeVar("T")


def write_beside(
    owner: QObject, office: Office, read: Callable[[], C], step: Callable[[Any, C], T],
    then: Callable[[T], object], refused: Callable[[RuleBroken], object],
) -> None:  # fmt: skip
    """Have `step(books, read())` done; `then` hears the result, unless its owner is gone."""
    if not isinstance(office, ShopOffice):
        try:
            result = office.do(step, read())
        except RuleBroken as broken:
            refused(broken)
            return
        then(result)
        return
    job = Job(office, _Writing(read, step))
    job.ended.connect(office.changed)
    job.ended.connect(_If(owner, then))
    job.refused.connect(_If(owner, refused))
    job.finished.connect(job.deleteLater)
    job.start()


class _Writing:
    """The task of the job."""

    def __init__(self, read: Callable[[], Any], step: Callable[[Any, Any], Any]) -> None:
        self._read, self._step = read, step

    def __call__(self, work: UnitOfWork, progress: Progress) -> Any:
        content = self._read()
        progress(0)
        return work.run(self._step, content)


class _If:
    """Tells the owner, if it is still there."""

    def __init__(self, owner: QObject, act: Callable[[Any], object]) -> None:
        self._owner, self._act = owner, act

    def __call__(self, told: Any) -> None:
        if isValid(self._owner):
            self._act(told)
