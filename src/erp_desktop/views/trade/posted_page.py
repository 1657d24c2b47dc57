"""A posted paper: what it says, what it came to, what comes next, and the way back."""

from decimal import Decimal
from functools import partial

from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentView, document
from erp_desktop.reports.settled import settled_by
from erp_desktop.services.posting import BY_CHOICE
from erp_desktop.services.sales.shifts import till_of
from erp_desktop.services.shop.attachments import DOCUMENT, beside
from erp_desktop.views import costs, figures, wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade.expense_grid import ExpenseGrid
from erp_desktop.views.trade.next_steps import PaperSteps
from erp_desktop.views.trade.order_totals import PAYMENTS, show_document_totals, show_money
from erp_desktop.views.trade.read_grid import ReadGrid, empty_grid
from erp_desktop.views.trade.settled_grid import SettledGrid
from erp_desktop.views.trade.trade_page import TradePage
from erp_desktop.views.trade.transfer_grid import TransferGrid
from erp_desktop.views.widgets.lines_grid import LinesGrid

translate = wording.translate
OWN = frozenset({Kind.MONEY_TRANSFER})  # between own accounts: nobody else is part of it
OWED = frozenset({Kind.BILL, Kind.INVOICE, Kind.LANDED_COST})


class PostedPage(TradePage):
    """Receipts, stock-outs, bills, returns, landed costs, payments, expenses, reversals …"""

    def __init__(self, office: Office, kind: Kind, document_id: int) -> None:
        super().__init__(office, kind, empty_grid())
        self.document_id = document_id
        self._steps = PaperSteps(self)
        self.take_files(partial(beside, DOCUMENT, document_id))
        self.fields.lock()

    def load(self) -> None:
        view = self.office.ask(document, self.document_id)
        self.show_view(view)
        self.show_grid(self._lines(view))
        self.fields.leave_goods_out(view.head.kind in {*PAYMENTS, Kind.EXPENSE, *OWN})
        spent = view.head.kind is Kind.EXPENSE and not view.head.partner
        self.fields.leave_partner_out(spent or view.head.kind in OWN)
        self.offer(*self._steps.of(view))
        if view.head.kind in OWED:
            show_money(self, view)
        else:
            show_document_totals(self, view)
        self.say_fact(self._facts(view))

    def _lines(self, view: DocumentView) -> LinesGrid:
        if view.head.kind in PAYMENTS:
            return self._settled(view)
        if view.head.kind in OWN:
            return TransferGrid(self.office, view)
        return ExpenseGrid(view.lines) if view.head.kind is Kind.EXPENSE else ReadGrid(view)

    def _settled(self, view: DocumentView) -> SettledGrid:
        """What a payment paid of which papers."""
        rows = self.office.ask(settled_by, view.head.id)
        return SettledGrid(rows, buying=view.head.kind is Kind.PAYMENT_OUT)

    def _facts(self, view: DocumentView) -> str:
        """Quiet words beside the title: why, how it was paid."""
        from erp_desktop.views.finance.pay_dialog import methods

        known = dict(methods())
        said = [view.head.reason, view.head.note]
        for method, amount in () if view.head.kind in OWN else view.methods:  # else in the lines
            said.append(f"{known.get(method, method)} {figures.money_with_sign(amount)}")
        if view.head.kind in BY_CHOICE and (till := self.office.ask(till_of, view.head.id)):
            said.append(translate("Trade", "by the drawer of till {0}").format(till))
        cost = sum((line.cost for line in view.lines), Decimal(0))
        if cost and costs.seen() and view.head.kind is not Kind.GOODS_RECEIPT:
            said.append(translate("Trade", "goods cost {0}").format(figures.money_with_sign(cost)))
        return " · ".join(word for word in said if word)
