"""What was imported so far; each import can be taken back as a whole.

Taking one back is long work: it is tried out beside the window first, so that the person sees which
earlier figures change, and then done in one transaction. Esc stops it, and nothing of it stays.
"""

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QProgressBar, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.later import loaded_later
from erp_desktop.services.shop.imports import Batch, batches, undo_batch
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.services.users import rights
from erp_desktop.views import figures, restating, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.exporting_catalogue import CatalogueExport
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import Job, Progress, ShopOffice, Task
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, in_a_row

if TYPE_CHECKING:
    from erp_desktop.reports import restated
else:
    restated = loaded_later("erp_desktop.reports.restated")

translate = wording.translate
TOLD: Final = 50  # documents between two words on how far it is


class ImportsSection(Section):
    """A click on an import offers to take it back."""

    needed_right = ""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(translate("Settings", "Imports"))
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Import"), 100),
                MiniColumn(translate("Settings", "When"), 120),
                MiniColumn(translate("Settings", "File")),
                MiniColumn(translate("Settings", "Rows"), 70, right=True),
                MiniColumn("", 100, right=True),
            ],
            pitch=34,
        )
        self.table.opened.connect(self._ask)
        self.nothing = Label(
            translate("Settings", "Nothing was imported yet."), theme.BODY, "text2"
        )
        card.body.addWidget(self.table)
        card.body.addWidget(self.nothing)
        begin = Button(translate("Settings", "Import a file…"), icon="import")
        begin.clicked.connect(self.begin)
        self.export = CatalogueExport(office, self)
        self.export.written.connect(self.said)
        self.export.refused.connect(self._refuse)
        out = Button(translate("Settings", "Export the catalogue…"), icon="file-spreadsheet")
        out.clicked.connect(self.export.ask)
        card.body.addLayout(in_a_row(begin, out, 0))
        words = translate(
            "Settings",
            "The catalogue is one workbook: partners, warehouses, bins, products with units, parts"
            " and variants, suppliers' prices, and the stock by lot with its value. An empty shop"
            " takes it in as it is.",
        )
        hint = Label(words, theme.HINT, "text2")
        hint.setWordWrap(True)
        card.body.addWidget(hint)

    def _refuse(self, broken: RuleBroken) -> None:
        self.notice.refuse(wording.explain(broken))

    def load(self) -> None:
        found = self.office.ask(batches)
        self.table.show_rows([_row(batch) for batch in found])
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)

    def begin(self) -> None:
        from erp_desktop.views.import_dialog import ImportDialog

        ImportDialog(self.office, self.window()).open()

    def _ask(self, batch_id: int) -> None:
        batch = next(one for one in self.office.ask(batches) if one.id == batch_id)
        if batch.undone_at is None:
            UndoImport(self.office, batch, self).open()


class UndoImport(Dialog):
    """Asks before an import is taken back, and shows what that changes in earlier figures."""

    needed_right = rights.REWORK

    def __init__(self, office: ShopOffice, batch: Batch, parent: QWidget | None = None) -> None:
        title = translate("Settings", "Take {0} back?").format(batch.code)
        verb = translate("Settings", "Take it back")
        super().__init__(office, title, verb, look=Look.DANGER, parent=parent)
        self._shop, self._batch = office, batch
        self.job: Job | None = None
        self._answer: object = None
        words = translate(
            "Settings",
            "Every document of {0} is reversed; products and partners that only this import made"
            " are not offered any more.",
        )
        if batch.kind == "bank-statement":
            words = translate(
                "Settings",
                "The lines of {0} go, and what they were matched with is open again. The books do"
                " not change.",
            )
        said = Label(words.format(batch.file_name), theme.BODY, "text2")
        said.setWordWrap(True)
        self.body.addWidget(said)
        self.stage = Label("", theme.HINT, "text2")
        self.going = QProgressBar()
        self.going.setTextVisible(False)
        self.going.setFixedHeight(theme.px(6))
        for part in (self.stage, self.going):
            part.hide()
            self.body.addWidget(part)

    def confirm(self) -> None:
        """Try it out; what it would change is shown before anything is changed."""
        self._start(partial(_tried, self._batch.code), self._show_effect,
                    translate("Settings", "Looking what this changes…"))  # fmt: skip

    def _show_effect(self, effect: "restated.Effect") -> None:
        restating.agree(self, effect, self._take_back)

    def _take_back(self) -> None:
        self._start(partial(_undone, self._batch.code), self._done,
                    translate("Settings", "Taking it back…"))  # fmt: skip

    def _done(self, _: object) -> None:
        self._shop.changed.emit()
        self.accept()

    # -- the work beside the window ----------------------------------------------------------------

    def _start(self, task: Task, then: Any, words: str) -> None:
        if self.job is not None:
            return
        self.notice.clear()
        title = translate("Jobs", "Take {0} back").format(self._batch.code)
        self.job = Job(self._shop, task, title, writes=True)
        self._then, self._answer = then, None
        self.job.moved.connect(self._move)
        self.job.ended.connect(self._keep)
        self.job.refused.connect(self.refuse)
        self.job.finished.connect(self._settle)
        self.stage.setText(words)
        self._show_going(going=True)
        self.job.start()

    def _move(self, done: int, whole: int) -> None:
        self.going.setRange(0, whole)
        self.going.setValue(done)

    def _keep(self, answer: object) -> None:
        self._answer = answer

    def _settle(self) -> None:
        """The thread is through: go on with its answer; a stopped or refused one has none."""
        job, self.job = self.job, None
        self._show_going(going=False)
        if job is not None:
            job.deleteLater()
        if self._answer is not None:
            self._then(self._answer)

    def _show_going(self, *, going: bool) -> None:
        self.going.setRange(0, 0)
        for part in (self.stage, self.going):
            part.setVisible(going)
        self.verb.setEnabled(not going)

    def reject(self) -> None:
        """Esc stops what runs, and nothing of it stays; then it closes."""
        if self.job is not None:
            self.job.cancel()
            return
        super().reject()


def _tried(code: str, work: UnitOfWork, progress: Progress) -> "restated.Effect":
    return work.try_out(restated.preview, undo_batch, code, _Seldom(progress))


def _undone(code: str, work: UnitOfWork, progress: Progress) -> object:
    return work.run(undo_batch, code, _Seldom(progress))


class _Seldom:
    """Tells how far it is once in a while: a word for every document would keep the window busy."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def __call__(self, done: int, whole: int) -> None:
        if done % TOLD == 0 or done == whole:
            self._progress(done, whole)


def _row(batch: Batch) -> MiniRow:
    rows = batch.report.get("rows", 0)
    if batch.undone_at is None:
        state = MiniCell(translate("Settings", "take back"), "accent_text", theme.HINT)
    else:
        state = MiniCell(translate("Settings", "taken back"), "text3", theme.HINT)
    return MiniRow((
        MiniCell(batch.code),
        MiniCell(figures.moment(clock.local_time(batch.imported_at)), "text2"),
        MiniCell(batch.file_name),
        MiniCell(figures.number(int(rows)), "text", theme.FIGURE),
        state,
    ), batch.id)  # fmt: skip
