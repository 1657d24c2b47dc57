"""The stock ledger: `write` is the only writer of moves, value entries and balances.

A paper's goods are told product by product. If nothing of a product happened later in the places
it touches, the balance *is* the state just before, and the new events are told from it. Otherwise
(back-dating, a late bill, a reversal) the story is told again from the first change on
(`restating`), and the differences are appended as entries that name this paper as their cause.
Every value entry is booked: stock on the one side, the account of the place outside on the other.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from erp_desktop.core import chain
from erp_desktop.core.collecting import paused_collecting
from erp_desktop.models.books import Books, marks
from erp_desktop.services.catalogue.products import products
from erp_desktop.services.finance.journal import Bookings
from erp_desktop.services.paper import Goods, Paper, Rule
from erp_desktop.services.stock import layers
from erp_desktop.services.stock.appending import Head, Held, StockRows
from erp_desktop.services.stock.cascading import Cascade
from erp_desktop.services.stock.lot_rules import check_lots
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
    goods: dict[int, list[tuple[int, Goods]]] = {product_id: [] for product_id in product_ids}
    for move_id, moving in enumerate(paper.goods, start=head.next_move):
        goods[moving.product_id].append((move_id, moving))
    head.next_move += len(paper.goods)
    rules = dict(paper.rules)
    held = _held(books, product_ids)
    tellings: dict[int, Telling] = {}

    def telling(product_id: int) -> Telling:
        found = tellings.get(product_id)
        if found is None:
            if product_id not in held:  # reached through an assembly
                held.update(_held(books, [product_id]))
            found = tellings[product_id] = Telling(
                books, paper, head, rows, bookings, product_id, goods.get(product_id, []),
                held[product_id], rules[product_id],
            )  # fmt: skip
        return found

    with paused_collecting():
        _read_rules(books, rules, product_ids)
        _find(books, paper, goods, product_ids, rules, telling)
        for found in tellings.values():
            found.write()
        check_lots(books, rows, rules)
    rows.moves.sort(key=itemgetter(0))
    return rows


def _find(
    books: Books,
    paper: Paper,
    goods: dict[int, list[tuple[int, Goods]]],
    product_ids: list[int],
    rules: dict[int, Rule],
    telling: Callable[[int], Telling],
) -> None:
    """Tell each product, and again those that were assembled from what costs differently now."""
    cascade = Cascade(books, paper, goods)
    waiting = list(product_ids)
    while waiting:
        product_id = waiting.pop(0)
        told = telling(product_id).find(cascade.more.get(product_id, {}))
        if not cascade.concerns(told):
            continue
        again = cascade.after(product_id, told) - set(waiting)
        _read_rules(books, rules, sorted(again))
        waiting += sorted(again)


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


def _read_rules(books: Books, rules: dict[int, Rule], product_ids: list[int]) -> None:
    """What posting must know of the products that nobody read yet."""
    if unread := [product_id for product_id in product_ids if product_id not in rules]:
        rules |= {found.id: found.rule for found in products(books, unread).values()}


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
