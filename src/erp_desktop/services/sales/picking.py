"""Picking (拣货): several orders at once, in the order one walks past the bins.

A plan lays what confirmed orders wait for over the stock of one warehouse: allocated stock first,
lots by expiry, bins in their order. What was picked leaves order by order, as stock-outs; what is
not there stays outstanding.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ONE_QUANTITY, quantity, quantity_parts
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.parts import parts_of
from erp_desktop.services.ordering import hold, outstanding
from erp_desktop.services.paper import Posted
from erp_desktop.services.records import LineRow, Record, record, require
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.stock.lot_promises import for_line, promised_lots
from erp_desktop.services.stock.lots import Stock, shelf
from erp_desktop.services.stock.reservations import Share, by_place, put_shares, shares_of
from erp_desktop.services.trade import PartLine


class Pick(NamedTuple):
    """So much of a product, of one bin and lot, for one line of one order (whole parts)."""

    order_id: int
    number: str
    partner: str
    line_id: int
    product_id: int
    sku: str
    name: str
    unit: str
    bin_id: int | None
    bin: str
    lot_id: int | None
    lot: str
    expires_on: int | None
    quantity: int
    kit: bool  # a part of a kit


class Plan(NamedTuple):
    """What to pick, in the order of walking; `short` is what the warehouse does not have."""

    place_id: int
    picks: tuple[Pick, ...]
    short: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """What was really taken for a line."""

    line_id: int
    product_id: int
    quantity: Decimal
    lot: str = ""
    bin_id: int | None = None
    serial: bool = False  # `lot` is a serial number


@dataclass(frozen=True, slots=True)
class ShipPicked:
    """Send what was picked: one stock-out an order."""

    place_id: int
    picked: Sequence[Picked]
    at: int | None = None
    note: str = ""


@dataclass(slots=True)
class _Lying:
    """What lies somewhere, and how much of it nobody has taken yet."""

    stock: Stock
    left: int


def _free_lots(lying: Sequence[_Lying], others: Mapping[int, int]) -> dict[int, int]:
    """By lot: what is left of it that no other line was promised."""
    free: dict[int, int] = {}
    for one in lying:
        lot = one.stock.lot_id or 0
        free[lot] = free.get(lot, 0) + one.left
    return {lot: max(left - others.get(lot, 0), 0) for lot, left in free.items()}


class _Shelves:
    """What is left of the warehouse while orders take from it."""

    def __init__(self, books: Books, place_id: int) -> None:
        self._books, self._place_id = books, place_id
        self._day = clock.today()
        self._stock: dict[int, list[_Lying]] = {}
        self._loose: dict[int, int] = {}
        self._promised: dict[int, dict[tuple[int, int], int]] = {}

    def take(self, product_id: int, much: int, line_id: int) -> list[tuple[Stock | None, int]]:
        """(where, how much); less than `much` when there is no more for this line.

        Its own lots first, then what no other line was promised.
        """
        if product_id not in self._stock:
            self._read(product_id)
        promised = self._promised[product_id]
        own, others = for_line(promised, line_id)
        taken: list[tuple[Stock | None, int]] = []
        for turn in (own, None):
            limits = _free_lots(self._stock[product_id], others) if turn is None else turn
            for one in self._stock[product_id]:
                lot = one.stock.lot_id or 0
                part = min(one.left, much, limits.get(lot, 0)) if one.stock.fresh(self._day) else 0
                if part > 0:
                    one.left -= part
                    limits[lot] -= part
                    taken.append((one.stock, part))
                    much -= part
                    if turn is not None:
                        promised[line_id, lot] -= part
        loose = min(self._loose[product_id], much)
        if loose > 0:
            self._loose[product_id] -= loose
            taken.append((None, loose))
        return taken

    def _read(self, product_id: int) -> None:
        stock = shelf(self._books, product_id, self._place_id)
        self._promised[product_id] = promised_lots(self._books, product_id, self._place_id)
        self._stock[product_id] = [_Lying(one, one.on_hand) for one in stock]
        held = self._books.value(
            "SELECT on_hand FROM stock_balance WHERE product_id = ? AND location_id = ?",
            (product_id, self._place_id),
        )
        self._loose[product_id] = max(int(held or 0) - sum(one.on_hand for one in stock), 0)


def plan_picking(books: Books, order_ids: Sequence[int], place_id: int) -> Plan:
    """What to pick of these orders in a warehouse. Raises WrongDocument for what is no open order.

    An order that is served from another warehouse (by allocation) has nothing here.
    """
    shelves = _Shelves(books, place_id)
    picks: list[Pick] = []
    short: list[Pick] = []
    for order_id in order_ids:
        order = record(books, order_id)
        require(order.header, [Kind.SALES_ORDER], [State.CONFIRMED])
        left = outstanding(books, order)
        shares = shares_of(books, list(left))
        for line in order.lines:
            much = _here(order, left[line.id], shares.get(line.id, ()), place_id)
            for product_id, wanted in _goods(books, line, much):
                _lay_out(books, (order, line), product_id, wanted, shelves, picks, short)
    ranks: dict[int, tuple[int, str]] = {
        row[0]: (row[1], row[2]) for row in books.rows("SELECT id, rank, code FROM bin")
    }
    picks.sort(key=lambda pick: (*ranks.get(pick.bin_id or 0, (0, "")), pick.sku, pick.order_id))
    return Plan(place_id, tuple(picks), tuple(short))


def _here(order: Record, left: int, shares: Sequence[Share], place_id: int) -> int:
    """How much of a line is served from this warehouse."""
    return dict(by_place(shares, order.header.place_id or 0, left)).get(place_id, 0)


def _goods(books: Books, line: LineRow, much: int) -> list[tuple[int, int]]:
    """The goods to fetch for a line: itself, or a kit's parts."""
    if not line.product_id or line.kind == "service" or much <= 0:
        return []
    if line.kind == "goods":
        return [(line.product_id, much)]
    return [
        (part.product_id, part.quantity * much // ONE_QUANTITY)
        for part in parts_of(books, line.product_id)
    ]


def _lay_out(  # noqa: PLR0913, PLR0917  (private: one line of a plan)
    books: Books, of: tuple[Record, LineRow], product_id: int, wanted: int, shelves: _Shelves,
    picks: list[Pick], short: list[Pick],
) -> None:  # fmt: skip
    order, line = of
    sku, name, unit = books.row(
        "SELECT sku, name, unit FROM product WHERE id = ?", (product_id,)
    ) or ("", "", "")

    def pick(stock: Stock | None, much: int) -> Pick:
        place = (None, "", None, "", None) if stock is None else (
            stock.bin_id, stock.bin, stock.lot_id, stock.lot, stock.expires_on
        )  # fmt: skip
        return Pick(
            order.header.id, order.header.called, order.header.partner_name, line.id, product_id,
            sku, name, unit, *place, much, line.kind == "kit",
        )  # fmt: skip

    for stock, part in shelves.take(product_id, wanted, line.id):
        picks.append(pick(stock, part))
        wanted -= part
    if wanted > 0:
        short.append(pick(None, wanted))


def ship_picked(books: Books, command: ShipPicked) -> list[Posted]:
    """Book what was picked out of stock, one stock-out for each order, all of them or none.

    A kit leaves as often as all of its parts were picked. Raises what issuing raises, and
    NothingToPost where nothing was picked.
    """
    by_line: dict[int, list[Picked]] = {}
    for one in command.picked:
        if one.quantity > 0:
            by_line.setdefault(one.line_id, []).append(one)
    if not by_line:
        raise errors.NothingToPost
    _allocate(books, command.place_id, by_line)
    by_order: dict[int, list[PartLine]] = {}
    for line_id, picked in by_line.items():
        row = books.row(
            "SELECT l.document_id, l.product_id, p.kind, l.sku FROM document_line l "
            "JOIN product p ON p.id = l.product_id WHERE l.id = ?",
            (line_id,),
        )
        if row is None:
            raise errors.UnknownDocument(line_id)
        order_id, product_id, kind, sku = row
        parts = by_order.setdefault(order_id, [])
        if kind == "kit":
            parts.append(_kit(books, product_id, sku, line_id, picked))
        else:
            parts += [_part(one) for one in picked]
    return [
        issue_goods(
            books,
            IssueGoods(order_id=order_id, place_id=command.place_id, parts=parts,
                       at=command.at, note=command.note),
        )
        for order_id, parts in by_order.items()
    ]  # fmt: skip


def _allocate(books: Books, place_id: int, by_line: dict[int, list[Picked]]) -> None:
    """What lies in somebody's hands for an order is allocated to it, whatever else was promised."""
    for line_id, picked in by_line.items():
        row = books.row(
            "SELECT l.document_id, l.product_id FROM document_line l "
            "JOIN product p ON p.id = l.product_id AND p.kind = 'goods' WHERE l.id = ?",
            (line_id,),
        )
        if row is None:  # a kit: its parts are promised with it
            continue
        order = record(books, row[0])
        left = outstanding(books, order)
        hold(books, order, left, -1)
        elsewhere = [
            (share.place_id, share.lot_id, share.quantity)
            for share in shares_of(books, [line_id]).get(line_id, [])
            if share.place_id != place_id
        ]
        here = [
            (place_id, _lot_id(books, row[1], one), quantity_parts(one.quantity)) for one in picked
        ]
        put_shares(books, line_id, row[1], [*here, *elsewhere])
        hold(books, order, left, 1)


def _lot_id(books: Books, product_id: int, one: Picked) -> int | None:
    sql = "SELECT id FROM lot WHERE product_id = ? AND code = ?"
    found = books.value(sql, (product_id, one.lot)) if one.lot else None
    return None if found is None else int(found)


def _part(one: Picked) -> PartLine:
    """A line of its own for each lot and bin; a serial number is named as one."""
    serial = one.serial and bool(one.lot)
    return PartLine(
        one.line_id, one.quantity, lot=None if serial else one.lot or None,
        serials=[one.lot] if serial else (), bin_id=one.bin_id,
    )  # fmt: skip


def _kit(
    books: Books, product_id: int, sku: str, line_id: int, picked: Sequence[Picked]
) -> PartLine:
    """A kit goes as often as its parts are there; half a kit is no kit."""
    got: dict[int, int] = {}
    for one in picked:
        got[one.product_id] = got.get(one.product_id, 0) + quantity_parts(one.quantity)
    whole = min(
        got.get(part.product_id, 0) * ONE_QUANTITY // part.quantity
        for part in parts_of(books, product_id)
    )
    if whole <= 0:
        raise errors.NotPositive("quantity", sku)
    return PartLine(line_id, quantity(whole))


def pickable_orders(books: Books, place_id: int) -> list[int]:
    """Confirmed orders of which something can leave this warehouse now, the first promised first.

    An order is on it once, whatever part of it is there.
    """
    return [
        row[0]
        for row in books.rows(
            "SELECT DISTINCT o.id, COALESCE(o.due_on, 99999999), o.happened_at FROM document o "
            "JOIN document_line l ON l.document_id = o.id JOIN product p ON p.id = l.product_id "
            "LEFT JOIN stock_reservation r ON r.line_id = l.id "
            "WHERE o.kind = 'sales_order' AND o.state = 'confirmed' AND p.kind <> 'service' "
            "AND (o.place_id = ? OR r.location_id = ?) AND l.quantity > COALESCE((SELECT "
            "SUM(a.quantity) FROM document_line a JOIN document i ON i.id = a.document_id "
            "WHERE a.answers_id = l.id AND i.kind = 'goods_issue' AND i.state = 'posted'), 0) "
            "ORDER BY 2, 3, 1",
            (place_id, place_id),
        )
    ]
