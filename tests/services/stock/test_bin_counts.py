"""A count of one bin says what lies in that bin; everywhere else it changes nothing (L-50 to L-54).

The stories are typed in any order. What must lie in each bin is told beside by the simplest hand:
all facts in the order they happened, a count setting its own bin.
"""

import random
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import D, Shop, day
from erp_desktop.core import clock
from erp_desktop.reports.integrity import verify
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock import count_plans
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.stock.count_deciding import ApproveCount, approve_count
from erp_desktop.services.stock.count_entries import CountFound, count_found
from erp_desktop.services.stock.count_plans import OpenCount
from erp_desktop.services.stock.counting import CountLine, PostCount, post_count
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.services.trade import TradeLine

BINS = ("A1", "B7", "C2")
WHOLE = "*"  # a count that names no bin
LOTS = ("L1", "L2")


class Fact(NamedTuple):
    """Something that happened: what, when, in which bin ('' is none, * all of the warehouse), how
    much, of which lot and product."""

    what: str
    when: int
    bin: str
    quantity: int
    to: str = ""
    lot: str | None = None
    sku: str = "TEA"


class Wares:
    """A shop with three bins and two products."""

    def __init__(self, place: Path | str, *, lots: bool = False, **facts: str) -> None:
        method = facts.pop("costing", "average")
        self.shop = Shop.found(place, **facts)
        for sku in ("TEA", "CUP"):
            self.shop.product(sku, negative="allow", track="lot" if lots else "none",
                              costing=method)  # fmt: skip
        self.here = self.shop.wid("MAIN") or 0
        self.bins = {code: self.shop.work.run(save_bin, SaveBin(self.here, code)) for code in BINS}
        self.bins[""] = 0

    def type_in(self, fact: Fact) -> object:
        return getattr(self, fact.what)(fact)

    def come(self, fact: Fact) -> object:
        line = TradeLine(self.shop.pid(fact.sku), D(fact.quantity), D(3) + fact.when % 7,
                         bin_id=self.bins[fact.bin] or None, lot=fact.lot)  # fmt: skip
        return self.shop.work.run(
            receive_goods, ReceiveGoods(self.shop.supplier, lines=[line], at=fact.when)
        )

    def go(self, fact: Fact) -> object:
        line = MoveLine(self.shop.pid(fact.sku), D(fact.quantity), bin_id=self.bins[fact.bin],
                        lot=fact.lot)  # fmt: skip
        return self.shop.work.run(write_off, WriteOff([line], "broken", at=fact.when))

    def carry(self, fact: Fact) -> object:
        line = MoveLine(self.shop.pid(fact.sku), D(fact.quantity), bin_id=self.bins[fact.bin],
                        to_bin_id=self.bins[fact.to], lot=fact.lot)  # fmt: skip
        return self.shop.work.run(
            transfer_goods, TransferGoods(self.here, self.here, [line], at=fact.when)
        )

    def count(self, fact: Fact) -> object:
        line = CountLine(self.shop.pid(fact.sku), D(fact.quantity), fact.when, fact.bin, fact.lot,
                         self.bins.get(fact.bin))  # fmt: skip
        return self.shop.work.run(post_count, PostCount([line], at=fact.when))

    def lie(self, sku: str = "TEA") -> dict[tuple[str, str | None], int]:
        """What lies in each bin, by lot, and in none."""
        found: dict[tuple[str, str | None], int] = {}
        rest = int(self.shop.on_hand(sku))
        for code, lot, held in self.shop.work.read(
            lambda books: books.rows(
                "SELECT COALESCE(n.code, ''), l.code, d.on_hand / 1000000 FROM stock_detail d "
                "LEFT JOIN bin n ON n.id = d.bin_id LEFT JOIN lot l ON l.id = d.lot_id "
                "WHERE d.product_id = ?",
                (self.shop.pid(sku),),
            )
        ):
            found[code, lot] = held
            rest -= held
        found["", None] = found.get(("", None), 0) + rest
        return {cell: held for cell, held in found.items() if held}


