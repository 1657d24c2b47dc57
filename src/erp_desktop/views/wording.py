"""The words for what the core only names: refusals, states, kinds of documents, column titles.

The core raises `NotEnoughStock("TEA", 12, 5)`; here that becomes a sentence in the user's language
that says what is wrong, with the numbers. Each sentence may use the facts by name. Texts that sit
in a table are marked with QT_TRANSLATE_NOOP so that lupdate finds them.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind
from erp_desktop.views.marking import QT_TRANSLATE_NOOP
from erp_desktop.views.state_words import STATES, Sign
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets.ink import Glyph

__all__ = [
    "FIELDS",
    "KINDS",
    "QT_TRANSLATE_NOOP",
    "STATES",
    "Sign",
]  # of rooms of their own, taken from here

translate = QCoreApplication.translate


# fmt: off
KINDS: Final[dict[Kind, str]] = {
    Kind.PURCHASE_ORDER: QT_TRANSLATE_NOOP("Kind", "Purchase order"),
    Kind.GOODS_RECEIPT: QT_TRANSLATE_NOOP("Kind", "Goods receipt"),
    Kind.PURCHASE_RETURN: QT_TRANSLATE_NOOP("Kind", "Purchase return"),
    Kind.BILL: QT_TRANSLATE_NOOP("Kind", "Bill"),
    Kind.LANDED_COST: QT_TRANSLATE_NOOP("Kind", "Landed cost"),
    Kind.QUOTATION: QT_TRANSLATE_NOOP("Kind", "Quotation"),
    Kind.SALES_ORDER: QT_TRANSLATE_NOOP("Kind", "Sales order"),
    Kind.GOODS_ISSUE: QT_TRANSLATE_NOOP("Kind", "Stock-out"),
    Kind.SALES_RETURN: QT_TRANSLATE_NOOP("Kind", "Sales return"),
    Kind.INVOICE: QT_TRANSLATE_NOOP("Kind", "Invoice"),
    Kind.SALE: QT_TRANSLATE_NOOP("Kind", "Till sale"),
    Kind.PAYMENT_IN: QT_TRANSLATE_NOOP("Kind", "Payment in"),
    Kind.PAYMENT_OUT: QT_TRANSLATE_NOOP("Kind", "Payment out"),
    Kind.EXPENSE: QT_TRANSLATE_NOOP("Kind", "Expense"),
    Kind.MONEY_TRANSFER: QT_TRANSLATE_NOOP("Kind", "Money transfer"),
    Kind.TRANSFER: QT_TRANSLATE_NOOP("Kind", "Transfer"),
    Kind.COUNT: QT_TRANSLATE_NOOP("Kind", "Stock count"),
    Kind.WRITE_OFF: QT_TRANSLATE_NOOP("Kind", "Write-off"),
    Kind.OPENING: QT_TRANSLATE_NOOP("Kind", "Opening"),
    Kind.ASSEMBLY: QT_TRANSLATE_NOOP("Kind", "Assembly"),
    Kind.TRANSFER_IN: QT_TRANSLATE_NOOP("Kind", "Transfer receipt"),
    Kind.COSTING_CHANGE: QT_TRANSLATE_NOOP("Kind", "Change of costing"),
    Kind.CASH_MOVE: QT_TRANSLATE_NOOP("Kind", "Cash in or out"),
    Kind.SHIFT: QT_TRANSLATE_NOOP("Kind", "Shift report"),
    Kind.REVERSAL: QT_TRANSLATE_NOOP("Kind", "Reversal"),
}

FIELDS: Final[dict[str, str]] = {
    "quantity": QT_TRANSLATE_NOOP("Field", "Quantity"),
    "float": QT_TRANSLATE_NOOP("Field", "Float"),
    "counted": QT_TRANSLATE_NOOP("Field", "Counted"),
    "till": QT_TRANSLATE_NOOP("Field", "Till"),
    "price": QT_TRANSLATE_NOOP("Field", "Price"),
    "amount": QT_TRANSLATE_NOOP("Field", "Amount"),
    "cost": QT_TRANSLATE_NOOP("Field", "Cost"),
    "name": QT_TRANSLATE_NOOP("Field", "Name"),
    "sku": QT_TRANSLATE_NOOP("Field", "Product code"),
    "code": QT_TRANSLATE_NOOP("Field", "Code"),
    "barcode": QT_TRANSLATE_NOOP("Field", "Barcode"),
    "reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "partner": QT_TRANSLATE_NOOP("Field", "Partner"),
    "customer": QT_TRANSLATE_NOOP("Field", "Customer"),
    "supplier": QT_TRANSLATE_NOOP("Field", "Supplier"),
    "warehouse": QT_TRANSLATE_NOOP("Field", "Warehouse"),
    "lines": QT_TRANSLATE_NOOP("Field", "Lines"),
    "date": QT_TRANSLATE_NOOP("Field", "Date"),
    "at": QT_TRANSLATE_NOOP("Field", "Time"),
    "unit": QT_TRANSLATE_NOOP("Field", "Unit"),
    "factor": QT_TRANSLATE_NOOP("Field", "Conversion"),
    "pieces": QT_TRANSLATE_NOOP("Field", "Pieces"),
    "product": QT_TRANSLATE_NOOP("Field", "The product"),
    "kind": QT_TRANSLATE_NOOP("Field", "Kind"),
    "currency": QT_TRANSLATE_NOOP("Field", "Currency"),
    "rejected": QT_TRANSLATE_NOOP("Field", "Rejected"),
    "weight": QT_TRANSLATE_NOOP("Field", "weight"),
    "volume": QT_TRANSLATE_NOOP("Field", "volume"),
}
# fmt: on


def explain(broken: RuleBroken) -> str:
    """The sentence for a refusal, in the user's language, with its facts."""
    from erp_desktop.views.refusal_words import SENTENCES  # most windows refuse nothing

    sentence = next(
        (SENTENCES[kind] for kind in type(broken).__mro__ if kind in SENTENCES), str(broken)
    )
    return translate("Refusal", sentence).format(**_facts(broken))


