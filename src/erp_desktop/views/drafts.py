"""Keeping what stands on a page while it is typed, without making every window reload.

A draft is nobody else's business: it changes no list, so no `changed` is told.
"""

import os
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QSignalBlocker, QTimer

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.drafts import Kept, discard_draft, draft, save_draft
from erp_desktop.views.office import Office

WAIT = 250  # milliseconds after the first change that is not kept yet
AGAIN = 500  # milliseconds until the next try, when the books were busy: at most a second is lost


class Unfinished(NamedTuple):
    """The key of a page that goes on with a draft that was kept under this name."""

    name: str


def fresh_name(code: str) -> str:
    """A name for the draft of a new page of this code; no other draft has it."""
    return f"{code}:n{os.urandom(5).hex()}"


def quietly(office: Office, step: Any, *facts: Any) -> Any:
    """Have something kept without telling the windows. Raises RuleBroken."""
    with QSignalBlocker(office):
        return office.do(step, *facts)


class DraftKeeper(QObject):
    """Keeps one page's draft: `keep(content)` soon, `forget()` when it was posted.

    What is typed without a pause is kept all the same: the wait begins with the first change.
    """

    def __init__(self, office: Office, page: str, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._page = office, page
        self._waiting: dict[str, Any] | None = None
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._flush_in_passing)

    def kept(self) -> Kept | None:
        """What was kept before."""
        return self._office.ask(draft, self._page)

    def keep(self, content: dict[str, Any]) -> None:
        """Keep this a moment later; what comes in between is kept instead."""
        self._waiting = content
        if not self._timer.isActive():
            self._timer.start(WAIT)

    def _flush_in_passing(self) -> None:
        with self._office.in_passing():
            self.flush()

    def flush(self) -> None:
        """Keep now what waits; when the books are busy, a little later."""
        self._timer.stop()
        if self._waiting is None:
            return
        try:
            quietly(self._office, save_draft, self._page, self._waiting)
        except RuleBroken:
            self._timer.start(AGAIN)
        else:
            self._waiting = None

    def forget(self) -> None:
        self._timer.stop()
        self._waiting = None
        quietly(self._office, discard_draft, self._page)


class PlainStore:
    """Where the draft of a page lies that stands in no list: in the person's own drafts."""

    def __init__(self, office: Office, name: str) -> None:
        self.office, self.name = office, name

    def kept(self) -> dict[str, Any] | None:
        """What was kept before."""
        found = self.office.ask(draft, self.name)
        return found.content if found is not None else None

    def save(self, content: dict[str, Any]) -> None:
        """Keep this. Raises RuleBroken when the books are busy."""
        quietly(self.office, save_draft, self.name, content)

    def forget(self) -> None:
        quietly(self.office, discard_draft, self.name)

    def bring_back(self, content: dict[str, Any]) -> Unfinished:
        """Keep again what was thrown away; the key of its page."""
        self.save(content)
        return Unfinished(self.name)


class BringBack:
    """The way back from *throw away*: it keeps the draft again and leads to its page."""

    def __init__(
        self, code: str, keep: Callable[[dict[str, Any]], Any], content: dict[str, Any]
    ) -> None:
        self._code, self._keep, self._content = code, keep, content

    def __call__(self) -> tuple[str, Any]:
        return self._code, self._keep(self._content)
