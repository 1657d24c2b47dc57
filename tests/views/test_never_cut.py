"""Long names and amounts of twelve digits: names may be elided, figures never."""

from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRectF

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.views import theme
from erp_desktop.views.cards.figure_strip import Figure, FigureStrip
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.catalogue.cost_story import unfolded
from erp_desktop.views.catalogue.product_panels import MovesCard
from erp_desktop.views.till.cart_view import CartView
from erp_desktop.views.till.tiles import KeyTile, TakeButton
from erp_desktop.views.tour import pictured
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.faces import ProgressFace, TwoLineFace
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.list_view import ListView
from erp_desktop.views.widgets.number_field import NumberField
from erp_desktop.views.widgets.panels import Entry, EntryList
from erp_desktop.views.widgets.table_source import TableSource

LONG = "Handmade brass and walnut desk lamp with linen shade, dimmer and spare bulb (1920s)"
MUCH = Decimal("123456789012.34")


def shown_whole(drawn, words):
    return any(text == words for text in drawn)


def watch(monkeypatch):
    """Every text as it is drawn."""
    drawn = []
    whole = theme.elided

    def elided(kind, text, room):
        found = whole(kind, text, room)
        drawn.append(found)
        return found

    monkeypatch.setattr(theme, "elided", elided)
    return drawn


def test_a_figure_becomes_smaller_before_it_is_cut(dressed):
    kind = ink.fitted(theme.KPI, "£1,169,185,185,189.80", 240)
    assert kind.size < theme.KPI.size
    assert theme.width(kind, "£1,169,185,185,189.80") <= 240
    assert ink.fitted(theme.KPI, "£12.00", 240) == theme.KPI


def test_a_list_shows_amounts_whole_and_cuts_the_name(dressed, qtbot, monkeypatch):
    columns = (Column("name", "Name", Kind.TEXT, 260), Column("total", "Total", Kind.MONEY, 90))
    view = ListView(TableSource(Table("one", "One", columns, [(LONG, MUCH)])))
    qtbot.addWidget(view)
    view.resize(420, 200)
    drawn = watch(monkeypatch)
    view.show()
    view.grab()
    assert shown_whole(drawn, "123,456,789,012.34")
    assert not shown_whole(drawn, LONG)


def test_a_column_that_a_person_made_narrow_stays_narrow(dressed, qtbot):
    columns = (Column("name", "Name", Kind.TEXT, 260), Column("total", "Total", Kind.MONEY, 90))
    view = ListView(TableSource(Table("one", "One", columns, [(LONG, MUCH)])))
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    view.setColumnWidth(1, 70)
    view.resize(640, 200)
    assert view.columnWidth(1) == 70
    assert [one.width for one in view.arrangement()] == [260, 70]


def test_the_cart_shows_amounts_whole(dressed, qtbot, monkeypatch):
    cart = CartView()
    qtbot.addWidget(cart)
    cart.resize(860, 300)
    cart.show()
    drawn = watch(monkeypatch)
    line = {"name": LONG, "price": MUCH, "quantity": Decimal(1), "amount": MUCH}
    cart.show_lines([line], 0)
    cart.grab()
    assert drawn.count("123,456,789,012.34") >= 2


def test_a_small_table_cuts_the_name_and_not_the_amount(dressed, qtbot, monkeypatch):
    table = MiniTable([MiniColumn(), MiniColumn("", 80, right=True)])
    qtbot.addWidget(table)
    table.show_rows([MiniRow((MiniCell(LONG), MiniCell("1,169,185,185,199.80")))])
    table.resize(300, 60)
    drawn = watch(monkeypatch)
    table.show()
    table.grab()
    assert shown_whole(drawn, "1,169,185,185,199.80")


def test_a_long_title_at_the_side_takes_the_whole_line(dressed, qtbot, monkeypatch):
    entry = Entry("Goods receipt GR-2026-000006", "Owner", "09:40", badge="O")
    side = EntryList([entry])
    qtbot.addWidget(side)
    side.resize(250, 60)
    drawn = watch(monkeypatch)
    side.show()
    side.grab()
    assert {"Goods receipt GR-2026-000006", "Owner", "09:40"} <= set(drawn)


def boxes(monkeypatch):
    """Where each text is drawn, and in which type."""
    drawn = {}
    draw = ink.text

    def text(painter, words, box, kind, colour, **sides):
        drawn[words] = (QRectF(box), kind)
        return draw(painter, words, box, kind, colour, **sides)

    monkeypatch.setattr(ink, "text", text)
    return drawn


def test_the_times_at_the_side_stand_in_one_line_with_what_is_below(dressed, qtbot, monkeypatch):
    side = EntryList([
        Entry("Goods receipt GR-2026-000006", "Owner", "09:40", badge="O"),
        Entry("Bill BI-1", "Clerk", "09:41", badge="C"),
    ])  # fmt: skip
    qtbot.addWidget(side)
    side.resize(250, 100)
    drawn = boxes(monkeypatch)
    side.show()
    side.grab()
    for person, time in (("Owner", "09:40"), ("Clerk", "09:41")):
        assert drawn[person][0].y() == drawn[time][0].y()


def test_the_hyphens_of_a_date_stay_narrow(dressed, qtbot, monkeypatch):
    strip = FigureStrip()
    qtbot.addWidget(strip)
    strip.show_figures([Figure("Expires", "12-22"), Figure("On hand", "−30")])
    drawn = boxes(monkeypatch)
    strip.show()
    strip.grab()
    assert not drawn["12-22"][1].tabular
    assert drawn["−30"][1].tabular


