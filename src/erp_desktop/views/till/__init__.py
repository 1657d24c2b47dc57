"""The till's pages: the till, the return of a receipt, and its posted documents."""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _till(office: Office) -> QWidget:
    from erp_desktop.views.till.page import TillPage

    return TillPage(office)


def _return_of(office: Office, key: Any) -> QWidget:
    from erp_desktop.views.till.return_page import ReturnPage

    return ReturnPage(office, int(key))


def _posted(office: Office, key: Any) -> QWidget:
    from erp_desktop.views.stock.document_view import DocumentViewPage

    return DocumentViewPage(office, int(key))


SPECS: list[PageSpec] = [
    PageSpec("till", QT_TRANSLATE_NOOP("Page", "Till"), "scan-barcode", _till),
    PageSpec("sale_return", QT_TRANSLATE_NOOP("Page", "Return"), "undo-2", _till, _return_of,
             Place.NOWHERE),
    PageSpec("sale", QT_TRANSLATE_NOOP("Page", "Till sale"), "receipt", _till, _posted,
             Place.NOWHERE),
    PageSpec("sales_return", QT_TRANSLATE_NOOP("Page", "Sales return"), "undo-2", _till, _posted,
             Place.NOWHERE),
    PageSpec("reversal", QT_TRANSLATE_NOOP("Page", "Reversal"), "rotate-ccw", _till, _posted,
             Place.NOWHERE),
]  # fmt: skip
