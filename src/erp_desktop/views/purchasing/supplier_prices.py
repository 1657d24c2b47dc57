"""What can be bought from whom, for how much: all suppliers of all products in one list.

Enter opens the product; F2 changes its suppliers without leaving the list.
"""

from PySide6.QtWidgets import QWidget

from erp_desktop.reports.listing import Filter, ListingSource
from erp_desktop.reports.lists.purchasing import supplier_price_of, supplier_prices
from erp_desktop.reports.partner_card import partner_card
from erp_desktop.reports.product_card import product_card
from erp_desktop.views import figures, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


class SupplierPricesPage(ListPage):
    """`key` may be a supplier, whose prices alone are shown then."""

    def __init__(self, office: Office, key: object = None) -> None:
        empty = EmptyState(
            "tags",
            translate("Trade", "No supplier prices yet"),
            translate("Trade", "Import a price list, or enter suppliers on a product's page"),
        )
        super().__init__(
            office, translate("Page", "Supplier prices"),
            ListingPages(office, ListingSource(supplier_prices(), figures.form().places)),
            empty=empty, search_hint=translate("Trade", "Filter by product, supplier or code"),
        )  # fmt: skip
        self.view.opened.connect(self.open_product)
        words = translate("Trade", "Change suppliers")
        self.view.actions_of_rows = (RowAction(words, self._change_first),)
        offer_export(self)
        self.action(words, self.change, look=Look.PRIMARY, icon="pencil", shortcut="F2")
        if isinstance(key, int):
            name = self.office.ask(partner_card, key).name
            self.filter_by(Filter("supplier", equals=name))

    def open_product(self, key: int) -> None:
        self.wanted.emit("product", supplier_price_of(key))

    def change(self) -> None:
        """All suppliers of the row's product."""
        key = self.view.current_key()
        if key >= 0:
            self._change_first([key])

    def _change_first(self, keys: list[int]) -> None:
        product_id = supplier_price_of(keys[0])
        change_suppliers(self.office, product_id, self)


def change_suppliers(office: Office, product_id: int, parent: QWidget) -> None:
    """Open the form of a product's suppliers."""
    from erp_desktop.views.catalogue.supply_dialog import SupplyDialog

    SupplyDialog(office, product_id, office.ask(product_card, product_id).sku, parent).open()
