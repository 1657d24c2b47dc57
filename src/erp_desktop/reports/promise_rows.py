"""What the pages of promises ask: the stock to come, and where a line may be served from."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from erp_desktop.core import clock, errors
from erp_desktop.core.money import quantity
from erp_desktop.models.books import Books
from erp_desktop.services.sales.allocating import Waiting, waiting_lines
from erp_desktop.services.stock.availability import projection
from erp_desktop.services.stock.lot_promises import lot_promises
from erp_desktop.services.stock.lots import Stock, shelf


class Outlook(NamedTuple):
    """A product's stock from today on, for people: steps, and what may be promised when."""

    steps: tuple[tuple[date, Decimal], ...]
    now: Decimal  # may be promised today
    later: tuple[tuple[date, Decimal], ...]  # days from which more may be promised
    undated: Decimal  # comes some day
    moves: bool  # whether anything is ordered or on order at all


def outlook(books: Books, product_id: int, place_id: int | None = None) -> Outlook:
    """The stock to come of a product, in one warehouse or in all."""
    found = projection(books, product_id, place_id)
    steps = tuple((clock.day_date(day), quantity(held)) for day, held in found.balances())
    later, best = [], max(found.available(), 0)
    for day, _ in found.balances():
        more = found.available(day)
        if more > best:
            best = more
            later.append((clock.day_date(day), quantity(more)))
    undated = sum(change.quantity for change in found.undated)
    return Outlook(
        steps, quantity(found.available()), tuple(later), quantity(undated),
        bool(found.changes or found.undated),
    )  # fmt: skip


class Choice(NamedTuple):
    """A warehouse that a line may be served from."""

    place_id: int
    code: str
    name: str
    on_hand: Decimal
    free: Decimal  # not allocated to others
    given: Decimal  # allocated to this line
    lots: tuple["LotShare", ...] = ()  # of what is followed by lot; the first to expire first


class LotShare(NamedTuple):
    """A lot in a warehouse; what is promised of no lot in particular has none."""

    lot_id: int | None
    lot: str
    expires_on: int | None
    on_hand: Decimal
    free: Decimal  # not promised to others; none of a lot that is blocked or over
    given: Decimal


class LineChoices(NamedTuple):
    """An order line that waits, and where it may be served from."""

    line_id: int
    order_id: int
    number: str
    customer: str
    product_id: int
    sku: str
    name: str
    unit: str
    left: Decimal
    choices: tuple[Choice, ...]


def line_choices(books: Books, line_id: int) -> LineChoices:
    """Raises UnknownDocument for a line that waits for nothing."""
    line = next((one for one in waiting_lines(books) if one.line_id == line_id), None)
    if line is None:
        raise errors.UnknownDocument(line_id)
    sku, name, unit = books.row(
        "SELECT sku, name, unit FROM product WHERE id = ?", (line.product_id,)
    ) or ("", "", "")
    choices = [
        Choice._make(
            (
                *row[:3],
                quantity(row[3]),
                quantity(row[3] - int(row[4])),
                quantity(int(row[5])),
                (),
            )
        )
        for row in books.rows(
            "SELECT w.id, w.code, w.name, b.on_hand, COALESCE((SELECT SUM(r.quantity) "
            "FROM stock_reservation r WHERE r.product_id = b.product_id "
            "AND r.location_id = w.id AND r.line_id <> ?), 0), COALESCE((SELECT SUM(r.quantity) "
            "FROM stock_reservation r WHERE r.location_id = w.id AND r.line_id = ?), 0) "
            "FROM stock_balance b JOIN location w ON w.id = b.location_id "
            "WHERE b.product_id = ? AND w.kind = 'storage' AND w.active AND b.on_hand > 0 "
            "ORDER BY w.rank, w.id",
            (line_id, line_id, line.product_id),
        )
    ]
    choices = [one._replace(lots=_lots(books, line, one)) for one in choices]
    return LineChoices(
        line_id, line.order_id, line.number, line.partner, line.product_id, sku, name, unit,
        quantity(line.left), tuple(choices),
    )  # fmt: skip


def _lots(books: Books, line: Waiting, choice: Choice) -> tuple[LotShare, ...]:
    """What lies there by lot, for a line that may be promised some of it."""
    promised = lot_promises(books, line.product_id, choice.place_id, line.line_id)
    there: dict[int, list[Stock]] = {}
    for one in shelf(books, line.product_id, choice.place_id):
        if one.lot_id is not None:
            there.setdefault(one.lot_id, []).append(one)
    today, found = clock.today(), []
    for lot_id, stocks in there.items():
        held = sum(one.on_hand for one in stocks)
        free = max(held - promised.others.get(lot_id, 0), 0) if stocks[0].fresh(today) else 0
        found.append(
            LotShare(
                lot_id, stocks[0].lot, stocks[0].expires_on, quantity(held), quantity(free),
                quantity(promised.own.get(lot_id, 0)),
            )
        )  # fmt: skip
    return tuple(found)


def has_lots(books: Books) -> bool:
    """Whether the shop follows any goods by lot, so that lots can be promised."""
    return books.value("SELECT 1 FROM product WHERE track IN ('lot', 'some') LIMIT 1") is not None


def order_of(books: Books, line_id: int) -> int:
    """The order that a line stands on."""
    return int(books.value("SELECT document_id FROM document_line WHERE id = ?", (line_id,)) or 0)


def product_of(books: Books, line_id: int) -> int:
    """The product of a line."""
    return int(books.value("SELECT product_id FROM document_line WHERE id = ?", (line_id,)) or 0)
