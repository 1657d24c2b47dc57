"""An owner looks at what falls short and has it ordered with one click."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.partners.partners import SavePartner, save_partner
from views.trade_desk import Desk


@pytest.fixture
def shop(tmp_path):
    clock.set_now(lambda: day(10, 11))
    shop = Shop.found(tmp_path / "shop.db")
    bolt = shop.work.run(save_partner, SavePartner("BOLT", "Bolt & Co", is_supplier=True))
    for sku, supplier, minimum in (("TEA", shop.supplier, 10), ("CUP", bolt, 5), ("NUT", 0, 3)):
        shop.product(sku, name=sku.title(), purchase_price=2, minimum=minimum)
        shop.work.run(save_product, SaveProduct(sku, supplier_id=supplier))
    shop.receive("CUP", 2, 2, on=1)
    yield shop
    clock.set_now(None)


@pytest.fixture
def desk(dressed, shop):
    desk = Desk(shop)
    yield desk
    desk.close()


def rows(desk):
    source = desk.page().source
    return [(row[0], row[7]) for row in source.page(0, source.count())]


def why(desk, at):
    view = desk.page().view
    keys = [column.key for column in view.columns]
    face = view.list_model.faces[keys.index("why")]
    return face.words(desk.page().source.page(at, 1)[0])


def orders(shop):
    return shop.work.read(lambda books: books.rows(
        "SELECT d.partner_name, l.sku, l.quantity FROM document d JOIN document_line l "
        "ON l.document_id = d.id WHERE d.kind = 'purchase_order' AND d.state = 'draft' "
        "ORDER BY d.partner_name"
    ))  # fmt: skip


def test_what_falls_short_says_why(desk):
    desk.open("replenish")
    assert rows(desk) == [("CUP", D(3)), ("NUT", D(3)), ("TEA", D(10))]
    assert why(desk, 0) == "2 will be left, below the minimum of 5."
    facts = desk.page().header.facts.text()
    assert facts.startswith("Products 3 · Suppliers 2")
    assert facts.endswith("32.00")


def test_all_is_ordered_with_one_key_and_then_nothing_is_left(desk, shop):
    desk.open("replenish")
    desk.press("Write the orders")
    assert orders(shop) == [("Acme Ltd", "TEA", 10_000_000), ("Bolt & Co", "CUP", 3_000_000)]
    assert desk.toasts[-1] == "Draft orders written: 2"
    assert desk.sentence() == "Without a supplier, so not ordered: 1"
    assert rows(desk) == [("NUT", D(3))]
    desk.press("Show them")
    assert desk.page().source.question.view == "nobody"
    desk.press("Write the orders")
    assert len(orders(shop)) == 2


def test_only_what_is_chosen_is_ordered(desk, shop):
    page = desk.open("replenish")
    page.view.choose_row(0)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [row[1] for row in orders(shop)] == ["CUP"]


def test_below_a_suppliers_minimum_there_are_ways_out(desk, shop):
    shop.work.run(save_partner, SavePartner("BOLT", minimum_order=D(100)))
    desk.open("replenish")
    desk.press("Write the orders")
    assert desk.sentence() == "Bolt & Co delivers from 100.00 on; this order comes to 6.00."
    assert desk.answers() == [
        "Order anyway", "Fill up to 100.00", "Without Bolt & Co", "Leave it",
    ]  # fmt: skip
    desk.press("Without Bolt & Co")
    assert [row[1] for row in orders(shop)] == ["TEA"]
    desk.press("Write the orders")
    desk.press("Order anyway")
    assert [row[1] for row in orders(shop)] == ["TEA", "CUP"]


def test_an_order_is_filled_up_to_what_the_supplier_delivers_for(desk, shop):
    shop.work.run(save_partner, SavePartner("BOLT", minimum_order=D(15)))
    desk.open("replenish")
    desk.press("Write the orders")
    desk.press("Fill up to 15.00")
    assert orders(shop)[1] == ("Bolt & Co", "CUP", 8_000_000)