def told(facts: list[Fact]) -> dict[tuple[str, str | None], int]:
    """By the simplest hand: in the order it happened."""
    cells: dict[tuple[str, str | None], int] = {}
    for fact in sorted(facts, key=lambda fact: fact.when):
        here, there = (fact.bin, fact.lot), (fact.to, fact.lot)
        cells.setdefault(here, 0)
        match fact.what:
            case "come":
                cells[here] += fact.quantity
            case "go":
                cells[here] -= fact.quantity
            case "carry":
                cells[here] -= fact.quantity
                cells[there] = cells.get(there, 0) + fact.quantity
            case _ if fact.bin == WHOLE:  # the difference is one of what lies in no bin
                all_of_it = sum(held for (_, lot), held in cells.items() if lot == fact.lot)
                loose = cells.get(("", fact.lot), 0)
                cells["", fact.lot] = loose + fact.quantity - all_of_it
            case _:
                cells[here] = fact.quantity
    return {cell: held for cell, held in cells.items() if held}


def a_story(seed: int, *, lots: bool) -> list[Fact]:
    """A month; of each lot enough lies there from the first day on."""
    chance = random.Random(seed)
    facts = [
        Fact("come", day(1, 7) + n, code, 500, lot=lot)
        for n, (code, lot) in enumerate((code, lot) for code in ("A1", "B7", "")
                                        for lot in (LOTS if lots else (None,)))
    ]  # fmt: skip
    for n in range(12):
        what = chance.choice(["come", "go", "carry", "count", "count"])
        codes = ["A1", "B7"] if what in {"go", "carry"} else ["A1", "B7", ""]
        code = chance.choice(codes)
        facts.append(Fact(
            what, day(chance.randint(2, 25), 8) + n, code, chance.randint(1, 20)
            if what != "count" else chance.randint(300, 600),
            {"A1": "B7"}.get(code, "C2"), chance.choice(LOTS) if lots else None,
        ))  # fmt: skip
    return facts


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bins")


@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("method", ["average", "fifo"])
@given(
    st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["warehouse", "shop"]),
    st.booleans(),
)  # fmt: skip
def test_any_order_of_typing_leaves_the_same_in_every_bin(
    folder: Path, method: str, seed: int, mixed: int, valuation: str, lots: bool
) -> None:
    facts = a_story(seed, lots=lots)
    first = 6 if lots else 3
    later = facts[first:]
    random.Random(mixed).shuffle(later)
    worth = []
    for order in (facts, facts[:first] + later):
        wares = Wares(folder / f"{uuid4().hex}.shop", lots=lots, costing=method,
                      valuation=valuation)  # fmt: skip
        for fact in order:
            wares.type_in(fact)
        assert wares.lie() == told(facts)
        assert wares.shop.work.read(verify).differences == []
        worth.append((wares.shop.on_hand("TEA"), wares.shop.stock_value("TEA"),
                      wares.shop.account("count_difference")))  # fmt: skip
        wares.shop.work.close()
    assert worth[0] == worth[1]


def a_story_of_both(seed: int, *, lots: bool) -> list[Fact]:
    """TEA lies in bins and is counted as a whole now and then; CUP beside it is counted by bin."""
    chance = random.Random(seed)
    facts = [
        fact._replace(bin=WHOLE, quantity=fact.quantity + 1_000)
        if fact.what == "count" and chance.random() < 0.6 else fact
        for fact in a_story(seed, lots=lots)
    ]  # fmt: skip
    beside = [fact._replace(sku="CUP", when=fact.when + 3) for fact in a_story(seed + 1, lots=lots)]
    return facts + beside


