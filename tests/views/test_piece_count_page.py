"""Counting goods that are kept in kilograms and pieces, as a clerk does it."""

from decimal import Decimal as D

import pytest
from python_calamine import CalamineWorkbook

from builders import day
from documents import reading  # the words of a PDF
from erp_desktop.documents import registry
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock import count_plans
from erp_desktop.services.stock.count_entries import CountFound, count_found
from erp_desktop.services.stock.count_plans import OpenCount
from erp_desktop.services.trade import TradeLine
from erp_desktop.views.stock.count_export import export_lines
from erp_desktop.views.stock.count_page import CountPage
from erp_desktop.views.stock.document_view import DocumentViewPage
from shop_pages import gift_shop, shown


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


@pytest.fixture
def fish(gifts):
    """Twenty kilograms of salmon, five fish."""
    shop, _ = gifts
    shop.product("SALMON", name="Salmon", unit="kg", catch_unit="fish", barcodes=["2100001"])
    line = TradeLine(shop.pid("SALMON"), D(20), D(30), pieces=D(5))
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line], at=day(9)))
    return shop


@pytest.fixture
def page(qtbot, gifts, fish):
    plan = fish.work.run(count_plans.open_count, OpenCount())
    return shown(qtbot, CountPage(gifts[1], plan))


def row_of(page, tab, sku="SALMON"):
    page.board.choose(tab)
    lines = page.board.grid.lines.lines()
    return next(at for at, line in enumerate(lines) if line["sku"] == sku)


def cells(page, *keys):
    line = page.board.grid.lines.line(row_of(page, "counted"))
    return tuple(line[key] for key in keys)


def shown_columns(page):
    grid = page.board.grid
    keys = [column.key for column in grid.lines.columns]
    return {key for at, key in enumerate(keys) if not grid.header.isSectionHidden(at + 1)}


def test_weight_and_pieces_are_typed_beside_each_other(page):
    page.board.grid.lines.typed(row_of(page, "left"), "counted", "18.5")
    page.board.grid.lines.typed(row_of(page, "counted"), "pieces", "4")
    told = cells(page, "book", "counted", "difference", "pieces_book", "pieces", "more_pieces")
    assert told == (D(20), D("18.5"), D("-1.5"), D(5), D(4), D(-1))
    assert {"pieces_book", "pieces", "more_pieces"} <= shown_columns(page)


def test_pieces_without_a_weight_are_refused_at_their_cell(page, qtbot):
    row = row_of(page, "left")
    page.board.grid.lines.typed(row, "pieces", "4")
    qtbot.waitUntil(lambda: row in page.board.grid.refusals)
    assert page.board.grid.lines.line(row)["pieces"] is None


def test_each_scanned_label_is_one_piece_more(page):
    for _ in range(3):
        page.work.scan("2100001")
    assert cells(page, "counted", "pieces") == (D(3), D(3))
    assert "3 fish" in page.board.scan.echo.accessibleName()
    page.board.scan.echo.undo.click()
    assert cells(page, "counted", "pieces") == (D(2), D(2))


def test_a_blind_count_shows_no_pieces_of_the_books(qtbot, gifts, fish):
    plan = fish.work.run(count_plans.open_count, OpenCount(blind=True))
    page = shown(qtbot, CountPage(gifts[1], plan))
    assert shown_columns(page) & {"pieces_book", "pieces", "more_pieces"} == {"pieces"}


def test_a_shop_without_pieces_has_no_such_column(qtbot, gifts):
    shop, office = gifts
    plan = shop.work.run(count_plans.open_count, OpenCount())
    page = shown(qtbot, CountPage(office, plan))
    assert not shown_columns(page) & {"pieces_book", "pieces", "more_pieces"}


def test_two_counters_are_asked_which_is_right(page, fish):
    for by, pieces in (("Ann", 5), ("Ben", 4)):
        found = CountFound(page.head.id, fish.pid("SALMON"), D(20), by, "ice", pieces=D(pieces))
        fish.work.run(count_found, found)
    page.load()
    page.board.choose("differ")
    page.board.grid.choose(row_of(page, "differ"))
    page.end.accept()
    words = {button.text() for button in page.notice.findChildren(type(page.primary))}
    assert {"Ann found 20 · 5 fish", "Ben found 20 · 4 fish"} <= words


def sheet(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_what_the_list_shows_is_exported(page, tmp_path):
    page.board.grid.lines.typed(row_of(page, "left"), "counted", "18.5")
    page.board.grid.lines.typed(row_of(page, "counted"), "pieces", "4")
    export_lines(page, page.board.grid, tmp_path / "count.xlsx")
    head, row = sheet(tmp_path / "count.xlsx")[:2]
    told = dict(zip(head, row, strict=True))
    assert (told["SKU"], told["Book"], told["Actual"], told["Unit"]) == ("SALMON", 20, 18.5, "kg")
    assert (told["Book pieces"], told["Pieces"], told["Pieces +/−"]) == (5, 4, -1)
    assert told["Pieces unit"] == "fish"


def test_a_blind_count_exports_nothing_of_the_books(qtbot, gifts, fish, tmp_path):
    plan = fish.work.run(count_plans.open_count, OpenCount(blind=True))
    blind = shown(qtbot, CountPage(gifts[1], plan))
    blind.board.choose("left")
    export_lines(blind, blind.board.grid, tmp_path / "blind.xlsx")
    assert not {"Book", "Book pieces", "Difference"} & set(sheet(tmp_path / "blind.xlsx")[0])


def test_the_posted_count_and_its_papers_tell_the_pieces(page, fish, gifts, qtbot, tmp_path):
    page.board.grid.lines.typed(row_of(page, "left"), "counted", "20")
    page.board.grid.lines.typed(row_of(page, "counted"), "pieces", "4")
    paper = fish.work.read(
        lambda books: registry.count_sheet_for(
            books, fish.wid("MAIN"), blind=False, product_ids=[fish.pid("SALMON")], language="en"
        )
    )
    assert "5 fish" in reading.words(paper)
    page.post()
    qtbot.waitUntil(lambda: fish.value_of("SELECT 1 FROM document WHERE kind = 'count'") == 1)
    posted = fish.value_of("SELECT MAX(id) FROM document")
    view = shown(qtbot, DocumentViewPage(gifts[1], posted))
    line = view.grid.lines.line(0)
    assert (line["counted"], line["pieces"], line["more_pieces"]) == (D(20), D(4), D(-1))
    face = next(one for one in view.grid.faces if one.column.key == "pieces")
    assert face.unit_of(view.grid.lines.cells(0)) == "fish"
    export_lines(view, view.grid, tmp_path / "posted.csv")
    assert "SALMON" in (tmp_path / "posted.csv").read_text("utf-8-sig")
    paper = fish.work.read(lambda books: registry.paper_for(books, "count-sheet", posted))
    assert "5 fish" in reading.words(paper)
    assert "−1 fish" in reading.words(paper)
