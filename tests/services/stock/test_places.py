"""Warehouses and bins: whose they are, their order, and closing them."""

import pytest

from builders import D
from erp_desktop.core import errors
from erp_desktop.services.stock.bins import (
    MakeBins,
    SaveBin,
    bin_named,
    make_bins,
    put_away,
    save_bin,
)
from erp_desktop.services.stock.places import warehouses
from erp_desktop.services.stock.warehouses import ArrangeWarehouse, arrange_warehouse


def arranged(shop, code, **facts):
    return shop.work.run(arrange_warehouse, ArrangeWarehouse(code, **facts))


def test_a_warehouse_is_made_and_changed_by_its_code(shop):
    first = arranged(shop, "AGENT", name="At Zhou's", usage="consignment",
                     partner_id=shop.customer, rank=5)  # fmt: skip
    assert arranged(shop, "AGENT", name="Zhou's shop") == first
    row = shop.work.read(
        lambda books: books.row(
            "SELECT name, usage, partner_id, rank FROM location WHERE id = ?", (first,)
        )
    )
    assert row == ("Zhou's shop", "consignment", shop.customer, 5)
    arranged(shop, "AGENT", usage="own", partner_id=0)
    assert shop.value_of("SELECT partner_id FROM location WHERE id = ?", first) is None


def test_the_world_outside_is_no_warehouse(shop):
    with pytest.raises(errors.CodeTaken):
        arranged(shop, "~SCRAP", name="Mine")
    with pytest.raises(errors.NotAmong):
        arranged(shop, "X", usage="rented")


def test_a_closed_warehouse_is_offered_no_more(shop):
    arranged(shop, "ATTIC")
    arranged(shop, "ATTIC", active=False)
    assert "ATTIC" not in [place.code for place in shop.work.read(warehouses)]


def test_goods_and_promises_keep_a_warehouse_open(shop):
    arranged(shop, "ATTIC")
    shop.receive("TEA", 3, 10, into="ATTIC")
    with pytest.raises(errors.StillHoldsGoods) as refused:
        arranged(shop, "ATTIC", active=False)
    assert refused.value.facts == {"code": "ATTIC", "count": "1"}
    with pytest.raises(errors.MainWarehouse):
        arranged(shop, "MAIN", active=False)


def test_bins_stand_in_the_order_they_are_walked(shop):
    main = shop.wid("MAIN")
    shop.work.run(make_bins, MakeBins(main, "A-", 9, 11, "Tea"))
    shop.work.run(save_bin, SaveBin(main, "FRONT", rank=0))
    codes = shop.work.read(lambda books: books.rows("SELECT code, zone FROM bin ORDER BY rank"))
    assert codes == [("FRONT", ""), ("A-09", "Tea"), ("A-10", "Tea"), ("A-11", "Tea")]
    assert shop.work.read(bin_named, main, "") is None
    with pytest.raises(errors.UnknownBin):
        shop.work.read(bin_named, main, "Z-1")
    with pytest.raises(errors.NotPositive):
        shop.work.run(make_bins, MakeBins(main, "A-", 5, 4))


def test_a_product_without_a_bin_has_no_proposal(shop):
    assert shop.work.read(put_away, shop.wid("MAIN"), [shop.pid("TEA")]) == {}
    assert D(0) == shop.on_hand()
