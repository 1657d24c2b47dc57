"""What the till's page shows: lines, carts, sums, parts paid, the customer, the keys in use."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from erp_desktop.core.money import money
from erp_desktop.reports import till_rows
from erp_desktop.views import figures, wording
from erp_desktop.views.till.cart import ACCOUNT, Cart, Deed
from erp_desktop.views.till.cart_card import held_words
from erp_desktop.views.till.means import learn, means_word
from erp_desktop.views.till.showing import cart_words, customer_words, line_row, sums_of

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate
PAID = "✓"  # sold, and nothing came back


class Sold(NamedTuple):
    """The end of a sale in large figures: what the figure is, and the figure."""

    words: str
    figure: str


def sold_words(deed: Deed) -> Sold:
    """What the customer gets in the hand: change, money for goods that came back, or nothing."""
    if deed.back and deed.given:
        return Sold(translate("Till", "Given back"), figures.money_with_sign(deed.given))
    if deed.change:
        return Sold(translate("Till", "Change"), figures.money_with_sign(deed.change))
    return Sold(translate("Till", "Paid"), PAID)


class Face:
    """Draws the page from its carts and facts. `sold` is what stays to be read after a sale."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self.sold: Sold | None = None

    def show(self) -> None:
        """Show everything that follows from the carts."""
        page, cart, view = self._page, self._page.cart, self._page.card.view
        priced = cart.amounts(page.facts)
        page.row = min(page.row, len(cart.lines) - 1)
        rows = [
            line_row(line, amount, page.facts)
            for line, amount in zip(cart.lines, priced.lines, strict=True)
        ]
        view.show_lines(rows, page.row)
        page.card.show_empty(empty=not rows, returning=cart.returning)
        page.tabs.show_carts(
            cart_words(cart), len(rows), [self.held_words(one) for one in page.carts.held]
        )
        let_off = cart.let_off(page.facts, page.money.method())
        page.money.sums.show_sums(*sums_of(cart, priced, page.facts, let_off))
        if self.sold and not rows:
            page.money.sums.show_sums([], *self.sold, "ok")
        shown = [
            (means_word(part.method), figures.money_with_sign(part.amount)) for part in cart.paid
        ]
        if cart.back is not None:
            said = translate("Till", "Back of {0}").format(cart.back.number)
            shown.insert(0, (said, figures.money_with_sign(Decimal(cart.back.worth))))
        page.money.show_parts(shown)
        page.checkout.show()
        page.display.show(page)
        self.show_keys()

    def show_facts(self) -> None:
        """Show what the shop and the shift say."""
        facts = self._page.facts
        learn(facts.means)
        self._page.money.offer((*(one.code for one in facts.means), ACCOUNT))
        self._page.strip.show_facts(facts)

    def show_keys(self) -> None:
        """Say which function keys do something now."""
        page = self._page
        page.keys.show_use(line=page.line() is not None, held=len(page.carts.held))

    def show_customer(self) -> None:
        page = self._page
        ident = page.cart.customer_id
        known = page.office.ask(till_rows.customer_facts, ident) if ident is not None else None
        if known is None:
            page.money.customer.show_customer("", "")
            return
        page.money.customer.show_customer(known.name, customer_words(known))

    def held_words(self, cart: Cart) -> tuple[str, str]:
        """What a held cart is called, and what to know of it."""
        total = money(cart.amounts(self._page.facts).total, self._page.facts.places)
        name = cart.name or cart.customer
        return held_words(name, cart.held_at, figures.money_with_sign(total))
