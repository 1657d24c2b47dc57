"""Working the lines of the cart: choose one, more or less of it, take it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erp_desktop.views import wording

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class LineWork:
    """What the keys of the empty scan field and the mouse do to the chosen line."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def choose(self, row: int) -> None:
        """A line was clicked."""
        page = self._page
        page.row = row
        page.face.show_keys()
        if not page.scan.asking():
            page.scan.field.setFocus()

    def move(self, by: int) -> None:
        """The line above or below."""
        page = self._page
        page.row = min(max(page.row + by, 0), len(page.cart.lines) - 1)
        page.card.view.choose(page.row)

    def step_current(self, by: int) -> None:
        """One more or one less of the chosen line."""
        self.step(self._page.row, by)

    def step(self, row: int, by: int) -> None:
        """One more or one less; the last one less takes the line out."""
        page = self._page
        if not 0 <= row < len(page.cart.lines):
            return
        page.row = row
        line = page.cart.lines[row]
        if line.quantity + by <= 0:
            self.remove()
            return
        line.quantity += by
        page.changed()

    def remove(self) -> None:
        """Take the chosen line out; the toast puts it back."""
        page, cart = self._page, self._page.cart
        if page.line() is None:
            return
        at, line = page.row, cart.lines.pop(page.row)
        page.row = min(at, len(cart.lines) - 1)
        page.banner.clear()
        page.changed()

        def put_back() -> None:
            cart.lines.insert(min(at, len(cart.lines)), line)
            page.changed()

        words = translate("Till", "{0} taken out").format(line.name)
        page.said.emit(words, translate("Till", "Undo"), put_back)
        page.scan.ready()
