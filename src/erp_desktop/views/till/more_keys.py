"""The strip's buttons and the keys that have no tile: shift, lock, display, big keys, carts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erp_desktop.views import wording
from erp_desktop.views.widgets.page import Deed

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


def connect_strip(page: TillPage) -> None:
    """Let the strip's buttons and the keys do their work on the page."""
    strip = page.strip
    strip.shift_asked.connect(page.shifts.ask)
    strip.locked.connect(page.duty.lock)
    strip.display_asked.connect(page.display.toggle)
    strip.touch_asked.connect(page.turn_board)
    strip.whole_asked.connect(page.turn_whole)
    for deed in _more(page):
        page.key(deed.shortcut, deed.act)


def till_deeds(page: TillPage) -> list[Deed]:
    """All that a key does at the till, and what can be done with the shift."""
    tiles = [
        Deed(tile.text(), tile.click, key)
        for key, tile in page.keys.tiles.items()
        if tile.isEnabled()
    ]
    return [*tiles, *_more(page), *page.shifts.deeds()]


def _more(page: TillPage) -> list[Deed]:
    """What has no tile."""
    ask = page.questions
    return [
        Deed(translate("Till", "Shift"), page.shifts.ask, "F10"),
        Deed(translate("Till", "The whole window, or with the menus"), page.turn_whole, "F11"),
        Deed(translate("Till", "Lock the till"), page.duty.lock, "Ctrl+L"),
        Deed(translate("Till", "Customer display"), page.display.toggle, "Ctrl+D"),
        Deed(translate("Till", "Big keys to touch"), page.turn_board, "Ctrl+T"),
        Deed(translate("Till", "Lot or serial number"), page.lots.ask, "Shift+F2"),
        Deed(translate("Till", "Hold the cart under a name"), ask.hold_name, "Shift+F6"),
        Deed(translate("Till", "Held carts"), ask.held, "Shift+F7"),
        Deed(translate("Till", "Return without a receipt"), ask.turn_around, "Shift+F8"),
        Deed(translate("Till", "Print another receipt"), ask.reprint, "Shift+F9"),
        Deed(translate("Till", "Exact amount"), page.checkout.exact, "Shift+F12"),
    ]
