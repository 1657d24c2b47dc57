"""Stock is read in the unit that its product is shown in: exactly, in lists, cards and counts."""

import pytest

from builders import D, Shop, day
from erp_desktop.core import clock
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.stock.count_plans import OpenCount, open_count
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views import figures
from erp_desktop.views.catalogue.product_page import ProductPage
from erp_desktop.views.catalogue.products_page import ProductsPage
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.stock.count_page import CountPage
from erp_desktop.views.stock.stock_page import StockPage


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
