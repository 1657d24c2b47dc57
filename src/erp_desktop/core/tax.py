"""Tax and discount of a document: ONE calculation for receipt, invoice, register and export.

A line's amount is rounded first (quantity x price less its discount); the discount on the whole
document is shared over the lines by largest remainder; then tax is taken once per rate from the
sum of the rounded lines, and shared back over them, so that printed lines always add up to the
printed total and anyone can check it with a pocket calculator (LEDGER L-62 to L-72).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core.allocation import cumulative, shared
from erp_desktop.core.errors import DiscountTooLarge, NotAmong, NotPositive
from erp_desktop.core.money import (
    ONE_QUANTITY,
    QUANTITY_PLACES,
    divided,
    in_coins,
    money,
    parts,
    quantity,
    value_of,
)

ONE_PERCENT = 1_000_000  # a rate of 13 % is 13_000_000: percents have six places like quantities
HUNDRED = 100 * ONE_PERCENT


def rate_parts(percent: Decimal) -> int:
    """A tax rate as it is kept. Raises NotPositive, NotAmong (above 100), TooManyPlaces."""
    if percent < 0:
        raise NotPositive("tax", percent)
    if percent > 100:
        raise NotAmong("tax", f"{percent:f}", "0–100")
    return parts(percent, QUANTITY_PLACES)


@dataclass(frozen=True, slots=True)
class Priced:
    """One line as agreed: parts of quantity and price, a discount, a tax rate in percent parts."""

    quantity: int
    price: int
    rate: int = 0
    percent: int = 0  # discount on the line
    off: int = 0  # discount on the line, as money
    stated: int | None = None  # the document states the amount itself
    per: int = ONE_QUANTITY  # the price is of so much (a case holds 12)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What one line comes to, in money parts: total = net + tax; discount is what was taken off."""

    net: int
    tax: int
    discount: int

    @property
    def total(self) -> int:
        return self.net + self.tax

    def share(self, before: int, part: int, whole: int, minor: int, *, included: bool) -> "Amounts":
        """What `part` of the line's quantity comes to after `before` of it: all shares together
        are the line (L-34). The figure that was agreed is shared first: with `included` that is
        the total, so that one of two at 100.00 is 100.00 and not 88.50 + 11.51 (L-69)."""

        def of(amount: int) -> int:
            return cumulative(amount, before, part, whole, minor)

        tax = of(self.tax)
        net = of(self.total) - tax if included else of(self.net)
        return Amounts(net, tax, of(self.discount))


@dataclass(frozen=True, slots=True)
class TaxGroup:
    """All lines of one rate."""

    rate: int
    net: int
    tax: int


@dataclass(frozen=True, slots=True)
class PricedDocument:
    """All lines and the sums of the document."""

    lines: tuple[Amounts, ...]
    groups: tuple[TaxGroup, ...]

    @property
    def net(self) -> int:
        return sum(group.net for group in self.groups)

    @property
    def tax(self) -> int:
        return sum(group.tax for group in self.groups)

    @property
    def total(self) -> int:
        return self.net + self.tax

    @property
    def discount(self) -> int:
        return sum(line.discount for line in self.lines)


def price_document(
    lines: Sequence[Priced], *, included: bool, minor: int, whole_discount: int = 0
) -> PricedDocument:
    """The amounts of every line and tax group.

    `included`: prices contain the tax. `whole_discount` is in the same basis as the prices.
    Raises DiscountTooLarge when a discount exceeds what it is taken from, NotPositive for one
    that would add, TooManyPlaces for one that no coin is small enough for.
    """
    listed = [value_of(line.quantity, line.price, minor, line.per) for line in lines]
    agreed = [_after_discount(line, full, minor) for line, full in zip(lines, listed, strict=True)]
    agreed = _less_whole(agreed, whole_discount, minor)
    taxes = [0] * len(lines)
    groups = []
    for rate in dict.fromkeys(line.rate for line in lines):
        members = [at for at, line in enumerate(lines) if line.rate == rate]
        amounts = [agreed[at] for at in members]
        tax = _group_tax(sum(amounts), rate, minor, included=included)
        for at, share in zip(members, shared(tax, amounts, minor), strict=True):
            taxes[at] = share
        net = sum(amounts) - tax if included else sum(amounts)
        groups.append(TaxGroup(rate, net, tax))
    rows = [
        Amounts(amount - tax if included else amount, tax, full - amount)
        for full, amount, tax in zip(listed, agreed, taxes, strict=True)
    ]
    return PricedDocument(tuple(rows), tuple(groups))


def _after_discount(line: Priced, full: int, minor: int) -> int:
    if line.stated is not None:
        return line.stated
    amount = full
    if line.off < 0:
        raise NotPositive("discount", money(line.off))
    if not 0 <= line.percent <= HUNDRED:
        raise DiscountTooLarge(f"{quantity(line.percent):f}%", "100%")
    if line.percent:
        exact = line.quantity * line.price * (HUNDRED - line.percent) * ONE_QUANTITY
        amount = divided(exact, 10**8 * HUNDRED * minor * line.per) * minor
    if in_coins(line.off, minor) > abs(amount):
        raise DiscountTooLarge(money(line.off), money(full))
    return amount - line.off if amount >= 0 else amount + line.off


def _less_whole(amounts: list[int], whole: int, minor: int) -> list[int]:
    """Take the document's discount from the lines that cost something."""
    if not whole:
        return amounts
    weights = [max(amount, 0) for amount in amounts]
    if whole < 0:
        raise NotPositive("discount", money(whole))
    if in_coins(whole, minor) > sum(weights):
        raise DiscountTooLarge(money(whole), money(sum(weights)))
    shares = shared(whole, weights, minor)
    return [amount - share for amount, share in zip(amounts, shares, strict=True)]


def _group_tax(amount: int, rate: int, minor: int, *, included: bool) -> int:
    below = HUNDRED + rate if included else HUNDRED
    return divided(amount * rate, below * minor) * minor
