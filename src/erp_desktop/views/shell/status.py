"""The status bar: what is chosen and its sums at the left, the lights of the shop at the right."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import Surface, spot

ORDER = ("jobs", "books", "backup", "scanner", "printer", "database")


class Light(NamedTuple):
    """A state of the shop: its code, words, an icon or (empty) a dot; `good` None is neutral."""

    code: str
    words: str
    icon: str = ""
    good: bool | None = None


class _LightButton(QAbstractButton):
    """One light; a click asks for what is behind it."""

    def __init__(self, light: Light, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_light(light)

    def show_light(self, light: Light) -> None:
        self.light = light
        self.setText(light.words)
        self.setAccessibleName(light.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(theme.width(theme.HINT, self.text())) + theme.px(40), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        middle, high = self.height() / 2, theme.px(9)
        painter.fillRect(QRectF(0, middle - high / 2, 1, high), t.line2)
        colour = t.text2 if self.light.good is None else t.ok if self.light.good else t.bad
        size = theme.px(14)
        if self.light.icon:
            box = QRectF(theme.px(10), round(middle - size / 2), size, size)
            icons.draw(
                painter, self.light.icon, t.bad if self.light.good is False else t.text2, box
            )
        else:
            spot(painter, QPointF(theme.px(16), middle), theme.px(4), colour)
        box = QRectF(theme.px(29), 0, self.width() - theme.px(29), self.height())
        ink.text(painter, self.text(), box, theme.HINT, t.text2)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect().adjusted(3, 3, -1, -3), theme.px(4))


class StatusBar(Surface):
    """`show_sums` takes (word, figure) pairs, `show_light` a light; `asked(code)` on a click."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "t", parent)
        self._sums: Sequence[tuple[str, str]] = ()
        self._lights: dict[str, _LightButton] = {}
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._dress()
        theme.worn.changed.connect(self._dress)

    def show_sums(self, sums: Sequence[tuple[str, str]]) -> None:
        self._sums = sums
        self.setAccessibleDescription(", ".join(" ".join(pair) for pair in sums))
        self.update()

    def show_light(self, light: Light) -> None:
        """Show a light, or its new state."""
        known = self._lights.get(light.code)
        if known is not None:
            known.show_light(light)
            return
        made = _LightButton(light)
        made.clicked.connect(self._clicked)
        self._lights[light.code] = made
        before = [code for code in ORDER[: _place(light.code)] if code in self._lights]
        self._row.insertWidget(1 + len(before), made)

    def hide_light(self, code: str) -> None:
        """Take a light away: what it spoke of is over."""
        known = self._lights.pop(code, None)
        if known is not None:
            self._row.removeWidget(known)
            known.hide()
            known.deleteLater()

    def light(self, code: str) -> QAbstractButton | None:
        """The button of a light, for what hangs from it."""
        return self._lights.get(code)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _LightButton):
            self.asked.emit(sender.light.code)

    def _dress(self) -> None:
        self.setFixedHeight(theme.px(26))
        self._row.setContentsMargins(0, 1, theme.px(12), 0)
        self._row.setSpacing(theme.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, t = QPainter(self), theme.tokens()
        left = float(theme.px(14))
        lights = [light.x() for light in self._lights.values()]
        room = min(lights, default=self.width()) - theme.px(10)
        for at, (words, figure) in enumerate(self._sums):
            need = theme.width(theme.HINT, words) + theme.width(_SUM, figure) + theme.px(10)
            if left + need > room:
                return
            if at:
                painter.fillRect(QRectF(left, self.height() / 2 - 4, 1, 9), t.line2)
                left += theme.px(12)
            left += ink.text(
                painter, words, QRectF(left, 0, 999, self.height()), theme.HINT, t.text2
            )
            if figure:
                left += theme.px(5)
                box = QRectF(left, 0, 999, self.height())
                left += ink.text(painter, figure, box, _SUM, t.text)
            left += theme.px(12)


_SUM = theme.Type(12, 600)


def _place(code: str) -> int:
    return ORDER.index(code) if code in ORDER else len(ORDER)
