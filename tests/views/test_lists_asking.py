"""Asking a list: filters by kind, groups, views kept under a name, answers that come later."""

import json
import sqlite3
from datetime import date
from decimal import Decimal as D
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from erp_desktop.core import clock
from erp_desktop.core.table import Column, Kind, Listing, Table
from erp_desktop.reports import listing
from erp_desktop.reports.list_questions import as_json, from_json
from erp_desktop.reports.listing import Filter, ListingSource, Question
from erp_desktop.views import exporting, reading
from erp_desktop.views.exporting import Printing, asked_facts, seen_table
from erp_desktop.views.office import Office
from erp_desktop.views.print_preview import PreviewDialog
from erp_desktop.views.reading import Reader
from erp_desktop.views.shop_office import Cancelled
from erp_desktop.views.widgets.filter_panel import FilterPanel
from erp_desktop.views.widgets.list_page import ListPage
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.table_source import TableSource

COLUMNS = (
    Column("number", "Number", Kind.CODE, sql="d.number"),
    Column("partner", "Customer", Kind.TEXT, 200, sql="d.partner"),
    Column("state", "State", Kind.STATE, sql="d.state"),
    Column("day", "Date", Kind.DATE, sql="d.day"),
    Column("at", "Time", Kind.MOMENT, sql="d.at"),
    Column("total", "Total", Kind.MONEY, total=True, sql="d.total"),
)
ROWS = [
    ("SO-1", "Northgate", "draft", 20261120, 0, 105_000),
    ("SO-2", "清和茶楼", "partly_shipped:0.69", 20261121, 86_400, -32_500),
    ("SO-3", None, "partly_shipped:0.10", None, None, 0),
    ("SO-4", "northern lights", "paid", 20261002, 2 * 86_400, 1_000_000),
]
LISTING = Listing(
    "orders", "Orders", COLUMNS, "d", "d.id", search=("d.number", "d.partner"),
    views=(("all", "All", ""), ("big", "Big", "d.total > 50000")), order="number",
    descending=False,
)  # fmt: skip


class Books:
    """The rows in a database in memory."""

    postgres = False

    def __init__(self):
        self.db = sqlite3.connect(":memory:")
        self.db.execute(
            "CREATE TABLE d (id INTEGER PRIMARY KEY, number, partner, state, day, at, total)"
        )
        self.db.executemany(
            "INSERT INTO d (number, partner, state, day, at, total) VALUES (?, ?, ?, ?, ?, ?)", ROWS
        )

    def rows(self, sql, params=()):
        return self.db.execute(sql, params).fetchall()

    def each(self, sql, params=()):
        yield from self.db.execute(sql, params)


def finished() -> Table:
    """The same rows, read."""
    books, listing = Books(), ListingSource(LISTING)
    return listing.table(books)


def by_database(question):
    books, source = Books(), ListingSource(LISTING).asked(question)
    source.prepare(books)
    return [row[0] for _, row in source.page(books, 0, 99) if type(row) is tuple]


def in_memory(question):
    source = TableSource(finished())
    source.ask_for(question)
    return [row[0] for row in source.page(0, 99) if type(row) is tuple]


@pytest.fixture(params=[by_database, in_memory])
def numbers(request):
    clock.set_now(lambda: clock.parsed("2026-11-21T12:00"))
    return request.param


def asked(*filters, **facts):
    return Question(filters=filters, order="number", **facts)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter("partner", contains="NORTH"), ["SO-1", "SO-4"]),
        (Filter("partner", contains="茶"), ["SO-2"]),
        (Filter("partner", among=("Northgate", "清和茶楼")), ["SO-1", "SO-2"]),
        (Filter("partner", among=(None, "Northgate")), ["SO-1", "SO-3"]),
        (Filter("state", among=("partly_shipped",)), ["SO-2", "SO-3"]),
        (Filter("state", among=("draft", "paid")), ["SO-1", "SO-4"]),
        (Filter("day", period="today"), ["SO-2"]),
        (Filter("day", period="last_10_days"), ["SO-1", "SO-2"]),
        (Filter("day", period="last_month"), ["SO-4"]),
        (Filter("day", period="this_week"), ["SO-1", "SO-2"]),
        (Filter("day", at_most=date(2026, 11, 20)), ["SO-1", "SO-4"]),
        (Filter("at", equals=date(1970, 1, 2)), ["SO-2"]),
        (Filter("at", at_least=date(1970, 1, 2)), ["SO-2", "SO-4"]),
        (Filter("at", at_most=date(1970, 1, 2)), ["SO-1", "SO-2"]),
        (Filter("total", at_least=D("10.50")), ["SO-1", "SO-4"]),
        (Filter("total", at_least=D("-3.25"), at_most=D(0)), ["SO-2", "SO-3"]),
    ],
)
def test_every_kind_of_column_filters_alike_in_the_database_and_in_memory(numbers, wanted, found):
    assert numbers(asked(wanted)) == found


