"""Goods that are kept in kilograms and pieces are counted in both (LEDGER L-59, L-50 to L-54)."""

import random
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import D, Shop, day
from erp_desktop.core import clock, errors
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.count_progress import count_rows
from erp_desktop.reports.count_rows import found_lines
from erp_desktop.reports.integrity import verify
from erp_desktop.reports.product_details import pieces_of
from erp_desktop.reports.stock import stock
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.stock import count_plans
from erp_desktop.services.stock.bins import SaveBin, save_bin
from erp_desktop.services.stock.count_deciding import (
    ApproveCount,
    approve_count,
    ask_recount,
    compare_count,
)
from erp_desktop.services.stock.count_entries import CountFound, count_found, count_pieces
from erp_desktop.services.stock.count_plans import OpenCount
from erp_desktop.services.stock.counting import CountLine, PostCount, post_count
from erp_desktop.services.stock.transferring import MoveLine, WriteOff, write_off
from erp_desktop.services.trade import TradeLine


class Fish:
    """A shop that sells salmon by the kilogram and knows how many fish it has."""

    def __init__(self, place: Path | str) -> None:
        self.shop = Shop.found(place)
        self.shop.product("SALMON", unit="kg", catch_unit="fish", negative="allow")
        self.here = self.shop.wid("MAIN") or 0
        self.bins = {
            code: self.shop.work.run(save_bin, SaveBin(self.here, code)) for code in ("A1", "B7")
        }

    @property
    def pid(self) -> int:
        return self.shop.pid("SALMON")

    def come(self, kilos, pieces, *, when=None, bin_code=None):
        line = TradeLine(self.pid, D(kilos), D(30), pieces=D(pieces),
                         bin_id=self.bins.get(bin_code))  # fmt: skip
        return self.shop.work.run(
            receive_goods, ReceiveGoods(self.shop.supplier, lines=[line], at=when or day(2))
        )

    def go(self, kilos, pieces, *, when, bin_code=None):
        line = MoveLine(self.pid, D(kilos), bin_id=self.bins.get(bin_code), pieces=D(pieces))
        return self.shop.work.run(write_off, WriteOff([line], "spoilt", at=when))

    def count(self, kilos, pieces, *, when, bin_code=None):
        bin_id = self.bins.get(bin_code)
        line = CountLine(self.pid, D(kilos), when, bin_code or "", bin_id=bin_id,
                         pieces=None if pieces is None else D(pieces))  # fmt: skip
        return self.shop.work.run(post_count, PostCount([line], at=when))

    def there(self):
        """Kilograms and pieces."""
        return self.shop.on_hand("SALMON"), self.shop.work.read(pieces_of, self.pid)

    def in_bins(self):
        return {
            row[0]: (D(row[1]) / 10**6, D(row[2]) / 10**6)
            for row in self.shop.work.read(
                lambda books: books.rows(
                    "SELECT COALESCE(n.code, ''), d.on_hand, d.pieces FROM stock_detail d "
                    "LEFT JOIN bin n ON n.id = d.bin_id WHERE d.pieces <> 0"
                )
            )
        }

    def exact(self):
        return self.shop.work.read(verify).differences == []


@pytest.fixture
def fish(tmp_path):
    clock.set_now(lambda: day(20, 11))
    return Fish(tmp_path / "fish.shop")


class Counting:
    """A count of the fish, from its plan to its document."""

    def __init__(self, fish, **facts):
        self.fish, self.work = fish, fish.shop.work
        self.id = self.work.run(count_plans.open_count, OpenCount(**facts))

    def found(self, kilos, pieces=None, by="Ann", shelf="", **how):
        said = None if pieces is None else D(pieces)
        return CountFound(self.id, self.fish.pid, D(kilos), by, shelf, pieces=said, **how)

    def find(self, *facts, **how):
        return self.work.run(count_found, self.found(*facts, **how))

    def row(self):
        return self.work.read(count_rows, self.id)[0]

    def approve(self):
        return self.work.run(approve_count, ApproveCount(self.id))


