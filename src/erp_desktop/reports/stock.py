"""What is on hand, what it is worth, and how it came there: stock, valuation, the ledger card.

*Now* is read from the balances, a cache that `integrity.verify` proves against the ledger. *Then*
is now less what happened since, or what happened until then, whichever is the shorter story.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from erp_desktop.core import clock, money
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import FOREVER, ReportAsk, Where, known_places, own_places, table
from erp_desktop.services.stock.standing import Held, held_as_of

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("quantity", "On hand", Kind.QUANTITY, total=True),
    Column("reserved", "Reserved", Kind.QUANTITY, total=True),
    Column("available", "Available", Kind.QUANTITY, total=True),
    Column("value", "Value", Kind.MONEY, total=True, cost=True),
    Column("unit_cost", "Unit cost", Kind.PRICE, cost=True),
)
PIECES: Final = Column("pieces", "Pieces", Kind.QUANTITY, total=True)
CATEGORY_COLUMNS: Final = (
    Column("category", "Category"),
    Column("products", "Products", Kind.COUNT, total=True),
    Column("quantity", "On hand", Kind.QUANTITY, total=True),
    Column("value", "Value", Kind.MONEY, total=True, cost=True),
)
CARD_COLUMNS: Final = (
    Column("at", "Time", Kind.MOMENT, 150),
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind"),
    Column("sku", "SKU", Kind.CODE),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("other", "From or to", Kind.CODE),
    Column("quantity", "Quantity", Kind.QUANTITY, total=True),
    Column("value", "Value", Kind.MONEY, total=True, cost=True),
    Column("on_hand", "On hand", Kind.QUANTITY),
    Column("worth", "Stock value", Kind.MONEY, cost=True),
    Column("booked", "Booked", Kind.DATE, hidden=True),
)


# -- for the busiest callers, in whole parts ---------------------------------------------------


def on_hand(books: Books, product_id: int) -> int:
    """How much of a product there is in all places, now."""
    found = books.value(
        "SELECT SUM(on_hand) FROM stock_balance WHERE product_id = ?", (product_id,)
    )
    return int(found or 0)


def balances(books: Books) -> list[tuple[Any, ...]]:
    """All balances: product, place, on hand, reserved, value."""
    return books.rows("SELECT product_id, location_id, on_hand, reserved, value FROM stock_balance")


def held_at(books: Books, moment: int, product_id: int | None = None) -> Held:
    """Quantity and value of every product and place as of an instant."""
    return held_as_of(books, clock.day_of(moment), moment, product_id)


def held_through(books: Books, day: int) -> Held:
    """Quantity and value of every product and place as booked through a day."""
    return held_as_of(books, day, FOREVER)


def value_by_category(books: Books) -> list[tuple[Any, ...]]:
    """Category, how many products, quantity and value on hand now (whole parts)."""
    return books.rows(
        "SELECT COALESCE(c.name, ''), g.products, g.on_hand, g.value FROM ("
        "SELECT p.category_id, COUNT(DISTINCT b.product_id) AS products, "
        "SUM(b.on_hand) AS on_hand, SUM(b.value) AS value "
        "FROM stock_balance b JOIN product p ON p.id = b.product_id GROUP BY p.category_id"
        ") g LEFT JOIN category c ON c.id = g.category_id ORDER BY 1"
    )


# -- stock and valuation -----------------------------------------------------------------------


def stock(books: Books, ask: ReportAsk) -> Table:
    """On hand, reserved, available and value by product and warehouse."""
    return _stock(books, ask, ("stock", "Stock on hand"))


def valuation(books: Books, ask: ReportAsk) -> Table:
    """What the stock is worth, by product and warehouse: the same rows as `stock`."""
    return _stock(books, ask, ("valuation", "Stock valuation"))


def _stock(books: Books, ask: ReportAsk, report: tuple[str, str]) -> Table:
    raw = sorted(_held_now(books, ask) if ask.then is None else _held_then(books, ask))
    keys = [row[2] for row in raw]
    rows = [
        (sku, place, quantity, reserved, quantity - reserved, value, _unit_cost(quantity, value))
        for sku, place, _, quantity, reserved, value in raw
    ]
    pieces = _pieces(books, ask)
    if not pieces:
        return table(books, report, COLUMNS, rows, keys)
    places = {place.code: place.id for place in known_places(books).values()}
    both = (
        (*row, pieces.get((key, places[row[1]]))) for row, key in zip(rows, keys, strict=True)
    )  # fmt: skip
    return table(books, report, (*COLUMNS, PIECES), both, keys)


def _pieces(books: Books, ask: ReportAsk) -> dict[tuple[int, int], int]:
    """By product and place, of goods that are kept in pieces too: how many there are."""
    found: dict[tuple[int, int], int] = dict.fromkeys(
        (
            (row[0], row[1])
            for row in books.rows(
                "SELECT b.product_id, b.location_id FROM product p JOIN stock_balance b "
                "ON b.product_id = p.id WHERE COALESCE(p.catch_unit, '') <> ''"
            )
        ),
        0,
    )
    if not found:
        return {}
    for product_id, place_id, pieces in books.rows(
        "SELECT product_id, location_id, SUM(pieces) FROM stock_detail WHERE pieces <> 0 "
        "GROUP BY product_id, location_id"
    ):
        if (product_id, place_id) in found:
            found[product_id, place_id] = int(pieces)
    if ask.then is None:
        return found
    for product_id, source, target, pieces in books.rows(
        "SELECT product_id, source_id, target_id, pieces FROM stock_move "
        "WHERE happened_at > ? AND pieces IS NOT NULL",
        (ask.then,),
    ):
        for place_id, sign in ((source, 1), (target, -1)):
            if (product_id, place_id) in found:
                found[product_id, place_id] += sign * pieces
    return found


def _held_now(books: Books, ask: ReportAsk) -> list[tuple[Any, ...]]:
    where = Where().sku(books, ask, "b.product_id").warehouse(books, ask, "b.location_id")
    return books.rows(
        "SELECT p.sku, l.code, p.id, b.on_hand, b.reserved, b.value FROM stock_balance b "
        f"JOIN product p ON p.id = b.product_id JOIN location l ON l.id = b.location_id{where.sql}",
        where.params,
    )


def _held_then(books: Books, ask: ReportAsk) -> Iterator[tuple[Any, ...]]:
    wanted = Where().sku(books, ask, "id")
    skus: dict[int, str] = dict(
        books.rows(f"SELECT id, sku FROM product{wanted.sql}", wanted.params)
    )
    codes = {place.id: place.code for place in known_places(books).values()}
    known = held_at(books, ask.then or 0, wanted.params[0] if wanted.params else None)
    for (product_id, place_id), (quantity, value) in known.items():
        if ask.warehouse in {None, codes[place_id]}:
            yield skus[product_id], codes[place_id], product_id, quantity, 0, value


def _unit_cost(quantity: int, value: int) -> int:
    """Value over quantity in price parts, to four places: for display only, never stored."""
    return money.divided(value * money.ONE_QUANTITY, quantity) * 100 if quantity else 0


def by_category(books: Books, ask: ReportAsk) -> Table:
    """What the stock is worth, by category."""
    report = ("valuation-by-category", "Valuation by category")
    if ask.then is None:
        return table(books, report, CATEGORY_COLUMNS, value_by_category(books))
    names: dict[int, str] = dict(
        books.rows(
            "SELECT p.id, COALESCE(c.name, '') FROM product p "
            "LEFT JOIN category c ON c.id = p.category_id"
        )
    )
    sums: dict[str, list[int]] = {}
    counted: dict[str, set[int]] = {}
    for (product_id, _), (quantity, value) in held_at(books, ask.then).items():
        name = names[product_id]
        total = sums.setdefault(name, [0, 0])
        total[0], total[1] = total[0] + quantity, total[1] + value
        counted.setdefault(name, set()).add(product_id)
    rows = [(name, len(counted[name]), *sums[name]) for name in sorted(sums)]
    return table(books, report, CATEGORY_COLUMNS, rows)


# -- the ledger card ---------------------------------------------------------------------------


def stock_ledger(books: Books, ask: ReportAsk) -> Table:
    """Every movement in the order it happened, with what was on hand after it (库存台账)."""
    rows = list(_card(books, ask, _card_moves(books, ask)))
    report = ("stock-ledger", "Stock ledger")
    return table(books, report, CARD_COLUMNS, [row[1:] for row in rows], [row[0] for row in rows])


def _card_moves(books: Books, ask: ReportAsk) -> list[tuple[Any, ...]]:
    where = Where("m.happened_at <= ?", "m.booked_on <= ?")
    where.params += [ask.moment, ask.last]
    where.sku(books, ask, "m.product_id").warehouse(books, ask, "m.source_id", "m.target_id")
    return books.rows(
        "SELECT d.id, m.happened_at, d.number, d.kind, p.sku, m.product_id, m.source_id, "
        "m.target_id, m.quantity, m.booked_on, "
        "COALESCE(SUM(CASE WHEN e.kind = 'cost' THEN e.amount END), 0), "
        "COALESCE(SUM(CASE WHEN e.kind <> 'cost' THEN e.amount END), 0) "
        "FROM stock_move m JOIN document d ON d.id = m.document_id "
        "JOIN product p ON p.id = m.product_id "
        "LEFT JOIN stock_value_entry e ON e.move_id = m.id AND e.booked_on <= ?"
        f"{where.sql} GROUP BY m.id, d.id, p.id ORDER BY m.happened_at, m.sequence, m.id",
        [ask.last, *where.params],
    )


def _card(
    books: Books, ask: ReportAsk, moves: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    own = own_places(books)
    codes = {place.id: place.code for place in known_places(books).values()}
    held: Held = {}
    for doc, at, number, kind, sku, product, source, target, moved, booked, cost, variance in moves:
        for place, other, sign in ((source, target, -1), (target, source, 1)):
            if place not in own or ask.warehouse not in {None, codes[place]}:
                continue
            value = sign * cost + (variance if sign > 0 or target not in own else 0)
            now = held.setdefault((product, place), [0, 0])
            now[0], now[1] = now[0] + sign * moved, now[1] + value
            if booked >= ask.first:
                yield (
                    doc, at, number, kind, sku, codes[place], codes[other], sign * moved, value,
                    *now, booked,
                )  # fmt: skip
