"""Small forms of a product's page: variants, merging, another unit, another costing."""

import re
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import NotADate, RuleBroken
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.services.catalogue.merging import (
    ChangeUnit,
    MergeProducts,
    change_unit,
    merge_products,
)
from erp_desktop.services.catalogue.variants import Axis, MakeVariants, axes_of, make_variants
from erp_desktop.services.stock.recosting import ChangeCosting, change_costing
from erp_desktop.services.users import rights
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.catalogue.form_fields import costing_words
from erp_desktop.views.office import Office
from erp_desktop.views.trade.finding import ProductFinder
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField
from erp_desktop.views.widgets.finder import Finder
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
_BETWEEN = re.compile(r"[,;，；、\n]+")
WIDE = 460


class ProductDialog(Dialog):
    """A form about one product; `done(int)` names the product that is seen afterwards."""

    became = Signal(int)

    def __init__(
        self, office: Office, card: ProductCard, title: str, verb: str, parent: QWidget
    ) -> None:
        super().__init__(office, title, verb, parent=parent)
        self.card = card
        self.day = DateField(clock.day_date(clock.today()))
        self.setMinimumWidth(theme.px(WIDE))

    def say(self, words: str) -> None:
        """What this does, in a sentence."""
        said = Label(words, theme.BODY, "text2")
        said.setWordWrap(True)
        self.body.addWidget(said)

    def ask(self, words: str, field: QWidget) -> None:
        self.body.addWidget(Labelled(words, field))

    def says_day(self) -> bool:
        """Whether a day stands there, or none; what is no day is refused."""
        text = self.day.text().strip()
        if text and self.day.value() is None:
            self.notice.refuse(wording.explain(NotADate(text)))
            return False
        return True

    def ask_day(self) -> None:
        """From which day on; an earlier one may change what was sold since."""
        self.ask(translate("Catalogue", "From"), self.day)


class VariantsDialog(ProductDialog):
    """Sizes and colours: all combinations are made at once; those that are there stay."""

    def __init__(self, office: Office, card: ProductCard, parent: QWidget) -> None:
        super().__init__(
            office, card, translate("Variants", "Variants of {0}").format(card.name),
            translate("Variants", "Make the variants"), parent,
        )  # fmt: skip
        self.say(translate("Variants", "Write the values of each with commas: S, M, L, XL"))
        known = office.ask(axes_of, card.id)
        known += [Axis("", ())] * (3 - len(known))
        words = (
            translate("Variants", "Size"), translate("Variants", "Colour"),
            translate("Variants", "Other"),
        )  # fmt: skip
        self.axes: list[tuple[LineField, LineField]] = []
        for axis, hint in zip(known[:3], words, strict=True):
            name, choices = LineField(hint), LineField()
            name.setText(axis.name or (hint if len(self.axes) < 2 and not known[0].name else ""))
            choices.setText(", ".join(axis.choices))
            self.axes.append((name, choices))
            self.body.addWidget(_pair(hint, name, choices))
        self.pattern = LineField("{sku}-{1}-{2}")
        self.start = LineField(translate("Variants", "e.g. 690123450001; the check digit is added"))
        self.ask(translate("Variants", "How the codes (SKU) are made"), self.pattern)
        self.ask(translate("Variants", "Barcodes numbered from"), self.start)
        self.axes[0][1].setFocus()

    def confirm(self) -> None:
        axes = [
            Axis(name.text().strip(), tuple(filter(None, map(str.strip, _BETWEEN.split(typed)))))
            for name, choices in self.axes
            if (typed := choices.text().strip())
        ]
        self.hand_in(
            make_variants,
            MakeVariants(self.card.sku, axes, pattern=self.pattern.text(),
                         barcode_start=self.start.text()),
        )  # fmt: skip


