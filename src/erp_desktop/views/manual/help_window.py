"""The manual beside a dialog: what it says of it, in a small window that goes with the dialog."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.views import language, theme
from erp_desktop.views.manual import topics
from erp_desktop.views.manual.reader import Reader
from erp_desktop.views.widgets.panels import Surface

WIDE, HIGH = 620, 640


class HelpWindow(Surface):
    """Belongs to a dialog, so that it can be read while the dialog waits. Esc closes it."""

    def __init__(self, chapter: topics.Chapter, parent: QWidget) -> None:
        super().__init__("page", "", parent)
        self.setWindowFlag(Qt.WindowType.Window, on=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reader = Reader()
        self.reader.followed.connect(self._follow)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.px(6), 0, 0)
        box.addWidget(self.reader)
        self.resize(theme.px(WIDE), theme.px(HIGH))
        self._read(chapter.file)

    def _read(self, file: Path, heading: str = "") -> None:
        self.reader.read(file, heading)
        known = {one.file: one.title for one in topics.chapters(language.spoken())}
        self.setWindowTitle(known.get(file, file.stem))
        self.reader.setAccessibleName(self.windowTitle())

    def _follow(self, file: Path, heading: str) -> None:
        if file.is_file():
            self._read(file, heading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


def open_help(dialog: QWidget) -> HelpWindow | None:
    """Open what is written about a dialog, or bring it forward; None where there is no manual."""
    there = dialog.findChild(HelpWindow)
    if isinstance(there, HelpWindow):
        there.raise_()
        there.activateWindow()
        return there
    chapter = topics.chapter_of(type(dialog), topics.chapters(language.spoken()))
    if chapter is None:
        return None
    window = HelpWindow(chapter, dialog)
    window.show()
    return window
