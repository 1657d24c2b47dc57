"""The row at the top of the till: the scan field, and in its place the one question being asked.

F2 asks for a quantity, F4 for a discount, F5 for a customer: always here, always answered with
Enter and left with Esc, so that nobody ever leaves the keyboard or loses sight of the cart.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.views import theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.fields import Label, LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.tab_row import Segmented

translate = wording.translate
HIGH = 54
_PLAIN = {"+": 1, "-": -1, "=": 1}


class ScanField(Finder):
    """Scans and typed codes: `entered(text)`; what was picked: `chosen`. Empty, its keys work the
    cart: `moved(±1)` up and down, `stepped_line(±1)` on + and −, `removed`, `finished` on Enter."""

    entered = Signal(str)
    moved = Signal(int)
    stepped_line = Signal(int)
    removed = Signal()
    finished = Signal()

    def __init__(
        self, find: Callable[[str], Sequence[Found]], known: Callable[[str], bool], hint: str
    ) -> None:
        super().__init__(find, hint, icon="scan-barcode", high=HIGH)
        self._known, self._walked = known, False
        self.setAccessibleName(hint)
        self.textEdited.connect(self._edited)

    def _edited(self) -> None:
        self._walked = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = Qt.Key(event.key()), self.text().strip()
        if not typed and self._worked(key, event.text()):
            return
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._walked and self._known(typed):
            self.set_value(None)
            self.entered.emit(typed)
            return
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._walked = True
        if key is Qt.Key.Key_Escape and typed:
            self.set_value(None)
        super().keyPressEvent(event)

    def _worked(self, key: Qt.Key, text: str) -> bool:
        """A key of an empty field that works the cart."""
        if text in _PLAIN:
            self.stepped_line.emit(_PLAIN[text])
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if key is Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if key is Qt.Key.Key_Delete:
                self.removed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        else:
            return False
        return True

    def type_kind(self) -> theme.Type:
        return theme.Type(17)

    def _paint_marks(self, painter: QPainter) -> None:
        super()._paint_marks(painter)
        if not self.text():
            words = translate("Till", "Enter")
            ink.key_cap(painter, words, self.width() - theme.px(16), self.height() / 2)


class AskBand(QWidget):
    """One question: its words, a field (or a finder), perhaps a switch. `left` on Esc."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", theme.EMPHASIS)
        self.refusal = Label("", theme.BODY, "bad")
        self.field = LineField(high=40)
        self.switch: Segmented | None = None
        self._take: Callable[[str], object] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(12))
        ok = Button(translate("Till", "OK"), Look.SOFT, high=40)
        ok.clicked.connect(self.answer)
        cancel = Button(translate("Till", "Cancel"), Look.GHOST, high=40)
        cancel.clicked.connect(self.left)
        for part in (self.words, self.field, self.refusal, ok, cancel):
            self._row.addWidget(part)
        self._row.addStretch(1)

    def ask(
        self, words: str, take: Callable[[str], object], value: str = "", hint: str = "",
        switch: Sequence[tuple[str, str]] = (),
    ) -> None:  # fmt: skip
        """Ask for a text; `take` gets it and may raise RuleBroken."""
        self._put(LineField(hint, high=40), words, switch)
        self._take = take
        self.field.setText(value)
        self.field.selectAll()
        self.field.returnPressed.connect(self.answer)

    def choose(
        self, words: str, find: Callable[[str], Sequence[Found]], take: Callable[[Found], object],
        hint: str,
    ) -> None:  # fmt: skip
        """Ask for one of many, found as it is typed."""
        finder = Finder(find, hint, high=40)
        self._put(finder, words, ())
        self._take = None
        finder.chosen.connect(take)
        finder.unknown.connect(self._unknown)

    def answer(self) -> None:
        """Hand over what was typed; a refusal is said beside the field."""
        if self._take is None:
            return
        try:
            self._take(self.field.text().strip())
        except RuleBroken as broken:
            self.refuse(wording.explain(broken))

    def refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.field.refuse()
        self.field.setFocus()
        self.field.selectAll()

    def switched(self) -> str:
        """What the switch stands on."""
        return self.switch.code() if self.switch else ""

    def _put(self, field: LineField, words: str, switch: Sequence[tuple[str, str]]) -> None:
        for old in (self.field, self.switch):
            if old is not None:
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.field, self.switch = field, Segmented(switch) if switch else None
        field.setAccessibleName(words)
        field.setFixedWidth(theme.px(300 if isinstance(field, Finder) else 170))
        self._row.insertWidget(1, field)
        if self.switch is not None:
            self._row.insertWidget(2, self.switch)
        self.words.setText(words)
        self.refusal.setText("")

    def _unknown(self, typed: str) -> None:
        self.refuse(translate("Till", "Nothing is called “{0}”.").format(typed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, QRectF(self.rect()), theme.px(8), t.tint, t.focus)


class ScanRow(QStackedWidget):
    """The scan field, or the question; `ready` puts the keyboard back into the scan field."""

    def __init__(self, field: ScanField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.band = field, AskBand()
        self.addWidget(field)
        self.addWidget(self.band)
        self.band.left.connect(self.ready)
        self.setFixedHeight(theme.px(HIGH))

    def ready(self) -> None:
        """Ask nothing more."""
        self.setCurrentWidget(self.field)
        self.field.set_value(None)
        self.field.setFocus()

    def asking(self) -> bool:
        return self.currentWidget() is self.band

    def show_band(self, *, offer: bool = False) -> AskBand:
        """Bring the question forward (after it was put); `offer` shows what can be chosen."""
        self.setCurrentWidget(self.band)
        self.band.field.setFocus()
        if offer and isinstance(self.band.field, Finder):
            self.band.field.offer()
        return self.band