class MergeDialog(ProductDialog):
    """This product is another one, entered twice."""

    needed_right = rights.REWORK

    def __init__(self, office: Office, card: ProductCard, parent: QWidget) -> None:
        super().__init__(
            office, card,
            translate("Catalogue", "Merge {0} into another product").format(card.name),
            translate("Catalogue", "Merge"), parent,
        )  # fmt: skip
        self.say(
            translate(
                "Catalogue",
                "Its stock goes over with quantity and value, its barcodes find the other one, "
                "and it is sold no more. Its history stays.",
            )
        )
        finder = ProductFinder(office, lambda: None, buying=True, goods=True)
        self.into = Finder(finder.find, translate("Catalogue", "Name, code or barcode"))
        self.factor = NumberField(Decimal(1))
        self.ask(translate("Catalogue", "The product that stays"), self.into)
        self.ask(translate("Catalogue", "One of this equals how many of that"), self.factor)
        self.ask_day()
        self.into.setFocus()

    def confirm(self) -> None:
        into = self.into.key()
        if into is None:
            self.notice.refuse(translate("Catalogue", "Choose the product that stays."))
            return
        if not self.says_day():
            return
        try:
            factor = self.factor.value() or Decimal(1)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        command = MergeProducts(self.card.id, into, factor, self.day.moment())
        self.book(merge_products, command, lambda _: self.became.emit(into))


class UnitDialog(ProductDialog):
    """Counted in dozens until now, singly from now on."""

    needed_right = rights.REWORK

    def __init__(self, office: Office, card: ProductCard, parent: QWidget) -> None:
        super().__init__(
            office, card, translate("Catalogue", "Count {0} in a smaller unit").format(card.name),
            translate("Catalogue", "Change the unit"), parent,
        )  # fmt: skip
        self.say(
            translate(
                "Catalogue",
                "{0} stays as a further unit with its price and barcodes. Quantity, value and "
                "history are kept.",
            ).format(card.unit)
        )
        self.unit, self.factor = LineField(), NumberField()
        self.ask(translate("Catalogue", "Smallest unit from now on"), self.unit)
        self.ask(translate("Catalogue", "One {0} holds").format(card.unit), self.factor)
        self.ask_day()
        self.unit.setFocus()

    def confirm(self) -> None:
        try:
            factor = self.factor.value() or Decimal(0)
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        command = ChangeUnit(self.card.id, self.unit.text(), factor, self.day.moment())
        if self.says_day():
            self.book(change_unit, command, self.became.emit)


class CostingDialog(ProductDialog):
    """Another method of costing, or another standard, from a day on (LEDGER L-13)."""

    needed_right = rights.REWORK

    def __init__(self, office: Office, card: ProductCard, parent: QWidget) -> None:
        super().__init__(
            office, card, translate("Catalogue", "How {0} is costed").format(card.name),
            translate("Catalogue", "Change the costing"), parent,
        )  # fmt: skip
        self.say(
            translate(
                "Catalogue",
                "Quantity and value stay as they are at this moment; what was sold before "
                "keeps its cost.",
            )
        )
        self.method = Combo(list(costing_words().items()))
        self.method.choose(card.details.costing)
        places = figures.form().places
        self.standard = NumberField(card.details.standard_cost, places=places)
        self.ask(translate("Catalogue", "Costing"), self.method)
        self.ask(translate("Catalogue", "Standard cost"), self.standard)
        self.ask_day()
        self.method.currentIndexChanged.connect(self._turn)
        self._turn()
        self.method.setFocus()

    def _turn(self) -> None:
        self.notice.clear()
        self.standard.setEnabled(self.method.value() == "standard")

    def confirm(self) -> None:
        try:
            standard = self.standard.value() if self.standard.isEnabled() else None
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        command = ChangeCosting(
            self.card.id, self.method.value(), standard, at=self.day.moment()
        )  # fmt: skip
        if self.says_day():
            self.book(change_costing, command)


def _pair(words: str, name: LineField, choices: LineField) -> QWidget:
    """The name of an axis beside its values."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.px(8))
    name.setAccessibleName(words)
    choices.setAccessibleName(translate("Variants", "Values"))
    box.addWidget(name, 1)
    box.addWidget(choices, 2)
    return row