def test_filters_hold_together(numbers):
    question = asked(Filter("partner", contains="n"), Filter("state", among=("paid",)))
    assert numbers(question) == ["SO-4"]


def test_groups_bring_rows_together_in_the_order_they_had(numbers):
    assert numbers(asked(group="state")) == ["SO-1", "SO-4", "SO-2", "SO-3"]
    assert numbers(asked(group="day"))[:2] == ["SO-1", "SO-2"]


def test_moments_make_groups_by_day_and_by_month(numbers):
    assert numbers(asked(group="at:day"))[:3] == ["SO-4", "SO-2", "SO-1"]
    assert numbers(asked(group="at"))[:3] == ["SO-1", "SO-2", "SO-4"]
    assert numbers(asked(group="day:day"))[:3] == ["SO-2", "SO-1", "SO-4"]


@pytest.mark.parametrize("of", ["database", "memory"])
def test_what_is_exported_has_the_heads_of_its_groups(of):
    question = asked(group="at:day")
    if of == "database":
        table = ListingSource(LISTING).asked(question).table(Books())
    else:
        source = TableSource(finished())
        source.ask_for(question)
        table = source.table
    assert [(head.before, head.value, head.members, head.sums[-1]) for head in table.heads] == [
        (0, date(1970, 1, 3), 1, D("100.00")),
        (1, date(1970, 1, 2), 1, D("-3.25")),
        (2, date(1970, 1, 1), 1, D("10.50")),
        (3, None, 1, D("0.00")),
    ]
    assert [row[0] for row in table.rows] == ["SO-4", "SO-2", "SO-1", "SO-3"]


def test_what_is_seen_in_groups_is_exported_with_their_words(qtbot, dressed):
    page = ListPage(Office(None), "Orders", TableSource(finished()))
    qtbot.addWidget(page)
    page.view.show_column(1, shown=False)
    page.ask_for(asked(group="state"))
    table = seen_table(page)
    assert [(head.words, head.before, head.members) for head in table.heads] == [
        ("Draft", 0, 1), ("Paid", 1, 1), ("Partly shipped", 2, 2),
    ]  # fmt: skip
    assert len(table.heads[0].sums) == len(table.columns) == 5
    assert ("Group", "State") in asked_facts(page)
    page.view.fold_all(folded=True)
    assert [head.folded for head in seen_table(page).heads] == [True] * 3
    assert len(seen_table(page).rows) == 4  # they come along, folded
    page.ask_for(asked(group="day:day"))
    assert seen_table(page).heads[0].words == "21 Nov"
    page.ask_for(asked(group="at"))
    assert seen_table(page).heads[0].words == "Jan 1970"


@pytest.mark.parametrize("group", ["", "state"])
def test_a_long_list_is_read_while_it_is_written(tmp_path, monkeypatch, group):
    monkeypatch.setattr(listing, "EXPORT_PAGE", 2)
    source, told = ListingSource(LISTING).asked(asked(group=group)), []
    running = source.streamed(Books(), lambda at, whole: told.append((at, whole)))
    whole = source.table(Books())
    assert (len(running.rows), running.heads) == (4, whole.heads)
    assert told == []
    assert list(running.rows) == whole.rows == running.rows[:]
    assert told[:2] == [(0, 4), (2, 4)]
    assert running.rows[-1] == whole.rows[-1]
    seen = exporting.with_columns(running, ["total", "number"])
    exporting.write_table(tmp_path / "orders.xlsx", seen)
    exporting.write_table(tmp_path / "orders.csv", seen)
    said = (tmp_path / "orders.csv").read_text("utf-8-sig").splitlines()
    assert len(said) == 5
    assert said[1].split(",")[1] == whole.rows[0][0]


