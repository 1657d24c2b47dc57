"""A machine plays shop: whatever is done, in whatever order of time, the ledgers stay exact.

Products of every costing method, two warehouses with a scope each or one for all, goods on the way
between them, lots, packs, orders received in part, goods refused or given for nothing, sets that
are made and taken apart, changes of method, late bills and freight, periods that are closed and
opened. After every step: balances equal the sum of the ledger (L-1), an empty shelf is worth
nothing, the story told again from the first row changes nothing (L-2), and the stock account
equals the value of the stock ledger.
"""

from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from builders import Shop, day
from erp_desktop.core import errors
from erp_desktop.reports.integrity import check_balances, verify
from erp_desktop.services.catalogue.units import SaveUnit
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.inspecting import Inspected
from shop_proof import assert_books_are_exact, assert_why_adds_up

METHODS = {"TEA": "average", "CUP": "fifo", "BOX": "standard", "PEN": "specific", "SET": "average"}
SKUS = tuple(METHODS)
LOTS = ("A", "B", "C")
PLACES = ("MAIN", "BACK")
PACKS = {"TEA": Decimal(12), "CUP": Decimal("0.75"), "BOX": Decimal(7)}  # of the own unit (L-58)

quantities = st.integers(1, 40).map(lambda n: Decimal(n) / (4 if n % 5 == 0 else 1))
prices = st.integers(0, 4_000).map(lambda n: Decimal(n) / 100)
days = st.integers(2, 60)
skus = st.sampled_from(SKUS)
places = st.sampled_from(PLACES)
picks = st.integers(0, 10_000)
lots = st.sampled_from(LOTS)
packed = st.sampled_from(tuple(PACKS))
at_the_door = st.tuples(st.integers(1, 5), st.integers(0, 2), st.booleans())
REFUSALS = (errors.NotEnoughStock, errors.LotShort, errors.LotNeeded, errors.UnknownLot)