def test_a_count_finds_kilograms_and_pieces(fish):
    fish.come(20, 5)
    count = Counting(fish)
    count.find("18.5", 4)
    row = count.row()
    assert (row.book, row.counted, row.difference) == (D(20), D("18.5"), D("-1.5"))
    assert (row.catch_unit, row.pieces_book, row.pieces, row.more_pieces) == ("fish", 5, 4, -1)
    posted = count.approve()
    assert fish.there() == (D("18.5"), 4)
    line = fish.shop.lines_of(posted)["SALMON"]
    assert (line.counted, line.pieces) == (18_500_000, 4_000_000)
    assert fish.exact()


def test_the_weight_may_agree_and_the_pieces_not(fish):
    fish.come(20, 5)
    count = Counting(fish)
    count.find(20, 6)
    assert count.row().status == "differs"
    count.approve()
    assert fish.there() == (D(20), 6)
    assert fish.exact()


def test_shelves_add_up_in_both(fish):
    fish.come(20, 5)
    count = Counting(fish)
    count.find(12, 3, shelf="ice")
    count.find(4, 1, shelf="counter")
    count.find(4, 1, shelf="counter", more=True)
    assert (count.row().counted, count.row().pieces) == (D(20), 5)


def test_one_finding_without_pieces_leaves_them_unsaid(fish):
    """The kilograms say what the books share: two of the five went with eight of the twenty."""
    fish.come(20, 5)
    count = Counting(fish)
    count.find(8, 2, shelf="ice")
    count.find(4, shelf="counter")
    assert (count.row().pieces, count.row().more_pieces) == (None, None)
    count.approve()
    assert fish.there() == (D(12), 3)
    assert fish.exact()


def test_nothing_found_is_no_piece(fish):
    fish.come(20, 5)
    fish.count(0, None, when=day(10))
    assert fish.there() == (D(0), 0)
    fish.come(4, 1, when=day(3))
    assert fish.there() == (D(0), 0)
    assert fish.exact()


def test_two_counters_must_agree_on_the_pieces_too(fish):
    fish.come(20, 5)
    count = Counting(fish)
    count.find(20, 5, shelf="ice")
    count.find(20, 4, by="Ben", shelf="ice")
    assert count.row().status == "dispute"
    with pytest.raises(errors.CountersDisagree):
        count.approve()


def test_a_difference_in_pieces_is_counted_again(fish):
    fish.come(20, 9)
    count = Counting(fish, recount_quantity=D(3))
    count.find(20, 5)
    assert fish.shop.work.run(compare_count, count.id) == 1
    count.find(20, 9, by="Ben")
    assert count.row().status == "agrees"
    fish.shop.work.run(ask_recount, count.id, fish.pid)
    assert count.row().status == "recount"


def test_the_pieces_are_said_after_the_weight(fish):
    fish.come(20, 5)
    count = Counting(fish)
    with pytest.raises(errors.WeighFirst):
        fish.shop.work.run(count_pieces, count.found(0, 4))
    count.find(19, shelf="ice")
    fish.shop.work.run(count_pieces, count.found(0, 4))
    assert (count.row().counted, count.row().pieces) == (D(19), 4)
    count.find(18, shelf="ice")  # the weight is corrected, the pieces stay as they were said
    assert (count.row().counted, count.row().pieces) == (D(18), 4)
    with pytest.raises(errors.NotPositive):
        count.find(18, -1, shelf="ice")


def test_goods_without_pieces_keep_none(fish):
    fish.shop.product("TEA")
    fish.shop.receive("TEA", 5, 1, on=2)
    count = Counting(fish)
    found = CountFound(count.id, fish.shop.pid("TEA"), D(5), "Ann", pieces=D(3))
    fish.shop.work.run(count_found, found)
    row = count.row()
    assert (row.sku, row.catch_unit, row.pieces, row.more_pieces) == ("TEA", "", None, None)


