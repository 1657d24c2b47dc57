"""A toast at the window's lower right: what was done, and Undo. Six seconds, never for errors."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import LinkButton
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.motion import fade_in
from erp_desktop.views.widgets.page import toast_place_of

SHOWN_FOR = 6_000  # milliseconds


@dataclass(frozen=True, slots=True)
class WithOffer:
    """A way back that comes with something else to do: both stand in the toast."""

    act: Callable[[], object]
    words: str
    offer: Callable[[], object]

    def __call__(self) -> object:
        return self.act()


class Stage(Protocol):
    """What shows pages, one at a time."""

    turned: SignalInstance

    def current(self) -> QWidget | None: ...


class Toast(QWidget):
    """Lies over its parent, in the corner of the window or of the part of the page that is seen
    where it covers no button; `say` shows words, and the button that takes it back.

    A way back that gives (page code, key) leads there: `led`.
    """

    led = Signal(str, object)

    def __init__(
        self, parent: QWidget, lead: Callable[[str, object], object] | None = None,
        sheets: Stage | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        if lead is not None:
            self.led.connect(lead)
        self._over, self._sheets = parent, sheets
        if sheets is not None:
            sheets.turned.connect(self._settle)
        self._words = Label("", theme.BODY, on_dark=True)
        self._undo = LinkButton("", on_dark=True)
        self._act: Callable[[], object] | None = None
        self._undo.clicked.connect(self._undone)
        self._also = LinkButton("", on_dark=True)
        self._offer: Callable[[], object] | None = None
        self._also.clicked.connect(self._taken_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(40), theme.px(8), theme.px(10), theme.px(8))
        row.setSpacing(theme.px(16))
        row.addWidget(self._words)
        row.addWidget(self._also)
        row.addWidget(self._undo)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, undo: str = "", act: Callable[[], object] | None = None) -> None:
        """Say what was done; with `undo` words and an act, offer to take it back.

        An act `WithOffer` brings a second button.
        """
        self._words.setText(words)
        self._undo.setText(undo)
        self._undo.setVisible(bool(undo))
        self._act = act
        also = act if isinstance(act, WithOffer) else None
        self._offer = also.offer if also else None
        self._also.setText(also.words if also else "")
        self._also.setVisible(also is not None)
        self.setAccessibleName(words)
        self._settle()
        self.show()
        self.raise_()
        fade_in(self)
        self._timer.start()

    def _undone(self) -> None:
        self.hide()
        led = self._act() if self._act is not None else None
        if isinstance(led, tuple):
            self.led.emit(*led)

    def _taken_up(self) -> None:
        self.hide()
        if self._offer is not None:
            self._offer()

    def _settle(self) -> None:
        self.adjustSize()
        over, foot = self._over.rect(), theme.px(46)
        within = toast_place_of(self._sheets.current()) if self._sheets is not None else None
        if within is not None and within.isVisible():
            corner = within.mapTo(self._over, QPoint(0, 0))
            over, foot = QRect(corner, within.size()), theme.px(20)
        self.move(
            over.x() + over.width() - self.width() - theme.px(24),
            over.y() + over.height() - self.height() - foot,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ground, border = (t.raised, t.line2) if t.dark else (t.text, None)
        ink.frame(painter, self.rect(), theme.px(8), ground, border)
        size = theme.px(16)
        box = QRectF(theme.px(14), round(self.height() / 2 - size / 2), size, size)
        icons.draw(painter, "check", theme.DARK.ok, box)
