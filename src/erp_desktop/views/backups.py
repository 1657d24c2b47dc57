"""When a shop was backed up last, where its backups lie, and when the next one is due.

An owner may have them encrypted: then their lock is kept in the shop, which closes backups and
cannot open one; the password is kept nowhere. A shop on a server is backed up by those computers
only that were told to: not every till carries the whole shop away each day.

Kept with the habits of this computer, by the shop's place: two shops of one name are two shops.
"""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from erp_desktop.core import clock
from erp_desktop.core.last_shop import without_password
from erp_desktop.services.shop.backup import back_up
from erp_desktop.services.shop.sealing import Lock
from erp_desktop.services.shop.settings import backup_lock, keep_backup_lock
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import memory
from erp_desktop.views.noticing import noticed
from erp_desktop.views.proving import prove
from erp_desktop.views.shop_office import Progress, ShopOffice

DAY: Final = 86_400
COPIED: Final = 20  # % of the work when the copy is written; the rest is its proof
OLD: Final = 7  # days after which a backup is told to be old


class Often(StrEnum):
    """How often a backup is made without being asked for."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


def often(office: ShopOffice) -> Often:
    """How often, as chosen; of a server's shop this computer makes none unless it was told to."""
    if office.work.database.postgres:
        return Often(str(memory.recalled(_key(office, "often"), Often.NEVER.value)))
    return Often(str(memory.recalled("backup/often", Often.DAILY.value)))


def choose_often(office: ShopOffice, choice: Often) -> None:
    own = office.work.database.postgres
    memory.remember(_key(office, "often") if own else "backup/often", choice.value)


def lock(office: ShopOffice) -> Lock | None:
    """What backups are closed with, where the owner wants them encrypted."""
    return Lock.of_text(office.ask(backup_lock))


def keep_lock(office: ShopOffice, made: Lock | None) -> None:
    """Encrypt from now on, or no longer."""
    office.do(keep_backup_lock, made.as_text() if made else "")


def folder() -> Path:
    """Where backups go: what was chosen, else beside the person's documents."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    plain = Path(QStandardPaths.writableLocation(documents)) / "ERP Desktop" / "Backup"
    return Path(str(memory.recalled("backup/folder", str(plain))))


def last_backup(office: ShopOffice) -> int | None:
    """When the last one was made (seconds), as far as this computer knows."""
    kept = str(memory.recalled(_key(office, "at"), ""))
    return int(kept) if kept.isdecimal() else None


def last_file(office: ShopOffice) -> str:
    """The name of its file."""
    return str(memory.recalled(_key(office, "file"), ""))


def made(office: ShopOffice, path: Path) -> None:
    """Remember that one was made."""
    memory.remember(_key(office, "at"), str(clock.now()))
    memory.remember(_key(office, "file"), path.name)
    noticed.done.emit("backup")


def age(at: int) -> int:
    """Whole days since then."""
    return max(clock.now() - at, 0) // DAY


def due(office: ShopOffice) -> bool:
    """Whether a person should be told: the last one is old, or there is none."""
    at = last_backup(office)
    if at is None and office.work.database.postgres and often(office) is Often.NEVER:
        return False  # another computer makes them
    return at is None or age(at) >= OLD


def wanted_now(office: ShopOffice) -> bool:
    """Whether one is to be made without being asked for."""
    every = {Often.DAILY: DAY, Often.WEEKLY: 7 * DAY}.get(often(office))
    if every is None or office.facts.practice:
        return False
    at = last_backup(office)
    return at is None or clock.now() - at >= every


class BackUp:
    """The task of a job: write a proved copy into the folder, encrypted if the shop wants it."""

    def __init__(self, where: Path) -> None:
        self._folder = where

    def __call__(self, work: UnitOfWork, progress: Progress) -> Path:
        progress(0)
        proof = partial(prove, progress=progress.part(COPIED, 100))
        own = Lock.of_text(work.read(backup_lock))
        return back_up(work, self._folder, proof, own, progress.part(0, COPIED))


def _key(office: ShopOffice, what: str) -> str:
    return f"backup/{what}/{without_password(office.place).replace('/', '|')}"
