"""Counting bin by bin (按库位盘点): what was counted in a bin is compared with that bin alone.

A product that lies in bins only, and was found on shelves that are bins, is counted by bin: the
bins that nobody counted stay as they are (LEDGER L-53). The ledger knows one quantity of the
warehouse, so the line sets that to what the books say there at its time, and the differences of
the bins counted so far; the difference itself goes into the bin, or comes out of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from erp_desktop.models.books import Books, marks
from erp_desktop.services.stock.count_entries import Outcome

PORTION = 500  # products asked for at once


class InBin(NamedTuple):
    """So much of a product (and lot) was found in a bin, at its time (whole parts)."""

    product_id: int
    bin_id: int
    lot: str
    counted: int
    at: int
    shelf: str


Place = tuple[int, int, str]  # product, bin, lot


def counted_by_bin(
    books: Books, place_id: int, counted: Mapping[int, Outcome]
) -> dict[int, list[InBin]]:
    """By product: the bins it was counted in; what is counted as a whole is not in it."""
    bins: dict[str, int] = dict(
        books.rows("SELECT code, id FROM bin WHERE location_id = ?", (place_id,))
    )
    named = {
        product_id: its for product_id, its in counted.items()
        if bins and all(line.shelf in bins for line in its.kept)
    }  # fmt: skip
    loose = _loose(books, place_id, list(named))
    return {
        product_id: [
            InBin(product_id, bins[line.shelf], line.lot, line.counted, line.at, line.shelf)
            for line in its.kept
        ]
        for product_id, its in named.items()
        if product_id not in loose
    }


def _loose(books: Books, place_id: int, product_ids: Sequence[int]) -> set[int]:
    """Products of which something lies in the warehouse outside of its bins."""
    found: set[int] = set()
    for some in _portions(product_ids):
        rows = books.rows(
            "SELECT b.product_id, b.on_hand - COALESCE((SELECT SUM(d.on_hand) FROM stock_detail d "  # noqa: S608
            "WHERE d.product_id = b.product_id AND d.location_id = b.location_id "
            "AND d.bin_id <> 0), 0) FROM stock_balance b WHERE b.location_id = ? "
            f"AND b.product_id IN ({marks(some)})",
            [place_id, *some],
        )
        found |= {product_id for product_id, left in rows if int(left)}
    return found


def on_shelves(books: Books, place_id: int, begins: str) -> list[tuple[int, int, str, str]]:
    """What lies in the bins whose codes begin so: (product, bin, its code, lot)."""
    return books.rows(
        "SELECT d.product_id, d.bin_id, n.code, COALESCE(l.code, '') FROM stock_detail d "
        "JOIN bin n ON n.id = d.bin_id LEFT JOIN lot l ON l.id = d.lot_id "
        "WHERE d.location_id = ? AND n.code LIKE ? AND d.on_hand <> 0 "
        "ORDER BY n.rank, n.code, d.product_id, d.lot_id",
        (place_id, f"{begins}%"),
    )


def expected_in_bins(
    books: Books, place_id: int, lines: Iterable[tuple[int, int, str, int]]
) -> dict[Place, int]:
    """The book quantity of each (product, bin, lot, moment): what lies there now, less what moved
    since the moment. Without a lot all lots of the bin."""
    moment = {(product, bin_id, lot): at for product, bin_id, lot, at in lines}
    held = dict.fromkeys(moment, 0)
    products = list(dict.fromkeys(product for product, _, _ in moment))
    for some in _portions(products):
        for product, bin_id, lot, on_hand in books.rows(
            "SELECT d.product_id, d.bin_id, COALESCE(l.code, ''), d.on_hand FROM stock_detail d "  # noqa: S608
            "LEFT JOIN lot l ON l.id = d.lot_id WHERE d.location_id = ? "
            f"AND d.product_id IN ({marks(some)})",
            [place_id, *some],
        ):
            for key in {(product, bin_id, lot), (product, bin_id, "")} & held.keys():
                held[key] += on_hand
        since = min(at for (product, _, _), at in moment.items() if product in set(some))
        for product, lot, source, target, at, moved in _moves(books, some, since):
            for bin_id, sign in ((source, 1), (target, -1)):
                for key in {(product, bin_id, lot), (product, bin_id, "")} & held.keys():
                    held[key] += sign * moved if at > moment[key] else 0
    return held


def _moves(
    books: Books, product_ids: Sequence[int], since: int
) -> list[tuple[int, str, int, int, int, int]]:
    return books.rows(
        "SELECT m.product_id, COALESCE(l.code, ''), COALESCE(m.source_bin_id, 0), "  # noqa: S608
        "COALESCE(m.target_bin_id, 0), m.happened_at, m.quantity FROM stock_move m "
        f"LEFT JOIN lot l ON l.id = m.lot_id WHERE m.product_id IN ({marks(product_ids)}) "
        "AND m.happened_at > ? AND (m.source_bin_id IS NOT NULL OR m.target_bin_id IS NOT NULL)",
        [*product_ids, since],
    )


def _portions(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[first : first + PORTION] for first in range(0, len(ids), PORTION)]
