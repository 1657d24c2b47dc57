"""A refusal where the person is: one sentence with the numbers, then the answers as buttons.

The first answer is the primary one and what Enter does. Nothing is closed and nothing is lost.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import Label


class Answer(NamedTuple):
    """A way out of a refusal: the words on its button and what it does."""

    words: str
    act: Callable[[], object]


class Banner(QWidget):
    """`refuse` shows a sentence and its answers; `clear` hides it again.

    `serious` chooses red (it cannot be done) over amber (it can, if you say how). `foot` is the air
    below it.
    """

    def __init__(self, parent: QWidget | None = None, *, foot: int = 0) -> None:
        super().__init__(parent)
        self._foot = foot
        self._serious = False
        self._answers: list[Button] = []
        self._acts: list[Callable[[], object]] = []
        self._sentence = Label("", theme.BODY)
        self._sentence.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sentence, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        theme.worn.changed.connect(self._dress)
        self.hide()

    def refuse(
        self, sentence: str, answers: Sequence[Answer] = (), *, serious: bool = True,
        focus: bool = True,
    ) -> None:  # fmt: skip
        """Say why not, and offer what to do. The first answer gets the focus, unless the person
        is to go on typing."""
        self._forget_answers()
        self._serious = serious
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        for at, answer in enumerate(answers):
            self._offer(answer, Look.NORMAL if at else Look.PRIMARY)
        self.update()  # it may stand here already, in the other colour
        self.show()
        if self._answers and focus:
            self._answers[0].setFocus()

    def clear(self) -> None:
        self._forget_answers()
        self._sentence.setText("")
        self.hide()

    def sentence(self) -> str:
        return self._sentence.text()

    def _offer(self, answer: Answer, look: Look) -> None:
        button = Button(answer.words, look, high=30)
        button.clicked.connect(self._answered)
        self._answers.append(button)
        self._acts.append(answer.act)
        self._row.addWidget(button)

    def _answered(self) -> None:
        button = self.sender()
        act = next(act for own, act in zip(self._answers, self._acts, strict=True) if own is button)
        self.clear()
        act()

    def _forget_answers(self) -> None:
        for button in self._answers:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._answers, self._acts = [], []

    def _dress(self) -> None:
        self.setMinimumHeight(theme.px(44 + self._foot))
        self._row.setContentsMargins(
            theme.px(42), theme.px(6), theme.px(12), theme.px(6 + self._foot)
        )
        self._row.setSpacing(theme.px(8))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802, FBT001  (Qt's own)
        """Tab goes through the answers first, also where the banner stands inside of a grid."""
        return self._to_answer(1 if next else -1) or super().focusNextPrevChild(next)

    def _to_answer(self, by: int) -> bool:
        """Give the keyboard to the answer beside the one that has it."""
        now = next((at for at, own in enumerate(self._answers) if own.hasFocus()), None)
        if now is None or not 0 <= now + by < len(self._answers):
            return False
        self._answers[now + by].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        beside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if beside and self._to_answer(beside):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            chosen = next((own for own in self._answers if own.hasFocus()), None)
            if chosen is None and self._answers:
                chosen = self._answers[0]
            if chosen is not None:
                chosen.click()
                return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        high = self.height() - theme.px(self._foot)
        painter.fillRect(0, 0, self.width(), high, t.bad_tint if self._serious else t.warn_tint)
        colour = t.bad if self._serious else t.warn
        painter.fillRect(0, 0, theme.px(3), high, colour)
        size = theme.px(16)
        box = QRectF(theme.px(16), round(high / 2 - size / 2), size, size)
        icons.draw(painter, "circle-alert" if self._serious else "triangle-alert", colour, box)
