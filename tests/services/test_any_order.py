"""L-3: the same documents, typed in any order, give the same books.

A month of papers with business times of their own is typed in once as drawn up, and then again in
another order; balances, and the cost of every single paper, must come out equal to the cent.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import D, Shop, day
from erp_desktop.reports.integrity import verify
from erp_desktop.services.paper import Posted
from shop_proof import assert_books_are_exact


@dataclass(frozen=True)
class Paper:
    """Something to type in, and the paper it answers."""

    name: str
    type_in: Callable[..., Posted]
    answers: str | None = None


def receive(shop: Shop, qty: int, cost: str, when: int, place: str) -> Posted:
    return shop.receive("TEA", qty, cost, when=when, into=place)


def sell(shop: Shop, qty: int, when: int, place: str) -> Posted:
    return shop.sell("TEA", qty, when=when, at=place)


def move(shop: Shop, qty: int, when: int) -> Posted:
    return shop.transfer("TEA", qty, "MAIN", "BACK", when=when)


def found(shop: Shop, qty: int, when: int) -> Posted:
    return shop.count("TEA", qty, when=when)


def make_sets(shop: Shop, qty: int, when: int) -> Posted:
    return shop.assemble({"SET": 1}, {"TEA": qty}, "0.55", when=when)


def bill(shop: Shop, receipt: Posted, cost: str) -> Posted:
    return shop.bill(receipt, cost)


def bring_back(shop: Shop, sale: Posted, when: int, place: str) -> Posted:
    return shop.take_back(sale, "TEA", 1, when=when, into=place)


def a_month(seed: int) -> list[Paper]:
    chance = random.Random(seed)
    papers: list[Paper] = []
    for n in range(14):
        when, place = day(chance.randint(1, 25), 8) + n, chance.choice(["MAIN", "BACK"])
        qty, cost = chance.randint(1, 30), str(D(chance.randint(1, 3000)) / 100)
        match chance.choice(["in", "in", "out", "out", "out", "move", "count", "make"]):
            case "in":
                papers.append(Paper(f"in{n}", partial(receive, qty=qty, cost=cost, when=when,
                                                      place=place)))  # fmt: skip
                if chance.random() < 0.5:
                    billed = str(D(chance.randint(1, 3000)) / 100)
                    papers.append(Paper(f"bill{n}", partial(bill, cost=billed), f"in{n}"))
            case "out":
                papers.append(Paper(f"out{n}", partial(sell, qty=qty, when=when, place=place)))
                if chance.random() < 0.5:
                    later = when + 3600 * chance.randint(1, 100)
                    back = partial(bring_back, when=later, place=place)
                    papers.append(Paper(f"back{n}", back, f"out{n}"))
            case "make":
                papers.append(Paper(f"make{n}", partial(make_sets, qty=qty, when=when)))
            case "move":
                papers.append(Paper(f"move{n}", partial(move, qty=qty, when=when)))
            case _:
                papers.append(Paper(f"count{n}", partial(found, qty=qty, when=when)))
    return papers


def shuffled(papers: list[Paper], seed: int) -> list[Paper]:
    """Another order of typing in which no answer comes before what it answers."""
    chance, left, done = random.Random(seed), list(papers), []
    while left:
        known = {paper.name for paper in done}
        pick = chance.choice([p for p in left if p.answers is None or p.answers in known])
        left.remove(pick)
        done.append(pick)
    return done


def layers(shop: Shop) -> list[tuple[int, ...]]:
    """The queue of layers, by time; ids depend on the order of typing."""
    return shop.work.read(
        lambda books: books.rows(
            "SELECT location_id, at, lot_id, quantity, value FROM stock_layer "
            "ORDER BY location_id, at, part"
        )
    )


def books_after(
    folder: Path, papers: list[Paper], method: str, valuation: str
) -> tuple[object, ...]:
    shop = Shop.found(folder / f"{uuid4().hex}.shop", valuation=valuation)
    standard = {"standard_cost": 9} if method == "standard" else {}
    shop.product("TEA", negative="allow", costing=method, **standard)
    shop.product("SET", negative="allow")
    shop.warehouse("BACK")
    known: dict[str, Posted] = {}
    for paper in papers:
        answered = (known[paper.answers],) if paper.answers else ()
        known[paper.name] = paper.type_in(shop, *answered)
    if valuation == "warehouse":
        shop.work.read(assert_books_are_exact)
    assert shop.work.read(verify).differences == []
    result = (
        [
            (shop.on_hand(sku, p), shop.stock_value(sku, p))
            for sku in ("TEA", "SET")
            for p in ("MAIN", "BACK")
        ],
        layers(shop),
        {n: shop.cost_of(posted) for n, posted in known.items() if not n.startswith("count")},
        [
            shop.account(role)
            for role in ("cost_of_sales", "count_difference", "unbilled", "price_difference")
        ],
    )
    shop.work.close()
    return result


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("orders")


@pytest.mark.parametrize("method", ["average", "fifo", "standard", "specific"])
@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["warehouse", "shop"]))
def test_l3_any_order_of_typing_gives_the_same_books(
    folder: Path, method: str, seed: int, mixed: int, valuation: str
) -> None:
    papers = a_month(seed)
    typed = books_after(folder, papers, method, valuation)
    assert typed == books_after(folder, shuffled(papers, mixed), method, valuation)
