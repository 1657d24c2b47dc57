"""Lots, serial numbers and expiry, told as a shop's day (LEDGER L-18, L-55, L-56)."""

from decimal import Decimal as D

import pytest

from builders import Shop
from erp_desktop.core import errors
from erp_desktop.services.sales.return_rules import Came


def lots(shop: Shop, sku: str = "TEA") -> dict[str, D]:
    rows = shop.work.read(
        lambda books: books.rows(
            "SELECT l.code, SUM(d.on_hand) FROM stock_detail d JOIN lot l ON l.id = d.lot_id "
            "JOIN product p ON p.id = d.product_id WHERE p.sku = ? GROUP BY l.code "
            "HAVING SUM(d.on_hand) <> 0 ORDER BY l.code",
            (sku,),
        )
    )
    return {code: D(int(quantity)) / 1_000_000 for code, quantity in rows}


# -- expiry ------------------------------------------------------------------------------------


def test_l55_the_earliest_expiry_goes_first_no_date_last(shop: Shop) -> None:
    shop.receive("TEA", 2, 10, on=1, lot="NODATE")
    shop.receive("TEA", 2, 10, on=2, lot="OCT30", expires_on=20261030)
    shop.receive("TEA", 2, 10, on=3, lot="OCT29", expires_on=20261029)
    shop.receive("TEA", 2, 10, on=4, lot="NEWER", expires_on=20261030)
    order = []
    for number in range(8):
        before = lots(shop)
        shop.sell("TEA", 1, on=6 + number)
        after = lots(shop)
        order += [code for code in before if before[code] != after.get(code, D(0))]
    assert order == ["OCT29"] * 2 + ["OCT30"] * 2 + ["NEWER"] * 2 + ["NODATE"] * 2


def test_what_comes_back_to_scrap_is_of_the_lot_that_came(shop: Shop) -> None:
    """The first to expire stays on its shelf: it is not what the customer brought."""
    shop.receive("TEA", 5, 10, on=1, lot="SOON", expires_on=20261030)
    shop.receive("TEA", 5, 10, on=2, lot="LATER", expires_on=20261130)
    sale = shop.sell("TEA", 2, on=3, lot="LATER")
    shop.take_back(sale, "TEA", 1, on=4, came=[Came(went_to="scrap")])
    assert lots(shop) == {"SOON": D(5), "LATER": D(3)}


def test_l55_expired_goods_are_refused_without_permission(shop: Shop) -> None:
    shop.receive("TEA", 2, 10, on=1, lot="OLD", expires_on=20260105)
    shop.receive("TEA", 2, 10, on=2, lot="NEW", expires_on=20261231)
    shop.sell("TEA", 2, on=10)
    assert lots(shop) == {"OLD": D(2)}  # what is expired was passed over
    with pytest.raises(errors.LotExpired) as refused:
        shop.sell("TEA", 1, on=10)
    assert refused.value.facts["lot"] == "OLD"
    shop.sell("TEA", 1, on=10, allow_expired=True)
    shop.write_off("TEA", 1, "expired", on=11)
    assert lots(shop) == {}


def test_a_named_lot_is_what_leaves_and_has_never_less_than_nothing(shop: Shop) -> None:
    shop.product("TEA", negative="allow")
    shop.receive("TEA", 2, 10, on=1, lot="A")
    shop.receive("TEA", 2, 10, on=2, lot="B")
    shop.sell("TEA", 2, on=3, lot="B")
    assert lots(shop) == {"A": D(2)}
    with pytest.raises(errors.LotShort):
        shop.sell("TEA", 1, on=4, lot="B")
    with pytest.raises(errors.LotShort):  # on its day there was enough, later there is not
        shop.sell("TEA", 1, on=2, lot="B")
    with pytest.raises(errors.UnknownLot):
        shop.sell("TEA", 1, on=4, lot="C")


def test_a_blocked_lot_is_not_sold(shop: Shop) -> None:
    shop.receive("TEA", 2, 10, on=1, lot="A")
    shop.work.run(lambda books: books.run("UPDATE lot SET blocked = 'recall' WHERE code = 'A'"))
    with pytest.raises(errors.LotBlocked):
        shop.sell("TEA", 1, on=3)
    with pytest.raises(errors.LotBlocked):
        shop.sell("TEA", 1, on=3, lot="A")
    shop.write_off("TEA", 2, on=4)


def test_a_transfer_and_a_return_keep_the_lots(shop: Shop) -> None:
    shop.warehouse("BACK")
    shop.receive("TEA", 2, 10, on=1, lot="A", expires_on=20261029)
    shop.receive("TEA", 2, 10, on=2, lot="B", expires_on=20261030)
    shop.transfer("TEA", 3, "MAIN", "BACK", on=3)
    sold = shop.sell("TEA", 3, on=4, at="BACK")
    assert lots(shop) == {"B": D(1)}
    shop.take_back(sold, "TEA", 2, on=5)
    assert lots(shop) == {"A": D(1), "B": D(2)}  # the last taken came back first


