"""The lists of purchases and sales say where everything stands, alike on both databases."""

import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import document
from erp_desktop.reports.listing import ListingSource
from erp_desktop.reports.lists.purchasing import purchases
from erp_desktop.reports.lists.sales import sales
from erp_desktop.reports.trade_facts import (
    chargeable,
    open_invoices,
    orders_to_receive,
    orders_to_ship,
    product_facts,
    terms,
)
from erp_desktop.services.ordering import WriteOrder, confirm_order
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.trade import PartLine, TradeLine


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    place = str(tmp_path / "corner.shop")
    if request.param == "postgres":
        place = request.getfixturevalue("postgres_database")
    clock.set_now(lambda: day(20))
    shop = Shop.found(place)
    shop.product("TEA", price=20)
    shop.product("CUP", price=5)
    yield shop
    shop.work.close()


def rows(shop, listing, view="all"):
    """The rows of a view as {number: {column: cell}}."""
    source = ListingSource(listing)
    source.ask_for(replace(source.question, view=view))
    keys = [column.key for column in source.columns]
    found = [dict(zip(keys, row, strict=True)) for _, row in shop.work.read(source.page, 0, 100)]
    return {row["number"]: row for row in found}


def counts(shop, listing):
    return shop.work.read(ListingSource(listing).view_counts)


def test_a_purchase_from_order_to_payment(shop):
    order = shop.order("TEA", 10, 8, due_on=20260110)
    told = [story(shop, purchases, order)]
    receipt = shop.receive("TEA", 4, of=order, on=2)
    told.append(story(shop, purchases, order))
    shop.receive("TEA", 6, of=order, on=3)
    told.append(story(shop, purchases, order))
    bill = shop.bill(order, on=4, due_on=20260130)
    told.append(story(shop, purchases, order))
    shop.pay(20, bill, incoming=False, on=5)
    told.append(story(shop, purchases, order))
    shop.pay(60, bill, incoming=False, on=6)
    told.append(story(shop, purchases, order))
    assert told == [
        ("on_order", "Receive", D("0.00")),
        ("partly_received:0.40", "Receive the rest", D("0.00")),
        ("received", "Enter bill", D("0.00")),
        ("to_pay", "Pay", D("80.00")),
        ("partly_paid:0.25", "Pay", D("60.00")),
        ("paid", "", D("0.00")),
    ]
    row = rows(shop, purchases())[order.number]
    assert (row["total"], row["received"], row["lines"]) == (D("80.00"), D("80.00"), 1)
    assert receipt.number in rows(shop, purchases(), "receipts")


def story(shop, listing, order):
    row = rows(shop, listing())[order.number]
    head = shop.work.read(document, order.id).head
    assert (head.shown, head.next, head.open) == (row["state"], row["next"], row["open"])
    return row["state"], row["next"], row["open"]


def test_a_sale_from_order_to_overdue_and_back(shop):
    shop.receive("TEA", 10, 8, on=1)
    order = shop.sales_order("TEA", 4, 20, on=2, due_on=20260105)
    told = [story(shop, sales, order)]
    issue = shop.issue(order, "TEA", 1, on=3)
    told.append(story(shop, sales, order))
    shop.issue(order, "TEA", 3, on=3)
    told.append(story(shop, sales, order))
    shop.invoice(order, on=4, due_on=20260110)
    told.append(story(shop, sales, order))
    assert told == [
        ("confirmed", "Ship", D("0.00")),
        ("partly_shipped:0.25", "Ship the rest", D("0.00")),
        ("shipped", "Invoice", D("0.00")),
        ("overdue", "Take payment", D("80.00")),
    ]
    row = rows(shop, sales())[order.number]
    assert (row["paid"], row["margin"]) == (D("0.00"), D(60))
    shop.take_back(issue, "TEA", 1, on=6)
    assert story(shop, sales, order)[2] == D("60.00")


