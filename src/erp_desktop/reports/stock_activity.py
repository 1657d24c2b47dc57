"""What moves and what does not: ABC by takings, turnover, dead and slow stock.

All of it for the days asked for; without days, for the last year.
"""

from typing import Any, Final

from erp_desktop.core import clock
from erp_desktop.core.money import divided
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, table
from erp_desktop.reports.cost_of_sales import by_product
from erp_desktop.services.stock.places import outside, scopes
from erp_desktop.services.stock.standing import FOREVER, Held, held_as_of
from erp_desktop.services.stock.story import value_ends

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

CLASSES: Final = ((800, "A"), (950, "B"), (1001, "C"))  # of all takings, in thousandths
SLOW_DAYS: Final = 90
PERCENT: Final = 100_000_000  # 100 % in parts
HUNDREDTH: Final = 10_000  # 0.01 in quantity parts

ABC_COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=220),
    Column("sales", "Sales", Kind.MONEY, total=True),
    Column("share", "Share %", Kind.PERCENT),
    Column("upto", "Cumulative %", Kind.PERCENT),
    Column("class", "Class", width=64),
    Column("value", "Stock value", Kind.MONEY, total=True, cost=True),
)
TURNOVER_COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=220),
    Column("cost", "Cost of sales", Kind.MONEY, total=True, cost=True),
    Column("average", "Average stock", Kind.MONEY, total=True, cost=True),
    Column("turns", "Turns per year", Kind.QUANTITY),
    Column("days", "Days of stock", Kind.COUNT),
)
SLOW_COLUMNS: Final = (
    Column("sku", "SKU", Kind.CODE),
    Column("name", "Name", width=220),
    Column("quantity", "On hand", Kind.QUANTITY, total=True),
    Column("value", "Value", Kind.MONEY, total=True, cost=True),
    Column("sold_on", "Last sold", Kind.DATE),
    Column("came_on", "Last received", Kind.DATE),
    Column("days", "Days without a sale", Kind.COUNT),
)


def abc(books: Books, ask: ReportAsk) -> Table:
    """Products by their share of all takings: A makes the first 80 %, B the next 15 %."""
    first, last = days_of(ask)
    sales = _takings(books, ask, first, last)
    held = _by_product(held_as_of(books, last, FOREVER))
    names = {row[0]: row[1:] for row in books.rows("SELECT id, sku, name FROM product")}
    total, so_far, rows, keys = sum(max(amount, 0) for amount in sales.values()), 0, [], []
    for product_id, amount in sorted(sales.items(), key=lambda one: (-one[1], one[0])):
        # what came back for more than was sold takes nothing from the others' share
        before = so_far * 1000 // total if amount > 0 else 1000
        so_far += max(amount, 0)
        grade = next(name for end, name in CLASSES if before < end)
        share, upto = (_percent(part, total) for part in (amount, so_far))
        rows.append(
            (*names[product_id], amount, share, upto, grade, held.get(product_id, (0, 0))[1])
        )
        keys.append(product_id)
    return table(books, ("abc", "ABC by takings"), ABC_COLUMNS, rows, keys)


def turnover(books: Books, ask: ReportAsk) -> Table:
    """How often a year the stock is sold, and for how many days it lasts.

    The average stock is what lay there at the end of each day, from the product's first one on: a
    product that is new has no days on which it was not kept yet.
    """
    first, last = days_of(ask)
    costs = by_product(books, ReportAsk(ask.as_of, first, last, ask.warehouse, ask.sku))
    lay = _value_days(books, first, last)
    rows, keys = [], []
    for product_id, sku, name in books.rows("SELECT id, sku, name FROM product ORDER BY sku"):
        cost, (all_days, days) = costs.get(product_id, 0), lay.get(product_id, (0, 1))
        average = divided(all_days, days * books.minor) * books.minor
        if not (cost or all_days) or ask.sku not in {None, sku}:
            continue
        turns = hundredths(cost * 365 * 1_000_000, all_days) if all_days > 0 else None
        lasts = divided(all_days, cost) if cost > 0 else None
        rows.append((sku, name, cost, average, turns, lasts))
        keys.append(product_id)
    return table(books, ("turnover", "Turnover"), TURNOVER_COLUMNS, rows, keys)


