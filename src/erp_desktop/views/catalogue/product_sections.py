"""Sections of a product's page that only some products have: parts, variants, how it is kept."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core.money import ZERO
from erp_desktop.reports.product_card import ProductCard
from erp_desktop.reports.variant_rows import matrix
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.catalogue.form_fields import costing_words
from erp_desktop.views.catalogue.matrix_dialog import matrix_grid
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.panels import Card

translate = wording.translate


class PartsCard(Card):
    """What one is made of, and how many these parts make; the link leads to the assembly."""

    wanted = Signal()
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Catalogue", "Made of"), translate("Catalogue", "Assemble"), parent=parent
        )
        self.link.clicked.connect(self.wanted)
        self.table = MiniTable(
            [
                MiniColumn(translate("Catalogue", "Part")),
                MiniColumn(translate("Catalogue", "Per unit"), 90, right=True),
                MiniColumn(translate("Catalogue", "Available"), 90, right=True),
                MiniColumn(translate("Catalogue", "Makes"), 70, right=True),
                MiniColumn(translate("Catalogue", "Cost"), 90, right=True, cost=True),
            ],
            pitch=32,
            total=True,
        )
        self.table.opened.connect(self.opened)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_card(self, office: Office, card: ProductCard) -> None:  # noqa: ARG002
        parts = card.details.parts
        self.setVisible(bool(parts) or card.kind == "kit")
        self.link.setVisible(card.kind == "goods")
        rows, least, cost = [], None, ZERO
        for part in parts:
            makes = part.available // part.quantity
            least = makes if least is None else min(least, makes)
            each = None if part.unit_cost is None else part.unit_cost * part.quantity
            cost += each or ZERO
            much = f"{figures.quantity(part.quantity)} {part.unit}"
            rows.append(MiniRow((
                MiniCell(part.name, note=part.sku),
                MiniCell(much, "text", theme.FIGURE),
                _figure(part.available),
                _figure(makes),
                MiniCell(figures.ZERO_WORD if each is None else figures.price(each), "text",
                         theme.FIGURE),
            ), part.product_id))  # fmt: skip
        rows.append(MiniRow((
            MiniCell(translate("Catalogue", "One piece")), MiniCell(), MiniCell(),
            MiniCell(figures.quantity(least or ZERO), "text", theme.FIGURE_BOLD),
            MiniCell(figures.price(cost), "text", theme.FIGURE_BOLD),
        )))  # fmt: skip
        self.table.show_rows(rows)


class VariantsCard(Card):
    """The variants of a template with what is available of each; the link makes more."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Catalogue", "Variants"), translate("Catalogue", "More variants"),
            parent=parent,
        )  # fmt: skip
        self.link.clicked.connect(self.wanted)
        self.grid: LinesGrid | None = None

    def show_card(self, office: Office, card: ProductCard) -> None:
        self.setVisible(card.details.is_template)
        if self.grid is not None:
            self.body.removeWidget(self.grid)
            self.grid.deleteLater()
            self.grid = None
        if card.details.is_template:
            self.grid = matrix_grid(office.ask(matrix, card.id), editable=False)
            self.grid.setFixedHeight(self.grid.minimumHeight())
            self.body.addWidget(self.grid)


class KeepingCard(Card):
    """How it is costed, tracked and ordered again; only what was said about it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Catalogue", "Costing and planning"), translate("Catalogue", "Change"),
            parent=parent,
        )  # fmt: skip
        self.link.clicked.connect(self.wanted)
        self.table = MiniTable([MiniColumn(), MiniColumn("", 150, right=True)], pitch=30)
        self.body.addWidget(self.table)

    def show_card(self, office: Office, card: ProductCard) -> None:  # noqa: ARG002
        self.setVisible(card.kind == "goods" and not card.details.is_template)
        self.table.show_rows([
            MiniRow((MiniCell(words, "text2"), MiniCell(said, "text", theme.FIGURE)))
            for words, said in facts_of(card)
        ])  # fmt: skip


def facts_of(card: ProductCard) -> list[tuple[str, str]]:
    """Words and what is said, in the order of the form."""
    more, unit = card.details, card.unit
    tracked = {
        "lot": translate("Catalogue", "by lot"),
        "serial": translate("Catalogue", "by serial number"),
    }
    days = translate("Catalogue", "{0} days")
    said = [
        (translate("Catalogue", "Costing"), costing_words().get(more.costing, "")),
        (translate("Catalogue", "Standard cost"),
         "" if more.standard_cost is None or not costs.seen()
         else figures.price(more.standard_cost)),
        (translate("Catalogue", "Tracked"), tracked.get(more.track, "")),
        (translate("Catalogue", "Shelf life"),
         "" if more.shelf_days is None else days.format(more.shelf_days)),
        (translate("Catalogue", "Pieces there"), _pieces(card)),
        (translate("Catalogue", "Reorder below"), _much(card.minimum, unit)),
        (translate("Catalogue", "Safety stock"), _much(more.safety, unit)),
        (translate("Catalogue", "Order up to"), _much(more.target or ZERO, unit)),
        (translate("Catalogue", "Lead time"),
         "" if more.lead_days is None else days.format(more.lead_days)),
        (translate("Catalogue", "ABC class"), more.abc),
        (translate("Catalogue", "Weight"), _much(more.weight or ZERO, "kg")),
        (translate("Catalogue", "Volume"), _much(more.volume or ZERO, "L")),
    ]  # fmt: skip
    return [(words, fact) for words, fact in said if fact]


def _pieces(card: ProductCard) -> str:
    pieces = card.details.pieces
    return "" if pieces is None else f"{figures.quantity(pieces)} {card.details.catch_unit}"


def _much(value: Decimal, unit: str) -> str:
    return f"{figures.quantity(value)} {unit}" if value else ""


def _figure(value: Decimal) -> MiniCell:
    role = "bad" if value < 0 else "text"
    return MiniCell(figures.quantity(value) if value else figures.ZERO_WORD, role, theme.FIGURE)
