"""Allocation (分配): which order gets the stock there is, and from which warehouse.

The rule is the shop's: who ordered first, who was promised first, or who matters most. Stock goes
out of the warehouses in their order (the lowest rank first; at one rank the order's own house).
What nobody can be given yet waits: it is a back order (缺货订单). A person may allocate by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import errors
from erp_desktop.core.money import quantity, quantity_parts
from erp_desktop.core.states import Kind, State
from erp_desktop.models.books import Books
from erp_desktop.services.ordering import hold, outstanding
from erp_desktop.services.records import record, require
from erp_desktop.services.sales.allocating_lots import LotShelves
from erp_desktop.services.stock.lot_promises import lot_promises
from erp_desktop.services.stock.reservations import Share, put_shares, shares_of
from erp_desktop.services.stock.warehouses import SERVES
from erp_desktop.services.users import rights

# How orders stand in line. What has no promised day stands behind those that have one.
RULES: Final = {
    "ordered": "o.happened_at, o.id",
    "promised": "COALESCE(o.due_on, 99999999), o.happened_at, o.id",
    "customer": "COALESCE(p.rank, 0) DESC, o.happened_at, o.id",
}


class Waiting(NamedTuple):
    """A line of a confirmed sales order that goods are still to leave for."""

    line_id: int
    order_id: int
    number: str
    place_id: int
    product_id: int
    left: int
    ordered: int
    happened_at: int
    due_on: int | None
    partner_id: int | None
    partner: str


@dataclass(frozen=True, slots=True)
class Allocate:
    """Allocate all that waits; `product_ids` narrows it. `rule` and `lots` None are the shop's own.

    `lots`: of goods that are followed by lot the lots are promised too, the first to expire first.
    """

    rule: str | None = None
    product_ids: Sequence[int] = field(default=())
    remember: bool = False  # these are the shop's rules from now on
    lots: bool | None = None


@dataclass(frozen=True, slots=True)
class HandShare:
    """So much of a warehouse (and lot) for a line."""

    place_id: int
    quantity: Decimal
    lot_id: int | None = None


@dataclass(frozen=True, slots=True)
class AllocateLine:
    """What one order line gets, by hand."""

    line_id: int
    shares: Sequence[HandShare]


_WAITING = """
SELECT l.id, o.id, o.number, o.place_id, l.product_id, l.quantity - COALESCE((
    SELECT CAST(SUM(a.quantity) AS BIGINT) FROM document_line a
    JOIN document i ON i.id = a.document_id
    WHERE a.answers_id = l.id AND i.kind = 'goods_issue' AND i.state = 'posted'), 0) AS waits,
    l.quantity, o.happened_at, o.due_on, o.partner_id, o.partner_name
FROM document o JOIN document_line l ON l.document_id = o.id
JOIN product g ON g.id = l.product_id AND g.kind = 'goods'
LEFT JOIN partner p ON p.id = o.partner_id
WHERE o.kind = 'sales_order' AND o.state = 'confirmed'
"""


def rule_of(books: Books, asked: str | None = None) -> str:
    """The rule meant: asked for, or the shop's. Raises NotAmong."""
    rule = asked or books.setting("allocation_rule", "ordered")
    if rule not in RULES:
        raise errors.NotAmong("rule", rule, " | ".join(RULES))
    return rule


def deals_lots(books: Books) -> bool:
    """Whether this shop's rule promises lots, too."""
    return books.setting("allocation_lots", "no") == "yes"


def deal_lots(books: Books, *, lots: bool) -> None:
    """From now on the shop's rule promises lots, too, or warehouses only."""
    rights.require(books, rights.SETTINGS)
    books.put_setting("allocation_lots", "yes" if lots else "no")


