"""The lights of the status bar: books, backup, scanner, printers, work in progress, database.

A light is words with a sign; green is good, red wants a hand. A click leads to what is behind it.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from erp_desktop.core import clock
from erp_desktop.core.server_address import read_address
from erp_desktop.views import backups, devices, figures, memory, print_queue, wording
from erp_desktop.views.noticing import noticed
from erp_desktop.views.shell.jobs_panel import percent
from erp_desktop.views.shell.status import Light
from erp_desktop.views.shop_office import Job, ShopOffice

translate = wording.translate
EVERY: Final = 10 * 60_000  # milliseconds between two looks at the age of the backup
# Which part of the settings is behind a light.
SECTIONS: Final = {"books": "books", "backup": "backup", "printer": "printers",
                   "scanner": "scanner", "database": "shop"}  # fmt: skip


class ShopLights(QObject):
    """`shown(Light)` with each new state; `backed_up(path)` after a backup made by itself."""

    shown = Signal(object)
    gone = Signal(str)
    backed_up = Signal(object)

    def __init__(self, office: ShopOffice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._backup: Job | None = None
        self._scanned_at: int | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        queue = print_queue.queue
        queue.failed.connect(self._show_printer)
        queue.printed.connect(self._show_printer)
        noticed.done.connect(self._done)
        office.jobs.changed.connect(self._show_jobs)
        office.jobs.moved.connect(self._show_jobs)

    def show_all(self) -> None:
        """Show every light as it is now, in the language spoken now."""
        self.show_backup()
        self._show_scanner()
        self._show_printer()
        self.show_database()
        self._show_jobs()

    def begin(self) -> None:
        """Look at the backup now and from time to time."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Make the backup that is due by itself; show how old the last one is."""
        if self._backup is None and backups.wanted_now(self._office):
            title = translate("Jobs", "Backup")
            self._backup = Job(self._office, backups.BackUp(backups.folder()), title)
            self._backup.ended.connect(self._made)
            self._backup.finished.connect(self._end)
            self._backup.start()
        self.show_backup()

    def scanned(self, _code: str) -> None:
        """A scan came in."""
        self._scanned_at = clock.now()
        self._show_scanner()

    def show_backup(self) -> None:
        """How old the last backup is. Of a server's shop it is told where they are made."""
        at = backups.last_backup(self._office)
        if at is None and self._office.work.database.postgres and not backups.due(self._office):
            self.gone.emit("backup")
            return
        if at is None:
            words, good = translate("Window", "No backup yet"), None
        else:
            moment = clock.local_time(at)
            today = clock.day_of(at) == clock.today()
            when = f"{moment:%H:%M}" if today else figures.day(moment.date())
            words = translate("Window", "Backup {0}, proved").format(when)
            good = False if backups.due(self._office) else None
        self.shown.emit(Light("backup", words, "hard-drive-download", good))

    def _done(self, what: str) -> None:
        if what == "backup":
            self.show_backup()

    def _made(self, path: Path) -> None:
        backups.made(self._office, path)
        self.backed_up.emit(path)

    def _end(self) -> None:
        job, self._backup = self._backup, None
        if job is not None:
            job.deleteLater()

    def _show_scanner(self) -> None:
        words = translate("Window", "Scanner ready")
        if self._scanned_at is not None:
            when = f"{clock.local_time(self._scanned_at):%H:%M}"
            words = translate("Window", "Scanned {0}").format(when)
        self.shown.emit(Light("scanner", words, "scan-line"))

    def _show_printer(self, _what: object = None) -> None:
        if print_queue.queue.faults:
            words, good = translate("Window", "Printer does not answer"), False
        elif devices.all_devices() or memory.recalled("printers/system", ""):
            words, good = translate("Window", "Printers ready"), None
        else:
            words, good = translate("Window", "No printer: PDF"), None
        self.shown.emit(Light("printer", words, "printer", good))

    def show_database(self) -> None:
        """Where the shop lives."""
        server = read_address(self._office.place)
        words = (
            translate("Window", "{0} · server").format(server.called()) if server
            else translate("Window", "{0} · this computer").format(Path(self._office.place).name)
        )  # fmt: skip
        self.shown.emit(Light("database", words, "database"))

    def show_lost(self) -> None:
        """The place where the shop lives does not answer."""
        words = translate("Window", "The shop does not answer")
        self.shown.emit(Light("database", words, "database", good=False))

    def _show_jobs(self, _what: object = None) -> None:
        running = self._office.jobs.running()
        if not running:
            self.gone.emit("jobs")
            return
        first = running[0]
        words = f"{first.title} {percent(first.done, first.whole)}".strip()
        if len(running) > 1:
            words += f" +{len(running) - 1}"
        self.shown.emit(Light("jobs", words, "loader-circle"))
