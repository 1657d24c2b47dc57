"""Every product's story told again from its first movement, against what the ledgers say.

The same functions that posted the goods tell them again (`core.costing.replay`): what each
movement costs, each variance, what a count came to; at the end what is on hand, its value and its
last known cost. The sums of the ledger must say the same, with the reversed documents among them,
and so must the balances.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple

from erp_desktop.core.allocation import spread
from erp_desktop.core.costing.replay import Outcome, Story, replay
from erp_desktop.models.books import Books
from erp_desktop.reports.findings import Findings
from erp_desktop.reports.integrity_caches import Caches
from erp_desktop.reports.integrity_pieces import check_pieces
from erp_desktop.services.stock.places import whole_shop
from erp_desktop.services.stock.restating import ends_of
from erp_desktop.services.stock.story import (
    MOVE_COLUMNS,
    Came,
    Method,
    Told,
    event_of,
    gather_counts,
    method_of,
    value_ends,
)

STRETCH: Final = 20_000  # movements read at a time

_MOVES: Final = (  # our own names
    f"SELECT m.product_id, {MOVE_COLUMNS} FROM stock_move m WHERE m.product_id BETWEEN ? AND ? "  # noqa: S608
    "ORDER BY m.product_id, m.happened_at, m.sequence, m.id"
)
_VALUES: Final = (
    "SELECT e.move_id, e.kind, e.amount FROM stock_move m CROSS JOIN stock_value_entry e "
    "WHERE m.product_id BETWEEN ? AND ? AND e.move_id = m.id"
)
_BALANCES: Final = (
    "SELECT product_id, location_id, on_hand, value, cost_value, cost_quantity, last_at, "
    "last_sequence FROM stock_balance WHERE product_id BETWEEN ? AND ?"
)

_METHODS: Final = (
    "SELECT p.id, p.costing, p.standard_cost, (SELECT COUNT(*) FROM costing_change c "
    "WHERE c.product_id = p.id) FROM product p WHERE p.costing <> 'average' "
    "OR EXISTS (SELECT 1 FROM costing_change c WHERE c.product_id = p.id)"
)


class Balance(NamedTuple):
    """A balance as it is stored, or recomputed."""

    on_hand: int = 0
    value: int = 0
    cost_value: int = 0
    cost_quantity: int = 0
    last_at: int = 0
    last_sequence: int = 0


KINDS: Final = ("cost", "variance", "price")
Amounts = dict[str, dict[int, int]]  # by kind of value entry, then by move


@dataclass(slots=True)
class _Story:
    """One product's movements, in order, and what they sum to by place."""

    moves: list[Told] = field(default_factory=list)
    sums: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0, 0]))
    details: dict[tuple[int, int, int], list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )


