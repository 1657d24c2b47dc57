"""What the till asks in its scan row: quantity, price, discount, customer, a receipt's number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from erp_desktop.core import errors
from erp_desktop.core.money import decimal_from, money, price_parts, quantity_parts
from erp_desktop.reports import till_rows
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.services.sales.return_rules import return_rules
from erp_desktop.services.users import rights
from erp_desktop.views import figures, wording
from erp_desktop.views.till.cart import Cart, CartLine, discount_from, most_off
from erp_desktop.views.till.reasons import reason_word
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
        """How much of the line; of goods kept in pieces beside the weight F2 again asks those."""
        line, band = self._page.line(), self._band
        if line is None:
            return
        if self._page.scan.asking() and band.switch is not None and line.catch_unit:
            band.switch.choose("weight" if band.switched() == "pieces" else "pieces")
            self._show_amount()
            return
        words = translate("Till", "Quantity of {0}").format(line.name)
        both = [("weight", line.unit), ("pieces", line.catch_unit)] if line.catch_unit else []
        band.ask(words, self._set_quantity, figures.plain(line.quantity), "", both)
        if band.switch is not None:
            band.switch.chosen.connect(self._show_amount)
        self._page.scan.show_band()

    def _show_amount(self) -> None:
        line, field = self._page.line(), self._band.field
        if line is not None:
            pieces = self._band.switched() == "pieces"
            field.setText(figures.plain(line.pieces if pieces else line.quantity))
            field.setFocus()
            field.selectAll()

    def _set_quantity(self, text: str) -> None:
        value, line = _above_zero(text, "quantity"), self._page.line()
        quantity_parts(value)
        if line is not None and self._band.switched() == "pieces":
            line.pieces = value
        elif line is not None:
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
        if line is None:
            return

        def do() -> None:
            line.price, line.code, line.usual = value, "", Decimal(0)
            line.fixed, line.why = True, ""
            self._page.answered()

        if value == line.price:
            do()
            return
        words = translate("Till", "{0}: {1} instead of {2}").format(
            line.name, figures.price(value), figures.price(line.price)
        )
        self._page.permission.need(rights.PRICE, words, do)

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
            most = most_off(cart, self._page.facts)
        finally:
            of.percent_off, of.off = before

        def do() -> None:
            of.percent_off, of.off = percent, off
            self._page.answered()

        words = translate("Till", "{0}% off").format(figures.quantity(round(most, 1)))
        self._page.permission.need(rights.DISCOUNT, words, do, most)

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

    def hold_name(self) -> None:
        """Put the cart aside under a name."""
        page = self._page
        if page.cart.lines:
            words = translate("Till", "Hold the cart under the name")
            self._ask(words, page.holding.hold_under, page.cart.name or page.cart.customer)

    def held(self) -> None:
        """Which of the held carts to take up."""
        page = self._page
        if not page.carts.held:
            return
        words = translate("Till", "Resume which cart?")
        self._band.choose(words, self._held_carts, self._resume, translate("Till", "Name or time"))
        page.scan.show_band(offer=True)

    def _held_carts(self, text: str) -> list[Found]:
        page = self._page
        found = []
        for at, cart in enumerate(page.carts.held):
            name, words = page.face.held_words(cart)
            if text.strip().lower() in f"{name} {words}".lower():
                found.append(Found(at, name, words))
        return found

    def _resume(self, found: Found) -> None:
        self._page.holding.resume(int(found.key))

    def turn_around(self) -> None:
        """Goods come back without a receipt: the cart is turned around, or back again."""
        page = self._page
        if page.cart.returning:
            page.cart.returning = False
            page.answered()
            return

        def do() -> None:
            page.cart.returning = True
            page.answered()

        words = translate("Till", "Take goods back without a receipt")
        page.permission.need(rights.NO_RECEIPT, words, do)

    def reason(self, then: Callable[[], object]) -> None:
        """Why goods come back without a receipt, before the money is given."""
        page = self._page

        known = page.office.ask(return_rules).offered
        offered = [Found(at, reason_word(one), "") for at, one in enumerate(known)]

        def find(text: str) -> list[Found]:
            wanted = text.strip().lower()
            return [one for one in offered if wanted in one.title.lower()] or offered

        def chosen(found: Found) -> None:
            one = known[int(found.key)]
            page.cart.reason, page.cart.goes = one.code, one.goes
            page.scan.ready()
            then()

        words = translate("Till", "Why does it come back?")
        self._band.choose(words, find, chosen, translate("Till", "Reason"))
        page.scan.show_band(offer=True)

    def reprint(self) -> None:
        """Another receipt: by its number, or the newest ones to choose from."""
        words = translate("Till", "Print again: receipt number")
        self._ask(words, self._reprint, "", translate("Till", "Empty for the last one"))

    def _reprint(self, text: str) -> None:
        page = self._page
        if not text:
            page.scan.ready()
            page.checkout.reprint()
            return
        sale_id = page.office.ask(till_rows.sale_by_number, text)
        page.scan.ready()
        page.checkout.print_again(sale_id)

    def receipt(self) -> None:
        """Whose goods come back: by the receipt's number; nothing typed is the last receipt."""
        words = translate("Till", "Return: receipt number")
        self._ask(words, self._open_return, "", translate("Till", "Empty for the last one"))

    def _open_return(self, text: str) -> None:
        page = self._page
        last = page.office.ask(till_rows.last_sale, sales_only=True)
        number = text or (last.number if last else "")
        sale_id = page.office.ask(till_rows.sale_by_number, number)
        page.leave_for_return(sale_id)

    def _ask(self, words: str, take: Callable[[str], object], value: str, hint: str = "") -> None:
        self._band.ask(words, take, value, hint)
        self._page.scan.show_band()


def _above_zero(text: str, name: str, *, zero: bool = False) -> Decimal:
    """A typed number above zero (or zero where that is fine). Raises NotANumber, NotPositive."""
    value = decimal_from(text)
    if value < 0 or (not value and not zero):
        raise errors.NotPositive(name, value)
    return value
