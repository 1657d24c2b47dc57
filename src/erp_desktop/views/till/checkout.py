"""Taking the money: the parts of a split payment, the sale, the change, the receipt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.core.states import Kind
from erp_desktop.services.paper import Posted
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.till import PaidBy, sell_at_till
from erp_desktop.views import figures, wording
from erp_desktop.views.till.cart import ACCOUNT, Deed, deed_of
from erp_desktop.views.till.money_side import means_word
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
        due = self._page.cart.due(self._page.facts)
        return deed_of(due, self._side.method(), self._side.value())

    def choose(self, code: str) -> None:
        """Pay by this means; owing needs to know who owes."""
        if code == ACCOUNT and self._page.cart.customer_id is None:
            self._page.questions.customer()
            return
        self._side.choose_method(code)
        self._side.clear()
        self.show()

    def take(self) -> None:
        """Do what the button says: a part, or the whole, and then the sale is done."""
        deed, cart = self.deed(), self._page.cart
        if not cart.lines or not self._side.take.isEnabled():
            return
        if deed.whole:
            self._sell(deed)
            return
        cart.paid.append(PaidBy(deed.method, deed.given))
        self._side.clear()
        self._page.changed()

    def _sell(self, deed: Deed) -> None:
        page = self._page
        command = page.cart.command(page.facts, self._last_payment(deed))
        try:
            posted = page.office.do(sell_at_till, command)
        except RuleBroken as broken:
            page.refuse(broken)
            return
        page.sold(deed)
        receipt = Receipt(page, Kind.SALE, posted.id)
        self._say(posted, deed, receipt)
        QTimer.singleShot(0, page, receipt.print_quietly)

    def _last_payment(self, deed: Deed) -> PaidBy | None:
        """With a part on account the cash must be told net: what is owed gives no change."""
        owed = any(part.method == ACCOUNT for part in self._page.cart.paid)
        amount = deed.given - deed.change if owed else deed.given
        return PaidBy(deed.method, amount) if amount and deed.method != ACCOUNT else None

    def _say(self, posted: Posted, deed: Deed, receipt: Receipt) -> None:
        words = translate("Till", "Sold {0}").format(posted.number)
        if deed.change:
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
        due, deed = cart.due(self._page.facts), self.deed()
        side.left.say(translate("Till", "Still to pay"), figures.money_with_sign(due))
        side.given.caption(translate("Till", "{0} given").format(means_word(side.method())))
        change = figures.money_with_sign(deed.change) if deed.change else ""
        side.change.say(translate("Till", "Change"), change)
        side.show_quick(max(due, ZERO), quick_of(due, side.method(), self._page.facts))
        side.take.say(words_of_deed(deed, due, empty=not cart.lines))
        fine = not deed.refused and not side.given.refused
        side.take.setEnabled(bool(cart.lines) and fine)
