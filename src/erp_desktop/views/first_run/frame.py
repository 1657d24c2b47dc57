"""The frame of the windows before a shop is open: the program's mark and the steps at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink, reading_order
from erp_desktop.views.widgets.banner import Banner
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import Step, StepsPanel, StepState, Surface


class ProgramMark(QWidget):
    """The program's sign and name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("ERP Desktop")

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        size, inner = theme.px(32), theme.px(18)
        box = QRectF(0, round((self.height() - size) / 2), size, size)
        ink.frame(painter, box, theme.px(8), t.accent)
        inset = (size - inner) / 2
        icons.draw(painter, "store", t.on_accent, box.adjusted(inset, inset, -inset, -inset))
        room = QRectF(size + theme.px(10), 0, self.width() - size, self.height())
        ink.text(painter, "ERP Desktop", room, theme.EMPHASIS, t.text)


class WelcomeFrame(Surface):
    """`side` takes the steps, `body` the page, `foot` the buttons; `notice` refuses above them."""

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__("page", "", parent)
        self.title = Label(title, theme.TITLE)
        self.hint = Label(hint, theme.BODY, "text2")
        self.hint.setWordWrap(True)
        self.notice = Banner()
        self.steps = StepsPanel()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(8))
        self.side = QVBoxLayout()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._left())
        box.addLayout(self._right(), 1)
        self.resize(theme.px(920), theme.px(600))
        self.setWindowTitle("ERP Desktop")

    def _left(self) -> QWidget:
        left = Surface("chrome", "r")
        left.setFixedWidth(theme.px(260))
        pad = theme.px(28)
        self.side.setContentsMargins(pad, pad, theme.px(20), theme.px(20))
        self.side.setSpacing(theme.px(28))
        self.side.addWidget(ProgramMark())
        self.side.addWidget(self.steps)
        self.side.addStretch(1)
        left.setLayout(self.side)
        return left

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notice)
        inside = QVBoxLayout()
        pad = theme.px(40)
        inside.setContentsMargins(pad, theme.px(36), pad, theme.px(24))
        inside.setSpacing(theme.px(6))
        inside.addWidget(self.title)
        inside.addWidget(self.hint)
        inside.addSpacing(theme.px(16))
        inside.addLayout(self.body, 1)
        inside.addLayout(self.foot)
        right.addLayout(inside, 1)
        return right

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802, FBT001  (Qt's own)
        return reading_order.step(self, forward=next)

    def show_steps(self, titles: Sequence[str], now: int) -> None:
        """Which step is being taken: before it done, after it later."""
        self.steps.show_steps([
            Step(title, "", _state(at, now)) for at, title in enumerate(titles)
        ])  # fmt: skip


def _state(at: int, now: int) -> StepState:
    if at == now:
        return StepState.NOW
    return StepState.DONE if at < now else StepState.LATER