def slow(books: Books, ask: ReportAsk) -> Table:
    """What is here and was not sold for ninety days or more, the largest value first (滞销)."""
    today = clock.day_date(days_of(ask)[1])
    last = _last_moves(books)
    rows = []
    for product_id, sku, name, quantity, value in books.rows(
        "SELECT p.id, p.sku, p.name, SUM(b.on_hand), SUM(b.value) FROM stock_balance b "
        "JOIN product p ON p.id = b.product_id GROUP BY p.id, p.sku, p.name "
        "HAVING SUM(b.on_hand) > 0 ORDER BY SUM(b.value) DESC, p.sku"
    ):
        sold, came = last.get(product_id, (None, None))
        since = sold or came
        days = (today - clock.day_date(since)).days if since else 0
        if days >= SLOW_DAYS and ask.sku in {None, sku}:
            rows.append((sku, name, int(quantity), int(value), sold, came, days, product_id))
    keys = [row[-1] for row in rows]
    report = ("slow-stock", "Dead and slow stock")
    return table(books, report, SLOW_COLUMNS, [row[:-1] for row in rows], keys)


def days_of(ask: ReportAsk) -> tuple[int, int]:
    """The days asked for; a year until the last of them where none begins."""
    last = min(ask.last, clock.today())
    if ask.from_day is not None:
        return ask.from_day, max(last, ask.from_day)
    day = clock.day_date(last)
    year_before = day.replace(year=day.year - 1, day=min(day.day, 28))
    return clock.day_number(year_before), last


def _value_days(books: Books, first: int, last: int) -> dict[int, tuple[int, int]]:
    """By product: what was worth how much at the end of each day, summed, and how many days."""
    opened = _by_product(held_as_of(books, _day_before(first), FOREVER))
    begins: dict[int, int] = dict(
        books.rows("SELECT product_id, MIN(booked_on) FROM stock_move GROUP BY product_id")
    )
    days = {one: _span(max(begin, first), last) for one, begin in begins.items() if begin <= last}
    sums = {one: opened.get(one, (0, 0))[1] * span for one, span in days.items()}
    own = scopes(books)
    for product_id, day, source, target, kind, amount in books.rows(
        "SELECT m.product_id, e.booked_on, m.source_id, m.target_id, e.kind, SUM(e.amount) "
        "FROM stock_value_entry e JOIN stock_move m ON m.id = e.move_id "
        "WHERE e.booked_on BETWEEN ? AND ? "
        "GROUP BY m.product_id, e.booked_on, m.source_id, m.target_id, e.kind",
        (first, last),
    ):
        for _, sign in value_ends(source, target, kind, own):
            sums[product_id] += sign * int(amount) * _span(day, last)
    return {one: (sums[one], span) for one, span in days.items()}


def _span(first: int, last: int) -> int:
    """How many days, both of them among them."""
    return (clock.day_date(last) - clock.day_date(first)).days + 1


def _day_before(day: int) -> int:
    return clock.day_after(day, -1)


def _percent(part: int, whole: int) -> int:
    return hundredths(part * PERCENT, whole) if whole > 0 else 0


def hundredths(part: int, whole: int) -> int:
    """A quotient in quantity parts, to two places: more would only look exact."""
    return divided(part, whole * HUNDREDTH) * HUNDREDTH


def _takings(books: Books, ask: ReportAsk, first: int, last: int) -> dict[int, int]:
    where = Where("d.state = 'posted'", "d.kind IN ('sale', 'invoice', 'sales_return')",
                  "d.booked_on BETWEEN ? AND ?", "l.product_id IS NOT NULL")  # fmt: skip
    where.params += [first, last]
    where.sku(books, ask, "l.product_id")
    return {
        row[0]: int(row[1])
        for row in books.rows(
            "SELECT l.product_id, SUM(CASE WHEN d.kind = 'sales_return' THEN -l.net ELSE l.net END)"
            f" FROM document d JOIN document_line l ON l.document_id = d.id{where.sql} "
            "GROUP BY l.product_id",
            where.params,
        )
    }


def _by_product(held: Held) -> dict[int, tuple[int, int]]:
    sums: dict[int, tuple[int, int]] = {}
    for (product_id, _), (quantity, value) in held.items():
        before = sums.get(product_id, (0, 0))
        sums[product_id] = (before[0] + quantity, before[1] + value)
    return sums


def _last_moves(books: Books) -> dict[int, tuple[int | None, int | None]]:
    """By product: the last day it was sold, and the last day it was received."""
    customer, supplier = outside(books, "customer"), outside(books, "supplier")
    found: dict[int, tuple[Any, Any]] = {}
    for product_id, sold, came in books.rows(
        "SELECT m.product_id, MAX(CASE WHEN m.target_id = ? THEN m.booked_on END), "
        "MAX(CASE WHEN m.source_id = ? THEN m.booked_on END) FROM stock_move m "
        "GROUP BY m.product_id",
        (customer, supplier),
    ):
        found[product_id] = (sold, came)
    return found
