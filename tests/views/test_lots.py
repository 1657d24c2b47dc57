"""Lots on the screens: said when goods come and go, traced, lowered, blocked; picking by scan."""

from datetime import date
from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import day
from erp_desktop.core.states import Kind
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.stock.bins import MakeBins, make_bins
from erp_desktop.services.trade import TradeLine
from erp_desktop.views import figures
from erp_desktop.views.sales.picking_page import PickingPage
from erp_desktop.views.stock.allocate_dialog import AllocateDialog, Stall
from erp_desktop.views.stock.assembly_page import AssemblyPage
from erp_desktop.views.stock.back_orders import BackOrdersPage
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.stock.lot_entry import LotEntry
from erp_desktop.views.stock.lot_page import LotPage
from erp_desktop.views.stock.lots_page import BlockDialog, ExpiryPage, LotsPage, PriceDialog
from erp_desktop.views.stock.papers import OpeningPage, TransferPage, WriteOffPage
from erp_desktop.views.trade.free_page import FreePage
from erp_desktop.views.trade.making import Making
from erp_desktop.views.trade.order_page import OrderPage
from erp_desktop.views.wings import all_pages
from shop_pages import gift_shop, press, shown, type_into


@pytest.fixture
def dairy(dressed, tmp_path):
    """A gift shop that also sells milk by lot and radios by serial number."""
    with gift_shop(tmp_path) as (shop, office):
        shop.product("MILK", name="Milk", price="2.00", track="lot", barcodes=["4000000000006"])
        shop.product("RADIO", name="Radio", price="90.00", track="serial")
        yield shop, office


def came(shop, lot, qty, expires, **facts):
    line = TradeLine(shop.pid("MILK"), D(qty), D(1), lot=lot, expires_on=expires, **facts)
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(2)))


def dialog_of(page, kind):
    return next(one for one in page.findChildren(kind) if one.isVisible())


def say_new(page, *new):
    """Write the lots (code, last day, quantity) of what comes in."""
    entry = dialog_of(page, LotEntry)
    for at, words in enumerate(new):
        if at:
            entry._add_rest()
        lot, expires, _, much = entry.rows[at]
        for field, said in zip((lot, expires, much), words, strict=True):
            field.setText(said)
    entry.confirm()


def cells(page, *keys):
    at = [[column.key for column in page.source.columns].index(key) for key in keys]
    rows = page.source.page(0, page.source.count())
    return [tuple(row[one] for one in at) for row in rows]


def lots(shop):
    return shop.work.read(
        lambda books: books.rows(
            "SELECT l.code, l.expires_on, d.on_hand / 1000000 FROM stock_detail d "
            "JOIN lot l ON l.id = d.lot_id WHERE d.on_hand <> 0 ORDER BY l.code"
        )
    )


# -- saying which --------------------------------------------------------------------------------


def test_goods_arrive_in_two_lots(dairy, qtbot):
    shop, office = dairy
    order = shop.order("MILK", 10, 1, on=3)
    page = shown(qtbot, OrderPage(office, Kind.PURCHASE_ORDER, order.id))
    page.part.take_all()
    page.fulfil()
    assert page.part.refused_rows() == [0]
    page.lots.ask_chosen()
    entry = dialog_of(page, LotEntry)
    lot, expires, _, much = entry.rows[0]
    lot.setText("A7")
    expires.setText("2026-02-01")
    much.setText("4")
    assert not entry.verb.isEnabled()
    entry._add_rest()
    entry.rows[1][0].setText("B2")
    entry.confirm()
    assert "A7 × 4; B2 × 6" in str(page.part.cell(0, "under"))
    page.fulfil()
    assert lots(shop) == [("A7", 20260201, 4), ("B2", None, 6)]


def test_serial_numbers_are_scanned_one_a_line(dairy, qtbot):
    shop, office = dairy
    page = shown(qtbot, OpeningPage(office))
    page.put(shop.pid("RADIO"), D(2))
    page.grid.lines.write(0, {"cost": D(40)})
    page.ask_lots()
    entry = dialog_of(page, LotEntry)
    entry.serials.setPlainText("S1\nS1\n")
    assert not entry.verb.isEnabled()
    entry.serials.setPlainText("S1\nS2\n")
    entry.confirm()
    with qtbot.waitSignal(page.wanted):
        page.post()
    assert [code for code, *_ in lots(shop)] == ["S1", "S2"]


