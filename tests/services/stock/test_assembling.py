"""Parts become a product: its cost is what went in, also when that is known late (L-10, L-57)."""

from decimal import Decimal as D

import pytest

from builders import Shop
from erp_desktop.core import errors


@pytest.fixture
def workshop(shop: Shop) -> Shop:
    for sku in ("CUP", "BOX", "SET", "GIFT"):
        shop.product(sku)
    shop.receive("CUP", 10, 3, on=1)
    shop.receive("BOX", 10, 1, on=1)
    return shop


def test_a_set_is_worth_its_parts_and_the_work(workshop: Shop) -> None:
    workshop.assemble({"SET": 2}, {"CUP": 8, "BOX": 2}, work="1.50")
    assert workshop.stock_value("SET") == D("27.50")
    assert workshop.stock_value("CUP") == D("6.00")
    assert workshop.account("production") == D(0)
    assert workshop.account("assembly_work") == D("-1.50")


def test_what_the_parts_cost_later_reaches_what_was_made_of_them(workshop: Shop) -> None:
    """A bill for the cups changes the set, what the set went into, and what of it was sold."""
    cups = workshop.receive("CUP", 10, 3, on=2)
    workshop.assemble({"SET": 4}, {"CUP": 20, "BOX": 4}, on=4)
    workshop.assemble({"GIFT": 2}, {"SET": 2, "BOX": 2}, on=5)
    sold = workshop.sell("GIFT", 1, on=6)
    assert workshop.cost_of(sold) == D("17.00")
    workshop.bill(cups, 4, "CUP")  # 10.00 more over twenty cups, four sets, two gifts
    assert workshop.stock_value("SET") == D("37.00")
    assert workshop.cost_of(sold) == D("19.50")
    assert workshop.stock_value("GIFT") == D("19.50")
    assert workshop.account("production") == D(0)


def test_taking_apart_shares_the_value_by_weight_to_the_cent(workshop: Shop) -> None:
    workshop.assemble({"SET": 1}, {"CUP": 3, "BOX": 1}, on=4)
    workshop.assemble({"CUP": 3, "BOX": 1}, {"SET": 1}, on=5, weights={"CUP": "2.33", "BOX": 1})
    assert workshop.stock_value("SET") == D(0)
    assert workshop.stock_value("CUP") + workshop.stock_value("BOX") == D("40.00")


def test_l10_an_opened_pack_carries_its_value_exactly(shop: Shop) -> None:
    shop.product("PACK")
    shop.receive("PACK", 2, "13.99", on=1)
    shop.assemble({"TEA": 12}, {"PACK": 1}, on=2)
    assert (shop.on_hand("TEA"), shop.stock_value("TEA")) == (D(12), D("13.99"))
    shop.assemble({"TEA": 12}, {"PACK": 1}, on=3)
    assert (shop.on_hand("TEA"), shop.stock_value("TEA")) == (D(24), D("27.98"))


def test_a_round_of_assembling_and_taking_apart_comes_to_an_end(workshop: Shop) -> None:
    workshop.assemble({"SET": 1}, {"CUP": 4, "BOX": 1}, on=4)
    workshop.assemble({"CUP": 4, "BOX": 1}, {"SET": 1}, on=5)
    workshop.assemble({"SET": 2}, {"CUP": 8, "BOX": 2}, on=6)
    workshop.receive("CUP", 5, 9, on=2)
    total = sum(workshop.stock_value(sku) for sku in ("CUP", "BOX", "SET"))
    assert total == D("85.00")


def test_a_reversed_assembly_gives_everything_back(workshop: Shop) -> None:
    made = workshop.assemble({"SET": 2}, {"CUP": 8, "BOX": 2}, work=3, on=4)
    workshop.reverse(made)
    assert workshop.stock_value("CUP") == D("30.00")
    assert (workshop.on_hand("SET"), workshop.stock_value("SET")) == (D(0), D(0))
    assert workshop.account("assembly_work") == D(0)


def test_refusals(workshop: Shop) -> None:
    with pytest.raises(errors.BothSides):
        workshop.assemble({"CUP": 1}, {"CUP": 1})
    with pytest.raises(errors.NotEnoughStock):
        workshop.assemble({"SET": 1}, {"CUP": 11})
    with pytest.raises(errors.NothingToPost):
        workshop.assemble({}, {"CUP": 1})
