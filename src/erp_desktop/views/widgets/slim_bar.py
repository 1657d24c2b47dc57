"""A slim scroll bar that lies over the edge of its view and takes no room from it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar
from shiboken6 import isValid

from erp_desktop.views import theme
from erp_desktop.views.widgets import ink


class SlimBar(QScrollBar):
    """Mirrors a scroll area's own (hidden) bar of the same orientation."""

    def __init__(self, area: QAbstractScrollArea, orientation: Qt.Orientation) -> None:
        super().__init__(orientation, area)
        upright = orientation is Qt.Orientation.Vertical
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if upright:
            area.setVerticalScrollBarPolicy(off)
        else:
            area.setHorizontalScrollBarPolicy(off)
        self._area = area
        self._real = area.verticalScrollBar() if upright else area.horizontalScrollBar()
        self._real.rangeChanged.connect(self._follow)
        self._real.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._real.setValue)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        area.viewport().installEventFilter(self)
        self._follow()

    def _follow(self) -> None:
        if not (isValid(self) and isValid(self._real)):
            return  # the page is being taken apart, and its parts go in any order
        self.setRange(self._real.minimum(), self._real.maximum())
        self.setPageStep(self._real.pageStep())
        self.setSingleStep(self._real.singleStep())
        self.setValue(self._real.value())
        self.setVisible(self._real.maximum() > 0)
        self._settle()

    def _settle(self) -> None:
        inside, thick = self._area.viewport().geometry(), theme.px(10)
        if self.orientation() is Qt.Orientation.Vertical:
            self.setGeometry(inside.right() - thick + 1, inside.y(), thick, inside.height())
        else:
            self.setGeometry(inside.x(), inside.bottom() - thick + 1, inside.width(), thick)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        span = self.maximum() - self.minimum() + self.pageStep()
        if span <= 0:
            return
        upright = self.orientation() is Qt.Orientation.Vertical
        length = self.height() if upright else self.width()
        handle = max(length * self.pageStep() / span, theme.px(28))
        room = max(self.maximum() - self.minimum(), 1)
        start = (length - handle) * (self.value() - self.minimum()) / room
        box = QRectF(theme.px(3), start + 2, theme.px(5), handle - 4)
        if not upright:
            box = QRectF(start + 2, theme.px(3), handle - 4, theme.px(5))
        painter = QPainter(self)
        painter.setOpacity(0.75)
        ink.frame(painter, box, theme.px(2.5), theme.tokens().line2)
