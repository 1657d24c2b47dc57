"""The one item model: in memory and over a million rows, checked by Qt's own model tester."""

import sqlite3
from datetime import date
from decimal import Decimal as D

import pytest

from erp_desktop.core.table import Column, Kind, Listing, Table
from erp_desktop.reports import list_memory
from erp_desktop.reports.listing import Filter, ListingSource, Question
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.line_model import LineColumn, LineModel
from erp_desktop.views.widgets.list_model import BLOCK, BLOCKS_KEPT, ListModel
from erp_desktop.views.widgets.list_source import ListingPages, TableSource

COLUMNS = (
    Column("number", "Number", Kind.CODE, sql="d.number"),
    Column("partner", "Partner", Kind.TEXT, sql="d.partner"),
    Column("day", "Date", Kind.DATE, sql="d.day"),
    Column("total", "Total", Kind.MONEY, total=True, sql="d.total"),
)
ROWS = [
    ("SO-0001", "Northgate", date(2026, 11, 20), D("10.50")),
    ("SO-0002", "清和茶楼", date(2026, 11, 21), D("-3.25")),
    ("SO-0003", None, None, D(0)),
    ("SO-0010", "northern lights", date(2026, 10, 2), D(100)),
]


def source(**kwargs) -> TableSource:
    return TableSource(Table("orders", "Orders", COLUMNS, ROWS, [11, 12, 13, 14]), **kwargs)


@pytest.mark.parametrize("checkable", [False, True])
def test_a_table_in_memory_is_a_sound_model_while_it_is_sorted_and_filtered(
    qtmodeltester, checkable
):
    model = ListModel(source(), checkable=checkable)
    qtmodeltester.check(model)
    model.ask_for(Question(order="total", descending=True))
    assert model.key_of(0) == 14
    model.ask_for(Question(search="north"))
    assert model.rowCount() == 2
    model.refresh()
    model.ask_for(Question(search="nobody"))
    assert model.rowCount() == 0
    qtmodeltester.check(model)


def test_cells_read_as_people_write_them(qapp):
    model = ListModel(source())
    shown = [model.index(1, at).data() for at in range(4)]
    assert shown[:2] == ["SO-0002", "清和茶楼"]
    assert shown[3] == "−3.25"
    assert model.index(2, 3).data() == "–"


def test_filters_and_named_views_of_a_table():
    asked = source(named=[("late", "Late", lambda row: row[3] > 5)])
    asked.ask_for(Question(filters=(Filter("day", at_least=date(2026, 11, 21)),)))
    assert [row[0] for row in asked.page(0, 9)] == ["SO-0002"]
    asked.ask_for(Question(view="late", order="number", descending=True))
    assert [row[0] for row in asked.page(0, 9)] == ["SO-0010", "SO-0001"]
    assert asked.totals()[3] == D("110.50")
    assert asked.views() == [("late", "Late", 2)]


class Books:
    """Plain SQL on a database in memory, counting how many rows were handed out."""

    def __init__(self, count: int) -> None:
        self.db = sqlite3.connect(":memory:")
        self.handed_out = 0
        self.db.execute("CREATE TABLE d (id INTEGER PRIMARY KEY, number, partner, day, total)")
        self.db.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO d SELECT i, 'SO-' || i, 'Partner ' || (i % 100),"
            " CASE WHEN i % 1000 = 7 THEN NULL ELSE 20260101 + i % 28 END, i * 100 FROM n",
            (count,),
        )
        self.db.execute("CREATE INDEX by_day ON d (day, id)")

    def rows(self, sql, params=()):
        found = self.db.execute(sql, params).fetchall()
        self.handed_out += len(found)
        return found

    postgres = False

    def each(self, sql, params=()):
        yield from self.db.execute(sql, params)

    def read(self, step, *args, **kwargs):
        return step(self, *args, **kwargs)

    run = read


