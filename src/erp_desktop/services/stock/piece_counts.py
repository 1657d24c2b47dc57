"""Counting pieces beside the weight (称重计件的盘点): a count says how many pieces lie there, too.

As with the weight, a count sets the pieces at its own time, and what is posted later with a time
before it changes its difference and not what was counted (LEDGER L-24, L-50). Pieces cost nothing,
so this is told beside the costing, by differences alone: what a posting changes runs forward in
time until the next count of the same stock takes it up, in a further move without weight.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books
from erp_desktop.services.paper import Paper, Rule
from erp_desktop.services.stock.appending import Head, StockRows
from erp_desktop.services.stock.pieces import likely
from erp_desktop.services.stock.places import places

_LINE, _PRODUCT, _SOURCE, _TARGET, _QUANTITY, _AT, _SEQUENCE = 2, 3, 4, 5, 6, 7, 8
_COUNTED, _LOT, _FROM_BIN, _INTO_BIN, _PIECES = 11, 12, 14, 15, 16

Key = tuple[int, int, int]  # when, sequence of the document, move
Cell = tuple[int, int, int]  # place, bin, lot


class Counted(NamedTuple):
    """A count of pieces: of which stock, and how many; `bin_id` and `lot` None are all of them."""

    key: Key
    move: tuple[Any, ...]  # as the ledger has it
    place: int
    bin_id: int | None
    lot: int | None
    pieces: int | None  # None: nobody said it

    @property
    def home(self) -> Cell:
        """Where its difference goes."""
        inward = self.move[_TARGET] == self.place
        bin_id = self.move[_INTO_BIN if inward else _FROM_BIN]
        return self.place, bin_id or 0, self.lot or 0

    def covers(self, cell: Cell) -> bool:
        """Whether what lies there was counted."""
        place, bin_id, lot = cell
        return (
            place == self.place and self.bin_id in {None, bin_id} and self.lot in {None, lot}
        )  # fmt: skip


def settle_pieces(
    books: Books, paper: Paper, head: Head, rows: StockRows, rules: Mapping[int, Rule]
) -> None:
    """Write the differences in pieces of the paper's own counts, and those of later ones."""
    caught = {product_id for product_id, rule in rules.items() if rule.catch}
    if not caught:
        return
    at: dict[int, list[int]] = {}
    for position, move in enumerate(rows.moves):
        if move[_PRODUCT] in caught:
            at.setdefault(move[_PRODUCT], []).append(position)
    for product_id, positions in at.items():
        _Pieces(books, paper, head, rows, product_id).settle(positions)


