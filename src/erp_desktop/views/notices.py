"""What the bell rings for: things of the books that wait, and things of this computer that failed.

The books are asked beside the window, some seconds after they changed; what this computer knows by
itself (a printer that did not answer, a backup that is old) is told at once. Every notice says what
to do next.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from erp_desktop.core.later import loaded_later
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import backups, figures, memory, print_queue, wording
from erp_desktop.views.shop_office import Job, Progress, ShopOffice

if TYPE_CHECKING:
    from erp_desktop.reports import notices as asked
    from erp_desktop.reports.notices import Waits
    from erp_desktop.views import print_preview
else:
    print_preview = loaded_later("erp_desktop.views.print_preview")
    asked = loaded_later("erp_desktop.reports.notices")

translate = wording.translate
AFTER_A_CHANGE = 3_000  # milliseconds


class Notice(NamedTuple):
    """What waits: icon and colour, a sentence, a quieter one, and the button with its page or act.

    `mark` changes when the thing itself changes: what was seen once rings no more.
    """

    code: str
    icon: str
    role: str
    words: str
    detail: str
    verb: str
    page: str = ""
    key: Any = None
    act: Callable[[], object] | None = None
    mark: str = ""


class NoticeBoard(QObject):
    """`notices` are what waits now; `changed` when that may be something else."""

    changed = Signal()

    def __init__(self, office: ShopOffice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._of_books: list[Notice] = []
        self._waits: list[Waits] = []
        self.books_differ = False
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER_A_CHANGE)
        self._timer.timeout.connect(self.check)
        office.changed.connect(self._timer.start)
        print_queue.queue.failed.connect(self._tell)
        print_queue.queue.printed.connect(self._tell)

    def check(self) -> None:
        """Ask the books what waits, in a thread."""
        if self._job is not None:
            self._timer.start()
            return
        self._job = Job(self._office, _ask)
        self._job.ended.connect(self._found)
        self._job.finished.connect(self._end)
        self._job.start()

    def stop(self) -> None:
        """No more questions: the shop is being closed."""
        self._timer.stop()

    def notices(self) -> list[Notice]:
        """What waits now, the most urgent first, in the language spoken now."""
        found = [_of_fault(one) for one in print_queue.queue.faults]
        if self.books_differ:
            found.insert(0, _of_books())
        backup = _of_backup(self._office)
        return [*found, *map(_worded, self._waits), *([backup] if backup else [])]

    def news(self) -> bool:
        """Whether something waits that was not seen yet."""
        seen = set(str(memory.recalled("bell/seen", "")).split("\n"))
        return any(one.code + one.mark not in seen for one in self.notices())

    def see(self) -> None:
        """Everything that waits now has been seen."""
        memory.remember("bell/seen", "\n".join(one.code + one.mark for one in self.notices()))
        self.changed.emit()

    def tell_books(self, *, differ: bool) -> None:
        """The light of the books changed."""
        if differ != self.books_differ:
            self.books_differ = differ
            self.changed.emit()

    def _found(self, waits: "list[Waits]") -> None:
        self._waits = waits
        self.changed.emit()

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()

    def _tell(self, _what: object) -> None:
        self.changed.emit()


def _ask(work: UnitOfWork, progress: Progress) -> "list[Waits]":
    progress(0)
    return work.read(asked.notices)


def _worded(one: "Waits") -> Notice:
    """A thing of the books in words, with the page that does something about it."""
    if one.code.startswith("late_"):
        return _late_order(one)
    if one.code.startswith("expir"):
        return _expiring(one)
    if one.code == "low":
        words = _counted(
            one,
            translate("Notice", "1 product is running out"),
            translate("Notice", "{0} products are running out"),
        )
        verb = translate("Notice", "What to order")
        return Notice(one.code, "package-x", "warn", words, one.name, verb, "report",
                      "replenishment", mark=_mark(one))  # fmt: skip
    words = _counted(
        one,
        translate("Notice", "1 invoice is overdue"),
        translate("Notice", "{0} invoices are overdue"),
    )
    amount = figures.money_with_sign(one.amount) if one.amount is not None else ""
    verb = translate("Notice", "Take payment")
    return Notice(one.code, "calendar-clock", "bad", words, f"{amount} · {one.name}", verb,
                  "money", mark=_mark(one))  # fmt: skip


def _expiring(one: "Waits") -> Notice:
    past = one.code == "expired"
    said = (
        _counted(
            one,
            translate("Notice", "1 lot is past its day"),
            translate("Notice", "{0} lots are past their day"),
        )
        if past
        else _counted(
            one,
            translate("Notice", "1 lot expires within 30 days"),
            translate("Notice", "{0} lots expire within 30 days"),
        )
    )
    return Notice(
        one.code, "calendar-clock", "bad" if past else "warn",
        said, one.name, translate("Notice", "Look"),
        "product", one.key, mark=_mark(one),
    )  # fmt: skip


def _late_order(one: "Waits") -> Notice:
    mark = _mark(one)
    if one.code == "late_sales_order":
        words = _counted(
            one,
            translate("Notice", "1 order should have left already"),
            translate("Notice", "{0} orders should have left already"),
        )
        return Notice(one.code, "truck", "bad", words, one.name, translate("Notice", "Ship"),
                      "sales_order", one.key, mark=mark)  # fmt: skip
    words = _counted(
        one,
        translate("Notice", "1 delivery is late"),
        translate("Notice", "{0} deliveries are late"),
    )
    return Notice(one.code, "truck", "warn", words, one.name, translate("Notice", "Look"),
                  "purchase_order", one.key, mark=mark)  # fmt: skip


def _counted(one: "Waits", single: str, several: str) -> str:
    """One or several, in the words of the language."""
    return single if one.many == 1 else several.format(figures.number(one.many))


def _mark(one: "Waits") -> str:
    return f"{one.many}/{one.key}"


def _of_books() -> Notice:
    words = translate("Notice", "The books do not balance")
    detail = translate("Notice", "Something was changed behind the program's back.")
    return Notice("books", "shield-alert", "bad", words, detail, translate("Notice", "Show proof"),
                  "settings", "books")  # fmt: skip


def _of_fault(fault: print_queue.Failed) -> Notice:
    paper = fault.paper
    words = print_preview.no_answer(paper.device.name)
    return Notice(
        "printer", "printer", "bad", words, f"{paper.title} · {fault.reason}",
        translate("Notice", "Print again"), act=_Again(fault), mark=str(id(fault)),
    )  # fmt: skip


def _of_backup(office: ShopOffice) -> Notice | None:
    """An old backup, or none, of a shop that is not there for practice."""
    if office.facts.practice or not backups.due(office):
        return None
    at = backups.last_backup(office)
    words = translate("Notice", "There is no backup yet")
    if at is not None:
        words = translate("Notice", "The last backup is {0} days old").format(backups.age(at))
    detail = translate("Notice", "It takes some seconds, while you work on.")
    verb = translate("Notice", "Back up now")
    return Notice("backup", "hard-drive", "warn", words, detail, verb, "settings", "backup",
                  mark=str(at))  # fmt: skip


class _Again:
    """Prints once more what did not come out."""

    def __init__(self, fault: print_queue.Failed) -> None:
        self._fault = fault

    def __call__(self) -> None:
        print_queue.queue.again(self._fault)
