"""Restating: when a fact arrives late, what came after it is told again, at once and exactly.

A back-dated receipt, a bill at another price, freight, a reversal: each changes the story of a
product from some moment on. `retell` loads the story from there, puts the new events in their
place, replays it with the same function that posted it, and says what came out differently. The
ledger then *appends* those differences, naming the document that caused them; nothing is edited
(LEDGER L-20 to L-29). Documents that were reversed, and their reversals, are not part of the
story any more: all later figures are as if neither had been.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.replay import Event, Outcome, Sold, replay
from erp_desktop.models.books import Books, marks
from erp_desktop.services.stock.places import places

Key = tuple[int, int]  # business time, then sequence of the document

STATED = frozenset({"supplier", "opening", "production"})  # their goods come with a stated value

_STORY = """
SELECT m.id, m.source_id, m.target_id, m.quantity, m.happened_at, m.sequence, m.answers_id,
       m.counted, m.line_id, m.document_id, m.booked_on,
       COALESCE(SUM(CASE WHEN e.kind = 'cost' THEN e.amount END), 0),
       COALESCE(SUM(CASE WHEN e.kind = 'variance' THEN e.amount END), 0)
FROM stock_move m
JOIN document d ON d.id = m.document_id
LEFT JOIN stock_value_entry e ON e.move_id = m.id
WHERE m.product_id = ? AND (m.happened_at, m.sequence) >= (?, ?)
  AND d.state <> 'reversed' AND d.kind <> 'reversal'
GROUP BY m.id
ORDER BY m.happened_at, m.sequence, m.id
"""


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
    cost: int
    variance: int


class Correction(NamedTuple):
    """What the books say differently about an earlier move now. For a count: signed, into it."""

    move: Told
    quantity: int
    cost: int
    variance: int


@dataclass(slots=True)
class Retold:
    """The outcome: new events' figures, corrections of old ones, and what is on hand at the end."""

    outcomes: dict[int, Outcome] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    holdings: dict[int, Holding] = field(default_factory=dict)
    lowest: dict[int, int] = field(default_factory=dict)  # by place, from the first change on


@dataclass(slots=True)
class Pending:
    """An event that is about to be posted, and its place in time."""

    key: Key
    event: Event


def retell(
    books: Books,
    product_id: int,
    since: Key,
    pending: Sequence[Pending] = (),
    revalued: Mapping[int, int] | None = None,
) -> Retold:
    """Tell a product's story again from `since` on, with `pending` events in their place.

    `revalued` is by how much the stated value of earlier receipts changes. Nothing is written.
    """
    start = _before(books, product_id, since)
    if start is None:
        start, since = {}, (0, 0)
    story = [Told(*row) for row in books.rows(_STORY, (product_id, *since))]
    counts, story = _gather_counts(books, story)
    own = {place.id for place in places(books).values() if place.own}
    stated = {place.id for place in places(books).values() if place.kind in STATED}
    events = [(_key(told), _event(told, own, stated, revalued or {})) for told in story]
    events.extend((new.key, new.event) for new in pending)
    events.sort(key=lambda item: (item[0], item[1].move))
    ordered = [event for _, event in events]
    inside = {event.move for event in ordered}
    answered = {event.answers for event in ordered if event.answers not in inside} - {0}
    sold = sold_before(books, product_id, since, answered)
    return _compare(books, story, counts, ordered, start, sold)


def _key(told: Told) -> Key:
    return told.happened_at, told.sequence


def _event(told: Told, own: set[int], stated: set[int], revalued: Mapping[int, int]) -> Event:
    if told.counted is not None:
        place = told.source_id if told.source_id in own else told.target_id
        return Event(told.id, 0, place, 0, None, 0, told.counted)
    given = told.cost + revalued.get(told.id, 0) if told.source_id in stated else None
    return Event(
        told.id,
        told.source_id if told.source_id in own else 0,
        told.target_id if told.target_id in own else 0,
        told.quantity,
        given,
        told.answers_id or 0,
    )


class _Counted(NamedTuple):
    """A count with all its moves together, signed into the place."""

    quantity: int
    cost: int
    variance: int


def _gather_counts(books: Books, story: Iterable[Told]) -> tuple[dict[int, _Counted], list[Told]]:
    """Fold a count's later moves into its first one."""
    kinds = places(books)
    counts: dict[int, _Counted] = {}
    told_once = []
    for told in story:
        head = told.answers_id if told.answers_id in counts else None
        if told.counted is None and head is None:
            told_once.append(told)
            continue
        sign = 1 if kinds[told.target_id].own else -1
        so_far = counts.get(head or told.id, _Counted(0, 0, 0))
        counts[head or told.id] = _Counted(
            so_far.quantity + sign * told.quantity,
            so_far.cost + sign * told.cost,
            so_far.variance + told.variance,
        )
        if head is None:
            told_once.append(told)
    return counts, told_once


