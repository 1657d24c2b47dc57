"""The sentences for what the stock ledger refuses (lots, serial numbers, ways of costing), and for
what price levels, agreed prices and credit limits refuse."""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.rule_broken import RuleBroken


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001  (lupdate looks for it)
    """Mark a text for translation where it is shown."""
    return text


GOODS_SENTENCES: Final[dict[type[RuleBroken], str]] = {
    errors.UnknownLot: QT_TRANSLATE_NOOP("Refusal", "{sku}: there is no lot or serial {lot} here."),
    errors.LotExpired: QT_TRANSLATE_NOOP("Refusal", "{sku}, lot {lot} expired on {expired_on}."),
    errors.LotBlocked: QT_TRANSLATE_NOOP("Refusal", "{sku}, lot {lot} is blocked: {reason}."),
    errors.LotNeeded: QT_TRANSLATE_NOOP("Refusal", "{sku} is tracked: say which lot or serial."),
    errors.LotShort: QT_TRANSLATE_NOOP("Refusal", "{sku}, lot {lot} is short by {missing}."),
    errors.SerialNotOne: QT_TRANSLATE_NOOP("Refusal", "{sku}, serial {serial} is one piece."),
    errors.SerialTwice: QT_TRANSLATE_NOOP("Refusal", "{sku}, serial {serial} is here already."),
    errors.SameCosting: QT_TRANSLATE_NOOP("Refusal", "{sku} is costed that way already."),
    errors.BothSides: QT_TRANSLATE_NOOP("Refusal", "{sku} cannot be made of itself."),
    errors.CostingFixed: QT_TRANSLATE_NOOP(
        "Refusal", "{sku} has moved: change how it is costed from a date on."
    ),
    errors.BeforeLastChange: QT_TRANSLATE_NOOP(
        "Refusal", "The method of {sku} was last changed on {changed_at}; choose a later time."
    ),
    errors.PeriodOpen: QT_TRANSLATE_NOOP("Refusal", "Nothing is closed after that day."),
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
