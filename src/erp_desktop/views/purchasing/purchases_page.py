"""The list of purchases: what is on its way, what is to be billed and paid."""

from erp_desktop.core.states import Kind
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.purchasing import purchases, supplier_prices
from erp_desktop.views import figures, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.trade.trade_list import NewWay, TradeList
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
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
        NewWay(translate("Trade", "Receive without an order"), Kind.GOODS_RECEIPT.value),
        NewWay(translate("Trade", "Send goods back"), Kind.PURCHASE_RETURN.value),
    )
    return TradeList(
        office, translate("Page", "Purchases"), purchases(), empty, ways=ways,
        hint=translate("Trade", "Filter by number, supplier, reference"),
    )  # fmt: skip


def supplier_prices_page(office: Office) -> ListPage:
    """What can be bought from whom, for how much."""
    source = ListingPages(office, ListingSource(supplier_prices(), figures.form().places))
    empty = EmptyState(
        "tags",
        translate("Trade", "No supplier prices yet"),
        translate("Trade", "Import a price list, or enter suppliers on a product's page"),
    )
    page = ListPage(
        office, translate("Page", "Supplier prices"), source, opens="product", empty=empty,
        search_hint=translate("Trade", "Filter by product, supplier or code"),
    )  # fmt: skip
    offer_export(page)
    return page
