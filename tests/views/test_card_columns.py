"""Cards stand in two columns where the window is wide, and Tab reads the left one down first."""

import pytest
from PySide6.QtWidgets import QWidget

from erp_desktop.views.cards.card_columns import CardColumns
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.panels import Card
from erp_desktop.views.widgets.reading_order import reading_order
from views.counter import Counter, small_shop


def card(high: int) -> Card:
    made = Card("Card")
    made.body.addWidget(LineField())
    made.setFixedHeight(high)
    return made


@pytest.fixture
def cards(dressed):
    return [card(high) for high in (300, 100, 200, 150)]


@pytest.fixture
def columns(cards, qtbot):
    made = CardColumns(cards)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_a_wide_window_balances_the_cards(columns, cards, qtbot):
    qtbot.waitUntil(lambda: columns.columns() == (cards[:2], cards[2:]))
    assert cards[0].x() == 0 < cards[2].x()
    assert cards[2].y() == 0


def test_a_narrow_window_puts_them_below_each_other(columns, cards, qtbot):
    columns.resize(700, 900)
    qtbot.waitUntil(lambda: columns.columns() == (cards, []))
    qtbot.waitUntil(lambda: cards[3].y() > cards[2].y())
    qtbot.waitUntil(lambda: {one.width() for one in cards} == {700})


def test_tab_goes_down_the_left_column_first(columns, cards, qtbot):
    qtbot.waitUntil(lambda: columns.columns()[1] == cards[2:])
    stops = reading_order(columns)
    assert stops == [one.findChild(LineField) for one in cards]


def test_a_hidden_card_leaves_its_room_to_the_others(columns, cards, qtbot):
    cards[0].hide()
    qtbot.waitUntil(lambda: columns.columns() == (cards[1:3], cards[3:]))


def test_a_column_begins_where_the_form_says(cards, qtbot):
    made = CardColumns(cards, cards[3])
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitUntil(lambda: made.columns() == (cards[:3], cards[3:]))


def test_one_card_alone_is_no_wider_than_a_line_is_read(dressed, qtbot):
    made = CardColumns([card(200)])
    qtbot.addWidget(made)
    made.resize(1600, 700)
    made.show()
    qtbot.waitUntil(lambda: made.columns()[0][0].width() == 760)


@pytest.mark.parametrize("page", ["product_form", "partner_form"])
def test_forms_use_the_room_of_a_wide_window(dressed, qtbot, tmp_path, page):
    small_shop(tmp_path / "tea.shop").work.close()
    counter = Counter(tmp_path / "tea.shop", qtbot)
    counter.window.resize(1440, 900)
    shown: QWidget = counter.page(page)
    columns = shown.findChild(CardColumns)
    qtbot.waitUntil(lambda: bool(columns.columns()[1]))
    counter.window.resize(1100, 900)
    qtbot.waitUntil(lambda: not columns.columns()[1])
    counter.close()
