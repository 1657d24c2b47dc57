"""Somebody posts while somebody else writes: the window lives on, nothing is lost or doubled."""

from decimal import Decimal
from functools import partial
from threading import Thread
from time import sleep

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import Shop, day
from erp_desktop.core.errors import NotEnoughStock, ShopBusy
from erp_desktop.services.catalogue.scanning import known_code
from erp_desktop.services.partners.partners import SavePartner, save_partner
from erp_desktop.services.stock.transferring import MoveLine, WriteOff, write_off
from erp_desktop.services.unit_of_work import open_shop
from erp_desktop.views.drafts import DraftKeeper
from erp_desktop.views.scanner import ScanFilter
from erp_desktop.views.shell.turn_panel import TurnPanel
from erp_desktop.views.shop_office import ShopOffice
from erp_desktop.views.turns import QUIET
from erp_desktop.views.widgets.dialog import Dialog
from other_writer import somebody_writes
from scanner_hands import Key, keys, on_our_clock, press, scan
from views.watchdog import watched

TOLD = QUIET + 200  # milliseconds after which the wait has been told, on a slow machine too


def partners(counter, code="NEW"):
    return counter.value("SELECT count(*) FROM partner WHERE code = ?", code)


def save(counter, code="NEW"):
    return counter.office.do(save_partner, SavePartner(code, "New friend", is_customer=True))


def soon(milliseconds, act):
    QTimer.singleShot(milliseconds, act)


def panels(counter):
    return [one for one in counter.window.findChildren(TurnPanel) if one.isVisible()]


def in_front(counter, qtbot):
    with qtbot.waitActive(counter.window):
        counter.window.activateWindow()


def test_the_window_lives_on_while_a_change_waits_for_its_turn(counter, place):
    with somebody_writes(place, 1.0), watched() as dog:
        save(counter)
    assert partners(counter) == 1
    assert len(dog.gaps) > 10, "the loop stood still while the change waited"


@pytest.mark.alone
def test_it_never_stands_still_for_long(counter, place):
    with somebody_writes(place, 2.0), watched() as dog:
        save(counter)
    assert partners(counter) == 1
    assert dog.longest < 150


@pytest.mark.postgres
def test_so_it_is_on_a_server(dressed, qtbot, postgres_database):
    Shop.found(postgres_database).work.close()
    office = ShopOffice(open_shop(postgres_database))
    with somebody_writes(postgres_database, 1.0), watched() as dog:
        office.do(save_partner, SavePartner("NEW", "New friend", is_customer=True))
    found = office.ask(lambda books: books.value("SELECT count(*) FROM partner WHERE code = 'NEW'"))
    assert found == 1
    assert len(dog.gaps) > 10
    with somebody_writes(postgres_database):
        soon(100, office.turns.give_up)
        with pytest.raises(ShopBusy):
            office.do(save_partner, SavePartner("LATE", "Nobody", is_customer=True))
    office.close()


def test_a_short_wait_is_not_told_and_a_long_one_is(counter, place):
    told = []
    counter.office.turns.long_wait.connect(lambda: told.append(1))
    with somebody_writes(place, 0.1):
        save(counter, "SHORT")
    assert told == []
    with somebody_writes(place) as other:
        soon(TOLD, lambda: (told.extend(panels(counter)), other.end()))
        save(counter, "LONG")
    assert "Yours is next" in told[1].accessibleName()
    assert panels(counter) == []
    assert (partners(counter, "SHORT"), partners(counter, "LONG")) == (1, 1)


def test_what_is_typed_meanwhile_comes_afterwards_in_its_order(counter, qtbot, place):
    field = counter.page("products").search
    in_front(counter, qtbot)
    field.setFocus()
    seen = []
    with somebody_writes(place) as other:

        def go_on():
            keys(counter.window, "een")
            press(counter.window, Key.Key_Left)
            keys(counter.window, "s")
            seen.append(field.text())
            other.end()

        soon(50, lambda: keys(counter.window, "gr"))
        soon(TOLD, go_on)
        save(counter)
    assert seen == [""], "nothing overtakes what waits"
    qtbot.waitUntil(lambda: field.text() == "greesn")
    assert partners(counter) == 1


