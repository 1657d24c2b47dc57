"""A fault of ours: one dialog with version, system and traceback, to copy or to save.

Everything that is not a `RuleBroken` and was not expected ends here. The program goes on; drafts
are safe. Messages of Qt and of threads are not faults and stay out.
"""

import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import theme, wording
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.dialog import Dialog, Question
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.note_field import NoteField

translate = wording.translate
_open: list[str] = []  # what is being shown now: a fault that repeats is shown once


def install(version: str) -> None:
    """Catch what nobody caught, from now on."""

    def caught(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, fault, trace)
        if QApplication.instance() is None or issubclass(kind, KeyboardInterrupt):
            return
        if isinstance(fault, RuleBroken):
            _say_refusal(fault)
        else:
            show_report(report(version, fault))

    sys.excepthook = caught


def report(version: str, fault: BaseException) -> str:
    """What a developer needs to know, as text; no data of the shop beyond the traceback."""
    lines = traceback.format_exception(fault)
    system = f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"ERP Desktop {version}\n{system}\n\n{''.join(lines)}"


def show_report(text: str) -> None:
    """Open the dialog, unless this very fault is on the screen already."""
    if text in _open:
        return
    _open.append(text)
    CrashDialog(text, QApplication.activeWindow()).exec()
    _open.remove(text)


def _say_refusal(broken: RuleBroken) -> None:
    """A refusal that no page showed: still a sentence, not a fault."""
    title = translate("Crash", "That is not possible")
    verb = translate("Crash", "OK")
    Question(title, wording.explain(broken), verb, parent=QApplication.activeWindow()).exec()


class CrashDialog(Dialog):
    """Says that it was our fault, and gives the report to copy or save."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        title = translate("Crash", "Something went wrong in the program")
        super().__init__(None, title, translate("Crash", "Go on"), parent=parent)
        self._text = text
        said = translate(
            "Crash",
            "This is a fault of the program, not yours. Saved documents and drafts are safe.",
        )
        self.body.addWidget(Label(said, theme.BODY, "text2"))
        shown = NoteField()
        shown.setPlainText(text)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        shown.setMinimumSize(theme.px(560), theme.px(220))
        shown.setAccessibleName(title)
        self.body.addWidget(shown)
        copy = Button(translate("Crash", "Copy"), icon="copy")
        copy.clicked.connect(self._copy)
        save = Button(translate("Crash", "Save report"), icon="save")
        save.clicked.connect(self._save)
        self.body.addLayout(in_a_row(copy, save, 0))
        self.cancel.hide()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _save(self) -> None:
        title = translate("Crash", "Save report")
        path, _ = QFileDialog.getSaveFileName(self, title, "erp-desktop-report.txt")
        if path:
            Path(path).write_text(self._text, encoding="utf-8")
