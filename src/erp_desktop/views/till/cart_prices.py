"""Prices that follow the customer: what nobody typed costs what it costs whose cart it is.

A typed price and one that stood on a label stay. Without levels and agreements in the shop, or
without a customer, nothing is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.catalogue.pricing import LOT, Offered, Wish, offered_to
from erp_desktop.views import price_words

if TYPE_CHECKING:
    from erp_desktop.views.till.cart import CartLine
    from erp_desktop.views.till.page import TillPage


class CartPrices:
    """`follow()` before the cart is shown."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def follow(self) -> None:
        """Propose the prices of the open cart's lines anew, where they may be others."""
        page, cart = self._page, self._page.cart
        open_lines = [line for line in cart.lines if not line.fixed]
        followed = cart.customer_id is not None or any(line.why for line in open_lines)
        if not page.facts.levels or not followed or not open_lines:
            return
        plain = [_wish(line) for line in open_lines]
        of_lots = [line for line in open_lines if line.lot]
        wishes = [*plain, *(_wish(line, lot=line.lot) for line in of_lots)]
        try:
            found = page.office.ask(offered_to, cart.customer_id, wishes, clock.today())
        except RuleBroken:  # a product or unit that is gone: it is said when it is sold
            return
        for line, usual in zip(open_lines, found, strict=False):
            _put(line, usual, usual)
        for line, of_lot, usual in zip(
            of_lots, found[len(plain):],
            (one for line, one in zip(open_lines, found, strict=False) if line.lot), strict=True,
        ):  # fmt: skip
            _put(line, of_lot, usual)


def _wish(line: CartLine, lot: str = "") -> Wish:
    unit = line.unit if line.factor != 1 else ""
    return Wish(line.product_id, unit, line.quantity, lot)


def _put(line: CartLine, found: Offered, usual: Offered) -> None:
    """The price, the one that its lot's stands in for, and why."""
    line.price, line.usual = found.price, usual.price
    line.why = "" if found.rule == LOT else price_words.why(found)
