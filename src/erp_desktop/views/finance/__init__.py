"""Money: receivables, payables, cash and bank, the journal, the accounts."""

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _money(office: Office, part: str = "receivables") -> QWidget:
    from erp_desktop.views.finance.money_page import MoneyPage

    return MoneyPage(office, part)


SPECS = (PageSpec("money", QT_TRANSLATE_NOOP("Page", "Money"), "wallet", _money, _money),)
