"""Restating: when a fact arrives late, what came after it is told again, at once and exactly.

A back-dated receipt, a bill at another price, freight, a reversal: each changes the story of a
product from some moment on. `retell` loads the story from there, puts the new events in their
place, replays it with the same function that posted it, and says what came out differently. The
ledger then *appends* those differences, naming the document that caused them; nothing is edited
(LEDGER L-20 to L-29). Documents that were reversed, and their reversals, are not part of the
story any more: all later figures are as if neither had been.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from erp_desktop.core.costing.replay import Event, Outcome, Parcel, Pool, Sold, Story, replay
from erp_desktop.models.books import Books, marks
from erp_desktop.services.stock.places import places, scopes, whole_shop
from erp_desktop.services.stock.story import (
    MOVE_COLUMNS,
    STATED,
    Came,
    Ends,
    Method,
    Told,
    event_of,
    gather_counts,
    method_of,
    value_ends,
)

Key = tuple[int, int]  # business time, then sequence of the document

_STORY = f"""
SELECT {MOVE_COLUMNS},
       COALESCE(SUM(CASE WHEN e.kind = 'cost' THEN e.amount END), 0),
       COALESCE(SUM(CASE WHEN e.kind = 'variance' THEN e.amount END), 0),
       COALESCE(SUM(CASE WHEN e.kind = 'price' THEN e.amount END), 0)
FROM stock_move m
JOIN document d ON d.id = m.document_id
LEFT JOIN stock_value_entry e ON e.move_id = m.id
WHERE m.product_id = ? AND (m.happened_at, m.sequence) >= (?, ?)
  AND d.state <> 'reversed' AND d.kind <> 'reversal'
GROUP BY m.id
ORDER BY m.happened_at, m.sequence, m.id
"""  # noqa: S608  (our own names)


class Correction(NamedTuple):
    """What the books say differently about an earlier move now. For a count: signed, into it."""

    move: Told
    quantity: int
    cost: int
    variance: int
    price: int

    def __bool__(self) -> bool:
        return bool(self.quantity or self.cost or self.variance or self.price)


@dataclass(slots=True)
class Retold:
    """The outcome: new events' figures, corrections of old ones, and what is on hand at the end."""

    outcomes: dict[int, Outcome] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    holdings: dict[int, Pool] = field(default_factory=dict)
    places: dict[int, int] | None = None  # by warehouse, where a scope has several
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
    method = method_of(books, product_id)
    start = _before(books, product_id, since, method)
    if start is None:
        start, since = Story(books.minor, method.first, method.standard), (0, 0)
        start.places = {} if whole_shop(books) else None
    told = [Told(*row) for row in books.rows(_STORY, (product_id, *since))]
    counts, told = gather_counts(told, scopes(books))
    ends = ends_of(books)
    revalued = revalued or {}
    events = [(move.key, event_of(move, ends, revalued.get(move.id, 0))) for move in told]
    events.extend((new.key, new.event) for new in pending)
    events.extend(((change.at, change.sequence), change) for change in method.changes)
    events.sort(key=lambda item: (item[0], item[1].move))
    ordered = [event for _, event in events]
    if any((event.counted is not None and event.lot) or event.becomes == "specific"
           for event in ordered):  # fmt: skip
        start.lots = lots_before(books, product_id, since)
    if any(event.one_bin for event in ordered):
        start.bins = bins_before(books, product_id, since)
    inside = {event.move for event in ordered}
    answered = {event.answers for event in ordered if event.answers not in inside} - {0}
    start.sold = sold_before(books, product_id, since, answered)
    return _compare(told, counts, ordered, start)


def ends_of(books: Books) -> Ends:
    """Which places are ours, and which state what goods are worth."""
    stated = frozenset(place.id for place in places(books).values() if place.kind in STATED)
    return Ends(scopes(books), stated)


