"""Making a shop out of a backup: ask for the file, copy it beside itself, prove the copy.

It can also be put onto a server; then it is proved before it leaves, and there once more.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from erp_desktop.services.shop.backup import restore
from erp_desktop.services.shop.sealing import is_sealed
from erp_desktop.services.unit_of_work import UnitOfWork
from erp_desktop.views import wording
from erp_desktop.views.proving import prove
from erp_desktop.views.shop_office import Progress

translate = wording.translate
# How far the work is, in %, when each step is done: copied, proved; and over there the same again.
TO_FILE: Final = (0, 20, 100)
TO_SERVER: Final = (0, 10, 40, 65, 100)


def choose(parent: QWidget | None) -> tuple[Path, str] | None:
    """The backup that a person chose, and its password; None when they changed their mind."""
    title = translate("FirstRun", "Restore a backup…").rstrip("…")
    kinds = translate("FirstRun", "Shops and backups (*.shop *.sealed);;All files (*)")
    path, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    backup = Path(path)
    if not path or not is_sealed(backup):
        return (backup, "") if path else None
    password = _asked(backup, parent)
    return (backup, password) if password else None


def _asked(backup: Path, parent: QWidget | None) -> str:
    """The password of an encrypted backup; empty when the person changed their mind."""
    from erp_desktop.views.settings.backup_lock import RestoreQuestion

    given: list[str] = []
    RestoreQuestion(backup, lambda _, password: given.append(password), parent).exec()
    return given[0] if given else ""


def restored(backup: Path, target: Path | str, password: str, progress: Progress) -> Path | str:
    """The task of a thread: `target`, a new file or a server's empty database, is the backup's
    shop. Raises RuleBroken, Cancelled."""
    progress(0)
    steps = _Steps(progress, TO_FILE if isinstance(target, Path) else TO_SERVER)
    restore(backup, target, steps.prove, password, steps.tell)
    return target


class _Steps:
    """One bar over all steps: each proof stands between two of them."""

    def __init__(self, progress: Progress, marks: Sequence[int]) -> None:
        self._progress, self._marks, self._at = progress, marks, 0

    def tell(self, done: int, whole: int) -> None:
        self._progress.part(*self._marks[self._at : self._at + 2])(done, whole)

    def prove(self, work: UnitOfWork) -> None:
        self._at += 1
        prove(work, self.tell)
        self._at += 1


def free_place(backup: Path) -> Path:
    """A name beside the backup that is not taken. What was encrypted is not laid open where the
    backups lie: it goes to the person's documents."""
    said = translate("FirstRun", "restored")
    stem, folder = backup.stem, backup.parent
    if is_sealed(backup):
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents)) / "ERP Desktop"
        folder.mkdir(parents=True, exist_ok=True)
        stem = stem.removesuffix(".shop")
    number, target = 1, folder / f"{stem} {said}.shop"
    while target.exists():
        number += 1
        target = folder / f"{stem} {said} {number}.shop"
    return target
