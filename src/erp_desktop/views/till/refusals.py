"""What the till says when a rule says no: under the line that it is about, with the ways out.

The first way out is what Enter does. What takes a right is asked of whoever may.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.till_lots import GOOD
from erp_desktop.services.users import rights
from erp_desktop.views import figures, wording
from erp_desktop.views.till.cart import ACCOUNT
from erp_desktop.views.widgets.banner import Answer

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate
OF_A_LOT = (
    errors.LotExpired, errors.LotBlocked, errors.LotShort, errors.LotNeeded, errors.UnknownLot,
    errors.SerialNotOne,
)  # fmt: skip


class Refusals:
    """Says why not, and does what is answered. `paying` says that the money was being taken."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self.paying = False

    def say(self, broken: RuleBroken) -> None:
        """At the line where it is a line's fault, else under the scan field."""
        page = self._page
        sku, lot = broken.facts.get("sku"), broken.facts.get("lot")
        rows = [at for at, line in enumerate(page.cart.lines) if line.sku == sku]
        rows = [at for at in rows if page.cart.lines[at].lot == lot] or rows
        answers = self._answers(broken)
        if not rows or not answers:
            self._above(broken)
            return
        page.row = rows[0]
        page.card.view.choose(page.row)
        page.card.view.refuse(page.row, wording.explain(broken), answers)

    def _above(self, broken: RuleBroken) -> None:
        """Under the scan field: about the whole cart, or about the part of a kit."""
        page = self._page
        if isinstance(broken, errors.NotEnoughStock) and page.cart.lines:
            answers = [Answer(translate("Till", "Cancel"), page.scan.ready), self._anyway(broken)]
            page.banner.refuse(wording.explain(broken), answers, serious=False)
            return
        if isinstance(broken, errors.CreditLimitReached):
            page.banner.refuse(wording.explain(broken), self._on_credit(broken), serious=False)
            return
        page.banner.refuse(wording.explain(broken))
        page.scan.field.setFocus()

    def _on_credit(self, broken: RuleBroken) -> list[Answer]:
        """Pay now, or owe more than the limit by right."""
        asked = wording.explain(broken)
        return [
            Answer(translate("Till", "Take payment"), self._pay_now),
            Answer(translate("Till", "Sell anyway"),
                   lambda: self._need(rights.OVER_LIMIT, asked, self._over_limit)),
        ]  # fmt: skip

    def _pay_now(self) -> None:
        """What was put on account is paid by the first means instead."""
        page = self._page
        page.cart.paid = [part for part in page.cart.paid if part.method != ACCOUNT]
        page.checkout.choose(next(iter(page.money.methods)))
        page.changed()
        page.to_money()

    def _over_limit(self) -> None:
        self._page.cart.over_limit = True
        self._go_on()

    def _answers(self, broken: RuleBroken) -> list[Answer]:
        if isinstance(broken, errors.NotEnoughStock):
            found = self._too_little(broken)
        elif isinstance(broken, OF_A_LOT):
            found = self._of_a_lot(broken)
        else:
            return []
        return [*found, Answer(translate("Till", "Cancel"), self._leave)]

    def _out(self) -> Answer:
        """Never what Enter does first, unless nothing better is left: *sell anyway* comes after."""
        return Answer(translate("Till", "Take it out"), self._page.work.remove)

    def _too_little(self, broken: errors.NotEnoughStock) -> list[Answer]:
        held = Decimal(broken.facts["available"])
        words = translate("Till", "Sell {0}").format(figures.quantity(held))
        found = [Answer(words, lambda: self._sell_what_is_there(held))] if held > 0 else []
        return [*found, self._out(), self._anyway(broken)]

    def _anyway(self, broken: errors.NotEnoughStock) -> Answer:
        """Sell what is not on hand, by right."""
        facts = broken.facts
        asked = translate("Till", "Sell {0} of {1}, {2} on hand").format(
            figures.quantity(Decimal(facts["wanted"])), facts["sku"],
            figures.quantity(Decimal(facts["available"])),
        )  # fmt: skip
        return Answer(
            translate("Till", "Sell anyway"),
            lambda: self._need(rights.BELOW_STOCK, asked, self._below_stock),
        )

    def _of_a_lot(self, broken: RuleBroken) -> list[Answer]:
        """Another lot, the next to expire first; an expired one by whoever may."""
        found = []
        row = next((one for one in self._page.cart.lines if one.sku == broken.facts["sku"]), None)
        taken = self._page.cart.by_lot(row.product_id) if row is not None else {}
        lots = [one for one in self._page.lots.lots_of(row) if one.state == GOOD]
        other = [one for one in lots if one.code != broken.facts.get("lot")
                 and one.on_hand > taken.get(one.code, Decimal(0))]  # fmt: skip
        if other and row is not None and row.track != "serial":
            words = translate("Till", "Take lot {0}").format(other[0].code)
            found.append(Answer(words, lambda: self._take_lot(other[0].code)))
        if len(other) > 1 or (other and not found):
            found.append(Answer(translate("Till", "Choose…"), self._page.lots.ask))
        found.append(self._out())
        if isinstance(broken, errors.LotExpired):
            asked = wording.explain(broken)
            anyway = translate("Till", "Sell anyway")
            found.append(Answer(anyway, lambda: self._need(rights.EXPIRED, asked, self._expired)))
        return found

    # -- what is answered --------------------------------------------------------------------------

    def _sell_what_is_there(self, held: Decimal) -> None:
        line = self._page.line()
        if line is not None:
            line.quantity = held
        self._page.answered()

    def _take_lot(self, code: str) -> None:
        line = self._page.line()
        lot = next((one for one in self._page.lots.lots_of(line) if one.code == code), None)
        if line is not None and lot is not None:
            self._page.lots.put(line, lot)

    def _need(self, right: str, words: str, then: Callable[[], object]) -> None:
        self._page.card.view.clear_refusal()
        self._page.permission.need(right, words, then)

    def _below_stock(self) -> None:
        self._page.cart.below_stock = True
        self._go_on()

    def _expired(self) -> None:
        self._page.cart.allow_expired = True
        self._go_on()

    def _go_on(self) -> None:
        """Take the money where it was being taken, else go on scanning."""
        self._page.answered()
        if self.paying:
            self._page.checkout.take()

    def _leave(self) -> None:
        self._page.card.view.clear_refusal()
        self._page.scan.ready()
