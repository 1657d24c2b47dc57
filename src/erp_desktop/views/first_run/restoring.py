"""Making a shop out of a backup: ask for the file, prove the copy, and open that."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.backup import restore
from erp_desktop.views import wording
from erp_desktop.views.proving import prove
from erp_desktop.views.widgets.dialog import Question

translate = wording.translate


def choose(parent: QWidget | None) -> str:
    """The place of the restored shop; empty when the person changed their mind or it failed."""
    title = translate("FirstRun", "Restore a backup…").rstrip("…")
    kinds = translate("FirstRun", "Shops (*.shop);;All files (*)")
    path, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return restored(Path(path), parent) if path else ""


def restored(backup: Path, parent: QWidget | None = None) -> str:
    """Make a shop of a backup beside it; a refusal is said in a dialog and gives ''."""
    target = free_place(backup)
    try:
        restore(backup, target, prove)
    except RuleBroken as broken:
        title = translate("FirstRun", "The backup cannot be restored")
        Question(title, wording.explain(broken), translate("FirstRun", "OK"), parent=parent).exec()
        return ""
    return str(target)


def free_place(backup: Path) -> Path:
    """A name beside the backup that is not taken."""
    said = translate("FirstRun", "restored")
    number, target = 1, backup.with_name(f"{backup.stem} {said}.shop")
    while target.exists():
        number += 1
        target = backup.with_name(f"{backup.stem} {said} {number}.shop")
    return target
