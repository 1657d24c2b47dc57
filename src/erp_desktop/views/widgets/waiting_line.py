"""A thin line that says: the answer is on its way, what you see is still the one before."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from erp_desktop.views import theme, wording

PATIENCE = 150  # milliseconds without a word: most answers come sooner
STEP = 33


class WaitingLine(QWidget):
    """Lies over the top of another widget; `wait` shows it after a moment, `rest` takes it away."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over, self._at = over, 0
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE)
        self._soon.timeout.connect(self._appear)
        self._moving = QTimer(self, interval=STEP)
        self._moving.timeout.connect(self._move)
        self.setAccessibleName(wording.translate("List", "Reading…"))
        over.installEventFilter(self)
        self.hide()

    def wait(self) -> None:
        if not self._soon.isActive() and not self.isVisible():
            self._soon.start()

    def rest(self) -> None:
        self._soon.stop()
        self._moving.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _appear(self) -> None:
        self._fit()
        self.show()
        self.raise_()
        if theme.choice().motion:
            self._moving.start()

    def _fit(self) -> None:
        self.setGeometry(0, 0, self._over.width(), theme.px(2))

    def _move(self) -> None:
        self._at = (self._at + 3) % 130
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.tint)
        wide = self.width() // 4 if self._moving.isActive() else self.width()
        left = (self._at - 30) * self.width() // 100 if self._moving.isActive() else 0
        painter.fillRect(left, 0, wide, self.height(), t.accent)
