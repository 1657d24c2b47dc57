"""Goods between warehouses, written off, opened: what a clerk does on the stock pages."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import day
from erp_desktop.core import clock
from erp_desktop.core.table import Table
from erp_desktop.reports.lists.stock import PLACES
from erp_desktop.services.sales.return_rules import Came
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.trade import PartLine
from erp_desktop.views.main_window import MainWindow
from erp_desktop.views.stock import SPECS
from erp_desktop.views.stock.card_page import StockCardPage
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.stock.lists import StockPapersPage
from erp_desktop.views.stock.papers import OpeningPage, TransferPage, WriteOffPage
from erp_desktop.views.stock.repair_dialog import RepairDialog
from erp_desktop.views.stock.stock_page import StockPage
from erp_desktop.views.till import SPECS as TILL
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.widgets.buttons import Button
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


def cells(page, *keys):
    """What stands in the columns of a list."""
    at = [[column.key for column in page.source.columns].index(key) for key in keys]
    rows = page.source.page(0, page.source.count())
    return [tuple(row[one] for one in at) for row in rows]


def grid(page, *keys):
    return [tuple(line.get(key) for key in keys) for line in page.grid.lines.lines()]


def newest(shop):
    return shop.value_of("SELECT MAX(id) FROM document")


# -- the list ----------------------------------------------------------------------


def test_the_stock_by_product_and_warehouse(gifts, qtbot):
    shop, office = gifts
    shop.transfer("22423", 2, "MAIN", "BACK")
    shop.sales_order("22423", 3)
    page = shown(qtbot, StockPage(office))
    found = cells(page, "sku", "warehouse", "on_hand", "reserved", "available", "value", "state")
    assert ("22423", "Shop", D(10), D(3), D(7), D("12.00"), "") in found
    assert ("22423", "BACK", D(2), D(0), D(2), D("2.40"), "") in found
    assert ("22727", "Shop", D(5), D(0), D(5), D("6.00"), "low") in found
    assert len(found) == 5


def test_named_views_and_the_warehouse_filter(gifts, qtbot):
    shop, office = gifts
    shop.transfer("22423", 2, "MAIN", "BACK")
    shop.product("RARE", name="Never here", minimum=3)
    shop.product("85099B", negative="allow")
    shop.sell("85099B", 70, on=9)
    page = shown(qtbot, StockPage(office))
    page.show_view("below_zero")
    assert cells(page, "sku", "on_hand") == [("85099B", D(-6))]
    page.show_view("low")
    assert {sku for (sku,) in cells(page, "sku")} == {"22727", "85099B", "RARE"}
    page.show_view("all")
    page.warehouse.choose("BACK")
    assert cells(page, "sku", "on_hand") == [("22423", D(2))]


def test_a_row_opens_the_ledger_card(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, StockPage(office))
    page.view.choose_row(0)
    with qtbot.waitSignal(page.wanted) as wanted:
        press(page.view, Key.Key_Return)
    assert wanted.args == ["stock_card", shop.pid("22727")]
    assert page.view.current_key() // PLACES == shop.pid("22727")


def test_the_ledger_card_tells_every_move(gifts, qtbot):
    shop, office = gifts
    shop.transfer("22423", 2, "MAIN", "BACK", on=4)
    shop.write_off("22423", 1, on=5)
    shop.sell("22423", 3, on=6)
    page = shown(qtbot, StockCardPage(office, shop.pid("22423")))
    assert cells(page, "kind", "warehouse", "came", "went", "left", "worth") == [
        ("opening", "Shop", D(12), None, D(12), D("14.40")),
        ("transfer", "Shop", None, D(2), D(10), D("12.00")),
        ("transfer", "BACK", D(2), None, D(2), D("2.40")),
        ("write_off", "Shop", None, D(1), D(9), D("10.80")),
        ("sale", "Shop", None, D(3), D(6), D("7.20")),
    ]
    assert {figure.title: figure.figure for figure in page.strip.figures()}["On hand"] == "8"
    page.warehouse.choose("BACK")
    assert cells(page, "kind", "left") == [("transfer", D(2))]
    page.view.choose_row(0)
    with qtbot.waitSignal(page.wanted) as wanted:
        press(page.view, Key.Key_Return)
    assert wanted.args[0] == "transfer"


def test_the_card_goes_out_as_a_table(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, StockCardPage(office, shop.pid("22423")))
    assert isinstance(page.source.table, Table)
    assert page.source.table.rows[0][1] == "OB-2026-000001"


# -- transfers, write-offs, opening -----------------------------------------------------------


def test_a_transfer_by_scanning(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, TransferPage(office))
    for code in ("5012345678900", "5012345678900", "85099B"):
        type_into(page.scan.field, code)
    assert grid(page, "sku", "here", "there", "quantity", "after") == [
        ("22423", D(12), D(0), D(2), D(10)),
        ("85099B", D(64), D(0), D(1), D(63)),
    ]
    assert "+1, 2 so far" not in page.scan.echo.accessibleName()
    page.scan.echo.undo.click()
    assert grid(page, "sku") == [("22423",)]
    with qtbot.waitSignal(page.wanted) as wanted:
        press(page.scan.field, Key.Key_Return, control=True)
    assert wanted.args == ["transfer", newest(shop)]
    assert (shop.on_hand("22423", "MAIN"), shop.on_hand("22423", "BACK")) == (D(10), D(2))


def test_a_refused_transfer_stays_and_says_why_at_its_line(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, TransferPage(office))
    type_into(page.scan.field, "22727")
    page.grid.lines.typed(0, "quantity", "9")
    page.post()
    assert page.grid.refused_rows() == [0]
    banner = page.grid.viewport().findChildren(Button)
    next(one for one in banner if one.text() == "Take 5").click()
    page.post()
    assert shop.on_hand("22727", "BACK") == D(5)


def test_to_the_same_warehouse_is_refused(gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, TransferPage(office))
    type_into(page.scan.field, "22727")
    page.target.choose(page.place.value())
    page.post()
    assert page.notice.isVisible()
    assert grid(page, "sku") == [("22727",)]


def test_a_write_off_with_its_reason(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, WriteOffPage(office))
    type_into(page.scan.field, "22423")
    page.grid.lines.typed(0, "quantity", "3")
    page.reason.choose("Expired")
    assert page.totals.accessibleName().endswith("£3.60")
    page.post()
    assert shop.on_hand("22423") == D(9)
    assert shop.account("write_offs") == D("3.60")
    assert shop.value_of("SELECT reason FROM document ORDER BY id DESC") == "Expired"


def test_what_is_typed_survives_closing(gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, WriteOffPage(office))
    type_into(page.scan.field, "22423")
    page.reason.choose("Expired")
    page.note.setText("by the window")
    page.note.textEdited.emit("by the window")
    page.hide()
    again = shown(qtbot, WriteOffPage(office))
    assert grid(again, "sku", "quantity") == [("22423", D(1))]
    assert (again.reason.value(), again.note.text()) == ("Expired", "by the window")
    again.discard()
    assert shown(qtbot, WriteOffPage(office)).grid.lines.lines() == []


def test_opening_stock_at_its_cost(gifts, qtbot):
    shop, office = gifts
    shop.product("NEW", name="New lantern", price=9)
    page = shown(qtbot, OpeningPage(office))
    type_into(page.scan.field, "NEW")
    page.grid.lines.typed(0, "quantity", "7")
    page.grid.lines.typed(0, "cost", "2.50")
    page.memory()
    again = shown(qtbot, OpeningPage(office))
    assert grid(again, "quantity", "cost", "worth") == [(D(7), D("2.50"), D("17.50"))]
    again.post()
    assert (shop.on_hand("NEW"), shop.stock_value("NEW")) == (D(7), D("17.50"))


def test_a_service_has_no_stock_to_move(gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, TransferPage(office))
    type_into(page.scan.field, "WRAP")
    assert "is no product in stock" in page.scan.echo.accessibleName()
    assert page.grid.lines.lines() == []


# -- posted documents ----------------------------------------------------------------------


def test_a_posted_transfer_is_reversed_and_copied(gifts, qtbot):
    shop, office = gifts
    posted = shop.transfer("22423", 2, "MAIN", "BACK")
    page = shown(qtbot, DocumentViewPage(office, posted.id))
    assert grid(page, "name", "quantity", "worth") == [
        ("Regency cakestand 3 tier", D(2), D("2.40"))
    ]
    with qtbot.waitSignal(page.wanted) as wanted:
        page.reverse_and_copy()
    code, brought = wanted.args
    assert shop.on_hand("22423", "BACK") == D(0)
    assert page.view.head.state == "reversed"
    copy = shown(qtbot, TransferPage(office))
    copy.bring(brought)
    assert (code, grid(copy, "sku", "quantity")) == ("transfer", [("22423", D(2))])


def test_a_reversed_document_offers_no_second_reversal(gifts, qtbot):
    shop, office = gifts
    posted = shop.write_off("22423", 2)
    page = shown(qtbot, DocumentViewPage(office, posted.id))
    page.reverse()
    words = [button.text() for button in page.findChildren(Button) if button.isVisible()]
    assert "Reverse" not in words
    assert "Print" in words
    assert shop.on_hand("22423") == D(12)


def test_a_till_sale_shows_how_it_was_paid(gifts, qtbot):
    shop, office = gifts
    till = shown(qtbot, TillPage(office))
    for code in ("22423", "85099B"):
        type_into(till.scan.field, code)
    press(till.scan.field, Key.Key_F12)
    page = shown(qtbot, DocumentViewPage(office, newest(shop)))
    assert grid(page, "name", "amount") == [
        ("Regency cakestand 3 tier", D("12.75")), ("Jumbo bag red retrospot", D("1.95")),
    ]  # fmt: skip
    assert "Cash 14.70" in page.totals.accessibleName()
    assert page.totals.accessibleName().endswith("£14.70")


def test_the_list_of_papers(gifts, qtbot):
    shop, office = gifts
    shop.transfer("22423", 2, "MAIN", "BACK")
    shop.write_off("22423", 1)
    page = shown(qtbot, StockPapersPage(office))
    page.show_view("transfers")
    assert cells(page, "warehouse", "target", "cost") == [("Shop", "BACK", D("2.40"))]
    page.show_view("write_offs")
    assert cells(page, "reason", "cost") == [("broken", D("1.20"))]


# -- in the window ----------------------------------------------------------------------


def test_every_page_opens_in_the_window(gifts, qtbot):
    """Each page by its code, in both languages and both looks."""
    shop, office = gifts
    posted = shop.transfer("22423", 2, "MAIN", "BACK")
    window = MainWindow(office, [*TILL, *SPECS])
    qtbot.addWidget(window)
    window.show()
    for code in ("till", "stock", "counts", "stock_papers", "transfer", "write_off", "opening"):
        assert window.show_page(code).isVisible()
    assert window.show_page("count").isVisible()
    window.show_page("stock_card", shop.pid("22423"))
    page = window.show_page("transfer", posted.id)
    assert isinstance(page, DocumentViewPage)
    assert window.rail.isVisible()


def test_the_till_has_the_window_to_itself_while_it_is_seen(gifts, qtbot):
    _, office = gifts
    window = MainWindow(office, [*TILL, *SPECS])
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    till = window.show_page("till")
    assert not window.rail.isVisible()
    press(till.scan.field, Key.Key_F11)
    assert window.rail.isVisible()
    press(till.scan.field, Key.Key_F11)
    window.show_page("stock")
    assert window.rail.isVisible()


def test_times_are_the_shops(gifts):
    assert clock.now() == day(10, 11)


# -- what went to repair ---------------------------------------------------------------------------


@pytest.fixture
def in_repair(gifts):
    shop, office = gifts
    sale = shop.sell("22423", 3, "12.75", on=9)
    part = PartLine(shop.lines_of(sale)["22423"].id, D(3))
    back = ReturnFromCustomer(sale.id, parts=[part], paid_by="cash",
                              came=[Came("faulty", "", "repair")])  # fmt: skip
    shop.work.run(return_from_customer, back)
    return shop, office


def test_repaired_goods_go_back_from_the_list_of_the_stock(in_repair, qtbot):
    shop, office = in_repair
    page = shown(qtbot, StockPage(office))
    assert page.repaired.isHidden()
    page.warehouse.choose("REPAIR")
    assert page.repaired.isVisible()
    assert page.transfer.isHidden()  # one main button
    page.view.selectRow(0)
    page.repaired.click()
    (dialog,) = page.findChildren(RepairDialog)
    assert dialog.much.value() == D(3)
    type_into(dialog.much, "2")
    assert shop.on_hand("22423", "MAIN") == D(11)
    assert shop.on_hand("22423", "REPAIR") == D(1)
    page.view.selectRow(0)
    with qtbot.waitSignal(page.said) as said:
        page.scrap.click()
        page.findChildren(RepairDialog)[-1].confirm()
    assert said.args[0].endswith("scrapped")
    assert shop.on_hand("22423", "REPAIR") == D(0)


def test_more_than_is_in_repair_is_said_in_the_question(in_repair, qtbot):
    _, office = in_repair
    page = shown(qtbot, StockPage(office))
    page.warehouse.choose("REPAIR")
    page.view.selectRow(0)
    page.repaired.click()
    (dialog,) = page.findChildren(RepairDialog)
    type_into(dialog.much, "4")
    assert "22423" in dialog.notice.sentence()
    dialog.reject()