class ShopMachine(RuleBasedStateMachine):
    """Receive, sell, return, move, count, write off, bill late, reverse, close, on any day."""

    @initialize(whole=st.booleans(), rules=st.permutations(("allow", "block", "warn", "allow")))
    def found(self, whole: bool, rules: list[str]) -> None:
        self.folder = Path(mkdtemp(prefix="shop-machine-"))
        self.whole = whole
        self.shop = Shop.found(
            self.folder / "machine.shop", valuation="shop" if whole else "warehouse"
        )
        self.shop.warehouse("BACK")
        for sku, negative in zip(SKUS, [*rules, "allow"], strict=True):
            standard = {"standard_cost": 7} if METHODS[sku] == "standard" else {}
            self.shop.product(sku, negative=negative, costing=METHODS[sku], **standard)
        for sku, holds in PACKS.items():
            self.shop.product(sku, units=[SaveUnit("pack", holds)])
        self.minutes = count(1)
        self.receipts: list[tuple[Posted, str]] = []
        self.orders: list[tuple[Posted, str, int]] = []
        self.sent: list[tuple[Posted, int]] = []
        self.sales: list[tuple[Posted, str, int]] = []
        self.posted: list[Posted] = []

    def teardown(self) -> None:
        if hasattr(self, "shop"):
            self.shop.work.read(assert_why_adds_up, SKUS)
            self.shop.work.close()
            for file in self.folder.iterdir():
                file.unlink()
            self.folder.rmdir()

    def moment(self, number: int) -> int:
        """A business time nobody else has."""
        return day(number, 8) + next(self.minutes)

    def attempt(self, *refusals: type[errors.RuleBroken]) -> Any:
        return _Attempt(refusals)

    @rule(sku=skus, qty=quantities, price=prices, on=days, place=places, lot=lots)
    def receive(
        self, sku: str, qty: Decimal, price: Decimal, on: int, place: str, lot: str
    ) -> None:
        named = {"lot": lot} if sku == "PEN" else {}
        done = self.shop.receive(sku, qty, price, when=self.moment(on), into=place, **named)
        self.receipts.append((done, sku))
        self.posted.append(done)

    @rule(sku=packed, door=at_the_door, price=prices, on=days, place=places)
    def receive_packs(
        self, sku: str, door: tuple[int, int, bool], price: Decimal, on: int, place: str
    ) -> None:
        """By the pack, some refused at the door, some given for nothing (L-43, L-58)."""
        packs, spoilt, free = door
        check = Inspected(Decimal(min(spoilt, packs)), "broken" if spoilt else "", promotion=free)
        with self.attempt(errors.NothingToPost):
            done = self.shop.receive(
                sku, packs, price, when=self.moment(on), into=place, unit="pack", check=check
            )
            self.receipts.append((done, sku))
            self.posted.append(done)

    @rule(sku=packed, packs=st.integers(1, 4), on=days, place=places)
    def sell_packs(self, sku: str, packs: int, on: int, place: str) -> None:
        with self.attempt(*REFUSALS):
            moment = self.moment(on)
            done = self.shop.sell(sku, packs, 90, when=moment, at=place, unit="pack")
            self.sales.append((done, sku, on))
            self.posted.append(done)

    @rule(sku=packed, qty=quantities, price=prices, on=days)
    def order(self, sku: str, qty: Decimal, price: Decimal, on: int) -> None:
        self.orders.append((self.shop.order(sku, qty, price, on=on), sku, on))

    @precondition(lambda self: self.orders)
    @rule(pick=picks, qty=quantities, later=st.integers(1, 10))
    def receive_of_an_order(self, pick: int, qty: Decimal, later: int) -> None:
        order, sku, on = self.orders[pick % len(self.orders)]
        with self.attempt(errors.MoreThanOrdered, errors.WrongDocument):
            done = self.shop.receive(sku, qty, of=order, when=self.moment(on + later))
            self.receipts.append((done, sku))
            self.posted.append(done)

    @rule(sku=packed, qty=quantities, on=days, there=st.booleans())
    def send_off(self, sku: str, qty: Decimal, on: int, there: bool) -> None:
        ends = PLACES if there else PLACES[::-1]
        with self.attempt(*REFUSALS):
            done = self.shop.transfer(sku, qty, *ends, when=self.moment(on), travels=True)
            self.sent.append((done, on))
            self.posted.append(done)

    @precondition(lambda self: self.sent)
    @rule(pick=picks, arrived=quantities, missing=st.integers(0, 3), later=st.integers(1, 20))
    def arrive(self, pick: int, arrived: Decimal, missing: int, later: int) -> None:
        sent, on = self.sent[pick % len(self.sent)]
        with self.attempt(errors.MoreThanSent, errors.WrongDocument, *REFUSALS):
            moment = self.moment(on + later)
            self.posted.append(self.shop.arrive(sent, arrived, missing, when=moment))

    @rule(qty=quantities, on=days, place=places, lot=lots)
    def sell_a_lot(self, qty: Decimal, on: int, place: str, lot: str) -> None:
        with self.attempt(*REFUSALS):
            moment = self.moment(on)
            done = self.shop.sell("PEN", qty, 30, when=moment, at=place, lot=lot)
            self.sales.append((done, "PEN", on))
            self.posted.append(done)

    @rule(counted=st.integers(0, 30), on=days, lot=lots)
    def count_a_lot(self, counted: int, on: int, lot: str) -> None:
        with self.attempt(*REFUSALS):
            self.posted.append(self.shop.count("PEN", counted, when=self.moment(on), lot=lot))

    @rule(cups=quantities, teas=quantities, work=prices, on=days, apart=st.booleans())
    def assemble(self, cups: Decimal, teas: Decimal, work: Decimal, on: int, apart: bool) -> None:
        parts, made = {"CUP": cups, "TEA": teas}, {"SET": 3}
        with self.attempt(*REFUSALS):
            moment = self.moment(on)
            ends = (parts, made) if apart else (made, parts)
            self.posted.append(
                self.shop.assemble(*ends, work, when=moment, weights={"CUP": 2, "TEA": 3})
            )

    @rule(sku=skus, method=st.sampled_from(tuple(METHODS.values())), price=prices, on=days)
    def recost(self, sku: str, method: str, price: Decimal, on: int) -> None:
        if sku == "PEN":
            return
        with self.attempt(errors.SameCosting, errors.BeforeLastChange):
            standard = price if method == "standard" else None
            self.posted.append(self.shop.recost(sku, method, standard, when=self.moment(on)))

    @rule(after=st.integers(0, 12))
    def reopen_books(self, after: int) -> None:
        with self.attempt(errors.PeriodOpen):
            self.shop.reopen_books(after)

    @rule(sku=skus, qty=quantities, on=days, place=places)
    def sell(self, sku: str, qty: Decimal, on: int, place: str) -> None:
        moment = self.moment(on)
        with self.attempt(*REFUSALS):
            done = self.shop.sell(sku, qty, 30, when=moment, at=place)
            self.sales.append((done, sku, on))
            self.posted.append(done)

    @precondition(lambda self: self.sales)
    @rule(pick=picks, qty=quantities, later=st.integers(1, 20), place=places)
    def return_by_receipt(self, pick: int, qty: Decimal, later: int, place: str) -> None:
        sale, sku, on = self.sales[pick % len(self.sales)]
        with self.attempt(errors.MoreThanSold, errors.WrongDocument, *REFUSALS):
            self.posted.append(self.shop.take_back(sale, sku, qty, on=on + later, into=place))

    @rule(sku=skus, qty=quantities, on=days)
    def return_without_receipt(self, sku: str, qty: Decimal, on: int) -> None:
        with self.attempt(*REFUSALS):
            self.posted.append(self.shop.take_back(None, sku, qty, on=on, price=30))

    @rule(sku=skus, qty=quantities, on=days, there=st.booleans())
    def transfer(self, sku: str, qty: Decimal, on: int, there: bool) -> None:
        ends = PLACES if there else PLACES[::-1]
        with self.attempt(*REFUSALS):
            self.posted.append(self.shop.transfer(sku, qty, *ends, on=on))

    @rule(sku=skus, counted=st.integers(0, 30), on=days)
    def count_shelf(self, sku: str, counted: int, on: int) -> None:
        with self.attempt(*REFUSALS):
            self.posted.append(self.shop.count(sku, counted, when=self.moment(on)))

    @rule(sku=skus, qty=quantities, on=days)
    def write_off(self, sku: str, qty: Decimal, on: int) -> None:
        with self.attempt(*REFUSALS):
            self.posted.append(self.shop.write_off(sku, qty, on=on))

    @precondition(lambda self: self.receipts)
    @rule(pick=picks, price=prices)
    def bill_late(self, pick: int, price: Decimal) -> None:
        receipt, sku = self.receipts[pick % len(self.receipts)]
        with self.attempt(errors.NothingToPost, errors.WrongDocument):
            self.posted.append(self.shop.bill(receipt, price, sku))

    @precondition(lambda self: self.receipts)
    @rule(pick=picks, amount=st.integers(1, 5_000))
    def freight(self, pick: int, amount: int) -> None:
        receipt, _ = self.receipts[pick % len(self.receipts)]
        with self.attempt(errors.WrongDocument):
            self.posted.append(self.shop.landed(receipt, Decimal(amount) / 100))

    @precondition(lambda self: self.receipts)
    @rule(pick=picks, qty=quantities, credit=prices)
    def back_to_supplier(self, pick: int, qty: Decimal, credit: Decimal) -> None:
        receipt, sku = self.receipts[pick % len(self.receipts)]
        with self.attempt(errors.MoreThanReceived, errors.WrongDocument, *REFUSALS):
            self.posted.append(self.shop.send_back(receipt, sku, qty, credit, on=70))

    @precondition(lambda self: self.posted)
    @rule(pick=picks)
    def reverse(self, pick: int) -> None:
        with self.attempt(errors.HasFollowers, errors.AlreadyReversed, errors.BeforeLastChange,
                          *REFUSALS):  # fmt: skip
            self.shop.reverse(self.posted[pick % len(self.posted)])

    @rule(through=st.integers(1, 12))
    def close_books(self, through: int) -> None:
        with self.attempt(errors.PeriodClosed):
            self.shop.close_books(through)

    @invariant()
    def books_are_exact(self) -> None:
        if hasattr(self, "shop"):
            if not self.whole:
                self.shop.work.read(assert_books_are_exact)
            assert self.shop.work.read(check_balances).ok
            proof = self.shop.work.read(verify)
            assert proof.ok, proof.differences[:3]


class _Attempt:
    """A refusal of these kinds is a fair answer; it must leave nothing behind."""

    def __init__(self, refusals: tuple[type[errors.RuleBroken], ...]) -> None:
        self.refusals = refusals

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        return kind is not None and issubclass(kind, self.refusals)


TestShop = ShopMachine.TestCase
TestShop.pytestmark = [pytest.mark.timeout(0)]  # as long as its examples take
if settings.default.max_examples >= 1000:  # the long campaign
    TestShop.settings = settings(settings.default, max_examples=5000)
