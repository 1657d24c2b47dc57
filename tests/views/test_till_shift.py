"""The till's day beside selling: the shift, who is on duty, who allows what, exchanges."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import day
from erp_desktop.core import clock
from erp_desktop.core.money import money
from erp_desktop.reports import till_rows
from erp_desktop.services.finance.means import Means, set_means
from erp_desktop.services.records import header, record
from erp_desktop.services.sales.return_rules import ReturnRules, return_rules, set_return_rules
from erp_desktop.services.sales.shift_figures import figure_of, figures_of
from erp_desktop.services.sales.shifts import OpenShift, open_shift, open_shift_of
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.views import memory, print_queue
from erp_desktop.views.finance.expense_dialog import ExpenseDialog
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.till.pin_dialogs import ApprovalDialog
from erp_desktop.views.till.return_page import ReturnPage
from erp_desktop.views.till.shift_dialogs import CashDialog, CloseShiftDialog, OpenShiftDialog
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        shop.work.till = "1"
        yield shop, office


@pytest.fixture
def till(qtbot, gifts):
    return shown(qtbot, TillPage(gifts[1]))


@pytest.fixture
def clerk(qtbot, gifts):
    """Priya, a clerk, at the till; Mary, the manager, has a PIN."""
    shop, office = gifts
    shop.work.run(add_person, "mary", "manager", "Mary")
    shop.work.run(set_pin, "mary", "4711")
    shop.work.user_id = shop.work.run(add_person, "priya", "clerk", "Priya")
    shop.work.run(set_pin, "priya", "1234")
    return shown(qtbot, TillPage(office))


def scan(till, *codes):
    for code in codes:
        type_into(till.scan.field, code)


def open_dialog(page, kind):
    QApplication.processEvents()
    return next(one for one in page.findChildren(kind) if one.isVisible())


def at(till, qtbot):
    """Back at the till's own window, after a dialog or another page."""
    with qtbot.waitActive(till):
        till.activateWindow()
    till.scan.field.setFocus()


def lines(till):
    return [(line["name"], line["quantity"]) for line in till.card.view.lines.lines()]


def hold(widget, key, shift=True):
    QTest.keyClick(widget, key, Qt.KeyboardModifier.ShiftModifier)


# -- the shift -------------------------------------------------------------------------------------


def test_f10_opens_a_shift_and_the_day_is_counted_and_closed(till, gifts, qtbot):
    shop, _ = gifts
    assert till.strip.shift.text() == "No shift open"
    press(till.scan.field, Key.Key_F10)
    dialog = open_dialog(till, OpenShiftDialog)
    type_into(dialog.opening, "100")
    assert till.strip.shift.text() == "Shift 1, open since 11:00"
    at(till, qtbot)
    scan(till, "22423")
    press(till.scan.field, Key.Key_F12)
    till.shifts.cash()
    cash = open_dialog(till, CashDialog)
    type_into(cash.amount, "20", enter=False)
    assert cash.verb.text() == "Take £20.00 out"
    press(cash.amount, Key.Key_Return)
    till.shifts.close()
    count = open_dialog(till, CloseShiftDialog)
    fifty, twenty = count.counts[D(50)], count.counts[D(20)]
    type_into(fifty, "1")
    assert twenty.hasFocus()
    type_into(twenty, "2")
    type_into(count.counts[D(2)], "1")
    assert count.sums.text() == "Counted £92.00"
    assert count.gap.text() == "£0.75 short"
    count.note.setFocus()
    with qtbot.waitSignal(till.said) as said:
        type_into(count.note, "a coin rolled away")
    assert said.args[0] == "Shift closed: Z-2026-000001"
    assert till.strip.shift.text() == "No shift open"
    assert shop.account("cash_difference") == D("0.75")
    assert shop.account("cash") == D("12.00")  # what lies in the safe is the shop's cash as well


def test_a_part_of_a_note_is_not_counted(till, gifts):
    shop, _ = gifts
    shop.work.run(open_shift, OpenShift("1", D(10)))
    till.load()
    till.shifts.close()
    count = open_dialog(till, CloseShiftDialog)
    fifty = count.counts[D(50)]
    type_into(fifty, "1.5", enter=False)
    assert fifty.refused
    assert count.sums.text() == "Counted £0.00"
    count.confirm()
    assert count.isVisible()
    assert fifty.hasFocus()
    count.reject()


def test_enter_while_counting_closes_nothing(till, gifts):
    shop, _ = gifts
    shop.work.run(open_shift, OpenShift("1", D(10)))
    till.load()
    till.shifts.close()
    count = open_dialog(till, CloseShiftDialog)
    for field in list(count.counts.values())[:4]:
        press(field, Key.Key_Return)
    assert count.isVisible()
    count.reject()
    assert till.facts.shift is not None