@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("method", ["average", "fifo", "specific"])
@given(
    st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["warehouse", "shop"]),
    st.booleans(),
)  # fmt: skip
def test_counts_of_the_whole_warehouse_stand_among_bins_in_any_order(
    folder: Path, method: str, seed: int, mixed: int, valuation: str, lots: bool
) -> None:
    """Every move names its bin, and more than one bin holds some of it from the first day on: then
    the whole warehouse and every single bin are the same, whatever was typed in first."""
    facts = a_story_of_both(seed, lots=lots)
    early = [fact for fact in facts if fact.when < day(2)]
    later = [fact for fact in facts if fact.when >= day(2)]
    mixed_up = random.Random(mixed).sample(later, len(later))
    worth = []
    for order in (early + later, early + mixed_up):
        wares = Wares(folder / f"{uuid4().hex}.shop", lots=lots, costing=method,
                      valuation=valuation)  # fmt: skip
        for fact in order:
            wares.type_in(fact)
        for sku in ("TEA", "CUP"):
            own = [fact for fact in facts if fact.sku == sku]
            assert wares.lie(sku) == told(own)
            worth.append((sku, wares.shop.on_hand(sku), wares.shop.stock_value(sku)))
        worth.append(wares.shop.account("count_difference"))
        assert wares.shop.work.read(verify).differences == []
        wares.shop.work.close()
    assert worth[:3] == worth[3:]


# -- told one by one -----------------------------------------------------------------------------


@pytest.fixture
def wares(tmp_path: Path) -> Wares:
    clock.set_now(lambda: day(20, 11))
    found = Wares(tmp_path / "a.shop")
    for what in (("A1", 20), ("B7", 30), ("", 5)):
        found.type_in(Fact("come", day(2), *what))
    return found


def counted(wares: Wares, *found: tuple[str, int], at: int, **how: bool) -> object:
    """A count from its plan to its document."""
    work = wares.shop.work
    plan = work.run(count_plans.open_count, OpenCount())
    for shelf, much in found:
        work.run(count_found, CountFound(plan, wares.shop.pid("TEA"), D(much), "Ann", shelf, at=at))
    return work.run(approve_count, ApproveCount(plan, **how))


@pytest.mark.parametrize(
    ("late", "left"),
    [
        # into another bin, before the count: the counted one stays as counted, the other has more
        (Fact("come", day(3), "B7", 4), {"A1": 18, "B7": 34, "": 5}),
        # into the counted bin, before the count: it was counted, so nothing is more
        (Fact("come", day(3), "A1", 4), {"A1": 18, "B7": 30, "": 5}),
        # into no bin
        (Fact("come", day(3), "", 4), {"A1": 18, "B7": 30, "": 9}),
        # carried before the count out of the counted bin: the other bin has it
        (Fact("carry", day(3), "A1", 6, "B7"), {"A1": 18, "B7": 36, "": 5}),
        # sold after the count
        (Fact("go", day(12), "A1", 3), {"A1": 15, "B7": 30, "": 5}),
    ],
)
def test_what_arrives_late_leaves_the_counted_bin_as_it_was_counted(wares, late, left):
    counted(wares, ("A1", 18), at=day(10))
    wares.type_in(late)
    assert {code: held for (code, _), held in wares.lie().items()} == left
    assert wares.shop.work.read(verify).differences == []


def test_a_bin_is_counted_though_something_lies_outside_of_bins(wares):
    counted(wares, ("A1", 18), at=day(10))
    assert wares.lie() == {("A1", None): 18, ("B7", None): 30, ("", None): 5}
    assert wares.shop.on_hand("TEA") == D(53)


def test_what_is_found_on_no_bin_is_what_lies_in_none(wares):
    counted(wares, ("A1", 20), ("the floor", 3), ("", 1), at=day(10))
    assert wares.lie() == {("A1", None): 20, ("B7", None): 30, ("", None): 4}
    wares.type_in(Fact("come", day(3), "", 9))  # it lay there when they counted
    assert wares.lie()["", None] == 4
    assert wares.shop.work.read(verify).differences == []


def test_a_count_of_a_bin_that_is_reversed_lets_the_late_paper_count_again(wares):
    posted = counted(wares, ("A1", 18), at=day(10))
    wares.type_in(Fact("come", day(3), "A1", 4))
    wares.shop.reverse(posted)
    assert wares.lie() == {("A1", None): 24, ("B7", None): 30, ("", None): 5}
    assert wares.shop.work.read(verify).differences == []


