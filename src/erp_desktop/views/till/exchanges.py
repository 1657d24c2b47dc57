"""Exchanges at the till: what was brought back waits in the cart until something goes for it.

The page of a return leaves it as a draft, so that it survives whatever happens between the two
pages; the till takes it up into its open cart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.sales.exchanging import exchange
from erp_desktop.services.sales.till import PaidBy
from erp_desktop.services.shop.drafts import Kept, discard_draft
from erp_desktop.views.drafts import quietly
from erp_desktop.views.till.cart import Back, Deed

if TYPE_CHECKING:
    from erp_desktop.services.paper import Posted
    from erp_desktop.views.till.page import TillPage

EXCHANGE_DRAFT = "till-exchange"


class Exchanges:
    """Takes up what was brought back, and posts the exchange."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def take_up(self, kept: Kept | None) -> None:
        """Put what a return page left into the open cart; a cart with goods is held first."""
        if kept is None:
            return
        page = self._page
        if page.cart.lines or page.cart.back:
            page.carts.hold()
        page.cart.back = Back(**kept.content["back"])
        page.cart.customer_id = kept.content.get("customer_id")
        page.cart.customer = kept.content.get("customer", "")
        page.face.sold = None
        page.keep()
        quietly(page.office, discard_draft, EXCHANGE_DRAFT)
        page.face.show_customer()

    def post(self, deed: Deed, last: PaidBy | None) -> Posted | None:
        """Take back and sell in one; a refusal is said on the page and gives None."""
        page = self._page
        try:
            done = page.office.do(exchange, page.cart.exchange(page.facts, last, deed.method))
        except RuleBroken as broken:
            page.refuse(broken)
            return None
        return done.going
