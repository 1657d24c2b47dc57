"""A day at the drawer: opened with a float, sold from, put into, taken out of, counted."""

from decimal import Decimal as D

import pytest

from builders import Shop, day
from erp_desktop.core import clock
from erp_desktop.core.errors import NoShiftOpen, NotAmong, ShiftIsOpen, StateForbids
from erp_desktop.core.money import money
from erp_desktop.documents.registry import x_report_for
from erp_desktop.reports.integrity import verify
from erp_desktop.services.finance.expenses import EnterExpense, enter_expense
from erp_desktop.services.finance.money_transfers import TransferMoney, transfer_money
from erp_desktop.services.finance.payments import Pay, pay
from erp_desktop.services.records import record
from erp_desktop.services.sales.shift_figures import figure_of, figures_of
from erp_desktop.services.sales.shifts import (
    CloseShift,
    MoveCash,
    OpenShift,
    close_shift,
    left_behind,
    move_cash,
    open_shift,
    open_shift_of,
    open_shifts,
    require_shift,
)
from erp_desktop.services.sales.till import PaidBy


@pytest.fixture
def till(shop):
    """The shop at its first till, with tea to sell, at nine in the morning of the fifth."""
    clock.set_now(lambda: day(5, 9))
    shop.work.till = "1"
    shop.opening("TEA", 100, "10")
    yield shop
    clock.set_now(None)


def opened(till: Shop, amount: str = "100") -> int:
    return till.work.run(open_shift, OpenShift("1", D(amount)))


def closed(till: Shop, counted: str, **facts):
    return till.work.run(close_shift, CloseShift("1", D(counted), **facts))


def figures(till: Shop):
    shift = till.work.read(require_shift, "1")
    return till.work.read(figures_of, shift.id, shift.opening)


def amount(rows, key):
    return money(figure_of(rows, key).amount)


def kept(till: Shop, posted):
    """What a Z report says, by key."""
    return {line.sku: money(line.net) for line in till.work.read(record, posted.id).lines}


def test_a_shift_closes_with_what_was_sold_and_the_difference_in_the_books(till):
    opened(till)
    till.sell("TEA", 2, 20, on=5)
    till.sell("TEA", 1, 20, on=5, payments=[PaidBy("card", D(20))])
    till.sell("TEA", 1, 20, on=5, payments=[PaidBy("cash", D(50))])
    report = closed(till, "158.50", left=D(100))
    said = kept(till, report)
    assert (said["float"], said["sales"], said["means:cash"], said["means:card"]) == (
        D(100), D(80), D(60), D(20),
    )  # fmt: skip
    assert (said["expected"], said["counted"], said["difference"]) == (
        D(160),
        D("158.50"),
        D("-1.50"),
    )
    assert till.account("cash") == D("58.50")
    assert till.account("cash_difference") == D("1.50")
    assert report.number == "Z-2026-000001"
    assert till.work.read(open_shift_of, "1") is None
    assert money(till.work.read(left_behind, "1")) == D(100)


def test_l49_a_sale_its_return_and_the_sale_of_the_same_piece_close_cleanly(till):
    opened(till, "0")
    first = till.sell("TEA", 1, 20, on=5)
    till.take_back(first, "TEA", on=5)
    till.sell("TEA", 1, 20, on=5)
    rows = figures(till)
    assert (amount(rows, "sales"), amount(rows, "returns")) == (D(40), D(-20))
    said = kept(till, closed(till, "20"))
    assert (said["expected"], said["difference"]) == (D(20), D(0))
    assert till.on_hand("TEA") == D(99)
    assert till.account("cash_difference") == D(0)


def test_a_sale_taken_back_at_once_is_a_void_and_its_cash_is_out_of_the_drawer(till):
    opened(till, "50")
    sale = till.sell("TEA", 1, 20, on=5)
    till.reverse(sale)
    rows = figures(till)
    assert (amount(rows, "sales"), amount(rows, "voids")) == (D(20), D(-20))
    assert amount(rows, "expected") == D(50)


