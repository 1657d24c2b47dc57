"""What stands where a page would tell what goods cost, for a person who must not know it."""

from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.widgets.panels import EmptyState

translate = wording.translate


class ClosedPage(Page):
    """Says why there is nothing to see, and who can change that."""

    def __init__(self, office: Office, title: str) -> None:
        super().__init__(office, title)
        said = EmptyState(
            "lock",
            translate("Page", "This page shows what goods cost"),
            translate("Page", "The owner can give you the right to see it: Settings, People"),
        )
        self.body.addWidget(said, 1)
