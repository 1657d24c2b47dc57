"""Day files of goods that are kept in kilograms and pieces: counted in both."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from day_lines import send
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.stock import stock
from shop_proof import assert_books_are_exact

START = [
    {"do": "product", "sku": "SALMON", "unit": "kg", "catch_unit": "fish", "price": "60"},
    {"do": "product", "sku": "TEA", "price": "28.00"},
    {"do": "supplier", "code": "ACME", "name": "Acme"},
    {"do": "receive", "id": "R1", "at": "2026-01-02T09:00", "supplier": "ACME",
     "lines": [{"sku": "SALMON", "qty": "20", "pieces": "5", "unit_cost": "30"},
               {"sku": "TEA", "qty": "3", "unit_cost": "9"}]},
]  # fmt: skip


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "pieces.shop")
    assert [one["posted"] for one in send(shop, *START)] == [True] * len(START)
    yield shop
    shop.work.read(assert_books_are_exact)
    shop.work.close()


def count(shop, **line):
    return send(shop, {"do": "count", "id": "K1", "at": "2026-01-05T09:00",
                       "lines": [{"sku": "SALMON", **line}]})[0]  # fmt: skip


def told(shop, **asked):
    found = shop.work.read(stock, ReportAsk(**asked))
    at = [found.column(key) for key in ("sku", "quantity", "pieces")]
    return [tuple(row[one] for one in at) for row in found.rows]


def test_kilograms_and_pieces_are_counted_and_reported(shop):
    answer = count(shop, counted="18.5", pieces="4")
    assert answer["posted"], answer
    assert [one["qty"] for one in answer["moves"]] == ["-1.5"]
    assert told(shop) == [("SALMON", D("18.5"), D(4)), ("TEA", D(3), None)]


def test_stock_of_a_day_tells_the_pieces_of_that_day(shop):
    count(shop, counted="18.5", pieces="4")
    assert told(shop, as_of=day(3))[0] == ("SALMON", D(20), D(5))


def test_shelves_add_up_and_less_than_nothing_is_refused(shop):
    assert count(shop, counted="1", pieces="-1")["error"] == "NotPositive"
    lines = [{"sku": "SALMON", "counted": "10", "pieces": "2", "shelf": "ice"},
             {"sku": "SALMON", "counted": "8", "pieces": "2", "shelf": "counter"}]  # fmt: skip
    send(shop, {"do": "count", "id": "K2", "at": "2026-01-05T09:00", "lines": lines})
    assert told(shop)[0] == ("SALMON", D(18), D(4))


def test_a_shop_without_such_goods_has_no_such_column(tmp_path):
    shop = Shop.found(tmp_path / "tea.shop")
    shop.product("TEA")
    shop.receive("TEA", 3, 1)
    found = shop.work.read(stock, ReportAsk())
    assert "pieces" not in [column.key for column in found.columns]
    shop.work.close()
