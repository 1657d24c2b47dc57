"""Names below bars stand in two lines where one has no room, and tiles that are hidden leave no
hole."""

from erp_desktop.views import theme
from erp_desktop.views.cards.bar_chart import folded
from erp_desktop.views.cards.tile_grid import TileGrid
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
