"""When to order again and how much: minimum, safety, use over the lead time, packs.

Everything counts in quantity parts. A minimum that follows the use is safety + daily use x lead
time (LEDGER L-47), raised or lowered by what the same weeks of last year did. What is ordered
brings the product to its target, in whole packs, and never less than the supplier sells.

    >>> unit = 1_000_000
    >>> dynamic_minimum(10 * unit, Use(360 * unit, 90), 7) // unit          # L-47
    38
    >>> to_order(forecast=8 * unit, minimum=10 * unit, target=50 * unit) // unit   # L-46
    42
    >>> to_order(forecast=38 * unit, minimum=10 * unit, target=50 * unit)
    0
"""

from typing import NamedTuple

from erp_desktop.core.money import ONE_QUANTITY

LEAST_SEASON, MOST_SEASON = (1, 2), (3, 1)
YEAR_DAYS = 365
SEASON_DAYS = 28  # the weeks of last year that stand for those to come


class Use(NamedTuple):
    """So much was used in so many days; the coming weeks are expected to use `up`/`down` of it."""

    quantity: int = 0
    days: int = 1
    up: int = 1
    down: int = 1

    def over(self, days: int) -> int:
        """What will be used in so many days, rounded up to a whole unit."""
        if self.quantity <= 0:
            return 0
        parts = -(-self.quantity * days * self.up // (self.days * self.down))
        return -(-parts // ONE_QUANTITY) * ONE_QUANTITY


def season(coming: int, before: int, before_days: int) -> tuple[int, int]:
    """How last year's same weeks compared to the time before them, as an exact fraction.

    `coming` is what SEASON_DAYS used, `before` what `before_days` used. It stays between a half
    and three, so that one strange month does not order for years.
    """
    if coming <= 0 or before <= 0:
        return (1, 1)
    up, down = coming * before_days, before * SEASON_DAYS
    for limit, wrong in ((LEAST_SEASON, -1), (MOST_SEASON, 1)):
        if (up * limit[1] - down * limit[0]) * wrong > 0:
            return limit
    return up, down


def dynamic_minimum(safety: int, use: Use, lead_days: int) -> int:
    """Safety and what is used until an order arrives (LEDGER L-47)."""
    return safety + use.over(lead_days)


def to_order(forecast: int, minimum: int, target: int, pack: int = 0, least: int = 0) -> int:
    """What to order now; nothing while what will be there is not below the minimum (L-46)."""
    if forecast >= minimum:
        return 0
    wanted = max(max(target, minimum) - forecast, least)
    return -(-wanted // pack) * pack if pack > 0 else wanted
