"""Taking a file in: looked over, tried out, taken in whole, and taken back whole."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import day
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.shop.imports import finish_batch, open_batch
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.views.import_dialog import COLUMNS, DONE, TRIED, ImportDialog
from erp_desktop.views.import_links import LinkTitlesDialog
from erp_desktop.views.settings.imports_section import UndoImport
from erp_desktop.views.trade.restating_dialog import RestatingDialog
from views.counter import button, freed


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
    taken_back(counter, qtbot)
    assert counter.value("SELECT COUNT(*) FROM product WHERE active") == 2


def taken_back(counter, qtbot):
    """Both threads are through: the one that tried it out, and the one that did it."""
    undone = "SELECT COUNT(*) FROM import_batch WHERE undone_at IS NOT NULL"
    qtbot.waitUntil(lambda: counter.value(undone) == 1, timeout=15_000)


def cheap_tea(books):
    """An import with twenty of the tea at 4, of the first: what was sold since cost less."""
    batch, code = open_batch(books, "opening-stock", "tea.csv")
    tea = by_sku(books, "TEA").id
    open_stock(books, OpenStock([OpeningLine(tea, D(20), D(4))], at=day(1), batch_id=batch))
    finish_batch(books, batch, {"rows": 100_000})
    return code


def asked_to_take_back(counter):
    section = counter.page("settings").show_section("imports")
    section.table.opened.emit(section.table.rows()[0].key)
    return counter.dialog(UndoImport)


def effect_shown(asked, qtbot):
    """What it would change, once it was tried out."""
    qtbot.waitUntil(lambda: bool(asked.findChildren(RestatingDialog)), timeout=15_000)
    return asked.findChild(RestatingDialog)


COST = (
    "SELECT SUM(e.amount) FROM stock_value_entry e JOIN stock_move m ON m.id = e.move_id "
    "JOIN document d ON d.id = m.document_id JOIN product p ON p.id = m.product_id "
    "WHERE d.kind = 'sale' AND p.sku = 'TEA' AND e.kind = 'cost'"
)


def test_a_long_import_shows_what_taking_it_back_changes_and_esc_leaves_all(counter, qtbot):
    counter.office.do(cheap_tea)
    before = counter.value(COST)
    asked = asked_to_take_back(counter)
    button(asked, "Take it back").click()
    assert asked.job is not None  # the window goes on while it is tried out
    assert not asked.verb.isEnabled()
    effect = effect_shown(asked, qtbot)
    (row,) = effect.documents.rows()
    assert [cell.words for cell in row.cells][2:] == ["TEA", "14.00", "20.00", "+6.00"]
    QTest.keyClick(effect, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert (counter.value(COST), asked.isVisible(), asked.job) == (before, True, None)
    freed(effect)
    button(asked, "Take it back").click()
    button(effect_shown(asked, qtbot), "Post and restate").click()
    taken_back(counter, qtbot)
    assert counter.value(COST) > before


def test_esc_stops_the_looking_and_then_closes(counter, qtbot):
    counter.office.do(cheap_tea)
    asked = asked_to_take_back(counter)
    button(asked, "Take it back").click()
    asked.job.cancel()
    asked.reject()
    qtbot.waitUntil(lambda: asked.job is None, timeout=15_000)
    assert asked.isVisible()
    asked.reject()
    assert counter.value("SELECT COUNT(*) FROM import_batch WHERE undone_at IS NULL") == 1


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


SHOPIFY = (
    "Name,Financial Status,Currency,Shipping,Taxes,Total,Discount Amount,Created at,"
    "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n"
    "#1,paid,GBP,2.00,0.00,58.00,0.00,2026-01-07 12:48:49 +0000,2,Leaf of spring,28.00,\n"
    "#2,paid,GBP,0.00,0.00,6.00,0.00,2026-01-07 13:48:49 +0000,1,White cup,6.00,\n"
)


def test_a_channel_s_titles_are_linked_and_its_orders_come_in(counter, dialog, qtbot, tmp_path):
    path = tmp_path / "orders_export.csv"
    path.write_text(SHOPIFY, "utf-8")
    dialog.choose.choose("sales-orders", path)
    step(dialog, qtbot, "Continue")
    assert "Shopify: orders" in dialog.columns.facts.text()
    assert dialog.columns.mapping().columns["number"] == "Name"
    step(dialog, qtbot, "Try it out")
    assert [one.value for one in dialog.report.problems] == ["Leaf of spring"]

    button(dialog, "Link titles to products…").click()
    asked = dialog.findChild(LinkTitlesDialog)
    button(asked, "Link").click()
    assert "at least one" in asked.notice.accessibleName()
    finder = asked.finders["Leaf of spring"]
    assert asked.focusWidget() is finder  # the first one without a product
    qtbot.keyClicks(finder, "green tea")
    qtbot.keyClick(finder, Qt.Key.Key_Return)
    button(asked, "Link").click()
    qtbot.waitUntil(lambda: dialog.job is None and dialog.report.ok, timeout=15_000)
    assert not dialog.outcome.link.isVisible()
    step(dialog, qtbot, "Import")
    assert dialog._at == DONE
    sql = "SELECT COUNT(*), SUM(total) FROM document WHERE kind = 'sales_order' AND reference <> ''"
    assert counter.read(lambda books: books.row(sql)) == (2, 640_000)


def test_a_channel_s_export_is_known_whatever_was_chosen(dialog, qtbot, tmp_path):
    path = tmp_path / "orders_export.csv"
    path.write_text(SHOPIFY, "utf-8")
    dialog.choose.choose("products", path)
    step(dialog, qtbot, "Continue")
    assert dialog.choose.kind() == "sales-orders"
    assert "Shopify: orders" in dialog.columns.facts.text()


def test_goods_that_nobody_knows_become_products(counter, dialog, qtbot, tmp_path):
    path = tmp_path / "orders_export.csv"
    path.write_text(SHOPIFY, "utf-8")
    dialog.choose.choose("sales-orders", path)
    step(dialog, qtbot, "Continue")
    step(dialog, qtbot, "Try it out")
    button(dialog, "Link titles to products…").click()
    asked = dialog.findChild(LinkTitlesDialog)
    asked.new.click()
    button(asked, "Link").click()
    qtbot.waitUntil(lambda: dialog.job is None and dialog.report.ok, timeout=15_000)
    sql = "SELECT name, price FROM product WHERE sku = 'SHOPIFY-0001'"
    assert counter.read(lambda books: books.row(sql)) == ("Leaf of spring", 28_000_000)


def test_columns_chosen_once_are_proposed_again(counter, dialog, qtbot, tmp_path):
    dialog.choose.choose("products", good_file(tmp_path))
    step(dialog, qtbot, "Continue")
    choose(dialog, "sku", "Item")
    step(dialog, qtbot, "Try it out")
    step(dialog, qtbot, "Import")
    button(dialog, "Close").click()

    counter.window.show_import()
    again = counter.dialog(ImportDialog)
    again.choose.choose("products", good_file(tmp_path))
    step(again, qtbot, "Continue")
    assert again.columns.mapping().columns["sku"] == "Item"
    again.reject()
