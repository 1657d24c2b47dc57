"""Shifts as a report, and why goods came back."""

from decimal import Decimal as D
from pathlib import Path

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.reversing import reverse
from erp_desktop.services.sales.return_rules import Came
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.sales.shifts import CloseShift, OpenShift, close_shift, open_shift
from erp_desktop.services.trade import PartLine


@pytest.fixture
def shop(tmp_path: Path):
    clock.set_now(lambda: day(10, 9))
    shop = Shop.found(tmp_path / "a.shop")
    shop.product("TEA", name="Green tea", supplier_id=shop.supplier)
    shop.product("CUP", name="White cup")
    shop.opening("TEA", 20, 10)
    shop.opening("CUP", 20, 10)
    shop.work.till = "1"
    yield shop
    clock.set_now(None)
    shop.work.close()


def rows(shop: Shop, name: str, **ask):
    table = shop.work.read(REPORTS[name].make, ReportAsk(**ask))
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def back(shop: Shop, sale, sku: str, qty: str, *came: Came) -> None:
    part = PartLine(shop.lines_of(sale)[sku].id, D(qty))
    command = ReturnFromCustomer(sale.id, parts=[part], paid_by="cash", at=day(10), came=came)
    shop.work.run(return_from_customer, command)


def test_a_closed_shift_says_what_came_in_and_what_was_missing(shop):
    shop.work.run(open_shift, OpenShift("1", D(50)))
    sale = shop.sell("TEA", 3, 20, on=10)
    back(shop, sale, "TEA", "1", Came("faulty", "", "stock"))
    shop.work.run(close_shift, CloseShift("1", D(88)))
    row = rows(shop, "shifts")[0]
    assert (row["receipts"], row["sales"], row["returns"]) == (1, D(60), D(-20))
    assert (row["expected"], row["counted"], row["difference"]) == (D(90), D(88), D(-2))
    assert rows(shop, "shifts", to_day=20260109) == []


def test_returns_are_told_by_reason_product_and_supplier(shop):
    tea, cup = shop.sell("TEA", 10, 20, on=9), shop.sell("CUP", 2, 20, on=9)
    back(shop, tea, "TEA", "2", Came("faulty", "lid", "repair"))
    back(shop, tea, "TEA", "1", Came("damaged", "", "scrap"))
    back(shop, cup, "CUP", "1")
    found = {(row["reason"], row["sku"]): row for row in rows(shop, "returns")}
    faulty = found["Does not work", "TEA"]
    assert (faulty["supplier"], faulty["quantity"], faulty["amount"]) == ("Acme Ltd", D(2), D(40))
    assert (faulty["sold"], faulty["rate"], faulty["repair"]) == (D(10), D(20), D(2))
    assert found["Damaged", "TEA"]["scrap"] == D(1)
    assert found["", "CUP"]["quantity"] == D(1)


def test_a_reversed_return_never_happened(shop):
    tea = shop.sell("TEA", 1, 20, on=9)
    back(shop, tea, "TEA", "1", Came("faulty"))
    shop.work.run(reverse, shop.value_of("SELECT id FROM document WHERE kind = 'sales_return'"))
    assert rows(shop, "returns") == []
