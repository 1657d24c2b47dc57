"""The sentences for what price levels, agreed prices and credit limits refuse."""

from decimal import Decimal
from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.rule_broken import RuleBroken
from erp_desktop.views import figures


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


def with_amounts(broken: RuleBroken, facts: dict[str, str]) -> dict[str, str]:
    """The facts of a credit limit, which are all money but the name, as the shop writes money."""
    if not isinstance(broken, errors.CreditLimitReached):
        return facts
    return {
        name: fact if name == "customer" else figures.money(Decimal(fact))
        for name, fact in facts.items()
    }
