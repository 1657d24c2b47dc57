"""A product's story as the ledger has it: its moves, in order, as the costing's events.

`Told` is a move with what it came to so far. Posting, restating and `verify` turn moves into
events here, so that all of them tell the same story.

A count of one bin alone names that bin at both of its ends, 0 being what lies in no bin; a count of
the whole warehouse names at most the bin of its own end, as the place where its difference goes.
"""

from collections.abc import Container, Iterable, Mapping
from typing import Final, NamedTuple

from erp_desktop.core.costing.events import Event
from erp_desktop.models.books import Books

STATED: Final = frozenset({"supplier", "opening", "production"})  # their goods come with a value

# Every reader of stories selects these, in this order.
MOVE_COLUMNS: Final = (
    "m.id, m.source_id, m.target_id, m.quantity, m.happened_at, m.sequence, m.answers_id, "
    "m.counted, m.line_id, m.document_id, m.booked_on, m.lot_id, m.source_bin_id, m.target_bin_id"
)


class Told(NamedTuple):
    """One move of the story as the books have it."""

    id: int
    source_id: int
    target_id: int
    quantity: int
    happened_at: int
    sequence: int
    answers_id: int | None
    counted: int | None
    line_id: int
    document_id: int
    booked_on: int
    lot_id: int | None
    source_bin_id: int | None
    target_bin_id: int | None
    cost: int = 0
    variance: int = 0
    price: int = 0

    @property
    def key(self) -> tuple[int, int]:
        return self.happened_at, self.sequence


class Came(NamedTuple):
    """What a move came to; a count with all its moves together, signed into the place."""

    quantity: int
    cost: int
    variance: int
    price: int


class Ends(NamedTuple):
    """Which places are ours and in which scope, and from which goods come with a stated value."""

    scopes: Mapping[int, int]
    stated: frozenset[int]


def event_of(told: Told, ends: Ends, more: int = 0) -> Event:
    """The move as an event; `more` is by how much its stated value changes."""
    scopes = ends.scopes
    source, target = told.source_id, told.target_id
    from_bin, into_bin = told.source_bin_id, told.target_bin_id
    if told.counted is not None:
        place = source if source in scopes else target
        return Event(
            told.id, 0, scopes[place], 0, None, 0, told.counted, told.happened_at, told.sequence,
            told.lot_id or 0, 0, place, "", 0, 0, from_bin or into_bin or 0,
            from_bin is not None and into_bin is not None,
        )  # fmt: skip
    return Event(
        told.id,
        scopes.get(source, 0),
        scopes.get(target, 0),
        told.quantity,
        told.cost + more if source in ends.stated else None,
        told.answers_id or 0,
        None,
        told.happened_at,
        told.sequence,
        told.lot_id or 0,
        source if source in scopes else 0,
        target if target in scopes else 0,
        "",
        0,
        from_bin or 0,
        into_bin or 0,
    )


def gather_counts(
    story: Iterable[Told], own: Mapping[int, int]
) -> tuple[dict[int, Came], list[Told]]:
    """Fold a count's later moves into its first one: together they came to its figures."""
    counts: dict[int, Came] = {}
    told_once = []
    for told in story:
        head = told.answers_id if told.answers_id in counts else None
        if told.counted is None and head is None:
            told_once.append(told)
            continue
        sign = 1 if told.target_id in own else -1
        so_far = counts.get(head or told.id, Came(0, 0, 0, 0))
        counts[head or told.id] = Came(
            so_far.quantity + sign * told.quantity,
            so_far.cost + sign * told.cost,
            so_far.variance + told.variance,
            so_far.price + told.price,
        )
        if head is None:
            told_once.append(told)
    return counts, told_once


class Method(NamedTuple):
    """How a product was costed at first, and the changes since, as events of its story."""

    first: str
    standard: int
    changes: tuple[Event, ...]

    @property
    def sums_suffice(self) -> bool:
        """Can a holding be read off the sums of the ledger, without its history?"""
        return not self.changes and self.first in {"average", "standard"}


def method_of(books: Books, product_id: int) -> Method:
    """The method of a product through time. Changes that were reversed are none."""
    rows = books.rows(
        "SELECT c.id, c.happened_at, c.sequence, c.was, c.standard_was, c.becomes, c.standard "
        "FROM costing_change c JOIN document d ON d.id = c.document_id "
        "WHERE c.product_id = ? AND d.state <> 'reversed' ORDER BY c.happened_at, c.sequence, c.id",
        (product_id,),
    )
    if not rows:
        now = books.row("SELECT costing, standard_cost FROM product WHERE id = ?", (product_id,))
        return Method(now[0] if now else "average", (now[1] or 0) if now else 0, ())
    changes = tuple(
        Event(-row[0], 0, 0, 0, at=row[1], sequence=row[2], becomes=row[5], standard=row[6] or 0)
        for row in rows
    )
    return Method(rows[0][3], rows[0][4] or 0, changes)


def value_ends(
    source: int, target: int, kind: str, own: Container[int]
) -> tuple[tuple[int, int], ...]:
    """The places of ours whose value an entry changes, with the sign it does so."""
    if kind != "cost":  # variance and price stay in the place of ours
        return ((target if target in own else source, 1),)
    return tuple((place, sign) for place, sign in ((source, -1), (target, 1)) if place in own)
