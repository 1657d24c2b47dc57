"""Statements of banks as banks write them: one column of amounts or two, any way round."""

from datetime import date
from decimal import Decimal as D
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from builders import Shop, day
from erp_desktop.core.errors import NotAmong, NotANumber
from erp_desktop.core.money import money_parts
from erp_desktop.exchange.imports.registry import undo_import
from erp_desktop.reports.reconciliation import standing
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.finance.reconciling_alone import match_automatically

from .conftest import Take, told

SIGNED = (
    "Date,Description,Payee,Reference,Amount,Balance\n"
    '05/01/2026,Transfer,Zhou trading,FT-1,"1,234.56",1334.56\n'
    "06/01/2026,Fee,,FT-2,12.50-,1322.06\n"
    "13/01/2026,Rent,Landlord,FT-3,(300.00),1022.06\n"
)


def lines(shop: Shop) -> list[tuple[Any, ...]]:
    """What the bank said: day, amount, words, balance; the earliest first."""
    rows = shop.work.read(
        lambda books: books.rows(
            "SELECT booked_on, amount, words, reference, balance FROM bank_line "
            "WHERE batch_id IS NOT NULL ORDER BY booked_on, id"
        )
    )
    return [(on, D(amount) / 10_000, words, reference, balance and D(balance) / 10_000)
            for on, amount, words, reference, balance in rows]  # fmt: skip


def test_one_column_of_signed_amounts(shop: Shop, take: Take) -> None:
    report = take("bank-statement", SIGNED)
    assert told(report) == []
    assert (report.imported, report.rows) == ({"bank_lines": 3}, 3)
    assert report.sums == {"file": "922.06", "imported": "922.06", "left_out": "0.00"}
    assert lines(shop) == [
        (20260105, D("1234.56"), "Zhou trading · Transfer", "FT-1", D("1334.56")),
        (20260106, D("-12.50"), "Fee", "FT-2", D("1322.06")),
        (20260113, D(-300), "Landlord · Rent", "FT-3", D("1022.06")),
    ]
    opening = "SELECT amount FROM bank_line WHERE batch_id IS NULL"
    assert shop.value_of(opening) == money_parts(D(100))  # brought forward


CHINESE = (
    "账号:,6222 0000 0000 0001,,,,\n"
    "交易日期,摘要,借方发生额,贷方发生额,余额,对方户名\n"
    "2026年1月8日,手续费,5.00,,1195.00,\n"
    "2026年1月6日,货款,,200.00,1200.00,周记商行\n"
    "合计,,5.00,200.00,,\n"
)


def test_two_columns_in_gbk_the_latest_first(shop: Shop, take: Take) -> None:
    report = take("bank-statement", CHINESE, encoding="gbk")
    assert (told(report), report.imported) == ([], {"bank_lines": 2})
    assert [line[:3] for line in lines(shop)] == [
        (20260106, D(200), "周记商行 · 货款"), (20260108, D(-5), "手续费"),
    ]  # fmt: skip


ALIPAY = (
    "交易创建时间,交易对方,商品说明,收/支,金额,交易状态,交易订单号\n"
    "2026-01-05 10:11:12,张三,茶叶,收入,28.00,交易成功,2026010522001\n"
    "2026-01-05 11:00:00,余额宝,转入,不计收支,500.00,交易成功,2026010522002\n"
    "2026-01-06 09:00:00,物流公司,运费,支出,12.00,交易成功,2026010622003\n"
)


def test_a_word_says_the_direction(shop: Shop, take: Take) -> None:
    report = take("bank-statement", ALIPAY, options={"account": "other_money"})
    assert report.imported == {"bank_lines": 2}
    assert report.left_out == {"without_effect": 1}
    assert [line[1] for line in lines(shop)] == [D(28), D(-12)]
    account = "SELECT role FROM account a JOIN bank_line b ON b.account_id = a.id"
    assert shop.value_of(account) == "other_money"


def test_a_wallet_says_no_balance_so_somebody_states_what_was_there(shop: Shop, take: Take) -> None:
    earlier = Pay(True, D(500), "wechat", shop.customer, at=day(1))
    shop.work.run(pay, earlier)
    report = take("bank-statement", ALIPAY, options={"account": "other_money", "opening": "500"})
    stands = shop.work.read(standing, "other_money")
    assert (stands.bank, stands.difference) == (money_parts(D(516)), 0)
    assert shop.work.run(match_automatically, "other_money").lines == 1  # brought forward
    with pytest.raises(NotANumber):
        take("bank-statement", ALIPAY, options={"account": "other_money", "opening": "lots"})
    undo_import(shop.work, report.id)
    assert shop.value_of("SELECT COUNT(*) FROM bank_line") == 0


