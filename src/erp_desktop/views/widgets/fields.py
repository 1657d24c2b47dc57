"""Fields for words: line, search and the label with its refusal below.

A field keeps its Qt class (keyboard, input method, screen reader) and paints its own frame: Base is
transparent, the frame comes from the tokens, focus is a 2 px ring inside.
"""

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import key_words

FIELD_HEIGHT = 30
HIDDEN = "hidden words"  # the property of a field whose content nobody may see elsewhere


def clear_base(widget: QWidget) -> None:
    """Let a field's own painting show through where Fusion would fill."""
    own = QPalette(widget.palette())
    own.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(own)


def paint_field(
    painter: QPainter, box: QRectF, widget: QWidget, *, refused: bool, quiet: bool
) -> None:
    """The frame of a field in its state: resting, focused, refused, read-only or disabled."""
    t = theme.tokens()
    ground = t.sunken if quiet else t.raised
    border, thick = (t.line if quiet else t.line2), 1.0
    if widget.hasFocus():
        border, thick = t.focus, 2.0
    elif refused:
        border = t.bad
    ink.frame(painter, box, theme.px(6), ground, border, thick)


class LineField(QLineEdit):
    """One line of text. `icon` stands left, `cap` is a key cap at the right."""

    left = Signal()  # the person went on to something else
    stepped = Signal(int)  # up and down keys: -1 and 1

    def __init__(
        self, hint: str = "", *, icon: str = "", shortcut: str = "", high: int = FIELD_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._icon, self._high, self._refused = icon, high, False
        self._plain = QMargins()  # around Latin words
        self._cap = key_words(shortcut) if shortcut else ""
        self.setFrame(False)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        theme.worn.changed.connect(self._dress)
        self.textChanged.connect(self._level)

    def refuse(self, *, refused: bool = True) -> None:
        """Show the border of a field that a rule said no to, or take it away."""
        self._refused = refused
        self.update()

    @property
    def refused(self) -> bool:
        return self._refused

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(self._high))

    def type_kind(self) -> theme.Type:
        """The type this field is written in."""
        return theme.EMPHASIS._replace(weight=400) if self._high > 40 else theme.BODY

    def _dress(self) -> None:
        self.setPalette(QPalette())
        clear_base(self)
        self.setFont(theme.font(self.type_kind()))
        self.setFixedHeight(theme.px(self._high))
        self._fit()

    def _fit(self) -> None:
        """Keep the room that marks take, and set the words level in what is left."""
        self._set_margins()
        self._plain = self.textMargins()
        self._level()

    def setPlaceholderText(self, hint: str) -> None:  # noqa: N802  (Qt's own)
        super().setPlaceholderText(hint)
        self._level()

    def _level(self) -> None:
        """Chinese words on the line of Latin ones: for the taller face Qt lifts what is typed, and
        lowers a hint."""
        words, hint = self.text(), self.placeholderText()
        lifted = ink.taller(self.font()) if ink.has_chinese(words) else 0
        lowered = theme.px(2) if not words and ink.has_chinese(hint) else 0
        level = self._plain + QMargins(0, lifted, 0, lowered)
        if level != self.textMargins():
            self.setTextMargins(level)

    def _set_margins(self) -> None:
        left = theme.px(8 + (26 if self._icon else 0) + (4 if self._high > 40 else 0))
        right = theme.px(8) + (ink.key_cap_width(self._cap) + theme.px(6) if self._cap else 0)
        self.setTextMargins(left - 2, 0, right - 2, 0)  # Qt adds two pixels of its own

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        quiet = self.isReadOnly() or not self.isEnabled()
        paint_field(painter, QRectF(self.rect()), self, refused=self._refused, quiet=quiet)
        self._paint_marks(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_marks(self, painter: QPainter) -> None:
        middle = self.height() / 2
        if self._icon:
            size = theme.px(18 if self._high > 40 else 16)
            colour = theme.tokens().accent_text if self.hasFocus() else theme.tokens().text3
            box = QRectF(theme.px(10), round(middle - size / 2), size, size)
            icons.draw(painter, self._icon, colour, box)
        if self._cap and not self.text():
            ink.key_cap(painter, self._cap, self.width() - theme.px(7), middle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(event)


class SearchField(LineField):
    """Filters as you type: `asked` comes 150 ms after the last key, at once on Enter."""

    asked = Signal(str)

    def __init__(
        self, hint: str = "", *, icon: str = "list-filter", shortcut: str = "", high: int = 30,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(hint, icon=icon, shortcut=shortcut, high=high, parent=parent)
        self._waiting = 0
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._ask)

    def _typed(self, words: str) -> None:  # noqa: ARG002
        if self._waiting:
            self.killTimer(self._waiting)
        self._waiting = self.startTimer(150)

    def timerEvent(self, event: object) -> None:  # noqa: N802, ARG002
        self._ask()

    def _ask(self) -> None:
        if self._waiting:
            self.killTimer(self._waiting)
            self._waiting = 0
        self.asked.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._ask()
            return
        super().keyPressEvent(event)


class Label(QLabel):
    """Words in one of the types and one of the colours; follows the theme."""

    def __init__(
        self, words: str = "", kind: theme.Type = theme.BODY, role: str = "text", *,
        on_dark: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(words, parent)
        self._kind, self._role, self._on_dark = kind, role, on_dark
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress()
        theme.worn.changed.connect(self._dress)

    def recolour(self, role: str) -> None:
        """Use another colour of theme.Tokens."""
        self._role = role
        self._dress()

    def retype(self, kind: theme.Type) -> None:
        """Use another type."""
        if kind != self._kind:
            self._kind = kind
            self._dress()

    def _dress(self) -> None:
        colours = theme.DARK if self._on_dark else theme.tokens()
        own = QPalette()
        own.setColor(QPalette.ColorRole.WindowText, getattr(colours, self._role))
        self.setPalette(own)
        self.setFont(theme.font(self._kind))


class SecretField(LineField):
    """A line that nobody reads over a shoulder. A password keeper types as fast as a scanner, so
    what is typed here is never taken for a scan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty(HIDDEN, True)  # noqa: FBT003  (Qt's own)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class Labelled(QWidget):
    """A label above a field, and room for one refusal below it."""

    def __init__(self, words: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Label(words, theme.LABEL, "text2")
        self.label.setBuddy(field)
        self._refusal = Label("", theme.HINT, "bad")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        field.setAccessibleName(words)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        for part in (self.label, field, self._refusal):
            box.addWidget(part)
        box.addStretch(0)

    def refuse(self, sentence: str) -> None:
        """Say below the field why a rule said no; an empty sentence takes it back."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if isinstance(self.field, LineField):
            self.field.refuse(refused=bool(sentence))


def in_a_row(*widgets: QWidget | int, gap: int = 8, foot: bool = False) -> QHBoxLayout:
    """Widgets side by side; a 0 stretches, another number is a space. `foot` stands them on the
    same ground: a check box beside a field with its label above."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(gap))
    for widget in widgets:
        if isinstance(widget, QWidget):
            row.addWidget(widget)
            if foot:
                row.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)
        elif widget:
            row.addSpacing(theme.px(widget))
        else:
            row.addStretch(1)
    return row