def test_views_count_what_waits(shop):
    waiting = shop.order("TEA", 10, 8)
    shop.receive("TEA", 1, of=waiting, on=2)
    shop.receive("CUP", 5, 2, on=2)  # without an order
    shop.sales_order("TEA", 1, 20, on=3)
    asked = counts(shop, purchases())
    assert (asked["all"], asked["to_receive"], asked["to_bill"], asked["unpaid"]) == (2, 1, 2, 0)
    asked = counts(shop, sales())
    assert (asked["all"], asked["to_ship"], asked["overdue"], asked["till"]) == (1, 1, 0, 0)
    assert shop.work.read(orders_to_receive) == shop.work.read(orders_to_ship) == 1


def test_everything_that_came_back_is_returned_and_asks_for_nothing(shop):
    order = shop.order("TEA", 2, 8)
    receipt = shop.receive("TEA", 2, of=order, on=2)
    shop.send_back(receipt, "TEA", 2, on=3)
    assert story(shop, purchases, order) == ("returned", "", D("0.00"))


def test_totals_are_those_of_the_rows(shop):
    shop.order("TEA", 10, 8)
    shop.order("CUP", 5, 2)
    source = ListingSource(purchases())
    source.ask_for(replace(source.question, view="all"))
    totals = dict(zip((c.key for c in source.columns), shop.work.read(source.totals), strict=True))
    assert (totals["total"], totals["lines"]) == (D("90.00"), 2)


def test_a_page_asks_for_products_and_open_bills(shop):
    shop.receive("TEA", 10, 8, on=1)
    shop.sales_order("TEA", 3, 20, on=2)
    facts = shop.work.read(product_facts, shop.pid("TEA"), shop.wid("MAIN"), buying=True)
    assert (facts.price, facts.on_hand, facts.available) == (D("8.00"), D(10), D(7))
    order = shop.order("TEA", 10, 9)
    receipt = shop.receive("TEA", 6, of=order, on=3)
    shop.send_back(receipt, "TEA", 1, on=4)
    (line,) = shop.work.read(chargeable, order.id)
    assert (line.quantity, line.done, line.left) == (D(6), D(1), D(5))
    bill = shop.bill(order, on=5)
    assert [item.open for item in shop.work.read(open_invoices, order.id)] == [D("45.00")]
    assert shop.work.read(open_invoices, bill.id)[0].number == bill.number
    assert shop.work.read(terms).warehouses[0][1] == "Shop"


def test_services_are_invoiced_from_the_order(shop):
    shop.product("WRAP", price=3, kind="service")
    lines = [TradeLine(shop.pid("TEA"), D(1), D(20)), TradeLine(shop.pid("WRAP"), D(1), D(3))]
    order = shop.work.run(
        confirm_order, WriteOrder(Kind.SALES_ORDER, shop.customer, lines, at=day(2))
    )
    shop.receive("TEA", 1, 8, on=1)
    shop.issue(order, "TEA", 1)
    assert {line.sku for line in shop.work.read(chargeable, order.id)} == {"TEA", "WRAP"}
    shop.invoice(order)
    assert all(line.left == 0 for line in shop.work.read(chargeable, order.id))


def test_a_long_list_is_quick(shop):
    """Hundreds of orders are read in a blink: no expression reads all documents for each row."""
    ids = [shop.pid("TEA"), shop.pid("CUP")]
    shop.receive("TEA", 5000, 8, on=1)
    shop.receive("CUP", 5000, 2, on=1)
    for at in range(150):
        lines = [TradeLine(one, D(2), D(20)) for one in ids]
        order = shop.work.run(
            confirm_order, WriteOrder(Kind.SALES_ORDER, shop.customer, lines, at=day(2))
        )
        if at % 2:
            parts = [PartLine(line.id, D(2)) for line in shop.lines_of(order).values()]
            shop.work.run(issue_goods, IssueGoods(order_id=order.id, parts=parts, at=day(3)))
    source = ListingSource(sales())
    started = time.perf_counter()
    shop.work.read(source.page, 0, 128)
    shop.work.read(source.totals)
    shop.work.read(source.view_counts)
    assert time.perf_counter() - started < 2
