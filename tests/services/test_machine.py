"""A machine plays shop: whatever is done, in whatever order of time, the ledgers stay exact.

After every step: balances equal the sum of the ledger (L-1), an empty shelf is worth nothing, the
story told again from the first row changes nothing (L-2), and the stock account equals the value
of the stock ledger.
"""

from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

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
from erp_desktop.reports.integrity import verify
from erp_desktop.services.paper import Posted
from shop_proof import assert_books_are_exact

SKUS = ("TEA", "CUP", "BOX")
PLACES = ("MAIN", "BACK")

quantities = st.integers(1, 40).map(lambda n: Decimal(n) / (4 if n % 5 == 0 else 1))
prices = st.integers(0, 4_000).map(lambda n: Decimal(n) / 100)
days = st.integers(2, 60)
skus = st.sampled_from(SKUS)
places = st.sampled_from(PLACES)
picks = st.integers(0, 10_000)


class ShopMachine(RuleBasedStateMachine):
    """Receive, sell, return, move, count, write off, bill late, reverse, close, on any day."""

    @initialize()
    def found(self) -> None:
        self.folder = Path(mkdtemp(prefix="shop-machine-"))
        self.shop = Shop.found(self.folder / "machine.shop")
        self.shop.warehouse("BACK")
        for sku, negative in zip(SKUS, ("allow", "block", "warn"), strict=True):
            self.shop.product(sku, negative=negative)
        self.minutes = count(1)
        self.receipts: list[tuple[Posted, str]] = []
        self.sales: list[tuple[Posted, str, int]] = []
        self.posted: list[Posted] = []

    def teardown(self) -> None:
        if hasattr(self, "shop"):
            self.shop.work.close()
            for file in self.folder.iterdir():
                file.unlink()
            self.folder.rmdir()

    def moment(self, number: int) -> int:
        """A business time nobody else has."""
        return day(number, 8) + next(self.minutes)

    def attempt(self, *refusals: type[errors.RuleBroken]) -> Any:
        return _Attempt(refusals)

    @rule(sku=skus, qty=quantities, price=prices, on=days, place=places)
    def receive(self, sku: str, qty: Decimal, price: Decimal, on: int, place: str) -> None:
        done = self.shop.receive(sku, qty, price, when=self.moment(on), into=place)
        self.receipts.append((done, sku))
        self.posted.append(done)

    @rule(sku=skus, qty=quantities, on=days, place=places)
    def sell(self, sku: str, qty: Decimal, on: int, place: str) -> None:
        moment = self.moment(on)
        with self.attempt(errors.NotEnoughStock):
            done = self.shop.sell(sku, qty, 30, when=moment, at=place)
            self.sales.append((done, sku, on))
            self.posted.append(done)

    @precondition(lambda self: self.sales)
    @rule(pick=picks, qty=quantities, later=st.integers(1, 20), place=places)
    def return_by_receipt(self, pick: int, qty: Decimal, later: int, place: str) -> None:
        sale, sku, on = self.sales[pick % len(self.sales)]
        with self.attempt(errors.MoreThanSold, errors.WrongDocument, errors.NotEnoughStock):
            self.posted.append(self.shop.take_back(sale, sku, qty, on=on + later, into=place))

    @rule(sku=skus, qty=quantities, on=days)
    def return_without_receipt(self, sku: str, qty: Decimal, on: int) -> None:
        self.posted.append(self.shop.take_back(None, sku, qty, on=on, price=30))

    @rule(sku=skus, qty=quantities, on=days, there=st.booleans())
    def transfer(self, sku: str, qty: Decimal, on: int, there: bool) -> None:
        ends = PLACES if there else PLACES[::-1]
        with self.attempt(errors.NotEnoughStock):
            self.posted.append(self.shop.transfer(sku, qty, *ends, on=on))

    @rule(sku=skus, counted=st.integers(0, 30), on=days)
    def count_shelf(self, sku: str, counted: int, on: int) -> None:
        with self.attempt(errors.NotEnoughStock):
            self.posted.append(self.shop.count(sku, counted, when=self.moment(on)))

    @rule(sku=skus, qty=quantities, on=days)
    def write_off(self, sku: str, qty: Decimal, on: int) -> None:
        with self.attempt(errors.NotEnoughStock):
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
        with self.attempt(errors.MoreThanReceived, errors.WrongDocument, errors.NotEnoughStock):
            self.posted.append(self.shop.send_back(receipt, sku, qty, credit, on=70))

    @precondition(lambda self: self.posted)
    @rule(pick=picks)
    def reverse(self, pick: int) -> None:
        with self.attempt(errors.HasFollowers, errors.AlreadyReversed, errors.NotEnoughStock):
            self.shop.reverse(self.posted[pick % len(self.posted)])

    @rule(through=st.integers(1, 12))
    def close_books(self, through: int) -> None:
        with self.attempt(errors.PeriodClosed):
            self.shop.close_books(through)

    @invariant()
    def books_are_exact(self) -> None:
        if hasattr(self, "shop"):
            self.shop.work.read(assert_books_are_exact)
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