@pytest.mark.parametrize(
    ("late", "left"),
    [
        (("come", 4, 1, day(3)), (D(18), 4)),  # it was there when they counted
        (("go", 4, 1, day(3)), (D(18), 4)),
        (("come", 4, 1, day(12)), (D(22), 5)),
        (("count", 9, 2, day(3)), (D(18), 4)),
        (("count", 9, 2, day(12)), (D(9), 2)),
    ],
)
def test_what_arrives_late_changes_the_difference_and_not_what_was_counted(fish, late, left):
    fish.come(20, 5)
    fish.count(18, 4, when=day(10))
    what, kilos, pieces, when = late
    answered = getattr(fish, what)(kilos, pieces, when=when)
    assert fish.there() == left
    assert fish.exact()
    fish.shop.reverse(answered)
    assert fish.there() == (D(18), 4)
    assert fish.exact()


def test_a_reversed_count_gives_back_what_it_took_up(fish):
    fish.come(20, 5)
    first = fish.count(18, 4, when=day(10))
    second = fish.count(15, 4, when=day(12))
    fish.come(4, 1, when=day(3))
    fish.shop.reverse(first)
    assert fish.there() == (D(15), 4)
    assert fish.exact()
    fish.shop.reverse(second)
    assert fish.there() == (D(24), 6)
    assert fish.exact()


def test_the_pieces_of_one_bin_are_counted(fish):
    fish.come(20, 5, bin_code="A1")
    fish.come(12, 3, bin_code="B7")
    fish.count(16, 4, when=day(10), bin_code="A1")
    fish.come(8, 2, when=day(3), bin_code="B7")
    fish.come(4, 1, when=day(3), bin_code="A1")
    assert fish.in_bins() == {"A1": (D(16), 4), "B7": (D(20), 5)}
    assert fish.exact()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pieces")


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_any_order_of_typing_leaves_the_same_pieces(folder: Path, seed: int, mixed: int) -> None:
    chance = random.Random(seed)
    facts = []
    for n in range(10):
        what = chance.choice(["come", "go", "count", "count"])
        code = chance.choice(["A1", "B7"])
        pieces = chance.randint(1, 9)
        facts.append((what, pieces * 4 + chance.randint(0, 3), pieces,
                      day(chance.randint(2, 25), 8) + n, code))  # fmt: skip
    told = {"A1": [0, 0], "B7": [0, 0]}
    for what, kilos, pieces, _, code in sorted(facts, key=lambda fact: fact[3]):
        now, sign = told[code], {"come": 1, "go": -1, "count": 0}[what]
        told[code] = (
            [now[0] + sign * kilos, now[1] + sign * pieces] if sign else [kilos, pieces]
        )  # fmt: skip
    random.Random(mixed).shuffle(facts)
    fish = Fish(folder / f"{uuid4().hex}.shop")
    for what, kilos, pieces, when, code in facts:
        getattr(fish, what)(kilos, pieces, when=when, bin_code=code)
    assert fish.in_bins() == {
        code: (D(held[0]), D(held[1])) for code, held in told.items() if held[1]
    }
    assert fish.exact()
    fish.shop.work.close()


def test_a_server_counts_pieces_and_bins_the_same(postgres_database):
    clock.set_now(lambda: day(20, 11))
    fish = Fish(postgres_database)
    fish.come(20, 5, bin_code="A1")
    fish.come(12, 3, bin_code="B7")
    count = Counting(fish)
    count.find(16, 4, shelf="A1")
    assert (count.row().difference, count.row().more_pieces) == (D(-4), -1)
    posted = count.approve()
    fish.come(8, 2, when=day(3), bin_code="B7")
    fish.come(4, 1, when=day(3), bin_code="A1")
    assert fish.in_bins() == {"A1": (D(16), 4), "B7": (D(20), 5)}
    assert fish.exact()
    found = fish.shop.work.read(found_lines, posted.id)
    assert [(one.difference, one.more_pieces) for one in found.values()] == [(D(-8), -2)]
    table = fish.shop.work.read(stock, ReportAsk())
    assert table.rows[0][table.column("pieces")] == 9
    fish.shop.reverse(posted)
    assert fish.there() == (D(44), 11)
    assert fish.exact()
    fish.shop.work.close()
