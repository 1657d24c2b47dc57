"""Why a cost is what it is: the tree goes down to the receipts, also behind a transfer and behind
what was assembled, and its leaves sum to the figure by every method of costing."""

from collections.abc import Iterator
from decimal import Decimal as D
from pathlib import Path
from random import Random

import pytest

from builders import Shop, day
from erp_desktop.core.errors import RuleBroken
from erp_desktop.reports.why import why
from erp_desktop.reports.why_margin import why_margin
from erp_desktop.reports.why_tree import (
    BESIDE,
    CHANGED,
    COST,
    FROM,
    PART,
    PRICE,
    STATED,
    STAYED,
    UNSHARED,
    WORK,
    Node,
)
from erp_desktop.services.paper import Posted
from shop_proof import assert_why_adds_up, leaves

METHODS = {"TEA": "average", "CUP": "fifo", "BOX": "standard", "PEN": "specific", "SET": "average"}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop.found(tmp_path / "why.shop")
    shop.warehouse("BACK")
    yield shop
    shop.work.close()


def tree(shop: Shop, sku: str) -> Node:
    return shop.work.read(why, sku)


def named(node: Node, label: str) -> list[Node]:
    """The nodes with a label, wherever they stand."""
    return [one for child in node.children for one in named(child, label)] + (
        [node] if node.label == label else []
    )


def test_behind_a_transfer_stands_what_the_other_warehouse_had_paid(shop: Shop) -> None:
    """LEDGER L-32: 4 of 10 go to the other warehouse; freight for them came later."""
    shop.product("TEA")
    receipt = shop.receive("TEA", 10, 10, on=1)
    shop.transfer("TEA", 4, "MAIN", "BACK", on=3)
    shop.landed(receipt, 20, on=5)
    (behind,) = named(tree(shop, "TEA"), FROM)
    assert (behind.facts["warehouse"], behind.quantity, behind.value) == ("MAIN", D(4), D("48.00"))
    assert [one.value for one in named(behind, STATED)] == [D("100.00")]
    assert [one.value for one in named(behind, CHANGED)] == [D("20.00")]
    assert [(one.quantity, one.value) for one in named(behind, STAYED)] == [(D(-6), D("-72.00"))]
    shop.work.read(assert_why_adds_up, ["TEA"])


def test_behind_what_was_assembled_stand_its_parts_and_the_work(shop: Shop) -> None:
    for sku in ("TEA", "CUP", "SET"):
        shop.product(sku)
    tea = shop.receive("TEA", 10, 10, on=1)
    shop.receive("CUP", 6, 5, on=1)
    shop.assemble({"SET": 2}, {"TEA": 4, "CUP": 2}, 6, on=3)
    shop.bill(tea, 11)
    told = tree(shop, "SET")
    assert told.value == D("60.00")  # 4 x 11 + 2 x 5 + 6
    parts = named(told, PART)
    assert [(one.facts["sku"], one.facts["pieces"], one.value) for one in parts] == [
        ("TEA", "4", D("44.00")), ("CUP", "2", D("10.00")),
    ]  # fmt: skip
    assert [one.value for one in named(parts[0], CHANGED)] == [D("10.00")]
    assert [(one.quantity, one.value) for one in named(told, WORK)] == [(D(2), D("6.00"))]
    assert sum(one.value for one in leaves(told)) == told.value
    assert any("4 TEA" in line for line in told.lines())


def test_what_is_taken_apart_says_what_else_came_out(shop: Shop) -> None:
    for sku in ("SET", "TEA", "CUP"):
        shop.product(sku)
    shop.receive("SET", 3, 7, on=1)
    shop.assemble({"TEA": 3, "CUP": 3}, {"SET": 3}, on=3, weights={"TEA": 1, "CUP": 2})
    (beside,) = named(tree(shop, "TEA"), BESIDE)
    assert beside.value == D("-14.00")
    shop.work.read(assert_why_adds_up, ["SET", "TEA", "CUP"])


def test_a_difference_to_the_standard_has_its_own_words(shop: Shop) -> None:
    shop.product("BOX", costing="standard", standard_cost=7)
    shop.receive("BOX", 10, 8, on=1)
    told = tree(shop, "BOX")
    assert told.value == D("70.00")
    assert [one.value for one in named(told, PRICE)] == [D("-10.00")]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seed", [*range(6), 108])  # 108: a reversal behind two assemblies
