"""The pieces beside the weight, told again: what lies where, and what each count of them found."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from erp_desktop.models.books import Books
from erp_desktop.reports.findings import Findings
from erp_desktop.services.stock.places import places

_MOVES: Final = (
    "SELECT m.product_id, m.id, m.document_id, m.answers_id, m.counted, m.source_id, m.target_id, "
    "COALESCE(m.lot_id, 0), m.source_bin_id, m.target_bin_id, COALESCE(m.pieces, 0), l.pieces, "
    "p.sku FROM product p JOIN stock_move m ON m.product_id = p.id "
    "JOIN document_line l ON l.id = m.line_id WHERE p.id BETWEEN ? AND ? "
    "AND COALESCE(p.catch_unit, '') <> '' ORDER BY m.product_id, m.happened_at, m.sequence, m.id"
)
Cell = tuple[int, int, int]  # place, bin, lot


class _Moved(NamedTuple):
    id: int
    document_id: int
    answers_id: int | None
    counted: int | None
    source_id: int
    target_id: int
    lot: int
    from_bin: int | None
    into_bin: int | None
    pieces: int
    said: int | None  # how many pieces the line says
    sku: str


def check_pieces(findings: Findings, first: int, last: int) -> None:
    """A stretch of products: the cache of pieces, and that each count ends at what it found."""
    books = findings.books
    stories: dict[int, list[_Moved]] = {}
    for product_id, *row in books.rows(_MOVES, (first, last)):
        stories.setdefault(product_id, []).append(_Moved(*row))
    if not stories:
        return
    stored = _stored(books, first, last)
    gone = {
        row[0]
        for row in books.rows(
            "SELECT id FROM document WHERE state = 'reversed' OR kind = 'reversal'"
        )
    }
    own = {place.id for place in places(books).values() if place.own}
    for product_id, moves in stories.items():
        sku = moves[0].sku
        held = _sums(moves, own)
        kept = stored.get(product_id, {})
        for cell in sorted(held.keys() | kept.keys()):
            was, now = kept.get(cell, 0), held.get(cell, 0)
            findings.quantity("", "the pieces of a bin or lot", was, now, f"{sku} {cell}")
        _check_counts(findings, [move for move in moves if move.document_id not in gone], own)


def _stored(books: Books, first: int, last: int) -> dict[int, dict[Cell, int]]:
    found: dict[int, dict[Cell, int]] = {}
    for product_id, *cell, pieces in books.rows(
        "SELECT product_id, location_id, bin_id, lot_id, pieces FROM stock_detail "
        "WHERE product_id BETWEEN ? AND ? AND pieces <> 0",
        (first, last),
    ):
        found.setdefault(product_id, {})[cell[0], cell[1], cell[2]] = pieces
    return found


def _sums(moves: Iterable[_Moved], own: set[int]) -> dict[Cell, int]:
    held: dict[Cell, int] = defaultdict(int)
    for move in moves:
        _add(held, move, own)
    return held


def _add(held: dict[Cell, int], move: _Moved, own: set[int]) -> None:
    for place, bin_id, sign in (
        (move.source_id, move.from_bin, -1), (move.target_id, move.into_bin, 1)
    ):  # fmt: skip
        if place in own and move.pieces:
            held[place, bin_id or 0, move.lot] += sign * move.pieces


def _check_counts(findings: Findings, moves: Iterable[_Moved], own: set[int]) -> None:
    """In the order of time; a count's further moves belong to it."""
    further: dict[int, list[_Moved]] = defaultdict(list)
    story: list[_Moved] = []
    counts = set[int]()
    for move in moves:
        if move.answers_id in counts:
            further[move.answers_id or 0].append(move)
            continue
        if move.counted is not None:
            counts.add(move.id)
        story.append(move)
    held: dict[Cell, int] = defaultdict(int)
    for move in story:
        for one in (move, *further.get(move.id, ())):
            _add(held, one, own)
        if move.counted is not None and move.said is not None:
            there = sum(pieces for cell, pieces in held.items() if _covers(move, cell, own))
            number = findings.number_of(move.document_id)
            findings.quantity(number, "the pieces that were counted", there, move.said, move.sku)


def _covers(count: Any, cell: Cell, own: set[int]) -> bool:
    """What a count is of: a place, one bin of it (named at both ends), one lot."""
    place = count.target_id if count.target_id in own else count.source_id
    one_bin = count.from_bin is not None and count.into_bin is not None
    return (
        cell[0] == place
        and (not one_bin or cell[1] == count.into_bin)
        and (not count.lot or cell[2] == count.lot)
    )
