"""The manual inside the program: the page of what one is looking at, one key away (Shift+F1)."""

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _manual(office: Office) -> QWidget:
    from erp_desktop.views.manual.manual_page import ManualPage

    return ManualPage(office)


SPECS = (
    PageSpec("manual", QT_TRANSLATE_NOOP("Page", "Manual"), "book-open", _manual,
             place=Place.NOWHERE),
)  # fmt: skip
