"""Making a shop out of a backup: ask for the file, prove the copy, and open that."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.backup import restore
from erp_desktop.services.shop.sealing import is_sealed
from erp_desktop.views import wording
from erp_desktop.views.proving import prove
from erp_desktop.views.widgets.dialog import Question

translate = wording.translate


def choose(parent: QWidget | None) -> str:
    """The place of the restored shop; empty when the person changed their mind or it failed."""
    title = translate("FirstRun", "Restore a backup…").rstrip("…")
    kinds = translate("FirstRun", "Shops and backups (*.shop *.sealed);;All files (*)")
    path, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    if not path:
        return ""
    backup = Path(path)
    if not is_sealed(backup):
        return restored(backup, parent)
    password = _asked(backup, parent)
    return restored(backup, parent, password) if password else ""


def _asked(backup: Path, parent: QWidget | None) -> str:
    """The password of an encrypted backup; empty when the person changed their mind."""
    from erp_desktop.views.settings.backup_lock import RestoreQuestion

    given: list[str] = []
    RestoreQuestion(backup, lambda _, password: given.append(password), parent).exec()
    return given[0] if given else ""


def restored(backup: Path, parent: QWidget | None = None, password: str = "") -> str:
    """Make a shop of a backup beside it; a refusal is said in a dialog and gives ''."""
    target = free_place(backup)
    try:
        restore(backup, target, prove, password)
    except RuleBroken as broken:
        title = translate("FirstRun", "The backup cannot be restored")
        Question(title, wording.explain(broken), translate("FirstRun", "OK"), parent=parent).exec()
        return ""
    return str(target)


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