def test_a_shortcut_and_a_click_come_afterwards_too(counter, qtbot, place):
    counter.page("home")
    in_front(counter, qtbot)
    window, bell = counter.window.windowHandle(), counter.window.top.bell
    heard, during = [], []
    for signal, word in ((counter.window.searched, "palette"), (bell.clicked, "bell")):
        signal.disconnect()
        signal.connect(partial(heard.append, word))
    at = bell.mapTo(counter.window, bell.rect().center())
    with somebody_writes(place) as other:

        def use_them():
            QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)
            during.extend(heard)
            other.end()

        soon(TOLD, use_them)
        save(counter)
    assert during == []
    qtbot.waitUntil(lambda: sorted(heard) == ["bell", "palette"])


def test_a_scan_that_comes_meanwhile_is_not_lost(counter, qtbot, place, monkeypatch):
    on_our_clock(monkeypatch)
    counter.page("products")
    in_front(counter, qtbot)
    scans = ScanFilter(QApplication.instance(), lambda code: counter.read(known_code, code))
    heard, during = [], []
    scans.scanned.connect(heard.append)
    with somebody_writes(place) as other:

        def use_scanner():
            scan(counter.window, "6901234567892")
            during.extend(heard)
            other.end()

        soon(TOLD, use_scanner)
        save(counter)
    assert during == []
    qtbot.waitUntil(lambda: heard == ["6901234567892"])
    QApplication.instance().removeEventFilter(scans)
    scans.deleteLater()


@pytest.mark.parametrize("by", ["Esc", "Cancel"])
def test_a_person_who_does_not_want_to_wait_gives_it_up(counter, qtbot, place, by):
    page = counter.page("products")
    in_front(counter, qtbot)

    def give_up():
        panel = panels(counter)[0]
        window = counter.window.windowHandle()
        if by == "Esc":
            QTest.keyClick(window, Key.Key_Escape)
        else:
            at = panel.cancel.mapTo(counter.window, panel.cancel.rect().center())
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)

    with somebody_writes(place):
        soon(TOLD, give_up)
        assert page.hand_in(save_partner, SavePartner("NEW", "Friend", is_customer=True)) is None
        assert "Somebody else is writing" in page.notice.accessibleName()
        assert panels(counter) == []
    assert partners(counter) == 0
    save(counter)
    assert partners(counter) == 1


def test_a_dialog_says_it_itself_and_stays_open(counter, qtbot, place):
    dialog = Dialog(counter.office, "Partner", "Save", parent=counter.window)
    dialog.open()
    QApplication.processEvents()
    seen = []

    def give_up():
        (panel,) = panels(counter)
        room = panel.parentWidget().rect()
        seen.append((panel.parentWidget() is dialog, room.contains(panel.geometry())))
        panel.cancel.click()

    with somebody_writes(place):
        soon(TOLD, give_up)
        dialog.hand_in(save_partner, SavePartner("NEW", "Friend", is_customer=True))
    assert seen == [(True, True)]
    assert dialog.isVisible()
    assert "Somebody else is writing" in dialog.notice.accessibleName()
    dialog.hand_in(save_partner, SavePartner("NEW", "Friend", is_customer=True))
    assert not dialog.isVisible()
    assert partners(counter) == 1


def test_after_the_longest_wait_it_is_refused(counter, place):
    counter.office.work.patience = TOLD
    with somebody_writes(place), pytest.raises(ShopBusy):
        save(counter)
    assert counter.office.work.patience == TOLD
    save(counter)
    assert partners(counter) == 1


def test_what_a_rule_says_no_to_is_said_when_the_turn_has_come(counter, place):
    tea = counter.value("SELECT id FROM product WHERE sku = 'TEA'")
    too_many = WriteOff([MoveLine(tea, Decimal(900))], "broken")
    with somebody_writes(place, 0.2), pytest.raises(NotEnoughStock):
        counter.office.do(write_off, too_many)


def test_a_timer_that_wants_to_write_meanwhile_comes_later(counter, qtbot, place):
    keeper = DraftKeeper(counter.office, "a page", QObject(counter.window))
    refused = []

    def post_again():
        try:
            save(counter, "SECOND")
        except ShopBusy as busy:
            refused.append(busy)

    with somebody_writes(place, 0.6):
        soon(50, lambda: keeper.keep({"words": "tea"}))
        soon(100, post_again)
        save(counter)
        assert keeper.kept() is None
    assert len(refused) == 1
    qtbot.waitUntil(lambda: keeper.kept() is not None)
    assert (partners(counter), partners(counter, "SECOND")) == (1, 0)


