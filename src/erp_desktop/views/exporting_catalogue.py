"""The whole catalogue with its stock as one workbook, which `Import` takes in somewhere else."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import wording
from erp_desktop.views.exporting import current_titles
from erp_desktop.views.shop_office import Job, Progress, ShopOffice

translate = wording.translate


class CatalogueExport(QObject):
    """Asks where, and writes in a thread; `written(sentence)` or `refused(broken)` in the end."""

    written = Signal(str)
    refused = Signal(object)

    def __init__(self, office: ShopOffice, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._owner = office, parent
        self._path = Path()
        self.job: Job | None = None

    def ask(self) -> None:
        """Ask where the workbook shall lie."""
        today = clock.day_date(clock.today()).isoformat()
        name = f"{translate('Import', 'Whole catalogue')} {today}.xlsx"
        title = translate("Import", "Export the catalogue")
        path, _ = QFileDialog.getSaveFileName(self._owner, title, name, "Excel (*.xlsx)")
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the workbook in a thread."""
        if self.job is not None:
            return
        self._path = path
        words = translate("Jobs", "Export {0}").format(path.name)
        self.job = Job(self._office, _Write(path, current_titles().language), words)
        self.job.ended.connect(self._ended)
        self.job.refused.connect(self._refused)
        self.job.start()

    def _ended(self, _: object) -> None:
        self.job = None
        self.written.emit(translate("List", "Saved: {0}").format(self._path.name))

    def _refused(self, broken: RuleBroken) -> None:
        self.job = None
        self.refused.emit(broken)


class _Write:
    """Reads the books and writes the workbook."""

    def __init__(self, path: Path, language: str) -> None:
        self._path, self._language = path, language

    def __call__(self, work: UnitOfWork, progress: Progress) -> None:
        from erp_desktop.exchange.catalogue_out import catalogue_tables
        from erp_desktop.exchange.workbook import write_workbook

        tables = work.read(catalogue_tables, self._language)
        progress(1, 2)
        write_workbook(self._path, tables, language=self._language)
        progress(2, 2)
