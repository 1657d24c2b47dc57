"""Where a person was: the open pages and the one that is seen, kept while the program runs.

A program that ends well forgets them. One that was killed, or lost its power, finds them: it opens
the same pages, each with what was typed on it, and the person goes on.
"""

import platform
from typing import Any

from PySide6.QtCore import QObject, QTimer

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.drafts import discard_draft, draft, save_draft
from erp_desktop.views.drafts import Unfinished, quietly
from erp_desktop.views.office import Office
from erp_desktop.views.opening import PAGES, kind_of
from erp_desktop.views.shell.sheets import Sheets

SOON = 200  # milliseconds after a page was opened, closed or turned to
MOST_TABS = 12


def session_page() -> str:
    """The name that the window of this computer is kept under."""
    return f"window@{platform.node()}"[:80]


class Session(QObject):
    """`come_back()` once at the start, `end()` when the window is closed."""

    def __init__(self, office: Office, sheets: Sheets, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._sheets = office, sheets
        self._kept: dict[str, Any] = {}
        self._ended = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.keep)
        sheets.stirred.connect(self._stir)

    def come_back(self) -> bool:
        """Open what was open when the program was killed; False when it ended well."""
        kept = self._office.ask(draft, session_page())
        tabs = kept.content.get("tabs", ()) if kept is not None else ()
        opened = [self._open(tab) for tab in tabs[:MOST_TABS]]
        seen = kept.content.get("at", 0) if kept is not None else 0
        if not any(opened):
            return False
        if seen < len(opened) and opened[seen]:
            self._open(tabs[seen])
        return True

    def _open(self, tab: dict[str, Any]) -> bool:
        """A page that cannot be shown any more is left out."""
        try:
            code, key = str(tab["code"]), _key(tab.get("key"))
            there = code not in PAGES or not isinstance(key, int)
            if there or self._office.ask(kind_of, key) == code:
                return self._sheets.open(code, key) is not None
        except (RuleBroken, KeyError):
            pass
        return False

    def _stir(self) -> None:
        if not self._ended and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep which pages are open."""
        self._timer.stop()
        found = self._sheets.standing()
        tabs = [{"code": code, "key": _said(key)} for code, key in found if _may_keep(key)]
        now = self._sheets.seen()
        at = sum(1 for _, key in found[:now] if _may_keep(key))
        content = {"tabs": tabs, "at": at}
        if self._ended or content == self._kept:
            return
        try:
            quietly(self._office, save_draft, session_page(), content)
            self._kept = content
        except RuleBroken:
            self._timer.start()  # the books are busy

    def end(self) -> None:
        """The window is closed by its person."""
        self._timer.stop()
        self._ended = True
        try:
            quietly(self._office, discard_draft, session_page())
        except RuleBroken:
            return  # then it comes back as if it had been killed


def _may_keep(key: Any) -> bool:
    return key is None or isinstance(key, int | str | Unfinished)


def _said(key: Any) -> Any:
    return {"draft": key.name} if isinstance(key, Unfinished) else key


def _key(said: Any) -> Any:
    return Unfinished(str(said["draft"])) if isinstance(said, dict) else said
