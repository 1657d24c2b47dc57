"""Profit by month goes on from gross to net, and what it says is what the journal says."""

from decimal import Decimal

from builders import D, Shop, day
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.registry import REPORTS
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense
from erp_desktop.services.finance.money_transfers import TransferMoney, transfer_money


def profit(shop: Shop, **asked: object) -> list[dict[str, object]]:
    found = shop.work.read(REPORTS["profit"].answer, ReportAsk(**asked))
    keys = [column.key for column in found.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.rows]


def spend(shop: Shop, account: str, amount: str, on: int = 5, rate: str = "0") -> None:
    command = EnterExpense(account, D(amount), D(rate), "bank", at=day(on))
    shop.work.run(enter_expense, command)


def earned(shop: Shop) -> Decimal:
    """What the income and expense accounts of the journal come to."""
    found = shop.value_of(
        "SELECT -SUM(j.amount) FROM journal_line j JOIN account a ON a.id = j.account_id "
        "WHERE a.kind IN ('income', 'expense')"
    )
    return D(int(found)) / 10_000


def test_net_profit_is_what_the_journal_says(shop):
    shop.receive("TEA", 10, 10, on=1)
    shop.sell("TEA", 4, 25, on=3)
    shop.write_off("TEA", 1, on=4)
    spend(shop, "Rent", "30.00")
    spend(shop, "Travel", "11.30", rate="13")
    fee = TransferMoney("card", "bank", D(50), D("1.13"), D(13), at=day(6))
    shop.work.run(transfer_money, fee)
    (row,) = profit(shop)
    assert list(row)[:7] == [  # what scripts read stands first
        "month", "sales", "cost", "profit", "margin", "expenses", "net_profit",
    ]  # fmt: skip
    assert row["expenses"] == D("51.00")  # 30 + 10 + 1, and the broken tea of 10
    assert row["net_profit"] == row["profit"] - row["expenses"] == earned(shop)
    assert sum(row[key] for key in row if key.startswith("account_")) == row["expenses"]


def test_a_month_without_sales_still_pays_its_rent(shop):
    spend(shop, "Rent", "100", on=40)
    (row,) = profit(shop)
    assert (row["month"], row["sales"], row["margin"], row["net_profit"]) == (
        "2026-02", D(0), None, D(-100),
    )  # fmt: skip


def test_months_have_the_same_accounts(shop):
    spend(shop, "Rent", "100", on=5)
    spend(shop, "Wages", "70", on=40)
    january, february = profit(shop)
    rent, wages = (key for key in january if key.startswith("account_"))
    assert (january[rent], january[wages]) == (D(100), D(0))
    assert (february[rent], february[wages]) == (D(0), D(70))


def test_an_earlier_moment_knows_nothing_of_later_expenses(shop):
    spend(shop, "Rent", "100", on=5)
    spend(shop, "Rent", "40", on=9)
    (row,) = profit(shop, as_of=day(6))
    assert row["net_profit"] == D(-100)


def test_a_product_alone_has_no_rent(shop):
    shop.receive("TEA", 10, 10, on=1)
    shop.sell("TEA", 4, 25, on=3)
    spend(shop, "Rent", "30.00")
    (row,) = profit(shop, sku="TEA")
    assert list(row) == ["month", "sales", "cost", "profit", "margin"]
