"""Money between own accounts: takings to the bank, cards paid out less a fee, change from it."""

import json
from typing import Any

import pytest

from builders import D, Shop, day
from erp_desktop.core import errors
from erp_desktop.core.states import Kind
from erp_desktop.documents.registry import paper_for, papers_of
from erp_desktop.exchange.day_file import post_lines, read_lines
from erp_desktop.reports.accountant import pack
from erp_desktop.reports.asking import ReportAsk
from erp_desktop.reports.expenses import expense_papers, expenses
from erp_desktop.reports.finance import cash
from erp_desktop.reports.integrity import verify
from erp_desktop.services.finance.money_transfers import (
    TransferMoney,
    held,
    places_of_money,
    transfer_money,
)
from erp_desktop.services.paper import Leg, Paid, Paper, Posted
from erp_desktop.services.posting import post
from erp_desktop.services.users.people import add_person


def move(shop: Shop, source: str, target: str, amount: str, fee: str = "0", **facts: Any) -> Posted:
    said = {"at": day(5), **facts}
    return shop.work.run(transfer_money, TransferMoney(source, target, D(amount), D(fee), **said))


def test_takings_go_to_the_bank(shop):
    done = move(shop, "cash", "bank", "500.00")
    assert done.number == "MT-2026-000001"
    assert (shop.account("cash"), shop.account("bank")) == (D(-500), D(500))


def test_a_provider_pays_cards_out_less_its_fee(shop):
    move(shop, "card", "bank", "1000.00", "8.80", rate=D(10))
    assert (shop.account("card"), shop.account("bank")) == (D(-1000), D("991.20"))
    assert shop.account("input_tax") == D("0.80")
    (row,) = shop.work.read(expenses, ReportAsk()).rows
    assert row[2:] == ("Bank fees", D("8.00"))


def test_a_fee_stands_among_the_expenses_and_the_pack_ties_out(shop):
    move(shop, "wechat", "bank", "200", "1.06", rate=D(6))
    move(shop, "cash", "bank", "300")  # nothing kept, nothing spent
    shop.reverse(move(shop, "alipay", "bank", "100", "0.53", rate=D(6)))
    rows = shop.work.read(expense_papers, ReportAsk()).rows
    assert [row[8:] for row in rows] == [
        (D("1.00"), D("0.06"), D("1.06")), (D("0.50"), D("0.03"), D("0.53")),
        (D("-0.50"), D("-0.03"), D("-0.53")),
    ]  # fmt: skip
    tables = {table.name: table for table in shop.work.read(pack, 20260101, 20260131)}
    assert [row for row in tables["tie-out"].rows if row[3]] == []


def test_both_legs_stand_in_the_cash_book(shop):
    done = move(shop, "bank", "cash", "80")
    rows = shop.work.read(cash, ReportAsk()).rows
    assert [(row[1], row[4], row[6], row[7]) for row in rows] == [
        (done.number, "Cash on hand", D(80), D(0)), (done.number, "Bank", D(0), D(80)),
    ]  # fmt: skip


def test_what_cannot_be_moved_is_refused(shop):
    for source, target, amount, fee, broken in (
        ("cash", "cash", "5", "0", errors.SameAccount),
        ("wechat", "alipay", "5", "0", errors.SameAccount),  # one account
        ("cash", "bank", "0", "0", errors.NotPositive),
        ("cash", "bank", "5", "-1", errors.NotPositive),
        ("card", "bank", "5", "5", errors.FeeTooHigh),
        ("advance", "bank", "5", "0", errors.NotAmong),
        ("cash", "shoe", "5", "0", errors.NotAmong),
        ("cash", "bank", "5.001", "0", errors.TooManyPlaces),
        ("card", "bank", "5", "0.001", errors.TooManyPlaces),
    ):
        with pytest.raises(broken):
            move(shop, source, target, amount, fee)
    assert shop.value_of("SELECT count(*) FROM document WHERE kind = 'money_transfer'") == 0


def test_whoever_may_not_see_costs_moves_no_money(shop):
    work = shop.work
    work.user_id = work.run(add_person, "priya", "clerk", "Priya")
    with pytest.raises(errors.NotAllowed):
        move(shop, "cash", "bank", "5")


def test_a_reversed_transfer_leaves_nothing(shop):
    done = move(shop, "card", "bank", "1000", "8.80", rate=D(10))
    shop.reverse(done)
    assert [shop.account(one) for one in ("card", "bank", "input_tax")] == [D(0)] * 3
    assert shop.work.read(expenses, ReportAsk()).rows == []


def test_money_that_is_not_booked_where_the_paper_says_is_found(tmp_path):
    shop = Shop.found(str(tmp_path / "wrong.shop"))
    paper = Paper(Kind.MONEY_TRANSFER, day(5), net=500, total=500)
    paper.payments = [Paid("cash", -500, -500), Paid("bank", 500, 500)]
    paper.legs = [Leg("card", -500), Leg("bank", 500)]
    shop.work.run(post, paper)
    wrong = shop.work.read(verify).differences
    assert {one.subject for one in wrong} >= {"cash"}
    shop.work.close()


def test_what_lies_on_an_account_is_told(shop):
    move(shop, "card", "bank", "1000", "8.80")
    assert shop.work.read(held, "bank") == 9_912_000
    assert shop.work.read(held, "wechat") == 0
    assert [one.code for one in shop.work.read(places_of_money)][:3] == ["cash", "bank", "card"]


def test_it_is_printed(shop):
    done = move(shop, "card", "bank", "1000", "8.80", rate=D(10), reference="4711")
    assert shop.work.read(papers_of, done.id) == ["money-transfer"]
    for language in ("en", "zh_CN"):
        drawn = shop.work.read(paper_for, "money-transfer", done.id, language=language)
        assert drawn.startswith(b"%PDF")
    back = shop.reverse(done)
    assert shop.work.read(papers_of, back.id) == ["money-transfer"]
    assert shop.work.read(paper_for, "money-transfer", back.id).startswith(b"%PDF")


def test_a_day_file_moves_money(shop):
    said = {"do": "money_transfer", "id": "M1", "at": "2026-01-05T10:00", "from": "card",
            "to": "bank", "amount": "1000", "fee": "8.80", "tax": "10", "note": "January",
            "reference": "4711"}  # fmt: skip
    wrong = {**said, "id": "M2", "to": "card"}
    lines = read_lines("\n".join(json.dumps(one) for one in (said, said, wrong)).encode())
    first, again, refused = list(post_lines(shop.work, lines))
    assert first.broken is None
    assert again.posted is not None
    assert (again.posted.again, again.posted.number) == (True, "MT-2026-000001")
    assert isinstance(refused.broken, errors.SameAccount)
    assert shop.account("bank") == D("991.20")
