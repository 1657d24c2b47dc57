"""The parts of the program that this shop works with; the others are out of the way, not gone.

What is switched off leaves the rail, the menus and the search. Nothing is deleted: a switch brings
it back with everything that was in it.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.services.shop.modules import MODULES, SwitchModules, switch_modules
from erp_desktop.views import theme, wording
from erp_desktop.views.cards.tile_grid import TileGrid
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.fields import Label

translate = wording.translate


class ModulesSection(Section):
    """A switch for each part, with what it is for."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Parts of the program"),
            translate(
                "Settings",
                "What is switched off leaves the rail, the menus and the search. Nothing is lost.",
            ),
        )
        self.switches: dict[str, Check] = {}
        pairs: list[QWidget] = []
        for code, (name, hint) in _words().items():
            switch = Check(name)
            switch.clicked.connect(self._switch)
            self.switches[code] = switch
            said = Label(hint, theme.HINT, "text2")
            said.setContentsMargins(theme.px(26), 0, 0, 0)
            pair = QWidget()
            box = QVBoxLayout(pair)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
            box.addWidget(switch)
            box.addWidget(said)
            pairs.append(pair)
        card.body.addWidget(TileGrid(pairs, 2))

    def load(self) -> None:
        off = self.office.facts.modules_off
        for code, switch in self.switches.items():
            switch.setChecked(code not in off)

    def _switch(self) -> None:
        off = frozenset(code for code, one in self.switches.items() if not one.isChecked())
        self.hand_in(switch_modules, SwitchModules(off), translate("Settings", "Saved"))


def _words() -> dict[str, tuple[str, str]]:
    """What each part is called, and what it is for."""
    words = {
        "till": (translate("Page", "Till"),
                 translate("Settings", "Selling over the counter, with shifts and receipts")),
        "sales": (translate("Page", "Sales"),
                  translate("Settings", "Quotations, orders, deliveries and invoices")),
        "purchases": (translate("Page", "Purchases"),
                      translate("Settings", "Orders to suppliers, receipts and bills")),
        "counts": (translate("Page", "Counts"),
                   translate("Settings", "Counting the stock, blind or with book quantities")),
        "money": (translate("Page", "Money"),
                  translate("Settings", "Receivables, payables, cash and bank, the journal")),
        "reports": (translate("Page", "Reports"),
                    translate("Settings", "Every report, and the accountant's pack")),
    }  # fmt: skip
    return {code: words[code] for code in MODULES}
