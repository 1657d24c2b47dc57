"""The palette (Ctrl+K): finds products, documents, partners and commands while one types.

`>` looks only for commands, `#` for documents, `@` for partners. Enter opens what is chosen, Tab
goes to the next scope, Esc closes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.palette_search import Also, Finding, Hit
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import key_words
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.tab_row import Pills

translate = wording.translate
WIDE, TOP, ROW, TITLE = 760, 84, 38, 34
SCOPES: Final = {">": "commands", "#": "documents", "@": "partners"}


@dataclass(slots=True)
class Line:
    """A line of the list: a group's title (with its count), or a hit."""

    title: str = ""
    count: str = ""
    hit: Hit | None = None

    def high(self) -> int:
        return theme.px(ROW if self.hit else TITLE)


class HitList(QWidget):
    """The grouped hits; the chosen one says what Enter does."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, usable: bool = False) -> None:
        super().__init__(parent)
        self._usable = usable
        self.lines: list[Line] = []
        self.at = -1
        self._words = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: list[Line], words: str) -> None:
        """Show these; the first hit is chosen."""
        self.lines, self._words = lines, words.lower()
        self.at = next((at for at, line in enumerate(lines) if line.hit), -1)
        said = [line.hit.title for line in lines if line.hit]
        self.setAccessibleDescription(", ".join(said))
        self.updateGeometry()
        self.update()

    def chosen(self) -> Hit | None:
        return self.lines[self.at].hit if 0 <= self.at < len(self.lines) else None

    def step(self, by: int) -> None:
        """Choose the next or the previous hit, round about."""
        hits = [at for at, line in enumerate(self.lines) if line.hit]
        if hits:
            self.at = hits[(hits.index(self.at) + by) % len(hits)]
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), sum(line.high() for line in self.lines))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._line_at(event.position().y())
        if at >= 0 and self.lines[at].hit and at != self.at:
            self.at = at
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._line_at(event.position().y())
        if at >= 0 and self.lines[at].hit:
            self.picked.emit(self.lines[at].hit)

    def _line_at(self, y: float) -> int:
        top = 0
        for at, line in enumerate(self.lines):
            if top <= y < top + line.high():
                return at
            top += line.high()
        return -1

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t, top = QPainter(self), theme.tokens(), 0
        for at, line in enumerate(self.lines):
            box = QRectF(theme.px(20), top, self.width() - theme.px(40), line.high())
            if line.hit is None:
                drawn = ink.text(painter, line.title, box, theme.Type(12, 600), t.text2)
                rest = box.adjusted(drawn + theme.px(8), 0, 0, 0)
                ink.text(painter, line.count, rest, theme.HINT, t.text3)
            else:
                whole = QRectF(theme.px(8), top, self.width() - theme.px(16), line.high())
                self._paint_hit(painter, line.hit, whole, chosen=at == self.at)
            top += line.high()

    def _paint_hit(self, painter: QPainter, hit: Hit, box: QRectF, *, chosen: bool) -> None:
        t = theme.tokens()
        if chosen:
            ink.frame(painter, box, theme.px(6), t.sel)
        size, high = theme.px(26), box.height()
        tile = QRectF(box.x() + theme.px(10), round(box.y() + (high - size) / 2), size, size)
        ink.frame(painter, tile, theme.px(6), t.raised if chosen else t.sunken, t.line)
        inset = theme.px(5)
        colour = t.accent_text if chosen else t.text2
        icons.draw(painter, hit.icon, colour, tile.adjusted(inset, inset, -inset, -inset))
        left = tile.right() + theme.px(12)
        right = self._paint_right(painter, hit, box, chosen=chosen)
        room = QRectF(left, box.y(), right - left - theme.px(12), high)
        drawn = self._paint_title(painter, hit.title, room)
        note = room.adjusted(drawn + theme.px(10), 0, 0, 0)
        said = " · ".join(filter(None, (hit.detail, *(hit.right.split("    ") if chosen else ()))))
        ink.text(painter, said, note, theme.HINT, t.text2)

    def _paint_title(self, painter: QPainter, title: str, room: QRectF) -> float:
        """The title, with what was typed on the tint."""
        t = theme.tokens()
        shown = theme.elided(theme.BODY, title, int(room.width()))
        first = self._words.split()[0] if self._words.split() else ""
        at = shown.lower().find(first) if first else -1
        if at < 0:
            return ink.text(painter, shown, room, theme.BODY, t.text)
        before, found, after = shown[:at], shown[at : at + len(first)], shown[at + len(first) :]
        left = room.x() + theme.width(theme.BODY, before)
        wide = theme.width(theme.BOLD, found)
        mark = QRectF(left - 2, room.center().y() - theme.px(10), wide + 4, theme.px(20))
        ink.frame(painter, mark, theme.px(4), t.chips[theme.Tone.BLUE].ground)
        ink.text(painter, before, room, theme.BODY, t.text)
        box = QRectF(left, room.y(), room.right() - left + theme.px(10), room.height())
        ink.text(painter, found, box, theme.BOLD, t.accent_text)
        ink.text(painter, after, box.adjusted(wide, 0, 0, 0), theme.BODY, t.text)
        return left - room.x() + wide + theme.width(theme.BODY, after)

    def _offers(self, hit: Hit) -> list[tuple[str, str]]:
        """What can be done with a hit, each with its key."""
        offers = [(translate("Palette", "Open"), "↵")]
        if self._usable and hit.code:
            offers.append((translate("Palette", "Use here"), key_words("Ctrl+Return")))
        return offers + [(one.words, key_words(one.shortcut)) for one in hit.also]

    def _paint_right(self, painter: QPainter, hit: Hit, box: QRectF, *, chosen: bool) -> float:
        """What stands at the right end: state, figures, key; returns where it begins."""
        t, right = theme.tokens(), box.right() - theme.px(12)
        middle = box.center().y()
        if chosen:
            for words, cap in reversed(self._offers(hit)):
                ink.key_cap(painter, cap, round(right), middle)
                room = QRectF(box.x(), box.y(), right - ink.key_cap_width(cap) - theme.px(8)
                              - box.x(), box.height())  # fmt: skip
                colour = t.accent_text if cap == "↵" else t.text2
                right = room.right() - theme.px(16)
                right -= ink.text(painter, words, room, theme.HINT, colour, right=True)
            right -= theme.px(4)
        if hit.state:
            sign = wording.sign_of(hit.state)
            words = wording.state_word(hit.state)
            wide = ink.chip_width(words, sign.glyph)
            ink.chip(painter, words, right - wide, middle, sign.tone, glyph=sign.glyph,
                     on_selection=chosen)  # fmt: skip
            right -= wide + theme.px(10)
        if hit.shortcut and not chosen:
            ink.key_cap(painter, hit.shortcut, round(right), middle)
            right -= ink.key_cap_width(hit.shortcut) + theme.px(8)
        room = QRectF(box.x(), box.y(), right - box.x(), box.height())
        if chosen:  # its facts stand behind the title, since here stands what can be done
            return right
        return right - ink.text(painter, hit.right, room, theme.FIGURE, t.text2, right=True)


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
