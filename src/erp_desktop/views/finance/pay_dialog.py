"""Money from a customer or to a supplier: who, for what, how much, how.

It may be for one document (the open invoices of an order are offered one by one), or for all that
is open with a partner. What the amount will do is said before it is booked.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erp_desktop.core import clock
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO, money
from erp_desktop.core.states import Kind
from erp_desktop.reports.trade_facts import OpenInvoice, open_invoices
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.finance.settling import open_amount, open_items
from erp_desktop.services.partners.partners import find_partners, partner
from erp_desktop.services.records import header
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.form_draft import FormDraft
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.dialog import Dialog
from erp_desktop.views.widgets.fields import Label, Labelled, LineField, in_a_row
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate


class Told(NamedTuple):
    """What a form begins with where a bank's statement says it."""

    amount: Decimal
    day: date
    method: str
    reference: str = ""


class PayDialog(Dialog):
    """`paid(sentence)` when the money was booked, by `step`."""

    paid = Signal(str)

    def __init__(
        self, office: Office, parent: QWidget | None = None, *, incoming: bool,
        partner_id: int | None = None, document_id: int | None = None, told: Told | None = None,
    ) -> None:  # fmt: skip
        verb = (
            translate("Finance", "Take payment")
            if incoming
            else translate("Finance", "Pay supplier")
        )
        super().__init__(office, verb, verb, parent=parent)
        self._incoming, self._document_id = incoming, document_id
        self._told = told
        self.step: Callable[..., Any] = pay
        self._items: list[OpenInvoice] = []
        self._make_fields()
        self._lay_out_fields()
        if partner_id is not None:
            found = self._ask(partner, partner_id)
            self.who.set_value(Found(found.id, found.name, found.code))
            self._show_open()
            self.amount.setFocus()
        self._keep_itself(office)
        if told is not None:
            self.amount.set_value(told.amount)
            self.method.choose(told.method)
            self.day.set_value(told.day)
            self.reference.setText(told.reference)

    def _keep_itself(self, office: Office) -> None:
        """What is typed is a draft, like any other document."""
        code = Kind.PAYMENT_IN if self._incoming else Kind.PAYMENT_OUT
        name = str(code) if self._document_id is None else f"{code}:{self._document_id}"
        fields: dict[str, QWidget] = {
            "partner": self.who, "of": self.of, "amount": self.amount, "method": self.method,
            "day": self.day, "reference": self.reference,
        }  # fmt: skip
        self.draft = FormDraft(self, office, name, fields, self._show_open)
        if self.draft.begin():
            self._explain()

    # -- building --------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.who = Finder(self._find, translate("Finance", "Name, code or phone"))
        self.who.chosen.connect(self._show_open)
        self.amount = NumberField(places=figures.form().places, unit=figures.form().symbol.strip())
        self.amount.changed.connect(self._explain)
        self.of = Combo()
        self.of.currentIndexChanged.connect(self._choose)
        self.method = Combo(methods())
        self.day = DateField(clock.day_date(clock.today()))
        self.reference = LineField()
        self.open_words = Label("", theme.BODY, "text2")
        self.what_words = Label("", theme.HINT, "text2")
        self.what_words.setWordWrap(True)

    def _lay_out_fields(self) -> None:
        who = translate("Finance", "Customer") if self._incoming else (
            translate("Finance", "Supplier"))  # fmt: skip
        self.who_field = Labelled(who, self.who)
        self.amount_field = Labelled(translate("Finance", "Amount"), self.amount)
        self.of_field = Labelled(translate("Finance", "For"), self.of)
        self.of_field.hide()
        self.who.setReadOnly(self._document_id is not None)
        self.body.addWidget(self.who_field)
        self.body.addWidget(self.of_field)
        self.body.addWidget(self.open_words)
        self.body.addLayout(
            in_a_row(
                self.amount_field,
                Labelled(translate("Finance", "Payment method"), self.method),
                gap=12,
            )
        )
        self.body.addWidget(self.what_words)
        self.body.addLayout(
            in_a_row(
                Labelled(translate("Finance", "On"), self.day),
                Labelled(translate("Finance", "Their reference"), self.reference),
                gap=12,
            )
        )
        self.setMinimumWidth(theme.px(480))

    # -- what is open ----------------------------------------------------------------------------

    def _ask(self, step: Callable[..., Any], *args: Any) -> Any:
        if self.office is None:
            raise RuntimeError("a payment needs an office")
        return self.office.ask(step, *args)

    def _find(self, words: str) -> list[Found]:
        role = "is_customer" if self._incoming else "is_supplier"
        found = self._ask(find_partners, words, role)
        return [Found(one.id, one.name, one.code) for one in found]

    def _show_open(self) -> None:
        """What is open with this partner, or of this document and what followed it."""
        partner_id = self.who.key()
        if partner_id is None:
            return
        self.who_field.refuse("")
        self._items = self._ask(_open_with, partner_id, self._document_id, self._incoming)
        self.of.fill(self._choices())
        self.of.setCurrentIndex(0)
        self.of_field.setVisible(self.of.count() > 1)
        self.open_words.setVisible(self.of.count() == 1)  # else the choice says it already
        self._choose()

    def _choices(self) -> list[tuple[int | None, str]]:
        """Every open document, and all of them: first where no document was named."""
        ones: list[tuple[int | None, str]] = [
            (item.id, f"{item.number}   {figures.money_with_sign(item.open)}")
            for item in self._items
        ]
        if len(ones) == 1:
            return ones
        every = (None, translate("Finance", "All that is open, the oldest first"))
        return [every, *ones] if self._document_id is None else [*ones, every]

    def chosen(self) -> OpenInvoice | None:
        """The document that is paid; None for all that is open."""
        return next((item for item in self._items if item.id == self.of.value()), None)

    def due(self) -> Decimal:
        """What is open of what was chosen."""
        chosen = self.chosen()
        return chosen.open if chosen else sum((item.open for item in self._items), ZERO)

    def _choose(self) -> None:
        """The amount begins with what is open."""
        chosen, shown = self.chosen(), figures.money_with_sign(self.due())
        said = translate("Finance", "{0} open in all").format(shown)
        if chosen is not None:
            said = translate("Finance", "{0}: {1} open").format(chosen.number, shown)
        self.open_words.setText(said)
        if self.due() > 0 and self._told is None:
            self.amount.set_value(self.due())
        self._explain()

    def _explain(self) -> None:
        """What this amount will do, before it is booked."""
        try:
            amount = self.amount.value() or ZERO
        except RuleBroken:
            return
        self.what_words.setText(self._outcome(amount) if self.who.key() is not None else "")

    def _outcome(self, amount: Decimal) -> str:
        """The sentence for an amount."""
        rest = amount - max(self.due(), ZERO)
        left = figures.money_with_sign(abs(rest))
        if not amount:
            return ""
        if rest > 0:
            words = translate("Finance", "{0} more than is open: it is kept as an advance.")
            return words.format(left)
        if rest == 0:
            return translate("Finance", "Settles it in full.")
        if self.chosen() is not None:
            return translate("Finance", "{0} stays open.").format(left)
        words = translate("Finance", "The oldest documents are settled first; {0} stays open.")
        return words.format(left)

    # -- booking ---------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Book the money; what is missing is said at its field."""
        self.amount_field.refuse("")
        if self.who.key() is None:
            self.who_field.refuse(translate("Finance", "Say who it is"))
            self.who.setFocus()
            return
        amount = amount_in(self.amount, self.amount_field)
        if amount:
            self._book(amount)

    def _book(self, amount: Decimal) -> None:
        command = Pay(
            self._incoming, amount, str(self.method.value()), self.who.key(), self.of.value(),
            at=moment_of(self.day.value()), reference=self.reference.text().strip(),
        )  # fmt: skip
        self.hand_in(self.draft.finishing(self.step), command)
        if self.result():
            self.draft.done()
            said = (
                translate("Finance", "{0} taken from {1}")
                if self._incoming
                else translate("Finance", "{0} paid to {1}")
            )
            name = self.who.text()
            self.paid.emit(said.format(figures.money_with_sign(amount), name))


