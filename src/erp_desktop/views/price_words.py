"""Why a price is what it is, in a few quiet words: "Wholesale A, from 10", "会员价 9.4 折"."""

from decimal import Decimal

from erp_desktop.core import clock
from erp_desktop.services.catalogue.pricing import AGREED, LOT, NAMED, PERCENT, Offered
from erp_desktop.views import figures, wording

translate = wording.translate
_TEN = Decimal(10)


def why(one: Offered) -> str:
    """Which rule made the price; nothing where it is the shop's own."""
    if one.rule == LOT:
        return translate("Prices", "near expiry")
    if one.rule == PERCENT and one.percent is not None:
        return f"{one.level} {percent_words(one.percent)}"
    if one.rule == NAMED:
        return _joined(one.level, from_words(one.minimum, one.of_unit))
    if one.rule == AGREED:
        return _joined(translate("Prices", "agreed price"),
                       from_words(one.minimum, one.of_unit), until_words(one.until))  # fmt: skip
    return ""


def percent_words(percent: Decimal) -> str:
    """So many percent of the shop's price, as shop people say it: 94%, 9.4 折."""
    if figures.form().chinese:
        return f"{figures.quantity(percent / _TEN)} 折"
    return f"{figures.quantity(percent)}%"


def from_words(minimum: Decimal, unit: str = "") -> str:
    """From so many on; nothing where it counts from the first."""
    if minimum <= 0:
        return ""
    words = translate("Prices", "from {0} {1}")
    return words.format(figures.quantity(minimum), unit).strip()


def until_words(until: int | None) -> str:
    """Until which day it holds."""
    if until is None:
        return ""
    return translate("Prices", "until {0}").format(figures.day(clock.day_date(until)))


def _joined(*words: str) -> str:
    return translate("Prices", ", ").join(word for word in words if word)