def _facts(broken: RuleBroken) -> dict[str, str]:
    """The facts with the program's own codes in words (a kind, a state, a field)."""
    from erp_desktop.views.fact_words import as_written  # most windows refuse nothing

    said = as_written(broken)
    for name in ("state", "wanted"):
        if said.get(name) in STATES:
            said[name] = state_word(said[name])
    if "kind" in said:
        said["kind"] = kind_word(said["kind"])
    if "measure" in said:
        said["measure"] = field_word(said["measure"])
    if "right" in said:
        from erp_desktop.views.right_words import right_word

        said["right"] = right_word(said["right"])
    if "field" in said and not isinstance(broken, errors.WrongDayFileLine):
        said["field"] = field_word(said["field"])
    return said


def title(text: str) -> str:
    """A column's, report's or view's English title in the user's language."""
    return translate("Table", text)


def kind_word(kind: str) -> str:
    """What a kind of document is called; the two papers of an exchange are one."""
    if kind == "exchange":
        return translate("Kind", "Exchange")
    if kind == "opening_balance":  # of a statement
        return translate("Kind", "Opening balance")
    try:
        return translate("Kind", KINDS[Kind(kind)])
    except ValueError:
        return kind


def field_word(field: str) -> str:
    known = FIELDS.get(field)
    return translate("Field", known) if known else field


def sign_of(code: str) -> Sign:
    """How a state looks; one this table does not know is shown plainly under its own name."""
    return STATES.get(code) or Sign(code.replace("_", " ").capitalize(), Tone.NEUTRAL, Glyph.NONE)


def state_word(code: str) -> str:
    return translate("State", sign_of(code).word)
