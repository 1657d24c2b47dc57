"""Which key does what: the keys of the drawings, and those that a person put in their place.

A replacement goes for a key wherever it is used: who says F10 for F12 pays with F10. It must be a
key that nothing else uses, so a key that was replaced once is never replaced again.
"""

import json
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from erp_desktop.views import memory, wording

mark = wording.QT_TRANSLATE_NOOP

# What a person may put elsewhere. Enter, Esc and Del are what they are.
OWN: Final[tuple[tuple[str, str], ...]] = (
    ("Ctrl+K", mark("Keys", "Find anything, run a command")),
    ("Ctrl+N", mark("Keys", "New, of the kind the page shows")),
    ("Ctrl+Return", mark("Keys", "Commit: save, confirm, receive, ship")),
    ("Ctrl+W", mark("Keys", "Close the tab")),
    ("Ctrl+B", mark("Keys", "Collapse the sidebar (on a card: order more)")),
    ("Ctrl+F", mark("Keys", "Filter as you type")),
    ("Ctrl+E", mark("Keys", "Export what is seen")),
    ("Ctrl+Shift+P", mark("Keys", "Print what is seen")),
    ("Ctrl+P", mark("Keys", "Print, or print labels")),
    ("Ctrl+Shift+I", mark("Keys", "Import a file")),
    ("F1", mark("Keys", "List of keys")),
    ("Shift+F1", mark("Keys", "What the manual says about this page")),
    ("F3", mark("Keys", "Open the till")),
    ("F12", mark("Keys", "Pay")),
)


class _Changes(QObject):
    """Tells the window that keys changed."""

    changed = Signal()


changes = _Changes()
_worn: dict[str, str] = {}
_known_from: list[str] = [""]


def worn(shortcut: str) -> str:
    """The key that does what this one does in the drawings."""
    return _mine().get(shortcut, shortcut)


def taken_by(sequence: str, besides: str) -> str:
    """The words of what else uses a key; empty when it is free."""
    for default, words in OWN:
        if default != besides and sequence in {default, worn(default)}:
            return words
    return ""


def put(default: str, sequence: str) -> None:
    """Use another key; the default one takes the replacement away."""
    mine = dict(_mine())
    mine.pop(default, None)
    if sequence != default:
        mine[default] = sequence
    memory.remember("keys/mine", json.dumps(mine))
    changes.changed.emit()


def plain(sequence: QKeySequence) -> str:
    """A key as it is written here."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def _mine() -> dict[str, str]:
    """What was put elsewhere; read again only when it was written."""
    kept = str(memory.recalled("keys/mine", ""))
    if kept != _known_from[0]:
        _known_from[0] = kept
        _worn.clear()
        _worn.update(_read(kept))
    return _worn


def _read(kept: str) -> dict[str, str]:
    try:
        found = json.loads(kept)
    except ValueError:
        return {}
    known = {default for default, _ in OWN}
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(key): str(value) for key, value in pairs if key in known}
