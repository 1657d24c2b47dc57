"""The few rows in each panel of the home page, and the trade of a day, a week or a month."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from erp_desktop.core import clock
from erp_desktop.core.money import ZERO, divided, money, quantity
from erp_desktop.core.periods import Step, finest, start_of, starts
from erp_desktop.models.books import Books, marks
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.home import stock_value, takings
from erp_desktop.reports.lists.finance import OPEN
from erp_desktop.reports.replenishment import ON_ORDER
from erp_desktop.reports.sales import sales_and_cost

# ruff: noqa: S608  (constant SQL of our own)

SHOWN = 4
LINE = 14  # days of a sparkline
LOOKED_AT = 40  # the products furthest below their minimum
DAYS: Final = 21  # of a shop that began not long ago, before its weeks are shown
WEEKS: Final = 12
A_YEAR: Final = timedelta(weeks=52)


class Trade(NamedTuple):
    """What a stretch of days came to; amounts in the shop's currency."""

    takings: Decimal  # with tax, returns taken off
    net: Decimal
    profit: Decimal
    sales: int

    @property
    def basket(self) -> Decimal:
        return (self.takings / self.sales).quantize(Decimal("0.01")) if self.sales else ZERO


class Figures(NamedTuple):
    """The tiles: this stretch, the one before it, and a line of days for each tile."""

    now: Trade
    before: Trade
    stock: Decimal
    takings_line: tuple[Decimal, ...]
    profit_line: tuple[Decimal, ...]
    basket_line: tuple[Decimal, ...]
    stock_line: tuple[Decimal, ...]
    opened_at: int | None  # when the first sale of the day was


def figures_of(books: Books, span: str) -> Figures:
    """`span` is day, week or month; each is compared with the same days before it."""
    today = clock.day_date(clock.today())
    first, back = _span(span, today)
    taken = takings(books, min(first - back, today - timedelta(days=LINE)))
    ask = ReportAsk(
        from_day=clock.day_number(min(first - back, today - timedelta(days=LINE))),
        to_day=clock.day_number(today),
    )
    earned = sales_and_cost(books, ask)
    places = books.money_places

    def trade(start: date, end: date) -> Trade:
        days = [
            clock.day_number(start + timedelta(days=at)) for at in range((end - start).days + 1)
        ]
        total = sum(taken.get(day, (0, 0))[0] for day in days)
        count = sum(taken.get(day, (0, 0))[1] for day in days)
        net = sum(earned.get(day, (0, 0))[0] for day in days)
        cost = sum(earned.get(day, (0, 0))[1] for day in days)
        return Trade(money(total, places), money(net, places), money(net - cost, places), count)

    line = [trade(day, day) for day in _days(today)]
    stock = stock_value(books)
    return Figures(
        trade(first, today), trade(first - back, today - back), stock,
        tuple(day.takings for day in line), tuple(day.profit for day in line),
        tuple(day.basket for day in line), _stock_line(books, stock, today),
        _opened(books),
    )  # fmt: skip


def _span(span: str, today: date) -> tuple[date, timedelta]:
    """The first day, and how far back the stretch lies that it is compared with."""
    if span == "week":
        return today - timedelta(days=today.weekday()), timedelta(days=7)
    if span == "month":
        first = today.replace(day=1)
        return first, first - (first - timedelta(days=1)).replace(day=1)
    return today, timedelta(days=7)


def _days(today: date) -> list[date]:
    return [today - timedelta(days=back) for back in range(LINE - 1, -1, -1)]


def _stock_line(books: Books, now: Decimal, today: date) -> tuple[Decimal, ...]:
    """The stock's value at the end of each day, told backwards from what the account was moved."""
    since = clock.day_number(today - timedelta(days=LINE))
    moved: dict[int, int] = dict(
        books.rows(
            "SELECT e.booked_on, SUM(j.amount) FROM journal_entry e "
            "JOIN journal_line j ON j.entry_id = e.id JOIN account a ON a.id = j.account_id "
            "WHERE a.role = 'stock' AND e.booked_on >= ? GROUP BY e.booked_on",
            (since,),
        )
    )
    told = []
    for day in reversed(_days(today)):
        told.append(now)
        now -= money(int(moved.get(clock.day_number(day), 0)), books.money_places)
    return tuple(reversed(told))


