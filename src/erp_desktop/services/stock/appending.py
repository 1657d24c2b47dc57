"""Appending to the stock ledger: the rows one posting adds, and the journal they are booked in.

Each row is made in one place: a move, a piece of value, the further move of a count, a balance.
What flows between two places is booked between their accounts; a variance leaves stock for cost of
sales.
"""

from dataclasses import dataclass, field
from typing import Any

from erp_desktop.models.books import Books
from erp_desktop.services.finance.chart import Role
from erp_desktop.services.finance.journal import Bookings
from erp_desktop.services.paper import Goods, Moved, Paper, Warned
from erp_desktop.services.stock.places import FROM, TO, places
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
    """What a posting wrote to the stock ledger."""

    moves: list[tuple[Any, ...]] = field(default_factory=list)
    entries: list[tuple[Any, ...]] = field(default_factory=list)
    balances: list[tuple[Any, ...]] = field(default_factory=list)
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
    ) -> None:
        self.books, self.paper, self.head = books, paper, head
        self.rows, self.bookings, self.product_id = rows, bookings, product_id
        self.places = places(books)
        self.goods = goods
        self.revalues = [r for r in paper.revalues if r.product_id == product_id]
        self.held = held

    def _add_move(self, move_id: int, goods: Goods, quantity: int, day: int) -> None:
        head = self.head
        self.rows.moves.append((
            move_id, head.document_id, head.first_line_id + goods.line, self.product_id,
            goods.source_id, goods.target_id, quantity, goods.at or self.paper.at,
            goods.sequence or head.sequence, day, goods.answers_id, goods.counted, goods.lot_id,
            head.document_id, goods.source_bin_id, goods.target_bin_id, goods.pieces,
        ))  # fmt: skip

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
        self.rows.moves.append((
            move_id, move.document_id, move.line_id, self.product_id, source, target,
            abs(correction.quantity), move.happened_at, move.sequence, day, move.id, None, None,
            head.document_id, None, None, None,
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

    def _book(self, day: int, source: int, target: int, amount: int) -> None:
        if not amount:
            return
        book, origin, end = self.bookings[day], self.places[source], self.places[target]
        book[Role.STOCK if end.own else TO[end.kind], None, 1] += amount
        book[Role.STOCK if origin.own else FROM[origin.kind], None, 1] -= amount

    def _book_variance(self, day: int, amount: int) -> None:
        self.bookings[day][Role.STOCK, None, 1] += amount
        self.bookings[day][Role.COST_OF_SALES, None, 1] -= amount
