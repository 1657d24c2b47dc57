"""Counting bin by bin (按库位盘点): what was counted in a bin is compared with that bin alone.

As soon as a product that lies in bins was found on a shelf that is a bin, it is counted by bin: the
bins that nobody counted stay as they are (LEDGER L-53), and so does what lies in no bin. What was
found on shelves that are no bins is what lies in no bin. A product of which nothing lies in a bin
is counted as a whole: its shelves add up. Whoever counts on purpose what lies in no bin says so by
the shelf `-`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from erp_desktop.models.books import Books, marks
from erp_desktop.services.stock.bins import NO_BIN, bins_to_count
from erp_desktop.services.stock.count_entries import Found, Outcome, all_pieces

PORTION = 500  # products asked for at once


class InBin(NamedTuple):
    """So much of a product (and lot) was found in a bin (or in none), at its time (whole parts)."""

    product_id: int
    bin_id: int
    lot: str
    counted: int
    at: int
    shelf: str
    pieces: int | None = None


Place = tuple[int, int, str]  # product, bin, lot


def counted_by_bin(
    books: Books, place_id: int, counted: Mapping[int, Outcome]
) -> dict[int, list[InBin]]:
    """By product: the bins it was counted in; what is counted as a whole is not in it."""
    bins = bins_to_count(books, place_id)
    named = {
        product_id: its for product_id, its in counted.items()
        if bins and any(line.shelf in bins for line in its.kept)
    }  # fmt: skip
    lying = _in_bins(books, place_id, list(named))
    return {
        product_id: _by_bin(product_id, its.kept, bins)
        for product_id, its in named.items()
        if product_id in lying or any(bins.get(line.shelf) == NO_BIN for line in its.kept)
    }


def _by_bin(product_id: int, kept: Iterable[Found], bins: Mapping[str, int]) -> list[InBin]:
    """A line for each bin and lot; the shelves that are no bins add up."""
    told: dict[tuple[int, str], list[Found]] = {}
    for line in kept:
        told.setdefault((bins.get(line.shelf, NO_BIN), line.lot), []).append(line)
    return [
        InBin(
            product_id, bin_id, lot, sum(line.counted for line in its),
            max(line.at for line in its), ", ".join(filter(None, (line.shelf for line in its))),
            all_pieces(its),
        )
        for (bin_id, lot), its in told.items()
    ]  # fmt: skip


def _in_bins(books: Books, place_id: int, product_ids: Sequence[int]) -> set[int]:
    """Products of which something lies in the bins of a warehouse."""
    found: set[int] = set()
    for some in _portions(product_ids):
        rows = books.rows(
            "SELECT DISTINCT product_id FROM stock_detail WHERE location_id = ? AND bin_id <> 0 "  # noqa: S608
            f"AND on_hand <> 0 AND product_id IN ({marks(some)})",
            [place_id, *some],
        )
        found |= {row[0] for row in rows}
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
    for some in _portions(list(dict.fromkeys(product for product, _, _ in moment))):
        for product, bin_id, lot, on_hand in _lying(books, place_id, some):
            for key in {(product, bin_id, lot), (product, bin_id, "")} & held.keys():
                held[key] += on_hand
        since = min(at for (product, _, _), at in moment.items() if product in set(some))
        for product, bin_id, lot, at, moved in _moved(books, place_id, some, since):
            for key in {(product, bin_id, lot), (product, bin_id, "")} & held.keys():
                held[key] -= moved if at > moment[key] else 0
    return held


def _lying(
    books: Books, place_id: int, product_ids: Sequence[int]
) -> Iterator[tuple[int, int, str, int]]:
    """(product, bin, lot, how much) in a warehouse; the last of them is what has neither."""
    rest: dict[int, int] = dict(
        books.rows(
            "SELECT product_id, on_hand FROM stock_balance WHERE location_id = ? "  # noqa: S608
            f"AND product_id IN ({marks(product_ids)})",
            [place_id, *product_ids],
        )
    )
    for product, bin_id, lot, on_hand in books.rows(
        "SELECT d.product_id, d.bin_id, COALESCE(l.code, ''), d.on_hand FROM stock_detail d "  # noqa: S608
        "LEFT JOIN lot l ON l.id = d.lot_id WHERE d.location_id = ? "
        f"AND d.product_id IN ({marks(product_ids)}) AND d.on_hand <> 0",
        [place_id, *product_ids],
    ):
        rest[product] = rest.get(product, 0) - on_hand
        yield product, bin_id, lot, on_hand
    for product, left in rest.items():
        yield product, NO_BIN, "", left


def _moved(
    books: Books, place_id: int, product_ids: Sequence[int], since: int
) -> Iterator[tuple[int, int, str, int, int]]:
    """(product, bin, lot, when, how much more) of what moved in a warehouse since a moment."""
    for product, lot, source, target, from_bin, into_bin, at, moved in books.rows(
        "SELECT m.product_id, COALESCE(l.code, ''), m.source_id, m.target_id, "  # noqa: S608
        "COALESCE(m.source_bin_id, 0), COALESCE(m.target_bin_id, 0), m.happened_at, m.quantity "
        "FROM stock_move m LEFT JOIN lot l ON l.id = m.lot_id "
        f"WHERE m.product_id IN ({marks(product_ids)}) AND m.happened_at > ? "
        "AND (m.source_id = ? OR m.target_id = ?)",
        [*product_ids, since, place_id, place_id],
    ):
        if source == place_id:
            yield product, from_bin, lot, at, -moved
        if target == place_id:
            yield product, into_bin, lot, at, moved


def _portions(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[first : first + PORTION] for first in range(0, len(ids), PORTION)]
