"""Where a scan goes: to a question that is being asked, else to the page that is looked at."""

from typing import Protocol

from PySide6.QtWidgets import QApplication, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import scan_sound, wording
from erp_desktop.views.shell.sheets import Sheets
from erp_desktop.views.widgets.page import Page

translate = wording.translate


class Saying(Protocol):
    """A window that can say something."""

    def say(self, words: str) -> None: ...


def take(window: Saying, sheets: Sheets, code: str) -> bool:
    """Give a scan to whoever it is for; False when the page that is looked at has no use for it."""
    asking = QApplication.activeModalWidget()
    if asking is not None:
        _answer(window, asking, code)
        return True
    page = looked_at(sheets)
    return isinstance(page, Page) and _taken_by(page, code)


def takes_scans(sheets: Sheets) -> bool:
    """Whether the page that is looked at has a use of its own for a product's code."""
    page = looked_at(sheets)
    return isinstance(page, Page) and type(page).take_scan is not Page.take_scan


def looked_at(sheets: Sheets) -> QWidget | None:
    """The page of the torn-off window that is active, else the one below the tabs."""
    own = next((one for one in sheets.torn() if one.isActiveWindow()), None)
    return own.page() if own is not None else sheets.current()


def _answer(window: Saying, asking: QWidget, code: str) -> None:
    take_scan = getattr(asking, "take_scan", None)
    if not (take_scan and take_scan(code)):
        scan_sound.play(taken=False)
        window.say(translate("Window", "{0} was not taken: a question is open").format(code))


def _taken_by(page: Page, code: str) -> bool:
    try:
        return page.take_scan(code)
    except RuleBroken as broken:
        page.refuse(broken)
        return True
