"""The check box: a QCheckBox that paints itself from the tokens, so that it is seen in the dark."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink

BOX = 16


class Check(QCheckBox):
    """A choice of yes or no with its words."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = round(theme.width(theme.BODY, self._words())) + theme.px(8) if self.text() else 0
        return QSize(theme.px(BOX) + words + theme.px(6), theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  (words and box alike)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        size = theme.px(BOX)
        box = QRectF(theme.px(1), round((self.height() - size) / 2), size, size)
        on, live = self.isChecked(), self.isEnabled()
        ground = (t.accent if live else t.disabled) if on else (t.raised if live else t.sunken)
        ink.frame(painter, box, theme.px(4), ground, None if on else t.line2)
        if on:
            icons.draw(painter, "check", t.on_accent, box.adjusted(1, 1, -1, -1))
        room = QRectF(box.right() + theme.px(8), 0, self.width(), self.height())
        ink.text(painter, self._words(), room, theme.BODY, t.text if live else t.disabled)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(4))

    def _words(self) -> str:
        return self.text().replace("&", "")
