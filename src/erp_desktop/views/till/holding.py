"""Carts put aside and taken up again (挂单, 取单)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage


class Holding:
    """Turns from one of the till's carts to another."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def hold(self) -> None:
        """Put this cart aside and begin the next."""
        self.hold_under("")

    def hold_under(self, name: str) -> None:
        """Put this cart aside under a name."""
        if self._page.carts.hold(name):
            self._turned()

    def resume(self, at: int) -> None:
        """Take up a held cart."""
        if self._page.carts.resume(at):
            self._turned()

    def resume_oldest(self) -> None:
        """Take up the cart that waits longest."""
        self.resume(0)

    def _turned(self) -> None:
        page = self._page
        page.row = len(page.cart.lines) - 1
        page.face.sold = None
        page.banner.clear()
        page.money.clear()
        page.face.show_customer()
        page.scan.ready()
        page.load()
        page.changed()
