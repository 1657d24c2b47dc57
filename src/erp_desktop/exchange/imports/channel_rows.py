"""The rows of a channel's export gathered into orders, and what each order comes to.

What stands once for an order may stand in its first row only, or in each: the first one said
counts. Every order must come to the total that the channel says of it; how the pieces make that
total (tax in the prices or on top, a line's discount in the order's or beside it) is found out by
trying, since channels leave it open. What does not add up is told, not guessed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from typing import Final

from erp_desktop.exchange.imports.channels import STATUSES
from erp_desktop.exchange.imports.intake import SourceRow

ZERO: Final = Decimal(0)
_ONCE: Final = (
    "discount", "shipping", "taxes", "total", "fees", "payout", "refunded", "at", "cancelled_at",
    "paid_at", "status", "currency",
)  # fmt: skip


@dataclass(slots=True)
class ChannelOrder:
    """The rows of one order: those that count, those that were left out, by reason."""

    number: str
    first: SourceRow
    rows: list[SourceRow] = field(default_factory=list)
    left_out: list[tuple[SourceRow, str]] = field(default_factory=list)
    once: dict[str, SourceRow] = field(default_factory=dict)  # who says it first

    def said(self, name: str) -> Decimal:
        """An amount of the whole order; 0 when nobody says it."""
        row = self.once.get(name)
        return (row.decimal(name) if row is not None else None) or ZERO

    def has(self, name: str) -> bool:
        return name in self.once


@dataclass(frozen=True, slots=True)
class Money:
    """What an order is made of: each counting row's goods, and what stands beside them."""

    goods: tuple[Decimal, ...]
    discount: Decimal  # to be shared over the goods
    shipping: Decimal
    taxes: Decimal
    on_top: bool  # whether the taxes come on top of the rest
    other: Decimal = ZERO  # charged beyond all that is named (gift wrap, tips)

    @property
    def total(self) -> Decimal:
        own = sum(self.goods, ZERO) - self.discount + self.shipping + self.other
        return own + self.taxes if self.on_top else own


def gathered(rows: Iterable[SourceRow], *, paid_known: bool) -> dict[str, ChannelOrder]:
    """Orders by their number. `paid_known`: the file says when each was paid, or not at all."""
    orders: dict[str, ChannelOrder] = {}
    for row in rows:
        number = row.text("number")
        if number is None:
            continue
        order = orders.setdefault(number, ChannelOrder(number, row))
        for name in _ONCE:
            if row.values.get(name) is not None:
                order.once.setdefault(name, row)
        order.rows.append(row)
    for order in orders.values():
        _leave_out(order, paid_known=paid_known)
    return orders


def _leave_out(order: ChannelOrder, *, paid_known: bool) -> None:
    """Set aside what was cancelled, never paid, or paid back."""
    of_all = ""
    if order.has("cancelled_at"):
        of_all = "cancelled"
    elif paid_known and not order.has("paid_at"):
        of_all = "unpaid"
    elif order.has("total") and not order.said("total") and order.said("refunded"):
        of_all = "refunded"
    kept = []
    for row in order.rows:
        reason = of_all or _reason(order, row)
        if reason:
            order.left_out.append((row, reason))
        else:
            kept.append(row)
    order.rows = kept


def _reason(order: ChannelOrder, row: SourceRow) -> str:
    """Why a row is no sale; empty when it is one."""
    status = order.once.get("status")
    own = row.text("status") or (status.text("status") if status is not None else None)
    after = STATUSES.get((row.text("after_sale") or "").casefold(), "")
    return after or STATUSES.get((own or "").casefold(), "")


def money_of(order: ChannelOrder) -> Money | None:
    """What the order is made of, so that it comes to its stated total; None when it does not."""
    wanted = _stated(order)
    first: Money | None = None
    for within, on_top in product((False, True), (False, True)):
        tried = _tried(order, within=within, on_top=on_top)
        first = first or tried
        if wanted is None or tried.total == wanted:
            return tried
    if first is not None and order.has("payout") and wanted is not None and wanted > first.total:
        return Money(
            first.goods, first.discount, first.shipping, ZERO, on_top=False,
            other=wanted - first.total,
        )  # fmt: skip
    return None


def stated_total(order: ChannelOrder) -> Decimal:
    """What the order comes to in the file, as far as it says so: also of one that is left out."""
    wanted = _stated(order)
    return _tried(order, within=False, on_top=False).total if wanted is None else wanted


def _stated(order: ChannelOrder) -> Decimal | None:
    if order.has("payout"):
        return order.said("payout") + order.said("fees")
    return order.said("total") if order.has("total") and not order.left_out else None


def _tried(order: ChannelOrder, *, within: bool, on_top: bool) -> Money:
    """One reading: a line's discount `within` that of the order or beside it; tax `on_top` or in
    the prices."""
    rows = order.rows or [row for row, _ in order.left_out]
    goods = tuple(amount_of(row, less=not within) for row in rows)
    shipping = sum((row.decimal("line_shipping") or ZERO for row in rows), order.said("shipping"))
    return Money(goods, order.said("discount"), shipping, order.said("taxes"), on_top=on_top)


def amount_of(row: SourceRow, *, less: bool = True) -> Decimal:
    """What the goods of a row come to, less the line's own discount."""
    stated = row.decimal("amount")
    off = (row.decimal("line_discount") or ZERO) if less else ZERO
    if stated is not None:
        return stated - off
    return (row.decimal("quantity") or ZERO) * (row.decimal("price") or ZERO) - off


def title_of(row: SourceRow) -> str:
    """What the channel calls the goods: their title, with the variant behind it."""
    parts = (row.text("name"), row.text("variant"))
    return " · ".join(part.replace("\u202f", " ") for part in parts if part)


def titles(rows: Iterable[SourceRow]) -> Iterator[str]:
    """Every title once, in the order of the file."""
    yield from dict.fromkeys(title for row in rows if (title := title_of(row)))
