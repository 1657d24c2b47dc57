"""What the person on duty may not do alone: a colleague says yes with their PIN, and it goes on."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from erp_desktop.services.users import rights
from erp_desktop.services.users.rights import Approve
from erp_desktop.views import wording
from erp_desktop.views.right_words import right_word
from erp_desktop.views.till.pin_dialogs import ApprovalDialog

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate


class Permission:
    """`need` does something at once, or after somebody allowed it."""

    def __init__(self, page: TillPage) -> None:
        self._page = page

    def need(
        self, right: str, words: str, then: Callable[[], object], percent: Decimal = Decimal(0)
    ) -> None:
        """Do `then` if the person may, else ask who allows it; `words` say what it is about."""
        own = self._page.facts.rights
        fine = own.may_take_off(percent) if right == rights.DISCOUNT else own.may(right)
        if fine:
            then()
            return
        self._ask(right, words, then, percent)

    def _ask(self, right: str, words: str, then: Callable[[], object], percent: Decimal) -> None:
        page, cart = self._page, self._page.cart
        wanted = Approve(right, 0, "", percent, words)
        title = translate("Till", "Who allows it: {0}?").format(right_word(right))
        dialog = ApprovalDialog(page.office, title, wanted, page)

        def given(approval_id: int) -> None:
            cart.approvals.append(approval_id)
            then()

        dialog.given.connect(given)
        dialog.finished.connect(page.scan.ready)
        dialog.open()
