"""What can be done with a document now: the next step first, then the rest as a menu."""

from typing import TYPE_CHECKING, Final

from erp_desktop.core.states import Kind, State
from erp_desktop.reports.document_rows import DocumentView
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.paper import Posted
from erp_desktop.views import costs, wording
from erp_desktop.views.trade import papers
from erp_desktop.views.trade.answers import Then
from erp_desktop.views.trade.deeds import Answering, Deed, said
from erp_desktop.views.trade.reversing import Reversing
from erp_desktop.views.trade.trade_page import Action, TradePage

if TYPE_CHECKING:
    from erp_desktop.views.trade.order_page import OrderPage

translate = wording.translate
ICONS: Final = {
    "Confirm": "check",
    "Accept": "check",
    "Receive": "package-check",
    "Receive the rest": "package-check",
    "Ship": "truck",
    "Ship the rest": "truck",
    "Enter bill": "file-check",
    "Invoice": "file-check",
    "Pay": "wallet",
    "Take payment": "wallet",
}
SOLD: Final = frozenset({Kind.SALE, Kind.GOODS_ISSUE, Kind.SALES_RETURN})  # what leaves a margin
ORDERS: Final = (Kind.PURCHASE_ORDER, Kind.SALES_ORDER, Kind.QUOTATION)


def _open_to(view: DocumentView, step: str) -> bool:
    """Whether the person may do it: bills and what is paid for them tell what goods cost."""
    return costs.seen_of(view.head.kind) or step not in {"Enter bill", "Pay"}


class Money:
    """Billing, invoicing and paying from any page of the story."""

    def __init__(self, page: TradePage) -> None:
        self._page = page

    def bill(self) -> None:
        """Open the page of the bill that came."""
        self._open(Deed.BILL, Kind.BILL)

    def charge(self) -> None:
        """Invoice all that was shipped; which part of it is chosen on a page of its own."""
        view = self._page.view
        if view is None:
            return
        posted = self._page.hand_in(write_invoice, WriteInvoice(view.head.id))
        if isinstance(posted, Posted):
            self._page.open_posted(Kind.INVOICE, posted)

    def charge_part(self) -> None:
        self._open(Deed.CHARGE, Kind.INVOICE)

    def settle(self) -> None:
        """Take or make a payment for what is open."""
        from erp_desktop.views.finance.pay_dialog import PayDialog

        view = self._page.view
        if view is None or view.head.partner_id is None:
            return
        head = view.head
        dialog = PayDialog(
            self._page.office, self._page, incoming=not head.buying,
            partner_id=head.partner_id, document_id=head.id,
        )  # fmt: skip
        dialog.paid.connect(self._paid)
        dialog.open()

    def landed(self) -> None:
        """Freight and customs over what arrived."""
        view = self._page.view
        if view is not None:
            self._page.wanted.emit(Kind.LANDED_COST.value, {"receipts": [view.head.id]})

    def _paid(self, words: str) -> None:
        self._page.said.emit(words, "", None)

    def _open(self, deed: Deed, kind: Kind) -> None:
        view = self._page.view
        if view is not None:
            self._page.wanted.emit(kind.value, Answering(deed, view.head.id))


