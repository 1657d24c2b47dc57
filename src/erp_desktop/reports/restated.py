"""What a late fact changes: before it is posted (a preview) and after (who changed what, and why).

A document with an earlier date, a bill at another price, freight or a reversal tells the story of
its goods again. These are the documents whose cost comes out differently, the cost of sales by
month before and after, what each customer brings, and what closed days pass on to the first open
one (LEDGER L-20: +15.00; L-21).

The value entries of one posting follow one another. So both questions are the same one: which
entries of that stretch stand on moves of documents that were there before?
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NamedTuple, ParamSpec

from erp_desktop.core import clock
from erp_desktop.core.money import ZERO, money
from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.models.books import Books
from erp_desktop.reports.asking import ReportAsk, Where, own_places, table
from erp_desktop.reports.sales import sales_and_cost
from erp_desktop.services.stock.places import outside

# Every text put into the SQL below is from our own code; what people ask for is bound.
# ruff: noqa: S608

P = ParamSpec("P")

COLUMNS: Final = (
    Column("cause", "Caused by", Kind.CODE, 150),
    Column("booked", "Booked", Kind.DATE),
    Column("document", "Document", Kind.CODE, 150),
    Column("kind", "Kind"),
    Column("sku", "SKU", Kind.CODE),
    Column("before", "Cost before", Kind.MONEY),
    Column("more", "Change", Kind.MONEY, total=True),
)
ARRIVALS: Final = frozenset({"goods_receipt", "opening"})  # what they are worth is stated


class Changed(NamedTuple):
    """A document whose goods cost differently. `part` is *cost*, or the difference of what was sold
    below zero (*variance*), or from the standard (*price*); `day` is the day it happened."""

    id: int
    number: str
    kind: str
    day: int
    sku: str
    part: str
    before: Decimal
    after: Decimal

    @property
    def stated(self) -> bool:
        """Whether this is what an arrival is worth, which papers say and nobody reckons."""
        return self.kind in ARRIVALS and self.part == "cost"


class Month(NamedTuple):
    """The cost of all sales of a month (202601), and what it becomes."""

    month: int
    before: Decimal
    after: Decimal


class Earned(NamedTuple):
    """What a customer brought with the sales that change, and what that becomes; "" is the till."""

    customer: str
    before: Decimal
    after: Decimal


class Effect(NamedTuple):
    """All that a posting changes in what was posted before."""

    documents: tuple[Changed, ...] = ()
    months: tuple[Month, ...] = ()
    customers: tuple[Earned, ...] = ()
    booked_on: int = 0  # the first open day, where days of it are closed; else 0
    booked: Decimal = ZERO  # the cost of sales that this day gets for the closed ones

    def __bool__(self) -> bool:
        return bool(self.documents or self.months)

    def surprises(self, today: int) -> bool:
        """Whether figures of a day before `today` come out differently. What an arrival is worth
        is not among them: its bill and its freight are there to say so."""
        return any(one.day < today and not one.stated for one in self.documents)


class Posting(NamedTuple):
    """The value entries of one posting on older documents: as a condition on entry `e` and
    document `d`, and where the stretch begins and ends."""

    sql: str
    params: tuple[int, ...]
    first: int
    last: int


def preview(books: Books, step: Callable[..., Any], *args: Any, **kwargs: Any) -> Effect:
    """What would change if this were done. Run it with `UnitOfWork.try_out`."""
    head = "SELECT entry_id, sequence FROM ledger_head WHERE id = 1"
    ((entry, sequence),) = books.rows(head)
    step(books, *args, **kwargs)
    ((last, _),) = books.rows(head)
    return _effect(books, Posting("e.id > ? AND d.sequence <= ?", (entry, sequence), entry, last))


def effect_of(books: Books, document_id: int) -> Effect:
    """What a posted document changed in others."""
    ((first, last),) = books.rows(
        "SELECT MIN(id), MAX(id) FROM stock_value_entry WHERE caused_by_id = ?", (document_id,)
    )
    if first is None:
        return Effect()
    told = (document_id, document_id)
    return _effect(books, Posting("e.caused_by_id = ? AND d.id <> ?", told, first - 1, last))


def _effect(books: Books, posting: Posting) -> Effect:
    documents = _documents(books, posting)
    if not documents:
        return Effect()
    booked_on, booked = _booked_later(books, posting)
    return Effect(documents, _months(books, posting), _customers(books, posting), booked_on, booked)


_CHANGES: Final = (
    "FROM stock_value_entry e JOIN stock_move m ON m.id = e.move_id "
    "JOIN document d ON d.id = m.document_id "
)


def _documents(books: Books, posting: Posting) -> tuple[Changed, ...]:
    """The goods of older documents that cost differently; a count's loss and gain are netted."""
    own = ", ".join(str(place) for place in sorted(own_places(books)))
    sign = f"CASE WHEN x.kind = 'count' AND m.target_id NOT IN ({own}) THEN -1 ELSE 1 END"
    rows = books.rows(
        "SELECT x.id, x.number, x.kind, x.happened_at, p.sku, x.part, "
        f"SUM(CASE WHEN a.id <= ? THEN {sign} * a.amount ELSE 0 END), SUM({sign} * a.amount) "
        "FROM (SELECT DISTINCT d.id, d.number, d.kind, d.happened_at, d.sequence, m.product_id, "
        f"e.kind AS part {_CHANGES}WHERE {posting.sql} AND e.amount <> 0) x "
        "JOIN product p ON p.id = x.product_id "
        "JOIN stock_move m ON m.document_id = x.id AND m.product_id = x.product_id "
        "JOIN stock_value_entry a ON a.move_id = m.id AND a.kind = x.part AND a.id <= ? "
        "GROUP BY x.id, x.number, x.kind, x.happened_at, x.sequence, p.sku, x.part "
        "ORDER BY x.happened_at, x.sequence, p.sku, x.part",
        (posting.first, *posting.params, posting.last),
    )
    places = books.money_places
    return tuple(
        Changed(row[0], row[1], row[2], clock.day_of(row[3]), row[4], row[5],
                money(int(row[6]), places), money(int(row[7]), places))
        for row in rows if row[6] != row[7]
    )  # fmt: skip


