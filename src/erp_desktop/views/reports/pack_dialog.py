"""The accountant's pack: which period, then one workbook whose last sheet ties everything out."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import theme, wording
from erp_desktop.views.exporting import Titles, current_titles
from erp_desktop.views.noticing import noticed
from erp_desktop.views.office import Office
from erp_desktop.views.shop_office import Job, Progress, ShopOffice
from erp_desktop.views.widgets.choice_fields import DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row

translate = wording.translate


class PackDialog(Dialog):
    """`written(sentence)` when the workbook is there. Writing runs in a thread."""

    written = Signal(str)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        title = translate("Report", "Accountant's pack")
        super().__init__(office, title, translate("Report", "Save workbook"), parent=parent)
        last = clock.day_date(clock.today()).replace(day=1) - timedelta(days=1)
        self.first = DateField(last.replace(day=1))
        self.last = DateField(last)
        self.job: Job | None = None
        self._path = Path()
        said = Label(
            translate(
                "Report",
                "Sales, purchases, stock by lot with its method, restated costs, price differences,"
                " freight, journal, open items and trial balance of a period; the last sheet shows"
                " that they agree.",
            ),
            theme.BODY,
            "text2",
        )
        said.setWordWrap(True)
        self.body.addWidget(said)
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Report", "From"), self.first),
                Labelled(translate("Report", "To"), self.last),
                gap=12,
            )
        )
        self.going = QProgressBar()
        self.going.setRange(0, 0)
        self.going.setTextVisible(False)
        self.going.setFixedHeight(theme.px(6))
        self.going.hide()
        self.body.addWidget(self.going)
        self.setMinimumWidth(theme.px(460))

    def confirm(self) -> None:
        """Ask where, and write it beside the window."""
        first, last = self.first.value(), self.last.value()
        if first is None or last is None or first > last:
            self.notice.refuse(translate("Report", "The first day must not lie after the last."))
            return
        name = translate("Report", "Accountant") + f" {first} – {last}.xlsx"
        title = translate("Report", "Save workbook")
        path, _ = QFileDialog.getSaveFileName(self, title, name, "Excel (*.xlsx)")
        if path:
            self.write(Path(path), first, last)

    def write(self, path: Path, first: date, last: date) -> None:
        """Write the workbook in a thread; the dialog closes when it is there."""
        if not isinstance(self.office, ShopOffice):
            raise TypeError(self.office)
        self._path = path
        pack = _Pack(path, clock.day_number(first), clock.day_number(last), current_titles())
        self.job = Job(self.office, pack, translate("Jobs", "Export {0}").format(path.name))
        self.job.ended.connect(self._ended)
        self.job.refused.connect(self._refused)
        self.verb.setEnabled(False)
        self.going.show()
        self.job.start()

    def _ended(self, _: object) -> None:
        self.written.emit(translate("List", "Saved: {0}").format(self._path.name))
        noticed.done.emit("pack")
        self.accept()

    def _refused(self, broken: RuleBroken) -> None:
        self.going.hide()
        self.verb.setEnabled(True)
        self.notice.refuse(wording.explain(broken))


class _Pack:
    """Reads the period and writes its workbook, in the words found before."""

    def __init__(self, path: Path, first: int, last: int, titles: Titles) -> None:
        self._path, self._first, self._last, self._titles = path, first, last, titles

    def __call__(self, work: UnitOfWork, progress: Progress) -> None:
        from erp_desktop.exchange.tie_out import with_formulas
        from erp_desktop.exchange.worded import with_words
        from erp_desktop.exchange.workbook import write_workbook
        from erp_desktop.reports.accountant import pack, tie_outs
        from erp_desktop.reports.accountant_depth import in_method_words

        words = self._titles
        plain = work.read(pack, self._first, self._last)
        tables = [
            in_method_words(with_words(table, wording.kind_word), words.title) for table in plain
        ]
        progress(1, 2)
        checks = work.read(tie_outs)
        tables[-1] = with_formulas(tables, checks, title=words.title, places=words.places)
        write_workbook(
            self._path, tables, title=words.title, state=words.state, language=words.language,
            places=words.places,
        )  # fmt: skip
        progress(2, 2)
