"""What the till asks in its scan row: quantity, price, discount, customer, a receipt's number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import decimal_from, money, price_parts, quantity_parts
from erp_desktop.reports import till_rows
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.views import figures, wording
from erp_desktop.views.till.cart import Cart, CartLine, discount_from
from erp_desktop.views.widgets.finder import Found

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class Questions:
    """Each question is one key away; its answer goes into the cart."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self._band = page.scan.band

    def quantity(self) -> None:
        line = self._page.line()
        if line is not None:
            words = translate("Till", "Quantity of {0}").format(line.name)
            self._ask(words, self._set_quantity, figures.plain(line.quantity))

    def _set_quantity(self, text: str) -> None:
        value, line = _above_zero(text, "quantity"), self._page.line()
        quantity_parts(value)
        if line is not None:
            line.quantity = value
        self._page.answered()

    def price(self) -> None:
        line = self._page.line()
        if line is not None:
            words = translate("Till", "Price of {0}").format(line.name)
            self._ask(words, self._set_price, figures.plain(line.price, self._page.facts.places))

    def _set_price(self, text: str) -> None:
        value, line = _above_zero(text, "price", zero=True), self._page.line()
        price_parts(value)
        if line is not None:
            line.price = value
        self._page.answered()

    def discount(self) -> None:
        """On the line or on the whole cart; F4 again changes which."""
        if self._page.scan.asking() and self._band.switch is not None:
            self._band.switch.choose("whole" if self._band.switched() == "line" else "line")
            return
        if self._page.line() is None:
            return
        choices = [
            ("line", translate("Till", "This line")),
            ("whole", translate("Till", "Whole cart")),
        ]
        hint = translate("Till", "10% or 1.50")
        self._band.ask(translate("Till", "Discount"), self._set_discount, "", hint, choices)
        self._page.scan.show_band()

    def _set_discount(self, text: str) -> None:
        percent, off = discount_from(text)
        cart, whole = self._page.cart, self._band.switched() == "whole"
        of: Cart | CartLine | None = cart if whole else self._page.line()
        if of is None:
            return
        before = of.percent_off, of.off
        of.percent_off, of.off = percent, off
        try:
            self._require(cart, off if whole else Decimal(0))
        except RuleBroken:
            of.percent_off, of.off = before
            raise
        self._page.answered()

    def _require(self, cart: Cart, off: Decimal) -> None:
        """Raises DiscountTooLarge, also for more off the whole cart than it comes to."""
        facts = self._page.facts
        priced = cart.amounts(facts)
        base = money(priced.total + priced.discount, facts.places)
        if off > base:
            raise errors.DiscountTooLarge(off, base)

    def customer(self) -> None:
        words = translate("Till", "Customer")
        hint = translate("Till", "Name, code, phone or initials")
        self._band.choose(words, self._customers, self._set_customer, hint)
        self._page.scan.show_band()

    def _customers(self, text: str) -> list[Found]:
        found = self._page.office.ask(find_partners, text, "is_customer", 9)
        return [Found(one.id, one.name, one.code) for one in found]

    def _set_customer(self, found: Found) -> None:
        self._page.set_customer(found.key, found.title)

    def receipt(self) -> None:
        """Whose goods come back: by the receipt's number; nothing typed is the last receipt."""
        words = translate("Till", "Return: receipt number")
        self._ask(words, self._open_return, "", translate("Till", "Empty for the last one"))

    def _open_return(self, text: str) -> None:
        page = self._page
        last = page.office.ask(till_rows.last_sale, sales_only=True)
        number = text or (last.number if last else "")
        sale_id = page.office.ask(till_rows.sale_by_number, number)
        page.scan.ready()
        page.wanted.emit("sale_return", sale_id)

    def _ask(self, words: str, take: Callable[[str], object], value: str, hint: str = "") -> None:
        self._band.ask(words, take, value, hint)
        self._page.scan.show_band()


def _above_zero(text: str, name: str, *, zero: bool = False) -> Decimal:
    """A typed number above zero (or zero where that is fine). Raises NotANumber, NotPositive."""
    value = decimal_from(text)
    if value < 0 or (not value and not zero):
        raise errors.NotPositive(name, value)
    return value
