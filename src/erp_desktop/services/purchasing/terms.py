"""The shop's terms of buying: how much too much may come, what a bill may differ, how use is read.

A supplier may have a tolerance of his own; what he has none of is as the shop has it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple, Protocol

from erp_desktop.core import errors
from erp_desktop.core.money import QUANTITY_PLACES, ZERO, decimal_of
from erp_desktop.models.books import Books
from erp_desktop.services.users import rights

REASONS: Final[dict[str, tuple[str, ...]]] = {
    "zh": ("破损", "过期或临期", "发错货", "质量不合格", "数量不符"),
    "en": ("Damaged", "Expired or too old", "Wrong goods", "Poor quality", "Not as ordered"),
}
USE_DAYS: Final = 90
LEAD_DAYS: Final = 7


class Asked(Protocol):
    """What the tolerance is read from."""

    def value(self, sql: str, params: Sequence[Any] = ()) -> Any: ...

    def setting(self, key: str, default: str = "") -> str: ...


class BuyingTerms(NamedTuple):
    """Percents are of what was agreed. `use_days` is how far back use is read."""

    over_percent: Decimal  # more than ordered that may arrive (LEDGER L-43)
    price_percent: Decimal  # another price on a bill that is not worth a word
    use_days: int
    lead_days: int  # from order to arrival, where neither product nor supplier says
    seasons: bool  # last year's same weeks raise or lower what is expected
    reasons: tuple[str, ...]  # why goods are rejected


@dataclass(frozen=True, slots=True)
class SaveBuyingTerms:
    """None leaves what is there alone."""

    over_percent: Decimal | None = None
    price_percent: Decimal | None = None
    use_days: int | None = None
    lead_days: int | None = None
    seasons: bool | None = None
    reasons: tuple[str, ...] | None = None


def buying_terms(books: Books) -> BuyingTerms:
    """The terms as the shop has set them."""
    return BuyingTerms(
        Decimal(books.setting("over_receipt_percent") or 0),
        Decimal(books.setting("match_price_percent") or 0),
        int(books.setting("use_days") or USE_DAYS),
        int(books.setting("lead_days") or LEAD_DAYS),
        books.setting("seasons", "1") == "1",
        _reasons(books),
    )


def _reasons(books: Books) -> tuple[str, ...]:
    kept = books.setting("reject_reasons")
    if kept:
        return tuple(json.loads(kept))
    return REASONS["zh" if books.setting("language").startswith("zh") else "en"]


def save_buying_terms(books: Books, command: SaveBuyingTerms) -> None:
    """Keep the terms. Raises NotPositive, Missing (no reason at all)."""
    rights.require(books, rights.SETTINGS)
    for name in ("over_percent", "price_percent", "use_days", "lead_days"):
        value = getattr(command, name)
        if value is not None and value < (1 if name == "use_days" else 0):
            raise errors.NotPositive(name, value)
    wanted: dict[str, object | None] = {
        "over_receipt_percent": command.over_percent,
        "match_price_percent": command.price_percent,
        "use_days": command.use_days,
        "lead_days": command.lead_days,
        "seasons": None if command.seasons is None else int(command.seasons),
    }
    if command.reasons is not None:
        said = [reason.strip() for reason in command.reasons if reason.strip()]
        if not said:
            raise errors.Missing("reason")
        wanted["reject_reasons"] = json.dumps(list(dict.fromkeys(said)), ensure_ascii=False)
    for key, value in wanted.items():
        if value is not None:
            books.put_setting(key, f"{value:f}" if isinstance(value, Decimal) else str(value))


def over_percent(books: Asked, partner_id: int | None) -> Decimal:
    """How much more than ordered this supplier may bring, in percent of the order's line."""
    own = None
    if partner_id is not None:
        own = books.value("SELECT over_percent FROM partner WHERE id = ?", (partner_id,))
    if own is None:
        return Decimal(books.setting("over_receipt_percent") or 0)
    return decimal_of(int(own), QUANTITY_PLACES)


def most(ordered: int, percent: Decimal) -> int:
    """The most that may arrive of an order's line, over all its receipts (LEDGER L-43, L-44)."""
    return ordered if percent == ZERO else int(ordered * (100 + percent) / 100)
