"""Keeping what stands on a page while it is typed, without making every window reload.

A draft is nobody else's business: it changes no list, so no `changed` is told.
"""

from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, QTimer

from erp_desktop.services.shop.drafts import Kept, discard_draft, draft, save_draft
from erp_desktop.views.office import Office

WAIT = 400  # milliseconds after the last change


class DraftKeeper(QObject):
    """Keeps one page's draft: `keep(content)` soon, `forget()` when it was posted."""

    def __init__(self, office: Office, page: str, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._page = office, page
        self._waiting: dict[str, Any] | None = None
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.flush)

    def kept(self) -> Kept | None:
        """What was kept before."""
        return self._office.ask(draft, self._page)

    def keep(self, content: dict[str, Any]) -> None:
        """Keep this a moment later; what comes in between is kept instead."""
        self._waiting = content
        self._timer.start()

    def flush(self) -> None:
        """Keep now what waits."""
        self._timer.stop()
        if self._waiting is None:
            return
        content, self._waiting = self._waiting, None
        self._quietly(save_draft, self._page, content)

    def forget(self) -> None:
        self._timer.stop()
        self._waiting = None
        self._quietly(discard_draft, self._page)

    def _quietly(self, step: Any, *facts: Any) -> None:
        with QSignalBlocker(self._office):
            self._office.do(step, *facts)
