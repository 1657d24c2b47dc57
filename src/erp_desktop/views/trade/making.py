"""Which page shows what: the same dispatch for every kind of document of the trade."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from erp_desktop.core.later import loaded_later
from erp_desktop.core.states import Kind
from erp_desktop.views.drafts import Unfinished
from erp_desktop.views.office import Office

if TYPE_CHECKING:
    from erp_desktop.reports import document_rows
    from erp_desktop.views.trade import deeds
else:
    document_rows = loaded_later("erp_desktop.reports.document_rows")
    deeds = loaded_later("erp_desktop.views.trade.deeds")

ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.SALES_ORDER, Kind.QUOTATION})


class Making:
    """Builds the page of a kind: `new(office)` something new, `of(office, key)` for a key.

    A key is a document's id, `Answering` an earlier paper, `Copied` from one, `Fresh`, a draft that
    is `Unfinished`, or facts to begin with (`{"product_id": 7}`, `{"receipts": [4, 5]}`).
    """

    def __init__(self, kind: Kind) -> None:
        self._kind = kind

    def new(self, office: Office) -> QWidget:
        """A new document of this kind."""
        if self._kind in ORDERS:
            from erp_desktop.views.trade.order_page import OrderPage

            return OrderPage(office, self._kind)
        if self._kind is Kind.LANDED_COST:
            return _landed(office)
        from erp_desktop.views.trade.free_page import FreePage

        return FreePage(office, self._kind)

    def of(self, office: Office, key: Any) -> QWidget:
        """The page for a key."""
        if isinstance(key, int):
            return self._known(office, key)
        if isinstance(key, Unfinished):
            return self._unfinished(office, key.name)
        if isinstance(key, deeds.Answering):
            from erp_desktop.views.trade.answer_page import AnswerPage

            return AnswerPage(office, key)
        if self._kind is Kind.LANDED_COST and isinstance(key, Mapping):
            return _landed(office, key["receipts"])
        page = self.new(office)
        self._begin(office, page, key)
        return page

    def _unfinished(self, office: Office, name: str) -> QWidget:
        """The page that goes on with a draft."""
        code, _, rest = name.partition(":")
        if code in set(deeds.Deed):
            from erp_desktop.views.trade.answer_page import AnswerPage

            of_id = int(rest.partition(":")[0])
            return AnswerPage(office, deeds.Answering(deeds.Deed(code), of_id), name)
        if self._kind in ORDERS:
            return self._known(office, int(rest)) if rest.isdecimal() else self.new(office)
        if self._kind is Kind.LANDED_COST:
            return _landed(office, (), name)
        from erp_desktop.views.trade.free_page import FreePage

        return FreePage(office, self._kind, name)

    @staticmethod
    def _begin(office: Office, page: Any, key: Any) -> None:
        """Fill a new page with what it begins with."""
        if isinstance(key, deeds.Copied):
            page.start_from(office.ask(document_rows.document, key.of_id))
        elif isinstance(key, Mapping):
            lot = {"part": key["part"]} if "part" in key else {}
            page.start_with(int(key["product_id"]), key.get("partner_id"), **lot)

    def _known(self, office: Office, document_id: int) -> QWidget:
        if self._kind in ORDERS:
            from erp_desktop.views.trade.order_page import OrderPage

            return OrderPage(office, self._kind, document_id)
        from erp_desktop.views.trade.posted_page import PostedPage

        return PostedPage(office, self._kind, document_id)


def _landed(office: Office, receipts: Sequence[int] = (), name: str = "") -> QWidget:
    """Freight and customs: with the shares they will take."""
    from erp_desktop.views.trade.landed_page import LandedPage

    return LandedPage(office, receipts, name)