def test_an_export_that_is_taken_back_leaves_the_older_file(tmp_path):
    def stop(at, whole):
        raise Cancelled

    path = tmp_path / "out" / "orders.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"older")
    with pytest.raises(Cancelled):
        exporting.write_table(path, ListingSource(LISTING).streamed(Books(), stop))
    assert path.read_bytes() == b"older"
    assert list(path.parent.iterdir()) == [path]


def test_a_group_has_a_head_with_its_sums_and_can_be_folded(qtbot, dressed):
    source = TableSource(finished())
    view = ListView(source)
    qtbot.addWidget(view)
    view.ask_for(Question(order="number", group="state"))
    model = view.list_model
    assert model.rowCount() == 7
    heads = [model.index(row, 0).data() for row in (0, 2, 4)]
    assert heads == ["Draft", "Paid", "Partly shipped"]
    assert model.index(4, 5).data() == "−3.25"
    view.choose_row(4)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert model.rowCount() == 5
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert model.rowCount() == 7
    view.fold_all(folded=True)
    assert model.rowCount() == 3
    assert source.found() == 4


def test_a_kept_question_comes_back_as_it_was_asked():
    question = Question(
        "tea", "big",
        (
            Filter("day", period="last_10_days"),
            Filter("total", at_least=D("0.10"), at_most=D(5)),
            Filter("state", among=("draft", None)),
            Filter("day", at_least=date(2026, 1, 2)),
        ),
        "total", True, "partner",
    )  # fmt: skip
    assert from_json(as_json(question)) == question


def test_a_part_of_a_question_that_nobody_knows_any_more_is_left_out():
    kept = json.loads(as_json(Question("tea", filters=(Filter("day", period="today"),))))
    kept["colour"] = "red"
    kept["filters"] += [{"column": "day", "period": "last_century"}, {"shape": "round"}]
    assert from_json(json.dumps(kept)) == Question("tea", filters=(Filter("day", period="today"),))


def test_a_page_is_the_same_whether_its_keys_were_read_before_or_not():
    books, source = Books(), ListingSource(LISTING)
    source.ask_for(Question(order="total", descending=True))
    plain = source.page(books, 0, 9)
    source._read_keys(books)
    assert source.page(books, 0, 9) == plain


def test_values_are_offered_with_their_counts_the_most_frequent_first():
    source = ListingSource(LISTING)
    source.ask_for(asked(Filter("state", among=("draft",))))
    assert source.values(Books(), "state")[0] == ("partly_shipped", 2)
    told = []
    TableSource(finished()).read_values("state", told.extend)
    assert told[0] == ("partly_shipped", 2)


# -- the page ------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot, office):
    made = ListPage(office, "Orders", TableSource(finished()), opens="order")
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def panel(page) -> FilterPanel:
    return [one for one in page.findChildren(FilterPanel) if one.isVisible()][-1]


def test_a_state_is_chosen_from_those_that_are_there(qtbot, page):
    page.bar.open_filter("state")
    opened = panel(page)
    opened.choice.list.selectRow(0)
    qtbot.mouseClick(opened.apply, Qt.MouseButton.LeftButton)
    assert page.source.found() == 2
    assert page.bar.tokens["state"].accessibleName() == "State Partly shipped"


def test_words_without_a_tick_are_a_piece_of_the_words(qtbot, page):
    page.bar.open_filter("partner")
    opened = panel(page)
    qtbot.keyClicks(opened.choice.words, "north")
    qtbot.mouseClick(opened.apply, Qt.MouseButton.LeftButton)
    assert page.source.found() == 2
    assert page.bar.tokens["partner"].text() == "“north”"


