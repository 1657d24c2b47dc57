"""Entering or changing a customer or supplier."""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.reports.partner_card import PartnerCard, partner_card
from erp_desktop.services.catalogue.levels import levels
from erp_desktop.services.partners.partners import SavePartner, add_partner, save_partner
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.card_columns import CardColumns, sheet_of
from erp_desktop.views.office import Office
from erp_desktop.views.partners.tags import tags_of, tags_text
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Labelled, LineField, in_a_row
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
ONE = Decimal(1)


class PartnerForm(Page):
    """`partner_id` None enters a new one."""

    def __init__(self, office: Office, partner_id: Any = None) -> None:
        super().__init__(office, translate("Partners", "New partner"))
        self._id = partner_id if isinstance(partner_id, int) else None
        self._filled = False
        self._role = "ground"
        self._fields: dict[str, Labelled] = {}
        self.is_customer = Check(translate("Partners", "Customer"))
        self.is_supplier = Check(translate("Partners", "Supplier"))
        self.terms = NumberField(unit=translate("Partners", "days"))
        self.lead = NumberField(unit=translate("Partners", "days"))
        self.least, self.over = NumberField(places=figures.form().places), NumberField(unit="%")
        self.rank = NumberField()
        self.level = Combo(self._levels())
        self.limit = NumberField(places=figures.form().places)
        self.tags = LineField()
        self.tags.setPlaceholderText(translate("Partners", "Tea house, VIP, …"))
        self._lay_out()
        self.action(translate("Partners", "Cancel"), self.done.emit, look=Look.GHOST)
        self.action(
            translate("Partners", "Save"), self.save,
            look=Look.PRIMARY, icon="check", shortcut="Ctrl+Return",
        )  # fmt: skip

    # -- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        papers, buying, supplying = self._more(), self._buying(), self._supplying()
        buying.setVisible(False)
        self.is_customer.toggled.connect(buying.setVisible)
        supplying.setVisible(False)
        self.is_supplier.toggled.connect(supplying.setVisible)
        cards = (self._who(), papers, buying, supplying)
        self.body.addWidget(sheet_of(CardColumns(cards, papers), PAGE_MARGIN), 1)

    def _who(self) -> Card:
        card = Card(translate("Partners", "General"))
        card.body.addLayout(in_a_row(self.is_customer, 12, self.is_supplier, 0))
        card.body.addLayout(
            self._grid(
                (("name", translate("Partners", "Name"), LineField(), 8),
                 ("code", translate("Partners", "Code"), LineField(), 4)),
                (("contact", translate("Partners", "Contact"), LineField(), 4),
                 ("phone", translate("Partners", "Phone"), LineField(), 4),
                 ("email", translate("Partners", "E-mail"), LineField(), 4)),
            )
        )  # fmt: skip
        return card

    def _more(self) -> Card:
        card = Card(translate("Partners", "For documents"))
        card.body.addLayout(
            self._grid(
                (("address", translate("Partners", "Address"), LineField(), 12),),
                (("tax_number", translate("Partners", "Tax number"), LineField(), 6),
                 ("terms_days", translate("Partners", "Due after"), self.terms, 3),
                 ("rank", translate("Partners", "Priority"), self.rank, 3)),
                (("tags", translate("Partners", "Tags"), self.tags, 6),
                 ("note", translate("Partners", "Note"), LineField(), 6)),
            )
        )  # fmt: skip
        return card

    def _buying(self) -> Card:
        card = Card(translate("Partners", "For customers"))
        card.body.addLayout(
            self._grid(
                (("price_level", translate("Partners", "Price level"), self.level, 4),
                 ("credit_limit", translate("Partners", "Credit limit"), self.limit, 4)),
            )
        )  # fmt: skip
        return card

    def _levels(self) -> list[tuple[int, str]]:
        """The shop's own prices, or those of a level."""
        own = (0, translate("Partners", "Retail price"))
        return [own, *((one.id, one.name) for one in self.office.ask(levels))]

    def _supplying(self) -> Card:
        card = Card(translate("Partners", "For suppliers"))
        card.body.addLayout(
            self._grid(
                (("lead_days", translate("Partners", "Lead time"), self.lead, 4),
                 ("minimum_order", translate("Partners", "Minimum order"), self.least, 4),
                 ("over_percent", translate("Partners", "Over-delivery allowed"), self.over,
                  4)),
            )
        )  # fmt: skip
        return card

    def _grid(self, *rows: tuple[tuple[str, str, QWidget, int], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        for at in range(12):
            grid.setColumnStretch(at, 1)
        for line, fields in enumerate(rows):
            start = 0
            for code, words, field, share in fields:
                self._fields[code] = Labelled(words, field)
                grid.addWidget(self._fields[code], line, start, 1, share)
                start += share
        return grid

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        """Fill the form once; what is being typed stays."""
        if self._filled:
            return
        self._filled = True
        if self._id is not None:
            self._fill(self.office.ask(partner_card, self._id))
        else:
            self.is_customer.setChecked(True)
        self.line("name").setFocus()

    def _fill(self, card: PartnerCard) -> None:
        self.header.title.setText(card.name)
        self.named.emit(card.name)
        self.is_customer.setChecked(card.is_customer)
        self.is_supplier.setChecked(card.is_supplier)
        self.terms.set_value(Decimal(card.terms_days))
        self.rank.set_value(Decimal(card.rank) if card.rank else None)
        self.lead.set_value(None if card.lead_days is None else Decimal(card.lead_days))
        self.least.set_value(card.minimum_order or None)
        self.over.set_value(card.over_percent)
        self._offer_level(card)
        self.limit.set_value(card.credit_limit)
        self.tags.setText(tags_text(card.tags))
        for code in ("code", "name", "contact", "phone", "email", "address", "tax_number", "note"):
            self.line(code).setText(str(getattr(card, code)))
        self.line("code").setReadOnly(True)

    def _offer_level(self, card: PartnerCard) -> None:
        """The partner's own level is offered even where it is out of use."""
        own, choices = card.price_level_id, self._levels()
        if own is not None and own not in {ident for ident, _ in choices}:
            self.level.fill([*choices, (own, card.price_level)])
        self.level.choose(own or 0)

    def line(self, code: str) -> LineField:
        """The field of a fact."""
        field = self._fields[code].field
        if not isinstance(field, LineField):
            raise TypeError(code)
        return field

    # -- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Have it saved and open its card."""
        for labelled in self._fields.values():
            labelled.refuse("")
        if not self._text("name"):
            self._fields["name"].refuse(translate("Partners", "Give it a name"))
            self.line("name").setFocus()
            return
        try:
            command = self.command()
        except RuleBroken as broken:
            self._fields["terms_days"].refuse(wording.explain(broken))
            return
        partner_id = self.hand_in(add_partner if self._id is None else save_partner, command)
        if partner_id is not None:
            self.wanted.emit("partner", partner_id)
            self.done.emit()

    def command(self) -> SavePartner:
        """What was typed. Raises NotANumber."""
        days, over, limit = self.lead.value(), self.over.value(), self.limit.value()
        return SavePartner(
            code=self._text("code") or self._text("name"),
            name=self._text("name"),
            is_supplier=self.is_supplier.isChecked(),
            is_customer=self.is_customer.isChecked(),
            contact=self._text("contact"),
            phone=self._text("phone"),
            email=self._text("email"),
            address=self._text("address"),
            tax_number=self._text("tax_number"),
            terms_days=int(self.terms.value() or 0),
            rank=int(self.rank.value() or 0),
            lead_days=-1 if days is None else int(days),
            minimum_order=self.least.value() or ZERO,
            over_percent=-ONE if over is None else over,
            price_level_id=int(self.level.value() or 0),
            credit_limit=-ONE if limit is None else limit,
            tags=tags_of(self.tags.text()),
            note=self._text("note"),
        )

    def _text(self, code: str) -> str:
        return self.line(code).text().strip()