def _opened(books: Books) -> int | None:
    found: int | None = books.value(
        "SELECT MIN(happened_at) FROM document WHERE kind = 'sale' AND happened_at >= ? "
        "AND booked_on = ?",
        (clock.now() - 2 * 86_400, clock.today()),
    )
    return found


# -- the panels ----------------------------------------------------------------------------------


class Order(NamedTuple):
    """A confirmed order that waits for goods."""

    id: int
    number: str
    partner: str
    at: int
    due_on: int | None
    outstanding: Decimal  # pieces still to ship or to come
    amount: Decimal
    done: Decimal  # the share that is there, 0 to 1


def waiting_orders(books: Books, kind: str, answered_by: str) -> list[Order]:
    """The first orders that wait, the most urgent first."""
    done = (
        "COALESCE((SELECT SUM(a.quantity) FROM document_line a JOIN document i "
        "ON i.id = a.document_id WHERE a.answers_id = l.id AND i.kind = ? "
        "AND i.state = 'posted'), 0)"
    )
    rows = books.rows(
        "SELECT o.id, o.number, o.partner_name, o.happened_at, o.due_on, "
        f"SUM(l.quantity), SUM({done}), o.total FROM document o "
        "JOIN document_line l ON l.document_id = o.id JOIN product p ON p.id = l.product_id "
        "AND p.kind = 'goods' WHERE o.kind = ? AND o.state = 'confirmed' "
        "GROUP BY o.id, o.number, o.partner_name, o.happened_at, o.due_on, o.total "
        f"HAVING SUM(l.quantity) > SUM({done}) "
        "ORDER BY COALESCE(o.due_on, 99999999), o.happened_at, o.id LIMIT ?",
        (answered_by, kind, answered_by, SHOWN),
    )
    places = books.money_places
    return [
        Order._make(
            (
                *row[:5],
                quantity(int(row[5]) - int(row[6])),
                money(int(row[7]), places),
                Decimal(int(row[6])) / Decimal(int(row[5])),
            )
        )
        for row in rows
    ]


class Low(NamedTuple):
    """A product that falls below its minimum."""

    id: int
    sku: str
    name: str
    unit: str
    available: Decimal
    minimum: Decimal
    a_day: Decimal  # sold, on average of the last 30 days
    suggested: Decimal

    @property
    def days_left(self) -> int | None:
        """For how long it lasts at that rate; None when it does not sell."""
        return max(int(self.available / self.a_day), 0) if self.a_day else None


def running_low(books: Books) -> list[Low]:
    """Products below their minimum, what is on its way counted in: what is gone first stands first,
    what does not sell last."""
    rows = books.rows(
        "SELECT p.id, p.sku, p.name, p.unit, COALESCE(b.free, 0), p.minimum, "
        "COALESCE(c.coming, 0) FROM product p LEFT JOIN (SELECT product_id, "
        "SUM(on_hand - reserved) AS free FROM stock_balance GROUP BY product_id) b "
        f"ON b.product_id = p.id LEFT JOIN ({ON_ORDER}) c ON c.product_id = p.id "
        "WHERE p.kind = 'goods' AND p.active AND NOT p.is_template "
        "AND COALESCE(b.free, 0) + COALESCE(c.coming, 0) < p.minimum "
        "ORDER BY COALESCE(b.free, 0) * 1000 / p.minimum, p.name LIMIT ?",
        (LOOKED_AT,),
    )
    sold = _sold_a_day(books, [row[0] for row in rows])
    low = [
        Low._make(
            (
                *row[:4],
                quantity(int(row[4])),
                quantity(int(row[5])),
                sold.get(row[0], ZERO),
                quantity(int(row[5]) - int(row[4]) - int(row[6])),
            )
        )
        for row in rows
    ]
    low.sort(key=lambda one: (one.days_left is None, one.days_left or 0))
    return low[:SHOWN]


