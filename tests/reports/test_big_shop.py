"""A shop with 200,000 movements: the proof is green, and the past agrees with the whole ledger."""

import random
from collections.abc import Iterator
from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.models.books import Books
from erp_desktop.reports import stock
from erp_desktop.reports.integrity import check_balances, verify
from erp_desktop.services.catalogue.products import SaveProduct, save_product
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.till import PaidBy, SellAtTill, sell_at_till
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.trade import TradeLine

PRODUCTS, DOCUMENTS, LINES = 2_000, 20_000, 10

pytestmark = [pytest.mark.full, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = Shop.found(tmp_path_factory.mktemp("big") / "big.shop")
    dice = random.Random(7)
    ids = shop.work.run(_products)
    for first in range(0, DOCUMENTS, 2_000):
        shop.work.run(_trade, shop, ids, dice, range(first, first + 2_000))
    yield shop
    shop.work.close()


def _products(books: Books) -> list[int]:
    ids = [
        save_product(books, SaveProduct(sku=f"P{n:05}", category=f"C{n % 20}"))
        for n in range(PRODUCTS)
    ]
    lines = [OpeningLine(product_id, D(5_000), D(3)) for product_id in ids]
    open_stock(books, OpenStock(lines, at=day(1, 0)))
    return ids


def _trade(books: Books, shop: Shop, ids: list[int], dice: random.Random, papers: range) -> None:
    for number in papers:
        at, some = day(1) + number * 60, dice.sample(ids, LINES)
        if number % 20:
            lines = [TradeLine(one, D(1), D(10), rate=D(0)) for one in some]
            sell_at_till(books, SellAtTill(lines, [PaidBy("cash", D(10 * LINES))], at=at))
        else:
            lines = [TradeLine(one, D(50), D(dice.randint(100, 999)) / 100) for one in some]
            receive_goods(books, ReceiveGoods(shop.supplier, lines=lines, at=at))


def test_the_proof_is_green(big: Shop) -> None:
    found = big.work.read(verify)
    assert (found.ok, found.checked["movements"]) == (True, PRODUCTS + DOCUMENTS * LINES)
    assert big.work.read(check_balances).ok


@pytest.mark.parametrize("on", [0, 2, 7, 12, 20])
def test_the_past_is_what_the_ledger_had_summed_to(big: Shop, on: int) -> None:
    moment = day(on, 12)
    held = big.work.read(stock.held_at, moment)
    place = big.wid("MAIN")
    sums = dict(
        big.work.read(
            lambda books: books.rows(
                "SELECT product_id, SUM(CASE WHEN target_id = ? THEN quantity ELSE -quantity END) "
                "FROM stock_move WHERE happened_at <= ? GROUP BY product_id",
                (place, moment),
            )
        )
    )
    assert {key[0]: quantity for key, (quantity, _) in held.items() if quantity} == sums
