"""Long names and amounts of twelve digits: names may be elided, figures never."""

from decimal import Decimal

from PySide6.QtCore import QRectF

from erp_desktop.core.table import Column, Kind, Table
from erp_desktop.views import theme
from erp_desktop.views.cards.mini_table import MiniCell, MiniColumn, MiniRow, MiniTable
from erp_desktop.views.till.cart_view import CartView
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.list_view import ListView
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
