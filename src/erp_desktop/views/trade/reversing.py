"""Reverse, and reverse and copy: the two ways back from a posted paper, on every page."""

from decimal import Decimal

from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentView
from erp_desktop.views import wording
from erp_desktop.views.trade.deeds import Answering, Copied, Deed
from erp_desktop.views.trade.dialogs import ReverseDialog
from erp_desktop.views.trade.trade_page import Action, TradePage

translate = wording.translate

# What a paper that answered an earlier one does again when it is copied.
AGAIN = {
    Kind.GOODS_RECEIPT: Deed.RECEIVE,
    Kind.GOODS_ISSUE: Deed.SHIP,
    Kind.BILL: Deed.BILL,
    Kind.INVOICE: Deed.CHARGE,
    Kind.PURCHASE_RETURN: Deed.SEND_BACK,
    Kind.SALES_RETURN: Deed.TAKE_BACK,
}
FREE = frozenset({
    Kind.GOODS_RECEIPT, Kind.GOODS_ISSUE, Kind.PURCHASE_RETURN, Kind.SALES_RETURN,
})  # fmt: skip


class Reversing:
    """The menu entries of a posted paper's way back."""

    def __init__(self, page: TradePage) -> None:
        self._page = page

    def actions(self) -> list[Action]:
        """Reverse, and reverse and copy where a copy can be written."""
        found = [Action(translate("Trade", "Reverse"), self.reverse, "rotate-ccw")]
        if self._copy_key() is not None:
            words = translate("Trade", "Reverse and copy")
            found.append(Action(words, self.reverse_and_copy, "copy"))
        return found

    def reverse(self) -> None:
        """Ask once, then answer the paper with its reversal."""
        self._ask(then_copy=False)

    def reverse_and_copy(self) -> None:
        """The same, and open a copy to be corrected."""
        self._ask(then_copy=True)

    def _ask(self, *, then_copy: bool) -> None:
        view = self._page.view
        if view is None:
            return
        dialog = ReverseDialog(self._page.office, view.head.id, view.head.called, parent=self._page)
        dialog.refused.connect(self._page.refuse)
        dialog.accepted.connect(self._copy if then_copy else self._say)
        dialog.open()

    def _say(self) -> None:
        view = self._page.view
        if view is not None:
            words = translate("Trade", "{0} is reversed").format(view.head.called)
            self._page.said.emit(words, "", None)

    def _copy(self) -> None:
        key = self._copy_key()
        view = self._page.view
        self._say()
        if key is not None and view is not None:
            self._page.wanted.emit(view.head.kind.value, key)

    def _copy_key(self) -> Answering | Copied | None:
        """The page that writes the paper anew."""
        view = self._page.view
        if view is None:
            return None
        kind = view.head.kind
        if view.head.of_id is not None and kind in AGAIN:
            return Answering(AGAIN[kind], view.head.of_id, amounts_of(view))
        return Copied(view.head.id) if kind in FREE else None


def amounts_of(view: DocumentView) -> tuple[tuple[int, Decimal, Decimal | None], ...]:
    """What a paper did of the lines it answered."""
    found: dict[int, tuple[Decimal, Decimal]] = {}
    for line in view.lines:
        if line.answers_id is not None:
            before = found.get(line.answers_id, (Decimal(0), line.price))[0]
            found[line.answers_id] = (before + line.quantity, line.price)
    return tuple((line_id, amount, price) for line_id, (amount, price) in found.items())
