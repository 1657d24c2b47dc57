"""Why goods come back (退货原因): the shop's list, and where goods usually go for each.

The till and the returns offer it. A reason is renamed or retired, never deleted: what came back for
it before keeps its name in the statistics.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.services.sales.return_rules import (
    Reason,
    ReturnRules,
    new_reason,
    return_rules,
    set_return_rules,
)
from erp_desktop.views import theme, wording
from erp_desktop.views.settings.section import Section
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.till.reasons import REASONS, goes_words, reason_word
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import Label, LineField, in_a_row

translate = wording.translate


class ReasonRow(QWidget):
    """One reason: its name, where goods go, and whether it is offered."""

    turned = Signal()

    def __init__(self, reason: Reason, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason, self.offered = reason, reason.offered
        self.name, self.goes = LineField(), Combo(goes_words())
        self._usual = "" if reason.code not in REASONS else reason_word(reason._replace(name=""))
        self.name.setText(reason.name or self._usual)
        self.name.setAccessibleName(translate("Settings", "Reason"))
        self.goes.choose(reason.goes)
        self.goes.setAccessibleName(translate("Settings", "Goods usually go"))
        self.goes.setFixedWidth(theme.px(190))
        self.turn = Button("", Look.GHOST)
        self.turn.setFixedWidth(theme.px(110))
        self.turn.clicked.connect(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.name, 1)
        row.addWidget(self.goes)
        row.addWidget(self.turn)
        self._say()

    def reason(self) -> Reason:
        """As it stands; a usual reason that was not renamed stays the program's own word."""
        typed = self.name.text().strip()
        own = typed if typed != self._usual else ""
        return Reason(self._reason.code, own, str(self.goes.value()), self.offered)

    def named(self) -> bool:
        """Whether it says anything."""
        return bool(self.name.text().strip())

    def _turn(self) -> None:
        self.offered = not self.offered
        self._say()
        self.turned.emit()

    def _say(self) -> None:
        words = translate("Settings", "Retire")
        self.turn.setText(words if self.offered else translate("Settings", "Offer again"))
        self.name.setEnabled(self.offered)
        self.goes.setEnabled(self.offered)


class ReturnsSection(Section):
    """The list, one row a reason; Ctrl+Enter keeps it."""

    def __init__(self, office: ShopOffice) -> None:
        super().__init__(office)
        self.rows: list[ReasonRow] = []
        card = self.card(
            translate("Settings", "Why goods come back"),
            translate(
                "Settings",
                "Offered at the till and for every return. A retired reason is chosen no more; "
                "what came back for it keeps its name.",
            ),
        )
        heads = QHBoxLayout()
        heads.setSpacing(theme.px(12))
        heads.addWidget(Label(translate("Settings", "Reason"), theme.LABEL, "text2"), 1)
        goes = Label(translate("Settings", "Goods usually go"), theme.LABEL, "text2")
        goes.setFixedWidth(theme.px(190 + 12 + 110))
        heads.addWidget(goes)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        card.body.addLayout(heads)
        card.body.addLayout(self._list)
        self.more = Button(translate("Settings", "Add a reason"), icon="plus")
        self.more.clicked.connect(self.add)
        self.has_save()
        card.body.addLayout(in_a_row(self.more, 0))

    def load(self) -> None:
        self._show(self.office.ask(return_rules).reasons)

    def add(self) -> None:
        """One more row, to be named."""
        rules = ReturnRules(0, tuple(row.reason() for row in self.rows))
        self._append(new_reason(rules, ""))
        self.rows[-1].name.setFocus()

    def save(self) -> None:
        """Keep the list; a row without a name is left out if it was never kept."""
        before = self.office.ask(return_rules)
        known = {one.code for one in before.reasons}
        kept = tuple(row.reason() for row in self.rows if row.named() or row.reason().code in known)
        rules = ReturnRules(before.days, kept)
        if self.hand_in(set_return_rules, rules, translate("Settings", "The reasons are kept.")):
            self.load()

    def _show(self, reasons: Sequence[Reason]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for one in sorted(reasons, key=lambda one: not one.offered):
            self._append(one)

    def _append(self, reason: Reason) -> None:
        row = ReasonRow(reason)
        self.rows.append(row)
        self._list.addWidget(row)
