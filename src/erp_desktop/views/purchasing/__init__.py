"""Purchasing: the list, orders and receiving, bills, returns."""

from PySide6.QtWidgets import QWidget

from erp_desktop.core.states import Kind
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.trade.making import Making
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

ABOUT_MONEY = frozenset({Kind.BILL, Kind.LANDED_COST, Kind.PAYMENT_OUT})


def _list(office: Office) -> QWidget:
    from erp_desktop.views.purchasing.purchases_page import purchases_page

    return purchases_page(office)


def _replenish(office: Office, key: object = None) -> QWidget:
    from erp_desktop.views.purchasing.replenish_page import ReplenishPage

    return ReplenishPage(office, key)


def _matching(office: Office, key: object = None) -> QWidget:
    from erp_desktop.views.purchasing.matching_page import MatchingPage

    return MatchingPage(office, key)


def _prices(office: Office, key: object = None) -> QWidget:
    from erp_desktop.views.purchasing.supplier_prices import SupplierPricesPage

    return SupplierPricesPage(office, key)


def _count(office: Office) -> int:
    """How many orders are still to be received."""
    from erp_desktop.reports.trade_facts import orders_to_receive

    return office.ask(orders_to_receive)


def _spec(kind: Kind, title: str, icon: str, new_words: str = "", made_words: str = "") -> PageSpec:
    making, costs = Making(kind), kind in ABOUT_MONEY
    return PageSpec(kind.value, title, icon, making.new, making.of, Place.NOWHERE, new_words,
                    costs=costs, made_words=made_words)  # fmt: skip


SPECS: list[PageSpec] = [
    PageSpec("purchases", QT_TRANSLATE_NOOP("Page", "Purchases"), "truck", _list, count=_count),
    PageSpec("replenish", QT_TRANSLATE_NOOP("Page", "What to order"), "shopping-cart",
             _replenish, _replenish, Place.PALETTE),
    PageSpec("matching", QT_TRANSLATE_NOOP("Page", "Order, receipt and bill"), "list-checks",
             _matching, _matching, Place.PALETTE),
    PageSpec("supplier_prices", QT_TRANSLATE_NOOP("Page", "Supplier prices"), "tags", _prices,
             _prices, Place.PALETTE, costs=True),
    _spec(Kind.PURCHASE_ORDER, QT_TRANSLATE_NOOP("Page", "Purchase order"), "truck",
          QT_TRANSLATE_NOOP("Page", "Purchase order")),
    _spec(Kind.GOODS_RECEIPT, QT_TRANSLATE_NOOP("Page", "Goods receipt"), "package-check",
          made_words=QT_TRANSLATE_NOOP("Page", "Goods receipt")),
    _spec(Kind.BILL, QT_TRANSLATE_NOOP("Page", "Bill"), "file-check"),
    _spec(Kind.LANDED_COST, QT_TRANSLATE_NOOP("Page", "Landed cost"), "container"),
    _spec(Kind.PURCHASE_RETURN, QT_TRANSLATE_NOOP("Page", "Purchase return"), "undo-2",
          made_words=QT_TRANSLATE_NOOP("Page", "Purchase return")),
    _spec(Kind.PAYMENT_OUT, QT_TRANSLATE_NOOP("Page", "Payment out"), "wallet"),
]  # fmt: skip