def test_the_menu_of_a_shift_offers_what_can_be_done(till, gifts):
    shop, _ = gifts
    shop.work.run(open_shift, OpenShift("1"))
    till.load()
    menu = till.shifts.menu()
    assert [one.text().replace("&", "") for one in menu.actions()] == [
        "Cash in or out…", "Expense out of the drawer…", "X report",
        "Count and close the shift…", "Open the drawer",
    ]  # fmt: skip


def test_an_expense_is_paid_out_of_the_drawer_with_its_account(till, gifts, qtbot):
    shop, _ = gifts
    shop.work.run(open_shift, OpenShift("1", D(100)))
    till.load()
    till.shifts.spend()
    dialog = open_dialog(till, ExpenseDialog)
    assert (dialog.method.value(), dialog.drawer.till()) == ("cash", "1")
    type_into(dialog.account, "Repairs", enter=False)
    type_into(dialog.amount, "12", enter=False)
    with qtbot.waitSignal(till.said):
        dialog.verb.click()
    shift = shop.work.read(open_shift_of, "1")
    rows = shop.work.read(figures_of, shift.id, shift.opening)
    assert money(figure_of(rows, "expected").amount) == D("88.00")


def test_whoever_may_not_see_costs_is_offered_no_expenses(clerk, gifts):
    shop, _ = gifts
    shop.work.run(open_shift, OpenShift("1"))
    clerk.load()
    offered = [one.text() for one in clerk.shifts.menu().actions()]
    assert len(offered) == 4
    assert not [words for words in offered if "xpense" in words]


def test_a_shop_that_wants_shifts_says_so_at_the_sale(till, gifts):
    shop, _ = gifts
    shop.work.run(lambda books: books.put_setting("till_needs_shift", "1"))
    till.load()
    scan(till, "22423")
    press(till.scan.field, Key.Key_F12)
    assert till.banner.sentence() == "No shift is open at till 1."
    assert lines(till) == [("Regency cakestand 3 tier", D(1))]


# -- rights ----------------------------------------------------------------------------------------


def test_another_price_waits_for_the_managers_pin(clerk, gifts, qtbot):
    shop, _ = gifts
    scan(clerk, "22423")
    press(clerk.scan.field, Key.Key_F3)
    type_into(clerk.scan.band.field, "10")
    assert clerk.cart.lines[0].price == D("12.75")
    dialog = open_dialog(clerk, ApprovalDialog)
    type_into(dialog.pin, "0000")
    assert dialog.notice.sentence() == "This is not the PIN of Mary."
    type_into(dialog.pin, "4711")
    assert clerk.cart.lines[0].price == D(10)
    at(clerk, qtbot)
    press(clerk.scan.field, Key.Key_F12)
    sale = shop.work.read(record, shop.work.read(till_rows.last_sale).id)
    assert money(sale.header.total) == D(10)
    row = shop.work.read(lambda b: b.row("SELECT words, document_id FROM approval"))
    assert row == ("Regency cakestand 3 tier: 10.00 instead of 12.75", sale.header.id)


def test_a_clerk_gives_ten_percent_alone_and_more_with_a_yes(clerk):
    scan(clerk, "22423")
    press(clerk.scan.field, Key.Key_F4)
    type_into(clerk.scan.band.field, "10%")
    assert clerk.cart.lines[0].percent_off == D(10)
    press(clerk.scan.field, Key.Key_F4)
    type_into(clerk.scan.band.field, "30%")
    assert clerk.cart.lines[0].percent_off == D(10)
    type_into(open_dialog(clerk, ApprovalDialog).pin, "4711")
    assert clerk.cart.lines[0].percent_off == D(30)


def test_selling_what_is_not_there_is_an_answer_that_somebody_allows(clerk, gifts):
    shop, _ = gifts
    scan(clerk, "22727")
    press(clerk.scan.field, Key.Key_F2)
    type_into(clerk.scan.band.field, "6")
    press(clerk.scan.field, Key.Key_F12)
    answer = next(one for one in clerk.card.view.refusal()._answers if one.text() == "Sell anyway")
    answer.click()
    type_into(open_dialog(clerk, ApprovalDialog).pin, "4711")
    assert shop.on_hand("22727") == D(-1)


