"""The definitions of the paper, written down a second time in few lines, against the program.

Whatever a day brings, in whatever order it is typed, quantity, value, cost of sales and the count
differences must come out as `Paper` says. It knows nothing of the program: exact fractions, cents,
and the words of the definitions (moving average and FIFO, also below zero).
"""

import json
from bisect import insort
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from builders import Shop
from erp_desktop.exchange.day_file import post_lines, read_lines
from erp_desktop.reports.integrity import verify

PLACES = ("MAIN", "BACK")
Taken = list[tuple[Fraction, int, tuple[int, int] | None]]  # quantity, value, layer


def cents(amount: Fraction) -> int:
    """Rounded half away from zero."""
    half = abs(amount) + Fraction(1, 2)
    whole = half.numerator // half.denominator
    return whole if amount >= 0 else -whole


class Pool:
    """One product in one warehouse: layers in their order; with the average they are one."""

    def __init__(self, *, fifo: bool) -> None:
        self.fifo = fifo
        self.layers: list[list[Any]] = []  # [key, quantity, value]
        self.short, self.owed = Fraction(0), 0  # how much is missing, and what it is carried at
        self.cost = Fraction(0)

    @property
    def quantity(self) -> Fraction:
        return sum((layer[1] for layer in self.layers), Fraction(0)) - self.short

    @property
    def value(self) -> int:
        return sum(layer[2] for layer in self.layers) - self.owed

    def lay(self, key: tuple[int, int], quantity: Fraction, value: int) -> None:
        same = [layer for layer in self.layers if layer[0] == key or not self.fifo]
        if same:
            same[0][1] += quantity
            same[0][2] += value
        else:
            insort(self.layers, [key, quantity, value])

    def bring(self, key: tuple[int, int], quantity: Fraction, value: int) -> int:
        """What of the value goes to cost of sales, because it was missing before."""
        self.cost = value / quantity
        if not self.short:
            self.lay(key, quantity, value)
            self.know()
            return 0
        before, covered = self.owed, min(self.short, quantity)
        self.short -= covered
        if self.short:
            self.owed = cents(self.short * self.cost)
            return value - before + self.owed
        self.owed, spent = 0, cents(value * covered / quantity)
        if quantity > covered:
            self.lay(key, quantity - covered, value - spent)
            self.know()
        return spent - before

    def know(self) -> None:
        if not self.fifo and self.quantity > 0:
            self.cost = self.value / self.quantity

    def take(self, quantity: Fraction) -> Taken:
        taken: Taken = []
        while quantity and self.layers:
            key, there, value = self.layers[0]
            part = min(quantity, there)
            worth = value if part == there else cents(value * part / there)
            taken.append((part, worth, key))
            quantity -= part
            self.layers[0][1:] = [there - part, value - worth]
            if part == there:
                self.layers.pop(0)
                self.cost = self.cost if self.layers else value / there
        if quantity:
            before, self.short = self.owed, self.short + quantity
            self.owed = cents(self.short * self.cost)
            taken.append((quantity, self.owed - before, None))
        self.know()
        return taken


