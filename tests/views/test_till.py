"""A day at the till: what the clerk presses, what the screen says, and what the books say after."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import day
from erp_desktop.core import clock
from erp_desktop.core.money import money
from erp_desktop.reports import till_rows
from erp_desktop.services.records import record
from erp_desktop.views import memory, spool
from erp_desktop.views.print_preview import PreviewDialog
from erp_desktop.views.till.cart import deed_of, discount_from, quick_amounts
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.till.return_page import ReturnPage
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.toast import WithOffer
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        yield shop, office


@pytest.fixture
def till(qtbot, gifts):
    return shown(qtbot, TillPage(gifts[1]))


def scan(till, *codes):
    for code in codes:
        type_into(till.scan.field, code)


def lines(till):
    return [
        (line["name"], line["quantity"], line["amount"]) for line in till.card.view.lines.lines()
    ]


def total(till):
    return till.money.sums.total()


def last_sale(shop):
    return shop.work.read(record, shop.work.read(till_rows.last_sale).id)


def banner_words(banner):
    return banner.sentence() if banner and banner.isVisible() else ""


def answer(banner, words):
    next(one for one in banner.findChildren(Button) if one.text() == words).click()


def test_scan_scan_pay(till, gifts, qtbot):
    """Three steps: two scans and one key; then the next customer."""
    shop, _ = gifts
    scan(till, "5012345678900", "85099B")
    assert lines(till) == [
        ("Regency cakestand 3 tier", D(1), D("12.75")),
        ("Jumbo bag red retrospot", D(1), D("1.95")),
    ]
    assert total(till) == "£14.70"
    assert till.money.take.text() == "Take £14.70 cash"
    with qtbot.waitSignal(till.said) as said:
        press(till.scan.field, Key.Key_F12)
    assert said.args[0] == "Sold TS-2026-000001"
    assert till.card.view.lines.rowCount() == 0
    assert till.scan.field.hasFocus()
    assert (shop.on_hand("22423"), shop.on_hand("85099B")) == (D(11), D(63))
    assert shop.account("cash") == D("14.70")


def test_a_second_scan_of_the_same_adds_one(till):
    scan(till, "85099B", "85099B", "85099B")
    assert lines(till) == [("Jumbo bag red retrospot", D(3), D("5.85"))]
    assert till.money.sums.rows()[0] == ("3 items", "5.85")


def test_a_name_or_part_of_it_finds_the_product(till, qtbot):
    type_into(till.scan.field, "alarm", enter=False)
    press(till.scan.field, Key.Key_Return)
    assert lines(till) == [("Alarm clock bakelike red", D(1), D("3.75"))]


def test_cash_gives_change_and_the_button_says_so(till, gifts, qtbot):
    shop, _ = gifts
    scan(till, "22423")
    press(till.scan.field, Key.Key_Return)  # nothing more to scan: on to the money
    assert till.money.given.hasFocus()
    type_into(till.money.given, "20", enter=False)
    assert till.money.take.text() == "Take £20.00 cash, give £7.25 change"
    assert till.money.change.figure() == "£7.25"
    with qtbot.waitSignal(till.said) as said:
        press(till.money.given, Key.Key_Return)
    assert said.args[0] == "Sold TS-2026-000001, change £7.25"
    assert total(till) == "£7.25"  # the change stays to be read until the next scan
    assert shop.account("cash") == D("12.75")
    scan(till, "85099B")
    assert total(till) == "£1.95"


def test_the_screen_equals_the_posted_receipt(till, gifts):
    """Line discount, whole discount, three lines, tax within: every figure to the penny."""
    shop, _ = gifts
    scan(till, "85123A", "85123A", "85123A", "85123A")
    press(till.scan.field, Key.Key_F4)
    type_into(till.scan.band.field, "10%")
    scan(till, "22423", "85099B")
    press(till.scan.field, Key.Key_F4)
    press(till.scan.band.field, Key.Key_F4)  # once more: off the whole cart
    type_into(till.scan.band.field, "1.00")
    seen = [amount for _, _, amount in lines(till)]
    said = total(till), till.money.sums.rows()
    press(till.scan.field, Key.Key_F12)
    sale = last_sale(shop)
    assert [money(row.net + row.tax) for row in sale.lines] == seen
    assert said[0] == f"£{money(sale.header.total)}" == "£24.32"
    assert said[1][1] == ("Discounts", "−2.18")
    assert said[1][2] == ("Tax 20% included", str(money(sale.header.tax)))


def test_quantity_and_price_are_one_key_away(till):
    scan(till, "22423")
    press(till.scan.field, Key.Key_F2)
    assert till.scan.band.words.text() == "Quantity of Regency cakestand 3 tier"
    type_into(till.scan.band.field, "2")
    press(till.scan.field, Key.Key_F3)
    till.scan.band.field.selectAll()
    type_into(till.scan.band.field, "10")
    assert lines(till) == [("Regency cakestand 3 tier", D(2), D("20.00"))]
    assert till.scan.field.hasFocus()


def test_a_slip_of_the_keyboard_is_said_beside_the_field(till):
    scan(till, "22423")
    press(till.scan.field, Key.Key_F2)
    till.scan.band.field.selectAll()
    type_into(till.scan.band.field, "two")
    assert "“two” is not a number" in till.scan.band.refusal.text()
    press(till.scan.band.field, Key.Key_Escape)
    assert lines(till) == [("Regency cakestand 3 tier", D(1), D("12.75"))]


def test_plus_minus_and_delete_work_the_chosen_line(till, qtbot):
    scan(till, "22423", "85099B")
    type_into(till.scan.field, "++", enter=False)
    press(till.scan.field, Key.Key_Up)
    type_into(till.scan.field, "+", enter=False)
    assert [quantity for _, quantity, _ in lines(till)] == [D(2), D(3)]
    with qtbot.waitSignal(till.said) as said:
        press(till.scan.field, Key.Key_Delete)
    assert [name for name, _, _ in lines(till)] == ["Jumbo bag red retrospot"]
    said.args[2]()  # Undo
    assert len(lines(till)) == 2


def test_not_enough_stock_is_answered_at_its_line(till, gifts):
    shop, _ = gifts
    scan(till, "22727")
    press(till.scan.field, Key.Key_F2)
    type_into(till.scan.band.field, "8")
    press(till.scan.field, Key.Key_F12)
    refusal = till.card.view.refusal()
    assert banner_words(refusal) == "22727: 8 wanted, only 5 available."
    answer(refusal, "Sell 5")
    assert lines(till) == [("Alarm clock bakelike red", D(5), D("18.75"))]
    press(till.scan.field, Key.Key_F12)
    assert shop.on_hand("22727") == D(0)


def test_arrows_at_the_money_choose_a_line_and_change_no_amount(till):
    scan(till, "22423", "85099B")
    press(till.scan.field, Key.Key_Return)
    type_into(till.money.given, "20", enter=False)
    press(till.money.given, Key.Key_Up)
    assert till.money.given.text() == "20"
    assert till.row == 0
    press(till.money.given, Key.Key_Escape)
    assert till.scan.field.hasFocus()


def test_enter_never_sells_what_is_not_there(till, gifts):
    """Nothing is left of it: the first way out takes the line out."""
    shop, _ = gifts
    shop.write_off("22727", 5, "broken", on=9)
    scan(till, "22727")
    press(till.scan.field, Key.Key_F12)
    words = [one.text() for one in till.card.view.refusal().findChildren(Button)]
    assert words == ["Take it out", "Sell anyway", "Cancel"]


def test_a_split_payment(till, gifts):
    shop, _ = gifts
    scan(till, "22423")
    press(till.scan.field, Key.Key_2, control=True)  # card
    type_into(till.money.given, "5", enter=False)
    assert till.money.take.text() == "Take £5.00 card, £7.75 still to pay"
    press(till.money.given, Key.Key_Return)
    press(till.scan.field, Key.Key_1, control=True)
    type_into(till.money.given, "10")
    assert shop.account("card") == D("5.00")
    assert shop.account("cash") == D("7.75")
    assert shop.account("receivable") == D(0)


def test_only_cash_gives_change(till):
    scan(till, "22423")
    till.checkout.choose("card")
    type_into(till.money.given, "20", enter=False)
    assert till.money.take.text() == "Only cash gives change"
    assert not till.money.take.isEnabled()


def test_a_known_customer_may_owe(till, gifts):
    shop, _ = gifts
    scan(till, "22423")
    press(till.scan.field, Key.Key_F5)
    type_into(till.scan.band.field, "zhou")
    press(till.scan.field, Key.Key_1, control=True)
    type_into(till.money.given, "5")  # a part in cash
    press(till.scan.field, Key.Key_5, control=True)
    assert till.money.take.text() == "Put £7.75 on account"
    press(till.scan.field, Key.Key_F12)
    assert shop.account("receivable") == D("7.75")
    assert shop.account("cash") == D("5.00")
    facts = shop.work.read(till_rows.customer_facts, shop.customer)
    assert facts.owes == D("7.75")


def test_part_on_account_and_change_for_the_rest(till, gifts):
    shop, _ = gifts
    scan(till, "22423")
    till.set_customer(shop.customer, "Zhou trading")
    till.checkout.choose("account")
    type_into(till.money.given, "10")
    till.checkout.choose("cash")
    type_into(till.money.given, "5", enter=False)
    assert till.money.change.figure() == "£2.25"
    press(till.money.given, Key.Key_Return)
    assert shop.account("receivable") == D("10.00")
    assert shop.account("cash") == D("2.75")


def test_hold_and_resume(till, gifts):
    """The first customer runs back for something; the second pays meanwhile."""
    scan(till, "22423")
    press(till.scan.field, Key.Key_F6)
    assert lines(till) == []
    assert till.keys.tiles["F7"].text() == "Resume 1"
    scan(till, "85099B")
    press(till.scan.field, Key.Key_F12)
    press(till.scan.field, Key.Key_F7)
    assert lines(till) == [("Regency cakestand 3 tier", D(1), D("12.75"))]
    assert not till.keys.tiles["F7"].isEnabled()


def test_a_power_cut_loses_no_cart(till, gifts, qtbot):
    _, office = gifts
    scan(till, "22423")
    press(till.scan.field, Key.Key_F6)
    scan(till, "85099B", "85099B")
    till.memory()  # what the timer does a moment later
    again = shown(qtbot, TillPage(office))
    assert lines(again) == [("Jumbo bag red retrospot", D(2), D("3.90"))]
    assert again.keys.tiles["F7"].text() == "Resume 1"


def test_paying_twice_sells_once(till, gifts):
    """The same cart handed in again (a double press, a lost answer) is one sale."""
    shop, office = gifts
    from erp_desktop.services.sales.till import sell_at_till

    scan(till, "22423")
    command = till.cart.command(till.facts, None)
    till.checkout.take()
    again = office.do(sell_at_till, command)
    assert again.again
    assert shop.on_hand("22423") == D(11)


def test_an_unknown_code_becomes_a_new_product(till, gifts):
    shop, _ = gifts
    scan(till, "4006381333931")
    assert banner_words(till.banner) == "Nobody knows the code “4006381333931”."
    answer(till.banner, "New product")
    type_into(till.scan.band.field, "Highlighter")
    type_into(till.scan.band.field, "2.40")
    assert lines(till) == [("Highlighter", D(1), D("2.40"))]
    press(till.scan.field, Key.Key_F12)  # it is in the hand: it may go below zero
    assert shop.on_hand("4006381333931") == D(-1)


def test_an_unknown_code_is_linked_to_a_product(till, gifts):
    scan(till, "4006381333931")
    answer(till.banner, "Link to a product")
    type_into(till.scan.band.field, "cakestand")
    assert lines(till) == [("Regency cakestand 3 tier", D(1), D("12.75"))]
    scan(till, "4006381333931")
    assert lines(till) == [("Regency cakestand 3 tier", D(2), D("25.50"))]


def test_a_damaged_code_is_explained(till):
    scan(till, "6.90123E+12")
    assert "lost its digits" in banner_words(till.banner)


def test_a_sale_can_be_taken_back_at_once(till, gifts, qtbot):
    shop, _ = gifts
    scan(till, "22423")
    with qtbot.waitSignal(till.said) as said:
        press(till.scan.field, Key.Key_F12)
    said.args[2]()
    assert shop.on_hand("22423") == D(12)
    assert shop.account("cash") == D(0)


def test_without_a_chosen_printer_the_receipt_is_offered(till, tmp_path, qtbot):
    """No file is written that nobody asked for; the toast opens the preview, and so does F9."""
    scan(till, "22423")
    with qtbot.waitSignal(till.said) as said:
        press(till.scan.field, Key.Key_F12)
    assert said.args[2].words == "Receipt"
    said.args[2].offer()
    assert preview_of(till).job.title == "Receipt TS-2026-000001"
    preview_of(till).reject()
    press(till.scan.field, Key.Key_F9)
    assert preview_of(till).job.title == "Receipt TS-2026-000001"
    preview_of(till).reject()
    assert not (tmp_path / "papers").exists()


def test_a_chosen_printer_prints_every_receipt_without_a_word(till, gifts, qtbot, monkeypatch):
    printed = []

    def spooled(pdf, printer, title, copies=1):
        printed.append((printer, title))
        return True

    monkeypatch.setattr(spool, "printer_names", lambda: ["Office", "Till"])
    monkeypatch.setattr(spool, "printer_named", str)
    monkeypatch.setattr(spool, "spool", spooled)
    memory.remember("printing/receipt/printer", "Till")
    scan(till, "22423")
    with qtbot.waitSignal(till.said) as said:
        press(till.scan.field, Key.Key_F12)
    assert not isinstance(said.args[2], WithOffer)
    qtbot.waitUntil(lambda: printed == [("Till", "Receipt TS-2026-000001")])
    with qtbot.waitSignal(till.said) as said:
        press(till.scan.field, Key.Key_F9)
    assert said.args[0] == "Receipt TS-2026-000001: printed on Till."
    page = shown(qtbot, ReturnPage(gifts[1], last_sale(gifts[0]).header.id))
    page.take_all()
    page.post()
    assert printed[-1] == ("Till", "Return receipt SR-2026-000001")


def test_a_chosen_printer_that_is_gone_is_told(till, qtbot, monkeypatch):
    monkeypatch.setattr(spool, "printer_names", list)
    memory.remember("printing/receipt/printer", "Till")
    scan(till, "22423")
    said = []
    till.said.connect(lambda words, *_: said.append(words))
    press(till.scan.field, Key.Key_F12)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "Till did not take the paper" in said[1]


def preview_of(page):
    return next(one for one in page.findChildren(PreviewDialog) if one.isVisible())


def test_f8_opens_the_return_of_a_receipt(till, gifts, qtbot):
    scan(till, "22423")
    press(till.scan.field, Key.Key_F12)
    sale_id = last_sale(gifts[0]).header.id
    for typed in ("TS-2026-000001", "1", ""):
        press(till.scan.field, Key.Key_F8)
        with qtbot.waitSignal(till.wanted) as wanted:
            type_into(till.scan.band.field, typed)
        assert wanted.args == ["sale_return", sale_id]


def test_a_scanned_receipt_opens_its_return(till, gifts, qtbot):
    scan(till, "22423")
    press(till.scan.field, Key.Key_F12)
    with qtbot.waitSignal(till.wanted) as wanted:
        till.take_scan("TS-2026-000001")
    assert wanted.args[0] == "sale_return"


# -- returns ----------------------------------------------------------------------


def sold(till, gifts, *codes, whole_off=""):
    scan(till, *codes)
    if whole_off:
        press(till.scan.field, Key.Key_F4)
        press(till.scan.band.field, Key.Key_F4)
        type_into(till.scan.band.field, whole_off)
    press(till.scan.field, Key.Key_F12)
    return last_sale(gifts[0]).header.id


def test_returning_piece_by_piece_gives_back_exactly_what_was_paid(till, gifts, qtbot):
    """Three bags with a pound off the cart: the refunds on the screen are the refunds posted."""
    shop, office = gifts
    sale_id = sold(till, gifts, "85099B", "85099B", "85099B", whole_off="1.00")
    refunds = []
    for _ in range(3):
        page = shown(qtbot, ReturnPage(office, sale_id))
        type_into(page.scan.field, "5012345678901")
        refunds.append(page.refund())
        assert page.totals.accessibleName().endswith(f"£{page.refund()}")
        with qtbot.waitSignal(page.done):
            press(page.scan.field, Key.Key_F12)
        assert money(last_sale(shop).header.total) == refunds[-1]
    assert sum(refunds) == D("4.85")
    assert shop.account("cash") == D(0)
    assert shop.on_hand("85099B") == D(64)


def test_more_than_was_sold_is_refused_under_its_line(till, gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, ReturnPage(office, sold(till, gifts, "22423")))
    page.grid.lines.typed(0, "now", "2")
    assert page.grid.refused_rows() == [0]
    page.take_all()
    assert page.grid.refused_rows() == []
    assert page.give.text() == "Give £12.75 cash back"


def test_a_second_scan_of_what_came_back_is_told(till, gifts, qtbot):
    _, office = gifts
    page = shown(qtbot, ReturnPage(office, sold(till, gifts, "22423")))
    type_into(page.scan.field, "22423")
    type_into(page.scan.field, "22423")
    assert "or all of it came back" in page.scan.echo.accessibleName()


# -- the arithmetic of the button -------------------------------------------------------------


def test_what_the_button_does():
    assert deed_of(D("12.75"), "cash", D(20)).change == D("7.25")
    assert deed_of(D("12.75"), "cash", None).whole
    assert deed_of(D("12.75"), "card", D(5)).left == D("7.75")
    assert deed_of(D("12.75"), "card", D(20)).refused
    assert deed_of(D(-1), "cash", None).refused


def test_quick_cash_is_the_next_round_amounts():
    assert quick_amounts(D("37.32"), 2) == [D(40), D(50), D(100)]
    assert quick_amounts(D("526.50"), 2) == [D(530), D(540), D(550)]
    assert quick_amounts(D(40), 2) == [D(50), D(100), D(200)]
    assert quick_amounts(D(1234), 0) == [D(1500), D(2000), D(5000)]
    assert quick_amounts(D(0), 2) == []


def test_discounts_as_people_type_them():
    assert discount_from("10%") == (D(10), D(0))
    assert discount_from("1.50") == (D(0), D("1.50"))
    assert discount_from("") == (D(0), D(0))


def test_the_hour_of_a_held_cart_is_the_shops(till):
    scan(till, "22423")
    press(till.scan.field, Key.Key_F6)
    assert clock.local_time(till.carts.held[0].held_at or 0).hour == 11
    assert till.carts.held[0].held_at == day(10, 11)


@pytest.mark.parametrize("whole", [False, True])
def test_a_discount_of_a_tenth_of_a_penny_is_refused_where_it_is_typed(till, whole):
    scan(till, "22423")
    press(till.scan.field, Key.Key_F4)
    if whole:
        press(till.scan.band.field, Key.Key_F4)
    type_into(till.scan.band.field, "0.001")
    assert (till.cart.off, till.cart.lines[0].off) == (D(0), D(0))
    assert till.scan.asking()  # it may be put right
    press(till.scan.band.field, Key.Key_Escape)
    press(till.scan.field, Key.Key_F12)
    assert not till.cart.lines
