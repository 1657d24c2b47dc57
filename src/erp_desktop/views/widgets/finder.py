"""A field that finds one thing (a product, a partner) as its name, code or initials are typed.

`find(text)` gives what matches, best first; it is asked 80 ms after the last key. Up, down and
Enter choose without leaving the keyboard; Esc closes. Where nothing matches the list says so, and
where the owner can make what is looked for (`offer_new`), it offers that.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from erp_desktop.views import theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import FIELD_HEIGHT, LineField

translate = wording.translate
SHOWN = 9


class Found(NamedTuple):
    """Something that matches: its key, its name, a quiet detail (code), something right (price)."""

    key: int
    title: str
    detail: str = ""
    right: str = ""


class _FoundList(QWidget):
    """The list below the field; never takes the focus from it."""

    picked = Signal(int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window(), Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.found: Sequence[Found] = ()
        self.instead = ""  # what is said where nothing was found
        self.pressable = False  # … and whether it leads somewhere
        self.at = 0

    def pitch(self) -> int:
        return theme.px(34)

    def show_found(self, found: Sequence[Found], below: QWidget) -> None:
        self.found, self.at, self.instead = found[:SHOWN], 0, ""
        self._show_rows(len(self.found), below)

    def show_none(self, words: str, below: QWidget, *, pressable: bool) -> None:
        """Nothing was found: say so, or what can be done about it."""
        self.found, self.instead, self.pressable = (), words, pressable
        self._show_rows(1, below)

    def _show_rows(self, many: int, below: QWidget) -> None:
        wide = max(below.width(), theme.px(380))
        self.resize(wide, self.pitch() * many + theme.px(10))
        self.move(below.mapToGlobal(QPoint(0, below.height() + 3)))
        self.show()
        self.update()

    def step(self, by: int) -> None:
        self.at = (self.at + by) % max(len(self.found), 1)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = (int(event.position().y()) - theme.px(5)) // self.pitch()
        if 0 <= at < len(self.found):
            self.at = at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.picked.emit(self.at)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ink.frame(painter, self.rect(), theme.px(8), t.raised, t.line2)
        for at, found in enumerate(self.found):
            box = self._row(at)
            if at == self.at:
                ink.frame(painter, box, theme.px(6), t.sel)
            self._paint_found(painter, box.adjusted(theme.px(10), 0, -theme.px(10), 0), found)
        if self.instead:
            self._paint_instead(painter, self._row(0))

    def _row(self, at: int) -> QRectF:
        top = theme.px(5) + at * self.pitch()
        return QRectF(theme.px(5), top, self.width() - theme.px(10), self.pitch())

    def _paint_instead(self, painter: QPainter, box: QRectF) -> None:
        t = theme.tokens()
        if self.pressable:
            ink.frame(painter, box, theme.px(6), t.sel)
        words = box.adjusted(theme.px(10), 0, -theme.px(10), 0)
        ink.text(painter, self.instead, words, theme.BODY, t.text if self.pressable else t.text3)

    def _paint_found(self, painter: QPainter, box: QRectF, found: Found) -> None:
        t = theme.tokens()
        right = theme.width(theme.FIGURE_SMALL, found.right) + theme.px(10) if found.right else 0
        room = box.adjusted(0, 0, -right, 0)
        title = room.adjusted(0, 0, -theme.width(theme.HINT, found.detail) - theme.px(10), 0)
        drawn = ink.text(painter, found.title, title, theme.BODY, t.text)
        ink.text(
            painter, found.detail, room.adjusted(drawn + theme.px(10), 0, 0, 0), theme.HINT, t.text3
        )
        ink.text(painter, found.right, box, theme.FIGURE_SMALL, t.text2, right=True)


class Finder(LineField):
    """`chosen(Found)` when one was picked; `unknown(text)` on Enter when nothing matches.

    A field that takes other words than those that can be found is `free`.
    """

    chosen = Signal(object)
    unknown = Signal(str)
    cleared = Signal()

    def __init__(
        self, find: Callable[[str], Sequence[Found]], hint: str = "", *, icon: str = "search",
        high: int = FIELD_HEIGHT, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(hint, icon=icon, high=high, parent=parent)
        self._find = find
        self._value: Found | None = None
        self._offers = False
        self._new = ""  # with {0}: what making it is called
        self.free = False
        self._list: _FoundList | None = None
        self._timer = QTimer(self, singleShot=True, interval=80)
        self._timer.timeout.connect(self._look)
        self.textEdited.connect(self._typed)

    def value(self) -> Found | None:
        """What was picked, or None."""
        return self._value

    def key(self) -> int | None:
        return self._value.key if self._value else None

    def set_value(self, found: Found | None) -> None:
        """Show something picked without telling anybody; what was being looked for is no more."""
        self._timer.stop()
        self._close()
        self._value = found
        self.setText(found.title if found else "")
        self.setCursorPosition(0)
        self.refuse(refused=False)

    def _typed(self, words: str) -> None:
        if self._value is not None:
            self._value = None
            self.cleared.emit()
        if words.strip():
            self._timer.start()
        else:
            self._close()

    def _look(self) -> None:
        self._timer.stop()
        typed = self.text().strip()
        found = self._find(typed)
        if found and self.hasFocus():
            self._popup().show_found(found, self)
        elif typed and self.hasFocus() and not self.free:
            words = self._new or translate("Finder", "Nothing is called “{0}”.")
            self._popup().show_none(words.format(typed), self, pressable=bool(self._new))
        else:
            self._close()

    def offer_new(self, words: str) -> None:
        """What is not found can be made: `words` say so, {0} is what was typed; `unknown` asks."""
        self._new = words

    def offer(self) -> None:
        """Show what can be chosen before anything is typed, whenever the keyboard is here."""
        self._offers = True
        QTimer.singleShot(0, self, self._look)

    def _popup(self) -> _FoundList:
        if self._list is None:
            self._list = _FoundList(self)
            self._list.picked.connect(self._pick)
            self.window().installEventFilter(self)
        return self._list

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _pick(self, at: int) -> None:
        if self._list is None:
            return
        if self._list.instead and self._new:
            self._ask_new()
        if not 0 <= at < len(self._list.found):
            return
        found = self._list.found[at]
        self._close()
        self.set_value(found)
        self.chosen.emit(found)

    def _enter(self) -> None:
        if self._timer.isActive():
            self._look()
        if self._open() and self._list is not None and self._list.found:
            self._pick(self._list.at)
        elif self._value is None and self.text().strip():
            found = self._find(self.text().strip())
            if found:
                self.set_value(found[0])
                self.chosen.emit(found[0])
            else:
                self._ask_new()
        else:
            self.returnPressed.emit()

    def _ask_new(self) -> None:
        """Nothing is called so: whoever has the field is told, and says what can be done."""
        if self._new:
            self._close()
        self.unknown.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._enter()
        elif step and self._open() and self._list is not None:
            self._list.step(step)
        elif step == 1:
            self._look()
        elif event.key() == Qt.Key.Key_Escape and self._open():
            self._close()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._offers and self._value is None and not self.text():
            QTimer.singleShot(0, self, self._look)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close()
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.WindowDeactivate}:
            self._close()
        return super().eventFilter(watched, event)
