"""The panels of a product's card. Each shows one side of it, from the facts the page has read."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core.money import ZERO
from erp_desktop.core.periods import Step
from erp_desktop.reports.product_card import Holding, ProductCard, product_moves, product_story
from erp_desktop.reports.product_details import UnitRow
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.bar_chart import BarChart, Group, Legend
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.catalogue import cost_story
from erp_desktop.views.catalogue.stock_unit import in_stock_unit
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.panels import Card
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate


class CodesCard(Card):
    """Units and barcodes; the link leads to the form."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Catalogue", "Barcodes and units"), translate("Catalogue", "Add barcode"),
            parent=parent,
        )  # fmt: skip
        self.link.clicked.connect(self.wanted)
        self.table = MiniTable(
            [
                MiniColumn(translate("Catalogue", "Unit"), 84),
                MiniColumn(translate("Catalogue", "Holds"), 44, right=True),
                MiniColumn(translate("Catalogue", "Barcode")),
                MiniColumn(translate("Catalogue", "Sale price"), 70, right=True),
            ],
            pitch=32,
        )
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_card(self, office: Office, card: ProductCard) -> None:  # noqa: ARG002
        own = UnitRow(card.unit, Decimal(1), card.price, card.details.codes)
        rows = []
        for unit in (own, *card.details.units):
            codes = unit.codes or ("",)
            for at, code in enumerate(codes):
                rows.append(_unit_row(unit, code, first=at == 0, usual=_usual(card, unit.unit)))
        self.table.show_rows(rows)


def _unit_row(unit: UnitRow, code: str, *, first: bool, usual: str) -> MiniRow:
    """A unit with one of its barcodes; its further barcodes stand in rows of their own."""
    said = MiniCell(code, "text", theme.FIGURE)
    if not code:
        said = MiniCell(translate("Catalogue", "no barcode"), "text3")
    if not first:
        return MiniRow((MiniCell(), MiniCell(), said, MiniCell()))
    return MiniRow((
        MiniCell(unit.unit, note=usual),
        MiniCell(figures.quantity(unit.factor), "text2", theme.FIGURE),
        said,
        MiniCell(_price(unit.price), "text", theme.FIGURE),
    ))  # fmt: skip


def _usual(card: ProductCard, unit: str) -> str:
    """Whether it is the unit that is bought or sold in."""
    more, said = card.details, []
    if card.details.units and (more.purchase_unit or card.unit) == unit:
        said.append(translate("Catalogue", "bought"))
    if card.details.units and (more.sale_unit or card.unit) == unit:
        said.append(translate("Catalogue", "sold"))
    return ", ".join(said)


class PlacesCard(Card):
    """What lies in each warehouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Catalogue", "Stock by warehouse"), parent=parent)
        self.table = MiniTable(
            [
                MiniColumn(translate("Catalogue", "Warehouse")),
                MiniColumn(translate("Catalogue", "On hand"), 96, right=True),
                MiniColumn(translate("Catalogue", "Reserved"), 80, right=True),
                MiniColumn(translate("Catalogue", "Value"), 90, right=True, cost=True),
            ],
            pitch=32,
            total=True,
        )
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_card(self, office: Office, card: ProductCard) -> None:  # noqa: ARG002
        self.setVisible(card.kind == "goods" and not card.details.is_template)
        rows = [
            _place(card, _where(held), (held.on_hand, held.reserved), held.value, theme.FIGURE)
            for held in card.holdings
        ]
        total = translate("Catalogue", "Together")
        sums = (card.on_hand, card.reserved)
        rows.append(_place(card, total, sums, card.value, theme.FIGURE_BOLD))
        self.table.show_rows(rows)


IN_AND_OUT: Final = {
    Step.DAY: QT_TRANSLATE_NOOP("Catalogue", "In and out by day"),
    Step.WEEK: QT_TRANSLATE_NOOP("Catalogue", "In and out by week"),
    Step.MONTH: QT_TRANSLATE_NOOP("Catalogue", "In and out by month"),
}


class StoryCard(Card):
    """What came, what went, what was left: by month, or finer while there are but few."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Catalogue", IN_AND_OUT[Step.MONTH]), parent=parent)
        self.chart = BarChart()
        self.head.addWidget(
            Legend([
                ("series_before", translate("Catalogue", "came")),
                ("series", translate("Catalogue", "went")),
                ("warn", translate("Catalogue", "left at the end")),
            ])
        )  # fmt: skip
        self.body.addWidget(self.chart, 1)

    def show_card(self, office: Office, card: ProductCard) -> None:
        step, told = office.ask(product_story, card.id)
        self.setVisible(card.kind == "goods" and not card.details.is_template and bool(told))
        self.title.setText(translate("Catalogue", IN_AND_OUT[step]))
        groups = [
            Group(figures.mark_of(one.first, step), (one.came, one.went), one.left) for one in told
        ]
        words = translate("Catalogue", "reorder {0}").format(figures.quantity(card.minimum))
        self.chart.show_groups(
            groups,
            last=f"{figures.quantity(card.on_hand)} {card.unit}",
            minimum=(card.minimum, words) if card.minimum else None,
        )


