"""What moves, and only that: what opens over the page fades in, unless movement is unwanted."""

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from erp_desktop.views import theme

FADE = 120  # milliseconds


def fade_in(widget: QWidget) -> None:
    """Let a widget that was just shown appear softly; the effect is gone afterwards."""
    if not theme.choice().motion:
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    fade = QPropertyAnimation(effect, b"opacity", widget)
    fade.setDuration(FADE)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.finished.connect(_Ending(widget))
    fade.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


class _Ending:
    """Takes the effect away: painting through it costs a picture each time."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def __call__(self) -> None:
        self._widget.setGraphicsEffect(None)  # type: ignore[arg-type]
