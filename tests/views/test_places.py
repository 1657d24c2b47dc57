"""Warehouses, bins, and goods on their way: what a clerk does on the pages of places."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from erp_desktop.reports.place_rows import bins_of
from erp_desktop.reports.product_card import product_card
from erp_desktop.services.stock.bins import MakeBins, make_bins
from erp_desktop.views.catalogue.product_panels import PlacesCard
from erp_desktop.views.stock.bins import BinDialog, BinRowDialog, BinsPage
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.stock.papers import TransferPage
from erp_desktop.views.stock.stock_page import StockPage, beside
from erp_desktop.views.stock.transit_page import TransferInPage, TransitPage
from erp_desktop.views.stock.warehouses import WarehouseDialog, WarehousesPage
from erp_desktop.views.wings import all_pages
from shop_pages import gift_shop, press, shown, type_into
from views.counter import button


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


def cells(page, *keys):
    at = [[column.key for column in page.source.columns].index(key) for key in keys]
    rows = page.source.page(0, page.source.count())
    return [tuple(row[one] for one in at) for row in rows]


def grid(page, *keys):
    return [tuple(line.get(key) for key in keys) for line in page.grid.lines.lines()]


def newest(shop):
    return shop.value_of("SELECT MAX(id) FROM document")


def dialog_of(page, kind):
    return next(one for one in page.findChildren(kind) if one.isVisible())


# -- warehouses ------------------------------------------------------------------------------


def test_a_new_warehouse_is_offered_at_once(gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, WarehousesPage(office))
    page.make_new()
    dialog = dialog_of(page, WarehouseDialog)
    dialog.code.setText("ATTIC")
    dialog.name.setText("The attic")
    dialog.rank.setText("3")
    dialog.confirm()
    assert ("ATTIC", "The attic", "own", 3) in cells(page, "code", "name", "usage", "rank")
    assert "The attic" in [name for _, _, name in TransferPage(office).terms.warehouses]


def test_a_warehouse_kept_by_somebody_else_names_its_keeper(gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, WarehousesPage(office))
    page.make_new()
    dialog = dialog_of(page, WarehouseDialog)
    assert not dialog.keeper.isVisible()
    dialog.code.setText("AGENT")
    dialog.usage.choose("consignment")
    assert dialog.keeper.isVisible()
    dialog.partner.set_value(dialog.partner._find("Zhou")[0])
    dialog.confirm()
    assert ("AGENT", "consignment", "Zhou trading") in cells(page, "code", "usage", "partner")


def test_a_taken_code_keeps_the_dialog_open(gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, WarehousesPage(office))
    page.make_new()
    dialog = dialog_of(page, WarehouseDialog)
    dialog.code.setText("BACK")
    dialog.confirm()
    assert dialog.isVisible()
    assert "BACK" in dialog.notice.sentence()


def test_a_warehouse_with_goods_in_it_stays_in_use(gifts, qtbot):
    shop, office = gifts
    shop.transfer("22423", 2, "MAIN", "BACK")
    page = shown(qtbot, WarehousesPage(office))
    page.change(shop.wid("BACK"))
    dialog = dialog_of(page, WarehouseDialog)
    dialog.in_use.setChecked(False)
    dialog.confirm()
    assert "still holds 1" in dialog.notice.sentence()
    shop.transfer("22423", 2, "BACK", "MAIN", on=5)
    dialog.confirm()
    assert "BACK" not in [code for _, code, _ in TransferPage(office).terms.warehouses]


# -- bins ------------------------------------------------------------------------------------


def test_a_row_of_bins_is_made_at_once(gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, BinsPage(office))
    page.make_row()
    dialog = dialog_of(page, BinRowDialog)
    dialog.zone.setText("Cold room")
    dialog.last.setText("3")
    assert dialog.shown.text() == "3 bins: A-01 to A-03"
    dialog.confirm()
    assert cells(page, "warehouse", "zone", "code", "rank") == [
        ("Shop", "Cold room", "A-01", 1),
        ("Shop", "Cold room", "A-02", 2),
        ("Shop", "Cold room", "A-03", 3),
    ]


def test_a_bin_is_changed(gifts, qtbot):
    shop, office = gifts
    office.do(make_bins, MakeBins(shop.wid("MAIN"), "A-", 1, 2))
    page = shown(qtbot, BinsPage(office))
    page.view.choose_row(0)
    press(page.view, Qt.Key.Key_Return)
    dialog = dialog_of(page, BinDialog)
    dialog.rank.setText("9")
    dialog.confirm()
    assert [one.code for one in office.ask(bins_of, shop.wid("MAIN"))] == ["A-02", "A-01"]


def test_labels_of_bins_are_shown_before_printing(gifts, qtbot):
    from erp_desktop.views.print_preview import PreviewDialog

    shop, office = gifts
    office.do(make_bins, MakeBins(shop.wid("MAIN"), "A-", 1, 2))
    page = shown(qtbot, BinsPage(office))
    page._print_chosen()
    assert dialog_of(page, PreviewDialog).windowTitle() == "Bin labels"


# -- on the way ------------------------------------------------------------------------------


def sent(shop, office, qtbot, pieces="4"):
    page = shown(qtbot, TransferPage(office))
    page.bring({"travels": True})
    type_into(page.scan.field, "22423")
    page.grid.lines.write(0, {"quantity": D(pieces)})
    with qtbot.waitSignal(page.wanted):
        page.post()
    return newest(shop)


def test_goods_are_sent_and_received_at_the_other_end(gifts, qtbot):
    shop, office = gifts
    transfer = sent(shop, office, qtbot)
    assert (shop.on_hand("22423", "MAIN"), shop.on_hand("22423", "BACK")) == (D(8), D(0))
    board = shown(qtbot, TransitPage(office))
    assert cells(board, "source", "target", "state", "sent", "left", "value") == [
        ("Shop", "BACK", "in_transit", D(4), D(4), D("4.80"))
    ]
    board.view.choose_row(0)
    with qtbot.waitSignal(board.wanted) as wanted:
        press(board.view, Qt.Key.Key_Return)
    assert wanted.args == ["transfer_in", {"of": transfer}]
    page = shown(qtbot, TransferInPage(office, transfer))
    type_into(page.scan.field, "5012345678900")
    assert grid(page, "now", "after") == [(D(1), D(3))]
    page.post()
    board.load()
    assert cells(board, "state", "left") == [("partly_arrived:0.25", D(3))]
    page = shown(qtbot, TransferInPage(office, transfer))
    page.take_all()
    page.post()
    assert shop.on_hand("22423", "BACK") == D(4)
    board.load()
    board.show_view("all")
    assert cells(board, "state", "arrived", "left", "value") == [("arrived", D(4), D(0), D("0.00"))]


def test_a_products_card_says_what_is_on_its_way_where(gifts, qtbot):
    shop, office = gifts
    sent(shop, office, qtbot)
    card = PlacesCard()
    qtbot.addWidget(card)
    card.show_card(office, office.ask(product_card, shop.pid("22423")))
    told = [[cell.words for cell in row.cells][:2] for row in card.table.rows()]
    assert ["On the way: BACK", "4"] in told
    assert [where for where, _ in told].count("BACK") <= 1


def test_what_is_still_being_typed_arrives_too(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, TransferInPage(office, sent(shop, office, qtbot)))
    page.grid.lines.write(0, {"now": D(1)})
    keys = [column.key for column in page.grid.lines.columns]
    page.grid.edit(page.grid.lines.index(0, keys.index("now") + 1))
    editor = page.grid.viewport().findChildren(QLineEdit)[-1]
    editor.selectAll()
    qtbot.keyClicks(editor, "3")
    page.button.click()
    assert shop.on_hand("22423", "BACK") == D(3)


def test_what_is_missing_wants_its_reason(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, TransferInPage(office, sent(shop, office, qtbot)))
    page.grid.lines.write(0, {"now": D(3), "missing": D(1)})
    page.post()
    assert "Reason is missing" in page.notice.sentence()
    button(page.notice, "Damaged").click()
    assert page.reason.value() == "Damaged"
    assert shop.on_hand("22423", "BACK") == D(3)
    assert shop.account("write_offs") == D("1.20")


def test_more_than_was_sent_is_refused_at_its_line(gifts, qtbot):
    shop, office = gifts
    page = shown(qtbot, TransferInPage(office, sent(shop, office, qtbot)))
    page.grid.lines.write(0, {"now": D(5)})
    page.post()
    assert page.grid.refused_rows() == [0]
    button(page.grid, "Receive 4").click()
    assert (page.grid.refused_rows(), grid(page, "now", "after")) == ([], [(D(4), D(0))])


def test_an_unknown_bin_is_refused_at_its_line(gifts, qtbot):
    shop, office = gifts
    office.do(make_bins, MakeBins(shop.wid("BACK"), "B-", 1, 2))
    page = shown(qtbot, TransferInPage(office, sent(shop, office, qtbot)))
    page.grid.lines.write(0, {"now": D(4), "bin": "Z-99"})
    page.post()
    assert page.grid.refused_rows() == [0]


def test_the_senders_document_says_how_far_it_has_come(gifts, qtbot):
    shop, office = gifts
    transfer = sent(shop, office, qtbot)
    page = shown(qtbot, DocumentViewPage(office, transfer))
    assert page.header.chip.accessibleName() == "On the way"
    arrival = TransferInPage(office, transfer)
    arrival.grid.lines.write(0, {"now": D(1)})
    arrival.post()
    page.load()
    assert page.header.chip.accessibleName() == "Partly arrived 25%"
    with qtbot.waitSignal(page.wanted) as wanted:
        page._receive()
    assert wanted.args[0] == "transfer_in"
    back = shown(qtbot, DocumentViewPage(office, newest(shop)))
    assert grid(back, "name", "quantity", "worth") == [
        ("Regency cakestand 3 tier", D(1), D("1.20"))
    ]


def test_every_page_beside_the_stock_exists(gifts, qtbot):
    _, office = gifts
    known = {spec.code for spec in all_pages()}
    assert {code for code, _ in beside()} <= known
    page = shown(qtbot, StockPage(office))
    page.show_more()
