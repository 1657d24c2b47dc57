"""The shop's own settings: what papers say of it, and its usual tax."""

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.shop.settings import SaveShop, save_shop
from erp_desktop.views import theme, wording
from erp_desktop.views.language import LANGUAGES
from erp_desktop.views.settings.mark_card import MarkCard
from erp_desktop.views.settings.section import Section, row_of
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, Labelled, LineField
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class ShopSection(Section):
    """Saved by its button; nothing changes while one types."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.name, self.address = LineField(), LineField()
        self.phone, self.tax_number = LineField(), LineField()
        self.language = Combo(list(LANGUAGES.items()))
        self.tax = NumberField(unit="%")
        self.included = Combo([
            (True, translate("Settings", "Sale prices contain the tax")),
            (False, translate("Settings", "The tax comes on top of sale prices")),
        ])  # fmt: skip
        self.currency = Label("", theme.BODY, "text2")
        self._shown = False
        self._lay_out()

    def _lay_out(self) -> None:
        paper = self.card(translate("Settings", "On documents"))
        self.name_field = Labelled(translate("Settings", "Name"), self.name)
        paper.body.addWidget(self.name_field)
        paper.body.addWidget(Labelled(translate("Settings", "Address"), self.address))
        paper.body.addLayout(
            row_of(
                (Labelled(translate("Settings", "Phone"), self.phone), 1),
                (Labelled(translate("Settings", "Tax number"), self.tax_number), 1),
                (Labelled(translate("Settings", "Language of documents"), self.language), 1),
            )
        )
        money = self.card(translate("Settings", "Money"))
        self.tax_field = Labelled(translate("Settings", "Usual tax rate"), self.tax)
        money.body.addLayout(
            row_of((self.tax_field, 1),
                   (Labelled(translate("Settings", "Sale prices"), self.included), 2))
        )  # fmt: skip
        money.body.addWidget(self.currency)
        self.mark = MarkCard(self.office)
        self.mark.said.connect(self.said)
        self.columns.add(self.mark)
        self.guarded.append(self.mark)
        self.has_save()

    def load(self) -> None:
        """Fill the fields once; what is being typed stays."""
        self.mark.load()
        if self._shown:
            return
        self._shown = True
        facts = self.office.facts
        self.name.setText(facts.name)
        self.address.setText(facts.address)
        self.phone.setText(facts.phone)
        self.tax_number.setText(facts.tax_number)
        self.language.choose(facts.language)
        self.tax.set_value(facts.tax)
        self.included.choose(facts.tax_included)
        words = translate("Settings", "The books are kept in {0}; that cannot be changed.")
        self.currency.setText(words.format(facts.currency))

    def save(self) -> None:
        """Keep it; what is wrong is said at its field."""
        self.name_field.refuse("")
        self.tax_field.refuse("")
        if not self.name.text().strip():
            self.name_field.refuse(translate("Settings", "Give the shop a name"))
            return
        try:
            tax = self.tax.value()
        except RuleBroken as broken:
            self.tax_field.refuse(wording.explain(broken))
            return
        command = SaveShop(
            self.name.text(), self.address.text(), self.phone.text(), self.tax_number.text(),
            str(self.language.value()), tax, bool(self.included.value()),
        )  # fmt: skip
        self.hand_in(save_shop, command, translate("Settings", "Saved"))
