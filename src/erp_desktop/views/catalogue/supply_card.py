"""On a product's card: who sells it to us and how, and when it is ordered again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.reports.product_card import ProductCard
from erp_desktop.services.catalogue.supply import Offered, Supply, offers_of, supply_of
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Card

translate = wording.translate


class SupplyCard(Card):
    """The suppliers, the usual one first; the link leads to the form."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Catalogue", "Suppliers and ordering"), translate("Catalogue", "Change"),
            parent=parent,
        )  # fmt: skip
        self.link.clicked.connect(self.wanted)
        self.words = Label("", theme.BODY, "text2")
        self.words.setWordWrap(True)
        self.table = MiniTable(
            [
                MiniColumn(translate("Catalogue", "Supplier")),
                MiniColumn(translate("Catalogue", "Price"), 76, right=True, cost=True),
                MiniColumn(translate("Catalogue", "Pack"), 60, right=True),
                MiniColumn(translate("Catalogue", "Days"), 46, right=True),
            ],
            pitch=32,
        )
        self.body.addWidget(self.table)
        self.body.addWidget(self.words)
        self.body.addStretch(1)

    def show_card(self, office: Office, card: ProductCard) -> None:
        self.setVisible(card.kind == "goods")
        offers = office.ask(offers_of, card.id)
        rows = [_row(one) for one in offers]
        if not rows:
            quiet = MiniCell(card.supplier or translate("Catalogue", "No supplier yet"), "text3")
            rows = [MiniRow((quiet, MiniCell(""), MiniCell(""), MiniCell("")))]
        self.table.show_rows(rows)
        self.words.setText(ordering_words(office.ask(supply_of, card.id), card.unit))


def _row(one: Offered) -> MiniRow:
    name = f"{one.supplier} · {one.code}" if one.code else one.supplier
    return MiniRow((
        MiniCell(name),
        MiniCell("" if one.price is None else figures.price(one.price), "text", theme.FIGURE),
        MiniCell(figures.quantity(one.pack) if one.pack else "", "text2", theme.FIGURE),
        MiniCell("" if one.lead_days is None else str(one.lead_days), "text2", theme.FIGURE),
    ))  # fmt: skip


def ordering_words(supply: Supply, unit: str) -> str:
    """When it is ordered again and up to how much, in a line."""
    said = []
    if supply.dynamic:
        words = translate("Catalogue", "The minimum follows the use, {0} {1} to be safe")
        said.append(words.format(figures.quantity(supply.safety), unit))
    elif supply.minimum or supply.safety:
        words = translate("Catalogue", "Ordered below {0} {1}")
        said.append(words.format(figures.quantity(max(supply.minimum, supply.safety)), unit))
    if supply.target is not None:
        words = translate("Catalogue", "up to {0}").format(figures.quantity(supply.target))
        said.append(words)
    return " · ".join(said)
