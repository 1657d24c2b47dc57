"""The stock ledger: `write` is the only writer of moves, value entries and balances.

A paper's goods are told product by product. If nothing of a product happened later in the places
it touches, the balance *is* the state just before, and the new events are told from it. Otherwise
(back-dating, a late bill, a reversal) the story is told again from the first change on
(`restating`), and the differences are appended as entries that name this paper as their cause.
Every value entry is booked: stock on the one side, the account of the place outside on the other.
"""

from collections import deque
from operator import itemgetter
from typing import Any

from erp_desktop.core import chain
from erp_desktop.core.collecting import paused_collecting
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.products import products
from erp_desktop.services.finance.journal import Bookings
from erp_desktop.services.paper import Goods, Paper
from erp_desktop.services.stock import layers
from erp_desktop.services.stock.appending import Head, Held, StockRows
from erp_desktop.services.stock.binning import spread_bins
from erp_desktop.services.stock.cascading import Cascade
from erp_desktop.services.stock.lot_rules import check_lots
from erp_desktop.services.stock.lotting import spread_lots
from erp_desktop.services.stock.piece_counts import settle_pieces
from erp_desktop.services.stock.telling import Telling

MOVE = (
    "INSERT INTO stock_move (id, document_id, line_id, product_id, source_id, target_id, quantity, "
    "happened_at, sequence, booked_on, answers_id, counted, lot_id, caused_by_id, source_bin_id, "
    "target_bin_id, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
MOVE_CONTENT = 14  # columns that every move's content has; the later ones where they are set
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

NOTHING: dict[int, int] = {}
DETAIL = (
    "INSERT INTO stock_detail (product_id, location_id, bin_id, lot_id, on_hand, pieces) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (product_id, location_id, bin_id, lot_id) "
    "DO UPDATE SET on_hand = stock_detail.on_hand + excluded.on_hand, "
    "pieces = stock_detail.pieces + excluded.pieces"
)


def plan(books: Books, paper: Paper, head: Head, bookings: Bookings) -> StockRows:
    """Move the paper's goods, find what they cost, restate what came after; books the value.

    Nothing is written yet: the chain's hash covers the rows, and parents are written first.

    Raises NotEnoughStock where a product's rule blocks selling below zero.
    """
    rows = StockRows()
    product_ids = list(dict.fromkeys(
        [goods.product_id for goods in paper.goods] + [r.product_id for r in paper.revalues]
        + [*paper.recosts, *paper.again]
    ))  # fmt: skip
    if not product_ids:
        return rows
    with paused_collecting():
        tellings = _Tellings(books, paper, head, rows, bookings)
        tellings.find(product_ids)
        tellings.write()
    rows.moves.sort(key=itemgetter(0))
    return rows


class _Tellings:
    """The products of one posting: those of its paper, and those reached through assemblies."""

    def __init__(
        self, books: Books, paper: Paper, head: Head, rows: StockRows, bookings: Bookings
    ) -> None:
        self.books, self.paper, self.head = books, paper, head
        self.rows, self.bookings = rows, bookings
        self.rules = dict(paper.rules)
        self._read_rules([goods.product_id for goods in paper.goods])
        spread_lots(books, paper, self.rules)
        spread_bins(books, paper)
        self.goods: dict[int, list[tuple[int, Goods]]] = {}
        for move_id, moving in enumerate(paper.goods, start=head.next_move):
            self.goods.setdefault(moving.product_id, []).append((move_id, moving))
        head.next_move += len(paper.goods)
        self.all: dict[int, Telling] = {}

    def find(self, product_ids: list[int]) -> None:
        """Tell each product, and again those that were made of what costs differently now."""
        cascade = Cascade(self.books, self.paper, self.goods)
        waiting = deque(product_ids)
        self._prepare(product_ids)
        while waiting:
            product_id = waiting.popleft()
            told = self.all[product_id].find(cascade.more.get(product_id, NOTHING))
            if cascade.concerns(told):
                again = sorted(cascade.after(product_id, told) - set(waiting))
                self._prepare(again)
                waiting += again

    def write(self) -> None:
        """Append what was found, each product once."""
        for telling in self.all.values():
            telling.write()
        settle_pieces(self.books, self.paper, self.head, self.rows, self.rules)
        check_lots(self.books, self.rows, self.rules)

    def _read_rules(self, product_ids: list[int]) -> None:
        unread = [product_id for product_id in product_ids if product_id not in self.rules]
        if unread:
            found = products(self.books, unread).values()
            self.rules |= {product.id: product.rule for product in found}

    def _prepare(self, product_ids: list[int]) -> None:
        new = [product_id for product_id in product_ids if product_id not in self.all]
        if not new:
            return
        self._read_rules(new)
        held = _held(self.books, new)
        for pid in new:
            self.all[pid] = Telling(
                self.books, self.paper, self.head, self.rows, self.bookings, pid,
                self.goods.get(pid, []), held[pid], self.rules[pid],
            )  # fmt: skip


def write(books: Books, rows: StockRows) -> None:
    """Append the planned rows, and bring the balances up to them."""
    books.many(MOVE, rows.moves)
    books.many(ENTRY, rows.entries)
    books.many(BALANCE, rows.balances)
    books.many(DETAIL, [(*key, *more) for key, more in rows.details.items() if any(more)])
    books.many(layers.GONE, rows.layers_gone)
    books.many(layers.PUT, rows.layers_put)


def moves_content(rows: StockRows) -> list[tuple[Any, ...]]:
    """What the hash of the posting covers of its moves."""
    return [chain.trimmed(move, MOVE_CONTENT) for move in rows.moves]


def _held(books: Books, product_ids: list[int]) -> dict[int, dict[int, Held]]:
    """The balances as they stand, by product and place."""
    held: dict[int, dict[int, Held]] = {product_id: {} for product_id in product_ids}
    for product_id, place_id, *balance in books.among(
        "SELECT product_id, location_id, on_hand, reserved, value, cost_value, cost_quantity, "
        "last_at, last_sequence FROM stock_balance WHERE product_id IN ({})",
        product_ids,
    ):
        held[product_id][place_id] = Held(*balance)
    return held
