"""Shipping what the rules refuse: what is not on hand, what has expired. By right, or by a yes.

Whoever may do it is not asked; anybody else asks a colleague for their PIN. What was agreed to
counts for one try.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.users import rights
from erp_desktop.services.users.rights import Approve, rights_of
from erp_desktop.views import wording
from erp_desktop.views.lending import ask_who_may
from erp_desktop.views.trade.answers import Then
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.page import Page

translate = wording.translate
TAKES: Final = {
    errors.NotEnoughStock: (rights.BELOW_STOCK, "below_stock"),
    errors.LotExpired: (rights.EXPIRED, "allow_expired"),
    errors.CreditLimitReached: (rights.OVER_LIMIT, "over_limit"),
}


class Anyway:
    """`answer` to a refusal; `facts` go into the command of the next try."""

    def __init__(self, page: Page, again: Callable[[], object]) -> None:
        self._page, self._again = page, again
        self._facts: dict[str, Any] = {}
        self._last: dict[str, Any] = {}  # what the try before was agreed to

    def answer(self, broken: RuleBroken) -> Answer | None:
        """*Ship anyway*, where a right is all that it takes."""
        if type(broken) not in TAKES:
            return None
        right, fact = TAKES[type(broken)]
        words = translate("Trade", "Ship anyway")
        if right == rights.OVER_LIMIT:
            words = translate("Trade", "Sell anyway")
        return Answer(words, Then(self._need, right, fact, wording.explain(broken)))

    def facts(self) -> dict[str, Any]:
        """What was agreed to, once."""
        self._last, self._facts = self._facts, {}
        return self._last

    def _need(self, right: str, fact: str, words: str) -> None:
        kept = {**self._last, fact: True}
        if self._page.office.ask(rights_of).may(right):
            self._go_on(kept)
            return
        wanted = Approve(right, 0, "", words=words)
        ask_who_may(self._page.office, wanted, partial(self._allowed, kept), self._page)

    def _allowed(self, kept: dict[str, Any], approval_id: int) -> None:
        self._go_on({**kept, "approvals": (*kept.get("approvals", ()), approval_id)})

    def _go_on(self, facts: dict[str, Any]) -> None:
        self._facts = facts
        self._again()