def test_a_sale_of_yesterday_given_back_today_is_out_of_todays_drawer(till):
    opened(till)
    sale = till.sell("TEA", 1, 20, on=5)
    closed(till, "120", left=D(100))
    clock.set_now(lambda: day(6, 9))
    opened(till)
    till.take_back(sale, "TEA", on=6)
    assert amount(figures(till), "expected") == D(80)
    closed(till, "80")
    assert till.account("cash_difference") == D(0)


def test_cash_goes_in_and_out_with_a_reason(till):
    opened(till)
    move = [("change", "50"), ("expense", "12.30"), ("safe", "30"), ("owner", "5")]
    for reason, much in move:
        till.work.run(move_cash, MoveCash("1", D(much), reason, "tape"))
    rows = figures(till)
    assert amount(rows, "in:change") == D(50)
    assert amount(rows, "out:expense") == D("-12.30")
    assert amount(rows, "expected") == D("102.70")
    assert till.account("petty") == D("12.30")
    assert till.account("bank") == D(-50)
    assert till.account("cash") == D("32.70")  # the safe is the shop's cash as well
    closed(till, "102.70")


def test_a_cash_move_can_be_reversed_a_shift_report_cannot(till):
    opened(till)
    moved = till.work.run(move_cash, MoveCash("1", D(10), "safe"))
    till.reverse(moved)
    assert amount(figures(till), "expected") == D(100)
    report = closed(till, "100")
    with pytest.raises(StateForbids):
        till.reverse(report)


def test_a_debt_paid_in_cash_at_the_till_lies_in_the_drawer_a_transfer_does_not(till):
    opened(till, "0")
    till.sell("TEA", 3, 20, on=5, payments=[], customer_id=till.customer)
    till.work.run(pay, Pay(True, D(25), "cash", till.customer))
    till.work.run(pay, Pay(True, D(10), "bank", till.customer))
    till.work.run(pay, Pay(False, D(7), "cash", till.supplier))
    rows = figures(till)
    assert amount(rows, "on_account") == D(60)
    assert (amount(rows, "paid_in:cash"), amount(rows, "paid_out:cash")) == (D(25), D(-7))
    assert amount(rows, "expected") == D(18)


def test_one_open_shift_at_each_till_and_numbers_without_gaps(till):
    opened(till)
    with pytest.raises(ShiftIsOpen):
        opened(till)
    till.work.run(open_shift, OpenShift("2"))
    first, second = closed(till, "100"), till.work.run(close_shift, CloseShift("2", D(0)))
    assert [first.number, second.number] == ["Z-2026-000001", "Z-2026-000002"]
    with pytest.raises(NoShiftOpen):
        closed(till, "0")
    opened(till)
    assert till.work.read(require_shift, "1").number == 2


def test_what_is_sold_elsewhere_is_not_in_this_drawer(till):
    opened(till, "0")
    till.work.till = ""
    till.sell("TEA", 1, 20, on=5)
    till.work.till = "2"
    till.sell("TEA", 1, 20, on=5)
    till.work.till = "1"
    assert amount(figures(till), "expected") == D(0)


def test_a_shop_that_wants_shifts_sells_in_none_else(till):
    till.work.run(lambda books: books.put_setting("till_needs_shift", "1"))
    with pytest.raises(NoShiftOpen):
        till.sell("TEA", 1, 20, on=5)
    opened(till)
    till.sell("TEA", 1, 20, on=5)


def test_a_reason_nobody_knows_is_refused(till):
    opened(till)
    with pytest.raises(NotAmong):
        till.work.run(move_cash, MoveCash("1", D(1), "holiday"))


def test_tax_and_discounts_and_people_are_told(till):
    till.product("MUG", price=20, tax=20)
    till.opening("MUG", 5, 2)
    opened(till, "0")
    from erp_desktop.services.sales.till import SellAtTill, sell_at_till
    from erp_desktop.services.trade import TradeLine

    line = TradeLine(till.pid("MUG"), D(1), percent_off=D(10))
    till.work.run(sell_at_till, SellAtTill([line], [PaidBy("cash", D(18))], at=day(5)))
    rows = figures(till)
    assert amount(rows, "discounts") == D(-2)
    tax = figure_of(rows, "tax:20000000")
    assert (money(tax.amount), money(tax.tax)) == (D(15), D(3))