def test_l24_the_count_of_a_lot_still_ends_at_what_was_counted(shop: Shop) -> None:
    shop.receive("TEA", 5, 10, on=1, lot="A")
    shop.receive("TEA", 5, 10, on=2, lot="B")
    shop.count("TEA", 3, on=10, lot="A")
    assert (shop.on_hand(), lots(shop)) == (D(8), {"A": D(3), "B": D(5)})
    shop.receive("TEA", 4, 10, on=3, lot="A")
    assert (shop.on_hand(), lots(shop)) == (D(8), {"A": D(3), "B": D(5)})


# -- specific cost -----------------------------------------------------------------------------


def test_each_lot_keeps_its_own_cost(shop: Shop) -> None:
    shop.product("CUP", costing="specific")
    shop.receive("CUP", 2, 10, on=1, lot="A")
    shop.receive("CUP", 2, 20, on=2, lot="B")
    assert shop.cost_of(shop.sell("CUP", 1, on=3, lot="B")) == D("20.00")
    assert shop.cost_of(shop.sell("CUP", 2, on=4, lot="A")) == D("20.00")
    assert shop.stock_value("CUP") == D("20.00")


def test_a_count_of_the_whole_product_leaves_no_value_behind(shop: Shop) -> None:
    """Counted to nothing before a lot was found to have come earlier: nothing is worth nothing."""
    shop.product("CUP", costing="specific", negative="allow")
    shop.count("CUP", 0, on=24)
    shop.count("CUP", 1, on=2)
    shop.receive("CUP", 1, "0.01", on=3, lot="A")
    assert (shop.on_hand("CUP"), shop.stock_value("CUP")) == (D(0), D(0))


def test_l56_one_lot_pools_what_came_in_and_ends_with_nothing(shop: Shop) -> None:
    shop.product("CUP", costing="specific")
    first = shop.receive("CUP", 100, 1000, on=1, lot="L")
    shop.receive("CUP", 100, 400, on=2, lot="L")
    sold = shop.sell("CUP", 100, on=3, lot="L")
    assert shop.cost_of(sold) == D("70000.00")
    shop.send_back(first, "CUP", 100, credit=100_000, on=4)
    assert (shop.on_hand("CUP"), shop.stock_value("CUP")) == (D(0), D(0))
    assert shop.account("price_difference") == D("-30000.00")


def test_a_bill_for_a_line_of_several_serials_is_shared_over_them(shop: Shop) -> None:
    shop.product("PHONE", costing="specific", track="serial")
    receipt = shop.receive("PHONE", 3, 100, on=1, serials=["S1", "S2", "S3"])
    sold = shop.sell("PHONE", 1, on=2, serials=["S2"])
    shop.bill(receipt, 110, "PHONE")
    assert shop.cost_of(sold) == D("110.00")
    assert shop.stock_value("PHONE") == D("220.00")


# -- serial numbers ----------------------------------------------------------------------------


@pytest.fixture
def phones(shop: Shop) -> Shop:
    shop.product("PHONE", costing="specific")
    shop.receive("PHONE", 1, 800, on=1, serials=["S1"])
    shop.receive("PHONE", 1, 900, on=2, serials=["S2"])
    return shop


def test_l18_sold_returned_and_sold_again_at_its_own_cost(phones: Shop) -> None:
    sold = phones.sell("PHONE", 1, on=3, serials=["S1"])
    assert phones.cost_of(sold) == D("800.00")
    back = phones.take_back(sold, "PHONE", 1, on=4, serials=["S1"])
    assert phones.cost_of(back) == D("800.00")
    again = phones.sell("PHONE", 1, on=5, serials=["S1"])
    assert phones.cost_of(again) == D("800.00")


def test_l18_not_sold_twice_nor_returned_twice_nor_without_its_number(phones: Shop) -> None:
    sold = phones.sell("PHONE", 1, on=3, serials=["S1"])
    with pytest.raises(errors.LotShort):
        phones.sell("PHONE", 1, on=4, serials=["S1"])
    with pytest.raises(errors.LotNeeded):
        phones.take_back(sold, "PHONE", 1, on=4)
    with pytest.raises(errors.UnknownLot):  # not what that sale was
        phones.take_back(sold, "PHONE", 1, on=4, serials=["S2"])
    with pytest.raises(errors.UnknownLot):  # a return makes no new serial number
        phones.take_back(None, "PHONE", 1, on=4, serials=["S9"])
    phones.take_back(sold, "PHONE", 1, on=4, serials=["S1"])
    with pytest.raises(errors.MoreThanSold):
        phones.take_back(sold, "PHONE", 1, on=5, serials=["S1"])


def test_a_serial_number_is_one_piece_and_here_once(phones: Shop) -> None:
    with pytest.raises(errors.SerialTwice):
        phones.receive("PHONE", 1, 800, on=3, serials=["S1"])
    with pytest.raises(errors.SerialNotOne):
        phones.receive("PHONE", 2, 800, on=3, serials=["S3"])
    with pytest.raises(errors.LotNeeded):
        phones.sell("PHONE", 1, on=3)
    with pytest.raises(errors.LotNeeded):
        phones.receive("PHONE", 1, 800, on=3)
