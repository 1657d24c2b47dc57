"""Allocation by lot (按批分配): which lots an order line is promised when the rule deals them out.

As lots go out: the first to expire first. What is blocked, or over before the order is due, is
promised to nobody, so that a line rather gets goods of the next warehouse. A line keeps the lots it
was promised before, and takes those of others only where nothing else is left. Serial numbers are
never guessed: those goods are promised by the warehouse, as goods without lots are.
"""

from collections.abc import Iterable, Mapping, Sequence

from erp_desktop.core import clock
from erp_desktop.models.books import Books, marks
from erp_desktop.services.stock.lot_promises import LotPromises, in_turn
from erp_desktop.services.stock.lots import Stock, shelf
from erp_desktop.services.stock.reservations import Share

Given = tuple[int, int | None, int]  # warehouse, lot, quantity


class LotShelves:
    """What lies where by lot, while it is dealt out to one line after the other."""

    def __init__(
        self, books: Books, product_ids: Iterable[int], known: Mapping[int, Sequence[Share]]
    ) -> None:
        """`known` is what the lines that stand in the queue were promised before, by line."""
        self._books, self._known = books, known
        self._followed = _followed(books, list(product_ids))
        self._lots: dict[tuple[int, int], list[Stock]] = {}
        self._left: dict[tuple[int, int], dict[int, int]] = {}
        self._owed: dict[tuple[int, int, int], int] = {}  # to lines that were not served yet
        for shares in known.values():
            for share in shares:
                self._owe(share, 1)

    def follows(self, product_id: int) -> bool:
        """Whether a product's lots are dealt out."""
        return product_id in self._followed

    def done(self, line_id: int) -> None:
        """A line comes to its turn: what it was promised is its own now, or free."""
        for share in self._known.get(line_id, ()):
            self._owe(share, -1)

    def take(
        self, line_id: int, product_id: int, place_id: int, much: int, *, there: int, day: int
    ) -> list[Given]:
        """So much of a warehouse that holds `there`, or what of it will still be good on `day`."""
        left = self._shelf(product_id, place_id)
        today = clock.today()
        fit = [
            (stock.lot_id or 0, left[stock.lot_id or 0])
            for stock in self._lots[product_id, place_id] if stock.fresh(max(day, today))
        ]  # fmt: skip
        unnamed = there - sum(left.values())
        given: dict[int, int] = {}
        for lot_id, part in in_turn(fit, self._promises(line_id, product_id, place_id), much):
            given[lot_id] = given.get(lot_id, 0) + part
            left[lot_id] -= part
        rest = min(much - sum(given.values()), max(unnamed, 0))
        shares: list[Given] = [(place_id, lot_id, part) for lot_id, part in given.items()]
        return [*shares, (place_id, None, rest)] if rest > 0 else shares

    def _shelf(self, product_id: int, place_id: int) -> dict[int, int]:
        """By lot: what nobody got yet."""
        at = product_id, place_id
        if at not in self._left:
            found: dict[int, Stock] = {}
            left: dict[int, int] = {}
            for stock in shelf(self._books, product_id, place_id):
                if stock.lot_id is not None:
                    found.setdefault(stock.lot_id, stock)
                    left[stock.lot_id] = left.get(stock.lot_id, 0) + stock.on_hand
            self._lots[at], self._left[at] = list(found.values()), left
        return self._left[at]

    def _promises(self, line_id: int, product_id: int, place_id: int) -> LotPromises:
        own: dict[int, int] = {}
        for share in self._known.get(line_id, ()):
            if share.place_id == place_id and share.lot_id is not None:
                own[share.lot_id] = own.get(share.lot_id, 0) + share.quantity
        others = {
            lot: owed for (product, place, lot), owed in self._owed.items()
            if (product, place) == (product_id, place_id)
        }  # fmt: skip
        return LotPromises(own, others)

    def _owe(self, share: Share, sign: int) -> None:
        if share.lot_id is not None:
            key = share.product_id, share.place_id, share.lot_id
            self._owed[key] = self._owed.get(key, 0) + sign * share.quantity


def _followed(books: Books, product_ids: Sequence[int]) -> set[int]:
    """The products that have lots, of which the first to expire may be told."""
    found: set[int] = set()
    for first in range(0, len(product_ids), 500):
        some = product_ids[first : first + 500]
        found |= {
            row[0]
            for row in books.rows(
                f"SELECT id FROM product WHERE track IN ('lot', 'some') AND id IN ({marks(some)})",  # noqa: S608
                some,
            )
        }
    return found
