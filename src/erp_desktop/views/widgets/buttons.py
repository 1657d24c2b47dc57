"""Buttons: primary (one a page), normal, soft, ghost and danger, with the key that does the same.

They stay QPushButtons for keyboards and screen readers and paint themselves from the tokens.
"""

import sys
from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from erp_desktop.views import icons, keys, theme
from erp_desktop.views.widgets import ink


class Look(StrEnum):
    PRIMARY = "primary"
    NORMAL = "normal"
    SOFT = "soft"
    GHOST = "ghost"
    DANGER = "danger"


def key_words(shortcut: str) -> str:
    """A shortcut as the keys read: 'Ctrl+Return' is 'Ctrl ↵'; the person's own, if there is one."""
    form = QKeySequence.SequenceFormat.PortableText
    if sys.platform == "darwin":
        form = QKeySequence.SequenceFormat.NativeText
    words = QKeySequence(keys.worn(shortcut)).toString(form)
    return words.replace("+", " ").replace("Return", "↵").replace("Enter", "↵")


class Button(QPushButton):
    """A button that paints itself: icon, words, key cap. `shortcut` also works the button."""

    def __init__(
        self, words: str = "", look: Look = Look.NORMAL, *, icon: str = "", shortcut: str = "",
        high: int = 32, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look, self._icon, self._high = look, icon, high
        self._cap = key_words(shortcut) if shortcut else ""
        self._menu_arrow = False
        self._hovered = False
        self._tip: str | None = None  # what it says while its words are seen
        self._squeezed = 0
        self.setText(words)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
            self.setToolTip(self._cap)
        theme.worn.changed.connect(self.updateGeometry)

    def setText(self, words: str) -> None:  # noqa: N802
        """Other words, the same key: Qt takes a button's shortcut away with its words."""
        kept = self.shortcut()
        super().setText(words)
        super().setShortcut(kept)

    def setShortcut(self, wanted: QKeySequence | str) -> None:  # type: ignore[override]  # noqa: N802
        """The key of the drawings, or the person's own for it."""
        super().setShortcut(QKeySequence(keys.worn(keys.plain(QKeySequence(wanted)))))

    def wear(self, look: Look) -> None:
        """Change what kind of button this is."""
        self._look = look
        self.update()

    def show_icon(self, name: str) -> None:
        self._icon = name
        self.updateGeometry()
        self.update()

    def wears(self, icon: str) -> bool:
        """Whether this is its icon."""
        return self._icon == icon

    def show_menu_arrow(self) -> None:
        """Say that the button opens a menu."""
        self._menu_arrow = True
        self.updateGeometry()

    def gives_way(self) -> bool:
        """Whether it may take less room; the main button never does."""
        return self._look is not Look.PRIMARY

    def squeeze(self, level: int) -> None:
        """Take less room: 1 leaves the key out, 2 the words too where an icon stands for them."""
        if level != self._squeezed:
            self._squeezed = level
            if level > 1 and self._icon and self.text():  # who never had words keeps its tip
                self._tip = self.toolTip() if self._tip is None else self._tip
                self.setToolTip(" ".join(filter(None, (self.text(), self._cap))))
            elif self._tip is not None:  # its words are seen again
                self.setToolTip(self._tip)
                self._tip = None
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words, cap = self._words(), self._shown_cap()
        wide = theme.px(26) if words else theme.px(16)
        if self._icon:
            wide += theme.px(16) + (theme.px(6) if words else 0)
        if words:
            wide += round(theme.width(self._type(), words)) + 1
        if cap:
            wide += theme.px(8) + ink.key_cap_width(cap)
        if self._menu_arrow:
            wide += theme.px(18)
        return QSize(max(wide, theme.px(self._high)), theme.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, colour = self._colours()
        ink.frame(painter, self.rect(), theme.px(6), ground, border)
        self._paint_content(painter, colour)
        if self.hasFocus() and self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self._paint_focus(painter)

    def _paint_content(self, painter: QPainter, colour: QColor) -> None:
        words, cap = self._words(), self._shown_cap()
        middle, left = self.height() / 2, theme.px(13) if words else theme.px(8)
        if not words:
            left = (self.width() - theme.px(16)) // 2
        if self._icon:
            size = theme.px(16)
            box = QRectF(left, round(middle - size / 2), size, size)
            icons.draw(painter, self._icon, self._icon_colour(colour), box)
            left += size + theme.px(6)
        right = self.width() - theme.px(13)
        if cap:
            right = self.width() - theme.px(12)
            style = ink.Cap.WHITE if self._look is Look.PRIMARY else ink.Cap.QUIET
            style = style if self.isEnabled() else ink.Cap.OFF
            ink.key_cap(painter, cap, right, middle, style)
            right -= ink.key_cap_width(cap) + theme.px(8)
        if self._menu_arrow:
            size = theme.px(12)
            box = QRectF(right - size, round(middle - size / 2), size, size)
            icons.draw(painter, "chevron-down", self._icon_colour(colour), box)
            right -= size + theme.px(6)
        self._paint_words(painter, QRect(left, 0, right - left + 1, self.height()), colour)

    def _paint_words(self, painter: QPainter, box: QRect, colour: QColor) -> None:
        alone = not (self._icon or self._shown_cap() or self._menu_arrow)
        ink.text(painter, self._words(), box, self._type(), colour, centre=alone)

    def _paint_focus(self, painter: QPainter) -> None:
        if self._look in {Look.PRIMARY, Look.DANGER}:
            inner = self.rect().adjusted(2, 2, -2, -2)
            ink.frame(painter, inner, theme.px(4), None, theme.tokens().page, 1.5)
        ink.focus_ring(painter, self.rect(), theme.px(6))

    def _words(self) -> str:
        """What is written on it: nothing, where its icon stands for the words."""
        return "" if self._squeezed > 1 and self._icon else self.text().replace("&", "")

    def _shown_cap(self) -> str:
        return "" if self._squeezed else self._cap

    def _type(self) -> theme.Type:
        return theme.MEDIUM if self._look in {Look.PRIMARY, Look.DANGER} else theme.BODY

    def _icon_colour(self, colour: QColor) -> QColor:
        if self._look in {Look.NORMAL, Look.GHOST} and self.isEnabled() and not self.isChecked():
            return theme.tokens().text2
        return colour

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        """Ground, border and text."""
        t = theme.tokens()
        if not self.isEnabled():
            if self._look is Look.GHOST:
                return (QColor(0, 0, 0, 0), None, t.disabled)
            plain = self._look is Look.NORMAL
            return (t.page if plain else t.line, t.line if plain else None, t.disabled)
        if self._look is Look.PRIMARY:
            return (self._pressed(t.accent, t.accent_hover), None, t.on_accent)
        if self._look is Look.SOFT or (self.isCheckable() and self.isChecked()):
            return (t.sel if self._hovered or self.isDown() else t.tint, None, t.accent_text)
        if self._look is Look.DANGER:
            pair = t.chips[theme.Tone.RED]
            return (self._pressed(pair.ground, pair.ground.darker(104)), None, pair.text)
        ground = t.raised if self._look is Look.NORMAL else QColor(0, 0, 0, 0)
        lively = t.sel if self.isDown() else t.hover
        border = t.line2 if self._look is Look.NORMAL else None
        colour = t.text2 if self._look is Look.GHOST and not self._hovered else t.text
        return (lively if self._hovered or self.isDown() else ground, border, colour)

    def _pressed(self, rest: QColor, hover: QColor) -> QColor:
        if self.isDown():
            return hover.darker(115)
        return hover if self._hovered else rest


class LinkButton(QPushButton):
    """Words that lead somewhere, in the link colour, with an arrow if asked for."""

    def __init__(
        self, words: str, *, arrow: bool = False, on_dark: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(words, parent)
        self._arrow, self._on_dark, self._hovered = arrow, on_dark, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        theme.worn.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = round(theme.width(theme.HINT, self.text())) + theme.px(5)
        return QSize(wide + (theme.px(18) if self._arrow else 0), theme.px(26))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        t = theme.DARK if self._on_dark else theme.tokens()
        colour = t.text2 if self._arrow and not self._hovered else t.accent_text
        drawn = ink.text(painter, self.text(), self.rect().adjusted(2, 0, 0, 0), theme.HINT, colour)
        if self._arrow:
            size = theme.px(12)
            box = QRectF(drawn + theme.px(7), round(self.height() / 2 - size / 2), size, size)
            icons.draw(painter, "chevron-right", colour, box)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(4))