def _compare(
    story: list[Told], counts: dict[int, Came], events: list[Event], start: Story
) -> Retold:
    known = {told.id: told for told in story}
    result = Retold(holdings=start.holdings)
    lowest = result.lowest
    for event, outcome in zip(events, replay(events, start), strict=True):
        place = event.leaves or event.enters
        if outcome.lowest < lowest.get(place, outcome.lowest + 1):
            lowest[place] = outcome.lowest
        told = known.get(outcome.move)
        if told is None:
            result.outcomes[outcome.move] = outcome
            continue
        was = counts.get(told.id) or told
        quantity, cost = outcome.quantity - was.quantity, outcome.cost - was.cost
        variance, price = outcome.variance - was.variance, outcome.price - was.price
        if quantity or cost or variance or price:
            result.corrections.append(Correction(told, quantity, cost, variance, price))
    result.places = start.places
    return result


def _before(books: Books, product_id: int, since: Key, method: Method) -> Story | None:
    """What was held in each place just before `since`; None = tell it from the beginning.

    A sum knows quantity and value, and the cost as their quotient while something is held; where
    a place was empty or below zero, only its history knows the last cost. Layers, and methods that
    changed, are known by their history alone.
    """
    if not method.sums_suffice:
        return None
    scope = scopes(books)
    held: dict[int, list[int]] = {}
    quantities = _quantities_before(books, product_id, since)
    for place, quantity in quantities.items():
        held.setdefault(scope[place], [0, 0])[0] += quantity
    for source, target, kind, amount in books.rows(
        "SELECT m.source_id, m.target_id, e.kind, SUM(e.amount) FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id "
        "WHERE m.product_id = ? AND (m.happened_at, m.sequence) < (?, ?) "
        "GROUP BY m.source_id, m.target_id, e.kind",
        (product_id, *since),
    ):
        for place, sign in value_ends(source, target, kind, scope):
            held[scope[place]][1] += sign * amount
    if any(quantity <= 0 for quantity, _ in held.values()):
        return None
    start = Story(books.minor, method.first, method.standard)
    start.holdings = {place: start.start(q, v, v, q) for place, (q, v) in held.items()}
    start.places = quantities if whole_shop(books) else None
    return start


def _quantities_before(books: Books, product_id: int, since: Key) -> dict[int, int]:
    own = scopes(books)
    found: dict[int, int] = {}
    for source, target, quantity in books.rows(
        "SELECT m.source_id, m.target_id, SUM(m.quantity) FROM stock_move m "
        "WHERE m.product_id = ? AND (m.happened_at, m.sequence) < (?, ?) "
        "GROUP BY m.source_id, m.target_id",
        (product_id, *since),
    ):
        for place, sign in ((source, -1), (target, 1)):
            if place in own:
                found[place] = found.get(place, 0) + sign * quantity
    return found


def lots_before(books: Books, product_id: int, since: Key) -> dict[tuple[int, int], int]:
    """How much of each lot was in each place just before a moment."""
    own = scopes(books)
    found: dict[tuple[int, int], int] = {}
    for source, target, lot, quantity in books.rows(
        "SELECT m.source_id, m.target_id, m.lot_id, SUM(m.quantity) FROM stock_move m "
        "WHERE m.product_id = ? AND (m.happened_at, m.sequence) < (?, ?) AND m.lot_id IS NOT NULL "
        "GROUP BY m.source_id, m.target_id, m.lot_id",
        (product_id, *since),
    ):
        for place, sign in ((source, -1), (target, 1)):
            if place in own:
                found[place, lot] = found.get((place, lot), 0) + sign * quantity
    return found