def methods() -> list[tuple[str, str]]:
    """The means of payment with their words."""
    return [
        ("bank", translate("Finance", "Bank transfer")),
        ("cash", translate("Finance", "Cash")),
        ("card", translate("Finance", "Card")),
        ("other", translate("Finance", "Other")),
        ("advance", translate("Finance", "From the advance")),
    ]


_OWED_THEMSELVES = frozenset({Kind.SALE, Kind.LANDED_COST})  # no invoice or bill stands between


def _open_with(
    books: Any,
    partner_id: int,
    document_id: int | None,
    incoming: bool,  # noqa: FBT001
) -> list[OpenInvoice]:
    """What is open: of one document and what followed it, or with the partner; oldest first."""
    places = books.money_places
    if document_id is not None:
        head = header(books, document_id)
        if head.kind not in _OWED_THEMSELVES:
            return open_invoices(books, document_id)
        left = money(open_amount(books, document_id), places)
        return [OpenInvoice(document_id, head.called, left)] if left > 0 else []
    kinds = ("invoice", "sale") if incoming else ("bill", "landed_cost")
    items = open_items(books, kinds, partner_id)
    return [OpenInvoice(item.id, item.number, money(item.amount, places)) for item in items]


def amount_in(field: NumberField, labelled: Labelled) -> Decimal | None:
    """The amount in a field; none, or what is no number, is said below it."""
    try:
        amount = field.value()
    except RuleBroken as broken:
        labelled.refuse(wording.explain(broken))
        return None
    if not amount:
        labelled.refuse(translate("Finance", "Say how much"))
        field.setFocus()
    return amount


def moment_of(day: date | None) -> int | None:
    """Today is now; another day counts at noon."""
    if day is None or clock.day_number(day) == clock.today():
        return None
    return clock.instant(datetime.combine(day, time(12)))
