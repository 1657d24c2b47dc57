"""On a product's card: what it costs on every level and whom, with what is earned at that."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.reports.price_rows import PriceRow, card_prices
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.services.catalogue.pricing import AGREED
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.office import Office
from erp_desktop.views.price_words import from_words, percent_words, until_words
from erp_desktop.views.widgets.panels import Card

translate = wording.translate
SHOWN = 12


class PricesCard(Card):
    """The shop's price, the levels', what was agreed; `opened` leads to a customer."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Prices", "Price levels"), translate("Prices", "Change prices"),
            parent=parent,
        )  # fmt: skip
        self._shown: tuple[Office, ProductCard] | None = None
        self.link.clicked.connect(self.change)
        self.table = MiniTable(
            [
                MiniColumn(translate("Prices", "Level")),
                MiniColumn(translate("Prices", "Price"), 56, right=True),
                MiniColumn(translate("Prices", "Margin"), 48, right=True, cost=True),
            ],
            pitch=32,
        )
        self.table.opened.connect(self.opened)
        self.body.addWidget(self.table)

    def change(self) -> None:
        """All of them in a grid."""
        from erp_desktop.views.catalogue.prices_dialog import PricesDialog

        if self._shown is not None:
            PricesDialog(*self._shown, self).open()

    def show_card(self, office: Office, card: ProductCard) -> None:
        self._shown = (office, card)
        rows = office.ask(card_prices, card.id)
        shown = [_row(one, card) for one in rows[:SHOWN]]
        if len(rows) > SHOWN:
            words = translate("Prices", "{0} more").format(len(rows) - SHOWN)
            shown.append(MiniRow((MiniCell(words, "text3"), MiniCell(), MiniCell())))
        self.table.show_rows(shown)


def _row(one: PriceRow, card: ProductCard) -> MiniRow:
    earned = margin(one, card.unit_cost)
    key = -1 if one.customer_id is None else one.customer_id
    return MiniRow((
        _named(one, _note(one, card.unit)),
        MiniCell(figures.price(one.price), "text", theme.FIGURE),
        MiniCell(earned, "text2", theme.FIGURE),
    ), key)  # fmt: skip


def _named(one: PriceRow, note: str) -> MiniCell:
    """A customer's name may be long: what is said of the price stands below it."""
    if one.customer_id is None:
        return MiniCell(_whose(one), note=note)
    return MiniCell(_whose(one), below=note)


def _whose(one: PriceRow) -> str:
    return one.whose or translate("Prices", "Retail price")


def _note(one: PriceRow, unit: str) -> str:
    """Percent, from how many on, of which unit, until when: what there is to say."""
    said = [
        "" if one.percent is None else percent_words(one.percent),
        from_words(one.minimum, one.unit),
        one.unit if one.unit != unit and not one.minimum else "",
        until_words(one.until),
    ]
    words = " ".join(word for word in said if word)
    if one.inherited:
        return " · ".join(filter(None, (words, translate("Prices", "for all variants"))))
    return words or (translate("Prices", "agreed") if one.rule == AGREED else "")


def margin(one: PriceRow, cost: Decimal | None) -> str:
    """What part of the price (without tax) is earned; nothing where no cost is known."""
    if cost is None or one.price <= 0:
        return figures.ZERO_WORD
    return f"{figures.percent((one.net - cost * one.factor) * 100 / one.net)}%"
