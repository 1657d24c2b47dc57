"""The panels of the home page: three or four rows each, and one button for the next step."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.periods import Step
from erp_desktop.core.shares import fraction
from erp_desktop.reports.home_rows import Late, Low, Order, Seller, Stretch
from erp_desktop.reports.notices import Expiring
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.bar_chart import BarChart, Group, Legend
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.chips import Chip
from erp_desktop.views.widgets.fields import Label, in_a_row
from erp_desktop.views.widgets.panels import Card

translate = wording.translate


class ListPanel(Card):
    """A few rows with a count pill, a link to all of them, and a button.

    `opened(key)` for a row, `all_wanted` for the link, `begun` for the button (words, icon);
    `empty` is said when there is nothing.
    """

    opened = Signal(int)
    all_wanted = Signal()
    begun = Signal()

    def __init__(
        self, title: str, columns: Sequence[MiniColumn], *, empty: str,
        button: tuple[str, str] = ("", ""), tone: Tone = Tone.BLUE, pitch: int = 40,
    ) -> None:  # fmt: skip
        super().__init__(title, translate("Home", "All"))
        self.link.clicked.connect(self.all_wanted)
        self._tone = tone
        self._pill, self._sum = Chip(), Label("", theme.HINT, "text2")
        self.head.insertWidget(1, self._pill)
        self.head.insertWidget(2, self._sum)
        self.table = MiniTable(columns, pitch=pitch)
        self.table.opened.connect(self.opened)
        self.nothing = Label(empty, theme.BODY, "text2")
        self.nothing.setWordWrap(True)
        self.body.addWidget(self.table)
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)
        words, icon = button
        self.button = Button(words, Look.SOFT, icon=icon, high=30)
        self.button.clicked.connect(self.begun)
        self.body.addLayout(in_a_row(self.button, 0))
        self._with_button = bool(words)
        self.setMinimumHeight(theme.px(150))

    def show_rows(self, rows: Sequence[MiniRow], count: int, total: str = "") -> None:
        """The first rows of `count`, and what all of them come to."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._pill.say(figures.number(count), self._tone)
        self._pill.setVisible(bool(count))
        self._sum.setText(total)
        self.button.setVisible(self._with_button and bool(rows))


def ship_columns() -> list[MiniColumn]:
    return [MiniColumn(), MiniColumn("", 40, right=True), MiniColumn("", 76, right=True),
            MiniColumn("", 60, right=True)]  # fmt: skip


def ship_rows(orders: Sequence[Order]) -> list[MiniRow]:
    """Customers, pieces, amounts, when."""
    return [
        MiniRow((
            MiniCell(order.partner or order.number),
            MiniCell(figures.quantity(order.outstanding), "text2", theme.FIGURE),
            MiniCell(figures.money_with_sign(order.amount), "text", theme.FIGURE),
            _when(order.due_on),
        ), order.id)
        for order in orders
    ]  # fmt: skip


def receive_columns() -> list[MiniColumn]:
    return [MiniColumn(), MiniColumn("", 110, right=True)]


def receive_rows(orders: Sequence[Order]) -> list[MiniRow]:
    """Suppliers, their orders, and how far each is."""
    rows = []
    for order in orders:
        when = _when(order.due_on)
        below = f"{order.number} · {when.words}" if when.words else order.number
        state = "on_order"
        if order.due_on and order.due_on < clock.today():
            state = "late"
        elif order.done:
            state = f"partly_received:{fraction(order.done, 1)}"
        rows.append(MiniRow((MiniCell(order.partner, below=below), MiniCell(state=state)),
                            order.id))  # fmt: skip
    return rows


def low_columns() -> list[MiniColumn]:
    return [MiniColumn(), MiniColumn("", 56, right=True), MiniColumn("", 36),
            MiniColumn("", 32), MiniColumn("", 50, right=True)]  # fmt: skip


def low_rows(products: Sequence[Low]) -> list[MiniRow]:
    """Products, what is left, for how long, and what to order."""
    rows = []
    for low in products:
        share = float(max(low.available, Decimal(0)) / low.minimum) if low.minimum else 0.0
        days = low.days_left
        role = "bad" if (days is not None and days < 3) or low.available <= 0 else "warn"
        said = translate("Home", "{0} d").format(days) if days is not None else ""
        order = translate("Home", "order {0}").format(figures.quantity(low.suggested))
        left = f"{figures.quantity(low.available)} {low.unit}"
        rows.append(MiniRow((
            MiniCell(low.name),
            MiniCell(left, "bad" if low.available < 0 else "text2", theme.FIGURE),
            MiniCell(role=role, share=share),
            MiniCell(said, role, theme.BOLD),
            MiniCell(order, "text2", theme.HINT),
        ), low.id))  # fmt: skip
    return rows


