"""All pages of the window, in the order of the rail. Each wing exports its own `SPECS`."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from erp_desktop.views import (
    catalogue,
    finance,
    home,
    labels,
    manual,
    partners,
    practice,
    purchasing,
    reports,
    sales,
    settings,
    stock,
    till,
)
from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

WINGS: Final = (
    home, till, sales, purchasing, stock, catalogue, partners, finance, reports, settings,
    manual, labels, practice,
)  # fmt: skip


def all_pages() -> list[PageSpec]:
    """The specs of every wing, and pages for the documents that no wing shows in its own way."""
    return [*(spec for wing in WINGS for spec in wing.SPECS), *_PLAIN]


def _document(office: Office, document_id: Any = 0) -> QWidget:
    from erp_desktop.views.stock.document_view import DocumentViewPage

    return DocumentViewPage(office, int(document_id))


def _drafts(office: Office) -> QWidget:
    from erp_desktop.views.drafts_page import DraftsPage

    return DraftsPage(office)


_PLAIN: Final = (
    PageSpec("drafts", QT_TRANSLATE_NOOP("Page", "Drafts"), "file-pen", _drafts,
             place=Place.NOWHERE),
    PageSpec("sale", QT_TRANSLATE_NOOP("Page", "Till sale"), "receipt", _document, _document,
             Place.NOWHERE),
    PageSpec("reversal", QT_TRANSLATE_NOOP("Page", "Reversal"), "rotate-ccw", _document, _document,
             Place.NOWHERE),
)  # fmt: skip
