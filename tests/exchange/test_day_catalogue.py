"""Day files speak of cases, kits, variants, assemblies, merging and smaller units."""

import pytest

from builders import D, Shop
from erp_desktop.exchange.day_file import VERBS
from erp_desktop.services.records import record
from exchange.test_day_file import Desk


@pytest.fixture
def desk(tmp_path):
    made = Desk(Shop.found(tmp_path / "day.shop", tax=D(13)))
    yield made
    made.shop.work.close()


def test_a_case_at_13_99_is_received_to_the_cent(desk):
    desk.send(
        {
            "do": "product",
            "sku": "TEA",
            "unit": "pcs",
            "units": [{"unit": "case", "holds": "12", "price": "30.00", "barcodes": ["169"]}],
        }
    )
    got = desk.do(
        "receive",
        supplier="ACME",
        lines=[{"sku": "TEA", "qty": "2", "unit": "case", "unit_cost": "13.99"}],
    )
    assert got["moves"] == [{"sku": "TEA", "warehouse": "MAIN", "qty": "24", "value": "27.98"}]
    sold = desk.do("sale", lines=[{"sku": "TEA", "qty": "1", "unit": "case"}])
    line = desk.shop.work.read(
        record, desk.shop.value_of("SELECT id FROM document WHERE number = ?", sold["number"])
    ).lines[0]
    assert (line.unit, line.factor, line.unit_price) == ("case", 12_000_000, 30_000_000)


def test_opening_stock_in_cases_keeps_its_value(desk):
    desk.send(
        {"do": "product", "sku": "TEA", "unit": "pcs", "units": [{"unit": "dozen", "holds": "12"}]}
    )
    desk.do("opening", lines=[{"sku": "TEA", "qty": "7000", "unit": "dozen", "unit_cost": "13.99"}])
    assert desk.shop.stock_value("TEA") == D("97930.00")


def test_a_kit_leaves_by_its_parts(desk):
    desk.send(
        {
            "do": "product",
            "sku": "BOX",
            "kind": "kit",
            "price": "40.00",
            "parts": [{"sku": "TEA", "qty": "2"}, {"sku": "CUP", "qty": "1"}],
        }
    )
    for sku in ("TEA", "CUP"):
        desk.do("receive", supplier="ACME", lines=[{"sku": sku, "qty": "5", "unit_cost": "3"}])
    sold = desk.do("sale", lines=[{"sku": "BOX", "qty": "2"}])
    assert {move["sku"]: move["qty"] for move in sold["moves"]} == {"TEA": "-4", "CUP": "-2"}


def test_variants_are_made_and_sold(desk):
    desk.send({"do": "product", "sku": "SHIRT", "price": "20"})
    desk.send(
        {
            "do": "variants",
            "sku": "SHIRT",
            "axes": [
                {"name": "Size", "choices": ["S", "M"]},
                {"name": "Colour", "choices": ["Red"]},
            ],
        }
    )
    desk.do(
        "receive", supplier="ACME", lines=[{"sku": "SHIRT-M-Red", "qty": "2", "unit_cost": "8"}]
    )
    refused = desk.do("sale", lines=[{"sku": "SHIRT", "qty": "1"}])
    assert refused["error"] == "TemplateOnly"


def test_assembling_by_the_recipe_with_work_and_taking_apart_again(desk):
    desk.send(
        {
            "do": "product",
            "sku": "SET",
            "parts": [{"sku": "TEA", "qty": "2"}, {"sku": "CUP", "qty": "1"}],
        }
    )
    desk.do(
        "receive",
        supplier="ACME",
        lines=[
            {"sku": "TEA", "qty": "10", "unit_cost": "3"},
            {"sku": "CUP", "qty": "5", "unit_cost": "1"},
        ],
    )
    made = desk.do("assemble", made=[{"sku": "SET", "qty": "3"}], work="4.50")
    assert {move["sku"]: move["value"] for move in made["moves"]} == {
        "TEA": "-18.00",
        "CUP": "-3.00",
        "SET": "25.50",
    }
    back = desk.do(
        "take_apart",
        used=[{"sku": "SET", "qty": "1"}],
        made=[
            {"sku": "TEA", "qty": "2", "weight": "3"},
            {"sku": "CUP", "qty": "1", "weight": "1"},
        ],
    )
    assert sum(D(move["value"]) for move in back["moves"]) == 0


def test_a_pack_is_opened_into_pieces_of_another_product(desk):
    """LEDGER L-10: twelve pieces carry 13.99 exactly."""
    desk.send({"do": "product", "sku": "PACK", "parts": [{"sku": "TEA", "qty": "12"}]})
    desk.do("receive", supplier="ACME", lines=[{"sku": "PACK", "qty": "2", "unit_cost": "13.99"}])
    opened = desk.do("take_apart", used=[{"sku": "PACK", "qty": "1"}])
    assert {m["sku"]: (m["qty"], m["value"]) for m in opened["moves"]} == {
        "PACK": ("-1", "-13.99"),
        "TEA": ("12", "13.99"),
    }


def test_duplicates_are_merged_and_dozens_become_pieces(desk):
    desk.do(
        "receive",
        supplier="ACME",
        lines=[
            {"sku": "TEA", "qty": "2", "unit_cost": "12"},
            {"sku": "CUP", "qty": "1", "unit_cost": "5"},
        ],
    )
    desk.send({"do": "merge_products", "sku": "CUP", "into": "TEA"})
    assert (desk.shop.on_hand("TEA"), desk.shop.stock_value("TEA")) == (3, 29)
    desk.send({"do": "change_unit", "sku": "TEA", "unit": "single", "holds": "12"})
    assert (desk.shop.on_hand("TEA"), desk.shop.stock_value("TEA")) == (36, 29)


def test_every_verb_of_the_catalogue_is_in_the_contract():
    assert {"assemble", "take_apart", "variants", "merge_products", "change_unit"} <= set(VERBS)
