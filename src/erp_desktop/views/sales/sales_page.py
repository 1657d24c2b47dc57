"""The list of sales: what is to ship, to invoice, to be paid."""

from erp_desktop.core.states import Kind
from erp_desktop.reports.lists.sales import sales
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade.trade_list import NewWay, TradeList
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


def sales_page(office: Office) -> TradeList:
    """Quotations and orders first; stock-outs, invoices, returns and till sales in own views."""
    empty = EmptyState(
        "receipt-text",
        translate("Trade", "No orders yet"),
        translate("Trade", "Write an order, ship it, invoice it, take the money"),
        translate("Trade", "New sales order"),
    )
    ways = (
        NewWay(translate("Trade", "New order"), Kind.SALES_ORDER.value),
        NewWay(translate("Trade", "New quotation"), Kind.QUOTATION.value),
        NewWay(translate("Trade", "Ship without an order"), Kind.GOODS_ISSUE.value),
        NewWay(translate("Trade", "Take goods back"), Kind.SALES_RETURN.value),
        NewWay(translate("Trade", "Exchange…"), "sale_exchange"),
    )
    return TradeList(
        office, translate("Page", "Sales"), sales(), empty, ways=ways,
        hint=translate("Trade", "Filter by number, customer, reference"),
    )  # fmt: skip
