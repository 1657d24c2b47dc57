"""Backup and restore (备份与恢复): a backup counts only once it has been opened and proved.

The copy is taken through the database's own backup while the shop goes on trading, written under
another name, opened as a shop, proved, and only then given its dated name. What cannot be proved
is thrown away at once: a bad backup is worse than none.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from erp_desktop.core import clock, errors
from erp_desktop.models.database import Database, connect_sqlite
from erp_desktop.services.unit_of_work import UnitOfWork, open_shop

Proof = Callable[[UnitOfWork], None]  # raises ShopDamaged when the books do not prove themselves


def back_up(work: UnitOfWork, folder: Path, proof: Proof) -> Path:
    """Write a proved copy of the open shop into a folder; its path, with the date in its name.

    Raises ShopDamaged when the copy cannot be proved, DiskFull, FileUnwritable, NotYetAvailable
    for a shop on a server.
    """
    if work.database.postgres:
        raise errors.NotYetAvailable("backup of a shop on a server")
    moment = clock.local_time(clock.now())
    target = _free(folder, f"{work.database.path.stem}-{moment:%Y%m%d-%H%M%S}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise errors.FileUnwritable(folder, wrong.strerror or "unknown") from wrong
    with work.database.understood():
        _copy(work.database.path, target, proof)
    return target


def restore(backup: Path, target: Path, proof: Proof) -> None:
    """Make a shop out of a backup, which stays as it is; nothing that exists is overwritten.

    Raises ShopExists, ShopMissing, NotAShop, ShopTooNew, ShopDamaged, DiskFull, FileUnwritable.
    """
    if target.exists():
        raise errors.ShopExists(target)
    source = Database(str(backup))
    source.check()
    with source.understood():
        _copy(backup, target, proof)


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: two backups within a second are two backups."""
    target, number = folder / f"{stem}.shop", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.shop"
    return target


def _copy(source: Path, target: Path, proof: Proof) -> None:
    draft = target.with_name(f".{target.name}.part")
    try:
        with closing(connect_sqlite(source)) as shop, closing(sqlite3.connect(draft)) as copy:
            shop.backup(copy)
        _prove(draft, proof)
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(target)
    except OSError as wrong:
        raise errors.FileUnwritable(target, wrong.strerror or "unknown") from wrong
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{draft}{ending}").unlink(missing_ok=True)


def _prove(copy: Path, proof: Proof) -> None:
    work = open_shop(str(copy))
    try:
        found = work.read(lambda books: books.value("PRAGMA integrity_check"))
        if found != "ok":
            raise errors.ShopDamaged(copy, str(found))
        proof(work)
    finally:
        work.close()
