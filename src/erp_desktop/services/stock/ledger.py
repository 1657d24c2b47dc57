"""The stock ledger: `write` is the only writer of moves, value entries and balances.

A paper's goods are told product by product. If nothing of a product happened later in the places
it touches, the balance *is* the state just before, and the new events are told from it. Otherwise
(back-dating, a late bill, a reversal) the story is told again from the first change on
(`restating`), and the differences are appended as entries that name this paper as their cause.
Every value entry is booked: stock on the one side, the account of the place outside on the other.
"""

from dataclasses import dataclass, field
from typing import Any

from erp_desktop.core import clock, errors, money
from erp_desktop.core.collecting import paused_collecting
from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.replay import Event, Outcome, replay
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books, marks
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.journal import Bookings
from erp_desktop.services.paper import Goods, Moved, Paper, Revalue, Warned
from erp_desktop.services.stock.places import FROM, TO, places
from erp_desktop.services.stock.restating import (
    Correction,
    Pending,
    Retold,
    keys_of,
    last_return,
    retell,
    sold_before,
)

MOVE = (
    "INSERT INTO stock_move (id, document_id, line_id, product_id, source_id, target_id, quantity, "
    "happened_at, sequence, booked_on, answers_id, counted, lot_id, caused_by_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
ENTRY = (
    "INSERT INTO stock_value_entry (id, move_id, kind, amount, caused_by_id, booked_on) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
BALANCE = (
    "INSERT INTO stock_balance (product_id, location_id, on_hand, reserved, value, cost_value, "
    "cost_quantity, last_at, last_sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (product_id, location_id) DO UPDATE SET on_hand = excluded.on_hand, "
    "reserved = stock_balance.reserved + excluded.reserved, value = excluded.value, "
    "cost_value = excluded.cost_value, cost_quantity = excluded.cost_quantity, "
    "last_at = excluded.last_at, last_sequence = excluded.last_sequence"
)

# Selling and moving respect what is promised to confirmed orders; what is broken is simply gone.
RESPECTS_PROMISES = frozenset({Kind.GOODS_ISSUE, Kind.SALE, Kind.TRANSFER})


@dataclass(slots=True)
class Head:
    """Where this posting stands in the ledgers: its own ids and the next free ones."""

    document_id: int
    sequence: int
    first_line_id: int
    next_move: int
    next_entry: int
    first_open: int  # the first day of the books that is not closed
    day: int  # the day the paper itself is booked on

    def booked(self, day: int) -> int:
        """The day something is booked on: its own, or the first open one (LEDGER L-21)."""
        return max(day, self.first_open)


@dataclass(slots=True)
class StockRows:
    """What a posting wrote to the stock ledger."""

    moves: list[tuple[Any, ...]] = field(default_factory=list)
    entries: list[tuple[Any, ...]] = field(default_factory=list)
    balances: list[tuple[Any, ...]] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


@dataclass(slots=True)
class _Held:
    """A balance row as it stood."""

    on_hand: int
    reserved: int
    value: int
    cost_value: int
    cost_quantity: int
    last_at: int
    last_sequence: int


def plan(books: Books, paper: Paper, head: Head, bookings: Bookings) -> StockRows:
    """Move the paper's goods, find what they cost, restate what came after; books the value.

    Nothing is written yet: the chain's hash covers the rows, and parents are written first.

    Raises NotEnoughStock where a product's rule blocks selling below zero.
    """
    rows = StockRows()
    product_ids = list(dict.fromkeys(
        [goods.product_id for goods in paper.goods] + [r.product_id for r in paper.revalues]
    ))  # fmt: skip
    if not product_ids:
        return rows
    rules = paper.rules
    if unread := [product_id for product_id in product_ids if product_id not in rules]:
        rules = rules | _rules(books, unread)
    held = _held(books, product_ids)
    goods: dict[int, list[tuple[int, Goods]]] = {product_id: [] for product_id in product_ids}
    for move_id, moving in enumerate(paper.goods, start=head.next_move):
        goods[moving.product_id].append((move_id, moving))
    head.next_move += len(paper.goods)
    with paused_collecting():
        for pid in product_ids:
            told = _Telling(books, paper, head, rows, bookings, pid, goods[pid], held[pid])
            told.tell(*rules[pid])
    rows.moves.sort()
    return rows


def write(books: Books, rows: StockRows) -> None:
    """Append the planned rows, and bring the balances up to them."""
    books.many(MOVE, rows.moves)
    books.many(ENTRY, rows.entries)
    books.many(BALANCE, rows.balances)


def _rules(books: Books, product_ids: list[int]) -> dict[int, tuple[str, str]]:
    """SKU and the rule about selling below zero, by product."""
    return {
        row[0]: (row[1], row[2])
        for row in books.rows(
            f"SELECT id, sku, negative FROM product WHERE id IN ({marks(product_ids)})",  # noqa: S608
            product_ids,
        )
    }


def _held(books: Books, product_ids: list[int]) -> dict[int, dict[int, _Held]]:
    """The balances as they stand, by product and place."""
    held: dict[int, dict[int, _Held]] = {product_id: {} for product_id in product_ids}
    for product_id, place_id, *balance in books.rows(
        "SELECT product_id, location_id, on_hand, reserved, value, cost_value, cost_quantity, "  # noqa: S608
        f"last_at, last_sequence FROM stock_balance WHERE product_id IN ({marks(product_ids)})",
        product_ids,
    ):
        held[product_id][place_id] = _Held(*balance)
    return held


class _Telling:
    """One product's part of a posting."""

    def __init__(  # noqa: PLR0913, PLR0917  (private: the parts of one posting)
        self,
        books: Books,
        paper: Paper,
        head: Head,
        rows: StockRows,
        bookings: Bookings,
        product_id: int,
        goods: list[tuple[int, Goods]],
        held: dict[int, _Held],
    ) -> None:
        self.books, self.paper, self.head = books, paper, head
        self.rows, self.bookings, self.product_id = rows, bookings, product_id
        self.places = places(books)
        self.goods = goods
        self.revalues = [r for r in paper.revalues if r.product_id == product_id]
        self.held = held

    def tell(self, sku: str, negative: str) -> None:
        if self.paper.kind is Kind.REVERSAL and self.goods:
            self._take_back(sku)
            own = min((g.at or self.paper.at, g.sequence or 0) for _, g in self.goods)
            since = self.paper.retell.get(self.product_id, own)
            if since is None:  # a later reversal of the same step tells it
                return
            told = self._tell_without(sku, min(since, own))
        elif self.revalues or self._late():
            told = self._restate(sku)
        else:
            told = self._continue(sku)
        if negative != "allow" and self.goods:
            self._check(sku, negative, told)

    # -- the three ways to tell ------------------------------------------------------------------

    def _late(self) -> bool:
        """Did something happen later in a place this touches, or another return of the same?"""
        if any(
            (goods.at or self.paper.at) < self.held[place].last_at
            for _, goods in self.goods
            for place in (goods.source_id, goods.target_id)
            if place in self.held
        ):
            return True
        answered = [goods.answers_id for _, goods in self.goods if goods.answers_id]
        return bool(answered) and (last_return(self.books, answered) > self.paper.at)

    def _continue(self, sku: str) -> Retold:
        """Nothing happened later: the balances are the state just before."""
        minor = self.books.minor
        told = Retold()
        for _, goods in self.goods:
            for place in (goods.source_id, goods.target_id):
                was = self.held.get(place)
                if was is not None and place not in told.holdings:
                    told.holdings[place] = Holding(
                        minor, was.on_hand, was.value, was.cost_value, was.cost_quantity
                    )
        events = [self._event(move_id, goods) for move_id, goods in self.goods]
        answered = [event.answers for event in events if event.answers]
        sold = sold_before(self.books, self.product_id, None, answered) if answered else {}
        outcomes = replay(events, told.holdings, sold, lambda: Holding(minor))
        for (move_id, goods), outcome in zip(self.goods, outcomes, strict=True):
            self._write(sku, move_id, goods, outcome)
            place = goods.source_id
            told.lowest[place] = min(told.lowest.get(place, outcome.lowest), outcome.lowest)
        self._balance(told)
        return told

    def _restate(self, sku: str) -> Retold:
        """Something happened later: tell the story again from the first change on."""
        pending = [
            Pending((goods.at or self.paper.at, self.head.sequence), self._event(move_id, goods))
            for move_id, goods in self.goods
        ]
        revalued: dict[int, int] = {}
        for change in self.revalues:
            revalued[change.move_id] = revalued.get(change.move_id, 0) + change.amount
        since = min([new.key for new in pending] + keys_of(self.books, list(revalued)))
        told = retell(self.books, self.product_id, since, pending, revalued)
        for move_id, goods in self.goods:
            self._write(sku, move_id, goods, told.outcomes[move_id])
        for change in self.revalues:
            self._revalue(change)
        for correction in told.corrections:
            # what this paper states anew is written above, against the account it names
            if stated := revalued.get(correction.move.id, 0):
                self._correct(sku, correction._replace(cost=correction.cost - stated))
            else:
                self._correct(sku, correction)
        self._balance(told)
        return told

    def _take_back(self, sku: str) -> None:
        """Every move of the answered document goes back with the value it has by now."""
        for move_id, goods in self.goods:
            cost = goods.value or 0
            day = self.head.booked(clock.day_of(goods.at or self.paper.at))
            self._add_move(move_id, goods, goods.quantity, day)
            self._add_entry(move_id, "cost", cost, day)
            self._book(day, goods.target_id, goods.source_id, -cost)
            self._moved(sku, goods.source_id, goods.target_id, goods.quantity, cost)
            if goods.variance and goods.answers_id:
                self._add_entry(goods.answers_id, "variance", -goods.variance, day)
                self._book_variance(day, -goods.variance)

    def _tell_without(self, sku: str, since: tuple[int, int]) -> Retold:
        """The answered document (marked reversed by now) and this one leave the story together."""
        told = retell(self.books, self.product_id, since)
        for correction in told.corrections:
            self._correct(sku, correction)
        for place in self.held:  # a place whose only story this was is empty now
            told.holdings.setdefault(place, Holding(self.books.minor))
        self._balance(told)
        return told

    # -- rows --------------------------------------------------------------------------------------

    def _event(self, move_id: int, goods: Goods) -> Event:
        known = self.places
        if goods.counted is not None:
            return Event(move_id, 0, goods.target_id, 0, None, 0, goods.counted)
        source = goods.source_id if known[goods.source_id].own else 0
        target = goods.target_id if known[goods.target_id].own else 0
        return Event(move_id, source, target, goods.quantity, goods.value, goods.answers_id or 0)

    def _write(self, sku: str, move_id: int, goods: Goods, outcome: Outcome) -> None:
        """The move, its value, and the booking of it."""
        at = goods.at or self.paper.at
        day = self.head.booked(clock.day_of(at)) if goods.at else self.head.day
        cost = outcome.cost
        if goods.counted is not None and outcome.quantity < 0:
            goods.source_id, goods.target_id = goods.target_id, goods.source_id
            cost = -cost
        quantity = abs(outcome.quantity)
        self._add_move(move_id, goods, quantity, day)
        self._add_entry(move_id, "cost", cost, day)
        self._book(day, goods.source_id, goods.target_id, cost)
        if outcome.variance:
            self._add_entry(move_id, "variance", outcome.variance, day)
            self._book_variance(day, outcome.variance)
        self._moved(sku, goods.source_id, goods.target_id, quantity, cost)

    def _add_move(self, move_id: int, goods: Goods, quantity: int, day: int) -> None:
        head = self.head
        self.rows.moves.append((
            move_id, head.document_id, head.first_line_id + goods.line, self.product_id,
            goods.source_id, goods.target_id, quantity, goods.at or self.paper.at,
            goods.sequence or head.sequence, day, goods.answers_id, goods.counted, goods.lot_id,
            head.document_id,
        ))  # fmt: skip

    def _add_entry(self, move_id: int, kind: str, amount: int, day: int) -> None:
        if amount:
            head = self.head
            self.rows.entries.append(
                (head.next_entry, move_id, kind, amount, head.document_id, day)
            )
            head.next_entry += 1

    def _revalue(self, change: Revalue) -> None:
        """A stated value changed: stock takes it up at the receipt, against the named account."""
        day = self.head.booked(change.day)
        self._add_entry(change.move_id, "cost", change.amount, day)
        book = self.bookings[day]
        book[Role.STOCK, None, 1] += change.amount
        book[change.role, None, 1] -= change.amount

    def _correct(self, sku: str, correction: Correction) -> None:
        """Append what the books say differently about an earlier move, and book it."""
        move, quantity, cost, variance = correction
        if not (quantity or cost or variance):
            return
        day = self.head.booked(move.booked_on)
        move_id, source, target = move.id, move.source_id, move.target_id
        if move.counted is not None:
            inward = (source, target) if self.places[target].own else (target, source)
            if quantity:
                source, target = inward if quantity > 0 else inward[::-1]
                move_id = self._count_again(correction, source, target, day)
                self._moved(sku, source, target, abs(quantity), abs(cost))
            cost = cost if self.places[target].own else -cost
        self._add_entry(move_id, "cost", cost, day)
        self._book(day, source, target, cost)
        if variance:
            self._add_entry(move_id, "variance", variance, day)
            self._book_variance(day, variance)

    def _count_again(self, correction: Correction, source: int, target: int, day: int) -> int:
        """A count still ends at what was counted: a further move carries the difference (L-24)."""
        move, head = correction.move, self.head
        move_id = head.next_move
        head.next_move += 1
        self.rows.moves.append((
            move_id, move.document_id, move.line_id, self.product_id, source, target,
            abs(correction.quantity), move.happened_at, move.sequence, day, move.id, None, None,
            head.document_id,
        ))  # fmt: skip
        return move_id

    def _moved(self, sku: str, source: int, target: int, quantity: int, cost: int) -> None:
        for place, sign in ((self.places[source], -1), (self.places[target], 1)):
            if place.own:
                self.rows.moved.append(Moved(sku, place.code, sign * quantity, sign * cost))

    def _balance(self, told: Retold) -> None:
        """The balances of every place whose story changed."""
        newest: dict[int, tuple[int, int]] = {}
        for _, goods in self.goods:
            key = (goods.at or self.paper.at, goods.sequence or self.head.sequence)
            for place in (goods.source_id, goods.target_id):
                newest[place] = max(newest.get(place, key), key)
        for place, now in told.holdings.items():
            was = self.held.get(place)
            before = (was.last_at, was.last_sequence) if was else (0, 0)
            last = max(before, newest.get(place, before))
            self.rows.balances.append((
                self.product_id, place, now.quantity, 0, now.value, now.cost_value,
                now.cost_quantity, *last,
            ))  # fmt: skip

    # -- bookings ----------------------------------------------------------------------------------

    def _book(self, day: int, source: int, target: int, amount: int) -> None:
        if not amount:
            return
        book, origin, end = self.bookings[day], self.places[source], self.places[target]
        book[Role.STOCK if end.own else TO[end.kind], None, 1] += amount
        book[Role.STOCK if origin.own else FROM[origin.kind], None, 1] -= amount

    def _book_variance(self, day: int, amount: int) -> None:
        self.bookings[day][Role.STOCK, None, 1] += amount
        self.bookings[day][Role.COST_OF_SALES, None, 1] -= amount

    # -- the rule about selling below zero ---------------------------------------------------------

    def _check(self, sku: str, negative: str, told: Retold) -> None:
        """By the minimum over the future, not by today's balance (LEDGER L-22, L-41, L-45)."""
        wanted: dict[int, int] = {}
        for _, goods in self.goods:
            if self.places[goods.source_id].own and goods.counted is None:
                wanted[goods.source_id] = wanted.get(goods.source_id, 0) + goods.quantity
        for place, quantity in wanted.items():
            was = self.held.get(place)
            promised = was.reserved if was and self.paper.kind in RESPECTS_PROMISES else 0
            short = max(promised - told.holdings[place].quantity, -told.lowest.get(place, 0))
            if short > 0:
                facts = (sku, money.quantity(quantity), money.quantity(quantity - short))
                refusal = errors.NotEnoughStock(*facts)
                if negative == "block":
                    raise refusal
                self.rows.warnings.append(Warned("NotEnoughStock", refusal.facts))