def _months(books: Books, posting: Posting) -> tuple[Month, ...]:
    """The cost of sales of the months that change, as the books will have it."""
    more = {int(month): int(amount) for month, amount in _cost_of_sales(
        books, posting, "e.booked_on / 100")}  # fmt: skip
    if not more:
        return ()
    ask = ReportAsk(from_day=min(more) * 100 + 1, to_day=max(more) * 100 + 31)
    sums = sales_and_cost(books, ask, 100)
    places = books.money_places
    return tuple(
        Month(month, money(cost - more[month], places), money(cost, places))
        for month, cost in ((month, sums.get(month, (0, 0))[1]) for month in sorted(more))
    )


def _booked_later(books: Books, posting: Posting) -> tuple[int, Decimal]:
    """The day on which is booked what would fall into closed days, and the cost of sales of it."""
    day = books.value(
        f"SELECT MAX(e.booked_on) {_CHANGES}WHERE {posting.sql} AND m.booked_on < e.booked_on",
        posting.params,
    )
    closed = posting._replace(sql=f"{posting.sql} AND m.booked_on < e.booked_on")
    amount = sum(int(more) for _, more in _cost_of_sales(books, closed, "0"))
    return int(day or 0), money(amount, books.money_places)


def _cost_of_sales(books: Books, posting: Posting, by: str) -> list[tuple[Any, ...]]:
    """By how much the cost of earlier sales changes, grouped; only what is not nought."""
    customer = outside(books, "customer")
    return books.rows(
        f"SELECT {by}, SUM(CASE WHEN e.kind = 'variance' THEN -e.amount "
        f"WHEN m.target_id = ? THEN e.amount ELSE -e.amount END) {_CHANGES}"
        f"WHERE {posting.sql} AND (e.kind = 'variance' OR "
        "(e.kind = 'cost' AND (m.target_id = ? OR m.source_id = ?))) GROUP BY 1 "
        "HAVING SUM(CASE WHEN e.kind = 'variance' THEN -e.amount "
        "WHEN m.target_id = ? THEN e.amount ELSE -e.amount END) <> 0",
        (customer, *posting.params, customer, customer, customer),
    )


