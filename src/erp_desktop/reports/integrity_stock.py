"""Every product's story told again from its first movement, against what the ledgers say.

The same functions that posted the goods tell them again (`core.costing.replay`): what each
movement costs, each variance, what a count came to; at the end what is on hand, its value and its
last known cost. The sums of the ledger must say the same, with the reversed documents among them,
and so must the balances.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.replay import Event, Outcome, Sold, replay
from erp_desktop.core.money import ONE_QUANTITY
from erp_desktop.models.books import Books
from erp_desktop.reports.findings import Findings
from erp_desktop.services.catalogue.parts import needed
from erp_desktop.services.stock.restating import STATED, value_ends

STRETCH: Final = 20_000  # movements read at a time

_MOVES: Final = (
    "SELECT product_id, id, source_id, target_id, quantity, happened_at, sequence, answers_id, "
    "counted, document_id FROM stock_move WHERE product_id BETWEEN ? AND ? "
    "ORDER BY product_id, happened_at, sequence, id"
)
_VALUES: Final = (
    "SELECT e.move_id, e.kind, e.amount FROM stock_move m CROSS JOIN stock_value_entry e "
    "WHERE m.product_id BETWEEN ? AND ? AND e.move_id = m.id"
)
_BALANCES: Final = (
    "SELECT product_id, location_id, on_hand, value, cost_value, cost_quantity, last_at, "
    "last_sequence FROM stock_balance WHERE product_id BETWEEN ? AND ?"
)


class Move(NamedTuple):
    """A movement as the ledger has it."""

    product: int
    id: int
    source: int
    target: int
    quantity: int
    happened_at: int
    sequence: int
    answers: int | None
    counted: int | None
    document: int


class Balance(NamedTuple):
    """A balance as it is stored, or recomputed."""

    on_hand: int = 0
    value: int = 0
    cost_value: int = 0
    cost_quantity: int = 0
    last_at: int = 0
    last_sequence: int = 0


@dataclass(slots=True)
class _Story:
    """One product's movements, in order, and what they sum to by place."""

    moves: list[Move] = field(default_factory=list)
    sums: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0, 0]))