def test_what_others_wrote_is_told_after_the_wait(counter, qtbot, place):
    heard = []
    counter.office.changed.connect(lambda: heard.append(counter.office.turns.waiting()))
    with somebody_writes(place, 0.2):
        soon(50, counter.office.changed.emit)
        counter.office.try_out(save_partner, SavePartner("NEW", "Friend", is_customer=True))
    qtbot.waitUntil(lambda: heard == [False])
    assert partners(counter) == 0


def test_a_window_that_is_closed_meanwhile_posts_first(counter, qtbot, place):
    with somebody_writes(place, 0.5):
        soon(100, counter.window.close)
        soon(200, counter.window.windowHandle().close)
        save(counter)
    assert counter.window.isVisible()
    assert partners(counter) == 1
    qtbot.waitUntil(lambda: not counter.window.isVisible())


def test_an_end_of_the_program_does_not_wait(counter, place):
    soon(100, QApplication.quit)
    with somebody_writes(place), pytest.raises(ShopBusy):
        save(counter)


def test_work_in_another_thread_waits_there(counter, place):
    def work():
        save(counter)

    thread = Thread(target=work)
    with somebody_writes(place, 0.2):
        thread.start()
        thread.join()
    assert partners(counter) == 1


def test_who_gives_up_the_look_at_earlier_figures_posts_nothing(counter, place):
    page = counter.page("products")
    tea = counter.value("SELECT id FROM product WHERE sku = 'TEA'")
    before = counter.value("SELECT count(*) FROM document")
    posted = []
    with somebody_writes(place) as other:
        soon(100, lambda: (counter.office.turns.give_up(), other.end()))
        page.book(write_off, late(tea), posted.append)
    assert "Somebody else is writing" in page.notice.accessibleName()
    assert posted == []
    assert counter.value("SELECT count(*) FROM document") == before


def late(product_id):
    return WriteOff([MoveLine(product_id, Decimal(1))], "broken", at=day(3))


def close_period(books, seconds):
    """Long work, by its name."""
    sleep(seconds)
    return save_partner(books, SavePartner("NEW", "New friend", is_customer=True))


def test_what_takes_long_by_itself_is_done_beside_the_window(counter, qtbot, place):
    in_front(counter, qtbot)
    seen = []

    def look():
        seen.extend((one.words.text(), one.cancel.isVisible()) for one in panels(counter))
        QTest.keyClick(counter.window.windowHandle(), Key.Key_Escape)  # too late: it is written

    soon(TOLD, look)
    with watched() as dog:
        counter.office.do(close_period, 1.2)
    assert len(dog.gaps) > 10, "the loop stood still while it was written"
    assert seen == [("This takes a little longer: it goes far back in the books.", False)]
    assert partners(counter) == 1


def test_long_work_waits_its_turn_too_and_can_be_given_up_before_it(counter, place):
    with somebody_writes(place):
        soon(TOLD, counter.office.turns.give_up)
        with pytest.raises(ShopBusy):
            counter.office.do(close_period, 0.1)
    with somebody_writes(place, 0.3):
        counter.office.do(close_period, 0.1)
    assert partners(counter) == 1


def test_a_long_look_can_be_left_and_what_is_posted_then_waits_for_its_end(counter, qtbot):
    soon(TOLD, counter.office.turns.give_up)
    with pytest.raises(ShopBusy) as left:
        counter.office.try_out(close_period, 1.5)
    assert type(left.value) is ShopBusy
    assert partners(counter) == 0
    save(counter)
    assert partners(counter) == 1
    counter.office.try_out(close_period, 0.0)
    assert partners(counter) == 1


def test_what_long_work_refuses_is_said(counter):
    tea = counter.value("SELECT id FROM product WHERE sku = 'TEA'")
    with pytest.raises(NotEnoughStock):
        counter.office.do(write_off, WriteOff([MoveLine(tea, Decimal(900))], "broken", at=day(3)))


def test_an_end_of_the_program_waits_for_what_is_being_written(counter):
    soon(100, QApplication.quit)
    counter.office.do(close_period, 0.6)
    assert partners(counter) == 1
