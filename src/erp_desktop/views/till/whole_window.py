"""Letting the till have the window: top row, rail and tabs step aside while it is seen.

What has a key of the top row or the menus keeps it (`shell/everywhere.py`).
"""

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from erp_desktop.views import memory
from erp_desktop.views.main_window import MainWindow
from erp_desktop.views.shell.everywhere import NAME, hear

HABIT = "till/whole"


def wished() -> bool:
    """Whether the person wants the till alone; they do until they say otherwise."""
    return str(memory.recalled(HABIT, "true")).lower() == "true"


def wish(*, whole: bool) -> None:
    memory.remember(HABIT, whole)


def fill(page: QWidget, *, whole: bool) -> None:
    """Give the page's window over to it, or back. A page outside the window has nothing to fill."""
    window = page.window()
    if not isinstance(window, MainWindow):
        return
    aside = [window.rail, window.sheets.tabs.parentWidget(), window.top]
    for part in aside:
        if part is not None:
            part.setVisible(not whole)
    for shortcut in _keys_of(page, window):
        shortcut.setEnabled(whole)


def _keys_of(page: QWidget, window: MainWindow) -> list[QShortcut]:
    """The keys that the hidden top row would have."""
    known: list[QShortcut] = page.findChildren(QShortcut, NAME)
    if known:
        return known
    return hear(page, window)
