"""How long the goods have been here (库龄): what is on hand, by the age of the receipts it is from.

The newest arrivals are taken to be what is still here, whatever the costing; that is how a shop
reads its shelves. The value goes by quantity, to the cent.
"""

from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.allocation import shared
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, known_places, own_places, table
from erp_desktop.services.stock.standing import held_as_of

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

BUCKETS: Final = (30, 90, 180, 365)  # days; what is older stands in the last column
COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=220),
    Column("warehouse", "Warehouse", Kind.CODE),
    Column("quantity", "On hand", Kind.QUANTITY, total=True),
    Column("value", "Value", Kind.MONEY, total=True),
    Column("to_30", "Up to 30 days", Kind.MONEY, total=True),
    Column("to_90", "31–90 days", Kind.MONEY, total=True),
    Column("to_180", "91–180 days", Kind.MONEY, total=True),
    Column("to_365", "181–365 days", Kind.MONEY, total=True),
    Column("older", "Over a year", Kind.MONEY, total=True),
    Column("oldest", "Oldest, days", Kind.COUNT),
)


def ageing(books: Books, ask: ReportAsk) -> Table:
    """The stock's value by age, oldest first."""
    moment = ask.then if ask.then is not None else clock.now()
    held = held_as_of(books, clock.day_of(moment), moment)
    names = {row[0]: row[1:] for row in books.rows("SELECT id, sku, name FROM product")}
    codes = {place.id: place.code for place in known_places(books).values()}
    arrivals = _arrivals(books, ask, moment)
    rows = []
    for (product, place), (quantity, value) in held.items():
        if quantity <= 0 or _left_out(ask, names[product][0], codes[place]):
            continue
        ages = _ages(arrivals.get((product, place), []), quantity, moment)
        values = shared(value, [much for _, much in ages], books.minor)
        rows.append((*names[product], codes[place], quantity, value, *_buckets(ages, values),
                     max(days for days, _ in ages), product))  # fmt: skip
    rows.sort(key=lambda row: (-row[-2], row[0], row[2]))
    keys = [row[-1] for row in rows]
    return table(books, ("ageing", "Age of stock"), COLUMNS, [row[:-1] for row in rows], keys)


def _left_out(ask: ReportAsk, sku: str, warehouse: str) -> bool:
    return ask.sku not in {None, sku} or ask.warehouse not in {None, warehouse}


def _arrivals(
    books: Books, ask: ReportAsk, moment: int
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """By product and place: what came in, the newest first."""
    own = own_places(books)
    where = Where("m.happened_at <= ?").sku(books, ask, "m.product_id")
    where.params.insert(0, moment)
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for product, target, at, quantity in books.rows(
        "SELECT m.product_id, m.target_id, m.happened_at, m.quantity FROM stock_move m "
        "JOIN document d ON d.id = m.document_id AND d.state <> 'reversed' "
        f"AND d.kind <> 'reversal'{where.sql} ORDER BY m.happened_at DESC, m.id DESC",
        where.params,
    ):
        if target in own:
            found.setdefault((product, target), []).append((at, quantity))
    return found


def _ages(arrivals: list[tuple[int, int]], quantity: int, moment: int) -> list[tuple[int, int]]:
    """What is here in parts of (days, quantity); what no arrival explains is as old as the last."""
    rest, found = quantity, []
    for at, much in arrivals:
        part = min(rest, much)
        found.append(((moment - at) // 86_400, part))
        rest -= part
        if not rest:
            break
    if rest:
        found.append((found[-1][0] if found else 0, rest))
    return found


def _buckets(ages: list[tuple[int, int]], values: list[int]) -> tuple[Any, ...]:
    sums = [0] * (len(BUCKETS) + 1)
    for (days, _), value in zip(ages, values, strict=True):
        sums[next((at for at, end in enumerate(BUCKETS) if days <= end), len(BUCKETS))] += value
    return tuple(sums)