def test_on_any_story_the_leaves_sum_to_the_figure(tmp_path: Path, seed: int, whole: bool) -> None:
    shop = Shop.found(tmp_path / "any.shop", valuation="shop" if whole else "warehouse")
    shop.warehouse("BACK")
    for sku, method in METHODS.items():
        facts = {"standard_cost": 7} if method == "standard" else {}
        shop.product(sku, negative="allow", costing=method, **facts)
    dice = Random(seed)
    for minute in range(60):
        try:
            _something(shop, dice, minute)
        except RuleBroken:
            continue  # a rule said no: the story goes on
    shop.work.read(assert_why_adds_up, METHODS)
    assert shop.account("production") == 0  # all that went in was shared out
    assert [named(tree(shop, sku), UNSHARED) for sku in METHODS] == [[]] * len(METHODS)
    shop.work.close()


def _something(shop: Shop, dice: Random, minute: int) -> None:
    sku, pieces = dice.choice(list(METHODS)), D(dice.randint(1, 30)) / dice.choice((1, 1, 4))
    moment, price = day(dice.randint(2, 28), 8) + minute, D(dice.randint(0, 3000)) / 100
    lot = {"lot": dice.choice("AB")} if sku == "PEN" else {}
    deed = dice.choice(["in", "in", "in", "out", "move", "move", "make", "count", "bill", "undo"])
    known = shop.__dict__.setdefault("receipts", [])
    if deed == "in":
        place = dice.choice(("MAIN", "BACK"))
        known.append((shop.receive(sku, pieces, price, when=moment, into=place, **lot), sku))
    elif deed == "out":
        shop.sell(sku, pieces, 30, when=moment, **lot)
    elif deed == "move" and sku != "PEN":
        ends = ("MAIN", "BACK") if dice.random() < 0.5 else ("BACK", "MAIN")
        shop.transfer(sku, pieces, *ends, on=dice.randint(2, 28))
    elif deed == "make":
        parts, made = {"CUP": pieces, "TEA": 2}, {"SET": 3}
        ends = (made, parts) if dice.random() < 0.6 else (parts, made)
        shop.assemble(*ends, price, when=moment, weights={"CUP": 2, "TEA": 3})
    elif deed == "count" and sku != "PEN":
        shop.count(sku, dice.randint(0, 20), when=moment)
    elif known and deed == "bill":
        receipt, of = dice.choice(known)
        shop.bill(receipt, price, of)
    elif known and deed == "undo":
        shop.reverse(dice.choice(known)[0])


def margin(shop: Shop, document: Posted) -> Node:
    return shop.work.read(why_margin, document.id)


def test_behind_a_sale_stands_what_its_goods_cost_and_what_changed_it(shop: Shop) -> None:
    """4 of 10 are sold at 25; freight for all ten comes later: 12.00 each."""
    shop.product("TEA")
    receipt = shop.receive("TEA", 10, 10, on=1)
    sold = shop.sell("TEA", 4, 25, on=3)
    shop.landed(receipt, 20, on=5)
    told = margin(shop, sold)
    assert told.value == D("52.00")  # 4 x 25 - 4 x 12
    (cost,) = named(told, COST)
    assert cost.value == -shop.cost_of(sold) == D("-48.00")
    assert [one.value for one in named(cost, CHANGED)] == [D("-20.00")]
    assert sum(one.value for one in leaves(told)) == told.value
    back = shop.take_back(sold, "TEA", 1, on=6)
    assert margin(shop, back).value == D("-13.00")


@pytest.mark.parametrize("seed", range(4))
def test_every_sale_of_a_random_story_adds_up(tmp_path: Path, seed: int) -> None:
    chance, sold = Random(seed), []
    shop = Shop.found(tmp_path / f"{seed}.shop")
    for sku, method in METHODS.items():
        standard = {"standard_cost": 7} if method == "standard" else {}
        shop.product(sku, costing=method, negative="allow", **standard)
    for on in range(2, 40):
        sku, pieces = chance.choice([*METHODS]), chance.randint(1, 9)
        if chance.random() < 0.5:
            received = shop.receive(sku, pieces + 4, D(chance.randint(1, 999)) / 100, on=on)
            if chance.random() < 0.4:
                shop.landed(received, D(chance.randint(1, 500)) / 100, on=on)
        else:
            sold.append(shop.sell(sku, pieces, 30, on=on))
    for sale in sold:
        told = margin(shop, sale)
        (cost,) = named(told, COST)
        assert cost.value == -shop.cost_of(sale)
        assert sum(one.value for one in leaves(told)) == told.value
    shop.work.close()
