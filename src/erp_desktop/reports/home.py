"""The numbers of the Home page: today against the same weekday before, and what waits to be done.

Every number is one quick question. Takings are what was sold with tax, returns taken off; a
reversed paper counts as if it had never been.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from erp_desktop.core import clock
from erp_desktop.core.money import divided, money
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.finance import receivables
from erp_desktop.reports.replenishment import ON_ORDER
from erp_desktop.reports.sales import sales_and_cost

# Every text put into the SQL below is from our own code.
# ruff: noqa: S608

DAYS: Final = 14
WEEKS: Final = 12


@dataclass(frozen=True, slots=True)
class Day:
    """One day's trade: takings with tax, net sales, gross profit, papers, the average of them."""

    day: date
    takings: Decimal
    net: Decimal
    profit: Decimal
    sales: int
    basket: Decimal


@dataclass(frozen=True, slots=True)
class Waiting:
    """Papers that wait, and what they come to."""

    count: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Point:
    """The takings of a day, or of the week that begins with it."""

    day: date
    takings: Decimal
    sales: int


@dataclass(frozen=True, slots=True)
class Home:
    """All of it, as of now."""

    today: Day
    before: Day  # the same weekday, a week ago
    stock_value: Decimal
    to_ship: Waiting
    to_receive: Waiting
    running_out: int
    overdue: Waiting
    days: tuple[Point, ...]  # the last 14, today last
    weeks: tuple[Point, ...]  # the last 12, this one last


def home(books: Books, today: int | None = None) -> Home:
    """What the Home page shows on a day (today, if none is given)."""
    now = clock.day_date(today or clock.today())
    places = books.money_places
    taken = takings(books, now - timedelta(days=7 * WEEKS))
    return Home(
        today=_day(books, now, taken, places),
        before=_day(books, now - timedelta(days=7), taken, places),
        stock_value=stock_value(books),
        to_ship=waiting(books, "sales_order", "goods_issue"),
        to_receive=waiting(books, "purchase_order", "goods_receipt"),
        running_out=running_out(books),
        overdue=overdue(books),
        days=_points((now - timedelta(days=back) for back in range(DAYS)), 1, taken, places),
        weeks=_points(
            (now - timedelta(days=now.weekday() + 7 * back) for back in range(WEEKS)),
            7, taken, places,
        ),
    )  # fmt: skip


Taken = dict[int, tuple[int, int]]  # day: takings, how many sales


def takings(books: Books, since: date) -> Taken:
    """Takings and the number of sales by day, from a day on."""
    rows = books.rows(
        "SELECT booked_on, SUM(CASE WHEN kind = 'sales_return' THEN -total ELSE total END), "
        "SUM(CASE WHEN kind = 'sales_return' THEN 0 ELSE 1 END) FROM document "
        "WHERE kind IN ('sale', 'invoice', 'sales_return') AND state = 'posted' "
        "AND booked_on >= ? AND happened_at >= ? GROUP BY booked_on",
        (clock.day_number(since), clock.day_end(clock.day_number(since)) - 400 * 86_400),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _day(books: Books, day: date, taken: Taken, places: int) -> Day:
    number = clock.day_number(day)
    total, sales = taken.get(number, (0, 0))
    net, cost = sales_and_cost(books, ReportAsk(from_day=number, to_day=number)).get(number, (0, 0))
    basket = divided(total, sales * books.minor) * books.minor if sales else 0
    return Day(
        day, money(total, places), money(net, places), money(net - cost, places), sales,
        money(basket, places),
    )  # fmt: skip


def _points(
    first_days: Iterable[date], length: int, taken: Taken, places: int
) -> tuple[Point, ...]:
    points = []
    for first in first_days:
        days = [clock.day_number(first + timedelta(days=on)) for on in range(length)]
        found = [taken.get(day, (0, 0)) for day in days]
        total, sales = sum(one[0] for one in found), sum(one[1] for one in found)
        points.append(Point(first, money(total, places), sales))
    return tuple(reversed(points))


def stock_value(books: Books) -> Decimal:
    """What all stock is worth now."""
    found = books.value("SELECT SUM(value) FROM stock_balance")
    return money(int(found or 0), books.money_places)


def waiting(books: Books, kind: str, answered_by: str) -> Waiting:
    """Confirmed orders of a kind that still wait for goods, and their totals."""
    count, amount = books.row(
        "SELECT count(*), SUM(o.total) FROM document o WHERE o.kind = ? AND o.state = 'confirmed' "
        "AND EXISTS (SELECT 1 FROM document_line l JOIN product p ON p.id = l.product_id "
        "WHERE l.document_id = o.id AND p.kind <> 'service' AND l.quantity > COALESCE((SELECT "
        "SUM(a.quantity) FROM document_line a JOIN document i ON i.id = a.document_id "
        "WHERE a.answers_id = l.id AND i.kind = ? AND i.state = 'posted'), 0))",
        (kind, answered_by),
    ) or (0, 0)
    return Waiting(count, money(int(amount or 0), books.money_places))


def running_out(books: Books) -> int:
    """How many products fall below their minimum, also with what is on its way."""
    return int(
        books.value(
            "SELECT count(*) FROM product p LEFT JOIN (SELECT product_id, "
            "SUM(on_hand - reserved) AS free FROM stock_balance GROUP BY product_id) b "
            f"ON b.product_id = p.id LEFT JOIN ({ON_ORDER}) c ON c.product_id = p.id "
            "WHERE p.kind = 'goods' AND p.active AND NOT p.is_template "
            "AND COALESCE(b.free, 0) + COALESCE(c.coming, 0) < p.minimum"
        )
    )


def overdue(books: Books) -> Waiting:
    """Customers' papers past their day, and what is open of them."""
    owed = receivables(books, ReportAsk())
    late, open_ = owed.column("overdue"), owed.column("open")
    found = [row[open_] for row in owed.rows if row[late]]
    amounts = [cell for cell in found if isinstance(cell, Decimal) and cell > 0]
    return Waiting(len(amounts), sum(amounts, Decimal("0.00")))
