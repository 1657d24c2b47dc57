"""How the shop buys: how much too much may come, what a bill may differ, how use is read."""

from decimal import Decimal

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.services.purchasing.terms import (
    SaveBuyingTerms,
    buying_terms,
    save_buying_terms,
)
from erp_desktop.views import wording
from erp_desktop.views.settings.section import Section, row_of
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.fields import Labelled, LineField
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
BETWEEN = "; "


class BuyingSection(Section):
    """Saved by its button; nothing changes while one types."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.over, self.price = NumberField(unit="%"), NumberField(unit="%")
        days = translate("Settings", "days")
        self.use, self.lead = NumberField(unit=days), NumberField(unit=days)
        self.seasons = Check(translate("Settings", "Adjust by the same weeks of last year"))
        self.reasons = LineField()
        self._shown = False
        self._lay_out()

    def _lay_out(self) -> None:
        came = self.card(
            translate("Settings", "When goods and bills come"),
            translate("Settings", "A supplier may have a tolerance of its own, on its page."),
        )
        came.body.addLayout(
            row_of(
                (Labelled(translate("Settings", "Over-delivery allowed"), self.over), 1),
                (Labelled(translate("Settings", "Price on the bill may differ by"), self.price), 1),
            )
        )
        words = translate("Settings", "Reasons for rejecting goods, separated by ;")
        came.body.addWidget(Labelled(words, self.reasons))
        again = self.card(
            translate("Settings", "What to order"),
            translate("Settings", "For products whose minimum follows their use."),
        )
        again.body.addLayout(
            row_of(
                (Labelled(translate("Settings", "Usage is taken from the last"), self.use), 1),
                (Labelled(translate("Settings", "An order usually arrives after"), self.lead), 1),
            )
        )
        again.body.addWidget(self.seasons)
        self.has_save()

    def load(self) -> None:
        """Fill the fields once; what is being typed stays."""
        if self._shown:
            return
        self._shown = True
        terms = self.office.ask(buying_terms)
        self.over.set_value(terms.over_percent)
        self.price.set_value(terms.price_percent)
        self.use.set_value(Decimal(terms.use_days))
        self.lead.set_value(Decimal(terms.lead_days))
        self.seasons.setChecked(terms.seasons)
        self.reasons.setText(BETWEEN.join(terms.reasons))

    def save(self) -> None:
        """Keep it; a refusal is said at the top."""
        try:
            command = SaveBuyingTerms(
                over_percent=self.over.value() or ZERO,
                price_percent=self.price.value() or ZERO,
                use_days=int(self.use.value() or 0),
                lead_days=int(self.lead.value() or 0),
                seasons=self.seasons.isChecked(),
                reasons=tuple(self.reasons.text().replace("；", ";").split(";")),
            )
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(save_buying_terms, command, translate("Settings", "Saved"))
