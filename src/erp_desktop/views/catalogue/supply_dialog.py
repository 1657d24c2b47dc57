"""The form of a product's supply: when it is ordered again, its weight, and who sells it to us."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.services.catalogue.products import SaveProduct
from erp_desktop.services.catalogue.supply import (
    Offer,
    Offered,
    SaveSupply,
    offers_of,
    save_supply,
    supply_of,
)
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade.finding import PartnerFinder
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
WIDTHS = (110, 90, 74, 74, 74)
SUPPLIERS = 3  # rows to fill in; a price list with more comes from Excel


class OfferRow:
    """The fields of one supplier."""

    def __init__(self, office: Office, at: int) -> None:
        hint = translate("Catalogue", "The usual supplier") if not at else ""
        self.supplier = Finder(PartnerFinder(office, buying=True).find, hint)
        self.code = LineField()
        self.price = NumberField(places=figures.form().places)
        self.minimum, self.pack, self.days = NumberField(), NumberField(), NumberField()

    def fields(self, *, named: bool) -> list[QWidget]:
        """Side by side; only the first row says what they are."""
        titles = (
            translate("Catalogue", "Supplier"), translate("Catalogue", "Their code"),
            translate("Catalogue", "Price"), translate("Catalogue", "At least"),
            translate("Catalogue", "Pack"), translate("Catalogue", "Days"),
        )  # fmt: skip
        parts = (self.supplier, self.code, self.price, self.minimum, self.pack, self.days)
        for title, part in zip(titles, parts, strict=True):
            part.setAccessibleName(title)
        shown: list[QWidget] = list(parts)
        if named:
            shown = [Labelled(title, part) for title, part in zip(titles, parts, strict=True)]
        for narrow, wide in zip(shown[1:], WIDTHS, strict=True):
            narrow.setFixedWidth(theme.px(wide))
        return shown

    def show(self, one: Offered) -> None:
        self.supplier.set_value(Found(one.partner_id, one.supplier, one.supplier_code))
        self.code.setText(one.code)
        self.price.set_value(one.price)
        self.minimum.set_value(one.minimum or None)
        self.pack.set_value(one.pack or None)
        self.days.set_value(None if one.lead_days is None else Decimal(one.lead_days))

    def offer(self) -> Offer | None:
        """What was typed; None for an empty row. Raises NotANumber."""
        partner_id = self.supplier.key()
        if partner_id is None:
            return None
        days = self.days.value()
        return Offer(
            partner_id, self.code.text().strip(), self.price.value(), self.minimum.value() or ZERO,
            self.pack.value() or ZERO, None if days is None else int(days),
        )  # fmt: skip


class SupplyDialog(Dialog):
    """Suppliers first, then when and how much is ordered again, then weight and volume."""

    def __init__(self, office: Office, product_id: int, sku: str, parent: QWidget | None) -> None:
        super().__init__(
            office, translate("Catalogue", "Suppliers and ordering"),
            translate("Catalogue", "Save"), parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(theme.px(760))
        self._id, self._sku = product_id, sku
        self.rows = [OfferRow(office, at) for at in range(SUPPLIERS)]
        self.minimum, self.safety, self.target = NumberField(), NumberField(), NumberField()
        days = translate("Catalogue", "days")
        self.days = NumberField(unit=days)
        self.dynamic = Check(
            translate("Catalogue", "The minimum follows the use: safety + daily use × days")
        )
        self.weight, self.volume = NumberField(unit="kg"), NumberField(unit="l")
        self._lay_out_fields()
        self._fill(office)

    def _lay_out_fields(self) -> None:
        for at, row in enumerate(self.rows):
            self.body.addLayout(in_a_row(*row.fields(named=at == 0), gap=8))
        self.body.addWidget(Label(translate("Catalogue", "Ordering again"), theme.PANEL))
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Catalogue", "Minimum"), self.minimum),
                Labelled(translate("Catalogue", "Safety stock"), self.safety),
                Labelled(translate("Catalogue", "Ordered up to"), self.target),
                Labelled(translate("Catalogue", "Arrives after"), self.days), gap=12,
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
        for row, one in zip(self.rows, office.ask(offers_of, self._id), strict=False):
            row.show(one)
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
        offers = [offer for row in self.rows if (offer := row.offer()) is not None]
        return SaveSupply(self._id, product, offers)

    def confirm(self) -> None:
        try:
            command = self.command()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(save_supply, command)