def test_what_goes_out_is_proposed_by_expiry(dairy, qtbot):
    shop, office = dairy
    came(shop, "LATE", 5, 20260301)
    came(shop, "SOON", 5, 20260115)
    page = shown(qtbot, TransferPage(office))
    page.put(shop.pid("MILK"), D(7))
    page.ask_lots()
    entry = dialog_of(page, LotEntry)
    assert [(one[0].text(), one[3].text()) for one in entry.rows] == [("SOON", "5"), ("LATE", "2")]
    entry.rows[0][3].setText("2")
    entry.rows[1][3].setText("5")
    entry.confirm()
    page.post()
    assert shop.on_hand("MILK", "BACK") == D(7)
    assert lots(shop) == [("LATE", 20260301, 5), ("SOON", 20260115, 3), ("SOON", 20260115, 2)]


def test_what_is_assembled_makes_lots_with_their_last_day(dairy, qtbot):
    """Two lots of milk become yoghurt of two new lots; the older milk is not touched."""
    shop, office = dairy
    came(shop, "OLD", 5, 20260115)
    came(shop, "NEW", 5, 20260301)
    shop.product("YOG", name="Yoghurt", track="lot")
    shop.work.run(save_product, SaveProduct("YOG", parts=[SavePart("MILK", D(1))]))
    page = shown(qtbot, AssemblyPage(office))
    page.bring({"product": shop.pid("YOG"), "quantity": D(4)})
    assert page.focusProxy() is page.made
    page.post()
    assert page.notice.sentence() == "YOG is tracked: say which lot or serial."
    page.ask_made_lots()
    say_new(page, ("Y1", "2026-02-20", "3"), ("Y2", "", "1"))
    assert page.lots_button.text() == "Y1 × 3; Y2 × 1"
    page.grid.choose(0)
    page.ask_lots()
    entry = dialog_of(page, LotEntry)
    entry.rows[0][3].setText("0")
    entry.rows[1][3].setText("4")
    entry.confirm()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.post()
    assert lots(shop) == [
        ("NEW", 20260301, 1), ("OLD", 20260115, 5), ("Y1", 20260220, 3), ("Y2", None, 1)
    ]  # fmt: skip
    paper = shown(qtbot, DocumentViewPage(office, wanted.args[1]))
    march, february = (figures.day(date(2026, *day)) for day in ((3, 1), (2, 20)))
    assert [line["under"] for line in paper.grid.lines.lines()] == [
        f"MILK · NEW ({march})", f"YOG · Y1 ({february})", "YOG · Y2"
    ]  # fmt: skip


def test_taken_apart_the_parts_make_lots_and_a_draft_keeps_what_was_said(dairy, qtbot):
    shop, office = dairy
    came(shop, "A", 4, 20260301)
    shop.product("CURD", name="Curd", track="lot")
    page = shown(qtbot, AssemblyPage(office))
    page.bring({"product": shop.pid("MILK"), "quantity": D(2), "apart": True})
    page.put(shop.pid("CURD"), D(6))
    page.ask_lots()
    entry = dialog_of(page, LotEntry)
    entry.rows[0][0].setText("C1")  # new goods: the lot is written, not chosen
    entry.confirm()
    page.ask_made_lots()
    dialog_of(page, LotEntry).confirm()  # as proposed, the first to expire
    page.drafting.flush()
    again = shown(qtbot, AssemblyPage(office))
    assert again.lots_button.text() == "A × 2"
    again.post()
    assert lots(shop) == [("A", 20260301, 2), ("C1", None, 6)]


def test_goods_are_put_into_the_bin_that_is_proposed(dairy, qtbot):
    shop, office = dairy
    first, _ = office.do(make_bins, MakeBins(shop.wid("MAIN"), "A-", 1, 2))
    came(shop, "A", 1, 20260301, bin_id=first)
    order = shop.order("MILK", 4, 1, on=3)
    page = shown(qtbot, OrderPage(office, Kind.PURCHASE_ORDER, order.id))
    page.part.take_all()
    page.lots.ask_chosen()
    entry = dialog_of(page, LotEntry)
    assert entry.rows[0][2].text() == "A-01"
    entry.rows[0][0].setText("B")
    entry.rows[0][2].setText("Z-9")
    entry.confirm()
    assert "Z-9" in entry.notice.sentence()
    entry.rows[0][2].setText("A-02")
    entry.confirm()
    page.fulfil()
    assert (
        shop.value_of(
            "SELECT n.code FROM stock_detail d JOIN bin n ON n.id = d.bin_id "
            "JOIN lot l ON l.id = d.lot_id WHERE l.code = 'B'"
        )
        == "A-02"
    )


# -- expiry and traces ---------------------------------------------------------------------------


