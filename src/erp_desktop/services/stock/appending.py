"""Appending to the stock ledger: the rows one posting adds, and the journal they are booked in.

Each row is made in one place: a move, a piece of value, the further move of a count, a balance.
What flows between two places is booked between their accounts; a variance leaves stock for cost of
sales, a difference to the standard for purchase price differences.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from erp_desktop.core.allocation import spread
from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.journal import Bookings
from erp_desktop.services.paper import Goods, Moved, Paper, Rule, Warned
from erp_desktop.services.stock.layers import Shelf, changed_rows
from erp_desktop.services.stock.places import FROM, TO, places, scopes, whole_shop
from erp_desktop.services.stock.restating import Correction, Retold


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
    """What a posting wrote to the stock ledger, and how its caches change."""

    moves: list[tuple[Any, ...]] = field(default_factory=list)
    entries: list[tuple[Any, ...]] = field(default_factory=list)
    balances: list[tuple[Any, ...]] = field(default_factory=list)
    # by product, place, bin, lot: quantity and pieces more
    details: dict[tuple[int, int, int, int], list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )
    layers_gone: list[tuple[Any, ...]] = field(default_factory=list)
    layers_put: list[tuple[Any, ...]] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


@dataclass(slots=True)
class Held:
    """A balance row as it stood."""

    on_hand: int
    reserved: int
    value: int
    cost_value: int
    cost_quantity: int
    last_at: int
    last_sequence: int


class Appender:
    """One product's rows of a posting."""

    def __init__(  # noqa: PLR0913, PLR0917  (private: the parts of one posting)
        self,
        books: Books,
        paper: Paper,
        head: Head,
        rows: StockRows,
        bookings: Bookings,
        product_id: int,
        goods: list[tuple[int, Goods]],
        held: dict[int, Held],
        rule: Rule,
    ) -> None:
        self.books, self.paper, self.head = books, paper, head
        self.rows, self.bookings, self.product_id = rows, bookings, product_id
        self.places, self.scopes, self.whole = places(books), scopes(books), whole_shop(books)
        self.goods = goods
        self.revalues = paper.revalues and [
            one for one in paper.revalues if one.product_id == product_id
        ]
        self.held, self.rule = held, rule
        self.layered = bool(rule.layered or paper.recosts or paper.again)
        self.shelf: Shelf = {}  # the layers as they stood

    def _add_move(self, move_id: int, goods: Goods, quantity: int, day: int) -> None:
        head = self.head
        self.rows.moves.append((
            move_id, head.document_id, head.first_line_id + goods.line, self.product_id,
            goods.source_id, goods.target_id, quantity, goods.at or self.paper.at,
            goods.sequence or head.sequence, day, goods.answers_id, goods.counted, goods.lot_id,
            head.document_id, goods.source_bin_id, goods.target_bin_id, goods.pieces,
        ))  # fmt: skip
        if goods.lot_id or goods.source_bin_id or goods.target_bin_id or goods.pieces:
            self._add_details(
                (goods.source_id, goods.source_bin_id), (goods.target_id, goods.target_bin_id),
                goods.lot_id, quantity, goods.pieces or 0,
            )  # fmt: skip

    def _add_details(
        self,
        source: tuple[int, int | None],
        target: tuple[int, int | None],
        lot: int | None,
        quantity: int,
        pieces: int,
    ) -> None:
        """Which bin and lot the goods left and entered, where either is known, and the pieces."""
        for (place, bin_id), sign in ((source, -1), (target, 1)):
            if (bin_id or lot or pieces) and self.places[place].own:
                now = self.rows.details[self.product_id, place, bin_id or 0, lot or 0]
                now[0] += sign * quantity if bin_id or lot else 0
                now[1] += sign * pieces

    def _add_entry(self, move_id: int, kind: str, amount: int, day: int) -> None:
        if amount:
            head = self.head
            self.rows.entries.append(
                (head.next_entry, move_id, kind, amount, head.document_id, day)
            )
            head.next_entry += 1

    def _count_again(self, correction: Correction, source: int, target: int, day: int) -> int:
        """A count still ends at what was counted: a further move carries the difference (L-24)."""
        move, head = correction.move, self.head
        move_id = head.next_move
        head.next_move += 1
        counted_in = move.source_bin_id or move.target_bin_id
        bins = (counted_in, None) if self.places[source].own else (None, counted_in)
        quantity = abs(correction.quantity)
        self.rows.moves.append((
            move_id, move.document_id, move.line_id, self.product_id, source, target, quantity,
            move.happened_at, move.sequence, day, move.id, None, move.lot_id, head.document_id,
            *bins, None,
        ))  # fmt: skip
        self._add_details((source, bins[0]), (target, bins[1]), move.lot_id, quantity, 0)
        return move_id

    def _moved(self, source: int, target: int, quantity: int, cost: int) -> None:
        for place, sign in ((self.places[source], -1), (self.places[target], 1)):
            if place.own:
                self.rows.moved.append(
                    Moved(self.rule.sku, place.code, sign * quantity, sign * cost)
                )

    def _balance(self, told: Retold) -> None:
        """The balances of every place whose story changed."""
        newest: dict[int, tuple[int, int]] = {}
        for _, goods in self.goods:
            key = (goods.at or self.paper.at, goods.sequence or self.head.sequence)
            for place in (goods.source_id, goods.target_id):
                if place not in newest or key > newest[place]:
                    newest[place] = key
        for place, quantity, value, cost_value, cost_quantity in self._by_place(told):
            was = self.held.get(place)
            last = (was.last_at, was.last_sequence) if was else (0, 0)
            if place in newest and newest[place] > last:
                last = newest[place]
            self.rows.balances.append(
                (self.product_id, place, quantity, 0, value, cost_value, cost_quantity, *last)
            )
        if self.layered or self.shelf:
            gone, put = changed_rows(self.product_id, self.shelf, told.holdings)
            self.rows.layers_gone += gone
            self.rows.layers_put += put

    def _by_place(self, told: Retold) -> list[tuple[int, int, int, int, int]]:
        """Each place with quantity, value, last known cost; one scope of several shares its
        value."""
        if told.places is None:
            return [
                (scope, pool.quantity, pool.value, pool.cost_value, pool.cost_quantity)
                for scope, pool in told.holdings.items()
            ]
        found = []
        for scope, pool in told.holdings.items():
            values = spread(pool.value, told.places, scope, self.books.minor)
            for place, value in values.items():
                known = (pool.cost_value, pool.cost_quantity) if place == scope else (0, 0)
                found.append((place, told.places.get(place, 0), value, *known))
        return found

    def _book(self, day: int, source: int, target: int, amount: int) -> None:
        if not amount:
            return
        book, origin, end = self.bookings[day], self.places[source], self.places[target]
        book[Role.STOCK if end.own else TO[end.kind], None, 1] += amount
        book[Role.STOCK if origin.own else FROM[origin.kind], None, 1] -= amount

    def _add_differences(self, move_id: int, variance: int, price: int, day: int) -> None:
        """What leaves stock beside the goods: to cost of sales, to purchase price differences."""
        for kind, role, amount in (
            ("variance", Role.COST_OF_SALES, variance),
            ("price", Role.PRICE_DIFFERENCE, price),
        ):
            if amount:
                self._add_entry(move_id, kind, amount, day)
                self.bookings[day][Role.STOCK, None, 1] += amount
                self.bookings[day][role, None, 1] -= amount
