"""Which lot of a line goes: the one that expires first, until somebody chooses another (Shift+F2).

A lot that may not be sold stands in the list with why; choosing it is refused in its place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from erp_desktop.core import clock, errors
from erp_desktop.reports.till_lots import BLOCKED, EXPIRED, GOOD, TRACKED, TillLot, till_lots
from erp_desktop.services.users import rights
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.finder import Found

if TYPE_CHECKING:
    from erp_desktop.views.till.cart import CartLine
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class LotChoosing:
    """Asks in the scan row which lot it is, and puts it on the line."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def ask(self) -> None:
        """Which lot of the chosen line; nothing to ask where the product has none."""
        page, line = self._page, self._page.line()
        lots = self.lots_of(line)
        if line is None or not lots:
            words = translate("Till", "This product has no lots.")
            if line is not None:
                page.said.emit(words, "", None)
            return
        page.card.view.clear_refusal()

        def find(text: str) -> list[Found]:
            wanted = text.strip().lower()
            return [
                Found(at, one.code, _detail(one), _right(one))
                for at, one in enumerate(lots)
                if wanted in one.code.lower()
            ]

        words = translate("Till", "Which lot of {0}").format(line.name)
        hint = translate("Till", "Lot")
        page.scan.band.choose(words, find, lambda found: self._take(line, lots[found.key]), hint)
        page.scan.show_band(offer=True)

    def lots_of(self, line: CartLine | None) -> list[TillLot]:
        """The lots of a line's product at this till's place."""
        page = self._page
        if line is None or line.track not in TRACKED:
            return []
        return page.office.ask(till_lots, line.product_id, page.facts.place_id)

    def _take(self, line: CartLine, lot: TillLot) -> None:
        band = self._page.scan.band
        if lot.state == BLOCKED:
            band.refuse(wording.explain(errors.LotBlocked(line.sku, lot.code, lot.blocked)))
        elif lot.state == EXPIRED and not self._page.cart.allow_expired:
            day = clock.day_date(lot.use_by or 0)
            words = translate("Till", "{0}, lot {1}, expired on {2}").format(
                line.name, lot.code, figures.day(day)
            )
            self._page.scan.ready()
            self._page.permission.need(rights.EXPIRED, words, lambda: self._expired(line, lot))
        else:
            self.put(line, lot)

    def _expired(self, line: CartLine, lot: TillLot) -> None:
        self._page.cart.allow_expired = True
        self.put(line, lot)

    def put(self, line: CartLine, lot: TillLot) -> None:
        """The line is of this lot; what it has not enough for stays a line of its own."""
        page, cart = self._page, self._page.cart
        if line.track == "serial":
            whole = len(line.serials) >= line.quantity
            line.serials = [*(line.serials[:-1] if whole else line.serials), lot.code]
            page.answered()
            return
        held = lot.on_hand / line.factor
        if 0 < held < line.quantity:
            rest = replace(line, quantity=line.quantity - held, lot="", use_by=None, serials=[])
            rest.price = line.usual or line.price
            cart.lines.insert(cart.lines.index(line) + 1, rest)
            line.quantity = held
        line.lot, line.use_by = lot.code, lot.use_by
        if line.usual and line.factor == 1:
            line.price = line.usual if lot.price is None else lot.price
        page.row = cart.lines.index(line)
        page.answered()


def _detail(lot: TillLot) -> str:
    words = [translate("Till", "{0} on hand").format(figures.quantity(lot.on_hand))]
    if lot.use_by is not None:
        day = figures.day(clock.day_date(lot.use_by))
        words.insert(0, translate("Till", "use by {0}").format(day))
    return " · ".join(words)


def _right(lot: TillLot) -> str:
    if lot.state == BLOCKED:
        return translate("Till", "blocked")
    if lot.state == EXPIRED:
        return translate("Till", "expired")
    return "" if lot.price is None or lot.state != GOOD else figures.price(lot.price)