class NextSteps:
    """The actions of an order's page."""

    def __init__(self, page: "OrderPage") -> None:
        self._page = page
        self._money = Money(page)

    def of(self, view: DocumentView) -> tuple[list[Action], list[Action]]:
        """The buttons, the next step first, and the menu."""
        head = view.head
        acts = {
            "Accept": self._page.accept,
            "Receive": self._page.fulfil,
            "Receive the rest": self._page.fulfil,
            "Ship": self._page.fulfil,
            "Ship the rest": self._page.fulfil,
            "Enter bill": self._money.bill,
            "Invoice": self._money.charge,
            "Pay": self._money.settle,
            "Take payment": self._money.settle,
        }
        found = []
        if head.next in acts and _open_to(view, head.next):
            found.append(Action(said(head.next), acts[head.next], ICONS[head.next]))
        found += self._beside(view)
        return found, self._menu(view)

    def _beside(self, view: DocumentView) -> list[Action]:
        """What may be done before the next step: charge what is here already, take money."""
        head, found = view.head, list[Action]()
        if not costs.seen_of(head.kind):
            return found
        charge = "Enter bill" if head.buying else "Invoice"
        settle = "Pay" if head.buying else "Take payment"
        if head.to_charge and head.next != charge:
            act = self._money.bill if head.buying else self._money.charge
            found.append(Action(said(charge), act, ICONS[charge]))
        if head.open > 0 and head.next != settle:
            found.append(Action(said(settle), self._money.settle, ICONS[settle]))
        return found

    def _menu(self, view: DocumentView) -> list[Action]:
        page, head, found = self._page, view.head, []
        moved = any(line.done for line in view.lines)
        if head.next in {"Receive", "Receive the rest", "Ship", "Ship the rest"}:
            found.append(self._other_day(view))
            words = translate("Trade", "Cancel the rest")
            if not moved:
                words = translate("Trade", "Cancel the order")
            found.append(Action(words, page.ask_close, "circle-x"))
        elif head.next == "Accept":
            words = translate("Trade", "Cancel the quotation")
            found.append(Action(words, page.close_rest, "circle-x"))
        if moved and head.kind is Kind.PURCHASE_ORDER:
            if costs.seen():
                words = translate("Trade", "Add freight or customs")
                found.append(Action(words, self._money.landed, "container"))
            labels = translate("Trade", "Print labels")
            found.append(Action(labels, Then(papers.labels_of, page, _arrived(view)), "tag"))
        if head.to_charge and not head.buying:
            words = translate("Trade", "Invoice in part")
            found.append(Action(words, self._money.charge_part, "file-check"))
        return [*found, Action(translate("Trade", "Copy"), page.copy, "copy")]

    def _other_day(self, view: DocumentView) -> Action:
        """Receiving or shipping that happened earlier."""
        deed, kind = Deed.SHIP, Kind.GOODS_ISSUE
        words = translate("Trade", "Ship on another day")
        if view.head.buying:
            deed, kind = Deed.RECEIVE, Kind.GOODS_RECEIPT
            words = translate("Trade", "Receive on another day")
        key = Answering(deed, view.head.id)
        return Action(words, Then(self._page.wanted.emit, kind.value, key), "calendar")


def _arrived(view: DocumentView) -> dict[int, int]:
    """Labels for what arrived of an order so far."""
    return papers.label_counts([line._replace(quantity=line.done) for line in view.lines])


class PaperSteps:
    """The actions of a posted paper's page: what answers it next, and the way back."""

    def __init__(self, page: TradePage) -> None:
        self._page = page
        self._money = Money(page)
        self._reversing = Reversing(page)

    def of(self, view: DocumentView) -> tuple[list[Action], list[Action]]:
        """The buttons, the next step first, and the menu."""
        head = view.head
        if head.state != State.POSTED or head.kind is Kind.REVERSAL:
            return [], []
        found: list[Action] = []
        acts = {
            "Enter bill": self._money.bill,
            "Invoice": self._money.charge,
            "Pay": self._money.settle,
            "Take payment": self._money.settle,
        }
        if head.next in acts and _open_to(view, head.next):
            found.append(Action(said(head.next), acts[head.next], ICONS[head.next]))
        if head.kind is Kind.GOODS_RECEIPT:
            labels = translate("Trade", "Print labels")
            counts = papers.label_counts(view.lines)
            found.append(Action(labels, Then(papers.labels_of, self._page, counts), "tag"))
        return found, [*self._menu(view), *self._reversing.actions()]

    def _menu(self, view: DocumentView) -> list[Action]:
        head, found = view.head, []
        can_return = any(line.back < line.quantity for line in view.lines)
        if any(line.rejected for line in view.lines) and head.kind is Kind.GOODS_RECEIPT:
            words = translate("Trade", "Rejection note")
            note = Then(papers.preview, self._page, head.id, "rejection-note")
            found.append(Action(words, note, "printer"))
        if head.kind is Kind.GOODS_RECEIPT:
            if costs.seen():
                words = translate("Trade", "Add freight or customs")
                found.append(Action(words, self._money.landed, "container"))
            if can_return:
                back = translate("Trade", "Send goods back")
                found.append(self._back(back, Deed.SEND_BACK, Kind.PURCHASE_RETURN))
        if head.kind in SOLD and costs.seen():
            words = translate("Trade", "Why this margin…")
            found.append(Action(words, self._explain, "chart-column"))
        if head.kind in {Kind.GOODS_ISSUE, Kind.SALE} and can_return:
            back = translate("Trade", "Take goods back")
            found.append(self._back(back, Deed.TAKE_BACK, Kind.SALES_RETURN))
        return found

    def _explain(self) -> None:
        """What it was sold for, and the receipts behind its cost."""
        from erp_desktop.views.trade.margin_dialog import MarginDialog

        view = self._page.view
        if view is not None:
            MarginDialog(self._page.office, view.head.id, self._page).open()

    def _back(self, words: str, deed: Deed, kind: Kind) -> Action:
        view = self._page.view
        key = Answering(deed, view.head.id if view is not None else 0)
        return Action(words, Then(self._page.wanted.emit, kind.value, key), "undo-2")