def test_amounts_between_two_ends_and_changed_by_a_click_on_the_token(qtbot, page):
    page.bar.open_filter("total")
    qtbot.keyClicks(panel(page).choice.low, "10")
    qtbot.keyClick(panel(page).choice.low, Qt.Key.Key_Return)
    assert page.bar.tokens["total"].text() == "≥ 10.00"
    qtbot.mouseClick(page.bar.tokens["total"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel(page).choice.high, "50")
    qtbot.mouseClick(panel(page).apply, Qt.MouseButton.LeftButton)
    assert page.bar.tokens["total"].text() == "10.00 – 50.00"
    assert page.source.found() == 1


def test_a_period_is_kept_as_it_is_called(qtbot, page):
    page.bar.open_filter("day")
    qtbot.mouseClick(panel(page).apply, Qt.MouseButton.LeftButton)
    assert page.bar.tokens["day"].text() == "Last 10 days"
    assert page.source.question.filters == (Filter("day", period="last_10_days"),)


def test_delete_takes_a_filter_off(qtbot, page):
    page.filter_by(Filter("total", at_least=D(10)))
    qtbot.keyClick(page.bar.tokens["total"], Qt.Key.Key_Delete)
    assert page.source.found() == 4
    assert page.bar.tokens == {}


def test_a_wrong_amount_keeps_the_panel_open(qtbot, page):
    page.bar.open_filter("total")
    opened = panel(page)
    qtbot.keyClicks(opened.choice.low, "ten")
    qtbot.mouseClick(opened.apply, Qt.MouseButton.LeftButton)
    assert opened.isVisible()
    assert opened.choice.low.refused
    opened.close()


def test_rows_are_copied_for_letters_too_and_states_in_words(qtbot, page):
    page.view.choose_row(1)
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert "<td>Partly shipped</td>" in data.html()
    assert data.text().splitlines()[1].split("\t")[2] == "Partly shipped"


def test_screen_readers_hear_the_words_of_a_cell_and_the_titles(page):
    model = page.view.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 3).data(spoken) == "Partly shipped"
    assert model.headerData(0, Qt.Orientation.Horizontal, spoken) == "Chosen"
    assert model.headerData(6, Qt.Orientation.Horizontal, spoken) == "Total £"


def test_columns_and_order_are_remembered_by_their_names(qtbot, page, office):
    page.view.header.moveSection(page.view.header.visualIndex(3), 1)
    page.view._sort(6)
    page.hide()
    again = ListPage(office, "Orders", TableSource(finished()))
    qtbot.addWidget(again)
    assert again.view.shown_columns()[:2] == ["state", "number"]
    assert again.source.question.order == "total"
    assert again.source.page(0, 1)[0][0] == "SO-4"


# -- views kept under a name ---------------------------------------------------------------------


def save_as(qtbot, page, name):
    from erp_desktop.views.widgets.view_name import NameDialog

    qtbot.mouseClick(page.save_view, Qt.MouseButton.LeftButton)
    dialog = next(one for one in page.findChildren(NameDialog) if one.isVisible())
    dialog.name.setText(name)
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    return dialog


def test_a_view_is_kept_found_again_renamed_and_deleted(qtbot, counter):
    page = counter.page("products")
    page.filter_by(Filter("price", at_least=D(10)))
    page.view.show_column(page.view.shown_columns().index("barcode"), shown=False)
    save_as(qtbot, page, "Dear things")
    assert page.tabs.codes()[-1] == "mine:1"
    assert page.tabs.code() == "mine:1"
    assert page.save_view.isHidden()

    counter.window.sheets.close_current()
    page = counter.page("products")
    page.show_view("mine:1")
    assert page.source.found() == 1
    assert "barcode" not in page.view.shown_columns()
    assert page.tabs.tab_at("mine:1").accessibleName() == "Dear things 1"
    page.show_view("all")
    assert page.source.found() == 2
    assert page.bar.tokens == {}

    page.kept.rename("mine:1")
    dialog = [
        one for one in QApplication.topLevelWidgets() if one.windowTitle() == "Rename the view"
    ][-1]
    dialog.name.setText("Over ten")
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    assert page.tabs.tab_at("mine:1").accessibleName() == "Over ten 1"
    page.kept.delete("mine:1")
    assert "mine:1" not in page.tabs.codes()


def test_two_views_never_have_one_name(qtbot, counter):
    page = counter.page("products")
    page.filter_by(Filter("price", at_least=D(10)))
    save_as(qtbot, page, "Dear things")
    page.filter_by(Filter("price", at_least=D(20)))
    dialog = save_as(qtbot, page, "Dear things")
    assert dialog.isVisible()
    assert page.tabs.codes()[-1] == "mine:1"
    dialog.reject()


# -- answers that come later ---------------------------------------------------------------------