def test_the_difference_of_the_count_of_a_bin_is_told_again(wares):
    """20 in the books, 18 counted: two are missing. Four came before: now it is six."""
    posted = counted(wares, ("A1", 18), at=day(10))
    wares.type_in(Fact("come", day(3), "A1", 4))
    more = wares.shop.work.read(
        lambda books: books.rows(
            "SELECT m.quantity / 1000000, m.document_id = ?, s.kind FROM stock_move m "
            "JOIN location s ON s.id = m.source_id WHERE m.document_id = ? ORDER BY m.id",
            (posted.id, posted.id),
        )
    )
    assert [tuple(row) for row in more] == [(2, 1, "storage"), (4, 1, "storage")]


# -- a count that names no bin: what is decided when it is entered, and stays so -------------------


@pytest.fixture
def alone(tmp_path: Path) -> Wares:
    """All of it lies in one bin."""
    clock.set_now(lambda: day(20, 11))
    found = Wares(tmp_path / "alone.shop")
    found.type_in(Fact("come", day(2), "A1", 20))
    return found


WHOLE_COUNT = Fact("count", day(10), WHOLE, 18)
LATE = Fact("come", day(3), "B7", 4)


def test_the_bin_of_a_whole_count_is_where_all_of_it_lay_when_it_was_entered(alone):
    alone.type_in(WHOLE_COUNT)
    assert alone.lie() == {("A1", None): 18}


def test_the_bin_of_a_whole_count_is_a_fact_of_its_document_from_then_on(alone):
    """Four lay in another bin, as it turns out: 24 in all, 18 counted. The six that are missing are
    missing where the document said: in the bin that held all of it when it was entered."""
    alone.type_in(WHOLE_COUNT)
    alone.type_in(LATE)
    assert alone.lie() == {("A1", None): 14, ("B7", None): 4}
    assert alone.shop.on_hand("TEA") == D(18)
    assert alone.shop.work.read(verify).differences == []


def test_entered_after_the_late_paper_it_is_missing_where_nothing_lies_in_a_bin(alone):
    """The same facts the other way round: two bins held some, so no bin is named. The warehouse and
    its worth are the same as above; which bin has less is the choice of the document."""
    alone.type_in(LATE)
    alone.type_in(WHOLE_COUNT)
    assert alone.lie() == {("A1", None): 20, ("B7", None): 4, ("", None): -6}
    assert alone.shop.on_hand("TEA") == D(18)
    assert alone.shop.work.read(verify).differences == []


def test_what_lies_in_no_bin_is_counted_on_purpose(wares):
    """The shelf `-` is no shelf: the bins stay as they are, and so does what is typed in late."""
    posted = counted(wares, ("-", 3), at=day(10))
    assert wares.lie() == {("A1", None): 20, ("B7", None): 30, ("", None): 3}
    wares.type_in(Fact("come", day(3), "B7", 4))
    wares.type_in(Fact("come", day(4), "", 6))
    assert wares.lie() == {("A1", None): 20, ("B7", None): 34, ("", None): 3}
    assert wares.shop.work.read(verify).differences == []
    assert posted


def test_goods_that_lie_in_no_bin_yet_are_counted_so_on_purpose_too(alone):
    """Nothing of it lies in a bin by now; what turns out to have lain in one is not counted."""
    alone.type_in(Fact("go", day(4), "A1", 20))
    alone.type_in(Fact("come", day(4) + 1, "", 20))
    counted(alone, ("-", 19), at=day(10))
    alone.type_in(Fact("come", day(5), "B7", 4))
    assert alone.lie() == {("B7", None): 4, ("", None): 19}


def test_a_bin_that_is_called_so_is_a_bin(alone):
    alone.bins["-"] = alone.shop.work.run(save_bin, SaveBin(alone.here, "-"))
    alone.type_in(Fact("come", day(3), "-", 5))
    alone.type_in(Fact("come", day(3) + 1, "", 2))
    counted(alone, ("-", 4), at=day(10))
    assert alone.lie() == {("A1", None): 20, ("-", None): 4, ("", None): 2}
