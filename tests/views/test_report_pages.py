"""Reports: a shelf of all of them, filters that are asked, files that say what the screen says."""

from datetime import date
from decimal import Decimal
from threading import Event

import pytest
from PySide6.QtCore import Qt
from python_calamine import CalamineWorkbook

from builders import Shop, day
from deep_shop import depth, told_late
from erp_desktop.core import clock
from erp_desktop.core.table import Column, Table
from erp_desktop.reports.listing import Question
from erp_desktop.reports.registry import REPORTS
from erp_desktop.views import reading
from erp_desktop.views.exporting import export_page
from erp_desktop.views.reports.pack_dialog import PackDialog
from erp_desktop.views.reports.report_page import OPENS
from erp_desktop.views.reports.report_picture import ReportPicture
from erp_desktop.views.reports.shelf_page import OF_A_LOT
from views.counter import Counter, button


def test_every_report_has_its_place_and_opens(counter, qtbot):
    shelf = counter.page("reports")
    assert {tile.name for tile in shelf.tiles} == set(REPORTS) - OF_A_LOT
    for tile in shelf.tiles:
        counter.window.show_page("reports")
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        assert counter.seen().header.title.text() == tile.text()
        assert counter.seen().notice.sentence() == ""


def test_a_report_of_the_past_is_another_one(counter):
    page = counter.page("report", "valuation")
    value = page.source.table.column("value")
    now = sum(row[value] for row in page.source.table.rows)
    page.as_of.set_value(date(2026, 1, 3))
    page.as_of.chosen.emit(page.as_of.value())
    then = sum(row[value] for row in page.source.table.rows)
    assert (str(now), str(then)) == ("250.00", "280.00")


def test_what_has_no_category_is_said_to_have_none(counter, tmp_path):
    page = counter.page("report", "valuation-by-category")
    at = page.source.table.column("category")
    named = [row[at] for row in page.source.table.rows]
    assert "(no category)" in named
    assert "" not in named
    export_page(page, tmp_path / "worth.csv")
    assert "(no category)" in (tmp_path / "worth.csv").read_text("utf-8-sig")


def test_a_period_without_sales_is_empty(counter):
    page = counter.page("report", "sales")
    assert page.source.count() == 2
    page.first.set_value(date(2026, 1, 3))
    page.last.set_value(date(2026, 1, 10))
    page.last.chosen.emit(page.last.value())
    assert page.source.count() == 0
    counter.click("All days", page)
    assert page.source.count() == 2


def test_what_is_seen_is_what_is_exported(counter, tmp_path):
    page = counter.page("products")
    page.view.header.setSectionHidden(1 + 2, True)  # the category
    target = tmp_path / "products.xlsx"
    with counter.bot.waitSignal(page.said, timeout=10_000):
        export_page(page, target)
    rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["SKU", "Name", "Barcode"]
    assert [row[0] for row in rows[1:3]] == ["CUP", "TEA"]
    assert rows[2][2] == "6901234567892"


def test_a_list_as_csv(counter, tmp_path):
    page = counter.page("report", "sales-by-product")
    export_page(page, tmp_path / "sales.csv")
    assert "Green tea 250 g" in (tmp_path / "sales.csv").read_text("utf-8-sig")


def test_a_folder_that_is_not_there_is_said(counter, tmp_path):
    page = counter.page("report", "sales-by-product")
    export_page(page, tmp_path / "nowhere" / "sales.xlsx")
    assert "nowhere" in page.notice.sentence()


def test_the_accountants_pack_ties_out(counter, tmp_path, qtbot):
    shelf = counter.page("reports")
    counter.click("Accountant's pack", shelf)
    dialog = counter.dialog(PackDialog)
    target = tmp_path / "pack.xlsx"
    with qtbot.waitSignal(dialog.written, timeout=20_000):
        dialog.write(target, date(2026, 1, 1), date(2026, 1, 31))
    book = CalamineWorkbook.from_path(target)
    assert "Tie-out" in book.sheet_names


def test_a_period_that_ends_before_it_begins_is_refused(counter):
    shelf = counter.page("reports")
    counter.click("Accountant's pack", shelf)
    dialog = counter.dialog(PackDialog)
    dialog.first.set_value(date(2026, 2, 1))
    dialog.last.set_value(date(2026, 1, 1))
    button(dialog, "Save workbook").click()
    assert "must not lie after" in dialog.notice.sentence()
    dialog.reject()


def test_what_was_asked_of_a_report_outlives_another_period_and_another_page(counter):
    page = counter.page("report", "valuation")
    page.ask_for(Question(search="cup", order="value"))
    assert page.source.count() == 1
    page.as_of.set_value(date(2026, 1, 3))
    page.as_of.chosen.emit(page.as_of.value())
    assert page.source.count() == 1
    memory = page.memory()
    counter.window.sheets.close_current()
    again = counter.page("report", "valuation")
    again.recall(memory)
    assert again.source.count() == 1
    assert again.search.text() == "cup"


