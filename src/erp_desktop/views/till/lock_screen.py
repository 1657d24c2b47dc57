"""The locked till: who takes over, and their PIN. What was in the carts stays.

It lies over the whole window, so that nothing behind it can be read or touched. Someone without a
PIN takes over with one click: locking is for those who set one.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.services.users.people import Person
from erp_desktop.views import theme, wording
from erp_desktop.views.till.pin_asking import Countdown
from erp_desktop.views.till.pin_dialogs import PinField
from erp_desktop.views.till.tiles import PadKey, Tile
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import Label

translate = wording.translate


class PersonTile(Tile):
    """One of the staff: the initial and the name."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(person.full_name, 64, parent)
        self.person = person
        self.setCheckable(True)

    def paint_content(self, painter: QPainter, colour: object) -> None:  # noqa: ARG002
        t, size = theme.tokens(), theme.px(34)
        disc = QRectF(theme.px(12), (self.height() - size) / 2, size, size)
        pair = t.chips[theme.Tone.BLUE if self.isChecked() else theme.Tone.NEUTRAL]
        ink.frame(painter, disc, size / 2, pair.ground)
        initial = self.text()[:1].upper()
        ink.text(painter, initial, disc, theme.Type(15, 600), pair.text, centre=True)
        room = QRectF(disc.right() + theme.px(10), 0, self.width(), self.height())
        ink.text(painter, self.text(), room, theme.EMPHASIS, t.text)


class LockScreen(QWidget):
    """Covers `over` until somebody takes over: `taken(person id, pin)`. `words` are its title and
    its question, where it is no till that asks."""

    taken = Signal(int, str)

    def __init__(
        self, people: Sequence[Person], on_duty: int | None, over: QWidget,
        words: tuple[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoFillBackground(True)
        tills = translate("Till", "The till is locked"), translate("Till", "Who is at the till?")
        self._title, self._question = words or tills
        self.setAccessibleName(self._title)
        self._over = over
        self.tiles = [PersonTile(one) for one in people]
        self.pin = PinField()
        self.words = Label("", theme.BODY, "bad")
        self.countdown = Countdown(self)
        self.countdown.said.connect(self.words.setText)
        self.countdown.over.connect(self._try_again)
        self._lay_out()
        self.pin.returnPressed.connect(self._take)
        self.pin.stepped.connect(self._step)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        chosen = next((tile for tile in self.tiles if tile.person.id == on_duty), self.tiles[0])
        self.choose(chosen)

    def _lay_out(self) -> None:
        people = QVBoxLayout()
        people.setSpacing(theme.px(8))
        people.addWidget(Label(self._title, theme.TITLE))
        people.addWidget(Label(self._question, theme.BODY, "text2"))
        people.addSpacing(theme.px(8))
        for tile in self.tiles:
            tile.setFixedWidth(theme.px(280))
            tile.clicked.connect(self._chosen)
            people.addWidget(tile)
        people.addStretch(1)
        pad = QGridLayout()
        pad.setSpacing(theme.px(8))
        self.pin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pin.setAccessibleName(translate("Till", "PIN"))
        pad.addWidget(self.pin, 0, 0, 1, 3)
        for at, words in enumerate("7 8 9 4 5 6 1 2 3 ← 0 ↵".split()):  # noqa: SIM905
            key = PadKey(words)
            key.setFixedSize(theme.px(84), theme.px(60))
            key.clicked.connect(self._pressed)
            pad.addWidget(key, 1 + at // 3, at % 3)
        pad.addWidget(self.words, 6, 0, 1, 3)
        row = QHBoxLayout()
        row.setSpacing(theme.px(48))
        row.addStretch(1)
        row.addLayout(people)
        row.addLayout(pad)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(row)
        box.addStretch(3)

    def choose(self, wanted: PersonTile) -> None:
        """Whose PIN is asked for."""
        for tile in self.tiles:
            tile.setChecked(tile is wanted)
        hint = translate("Till", "PIN") if wanted.person.has_pin else translate("Till", "No PIN")
        self.pin.setPlaceholderText(hint)
        self.countdown.stop()

    def chosen(self) -> Person:
        return next(tile.person for tile in self.tiles if tile.isChecked())

    def refuse(self, sentence: str) -> None:
        """Say that this was not it."""
        self.words.setText(sentence)
        self.pin.clear()
        self.pin.setFocus()

    def wait(self, seconds: int) -> None:
        """Too many wrong ones: nobody can try for so long, and it is said how long still."""
        self.pin.clear()
        self.pin.setEnabled(False)
        self.countdown.begin(seconds)

    def _try_again(self) -> None:
        self.pin.setEnabled(True)
        self.refuse("")

    def _chosen(self) -> None:
        tile = self.sender()
        if isinstance(tile, PersonTile):
            self.choose(tile)
            if not tile.person.has_pin:
                self._take()

    def _take(self) -> None:
        if self.countdown.running():
            return
        self.taken.emit(self.chosen().id, self.pin.text())

    def _pressed(self) -> None:
        key = self.sender()
        if not isinstance(key, PadKey):
            return
        if key.text() == "↵":
            self._take()
        elif key.text() == "←":
            self.pin.backspace()
        else:
            self.pin.insert(key.text())
        self.pin.setFocus()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window works while it is locked."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:  # no other key reaches what is behind
            self._step(step)

    def _step(self, step: int) -> None:
        """The person above or below."""
        at = next(at for at, tile in enumerate(self.tiles) if tile.isChecked())
        self.choose(self.tiles[(at + step) % len(self.tiles)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.tokens().chrome)
