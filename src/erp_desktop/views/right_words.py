"""The words for what people may do: as in "Priya may not change prices"."""

from typing import Final

from erp_desktop.views.wording import QT_TRANSLATE_NOOP, translate

RIGHTS: Final[dict[str, str]] = {
    "price_override": QT_TRANSLATE_NOOP("Right", "change prices"),
    "discount": QT_TRANSLATE_NOOP("Right", "give this discount"),
    "refund_without_receipt": QT_TRANSLATE_NOOP("Right", "take back without a receipt"),
    "late_return": QT_TRANSLATE_NOOP("Right", "take back after the time"),
    "sell_expired": QT_TRANSLATE_NOOP("Right", "let expired goods go"),
    "sell_below_stock": QT_TRANSLATE_NOOP("Right", "sell what is not on hand"),
    "sell_over_limit": QT_TRANSLATE_NOOP("Right", "sell over the credit limit"),
    "see_cost": QT_TRANSLATE_NOOP("Right", "see costs and margins"),
    "move_cash": QT_TRANSLATE_NOOP("Right", "move cash in and out"),
    "close_shift": QT_TRANSLATE_NOOP("Right", "close a shift"),
    "manage_settings": QT_TRANSLATE_NOOP("Right", "change the shop's settings"),
    "manage_people": QT_TRANSLATE_NOOP("Right", "manage people and their rights"),
    "close_period": QT_TRANSLATE_NOOP("Right", "close and reopen periods"),
    "rework_books": QT_TRANSLATE_NOOP("Right", "undo imports, merge products, change costing"),
}


def right_word(right: str) -> str:
    """What a right allows, as in "may …"."""
    known = RIGHTS.get(right)
    return translate("Right", known) if known else right
