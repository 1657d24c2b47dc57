"""The ground that cards lie on, which scrolls when they need more room than there is."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

from erp_desktop.views import theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.slim_bar import SlimBar

RING = 3  # pixels round what scrolls, for the ring of the keyboard


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
        if name:
            self.setViewportMargins(RING, RING, RING, RING)
        self._bar = SlimBar(self, Qt.Orientation.Vertical)

    def event(self, event: QEvent) -> bool:
        """The ring lies round what scrolls, so it is no matter of the viewport's painting."""
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and self.hasFocus():
            ink.focus_ring(QPainter(self), self.rect(), theme.px(4))
        return done

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
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground: QColor = getattr(theme.tokens(), self._role)
        QPainter(self.viewport()).fillRect(event.rect(), ground)
