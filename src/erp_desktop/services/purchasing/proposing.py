"""From suggestions to purchase orders: one for each supplier, in one step.

An order is due when the slowest of its goods can be there. What a supplier does not deliver for
(his minimum) is refused unless somebody says to order anyway.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import ONE_QUANTITY, money, money_parts, price, quantity, value_of
from erp_desktop.core.states import Kind
from erp_desktop.models.books import Books, marks
from erp_desktop.services.ordering import WriteOrder, confirm_order, save_draft
from erp_desktop.services.posting import posted_before
from erp_desktop.services.stock.replenishing import Advice, Asked, advise, short_of
from erp_desktop.services.trade import TradeLine

SIX_PLACES: Final = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Proposed:
    """One product to order; `price` None means what the supplier offers it for."""

    product_id: int
    supplier_id: int | None
    quantity: Decimal
    price: Decimal | None = None
    lead_days: int = 0


@dataclass(frozen=True, slots=True)
class OrderProposed:
    """Orders to write; as drafts, to be looked at, unless `confirm`."""

    lines: Sequence[Proposed]
    place_id: int | None = None
    confirm: bool = False
    anyway: bool = False  # also below a supplier's minimum
    at: int | None = None
    external_id: str | None = None


class Ordered(NamedTuple):
    """An order that was written; a draft has no number."""

    id: int
    number: str
    supplier: str
    lines: int
    net: Decimal


def order_proposed(books: Books, command: OrderProposed) -> list[Ordered]:
    """Write one purchase order a supplier.

    Raises NothingToPost, Missing (a product without a supplier), BelowMinimumOrder, NotPositive.
    """
    groups: dict[int, list[Proposed]] = defaultdict(list)
    for line in command.lines:
        if line.supplier_id is None:
            raise errors.Missing("supplier")
        groups[line.supplier_id].append(line)
    if not groups:
        raise errors.NothingToPost
    suppliers = _suppliers(books)
    made = []
    for at, (supplier_id, lines) in enumerate(groups.items()):
        name, least = suppliers[supplier_id]
        order = _order(books, command, supplier_id, lines, at)
        if not command.anyway and order.net < least:
            raise errors.BelowMinimumOrder(name, order.net, least)
        made.append(order._replace(supplier=name))
    return made


def replenish(books: Books, asked: Asked, command: OrderProposed) -> list[Ordered]:
    """Order all that falls short now; doing it twice orders nothing more (LEDGER L-46)."""
    if command.external_id and posted_before(books, command.external_id):
        return []
    places = books.money_places
    lines = [
        Proposed(
            one.product_id, one.supplier_id, quantity(one.suggested), price(one.price, places),
            one.lead_days,
        )
        for one in short_of(advise(books, asked, command.at))
        if one.supplier_id is not None
    ]  # fmt: skip
    if not lines:
        return []
    given = OrderProposed(
        lines, asked.place_id, command.confirm, command.anyway, command.at, command.external_id
    )
    return order_proposed(books, given)


def _suppliers(books: Books) -> dict[int, tuple[str, Decimal]]:
    places = books.money_places
    return {
        row[0]: (row[1], money(row[2], places))
        for row in books.rows("SELECT id, name, minimum_order FROM partner WHERE is_supplier")
    }


def _order(
    books: Books, command: OrderProposed, supplier_id: int, lines: Sequence[Proposed], at: int
) -> Ordered:
    moment = clock.now() if command.at is None else command.at
    order = WriteOrder(
        kind=Kind.PURCHASE_ORDER,
        partner_id=supplier_id,
        lines=_in_purchase_units(books, lines),
        place_id=command.place_id,
        at=moment,
        due_on=clock.day_after(clock.day_of(moment), max(line.lead_days for line in lines)),
        external_id=_external(command.external_id, at),
    )
    if command.confirm:
        posted = confirm_order(books, order)
        order_id, number = posted.id, posted.number
    else:
        order_id, number = save_draft(books, order), ""
    net = books.value("SELECT net FROM document WHERE id = ?", (order_id,))
    return Ordered(order_id, number, "", len(lines), money(int(net), books.money_places))


def _in_purchase_units(books: Books, lines: Sequence[Proposed]) -> list[TradeLine]:
    """As they are bought: 48 pieces that come by the carton of 24 are ordered as two cartons."""
    wanted = [line.product_id for line in lines]
    packs = {
        product_id: (unit, quantity(factor))
        for product_id, unit, factor in books.rows(
            "SELECT p.id, u.unit, u.factor FROM product p JOIN product_unit u "  # noqa: S608
            "ON u.product_id = p.id AND u.unit = p.purchase_unit AND p.purchase_unit <> p.unit "
            f"WHERE p.id IN ({marks(wanted)})",
            wanted,
        )
    }
    return [_line(line, *packs.get(line.product_id, ("", Decimal(1)))) for line in lines]


def _line(line: Proposed, unit: str, holds: Decimal) -> TradeLine:
    """A broken pack is written in pieces."""
    if line.quantity % holds:
        unit, holds = "", Decimal(1)
    each = None if line.price is None else (line.price * holds).quantize(SIX_PLACES)
    return TradeLine(line.product_id, line.quantity / holds, each, unit=unit)


def _external(sender: str | None, at: int) -> str | None:
    """The first order has the sender's id, further ones a number behind it."""
    return f"{sender}-{at + 1}" if sender and at else sender


def filled_up(lines: Sequence[Advice], least: Decimal, minor: int) -> list[Advice]:
    """More of everything in proportion, in whole units and packs, until an order is worth a
    supplier's minimum. What has no price cannot fill it."""
    wanted = money_parts(least)
    worth = sum(value_of(one.suggested, one.price, minor) for one in lines)
    if not worth or worth >= wanted:
        return list(lines)
    found = []
    for one in lines:
        step = one.pack or ONE_QUANTITY
        more = -(-one.suggested * wanted // (worth * step)) * step
        found.append(one._replace(suggested=more if one.price else one.suggested))
    return found