GERMAN = (
    "Buchungstag;Verwendungszweck;Betrag;Saldo\n"
    "05.01.2026;Miete;-1.300,00;200,50\n"
    "06.01.2026;Eingang;99,50;300,00\n"
)


def test_semicolons_and_decimal_commas(shop: Shop, take: Take) -> None:
    report = take("bank-statement", GERMAN, encoding="cp1252")
    assert told(report) == []
    assert [line[1] for line in lines(shop)] == [D(-1300), D("99.50")]


@pytest.mark.parametrize("out", ["5.00", "-5.00"])
def test_what_went_out_with_its_sign_or_without(shop: Shop, take: Take, out: str) -> None:
    take("bank-statement", f"Date,Money in,Money out\n2026-01-05,,{out}\n2026-01-06,7,\n")
    assert [line[1] for line in lines(shop)] == [D(-5), D(7)]


def test_a_workbook_with_dates_and_numbers(shop: Shop, take: Take, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["记账日期", "收入金额", "支出金额", "账户余额", "附言"])
    sheet.append([date(2026, 1, 5), 100, None, 100, "货款"])
    sheet.append([date(2026, 1, 6), None, 0.1, 99.9, "费"])
    book.save(tmp_path / "statement.xlsx")
    report = take("bank-statement", tmp_path / "statement.xlsx")
    assert (told(report), report.imported) == ([], {"bank_lines": 2})
    assert lines(shop)[1][1:] == (D("-0.1"), "费", "", D("99.9"))


def test_every_problem_is_told_and_nothing_comes_in(shop: Shop, take: Take) -> None:
    report = take(
        "bank-statement",
        "Date,Amount,DR/CR\n2026-01-05,x,CR\n2026-02-30,5,DR\n2026-01-06,5,sideways\n"
        "2926-01-06,5,CR\n2026-01-07,0.001,CR\n",
    )  # fmt: skip
    assert [(row, column, problem) for row, column, problem, _ in told(report)] == [
        (2, "Amount", "not_a_number"),
        (3, "Date", "not_a_date"),
        (4, "DR/CR", "not_among"),
        (5, "Date", "date_too_far"),
        (6, "Amount", "TooManyPlaces"),
    ]
    assert lines(shop) == []
    without = take("bank-statement", "Date,Description\n2026-01-05,Fee\n")
    assert [problem.problem for problem in without.problems] == ["missing_column"]


def test_the_row_where_the_balance_breaks_is_named(shop: Shop, take: Take) -> None:
    broken = SIGNED.replace("1322.06", "1322.60")
    report = take("bank-statement", broken)
    assert told(report) == [
        (3, "Balance", "balance_breaks", "1322.06"),
        (4, "Balance", "balance_breaks", "1022.60"),
    ]
    assert take("bank-statement", broken, options={"balances": "ignore"}).ok


def test_the_same_export_again_brings_nothing(shop: Shop, take: Take) -> None:
    take("bank-statement", SIGNED)
    again = take("bank-statement", SIGNED + "\n")  # saved anew: another file
    assert (again.ok, again.imported, again.left_out) == (True, {}, {"known": 3})
    assert again.sums == {"file": "922.06", "imported": "0.00", "left_out": "922.06"}
    longer = take("bank-statement", SIGNED + "14/01/2026,Li,,FT-4,10,1032.06\n")
    assert (longer.imported, longer.left_out) == ({"bank_lines": 1}, {"known": 3})
    same = take("bank-statement", SIGNED)
    assert (same.ok, same.imported, same.left_out) == (True, {}, {"known": 3})


def test_a_try_out_keeps_nothing(shop: Shop, take: Take) -> None:
    report = take("bank-statement", SIGNED, dry_run=True)
    assert report.imported == {"bank_lines": 3}
    assert lines(shop) == []


def test_an_import_is_taken_back_with_what_it_matched(shop: Shop, take: Take) -> None:
    customer = Pay(True, D("1234.56"), "bank", shop.customer, at=day(4))
    shop.work.run(pay, customer)
    report = take("bank-statement", SIGNED)
    assert shop.work.run(match_automatically, "bank").lines == 1
    done = undo_import(shop.work, report.id)
    assert done.lines == 3
    assert shop.value_of("SELECT COUNT(*) FROM bank_line") == 0
    assert shop.value_of("SELECT COUNT(*) FROM bank_match") == 0
    assert take("bank-statement", SIGNED).imported == {"bank_lines": 3}


def test_the_drawer_has_no_statement(shop: Shop, take: Take) -> None:
    with pytest.raises(NotAmong):
        take("bank-statement", SIGNED, options={"account": "cash"})
