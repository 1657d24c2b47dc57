"""Every item model of the program is sound: Qt's own tester watches while its rows change.

The models are found, not named: one that a later page brings makes this test fail until it says how
it is made and changed.
"""

import importlib
import pkgutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal as D

import pytest
from PySide6.QtCore import QAbstractItemModel, qInstallMessageHandler
from PySide6.QtTest import QAbstractItemModelTester

from erp_desktop import views
from erp_desktop.core.table import Column, Kind, Listing, Table
from erp_desktop.reports.listing import Filter, ListingSource, Question
from erp_desktop.views.office import Office
from erp_desktop.views.widgets.line_model import LineColumn, LineModel
from erp_desktop.views.widgets.list_model import ListModel
from erp_desktop.views.widgets.list_source import ListingPages, TableSource

COLUMNS = (
    Column("number", "Number", Kind.CODE, sql="d.number"),
    Column("state", "State", Kind.STATE, sql="d.state"),
    Column("day", "Date", Kind.DATE, sql="d.day"),
    Column("total", "Total", Kind.MONEY, total=True, sql="d.total"),
)
LISTING = Listing(
    "orders", "Orders", COLUMNS, "d", "d.id", search=("d.number",),
    views=(("all", "All", ""), ("big", "Big", "d.total > 5000")), order="number",
)  # fmt: skip
Change = Callable[[], object]


class Books:
    """A table in memory that grows and shrinks."""

    postgres = False

    def __init__(self) -> None:
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE TABLE d (id INTEGER PRIMARY KEY, number, state, day, total)")
        self.add(300)

    def add(self, count: int) -> None:
        states = ("draft", "partly_shipped:0.5", "paid", None)
        self.db.executemany(
            "INSERT INTO d (number, state, day, total) VALUES (?, ?, ?, ?)",
            [(f"SO-{n}", states[n % 4], 20260101 + n % 28, n * 100) for n in range(count)],
        )

    def rows(self, sql, params=()):
        return self.db.execute(sql, params).fetchall()

    def each(self, sql, params=()):
        yield from self.db.execute(sql, params)

    def read(self, step, *args, **kwargs):
        return step(self, *args, **kwargs)

    run = read


def asked(model: ListModel) -> Iterator[Change]:
    """Everything that can be asked of a list, and what comes in between."""
    yield lambda: model.need(0, 200)
    for question in (
        Question(order="total", descending=True),
        Question(search="so-1", order="number"),
        Question(filters=(Filter("state", among=("paid",)),)),
        Question(group="state", order="total"),
        Question(group="day", filters=(Filter("day", at_least=date(2026, 1, 9)),)),
        Question(search="nobody"),
        Question(view="big", group="state"),
    ):
        yield lambda question=question: model.ask_for(question)
        yield lambda: model.need(0, 50)
        yield lambda: model.fold(0)
        yield lambda: model.fold_all(folded=True)
        yield lambda: model.fold_all(folded=False)
    yield model.hold
    yield lambda: model.ask_for(Question())
    yield model.let_go


def a_listing() -> tuple[QAbstractItemModel, Iterator[Change]]:
    books = Books()
    model = ListModel(ListingPages(Office(books), ListingSource(LISTING)), checkable=True)

    def changes() -> Iterator[Change]:
        yield from asked(model)
        yield lambda: books.add(40)
        yield model.refresh
        yield lambda: books.db.execute("DELETE FROM d")
        yield model.refresh

    return model, changes()


def a_table() -> tuple[QAbstractItemModel, Iterator[Change]]:
    books = Books()
    read = ListingSource(LISTING).table(books)
    few = Table(read.name, read.title, read.columns, read.rows[:3], read.keys[:3])
    model = ListModel(TableSource(read, lambda: few, [("big", "Big", lambda row: row[3] > 1)]))

    def changes() -> Iterator[Change]:
        yield from asked(model)
        yield model.refresh

    return model, changes()


def lines() -> tuple[QAbstractItemModel, Iterator[Change]]:
    columns = [
        LineColumn(Column("product", "Product"), finder=True),
        LineColumn(Column("quantity", "Quantity", Kind.QUANTITY), editable=True),
        LineColumn(Column("amount", "Amount", Kind.MONEY)),
    ]
    model = LineModel(columns, lambda line: {"amount": line["quantity"] * 2})
    tea = {"product": "Tea", "quantity": D(1)}

    def changes() -> Iterator[Change]:
        yield lambda: model.write(0, tea)
        yield lambda: model.add(tea)
        yield lambda: model.typed(0, "quantity", "1,000.5")
        yield lambda: model.setData(model.index(0, 2), "3")
        yield lambda: model.remove(0)
        yield lambda: model.show_lines([tea, tea])
        yield lambda: model.show_lines([])

    return model, changes()


MADE = {ListModel: (a_listing, a_table), LineModel: (lines,)}


def every_model() -> set[type]:
    """The item models that the program defines, in whichever module they live."""
    for module in pkgutil.walk_packages(views.__path__, "erp_desktop.views."):
        importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    return {one for one in below(QAbstractItemModel) if one.__module__.startswith("erp_desktop.")}


def test_no_model_escapes():
    assert every_model() == set(MADE)


@pytest.mark.parametrize("make", [make for makers in MADE.values() for make in makers])
def test_a_model_stays_sound_while_its_rows_change(qapp, dressed, make):
    model, changes = make()
    warning = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, warning)  # a warning of Qt's fails the test
    for change in changes:
        change()
        for row in (0, model.rowCount() - 1):
            if row >= 0 and model.rowCount():
                for column in range(model.columnCount()):
                    model.index(row, column).data()
    assert tester.model() is model


def test_the_tester_would_notice(qapp):
    """A model that forgets to say that rows are coming is found out."""

    class Forgetful(LineModel):
        def add(self, cells):
            self.beginInsertRows(self.index(-1, -1), 0, 3)  # says four, brings one
            self._lines.append(dict(cells))
            self.endInsertRows()
            return 0

    model = Forgetful([LineColumn(Column("product", "Product"))], growing=False)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    with pytest.raises(AssertionError):
        expect_no_warning(lambda: model.add({"product": "Tea"}))
    assert tester.model() is model


def expect_no_warning(act: Change) -> None:
    said: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _where, words: said.append(words))
    try:
        act()
    finally:
        qInstallMessageHandler(before)
    assert said == []
