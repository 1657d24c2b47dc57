"""Tab goes as one reads: from the left to the right, line by line, one card after another.

The order is found where things stand when Tab is pressed, so it is right for whatever a page shows
at the moment. Parts that hold others (a card, a side panel) are read as a whole before the next. A
part that knows better (columns of cards) says itself how it is read: `read_as()`.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

WHOLE = (QAbstractItemView, QComboBox, QLineEdit)  # one stop each, whatever is inside


def step(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next stop of a window, or the one before; False without any."""
    stops = reading_order(window)
    if not stops:
        return False
    now = QApplication.focusWidget()
    at = stops.index(now) if now in stops else _nearest(stops, now, window, forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def reading_order(within: QWidget) -> list[QWidget]:
    """Everything in a widget where Tab stops, in the order of reading."""
    found = [within] if _stops(within) else []
    if isinstance(within, WHOLE):
        return found
    for child in _sorted(within):
        found += reading_order(child)
    return found


def _stops(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.focusProxy() is None and not widget.isWindow()


def _sorted(within: QWidget) -> list[QWidget]:
    """The seen children, line by line; what stands beside each other is read from the left."""
    own = getattr(within, "read_as", None)
    if callable(own):
        return [child for child in own() if child.isVisible()]
    children = [
        child
        for child in within.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]
    lines: list[list[QWidget]] = []
    bottom = 0
    for child in sorted(children, key=lambda one: (one.y(), one.x())):
        shared = bottom - child.y()
        if lines and shared * 2 > min(child.height(), lines[-1][0].height()):
            lines[-1].append(child)
            bottom = max(bottom, child.geometry().bottom() + 1)
        else:
            lines.append([child])
            bottom = child.geometry().bottom() + 1
    return [child for line in lines for child in sorted(line, key=lambda one: (one.x(), one.y()))]


def _nearest(stops: list[QWidget], now: QWidget | None, window: QWidget, *, forward: bool) -> int:
    """Where something stands that is no stop itself (a page that was clicked): before its first."""
    if now is None:
        return -1 if forward else 0
    inside = [at for at, stop in enumerate(stops) if now.isAncestorOf(stop)]
    if inside:
        return inside[0] - 1 if forward else inside[0]
    here = now.mapTo(window, QPoint(0, 0)).y() if window.isAncestorOf(now) else 0
    above = [at for at, stop in enumerate(stops) if stop.mapTo(window, QPoint(0, 0)).y() <= here]
    return above[-1] if above else -1
