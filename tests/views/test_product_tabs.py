"""The tabs of a product's card: only what there is something to say about, and where rows lead."""

from decimal import Decimal

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.reports.lots import lots_of_product
from erp_desktop.services.catalogue.supply import Offer, save_offers
from views.counter import Counter


@pytest.fixture
def counter(dressed, qtbot, tmp_path):
    clock.set_now(lambda: day(20, 12))
    shop = Shop.found(tmp_path / "tea.shop", currency="GBP")
    shop.product("TEA", name="Green tea", price="28", track="lot", supplier_id=shop.supplier)
    shop.product("CUP", name="White cup", price="6")
    shop.product("WRAP", name="Gift wrap", price="1", kind="service")
    shop.receive("TEA", 6, 10, on=2, lot="L-2")
    shop.receive("TEA", 4, 10, on=3, lot="L-1")
    shop.work.run(save_offers, shop.pid("TEA"), [Offer(shop.supplier, price=Decimal(10))])
    shop.work.close()
    made = Counter(tmp_path / "tea.shop", qtbot)
    yield made
    made.close()


def opened(counter, sku):
    return counter.page("product", counter.value("SELECT id FROM product WHERE sku = ?", sku))


def test_a_tracked_product_has_a_tab_for_its_lots(counter):
    page = opened(counter, "TEA")
    assert page.tabs.codes()[:4] == ["overview", "suppliers", "lots", "moves"]
    assert page.tabs.tab_at("lots").accessibleName() == "Lots 2"
    page.tabs.choose("lots")
    page._turn("lots")
    rows = counter.read(lots_of_product, page.card.id).rows
    assert [(row[0], row[4]) for row in rows] == [("L-1", Decimal(4)), ("L-2", Decimal(6))]


def test_what_is_not_tracked_has_none_and_a_service_no_suppliers(counter):
    assert "lots" not in opened(counter, "CUP").tabs.codes()
    assert opened(counter, "WRAP").tabs.codes() == ["overview", "moves", "files"]


def test_suppliers_stand_beside_how_it_is_planned(counter, qtbot):
    page = opened(counter, "TEA")
    page.tabs.choose("suppliers")
    page.tabs.chosen.emit("suppliers")
    qtbot.waitUntil(page.supply.isVisible)
    assert page.keeping.isVisible()
    assert not page.flow.isVisible()


def test_a_row_of_the_lots_opens_the_lot(counter, qtbot):
    page = opened(counter, "TEA")
    page.tabs.chosen.emit("lots")
    table = page._sheets.currentWidget()
    with qtbot.waitSignal(page.wanted) as went:
        table.opened.emit(table.list_model.key_of(0))
    assert went.args[0] == "lot"
    page.tabs.chosen.emit("moves")
    assert page._sheets.currentWidget().source.count() == 2
