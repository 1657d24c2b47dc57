"""The sentences for what paying and moving money refuse."""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.rule_broken import RuleBroken
from erp_desktop.views.marking import QT_TRANSLATE_NOOP

MONEY_SENTENCES: Final[dict[type[RuleBroken], str]] = {
    errors.PaymentTooSmall: QT_TRANSLATE_NOOP(
        "Refusal",
        "{due} is due, {paid} was paid. Without a customer the sale must be paid in full.",
    ),
    errors.AdvanceTooSmall: QT_TRANSLATE_NOOP(
        "Refusal", "Only {advance} is left of the advance, not {wanted}."
    ),
    errors.PaymentTooLarge: QT_TRANSLATE_NOOP(
        "Refusal",
        "{paid} was paid, only {due} is due. Only cash gives change; "
        "take the exact amount, or choose a customer to keep the rest for.",
    ),
    errors.DiscountTooLarge: QT_TRANSLATE_NOOP(
        "Refusal", "A discount of {discount} is more than the amount of {amount}."
    ),
    errors.SameAccount: QT_TRANSLATE_NOOP(
        "Refusal", "That is the same account. Choose another one for the money to go to."
    ),
    errors.FeeTooHigh: QT_TRANSLATE_NOOP("Refusal", "A fee of {fee} leaves nothing of {amount}."),
}
