"""Where a person was: the open pages and the one that is seen, kept while the program runs.

At the next start the program opens the same pages, each with what was typed on it, and the person
goes on; so it does after it was killed or lost its power. A page that nobody looks at is made only
when somebody turns to it.
"""

from typing import Any

from PySide6.QtCore import QObject, QSysInfo, QTimer

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.drafts import draft, save_draft
from erp_desktop.views.drafts import Unfinished, quietly
from erp_desktop.views.office import Office
from erp_desktop.views.opening import PAGES, kind_of
from erp_desktop.views.shell.sheets import Sheets, Tab

SOON = 200  # milliseconds after a page was opened, closed or turned to
MOST_TABS = 12


def session_page() -> str:
    """The name that the window of this computer is kept under."""
    return f"window@{QSysInfo.machineHostName()}"[:80]


class Session(QObject):
    """`come_back()` once at the start, `watch()` when there is time to keep things, and `end()`
    when the window is closed."""

    def __init__(self, office: Office, sheets: Sheets, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._sheets = office, sheets
        self._kept: dict[str, Any] = {}
        self._watches = self._ended = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self._keep_in_passing)
        sheets.stirred.connect(self._stir)

    def come_back(self) -> bool:
        """Open what was open; False when nothing was, or nothing of it is there any more."""
        kept = self._office.ask(draft, session_page())
        tabs = kept.content.get("tabs", ()) if kept is not None else ()
        seen = kept.content.get("at", 0) if kept is not None else 0
        known = [(at, tab) for at, said in enumerate(tabs[:MOST_TABS]) if (tab := self._tab(said))]
        if not known:
            return False
        shown = next((place for place, (at, _) in enumerate(known) if at == seen), 0)
        self._sheets.bring_back([tab for _, tab in known], shown)
        return True

    def _tab(self, said: dict[str, Any]) -> Tab | None:
        """A page that can be shown still; one whose document is gone is left out."""
        try:
            code, key = str(said["code"]), _key(said.get("key"))
            plain = code not in PAGES or not isinstance(key, int)
            if self._sheets.knows(code) and (plain or self._office.ask(kind_of, key) == code):
                return Tab(code, key, str(said.get("title", "")))
        except (RuleBroken, KeyError):
            pass
        return None

    def watch(self) -> None:
        """Keep what is open, now and whenever it changes."""
        self._watches = True
        self._stir()

    def _stir(self) -> None:
        if self._watches and not self._ended and not self._timer.isActive():
            self._timer.start()

    def _keep_in_passing(self) -> None:
        with self._office.in_passing():
            self.keep()

    def keep(self) -> None:
        """Keep which pages are open."""
        self._timer.stop()
        found = self._sheets.standing()
        tabs = [
            {"code": tab.code, "key": _said(tab.key), "title": tab.title}
            for tab in found
            if _may_keep(tab.key)
        ]
        at = sum(1 for tab in found[: self._sheets.seen()] if _may_keep(tab.key))
        content = {"tabs": tabs, "at": at}
        if self._ended or content == self._kept:
            return
        try:
            quietly(self._office, save_draft, session_page(), content)
            self._kept = content
        except RuleBroken:
            self._timer.start()  # the books are busy

    def end(self) -> None:
        """The window is closed by its person: keep where it was for the next time."""
        self.keep()
        self._timer.stop()
        self._ended = True


def _may_keep(key: Any) -> bool:
    return key is None or isinstance(key, int | str | Unfinished)


def _said(key: Any) -> Any:
    return {"draft": key.name} if isinstance(key, Unfinished) else key


def _key(said: Any) -> Any:
    return Unfinished(str(said["draft"])) if isinstance(said, dict) else said
