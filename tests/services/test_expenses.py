"""Expenses: what was spent, the tax in it, the money; accounts that are chosen or made."""

import json
from typing import Any

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.exchange.day_file import post_lines, read_lines
from erp_desktop.reports.accountant import pack
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.expenses import expense_papers, expenses
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense, expense_accounts
from erp_desktop.services.paper import Posted
from erp_desktop.services.unit_of_work import open_shop


def spend(shop: Shop, account: str, amount: str, *, on: int = 5, **facts: Any) -> Posted:
    return shop.work.run(enter_expense, EnterExpense(account, D(amount), at=day(on), **facts))


def spent_on(shop: Shop, name: str) -> Any:
    rows = shop.work.read(expenses, ReportAsk()).rows
    return sum(row[3] for row in rows if row[2] == name)


def test_an_expense_is_net_tax_and_money(shop):
    done = spend(shop, "Rent", "1130.00", rate=D(13), method="bank")
    assert done.number == "EX-2026-000001"
    assert shop.account("bank") == D(-1130)
    assert shop.account("input_tax") == D(130)
    assert spent_on(shop, "Rent") == D(1000)


def test_tax_is_rounded_once(shop):
    spend(shop, "Travel", "100.00", rate=D(13))
    assert (spent_on(shop, "Travel"), shop.account("input_tax")) == (D("88.50"), D("11.50"))


def test_the_usual_accounts_are_made_when_they_are_first_used(shop):
    def offered() -> dict[str, str]:
        return {one.name: one.code for one in shop.work.read(expense_accounts)}

    assert offered()["Wages"] == ""
    assert "Cost of sales" not in offered()
    spend(shop, "Wages", "10")
    code = offered()["Wages"]
    spend(shop, "工资", "20")  # the same in the other language
    spend(shop, code, "30")
    spend(shop, "wages", "40")
    assert spent_on(shop, "Wages") == D(100)


def test_a_shop_spends_on_what_it_names_itself(shop):
    spend(shop, "Dog food", "7.50", note="For Rex")
    row = shop.work.read(expense_papers, ReportAsk()).rows[0]
    assert (row[5], row[7], row[10]) == ("Dog food", "For Rex", D("7.50"))


def test_what_the_ledgers_write_is_nobodys_expense(shop):
    with pytest.raises(errors.NotAmong):
        spend(shop, "6401", "5")
    with pytest.raises(errors.Missing):
        spend(shop, " ", "5")
    with pytest.raises(errors.NotPositive):
        spend(shop, "Rent", "0")
    with pytest.raises(errors.NotAmong):
        spend(shop, "Rent", "5", method="advance")
    assert shop.work.read(expense_papers, ReportAsk()).rows == []


def test_a_reversed_expense_leaves_nothing(shop):
    done = spend(shop, "Rent", "113", rate=D(13), on=5)
    shop.reverse(done)
    assert shop.account("cash") == 0
    assert shop.account("input_tax") == 0
    assert shop.work.read(expenses, ReportAsk()).rows == []
    assert [row[10] for row in shop.work.read(expense_papers, ReportAsk()).rows] == [
        D(113),
        D(-113),
    ]


def test_another_till_knows_an_account_that_was_just_made(shop):
    other = open_shop(
        shop.work.database.place if hasattr(shop.work.database, "place") else "", None
    )
    try:
        shop_two = Shop(other)
        spend(shop_two, "Rent", "1")
        done = spend(shop, "Dog food", "5")
        shop_two.reverse(done)
    finally:
        other.close()
    assert spent_on(shop, "Dog food") == 0


def test_months_and_accounts_stand_apart(shop):
    spend(shop, "Rent", "100", on=5)
    spend(shop, "Rent", "100", on=40)
    spend(shop, "Wages", "50", on=41)
    rows = shop.work.read(expenses, ReportAsk()).rows
    assert [(row[0], row[2], row[3]) for row in rows] == [
        ("2026-01", "Rent", D(100)), ("2026-02", "Rent", D(100)), ("2026-02", "Wages", D(50)),
    ]  # fmt: skip


def test_closed_books_take_it_on_the_first_open_day(shop):
    shop.close_books(10)
    spend(shop, "Rent", "100", on=5)
    assert shop.account("cash", on=11) == D(-100)
    shop.reopen_books(0)


def test_the_accountants_pack_ties_out_with_expenses(shop):
    receipt = shop.receive("TEA", 10, 10, on=2)
    shop.bill(receipt, rate=D(13), on=3)
    spend(shop, "Rent", "1130", rate=D(13))
    spend(shop, "Travel", "99.99", rate=D(9))
    shop.reverse(spend(shop, "Travel", "10", rate=D(9)))
    tables = {table.name: table for table in shop.work.read(pack, 20260101, 20260131)}
    assert [row for row in tables["tie-out"].rows if row[3]] == []
    assert len(tables["expense-papers"].rows) == 4


def test_a_day_file_spends(shop):
    said = {"do": "expense", "id": "E1", "at": "2026-01-05T10:00", "account": "Rent",
            "amount": "113.00", "tax": "13", "method": "bank", "partner": "ACME",
            "note": "January"}  # fmt: skip
    lines = read_lines((json.dumps(said) + "\n" + json.dumps(said)).encode())
    first, again = list(post_lines(shop.work, lines))
    assert first.broken is None
    assert again.posted is not None
    assert (again.posted.again, again.posted.number) == (True, "EX-2026-000001")
    row = shop.work.read(expense_papers, ReportAsk()).rows[0]
    assert row[6:] == ("Acme Ltd", "January", D(100), D(13), D(113))
