"""The drawer's forms: open it with a float, put cash in or take it out, count and close the shift.

All of them are worked by the keyboard alone: Enter goes from count to count, and does what the verb
says from the last one.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from erp_desktop.core.denominations import denominations
from erp_desktop.core.errors import NotANumber
from erp_desktop.core.money import ZERO
from erp_desktop.reports.till_rows import TillFacts
from erp_desktop.services.sales.shift_figures import PUT_IN, TAKEN_OUT
from erp_desktop.services.sales.shifts import (
    CloseShift,
    MoveCash,
    OpenShift,
    close_shift,
    move_cash,
    open_shift,
)
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office, Step
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
REASONS = {
    "change": mark("Till", "Change fetched from the bank"),
    "safe_in": mark("Till", "From the safe"),
    "owner_in": mark("Till", "Put in by the owner"),
    "safe": mark("Till", "Into the safe"),
    "bank": mark("Till", "Taken to the bank"),
    "expense": mark("Till", "Small expense"),
    "owner": mark("Till", "Taken by the owner"),
}


class DrawerDialog(Dialog):
    """A form about the drawer; `done(result)` when it was done."""

    done_with = Signal(object)

    def hand_in(
        self, step: Step[[Any], Any], command: Any, then: Callable[[Any], object] | None = None
    ) -> None:
        super().hand_in(step, command, then or self.done_with.emit)


def money_field(value: Decimal | None = None) -> NumberField:
    return NumberField(value, places=figures.form().places, unit=figures.form().symbol, high=40)


class OpenShiftDialog(DrawerDialog):
    """What lies in the drawer as the shift begins."""

    def __init__(
        self, office: Office, facts: TillFacts, left: Decimal, parent: QWidget | None = None
    ) -> None:
        title = translate("Till", "Open the shift of till {0}").format(facts.till)
        super().__init__(office, title, translate("Till", "Open the shift"), parent=parent)
        self._till = facts.till
        self.opening = money_field(left)
        words = translate("Till", "Float in the drawer")
        self.body.addWidget(Labelled(words, self.opening))
        self.setMinimumWidth(theme.px(420))
        self.opening.setFocus()
        self.opening.selectAll()

    def confirm(self) -> None:
        try:
            opening = self.opening.value() or ZERO
        except NotANumber as broken:
            self.notice.refuse(wording.explain(broken))
            return
        self.hand_in(open_shift, OpenShift(self._till, opening))


class CashDialog(DrawerDialog):
    """Cash into the drawer or out of it, with a reason."""

    def __init__(
        self, office: Office, facts: TillFacts, approvals: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = translate("Till", "Cash in or out of till {0}").format(facts.till)
        super().__init__(office, title, "", parent=parent)
        self._till, self._approvals = facts.till, tuple(approvals)
        self.way = Segmented([
            ("out", translate("Till", "Take out")), ("in", translate("Till", "Put in")),
        ])  # fmt: skip
        self.amount, self.note, self.reason = money_field(), LineField(high=40), Combo(high=40)
        self.way.chosen.connect(self._turn)
        self.body.addLayout(in_a_row(self.way, 0))
        self.body.addWidget(Labelled(translate("Till", "Amount"), self.amount))
        self.body.addWidget(Labelled(translate("Till", "Reason"), self.reason))
        self.body.addWidget(Labelled(translate("Till", "What for, in words"), self.note))
        self.setMinimumWidth(theme.px(420))
        self.amount.textChanged.connect(self._say)
        self._turn("out")
        self.amount.setFocus()

    def turn(self, way: str) -> None:
        """Say whether cash goes in or out."""
        self.way.choose(way)
        self._turn(way)

    def _turn(self, way: str) -> None:
        codes = PUT_IN if way == "in" else TAKEN_OUT
        self.reason.fill([(code, translate("Till", REASONS[code])) for code in codes])
        self._say()

    def _say(self) -> None:
        words = translate("Till", "Put {0} in")
        if self.way.code() == "out":
            words = translate("Till", "Take {0} out")
        self.verb.setText(words.format(figures.money_with_sign(self._value())))
        self.verb.setEnabled(self._value() > 0)
        self.verb.updateGeometry()

    def _value(self) -> Decimal:
        try:
            return self.amount.value() or ZERO
        except NotANumber:
            return ZERO

    def confirm(self) -> None:
        command = MoveCash(
            self._till, self._value(), str(self.reason.value()), self.note.text().strip(),
            approvals=self._approvals,
        )  # fmt: skip
        self.hand_in(move_cash, command)


class CloseShiftDialog(DrawerDialog):
    """Count the notes and coins, see what should be there, leave a float, close.

    Whoever counts sees the difference only after something was counted.
    """

    def __init__(
        self, office: Office, facts: TillFacts, expected: Decimal, approvals: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = translate("Till", "Count the drawer of till {0}").format(facts.till)
        super().__init__(office, title, translate("Till", "Close the shift"), parent=parent)
        self._till, self._expected = facts.till, expected
        self._approvals = tuple(approvals)
        self._places = facts.places
        self.counts: dict[Decimal, NumberField] = {}
        self._grid(denominations(facts.currency, facts.places))
        self.other = money_field()
        self.left, self.note = money_field(), LineField(high=40)
        self.sums = Label("", theme.EMPHASIS)
        self.gap = Label("", theme.EMPHASIS)
        self.body.addWidget(
            Labelled(translate("Till", "Or the sum, counted elsewhere"), self.other)
        )
        self.body.addLayout(in_a_row(self.sums, 0, self.gap))
        self.body.addWidget(Labelled(translate("Till", "Stays in the drawer"), self.left))
        self.body.addWidget(Labelled(translate("Till", "Remark"), self.note))
        self.other.textChanged.connect(self._say)
        self.setMinimumWidth(theme.px(560))
        self.verb.setDefault(False)  # Enter counts on; it closes the shift from the last field only
        fields = [*self.counts.values(), self.other, self.left, self.note]
        for field, following in pairwise(fields):
            field.returnPressed.connect(following.setFocus)
        self.note.returnPressed.connect(self.confirm)
        self._say()
        next(iter(self.counts.values())).setFocus()

    def _grid(self, values: Sequence[Decimal]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        for at, value in enumerate(values):
            field = NumberField(high=40)
            field.setFixedWidth(theme.px(110))
            words = f"{figures.form().symbol}{figures.plain(value, 0 if value >= 1 else 2)}"
            field.setAccessibleName(words)
            field.textChanged.connect(self._say)
            self.counts[value] = field
            label = Label(f"{words} ×", theme.FIGURE, "text2")
            label.setBuddy(field)
            beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, at // 2, 2 * (at % 2), beside)
            grid.addWidget(field, at // 2, 2 * (at % 2) + 1)
        self.body.addLayout(grid)

    def counted(self) -> Decimal:
        """What lies in the drawer, as counted so far."""
        return sum((value * many for value, many in self._notes()), self._number(self.other))

    def _notes(self) -> list[tuple[Decimal, int]]:
        found = [(value, self._pieces(field)) for value, field in self.counts.items()]
        return [(value, int(many)) for value, many in found if many]

    def _pieces(self, field: NumberField) -> Decimal:
        """How many notes; a part of one is refused in its field and counts as none."""
        many = self._number(field)
        whole = many >= 0 and many == int(many)
        if not whole:
            field.refuse()
        return many if whole else ZERO

    def _number(self, field: NumberField) -> Decimal:
        try:
            return field.value() or ZERO
        except NotANumber:
            return ZERO

    def _say(self) -> None:
        counted = self.counted()
        words = translate("Till", "Counted {0}").format(figures.money_with_sign(counted))
        self.sums.setText(words)
        gap = counted - self._expected
        if not counted:
            self.gap.setText("")
        elif gap:
            over = translate("Till", "{0} too much") if gap > 0 else translate("Till", "{0} short")
            self.gap.setText(over.format(figures.money_with_sign(abs(gap))))
            self.gap.recolour("warn" if gap > 0 else "bad")
        else:
            self.gap.setText(translate("Till", "As it should be"))
            self.gap.recolour("ok")

    def confirm(self) -> None:
        wrong = next((field for field in self.counts.values() if field.refused), None)
        if wrong is not None:
            wrong.setFocus()
            return
        try:
            left = self.left.value()
        except NotANumber as broken:
            self.notice.refuse(wording.explain(broken))
            return
        command = CloseShift(
            self._till, self.counted(), self._notes(), left, self.note.text().strip(),
            approvals=self._approvals,
        )  # fmt: skip
        self.hand_in(close_shift, command)