def _customers(books: Books, posting: Posting) -> tuple[Earned, ...]:
    """By customer: what the lines that change were sold for less what they cost, before and now."""
    customer = outside(books, "customer")
    sign = "CASE WHEN m.target_id = ? THEN 1 ELSE -1 END"
    rows = books.rows(
        "SELECT y.partner_name, SUM(y.sign * y.net - y.before), SUM(y.sign * y.net - y.after) "
        f"FROM (SELECT x.partner_name, l.id, l.net, MAX({sign}) AS sign, "
        f"SUM(CASE WHEN a.id <= ? THEN {sign} * a.amount ELSE 0 END) AS before, "
        f"SUM({sign} * a.amount) AS after "
        f"FROM (SELECT DISTINCT d.partner_name, m.document_id, m.line_id {_CHANGES}"
        f"WHERE {posting.sql} AND e.kind = 'cost' AND (m.target_id = ? OR m.source_id = ?)) x "
        "JOIN document_line l ON l.id = x.line_id "
        "JOIN stock_move m ON m.document_id = x.document_id AND m.line_id = x.line_id "
        "AND (m.target_id = ? OR m.source_id = ?) "
        "JOIN stock_value_entry a ON a.move_id = m.id AND a.kind = 'cost' AND a.id <= ? "
        "GROUP BY x.partner_name, l.id, l.net) y GROUP BY y.partner_name "
        "HAVING SUM(y.before) <> SUM(y.after) ORDER BY y.partner_name",
        (customer, posting.first, customer, customer, *posting.params,
         *(customer,) * 4, posting.last),
    )  # fmt: skip
    places = books.money_places
    return tuple(
        Earned(row[0], money(int(row[1]), places), money(int(row[2]), places)) for row in rows
    )


class Restated(NamedTuple):
    """What a document's page says of late facts: how many documents it changed and what that did
    to the cost of sales, and which documents changed it, each with the amount."""

    documents: int = 0
    more: Decimal = ZERO  # + the sales cost more
    by: tuple[tuple[int, str, Decimal], ...] = ()  # id, number, + costs more


NOTHING: Final = Restated()


def restated_by(books: Books, document_id: int) -> Restated:
    """Who changed whose costs, as seen from one posted document."""
    places = books.money_places
    told = (document_id, document_id)
    count = books.value(
        f"SELECT COUNT(DISTINCT d.id) {_CHANGES}"
        "WHERE e.caused_by_id = ? AND d.id <> ? AND e.kind = 'cost' AND e.amount <> 0",
        told,
    )
    mine = Posting("e.caused_by_id = ? AND d.id <> ?", told, 0, 0)
    more = sum(int(amount) for _, amount in _cost_of_sales(books, mine, "0")) if count else 0
    by = books.rows(
        "SELECT x.id, x.number, SUM(e.amount) FROM stock_move m "
        "JOIN stock_value_entry e ON e.move_id = m.id JOIN document x ON x.id = e.caused_by_id "
        "WHERE m.document_id = ? AND e.caused_by_id <> ? AND e.kind = 'cost' "
        "GROUP BY x.id, x.number HAVING SUM(e.amount) <> 0 ORDER BY x.id DESC",
        told,
    )
    changed = tuple((row[0], row[1], money(int(row[2]), places)) for row in by)
    return Restated(int(count), money(more, places), changed)


def restated(books: Books, ask: ReportAsk) -> Table:
    """Every cost that a later document changed, and by how much."""
    where = Where(
        "e.kind = 'cost'", "e.caused_by_id <> m.document_id", "e.booked_on BETWEEN ? AND ?"
    )  # fmt: skip
    where.params += [ask.first, ask.last]
    where.sku(books, ask, "m.product_id").warehouse(books, ask, "m.source_id", "m.target_id")
    where.cause(ask, "x.number")
    raw = books.rows(
        "SELECT x.number, e.booked_on, d.number, d.kind, p.sku, "
        "COALESCE((SELECT SUM(b.amount) FROM stock_value_entry b WHERE b.move_id = m.id "
        "AND b.kind = 'cost' AND b.id < MIN(e.id)), 0), SUM(e.amount), d.id "
        "FROM stock_value_entry e JOIN stock_move m ON m.id = e.move_id "
        "JOIN document d ON d.id = m.document_id JOIN document x ON x.id = e.caused_by_id "
        f"JOIN product p ON p.id = m.product_id{where.sql} "
        "GROUP BY x.number, e.booked_on, d.number, d.kind, p.sku, m.id, d.id, x.id "
        "HAVING SUM(e.amount) <> 0 ORDER BY x.id, d.id",
        where.params,
    )
    keys = [row[-1] for row in raw]
    return table(books, ("restated", "Restated costs"), COLUMNS, [row[:-1] for row in raw], keys)
