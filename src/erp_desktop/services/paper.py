"""A document about to be posted, in whole parts: what the use cases build and `posting` writes.

Use cases (receiving, selling, counting …) know the story; they end in one `Paper`: the header,
its lines, the goods it moves, the value it states, the money it books. `services/posting.post`
writes all of it in one go, gives it its number and chains it.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from erp_desktop.core.costing.events import Event
from erp_desktop.core.money import value_of
from erp_desktop.core.states import Kind, State


@dataclass(slots=True)
class Line:
    """One line of the paper (whole parts, stock units)."""

    product_id: int | None = None
    sku: str = ""
    name: str = ""
    quantity: int = 0
    unit: str = ""
    factor: int = 1_000_000
    price: int = 0
    percent_off: int = 0
    off: int = 0  # taken off this line as an amount; `discount` is all of it, shares included
    discount: int = 0
    rate: int = 0
    net: int = 0
    tax: int = 0
    answers_id: int | None = None
    place_id: int | None = None
    counted: int | None = None
    expected: int | None = None
    happened_at: int | None = None
    lot: str | None = None
    expires_on: int | None = None
    note: str = ""
    bin_id: int | None = None
    pieces: int | None = None
    rejected: int | None = None
    serials: str | None = None  # JSON list
    reason: str | None = None  # why it was rejected
    promotion: int | None = None  # 1: goods the supplier gave for nothing
    unit_price: int | None = None  # of one of `unit`, where that is not the stock unit

    def worth(self, minor: int) -> int:
        """What its quantity comes to at its price, rounded once."""
        if self.unit_price is None:
            return value_of(self.quantity, self.price, minor)
        return value_of(self.quantity, self.unit_price, minor, self.factor)


@dataclass(slots=True)
class Goods:
    """Goods that this paper moves: the line it stands on, from where to where, how much.

    `value` is what the paper states they are worth (receipts); None lets the costing find it.
    `answers_id` is the earlier move that a linked return brings back.
    """

    line: int  # position in `Paper.lines`
    product_id: int
    source_id: int
    target_id: int
    quantity: int
    value: int | None = None
    answers_id: int | None = None
    counted: int | None = None
    at: int | None = None
    lot_id: int | None = None
    # only in a reversal: the place in time of the document it answers, and its differences
    sequence: int | None = None
    variance: int = 0
    price: int = 0
    source_bin_id: int | None = None
    target_bin_id: int | None = None
    pieces: int | None = None


class Rule(NamedTuple):
    """What posting must know of a product: how it is costed and tracked, and what it refuses."""

    sku: str
    negative: str
    costing: str = "average"
    standard: int = 0  # in price parts
    track: str = "none"
    changed_at: int = 0  # when its method last changed
    catch: bool = False  # pieces are kept beside the weight

    @property
    def layered(self) -> bool:
        return self.costing in {"fifo", "specific"}


@dataclass(slots=True)
class Revalue:
    """A later fact about an earlier receipt: its move is worth `amount` more, against `role`."""

    move_id: int
    product_id: int
    amount: int
    role: str
    day: int  # the day of the books the receipt stands on


@dataclass(slots=True)
class Leg:
    """One amount for the journal: + debit, − credit."""

    role: str
    amount: int
    partner_id: int | None = None


@dataclass(slots=True)
class Paid:
    """Money that changed hands with this paper."""

    method: str
    amount: int
    given: int


@dataclass(slots=True)
class Settles:
    """`amount` of the open document `invoice_id` is settled by `by_id` (0 = this paper)."""

    invoice_id: int
    amount: int
    by_id: int = 0


@dataclass(slots=True)
class Paper:
    """The whole document."""

    kind: Kind
    at: int
    state: State = State.POSTED
    partner_id: int | None = None
    partner_name: str = ""
    partner_address: str = ""
    place_id: int | None = None
    to_place_id: int | None = None
    of_id: int | None = None
    reverses_id: int | None = None
    external_id: str | None = None
    below_stock: bool = False  # somebody with the right to it sells what is not there
    due_on: int | None = None
    reference: str = ""
    reason: str = ""
    note: str = ""
    tax_included: int = 0
    discount: int = 0
    net: int = 0
    tax: int = 0
    total: int = 0
    batch_id: int | None = None
    lines: list[Line] = field(default_factory=list)
    goods: list[Goods] = field(default_factory=list)
    revalues: list[Revalue] = field(default_factory=list)
    legs: list[Leg] = field(default_factory=list)
    payments: list[Paid] = field(default_factory=list)
    settles: list[Settles] = field(default_factory=list)
    allow_expired: bool = False  # somebody with the right to it lets expired goods be sold
    draft_id: int | None = None  # the draft that becomes this posted paper
    # Reversals of many papers together: the product's story is told again from this moment on;
    # None leaves that to a later paper of the same step, which then tells it once for all.
    retell: dict[int, tuple[int, int] | None] = field(default_factory=dict)
    # what posting must know of products that were read already, by product
    rules: dict[int, Rule] = field(default_factory=dict)
    # products that are costed otherwise from here on, and stories to tell again from a moment on
    recosts: dict[int, Event] = field(default_factory=dict)
    again: dict[int, tuple[int, int]] = field(default_factory=dict)


class Moved(NamedTuple):
    """What happened to the stock: signed quantity and value, + into the warehouse."""

    sku: str
    warehouse: str
    quantity: int
    value: int


@dataclass(frozen=True, slots=True)
class Warned:
    """A rule that let the posting through but wants to be heard (LEDGER L-41, *warn*)."""

    rule: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Posted:
    """The answer of every use case that posts."""

    id: int
    number: str
    moves: tuple[Moved, ...] = ()
    warnings: tuple[Warned, ...] = ()
    again: bool = False  # the sender's id was posted before: nothing was changed