def test_the_board_leads_to_what_can_be_done(dairy, qtbot):
    shop, office = dairy
    came(shop, "SOON", 5, 20260115)
    came(shop, "OVER", 2, 20260108)
    came(shop, "LATER", 5, 20261029)
    page = shown(qtbot, ExpiryPage(office))
    assert cells(page, "lot", "days", "state") == [("SOON", 5, "expires_soon")]
    page.view.choose_row(0)
    page._lower()
    dialog = dialog_of(page, PriceDialog)
    dialog.field.setText("1.20")
    dialog.confirm()
    assert cells(page, "lowered") == [(D("1.20"),)]
    page.show_view("expired")
    page.view.choose_row(0)
    with qtbot.waitSignal(page.wanted) as wanted:
        page._write_off()
    code, brought = wanted.args
    out = shown(qtbot, WriteOffPage(office))
    out.bring(brought)
    assert (code, out.reason.value()) == ("write_off", "Expired")
    out.post()
    assert [code for code, *_ in lots(shop)] == ["LATER", "SOON"]


def test_a_lot_goes_back_to_its_supplier_as_it_lies_there(dairy, qtbot):
    """From the board: supplier, lot and quantity stand on the return already."""
    shop, office = dairy
    came(shop, "SOON", 5, 20260115)
    came(shop, "LATER", 5, 20261029)
    page = shown(qtbot, ExpiryPage(office))
    with qtbot.waitSignal(page.wanted) as wanted:
        page.acts.send_back([page.source.key_of(0)])
    code, key = wanted.args
    back = shown(qtbot, Making(Kind(code)).of(office, key))
    assert back.fields.partner.key() == shop.supplier
    assert [line["under"] for line in back.editor.grid.lines.lines()] == ["MILK · SOON × 5"]
    back.post()
    assert lots(shop) == [("LATER", 20261029, 5)]


def test_goods_without_an_order_are_inspected_and_put_into_lots(dairy, qtbot):
    shop, office = dairy
    page = shown(qtbot, FreePage(office, Kind.GOODS_RECEIPT))
    page.fields.show_partner(shop.supplier)
    grid = page.editor.grid
    grid.add_product(shop.pid("MILK"), D(10))
    page.post()
    assert grid.refused_rows() == [0]  # which lots?
    page.lots.ask(0)
    say_new(page, ("A7", "2026-02-01", "4"), ("B2", "", "6"))
    grid.lines.typed(0, "rejected", "2")
    assert grid.refused_rows() == [0]
    page.post()
    assert lots(shop) == []  # nobody said why yet
    grid.lines.write(0, {"reason": "sour"})
    grid.clear_refusal(0)
    page.post()
    assert lots(shop) == [("A7", 20260201, 4), ("B2", None, 6)]
    said = shop.work.read(
        lambda books: books.rows(
            "SELECT quantity / 1000000, rejected / 1000000, reason FROM document_line "
            "WHERE rejected > 0"
        )
    )
    assert said == [(4, 2, "sour")]


def test_all_of_it_may_be_rejected(dairy, qtbot):
    shop, office = dairy
    page = shown(qtbot, FreePage(office, Kind.GOODS_RECEIPT))
    page.fields.show_partner(shop.supplier)
    grid = page.editor.grid
    grid.add_product(shop.pid("22423"), D(1))
    for key, much in (("quantity", "0"), ("rejected", "3")):
        grid.lines.typed(0, key, much)
    grid.lines.write(0, {"reason": "broken"})
    had = shop.on_hand("22423")
    page.post()
    assert shop.on_hand("22423") == had
    assert shop.value_of("SELECT MAX(rejected) FROM document_line") == 3_000_000


def test_a_lot_is_blocked_traced_and_recalled(dairy, qtbot):
    from erp_desktop.views.print_preview import PreviewDialog

    shop, office = dairy
    came(shop, "A", 5, 20261029)
    line = TradeLine(shop.pid("MILK"), D(3), D(2))
    shop.work.run(issue_goods, IssueGoods(shop.customer, lines=[line], at=day(3)))
    every = shown(qtbot, LotsPage(office))
    every.view.choose_row(0)
    with qtbot.waitSignal(every.wanted) as wanted:
        press(every.view, Qt.Key.Key_Return)
    code, lot = wanted.args
    assert code == "lot"
    page = shown(qtbot, LotPage(office, lot))
    shown_figures = {figure.title: figure.figure for figure in page.strip.figures()}
    assert (shown_figures["On hand"], shown_figures["At customers"]) == ("2", "3")
    page._turn_block()
    dialog = dialog_of(page, BlockDialog)
    dialog.reason.setText("smells")
    dialog.confirm()
    assert page.header.chip.accessibleName() == "Blocked"
    page.print_letters()
    assert dialog_of(page, PreviewDialog).windowTitle() == "Recall letters"
    page._turn("holders")
    page._turn_block()
    assert page.header.chip.accessibleName() == "Good"


