"""The small forms of the trade: reverse with a reason, landed cost."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind
from erp_desktop.services.finance.landed import AddLandedCost, Cost, add_landed_cost
from erp_desktop.services.reversing import reverse
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.form_draft import FormDraft
from erp_desktop.views.office import Office, Step
from erp_desktop.views.trade.finding import PartnerFinder
from erp_desktop.views.trade.pricing import NOTHING
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.finder import Finder
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class TradeDialog(Dialog):
    """A small form with a day; a refusal stays in it, with a way out.

    `posted(Posted)` comes when it was done, `refused(RuleBroken)` when another page must say why.
    """

    posted = Signal(object)
    refused = Signal(object)

    def __init__(
        self, office: Office, title: str, verb: str, parent: QWidget | None, *,
        look: Look = Look.PRIMARY,
    ) -> None:  # fmt: skip
        super().__init__(office, title, verb, look=look, parent=parent)
        self.day = DateField(clock.day_date(clock.today()))
        self.setMinimumWidth(theme.px(460))

    def at(self) -> int | None:
        """Now for today, else noon of the day."""
        day = self.day.value()
        if day is None or clock.day_number(day) == clock.today():
            return None
        return clock.parsed(f"{day.isoformat()}T12:00")

    def amount_of(self, field: NumberField) -> Decimal:
        """What stands in a field. Raises NotANumber."""
        return field.value() or NOTHING

    def hand_in(self, step: Step[[Any], Any], command: Any) -> None:
        if self.office is None:
            return
        try:
            posted = self.office.do(step, command)
        except RuleBroken as broken:
            self.refuse(broken)
        else:
            self.accept()
            self.posted.emit(posted)

    def refuse(self, broken: RuleBroken) -> None:
        """Say why not; the form stays as it is."""
        back = Answer(translate("Trade", "Change it"), self.change)
        self.notice.refuse(wording.explain(broken), [back])

    def change(self) -> None:
        """Back to the first field."""


class ReverseDialog(TradeDialog):
    """Why a posted paper is reversed (红冲); what cannot be undone is asked once."""

    def __init__(
        self, office: Office, document_id: int, number: str, *, parent: QWidget | None = None
    ) -> None:
        title = translate("Trade", "Reverse {0}?").format(number)
        super().__init__(office, title, translate("Trade", "Reverse"), parent, look=Look.DANGER)
        self._document_id = document_id
        self.reason = LineField()
        words = translate(
            "Trade",
            "The document stays and is answered by a reversal: stock and books are as if it "
            "had not been.",
        )
        said = Label(words, theme.BODY, "text2")
        said.setWordWrap(True)
        self.body.addWidget(said)
        self.body.addWidget(Labelled(translate("Trade", "Reason"), self.reason))

    def confirm(self) -> None:
        self.hand_in(self._reverse, self._document_id)

    def refuse(self, broken: RuleBroken) -> None:
        """The page behind says why, where it can also open what stands in the way."""
        self.reject()
        self.refused.emit(broken)

    def _reverse(self, books: Any, document_id: int) -> Any:
        return reverse(books, document_id, reason=self.reason.text().strip())

    def change(self) -> None:
        self.reason.setFocus()


class LandedCostDialog(TradeDialog):
    """Freight, customs or packing, shared over what arrived."""

    def __init__(
        self, office: Office, receipt_ids: Sequence[int], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            office, translate("Trade", "Freight and other costs of the goods"),
            translate("Trade", "Add to the cost"), parent,
        )  # fmt: skip
        self._receipts = tuple(receipt_ids)
        self.amount = NumberField(places=figures.form().places, unit=figures.form().symbol)
        self.by = Combo([
            ("value", translate("Trade", "In proportion to the amounts")),
            ("quantity", translate("Trade", "In proportion to the quantities")),
        ])  # fmt: skip
        hint = translate("Trade", "Who is paid for it; empty when it was paid elsewhere")
        self.supplier = Finder(PartnerFinder(office, buying=True).find, hint)
        self.reference = LineField()
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Trade", "Amount"), self.amount),
                Labelled(translate("Trade", "Shared"), self.by),
                gap=12,
            )
        )
        self.body.addWidget(Labelled(translate("Trade", "Paid to"), self.supplier))
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Trade", "Date"), self.day),
                Labelled(translate("Trade", "Reference"), self.reference),
                gap=12,
            )
        )
        fields: dict[str, QWidget] = {
            "partner": self.supplier, "amount": self.amount, "by": self.by, "day": self.day,
            "reference": self.reference,
        }  # fmt: skip
        name = f"{Kind.LANDED_COST}:{self._receipts[0] if self._receipts else 0}"
        self.draft = FormDraft(self, office, name, fields)
        self.draft.begin()

    def confirm(self) -> None:
        try:
            amount = self.amount_of(self.amount)
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.hand_in(
            self.draft.finishing(add_landed_cost),
            AddLandedCost(
                self._receipts, [Cost(amount, self.by.value())], at=self.at(),
                supplier_id=self.supplier.key(), reference=self.reference.text().strip(),
            ),
        )  # fmt: skip

    def change(self) -> None:
        self.amount.setFocus()
