"""Whoever writes a quantity may write it in packs, and reads it so: transfer, arrival, receipt,
picking, count; and what is printed or written to a file says it, too."""

import pytest
from python_calamine import CalamineWorkbook

from builders import D, Shop, day
from documents import reading
from erp_desktop.core import clock
from erp_desktop.core.errors import NoSuchUnit
from erp_desktop.core.states import Kind
from erp_desktop.documents import registry
from erp_desktop.reports.document_rows import document
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.stock.count_deciding import ApproveCount, approve_count
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.services.stock.transferring import MoveLine, TransferGoods, transfer_goods
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views.exporting import Shown, seen_table
from erp_desktop.views.printing_lists import in_words
from erp_desktop.views.purchasing.replenish_page import ReplenishPage
from erp_desktop.views.sales.picking_page import PickingPage
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.stock.count_export import export_lines
from erp_desktop.views.stock.count_page import CountPage
from erp_desktop.views.stock.document_view import DocumentViewPage
from erp_desktop.views.stock.papers import TransferPage, WriteOffPage
from erp_desktop.views.stock.stock_page import StockPage
from erp_desktop.views.stock.transit_page import TransferInPage
from erp_desktop.views.trade.deeds import Deed
from erp_desktop.views.trade.draft_grid import DraftGrid
from erp_desktop.views.trade.finding import ProductFinder
from erp_desktop.views.trade.part_grid import PartGrid


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11))
    shop = Shop.found(tmp_path / "shop.db")
    shop.work.run(
        save_product,
        SaveProduct("TEA", name="Tea", unit="pcs", units=[SaveUnit("case", D(12), D(200))],
                    stock_unit="case", price=D(20)),
    )  # fmt: skip
    shop.receive("TEA", 40, at=1)
    shop.warehouse("BACK")
    yield shop
    clock.set_now(None)


@pytest.fixture
def office(dressed, shop):
    office = ShopOffice(open_shop(str(shop.work.database.place)))
    yield office
    office.deleteLater()


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.load()
    return page


def said(grid, row, key):
    face = next(face for face in grid.faces if face.column.key == key)
    return " ".join(filter(None, face.packed(grid.lines.cells(row))))


@pytest.mark.parametrize("made", [TransferPage, WriteOffPage])
def test_goods_that_move_are_written_in_cases(office, shop, qtbot, made):
    page = shown(qtbot, made(office))
    page.put(shop.pid("TEA"), D(1))
    grid = page.grid
    assert said(grid, 0, "here") == "3 case + 4 pcs"
    grid.lines.typed(0, "quantity", "2c + 3")
    line = grid.lines.line(0)
    assert (line["quantity"], line["under"]) == (D(27), "TEA · 2 case + 3 pcs")
    assert said(grid, 0, "after") == "1 case + 1 pcs"
    with pytest.raises(NoSuchUnit):
        grid.lines.typed(0, "quantity", "2 barrel")
    assert grid.lines.line(0)["quantity"] == D(27)


def test_a_case_is_typed_into_the_cell_itself(office, shop, qtbot):
    """What is typed looks right while it is typed, and what is no unit is said under its line."""
    page = shown(qtbot, TransferPage(office))
    page.show()
    page.put(shop.pid("TEA"), D(1))
    grid = page.grid
    at = [column.key for column in grid.lines.columns].index("quantity") + 1
    grid._edit_cell(grid.lines.index(0, at))
    editor = grid.editors._editor
    editor.selectAll()
    qtbot.keyClicks(editor, "2c")
    assert not editor.refused
    grid.take_typed()
    assert grid.lines.line(0)["quantity"] == D(24)
    grid._edit_cell(grid.lines.index(0, at))
    editor = grid.editors._editor
    editor.selectAll()
    qtbot.keyClicks(editor, "2z")
    assert editor.refused
    assert not grid.take_typed()
    assert grid.refused_rows() == [0]
    page.discard()


def test_what_travels_arrives_in_cases(office, shop, qtbot):
    line = MoveLine(shop.pid("TEA"), D(30))
    main, back = shop.wid("MAIN"), shop.wid("BACK")
    sent = shop.work.run(transfer_goods, TransferGoods(main, back, [line], at=day(3), travels=True))
    page = shown(qtbot, TransferInPage(office, sent.id))
    assert (said(page.grid, 0, "sent"), said(page.grid, 0, "left")) == ("2 case + 6 pcs",) * 2
    page.grid.lines.typed(0, "now", "2 case")
    page.grid.lines.typed(0, "missing", "2")
    assert said(page.grid, 0, "after") == "4 pcs"
    assert page.grid.lines.line(0)["under"] == "TEA · now 2 case"
    assert page.command().parts[0].arrived == D(24)


