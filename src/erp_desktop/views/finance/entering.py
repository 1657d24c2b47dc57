"""What a line of the bank may become: a payment, an expense. The form opens with the line's amount
and day, and what it books is matched with the line at once.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.money import money
from erp_desktop.reports.lists.bank import StatementRow
from erp_desktop.services.finance.expenses import enter_expense
from erp_desktop.services.finance.money_transfers import transfer_money
from erp_desktop.services.finance.payments import pay
from erp_desktop.services.finance.reconciling import book_and_match
from erp_desktop.views import figures, wording
from erp_desktop.views.finance.expense_dialog import ExpenseDialog
from erp_desktop.views.finance.pay_dialog import PayDialog, Told
from erp_desktop.views.finance.transfer_dialog import TransferDialog
from erp_desktop.views.office import Office

translate = wording.translate
TAKE, PAY, EXPENSE, MOVE = "take", "pay", "expense", "move"


def entries_for(amount: int) -> Sequence[tuple[str, str]]:
    """What money that came in (+) or went out (−) may be entered as."""
    move = (MOVE, translate("Bank", "Move money…"))
    if amount > 0:
        return ((TAKE, translate("Bank", "Take payment…")), move)
    return (
        (PAY, translate("Bank", "Pay supplier…")),
        (EXPENSE, translate("Bank", "Enter expense…")),
        move,
    )


class Entering(QObject):
    """`open(what)` shows the form; `done(sentence)` when it was booked."""

    done = Signal(str)

    def __init__(self, office: Office, line: StatementRow, method: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._line, self._over = office, line, parent
        self._told = Told(
            money(abs(line.amount), figures.form().places), clock.day_date(line.day), method,
            line.reference or line.words,
        )  # fmt: skip

    def open(self, what: str) -> None:
        """Show the form for it."""
        {TAKE: self._pay, PAY: self._pay, EXPENSE: self._spend, MOVE: self._move}[what]()

    def _booking(self, book: Callable[..., Any]) -> Callable[..., Any]:
        return partial(book_and_match, book=book, bank=[self._line.id])

    def _pay(self) -> None:
        dialog = PayDialog(
            self._office, self._over, incoming=self._line.amount > 0, told=self._told
        )
        dialog.step = self._booking(pay)
        dialog.paid.connect(self.done)
        dialog.open()

    def _spend(self) -> None:
        dialog = ExpenseDialog(self._office, self._over, told=self._told)
        dialog.step = self._booking(enter_expense)
        dialog.spent.connect(self.done)
        dialog.open()

    def _move(self) -> None:
        ends = {"target" if self._line.amount > 0 else "source": self._told.method}
        dialog = TransferDialog(
            self._office, self._over, amount=self._told.amount, day=self._told.day, **ends
        )
        dialog.step = self._booking(transfer_money)
        dialog.moved.connect(self.done)
        dialog.open()
