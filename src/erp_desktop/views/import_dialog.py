"""Taking a file in: kind and file, then columns, then a try-out, then the import itself.

Nothing is written before the last step, and then all of the file or nothing of it. The try-out
names every problem at once; a file of the faulty rows can be saved and put right.
"""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.exchange.imports.channel_goods import unlinked
from erp_desktop.exchange.imports.registry import (
    KINDS,
    Preview,
    preview,
    recalled_columns,
    run_import,
    write_faulty_rows,
)
from erp_desktop.exchange.imports.report import ImportReport
from erp_desktop.exchange.mapping import Mapping
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import theme, wording
from erp_desktop.views.import_choice import ChoosePage
from erp_desktop.views.import_links import LinkTitlesDialog
from erp_desktop.views.import_pages import ColumnsPage, ResultPage
from erp_desktop.views.shop_office import Job, Progress, ShopOffice
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.dialog import Dialog

translate = wording.translate
CHOOSE, COLUMNS, TRIED, DONE = range(4)
WIDE: Final = 940
CHOICES: Final = {name: kind.choices for name, kind in KINDS.items() if kind.choices}


class ImportDialog(Dialog):
    """`imported(report)` when something came in."""

    imported = Signal(object)

    def __init__(self, office: ShopOffice, parent: QWidget | None = None) -> None:
        super().__init__(
            office, translate("Import", "Import"), translate("Import", "Continue"), parent=parent
        )
        self._office = office
        self._at = CHOOSE
        self.job: Job | None = None
        self.report: ImportReport | None = None
        self.choose = ChoosePage([(name, kind.title) for name, kind in KINDS.items()], CHOICES)
        self.columns = ColumnsPage()
        self.outcome = ResultPage()
        self._stack = QStackedWidget()
        for page in (self.choose, self.columns, self.outcome):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self._make_foot()
        self.columns.reread.connect(self.read)
        self.outcome.save_wanted.connect(self.save_problems)
        self.outcome.link_wanted.connect(self.link)
        self.resize(theme.px(WIDE), theme.px(600))
        self.show_step(CHOOSE)

    def _make_foot(self) -> None:
        self.going = QProgressBar()
        self.going.setTextVisible(False)
        self.going.setFixedHeight(theme.px(6))
        self.going.hide()
        self.body.addWidget(self.going)
        self.back = Button(translate("Import", "Back"), Look.GHOST, icon="arrow-left")
        self.back.clicked.connect(self._back)
        self.foot.insertWidget(0, self.back)

    # -- steps -----------------------------------------------------------------------------------

    def show_step(self, at: int) -> None:
        """Show a step; the verb says what comes next."""
        self._at = at
        self._stack.setCurrentIndex(min(at, TRIED))
        self.back.setVisible(at in {COLUMNS, TRIED})
        verbs = {
            CHOOSE: translate("Import", "Continue"),
            COLUMNS: translate("Import", "Try it out"),
            TRIED: translate("Import", "Import"),
            DONE: translate("Import", "Close"),
        }
        self.verb.setText(verbs[at])
        self.verb.updateGeometry()
        self.verb.setEnabled(at != TRIED or (self.report is not None and self.report.ok))
        self.cancel.setVisible(at != DONE)

    def _back(self) -> None:
        self.notice.clear()
        self.show_step(self._at - 1)

    def confirm(self) -> None:
        self.notice.clear()
        if self._at == CHOOSE:
            self.read()
        elif self._at == COLUMNS:
            self.start(dry_run=True)
        elif self._at == TRIED:
            self.start(dry_run=False)
        else:
            self.accept()

    def read(self) -> None:
        """Read the beginning of the file and show its columns; also with another encoding."""
        path = self.choose.path()
        if path is None:
            self.notice.refuse(translate("Import", "Choose a file first."), serious=False)
            return
        again = self._at == COLUMNS
        try:
            found = preview(
                path, self.choose.kind(), options=self._options() if again else None,
                recall=lambda *file: self._office.ask(recalled_columns, *file),
            )  # fmt: skip
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.choose.choose(found.kind.name, path)
        self._show_preview(found)

    def _show_preview(self, found: Preview) -> None:
        if found.bundle:
            self.columns.show_bundle(found)
        elif found.kind.sheets:
            self.columns.show_parts(found)
        else:
            self.columns.show_preview(found)
        self.show_step(COLUMNS)

    def _options(self) -> dict[str, str]:
        encoding = self.columns.encoding()
        return self.choose.options() | ({"encoding": encoding} if encoding else {})

    # -- the work --------------------------------------------------------------------------------

    def start(self, *, dry_run: bool) -> None:
        """Try the file out, or take it in, in a thread."""
        path = self.choose.path()
        if path is None or self.job is not None:
            return
        work = _Import(self.choose.kind(), path, self.columns.mapping(), self._options(), dry_run)
        title = f"{translate('Import', 'Import')} {path.name}"
        self.job = Job(self._office, work, title, writes=True)
        self.job.moved.connect(self._move)
        self.job.ended.connect(self._ended)
        self.job.refused.connect(self._refused)
        self.job.finished.connect(self._settle)
        self.going.setRange(0, 0)
        self.going.show()
        self.verb.setEnabled(False)
        self.back.setEnabled(False)
        self.job.start()

    def _move(self, done: int, whole: int) -> None:
        self.going.setRange(0, whole)
        self.going.setValue(done)

    def _ended(self, report: ImportReport) -> None:
        self.report = report
        self.outcome.show_report(report)
        if report.dry_run or not report.ok:
            self.show_step(TRIED)
            (self.verb if report.ok else self.outcome.problems).setFocus()
            return
        self.show_step(DONE)
        self._office.changed.emit()
        self.imported.emit(report)

    def _refused(self, broken: RuleBroken) -> None:
        self.refuse(broken)
        self.verb.setEnabled(True)

    def _settle(self) -> None:
        job, self.job = self.job, None
        self.going.hide()
        self.back.setEnabled(True)
        if job is not None:
            job.deleteLater()

    def reject(self) -> None:
        """Cancel stops a running import first; nothing of it stays."""
        if self.job is not None:
            self.job.cancel()
            return
        super().reject()

    def link(self) -> None:
        """Say which products the channel's titles mean, and try the file out again."""
        if self.report is None:
            return
        dialog = LinkTitlesDialog(
            self._office, self.columns.channel(), unlinked(self.report.problems),
            self.report.strangers, self,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self.start(dry_run=True))
        dialog.open()

    def save_problems(self) -> None:
        """Save the faulty rows as a workbook."""
        title = translate("Import", "Save the faulty rows")
        name = translate("Import", "Faulty rows")
        path, _ = QFileDialog.getSaveFileName(self, title, f"{name}.xlsx", "Excel (*.xlsx)")
        source = self.choose.path()
        if path and source is not None and self.report is not None:
            self.write_problems(Path(path), source, self.report)

    def write_problems(self, path: Path, source: Path, report: ImportReport) -> None:
        """Write the rows that have problems, each with what is wrong with it."""
        try:
            write_faulty_rows(path, source, report, options=self._options())
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))


class _Import:
    """The import as a task for a thread."""

    def __init__(
        self, kind: str, path: Path, mapping: Mapping | None, options: dict[str, str],
        dry_run: bool,  # noqa: FBT001
    ) -> None:  # fmt: skip
        self._kind, self._path, self._mapping = kind, path, mapping
        self._options, self._dry_run = options, dry_run

    def __call__(self, work: UnitOfWork, progress: Progress) -> Any:
        return run_import(
            work, self._kind, self._path, mapping=self._mapping, dry_run=self._dry_run,
            options=self._options, progress=progress, cancelled=lambda: progress.cancelled,
        )  # fmt: skip