def _sold_a_day(books: Books, product_ids: list[int]) -> dict[int, Decimal]:
    """How much of each was sold a day, in the last 30 days."""
    rows = books.rows(
        "SELECT m.product_id, SUM(m.quantity) FROM stock_move m "
        "JOIN location t ON t.id = m.target_id WHERE t.kind = 'customer' AND m.happened_at > ? "
        f"AND m.product_id IN ({marks(product_ids)}) GROUP BY m.product_id",
        (clock.now() - 30 * 86_400, *product_ids),
    ) if product_ids else ()  # fmt: skip
    return {product_id: quantity(divided(int(raw), 30)) for product_id, raw in rows}


class Late(NamedTuple):
    """A customer whose money is overdue."""

    partner_id: int
    name: str
    days: int
    amount: Decimal


def overdue_customers(books: Books) -> list[Late]:
    """Those who are overdue, the largest amount first."""
    today = clock.today()
    rows = books.rows(
        f"SELECT d.partner_id, d.partner_name, MIN(d.due_on), SUM({OPEN}) FROM document d "
        "WHERE d.state = 'posted' AND d.kind IN ('invoice', 'sale') "
        f"AND d.partner_id IS NOT NULL AND d.due_on < ? AND {OPEN} > 0 "
        "GROUP BY d.partner_id, d.partner_name ORDER BY 4 DESC LIMIT ?",
        (today, SHOWN),
    )
    now = clock.day_date(today)
    return [
        Late(row[0], row[1], (now - clock.day_date(row[2])).days,
             money(int(row[3]), books.money_places))
        for row in rows
    ]  # fmt: skip


class Seller(NamedTuple):
    """A product that sells."""

    id: int
    name: str
    unit: str
    quantity: Decimal
    amount: Decimal


def best_sellers(books: Books, days: int = 30) -> list[Seller]:
    """What brought the most, net, in the last days."""
    rows = books.rows(
        "SELECT p.id, p.name, p.unit, SUM(l.quantity), SUM(l.net) FROM document d "
        "JOIN document_line l ON l.document_id = d.id JOIN product p ON p.id = l.product_id "
        "WHERE d.kind IN ('sale', 'invoice') AND d.state = 'posted' AND d.happened_at >= ? "
        "AND p.kind = 'goods' GROUP BY p.id, p.name, p.unit ORDER BY 5 DESC, p.id LIMIT ?",
        (clock.now() - days * 86_400, SHOWN),
    )
    places = books.money_places
    return [
        Seller._make((*row[:3], quantity(int(row[3])), money(int(row[4]), places))) for row in rows
    ]


class Stretch(NamedTuple):
    """The takings of a day or a week, and of the same a year before (None: not trading yet)."""

    first: date
    takings: Decimal
    year_before: Decimal | None


def lately(books: Books) -> tuple[Step, list[Stretch]]:
    """The takings of the last twelve weeks, or of the days of a shop that has not sold for long;
    the running stretch last. Where nothing was sold there is none."""
    today = clock.day_date(clock.today())
    earliest = start_of(today, Step.WEEK) - timedelta(weeks=WEEKS - 1)
    taken = takings(books, earliest - A_YEAR)
    if not taken:
        return Step.DAY, []
    begun = clock.day_date(min(taken))
    since = min(max(begun, earliest), today - timedelta(days=6))
    step = finest(since, today, DAYS)
    sums: dict[date, int] = {}
    for day, (total, _) in taken.items():
        first = start_of(clock.day_date(day), step)
        sums[first] = sums.get(first, 0) + total
    old, places = begun < today - A_YEAR, books.money_places
    return step, [
        Stretch(
            first, money(sums.get(first, 0), places),
            money(sums.get(first - A_YEAR, 0), places) if old else None,
        )
        for first in starts(since, today, step)
    ]  # fmt: skip
