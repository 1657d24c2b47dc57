"""The reports tell a shop's January, and tie to the accounts."""

from decimal import Decimal as D
from pathlib import Path
from typing import Any

import pytest

from builders import Shop, day
from erp_desktop.core import errors
from erp_desktop.core.table import Table
from erp_desktop.reports.integrity import verify
from erp_desktop.reports.registry import REPORTS, ReportAsk
from erp_desktop.reports.replenishment import SENTENCES

from .telling import busy_shop


def report(shop: Shop, name: str, **asked: Any) -> Table:
    return shop.work.read(REPORTS[name].make, ReportAsk(**asked))


def rows(shop: Shop, name: str, **asked: Any) -> list[dict[str, Any]]:
    table = report(shop, name, **asked)
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def total(shop: Shop, name: str, column: str, **asked: Any) -> D:
    return sum((row[column] for row in rows(shop, name, **asked)), D(0))


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Any:
    shop = busy_shop(tmp_path_factory.mktemp("shop") / "january.shop")
    yield shop
    shop.work.close()


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_fills_every_column(january: Shop, name: str) -> None:
    table = report(january, name)
    assert (table.name, table.title) == (name, REPORTS[name].title)
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert not table.keys or len(table.keys) == len(table.rows)
    for narrowed in ({"sku": "TEA"}, {"warehouse": "STORE2"}, {"as_of": day(5)},
                     {"from_day": 20260103, "to_day": 20260108}):  # fmt: skip
        assert len(report(january, name, **narrowed).rows) >= 0


def test_stock_says_what_the_command_line_promises(january: Shop) -> None:
    found = rows(january, "stock")
    assert list(found[0]) == [
        "sku", "warehouse", "quantity", "reserved", "available", "value", "unit_cost",
    ]  # fmt: skip
    assert [(row["sku"], row["warehouse"]) for row in found] == [
        ("CUP", "MAIN"), ("POT", "MAIN"), ("POT", "STORE2"), ("TEA", "MAIN"), ("TEA", "STORE2"),
    ]  # fmt: skip
    tea = found[3]
    assert (tea["quantity"], tea["reserved"], tea["available"]) == (D(5), D(1), D(4))
    assert tea["value"] == january.stock_value("TEA", "MAIN")
    assert rows(january, "valuation") == found
    assert rows(january, "stock", sku="TEA", warehouse="MAIN") == [tea]


def test_an_empty_shelf_is_listed_with_nothing(shop: Shop) -> None:
    shop.receive("TEA", 8, 10, on=1)
    shop.sell("TEA", 8, on=2)
    (row,) = rows(shop, "stock")
    assert (row["quantity"], row["value"], row["unit_cost"]) == (D(0), D(0), D(0))


def test_the_stock_of_a_past_moment(shop: Shop) -> None:
    shop.receive("TEA", 10, 10, on=1)
    shop.sell("TEA", 4, when=day(3, 12))
    shop.receive("TEA", 10, 16, on=2)
    at_ten = rows(shop, "stock", as_of=day(3, 10))[0]
    at_one = rows(shop, "stock", as_of=day(3, 13))[0]
    assert (at_ten["quantity"], at_ten["value"]) == (D(20), D(260))
    assert (at_one["quantity"], at_one["value"]) == (D(16), D(208))
    assert rows(shop, "stock", as_of=day(1, 8))[0]["quantity"] == D(0)


def test_the_stock_of_a_closed_day_stays_what_it_was(shop: Shop) -> None:
    """L-21: what is posted late into a closed period is booked on the first open day."""
    shop.receive("TEA", 10, 10, on=1)
    shop.sell("TEA", 5, on=3)
    shop.close_books(5)
    shop.receive("TEA", 10, 16, on=2)
    assert rows(shop, "stock", as_of=day(5))[0]["value"] == D(50)
    assert rows(shop, "stock", as_of=day(6, 23))[0]["value"] == D(195)
    assert total(shop, "cost-of-sales", "cost", to_day=20260105) == D(50)
    assert total(shop, "cost-of-sales", "cost") == D(65)


def test_cost_of_sales_has_the_promised_columns_and_its_sum_is_the_account(january: Shop) -> None:
    found = rows(january, "cost-of-sales")
    assert list(found[0]) == ["document", "id", "at", "sku", "warehouse", "quantity", "cost"]
    assert total(january, "cost-of-sales", "cost") == january.cost_of_sales()
    assert not any(row["document"] == "TS-2026-000003" for row in found)  # reversed: never was
    for first, last in ((20260101, 20260106), (20260107, 20260110), (20260111, 20261231)):
        booked = sum((january.cost_of_sales(on) for on in range(first % 100, last % 100 + 1)), D(0))
        assert total(january, "cost-of-sales", "cost", from_day=first, to_day=last) == booked


def test_a_variance_is_a_row_of_the_receipt_that_brought_it(shop: Shop) -> None:
    """L-35: 2 @ 10, sell 5, receive 10 @ 12: a variance of 6.00."""
    shop.product("TEA", negative="allow")
    shop.receive("TEA", 2, 10, on=1)
    shop.sell("TEA", 5, on=2, external_id="T1")
    shop.receive("TEA", 10, 12, on=3, external_id="R2")
    found = [(row["id"], row["quantity"], row["cost"]) for row in rows(shop, "cost-of-sales")]
    assert found == [("T1", D(5), D(50)), ("R2", D(0), D(6))]


