"""A large button that is one of a few ways to go on: icon, title, a quiet line that explains it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from erp_desktop.views import icons, theme
from erp_desktop.views.widgets import ink


class ChoiceTile(QAbstractButton):
    """Checkable; tiles of one parent exclude each other. `code` says which way it is."""

    def __init__(
        self, code: str, icon: str, title: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.code, self.icon_name, self._hint = code, icon, hint
        self._hovered = False
        self.setText(title)
        self.setAccessibleName(f"{title} {hint}".strip())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(380), theme.px(64 if self._hint else 52))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            event.ignore()  # Enter also goes on, which is the window's
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        chosen = self.isChecked()
        ground = t.sel if chosen else t.hover if self._hovered else t.raised
        ink.frame(painter, self.rect(), theme.px(8), ground, t.accent if chosen else t.line2)
        size = theme.px(20)
        middle = self.height() / 2
        box = QRectF(theme.px(18), round(middle - size / 2), size, size)
        icons.draw(painter, self.icon_name, t.accent_text if chosen else t.text2, box)
        left = theme.px(54)
        wide = self.width() - left - theme.px(44)
        line = theme.px(20)
        title = QRectF(left, middle - (line if self._hint else line / 2), wide, line)
        ink.text(painter, self.text(), title, theme.BOLD, t.text)
        if self._hint:
            ink.text(painter, self._hint, title.translated(0, line), theme.HINT, t.text2)
        if chosen:
            mark = theme.px(16)
            tick = QRectF(self.width() - theme.px(34), round(middle - mark / 2), mark, mark)
            icons.draw(painter, "circle-check", t.accent_text, tick)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(8))