class _Pieces:
    """The pieces of one product in one posting."""

    def __init__(
        self, books: Books, paper: Paper, head: Head, rows: StockRows, product_id: int
    ) -> None:
        self.books, self.paper, self.head = books, paper, head
        self.rows, self.product_id = rows, product_id
        self.own = {place.id for place in places(books).values() if place.own}
        self.more: dict[Cell, int] = {}  # by how much the books say otherwise, so far in time

    def settle(self, positions: Sequence[int]) -> None:
        """Go through what is new and the counts after it, in the order of time.

        `positions` are the product's rows among the new moves.
        """
        at = {self.rows.moves[position][0]: position for position in positions}
        mine = [self.rows.moves[position] for position in positions]
        news: list[tuple[Key, tuple[Any, ...] | Counted]] = [
            ((move[_AT], move[_SEQUENCE], move[0]), self._count(move) or move) for move in mine
        ]
        first = min(key for key, _ in news)
        news += [(one.key, one) for one in self._later(first)]
        for _, one in sorted(news, key=lambda news: news[0]):
            if not isinstance(one, Counted):
                for cell, pieces in _changes(one, self.own):
                    self._change(cell, pieces)
            elif one.move[0] in at:
                self._say(one, at[one.move[0]])
            else:
                self._correct(one)

    def _count(self, move: tuple[Any, ...]) -> Counted | None:
        """The move as a count that this paper makes."""
        if self.paper.kind is not Kind.COUNT or move[_COUNTED] is None:
            return None
        said = self.paper.lines[move[_LINE] - self.head.first_line_id].pieces
        return _as_count(move, said, self.own)

    def _later(self, since: Key) -> Iterator[Counted]:
        """The counts of pieces in the books that come after a moment."""
        for said, *move in self.books.rows(
            "SELECT l.pieces, m.id, m.document_id, m.line_id, m.product_id, m.source_id, "
            "m.target_id, m.quantity, m.happened_at, m.sequence, m.booked_on, m.answers_id, "
            "m.counted, m.lot_id, m.caused_by_id, m.source_bin_id, m.target_bin_id, m.pieces "
            "FROM stock_move m JOIN document_line l ON l.id = m.line_id "
            "JOIN document d ON d.id = m.document_id WHERE m.product_id = ? "
            "AND m.happened_at >= ? AND m.counted IS NOT NULL AND m.answers_id IS NULL "
            "AND l.pieces IS NOT NULL AND d.kind = 'count' AND d.state <> 'reversed'",
            (self.product_id, since[0]),
        ):
            found = _as_count(tuple(move), said, self.own)
            if found.key > since:
                yield found

    def _say(self, count: Counted, at: int) -> None:
        """A new count: what it found against the books at its time, this posting among them."""
        move, inward = count.move, count.move[_TARGET] == count.place
        if count.pieces is None:
            share = likely(self.books, self.product_id, count.place, move[_QUANTITY]) or 0
            more = share if inward else -share
        else:
            book = pieces_then(self.books, self.product_id, count.place, move[_AT],
                               bin_id=count.bin_id, lot_id=count.lot)  # fmt: skip
            more = count.pieces - book - self._off(count)
        if more:
            self.rows.moves[at] = (*move[:_PIECES], more if inward else -more)
            self._detail(count.home, more)
            self._change(count.home, more)

    def _correct(self, count: Counted) -> None:
        """A count that is in the books still ends at what it found."""
        off = self._off(count)
        if not off:
            return
        was, head = count.move, self.head
        inward = was[_TARGET] == count.place
        ends = (was[_SOURCE], was[_TARGET]) if inward else (was[_TARGET], was[_SOURCE])
        _, bin_id, _ = count.home
        self.rows.moves.append((
            head.next_move, *was[1:4], *ends, 0, was[_AT], was[_SEQUENCE], head.booked(was[9]),
            was[0], was[_COUNTED], was[_LOT], head.document_id, None, bin_id or None, -off,
        ))  # fmt: skip
        head.next_move += 1
        self._detail(count.home, -off)
        self._change(count.home, -off)

    def _off(self, count: Counted) -> int:
        return sum(pieces for cell, pieces in self.more.items() if count.covers(cell))

    def _change(self, cell: Cell, pieces: int) -> None:
        self.more[cell] = self.more.get(cell, 0) + pieces

    def _detail(self, cell: Cell, pieces: int) -> None:
        self.rows.details[self.product_id, *cell][1] += pieces


def _as_count(move: tuple[Any, ...], said: int | None, own: set[int]) -> Counted:
    """A count of one bin names it at both its ends."""
    place = move[_TARGET] if move[_TARGET] in own else move[_SOURCE]
    one_bin = move[_FROM_BIN] is not None and move[_INTO_BIN] is not None
    key = (move[_AT], move[_SEQUENCE], move[0])
    return Counted(key, move, place, move[_INTO_BIN] if one_bin else None, move[_LOT], said)


def _changes(move: tuple[Any, ...], own: set[int]) -> Iterator[tuple[Cell, int]]:
    """What a movement changes: in which bin and lot of ours, by how many pieces."""
    if not move[_PIECES]:
        return
    for place, bin_id, sign in (
        (move[_SOURCE], move[_FROM_BIN], -1), (move[_TARGET], move[_INTO_BIN], 1)
    ):  # fmt: skip
        if place in own:
            yield (place, bin_id or 0, move[_LOT] or 0), sign * move[_PIECES]


def pieces_then(
    books: Books, product_id: int, place_id: int, moment: int, *,
    bin_id: int | None = None, lot_id: int | None = None,
) -> int:  # fmt: skip
    """The pieces that the books have in a warehouse at a moment; of one bin (0: of none), one lot
    or of all: what lies there now, less what moved since."""
    held = 0
    for its_bin, its_lot, pieces in books.rows(
        "SELECT bin_id, lot_id, pieces FROM stock_detail WHERE product_id = ? AND location_id = ?",
        (product_id, place_id),
    ):
        held += pieces if bin_id in {None, its_bin} and lot_id in {None, its_lot} else 0
    for source, target, lot, from_bin, into_bin, pieces in books.rows(
        "SELECT source_id, target_id, COALESCE(lot_id, 0), COALESCE(source_bin_id, 0), "
        "COALESCE(target_bin_id, 0), pieces FROM stock_move WHERE product_id = ? "
        "AND happened_at > ? AND pieces IS NOT NULL",
        (product_id, moment),
    ):
        for place, its_bin, sign in ((source, from_bin, 1), (target, into_bin, -1)):
            if place == place_id and bin_id in {None, its_bin} and lot_id in {None, lot}:
                held += sign * pieces
    return held
