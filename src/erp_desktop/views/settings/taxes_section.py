"""The tax rates: which there are, what they are called, which one is usual, which are past."""

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.finance.tax_rates import (
    SaveTaxRate,
    TaxRate,
    save_tax_rate,
    tax_rates,
)
from erp_desktop.services.users import rights
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.checks import Check
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.rate_choice import RateChoice

translate = wording.translate


class TaxesSection(Section):
    """A row for each rate; a click names it, makes it the usual one, or retires it."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        card = self.card(
            translate("Settings", "Tax rates"),
            translate(
                "Settings",
                "Products choose among these. A rate itself is never changed: add the new one,"
                " retire the old one, and its products go over. Documents keep what they were"
                " written with.",
            ),
        )
        self.table = MiniTable(
            [
                MiniColumn(translate("Settings", "Rate"), 90),
                MiniColumn(translate("Settings", "Name")),
                MiniColumn(translate("Settings", "Products"), 90, right=True),
                MiniColumn("", 110),
            ],
            pitch=34,
        )
        self.table.opened.connect(self._change)
        card.body.addWidget(self.table)
        add = Button(translate("Settings", "Add a rate"), icon="plus")
        add.clicked.connect(self.add)
        card.body.addLayout(in_a_row(add, 0))
        self._rates: list[TaxRate] = []

    def load(self) -> None:
        self._rates = self.office.ask(tax_rates)
        self.table.show_rows([_row(one, at) for at, one in enumerate(self._rates)])

    def add(self) -> None:
        RateDialog(self.office, None, self._rates, self).open()

    def _change(self, at: int) -> None:
        RateDialog(self.office, self._rates[at], self._rates, self).open()


def _row(one: TaxRate, at: int) -> MiniRow:
    quiet = "text3" if one.retired else "text"
    state = MiniCell()
    if one.retired:
        state = MiniCell(translate("Settings", "retired"), tone=Tone.NEUTRAL)
    elif one.usual:
        state = MiniCell(translate("Settings", "usual"), tone=Tone.BLUE)
    return MiniRow((
        MiniCell(f"{figures.number(one.rate)}%", quiet, theme.FIGURE),
        MiniCell(one.name or "–", quiet),
        MiniCell(figures.number(one.products), "text2", theme.FIGURE),
        state,
    ), at)  # fmt: skip


class RateDialog(Dialog):
    """A new rate, or what is said of one that is there."""

    needed_right = rights.SETTINGS

    def __init__(
        self, office: ShopOffice, known: TaxRate | None, rates: list[TaxRate],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = translate("Settings", "Add a rate")
        if known is not None:
            title = translate("Settings", "Tax rate {0}%").format(figures.number(known.rate))
        super().__init__(office, title, translate("Settings", "Save"), parent=parent)
        self._known = known
        self.rate, self.name = NumberField(unit="%"), LineField()
        self.usual = Check(translate("Settings", "The usual rate of new products"))
        self.retired = Check(translate("Settings", "Retired: no longer offered"))
        others = [one for one in rates if not one.retired and one != known]
        self.target = RateChoice()
        self.target.offer(others)
        self._lay_out_fields()
        self.retired.toggled.connect(self._turn)
        if known is not None:
            self._show(known)
        self._turn()

    def _lay_out_fields(self) -> None:
        self.rate_field = Labelled(translate("Settings", "Rate"), self.rate)
        self.body.addWidget(self.rate_field)
        self.body.addWidget(Labelled(translate("Settings", "Name"), self.name))
        self.body.addWidget(self.usual)
        self.body.addWidget(self.retired)
        self.target_field = Labelled(translate("Settings", "Its products carry from now on"),
                                     self.target)  # fmt: skip
        self.body.addWidget(self.target_field)
        self.hint = Label("", theme.HINT, "text2")
        self.hint.setWordWrap(True)
        self.body.addWidget(self.hint)

    def _show(self, known: TaxRate) -> None:
        self.rate_field.hide()  # a rate is never changed
        self.rate.set_value(known.rate)
        self.name.setText(known.name)
        self.usual.setChecked(known.usual)
        self.usual.setEnabled(not known.usual)  # another one is made the usual one instead
        self.retired.setChecked(known.retired)
        self.retired.setVisible(not known.usual)

    def _turn(self) -> None:
        """Where a rate is retired its products need another one."""
        known = self._known
        self.retired.setVisible(known is not None and not known.usual)
        goes = known is not None and self.retired.isChecked() and known.products > 0
        self.target_field.setVisible(goes)
        self.hint.setVisible(goes)
        if known is not None:
            words = translate("Settings", "{0} products go over; documents keep their rate.")
            self.hint.setText(words.format(figures.number(known.products)))

    def confirm(self) -> None:
        try:
            rate = self.rate.value()
        except RuleBroken as broken:
            self.rate_field.refuse(wording.explain(broken))
            return
        if rate is None:
            self.rate_field.refuse(translate("Settings", "Write the rate in percent"))
            return
        goes = not self.target_field.isHidden()
        self.hand_in(save_tax_rate, SaveTaxRate(
            rate, self.name.text(), usual=self.usual.isChecked(),
            retired=self.retired.isChecked(),
            products_to=self.target.rate() if goes else None,
        ))  # fmt: skip
