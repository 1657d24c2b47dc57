"""A small panel over the window, hanging from a button: notices, jobs. Esc or a click beside it
closes it, and the keyboard goes back to where it was."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Button, LinkButton, Look
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.motion import fade_in

WIDE = 400
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Popover(QWidget):
    """Lies over its whole window; `rows` takes what it shows. Frees itself when closed."""

    closed = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._before = QApplication.focusWidget()
        self._from: QWidget | None = None
        self.panel = _Panel(self)
        self.title = Label(title, theme.PANEL)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self._box = box = QVBoxLayout(self.panel)
        box.setContentsMargins(0, theme.px(12), 0, theme.px(8))
        box.setSpacing(theme.px(8))
        box.addLayout(self.head)
        box.addLayout(self.rows)
        parent.installEventFilter(self)

    def hang_from(self, button: QWidget) -> None:
        """Open below the button, or above it where there is no room below."""
        self._from = button
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.settle()
        fade_in(self)
        first = next(
            (one for one in self.panel.findChildren(Button) if one.isVisibleTo(self)), None
        )
        (first or self).setFocus()

    def settle(self) -> None:
        """Give the panel the size of what it shows, and its place."""
        if self._from is None:
            return
        for row in self.panel.findChildren(QWidget, options=_DIRECT):
            if self.rows.indexOf(row) >= 0:
                row.show()  # one that is new is not counted before it is seen
        margin = theme.px(8)
        wide = min(theme.px(WIDE), self.width() - 2 * margin)
        self._box.activate()
        high = self._box.totalSizeHint().height()
        if self._box.hasHeightForWidth():
            high = self._box.totalHeightForWidth(wide)
        corner = self._from.mapTo(self.window(), QPoint(0, self._from.height()))
        corner = self.mapFrom(self.window(), corner)
        right = min(corner.x() + self._from.width(), self.width() - margin)
        top = corner.y() + theme.px(4)
        if top + high > self.height() - margin:
            top = max(corner.y() - self._from.height() - high - theme.px(4), margin)
        self.panel.setGeometry(max(right - wide, margin), top, wide, high)

    def clear_rows(self) -> None:
        """Take everything out of it."""
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def dismiss(self) -> None:
        """Close, and give the keyboard back."""
        before = self._before
        self.closed.emit()
        self.close()
        if before is not None and before.isVisible():
            before.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ink.shadow(QPainter(self), self.panel.geometry(), theme.px(8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            window = self.parentWidget()
            if window is not None:
                self.setGeometry(window.rect())
                self.settle()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802, FBT001  (Qt's own)
        """Tab goes round inside the panel."""
        stops = [
            one
            for one in self.panel.findChildren(QWidget)
            if isinstance(one, Button | LinkButton) and one.isVisibleTo(self) and one.isEnabled()
        ]
        now = self.focusWidget()
        if not stops:
            return False
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if next else -1)) % len(stops)].setFocus()
        return True


class _Panel(QWidget):
    """The raised sheet with a wide, soft shadow around it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        t = theme.tokens()
        ink.frame(QPainter(self), self.rect(), theme.px(8), t.raised, t.line2)


class PopoverRow(QWidget):
    """A line of it: an icon in a colour, words, a quieter line below, buttons at the right."""

    def __init__(
        self, icon: str, role: str, words: str, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._role = icon, role
        self.words = Label(words, theme.BODY)
        self.words.setWordWrap(True)
        self.detail = Label(detail, theme.HINT, "text2")
        self.detail.setWordWrap(True)
        self.detail.setVisible(bool(detail))
        self.middle = QVBoxLayout()
        self.middle.setSpacing(theme.px(2))
        self.middle.addWidget(self.words)
        self.middle.addWidget(self.detail)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.px(44), theme.px(9), theme.px(12), theme.px(9))
        self.row.setSpacing(theme.px(8))
        self.row.addLayout(self.middle, 1)

    def offer(self, words: str, *, quiet: bool = False) -> Button:
        """A button at the right."""
        button = Button(words, Look.GHOST if quiet else Look.NORMAL, high=28)
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(0, 0, self.width(), 1, t.rowline)
        size = theme.px(16)
        colour: QColor = getattr(t, self._role)
        top = theme.px(10)
        icons.draw(painter, self._icon, colour, QRectF(theme.px(16), top, size, size))
