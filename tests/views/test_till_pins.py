"""PINs at the till: guessing is slowed down, and a start goes on with whoever was there."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from builders import day
from erp_desktop.core import clock
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.services.users.pin_guard import LONGEST, note_pin
from erp_desktop.views.office import Office
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.till.pin_dialogs import ApprovalDialog
from shop_pages import gift_shop, press, shown, type_into


@pytest.fixture
def gifts(dressed, tmp_path):
    with gift_shop(tmp_path) as (shop, office):
        shop.work.run(add_person, "mary", "manager", "Mary")
        shop.work.run(set_pin, "mary", "4711")
        shop.work.user_id = shop.work.run(add_person, "priya", "clerk", "Priya")
        shop.work.run(set_pin, "priya", "1234")
        yield shop, office


@pytest.fixture
def till(qtbot, gifts):
    return shown(qtbot, TillPage(gifts[1]))


def test_after_three_wrong_pins_the_next_waits_and_longer_each_time(till):
    till.duty.lock()
    screen = till.duty.screen
    for wrong in ("1111", "2222"):
        type_into(screen.pin, wrong)
        assert screen.words.text() == "This is not the PIN of Priya."
    type_into(screen.pin, "3333")
    assert screen.words.text() == "Too many wrong PINs. Try again in 5 s"
    assert not screen.pin.isEnabled()
    for _ in range(5):
        screen.countdown.tick()
    assert screen.pin.isEnabled()
    type_into(screen.pin, "1234")  # the clock of the books has not moved: still too early
    assert screen.words.text() == "Too many wrong PINs. Try again in 5 s"
    clock.set_now(lambda: day(10, 11) + 5)
    screen.countdown.stop()
    type_into(screen.pin, "4444")
    assert screen.words.text() == "Too many wrong PINs. Try again in 10 s"
    clock.set_now(lambda: day(10, 11) + 20)
    screen.countdown.stop()
    type_into(screen.pin, "1234")
    assert till.duty.screen is None


def test_the_wait_survives_a_start_and_never_grows_beyond_all_use(gifts):
    shop, _ = gifts
    ident = shop.value_of("SELECT id FROM user_account WHERE name = 'mary'")
    waits = [shop.work.run(lambda books: note_pin(books, ident, right=False)) for _ in range(12)]
    assert waits[:5] == [0, 0, 5, 10, 20]
    assert waits[-1] == LONGEST
    shop.work.user_id = None  # whoever may set PINs
    shop.work.run(set_pin, "mary", "4712")  # a new PIN begins anew
    assert shop.work.run(lambda books: note_pin(books, ident, right=False)) == 0


def test_an_approval_waits_as_well(till):
    type_into(till.scan.field, "22423")
    press(till.scan.field, Qt.Key.Key_F3)
    type_into(till.scan.band.field, "1")
    dialog = next(one for one in till.findChildren(ApprovalDialog) if one.isVisible())
    for wrong in ("1111", "2222", "3333"):
        type_into(dialog.pin, wrong)
    assert dialog.notice.sentence() == "Too many wrong PINs. Try again in 5 s"
    assert not dialog.pin.isEnabled()
    assert not dialog.verb.isEnabled()
    dialog.countdown.tick()
    assert dialog.notice.sentence() == "Too many wrong PINs. Try again in 4 s"
    dialog.confirm()  # also by Enter nothing is tried meanwhile
    assert till.cart.lines[0].price == D("12.75")
    for _ in range(4):
        dialog.countdown.tick()
    assert dialog.focusWidget() is dialog.pin
    assert not dialog.notice.isVisible()
    type_into(dialog.pin, "4711")  # the clock of the books has not moved: still too early
    assert dialog.notice.sentence() == "Too many wrong PINs. Try again in 5 s"
    clock.set_now(lambda: day(10, 11) + 5)
    dialog.countdown.stop()
    type_into(dialog.pin, "4711")
    assert till.cart.lines[0].price == D("1.00")


def test_a_start_asks_the_pin_of_whoever_was_there(till, gifts, qtbot):
    shop, _ = gifts
    type_into(till.scan.field, "22423")
    till.duty.lock()
    till.duty.screen.choose(next(t for t in till.duty.screen.tiles if t.person.name == "mary"))
    type_into(till.duty.screen.pin, "4711")
    till.close()
    shop.work.user_id = shop.value_of("SELECT id FROM user_account WHERE name = 'owner'")
    again = shown(qtbot, TillPage(Office(shop.work)))
    qtbot.waitUntil(lambda: again.duty.screen is not None)
    assert again.duty.screen.chosen().name == "mary"
    type_into(again.duty.screen.pin, "4711")
    assert again.strip.person.text() == "Mary"
    assert [line.sku for line in again.cart.lines] == ["22423"]  # what she had scanned
    assert again.card.view.lines.rowCount() == 1


def test_nobody_is_asked_where_nobody_took_over(till):
    assert till.duty.screen is None


def test_the_arrows_choose_the_person_while_the_pin_has_the_keyboard(till):
    till.duty.lock()
    screen = till.duty.screen
    assert screen.pin.hasFocus()
    press(screen.pin, Qt.Key.Key_Up)
    assert screen.chosen().name == "mary"
    press(screen.pin, Qt.Key.Key_Down)
    press(screen.pin, Qt.Key.Key_Down)
    assert screen.chosen().name == "owner"
    assert screen.pin.placeholderText() == "No PIN"


def test_neither_a_key_nor_a_scan_reaches_a_locked_till(till, gifts, qtbot):
    shop, _ = gifts
    type_into(till.scan.field, "22423")
    till.duty.lock()
    screen = till.duty.screen
    with qtbot.waitActive(till):
        till.activateWindow()
    for key in (Qt.Key.Key_F12, Qt.Key.Key_F6, Qt.Key.Key_F10):
        press(screen.pin, key)
        press(screen, key)
    assert till.take_scan("85099B")
    assert [line.sku for line in till.cart.lines] == ["22423"]
    assert till.carts.held == []
    assert shop.value_of("SELECT COUNT(*) FROM document WHERE kind = 'sale'") == 0
    type_into(screen.pin, "1234")
    press(till.scan.field, Qt.Key.Key_F12)
    assert shop.value_of("SELECT COUNT(*) FROM document WHERE kind = 'sale'") == 1
