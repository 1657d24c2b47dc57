"""By hand: which stock one line of an order gets, by warehouse and, where goods have lots, by lot.

The lots stand in the order they should go, the first to expire first; a lot that is blocked, over
or promised to somebody else shows that nothing of it is free. Without a lot the promise is the
warehouse's, and the lot is found when the goods go.
"""

from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.reports.promise_rows import Choice, LineChoices
from erp_desktop.services.sales.allocating import AllocateLine, HandShare, allocate_line
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class Stall(NamedTuple):
    """What one row of the form is about: a warehouse, and a lot in it or none in particular."""

    place_id: int
    lot_id: int | None = None


class AllocateDialog(Dialog):
    """One line of an order: how much of each warehouse, and of which lot, it gets."""

    def __init__(self, office: Office, line: LineChoices, parent: QWidget | None = None) -> None:
        title = translate("Stock", "{0}: {1} for {2}").format(
            line.number, line.name, line.customer or figures.ZERO_WORD
        )
        super().__init__(office, title, translate("Stock", "Allocate"), parent=parent)
        self._line = line
        self.fields: dict[Stall, NumberField] = {}
        self._free: dict[Stall, Decimal] = {}
        self.said = Label("", theme.BODY, "text2")
        self.body.addWidget(self.said)
        self.body.addLayout(self._grid())
        if any(choice.lots for choice in line.choices):
            first = LinkButton(translate("Stock", "Take what expires first"))
            first.clicked.connect(self.take_first)
            self.body.addWidget(first)
        if not line.choices:
            none = translate("Stock", "Nothing of it is on hand anywhere.")
            self.body.addWidget(Label(none, theme.BODY, "warn"))
        if not any(choice.given for choice in line.choices):
            self.take_first()  # proposed; what is not wanted is taken out
        self._tell()
        self.setMinimumWidth(theme.px(560 if self._has_lots() else 460))

    def _has_lots(self) -> bool:
        return any(choice.lots for choice in self._line.choices)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        lots = (translate("Lots", "Lot"), translate("Lots", "Expires")) if self._has_lots() else ()
        heads = (
            translate("Stock", "Warehouse"), *lots, translate("Stock", "On hand"),
            translate("Stock", "Free"), translate("Stock", "For this order"),
        )  # fmt: skip
        for at, words in enumerate(heads):
            figure = Qt.AlignmentFlag.AlignRight if at > len(lots) else Qt.AlignmentFlag.AlignLeft
            grid.addWidget(Label(words, theme.LABEL, "text2"), 0, at, figure)
        for choice in self._line.choices:
            self._add_lots(grid, choice)
            self._add_place(grid, choice)
        grid.setColumnStretch(0, 1)
        return grid

    def _add_lots(self, grid: QGridLayout, choice: Choice) -> None:
        for one in choice.lots:
            until = figures.day(clock.day_date(one.expires_on)) if one.expires_on else ""
            self._add_row(
                grid, Stall(choice.place_id, one.lot_id), (choice.name, one.lot, until),
                (one.on_hand, one.free, one.given),
            )  # fmt: skip

    def _add_place(self, grid: QGridLayout, choice: Choice) -> None:
        """The warehouse itself: what is promised of no lot in particular."""
        named = sum((one.given for one in choice.lots), ZERO)
        words: tuple[str, ...] = (choice.name,)
        if self._has_lots():
            words = (choice.name, translate("Stock", "any lot") if choice.lots else "", "")
        figures_ = (choice.on_hand, choice.free, max(choice.given - named, ZERO))
        self._add_row(grid, Stall(choice.place_id), words, figures_)

    def _add_row(
        self, grid: QGridLayout, stall: Stall, words: tuple[str, ...],
        amounts: tuple[Decimal, Decimal, Decimal],
    ) -> None:  # fmt: skip
        on_hand, free, given = amounts
        row, role = grid.rowCount(), "text" if free else "text3"
        field = NumberField(given or None)
        field.setAccessibleName(" ".join((translate("Stock", "For this order"), *words)).strip())
        field.setFixedWidth(theme.px(120))
        field.textChanged.connect(self._tell)
        self.fields[stall], self._free[stall] = field, free
        for at, one in enumerate(words):
            grid.addWidget(Label(one, theme.BODY, role), row, at)
        for at, amount in enumerate((on_hand, free), start=len(words)):
            said = Label(figures.quantity(amount), theme.FIGURE, role)
            grid.addWidget(said, row, at, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(field, row, len(words) + 2)

    def take_first(self) -> None:
        """As the lots should go: the first to expire first, warehouse by warehouse."""
        rest = self._line.left
        for stall, field in self.fields.items():
            part = min(rest, self._free[stall]) if stall.lot_id is not None else ZERO
            field.set_value(part or None)
            rest -= part
        self._tell()

    def _sum(self) -> Decimal:
        total = ZERO
        for field in self.fields.values():
            try:
                total += field.value() or ZERO
            except RuleBroken:
                continue
        return total

    def _tell(self) -> None:
        words = translate("Stock", "{0} of {1} {2} for this order").format(
            figures.quantity(self._sum()), figures.quantity(self._line.left), self._line.unit
        )
        self.said.setText(words)

    def confirm(self) -> None:
        try:
            shares = [
                HandShare(stall.place_id, field.value() or ZERO, stall.lot_id)
                for stall, field in self.fields.items()
            ]
        except RuleBroken as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(allocate_line, AllocateLine(self._line.line_id, shares))
