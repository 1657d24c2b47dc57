"""Taking a file in: looked over, tried out, taken in whole, and taken back whole."""

import pytest
from PySide6.QtWidgets import QApplication

from erp_desktop.views.import_dialog import COLUMNS, DONE, TRIED, ImportDialog
from erp_desktop.views.settings.imports_section import UndoImport
from views.counter import Counter, button, freed, small_shop


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    small_shop(tmp_path / "tea.shop").work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


@pytest.fixture
def dialog(counter):
    counter.window.show_import()
    return counter.dialog(ImportDialog)


def good_file(tmp_path):
    path = tmp_path / "products.csv"
    path.write_text("Item,Name,Price\n0012,Milk jug,12.50\n0013,Sugar bowl,9.00\n", "utf-8")
    return path


def choose(dialog, field, column):
    dialog.columns._choices[field].choose(column)


def step(dialog, qtbot, words):
    button(dialog, words).click()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=15_000)
    QApplication.processEvents()


def test_a_list_of_products_comes_in(counter, dialog, qtbot, tmp_path):
    dialog.choose.choose("products", good_file(tmp_path))
    step(dialog, qtbot, "Continue")
    assert dialog._at == COLUMNS
    assert "2 rows" in dialog.columns.facts.text()
    assert dialog.columns.mapping().columns == {"name": "Name", "price": "Price"}
    choose(dialog, "sku", "Item")
    step(dialog, qtbot, "Try it out")
    assert dialog._at == TRIED
    assert dialog.report.problems == []
    assert "in order" in dialog.outcome.title.text()
    assert counter.value("SELECT COUNT(*) FROM product") == 2
    step(dialog, qtbot, "Import")
    assert dialog._at == DONE
    assert counter.value("SELECT name FROM product WHERE sku = '0012'") == "Milk jug"


def test_every_problem_is_told_at_once_and_nothing_comes_in(counter, dialog, qtbot, tmp_path):
    path = tmp_path / "products.csv"
    path.write_text("SKU,Name,Price\n1,Jug,twelve\n2,,9.00\n6.9E+12,Bowl,1\n", "utf-8")
    dialog.choose.choose("products", path)
    step(dialog, qtbot, "Continue")
    step(dialog, qtbot, "Try it out")
    assert dialog.report.problems
    assert {problem.row for problem in dialog.report.problems} >= {2, 4}
    assert not button(dialog, "Import").isEnabled()
    dialog.write_problems(tmp_path / "faulty.xlsx", path, dialog.report)
    assert (tmp_path / "faulty.xlsx").exists()
    assert counter.value("SELECT COUNT(*) FROM product") == 2


def test_one_goes_back_to_the_columns_and_chooses_others(counter, dialog, qtbot, tmp_path):
    dialog.choose.choose("products", good_file(tmp_path))
    step(dialog, qtbot, "Continue")
    step(dialog, qtbot, "Try it out")  # the SKU's column was not chosen
    assert dialog.report.problems[0].problem == "missing_column"
    assert "no column for this field" in dialog.outcome.whole.text()
    step(dialog, qtbot, "Back")
    assert dialog._at == COLUMNS
    choose(dialog, "sku", "Item")
    step(dialog, qtbot, "Try it out")
    assert dialog.report.problems == []
    step(dialog, qtbot, "Back")
    step(dialog, qtbot, "Back")
    assert not dialog.back.isVisible()


def test_a_file_that_cannot_be_read_is_said(dialog, qtbot, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    dialog.choose.choose("products", path)
    step(dialog, qtbot, "Continue")
    assert "broken.xlsx" in dialog.notice.sentence()


def test_without_a_file_nothing_happens(dialog, qtbot):
    step(dialog, qtbot, "Continue")
    assert "Choose a file first." in dialog.notice.sentence()


def test_an_import_is_taken_back(counter, dialog, qtbot, tmp_path):
    dialog.choose.choose("products", good_file(tmp_path))
    step(dialog, qtbot, "Continue")
    choose(dialog, "sku", "Item")
    for words in ("Try it out", "Import"):
        step(dialog, qtbot, words)
    button(dialog, "Close").click()
    section = counter.page("settings").show_section("imports")
    rows = section.table.rows()
    assert rows[0].cells[2].words == "products.csv"
    section.table.opened.emit(rows[0].key)
    asked = counter.dialog(UndoImport)
    button(asked, "Take it back").click()
    assert counter.value("SELECT COUNT(*) FROM product WHERE active") == 2


def test_the_dialog_is_gone_when_closed(dialog):
    died = []
    dialog.destroyed.connect(lambda: died.append(True))
    dialog.reject()
    freed(dialog)
    assert died == [True]


def test_a_shop_moves_house_in_the_window(counter, dialog, qtbot, tmp_path):
    dialog.reject()
    section = counter.page("settings").show_section("imports")
    path = tmp_path / "house.xlsx"
    with qtbot.waitSignal(section.export.written, timeout=15_000):
        section.export.write(path)
    counter.window.show_import()
    again = counter.dialog(ImportDialog)
    again.choose.choose("catalogue", path)
    step(again, qtbot, "Continue")
    shown = again.columns.rows.model().source.table.rows
    assert [(row[0], row[2]) for row in shown] == [
        ("Partners", 2), ("Warehouses", 1), ("Products", 2), ("Opening stock", 2),
    ]  # fmt: skip
    assert again.columns.mapping() is None
    step(again, qtbot, "Try it out")
    assert again.report.problems == []
    assert again.report.imported == {
        "partners_changed": 2, "warehouses_changed": 1, "products_changed": 2, "opening_stock": 2,
    }  # fmt: skip
    again.reject()


def test_a_workbook_without_a_known_sheet_is_said(dialog, qtbot, tmp_path):
    path = tmp_path / "weather.csv"
    path.write_text("weather,wind\nsun,3\n", "utf-8")
    dialog.choose.choose("catalogue", path)
    step(dialog, qtbot, "Continue")
    assert "No sheet of this file is known" in dialog.columns.facts.text()
    step(dialog, qtbot, "Try it out")
    assert [problem.problem for problem in dialog.report.problems] == ["no_sheet"]


def test_files_that_belong_together_have_no_columns_to_choose(counter, dialog, qtbot, tmp_path):
    for name, lines in (
        ("products", "id,product_code,product_name\n1,CHAI,Chai\n"),
        ("suppliers", "id,company\n4,Supplier D\n"),
        ("purchase_orders", "id,supplier_id,submitted_date\n90,4,2006-01-14 00:00:00\n"),
        ("purchase_order_details",
         ("id,purchase_order_id,product_id,quantity,unit_cost,date_received,posted_to_inventory,"
         "inventory_id\n1,90,1,40,14,,0,\n")),
        ("inventory_transactions",
         ("id,transaction_type,transaction_created_date,product_id,quantity,purchase_order_id,"
         "comments\n59,1,2006-01-22 10:00:00,1,40,90,\n")),
    ):  # fmt: skip
        (tmp_path / f"{name}.csv").write_text(lines, "utf-8")
    dialog.choose.choose("purchase-orders", tmp_path / "purchase_orders.csv")
    step(dialog, qtbot, "Continue")
    assert "products.csv" in dialog.columns.facts.text()
    assert not dialog.columns.rows.isVisible()
    assert not dialog.columns._rows_head.isVisible()
    step(dialog, qtbot, "Try it out")
    assert dialog.report.imported["orders"] == 1