class MovesCard(Card):
    """The last moves; each opens its document."""

    opened = Signal(int)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Catalogue", "Last moves"), translate("Catalogue", "All moves"),
            parent=parent,
        )  # fmt: skip
        self.link.clicked.connect(self.all_wanted)
        self.table = MiniTable(
            [
                MiniColumn(translate("Catalogue", "Time"), 90),
                MiniColumn(translate("Catalogue", "Document"), 116),
                MiniColumn(translate("Catalogue", "What")),
                MiniColumn(translate("Catalogue", "Warehouse"), 76),
                MiniColumn(translate("Catalogue", "Quantity"), 60, right=True),
                MiniColumn(translate("Catalogue", "Left"), 56, right=True),
                MiniColumn(translate("Catalogue", "Unit cost"), 66, right=True, cost=True),
            ],
            pitch=32,
        )
        self.table.opened.connect(self.opened)
        self.body.addWidget(self.table)

    def show_card(self, office: Office, card: ProductCard) -> None:
        self.setVisible(card.kind == "goods" and not card.details.is_template)
        table = office.ask(product_moves, card.id, 5)
        places = max((figures.decimals(row[-1]) for row in table.rows), default=0)
        self.table.show_rows([
            _move(row, key, places) for row, key in zip(table.rows, table.keys, strict=True)
        ])  # fmt: skip


class CostCard(Card):
    """Where the cost comes from."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Catalogue", "Where the cost comes from"), parent=parent)
        self.words = Label("", theme.BODY, "text2")
        self.figure = Label("", theme.FIGURE_TITLE)
        self.how = Label("", theme.HINT, "text2")
        self.body.addLayout(in_a_row(self.words, 0, self.figure))
        self.body.addWidget(self.how)
        self.table = MiniTable(
            [MiniColumn(), MiniColumn("", 100, right=True), MiniColumn("", 80, right=True)],
            pitch=30,
            total=True,
        )
        self.table.opened.connect(self.opened)
        self.body.addWidget(self.table)

    def show_card(self, office: Office, card: ProductCard) -> None:
        goods = card.kind == "goods" and not card.details.is_template
        self.setVisible(goods and costs.seen())
        if not costs.seen():
            return
        self.words.setText(translate("Catalogue", "Cost per {0} now").format(card.unit))
        self.figure.setText(_price(card.unit_cost))
        self.how.setText(
            translate("Catalogue", "= stock value {0} ÷ {1} {2}").format(
                figures.money(card.value), figures.quantity(card.on_hand), card.unit
            )
        )
        self.how.setVisible(card.unit_cost is not None)
        self.table.show_rows(cost_story.rows_of(office, card))


def _price(value: Decimal | None) -> str:
    return figures.ZERO_WORD if value is None else figures.price(value)


def _where(held: Holding) -> str:
    """A warehouse, or that it is on its way there."""
    if not held.travels:
        return held.warehouse
    return translate("Catalogue", "On the way: {0}").format(held.warehouse)


def _place(
    card: ProductCard, name: str, much: tuple[Decimal, Decimal], value: Decimal, kind: theme.Type
) -> MiniRow:
    on_hand, reserved = much
    return MiniRow((
        MiniCell(name),
        MiniCell(_in_packs(card, on_hand), "bad" if on_hand < 0 else "text", kind),
        MiniCell(_in_packs(card, reserved), "text" if reserved else "text3", kind),
        MiniCell(figures.money(value), "text", kind),
    ))  # fmt: skip


def _in_packs(card: ProductCard, value: Decimal) -> str:
    """A figure without the product's own unit; packs are named."""
    if not value:
        return figures.ZERO_WORD
    words, unit = in_stock_unit(card, value)
    return words if unit == card.unit else f"{words} {unit}"


def _figure(value: Decimal) -> str:
    return figures.quantity(value) if value else figures.ZERO_WORD


def _move(row: tuple[object, ...], key: int, places: int) -> MiniRow:
    at, number, kind, partner, place, change, left, cost = row
    if not isinstance(change, Decimal) or not isinstance(left, Decimal):
        raise TypeError(row)
    what = " · ".join(filter(None, (wording.kind_word(str(kind)), str(partner or ""))))
    moved = f"+{figures.quantity(change)}" if change > ZERO else figures.quantity(change)
    role = "bad" if change < ZERO else "text"
    shown = figures.price(cost, places) if isinstance(cost, Decimal) else figures.ZERO_WORD
    return MiniRow((
        MiniCell(figures.moment(at), "text2"),  # type: ignore[arg-type]
        MiniCell(str(number), "accent_text"),
        MiniCell(what),
        MiniCell(str(place), "text2"),
        MiniCell(moved, role, theme.FIGURE),
        MiniCell(figures.quantity(left), "text", theme.FIGURE),
        MiniCell(shown, "text2", theme.FIGURE),
    ), key)  # fmt: skip
