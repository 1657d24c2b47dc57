"""The picture above a report: bars of what its rows come to, for the reports that one looks at.

It follows the rows that were read; a report with one row or none needs no picture.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.table import Cell, Column, Table
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.bar_chart import BarChart, Group, Legend
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import Surface

Row = tuple[Cell, ...]
MOST: Final = 24  # bars; of more rows the largest are shown, of more days the last


class Plan(NamedTuple):
    """Which column names the bars, which one or two are drawn, and whether the largest go first."""

    label: str
    bars: tuple[str, ...]
    largest: bool = True


PLANS: Final = {
    "profit": Plan("month", ("sales", "profit"), largest=False),
    "profit-by-day": Plan("day", ("sales", "profit"), largest=False),
    "sales-by-product": Plan("name", ("sales", "profit")),
    "valuation": Plan("sku", ("value",)),
    "valuation-by-category": Plan("category", ("value",)),
    "ageing": Plan("name", ("value",)),
    "slow-stock": Plan("name", ("value",)),
    "out-of-stock": Plan("name", ("amount",)),
    "shrinkage": Plan("cause", ("value",)),
    "replenishment": Plan("name", ("amount",)),
    "receivables": Plan("partner", ("open",)),
    "payables": Plan("partner", ("open",)),
    "receivables-by-age": Plan("partner", ("balance",)),
    "payables-by-age": Plan("partner", ("balance",)),
}


class ReportPicture(Surface):
    """`show_table` draws the picture, or hides it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("page", "b", parent)
        self._plan = PLANS.get(name)
        self.chart = BarChart()
        self._legend = QHBoxLayout()
        self._legend.setSpacing(theme.px(12))
        box = QVBoxLayout(self)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, theme.px(4), margin, theme.px(8))
        box.setSpacing(0)
        box.addLayout(self._legend)
        box.addWidget(self.chart)
        self._worded = False
        self.setFixedHeight(theme.px(180))
        self.hide()

    def show_table(self, table: Table) -> None:
        """The bars of these rows, as far as the person may see them."""
        table = costs.table(table)
        at = {column.key: place for place, column in enumerate(table.columns)}
        plan = self._plan
        if plan is None or not {plan.label, *plan.bars} <= at.keys():
            self.hide()
            return
        rows = _chosen(table.rows, plan, at)
        self.setVisible(len(rows) > 1)
        label = table.columns[at[plan.label]]
        self.chart.show_groups([
            Group(_named(label, row[at[plan.label]]), tuple(_number(row[at[key]])
                                                            for key in plan.bars))
            for row in rows
        ], ranked=plan.largest)  # fmt: skip
        self.chart.setAccessibleName(wording.title(table.title))
        self._name_bars([table.columns[at[key]] for key in plan.bars])

    def _name_bars(self, columns: Sequence[Column]) -> None:
        if self._worded:
            return
        self._worded = True
        self._legend.addStretch(1)
        roles = ("series_before", "series") if len(columns) > 1 else ("series",)
        named = [(role, wording.title(one.title)) for role, one in zip(roles, columns, strict=True)]
        self._legend.addWidget(Legend(named))


def _chosen(rows: Sequence[Row], plan: Plan, at: dict[str, int]) -> list[Row]:
    found = [row for row in rows if any(_number(row[at[key]]) for key in plan.bars)]
    if not plan.largest:
        return found[-MOST:]
    first = at[plan.bars[0]]
    return sorted(found, key=lambda row: _number(row[first]), reverse=True)[:12]


def _named(column: Column, cell: Cell) -> str:
    return figures.written(column.kind, cell) or wording.translate("Reports", "without")


def _number(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else Decimal(0)
