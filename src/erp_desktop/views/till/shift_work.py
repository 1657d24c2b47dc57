"""The shift from the till: F10 opens it, and then offers what can be done with its drawer."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint

from erp_desktop.core.later import loaded_later
from erp_desktop.core.money import money
from erp_desktop.services.paper import Posted
from erp_desktop.services.sales.shift_figures import EXPECTED, figure_of, figures_of
from erp_desktop.services.sales.shifts import left_behind
from erp_desktop.services.users import rights
from erp_desktop.views import print_queue, wording
from erp_desktop.views.finance.expense_dialog import ExpenseDialog
from erp_desktop.views.printing import Printing
from erp_desktop.views.till.receipts import print_paper
from erp_desktop.views.till.shift_dialogs import CashDialog, CloseShiftDialog, OpenShiftDialog
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.page import Deed

if TYPE_CHECKING:
    from erp_desktop.documents import registry
    from erp_desktop.views.till.page import TillPage
else:
    registry = loaded_later("erp_desktop.documents.registry")

translate = wording.translate


class ShiftWork:
    """What the shift's button and F10 do."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self._menu: Menu | None = None

    def ask(self) -> None:
        """Open a shift, or offer what can be done with the one that runs."""
        if self._page.facts.shift is None:
            self.open()
            return
        strip = self._page.strip.shift
        self.menu().popup(strip.mapToGlobal(QPoint(0, strip.height())))

    def menu(self) -> Menu:
        """What can be done with the shift and its drawer."""
        made = Menu(parent=self._page)
        for words, act in self._choices():
            made.addAction(words).triggered.connect(act)
        first = made.actions()[0]
        made.setActiveAction(first)
        made.aboutToHide.connect(self._page.scan.ready)
        self._menu = made
        return made

    def _choices(self) -> list[tuple[str, Callable[[], object]]]:
        spend = [(translate("Till", "&Expense out of the drawer…"), self.spend)]
        return [
            (translate("Till", "&Cash in or out…"), self.cash),
            *(spend if self._page.facts.rights.may(rights.COST) else ()),
            (translate("Till", "&X report"), self.show_report),
            (translate("Till", "Count and c&lose the shift…"), self.close),
            (translate("Till", "Open the &drawer"), self.kick),
        ]

    def deeds(self) -> list[Deed]:
        """The same for the palette; nothing while no shift is open."""
        if self._page.facts.shift is None:
            return []
        return [Deed(words.replace("&", ""), act) for words, act in self._choices()]

    def open(self) -> None:
        page = self._page
        left = money(page.office.ask(left_behind, page.facts.till), page.facts.places)
        dialog = OpenShiftDialog(page.office, page.facts, left, page)
        dialog.finished.connect(page.scan.ready)
        dialog.open()

    def cash(self) -> None:
        """Cash in or out, by whoever may."""
        words = translate("Till", "Cash in or out of the drawer")
        self._page.permission.need(rights.CASH, words, self._cash)

    def _cash(self) -> None:
        page = self._page
        dialog = CashDialog(page.office, page.facts, self._lent(), page)
        dialog.done_with.connect(self._moved)
        dialog.finished.connect(page.scan.ready)
        dialog.open()

    def spend(self) -> None:
        """An expense with its account and the tax in it, paid out of this drawer."""
        page = self._page
        dialog = ExpenseDialog(page.office, page, drawer=page.facts.till)
        dialog.spent.connect(self._spent)
        dialog.finished.connect(page.scan.ready)
        dialog.open()

    def _spent(self, words: str) -> None:
        self.kick(quiet=True)
        self._page.said.emit(words, "", None)

    def _moved(self, posted: Posted) -> None:
        self.kick(quiet=True)
        print_paper(self._page, "cash-slip", posted.id)
        self._page.said.emit(translate("Till", "Booked {0}").format(posted.number), "", None)

    def show_report(self) -> None:
        """How the shift stands: closes nothing."""
        page, shift = self._page, self._page.facts.shift
        if shift is None:
            return

        def draw(template: str) -> bytes:
            return page.office.ask(registry.x_report_for, shift.id, template=template or None)

        Printing(page.office).roll(page.window(), "z-report", translate("Till", "X report"), draw)

    def close(self) -> None:
        """Count and close, by whoever may."""
        words = translate("Till", "Count the drawer and close the shift")
        self._page.permission.need(rights.CLOSE, words, self._close)

    def _close(self) -> None:
        page, shift = self._page, self._page.facts.shift
        if shift is None:
            return
        self.kick(quiet=True)
        found = page.office.ask(figures_of, shift.id, shift.opening)
        expected: Decimal = money(figure_of(found, EXPECTED).amount, page.facts.places)
        dialog = CloseShiftDialog(page.office, page.facts, expected, self._lent(), page)
        dialog.done_with.connect(self._closed)
        dialog.finished.connect(page.scan.ready)
        dialog.open()

    def _closed(self, posted: Posted) -> None:
        page = self._page
        words = translate("Till", "Shift closed: {0}").format(posted.number)
        page.said.emit(words, translate("Till", "Show"), _Showing(page, posted.id))
        print_paper(page, "z-report", posted.id)

    def kick(self, *, quiet: bool = False) -> None:
        """Open the drawer that hangs on the receipt printer."""
        if not print_queue.open_drawer() and not quiet:
            words = translate("Till", "No drawer hangs on the receipt printer of this computer.")
            self._page.said.emit(words, "", None)

    def _lent(self) -> list[int]:
        """Approvals that were just given, taken from the cart: they are for the drawer."""
        cart = self._page.cart
        lent, cart.approvals = cart.approvals, []
        return lent


class _Showing:
    """Shows the paper of a closed shift."""

    def __init__(self, page: Any, document_id: int) -> None:
        self._page, self._id = page, document_id

    def __call__(self) -> None:
        Printing(self._page.office).preview(self._page.window(), "z-report", self._id)
