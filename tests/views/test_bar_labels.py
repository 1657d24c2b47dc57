"""Names below bars stand in two lines where one has no room, and tiles that are hidden leave no
hole."""

from decimal import Decimal
from itertools import pairwise

from erp_desktop.views import theme
from erp_desktop.views.cards.bar_chart import BarChart, Group, folded
from erp_desktop.views.cards.tile_grid import TileGrid
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import Card


def test_a_name_that_fits_stays_in_one_line(dressed):
    assert folded(theme.HINT, "Bags", 90) == ["Bags"]


def test_a_long_name_goes_over_two_lines_between_its_words(dressed):
    assert folded(theme.HINT, "JUMBO BAG RED RETROSPOT", 90) == ["JUMBO BAG", "RED RETROSPOT"]


def test_a_name_without_gaps_is_cut_where_the_room_ends(dressed):
    first, rest = folded(theme.HINT, "白毫银针特级礼盒装二百五十克", 90)
    assert first + rest == "白毫银针特级礼盒装二百五十克"
    assert theme.width(theme.HINT, first) <= 90


def test_tiles_that_are_hidden_leave_no_hole(dressed, qtbot):
    left, right = Card("Left"), Card("Right")
    grid = TileGrid([left, right], 2)
    qtbot.addWidget(grid)
    right.hide()
    grid.resize(800, 200)
    grid.show()
    qtbot.waitUntil(lambda: left.width() == 800)
    right.show()
    qtbot.waitUntil(lambda: 0 < left.width() < 400 and right.x() > left.x())


def test_the_newest_day_is_written_whole_and_none_runs_into_it(dressed, qtbot, monkeypatch):
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.resize(360, 180)
    chart.show_groups([Group(f"{day} Nov", (Decimal(day),)) for day in range(7, 27)], last="26")
    drawn = []

    def noted(_painter, words, box, *_, **__):
        if words.endswith("Nov"):
            drawn.append((words, box))
        return 0

    monkeypatch.setattr(ink, "text", noted)
    chart.grab()
    assert drawn[0][0] == "26 Nov"
    assert drawn[0][1].right() <= chart.width()
    assert drawn[0][1].width() >= theme.width(theme.Type(12, 600), "26 Nov")
    boxes = [box for _, box in drawn]
    assert len(boxes) > 3
    assert all(left.right() < right.left() for right, left in pairwise(boxes))
