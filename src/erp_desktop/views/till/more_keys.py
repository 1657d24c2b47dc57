"""The strip's buttons and the keys that have no tile: shift, lock, display, big keys, carts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage


def connect_strip(page: TillPage) -> None:
    """Let the strip's buttons and the keys do their work on the page."""
    strip, ask = page.strip, page.questions
    strip.shift_asked.connect(page.shifts.ask)
    strip.locked.connect(page.duty.lock)
    strip.display_asked.connect(page.display.toggle)
    strip.touch_asked.connect(page.turn_board)
    strip.whole_asked.connect(page.turn_whole)
    more: tuple[tuple[str, Callable[[], object]], ...] = (
        ("F10", page.shifts.ask),
        ("F11", page.turn_whole),
        ("Ctrl+L", page.duty.lock),
        ("Ctrl+D", page.display.toggle),
        ("Ctrl+T", page.turn_board),
        ("Shift+F2", page.lots.ask),
        ("Shift+F6", ask.hold_name),
        ("Shift+F7", ask.held),
        ("Shift+F8", ask.turn_around),
        ("Shift+F9", ask.reprint),
        ("Shift+F12", page.checkout.exact),
    )
    for key, act in more:
        page.key(key, act)
