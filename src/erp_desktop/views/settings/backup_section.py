"""Backups: one now or by themselves, where they lie, and the way back from one.

A backup counts only once it has been opened and its books have proved themselves; a restored one is
a shop of its own, so that nothing is ever written over. Encrypted ones need their password.
"""

from collections.abc import Sequence
from functools import partial
from glob import escape
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from erp_desktop.core import clock
from erp_desktop.services.shop.backup import shop_stem
from erp_desktop.services.shop.sealing import ENDING, Lock
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.services.users.rights import SETTINGS, require
from erp_desktop.views import backups, figures, memory, theme, wording
from erp_desktop.views.backups import Often
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.first_run.restoring import free_place, restored
from erp_desktop.views.first_run.server_dialog import EmptyServerDialog
from erp_desktop.views.settings.backup_lock import LockDialog, MakeLock, RestoreQuestion
from erp_desktop.views.settings.books_section import WorkingSection
from erp_desktop.views.shop_office import Progress, ShopOffice
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row
from erp_desktop.views.widgets.panels import Card

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
            free=True,
        )
        self.where = Label("", theme.BODY, "text2")
        self.where.setWordWrap(True)
        card.body.addWidget(self.where)
        self.often = Combo(_choices())
        self.often.choose(backups.often(office))
        self.often.activated.connect(self._choose_often)
        card.body.addWidget(Labelled(translate("Settings", "Automatic backup"), self.often))
        self._add_lock(card)
        words = translate("Settings", "Back up now")
        self.now = Button(words, Look.PRIMARY, icon="hard-drive-download")
        self.now.clicked.connect(self.back_up)
        other = Button(translate("Settings", "Choose a folder…"), icon="folder-open")
        other.clicked.connect(self._choose)
        card.body.addLayout(in_a_row(self.now, other, self.stop, 0))
        card.body.addWidget(self.going)
        self.guarded += [self.often, self.encrypt, self.other, other]
        self._add_kept()

    def _add_lock(self, card: Card) -> None:
        """Whether backups are encrypted; off until the owner wants it."""
        self.encrypt = Check(translate("Settings", "Encrypt backups with a password"))
        self.encrypt.clicked.connect(self._encrypt)
        self.other = Button(translate("Settings", "Another password…"), Look.GHOST, high=30)
        self.other.clicked.connect(self._ask_lock)
        card.body.addLayout(in_a_row(self.encrypt, self.other, 0))

    def _add_kept(self) -> None:
        card = self.card(
            translate("Settings", "Existing backups"),
            translate(
                "Settings",
                "Click a backup to restore it as a shop of its own; today's shop stays as it is.",
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
        self.table.setAccessibleName(translate("Settings", "Existing backups"))
        self.table.opened.connect(self._ask)
        self.nothing = Label(translate("Settings", "There is no backup yet."), theme.BODY, "text2")
        card.body.addWidget(self.table)
        card.body.addWidget(self.nothing)
        other = Button(translate("Settings", "Restore from a file…"), icon="archive-restore")
        other.clicked.connect(self.choose_file)
        card.body.addLayout(in_a_row(other, 0))

    def folder(self) -> Path:
        """Where backups go."""
        return backups.folder()

    def load(self) -> None:
        locked = backups.lock(self.office) is not None
        self.encrypt.setChecked(locked)
        self.other.setVisible(locked)
        words = translate("Settings", "Backups go to {0}.").format(self.folder())
        at = backups.last_backup(self.office)
        if at is not None:
            moment = figures.moment(clock.local_time(at))
            last = f"{moment}, {backups.last_file(self.office)}"
            words += " " + translate("Settings", "The last one: {0}.").format(last)
        self.where.setText(words)
        self._files = kept_backups(self.folder(), shop_stem(self.office.work.database))
        self.table.show_rows([_row(at, file) for at, file in enumerate(self._files)])
        self.table.setVisible(bool(self._files))
        self.nothing.setVisible(not self._files)

    def _encrypt(self) -> None:
        """Ask for a password, or encrypt no longer; backups that are there stay as they are."""
        if self.encrypt.isChecked():
            self._ask_lock()
            return
        backups.keep_lock(self.office, None)
        self.load()

    def _ask_lock(self) -> None:
        dialog = LockDialog(self.lock_with, self)
        dialog.finished.connect(self.load)
        dialog.open()

    def lock_with(self, password: str) -> None:
        """Encrypt from now on, so that this password opens it."""
        job = self.start(MakeLock(password), translate("Jobs", "Backup"))
        if job is not None:
            job.ended.connect(self._locked)
            job.start()

    def _locked(self, made: Lock) -> None:
        backups.keep_lock(self.office, made)
        self.load()
        self.said.emit(translate("Settings", "Backups are encrypted from now on."))

    def back_up(self) -> None:
        """Write a backup beside the window."""
        job = self.start(backups.BackUp(self.folder()), translate("Jobs", "Backup"))
        if job is not None:
            job.ended.connect(self._done)
            job.start()

    def restore(self, backup: Path, password: str = "", place: str = "") -> None:
        """Make a shop of a backup, beside the window: of a new file, or on a server."""
        task = _Restoring(backup, password, place or free_place(backup))
        job = self.start(task, translate("Jobs", "Restoring"))
        if job is not None:
            job.ended.connect(self._opened)
            job.start()

    def restore_onto(self, backup: Path, password: str = "") -> None:
        """Ask for the server's empty database first."""
        asked = EmptyServerDialog("", self)
        asked.bare.connect(partial(self.restore, backup, password))
        asked.open()

    def _opened(self, target: Path | str) -> None:
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
        backups.choose_often(self.office, Often(self.often.value()))

    def choose_file(self) -> None:
        """Restore a backup that lies anywhere; whoever may not sees who may, in the line above."""
        if not self.table.isEnabled():
            return
        title = translate("Settings", "Restore from a file…")
        kinds = translate("FirstRun", "Shops and backups (*.shop *.sealed);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, str(self.folder()), kinds)
        if path:
            self.ask(Path(path))

    def _ask(self, at: int) -> None:
        self.ask(self._files[at])

    def ask(self, backup: Path) -> None:
        """Where this backup goes, and its password."""
        RestoreQuestion(backup, self.restore, self, self.restore_onto).open()


class _Restoring:
    """The task of a job: copy a backup to where nothing is yet, and prove the copy."""

    def __init__(self, backup: Path, password: str, target: Path | str) -> None:
        self._backup, self._password = backup, password
        self._target = target

    def __call__(self, work: UnitOfWork, progress: Progress) -> Path | str:
        work.read(require, SETTINGS)
        return restored(self._backup, self._target, self._password, progress)


def kept_backups(folder: Path, stem: str) -> list[Path]:
    """The shop's backups in a folder, the newest first; those of other shops are not shown."""
    if not folder.is_dir():
        return []
    endings = (".shop", f".shop{ENDING}")
    found = [file for file in folder.glob(f"{escape(stem)}-*") if file.name.endswith(endings)]
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
