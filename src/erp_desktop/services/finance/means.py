"""Means of payment (付款方式): how money comes in, and the account it lands on.

The usual ones are known here. A shop chooses which of them its tills offer and in which order, and
may add its own (a voucher of the mall, another wallet); what comes in by those is other money.
"""

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.users import rights

SETTING: Final = "till_means"
EXCHANGE: Final = "exchange"  # what goods that came back are worth towards those that go
METHODS: Final[dict[str, str]] = {
    "cash": Role.CASH,
    "card": Role.CARD,
    "bank": Role.BANK,
    "wechat": Role.OTHER_MONEY,
    "alipay": Role.OTHER_MONEY,
    "other": Role.OTHER_MONEY,
    "advance": Role.CUSTOMER_ADVANCES,
    EXCHANGE: Role.CUSTOMER_ADVANCES,
}
OWN: Final = "own-"  # how the codes of a shop's own means begin
# What a till can offer; an advance and an exchange have ways of their own.
OFFERED: Final = tuple(code for code in METHODS if code not in {"advance", EXCHANGE})
USUAL: Final[dict[str, tuple[str, ...]]] = {
    "CNY": ("cash", "wechat", "alipay", "card"),
    "": ("cash", "card", "bank", "other"),
}


class Means(NamedTuple):
    """A means as a till offers it; the usual ones have no `name`, their word is the program's."""

    code: str
    name: str = ""


def means_offered(books: Books) -> tuple[Means, ...]:
    """What the tills of this shop offer, in their order."""
    kept = books.setting(SETTING)
    if kept:
        return tuple(Means(code, name) for code, name in json.loads(kept))
    codes = USUAL.get(books.setting("currency"), USUAL[""])
    return tuple(map(Means, codes))


def set_means(books: Books, chosen: Sequence[Means]) -> None:
    """Choose what the tills offer. Raises Missing (none; an own one's name), NotAmong."""
    rights.require(books, rights.SETTINGS)
    if not chosen:
        raise errors.Missing("means")
    for one in chosen:
        if one.code.startswith(OWN):
            if not one.name.strip():
                raise errors.Missing("name")
        elif one.code not in OFFERED:
            raise errors.NotAmong("method", one.code, " | ".join(OFFERED))
    books.put_setting(SETTING, json.dumps([list(one) for one in chosen], ensure_ascii=False))


def account_of(method: str) -> str:
    """The role of the account that a means lands on. Raises NotAmong."""
    if method in METHODS:
        return METHODS[method]
    if method.startswith(OWN):
        return Role.OTHER_MONEY
    raise errors.NotAmong("method", method, " | ".join(METHODS))


def name_of(books: Books, method: str) -> str:
    """What the shop calls a means of its own; empty for the usual ones."""
    return next((one.name for one in means_offered(books) if one.code == method), "")
