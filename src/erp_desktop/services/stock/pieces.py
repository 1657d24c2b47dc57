"""How many pieces a weight is, of goods that are kept in both (称重计件, LEDGER L-59).

Whoever weighs says how many pieces it was. Where nobody can say it, because a kit took its parts or
a weight was spread over lots and bins, it is the share of the pieces that belong to the weight: in
whole pieces, and all of them with the last of it.
"""

from erp_desktop.core.allocation import cumulative
from erp_desktop.core.money import ONE_QUANTITY
from erp_desktop.models.books import Books


def share_of(pieces: int | None, before: int, part: int, whole: int) -> int | None:
    """The whole pieces that go with `part` of a weight, after `before` went already."""
    if pieces is None or not whole:
        return pieces
    return cumulative(pieces, before, part, whole, ONE_QUANTITY)


def likely(books: Books, product_id: int, place_id: int, weight: int) -> int | None:
    """The pieces that a weight most likely is, by what lies there; None where none are kept."""
    row = books.row(
        "SELECT b.on_hand, (SELECT SUM(d.pieces) FROM stock_detail d "
        "WHERE d.product_id = b.product_id AND d.location_id = b.location_id) "
        "FROM stock_balance b JOIN product p ON p.id = b.product_id "
        "WHERE b.product_id = ? AND b.location_id = ? AND p.catch_unit IS NOT NULL",
        (product_id, place_id),
    )
    if row is None or row[0] <= 0 or not row[1] or row[1] <= 0:
        return None
    return share_of(int(row[1]), 0, min(weight, int(row[0])), int(row[0]))


def of_move(books: Books, move_id: int, weight: int) -> int | None:
    """The pieces that come back with so much of what a movement took away."""
    row = books.row("SELECT pieces, quantity FROM stock_move WHERE id = ?", (move_id,))
    return None if row is None else share_of(row[0], 0, weight, int(row[1]))
