"""Lots at the till: the near-expiry price, another lot by choice, what may not be sold."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from erp_desktop.services.stock.lots import ChangeLot, change_lot
from erp_desktop.services.users.people import add_person, set_pin
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.till.pin_dialogs import ApprovalDialog
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key
OLD_LABEL = "010761234567890010OLD"  # GS1: the product and its lot
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dairy(dressed, tmp_path):
    """Milk: two pieces that are near their day and cost less, five with a later one, one over."""
    with gift_shop(tmp_path) as (shop, office):
        shop.product("MILK", name="Milk", price="2.00", barcodes=["7612345678900"], track="lot")
        shop.receive("MILK", 1, 1, lot="OLD", expires_on=20260109)
        shop.receive("MILK", 2, 1, lot="SOON", expires_on=20260112)
        shop.receive("MILK", 5, 1, lot="LATE", expires_on=20260131)
        lower(shop, "SOON", "1.20")
        yield shop, office


def lower(shop, code, price):
    ident = shop.value_of("SELECT id FROM lot WHERE code = ?", code)
    shop.work.run(change_lot, ChangeLot(ident, price=D(price)))


@pytest.fixture
def till(qtbot, dairy):
    return shown(qtbot, TillPage(dairy[1]))


def scan(till, *codes):
    for code in codes:
        type_into(till.scan.field, code)


def lines(till):
    return [
        (line["quantity"], line["price"], line["discount"]) for line in till.card.view.lines.lines()
    ]


def answers(till):
    return [one.text() for one in till.card.view.refusal()._answers]


def answer(till, words):
    next(one for one in till.card.view.refusal()._answers if one.text() == words).click()
    QApplication.processEvents()


def left(shop):
    rows = shop.work.read(
        lambda books: books.rows(
            "SELECT l.code, SUM(d.on_hand) FROM stock_detail d JOIN lot l ON l.id = d.lot_id "
            "GROUP BY l.code HAVING SUM(d.on_hand) <> 0 ORDER BY l.code"
        )
    )
    return {code: int(many) // 1_000_000 for code, many in rows}


def test_the_price_near_the_expiry_is_proposed_for_as_many_as_there_are(till, dairy):
    shop, _ = dairy
    scan(till, "7612345678900", "7612345678900", "7612345678900")
    assert lines(till) == [(D(2), D("1.20"), "Near expiry"), (D(1), D("2.00"), "")]
    below = till.card.view.lines.lines()[0]["below"]
    assert "lot SOON, use by" in below
    press(till.scan.field, Key.Key_F12)
    assert left(shop) == {"OLD": 1, "LATE": 4}
    assert shop.account("cash") == D("4.40")


def test_another_lot_is_chosen_and_costs_as_usual(till, dairy, qtbot):
    """Shift+F2 offers the lots at once; Down and Enter choose, without a letter typed."""
    shop, _ = dairy
    scan(till, "7612345678900")
    QTest.keyClick(till.scan.field, Key.Key_F2, SHIFT)
    finder = till.scan.band.field
    qtbot.waitUntil(finder._open)
    assert [(one.title, one.right) for one in finder._list.found] == [
        ("OLD", "expired"), ("SOON", "1.20"), ("LATE", ""),
    ]  # fmt: skip
    press(finder, Key.Key_Down)
    press(finder, Key.Key_Down)
    press(finder, Key.Key_Return)
    assert lines(till) == [(D(1), D("2.00"), "")]
    press(till.scan.field, Key.Key_F12)
    assert left(shop) == {"OLD": 1, "SOON": 2, "LATE": 4}


def test_a_lot_that_has_too_little_takes_what_it_has(till, dairy):
    scan(till, "7612345678900", "7612345678900", "7612345678900")
    till.work.choose(1)
    press(till.scan.field, Key.Key_F2)
    type_into(till.scan.band.field, "7")
    line = till.line()
    late = next(one for one in till.lots.lots_of(line) if one.code == "LATE")
    till.lots.put(line, late)
    assert [(one.quantity, one.lot) for one in till.cart.lines] == [
        (D(2), "SOON"), (D(5), "LATE"), (D(2), ""),
    ]  # fmt: skip


def test_l55_a_label_of_an_expired_lot_is_refused_at_its_line_with_what_to_do(till, dairy, qtbot):
    scan(till, OLD_LABEL)
    assert answers(till) == [
        "Take lot SOON", "Choose…", "Take it out", "Sell anyway", "Cancel",
    ]  # fmt: skip
    answer(till, "Take lot SOON")
    assert lines(till) == [(D(1), D("1.20"), "Near expiry")]


def test_the_lot_that_is_offered_instead_is_not_in_the_cart_already(till, dairy):
    scan(till, "7612345678900", "7612345678900", OLD_LABEL)
    assert answers(till)[:2] == ["Take lot LATE", "Take it out"]


def test_the_sale_of_expired_goods_waits_for_somebody_who_may(dairy, qtbot):
    shop, office = dairy
    shop.work.run(add_person, "mary", "manager", "Mary")
    shop.work.run(set_pin, "mary", "4711")
    shop.work.user_id = shop.work.run(add_person, "priya", "clerk", "Priya")
    till = shown(qtbot, TillPage(office))
    scan(till, OLD_LABEL)
    answer(till, "Sell anyway")
    dialog = next(one for one in till.findChildren(ApprovalDialog) if one.isVisible())
    type_into(dialog.pin, "4711")
    assert till.card.view.refusal() is None
    with qtbot.waitActive(till):
        till.activateWindow()
    press(till.scan.field, Key.Key_F12)
    assert left(shop) == {"SOON": 2, "LATE": 5}


def test_a_blocked_lot_is_never_sold_whoever_asks(till, dairy):
    shop, _ = dairy
    for code in ("SOON", "LATE"):
        ident = shop.value_of("SELECT id FROM lot WHERE code = ?", code)
        shop.work.run(change_lot, ChangeLot(ident, blocked="Recalled"))
    scan(till, "7612345678900")
    till.cart.lines[0].lot = "LATE"
    press(till.scan.field, Key.Key_F12)
    assert answers(till) == ["Take it out", "Cancel"]
    assert left(shop) == {"OLD": 1, "SOON": 2, "LATE": 5}


def test_a_held_cart_keeps_its_lot(till, dairy, qtbot):
    scan(till, "7612345678900")
    press(till.scan.field, Key.Key_F6)
    press(till.scan.field, Key.Key_F7)
    assert (till.cart.lines[0].lot, till.cart.lines[0].near) == ("SOON", True)