def test_who_bought_it_at_the_till_is_told_by_a_notice(dairy, qtbot):
    from erp_desktop.views.print_preview import PreviewDialog

    shop, office = dairy
    came(shop, "A", 5, 20261029)
    lot = shop.value_of("SELECT id FROM lot")
    page = shown(qtbot, LotPage(office, lot))
    page.print_letters()
    assert page.notice.sentence() == "No customer has goods of it."
    shop.sell("MILK", 2, 2, on=3)
    page = shown(qtbot, LotPage(office, lot))
    (row,) = page.holders.source.page(0, 1)
    face = next(one for one in page.holders.faces if one.column.key == "customer")
    assert face.words(row) == "Walk-in customer"
    page.print_letters()
    assert page.notice.sentence() == ""
    assert dialog_of(page, PreviewDialog).windowTitle() == "Recall letters"


# -- picking -------------------------------------------------------------------------------------


def test_orders_are_picked_by_scan_and_shipped(dairy, qtbot):
    shop, office = dairy
    office.do(make_bins, MakeBins(shop.wid("MAIN"), "A-", 1, 2))
    came(shop, "A", 5, 20261029)
    order = shop.sales_order("MILK", 2, 2, on=3)
    other = shop.sales_order("22423", 1, 12, on=3)
    page = shown(qtbot, PickingPage(office, [order.id, other.id]))
    scan = page.scan.field
    type_into(scan, "5012345678901")
    assert "wrong" in page.scan.echo.accessibleName()
    for _ in range(3):
        type_into(scan, "4000000000006")
    assert "too much" in page.scan.echo.accessibleName()
    page.post()
    assert "1 piece is missing. It stays on its order." in page.notice.sentence()
    page.ship()
    assert shop.on_hand("MILK") == D(3)
    assert shop.on_hand("22423") == D(12)
    assert shop.reserved("22423") == D(1)


def test_the_lots_of_an_order_are_chosen_and_the_scan_checks_them(dairy, qtbot):
    shop, office = dairy
    came(shop, "SOON", 5, 20260115)
    came(shop, "LATE", 5, 20261029)
    order = shop.sales_order("MILK", 4, 2, on=3)
    line = shop.lines_of(order)["MILK"].id
    board = shown(qtbot, BackOrdersPage(office))
    board.by_hand([line])
    dialog = dialog_of(board, AllocateDialog)
    dialog.take_first()
    main, codes = shop.wid("MAIN"), {}
    for code in ("SOON", "LATE"):
        codes[code] = Stall(main, shop.value_of("SELECT id FROM lot WHERE code = ?", code))
    assert dialog.fields[codes["SOON"]].text() == "4"
    dialog.fields[codes["SOON"]].setText("1")
    dialog.fields[codes["LATE"]].setText("3")
    assert dialog.said.text() == "4 of 4 pcs for this order"
    dialog.confirm()
    page = shown(qtbot, PickingPage(office, [order.id]))
    assert [(line["lot"], line["wanted"]) for line in page.grid.lines.lines()] == [
        ("SOON", D(1)), ("LATE", D(3))
    ]  # fmt: skip
    milk = "(01)04000000000006(10)"
    type_into(page.scan.field, f"{milk}OTHER")
    assert "wrong lot: take SOON, LATE" in page.scan.echo.accessibleName()
    type_into(page.scan.field, f"{milk}LATE")
    assert [line["picked"] for line in page.grid.lines.lines()] == [D(0), D(1)]
    type_into(page.scan.field, f"{milk}SOON")
    type_into(page.scan.field, f"{milk}SOON")
    assert "too much" in page.scan.echo.accessibleName()
    page.ship()
    assert lots(shop) == [("LATE", 20261029, 4), ("SOON", 20260115, 4)]


def test_a_walk_that_was_left_goes_on(dairy, qtbot):
    shop, office = dairy
    came(shop, "A", 5, 20261029)
    shop.sales_order("MILK", 2, 2, on=3)
    page = shown(qtbot, PickingPage(office))
    type_into(page.scan.field, "4000000000006")
    page.hide()
    again = shown(qtbot, PickingPage(office))
    assert [line["picked"] for line in again.grid.lines.lines()] == [D(1)]
    again.print_list()


def test_what_has_to_go_back_stands_on_the_return(dairy, qtbot):
    shop, office = dairy
    came(shop, "A7", 4, 20260201)
    page = shown(qtbot, ExpiryPage(office))
    with qtbot.waitSignal(page.wanted) as asked:
        page.acts.send_back([page.source.keys([(0, 1)])[0]])
    code, key = asked.args
    made = next(spec for spec in all_pages() if spec.code == code)
    back = shown(qtbot, made.make_for(office, key))
    assert [line["product"] for line in back.editor.grid.lines.lines()] == ["Milk"]
