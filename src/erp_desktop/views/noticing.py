"""What a person did that leaves no trace in the books: labels printed, a backup made, a page seen.

Where it happens says so with `noticed.done.emit(task)`; only a practice shop listens.
"""

from typing import Final

from PySide6.QtCore import QObject, Signal

from erp_desktop.core.last_shop import without_password
from erp_desktop.views import memory
from erp_desktop.views.shop_office import ShopOffice

# What is done by looking: the page, and the task it is
BY_LOOKING: Final = {"home": "home", "product": "cost", "stock_card": "cost"}


class Noticed(QObject):
    """`done(task)` wherever something was done; `kept` when a practice shop took note of it."""

    done = Signal(str)
    kept = Signal()


noticed = Noticed()


class TaskNotes(QObject):
    """Takes note for one practice shop, with the habits of this computer."""

    def __init__(self, office: ShopOffice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        noticed.done.connect(self.note)

    def saw(self, page: str) -> None:
        """A page is seen."""
        if page in BY_LOOKING:
            self.note(BY_LOOKING[page])

    def note(self, task: str) -> None:
        known = tasks_noticed(self._office)
        if task not in known:
            memory.remember(_key(self._office), ",".join(sorted({*known, task})))
            noticed.kept.emit()


def tasks_noticed(office: ShopOffice) -> frozenset[str]:
    """What was noticed since the tasks began."""
    kept = str(memory.recalled(_key(office), "") or "")
    return frozenset(one for one in kept.split(",") if one)


def _key(office: ShopOffice) -> str:
    from erp_desktop.reports.practice import tasks_round

    return f"practice/{office.ask(tasks_round)}/{without_password(office.place).replace('/', '|')}"
