"""The list of customers and suppliers, with what is open between us."""

from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.partners import PARTNERS
from erp_desktop.views import figures, wording
from erp_desktop.views.exporting import offer_export
from erp_desktop.views.office import Office
from erp_desktop.views.partners.tags import TagsFace
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.faces import LinkFace, TranslatedFace
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_source import ListingPages
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate
wording.QT_TRANSLATE_NOOP("Partners", "Customer")
wording.QT_TRANSLATE_NOOP("Partners", "Supplier")
wording.QT_TRANSLATE_NOOP("Partners", "Customer and supplier")


class PartnersPage(ListPage):
    """Enter or a double click opens the card."""

    def __init__(self, office: Office) -> None:
        empty = EmptyState(
            "users-round",
            translate("Partners", "No customers or suppliers yet"),
            translate("Partners", "A till sale needs none; an order does"),
            translate("Partners", "New partner"),
        )
        super().__init__(
            office,
            translate("Page", "Partners"),
            ListingPages(office, ListingSource(PARTNERS, figures.form().places)),
            {
                "name": LinkFace(quiet=True),
                "what": TranslatedFace("Partners", "text2"),
                "tags": TagsFace(),
            },
            search_hint=translate("Partners", "Filter by name, code, phone, initials"),
            opens="partner",
            empty=empty,
        )
        empty.started.connect(self.make_new)
        self.view.linked.connect(self._follow)
        offer_export(self)
        self.action(
            translate("Partners", "New partner"), self.make_new,
            look=Look.PRIMARY, icon="plus", shortcut="Ctrl+N",
        )  # fmt: skip
        self.show_view("active")

    def make_new(self) -> None:
        self.wanted.emit("partner_form", None)

    def _follow(self, key: int, _column: str) -> None:
        self.wanted.emit("partner", key)