def test_a_long_report_does_not_stop_the_window(counter, qtbot):
    held = Event()
    reading.wait_at_most(0.001)
    busy = [counter.office.ask_beside(lambda books: held.wait(30), lambda _: None) for _ in "ab"]
    page = counter.window.show_page("report", "valuation")
    assert page.source.count() == 0
    held.set()
    qtbot.waitUntil(lambda: page.source.count() == 2)
    qtbot.waitUntil(lambda: all(one.told for one in busy))


@pytest.fixture
def deep(dressed, qtbot, tmp_path):
    clock.set_now(lambda: day(40, 12))
    shop = depth(Shop.found(tmp_path / "deep.shop"))
    told_late(shop)
    shop.take_back(shop.sell("TEA", 1, 20, on=20), "TEA", 1, on=21)
    shop.sales_order("TEA", 1, on=22)
    shop.work.close()
    made = Counter(tmp_path / "deep.shop", qtbot)
    yield made
    made.close()


@pytest.mark.parametrize("name", ["ageing", "abc", "turnover", "stock-by-lot", "requirements",
                                  "expiry", "returns", "shrinkage", "out-of-stock", "restated",
                                  "count-accuracy"])  # fmt: skip
def test_enter_opens_what_a_row_of_a_board_is_about(deep, name):
    page = deep.page("report", name)
    if page.first.isVisibleTo(page):
        page.first.set_value(date(2026, 1, 1))
        page.ask_again()
    table = page.source.table
    assert table.rows, name
    page.view.opened.emit(table.keys[0])
    opened = deep.seen()
    assert opened is not page
    said = {column.key: cell for column, cell in zip(table.columns, table.rows[0], strict=True)}
    kind = {"expiry": "lot"}.get(name, "product" if name in OPENS else "document")
    if kind == "document":
        assert said["document"] in opened.header.title.text()
    elif kind == "lot":
        assert said["lot"] in opened.header.title.text()
    else:
        assert deep.value("SELECT sku FROM product WHERE id = ?", table.keys[0]) == said["sku"]
        assert said["name"] in opened.header.title.text()


def test_a_report_has_its_picture_where_there_is_something_to_compare(counter, qtbot):
    page = counter.page("report", "valuation")
    picture = page.findChild(ReportPicture)
    assert picture.isVisible()
    said = picture.chart.accessibleDescription()
    assert said == "Green tea 250 g 180.00; White cup 70.00"
    page = counter.page("report", "journal")
    assert not page.findChild(ReportPicture).isVisible()


def test_bars_of_one_name_are_one_and_what_has_none_is_named_by_its_kind(counter):
    columns = (Column("kind", "Kind"), Column("cause", "Cause"), Column("value", "Value"))
    rows = [("write_off", "Damaged", Decimal(-3)), ("transfer_in", "Damaged", Decimal(-1)),
            ("count", "", Decimal(5))]  # fmt: skip
    picture = ReportPicture("shrinkage", counter.window)
    picture.show_table(Table("shrinkage", "Shrinkage by cause", columns, rows), len(rows))
    assert picture.chart.accessibleDescription() == "Stock count 5; Damaged -4"


def test_days_of_a_long_time_become_weeks_and_none_is_left_out(counter):
    columns = (Column("day", "Day"), Column("sales", "Sales"), Column("profit", "Gross profit"))
    days = [date(2026, 1, 5), date(2026, 1, 6), date(2026, 5, 4)]
    rows = [(one, Decimal(10), Decimal(4)) for one in days]
    picture = ReportPicture("profit-by-day", counter.window)
    picture.show_table(Table("profit-by-day", "Profit by day", columns, rows), len(rows))
    said = picture.chart.accessibleDescription().split("; ")
    assert picture.stepped.text() == "By week"
    assert len(said) == 18
    assert (said[0], said[1], said[-1]) == ("5 Jan 20 8", "12 Jan 0 0", "4 May 10 4")


def test_a_month_that_is_all_there_is_shows_its_days(counter):
    page = counter.page("report", "profit")
    assert page.findChild(ReportPicture).stepped.text() == "By day"
    at = page.view.shown_columns().index("month")
    assert page.view.faces[at].words(page.source.table.rows[0]) == "Jan 2026"


def test_places_are_called_as_people_call_them(counter):
    page = counter.page("report", "stock-ledger")
    table = page.source.table
    there = {row[table.column("warehouse")] for row in table.rows}
    beyond = {row[table.column("other")] for row in table.rows}
    assert there == {"Shop"}
    assert beyond <= {"Opening stock", "Supplier", "Customer", "Count difference"}


def test_a_report_does_not_take_over_the_columns_of_the_list_of_its_name(counter):
    stock = counter.page("stock")
    stock.ask_for(Question(order="name", descending=True))
    report = counter.page("report", "stock")
    assert report.source.question.order == ""