def bins_now(
    books: Books, product_id: int, on_hand: Mapping[int, int]
) -> dict[tuple[int, int, int], int]:
    """How much is in each place, bin and lot (0: all of them) by now; what lies in no bin is what
    the bins leave of the place's `on_hand`."""
    found = {(place, 0, 0): held for place, held in on_hand.items()}
    for place, bin_id, lot, held in books.rows(
        "SELECT location_id, bin_id, lot_id, on_hand FROM stock_detail WHERE product_id = ?",
        (product_id,),
    ):
        if lot:
            found[place, bin_id, lot] = held
        if bin_id:
            found[place, bin_id, 0] = found.get((place, bin_id, 0), 0) + held
            found[place, 0, 0] = found.get((place, 0, 0), 0) - held
    return found


def bins_before(books: Books, product_id: int, since: Key) -> dict[tuple[int, int, int], int]:
    """How much was in each place, bin and lot (0: all of them) just before a moment."""
    own = scopes(books)
    found: dict[tuple[int, int, int], int] = {}
    for source, target, lot, from_bin, into_bin, quantity in books.rows(
        "SELECT m.source_id, m.target_id, COALESCE(m.lot_id, 0), COALESCE(m.source_bin_id, 0), "
        "COALESCE(m.target_bin_id, 0), SUM(m.quantity) FROM stock_move m "
        "WHERE m.product_id = ? AND (m.happened_at, m.sequence) < (?, ?) "
        "GROUP BY m.source_id, m.target_id, COALESCE(m.lot_id, 0), "
        "COALESCE(m.source_bin_id, 0), COALESCE(m.target_bin_id, 0)",
        (product_id, *since),
    ):
        for place, bin_id, sign in ((source, from_bin, -1), (target, into_bin, 1)):
            for its in {0, lot} if place in own else ():
                found[place, bin_id, its] = found.get((place, bin_id, its), 0) + sign * quantity
    return found


def sold_before(
    books: Books, product_id: int, since: Key | None, answered: Iterable[int]
) -> dict[int, Sold]:
    """The outgoing moves `answered` by returns: what they cost, what came back before `since`."""
    wanted = sorted(set(answered))
    sold: dict[int, Sold] = {}
    own = scopes(books)
    for first in range(0, len(wanted), 500):
        some = wanted[first : first + 500]
        for move_id, quantity, lot, source, target, cost in books.rows(
            "SELECT m.id, m.quantity, m.lot_id, m.source_id, m.target_id, "  # noqa: S608
            "COALESCE(SUM(e.amount), 0) FROM stock_move m "
            "LEFT JOIN stock_value_entry e ON e.move_id = m.id AND e.kind = 'cost' "
            f"WHERE m.id IN ({marks(some)}) GROUP BY m.id, m.quantity, m.lot_id, m.source_id, "
            "m.target_id",
            some,
        ):
            if source in own and target not in own:
                parcel = Parcel(quantity, cost, lot=lot or 0)
                sold[move_id] = Sold([parcel], own[source])
        for move_id, returned in books.rows(
            "SELECT m.answers_id, SUM(m.quantity) FROM stock_move m "  # noqa: S608
            "JOIN document d ON d.id = m.document_id "
            f"WHERE m.answers_id IN ({marks(some)}) AND m.product_id = ? "
            "AND (m.happened_at, m.sequence) < (?, ?) "
            "AND d.state <> 'reversed' AND d.kind <> 'reversal' GROUP BY m.answers_id",
            [*some, product_id, *(since or (2**62, 0))],
        ):
            if move_id in sold:
                sold[move_id].returned[0] = int(returned)
    return sold


def last_return(books: Books, answered: Sequence[int | None]) -> int:
    """When the newest return of these moves happened; 0 when nothing came back yet."""
    found = books.value(
        f"SELECT MAX(happened_at) FROM stock_move WHERE answers_id IN ({marks(answered)})",  # noqa: S608
        answered,
    )
    return int(found or 0)


def without_lot(books: Books, moves: Sequence[int]) -> bool:
    """Does one of these moves name no lot?"""
    sql = f"SELECT 1 FROM stock_move WHERE lot_id IS NULL AND id IN ({marks(moves)}) LIMIT 1"  # noqa: S608
    return books.value(sql, moves) is not None


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
