"""What the window shows: each page registers itself as a `PageSpec`; the window takes the list.

Titles are English keys in the context "Page" (mark them with QT_TRANSLATE_NOOP("Page", ...)).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from erp_desktop.views import costs
from erp_desktop.views.office import Office


class Place(StrEnum):
    RAIL = "rail"
    FOOT = "foot"  # at the foot of the rail (settings)
    PALETTE = "palette"  # gone to from other pages and by the command palette
    NOWHERE = "nowhere"  # opened from other pages only (a document, a card)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window.

    `make(office)` builds it; `make_for(office, key)` builds it for one thing (a document id).
    `new_words` puts it into the New menu (an English key, context "Page"), opened with make();
    `made_words` is for what is not made every day: only the palette offers it.
    `count` gives the rail's pill (open orders), None or 0 for none. `costs` pages are about what
    goods cost, and closed to whoever must not know that.
    """

    code: str
    title: str
    icon: str
    make: Callable[[Office], QWidget]
    make_for: Callable[[Office, Any], QWidget] | None = None
    place: Place = Place.RAIL
    new_words: str = ""
    shortcut: str = ""
    count: Callable[[Office], int | None] | None = None
    costs: bool = False
    made_words: str = ""

    @property
    def closed(self) -> bool:
        """Whether the person at the window may not see it."""
        return self.costs and not costs.seen()


def page_title(spec: PageSpec) -> str:
    """The page's name in the user's language."""
    return QCoreApplication.translate("Page", spec.title)