def test_counted_notes_stand_in_the_report(till):
    opened(till)
    report = closed(till, "100", notes=[(D(50), 1), (D("0.50"), 100)])
    lines = {line.sku: line for line in till.work.read(record, report.id).lines}
    assert money(lines["note:50"].net) == D(50)
    assert lines["note:0.50"].quantity == 100_000_000


def test_closing_twice_closes_once(till):
    opened(till)
    first = closed(till, "100", external_id="z-1")
    again = closed(till, "100", external_id="z-1")
    assert (again.id, again.again) == (first.id, True)


def test_a_figure_changed_behind_the_programs_back_is_found(till):
    opened(till)
    sale = till.sell("TEA", 1, 20, on=5)
    closed(till, "120")
    till.work.run(
        lambda books: books.run("DELETE FROM shift_paper WHERE document_id = ?", (sale.id,))
    )
    found = till.work.read(verify).differences
    assert [one.document for one in found] == ["Z-2026-000001"] * len(found)
    assert found
    shift_id = till.value_of("SELECT id FROM till_shift")
    till.work.run(
        lambda books: books.run("INSERT INTO shift_paper VALUES (?, ?)", (sale.id, shift_id))
    )


def spend(till: Shop, paid: str, **facts):
    return till.work.run(enter_expense, EnterExpense("Repairs", D(paid), **facts))


def test_an_expense_out_of_the_drawer_is_told_and_the_drawer_agrees(till):
    opened(till, "100")
    till.sell("TEA", 2, 5, on=5)
    spend(till, "11.30", rate=D(13), drawer="1")
    spend(till, "8.70", drawer="1")
    spend(till, "500", method="bank")  # not in cash
    spend(till, "40")  # out of the safe
    rows = figures(till)
    assert (figure_of(rows, "spent").many, amount(rows, "spent")) == (2, D("-20.00"))
    assert amount(rows, "expected") == D("90.00")
    drawn = till.work.read(x_report_for, till.work.read(require_shift, "1").id)
    assert drawn.startswith(b"%PDF")
    done = closed(till, "90.00")
    assert kept(till, done)["spent"] == D("-20.00")
    assert kept(till, done)["difference"] == 0


def test_cash_taken_from_the_drawer_to_the_bank_and_change_from_it(till):
    opened(till, "100")
    for source, target, moved in (("cash", "bank", "80"), ("bank", "cash", "15")):
        command = TransferMoney(source, target, D(moved), drawer="1")
        till.work.run(transfer_money, command)
    till.work.run(transfer_money, TransferMoney("cash", "bank", D(300)))  # out of the safe
    rows = figures(till)
    assert (figure_of(rows, "moved").many, amount(rows, "moved")) == (2, D("-65.00"))
    assert amount(rows, "expected") == D("35.00")


def test_a_reversed_expense_goes_back_into_the_drawer_it_came_out_of(till):
    opened(till, "100")
    wrong = spend(till, "20", drawer="1")
    elsewhere = spend(till, "30")
    till.work.till = ""  # reversed in the office
    till.reverse(wrong)
    till.reverse(elsewhere)
    till.work.till = "1"
    rows = figures(till)
    assert (figure_of(rows, "spent").many, amount(rows, "spent")) == (2, D("0.00"))
    assert amount(rows, "expected") == D("100.00")


def test_a_drawer_without_a_shift_pays_nothing(till):
    with pytest.raises(NoShiftOpen):
        spend(till, "20", drawer="1")
    opened(till)
    with pytest.raises(NoShiftOpen):
        spend(till, "20", drawer="2")
    with pytest.raises(NotAmong):
        spend(till, "20", drawer="1", method="bank")
    with pytest.raises(NotAmong):
        till.work.run(transfer_money, TransferMoney("card", "bank", D(5), drawer="1"))
    assert [one.till for one in till.work.read(open_shifts)] == ["1"]


def test_an_expense_belongs_to_the_shift_of_its_drawer_whoever_enters_it(till):
    till.work.run(open_shift, OpenShift("2", D(50)))
    spend(till, "20", drawer="2")
    shift = till.work.read(require_shift, "2")
    rows = till.work.read(figures_of, shift.id, shift.opening)
    assert amount(rows, "expected") == D("30.00")
