"""One quiet line above settings that somebody may read and not change: who may, and asking them."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.views import icons, lending, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.fields import Label

translate = wording.translate
NAMED = 3  # people; more of them are three dots


class GuardLine(QWidget):
    """`name` says who may; `asked` when a colleague is to say yes."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", theme.BODY)
        self.words.setWordWrap(True)
        self.ask = Button(lending.ask_words(), high=30)
        self.ask.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(40), theme.px(7), theme.px(12), theme.px(7))
        row.setSpacing(theme.px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.ask)
        self.hide()

    def name(self, people: list[str]) -> None:
        """Say who may change what stands below."""
        said = ", ".join(people[:NAMED]) + (" …" if len(people) > NAMED else "")
        words = translate("Rights", "This can be changed by: {0}")
        self.words.setText(words.format(said))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, size = QPainter(self), theme.tokens(), theme.px(16)
        ink.frame(painter, self.rect(), theme.px(8), t.sunken, t.line)
        box = QRectF(theme.px(14), round((self.height() - size) / 2), size, size)
        icons.draw(painter, "lock", t.text2, box)
