"""State chips and count pills as widgets (lists paint theirs straight from the row)."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.theme import Tone
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.ink import Glyph


def split_state(code: str) -> tuple[str, float]:
    """'partly_received:0.69' is a state and the fraction done."""
    name, _, done = code.partition(":")
    try:
        return name, float(done) if done else 0.0
    except ValueError:
        return name, 0.0


class Chip(QWidget):
    """A word on a tinted ground, with a shape: `Chip.of('partly_received:0.69')` or own words."""

    def __init__(
        self, words: str = "", tone: Tone = Tone.NEUTRAL, glyph: Glyph = Glyph.NONE, *,
        done: float = 0.0, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(words, tone, glyph, done=done)
        theme.worn.changed.connect(self.updateGeometry)

    @classmethod
    def of(cls, state: str, parent: QWidget | None = None) -> "Chip":
        """The chip of a document's state."""
        made = cls(parent=parent)
        made.show_state(state)
        return made

    def say(
        self, words: str, tone: Tone = Tone.NEUTRAL, glyph: Glyph = Glyph.NONE, *, done: float = 0.0
    ) -> None:
        self._words, self._tone, self._glyph, self._done = words, tone, glyph, done
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def show_state(self, state: str) -> None:
        """A pie also says its per cent: Receiving 69%."""
        code, done = split_state(state)
        sign = wording.sign_of(code)
        words = wording.state_word(code) if code else ""
        if sign.glyph is Glyph.PIE and done:
            words = f"{words} {round(done * 100)}%"
        self.say(words, sign.tone, sign.glyph, done=done)

    def sizeHint(self) -> QSize:
        return QSize(ink.chip_width(self._words, self._glyph), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        middle = self.height() / 2
        ink.chip(painter, self._words, 0, middle, self._tone, glyph=self._glyph, done=self._done)
