"""The list of purchases: what is on its way, what is to be billed and paid."""

from erp_desktop.core.states import Kind
from erp_desktop.reports.lists.purchasing import purchases
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade.trade_list import NewWay, TradeList
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


def purchases_page(office: Office) -> TradeList:
    """Orders first; receipts, bills and returns in views of their own."""
    empty = EmptyState(
        "truck",
        translate("Trade", "No purchases yet"),
        translate("Trade", "Order from a supplier, receive what comes, print its labels"),
        translate("Trade", "New purchase order"),
    )
    ways = (
        NewWay(translate("Trade", "New order"), Kind.PURCHASE_ORDER.value),
        NewWay(translate("Trade", "Order what falls short"), "replenish"),
        NewWay(translate("Trade", "Compare orders and bills"), "matching"),
        NewWay(translate("Page", "Supplier prices"), "supplier_prices"),
        NewWay(translate("Trade", "Freight and other costs of the goods"), Kind.LANDED_COST.value),
        NewWay(translate("Trade", "Receive without an order"), Kind.GOODS_RECEIPT.value),
        NewWay(translate("Trade", "Send goods back"), Kind.PURCHASE_RETURN.value),
    )
    return TradeList(
        office, translate("Page", "Purchases"), purchases(), empty, ways=ways,
        hint=translate("Trade", "Filter by number, supplier, reference"),
    )  # fmt: skip