def test_a_receipt_is_written_and_read_in_cases(office, shop, qtbot):
    lines = [TradeLine(shop.pid("TEA"), D(40), D(1))]
    order = shop.work.run(
        confirm_order, WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, lines, at=day(2))
    )
    grid = PartGrid(
        Deed.RECEIVE, ProductFinder(office, lambda: shop.wid("MAIN"), buying=True, goods=True)
    )
    qtbot.addWidget(grid)
    grid.take(office.ask(document, order.id).lines)
    assert (said(grid, 0, "whole"), said(grid, 0, "stock")) == ("3 case + 4 pcs",) * 2
    grid.lines.typed(0, "now", "1c2")
    assert grid.parts()[0].quantity == D(14)
    assert "now 1 case + 2 pcs" in str(grid.lines.line(0)["under"])


def test_orders_are_picked_in_cases(office, shop, qtbot):
    shop.sales_order("TEA", 26)
    page = shown(qtbot, PickingPage(office))
    assert said(page.grid, 0, "wanted") == "2 case + 2 pcs"
    page.grid.lines.typed(0, "picked", "2c")
    assert said(page.grid, 0, "left") == "2 pcs"
    assert page.grid.lines.line(0)["under"] == "TEA · picked 2 case"


def test_an_order_typed_in_cases_is_written_in_cases(office, shop, qtbot):
    finder = ProductFinder(office, lambda: None, buying=False, goods=True)
    grid = DraftGrid(finder, buying=False, discounts=False)
    qtbot.addWidget(grid)
    (found,) = finder.find("tea")
    grid.show_lines([dict(finder.fill(found))])
    grid.lines.typed(0, "quantity", "3c")
    line = grid.lines.line(0)
    assert (line["quantity"], line["unit"], line["price"]) == (D(3), "case", D(200))
    grid.lines.typed(0, "quantity", "3c + 4")
    line = grid.lines.line(0)
    assert (line["quantity"], line["unit"], line["price"]) == (D(40), "pcs", D(20))


def test_a_count_is_typed_in_cases(office, shop, qtbot):
    page = shown(qtbot, CountPage(office, shop.work.run(open_count, OpenCount())))
    page.board.choose("left")
    page.board.grid.lines.typed(0, "counted", "3c + 1")
    row = page.rows[shop.pid("TEA")]
    assert (row.counted, row.difference) == (D(37), D(-3))
    page.board.choose("counted")
    assert page.board.grid.lines.line(0)["under"] == "TEA · 3 case + 1 pcs"


def test_what_was_scanned_last_is_corrected_in_cases(office, shop, qtbot):
    page = shown(qtbot, CountPage(office, shop.work.run(open_count, OpenCount())))
    page.work.scan("TEA")
    page.board.correct.setText("3c4")
    page.work.corrected()
    assert page.rows[shop.pid("TEA")].counted == D(40)


def test_a_posted_transfer_reads_in_cases(office, shop, qtbot):
    line = MoveLine(shop.pid("TEA"), D(30))
    main, back = shop.wid("MAIN"), shop.wid("BACK")
    sent = shop.work.run(transfer_goods, TransferGoods(main, back, [line], at=day(3)))
    page = shown(qtbot, DocumentViewPage(office, sent.id))
    assert said(page.grid, 0, "quantity") == "2 case + 6 pcs"
    paper = shop.work.read(registry.paper_for, "transfer", sent.id)
    assert "2 case + 6 pcs" in reading.words(paper)


def test_what_to_order_reads_in_cases(office, shop, qtbot):
    shop.work.run(save_product, SaveProduct("TEA", minimum=D(60)))
    page = shown(qtbot, ReplenishPage(office))
    face = next(one for one in page.view.faces if one.column.key == "suggested")
    (row,) = page.source.page(0, 1)
    assert " ".join(face.packed(row)) == "1 case + 8 pcs"


def test_a_list_is_printed_as_it_is_seen(office, shop, qtbot):
    page = shown(qtbot, StockPage(office))
    table = in_words(seen_table(page, Shown(page).on_paper(page)))
    at = table.column("on_hand")
    assert [(row[at], row[at].words) for row in table.rows] == [(D(40), "3 case + 4 pcs")]
    pdf = office.ask(registry.table_paper, table, facts=(), states={}, language="en")
    words = reading.words(pdf)
    assert "3 case + 4 pcs" in words
    assert "40" in words  # the total is a figure


def test_the_pick_list_and_the_count_sheet_say_it(shop):
    order = shop.sales_order("TEA", 26)
    picks = shop.work.read(registry.pick_list_for, [order.id], shop.wid("MAIN"))
    assert "2 case + 2 pcs" in reading.words(picks)
    sheet = shop.work.read(registry.count_sheet_for, shop.wid("MAIN"), blind=False)
    assert "3 case + 4 pcs" in reading.words(sheet)
    blind = reading.words(shop.work.read(registry.count_sheet_for, shop.wid("MAIN"), blind=True))
    assert "case = 12" in blind
    assert "3 case" not in blind