def test_returns_come_back_with_their_cost(shop: Shop) -> None:
    shop.receive("TEA", 10, 10, on=1)
    sold = shop.sell("TEA", 3, on=2)
    shop.take_back(sold, "TEA", 2, on=3)
    found = [(row["quantity"], row["cost"]) for row in rows(shop, "cost-of-sales")]
    assert found == [(D(3), D(30)), (D(-2), D(-20))]
    (product,) = rows(shop, "sales-by-product")
    assert (product["quantity"], product["sales"], product["profit"]) == (D(1), D(20), D(10))


def test_the_ledger_card_ends_at_the_balance(january: Shop) -> None:
    for sku, place in (("TEA", "MAIN"), ("TEA", "STORE2"), ("POT", "STORE2"), ("CUP", "MAIN")):
        last = rows(january, "stock-ledger", sku=sku, warehouse=place)[-1]
        assert last["on_hand"] == january.on_hand(sku, place)
        assert last["worth"] == january.stock_value(sku, place)


def test_sales_and_profit_tie_to_the_accounts(january: Shop) -> None:
    assert total(january, "sales", "net") == -january.account("sales")
    assert total(january, "sales-by-product", "sales") == -january.account("sales")
    assert total(january, "sales-by-product", "cost") == january.cost_of_sales()
    for name in ("profit", "profit-by-day"):
        assert total(january, name, "cost") == january.cost_of_sales()
    by_product = sum((total(january, "profit", "profit", sku=sku) for sku in ("TEA", "CUP", "POT")),
                     D(0))  # fmt: skip
    assert by_product == total(january, "profit", "profit")


def test_an_issue_that_comes_back_is_counted_once(shop: Shop) -> None:
    shop.receive("TEA", 10, 10, on=1)
    issued = shop.issue(shop.sales_order("TEA", 5, 20), "TEA", 5)
    shop.invoice(issued)
    shop.take_back(issued, "TEA", 2, on=6)
    (product,) = rows(shop, "sales-by-product")
    assert (product["quantity"], product["sales"], product["cost"]) == (D(3), D(60), D(30))


def test_open_items_are_the_accounts(january: Shop) -> None:
    assert total(january, "receivables", "open") == january.account("receivable")
    assert total(january, "payables", "open") == -january.account("payable")
    assert [row["document"] for row in rows(january, "receivables")] == ["IN-2026-000001"]


def test_open_items_of_an_earlier_day_know_nothing_of_later_payments(january: Shop) -> None:
    assert total(january, "receivables", "open", to_day=20260104) == D(60)
    assert total(january, "receivables", "open", to_day=20260105) == D(20)


def test_a_reversed_payment_opens_its_invoice_again(shop: Shop) -> None:
    shop.receive("TEA", 10, 10, on=1)
    invoice = shop.invoice(shop.issue(shop.sales_order("TEA", 5, 20), "TEA", 5))
    payment = shop.pay(60, invoice)
    shop.reverse(payment)
    assert total(shop, "receivables", "open") == D(100) == shop.account("receivable")
    assert len(rows(shop, "receivables")) == 1


def test_the_cash_book_ends_at_the_account(january: Shop) -> None:
    of_cash = [row for row in rows(january, "cash") if row["account"] == "1001"]
    assert of_cash[-1]["balance"] == january.account("cash")


def test_the_trial_balance_is_balanced(january: Shop) -> None:
    table = rows(january, "trial-balance", from_day=20260105, to_day=20260110)
    for column in ("opening", "closing"):
        assert sum((row[column] for row in table), D(0)) == 0
    assert sum((row["debit"] - row["credit"] for row in table), D(0)) == 0
    assert total(january, "journal", "debit") == total(january, "journal", "credit")


def test_what_to_order_counts_what_is_on_its_way(shop: Shop) -> None:
    """L-46: an order that brings the stock back to its minimum mutes the alert."""
    shop.product("TEA", minimum="10")
    shop.receive("TEA", 8, 10, on=1)
    shop.sales_order("TEA", 6, on=2)
    (short,) = rows(shop, "replenishment")
    assert (short["forecast"], short["suggested"], short["why"]) == (D(2), D(8), "below")
    shop.order("TEA", 30, 10, on=2)
    (muted,) = rows(shop, "replenishment")
    assert (muted["on_order"], muted["suggested"], muted["why"]) == (D(30), D(0), "coming")
    assert SENTENCES[short["why"]].format(**short) == "2 will be left, below the minimum of 10."


def test_stock_below_zero_is_listed(shop: Shop) -> None:
    shop.product("TEA", negative="allow")
    shop.receive("TEA", 2, 10, on=1)
    shop.sell("TEA", 5, on=2)
    (row,) = rows(shop, "negative-stock")
    assert (row["quantity"], row["value"]) == (D(-3), D("-30.00"))


def test_unknown_names_are_refused(january: Shop) -> None:
    with pytest.raises(errors.UnknownProduct):
        report(january, "stock", sku="NONE")
    with pytest.raises(errors.UnknownWarehouse):
        report(january, "stock", warehouse="NONE")


def test_the_same_reports_on_a_server(postgres_database: str, tmp_path: Path) -> None:
    on_file, on_server = busy_shop(tmp_path / "file.shop"), busy_shop(postgres_database)
    found = on_server.work.read(verify)
    assert (found.ok, found.differences) == (True, [])
    for name in REPORTS:
        for asked in ({}, {"as_of": day(8)}, {"from_day": 20260103, "to_day": 20260108}):
            first, second = report(on_file, name, **asked), report(on_server, name, **asked)
            assert list(first.rows) == list(second.rows), name
    on_file.work.close()
    on_server.work.close()
