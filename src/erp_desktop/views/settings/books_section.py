"""The books' proof: it runs beside the window and says what it found."""

from typing import Final

from PySide6.QtWidgets import QProgressBar

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.reports.findings import Difference, Verification
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.noticing import noticed
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import Job, Progress, ShopOffice, Task
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.list_source import TableSource
from erp_desktop.views.widgets.list_view import ListView

translate = wording.translate

DIFFERENCES = (
    Column("document", "Document", Kind.CODE, 150),
    Column("what", "What", Kind.TEXT, 260),
    Column("stored", "Stored", Kind.CODE, 130),
    Column("recomputed", "Recomputed", Kind.CODE, 130),
)

mark = wording.QT_TRANSLATE_NOOP
CHECKED: Final[dict[str, str]] = {
    "documents": mark("Checked", "Documents"),
    "bank_matches": mark("Checked", "Bank matches"),
    "document_lines": mark("Checked", "Lines"),
    "lines": mark("Checked", "Lines"),
    "movements": mark("Checked", "Moves"),
    "value_entries": mark("Checked", "Value entries"),
    "journal_entries": mark("Checked", "Journal entries"),
    "journal_lines": mark("Checked", "Journal lines"),
    "payments": mark("Checked", "Payments"),
    "allocations": mark("Checked", "Settlements"),
    "shifts": mark("Checked", "Shifts"),
    "products": mark("Checked", "Products"),
    "balances": mark("Checked", "Balances"),
}


class WorkingSection(Section):
    """A section whose button starts long work, with a bar and a way to stop it."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.job: Job | None = None
        self.going = QProgressBar()
        self.going.setTextVisible(False)
        self.going.setFixedHeight(theme.px(6))
        self.going.hide()
        self.stop = Button(translate("Settings", "Stop"), Look.GHOST)
        self.stop.clicked.connect(self._stop)
        self.stop.hide()

    def start(self, task: Task, title: str) -> Job | None:
        """Begin, unless something runs already; connect `ended` of what comes back."""
        if self.job is not None:
            return None
        self.notice.clear()
        self.job = Job(self.office, task, title)
        self.job.moved.connect(self._move)
        self.job.refused.connect(self._refuse)
        self.job.finished.connect(self._settle)
        self.going.setRange(0, 0)
        self.going.show()
        self.stop.show()
        return self.job

    def _move(self, done: int, whole: int) -> None:
        self.going.setRange(0, whole)
        self.going.setValue(done)

    def _stop(self) -> None:
        if self.job is not None:
            self.job.cancel()

    def _refuse(self, broken: RuleBroken) -> None:
        self.notice.refuse(wording.explain(broken))

    def _settle(self) -> None:
        job, self.job = self.job, None
        self.going.hide()
        self.stop.hide()
        if job is not None:
            job.deleteLater()


class BooksSection(WorkingSection):
    """Recompute everything from the first row, and name every difference."""

    needed_right = ""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Do the books balance?"),
            translate(
                "Settings",
                "Every document, move and journal line is read again from the first one:"
                " balances, values and the chain of documents must come out as they are stored.",
            ),
        )
        self.verify = Button(translate("Settings", "Check the books"), Look.PRIMARY,
                             icon="shield-check")  # fmt: skip
        self.verify.clicked.connect(self.check)
        card.body.addLayout(in_a_row(self.verify, self.stop, 0))
        card.body.addWidget(self.going)
        self.verdict = Label("", theme.EMPHASIS)
        self.facts = Label("", theme.BODY, "text2")
        self.facts.setWordWrap(True)
        self.list = ListView(TableSource(_differences(None)))
        self.list.setMinimumHeight(theme.px(260))
        for part in (self.verdict, self.facts, self.list):
            card.body.addWidget(part)
            part.hide()

    def check(self) -> None:
        """Start the proof."""
        job = self.start(_verify, translate("Jobs", "Proof of the books"))
        if job is not None:
            job.ended.connect(self.show_answer)
            job.start()

    def show_answer(self, answer: Verification) -> None:
        """Say what was found."""
        noticed.done.emit("verify")
        counted = [
            f"{translate('Checked', CHECKED.get(name, name))} {figures.number(count)}"
            for name, count in answer.checked.items()
        ]
        self.facts.setText("  ·  ".join(counted))
        found = answer.found or len(answer.differences)
        if answer.ok:
            self.verdict.recolour("ok")
            self.verdict.setText(translate("Settings", "The books balance to the last cent."))
        else:
            self.verdict.recolour("bad")
            words = translate("Settings", "{0} differences. Restore the latest backup, or ask.")
            self.verdict.setText(words.format(figures.number(found)))
            self.list.show_source(TableSource(_differences(answer)))
        self.verdict.show()
        self.facts.show()
        self.list.setVisible(not answer.ok)


def _verify(work: UnitOfWork, progress: Progress) -> Verification:
    from erp_desktop.reports.integrity import verify

    return work.read(verify, progress)


def _differences(answer: Verification | None) -> Table:
    rows = [
        (one.document, _what(one), one.stored, one.recomputed)
        for one in (answer.differences if answer else ())
    ]
    return Table("differences", "Differences", DIFFERENCES, rows)


def _what(one: Difference) -> str:
    """What differs, in the user's language, with its subject behind it."""
    return f"{translate('Proof', one.key or one.what)} {one.subject}".strip()