def test_without_anybody_who_could_allow_it_the_dialog_says_what_to_do(clerk, gifts):
    shop, _ = gifts
    shop.work.user_id, priya = None, shop.work.user_id
    shop.work.run(set_pin, "mary", "")
    shop.work.user_id = priya
    hold(clerk.scan.field, Key.Key_F8)
    dialog = open_dialog(clerk, ApprovalDialog)
    assert "has a PIN yet" in dialog.notice.sentence()
    assert not dialog.verb.isEnabled()
    dialog.reject()


# -- on duty ---------------------------------------------------------------------------------------


def test_locking_and_taking_over_keeps_the_carts(clerk, gifts, qtbot):
    shop, office = gifts
    scan(clerk, "22423")
    press(clerk.scan.field, Key.Key_L, control=True)
    screen = clerk.duty.screen
    assert screen.chosen().name == "priya"
    press(screen, Key.Key_Up)
    assert screen.chosen().name == "mary"
    type_into(screen.pin, "1234")
    assert screen.words.text() == "This is not the PIN of Mary."
    type_into(screen.pin, "4711")
    assert clerk.duty.screen is None
    assert clerk.strip.person.text() == "Mary"
    assert lines(clerk) == [("Regency cakestand 3 tier", D(1))]
    again = shown(qtbot, TillPage(office))  # as after a power cut
    assert lines(again) == [("Regency cakestand 3 tier", D(1))]
    press(clerk.scan.field, Key.Key_F12)
    sold = shop.work.read(till_rows.last_sale).id
    assert shop.value_of("SELECT user_id FROM document WHERE id = ?", sold) == (
        shop.value_of("SELECT id FROM user_account WHERE name = 'mary'")
    )


def test_the_keys_of_the_lock_type_the_pin(clerk):
    clerk.duty.lock()
    screen = clerk.duty.screen
    for words in ("1", "2", "9", "←", "3", "4", "↵"):
        next(one for one in screen.findChildren(type(clerk.money.quick[0]).__mro__[1])
             if one.text() == words).click()  # fmt: skip
    assert clerk.duty.screen is None


def test_the_till_locks_itself_when_nobody_is_there(clerk, monkeypatch):
    memory.remember("till/lock_minutes", "5")
    clerk.duty.begin()
    assert clerk.duty._timer.interval() == 300_000
    clerk.duty._timer.timeout.emit()
    assert clerk.duty.screen is not None


# -- returns and exchanges -------------------------------------------------------------------------


def test_a_return_without_a_receipt(till, gifts, qtbot):
    shop, _ = gifts
    hold(till.scan.field, Key.Key_F8)
    scan(till, "22423")
    assert till.money.take.text() == "Give £12.75 cash back"
    press(till.scan.field, Key.Key_F12)
    assert till.scan.band.words.text() == "Why does it come back?"
    qtbot.waitUntil(till.scan.band.field._open)  # the reasons, before a letter is typed
    type_into(till.scan.band.field, "dam")
    assert shop.on_hand("22423") == D(12)  # what is broken is thrown away, not shelved
    assert shop.value_of("SELECT went_to FROM returned_line") == "scrap"
    assert till.money.sums.accessibleName() == "Given back £12.75"
    assert shop.account("cash") == D("-12.75")
    assert shop.value_of("SELECT reason FROM returned_line") == "damaged"
    assert not till.cart.returning


def test_shift_f8_again_turns_the_cart_back(till):
    scan(till, "22423")
    hold(till.scan.field, Key.Key_F8)
    assert till.money.take.text() == "Give £12.75 cash back"
    hold(till.scan.field, Key.Key_F8)
    assert till.money.take.text() == "Take £12.75 cash"


def sold(till):
    scan(till, "22423")
    press(till.scan.field, Key.Key_F12)
    return till.office.ask(till_rows.last_sale).id


def returned(qtbot, office, sale_id):
    page = shown(qtbot, ReturnPage(office, sale_id))
    page.take_all()
    return page


def test_a_return_says_why_and_where_to(till, gifts, qtbot):
    shop, office = gifts
    page = returned(qtbot, office, sold(till))
    page.why.choose("faulty")
    page.why.currentIndexChanged.emit(0)
    assert page.goes.value() == "repair"
    page.post()
    assert shop.on_hand("22423", "REPAIR") == D(1)


@pytest.mark.parametrize(
    ("codes", "words", "cash"),
    [
        (("22423", "85099B"), "Take £1.95 cash", "14.70"),
        (("85099B",), "Give £10.80 cash back", "1.95"),
        (("22423",), "Exchange, nothing to pay", "12.75"),
    ],
)
def test_an_exchange_pays_or_gives_back_the_difference(till, gifts, qtbot, codes, words, cash):
    shop, office = gifts
    page = returned(qtbot, office, sold(till))
    with qtbot.waitSignal(page.wanted) as wanted:
        press(page.grid, Key.Key_F6)
    assert wanted.args == ["till", None]
    at(till, qtbot)
    till.load()
    assert till.money.take.text() == "Scan what goes instead"
    scan(till, *codes)
    assert till.money.take.text() == words
    press(till.scan.field, Key.Key_F12)
    assert shop.account("cash") == D(cash)
    assert shop.account("customer_advances") == D(0)
    assert till.cart.back is None


