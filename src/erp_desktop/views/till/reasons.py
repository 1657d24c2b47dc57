"""The words for why goods come back, and for where they go."""

from typing import Final

from erp_desktop.services.sales.return_rules import Reason
from erp_desktop.views import wording

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
REASONS: Final[dict[str, str]] = {
    "changed_mind": mark("Return", "Changed their mind"),
    "wrong_item": mark("Return", "Wrong item"),
    "wrong_size": mark("Return", "Wrong size or colour"),
    "damaged": mark("Return", "Damaged"),
    "faulty": mark("Return", "Does not work"),
    "expired": mark("Return", "Past its date"),
    "other": mark("Return", "Another reason"),
}
GOES: Final[dict[str, str]] = {
    "stock": mark("Return", "Back on the shelf"),
    "repair": mark("Return", "To repair"),
    "scrap": mark("Return", "Thrown away"),
}


def reason_word(reason: Reason) -> str:
    """What a reason is called: the shop's own word, or ours."""
    if reason.name:
        return reason.name
    known = REASONS.get(reason.code)
    return translate("Return", known) if known else reason.code


def goes_words() -> list[tuple[str, str]]:
    """Where goods can go."""
    return [(code, translate("Return", words)) for code, words in GOES.items()]
