"""The home page: what to do first, how the shop stands, and the lists behind each figure."""

from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.page import Page

translate = wording.translate


class HomePage(Page):
    """Tiles and panels; each leads to its list."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Home", "Good morning"))
        self._role = "ground"
        self.action(
            translate("Home", "Open the till"), self.open_till,
            look=Look.PRIMARY, icon="scan-barcode", shortcut="F3",
        )  # fmt: skip

    def open_till(self) -> None:
        self.wanted.emit("till", None)
