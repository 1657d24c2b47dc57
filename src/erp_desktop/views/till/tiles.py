"""The till's buttons: function keys, means of payment, the keypad, quick cash, held carts.

All are at least 44 high, and stay Qt buttons for keyboards and screen readers; none takes the
focus by a click, so that the next scan always lands where it should.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink

FIGURE = theme.Type(18, 400, tabular=True)
QUICK = theme.Type(16, 600, tabular=True)


class Tile(QAbstractButton):
    """A framed button; `chosen` paints it as the one that is on."""

    def __init__(self, words: str, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._high, self._hovered = high, False
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def say(self, words: str) -> None:
        """Other words."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(64), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(44), theme.px(44))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        ground, border, colour = self.colours()
        ink.frame(painter, self.rect(), theme.px(8), ground, border)
        self.paint_content(painter, colour)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(8))

    def colours(self) -> tuple[QColor, QColor | None, QColor]:
        """Ground, border and words."""
        t = theme.tokens()
        if not self.isEnabled():
            return t.page, t.line, t.disabled
        if self.isChecked():
            return t.sel, t.focus, t.accent_text
        lively = t.sel if self.isDown() else t.hover
        return lively if self._hovered or self.isDown() else t.raised, t.line2, t.text

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        ink.text(painter, self.text(), self.rect(), theme.BODY, colour, centre=True)

    def draw_icon(self, painter: QPainter, name: str, colour: QColor, x: float, y: float) -> None:
        size = theme.px(18)
        icons.draw(painter, name, colour, QRectF(round(x), round(y), size, size))


class KeyTile(Tile):
    """A function key: icon and key cap above, what it does below."""

    def __init__(self, words: str, icon: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(words, 62, parent)
        self._icon, self._key = icon, key
        self.setToolTip(f"{words}  {key}")

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        t, pad = theme.tokens(), theme.px(12)
        quiet = t.text2 if self.isEnabled() else t.disabled
        if self.width() > theme.px(70):
            self.draw_icon(painter, self._icon, quiet, pad, theme.px(10))
        cap = ink.Cap.QUIET if self.isEnabled() else ink.Cap.OFF
        ink.key_cap(painter, self._key, self.width() - theme.px(9), theme.px(19), cap)
        kind = theme.Type(14)
        if theme.width(kind, self.text()) > self.width() - pad - 4:  # in a narrow window
            kind, pad = theme.HINT, theme.px(6)
        room = QRectF(pad, self.height() - theme.px(30), self.width() - pad - 4, theme.px(22))
        ink.text(painter, self.text(), room, kind, colour)


class MethodTile(Tile):
    """A means of payment: icon above its name."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, 58, parent)
        self._icon = icon
        self.setCheckable(True)

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        t = theme.tokens()
        icon = colour if self.isChecked() or not self.isEnabled() else t.text2
        size = theme.px(18)
        self.draw_icon(painter, self._icon, icon, (self.width() - size) / 2, theme.px(10))
        room = QRectF(2, self.height() - theme.px(28), self.width() - 4, theme.px(22))
        kind = theme.Type(14, 600 if self.isChecked() else 400)
        ink.text(painter, self.text(), room, kind, colour, centre=True)


class PadKey(Tile):
    """A key of the keypad; grows with the room there is."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, 62, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        ink.text(painter, self.text(), self.rect(), FIGURE, colour, centre=True)


class QuickCash(PadKey):
    """A round amount that people hand over; soft, and framed when it is what was given."""

    def colours(self) -> tuple[QColor, QColor | None, QColor]:
        t = theme.tokens()
        if not self.isEnabled():
            return t.sunken, None, t.disabled
        if self.isChecked():
            return t.sel, t.focus, t.accent_text
        return t.sel if self._hovered or self.isDown() else t.tint, None, t.accent_text

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        room = QRectF(self.rect()).adjusted(theme.px(8), 0, -theme.px(8), 0)
        kind = ink.fitted(QUICK, self.text(), room.width())
        ink.text(painter, self.text(), room, kind, colour, centre=True)


class QuickItem(Tile):
    """Something without a barcode that is often sold: its name and its price."""

    def __init__(self, words: str, price: str, parent: QWidget | None = None) -> None:
        super().__init__(words, 44, parent)
        self._price = price
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def colours(self) -> tuple[QColor, QColor | None, QColor]:
        t = theme.tokens()
        ground = t.line if t.dark else t.hover
        return t.sel if self._hovered or self.isDown() else ground, None, t.text

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        pad = theme.px(12)
        box = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        kind = theme.Type(14, 400, tabular=True)
        drawn = ink.text(painter, self._price, box, kind, theme.tokens().text2, right=True)
        room = box.adjusted(0, 0, -drawn - theme.px(8), 0)
        ink.text(painter, self.text(), room, theme.Type(14), colour)


class TakeButton(Tile):
    """The one button: it says the whole deed, and F12 does the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", 66, parent)
        self.setToolTip("F12")

    def colours(self) -> tuple[QColor, QColor | None, QColor]:
        t = theme.tokens()
        if not self.isEnabled():
            return t.line, None, t.disabled
        ground = t.accent_hover if self._hovered or self.isDown() else t.accent
        return ground, None, t.on_accent

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        pad = theme.px(22)
        right = self.width() - theme.px(20)
        cap = ink.Cap.WHITE if self.isEnabled() else ink.Cap.OFF
        ink.key_cap(painter, "F12", right, self.height() / 2, cap)
        room = QRectF(pad, 0, right - pad - theme.px(40), self.height())
        kind = theme.Type(17, 600)
        if theme.width(kind, self.text()) > room.width():
            kind = theme.Type(14, 600)
        ink.text(painter, self.text(), room, kind, colour)


class CartTab(Tile):
    """One cart: the open one joins the sheet below, held ones show a pause, their name and sum."""

    def __init__(
        self, words: str, detail: str, *, held: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, 40, parent)
        self._detail, self._held = detail, held
        self.setAccessibleName(f"{words} {detail}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = theme.width(theme.Type(14, 600), self.text()) + theme.width(theme.HINT, self._detail)
        return QSize(round(wide) + theme.px(62 if self._held else 38), theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        box = QRectF(self.rect())
        if not self._held:
            ink.frame(painter, box.adjusted(0, 0, 0, theme.px(10)), theme.px(8), t.page, t.line)
            painter.fillRect(QRectF(1, box.bottom() - 1, box.width() - 2, 1), t.page)
        elif self._hovered:
            ink.frame(painter, box.adjusted(0, 2, 0, -4), theme.px(6), t.hover)
        left = float(theme.px(14))
        colour = t.text2 if self._held else t.text
        if self._held:
            size = theme.px(14)
            where = QRectF(left, round(box.center().y() - size / 2), size, size)
            icons.draw(painter, "pause", t.text2, where)
            left += theme.px(20)
        kind = theme.Type(14, 400 if self._held else 600)
        room = QRectF(left, 0, box.width() - left, box.height())
        drawn = ink.text(painter, self.text(), room, kind, colour)
        room.setLeft(left + drawn + theme.px(8))
        ink.text(painter, self._detail, room, theme.HINT, t.text2)


class IconTile(Tile):
    """An icon alone, without a frame."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, 40, parent)
        self._name = name
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(40), theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        if self._hovered:
            ink.frame(painter, self.rect().adjusted(4, 4, -4, -4), theme.px(6), t.hover)
        size = theme.px(16)
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        icons.draw(painter, self._name, t.text2, box)
