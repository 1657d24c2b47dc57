"""The palette (Ctrl+K): finds products, documents, partners and commands while one types.

`>` looks only for commands, `#` for documents, `@` for partners. Enter opens what is chosen, Tab
goes to the next scope, Esc closes.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.palette_hits import WIDE, HitList, Line
from erp_desktop.views.palette_search import Also, Finding, Hit
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import key_words
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.motion import fade_in
from erp_desktop.views.widgets.tab_row import Pills

translate = wording.translate
TOP = 84
SCOPES: Final = {">": "commands", "#": "documents", "@": "partners"}


class Palette(QWidget):
    """Lies over its window. `wanted(page code, key)` for what was picked; frees itself.

    `used(code)` gives a product's code to the page below, where that can make use of one.
    """

    wanted = Signal(str, object)
    used = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget, *, usable: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._finding, self._usable = finding, usable
        self.field = QLineEdit()
        self.scopes = Pills([
            ("all", translate("Palette", "All")),
            ("products", translate("Palette", "Products")),
            ("documents", translate("Palette", "Documents")),
            ("partners", translate("Palette", "Partners")),
            ("commands", translate("Palette", "Commands")),
        ])  # fmt: skip
        self.hits = HitList(usable=usable)
        self.nothing = Label("", theme.BODY, "text2")
        self._panel = _Panel(self, usable=usable)
        self._timer = QTimer(self, singleShot=True, interval=60)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        self.scopes.chosen.connect(self._scoped)
        self.hits.picked.connect(self.pick)
        parent.installEventFilter(self)

    # -- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        hint = translate("Palette", "Search, or type a command")
        self.field.setFrame(False)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setFont(theme.font(theme.Type(18)))
        clear = QPalette(self.field.palette())
        clear.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.field.setPalette(clear)
        self.field.setFixedHeight(theme.px(56))
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(52), 0, theme.px(16), 0)
        top.addWidget(self.field, 1)
        top.addWidget(self.scopes)
        box = QVBoxLayout(self._panel)
        box.setContentsMargins(0, 0, 0, theme.px(36))
        box.setSpacing(0)
        box.addLayout(top)
        box.addSpacing(theme.px(6))
        self.nothing.setContentsMargins(theme.px(20), theme.px(8), 0, theme.px(12))
        box.addWidget(self.nothing)
        box.addWidget(self.hits)
        box.addStretch(1)

    def open_over(self, window: QWidget) -> None:
        """Show it over the whole window."""
        self.setGeometry(window.rect())
        self.look()
        self.show()
        self.raise_()
        fade_in(self)
        self.field.setFocus()

    def _fill_window(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
            self._settle()

    def _settle(self) -> None:
        wide = min(theme.px(WIDE), self.width() - theme.px(40))
        rows = self.hits.sizeHint().height()
        high = theme.px(110) + (rows or theme.px(40))
        top = min(theme.px(TOP), max(self.height() - high, 0) // 2)
        self._panel.setGeometry((self.width() - wide) // 2, top, wide, high)
        self.update()  # its shadow is painted here, and stays where the panel was higher

    # -- looking ---------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        if text[:1] in SCOPES and text[:1]:
            self.scopes.choose(SCOPES[text[0]])
        self._timer.start()

    def _scoped(self, _code: str) -> None:
        self.look()
        self.field.setFocus()

    def words(self) -> str:
        """What is looked for, without the sign of a scope."""
        text = self.field.text()
        return text[1:].strip() if text[:1] in SCOPES else text.strip()

    def look(self) -> None:
        """Find and show."""
        self._timer.stop()
        scope, words = self.scopes.code(), self.words()
        groups = self._finding(words, scope)
        lines: list[Line] = []
        for title, count, hits in groups:
            lines.append(Line(title, translate("Palette", "{0} found").format(count)))
            lines += [Line(hit=hit) for hit in hits]
        self.hits.show_lines(lines, words)
        said = translate("Palette", "Nothing is called that.") if not lines else ""
        self.nothing.setText(said)
        self.nothing.setVisible(not lines)
        self._settle()

    def pick(self, hit: Hit | Also) -> None:
        """Open what was picked, after the palette is gone."""
        self.close()
        if hit.act is not None:
            hit.act()
        else:
            self.wanted.emit(hit.page, hit.key)

    def use(self, hit: Hit) -> None:
        """Give the product's code to the page below."""
        self.close()
        self.used.emit(hit.code)

    # -- keyboard and mouse ----------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fill_window()
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self._pressed_with_control(event)
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_Up: lambda: self.hits.step(-1),
            Qt.Key.Key_Down: lambda: self.hits.step(1),
            Qt.Key.Key_Tab: self._next_scope,
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
        }
        act = acts.get(event.key())
        if act is not None:
            act()
        return act is not None

    def _pressed_with_control(self, event: QKeyEvent) -> bool:
        """What else can be done with the chosen hit."""
        hit = self.hits.chosen()
        if hit is None:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._usable and hit.code:
                self.use(hit)
            return True
        pressed = QKeySequence(event.keyCombination()).toString()
        also = next((one for one in hit.also if one.shortcut == pressed), None)
        if also is not None:
            self.pick(also)
        return also is not None

    def _enter(self) -> None:
        if self._timer.isActive():
            self.look()
        hit = self.hits.chosen()
        if hit is not None:
            self.pick(hit)

    def _next_scope(self) -> None:
        codes = ["all", "products", "documents", "partners", "commands"]
        self.scopes.choose(codes[(codes.index(self.scopes.code()) + 1) % len(codes)])
        self.look()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        scrim = QColor(10, 14, 20, 120 if theme.tokens().dark else 70)
        painter = QPainter(self)
        painter.fillRect(self.rect(), scrim)
        ink.shadow(painter, self._panel.geometry(), theme.px(12))


class _Panel(QWidget):
    """The white panel: a magnifier, hairlines, the keys at its foot."""

    def __init__(self, parent: QWidget, *, usable: bool) -> None:
        super().__init__(parent)
        use = (key_words("Ctrl+Return"), translate("Palette", "use in this page"))
        self._keys: list[tuple[str, str]] = [
            ("↑ ↓", translate("Palette", "move")),
            ("↵", translate("Palette", "open")),
            *([use] if usable else []),
            ("Tab", translate("Palette", "next scope")),
            ("Esc", translate("Palette", "close")),
        ]
        self._more = translate(
            "Palette", "Type  >  for commands,  #  for documents,  @  for partners"
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(12), t.raised, t.line2)
        size = theme.px(20)
        icons.draw(painter, "search", t.text2,
                   QRectF(theme.px(20), theme.px(18), size, size))  # fmt: skip
        painter.fillRect(1, theme.px(56), self.width() - 2, 1, t.line)
        top = self.height() - theme.px(36)
        painter.fillRect(1, top, self.width() - 2, 1, t.line)
        left, middle = float(theme.px(20)), top + theme.px(18)
        for cap, words in self._keys:
            wide = ink.key_cap_width(cap)
            ink.key_cap(painter, cap, round(left + wide), middle)
            left += wide + theme.px(6)
            room = QRectF(left, top, theme.px(160), theme.px(36))
            left += ink.text(painter, words, room, theme.HINT, t.text2) + theme.px(16)
        room = QRectF(left, top, self.width() - left - theme.px(20), theme.px(36))
        if theme.width(theme.HINT, self._more) <= room.width():
            ink.text(painter, self._more, room, theme.HINT, t.text2, right=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
