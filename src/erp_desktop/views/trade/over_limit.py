"""A customer who would owe more than he may: an order is confirmed, a quotation accepted, all the
same, by right or by a colleague's yes."""

from typing import TYPE_CHECKING, Any

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind
from erp_desktop.services.ordering import accept_quotation
from erp_desktop.services.paper import Posted
from erp_desktop.views.trade.anyway import Anyway
from erp_desktop.views.widgets.banner import Answer

if TYPE_CHECKING:
    from erp_desktop.views.trade.order_page import OrderPage


class OverLimit(Anyway):
    """Of the page of one order; `facts()` go into the next try to confirm it."""

    def __init__(self, page: "OrderPage") -> None:
        super().__init__(page, self._once_more)
        self._order = page

    def answer(self, broken: RuleBroken) -> Answer | None:
        """*Sell anyway*; what else was refused is answered where goods leave."""
        over = isinstance(broken, errors.CreditLimitReached)
        return super().answer(broken) if over else None

    def accept(self) -> None:
        """The customer said yes to a quotation."""
        page, facts = self._order, self.facts()

        def accept(books: Any, quotation_id: int) -> Posted:
            return accept_quotation(books, quotation_id, **facts)

        posted = page.hand_in(accept, page.document_id)
        if isinstance(posted, Posted):
            page.open_posted(Kind.SALES_ORDER, posted)

    def _once_more(self) -> None:
        if self._order.editor is not None:
            self._order.confirm()
        else:
            self.accept()
