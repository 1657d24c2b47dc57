"""The till's pages: the till itself, and the return of a receipt."""

from typing import Any

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.till.return_page import ReturnPage
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _return_of(office: Office, key: Any) -> ReturnPage:
    return ReturnPage(office, int(key))


SPECS: list[PageSpec] = [
    PageSpec("till", QT_TRANSLATE_NOOP("Page", "Till"), "scan-barcode", TillPage),
    PageSpec(
        "sale_return", QT_TRANSLATE_NOOP("Page", "Return"), "undo-2", TillPage, _return_of,
        place=Place.NOWHERE,
    ),
]  # fmt: skip