class Stories:
    """Tells product after product."""

    def __init__(self, findings: Findings) -> None:
        self.findings, self.books = findings, findings.books
        places = findings.places.values()
        self.own = {place.id for place in places if place.own}
        self.stated = {place.id for place in places if place.kind in STATED}
        self.minor = self.books.minor
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
        costs: dict[int, int] = defaultdict(int)
        variances: dict[int, int] = defaultdict(int)
        for move_id, kind, amount in self.books.rows(_VALUES, ends):
            (costs if kind == "cost" else variances)[move_id] += amount
        balances: dict[int, dict[int, Balance]] = defaultdict(dict)
        for product_id, place_id, *rest in self.books.rows(_BALANCES, ends):
            balances[product_id][place_id] = Balance(*rest)
        stories: dict[int, _Story] = defaultdict(_Story)
        for row in self.books.rows(_MOVES, ends):
            self._add(stories[row[0]], Move._make(row), costs, variances)
        for product_id in stories.keys() | balances.keys():
            story = stories[product_id]
            holdings = self._tell(story.moves, costs, variances)
            self._compare(product_id, story, holdings, balances[product_id])
        self.findings.count("products", len(stories.keys() | balances.keys()))
        self.findings.count("balances", sum(map(len, balances.values())))

    def _add(
        self, story: _Story, move: Move, costs: dict[int, int], variances: dict[int, int]
    ) -> None:
        """Take a movement into the sums, and into the story unless it was reversed."""
        if move.document not in self.gone:
            story.moves.append(move)
        cost, variance = costs.get(move.id, 0), variances.get(move.id, 0)
        key = [move.happened_at, move.sequence]
        for place, sign in ((move.source, -1), (move.target, 1)):
            if place in self.own:
                now = story.sums[place]
                now[0] += sign * move.quantity
                now[1] += sign * cost
                now[2:] = max(now[2:], key)
        if variance:
            for place, sign in value_ends(move.source, move.target, "variance", self.own):
                story.sums[place][1] += sign * variance

    # -- telling again -----------------------------------------------------------------------------

    def _tell(
        self, moves: list[Move], costs: dict[int, int], variances: dict[int, int]
    ) -> dict[int, Holding]:
        holdings: dict[int, Holding] = {}
        sold: dict[int, Sold] = {}
        counts, told = self._fold_counts(moves, costs, variances)
        events = [self._event(move, costs) for move in told]
        outcomes = replay(events, holdings, sold, lambda: Holding(self.minor))
        for move, outcome in zip(told, outcomes, strict=True):
            cost, variance = costs.get(move.id, 0), variances.get(move.id, 0)
            moved = move.quantity
            if move.counted is not None:
                moved, cost, variance = counts[move.id]
            if (moved, cost, variance) != (outcome.quantity, outcome.cost, outcome.variance):
                self._differs(move, (moved, cost, variance), outcome)
        return holdings

    def _fold_counts(
        self, moves: list[Move], costs: dict[int, int], variances: dict[int, int]
    ) -> tuple[dict[int, tuple[int, int, int]], list[Move]]:
        """A count's later movements belong to its first one: together they came to its figures."""
        counts: dict[int, tuple[int, int, int]] = {}
        told = []
        for move in moves:
            head = move.answers if move.answers in counts else None
            if move.counted is None and head is None:
                told.append(move)
                continue
            sign = 1 if move.target in self.own else -1
            moved, cost, variance = counts.get(head or move.id, (0, 0, 0))
            counts[head or move.id] = (
                moved + sign * move.quantity,
                cost + sign * costs.get(move.id, 0),
                variance + variances.get(move.id, 0),
            )
            if head is None:
                told.append(move)
        return counts, told

    def _event(self, move: Move, costs: dict[int, int]) -> Event:
        source = move.source if move.source in self.own else 0
        target = move.target if move.target in self.own else 0
        if move.counted is not None:
            return Event(move.id, 0, source or target, 0, None, 0, move.counted)
        given = costs.get(move.id, 0) if move.source in self.stated else None
        return Event(move.id, source, target, move.quantity, given, move.answers or 0)

    # -- comparing ---------------------------------------------------------------------------------

    def _differs(self, move: Move, stored: tuple[int, int, int], told: Outcome) -> None:
        number, sku = self.findings.number_of(move.document), self._sku(move.product)
        self.findings.quantity(number, "the quantity of a movement", stored[0], told.quantity, sku)
        self.findings.money(number, "the cost of a movement", stored[1], told.cost, sku)
        self.findings.money(number, "the variance of a movement", stored[2], told.variance, sku)

    def _compare(
        self,
        product_id: int,
        story: _Story,
        holdings: dict[int, Holding],
        balances: dict[int, Balance],
    ) -> None:
        for place in balances.keys() | story.sums.keys() | holdings.keys():
            stored = balances.get(place, Balance())
            on_hand, value, last_at, last_sequence = story.sums.get(place, (0, 0, 0, 0))
            told = holdings.get(place) or Holding(self.minor)
            if (
                stored.on_hand == on_hand == told.quantity
                and stored.value == value == told.value
                and stored.cost_value * told.cost_quantity == told.cost_value * stored.cost_quantity
                and bool(stored.cost_quantity) == bool(told.cost_quantity)
                and (stored.last_at, stored.last_sequence) == (last_at, last_sequence)
            ):
                continue
            subject = f"{self._sku(product_id)} {self.findings.places[place].code}"
            summed = Balance(on_hand, value, 0, 0, last_at, last_sequence)
            self._name(subject, stored, summed, told)

    def _name(self, subject: str, stored: Balance, summed: Balance, told: Holding) -> None:
        note = self.findings
        note.quantity("", "the balance on hand", stored.on_hand, summed.on_hand, subject)
        note.money("", "the balance's value", stored.value, summed.value, subject)
        note.quantity("", "the ledger's quantity", summed.on_hand, told.quantity, subject)
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


_WAITING: Final = """
SELECT l.product_id, p.kind, o.place_id, l.quantity - COALESCE(x.done, 0)
FROM document o JOIN document_line l ON l.document_id = o.id JOIN product p ON p.id = l.product_id
LEFT JOIN (
    SELECT a.answers_id, SUM(a.quantity) AS done FROM document i
    JOIN document_line a ON a.document_id = i.id
    WHERE i.kind = 'goods_issue' AND i.state = 'posted' AND a.answers_id IS NOT NULL
    GROUP BY a.answers_id
) x ON x.answers_id = l.id
WHERE o.kind = 'sales_order' AND o.state = 'confirmed' AND p.kind <> 'service'
"""


def _promised(books: Books) -> dict[tuple[int, int], int]:
    """By product and place: what confirmed sales orders wait for, of a kit its parts."""
    parts: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for kit_id, part_id, per in books.rows(
        "SELECT product_id, part_id, quantity FROM product_part"
    ):
        parts[kit_id].append((part_id, per))
    wanted: dict[tuple[int, int], int] = defaultdict(int)
    for product_id, kind, place_id, left in books.rows(_WAITING):
        for goods_id, per in parts[product_id] if kind == "kit" else [(product_id, ONE_QUANTITY)]:
            wanted[goods_id, place_id] += needed(per, int(left))
    return wanted


def check_reserved(findings: Findings) -> None:
    """What is promised is what confirmed sales orders still wait for."""
    books = findings.books
    wanted = _promised(books)
    stored = {
        (row[0], row[1]): row[2]
        for row in books.rows(
            "SELECT product_id, location_id, reserved FROM stock_balance WHERE reserved <> 0"
        )
    }
    for key in sorted(wanted.keys() | stored.keys()):
        was, now = stored.get(key, 0), wanted.get(key, 0)
        if was != now:
            sku = books.value("SELECT sku FROM product WHERE id = ?", (key[0],))
            place = findings.places.get(key[1])
            findings.quantity(
                "", "the reserved quantity", was, now, f"{sku} {place.code if place else key[1]}"
            )
