"""Stock is read in the unit that its product is shown in: exactly, in lists, cards and counts."""

import pytest
from python_calamine import CalamineWorkbook

from builders import D, Shop, day
from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.document_rows import document
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.services.trade import TradeLine
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import figures, theme
from erp_desktop.views.catalogue.product_page import ProductPage
from erp_desktop.views.catalogue.products_page import ProductsPage
from erp_desktop.views.exporting import export_page
from erp_desktop.views.reports.report_page import ReportPage
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.stock.card_page import StockCardPage
from erp_desktop.views.stock.count_page import CountPage
from erp_desktop.views.stock.stock_page import StockPage
from erp_desktop.views.trade.draft_grid import DraftGrid
from erp_desktop.views.trade.finding import ProductFinder
from erp_desktop.views.trade.read_grid import ReadGrid


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11))
    shop = Shop.found(tmp_path / "shop.db")
    for sku, shown in (("TEA", "case"), ("CUP", "")):
        shop.work.run(
            save_product,
            SaveProduct(sku, name=sku.title(), unit="pcs", units=[SaveUnit("case", D(12))],
                        stock_unit=shown),
        )  # fmt: skip
        shop.receive(sku, 40, at=1)
    yield shop
    clock.set_now(None)


@pytest.fixture
def office(dressed, shop):
    office = ShopOffice(open_shop(str(shop.work.database.place)))
    yield office
    office.deleteLater()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("40", ("3 case + 4", "pcs")), ("36", ("3", "case")), ("11", ("11", "pcs")),
        ("-40", ("−3 case − 4", "pcs")), ("-36", ("−3", "case")), ("0", ("0", "pcs")),
        ("12.5", ("1 case + 0.5", "pcs")), ("12000", ("1,000", "case")),
    ],
)  # fmt: skip
def test_a_quantity_is_read_in_packs_exactly(value, said):
    assert figures.packed(D(value), "pcs", "case", D(12)) == said


def test_without_another_unit_it_is_what_it_is():
    assert figures.packed(D(40), "pcs", "", None) == ("40", "pcs")
    assert figures.packed(D(40), "pcs", "case", D(0)) == ("40", "pcs")


def faces_of(page, key):
    face = next(one for one in page.view.faces if one.column.key == key)
    rows = page.source.page(0, page.source.count())
    return [face.packed(row) for row in rows]


@pytest.mark.parametrize("made", [StockPage, ProductsPage])
def test_the_lists_show_whole_cases(office, qtbot, made):
    page = made(office)
    qtbot.addWidget(page)
    page.load()
    assert sorted(faces_of(page, "on_hand")) == [("3 case + 4", "pcs"), ("40", "pcs")]


def test_the_card_shows_whole_cases(office, shop, qtbot):
    page = ProductPage(office, shop.pid("TEA"))
    qtbot.addWidget(page)
    page.load()
    shown = {one.title: (one.figure, one.unit) for one in page.strip.figures()}
    assert shown["On hand"] == ("3 case + 4", "pcs")


def test_a_count_shows_the_books_in_cases(office, shop, qtbot):
    page = CountPage(office, shop.work.run(open_count, OpenCount()))
    qtbot.addWidget(page)
    page.load()
    page.board.choose("left")
    grid = page.board.grid
    keys = [column.key for column in grid.lines.columns]
    face = grid.faces[keys.index("book")]
    rows = [grid.lines.cells(at) for at in range(grid.lines.rowCount())]
    assert sorted(face.packed(row) for row in rows) == [("3 case + 4", "pcs"), ("40", "pcs")]


# -- reports and files -----------------------------------------------------------------------------


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.load()
    return page


@pytest.mark.parametrize("name", ["stock", "valuation", "stock-ledger"])
def test_reports_offer_the_quantity_in_units(office, qtbot, name):
    page = shown(qtbot, ReportPage(office, name))
    table = page.source.table
    at = table.column("quantity_units")
    assert table.columns[at].hidden
    assert at == table.column("quantity") + 1
    assert sorted(row[at] for row in table.rows) == ["3 case + 4 pcs", "40 pcs"]


