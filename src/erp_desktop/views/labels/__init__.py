"""The label designer: labels laid out by hand, seen as the printer draws them."""

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _designer(office: Office) -> QWidget:
    from erp_desktop.views.labels.design_page import DesignPage

    return DesignPage(office)


SPECS = (
    PageSpec("label_design", QT_TRANSLATE_NOOP("Page", "Label designer"), "tag", _designer,
             place=Place.PALETTE),
)  # fmt: skip
