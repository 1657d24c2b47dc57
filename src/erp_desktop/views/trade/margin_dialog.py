"""Why a sale left what it left: what it was sold for, less the receipts behind its goods."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.core.money import ZERO
from erp_desktop.reports.why_margin import why_margin
from erp_desktop.reports.why_tree import COST, MARGIN, Node
from erp_desktop.services.stock.places import warehouses
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.catalogue.cost_story import reasons_of
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.dialog import Dialog

translate = wording.translate
# What somebody sees who may not know costs, should this ever be opened for them (LEDGER L-81).
NOTHING: Final = Node(MARGIN, {"document": ""}, ZERO, ZERO)


class MarginDialog(Dialog):
    """Lines that add up; the last one is the margin."""

    def __init__(self, office: Office, document_id: int, parent: QWidget | None = None) -> None:
        self.tree = tree = office.ask(why_margin, document_id) if costs.seen() else NOTHING
        title = translate("Margin", "What {0} earned").format(tree.facts["document"])
        super().__init__(office, title, translate("Margin", "Close"), parent=parent)
        self.cancel.hide()
        self.table = MiniTable(
            [MiniColumn(), MiniColumn("", 110, right=True)], pitch=28, total=True
        )
        self.table.setAccessibleName(title)
        names = {place.code: place.name for place in office.ask(warehouses)}
        self.table.show_rows(rows_of(tree, names))
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, theme.px(16), 0)  # beside the bar that scrolls
        box.addWidget(self.table)
        box.addStretch(1)
        area = Scrolled(inside, "page", title)
        high = self.table.sizeHint().height() + theme.px(8)
        area.setMinimumSize(theme.px(580), min(high, theme.px(440)))
        self.body.addWidget(area)


def rows_of(tree: Node, places: Mapping[str, str]) -> list[MiniRow]:
    """The tree as lines; a product's cost in bold, and below it what it is made of."""
    rows = []
    for node in tree.children:
        facts = node.facts
        words = (
            translate("Margin", "Cost of {0} × {1}").format(facts["pieces"], facts["name"])
            if node.label == COST
            else translate("Margin", "Sold for, without tax")
        )
        rows.append(MiniRow((MiniCell(words, "text", theme.BOLD), _money(node.value))))
        rows += [row for part in node.children for row in reasons_of(places, part)]
    rows.append(MiniRow((
        MiniCell(translate("Margin", "Left")),
        MiniCell(figures.money(tree.value), "text", theme.FIGURE_BOLD),
    )))  # fmt: skip
    return rows


def _money(value: Decimal) -> MiniCell:
    return MiniCell(figures.money(value), "bad" if value < 0 else "text", theme.FIGURE)
