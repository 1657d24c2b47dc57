"""Letting the till have the window: the rail and the tabs step aside while it is seen."""

from PySide6.QtWidgets import QWidget

from erp_desktop.views import memory
from erp_desktop.views.main_window import MainWindow

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
