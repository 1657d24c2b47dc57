"""The keys that work everywhere: also where the menus and the top row are not.

The till may have the window to itself, and a page may stand in a window of its own; Qt hears the
keys of menus only while they are seen, and only in their own window.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from erp_desktop.views import keys

if TYPE_CHECKING:
    from erp_desktop.views.main_window import MainWindow

NAME = "of the top row"


def hear(holder: QWidget, window: "MainWindow", *, torn: str = "") -> list[QShortcut]:
    """Make the keys work on `holder`. Of a torn-off page (its code) the window comes forward first,
    and a key that would open this page is the page's own to use."""
    made = []
    for key, act in _acts(window, torn=torn).items():
        shortcut = QShortcut(QKeySequence(keys.worn(key)), holder)
        shortcut.setObjectName(NAME)
        shortcut.activated.connect(_Forward(window, act) if torn else act)
        made.append(shortcut)
    return made


def _acts(window: "MainWindow", *, torn: str) -> dict[str, Callable[[], Any]]:
    acts: dict[str, Callable[[], Any]] = {"Ctrl+K": window.searched.emit}
    for key, name in (("F1", "show_keys"), ("Shift+F1", "show_manual")):
        act = getattr(window, name, None)
        if act is not None:
            acts[key] = act
    if torn:
        offered = window.menus.offered()
        pages = (spec for spec in offered if spec.shortcut and spec.code != torn)
        return acts | {spec.shortcut: _Opening(window, spec.code) for spec in pages}
    return acts | {"Ctrl+W": window.sheets.close_current}


class _Opening:
    """Opens a page by its key."""

    def __init__(self, window: "MainWindow", code: str) -> None:
        self._window, self._code = window, code

    def __call__(self) -> None:
        self._window.show_page(self._code)


class _Forward:
    """Brings the window forward and does it there."""

    def __init__(self, window: "MainWindow", act: Callable[[], Any]) -> None:
        self._window, self._act = window, act

    def __call__(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self._act()
