"""The list of products: find one, open it, print labels, change many at once."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from erp_desktop.core.later import loaded_later
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.catalogue import PRODUCTS
from erp_desktop.views import figures, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import LinkFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.list_view import RowAction
from erp_desktop.views.widgets.pack_face import PackFace
from erp_desktop.views.widgets.panels import EmptyState

if TYPE_CHECKING:
    from erp_desktop.services.catalogue import products as catalogue
    from erp_desktop.services.catalogue import scanning
    from erp_desktop.views.catalogue.product_changes import ProductChanges
else:
    catalogue = loaded_later("erp_desktop.services.catalogue.products")
    scanning = loaded_later("erp_desktop.services.catalogue.scanning")

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
            {"name": LinkFace(quiet=True), "on_hand": PackFace(), "available": PackFace()},
            search_hint=translate("Catalogue", "Filter by name, code, barcode, initials"),
            opens="product",
            empty=empty,
        )
        empty.started.connect(self.make_new)
        self.view.linked.connect(self._follow)
        self.view.actions_of_rows = (
            RowAction(translate("Catalogue", "Print labels"), self._print_labels, "Ctrl+P"),
            RowAction(translate("Catalogue", "Discontinue"), self._retire),
            RowAction(translate("Catalogue", "Paste cells"), self._paste, "Ctrl+V"),
        )
        offer_export(self)
        self._offer_changes()
        self.action(
            translate("Catalogue", "Labels"), self._label_chosen, icon="tag", shortcut="Ctrl+P"
        )
        self.action(
            translate("Catalogue", "New product"), self.make_new,
            look=Look.PRIMARY, icon="plus", shortcut="Ctrl+N",
        )  # fmt: skip
        self.show_view("active")

    def _offer_changes(self) -> None:
        """Cells that can be typed into and pasted over."""
        self.edit = self.action(
            translate("Catalogue", "Edit"), self._edit, look=Look.GHOST, icon="pencil"
        )
        words = translate("Catalogue", "Change names, prices and minimums here")
        self.edit.setToolTip(f"{words} (F2)")
        self.edit.setCheckable(True)
        self._f2 = QShortcut(QKeySequence("F2"), self, self.edit.click)
        for shortcut, act in (
            ("Ctrl+V", self._paste),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+Shift+Z", self._redo),
        ):
            self.key(shortcut, act)

    @cached_property
    def changes(self) -> "ProductChanges":
        """What is changed here; loaded when the first person changes something."""
        from erp_desktop.views.catalogue.product_changes import ProductChanges

        return ProductChanges(self)

    def _edit(self) -> None:
        """Turn the cells into fields, or back; F2 then belongs to the cells."""
        on = self.edit.isChecked()
        self.changes.edit(on)
        self.edit.setText(translate("Catalogue", "Done") if on else translate("Catalogue", "Edit"))
        self._f2.setEnabled(not on)

    def _paste(self, _keys: object = None) -> None:
        self.changes.paste()

    def _undo(self) -> None:
        self.changes.undo()

    def _redo(self) -> None:
        self.changes.redo()

    def make_new(self) -> None:
        self.wanted.emit("product_form", None)

    def take_scan(self, code: str) -> bool:
        found = self.office.ask(scanning.by_code, code)
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
        self._sell(keys, active=False)
        said = translate("Catalogue", "{0} products discontinued").format(len(keys))
        undo = partial(self._sell, keys, active=True)
        self.said.emit(said, translate("Catalogue", "Undo"), undo)

    def _sell(self, keys: Sequence[int], *, active: bool) -> None:
        """Have products sold from now on, or not any more."""
        found = self.office.ask(catalogue.products, keys)
        commands = [catalogue.SaveProduct(found[key].sku, active=active) for key in keys]
        self.hand_in(catalogue.save_products, commands)
