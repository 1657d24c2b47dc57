"""The label designer: looked at nearer and further, pulled by its handles, aids on and off."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders import Shop
from erp_desktop.core.label_design import Element, Part
from erp_desktop.views import memory
from erp_desktop.views.labels.align_row import aligned
from erp_desktop.views.labels.design_page import DesignPage
from erp_desktop.views.labels.handles import HANDLES, Handle, pulled, spots
from erp_desktop.views.labels.viewing import FIT, Viewing, next_step
from erp_desktop.views.office import Office

BOX = Element(Part.TEXT, 100, 50, 200, 80)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(dressed, tmp_path, qtbot):
    shop = Shop.found(tmp_path / "own.shop", name="Hearth & Lantern", currency="GBP")
    shop.product("TEA", name="Green tea", barcodes=["6901234567892"], price="28.90")
    made = DesignPage(Office(shop.work))
    qtbot.addWidget(made)
    made.resize(1240, 760)
    made.show()
    yield made
    shop.work.close()


def test_each_handle_moves_its_own_edges():
    assert pulled(BOX, Handle(1, 1), 10, 5) == BOX.placed(100, 50, 210, 85)
    assert pulled(BOX, Handle(-1, 0), 10, 5) == BOX.placed(110, 50, 190, 80)
    assert pulled(BOX, Handle(0, -1), 10, -20) == BOX.placed(100, 30, 200, 100)
    assert pulled(BOX, Handle(-1, -1), -300, 0) == BOX.placed(0, 50, 300, 80)


def test_an_edge_stops_a_millimetre_before_the_other():
    assert pulled(BOX, Handle(-1, 0), 900, 0) == BOX.placed(290, 50, 10, 80)
    assert pulled(BOX, Handle(0, 1), 0, -900) == BOX.placed(100, 50, 200, 10)


def test_there_are_eight_handles_around_the_frame():
    found = spots(QRectF(10, 10, 100, 40), 8)
    assert set(found) == set(HANDLES)
    assert len(found) == 8
    assert found[Handle(-1, -1)].center() == QPointF(10, 10)
    assert found[Handle(0, 1)].center() == QPointF(60, 50)


def test_sizes_go_in_steps():
    assert next_step(284, 1) == 300
    assert next_step(284, -1) == 200
    assert next_step(800, 1) == 800
    assert next_step(25, -1) == 25


def test_a_large_label_is_pushed_only_as_far_as_its_edge():
    room, size = QRectF(0, 0, 400, 300), QSizeF(1000, 200)
    pushed = Viewing(200).pushed(QPointF(-5_000, -5_000), size, room)
    assert pushed.gone == QPointF(-328, 0)


def test_an_element_is_aligned_on_its_label(page):
    design = page.design
    assert aligned(BOX, design, "right").x == design.wide - BOX.wide - 20
    assert aligned(BOX, design, "middle").y == (design.high - BOX.high) // 2
    page.choose(0)
    was = page.design.elements[0]
    left = next(iter(page.properties.align_row.buttons))
    page.change(page.design.with_element(0, was.placed(90, was.y, was.wide, was.high)))
    QTest.mouseClick(left, Qt.MouseButton.LeftButton)
    assert page.design.elements[0].x == 20


def test_the_wheel_with_ctrl_looks_nearer_at_the_place_under_it(page):
    canvas, zoom = page.canvas, page.sample.zoom
    canvas.zoom_to(100)
    assert zoom.size_button.text() == "100%"
    at = QPointF(canvas.width() / 2, canvas.height() / 2)
    turned = QWheelEvent(at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120),
                         Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase,
                         False)  # fmt: skip
    QApplication.sendEvent(canvas, turned)
    assert canvas.percent() == 150
    assert zoom.size_button.text() == "150%"


def test_keys_look_nearer_further_and_at_all_of_it(page):
    canvas = page.canvas
    canvas.zoom_to(100)
    QTest.keyClick(canvas, Qt.Key.Key_Plus, CONTROL)
    assert canvas.percent() == 150
    QTest.keyClick(canvas, Qt.Key.Key_Minus, CONTROL)
    assert canvas.percent() == 100
    QTest.keyClick(canvas, Qt.Key.Key_0, CONTROL)
    whole = canvas.percent()
    QTest.keyClick(canvas, Qt.Key.Key_1, CONTROL)
    assert canvas.percent() == 100 != whole
    QTest.mouseClick(page.sample.zoom.larger, Qt.MouseButton.LeftButton)
    assert canvas.percent() == 150
    page.sample.zoom.wanted.emit(FIT)
    assert canvas.percent() == whole


def test_keys_with_ctrl_pull_the_right_and_the_lower_edge(page):
    page.choose(1)
    was = page.design.elements[1]
    QTest.keyClick(page.canvas, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(page.canvas, Qt.Key.Key_Up, CONTROL | SHIFT)
    now = page.design.elements[1]
    assert (now.x, now.y, now.wide, now.high) == (was.x, was.y, was.wide + 1, was.high - 10)
    page.undo()
    page.undo()
    assert page.design.elements[1] == was


def test_the_upper_left_handle_is_dragged_in_one_step_back(page):
    page.choose(3)
    was = page.design.elements[3]
    start = page.canvas.box_of(was).topLeft().toPoint()
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.canvas, start + QPoint(20, 10))
    QTest.mouseMove(page.canvas, start + QPoint(40, 30))
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 30))
    now = page.design.elements[3]
    assert now.x > was.x
    assert now.y > was.y
    assert (now.x + now.wide, now.y + now.high) == (was.x + was.wide, was.y + was.high)
    page.undo()
    assert page.design.elements[3] == was


def test_without_snapping_a_tenth_of_a_millimetre_counts(page):
    QTest.mouseClick(page.sample.zoom.snap, Qt.MouseButton.LeftButton)
    assert memory.recalled("label/magnet") == "no"
    page.canvas.zoom_to(800)
    page.choose(0)
    was = page.design.elements[0]
    start = page.canvas.box_of(was).topLeft().toPoint() + QPoint(120, 60)
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.canvas, start + QPoint(4, 0))
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(4, 0))
    assert page.design.elements[0].x - was.x == 1


def test_rulers_are_put_away(page):
    before = page.canvas.box_of(page.design.elements[0]).x()
    QTest.mouseClick(page.sample.zoom.rulers, Qt.MouseButton.LeftButton)
    assert not page.canvas.rulers
    assert page.canvas.box_of(page.design.elements[0]).x() != before


def test_what_is_chosen_comes_into_sight(page):
    page.canvas.zoom_to(800)
    page.choose(3)
    box = page.canvas.box_of(page.design.elements[3])
    assert box.left() >= 0
    page.choose(0)
    assert page.canvas.box_of(page.design.elements[0]).top() >= 24
