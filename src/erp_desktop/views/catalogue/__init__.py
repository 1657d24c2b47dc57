"""Products: the list, the card, the form."""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _products(office: Office) -> QWidget:
    from erp_desktop.views.catalogue.products_page import ProductsPage

    return ProductsPage(office)


def _card(office: Office, product_id: Any) -> QWidget:
    from erp_desktop.views.catalogue.product_page import ProductPage

    return ProductPage(office, product_id)


def _form(office: Office, key: Any = None) -> QWidget:
    """`key` is a product's id, or a scanned code that becomes the barcode of a new one."""
    from erp_desktop.views.catalogue.product_form import ProductForm

    return ProductForm(office, key)


SPECS = (
    PageSpec("products", QT_TRANSLATE_NOOP("Page", "Products"), "package", _products),
    PageSpec("product", QT_TRANSLATE_NOOP("Page", "Product"), "package", _form, _card,
             Place.NOWHERE),
    PageSpec("product_form", QT_TRANSLATE_NOOP("Page", "New product"), "package", _form, _form,
             Place.NOWHERE, new_words=QT_TRANSLATE_NOOP("Page", "Product")),
)  # fmt: skip
