"""What the first run is about to make, to be read once before it is made."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.views import devices, figures, language, theme, wording
from erp_desktop.views.devices import Device, Way
from erp_desktop.views.first_run.choice_tile import ChoiceTile
from erp_desktop.views.first_run.founding_page import FoundingPage
from erp_desktop.views.widgets.panels import Entry, EntryList

translate = wording.translate


class Summary(QWidget):
    """A line for each step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = EntryList()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        box.addStretch(1)

    def show_plan(self, shop: FoundingPage, beginning: ChoiceTile, printer: Device) -> None:
        """Show what was chosen."""
        command = shop.command()
        tax = translate("FirstRun", "{0}% tax").format(figures.plain(command.tax, 0))
        none = translate("FirstRun", "No printer: receipts are saved as PDF")
        paper = none if printer.way is Way.NONE else devices.device_words(printer)
        made = [
            Entry(command.name, f"{command.currency} · {tax} · {shop.where()}", icon="store"),
            Entry(shop.valuation.currentText(), icon="boxes"),
        ]
        if beginning.code == "practice":  # a shop of one's own is made later, from its strip
            made = []
        entries = [
            Entry(language.LANGUAGES[language.spoken()], icon="languages"),
            *made,
            Entry(beginning.text(), icon=beginning.icon_name),
            Entry(paper, icon="printer"),
        ]
        self.list.show_entries(entries)
        self.list.setAccessibleName(", ".join(f"{one.title} {one.detail}" for one in entries))
        self.list.setMinimumWidth(theme.px(300))
