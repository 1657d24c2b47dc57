"""Customers and suppliers: the list, the card, the form."""

from typing import Any

from PySide6.QtWidgets import QWidget

from erp_desktop.views.office import Office
from erp_desktop.views.pages import PageSpec, Place
from erp_desktop.views.wording import QT_TRANSLATE_NOOP


def _partners(office: Office) -> QWidget:
    from erp_desktop.views.partners.partners_page import PartnersPage

    return PartnersPage(office)


def _card(office: Office, partner_id: Any) -> QWidget:
    from erp_desktop.views.partners.partner_page import PartnerPage

    return PartnerPage(office, partner_id)


def _form(office: Office, partner_id: Any = None) -> QWidget:
    from erp_desktop.views.partners.partner_form import PartnerForm

    return PartnerForm(office, partner_id)


SPECS = (
    PageSpec("partners", QT_TRANSLATE_NOOP("Page", "Partners"), "users-round", _partners),
    PageSpec("partner", QT_TRANSLATE_NOOP("Page", "Partner"), "users-round", _form, _card,
             Place.NOWHERE),
    PageSpec("partner_form", QT_TRANSLATE_NOOP("Page", "New partner"), "users-round", _form, _form,
             Place.NOWHERE, new_words=QT_TRANSLATE_NOOP("Page", "Customer or supplier")),
)  # fmt: skip
