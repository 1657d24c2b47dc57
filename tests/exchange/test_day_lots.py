"""Day files for lots: promised to an order, blocked, released, sold for less."""

from decimal import Decimal

import pytest

from builders import Shop, day
from day_lines import send
from erp_desktop.core import clock
from shop_proof import assert_books_are_exact

START = [
    {"do": "product", "sku": "MILK", "price": "2.00", "track": "lot"},
    {"do": "supplier", "code": "ACME", "name": "Acme"},
    {"do": "customer", "code": "CAFE", "name": "Café"},
    {"do": "receive", "id": "R1", "at": "2026-01-02T09:00", "supplier": "ACME", "lines": [
        {"sku": "MILK", "qty": "5", "unit_cost": "1", "lot": "SOON", "expires": "2026-02-01"},
        {"sku": "MILK", "qty": "9", "unit_cost": "1", "lot": "LATE", "expires": "2026-05-01"},
    ]},
    {"do": "sales_order", "id": "SO1", "at": "2026-01-03T09:00", "customer": "CAFE", "lines": [
        {"sku": "MILK", "qty": "3", "price": "2"}, {"sku": "MILK", "qty": "4", "price": "2"},
    ]},
]  # fmt: skip


@pytest.fixture
def shop(tmp_path):
    shop = Shop.found(tmp_path / "lots.shop")
    assert [one["posted"] for one in send(shop, *START)] == [True] * len(START)
    yield shop
    shop.work.read(assert_books_are_exact)
    shop.work.close()


def shares(shop):
    rows = shop.work.read(
        lambda books: books.rows(
            "SELECT d.position, COALESCE(l.code, ''), r.quantity / 1000000 FROM "
            "stock_reservation r JOIN document_line d ON d.id = r.line_id "
            "LEFT JOIN lot l ON l.id = r.lot_id ORDER BY r.id"
        )
    )
    first = min((row[0] for row in rows), default=0)
    return [(row[0] - first, row[1], row[2]) for row in rows]


def test_an_order_gets_lots_line_by_line_and_ships_them(shop):
    said = {"do": "allocate", "of": "SO1", "lines": [
        {"sku": "MILK", "qty": "5", "lot": "LATE"}, {"sku": "MILK", "qty": "2"},
    ]}  # fmt: skip
    assert send(shop, said)[0]["posted"]
    assert shares(shop) == [(0, "LATE", 3), (1, "LATE", 2), (1, "", 2)]
    issue = {"do": "issue", "id": "S1", "of": "SO1", "at": "2026-01-04T09:00",
             "lines": [{"sku": "MILK", "qty": "7"}]}  # fmt: skip
    assert send(shop, issue)[0]["posted"]
    left = dict(
        shop.work.read(
            lambda books: books.rows(
                "SELECT l.code, SUM(d.on_hand) FROM stock_detail d JOIN lot l ON l.id = d.lot_id "
                "GROUP BY l.code"
            )
        )
    )
    assert left == {"SOON": 3_000_000, "LATE": 4_000_000}
    assert shares(shop) == []


def test_all_orders_are_allocated_by_a_rule(shop):
    assert send(shop, {"do": "allocate", "rule": "promised", "sku": ["MILK"], "remember": True})[0][
        "posted"
    ]
    assert shares(shop) == [(0, "", 3), (1, "", 4)]
    wrong = send(shop, {"do": "allocate", "rule": "fairly"})[0]
    assert wrong["error"] == "NotAmong"


def test_the_rule_promises_lots_where_one_says_so(shop):
    clock.set_now(lambda: day(10))
    assert send(shop, {"do": "allocate", "lots": True, "remember": True})[0]["posted"]
    assert shares(shop) == [(0, "SOON", 3), (1, "SOON", 2), (1, "LATE", 2)]
    assert send(shop, {"do": "allocate"})[0]["posted"]
    assert shares(shop) == [(0, "SOON", 3), (1, "SOON", 2), (1, "LATE", 2)]
    assert send(shop, {"do": "allocate", "lots": "yes"})[0]["posted"] is False


def test_what_cannot_be_promised_is_refused(shop):
    def refused(**line):
        return send(shop, {"do": "allocate", "of": "SO1", "lines": [{"sku": "MILK", **line}]})[0]

    assert refused(qty="8")["error"] == "MoreThanOrdered"
    assert refused(qty="6", lot="SOON")["error"] == "LotShort"
    assert refused(qty="1", lot="NEVER")["error"] == "UnknownLot"
    assert send(shop, {"do": "allocate", "of": "R1"})[0]["error"] == "WrongDocument"
    assert shares(shop) == []


def test_a_lot_is_blocked_released_and_sold_for_less(shop):
    lot = {"sku": "MILK", "lot": "SOON"}
    assert send(shop, {"do": "block_lot", "reason": "smells", **lot})[0]["posted"]
    issue = {"do": "issue", "at": "2026-01-04T09:00", "customer": "CAFE",
             "lines": [{"sku": "MILK", "qty": "1", "lot": "SOON"}]}  # fmt: skip
    assert send(shop, issue)[0]["error"] == "LotBlocked"
    assert send(shop, {"do": "block_lot", **lot})[0]["error"] == "WrongDayFileLine"
    assert send(shop, {"do": "unblock_lot", **lot}, issue)[1]["posted"]
    assert send(shop, {"do": "reprice_lot", "price": "1.20", **lot})[0]["posted"]
    assert price_of(shop) == Decimal("1.20")
    assert send(shop, {"do": "reprice_lot", **lot})[0]["posted"]
    assert price_of(shop) is None
    assert send(shop, {"do": "reprice_lot", "price": "-1", **lot})[0]["error"] == "NotPositive"


def price_of(shop):
    found = shop.value_of("SELECT price FROM lot WHERE code = 'SOON'")
    return None if found is None else Decimal(found) / 1_000_000
