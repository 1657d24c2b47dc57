"""The picture above a report: bars of what its rows come to, for the reports that one looks at.

It follows the rows that were read; a report with one row or none needs no picture. Rows of days
become days, weeks or months, whichever the time between the first and the last has room for, and
what lies between them without a sale is an empty place.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.core.money import ZERO
from erp_desktop.core.periods import Step, finest, start_of, starts
from erp_desktop.core.table import Cell, Column, Table
from erp_desktop.views import costs, figures, theme, wording
from erp_desktop.views.cards.bar_chart import BarChart, Group, Legend
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import Surface

Row = tuple[Cell, ...]
LARGEST: Final = 12  # bars; of more rows the largest are shown
MOST: Final = 92  # days or weeks; of a longer time the months are shown
FEW: Final = 10  # rows; their picture may be taller, there is room
# Reports whose picture is drawn from the rows of another one: a month may be all there is.
DRAWN_FROM: Final = {"profit": "profit-by-day"}


class Plan(NamedTuple):
    """Which column names the bars and which one or two are drawn; `timely` ones stand in the order
    of their days, of the others the largest go first. `other` names what has no name."""

    label: str
    bars: tuple[str, ...]
    timely: bool = False
    other: str = ""


PLANS: Final = {
    "profit": Plan("day", ("sales", "profit"), timely=True),
    "profit-by-day": Plan("day", ("sales", "profit"), timely=True),
    "sales-by-product": Plan("name", ("sales", "profit")),
    "valuation": Plan("name", ("value",)),
    "valuation-by-category": Plan("category", ("value",)),
    "ageing": Plan("name", ("value",)),
    "slow-stock": Plan("name", ("value",)),
    "out-of-stock": Plan("name", ("amount",)),
    "shrinkage": Plan("cause", ("value",), other="kind"),
    "replenishment": Plan("name", ("amount",)),
    "receivables": Plan("partner", ("open",)),
    "payables": Plan("partner", ("open",)),
    "receivables-by-age": Plan("partner", ("balance",)),
    "payables-by-age": Plan("partner", ("balance",)),
}


STEPPED: Final = {
    Step.DAY: wording.QT_TRANSLATE_NOOP("Reports", "By day"),
    Step.WEEK: wording.QT_TRANSLATE_NOOP("Reports", "By week"),
    Step.MONTH: wording.QT_TRANSLATE_NOOP("Reports", "By month"),
}


class ReportPicture(Surface):
    """`show_table` draws the picture, or hides it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("page", "b", parent)
        self._plan = PLANS.get(name)
        self.chart = BarChart()
        self.stepped = Label("", theme.HINT, "text2")
        self._legend = QHBoxLayout()
        self._legend.setSpacing(theme.px(12))
        self._legend.addWidget(self.stepped)
        box = QVBoxLayout(self)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, theme.px(4), margin, theme.px(8))
        box.setSpacing(0)
        box.addLayout(self._legend)
        box.addWidget(self.chart)
        self._worded = False
        self.hide()

    def show_table(self, table: Table, below: int) -> None:
        """The bars of these rows, as far as the person may see them; so many rows stand `below`."""
        table = costs.table(table)
        at = {column.key: place for place, column in enumerate(table.columns)}
        plan = self._plan
        if plan is None or not {plan.label, *plan.bars} <= at.keys():
            self.hide()
            return
        groups = self._by_time(table, at) if plan.timely else _ranked(table, plan, at)
        self.setVisible(len(groups) > 1)
        self.setFixedHeight(theme.px(180 if below > FEW else 260))
        self.chart.show_groups(groups, ranked=not plan.timely)
        self.chart.setAccessibleName(wording.title(table.title))
        self._name_bars([table.columns[at[key]] for key in plan.bars])

    def _by_time(self, table: Table, at: dict[str, int]) -> list[Group]:
        """The rows of days, put together as there is room for them."""
        plan = PLANS[table.name]
        sums: dict[date, list[Decimal]] = {}
        for row in table.rows:
            day = row[at[plan.label]]
            if isinstance(day, date):
                sums[day] = [_number(row[at[key]]) for key in plan.bars]
        if not sums:
            return []
        first, last = min(sums), max(sums)
        step = finest(first, last, MOST)
        self.stepped.setText(wording.translate("Reports", STEPPED[step]))
        groups = {one: [ZERO] * len(plan.bars) for one in starts(first, last, step)}
        for day, parts in sums.items():
            known = groups[start_of(day, step)]
            known[:] = [one + more for one, more in zip(known, parts, strict=True)]
        return [Group(figures.mark_of(one, step), tuple(bars)) for one, bars in groups.items()]

    def _name_bars(self, columns: Sequence[Column]) -> None:
        if self._worded:
            return
        self._worded = True
        self._legend.addStretch(1)
        roles = ("series_before", "series") if len(columns) > 1 else ("series",)
        named = [(role, wording.title(one.title)) for role, one in zip(roles, columns, strict=True)]
        self._legend.addWidget(Legend(named))


def drawn_from(name: str) -> str:
    """The report whose rows the picture of a report shows."""
    return DRAWN_FROM.get(name, name)


def _ranked(table: Table, plan: Plan, at: dict[str, int]) -> list[Group]:
    """The largest first; what has the same name is one, and nothing is no bar."""
    sums: dict[str, list[Decimal]] = {}
    label = table.columns[at[plan.label]]
    for row in table.rows:
        name = figures.written(label.kind, row[at[plan.label]])
        if not name and plan.other:
            name = wording.kind_word(str(row[at[plan.other]] or ""))
        known = sums.setdefault(name or wording.translate("Reports", "without"), [])
        more = [_number(row[at[key]]) for key in plan.bars]
        known[:] = [one + two for one, two in zip(known, more, strict=True)] if known else more
    found = sorted(sums.items(), key=lambda one: abs(one[1][0]), reverse=True)
    return [Group(name, tuple(bars)) for name, bars in found[:LARGEST] if any(bars)]


def _number(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else Decimal(0)
