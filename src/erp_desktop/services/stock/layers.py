"""The layers of cost as a cache: what a posting reads to go on, and which rows it changes.

The story is what counts: `verify` tells it from the first row and compares. A queue keeps a row a
layer; single lots keep a row a lot, with the lot's own last known cost.
"""

from collections.abc import Mapping
from typing import Any, Final

from erp_desktop.core.costing.average import Holding
from erp_desktop.core.costing.fifo import Layer, Layers
from erp_desktop.core.costing.replay import Pool
from erp_desktop.core.costing.specific import Lots
from erp_desktop.models.books import Books

COLUMNS: Final = (
    "location_id, at, sequence, move_id, part, lot_id, origin_id, quantity, value, cost_value, "
    "cost_quantity"
)
PUT: Final = (
    f"INSERT INTO stock_layer (product_id, {COLUMNS}) "  # noqa: S608  (our own names)
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (product_id, location_id, at, sequence, move_id, part, lot_id) DO UPDATE SET "
    "origin_id = excluded.origin_id, quantity = excluded.quantity, value = excluded.value, "
    "cost_value = excluded.cost_value, cost_quantity = excluded.cost_quantity"
)
GONE: Final = (
    "DELETE FROM stock_layer WHERE product_id = ? AND location_id = ? AND at = ? "
    "AND sequence = ? AND move_id = ? AND part = ? AND lot_id = ?"
)

# where and which layer, then origin, quantity, value and the last known cost
Name = tuple[int, int, int, int, int, int]
Facts = tuple[int, int, int, int, int]
Shelf = dict[Name, Facts]


def read(books: Books, product_id: int) -> Shelf:
    """The layers of a product as they stand, by scope and place in the queue."""
    rows = books.rows(
        f"SELECT {COLUMNS} FROM stock_layer WHERE product_id = ?",  # noqa: S608
        (product_id,),
    )
    return {tuple(row[:6]): tuple(row[6:]) for row in rows}


def fill(pool: Pool, scope: int, shelf: Shelf) -> None:
    """Give a holding the layers of its scope."""
    if isinstance(pool, Holding):
        return
    for (place, *key, lot), (origin, quantity, value, cost_value, cost_quantity) in shelf.items():
        if place != scope:
            continue
        if isinstance(pool, Layers):
            at, sequence, move, part = key
            pool.hold(Layer((at, sequence, move, part), origin, lot, quantity, value))
        else:
            pool.hold(lot, Holding(pool.minor, quantity, value, cost_value, cost_quantity))


def rows_of(pool: Pool, scope: int) -> Shelf:
    """The rows of one scope."""
    if isinstance(pool, Layers):
        return {
            (scope, *layer.key, layer.lot): (layer.origin, layer.quantity, layer.value, 0, 0)
            for layer in pool.layers
        }
    if isinstance(pool, Lots):
        return {
            (scope, 0, 0, 0, 0, lot): (0, one.quantity, one.value, one.cost_value,
                                       one.cost_quantity)
            for lot, one in pool.lots.items()
        }  # fmt: skip
    return {}


def changed_rows(
    product_id: int, shelf: Shelf, holdings: Mapping[int, Pool]
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Which rows go and which are put, where the holdings of these scopes are other by now."""
    now: Shelf = {}
    for scope, pool in holdings.items():
        now |= rows_of(pool, scope)
    gone = [(product_id, *name) for name in shelf if name[0] in holdings and name not in now]
    put = [(product_id, *name, *facts) for name, facts in now.items() if shelf.get(name) != facts]
    return gone, put
