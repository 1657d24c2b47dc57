"""The stock ledger: `write` is the only writer of moves, value entries and balances.

A paper's goods are told product by product. If nothing of a product happened later in the places
it touches, the balance *is* the state just before, and the new events are told from it. Otherwise
(back-dating, a late bill, a reversal) the story is told again from the first change on
(`restating`), and the differences are appended as entries that name this paper as their cause.
Every value entry is booked: stock on the one side, the account of the place outside on the other.
"""

from typing import Any

from erp_desktop.core import chain
from erp_desktop.core.collecting import paused_collecting
from erp_desktop.models.books import Books, marks
from erp_desktop.services.finance.journal import Bookings
from erp_desktop.services.paper import Goods, Paper
from erp_desktop.services.stock.appending import Head, Held, StockRows
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
            told = Telling(books, paper, head, rows, bookings, pid, goods[pid], held[pid])
            told.tell(*rules[pid])
    rows.moves.sort()
    return rows


def write(books: Books, rows: StockRows) -> None:
    """Append the planned rows, and bring the balances up to them."""
    books.many(MOVE, rows.moves)
    books.many(ENTRY, rows.entries)
    books.many(BALANCE, rows.balances)


def moves_content(rows: StockRows) -> list[tuple[Any, ...]]:
    """What the hash of the posting covers of its moves."""
    return [chain.trimmed(move, MOVE_CONTENT) for move in rows.moves]


def _rules(books: Books, product_ids: list[int]) -> dict[int, tuple[str, str]]:
    """SKU and the rule about selling below zero, by product."""
    return {
        row[0]: (row[1], row[2])
        for row in books.rows(
            f"SELECT id, sku, negative FROM product WHERE id IN ({marks(product_ids)})",  # noqa: S608
            product_ids,
        )
    }


def _held(books: Books, product_ids: list[int]) -> dict[int, dict[int, Held]]:
    """The balances as they stand, by product and place."""
    held: dict[int, dict[int, Held]] = {product_id: {} for product_id in product_ids}
    for product_id, place_id, *balance in books.rows(
        "SELECT product_id, location_id, on_hand, reserved, value, cost_value, cost_quantity, "  # noqa: S608
        f"last_at, last_sequence FROM stock_balance WHERE product_id IN ({marks(product_ids)})",
        product_ids,
    ):
        held[product_id][place_id] = Held(*balance)
    return held
