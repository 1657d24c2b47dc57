"""Two products that are one, and a product counted in another unit: nothing is lost (L-57)."""

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.catalogue.merging import (
    ChangeUnit,
    MergeProducts,
    change_unit,
    merge_products,
)
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.catalogue.search import find_products
from erp_desktop.services.catalogue.units import SaveUnit, units_of


@pytest.fixture
def double(shop: Shop) -> Shop:
    """TEA was entered a second time as CHA; both lie in two warehouses."""
    shop.product("TEA", name="Green tea", barcodes=["6901"], unit="pcs")
    shop.product("CHA", name="Cha", barcodes=["6902"], units=[SaveUnit("case", D(12))])
    shop.warehouse("BACK")
    shop.receive("TEA", 8, at=10)
    shop.receive("CHA", 7, at="3.33", on=2)
    shop.receive("CHA", 2, at=5, on=2, into="BACK")
    shop.sell("CHA", 1, 20, on=3)
    return shop


def merge(shop: Shop, sku: str, into: str, **facts: object) -> None:
    facts.setdefault("at", day(20))
    command = MergeProducts(shop.pid(sku), shop.pid(into), **facts)  # type: ignore[arg-type]
    shop.work.run(merge_products, command)


def test_merging_keeps_quantity_and_value_in_every_warehouse(double: Shop) -> None:
    worth = double.stock_value("TEA") + double.stock_value("CHA")
    merge(double, "CHA", "TEA")
    assert (double.on_hand("TEA", "MAIN"), double.on_hand("TEA", "BACK")) == (14, 2)
    assert double.on_hand("CHA") == 0
    assert double.stock_value("CHA") == 0
    assert double.stock_value("TEA") == worth


def test_who_looks_for_the_old_one_finds_the_new_one(double: Shop) -> None:
    merge(double, "CHA", "TEA")
    for code in ("CHA", "6902", "6901", "TEA"):
        found = double.work.read(by_code, code)
        assert found is not None
        assert found.product.sku == "TEA"
    assert [hit.sku for hit in double.work.read(find_products, "cha")] == ["TEA"]


def test_kits_are_made_of_the_new_one(double: Shop) -> None:
    double.product("GIFT", kind="kit", parts=[SavePart("CHA", D(2))])
    merge(double, "CHA", "TEA")
    double.sell("GIFT", 1, 30, on=25)
    assert double.on_hand("TEA", "MAIN") == 12


def test_its_units_come_along(double: Shop) -> None:
    merge(double, "CHA", "TEA")
    known = double.work.read(units_of, [double.pid("TEA")])
    assert known[double.pid("TEA")]["case"].factor == 12_000_000


def test_a_late_bill_for_the_old_one_reaches_the_new_one(double: Shop) -> None:
    got = double.receive("CHA", 10, at=2, on=4)
    merge(double, "CHA", "TEA")
    before = double.stock_value("TEA")
    double.bill(got, "3.00", "CHA", on=27)
    assert double.stock_value("CHA") == 0
    assert double.stock_value("TEA") + double.cost_of_sales() > before


def test_an_open_order_stands_in_the_way(double: Shop) -> None:
    ordered = double.sales_order("CHA", 1)
    with pytest.raises(errors.InUse, match=ordered.number):
        merge(double, "CHA", "TEA")
    double.close_order(ordered)
    merge(double, "CHA", "TEA")


def test_a_product_is_not_merged_into_itself_nor_into_a_service(double: Shop) -> None:
    with pytest.raises(errors.SameProduct):
        merge(double, "TEA", "TEA")
    double.product("WRAP", kind="service")
    with pytest.raises(errors.NotStocked):
        merge(double, "TEA", "WRAP")
    with pytest.raises(errors.NotPositive):
        merge(double, "CHA", "TEA", factor=D(0))


def test_a_dozen_becomes_twelve_pieces(shop: Shop) -> None:
    """Stocked in dozens until now; from now on singly, with quantity, value and history kept."""
    shop.product("EGG", unit="dozen", price=12, barcodes=["690"], minimum=2,
                 units=[SaveUnit("tray", D("2.5"))])  # fmt: skip
    shop.receive("EGG", 3, at="4.99")
    old = shop.pid("EGG")
    shop.work.run(change_unit, ChangeUnit(old, "pcs", D(12), day(20)))
    egg = shop.work.read(by_sku, "EGG")
    assert (egg.unit, egg.price) == ("pcs", 1_000_000)
    assert (shop.on_hand("EGG"), shop.stock_value("EGG")) == (36, D("14.97"))
    known = shop.work.read(units_of, [egg.id])[egg.id]
    assert (known["dozen"].factor, known["dozen"].price) == (12_000_000, 12_000_000)
    assert known["tray"].factor == 30_000_000
    scanned = shop.work.read(by_code, "690")
    assert scanned is not None
    assert (scanned.product.id, scanned.unit, scanned.quantity) == (egg.id, "dozen", 12_000_000)
    shop.sell("EGG", 1, 1, on=25)
    assert shop.on_hand("EGG") == 35
    assert shop.value_of("SELECT count(*) FROM stock_move WHERE product_id = ?", old) == 2


def test_a_product_that_never_moved_is_simply_counted_anew(shop: Shop) -> None:
    shop.product("EGG", unit="dozen", price=12, minimum=2)
    shop.work.run(change_unit, ChangeUnit(shop.pid("EGG"), "pcs", D(12)))
    assert shop.value_of("SELECT count(*) FROM product WHERE sku LIKE 'EGG%'") == 1
    assert shop.value_of("SELECT minimum FROM product WHERE sku = 'EGG'") == 24_000_000


@pytest.mark.parametrize(
    ("unit", "factor", "refusal"),
    [("", D(12), errors.Missing), ("pcs", D(12), errors.UnitTwice),
     ("g", D(0), errors.NotPositive)],
)  # fmt: skip
def test_a_unit_that_makes_no_sense_is_refused(
    double: Shop, unit: str, factor: object, refusal: type[errors.RuleBroken]
) -> None:
    command = ChangeUnit(double.pid("TEA"), unit, factor)  # type: ignore[arg-type]
    with pytest.raises(refusal):
        double.work.run(change_unit, command)