def seller_columns() -> list[MiniColumn]:
    return [MiniColumn(), MiniColumn("", 80, right=True), MiniColumn("", 90, right=True)]


def seller_rows(sellers: Sequence[Seller]) -> list[MiniRow]:
    return [
        MiniRow((
            MiniCell(one.name),
            MiniCell(f"{figures.quantity(one.quantity)} {one.unit}", "text2", theme.FIGURE),
            MiniCell(figures.money_with_sign(one.amount), "text", theme.FIGURE),
        ), one.id)
        for one in sellers
    ]  # fmt: skip


def expiring_columns() -> list[MiniColumn]:
    return [MiniColumn(), MiniColumn("", 70), MiniColumn("", 70, right=True),
            MiniColumn("", 80, right=True)]  # fmt: skip


def expiring_rows(lots: Sequence[Expiring]) -> list[MiniRow]:
    """Products, their lots, what is there of them, and for how long they are good."""
    return [
        MiniRow((
            MiniCell(lot.name), MiniCell(lot.lot, "text2"),
            MiniCell(f"{figures.quantity(lot.on_hand)} {lot.unit}", "text2", theme.FIGURE),
            MiniCell(_good_for(lot.days_left), tone=_urgency(lot.days_left)),
        ), lot.product_id)
        for lot in lots
    ]  # fmt: skip


def _good_for(days: int) -> str:
    if days < 0:
        return translate("Home", "expired")
    return translate("Home", "{0} d left").format(days)


def _urgency(days: int) -> Tone:
    return Tone.RED if days < 10 else Tone.AMBER if days < 30 else Tone.NEUTRAL


def late_columns() -> list[MiniColumn]:
    return [MiniColumn(), MiniColumn("", 90), MiniColumn("", 100, right=True)]


def late_rows(customers: Sequence[Late]) -> list[MiniRow]:
    return [
        MiniRow((
            MiniCell(late.name),
            MiniCell(translate("Home", "{0} d late").format(late.days), "bad", theme.HINT),
            MiniCell(figures.money_with_sign(late.amount), "text", theme.FIGURE),
        ), late.partner_id)
        for late in customers
    ]  # fmt: skip


class TakingsPanel(Card):
    """The takings of the last weeks as bars; of a new shop, of its days."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Home", "Weekly sales"), translate("Home", "Report"), parent=parent
        )
        self.link.clicked.connect(self.all_wanted)
        self.chart = BarChart(dashed=True)
        self.legend = Legend(_now_and_before(Step.WEEK))
        self.head.insertWidget(2, self.legend)
        self.head.insertSpacing(3, theme.px(8))
        self.nothing = Label(
            translate("Home", "What is sold will stand here."), theme.BODY, "text2"
        )
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.chart, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the bars speak for themselves."""
        super().resizeEvent(event)
        self.legend.setVisible(self.width() > theme.px(380))

    def show_takings(self, step: Step, taken: Sequence[Stretch]) -> None:
        """The running day or week stands last, in the accent colour."""
        weekly = translate("Home", "Weekly sales")
        self.title.setText(translate("Home", "Daily sales") if step is Step.DAY else weekly)
        self.legend.say(_now_and_before(step))
        self.nothing.setVisible(not taken)
        groups = [Group(figures.mark(one.first), (one.takings,), one.year_before) for one in taken]
        last = figures.number(taken[-1].takings, 0) if taken else ""
        self.chart.show_groups(groups, last=last)


def _now_and_before(step: Step) -> list[tuple[str, str]]:
    if step is Step.DAY:
        now, before = translate("Home", "Today"), translate("Home", "Days before")
    else:
        now, before = translate("Home", "This week"), translate("Home", "Before")
    return [("series", now), ("series_before", before)]


def _when(due_on: int | None) -> MiniCell:
    if due_on is None:
        return MiniCell()
    today = clock.today()
    if due_on < today:
        return MiniCell(translate("Home", "late"), "bad", theme.HINT)
    if due_on == today:
        return MiniCell(translate("Home", "today"), "warn", theme.HINT)
    if due_on == clock.day_after(today):
        return MiniCell(translate("Home", "tomorrow"), "text2", theme.HINT)
    return MiniCell(figures.day(clock.day_date(due_on)), "text2", theme.HINT)
