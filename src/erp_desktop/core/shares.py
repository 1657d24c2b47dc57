"""How much of a whole is done, as people are told it: one rule for chips, bars, lists and boards.

Half a per cent counts up. But nothing is at 100 % before all of it is done, and what has begun is
not at 0 %: both would be a lie at a glance.
"""

from decimal import ROUND_HALF_UP, Decimal


def percent(done: Decimal | int, whole: Decimal | int) -> int:
    """The per cent that is done, 0 to 100; 0 of nothing."""
    if whole <= 0 or done <= 0:
        return 0
    if done >= whole:
        return 100
    share = (100 * Decimal(done) / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP)
    return min(max(int(share), 1), 99)


def fraction(done: Decimal | int, whole: Decimal | int) -> str:
    """The same as a state carries it: 0.43."""
    return f"{Decimal(percent(done, whole)) / 100:.2f}"


def fraction_sql(done: str, whole: str) -> str:
    """The same as SQL of two whole numbers, for what is begun and not done: 0.00 to 0.99."""
    share = f"((200 * {done} + {whole}) / (2 * {whole}))"
    return (
        f"CASE WHEN {done} <= 0 THEN '0.00' WHEN {share} < 1 THEN '0.01' WHEN {share} > 99 "
        f"THEN '0.99' WHEN {share} < 10 THEN '0.0' || {share} ELSE '0.' || {share} END"
    )
