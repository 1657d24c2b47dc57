"""Days and moments among the facts of a refusal, as the shop writes them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

TIMES: Final = frozenset({"at", "changed_at", "expired_on", "origin", "since", "sold", "through"})


def with_times(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts; those that are days or moments no longer as machines write them."""
    return {name: _said(fact) if name in TIMES else fact for name, fact in facts.items()}


def _said(told: str) -> str:
    from erp_desktop.views import figures

    try:
        if "T" in told:
            return figures.moment(datetime.fromisoformat(told).replace(tzinfo=None))
        return figures.day(date.fromisoformat(told)) if "-" in told else told
    except ValueError:  # words, a number
        return told
