"""The ground that cards lie on, which scrolls when they need more room than there is."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

from erp_desktop.views import theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.slim_bar import SlimBar

AROUND = 6  # pixels between what scrolls and the ring of the keyboard


class Ring(QWidget):
    """The ring of the keyboard around an area, on what lies behind it: so what scrolls stands level
    with its neighbours and the ring touches no words."""

    def __init__(self, area: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._area, self._behind = area, parent
        self.follow()
        self.show()

    def follow(self) -> None:
        where = QRect(self._area.mapTo(self._behind, QPoint()), self._area.size())
        around = theme.px(AROUND)
        self.setGeometry(where.adjusted(-around, -around, around, around))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ink.focus_ring(QPainter(self), self.rect(), theme.px(4))


class Scrolled(QScrollArea):
    """Scrolls one widget up and down on one of the grounds, with the slim bar.

    With a `name` the keyboard can go there and scroll: for what holds nothing else to go to.
    """

    def __init__(
        self, inside: QWidget, role: str = "ground", name: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if name else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._role = role
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._ring: Ring | None = None
        self._bar = SlimBar(self, Qt.Orientation.Vertical)

    def showEvent(self, event: QShowEvent) -> None:
        """What was laid out while nobody saw it had not all its fonts yet: measure it again."""
        super().showEvent(event)
        inside = self.widget()
        if inside is not None:
            for layout in inside.findChildren(QLayout):
                layout.invalidate()
            QTimer.singleShot(0, self, self._measure)

    def _measure(self) -> None:
        inside = self.widget()
        if inside is not None:
            QApplication.postEvent(inside, QEvent(QEvent.Type.LayoutRequest))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = self._ring or Ring(self, self.window())
        self._ring.follow()
        self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ring is not None:
            self._ring.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground: QColor = getattr(theme.tokens(), self._role)
        QPainter(self.viewport()).fillRect(event.rect(), ground)