class Paper:
    """Tells a day in the order of its times."""

    def __init__(self, *, fifo: bool) -> None:
        self.fifo = fifo
        self.pools = {place: Pool(fifo=fifo) for place in PLACES}
        self.sold: dict[str, tuple[str, Taken]] = {}
        self.back: dict[str, Fraction] = {}
        self.cost_of_sales = self.adjusted = 0

    def tell(self, at: int, said: dict[str, Any]) -> None:
        line, pool = said["lines"][0], self.pools[said.get("warehouse", "MAIN")]
        quantity = Fraction(line.get("qty", 0))
        if said["do"] == "receive":
            value = cents(quantity * Fraction(line["unit_cost"]) * 100)
            self.cost_of_sales += pool.bring((at, 0), quantity, value)
        elif said["do"] == "sale":
            taken = pool.take(quantity)
            self.sold[said["id"]] = (said["warehouse"], taken)
            self.cost_of_sales += sum(value for _, value, _ in taken)
        elif said["do"] == "transfer":
            self.carry(at, self.pools[said["to"]], self.pools[said["from"]].take(quantity))
        elif said["do"] == "count":
            self.count(at, pool, Fraction(line["counted"]))
        else:
            self.bring_back(at, said, quantity)

    def carry(self, at: int, target: Pool, taken: Taken) -> None:
        if not self.fifo:
            taken = [(sum((one[0] for one in taken), Fraction(0)), sum(x[1] for x in taken), None)]
        for part, (quantity, value, _) in enumerate(taken):
            self.cost_of_sales += target.bring((at, part), quantity, value)

    def count(self, at: int, pool: Pool, counted: Fraction) -> None:
        more = counted - pool.quantity
        if more < 0:
            self.adjusted += sum(value for _, value, _ in pool.take(-more))
        elif more > 0:
            value = cents(more * pool.cost)
            self.adjusted -= value
            self.cost_of_sales += pool.bring((at, 0), more, value)

    def bring_back(self, at: int, said: dict[str, Any], quantity: Fraction) -> None:
        """At the original cost by cumulative rounding; in a queue the last taken comes first."""
        place, taken = self.sold[said["of"]]
        pool, before = self.pools[said["warehouse"]], self.back.get(said["of"], Fraction(0))
        self.back[said["of"]] = before + quantity
        if not self.fifo:
            taken = [(sum((one[0] for one in taken), Fraction(0)), sum(x[1] for x in taken), None)]
        own = place == said["warehouse"] and pool.quantity >= 0 and self.fifo
        for part, (sold, value, key) in enumerate(reversed(taken)):
            gone = min(before, sold)
            coming = min(sold - gone, quantity)
            before, quantity = before - gone, quantity - coming
            if not coming:
                continue
            worth = cents(value * (gone + coming) / sold) - cents(value * gone / sold)
            self.cost_of_sales -= worth
            if own:
                pool.lay(key or (at, part), coming, worth)
            else:
                self.cost_of_sales += pool.bring((at, part), coming, worth)


def a_day(random: Random, count: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Documents at different times; returns name a sale before them."""
    left: dict[str, int] = {}
    for number, minute in enumerate(sorted(random.sample(range(1, 28 * 1440), count))):
        day, rest = divmod(minute, 1440)
        said: dict[str, Any] = {
            "id": f"D{number}", "at": f"2026-01-{day + 1:02}T{rest // 60:02}:{rest % 60:02}",
            "warehouse": random.choice(PLACES), "lines": [{"sku": "TEA"}],
        }  # fmt: skip
        line, quantity = said["lines"][0], random.randint(1, 9)
        kind = random.choice(["receive", "receive", "sale", "sale", "transfer", "count", "back"])
        sales = [sale for sale, much in left.items() if much]
        if kind == "back" and sales:
            of = random.choice(sales)
            quantity = random.randint(1, left[of])
            left[of] -= quantity
            said |= {"do": "customer_return", "of": of}
        elif kind == "transfer":
            ends = random.sample(PLACES, 2)
            del said["warehouse"]
            said |= {"do": "transfer", "from": ends[0], "to": ends[1]}
        elif kind == "count":
            said["do"], line["counted"] = "count", str(quantity)
        elif kind == "sale":
            said["do"], left[said["id"]] = "sale", quantity
        else:
            said["do"], line["unit_cost"] = "receive", str(random.randint(0, 30_000) / 1000)
        if kind != "count":
            line["qty"] = str(quantity)
        yield minute, said


def typed(random: Random, day: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same documents in another order; only a return waits for its sale."""
    waiting, done = random.sample(day, len(day)), []
    while waiting:
        known = {one["id"] for one in done}
        ready = next(one for one in waiting if one.get("of") in {None, *known})
        waiting.remove(ready)
        done.append(ready)
    return done


@pytest.mark.parametrize("seed", range(12))
def test_any_day_comes_out_as_the_paper_says(tmp_path: Path, seed: int) -> None:
    """L-1 to L-40, in random days."""
    random, fifo = Random(seed), seed % 2 == 0
    shop = Shop.found(tmp_path / "paper.shop")
    shop.product("TEA", costing="fifo" if fifo else "average", negative="allow")
    shop.warehouse("BACK")
    day, paper = list(a_day(random, 24)), Paper(fifo=fifo)
    for at, said in day:
        paper.tell(at, said)

    lines = "\n".join(json.dumps(said) for said in typed(random, [said for _, said in day]))
    answers = list(post_lines(shop.work, read_lines(lines.encode())))

    assert [answer.broken for answer in answers] == [None] * len(day)
    for place, pool in paper.pools.items():
        stands = Fraction(shop.on_hand("TEA", place)), shop.stock_value("TEA", place) * 100
        assert stands == (pool.quantity, pool.value)
    assert shop.cost_of_sales() * 100 == paper.cost_of_sales
    assert shop.account("count_difference") * 100 == paper.adjusted
    assert shop.work.read(verify).differences == []
    shop.work.close()
