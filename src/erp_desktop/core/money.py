"""Exact amounts: money, quantities and prices are whole numbers of their smallest part.

The database keeps whole numbers, Python shows Decimals, and nothing in between is ever a float.
Money has four stored places, so that every currency's minor unit fits (0.0001); a *posted* amount
is always rounded to the shop's own minor unit (0.01 for CNY, 1 for JPY). Quantities and prices
have six. Hot paths (costing, posting) count in parts; commands and rows speak Decimal.

    >>> money_parts(Decimal("12.50"))
    125000
    >>> money(125000)
    Decimal('12.50')
    >>> divided(1, 2), divided(-1, 2), divided(5, 3)
    (1, -1, 2)
"""

from decimal import Decimal
from typing import Final

from erp_desktop.core.errors import NotANumber, TooManyPlaces

MONEY_PLACES: Final = 4
QUANTITY_PLACES: Final = 6
PRICE_PLACES: Final = 6
ONE_MONEY: Final = 10**MONEY_PLACES
ONE_QUANTITY: Final = 10**QUANTITY_PLACES
ONE_PRICE: Final = 10**PRICE_PLACES
# quantity parts x price parts, divided by this, are money parts
_VALUE_SCALE: Final = ONE_QUANTITY * ONE_PRICE // ONE_MONEY
ZERO: Final = Decimal(0)


def divided(numerator: int, denominator: int) -> int:
    """The quotient rounded half away from zero, exactly (LEDGER, Definitions)."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def minor_unit(exponent: int) -> int:
    """How many money parts the currency's minor unit has (100 for a currency with two places)."""
    return int(10 ** (MONEY_PLACES - exponent))


def proportion(amount: int, part: int, whole: int, minor: int) -> int:
    """`amount x part / whole`, rounded to the minor unit."""
    return divided(amount * part, whole * minor) * minor


def value_of(quantity: int, price: int, minor: int, per: int = ONE_QUANTITY) -> int:
    """What `quantity` is worth, in money parts, rounded to the minor unit.

    `price` is of so much as `per` says: of one, or of a case of 12. So a case at 13.99 costs
    13.99, where twelve times the price of a piece would not.
    """
    if per == ONE_QUANTITY:
        return divided(quantity * price, _VALUE_SCALE * minor) * minor
    return divided(quantity * price * ONE_QUANTITY, _VALUE_SCALE * minor * per) * minor


def parts(value: Decimal, places: int) -> int:
    """A decimal as a whole number of its smallest part; refuses what would need rounding."""
    if not value.is_finite():
        raise NotANumber(str(value))
    scaled = value.scaleb(places)
    whole = int(scaled)
    if scaled != whole:
        raise TooManyPlaces(f"{value:f}", places)
    return whole


def money_parts(value: Decimal) -> int:
    return parts(value, MONEY_PLACES)


def in_coins(amount: int, minor: int) -> int:
    """The amount itself (money parts), where the currency has coins for it. Raises TooManyPlaces.

    What is posted is always whole coins: a tenth of a cent could be neither paid nor shared.
    """
    if amount % minor:
        places = MONEY_PLACES + 1 - len(str(minor))
        raise TooManyPlaces(f"{money(amount):f}", places)
    return amount


def quantity_parts(value: Decimal) -> int:
    return parts(value, QUANTITY_PLACES)


def price_parts(value: Decimal) -> int:
    return parts(value, PRICE_PLACES)


def decimal_of(whole: int, places: int, at_least: int = 0) -> Decimal:
    """Parts as a Decimal without needless zeros, but with `at_least` places."""
    keep = places
    while keep > at_least and whole % 10 == 0:
        whole //= 10
        keep -= 1
    return Decimal(whole).scaleb(-keep)


def money(whole: int, places: int = 2) -> Decimal:
    """Money parts as a Decimal with the currency's places."""
    return decimal_of(whole, MONEY_PLACES, places)


def quantity(whole: int) -> Decimal:
    return decimal_of(whole, QUANTITY_PLACES)


def price(whole: int, places: int = 2) -> Decimal:
    return decimal_of(whole, PRICE_PLACES, places)


def unit_cost(value: int, held: int) -> Decimal:
    """A cost for display only: value over quantity, to four places (never stored)."""
    if held == 0:
        return ZERO
    return Decimal(divided(value * ONE_QUANTITY, held)).scaleb(-MONEY_PLACES)


def decimal_from(text: str) -> Decimal:
    """A number as people type it: spaces, thousands commas and a full-width dot are forgiven.

    Raises NotANumber for anything else, also for 1e5: an exponent in typed money is an accident.
    """
    plain = text.strip().replace(",", "").replace("，", "").replace("．", ".").replace(" ", "")
    plain = plain.replace("−", "-")
    digits = plain[1:] if plain[:1] in {"+", "-"} else plain
    if not digits or digits.strip("0123456789.") or digits.count(".") > 1 or digits == ".":
        raise NotANumber(text)
    return Decimal(plain)
