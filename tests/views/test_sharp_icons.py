"""Icons are as sharp as what they are drawn on, also in a picture of a window."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from erp_desktop.views import icons
from erp_desktop.views.tour import pictured


class Shown(QWidget):
    def paintEvent(self, event):
        from PySide6.QtGui import QPainter

        icons.draw(QPainter(self), "house", QColor("white"), QRectF(0, 0, 16, 16))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_in_the_pixels_of_the_picture(dressed, qtbot, monkeypatch, scale):
    made = []
    draw = icons._pixmap

    def pixmap(name, colour, size, dpr):
        found = draw(name, colour, size, dpr)
        made.append((dpr, found.width()))
        return found

    monkeypatch.setattr(icons, "_pixmap", pixmap)
    outer = QWidget()
    qtbot.addWidget(outer)
    Shown(outer).resize(16, 16)
    outer.resize(20, 20)
    outer.show()
    made.clear()
    shot = pictured(outer, scale)
    assert isinstance(shot, QPixmap)
    assert made == [(scale, round(16 * scale))]