class SlowWork:
    """A unit of work whose answers wait until they may come."""

    def __init__(self):
        self.may_come = Event()
        self.interrupted = 0

    def read(self, step, *args, **kwargs):
        return step(self, *args, **kwargs)

    def interrupt(self):
        self.interrupted += 1
        self.may_come.set()


def test_a_short_answer_is_there_at_once_and_a_long_one_when_it_comes(qtbot):
    work, told = SlowWork(), []
    reader = Reader(work)
    reader.ask(lambda books: 1, told.append)
    assert told == [1]
    reading.wait_at_most(0.001)
    reader.ask(lambda books: books.may_come.wait(30) and 2, told.append)
    assert told == [1]
    work.may_come.set()
    qtbot.waitUntil(lambda: told == [1, 2])
    reader.close()


def test_an_answer_that_was_given_up_is_never_told(qtbot):
    work, told = SlowWork(), []
    reader = Reader(work)
    reading.wait_at_most(0.001)
    first = reader.ask(lambda books: books.may_come.wait(30), told.append)
    qtbot.waitUntil(lambda: first._books is not None)
    first.give_up()
    reading.wait_at_most(60)
    reader.ask(lambda books: "second", told.append)
    QApplication.processEvents()
    assert told == ["second"]
    assert work.interrupted == 1
    reader.close()


def test_rows_stay_until_the_answer_is_there(qtbot, counter):
    page = counter.page("products")
    assert page.view.model().rowCount() == 2
    held = Event()
    reading.wait_at_most(0.001)
    reader = counter.office._reader
    busy = [reader.ask(lambda books: held.wait(30), lambda _: None) for _ in range(2)]
    page.ask_for(Question(search="cup", view="active", order="sku"))
    assert page.view.model().rowCount() == 2
    assert page.view.list_model.waits
    held.set()
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 1)
    assert page.view.list_model.index(0, 1).data() == "CUP"
    qtbot.waitUntil(lambda: all(one.told for one in busy))


# -- what is seen is what comes out --------------------------------------------------------------


def test_an_export_has_the_columns_the_order_and_the_words_that_are_seen(qtbot, counter, tmp_path):
    page = counter.page("partners")
    page.view.show_column([c.key for c in page.source.columns].index("email"), shown=True)
    page.view.show_column([c.key for c in page.source.columns].index("phone"), shown=False)
    seen = seen_table(page)
    keys = [column.key for column in seen.columns]
    assert "email" in keys
    assert "phone" not in keys
    assert not any(column.hidden for column in seen.columns)
    assert {row[keys.index("what")] for row in seen.rows} == {"Customer", "Supplier"}
    page.ask_for(Question(search="nobody at all"))
    assert seen_table(page).rows == []


def test_what_a_paper_is_narrowed_to_stands_above_it(counter):
    page = counter.page("products")
    page.filter_by(Filter("price", at_least=D(10)))
    page.ask_for(Question(search="tea", view="active", filters=page.source.question.filters))
    assert asked_facts(page) == [
        ("View", "On sale"), ("Contains", "tea"), ("Sale price", "≥ 10.00"),
    ]  # fmt: skip


def test_a_long_list_is_not_printed_by_mistake(qtbot, counter, monkeypatch):
    monkeypatch.setattr(exporting, "PRINTED_AT_MOST", 1)
    page = counter.page("products")
    Printing(page)()
    assert "2 rows are about 1 pages" in page.notice.accessibleName()


def test_a_long_list_is_drawn_beside_the_window_and_then_shown(qtbot, counter, monkeypatch):
    monkeypatch.setattr(exporting, "PRINTED_AT_ONCE", 1)
    page = counter.page("products")
    Printing(page)()
    qtbot.waitUntil(lambda: bool(page.findChildren(PreviewDialog)), timeout=20_000)
    (dialog,) = page.findChildren(PreviewDialog)
    assert dialog.pages.count() == 1
    assert [one.how for one in counter.office.jobs.ended()] == ["done"]
    dialog.reject()


def test_nothing_found_says_so_and_takes_the_filters_off(qtbot, counter):
    page = counter.page("products")
    page.filter_by(Filter("price", at_least=D(1000)))
    assert not page.view.isVisible()
    counter.click("Clear filters", page)
    assert page.view.isVisible()
    assert page.bar.tokens == {}
