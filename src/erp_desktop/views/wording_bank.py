"""The sentences for what is refused when a bank's statement is laid beside the books."""

from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.rule_broken import RuleBroken
from erp_desktop.views.marking import QT_TRANSLATE_NOOP

BANK_SENTENCES: Final[dict[type[RuleBroken], str]] = {
    errors.SumsDiffer: QT_TRANSLATE_NOOP(
        "Refusal", "The bank says {bank}, the books say {books}: {difference} between them."
    ),
    errors.MatchedAlready: QT_TRANSLATE_NOOP(
        "Refusal", "{line} is matched already. Take that match apart first."
    ),
    errors.SeveralAccounts: QT_TRANSLATE_NOOP(
        "Refusal", "{account} and {other} are two accounts. Match the lines of one at a time."
    ),
}