def _compare(
    books: Books,
    story: list[Told],
    counts: dict[int, _Counted],
    events: list[Event],
    start: dict[int, Holding],
    sold: dict[int, Sold],
) -> Retold:
    known = {told.id: told for told in story}
    minor = books.minor
    result = Retold(holdings=start)
    for event, outcome in _paired(events, start, sold, minor):
        place = event.source or event.target
        result.lowest[place] = min(result.lowest.get(place, outcome.lowest), outcome.lowest)
        told = known.get(outcome.move)
        if told is None:
            result.outcomes[outcome.move] = outcome
            continue
        was = counts.get(told.id) or _Counted(told.quantity, told.cost, told.variance)
        change = Correction(
            told,
            outcome.quantity - was.quantity,
            outcome.cost - was.cost,
            outcome.variance - was.variance,
        )
        if change.quantity or change.cost or change.variance:
            result.corrections.append(change)
    return result


def _paired(
    events: list[Event], holdings: dict[int, Holding], sold: dict[int, Sold], minor: int
) -> Iterator[tuple[Event, Outcome]]:
    told = replay(events, holdings, sold, lambda: Holding(minor))
    return zip(events, told, strict=True)


def _before(books: Books, product_id: int, since: Key) -> dict[int, Holding] | None:
    """What was held in each place just before `since`; None = tell it from the beginning.

    A sum knows quantity and value, and the cost as their quotient while something is held; where
    a place was empty or below zero, only its history knows the last cost.
    """
    own = {place.id for place in places(books).values() if place.own}
    held: dict[int, list[int]] = {}
    where = "WHERE m.product_id = ? AND (m.happened_at, m.sequence) < (?, ?)"
    for source, target, quantity in books.rows(
        "SELECT m.source_id, m.target_id, SUM(m.quantity) FROM stock_move m "  # noqa: S608
        f"{where} GROUP BY m.source_id, m.target_id",
        (product_id, *since),
    ):
        for place, sign in ((source, -1), (target, 1)):
            if place in own:
                held.setdefault(place, [0, 0])[0] += sign * quantity
    for source, target, kind, amount in books.rows(
        "SELECT m.source_id, m.target_id, e.kind, SUM(e.amount) FROM stock_move m "  # noqa: S608
        f"JOIN stock_value_entry e ON e.move_id = m.id {where} "
        "GROUP BY m.source_id, m.target_id, e.kind",
        (product_id, *since),
    ):
        for place, sign in value_ends(source, target, kind, own):
            held[place][1] += sign * amount
    if any(quantity <= 0 for quantity, _ in held.values()):
        return None
    minor = books.minor
    return {place: Holding(minor, q, v, v, q) for place, (q, v) in held.items()}


def value_ends(source: int, target: int, kind: str, own: set[int]) -> tuple[tuple[int, int], ...]:
    """The places of ours whose value an entry changes, with the sign it does so."""
    if kind == "variance":  # stays in the place of ours
        return ((target if target in own else source, 1),)
    return tuple((place, sign) for place, sign in ((source, -1), (target, 1)) if place in own)


def sold_before(
    books: Books, product_id: int, since: Key | None, answered: Iterable[int]
) -> dict[int, Sold]:
    """The outgoing moves `answered` by returns: what they cost, what came back before `since`."""
    wanted = sorted(set(answered))
    sold: dict[int, Sold] = {}
    for first in range(0, len(wanted), 500):
        some = wanted[first : first + 500]
        for move_id, quantity, cost in books.rows(
            "SELECT m.id, m.quantity, COALESCE(SUM(e.amount), 0) FROM stock_move m "  # noqa: S608
            "LEFT JOIN stock_value_entry e ON e.move_id = m.id AND e.kind = 'cost' "
            f"WHERE m.id IN ({marks(some)}) GROUP BY m.id, m.quantity",
            some,
        ):
            sold[move_id] = Sold(quantity, cost)
        for move_id, returned in books.rows(
            "SELECT m.answers_id, SUM(m.quantity) FROM stock_move m "  # noqa: S608
            "JOIN document d ON d.id = m.document_id "
            f"WHERE m.answers_id IN ({marks(some)}) AND m.product_id = ? "
            "AND (m.happened_at, m.sequence) < (?, ?) "
            "AND d.state <> 'reversed' AND d.kind <> 'reversal' GROUP BY m.answers_id",
            [*some, product_id, *(since or (2**62, 0))],
        ):
            sold[move_id].returned = returned
    return sold


def last_return(books: Books, answered: Sequence[int | None]) -> int:
    """When the newest return of these moves happened; 0 when nothing came back yet."""
    found = books.value(
        f"SELECT MAX(happened_at) FROM stock_move WHERE answers_id IN ({marks(answered)})",  # noqa: S608
        answered,
    )
    return int(found or 0)


def keys_of(books: Books, move_ids: Sequence[int]) -> list[Key]:
    """The places in time of moves."""
    if not move_ids:
        return []
    return [
        (row[0], row[1])
        for row in books.rows(
            f"SELECT happened_at, sequence FROM stock_move WHERE id IN ({marks(move_ids)})",  # noqa: S608
            move_ids,
        )
    ]
