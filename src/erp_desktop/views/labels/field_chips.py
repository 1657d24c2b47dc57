"""The fields that can be put on a label, as small keys that stand in as many rows as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from erp_desktop.core.label_design import Source
from erp_desktop.views import theme
from erp_desktop.views.widgets import ink


class FieldChip(QPushButton):
    """One field."""

    def __init__(self, source: Source, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.source = source
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(round(theme.width(theme.HINT, self.text())) + theme.px(20), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        box = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        ground = t.sel if self.isDown() else t.hover if self.underMouse() else t.raised
        ink.frame(painter, box, box.height() / 2, ground, t.line2)
        ink.text(painter, self.text(), self.rect(), theme.HINT, t.text, centre=True)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(13))


class FieldChips(QWidget):
    """`wanted(Source)` when one is pressed."""

    wanted = Signal(object)

    def __init__(self, fields: Sequence[tuple[Source, str]]) -> None:
        super().__init__()
        self.chips = [FieldChip(source, words, self) for source, words in fields]
        for chip in self.chips:
            chip.clicked.connect(self._pressed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self._stand)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(220), self._place(max(self.width(), theme.px(200)), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        high = self._place(self.width(), move=True)
        if high != self.minimumHeight():
            self.setFixedHeight(high)

    def _place(self, wide: int, *, move: bool) -> int:
        """Stand in rows; how high they are together."""
        gap, x, y = theme.px(6), 0, 0
        for chip in self.chips:
            size = chip.sizeHint()
            if x and x + size.width() > wide:
                x, y = 0, y + size.height() + theme.px(4)
            if move:
                chip.setGeometry(x, y, size.width(), size.height())
            x += size.width() + gap
        return y + theme.px(26)

    def _pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, FieldChip):
            self.wanted.emit(chip.source)