def test_a_count_is_exported_beside_the_window(office, shop, qtbot, tmp_path):
    page = shown(qtbot, CountPage(office, shop.work.run(open_count, OpenCount())))
    page.board.choose("left")
    path = tmp_path / "count.xlsx"
    with qtbot.waitSignal(page.said, timeout=15_000):
        export_lines(page, page.board.grid, path)
        assert not path.exists()
    head, row = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[:2]
    assert row[head.index("SKU")] == "TEA"


def test_what_lies_in_no_bin_is_counted_on_purpose(office, shop, qtbot):
    """A warehouse with bins has a tile for it; a count of it leaves the bins as they are."""
    main = shop.wid("MAIN")
    shelf = shop.work.run(save_bin, SaveBin(main, "A-01"))
    line = TradeLine(shop.pid("TEA"), D(24), D(1), bin_id=shelf)
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(2)))
    page = shown(qtbot, CountPage(office, shop.work.run(open_count, OpenCount())))
    tiles = {tile.state.shelf: tile for tile in page.board.side.tiles}
    assert set(tiles) == {"-", "A-01"}
    assert tiles["-"].text() == "-"
    assert tiles["-"].accessibleName().startswith("no bin")
    actions = page.board.side.menu_of(tiles["-"]).actions()
    assert actions[0].text() == "Count what lies in no bin"
    page.work.go_to("-")
    page.work.scan("TEA")
    page.board.correct.setText("3c + 1")
    page.work.corrected()
    row = page.rows[shop.pid("TEA")]
    assert (row.book, row.counted, row.difference) == (D(40), D(37), D(-3))
    page.board.choose("counted")
    assert page.board.grid.lines.line(0)["shelf"] == "no bin"
    posted = shop.work.run(approve_count, ApproveCount(page.head.id))
    assert shop.on_hand("TEA") == D(61)
    view = shown(qtbot, DocumentViewPage(office, posted.id))
    assert view.grid.lines.line(0)["note"] == "no bin"


def test_what_is_over_whole_cases_stands_below_them(office, shop, qtbot):
    """The rows of a document are high: there is no need to widen its columns."""
    page = shown(qtbot, TransferPage(office))
    page.put(shop.pid("TEA"), D(4))
    face = next(face for face in page.grid.faces if face.column.key == "here")
    row = list(page.grid.lines.cells(0))
    told = []
    for value in (40, 36, 11, 0, -40):
        row[face.at] = D(value)
        told.append(face.lines(tuple(row)))
    assert told == [
        ("3", "case", "+ 4 pcs"), ("3", "case", ""), ("11", "pcs", ""), ("–", "", ""),
        ("−3", "case", "− 4 pcs"),
    ]  # fmt: skip
    row[face.at] = D(40)
    assert face.hint(tuple(row)) == "40 pcs"
    assert page.grid.grab().width() > 0  # it can be painted


def test_the_field_says_that_packs_may_be_typed(office, shop, qtbot):
    page = shown(qtbot, TransferPage(office))
    page.put(shop.pid("TEA"), D(27))
    face = next(face for face in page.grid.faces if face.column.key == "quantity")
    said = face.hint(page.grid.lines.cells(0))
    assert said == "2 case + 3 pcs\nMay be typed in packs: 3 case + 4"


def test_what_was_agreed_in_the_unit_that_is_shown_is_said_once(office, shop, qtbot):
    lines = [TradeLine(shop.pid("TEA"), D(2), D(12), unit="case")]
    order = shop.work.run(
        confirm_order, WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, lines, at=day(2))
    )
    finder = ProductFinder(office, lambda: shop.wid("MAIN"), buying=True, goods=True)
    grid = PartGrid(Deed.RECEIVE, finder)
    qtbot.addWidget(grid)
    grid.take(office.ask(document, order.id).lines)
    assert grid.lines.line(0)["under"] == "TEA"
    shop.work.run(save_product, SaveProduct("TEA", stock_unit=""))
    grid.take(office.ask(document, order.id).lines)
    assert grid.lines.line(0)["under"] == "TEA · 2 case"


@pytest.mark.parametrize("buying", [True, False])
def test_what_is_available_reads_in_cases_while_an_order_is_written(office, shop, qtbot, buying):
    finder = ProductFinder(office, lambda: shop.wid("MAIN"), buying=buying, goods=True)
    grid = DraftGrid(finder, buying=buying, discounts=False)
    qtbot.addWidget(grid)
    (found,) = finder.find("tea")
    grid.show_lines([dict(finder.fill(found))])
    assert said(grid, 0, "stock") == "3 case + 4 pcs"


def test_the_result_of_a_count_says_it_on_paper(shop):
    posted = shop.count("TEA", 37, on=9)
    words = reading.words(shop.work.read(registry.paper_for, "count-sheet", posted.id))
    assert "3 case + 4 pcs" in words
    assert "3 case + 1 pcs" in words
