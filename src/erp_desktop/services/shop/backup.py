"""Backup and restore (备份与恢复): a backup counts only once it has been opened and proved.

The copy is taken while the shop goes on trading: of a file through the database's own backup, of a
server in one transaction that sees one moment. It is written under another name, opened as a shop,
proved, sealed where the owner wants that, and only then given its dated name. What cannot be proved
is thrown away at once: a bad backup is worse than none.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from time import time
from typing import Final

from erp_desktop.core import clock, errors
from erp_desktop.core.server_address import read_address
from erp_desktop.models.database import Database, connect_sqlite
from erp_desktop.services.shop import sealing
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop

Proof = Callable[[UnitOfWork], None]  # raises ShopDamaged when the books do not prove themselves
Progress = Callable[[int, int], None]

PAGES: Final = 512  # copied between two words of progress: two megabytes
_WORKROOM: Final = ".erp-backup-"
_FORGOTTEN: Final = 86_400  # seconds after which nobody writes a draft any more


def nobody_listens(_done: int, _whole: int) -> None:
    """The progress of what nobody watches."""


def back_up(
    work: UnitOfWork, folder: Path, proof: Proof, lock: sealing.Lock | None = None,
    progress: Progress = nobody_listens,
) -> Path:  # fmt: skip
    """Write a proved copy of the open shop into a folder; its path, with the date in its name.

    `progress` is told (pages copied, of how many); what it raises leaves nothing behind.

    With a lock it is sealed: only the lock's password opens it. Raises ShopDamaged when the copy
    cannot be proved, DiskFull, FileUnwritable, and for a server ServerUnreachable.
    """
    moment = clock.local_time(clock.now())
    ending = f".shop{sealing.ENDING if lock else ''}"
    target = _free(folder, f"{shop_stem(work.database)}-{moment:%Y%m%d-%H%M%S}", ending)
    with _written(target), work.database.understood():
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        if lock is None:
            with _draft_of(target) as draft:
                _copy(work.database, draft, proof, progress)
                _keep(draft, target)
        else:
            _back_up_sealed(work.database, target, proof, lock, progress)
    return target


def restore(
    backup: Path, target: Path | str, proof: Proof, password: str = "",
    progress: Progress = nobody_listens,
) -> None:  # fmt: skip
    """Make a shop out of a backup, which stays as it is; nothing that exists is overwritten.

    `progress` is told (pages copied, of how many; then for a server the tables); what it raises
    leaves nothing behind.

    `target` is a new file, or the address of a server's empty database. Raises ShopExists,
    DatabaseNotEmpty, ShopMissing, NotAShop, ShopTooNew, ShopDamaged, DiskFull, FileUnwritable; of
    a sealed one BackupSealed without a password, WrongBackupPassword, BackupDamaged.
    """
    if not backup.is_file():
        raise errors.ShopMissing(backup)
    if "://" in str(target):
        from erp_desktop.services.shop.moving import shop_to_server

        with _written(backup), _workroom(None) as room:
            draft = room / "shop"
            _take_out(backup, draft, proof, password, progress)
            shop_to_server(draft, str(target), proof, progress)
        return
    file = Path(target)
    if file.exists():
        raise errors.ShopExists(file)
    with _written(file), _draft_of(file) as draft:
        _take_out(backup, draft, proof, password, progress)
        _keep(draft, file)


def shop_stem(database: Database) -> str:
    """What the backups of a shop begin with: its file's name, or its database's on a server."""
    address = read_address(database.place) if database.postgres else None
    return database.path.stem if address is None else address.database or "shop"


def _free(folder: Path, stem: str, ending: str) -> Path:
    """A name that is not taken: two backups within a second are two backups."""
    target, number = folder / f"{stem}{ending}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}{ending}"
    return target


def _back_up_sealed(
    database: Database, target: Path, proof: Proof, lock: sealing.Lock, progress: Progress
) -> None:
    """The copy that can be read lies beside the shop, never where the backups go."""
    beside = None if database.postgres else database.path.absolute().parent
    with _workroom(beside) as room, _draft_of(target) as draft:
        _copy(database, room / "shop", proof, progress)
        sealing.seal(room / "shop", draft, lock)
        _keep(draft, target)


def _take_out(backup: Path, draft: Path, proof: Proof, password: str, progress: Progress) -> None:
    """Write what a backup holds to `draft`, and prove it."""
    if sealing.is_sealed(backup):
        sealing.unseal(backup, draft, password)
        Database(str(draft)).check()
        _prove(draft, proof)
        return
    source = Database(str(backup))
    source.check()
    with source.understood():
        _copy(source, draft, proof, progress)


def _copy(source: Database, draft: Path, proof: Proof, progress: Progress) -> None:
    if source.postgres:
        from erp_desktop.services.shop.moving import server_to_file

        server_to_file(source, draft)
    else:
        with closing(connect_sqlite(source.path)) as shop, closing(sqlite3.connect(draft)) as copy:
            _copy_pages(shop, copy, progress)
    _prove(draft, proof)


def _copy_pages(shop: sqlite3.Connection, copy: sqlite3.Connection, progress: Progress) -> None:
    """One state of the shop: held while its pages are copied, else each sale begins it anew."""

    def told(_status: int, left: int, whole: int) -> None:
        progress(whole - left, whole)

    shop.execute("BEGIN")
    shop.execute("SELECT count(*) FROM sqlite_master")
    shop.backup(copy, pages=PAGES, progress=told)


def _prove(copy: Path, proof: Proof) -> None:
    work = open_shop(str(copy))
    try:
        found = work.read(lambda books: books.value("PRAGMA integrity_check"))
        if found != "ok":
            raise errors.ShopDamaged(copy, str(found))
        proof(work)
    finally:
        work.close()


# -- files that are not there yet ------------------------------------------------------------------


@contextmanager
def _written(target: Path) -> Iterator[None]:
    """What keeps a file from being written, as a refusal."""
    try:
        yield
    except OSError as wrong:
        if wrong.errno == errno.ENOSPC:
            raise errors.DiskFull(target) from wrong
        raise errors.FileUnwritable(target, wrong.strerror or "unknown") from wrong


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    """Another name to write under; whatever is left of it afterwards is removed."""
    draft = target.with_name(f".{target.name}.part")
    try:
        yield draft
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{draft}{ending}").unlink(missing_ok=True)


def _keep(draft: Path, target: Path) -> None:
    """Give a finished file its name, once it is on the disk for good."""
    with draft.open("rb+") as written:
        os.fsync(written.fileno())
    draft.replace(target)


@contextmanager
def _workroom(beside: Path | None) -> Iterator[Path]:
    """A folder that only this person can look into, gone afterwards; None: the system's own."""
    if beside is not None:
        _sweep(beside)
    room = Path(mkdtemp(prefix=_WORKROOM, dir=beside))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what a program that was killed left half made."""
    before = time() - _FORGOTTEN
    with suppress(OSError):
        for left in (*folder.glob(".*.shop*.part*"), *folder.glob(f"{_WORKROOM}*")):
            if left.stat().st_mtime > before:
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()
