"""Money spent: when, on what, how much with which tax in it, how it was paid, to whom.

What it is spent on is chosen, or written: a name that is not there yet becomes an account.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO, money
from erp_desktop.core.states import Kind
from erp_desktop.services.finance.expenses import (
    EnterExpense,
    enter_expense,
    expense_accounts,
    taken_apart,
)
from erp_desktop.services.finance.tax_rates import offered_rates
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.finance.drawer_choice import DrawerChoice
from erp_desktop.views.finance.pay_dialog import Told, amount_in, methods, moment_of
from erp_desktop.views.form_draft import FormDraft
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class ExpenseDialog(Dialog):
    """`spent(sentence)` when it was booked, by `step`. `drawer` names the till that it is paid at,
    in cash; `told` is what a bank's statement says of it."""

    spent = Signal(str)

    def __init__(
        self, office: Office, parent: QWidget | None = None, *, drawer: str = "",
        told: Told | None = None,
    ) -> None:  # fmt: skip
        verb = translate("Expense", "Enter expense")
        super().__init__(office, verb, verb, parent=parent)
        self.step: Callable[..., Any] = enter_expense
        self._accounts = [
            Found(at, one.name, one.code) for at, one in enumerate(self._ask(expense_accounts))
        ]
        self._make_fields(office)
        self._lay_out_fields()
        fields: dict[str, QWidget] = {
            "account": self.account, "amount": self.amount, "rate": self.rate,
            "method": self.method, "day": self.day, "partner": self.who, "note": self.note,
            "drawer": self.drawer.combo,
        }  # fmt: skip
        self.draft = FormDraft(self, office, str(Kind.EXPENSE), fields)
        self.draft.begin()
        if drawer:
            self.method.choose("cash")
            self.drawer.combo.choose(drawer)
        if told is not None:
            self.amount.set_value(told.amount)
            self.method.choose(told.method)
            self.day.set_value(told.day)
            self.note.setText(told.reference)
        self._explain()

    def _ask(self, step: Callable[..., Any], *args: Any) -> Any:
        if self.office is None:
            raise RuntimeError("an expense needs an office")
        return self.office.ask(step, *args)

    # -- building --------------------------------------------------------------------------------

    def _make_fields(self, office: Office) -> None:
        self.account = Finder(self._matching, translate("Expense", "Rent, wages, power …"))
        self.account.free = True  # a name that is not there yet makes an account
        self.account.chosen.connect(self._explain)
        self.account.left.connect(self._explain)
        self.account.textChanged.connect(self._explain)
        self.account.offer()
        self.amount = NumberField(places=figures.form().places, unit=figures.form().symbol.strip())
        self.amount.changed.connect(self._explain)
        self.rate = Combo(tax_choices(office))
        self.rate.currentIndexChanged.connect(self._explain)
        self.method = Combo([one for one in methods() if one[0] != "advance"])
        self.drawer = DrawerChoice(office)
        self.method.currentIndexChanged.connect(self._ask_drawer)
        self.day = DateField(clock.day_date(clock.today()))
        self.who = Finder(self._partners, translate("Expense", "May be left open"))
        self.note = LineField()
        self.words = Label("", theme.HINT, "text2")
        self.words.setWordWrap(True)

    def _lay_out_fields(self) -> None:
        self.account_field = Labelled(translate("Expense", "What for"), self.account)
        self.amount_field = Labelled(translate("Expense", "Amount paid"), self.amount)
        self.body.addWidget(self.account_field)
        tax = Labelled(translate("Expense", "Tax in it"), self.rate)
        self.body.addLayout(in_a_row(self.amount_field, tax, gap=12))
        self.body.addWidget(self.words)
        how = Labelled(translate("Finance", "Payment method"), self.method)
        self.body.addLayout(in_a_row(how, Labelled(translate("Finance", "On"), self.day), gap=12))
        self.body.addWidget(self.drawer)
        self._ask_drawer()
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Expense", "Paid to"), self.who),
                Labelled(translate("Expense", "Note"), self.note),
                gap=12,
            )
        )
        self.setMinimumWidth(theme.px(480))

    def _matching(self, words: str) -> list[Found]:
        wanted = words.casefold()
        return [
            one
            for one in self._accounts
            if wanted in one.title.casefold() or one.detail.startswith(words)
        ]

    def _partners(self, words: str) -> list[Found]:
        found = {
            one.id: Found(one.id, one.name, one.code)
            for role in ("is_supplier", "is_customer")
            for one in self._ask(find_partners, words, role)
        }
        return list(found.values())

    # -- what it will do -------------------------------------------------------------------------

    def _ask_drawer(self, *_: object) -> None:
        self.drawer.ask(cash=self.method.value() == "cash")

    def _meant(self) -> Found | None:
        """The account that was chosen, or whose name was typed in full."""
        typed = self.account.text().strip().casefold()
        return self.account.value() or next(
            (one for one in self._accounts if typed and typed == one.title.casefold()), None
        )

    def _explain(self, *_: object) -> None:
        said = []
        typed = self.account.text().strip()
        choosing = self.account.hasFocus() and self._matching(typed)
        if typed and not choosing and self._meant() is None:
            words = translate("Expense", "“{0}” is not there yet: it becomes a new account.")
            said.append(words.format(typed))
        self.words.setText("\n".join([*said, *self._tax_words()]))
        self.words.setVisible(bool(self.words.text()))

    def _tax_words(self) -> list[str]:
        """What of the amount is tax; said only where there is some."""
        rate = Decimal(self.rate.value() or 0)
        try:
            amount = self.amount.value() or ZERO
        except RuleBroken:
            return []
        if not rate or not amount:
            return []
        return [tax_words(self._ask(apart, amount, rate))]

    # -- booking ---------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Book it; what is missing is said at its field."""
        self.amount_field.refuse("")
        self.account_field.refuse("")
        if not self.account.text().strip():
            self.account_field.refuse(translate("Expense", "Say what it was for"))
            self.account.setFocus()
            return
        amount = amount_in(self.amount, self.amount_field)
        if amount:
            self._book(amount)

    def _book(self, amount: Decimal) -> None:
        meant = self._meant()
        account = (meant.detail or meant.title) if meant else self.account.text().strip()
        rate, method = Decimal(self.rate.value() or 0), str(self.method.value())
        command = EnterExpense(
            account, amount, rate, method, self.who.key(),
            at=moment_of(self.day.value()), note=self.note.text().strip(),
            drawer=self.drawer.till(),
        )  # fmt: skip
        name = self.account.text().strip()
        self.hand_in(self.draft.finishing(self.step), command)
        if self.result():
            self.draft.done()
            said = translate("Expense", "{0} spent on {1}")
            self.spent.emit(said.format(figures.money_with_sign(amount), name))


def tax_choices(office: Office) -> list[tuple[str, str]]:
    """The rates of tax that can be in an amount, the highest first, with their words."""
    rates = [one.rate for one in office.ask(offered_rates) if one.rate]
    listed = [(f"{one:f}", f"{one:f}%") for one in sorted(rates, reverse=True)]
    return [("0", translate("Expense", "None")), *listed]


def tax_words(apart: tuple[Decimal, Decimal]) -> str:
    """What of an amount is net and what is tax."""
    words = translate("Expense", "{0} without tax, {1} tax to deduct.")
    return words.format(*map(figures.money_with_sign, apart))


def apart(books: Any, amount: Decimal, rate: Decimal) -> tuple[Decimal, Decimal]:
    """An amount with tax as net and tax, as it will be booked."""
    net, tax = taken_apart(books, amount, rate)
    places = figures.form().places
    return money(net, places), money(tax, places)
