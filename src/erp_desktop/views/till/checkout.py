"""Taking the money: the parts of a split payment, the sale, the change, the receipt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.core.states import Kind
from erp_desktop.reports import till_rows
from erp_desktop.services.paper import Posted
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.returning import return_from_customer
from erp_desktop.services.sales.till import PaidBy, sell_at_till
from erp_desktop.views import figures, wording
from erp_desktop.views.till.cart import ACCOUNT, Cart, Deed, deed_of
from erp_desktop.views.till.means import means_word
from erp_desktop.views.till.receipts import Receipt
from erp_desktop.views.till.showing import quick_of, words_of_deed

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class Checkout:
    """Works the right side of the till."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self._side = page.money

    def deed(self) -> Deed:
        """What the one button would do now."""
        due = self.due()
        giving = self._page.cart.gives_back(due)
        return deed_of(due, self._side.method(), self._side.value(), giving=giving)

    def due(self) -> Decimal:
        """What is still to pay by the means that is chosen."""
        return self._page.cart.due(self._page.facts, self._side.method())

    def choose(self, code: str) -> None:
        """Pay by this means; owing needs to know who owes."""
        if code == ACCOUNT and self._page.cart.customer_id is None:
            self._page.questions.customer()
            return
        self._side.choose_method(code)
        self._side.clear()
        self.show()

    def choose_nth(self, at: int) -> None:
        """Pay by the means at this place, if there is one; an amount can be typed at once."""
        codes = list(self._side.methods)
        if at < len(codes):
            self.choose(codes[at])
            if not self._page.scan.asking():
                self._page.to_money()

    def exact(self) -> None:
        """Take exactly what is due, whatever was typed."""
        self._side.clear()
        self.take()

    def take(self) -> None:
        """Do what the button says: a part, or the whole, and then the sale is done."""
        deed, cart = self.deed(), self._page.cart
        self._page.refusals.paying = True
        if not (cart.lines or cart.back) or not self._side.take.isEnabled():
            return
        if cart.returning:
            self._give_back(deed)
        elif deed.back or deed.whole:
            self._sell(deed)
        else:
            cart.paid.append(PaidBy(deed.method, deed.given))
            self._side.clear()
            self._page.changed()

    def _sell(self, deed: Deed) -> None:
        page, cart = self._page, self._page.cart
        last = None if deed.back else self._last_payment(deed)
        if cart.back is not None and cart.lines:
            posted = page.exchanges.post(deed, last)
        else:
            posted = self._post(cart, last)
        if posted is None:
            return
        cash = any(part.method == "cash" for part in (*cart.paid, *([last] if last else ())))
        page.sold(deed)
        receipt = Receipt(page, Kind.SALE, posted.id, cash=cash or deed.method == "cash")
        self._say(posted, deed, receipt)
        QTimer.singleShot(0, page, receipt.print_quietly)

    def _post(self, cart: Cart, last: PaidBy | None) -> Posted | None:
        page = self._page
        let_off = cart.let_off(page.facts, self._side.method())
        try:
            return page.office.do(sell_at_till, cart.command(page.facts, last, let_off))
        except RuleBroken as broken:
            page.refuse(broken)
            return None

    def _give_back(self, deed: Deed) -> None:
        """Goods without a receipt: first why, then the money."""
        page, cart = self._page, self._page.cart
        if not cart.reason:
            page.questions.reason(self.take)
            return
        command = cart.without_receipt(page.facts, deed.method)
        try:
            posted = page.office.do(return_from_customer, command)
        except RuleBroken as broken:
            page.refuse(broken)
            return
        page.sold(Deed(deed.method, deed.given, ZERO, ZERO, back=True))
        receipt = Receipt(page, Kind.SALES_RETURN, posted.id, cash=deed.method == "cash")
        amount = figures.money_with_sign(deed.given)
        words = translate("Till", "{0}: {1} given back").format(posted.number, amount)
        undo = receipt.offered_with(self._undoing(posted))
        page.said.emit(words, translate("Till", "Undo"), undo)
        QTimer.singleShot(0, page, receipt.print_quietly)

    def reprint(self) -> None:
        """The last receipt once more: printed, or shown where no printer was chosen."""
        last = self._page.office.ask(till_rows.last_sale)
        if last is not None:
            Receipt(self._page, last.kind, last.id).again()

    def print_again(self, sale_id: int) -> None:
        """A receipt once more, by its sale."""
        Receipt(self._page, Kind.SALE, sale_id).again()

    def _last_payment(self, deed: Deed) -> PaidBy | None:
        """With a part on account the cash must be told net: what is owed gives no change."""
        owed = any(part.method == ACCOUNT for part in self._page.cart.paid)
        amount = deed.given - deed.change if owed else deed.given
        return PaidBy(deed.method, amount) if amount and deed.method != ACCOUNT else None

    def _say(self, posted: Posted, deed: Deed, receipt: Receipt) -> None:
        words = translate("Till", "Sold {0}").format(posted.number)
        if deed.back:
            back = figures.money_with_sign(deed.given)
            words = translate("Till", "Exchanged {0}, {1} given back").format(posted.number, back)
        elif deed.change:
            change = figures.money_with_sign(deed.change)
            words = translate("Till", "Sold {0}, change {1}").format(posted.number, change)
        if posted.warnings:
            short = ", ".join(sorted({one.facts.get("sku", "") for one in posted.warnings}))
            words += "  ·  " + translate("Till", "below zero: {0}").format(short)
        undo = receipt.offered_with(self._undoing(posted))
        self._page.said.emit(words, translate("Till", "Undo"), undo)

    def _undoing(self, posted: Posted) -> Callable[[], None]:
        page = self._page

        def undo() -> None:
            try:
                page.office.do(reverse, posted.id)
            except RuleBroken as broken:
                page.refuse(broken)
            else:
                page.forget_sold()

        return undo

    def show(self) -> None:
        """What is due, what was given, what comes back, and the words on the button."""
        side, cart = self._side, self._page.cart
        side.offer_account(offered=cart.customer_id is not None)
        due, deed = self.due(), self.deed()
        words = (
            translate("Till", "To give back") if deed.back else translate("Till", "Still to pay")
        )
        side.left.say(words, figures.money_with_sign(abs(due) if deed.back else due))
        side.given.caption(translate("Till", "{0} given").format(means_word(side.method())))
        change = figures.money_with_sign(deed.change) if deed.change else ""
        side.change.say(translate("Till", "Change"), change)
        asked = ZERO if deed.back else max(due, ZERO)
        side.show_quick(asked, quick_of(asked, side.method(), self._page.facts))
        side.take.say(words_of_deed(deed, due, cart))
        side.given.setEnabled(not deed.back)
        fine = not deed.refused and not side.given.refused
        side.take.setEnabled(bool(cart.lines) and fine)