def test_esc_goes_back_to_the_till_and_leaves_what_was_counted(till, gifts, qtbot):
    page = shown(qtbot, ReturnPage(gifts[1], sold(till)))
    with qtbot.waitSignal(page.wanted) as wanted, qtbot.waitSignal(page.done):
        press(page.grid, Key.Key_Escape)
    assert wanted.args == ["till", None]
    page.take_all()
    with qtbot.assertNotEmitted(page.done):
        press(page.grid, Key.Key_Escape)


def test_the_quick_items_give_way_to_the_big_keys(till, gifts):
    scan(till, "WRAP")
    press(till.scan.field, Key.Key_F12)
    assert till.card.quick.isVisible()
    press(till.scan.field, Key.Key_T, control=True)
    assert not till.card.quick.isVisible()
    press(till.scan.field, Key.Key_T, control=True)
    assert till.card.quick.isVisible()


def test_an_exchange_can_be_given_up(till, gifts, qtbot):
    page = returned(qtbot, gifts[1], sold(till))
    page.exchange()
    at(till, qtbot)
    till.load()
    scan(till, "22423")
    assert till.money.left.figure() == "£0.00"
    till.money.part_removed.emit(0)
    assert till.cart.back is None
    assert till.money.take.text() == "Take £12.75 cash"


def test_an_exchange_that_waits_survives_a_power_cut(till, gifts, qtbot):
    _, office = gifts
    page = returned(qtbot, office, sold(till))
    page.exchange()
    till.load()
    again = shown(qtbot, TillPage(office))
    assert again.cart.back.worth == "12.75"


def test_goods_that_come_too_late_come_back_with_a_yes(clerk, gifts, qtbot):
    shop, office = gifts
    sale = sold(clerk)
    rules = shop.work.read(return_rules)
    priya, shop.work.user_id = shop.work.user_id, None
    shop.work.run(set_return_rules, ReturnRules(7, rules.reasons))  # the owner said so
    shop.work.user_id = priya
    clock.set_now(lambda: day(25, 11))
    page = returned(qtbot, office, sale)
    page.post()
    assert page.notice.sentence() == "Sold on 10 Jan: goods are taken back for 7 days."
    page.notice._answers[0].click()
    type_into(open_dialog(page, ApprovalDialog).pin, "4711")
    assert shop.value_of("SELECT count(*) FROM document WHERE kind = 'sales_return'") == 1


# -- money -----------------------------------------------------------------------------------------


def test_l70_cash_is_rounded_down_to_the_smallest_coin_and_given_back_as_paid(till, gifts, qtbot):
    shop, office = gifts
    shop.work.run(lambda books: books.put_setting("till_rounding", "0.10"))
    till.load()
    scan(till, "22423")
    assert till.money.take.text() == "Take £12.70 cash"
    assert till.money.sums.rows()[-1] == ("Rounding", "−0.05")
    press(till.scan.field, Key.Key_2, control=True)
    assert till.money.take.text() == "Take £12.75 card"
    press(till.scan.field, Key.Key_1, control=True)
    press(till.scan.field, Key.Key_F12)
    assert (shop.account("cash"), shop.account("rounding")) == (D("12.70"), D("0.05"))
    page = returned(qtbot, office, shop.work.read(till_rows.last_sale).id)
    assert page.refund() == D("12.70")
    page.post()
    assert (shop.account("cash"), shop.account("rounding")) == (D(0), D(0))


def test_the_shop_chooses_its_means_of_payment(till, gifts):
    shop, _ = gifts
    chosen = [Means("cash"), Means("wechat"), Means("own-mall", "Mall voucher")]
    shop.work.run(set_means, chosen)
    till.load()
    assert [one.text() for one in till.money.methods.values()][:3] == [
        "Cash", "WeChat", "Mall voucher",
    ]  # fmt: skip
    scan(till, "22423")
    press(till.scan.field, Key.Key_3, control=True)
    assert till.money.take.text() == "Take £12.75 mall voucher"
    press(till.scan.field, Key.Key_F12)
    assert shop.account("other_money") == D("12.75")


