"""Which page shows a document of a kind, so that every list and card opens it alike."""

from typing import Any

from erp_desktop.core.states import Kind
from erp_desktop.views.widgets.page import Page

PAGES: dict[str, str] = {kind.value: kind.value for kind in Kind}


def open_document(page: Page, document_id: int) -> None:
    """Ask the window for the page of this document; both halves of an exchange have one."""
    document_id = page.office.ask(shown_as, document_id)
    kind = page.office.ask(kind_of, document_id)
    page.wanted.emit(PAGES.get(kind, kind), document_id)


def shown_as(books: Any, document_id: int) -> int:
    """The document whose page shows this one: both halves of an exchange have one page."""
    from erp_desktop.services.sales.exchanging import exchange_of

    pair = exchange_of(books, document_id)
    return document_id if pair is None else pair.going_id


def kind_of(books: Any, document_id: int) -> str:
    """What kind of document this is. Raises UnknownDocument."""
    from erp_desktop.services.records import header

    return str(header(books, document_id).kind)
