"""Sharing an amount so that the shares sum to it exactly: largest remainder, ties to the earlier.

>>> shared(1000, [300, 300, 300], minor=1)        # LEDGER L-68 in cents
[334, 333, 333]
>>> shared(10000, [3, 3, 1], minor=1)             # LEDGER L-30 by quantity
[4286, 4286, 1428]
"""

from collections.abc import Mapping, Sequence

from erp_desktop.core.money import divided


def shared(total: int, weights: Sequence[int], minor: int) -> list[int]:
    """`total` in proportion to `weights`, each share whole minor units (LEDGER, Allocation).

    All weights zero means: in equal parts. A total that is not whole minor units is a bug.
    """
    if not weights:
        return []
    units, rest = divmod(total, minor)
    if rest:
        raise ValueError(f"{total} is not whole units of {minor}")
    whole = sum(weights)
    if whole == 0:
        weights, whole = [1] * len(weights), len(weights)
    floors = [divmod(units * weight, whole) for weight in weights]
    short = units - sum(share for share, _ in floors)
    # A negative whole makes remainders negative or zero: the order by size still holds.
    order = sorted(range(len(weights)), key=lambda at: -abs(floors[at][1]))
    more = set(order[:short])
    return [(share + (at in more)) * minor for at, (share, _) in enumerate(floors)]


def spread(total: int, quantities: Mapping[int, int], home: int, minor: int) -> dict[int, int]:
    """The value of one scope over its warehouses: a unit costs the same in each of them, also
    where less than nothing is held, and an empty shelf is worth nothing (LEDGER L-1); exact in sum.

    Where all of them together hold nothing, it stands at `home`.
    """
    known = dict(sorted({home: 0, **quantities}.items()))
    if not sum(known.values()):
        return dict.fromkeys(known, 0) | {home: total}
    return dict(zip(known, shared(total, list(known.values()), minor), strict=True))


def cumulative(amount: int, before: int, part: int, whole: int, minor: int) -> int:
    """The share of `part` after `before` were taken: all shares together are `amount` (L-34)."""
    upto = divided(amount * (before + part), whole * minor) * minor
    return upto - divided(amount * before, whole * minor) * minor
