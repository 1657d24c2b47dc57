"""Money: receivables, payables, cash and bank, reconciliation, the journal, the accounts."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from erp_desktop.core.states import Kind
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.trade.making import Making
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _money(office: Office, part: str = "receivables") -> QWidget:
    from erp_desktop.views.finance.money_page import MoneyPage

    return MoneyPage(office, part)


def _expense(office: Office, key: object = None) -> QWidget:
    """A posted expense; without one the list, and the form over it."""
    if isinstance(key, int):
        return Making(Kind.EXPENSE).of(office, key)
    page = _money(office, "expenses")
    QTimer.singleShot(0, page, page.enter_expense)  # type: ignore[attr-defined]
    return page


def _transfer(office: Office, key: object = None) -> QWidget:
    """A posted transfer; without one the money that came and went, and the form over it."""
    if isinstance(key, int):
        return Making(Kind.MONEY_TRANSFER).of(office, key)
    page = _money(office, "cash")
    QTimer.singleShot(0, page, page.move_money)  # type: ignore[attr-defined]
    return page


def _reconciliation(office: Office) -> QWidget:
    return _money(office, "reconciliation")


SPECS = (
    PageSpec("money", QT_TRANSLATE_NOOP("Page", "Money"), "wallet", _money, _money),
    PageSpec("reconciliation", QT_TRANSLATE_NOOP("Page", "Bank reconciliation"), "landmark",
             _reconciliation, place=Place.PALETTE, costs=True),
    PageSpec("expense", QT_TRANSLATE_NOOP("Page", "Expense"), "coins", _expense, _expense,
             Place.NOWHERE, made_words=QT_TRANSLATE_NOOP("Page", "Expense"), costs=True),
    PageSpec("money_transfer", QT_TRANSLATE_NOOP("Page", "Money transfer"), "arrow-left-right",
             _transfer, _transfer, Place.NOWHERE,
             made_words=QT_TRANSLATE_NOOP("Page", "Money transfer"), costs=True),
)  # fmt: skip
