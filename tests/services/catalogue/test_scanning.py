"""What a scanned code stands for, asked of the books."""

from decimal import Decimal as D

import pytest

from erp_desktop.core import clock, errors
from erp_desktop.core.money import price, quantity
from erp_desktop.reports.till_rows import scanned_ware, till_facts
from erp_desktop.services.catalogue import scanning

BOX = "16901234567899"


def scanned(shop, code):
    found = shop.work.read(scanning.by_code, code)
    if found is None:
        return None
    each = None if found.price is None else price(found.price)
    return found.product.sku, quantity(found.quantity), each


def box(shop, sku="TEA", factor=12, at="100.00"):
    def give(books):
        parts = (shop_id, "box", factor * 1_000_000, int(D(at).scaleb(6)))
        books.run("INSERT INTO product_unit (product_id, unit, factor, price) VALUES (?, ?, ?, ?)",
                  parts)  # fmt: skip
        books.run("INSERT INTO barcode (code, product_id, unit, position) VALUES (?, ?, 'box', 9)",
                  (BOX, shop_id))  # fmt: skip

    shop_id = shop.pid(sku)
    shop.work.run(give)


def scales(shop, *texts):
    shop.work.run(scanning.save_scale_codes, texts)


def test_l60_a_box_is_its_pieces_at_the_price_of_the_box(shop):
    shop.product("TEA", price="9.00", barcodes=["6901234567892", "6901234567908"])
    box(shop)
    assert scanned(shop, "6901234567892") == ("TEA", D(1), None)
    assert scanned(shop, "6901234567908") == ("TEA", D(1), None)
    assert scanned(shop, BOX) == ("TEA", D(12), D("8.333333"))


def test_l60_a_box_at_the_till_costs_what_a_box_costs(shop):
    from erp_desktop.views.till.cart import Cart

    shop.product("TEA", price="9.00", barcodes=["6901234567892"])
    box(shop)
    facts = shop.work.read(till_facts)
    cart = Cart()
    for code in (BOX, "6901234567892", BOX):
        cart.put(shop.work.read(scanned_ware, code, facts.place_id))
    assert [line.quantity * line.factor for line in cart.lines] == [D(24), D(1)]
    assert cart.due(facts) == D("209.00")


def test_l61_labels_of_the_scales(shop):
    shop.product("2100001", unit="kg", price="10.00")
    shop.product("40119", unit="kg", price="8.00")
    scales(shop, "(21)IIIIIWW.WWWC", "23IIIIIWW.WWWX")
    assert scanned(shop, "2100001027506") == ("2100001", D("2.75"), None)
    assert scanned(shop, "2340119005006") == ("40119", D("0.5"), None)
    scales(shop, "(21)IIIIIWW.WWWC", "23IIIIIWW.WWWC")
    assert scanned(shop, "2340119005006") is None


@pytest.mark.parametrize(
    ("unit", "held"), [("kg", "0.5"), ("斤", "1"), ("g", "500"), ("pcs", "0.5")]
)
def test_a_weight_is_told_in_the_unit_of_the_goods(shop, unit, held):
    shop.product("40119", unit=unit)
    scales(shop, "23IIIIIWW.WWWX")
    assert scanned(shop, "2340119005006")[1] == D(held)


def test_an_amount_on_the_label_is_what_is_paid(shop):
    """Nobody may pay a cent more or less than the label says."""
    shop.product("40119", unit="kg", price="7.77")
    scales(shop, "22IIIIIPPP.PPX")
    for cents in (1, 499, 500, 1234, 99999):
        sku, held, each = scanned(shop, f"2240119{cents:05d}0")
        assert (sku, each) == ("40119", None)
        assert (held * D("7.77")).quantize(D("0.01")) == D(cents) / 100
    shop.product("40119", price="0")
    assert scanned(shop, "2240119005000") == ("40119", D(1), D("5.00"))


def test_weight_and_amount_that_do_not_agree_make_a_price(shop):
    shop.product("123", unit="kg", price="20.00")
    scales(shop, "26IIIIIPPP.PPWW.WWWX")
    assert scanned(shop, "260012300900004500") == ("123", D("0.45"), None)
    assert scanned(shop, "260012300800004500") == ("123", D("0.45"), D("17.777778"))


def test_a_symbol_with_lot_expiry_serial_and_weight(shop):
    clock.set_now(lambda: clock.parsed("2026-03-01T09:00"))
    shop.product("HAM", unit="kg", barcodes=["7032069804988"])
    found = shop.work.read(scanning.by_code, "]C1010703206980498831030012501726043010A7\x1d21S9")
    assert (found.product.sku, quantity(found.quantity)) == ("HAM", D("1.25"))
    assert (found.lot, found.serial, found.expires_on) == ("A7", "S9", 20260430)


def test_the_same_number_in_another_length(shop):
    """Scanners send a UPC with or without its zero, a case's symbol writes fourteen digits."""
    shop.product("MUG", barcodes=["012345678905"])
    shop.product("TIN", barcodes=["0036000291452"])
    for code in ("012345678905", "0012345678905", "00012345678905"):
        assert scanned(shop, code) == ("MUG", D(1), None)
    assert scanned(shop, "036000291452") == ("TIN", D(1), None)
    assert scanned(shop, "12345678905") is None  # no GTIN: a digit is missing


def test_an_unknown_code_is_linked_by_what_names_the_goods(shop):
    shop.product("HAM", unit="kg")
    shop.product("EGG")
    scales(shop, "23IIIIIWW.WWWX")
    shop.work.run(scanning.link_scanned, "2340119005006", shop.pid("HAM"))
    assert scanned(shop, "2340119012006") == ("HAM", D("1.2"), None)
    shop.work.run(scanning.link_scanned, "(01)07032069804988(10)A7", shop.pid("EGG"))
    assert scanned(shop, "7032069804988") == ("EGG", D(1), None)
    with pytest.raises(errors.BarcodeTaken):
        shop.work.run(scanning.link_scanned, "7032069804988", shop.pid("HAM"))


def test_patterns_are_refused_whole(shop):
    scales(shop, "23IIIIIWW.WWWX")
    with pytest.raises(errors.WrongPattern):
        scales(shop, "21IIIIIWW.WWWC", "nonsense")
    assert shop.work.read(scanning.scale_codes) == ["23IIIIIWW.WWWX"]