def test_unit_costs_of_the_last_moves_have_the_same_decimals(dressed, qtbot):
    card = MovesCard()
    qtbot.addWidget(card)
    moves = [
        (
            datetime(2026, 1, 5, 9),
            f"TS-{at}",
            "sale",
            "",
            "Shop",
            Decimal(-1),
            Decimal(at),
            Decimal(cost),
        )
        for at, cost in enumerate(("1.1917", "1.19"))
    ]
    found = Table("moves", "Moves", (), moves, keys=(1, 2))
    goods = SimpleNamespace(kind="goods", details=SimpleNamespace(is_template=False), id=1)
    card.show_card(SimpleNamespace(ask=lambda *_: found), goods)
    assert [row.cells[-1].words for row in card.table.rows()] == ["1.1917", "1.1900"]


def test_a_key_that_does_nothing_now_has_no_ground(dressed, qtbot, monkeypatch):
    caps = []
    monkeypatch.setattr(ink, "key_cap", lambda *told: caps.append(told[-1]))
    for tile in (KeyTile("Quantity", "hash", "F2"), TakeButton()):
        qtbot.addWidget(tile)
        tile.setEnabled(False)
        tile.resize(120, 62)
        tile.grab()
    assert caps == [ink.Cap.OFF, ink.Cap.OFF]


def ink_between(widget):
    """The first and the last row of pixels with words in them, in a picture twice as sharp."""
    seen = pictured(widget, 2.0).toImage()
    wide = range(16, 80)  # past the frame, before the arrow of a choice
    rows = [
        y
        for y in range(8, seen.height() - 8)
        if any(seen.pixelColor(x, y).lightness() > 90 for x in wide)
    ]
    return rows[0], rows[-1]


@pytest.mark.parametrize("size", [13, 16, 18])
def test_chinese_stands_in_a_field_as_high_as_in_a_choice(dressed, qtbot, size):
    theme.wear(theme.Choice(scheme=theme.Scheme.DARK, size=size))
    words = "店主国"
    typed, hint, chosen = LineField(), LineField(words), Combo([("one", words)])
    typed.setText(words)
    places = []
    for field in (typed, hint, chosen):
        qtbot.addWidget(field)
        field.resize(160, theme.px(30))
        field.show()
        places.append(ink_between(field))
    for top, bottom in places[:2]:
        assert abs(top - places[2][0]) <= 1
        assert abs(bottom - places[2][1]) <= 1


def test_a_unit_that_changes_keeps_its_room(dressed, qtbot):
    field = NumberField(unit="kg")
    qtbot.addWidget(field)
    field.set_unit("Flaschen")
    room = field.textMargins()
    field.setText("12")
    assert field.textMargins() == room


def test_an_empty_table_says_so(dressed, qtbot, monkeypatch):
    columns = (Column("name", "Name", Kind.TEXT, 260),)
    view = ListView(TableSource(Table("one", "One", columns, [])))
    view.nothing = "There is nothing yet."
    qtbot.addWidget(view)
    view.resize(420, 200)
    drawn = watch(monkeypatch)
    view.show()
    view.grab()
    assert shown_whole(drawn, "There is nothing yet.")
    assert QRectF(view.viewport().rect()).height() > 0


def lines_of(name, wide):
    face = TwoLineFace("sku").bind((Column("name", "Name"), Column("sku", "SKU")), 0)
    return face.lines((name, "85123A"), wide)


def test_a_long_name_goes_on_in_the_line_below(dressed):
    whole = "WHITE HANGING HEART T-LIGHT HOLDER"
    assert lines_of(whole, theme.width(theme.BODY, whole) + 1) == (whole, "")
    assert lines_of(whole, theme.width(theme.BODY, whole) - 40) == (
        "WHITE HANGING HEART T-LIGHT",
        "HOLDER",
    )


def test_a_chinese_name_goes_on_after_any_letter(dressed):
    first, rest = lines_of("明前龙井一级礼盒装二百五十克", 80)
    assert first + rest == "明前龙井一级礼盒装二百五十克"
    assert 80 - 13 - theme.width(theme.BODY, "…") < theme.width(theme.BODY, first) <= 80


def test_one_word_that_is_too_long_is_elided(dressed):
    assert lines_of("Donaudampfschifffahrt", 60) == ("Donaudampfschifffahrt", "")


def test_more_than_ordered_is_calm_where_it_may_be(dressed):
    columns = [Column(key, key) for key in ("progress", "done", "whole", "words", "allowed")]
    face = ProgressFace("done", "whole", "words", 44, "allowed").bind(columns, 0)
    over = ("", Decimal(12), Decimal(10), "2 over")
    assert face.colour((*over, 1)) == theme.tokens().ok
    assert face.colour((*over, 0)) == theme.tokens().bad


def test_what_a_dear_receipt_was_stands_below_its_document(dressed):
    how, worth = MiniCell("102 pcs × 1,234,567,890.12"), MiniCell("123,456,789,012.34")
    document = MiniCell("GR-2026-000002", note="25 Nov")
    rows = unfolded(MiniRow((document, how, worth)))
    assert [[cell.words for cell in row.cells] for row in rows] == [
        ["GR-2026-000002", "", "123,456,789,012.34"],
        ["102 pcs × 1,234,567,890.12", "", ""],
    ]
    few = MiniRow((document, MiniCell("24 pcs × 1.10"), MiniCell("26.40")))
    assert unfolded(few) == [few]


def test_a_table_of_days_and_figures_leaves_no_half_of_it_empty(dressed, qtbot):
    columns = (Column("day", "Day", Kind.DATE, 110), Column("much", "Much", Kind.MONEY, 100))
    view = ListView(TableSource(Table("one", "One", columns, [(date(2026, 11, 26), MUCH)])))
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    assert view.header.length() == view.viewport().width()
    assert view.columnWidth(0) == view.columnWidth(1)
