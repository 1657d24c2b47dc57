"""Backups: one now or by themselves, where they lie, and the way back from one.

A backup counts only once it has been opened and its books have proved themselves; a restored one is
a shop of its own beside it, so that nothing is ever written over.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from erp_desktop.core import clock
from erp_desktop.services.shop.backup import restore
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import backups, figures, memory, theme, wording
from erp_desktop.views.backups import Often
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.first_run.restoring import free_place
from erp_desktop.views.proving import prove
from erp_desktop.views.settings.books_section import WorkingSection
from erp_desktop.views.shop_office import Progress, ShopOffice
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Question
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row

translate = wording.translate
SHOWN = 8


class BackupSection(WorkingSection):
    """What is kept, and what to do with it."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Backup"),
            translate(
                "Settings",
                "A copy of the whole shop with its date. It counts only once it has been opened"
                " and its books have proved themselves.",
            ),
        )
        self.where = Label("", theme.BODY, "text2")
        self.where.setWordWrap(True)
        card.body.addWidget(self.where)
        self.often = Combo(_choices())
        self.often.choose(backups.often())
        self.often.activated.connect(self._choose_often)
        card.body.addWidget(Labelled(translate("Settings", "By itself"), self.often))
        words = translate("Settings", "Back up now")
        self.now = Button(words, Look.PRIMARY, icon="hard-drive-download")
        self.now.clicked.connect(self.back_up)
        other = Button(translate("Settings", "Choose a folder…"), icon="folder-open")
        other.clicked.connect(self._choose)
        card.body.addLayout(in_a_row(self.now, other, self.stop, 0))
        card.body.addWidget(self.going)
        self._add_kept()

    def _add_kept(self) -> None:
        card = self.card(
            translate("Settings", "Backups that are there"),
            translate(
                "Settings",
                "A click makes a shop of a backup, beside it; the shop of today stays as it is.",
            ),
        )
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "When"), 150),
                MiniColumn(translate("Settings", "File")),
                MiniColumn("MB", 70, right=True),
                MiniColumn("", 90, right=True),
            ],
            pitch=34,
        )
        self.table.setAccessibleName(translate("Settings", "Backups that are there"))
        self.table.opened.connect(self._ask)
        self.nothing = Label(translate("Settings", "No backup lies there."), theme.BODY, "text2")
        card.body.addWidget(self.table)
        card.body.addWidget(self.nothing)
        other = Button(translate("Settings", "Restore from a file…"), icon="archive-restore")
        other.clicked.connect(self._choose_file)
        card.body.addLayout(in_a_row(other, 0))

    def folder(self) -> Path:
        """Where backups go."""
        return backups.folder()

    def load(self) -> None:
        if self.office.work.database.postgres:
            self._say_server()
            return
        words = translate("Settings", "Backups go to {0}.").format(self.folder())
        at = backups.last_backup(self.office)
        if at is not None:
            moment = figures.moment(clock.local_time(at))
            last = f"{moment}, {backups.last_file(self.office)}"
            words += " " + translate("Settings", "The last one: {0}.").format(last)
        self.where.setText(words)
        self._files = kept_backups(self.folder(), Path(self.office.place).stem)
        self.table.show_rows([_row(at, file) for at, file in enumerate(self._files)])
        self.table.setVisible(bool(self._files))
        self.nothing.setVisible(not self._files)

    def _say_server(self) -> None:
        """What is on a server is backed up there, with the server's own means."""
        self.where.setText(
            translate(
                "Settings",
                "This shop lives on a server and is backed up there. "
                "A copy counts once it was restored and the books proved themselves.",
            )
        )
        for part in (self.often, self.now):
            part.setEnabled(False)
        self.table.hide()

    def back_up(self) -> None:
        """Write a backup beside the window."""
        job = self.start(backups.BackUp(self.folder()), translate("Jobs", "Backup"))
        if job is not None:
            job.ended.connect(self._done)
            job.start()

    def restore(self, backup: Path) -> None:
        """Make a shop of a backup, beside the window."""
        job = self.start(_Restoring(backup), translate("Jobs", "Restoring"))
        if job is not None:
            job.ended.connect(self._opened)
            job.start()

    def _opened(self, target: Path) -> None:
        self.load()
        self.office.shop_wanted.emit(str(target))

    def _done(self, path: Path) -> None:
        backups.made(self.office, path)
        self.load()
        self.said.emit(translate("Settings", "Backed up and proved: {0}").format(path.name))

    def _choose(self) -> None:
        title = translate("Settings", "Choose a folder…")
        folder = QFileDialog.getExistingDirectory(self, title, str(self.folder()))
        if folder:
            memory.remember("backup/folder", folder)
            self.load()

    def _choose_often(self) -> None:
        backups.choose_often(Often(self.often.value()))

    def _choose_file(self) -> None:
        title = translate("Settings", "Restore from a file…")
        kinds = translate("FirstRun", "Shops (*.shop);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, str(self.folder()), kinds)
        if path:
            self.restore(Path(path))

    def _ask(self, at: int) -> None:
        RestoreQuestion(self, self._files[at]).open()


class RestoreQuestion(Question):
    """Asks before a backup becomes a shop."""

    def __init__(self, section: BackupSection, backup: Path) -> None:
        title = translate("Settings", "Make a shop of this backup?")
        words = translate(
            "Settings",
            "{0} is copied to a new file beside it, proved, and opened."
            " Today's shop is not touched.",
        ).format(backup.name)
        super().__init__(title, words, translate("Settings", "Restore"), parent=section)
        self._section, self._backup = section, backup

    def confirm(self) -> None:
        self.accept()
        self._section.restore(self._backup)


class _Restoring:
    """The task of a job: copy a backup to a free name and prove the copy."""

    def __init__(self, backup: Path) -> None:
        self._backup, self._target = backup, free_place(backup)

    def __call__(self, work: UnitOfWork, progress: Progress) -> Path:  # noqa: ARG002
        progress(0)
        restore(self._backup, self._target, prove)
        return self._target


def kept_backups(folder: Path, stem: str) -> list[Path]:
    """The shop's backups in a folder, the newest first; those of other shops are not shown."""
    if not folder.is_dir():
        return []
    found = [file for file in folder.glob("*.shop") if file.stem.startswith(f"{stem}-")]
    return sorted(found, key=lambda file: file.stat().st_mtime, reverse=True)[:SHOWN]


def _row(at: int, file: Path) -> MiniRow:
    facts = file.stat()
    moment = clock.local_time(int(facts.st_mtime))
    megabytes = figures.number(-(-facts.st_size // 1_000_000))
    return MiniRow((
        MiniCell(figures.moment(moment), "text2"), MiniCell(file.name),
        MiniCell(megabytes, "text2", theme.FIGURE),
        MiniCell(translate("Settings", "restore"), "accent_text", theme.HINT),
    ), at)  # fmt: skip


def _choices() -> Sequence[tuple[Often, str]]:
    return [
        (Often.DAILY, translate("Settings", "Every day, when the shop is open")),
        (Often.WEEKLY, translate("Settings", "Every week")),
        (Often.NEVER, translate("Settings", "Only when I ask for it")),
    ]