class Stories:
    """Tells product after product."""

    def __init__(self, findings: Findings) -> None:
        self.findings, self.books = findings, findings.books
        self.ends = ends_of(self.books)
        self.scopes = self.ends.scopes
        self.minor = self.books.minor
        self.methods = {row[0]: row[1:] for row in self.books.rows(_METHODS)}
        self.gone = {
            row[0]
            for row in self.books.rows(
                "SELECT id FROM document WHERE state = 'reversed' OR kind = 'reversal'"
            )
        }

    def check(self) -> None:
        """All products, a stretch of them at a time."""
        for first, last, count in _stretches(self.books):
            try:
                self._check_stretch(first, last)
            except TypeError:  # a text where a number was: no database typed by SQLite refuses it
                self.findings.add("", "the stock ledger cannot be recomputed", "text", "number")
            self.findings.move_on(count)

    def _check_stretch(self, first: int, last: int) -> None:
        ends = (first, last)
        amounts: Amounts = defaultdict(lambda: defaultdict(int))
        for move_id, kind, amount in self.books.rows(_VALUES, ends):
            amounts[kind][move_id] += amount
        balances: dict[int, dict[int, Balance]] = defaultdict(dict)
        for product_id, place_id, *rest in self.books.rows(_BALANCES, ends):
            balances[product_id][place_id] = Balance(*rest)
        stories: dict[int, _Story] = defaultdict(_Story)
        for product_id, *row in self.books.rows(_MOVES, ends):
            self._add(stories[product_id], Told(*row), amounts)
        caches = Caches(self.findings, first, last)
        for product_id in stories.keys() | balances.keys():
            story = stories[product_id]
            told = self._tell(product_id, story.moves)
            self._compare(product_id, story, told, balances[product_id])
            caches.compare(product_id, self._sku(product_id), story.details, told.holdings)
        check_pieces(self.findings, first, last)
        self.findings.count("products", len(stories.keys() | balances.keys()))
        self.findings.count("balances", sum(map(len, balances.values())))

    def _add(self, story: _Story, move: Told, amounts: Amounts) -> None:
        """Take a movement into the sums, and into the story unless it was reversed."""
        cost, variance, price = (amounts[kind].get(move.id, 0) for kind in KINDS)
        if move.document_id not in self.gone:
            story.moves.append(move._replace(cost=cost, variance=variance, price=price))
        scopes = self.scopes
        for place, sign, bin_id in (
            (move.source_id, -1, move.source_bin_id), (move.target_id, 1, move.target_bin_id)
        ):  # fmt: skip
            if place not in scopes:
                continue
            now = story.sums[place]
            now[0] += sign * move.quantity
            now[2:] = max(now[2:], [move.happened_at, move.sequence])
            story.sums[scopes[place]][1] += sign * cost
            if bin_id or move.lot_id:
                story.details[place, bin_id or 0, move.lot_id or 0][0] += sign * move.quantity
        if variance or price:
            for place, sign in value_ends(move.source_id, move.target_id, "variance", scopes):
                story.sums[scopes[place]][1] += sign * (variance + price)

    # -- telling again -----------------------------------------------------------------------------

    def _tell(self, product_id: int, moves: list[Told]) -> Story:
        """The story from the first row, with the changes of method in their place."""
        method = self._method(product_id)
        story = Story(self.minor, method.first, method.standard)
        story.places = {} if whole_shop(self.books) else None
        counts, told = gather_counts(moves, self.scopes)
        events = [(move.key, event_of(move, self.ends)) for move in told]
        events += [((change.at, change.sequence), change) for change in method.changes]
        events.sort(key=itemgetter(0))
        ordered = [event for _, event in events]
        if any(event.lot for event in ordered):
            story.lots = {}
        if any(event.one_bin for event in ordered):
            story.bins = {}
        known = {move.id: move for move in told}
        for outcome in replay(ordered, story):
            if move := known.get(outcome.move):
                came = counts.get(move.id) or Came(
                    move.quantity, move.cost, move.variance, move.price
                )
                if came != (outcome.quantity, outcome.cost, outcome.variance, outcome.price):
                    self._differs(product_id, move, came, outcome)
        return story

    def _method(self, product_id: int) -> Method:
        costing, standard, changed = self.methods.get(product_id, ("average", 0, 0))
        if changed:
            return method_of(self.books, product_id)
        return Method(costing, standard or 0, ())

    # -- comparing ---------------------------------------------------------------------------------

    def _differs(self, product_id: int, move: Told, stored: Came, told: Outcome) -> None:
        note, sku = self.findings, self._sku(product_id)
        number = note.number_of(move.document_id)
        note.quantity(number, "the quantity of a movement", stored.quantity, told.quantity, sku)
        note.money(number, "the cost of a movement", stored.cost, told.cost, sku)
        note.money(number, "the variance of a movement", stored.variance, told.variance, sku)
        note.money(number, "the difference to the standard cost", stored.price, told.price, sku)

    def _compare(
        self,
        product_id: int,
        story: _Story,
        retold: Story,
        balances: dict[int, Balance],
    ) -> None:
        sums, worth = self._by_place(story, retold)
        for place in balances.keys() | sums.keys() | worth.keys():
            stored = balances.get(place, Balance())
            on_hand, value, last_at, last_sequence = sums.get(place, (0, 0, 0, 0))
            told = worth.get(place, Balance())
            if (
                stored.on_hand == on_hand == told.on_hand
                and stored.value == value == told.value
                and stored.cost_value * told.cost_quantity == told.cost_value * stored.cost_quantity
                and bool(stored.cost_quantity) == bool(told.cost_quantity)
                and (stored.last_at, stored.last_sequence) == (last_at, last_sequence)
            ):
                continue
            subject = f"{self._sku(product_id)} {self.findings.places[place].code}"
            summed = Balance(on_hand, value, 0, 0, last_at, last_sequence)
            self._name(subject, stored, summed, told)

    def _by_place(
        self, story: _Story, retold: Story
    ) -> tuple[dict[int, list[int]], dict[int, Balance]]:
        """By place: what the ledger sums to, and what the story comes to.

        One scope of several warehouses shares its value over them by what each holds.
        """
        if retold.places is None:
            told = {
                place: Balance(pool.quantity, pool.value, pool.cost_value, pool.cost_quantity)
                for place, pool in retold.holdings.items()
            }
            return story.sums, told
        told = {}
        for scope, pool in retold.holdings.items():
            shares = spread(pool.value, retold.places, scope, self.minor)
            for place, value in shares.items():
                cost = (pool.cost_value, pool.cost_quantity) if place == scope else (0, 0)
                told[place] = Balance(retold.places.get(place, 0), value, *cost)
            held = {place: sums[0] for place, sums in story.sums.items()}
            for place, value in spread(story.sums[scope][1], held, scope, self.minor).items():
                story.sums[place][1] = value
        return story.sums, told

    def _name(self, subject: str, stored: Balance, summed: Balance, told: Balance) -> None:
        note = self.findings
        note.quantity("", "the balance on hand", stored.on_hand, summed.on_hand, subject)
        note.money("", "the balance's value", stored.value, summed.value, subject)
        note.quantity("", "the ledger's quantity", summed.on_hand, told.on_hand, subject)
        note.money("", "the ledger's value", summed.value, told.value, subject)
        was = (stored.last_at, stored.last_sequence)
        now = (summed.last_at, summed.last_sequence)
        if was != now:
            note.add("", "the time of the last movement", was, now, subject)
        if stored.cost_value * told.cost_quantity != told.cost_value * stored.cost_quantity or bool(
            stored.cost_quantity
        ) != bool(told.cost_quantity):
            note.add(
                "", "the last known cost", f"{stored.cost_value}/{stored.cost_quantity}",
                f"{told.cost_value}/{told.cost_quantity}", subject,
            )  # fmt: skip

    def _sku(self, product_id: int) -> str:
        found = self.books.value("SELECT sku FROM product WHERE id = ?", (product_id,))
        return str(found or f"#{product_id}")


def _stretches(books: Books) -> Iterator[tuple[int, int, int]]:
    """Products in runs of about `STRETCH` movements: first, last, how many movements."""
    counts = dict.fromkeys(
        (row[0] for row in books.rows("SELECT DISTINCT product_id FROM stock_balance")), 0
    )
    counts |= {
        row[0]: row[1]
        for row in books.rows("SELECT product_id, count(*) FROM stock_move GROUP BY product_id")
    }
    first, held = None, 0
    last = 0
    for last in sorted(counts):
        first = last if first is None else first
        held += counts[last]
        if held >= STRETCH:
            yield first, last, held
            first, held = None, 0
    if first is not None:
        yield first, last, held
