"""What the pages of places ask: a warehouse to change, its bins, and a transfer on its way."""

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ZERO, quantity
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.packing import Packing, packings
from erp_desktop.services.records import record
from erp_desktop.services.stock.bins import put_away
from erp_desktop.services.stock.places import place
from erp_desktop.services.stock.transit import on_the_way


class Warehouse(NamedTuple):
    """A warehouse as its form shows it."""

    id: int
    code: str
    name: str
    usage: str
    partner_id: int | None
    partner: str
    rank: int
    active: bool


class BinRow(NamedTuple):
    """A bin as its form shows it."""

    id: int
    place_id: int
    place: str
    code: str
    zone: str
    rank: int
    active: bool


def warehouse_row(books: Books, place_id: int) -> Warehouse:
    """Raises UnknownWarehouse."""
    row = books.row(
        "SELECT w.id, w.code, w.name, w.usage, w.partner_id, COALESCE(p.name, ''), w.rank, "
        "w.active FROM location w LEFT JOIN partner p ON p.id = w.partner_id "
        "WHERE w.id = ? AND w.kind = 'storage'",
        (place_id,),
    )
    if row is None:
        raise errors.UnknownWarehouse(place_id)
    return Warehouse._make((*row[:7], bool(row[7])))


_BINS = (
    "SELECT n.id, n.location_id, w.name, n.code, n.zone, n.rank, n.active FROM bin n "
    "JOIN location w ON w.id = n.location_id "
)


def bin_row(books: Books, bin_id: int) -> BinRow:
    """Raises UnknownBin."""
    row = books.row(_BINS + "WHERE n.id = ?", (bin_id,))
    if row is None:
        raise errors.UnknownBin(bin_id)
    return BinRow._make((*row[:6], bool(row[6])))


def bins_of(books: Books, place_id: int) -> list[BinRow]:
    """The bins of a warehouse that are in use, in the order of walking."""
    rows = books.rows(
        _BINS + "WHERE n.location_id = ? AND n.active ORDER BY n.rank, n.code", (place_id,)
    )
    return [BinRow._make((*row[:6], bool(row[6]))) for row in rows]


class TravelLine(NamedTuple):
    """A line of a transfer on its way. `bin` is where it is proposed to be put."""

    line_id: int
    product_id: int
    sku: str
    name: str
    unit: str
    sent: Decimal
    left: Decimal
    lot: str
    bin: str
    packing: Packing = Packing()


class Travel(NamedTuple):
    """A transfer on its way, as the page that receives it shows it."""

    id: int
    number: str
    source: str
    target: str
    target_id: int
    sent_at: datetime
    note: str
    has_bins: bool
    lines: tuple[TravelLine, ...]

    @property
    def left(self) -> Decimal:
        return sum((line.left for line in self.lines), ZERO)


def travel(books: Books, transfer_id: int) -> Travel:
    """A transfer with what of it is still on its way. Raises UnknownDocument."""
    transfer = record(books, transfer_id)
    head, left = transfer.header, on_the_way(books, transfer)
    target = place(books, head.to_place_id or 0)
    bins = {one.id: one.code for one in bins_of(books, target.id)}
    near = put_away(books, target.id, [line.product_id or 0 for line in transfer.lines])
    packs = packings(books, [line.product_id for line in transfer.lines])
    return Travel(
        head.id, head.called, place(books, head.place_id or 0).name, target.name, target.id,
        clock.local_time(head.happened_at), head.note, bool(bins),
        tuple(
            TravelLine(
                line.id, line.product_id or 0, line.sku, line.name, line.unit,
                quantity(line.quantity), quantity(left.get(line.id, 0)), line.lot or "",
                bins.get(near.get(line.product_id or 0, 0), ""),
                packs.get(line.product_id or 0, Packing()),
            )
            for line in transfer.lines
        ),
    )  # fmt: skip
