"""Which bins a posting moves from and to: as its lines say, else in the order of walking.

A line that names a bin comes from it, or goes to it. What goes out without a name is taken from
the bins that hold it (and its lot), the first on the way first; what lies in no bin goes last.
A shop without bins pays one small question for this.
"""

from collections.abc import Iterator
from dataclasses import replace

from erp_desktop.core.allocation import cumulative
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Goods, Paper
from erp_desktop.services.stock.pieces import share_of
from erp_desktop.services.stock.places import places

Taken = dict[tuple[int, int, int, int], int]  # by product, place, bin and lot


def spread_bins(books: Books, paper: Paper) -> None:
    """Split the paper's goods by bin, in place; what already knows its bins stays."""
    if paper.kind is Kind.REVERSAL or not books.value("SELECT 1 FROM bin LIMIT 1"):
        return
    taken: Taken = {}
    paper.goods = [part for goods in paper.goods for part in _split(books, paper, goods, taken)]


def _split(books: Books, paper: Paper, goods: Goods, taken: Taken) -> Iterator[Goods]:
    line, known = paper.lines[goods.line], places(books)
    named = line.bin_id if line.product_id == goods.product_id else None
    leaves = known[goods.source_id].kind == "storage" and goods.counted is None
    if not leaves and goods.target_bin_id is None and known[goods.target_id].kind == "storage":
        goods.target_bin_id = named if goods.counted is None else None
    if not leaves or goods.source_bin_id is not None:
        yield goods
        return
    if named is not None:
        goods.source_bin_id = named
        yield goods
        return
    done = 0
    for bin_id, much in _walk(books, goods, taken):
        value = goods.value
        if value is not None:
            value = cumulative(value, done, much, goods.quantity, books.minor)
        pieces = share_of(goods.pieces, done, much, goods.quantity)
        done += much
        yield replace(goods, quantity=much, value=value, source_bin_id=bin_id, pieces=pieces)


def _walk(books: Books, goods: Goods, taken: Taken) -> list[tuple[int | None, int]]:
    """(bin, how much of it), the first on the way first; None is no bin."""
    rest, found = goods.quantity, list[tuple[int | None, int]]()
    lot = goods.lot_id or 0
    for bin_id, on_hand in books.rows(
        "SELECT d.bin_id, d.on_hand FROM stock_detail d JOIN bin n ON n.id = d.bin_id "
        "WHERE d.product_id = ? AND d.location_id = ? AND d.lot_id = ? AND d.on_hand > 0 "
        "ORDER BY n.rank, n.code",
        (goods.product_id, goods.source_id, lot),
    ):
        key = (goods.product_id, goods.source_id, bin_id, lot)
        part = min(on_hand - taken.get(key, 0), rest)
        if part > 0:
            taken[key] = taken.get(key, 0) + part
            found.append((bin_id, part))
            rest -= part
    return [*found, (None, rest)] if rest else found
