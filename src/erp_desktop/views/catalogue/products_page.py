"""The list of products: find one, open it, print labels, change many at once."""

from collections.abc import Sequence

from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.catalogue import PRODUCTS
from erp_desktop.services.catalogue.products import SaveProduct, product, save_product
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.views import figures, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import LinkFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


class ProductsPage(ListPage):
    """Enter or a double click opens the card; a scan opens the scanned product."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "package",
            translate("Catalogue", "No products yet"),
            translate("Catalogue", "Enter the first one, or bring your list from Excel"),
            translate("Catalogue", "New product"),
        )
        super().__init__(
            office,
            translate("Page", "Products"),
            ListingPages(office, ListingSource(PRODUCTS, figures.form().places)),
            {"name": LinkFace()},
            search_hint=translate("Catalogue", "Filter by name, code, barcode, initials"),
            opens="product",
            empty=empty,
        )
        empty.started.connect(self.make_new)
        self.view.linked.connect(self._follow)
        self.view.actions_of_rows = (
            RowAction(translate("Catalogue", "Print labels"), self._print_labels, "Ctrl+P"),
            RowAction(translate("Catalogue", "Not sold any more"), self._retire),
        )
        offer_export(self)
        self.action(
            translate("Catalogue", "Labels"), self._label_chosen, icon="tag", shortcut="Ctrl+P"
        )
        self.action(
            translate("Catalogue", "New product"), self.make_new,
            look=Look.PRIMARY, icon="plus", shortcut="Ctrl+N",
        )  # fmt: skip
        self.show_view("active")

    def make_new(self) -> None:
        self.wanted.emit("product_form", None)

    def take_scan(self, code: str) -> bool:
        found = self.office.ask(by_code, code)
        if found is None:
            return False
        self.wanted.emit("product", found.product.id)
        return True

    def _follow(self, key: int, _column: str) -> None:
        self.wanted.emit("product", key)

    def _label_chosen(self) -> None:
        self._print_labels(self.view.chosen_keys())

    def _print_labels(self, keys: Sequence[int]) -> None:
        if keys:
            from erp_desktop.views.printing import print_labels

            print_labels(self, dict.fromkeys(keys, 1))
        else:
            self.notice.refuse(
                translate("Catalogue", "Choose the products that need a label first."),
                serious=False,
            )

    def _retire(self, keys: list[int]) -> None:
        for key in keys:
            sku = self.office.ask(product, key).sku
            if self.hand_in(save_product, SaveProduct(sku, active=False)) is None:
                return
        said = translate("Catalogue", "{0} products are not sold any more").format(len(keys))
        self.said.emit(said, translate("Catalogue", "Undo"), _Bringing(self, keys))


class _Bringing:
    """Sells retired products again."""

    def __init__(self, page: ProductsPage, keys: Sequence[int]) -> None:
        self._page, self._keys = page, tuple(keys)

    def __call__(self) -> None:
        for key in self._keys:
            sku = self._page.office.ask(product, key).sku
            self._page.hand_in(save_product, SaveProduct(sku, active=True))
