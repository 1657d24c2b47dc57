"""What may be promised, and what waits: the stock to come, back orders with what they wait for."""

from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.money import quantity
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, table
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.sales.allocating import Waiting, servable, waiting_lines
from erp_desktop.services.stock.availability import projection
from erp_desktop.services.stock.places import warehouse
from erp_desktop.services.stock.reservations import shares_of

PROJECTION: Final = (
    Column("day", "Day", Kind.DATE, 100),
    Column("number", "Document", Kind.CODE, 150),
    Column("kind", "Kind", Kind.TEXT, 130),
    Column("partner", "Partner", Kind.TEXT, 220),
    Column("quantity", "Change", Kind.QUANTITY, 100),
    Column("left", "Stock then", Kind.QUANTITY, 110),
    Column("available", "Can be promised", Kind.QUANTITY, 130),
)
BACK_ORDERS: Final = (
    Column("number", "Order", Kind.CODE, 134),
    Column("customer", "Customer", Kind.TEXT, 150),
    Column("ordered_on", "Ordered on", Kind.DATE, 80),
    Column("due_on", "Promised", Kind.DATE, 76),
    Column("sku", "SKU", Kind.CODE, 76),
    Column("name", "Product", Kind.TEXT, 180),
    Column("open", "To ship", Kind.QUANTITY, 72, total=True),
    Column("given", "Allocated", Kind.QUANTITY, 80, total=True),
    Column("waits", "Waits for", Kind.QUANTITY, 80, total=True),
    Column("expected", "Expected", Kind.DATE, 80),
    Column("of", "Comes with", Kind.CODE, 100),
    Column("state", "State", Kind.STATE, 134),
    Column("lots", "Promised lots", Kind.TEXT, 150, hidden=True),
)


def availability(books: Books, ask: ReportAsk) -> Table:
    """The stock of one product from today on, and what may be promised for each day.

    Without a product: what may be promised today of every product that moves.
    """
    if ask.sku is None:
        return _all(books, ask)
    place = warehouse(books, ask.warehouse).id if ask.warehouse else None
    found = projection(books, by_sku(books, ask.sku).id, place)
    rows: list[tuple[Any, ...]] = [
        (found.today, "", "", "", 0, found.on_hand, found.available()),
    ]
    now = found.on_hand
    for change in found.changes:
        now += change.quantity
        rows.append((
            change.day, change.number, change.kind, change.partner, change.quantity, now,
            found.available(change.day),
        ))  # fmt: skip
    keys = [0, *(change.document_id for change in found.changes)]
    return table(books, ("availability", "Available to promise"), PROJECTION, rows, keys)


_SUMMARY: Final = (
    Column("sku", "SKU", Kind.CODE, 110),
    Column("name", "Product", Kind.TEXT, 260),
    Column("on_hand", "On hand", Kind.QUANTITY, 100),
    Column("goes", "Promised", Kind.QUANTITY, 100),
    Column("comes", "To come", Kind.QUANTITY, 100),
    Column("available", "Can be promised", Kind.QUANTITY, 130),
    Column("later", "Final stock", Kind.QUANTITY, 110),
)


def _all(books: Books, ask: ReportAsk) -> Table:
    place = warehouse(books, ask.warehouse).id if ask.warehouse else None
    rows, keys = [], []
    for product_id, sku, name in books.rows(
        "SELECT p.id, p.sku, p.name FROM product p WHERE p.kind = 'goods' AND p.active AND EXISTS ("
        "SELECT 1 FROM document_line l JOIN document o ON o.id = l.document_id "
        "WHERE l.product_id = p.id AND o.state = 'confirmed' "
        "AND o.kind IN ('sales_order', 'purchase_order')) ORDER BY p.sku"
    ):
        found = projection(books, product_id, place)
        goes = -sum(change.quantity for change in found.changes if change.quantity < 0)
        comes = sum(change.quantity for change in found.changes if change.quantity > 0)
        rows.append((
            sku, name, found.on_hand, goes, comes, found.available(),
            found.on_hand + comes - goes,
        ))  # fmt: skip
        keys.append(product_id)
    return table(books, ("availability", "Available to promise"), _SUMMARY, rows, keys)


