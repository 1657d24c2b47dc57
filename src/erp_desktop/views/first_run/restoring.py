"""Making a shop out of a backup: ask for the file, copy it beside itself, prove the copy."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from erp_desktop.services.shop.backup import restore
from erp_desktop.services.shop.sealing import is_sealed
from erp_desktop.views import wording
from erp_desktop.views.proving import prove
from erp_desktop.views.shop_office import Progress

translate = wording.translate
COPIED: Final = 20  # % of the work when the copy is written; the rest is its proof


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


def restored(backup: Path, target: Path, password: str, progress: Progress) -> Path:
    """The task of a thread: `target` is the backup's shop. Raises RuleBroken, Cancelled."""
    progress(0)
    proof = partial(prove, progress=progress.part(COPIED, 100))
    restore(backup, target, proof, password, progress.part(0, COPIED))
    return target


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
