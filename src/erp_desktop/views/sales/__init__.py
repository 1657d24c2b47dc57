"""Sales: the list, quotations and orders, stock-outs, invoices, returns."""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.core.states import Kind
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.trade.making import Making
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _list(office: Office) -> QWidget:
    from erp_desktop.views.sales.sales_page import sales_page

    return sales_page(office)


def _count(office: Office) -> int:
    """How many orders are still to be shipped."""
    from erp_desktop.reports.trade_facts import orders_to_ship

    return office.ask(orders_to_ship)


def _receipt_choice(office: Office) -> QWidget:
    from erp_desktop.views.sales.receipt_choice import ReceiptChoice

    return ReceiptChoice(office)


def _exchange(office: Office, key: Any) -> QWidget:
    """The exchange of a receipt; without one it is asked for."""
    from erp_desktop.views.sales.exchange_page import ExchangePage

    return ExchangePage(office, key) if isinstance(key, int) else _receipt_choice(office)


def _spec(kind: Kind, title: str, icon: str, new_words: str = "", made_words: str = "") -> PageSpec:
    making = Making(kind)
    return PageSpec(kind.value, title, icon, making.new, making.of, Place.NOWHERE, new_words,
                    made_words=made_words)  # fmt: skip


SPECS: list[PageSpec] = [
    PageSpec("sales", QT_TRANSLATE_NOOP("Page", "Sales"), "receipt-text", _list, count=_count),
    _spec(Kind.SALES_ORDER, QT_TRANSLATE_NOOP("Page", "Sales order"), "receipt-text",
          QT_TRANSLATE_NOOP("Page", "Sales order")),
    _spec(Kind.QUOTATION, QT_TRANSLATE_NOOP("Page", "Quotation"), "file-text",
          QT_TRANSLATE_NOOP("Page", "Quotation")),
    _spec(Kind.GOODS_ISSUE, QT_TRANSLATE_NOOP("Page", "Stock-out"), "truck",
          made_words=QT_TRANSLATE_NOOP("Page", "Stock-out")),
    _spec(Kind.INVOICE, QT_TRANSLATE_NOOP("Page", "Invoice"), "file-check"),
    _spec(Kind.SALES_RETURN, QT_TRANSLATE_NOOP("Page", "Sales return"), "undo-2",
          made_words=QT_TRANSLATE_NOOP("Page", "Sales return")),
    PageSpec("sale_exchange", QT_TRANSLATE_NOOP("Page", "Exchange"), "repeat", _receipt_choice,
             _exchange, Place.PALETTE),
    _spec(Kind.PAYMENT_IN, QT_TRANSLATE_NOOP("Page", "Payment in"), "wallet"),
]  # fmt: skip