def test_what_programs_read_keeps_its_columns(office):
    for name in ("stock", "valuation"):
        table = office.ask(REPORTS[name].answer, ReportAsk())
        assert [column.key for column in table.columns] == [
            "sku", "warehouse", "quantity", "reserved", "available", "value", "unit_cost",
        ]  # fmt: skip


def test_a_shop_without_packs_is_offered_no_such_column(office, shop, qtbot):
    shop.work.run(save_product, SaveProduct("TEA", stock_unit=""))
    page = shown(qtbot, ReportPage(office, "stock"))
    assert "quantity_units" not in [column.key for column in page.source.table.columns]


def test_the_ledger_card_offers_its_balance_in_units(office, shop, qtbot):
    shop.sell("TEA", 5, on=3)
    page = shown(qtbot, StockCardPage(office, shop.pid("TEA")))
    table = page.source.table
    told = [[row[table.column(f"{key}_units")] for key in ("came", "went", "left")]
            for row in table.rows]  # fmt: skip
    assert told == [["3 case + 4 pcs", "", "3 case + 4 pcs"], ["", "5 pcs", "2 case + 11 pcs"]]
    plain = shown(qtbot, StockCardPage(office, shop.pid("CUP"))).source.table
    assert "left_units" not in [column.key for column in plain.columns]


@pytest.mark.parametrize("made", [StockPage, ProductsPage])
def test_excel_has_the_units_in_words_beside_the_figure(office, qtbot, tmp_path, made):
    page = shown(qtbot, made(office))
    path = tmp_path / "stock.xlsx"
    with qtbot.waitSignal(page.said, timeout=15_000):
        export_page(page, path)
    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    at = head.index("On hand")
    assert head[at + 1] == "On hand, in units"
    told = {row[head.index("SKU")]: row[at : at + 2] for row in rows}
    assert (told["TEA"], told["CUP"]) == ([40.0, "3 case + 4 pcs"], [40.0, "40 pcs"])


def test_a_list_says_the_plain_quantity_where_the_mouse_rests(office, qtbot):
    page = shown(qtbot, StockPage(office))
    face = next(one for one in page.view.faces if one.column.key == "on_hand")
    rows = page.source.page(0, page.source.count())
    assert sorted(face.hint(row) for row in rows) == ["", "40 pcs"]


# -- lines of documents ----------------------------------------------------------------------------


def test_a_line_written_in_cases_says_what_that_comes_to(office, shop, qtbot):
    lines = [TradeLine(shop.pid("TEA"), D(2), unit="case"), TradeLine(shop.pid("CUP"), D(3))]
    command = WriteOrder(Kind.PURCHASE_ORDER, shop.supplier, lines, at=day(2))
    order = shop.work.run(confirm_order, command)
    grid = ReadGrid(office.ask(document, order.id))
    qtbot.addWidget(grid)
    face = next(one for one in grid.faces if one.column.key == "quantity")
    rows = [grid.lines.cells(at) for at in range(2)]
    assert [(face.words(row), face.hint(row)) for row in rows] == [
        ("2", "2 case = 24 pcs"), ("3", ""),
    ]  # fmt: skip


def test_a_line_being_written_says_it_under_its_product(office, shop, qtbot):
    finder = ProductFinder(office, lambda: None, buying=True, goods=True)
    grid = DraftGrid(finder, buying=True, discounts=False)
    qtbot.addWidget(grid)
    (found,) = finder.find("tea")
    cells = dict(finder.fill(found)) | {"unit": "case", "factor": D(12), "quantity": D(2)}
    grid.show_lines([cells])
    assert grid.lines.line(0)["under"] == "TEA · 24 pcs"
    face = next(one for one in grid.faces if one.column.key == "quantity")
    assert face.hint(grid.lines.cells(0)) == "2 case = 24 pcs"


def test_the_name_of_a_unit_is_not_cut(office, shop, qtbot):
    """The slot behind a figure is as wide as the widest unit that is seen."""
    page = shown(qtbot, StockPage(office))
    face = next(one for one in page.view.faces if one.column.key == "on_hand")
    row = list(page.source.page(0, 1)[0])
    before = face.gap()
    row[face.columns["unit"]], row[face.columns["pack"]] = "portion", ""
    assert face.see([tuple(row)])
    assert face.gap() >= theme.width(theme.HINT, "portion") + theme.px(4) > before
    assert not face.see([tuple(row)])
