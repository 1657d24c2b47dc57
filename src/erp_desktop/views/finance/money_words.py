"""Where money lies, in a shop's words: an account is named after what brought the money there."""

from typing import Final

from erp_desktop.services.finance.means import Means
from erp_desktop.views import wording

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
WORDS: Final[dict[str, str]] = {
    "cash": mark("Money", "Cash"),
    "bank": mark("Money", "Bank account"),
    "card": mark("Money", "Card takings"),
    "wechat": mark("Money", "WeChat Pay"),
    "alipay": mark("Money", "Alipay"),
    "other": mark("Money", "Other money"),
}


def place_word(means: Means) -> str:
    """What a place of money is called; a shop's own means have their own names."""
    if means.name:
        return means.name
    return translate("Money", WORDS[means.code]) if means.code in WORDS else means.code
