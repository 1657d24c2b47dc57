"""Changing prices: all of a product, or all that was agreed with a customer."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.services.catalogue.levels import (
    AgreePrices,
    NamedPrice,
    SavedPrice,
    SavePrices,
    agree_prices,
    agreed_prices,
    level_prices,
    save_prices,
)
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.catalogue.prices_grid import PricesGrid, product_finder, whose_finder
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, in_a_row
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
WIDE = 720


def _hint() -> Label:
    """How the grid is read and worked."""
    words = translate(
        "Prices",
        "A price counts from its quantity on, for one of its unit (empty: {0})"
        " · rows can be pasted · {1} removes",
    ).format(translate("Prices", "the product's own"), "Del")
    hint = Label(words, theme.HINT, "text3")
    hint.setWordWrap(True)
    return hint


class PricesDialog(Dialog):
    """The shop's own price of a product, then everybody else's."""

    def __init__(self, office: Office, card: ProductCard, parent: QWidget) -> None:
        grid = PricesGrid(
            whose_finder(office), QT_TRANSLATE_NOOP("Table", "Level or customer"),
            translate("Prices", "Enter adds a level or a customer: name or code"),
        )  # fmt: skip
        title = translate("Prices", "Prices of {0}").format(card.name)
        super().__init__(office, title, translate("Prices", "Save"), parent=parent)
        self.setMinimumWidth(theme.px(WIDE))
        self.grid = grid
        self._card = card
        form = figures.form()
        self.own = NumberField(unit=f"{form.symbol.strip()} / {card.unit}", places=form.places)
        self.own.set_value(card.price)
        own = Labelled(translate("Prices", "Retail price"), self.own)
        self.body.addLayout(in_a_row(own, 1, 0))
        self.body.addWidget(grid)
        self.body.addWidget(_hint())
        grid.show_prices([
            *(_of_level(one) for one in office.ask(level_prices, card.id)),
            *(_of_customer(one) for one in office.ask(agreed_prices, card.id)),
        ])  # fmt: skip
        grid.choose(0)
        grid.setFocus()

    def confirm(self) -> None:
        try:
            own = self.own.value()
            names = [_whose(key, one) for key, one in self.grid.prices()]
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        own = Decimal(0) if own is None else own
        self.hand_in(save_prices, SavePrices(self._card.id, names, own))


class AgreedDialog(Dialog):
    """Everything that was agreed with a customer."""

    def __init__(self, office: Office, partner_id: int, name: str, parent: QWidget) -> None:
        grid = PricesGrid(
            product_finder(office), QT_TRANSLATE_NOOP("Table", "Product"),
            translate("Prices", "Enter adds a product: name, code or initials"),
        )  # fmt: skip
        title = translate("Prices", "Prices agreed with {0}").format(name)
        super().__init__(office, title, translate("Prices", "Save"), parent=parent)
        self.setMinimumWidth(theme.px(WIDE))
        self.grid = grid
        self._id = partner_id
        self.body.addWidget(grid)
        self.body.addWidget(_hint())
        saved = office.ask(agreed_prices, None, partner_id)
        grid.show_prices([(one.product_id, one.name, one.sku, one) for one in saved])
        grid.choose(0)
        grid.setFocus()

    def confirm(self) -> None:
        try:
            names = self.grid.prices()
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(agree_prices, AgreePrices(self._id, names))


def _whose(key: int, one: NamedPrice) -> NamedPrice:
    return replace(one, level_id=-key) if key < 0 else replace(one, customer_id=key)


def _of_level(one: SavedPrice) -> tuple[int, str, str, SavedPrice]:
    return -(one.level_id or 0), one.whose, translate("Prices", "Price level"), one


def _of_customer(one: SavedPrice) -> tuple[int, str, str, SavedPrice]:
    return one.customer_id or 0, one.whose, translate("Prices", "agreed"), one
