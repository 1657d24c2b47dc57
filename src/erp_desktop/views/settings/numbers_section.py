"""The numbers of documents: which comes next for each kind, and why none is ever left out."""

from erp_desktop.reports.numbering import series
from erp_desktop.views import wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice

translate = wording.translate


class NumbersSection(Section):
    """A row for each kind of document."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Numbers of documents"),
            translate(
                "Settings",
                "A number is given when a document is posted, without gaps, and begins anew each"
                " year. Drafts have none; a document that was reversed keeps its own.",
            ),
        )
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Document")),
                MiniColumn(translate("Settings", "Given last"), 170),
                MiniColumn(translate("Settings", "Comes next"), 170),
            ],
            pitch=30,
        )
        card.body.addWidget(self.table)

    def load(self) -> None:
        self.table.show_rows([
            MiniRow((
                MiniCell(wording.kind_word(one.kind)), MiniCell(one.last or "–", "text2"),
                MiniCell(one.following),
            ))
            for one in self.office.ask(series)
        ])  # fmt: skip
