"""From a code or a name to the cart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from erp_desktop.core import clock
from erp_desktop.core.errors import LotBlocked, LotExpired, RuleBroken
from erp_desktop.reports import till_rows
from erp_desktop.reports.till_lots import BLOCKED, EXPIRED, TRACKED, with_lot
from erp_desktop.reports.till_rows import Ware
from erp_desktop.views import figures, wording
from erp_desktop.views.widgets.finder import Found

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class Shelf:
    """Finds products for the till's cart."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def enter(self, code: str) -> None:
        """A code was scanned or typed."""
        page = self._page
        try:
            found = page.office.ask(till_rows.scanned_ware, code, page.facts.place_id)
        except RuleBroken as broken:
            page.refuse(broken)
            return
        if found is None:
            self.meet_stranger(code)
        else:
            self._put(found, code)

    def put(self, product_id: int) -> None:
        """One of a product, by its id."""
        page = self._page
        found = page.office.ask(till_rows.ware, product_id, page.facts.place_id)
        if found is not None:
            self._put(found)

    def _put(self, found: Ware, code: str = "") -> None:
        """Into the cart, of the lot that goes first; a lot that may not be sold is said at once."""
        page = self._page
        if found.track in TRACKED and not page.cart.returning:
            taken = page.cart.by_lot(found.id)
            found = page.office.ask(with_lot, found, page.facts.place_id, taken)
        page.put(found, code)
        if found.catch_unit and found.pieces is None:
            page.questions.quantity()  # it was not weighed yet
        if found.lot_state == BLOCKED:
            page.refuse(LotBlocked(found.sku, found.lot, found.blocked))
        elif found.lot_state == EXPIRED and not page.cart.allow_expired:
            day = clock.day_date(found.use_by or 0)
            page.refuse(LotExpired(found.sku, found.lot, day))

    def pick(self, found: Found) -> None:
        """A suggestion was chosen."""
        self.put(found.key)

    def find(self, text: str) -> list[Found]:
        """Suggestions for what is being typed."""
        page = self._page
        found = page.office.ask(till_rows.wares, text, page.facts.place_id)
        return [
            Found(one.id, one.name, stock_words(one), figures.price(one.price)) for one in found
        ]

    def knows(self, code: str) -> bool:
        """Whether a code stands for a product; a damaged one is entered too, to be explained."""
        try:
            return not self._page.office.ask(till_rows.code_is_free, code)
        except RuleBroken:
            return True

    def meet_stranger(self, code: str) -> None:
        """No product has the code: it is a member's, or a receipt's (its return), else new."""
        page = self._page
        known = page.office.ask(till_rows.customer_by_code, code.strip())
        if known is not None:
            page.set_customer(*known)
            return
        try:
            sale_id = page.office.ask(till_rows.sale_by_number, code)
        except RuleBroken:
            page.stranger.offer(code)
            return
        page.leave_for_return(sale_id)


def stock_words(ware: Ware) -> str:
    """A product's code and what is on hand."""
    if not ware.goods:
        return ware.sku
    held = figures.quantity(ware.on_hand)
    return translate("Till", "{0} · {1} on hand").format(ware.sku, held)
