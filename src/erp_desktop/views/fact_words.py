"""The facts of a refusal as the shop writes them: its days, its moments, its money."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from erp_desktop.core import errors
from erp_desktop.core.rule_broken import RuleBroken
from erp_desktop.views import figures

TIMES: Final = frozenset({"at", "changed_at", "expired_on", "origin", "since", "sold", "through"})
# all but the name
ABOUT_MONEY: Final = (errors.AdvanceTooSmall, errors.CreditLimitReached, errors.FeeTooHigh)


def as_written(broken: RuleBroken) -> dict[str, str]:
    """The facts; days, moments and money no longer as machines write them."""
    facts = {name: _time(fact) if name in TIMES else fact for name, fact in broken.facts.items()}
    return _amounts(facts) if isinstance(broken, ABOUT_MONEY) else facts


def _amounts(facts: Mapping[str, str]) -> dict[str, str]:
    return {
        name: fact if name == "customer" else figures.money(Decimal(fact))
        for name, fact in facts.items()
    }


def _time(told: str) -> str:
    try:
        if "T" in told:
            return figures.moment(datetime.fromisoformat(told).replace(tzinfo=None))
        return figures.day(date.fromisoformat(told)) if "-" in told else told
    except ValueError:  # words, a number
        return told