def back_orders(books: Books, ask: ReportAsk) -> Table:
    """Order lines that the stock does not serve, in the order they will be (缺货订单).

    A row's key is its order.
    """
    waiting = [(line, row) for line, row in _lines(books, ask) if row[_WAITS]]
    rows, keys = [row for _, row in waiting], [line.order_id for line, _ in waiting]
    return table(books, ("back-orders", "Back orders"), BACK_ORDERS, rows, keys)


def open_lines(books: Books, ask: ReportAsk) -> Table:
    """All lines of sales orders that goods are still to leave for; a row's key is its line."""
    every = _lines(books, ask)
    rows, keys = [row for _, row in every], [line.line_id for line, _ in every]
    return table(books, ("open-lines", "Open order lines"), BACK_ORDERS, rows, keys)


_WAITS: Final = next(at for at, column in enumerate(BACK_ORDERS) if column.key == "waits")


def _lines(books: Books, ask: ReportAsk) -> list[tuple[Waiting, tuple[Any, ...]]]:
    lines = waiting_lines(books)
    if ask.sku is not None:
        wanted = by_sku(books, ask.sku).id
        lines = [line for line in lines if line.product_id == wanted]
    names = {row[0]: row[1:] for row in books.rows("SELECT id, sku, name FROM product")}
    lots = _promised_lots(books)
    return [
        (
            line,
            (
                *_row(names[line.product_id], line, given, expected, number),
                lots.get(line.line_id, ""),
            ),
        )
        for line, given, expected, number in _served(books, lines)
    ]


def _promised_lots(books: Books) -> dict[int, str]:
    """By order line: the lots it was promised, each with how much of it."""
    found: dict[int, list[str]] = {}
    for line_id, code, much in books.rows(
        "SELECT r.line_id, l.code, SUM(r.quantity) FROM stock_reservation r "
        "JOIN lot l ON l.id = r.lot_id GROUP BY r.line_id, l.code ORDER BY r.line_id, MIN(r.id)"
    ):
        found.setdefault(line_id, []).append(f"{code} × {quantity(int(much)).normalize():f}")
    return {line_id: ", ".join(words) for line_id, words in found.items()}


def _row(
    named: tuple[Any, ...], line: Waiting, given: int, expected: int | None, number: str
) -> tuple[Any, ...]:
    return (
        line.number, line.partner, clock.day_of(line.happened_at), line.due_on, *named,
        line.left, given, line.left - given, expected, number, _state(line, given, expected),
    )  # fmt: skip


def _state(line: Waiting, given: int, expected: int | None) -> str:
    if given >= line.left:
        return "ready"
    if expected is None:
        return "not_ordered"
    return "late" if line.due_on and expected > line.due_on else "on_order"


def _served(books: Books, lines: list[Waiting]) -> list[tuple[Waiting, int, int | None, str]]:
    """By line: what it is given of the stock there is, and when the rest comes with which order."""
    shares = shares_of(books, [line.line_id for line in lines])
    free = {
        product: sum(there for *_, there in shelf) for product, shelf in servable(books).items()
    }
    for line in lines:
        given = sum(share.quantity for share in shares.get(line.line_id, []))
        free[line.product_id] = free.get(line.product_id, 0) - given
    coming: dict[int, list[list[Any]]] = {}
    found = []
    for line in lines:
        given = min(sum(share.quantity for share in shares.get(line.line_id, [])), line.left)
        more = max(min(free.get(line.product_id, 0), line.left - given), 0)
        free[line.product_id] = free.get(line.product_id, 0) - more
        given += more
        expected, number = _expected(books, coming, line.product_id, line.left - given)
        found.append((line, given, expected, number))
    return found


def _expected(
    books: Books, coming: dict[int, list[list[Any]]], product_id: int, waits: int
) -> tuple[int | None, str]:
    """The day and order with which the last of what a line waits for comes."""
    if product_id not in coming:
        changes = projection(books, product_id).changes
        coming[product_id] = [[c.day, c.number, c.quantity] for c in changes if c.quantity > 0]
    day, number = None, ""
    for supply in coming[product_id]:
        part = min(supply[2], waits)
        if part > 0:
            supply[2] -= part
            waits -= part
            day, number = supply[0], supply[1]
    return (None, number) if waits > 0 else (day, number)
