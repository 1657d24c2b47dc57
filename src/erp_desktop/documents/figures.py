"""Numbers and days as paper prints them: thousands apart, a true minus, one unit of places."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from erp_desktop.core.packs import packed
from erp_desktop.services.catalogue.packing import Packing

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def figure(value: Decimal, places: int) -> str:
    """`1,234.50`, and `−3.00` with the minus that is as wide as a plus."""
    exact = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{exact:,f}".replace("-", "\u2212") if exact else f"{abs(exact):f}"


def taken_off(discount: Decimal, places: int) -> str:
    """A discount as it changes the amount: `−1.23`, on what came back `+1.23`; "" for none."""
    said = figure(-discount, places)
    return f"+{said}" if discount < 0 else said if discount else ""


def priced(value: Decimal, symbol: str, places: int) -> str:
    """A total with its currency: `¥1,234.50`, `−£3.00`."""
    text = figure(value, places)
    return f"\u2212{symbol}{text[1:]}" if text.startswith("\u2212") else f"{symbol}{text}"


def places_of(values: Iterable[Decimal], least: int = 0) -> int:
    """The places that show all of these numbers in full: a column has the same everywhere."""
    return max([least, *map(_places, values)])


def aligned(value: Decimal, places: int) -> tuple[str, str]:
    """A quantity without needless zeros, and the figures to leave free after it.

    In a column of pieces and kilograms, 6 and 1.375 keep their points below each other.
    """
    own = _places(value)
    tail = "" if own == places else figure(Decimal(0), places)[1:][own + (own > 0) :]
    return figure(value, own), tail


def pieces(value: Decimal, unit: str) -> str:
    """`5 fish`: how many pieces a weight is."""
    return f"{figure(value, _places(value))} {unit}".strip()


def in_packs(value: Decimal, packing: Packing | None) -> str:
    """`3 carton + 4 pcs`, where the stock is shown in packs and it is one at least; else ""."""
    if packing is None or not packing.pack or abs(value) < packing.holds:
        return ""
    return " ".join(packed(value, packing.unit, packing.pack, packing.holds, _plain))


def pack_words(packing: Packing | None) -> str:
    """`carton = 12`: what a pack holds; "" where the stock is shown in none."""
    return f"{packing.pack} = {_plain(packing.holds)}" if packing and packing.pack else ""


def _plain(value: Decimal) -> str:
    return figure(value, _places(value))


def percent(rate: Decimal) -> str:
    return f"{figure(rate, _places(rate))}%"


def day(value: date, language: str) -> str:
    """`22 Nov 2026`, or `2026-11-22` on Chinese paper."""
    if language.startswith("zh"):
        return f"{value:%Y-%m-%d}"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime, language: str) -> str:
    return f"{day(value, language)} {value:%H:%M}"


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
