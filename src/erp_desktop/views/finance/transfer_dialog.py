"""Money between own accounts: takings to the bank, change from it, what a card's provider paid out.

Three figures that belong together: what leaves, the fee that is kept, what arrives. Two are typed,
the third follows. Where the bank says what arrived, that one stands firm.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import NotANumber, RuleBroken
from erp_desktop.core.money import ZERO, money
from erp_desktop.core.states import Kind
from erp_desktop.services.finance.money_transfers import (
    TransferMoney,
    held,
    places_of_money,
    transfer_money,
)
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.finance.drawer_choice import DrawerChoice
from erp_desktop.views.finance.expense_dialog import apart, tax_choices, tax_words
from erp_desktop.views.finance.money_words import place_word
from erp_desktop.views.finance.pay_dialog import amount_in, moment_of
from erp_desktop.views.form_draft import FormDraft
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class TransferDialog(Dialog):
    """`moved(sentence)` when it was booked.

    `amount` and `day` are what a bank's statement says, where it is the cause: with `target` the
    bank it is what arrived there, with `source` the bank what left it.
    """

    moved = Signal(str)

    def __init__(
        self, office: Office, parent: QWidget | None = None, *, amount: Decimal | None = None,
        day: date | None = None, source: str = "", target: str = "",
    ) -> None:  # fmt: skip
        title = translate("Money", "Move money between own accounts")
        super().__init__(office, title, translate("Money", "Move money"), parent=parent)
        self._told = office
        self.step: Callable[..., Any] = transfer_money
        self._firm = amount is not None and source != "bank"  # what arrived is known
        self._make_fields(day)
        self._lay_out_fields()
        self.target.choose(target or ("cash" if source == "bank" else "bank"))
        self.source.choose(source or ("card" if self._firm else "cash"))
        for field in (self.amount, self.arrives):
            field.set_value(amount)
        self._connect()
        self.draft: FormDraft | None = None
        if amount is None:
            self._keep_itself(office)
        self._explain()

    # -- building --------------------------------------------------------------------------------

    def _make_fields(self, day: date | None) -> None:
        places = [(one.code, place_word(one)) for one in self._told.ask(places_of_money)]
        self.source, self.target = Combo(places), Combo(places)
        form = figures.form()
        self.amount, self.fee, self.arrives = (
            NumberField(places=form.places, unit=form.symbol.strip()) for _ in range(3)
        )
        self.rate = Combo(tax_choices(self._told))
        self.drawer = DrawerChoice(self._told)
        self.day = DateField(day or clock.day_date(clock.today()))
        self.reference, self.note = LineField(), LineField()
        self.held_words = Label("", theme.HINT, "text2")
        self.words = Label("", theme.HINT, "text2")
        self.words.setWordWrap(True)

    def _lay_out_fields(self) -> None:
        self.target_field = Labelled(translate("Money", "To"), self.target)
        source = Labelled(translate("Money", "From"), self.source)
        self.body.addLayout(in_a_row(source, self.target_field, gap=12))
        self.body.addWidget(self.held_words)
        self.body.addWidget(self.drawer)
        self.amount_field = Labelled(translate("Money", "Leaves"), self.amount)
        self.fee_field = Labelled(translate("Money", "Fee kept"), self.fee)
        arrives = Labelled(translate("Money", "Arrives"), self.arrives)
        self.body.addLayout(in_a_row(self.amount_field, self.fee_field, arrives, gap=12))
        self.rate_field = Labelled(translate("Money", "Tax in the fee"), self.rate)
        self.body.addWidget(self.rate_field)
        self.body.addWidget(self.words)
        on = Labelled(translate("Finance", "On"), self.day)
        reference = Labelled(translate("Money", "Reference"), self.reference)
        self.body.addLayout(in_a_row(on, reference, gap=12))
        self.body.addWidget(Labelled(translate("Expense", "Note"), self.note))
        self.setMinimumWidth(theme.px(500))

    def _connect(self) -> None:
        for combo in (self.source, self.target, self.rate):
            combo.currentIndexChanged.connect(self._explain)
        self.amount.changed.connect(self._amount_typed)
        self.fee.changed.connect(self._fee_typed)
        self.arrives.changed.connect(self._arrives_typed)

    def _keep_itself(self, office: Office) -> None:
        """What is typed is a draft, like any other document."""
        fields: dict[str, QWidget] = {
            "source": self.source, "target": self.target, "amount": self.amount, "fee": self.fee,
            "arrives": self.arrives, "rate": self.rate, "day": self.day,
            "reference": self.reference, "note": self.note, "drawer": self.drawer.combo,
        }  # fmt: skip
        self.draft = FormDraft(self, office, str(Kind.MONEY_TRANSFER), fields)
        self.draft.begin()

    # -- what follows from what ------------------------------------------------------------------

    def _amount_typed(self, amount: Decimal | None) -> None:
        arrives = _value(self.arrives)
        if self._firm and amount is not None and arrives is not None:
            self.fee.set_value(amount - arrives or None)
        else:
            self.arrives.set_value(None if amount is None else amount - (_value(self.fee) or ZERO))
        self._explain()

    def _fee_typed(self, fee: Decimal | None) -> None:
        amount, arrives = _value(self.amount), _value(self.arrives)
        if self._firm and arrives is not None:
            self.amount.set_value(arrives + (fee or ZERO))
        elif amount is not None:
            self.arrives.set_value(amount - (fee or ZERO))
        self._explain()

    def _arrives_typed(self, arrives: Decimal | None) -> None:
        amount = _value(self.amount)
        if amount is None:
            self.amount.set_value(arrives)
        elif arrives is not None:
            self.fee.set_value(amount - arrives or None)
        self._explain()

    def _explain(self, *_: object) -> None:
        """What lies on the account, and what the fee will be booked as."""
        self.target_field.refuse("")
        self.drawer.ask(cash="cash" in {self.source.value(), self.target.value()})
        lies = figures.money_with_sign(self._told.ask(_held, str(self.source.value())))
        self.held_words.setText(translate("Money", "In the books: {0}").format(lies))
        fee = _value(self.fee) or ZERO
        self.rate_field.setVisible(fee > 0)
        self.words.setText(self._fee_words(fee))
        self.words.setVisible(bool(self.words.text()))

    def _fee_words(self, fee: Decimal) -> str:
        if fee < 0:
            return translate("Money", "More cannot arrive than leaves.")
        if not fee:
            return ""
        words = translate("Money", "Booked to bank fees: {0}.")
        said = [words.format(figures.money_with_sign(fee))]
        rate = Decimal(self.rate.value() or 0)
        if rate:
            said.append(tax_words(self._told.ask(apart, fee, rate)))
        return " ".join(said)

    # -- booking ---------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Book it; what is missing is said at its field."""
        self.amount_field.refuse("")
        self.fee_field.refuse("")
        amount = amount_in(self.amount, self.amount_field)
        if not amount:
            return
        try:
            fee = self.fee.value() or ZERO
        except RuleBroken as broken:
            self.fee_field.refuse(wording.explain(broken))
            return
        if fee < 0:
            self.fee_field.refuse(translate("Money", "More cannot arrive than leaves."))
            return
        self._book(TransferMoney(
            str(self.source.value()), str(self.target.value()), amount, fee,
            Decimal(self.rate.value() or 0), at=moment_of(self.day.value()),
            reference=self.reference.text().strip(), note=self.note.text().strip(),
            drawer=self.drawer.till(),
        ))  # fmt: skip

    def _book(self, command: TransferMoney) -> None:
        said = translate("Money", "{0} moved from {1} to {2}").format(
            figures.money_with_sign(command.amount), self.source.currentText(),
            self.target.currentText(),
        )  # fmt: skip
        step = self.draft.finishing(self.step) if self.draft else self.step
        self.hand_in(step, command)
        if self.result():
            if self.draft:
                self.draft.done()
            self.moved.emit(said)


def _value(field: NumberField) -> Decimal | None:
    """What is typed; nothing where it is no number."""
    try:
        return field.value()
    except NotANumber:
        return None


def _held(books: Any, means: str) -> Decimal:
    """What lies on an account."""
    return money(held(books, means), figures.form().places)
