"""Means of payment as the till shows them: word and icon; a shop's own have their own names."""

from collections.abc import Sequence
from typing import Final

from erp_desktop.services.finance.means import EXCHANGE, Means
from erp_desktop.views import wording
from erp_desktop.views.till.cart import ACCOUNT

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
WORDS: Final[dict[str, tuple[str, str]]] = {
    "cash": (mark("Till", "Cash"), "banknote"),
    "card": (mark("Till", "Card"), "credit-card"),
    "bank": (mark("Till", "Transfer"), "landmark"),
    "wechat": (mark("Till", "WeChat"), "qr-code"),
    "alipay": (mark("Till", "Alipay"), "scan-qr-code"),
    "other": (mark("Till", "Other"), "wallet"),
    ACCOUNT: (mark("Till", "Account"), "notebook-text"),
    EXCHANGE: (mark("Till", "Exchange"), "repeat"),
}
_own: dict[str, str] = {}


def learn(offered: Sequence[Means]) -> None:
    """Know what this shop calls its own means."""
    _own.update({one.code: one.name for one in offered if one.name})


def means_word(code: str) -> str:
    """What a means of payment is called."""
    if code in _own:
        return _own[code]
    return translate("Till", WORDS[code][0]) if code in WORDS else code


def means_icon(code: str) -> str:
    return WORDS[code][1] if code in WORDS else "wallet-cards"