def test_cash_opens_the_drawer_a_card_does_not(till, gifts, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(print_queue, "open_drawer", lambda: opened.append(1) or True)
    scan(till, "22423")
    press(till.scan.field, Key.Key_F12)
    QApplication.processEvents()
    assert len(opened) == 1
    scan(till, "22423")
    press(till.scan.field, Key.Key_2, control=True)
    press(till.scan.field, Key.Key_F12)
    QApplication.processEvents()
    assert len(opened) == 1


# -- carts, display, big keys ----------------------------------------------------------------------


def test_a_cart_is_held_under_a_name_and_found_by_it(till, gifts, qtbot):
    scan(till, "22423")
    hold(till.scan.field, Key.Key_F6)
    type_into(till.scan.band.field, "Mrs Patel")
    scan(till, "85099B")
    press(till.scan.field, Key.Key_F6)
    assert lines(till) == []
    hold(till.scan.field, Key.Key_F7)
    type_into(till.scan.band.field, "patel", enter=False)
    press(till.scan.band.field, Key.Key_Return)
    assert lines(till) == [("Regency cakestand 3 tier", D(1))]
    again = shown(qtbot, TillPage(gifts[1])) if till.keep() is None else None
    assert again.cart.name == "Mrs Patel"


def test_the_customer_sees_the_cart_and_the_change(till, qtbot):
    press(till.scan.field, Key.Key_D, control=True)
    window = till.display.window
    qtbot.addWidget(window)
    scan(till, "22423", "85099B")
    assert window.rows() == [
        ("Regency cakestand 3 tier", "1 × 12.75", "12.75"),
        ("Jumbo bag red retrospot", "1 × 1.95", "1.95"),
    ]
    assert window.figure() == "£14.70"
    press(till.scan.field, Key.Key_Return)
    type_into(till.money.given, "20")
    assert (window.rows(), window.figure()) == ([], "£5.30")
    assert not any("on hand" in str(row) for row in window.rows())
    press(till.scan.field, Key.Key_D, control=True)
    assert till.display.window is None


def test_big_keys_sell_by_a_touch(till, gifts):
    press(till.scan.field, Key.Key_T, control=True)
    board = till.board
    assert [one.text() for one in board.groups] == ["All", "Gifts"]
    board.groups[1].click()
    names = [one.ware.name for one in board.tiles]
    assert names == sorted(names)
    assert "Gift wrap" not in names  # it stands in no category
    next(one for one in board.tiles if one.ware.name.startswith("Regency")).click()
    assert lines(till) == [("Regency cakestand 3 tier", D(1))]
    assert till.scan.field.hasFocus()
    press(till.scan.field, Key.Key_T, control=True)
    assert not board.isVisible()


def test_every_target_is_large_enough_for_a_finger(till):
    till.turn_board()
    scan(till, "22423")
    small = [
        (type(one).__name__, one.text() or one.accessibleName(), one.width(), one.height())
        for one in till.findChildren(__import__("PySide6.QtWidgets").QtWidgets.QAbstractButton)
        if one.isVisible() and min(one.width(), one.height()) < 40
    ]
    assert small == []


def test_a_receipt_is_printed_again_by_its_number(till, gifts, qtbot, monkeypatch):
    _, office = gifts
    sale = sold(till)
    again = []
    monkeypatch.setattr(till.checkout, "print_again", again.append)
    hold(till.scan.field, Key.Key_F9)
    type_into(till.scan.band.field, office.ask(header, sale).number)
    assert again == [sale]


def test_box_and_piece_have_their_own_price_at_the_till(till, gifts):
    """L-60: a box's barcode adds one box at the box's price, and its pieces leave the shelf."""
    from erp_desktop.services.catalogue.products import SaveProduct, save_product
    from erp_desktop.services.catalogue.units import SaveUnit

    shop, _ = gifts
    box = SaveUnit("box", D(12), D("20.00"), ["5099999999993"])
    shop.work.run(save_product, SaveProduct("85099B", units=[box]))
    before = shop.on_hand("85099B")
    scan(till, "5099999999993", "5099999999993", "85099B")
    assert lines(till) == [("Jumbo bag red retrospot", D(2)), ("Jumbo bag red retrospot", D(1))]
    assert till.card.view.lines.line(0)["unit"] == "box"
    assert till.money.sums.total() == "£41.95"
    press(till.scan.field, Key.Key_F12)
    assert shop.account("cash") == D("41.95")
    assert shop.on_hand("85099B") == before - 25
    sold = shop.value_of("SELECT MAX(id) FROM document WHERE kind = 'sale'")
    written = shop.value_of(
        "SELECT unit_price FROM document_line WHERE document_id = ? AND unit = 'box'", sold
    )
    assert written == 20_000_000
