"""Goods kept in pieces and kilograms at the till: by label, by hand, and as part of a kit."""

from decimal import Decimal as D

import pytest
from PySide6.QtCore import Qt

from erp_desktop.core.barcode import check_digit
from erp_desktop.reports.product_details import pieces_of
from erp_desktop.services.catalogue.columns import SavePart
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.views import theme
from erp_desktop.views.till.page import TillPage
from erp_desktop.views.widgets import ink
from shop_pages import gift_shop, press, shown, type_into

Key = Qt.Key


@pytest.fixture
def deli(dressed, tmp_path):
    """Twelve hams of fifteen kilograms in all; the scale prints 2 + code + grams."""
    with gift_shop(tmp_path) as (shop, office):
        shop.product("12345", name="Ham", unit="kg", price="20.00", catch_unit="hams")
        shop.work.run(lambda books: books.put_setting("scale_codes", "21IIIIIWW.WWWC"))
        line = TradeLine(shop.pid("12345"), D(15), D(10), pieces=D(12))
        received(shop, line)
        yield shop, office


def received(shop, line):
    shop.work.run(receive_goods, ReceiveGoods(shop.supplier, lines=[line]))


@pytest.fixture
def till(qtbot, deli):
    return shown(qtbot, TillPage(deli[1]))


def label(grams):
    digits = f"2112345{grams:05d}"
    return digits + check_digit(digits)


def pieces(shop, sku="12345"):
    return shop.work.read(pieces_of, shop.pid(sku))


def painted(view):
    """The words that a table paints, as they fit."""
    said = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ink, "text", _listening(said, ink.text))
        view.grab()
    return said


def _listening(said, paint):
    def text(painter, words, box, kind, *rest, **more):
        said.append(theme.elided(kind, words, int(box.width())))
        return paint(painter, words, box, kind, *rest, **more)

    return text


def below(till):
    return till.card.view.lines.lines()[-1]["below"]


def test_each_label_is_one_piece_of_its_weight(till, deli):
    shop, _ = deli
    type_into(till.scan.field, label(1250))
    type_into(till.scan.field, label(1300))
    (line,) = till.cart.lines
    assert (line.quantity, line.pieces) == (D("2.550"), D(2))
    assert "2 hams" in below(till)
    press(till.scan.field, Key.Key_F12)
    assert (shop.on_hand("12345"), pieces(shop)) == (D("12.450"), D(10))


def test_without_a_label_the_weight_is_asked_and_then_the_pieces(till, deli):
    shop, _ = deli
    type_into(till.scan.field, "12345")
    band = till.scan.band
    assert till.scan.asking()
    assert band.switched() == "weight"
    type_into(band.field, "3.75")
    press(till.scan.field, Key.Key_F2)
    press(band.field, Key.Key_F2)
    assert (band.switched(), band.field.text()) == ("pieces", "1")
    type_into(band.field, "3")
    press(till.scan.field, Key.Key_F12)
    assert (shop.on_hand("12345"), pieces(shop)) == (D("11.25"), D(9))


def test_a_kits_part_takes_its_own_pieces_not_the_kits(till, deli):
    """Two boxes of a ham of a kilogram and a quarter and three jars."""
    shop, _ = deli
    shop.product("JAR", name="Jar", price="2")
    shop.opening("JAR", 20, 1)
    parts = (SavePart("12345", D("1.25")), SavePart("JAR", D(3)))
    shop.product("BOX", name="Box", price="30", kind="kit", parts=parts)
    type_into(till.scan.field, "BOX")
    type_into(till.scan.field, "BOX")
    press(till.scan.field, Key.Key_F12)
    assert (shop.on_hand("12345"), pieces(shop)) == (D("12.5"), D(10))
    assert (shop.on_hand("JAR"), pieces(shop, "JAR")) == (D(14), D(0))
    sale = shop.value_of("SELECT MAX(id) FROM document WHERE kind = 'sale'")
    line = PartLine(shop.lines_of(sale)["BOX"].id, D(1))
    shop.work.run(return_from_customer, ReturnFromCustomer(sale, parts=[line], paid_by="cash"))
    assert (shop.on_hand("12345"), pieces(shop)) == (D("13.75"), D(11))


def test_what_comes_back_in_part_brings_its_share_of_the_pieces(till, deli):
    shop, _ = deli
    type_into(till.scan.field, label(1250))
    type_into(till.scan.field, label(1250))
    press(till.scan.field, Key.Key_F12)
    sale = shop.value_of("SELECT MAX(id) FROM document WHERE kind = 'sale'")
    line = PartLine(shop.lines_of(sale)["12345"].id, D("1.25"))
    shop.work.run(return_from_customer, ReturnFromCustomer(sale, parts=[line], paid_by="cash"))
    assert pieces(shop) == D(11)


def test_a_weight_of_two_lots_counts_its_pieces_once(till, deli):
    shop, _ = deli
    shop.product("CHEESE", name="Cheese", unit="kg", price="10", catch_unit="wheels", track="lot")
    for lot, day in (("A", 20260120), ("B", 20260131)):
        line = TradeLine(shop.pid("CHEESE"), D(4), D(5), pieces=D(2), lot=lot, expires_on=day)
        received(shop, line)
    type_into(till.scan.field, "CHEESE")
    type_into(till.scan.band.field, "6")
    till.line().pieces = D(3)
    press(till.scan.field, Key.Key_F12)
    assert (shop.on_hand("CHEESE"), pieces(shop, "CHEESE")) == (D(2), D(1))


def test_a_weight_is_read_whole_in_the_cart(till, deli):
    """The line above the chosen one: its figure needs more room than the word at its head."""
    type_into(till.scan.field, label(1250))
    type_into(till.scan.field, "WRAP")
    said = painted(till.card.view)
    assert "1.25 kg" in said
