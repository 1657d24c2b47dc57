"""Bins (库位): the shelves inside a warehouse, in the order one walks past them.

A bin has quantity and never a value of its own: the value belongs to the warehouse. `rank` is the
order of picking; where to put what arrives is proposed from where the product lies already.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from erp_desktop.core import errors
from erp_desktop.models.books import Books
from erp_desktop.services.stock.places import place

MOST = 500  # bins made in one go
NO_BIN = 0
LOOSE = "-"  # what a count calls what lies in no bin


@dataclass(frozen=True, slots=True)
class SaveBin:
    """A bin by its code inside its warehouse; None leaves a fact as it is."""

    place_id: int
    code: str
    zone: str | None = None
    rank: int | None = None
    active: bool | None = None


@dataclass(frozen=True, slots=True)
class MakeBins:
    """A row of bins: `prefix` A- from 1 to 12 gives A-01 … A-12, in the order of walking."""

    place_id: int
    prefix: str
    first: int
    last: int
    zone: str = ""


def save_bin(books: Books, command: SaveBin) -> int:
    """Make a bin, or change the one with this code; its id.

    Raises Missing (code), UnknownWarehouse, StillHoldsGoods where it cannot be closed.
    """
    code = command.code.strip()
    if not code:
        raise errors.Missing("code")
    house = place(books, command.place_id)
    found = books.value("SELECT id FROM bin WHERE location_id = ? AND code = ?", (house.id, code))
    if found is None:
        rank = _next_rank(books, house.id) if command.rank is None else command.rank
        return books.insert(
            "bin", location_id=house.id, code=code, zone=(command.zone or "").strip(), rank=rank
        )
    if command.active is False:
        _may_close(books, found, code)
    said = {"zone": command.zone, "rank": command.rank, "active": command.active}
    facts = {name: value for name, value in said.items() if value is not None}
    if facts:
        books.update("bin", found, **facts)
    return int(found)


def make_bins(books: Books, command: MakeBins) -> list[int]:
    """Make a row of bins at once; those that are there already stay. Raises NotPositive."""
    count = command.last - command.first + 1
    if command.first < 0 or not 0 < count <= MOST:
        raise errors.NotPositive("count", count)
    wide = max(len(str(command.last)), 2)
    return [
        save_bin(
            books, SaveBin(command.place_id, f"{command.prefix}{number:0{wide}}", command.zone)
        )
        for number in range(command.first, command.last + 1)
    ]


def _next_rank(books: Books, place_id: int) -> int:
    last = books.value("SELECT MAX(rank) FROM bin WHERE location_id = ?", (place_id,))
    return int(last or 0) + 1


def _may_close(books: Books, bin_id: int, code: str) -> None:
    held = books.value(
        "SELECT COUNT(*) FROM stock_detail WHERE bin_id = ? AND on_hand <> 0", (bin_id,)
    )
    if held:
        raise errors.StillHoldsGoods(code, held)


def counted_bin(books: Books, place_id: int, code: str) -> int | None:
    """The bin that a count names; 0 for what lies in no bin, None where it names none.

    Raises UnknownBin.
    """
    known = bins_to_count(books, place_id)
    if code.strip() == LOOSE and known.get(LOOSE, NO_BIN) == NO_BIN:
        return NO_BIN
    return bin_named(books, place_id, code)


def bins_to_count(books: Books, place_id: int) -> dict[str, int]:
    """By what stands on the shelf: the bins of a warehouse, and `-` for what lies in none of them
    (unless a bin is called so). Empty where there are no bins."""
    rows = books.rows("SELECT code, id FROM bin WHERE location_id = ?", (place_id,))
    return {LOOSE: NO_BIN, **dict(rows)} if rows else {}


def bin_named(books: Books, place_id: int, code: str) -> int | None:
    """The bin with this code in a warehouse; None for no code. Raises UnknownBin."""
    if not code.strip():
        return None
    found = books.value(
        "SELECT id FROM bin WHERE location_id = ? AND code = ?", (place_id, code.strip())
    )
    if found is None:
        raise errors.UnknownBin(code)
    return int(found)


def put_away(books: Books, place_id: int, product_ids: Sequence[int]) -> dict[int, int]:
    """Where to put what arrives, by product: where most of it lies, else where it lay last.

    A product that never had a bin in this warehouse is not in the answer.
    """
    found: dict[int, int] = {}
    for product_id in dict.fromkeys(product_ids):
        row = books.value(
            "SELECT d.bin_id FROM stock_detail d JOIN bin b ON b.id = d.bin_id AND b.active "
            "WHERE d.product_id = ? AND d.location_id = ? "
            "ORDER BY d.on_hand DESC, b.rank, b.id LIMIT 1",
            (product_id, place_id),
        )
        if row is not None:
            found[product_id] = int(row)
    return found
