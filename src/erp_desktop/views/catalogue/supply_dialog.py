"""The form of a product's supply: when it is ordered again, its weight, and who sells it to us."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.services.catalogue.products import SaveProduct
from erp_desktop.services.catalogue.supply import SaveSupply, offers_of, save_supply, supply_of
from erp_desktop.views import theme, wording
from erp_desktop.views.catalogue.offers_grid import OffersGrid
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class SupplyDialog(Dialog):
    """Suppliers first, then when and how much is ordered again, then weight and volume."""

    def __init__(self, office: Office, product_id: int, sku: str, parent: QWidget | None) -> None:
        super().__init__(
            office, translate("Catalogue", "Suppliers and ordering"),
            translate("Catalogue", "Save"), parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(theme.px(820))
        self._id, self._sku = product_id, sku
        self.offers = OffersGrid(office)
        self.minimum, self.safety, self.target = NumberField(), NumberField(), NumberField()
        days = translate("Catalogue", "days")
        self.days = NumberField(unit=days)
        self.dynamic = Check(
            translate("Catalogue", "The minimum follows the use: safety + daily use × days")
        )
        self.weight, self.volume = NumberField(unit="kg"), NumberField(unit="L")
        self._lay_out_fields()
        self._fill(office)
        self.offers.choose(0)
        self.offers.setFocus()

    def _lay_out_fields(self) -> None:
        self.body.addWidget(self.offers)
        words = translate(
            "Catalogue",
            "The first one is the usual supplier · {0} moves a line up, {1} removes it",
        ).format("Alt+↑", "Del")
        self.body.addWidget(Label(words, theme.HINT, "text3"))
        self.body.addWidget(Label(translate("Catalogue", "Reordering"), theme.PANEL))
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Catalogue", "Minimum"), self.minimum),
                Labelled(translate("Catalogue", "Safety stock"), self.safety),
                Labelled(translate("Catalogue", "Order up to"), self.target),
                Labelled(translate("Catalogue", "Lead time"), self.days), gap=12,
            )
        )  # fmt: skip
        self.body.addWidget(self.dynamic)
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Catalogue", "Weight of one"), self.weight),
                Labelled(translate("Catalogue", "Volume of one"), self.volume), gap=12,
            )
        )  # fmt: skip

    def _fill(self, office: Office) -> None:
        supply = office.ask(supply_of, self._id)
        self.offers.show_offers(office.ask(offers_of, self._id))
        self.minimum.set_value(supply.minimum or None)
        self.safety.set_value(supply.safety or None)
        self.target.set_value(supply.target)
        self.days.set_value(None if supply.lead_days is None else Decimal(supply.lead_days))
        self.dynamic.setChecked(supply.dynamic)
        self.weight.set_value(supply.weight)
        self.volume.set_value(supply.volume)

    def command(self) -> SaveSupply:
        """What was typed; an empty field means none. Raises NotANumber."""
        none, days = Decimal(-1), self.days.value()
        product = SaveProduct(
            self._sku,
            minimum=self.minimum.value() or ZERO,
            safety=self.safety.value() or ZERO,
            target=self.target.value() or none,
            lead_days=-1 if days is None else int(days),
            dynamic_minimum=self.dynamic.isChecked(),
            weight=self.weight.value() or none,
            volume=self.volume.value() or none,
        )
        return SaveSupply(self._id, product, self.offers.offers())

    def confirm(self) -> None:
        try:
            command = self.command()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(save_supply, command)
