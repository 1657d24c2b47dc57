"""Day files for places: warehouses of every kind, bins, goods that travel and arrive short."""

from decimal import Decimal

import pytest

from builders import Shop
from day_lines import send
from shop_proof import assert_books_are_exact

START = [
    {"do": "product", "sku": "TEA", "price": "28.00"},
    {"do": "supplier", "code": "ACME", "name": "Acme"},
    {"do": "warehouse", "code": "B", "name": "Agent", "usage": "third_party", "rank": 2},
    {"do": "bin", "warehouse": "B", "code": "B-01", "zone": "Front"},
    {"do": "receive", "id": "R1", "at": "2026-01-02T09:00", "supplier": "ACME",
     "lines": [{"sku": "TEA", "qty": "10", "unit_cost": "10"}]},
    {"do": "transfer", "id": "X1", "at": "2026-01-03T09:00", "from": "MAIN", "to": "B",
     "travels": True, "lines": [{"sku": "TEA", "qty": "4"}]},
]  # fmt: skip


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "places.shop")
    assert [one["posted"] for one in send(shop, *START)] == [True] * len(START)
    yield shop
    shop.work.read(assert_books_are_exact)
    shop.work.close()


def arrive(shop, sender, **said):
    said = {"do": "transfer_in", "id": sender, "of": "X1", "at": "2026-01-04T09:00"} | said
    return send(shop, said)[0]


def test_goods_travel_and_arrive_short(shop):
    lines = [{"sku": "TEA", "qty": "3", "missing": "1", "bin": "B-01"}]
    answer = arrive(shop, "X2", reason="broken", lines=lines)
    assert answer["posted"], answer
    assert shop.on_hand("TEA", "B") == Decimal(3)
    assert shop.account("write_offs") == Decimal(10)
    assert arrive(shop, "X2")["number"] == answer["number"]


def test_without_lines_all_of_it_arrives(shop):
    moves = arrive(shop, "X2")["moves"]
    assert [(one["warehouse"], one["qty"], one["value"]) for one in moves][1:] == [
        ("B", "4", "40.00")
    ]


def test_more_than_was_sent_is_refused(shop):
    answer = arrive(shop, "X2", lines=[{"sku": "TEA", "qty": "5"}])
    assert (answer["error"], answer["facts"]["outstanding"]) == ("MoreThanSent", "4")


def test_an_unknown_bin_and_a_missing_reason_are_refused(shop):
    answer = arrive(shop, "X2", lines=[{"sku": "TEA", "qty": "4", "bin": "Z"}])
    assert answer["error"] == "UnknownBin"
    answer = arrive(shop, "X2", lines=[{"sku": "TEA", "qty": "3", "missing": "1"}])
    assert answer["error"] == "Missing"


def test_what_came_back_goes_to_repair_and_back_to_stock(shop):
    sale = {"do": "sale", "id": "T1", "at": "2026-01-05T09:00", "warehouse": "MAIN",
            "lines": [{"sku": "TEA", "qty": "2", "price": "28"}],
            "payments": [{"method": "cash", "amount": "56"}]}  # fmt: skip
    back = {"do": "customer_return", "id": "C1", "of": "T1", "at": "2026-01-06T09:00",
            "lines": [{"sku": "TEA", "qty": "2"}], "reason": "leaks", "goes": "repair"}  # fmt: skip
    lines = [{"sku": "TEA", "qty": "1"}]
    home = {"do": "repaired", "id": "P1", "at": "2026-01-07T09:00", "lines": lines}
    gone = {"do": "repaired", "id": "P2", "at": "2026-01-08T09:00", "lines": lines, "goes": "scrap"}
    more = {"do": "repaired", "id": "P3", "at": "2026-01-09T09:00", "lines": lines}
    answers = send(shop, sale, back, home, gone, more)
    assert [one["posted"] for one in answers] == [True] * 4 + [False]
    assert answers[-1]["error"] == "NotEnoughStock"
    assert (shop.on_hand("TEA", "MAIN"), shop.on_hand("TEA", "REPAIR")) == (5, 0)
    assert shop.account("write_offs") == Decimal(10)


def test_one_bin_is_counted_and_the_others_stay(shop):
    lines = [{"sku": "TEA", "qty": "4", "bin": "B-01"}]
    assert arrive(shop, "X2", lines=lines)["posted"]
    send(shop, {"do": "bin", "warehouse": "B", "code": "B-02"})
    inside = {"do": "transfer", "id": "X3", "at": "2026-01-05T09:00", "from": "B", "to": "B",
              "lines": [{"sku": "TEA", "qty": "1", "bin": "B-01", "to_bin": "B-02"}]}  # fmt: skip
    count = {"do": "count", "id": "K1", "at": "2026-01-06T09:00", "warehouse": "B",
             "lines": [{"sku": "TEA", "counted": "2", "bin": "B-01"}]}  # fmt: skip
    assert [one["posted"] for one in send(shop, inside, count)] == [True, True]
    assert shop.on_hand("TEA", "B") == Decimal(3)


BINNED = [
    {"do": "bin", "warehouse": "MAIN", "code": "A-01"},
    {"do": "receive", "id": "R2", "at": "2026-01-02T10:00", "supplier": "ACME",
     "lines": [{"sku": "TEA", "qty": "12", "unit_cost": "10", "bin": "A-01"}]},
]  # fmt: skip


def test_what_lies_in_no_bin_can_be_counted_alone(shop):
    """Six lie in no bin, twelve in A-01: four of the six are found, the bin stays as it is."""
    send(shop, *BINNED)
    counted = {"do": "count", "id": "K1", "at": "2026-01-05T09:00", "warehouse": "MAIN",
               "lines": [{"sku": "TEA", "counted": "4", "bin": "-"}]}  # fmt: skip
    (answer,) = send(shop, counted)
    assert [(one["qty"], one["value"]) for one in answer["moves"]] == [("-2", "-20.00")]
    assert shop.on_hand("TEA", "MAIN") == Decimal(16)
    lying = shop.value_of("SELECT on_hand FROM stock_detail WHERE bin_id <> 0")
    assert lying == 12_000_000
    assert send(shop, counted)[0]["number"] == answer["number"]


def test_the_sign_for_no_bin_is_a_bin_of_no_other_paper(shop):
    send(shop, *BINNED)
    gone = {"do": "write_off", "id": "W1", "at": "2026-01-05T09:00", "warehouse": "MAIN",
            "reason": "broken", "lines": [{"sku": "TEA", "qty": "1", "bin": "-"}]}  # fmt: skip
    assert send(shop, gone)[0]["error"] == "UnknownBin"