def waiting_lines(books: Books, rule: str | None = None) -> list[Waiting]:
    """All order lines that goods are still to leave for, in the order they are served."""
    order = RULES[rule_of(books, rule)]
    rows = books.rows(f"{_WAITING} ORDER BY {order}, l.position")
    return [Waiting._make((*row[:5], int(row[5]), *row[6:])) for row in rows if row[5] > 0]


def servable(books: Books) -> dict[int, list[tuple[int, int, int]]]:
    """By product: (rank, warehouse, on hand) of the warehouses that serve orders."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for product_id, rank, place_id, usage, on_hand in books.rows(
        "SELECT b.product_id, w.rank, w.id, w.usage, b.on_hand FROM stock_balance b "
        "JOIN location w ON w.id = b.location_id AND w.kind = 'storage' AND w.active "
        "WHERE b.on_hand > 0 ORDER BY w.rank, w.id"
    ):
        if usage in SERVES:
            found.setdefault(product_id, []).append((rank, place_id, on_hand))
    return found


def allocate(books: Books, command: Allocate) -> dict[int, int]:
    """Give the stock there is to the orders in their line; by line how much it got.

    What was allocated before, by hand too, is laid out anew; a line that keeps its warehouse keeps
    the lots it was promised there. Raises NotAmong (rule).
    """
    rule, chosen = rule_of(books, command.rule), set(command.product_ids)
    lots = deals_lots(books) if command.lots is None else command.lots
    if command.remember:
        books.put_setting("allocation_rule", rule)
        deal_lots(books, lots=lots)
    lines = [line for line in waiting_lines(books, rule) if not chosen or line.product_id in chosen]
    shelves = servable(books)
    orders = dict.fromkeys(line.order_id for line in lines)
    for order_id in orders:
        _hold(books, order_id, -1)
    before = shares_of(books, [line.line_id for line in lines])
    given: dict[int, int] = {}
    of_lots = LotShelves(books, dict.fromkeys(line.product_id for line in lines), before)
    for line in lines:
        there = shelves.get(line.product_id, [])
        if lots and of_lots.follows(line.product_id):
            shares = _taken_by_lot(of_lots, there, line)
        else:
            known = before.get(line.line_id, ())
            shares = _with_lots(_taken(there, line.place_id, line.left), known)
        put_shares(books, line.line_id, line.product_id, shares)
        given[line.line_id] = sum(share[2] for share in shares)
    for order_id in orders:
        _hold(books, order_id, 1)
    return given


def _taken(
    shelf: list[tuple[int, int, int]], home: int, wanted: int
) -> list[tuple[int, int | None, int]]:
    """Take goods off the shelves (changed in place): the lowest rank first, then home."""
    shares: list[tuple[int, int | None, int]] = []
    shelf.sort(key=lambda one: (one[0], one[1] != home, one[1]))
    for at, (rank, place_id, there) in enumerate(shelf):
        part = min(there, wanted)
        if part > 0:
            shelf[at] = (rank, place_id, there - part)
            shares.append((place_id, None, part))
            wanted -= part
    return shares


def _taken_by_lot(
    of_lots: LotShelves, there: list[tuple[int, int, int]], line: Waiting
) -> list[tuple[int, int | None, int]]:
    """As `_taken`, of what will still be good when the order is due."""
    shares: list[tuple[int, int | None, int]] = []
    wanted = line.left
    of_lots.done(line.line_id)
    there.sort(key=lambda one: (one[0], one[1] != line.place_id, one[1]))
    for at, (rank, place_id, held) in enumerate(there):
        part = of_lots.take(
            line.line_id, line.product_id, place_id, min(held, wanted), there=held,
            day=line.due_on or 0,
        )  # fmt: skip
        much = sum(share[2] for share in part)
        there[at] = (rank, place_id, held - much)
        shares += part
        wanted -= much
    return shares


def _with_lots(
    shares: Sequence[tuple[int, int | None, int]], known: Sequence[Share]
) -> list[tuple[int, int | None, int]]:
    """The new shares, of the lots that were promised in the same warehouse."""
    found: list[tuple[int, int | None, int]] = []
    for place_id, _, much in shares:
        rest = much
        for share in known:
            part = min(rest, share.quantity)
            if share.lot_id is not None and share.place_id == place_id and part > 0:
                found.append((place_id, share.lot_id, part))
                rest -= part
        found.append((place_id, None, rest))
    return found


def _hold(books: Books, order_id: int, sign: int) -> None:
    order = record(books, order_id)
    hold(books, order, outstanding(books, order), sign)


def allocate_line(books: Books, command: AllocateLine) -> None:
    """Say which stock one order line gets; what is left unsaid waits.

    Raises WrongDocument, MoreThanOrdered, NotPositive, NotEnoughStock for what is there no more
    or was given to others, LotShort for a lot of which it is so.
    """
    found = books.row(
        "SELECT l.document_id, l.product_id, l.sku FROM document_line l WHERE l.id = ?",
        (command.line_id,),
    )
    if found is None:
        raise errors.UnknownDocument(command.line_id)
    order_id, product_id, sku = found
    order = record(books, order_id)
    require(order.header, [Kind.SALES_ORDER], [State.CONFIRMED])
    left = outstanding(books, order)
    shares = [(one.place_id, one.lot_id, quantity_parts(one.quantity)) for one in command.shares]
    wanted = sum(share[2] for share in shares)
    if any(share[2] < 0 for share in shares):
        raise errors.NotPositive("quantity", min(one.quantity for one in command.shares))
    if wanted > left[command.line_id]:
        raise errors.MoreThanOrdered(sku, quantity(wanted), quantity(left[command.line_id]))
    of_place: dict[int, int] = {}
    for place_id, lot_id, much in shares:
        of_place[place_id] = of_place.get(place_id, 0) + much
        if lot_id is not None and much:
            _require_lot(books, command.line_id, (product_id, sku), (place_id, lot_id, much))
    for place_id, much in of_place.items():
        free = _free(books, command.line_id, product_id, place_id)
        if much > free:
            raise errors.NotEnoughStock(sku, quantity(much), quantity(max(free, 0)))
    hold(books, order, left, -1)
    put_shares(books, command.line_id, product_id, shares)
    hold(books, order, left, 1)


def _free(books: Books, line_id: int, product_id: int, place_id: int) -> int:
    """What lies in a warehouse and was not allocated to another line."""
    held = books.value(
        "SELECT on_hand FROM stock_balance WHERE product_id = ? AND location_id = ?",
        (product_id, place_id),
    )
    given = books.value(
        "SELECT SUM(quantity) FROM stock_reservation WHERE product_id = ? AND location_id = ? "
        "AND line_id <> ?",
        (product_id, place_id, line_id),
    )
    return int(held or 0) - int(given or 0)


def free_of_lot(books: Books, line_id: int, product_id: int, place_id: int, lot_id: int) -> int:
    """What lies of a lot in a warehouse and was not promised to another line."""
    held = books.value(
        "SELECT SUM(on_hand) FROM stock_detail WHERE product_id = ? AND location_id = ? "
        "AND lot_id = ?",
        (product_id, place_id, lot_id),
    )
    others = lot_promises(books, product_id, place_id, line_id).others
    return max(int(held or 0) - others.get(lot_id, 0), 0)


def _require_lot(
    books: Books, line_id: int, of: tuple[int, str], share: tuple[int, int, int]
) -> None:
    """Raises LotBlocked, LotShort."""
    (product_id, sku), (place_id, lot_id, much) = of, share
    code, blocked = books.row("SELECT code, blocked FROM lot WHERE id = ?", (lot_id,)) or ("", "")
    if blocked:
        raise errors.LotBlocked(sku, code, blocked)
    free = free_of_lot(books, line_id, product_id, place_id, lot_id)
    if much > free:
        raise errors.LotShort(sku, code, quantity(much - free))
