"""The sentences for what price levels, agreed prices and credit limits refuse."""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.rule_broken import RuleBroken


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001  (lupdate looks for it)
    """Mark a text for translation where it is shown."""
    return text


PRICE_SENTENCES: Final[dict[type[RuleBroken], str]] = {
    errors.UnknownPriceLevel: QT_TRANSLATE_NOOP(
        "Refusal", "There is no price level “{level}”. Known are: {known}."
    ),
    errors.LevelInUse: QT_TRANSLATE_NOOP(
        "Refusal", "{customers} customers carry the level “{level}”. Take it out of use instead."
    ),
    errors.PriceTwice: QT_TRANSLATE_NOOP(
        "Refusal", "{sku} has two prices for {unit} from {minimum} on. Keep one of them."
    ),
    errors.CreditLimitReached: QT_TRANSLATE_NOOP(
        "Refusal",
        "{customer} is over the credit limit by {over}: {owes} stand open, {wanted} come on top, "
        "{limit} are allowed.",
    ),
}