LISTING = Listing(
    "orders", "Orders", COLUMNS, "d", "d.id", search=("d.number", "d.partner"),
    views=(("all", "All", ""), ("big", "Big", "d.total > 50000")), order="day",
)  # fmt: skip


@pytest.fixture
def books():
    return Books(5_000)


def expected(books, order, descending):
    way = "DESC" if descending else "ASC"
    sql = f"SELECT number FROM d ORDER BY {order} {way}, id {way}"
    return [row[0] for row in books.db.execute(sql)]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("order", ["day", "number", "total"])
def test_pages_follow_each_other_in_the_asked_order_however_they_are_jumped_to(
    books, order, descending
):
    listing = ListingSource(LISTING)
    listing.ask_for(Question(order=order, descending=descending))
    right = expected(books, order, descending)
    for start in (0, 128, 256, 4_900, 2_560, 2_688, 384, 4_990, 1_280, 4_864, 0):
        page = listing.page(books, start, 128)
        assert [row[0] for _, row in page] == right[start : start + 128]


def test_a_listing_searches_filters_counts_and_sums_in_the_database(books):
    listing = ListingSource(LISTING)
    listing.ask_for(Question(search="so-49 partner", order="number"))
    assert listing.count(books) == 111
    listing.ask_for(Question(search="100%_"))
    assert listing.count(books) == 0
    listing.ask_for(Question(filters=(Filter("total", at_least=D("49.99")),), order="total"))
    assert listing.count(books) == 2
    assert listing.totals(books)[3] == D("99.99")
    assert listing.view_counts(books) == {"all": 5_000, "big": 4_500}
    assert len(listing.table(books).rows) == 2


def test_a_million_rows_scroll_without_being_loaded(qtmodeltester, qapp):
    books = Books(1_000_000)
    model = ListModel(ListingPages(Office(books), ListingSource(LISTING)))
    model.refresh()
    assert model.rowCount() == 1_000_000
    for start in range(0, 1_000_000, 9_973):
        model.need(start, start + 40)
        assert model.row(start) is not None
    assert model.rows_read() <= BLOCK * BLOCKS_KEPT
    assert books.handed_out < 100_000
    handed_out = books.handed_out
    for at in range(0, 1_000_000, 50_000):
        model.index(at, 0).data()
    assert books.handed_out == handed_out, "data() asked the database"


def test_the_windowed_model_is_sound(qtmodeltester, books):
    model = ListModel(ListingPages(Office(books), ListingSource(LISTING)), checkable=True)
    model.refresh()
    model.need(0, 300)
    qtmodeltester.check(model)
    model.ask_for(Question(order="total"))
    qtmodeltester.check(model)


def test_lines_grow_and_shrink_soundly(qtmodeltester):
    columns = [
        LineColumn(Column("product", "Product"), finder=True),
        LineColumn(Column("quantity", "Quantity", Kind.QUANTITY), editable=True),
        LineColumn(Column("price", "Price", Kind.PRICE), editable=True),
        LineColumn(Column("amount", "Amount", Kind.MONEY)),
    ]
    model = LineModel(columns, lambda line: {"amount": line["quantity"] * line["price"]})
    qtmodeltester.check(model)
    model.write(0, {"product": "Tea", "quantity": D(1), "price": D("2.50")})
    model.typed(0, "quantity", "1,000.5")
    assert model.lines()[0]["amount"] == D("2501.250")
    assert model.setData(model.index(0, 2), "no number") is False
    assert model.rowCount() == 2
    model.remove(0)
    assert model.lines() == []
    qtmodeltester.check(model)


@pytest.mark.parametrize("descending", [True, False])
def test_keys_read_beforehand_stand_in_the_same_order(books, descending, monkeypatch):
    monkeypatch.setattr(list_memory, "AT_ONCE", 700)  # several pieces, and a last short one
    listing = ListingSource(LISTING)
    listing.ask_for(Question(order="partner", descending=descending))
    plain = [key for key, _ in listing.page(books, 0, 5_000)]
    listing._read_keys(books)
    assert list(listing._known.keys) == plain
