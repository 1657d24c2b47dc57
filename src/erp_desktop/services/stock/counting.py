"""Stock counts (盘点): a count says how much is there, at its own time.

Each line keeps the time it was counted at; the ledger sets the quantity *then*, so goods sold
between counting and posting are sold goods, not differences (L-50, L-51), and a fact that arrives
later only changes the difference (L-24). What was not counted is not zero (L-53).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from erp_desktop.core import clock, errors
from erp_desktop.core.collecting import paused_collecting
from erp_desktop.core.money import quantity_parts
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books, marks
from erp_desktop.services import posting
from erp_desktop.services.catalogue.products import products
from erp_desktop.services.paper import Goods, Line, Paper, Posted
from erp_desktop.services.stock.places import main_warehouse, outside


@dataclass(frozen=True, slots=True)
class CountLine:
    """One product as it was found: how much, when, and on which shelf (for the record)."""

    product_id: int
    counted: Decimal
    at: int | None = None
    shelf: str = ""
    lot: str | None = None  # or the serial number: then how much of it there is


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
    adjustment = outside(books, "adjustment")
    known = products(books, [line.product_id for line in command.lines])
    paper.rules = {product.id: product.rule for product in known.values()}
    found = _together(books, command, at)
    bins = _only_bins(books, paper.place_id or 0, [line[0] for line in found])
    plain = [(line[0], line[3]) for line in found if not line[1]]
    in_books = expected(books, paper.place_id or 0, plain)
    for position, (product_id, lot, counted, when, shelf) in enumerate(found):
        product = known[product_id]
        if not product.is_goods:
            raise errors.NotStocked(product.sku)
        book = (
            expected_of_lot(books, product_id, paper.place_id or 0, lot, when)
            if lot else in_books.get(product_id, 0)
        )  # fmt: skip
        paper.lines.append(
            Line(product.id, product.sku, product.name, abs(counted - book), product.unit,
                 counted=counted, expected=book, happened_at=when, note=shelf, lot=lot)
        )  # fmt: skip
        paper.goods.append(
            Goods(position, product.id, adjustment, paper.place_id or 0, 0, counted=counted,
                  at=clock.reasonable(when), target_bin_id=bins.get(product_id))
        )  # fmt: skip
    return paper


def _together(
    books: Books, command: PostCount, at: int
) -> list[tuple[int, str | None, int, int, str]]:
    """One line a product and lot: shelves add up, at the time the last of them was counted."""
    found: dict[tuple[int, str | None], tuple[int, int, set[str]]] = {}
    for line in command.lines:
        counted = quantity_parts(line.counted)
        if counted < 0:
            raise errors.NotPositive("counted", line.counted)
        when = line.at if line.at is not None else at
        key = (line.product_id, line.lot or None)
        before, last, shelves = found.get(key, (0, when, set()))
        if line.shelf in shelves:
            raise errors.CountedTwice(products(books, [line.product_id])[line.product_id].sku)
        found[key] = (before + counted, max(last, when), shelves | {line.shelf})
    return [
        (product_id, lot, counted, when, ", ".join(sorted(filter(None, shelves))))
        for (product_id, lot), (counted, when, shelves) in found.items()
    ]


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
