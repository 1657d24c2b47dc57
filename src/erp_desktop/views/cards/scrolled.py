"""The ground that cards lie on, which scrolls when they need more room than there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from erp_desktop.views import theme
from erp_desktop.views.widgets.slim_bar import SlimBar


class Scrolled(QScrollArea):
    """Scrolls one widget up and down on one of the grounds, with the slim bar."""

    def __init__(
        self, inside: QWidget, role: str = "ground", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._role = role
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._bar = SlimBar(self, Qt.Orientation.Vertical)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground: QColor = getattr(theme.tokens(), self._role)
        QPainter(self.viewport()).fillRect(event.rect(), ground)
