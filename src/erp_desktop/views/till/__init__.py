"""The till's pages: the till, and the return of a receipt."""

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


SPECS: list[PageSpec] = [
    PageSpec("till", QT_TRANSLATE_NOOP("Page", "Till"), "scan-barcode", _till, shortcut="F3"),
    PageSpec("sale_return", QT_TRANSLATE_NOOP("Page", "Return"), "undo-2", _till, _return_of,
             Place.NOWHERE),
]  # fmt: skip
