"""Stock counts (盘点): a count says how much is there, at its own time.

Each line keeps the time it was counted at; the ledger sets the quantity *then*, so goods sold
between counting and posting are sold goods, not differences (L-50, L-51), and a fact that arrives
later only changes the difference (L-24). What was not counted is not zero (L-53).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.collecting import paused_collecting
from erp_desktop.core.money import quantity_parts
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books, marks
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import Product, products
from erp_desktop.services.paper import Goods, Line, Paper, Posted
from erp_desktop.services.stock.count_bins import expected_in_bins
from erp_desktop.services.stock.places import main_warehouse, outside


@dataclass(frozen=True, slots=True)
class CountLine:
    """One product as it was found: how much, when, and on which shelf (for the record)."""

    product_id: int
    counted: Decimal
    at: int | None = None
    shelf: str = ""
    lot: str | None = None  # or the serial number: then how much of it there is
    bin_id: int | None = None  # only this bin was counted (0: what lies in no bin)
    pieces: Decimal | None = None  # how many pieces the weight is, of goods kept in both


@dataclass(frozen=True, slots=True)
class PostCount:
    lines: Sequence[CountLine]
    place_id: int | None = None
    at: int | None = None
    external_id: str | None = None
    note: str = ""


def post_count(books: Books, command: PostCount) -> Posted:
    """Set the stock to what was counted. Different shelves of one product add (L-52).

    Raises CountedTwice for one shelf counted twice, NotStocked, NotPositive, NothingToPost.
    """
    if again := posting.posted_before(books, command.external_id):
        return again
    if not command.lines:
        raise errors.NothingToPost
    at = command.at if command.at is not None else clock.now()
    with paused_collecting():
        return posting.post(books, _paper(books, command, at))


def _paper(books: Books, command: PostCount, at: int) -> Paper:
    """A line for each product and lot, with what the books expect there and what was found."""
    paper = Paper(
        kind=Kind.COUNT,
        at=at,
        place_id=command.place_id or main_warehouse(books),
        external_id=command.external_id,
        note=command.note,
    )
    known = products(books, [line.product_id for line in command.lines])
    paper.rules = {product.id: product.rule for product in known.values()}
    found = _together(books, command, at)
    _add_lines(books, paper, known, found)
    return paper


class _Told(NamedTuple):
    """One line of the paper: what of, how much was found, what the books say there then."""

    product_id: int
    lot: str | None
    bin_id: int | None
    counted: int
    at: int
    shelf: str
    pieces: int | None


def _add_lines(
    books: Books, paper: Paper, known: Mapping[int, Product], found: Sequence[_Told]
) -> None:
    """The lines and what the ledger sets by them. Raises NotStocked."""
    adjustment, place = outside(books, "adjustment"), paper.place_id or 0
    bins = _only_bins(books, place, [one.product_id for one in found if one.bin_id is None])
    expected_then = _in_books(books, place, found)
    moments = {at: clock.reasonable(at) for at in {line.at for line in found}}
    for position, line in enumerate(found):
        product, book = known[line.product_id], expected_then[line]
        if not product.is_goods:
            raise errors.NotStocked(product.sku)
        counted_bin = line.bin_id  # a count of one bin names it at both ends
        its_bin = bins.get(product.id) if counted_bin is None else counted_bin
        paper.lines.append(
            Line(product.id, product.sku, product.name, abs(line.counted - book), product.unit,
                 counted=line.counted, expected=book, happened_at=line.at, note=line.shelf,
                 lot=line.lot, bin_id=counted_bin or None, pieces=_pieces(product, line))
        )  # fmt: skip
        paper.goods.append(
            Goods(position, product.id, adjustment, place, 0, counted=line.counted,
                  at=moments[line.at], source_bin_id=counted_bin, target_bin_id=its_bin)
        )  # fmt: skip


def _pieces(product: Product, line: _Told) -> int | None:
    """How many pieces were found of goods that are kept in both; of nothing there are none."""
    if not product.catch_unit:
        return None
    return 0 if line.pieces is None and not line.counted else line.pieces


def _in_books(books: Books, place_id: int, found: Sequence[_Told]) -> dict[_Told, int]:
    """What the books say of what each line counted: a product, a lot or a bin, at its time."""
    binned = [one for one in found if one.bin_id is not None]
    plain = expected(
        books, place_id,
        [(one.product_id, one.at) for one in found if one.bin_id is None and not one.lot],
    )  # fmt: skip
    in_bins = expected_in_bins(
        books, place_id,
        [(one.product_id, one.bin_id or 0, one.lot or "", one.at) for one in binned],
    )  # fmt: skip
    told = {one: in_bins[one.product_id, one.bin_id or 0, one.lot or ""] for one in binned}
    for one in found:
        if one.bin_id is not None:
            continue
        if one.lot:
            told[one] = expected_of_lot(books, one.product_id, place_id, one.lot, one.at)
        else:
            told[one] = plain.get(one.product_id, 0)
    return told


def _together(books: Books, command: PostCount, at: int) -> list[_Told]:
    """One line a product, lot and bin, as they were counted: shelves add up, at the time the last
    of them was counted."""
    found: dict[tuple[int, str | None, int | None], tuple[int, int, set[str], int | None]] = {}
    for line in command.lines:
        counted = quantity_parts(line.counted)
        if counted < 0:
            raise errors.NotPositive("counted", line.counted)
        when = line.at if line.at is not None else at
        key = (line.product_id, line.lot or None, line.bin_id)
        pieces = None if line.pieces is None else _said(line.pieces)
        if key not in found:  # nearly always
            found[key] = (counted, when, {line.shelf}, pieces)
            continue
        before, last, shelves, so_far = found[key]
        if line.shelf in shelves:
            raise errors.CountedTwice(products(books, [line.product_id])[line.product_id].sku)
        both = None if pieces is None or so_far is None else so_far + pieces
        found[key] = (before + counted, max(last, when), shelves | {line.shelf}, both)
    told = [
        _Told(*key, counted, when, _named(shelves), pieces)
        for key, (counted, when, shelves, pieces) in found.items()
    ]
    return sorted(told, key=lambda line: line.at if line.bin_id is not None else 0)


def _named(shelves: set[str]) -> str:
    return next(iter(shelves)) if len(shelves) == 1 else ", ".join(sorted(filter(None, shelves)))


def _said(pieces: Decimal) -> int:
    """How many pieces a line found. Raises NotPositive."""
    if pieces < 0:
        raise errors.NotPositive("pieces", pieces)
    return quantity_parts(pieces)


def _only_bins(books: Books, place_id: int, product_ids: list[int]) -> dict[int, int]:
    """By product: the bin in which all of it lies, so that a difference is a difference there."""
    lying: dict[int, set[int]] = {}
    for some in _portions(product_ids):
        for product_id, bin_id in books.rows(
            "SELECT product_id, bin_id FROM stock_detail WHERE location_id = ? AND on_hand <> 0 "  # noqa: S608
            f"AND product_id IN ({marks(some)})",
            [place_id, *some],
        ):
            lying.setdefault(product_id, set()).add(bin_id)
    return {
        product_id: next(iter(bins)) for product_id, bins in lying.items()
        if len(bins) == 1 and 0 not in bins
    }  # fmt: skip


def expected_of_lot(books: Books, product_id: int, place_id: int, lot: str, moment: int) -> int:
    """The book quantity of one lot in a place at a moment."""
    return sum(
        int(quantity) if target == place_id else -int(quantity)
        for target, quantity in books.rows(
            "SELECT m.target_id, m.quantity FROM stock_move m JOIN lot l ON l.id = m.lot_id "
            "WHERE l.product_id = ? AND l.code = ? AND m.happened_at <= ? "
            "AND (m.source_id = ? OR m.target_id = ?)",
            (product_id, lot, moment, place_id, place_id),
        )
    )


def expected(books: Books, place_id: int, lines: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The book quantity of each (product, moment) in a place (账面数量), by product.

    What is there now, less what moved since the moment: two questions for the whole count.
    """
    held: dict[int, int] = {}
    moment = dict(lines)
    for some in _portions([product_id for product_id, _ in lines]):
        held.update(
            books.rows(
                "SELECT product_id, on_hand FROM stock_balance WHERE location_id = ? "  # noqa: S608
                f"AND product_id IN ({marks(some)})",
                [place_id, *some],
            )
        )
        since = min(moment[product_id] for product_id in some)
        for product_id, at, target, moved in books.rows(
            "SELECT product_id, happened_at, target_id, quantity FROM stock_move "  # noqa: S608
            f"WHERE product_id IN ({marks(some)}) AND happened_at > ? "
            "AND (source_id = ? OR target_id = ?)",
            [*some, since, place_id, place_id],
        ):
            if at > moment[product_id]:
                held[product_id] -= moved if target == place_id else -moved
    return {product_id: held.get(product_id, 0) for product_id, _ in lines}


def _portions(ids: list[int], size: int = 500) -> list[list[int]]:
    return [ids[first : first + size] for first in range(0, len(ids), size)]
