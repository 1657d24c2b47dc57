"""A page that was torn off into a window of its own; closing it gives the page back."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.views import keys, theme
from erp_desktop.views.main_window import MainWindow
from erp_desktop.views.shell.everywhere import hear
from erp_desktop.views.widgets import reading_order
from erp_desktop.views.widgets.panels import Surface

OFF = 48  # from the corner of the window it came from


class TornWindow(Surface):
    """Holds the page of a code. `closed` when the person closes it (Ctrl+W too)."""

    closed = Signal()

    def __init__(self, parent: QWidget, code: str) -> None:
        super().__init__("page", "", parent)
        self.setWindowFlag(Qt.WindowType.Window, on=True)
        self._page: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, theme.px(6), 0, 0)
        close = QShortcut(QKeySequence(keys.worn("Ctrl+W")), self)
        close.activated.connect(self.close)
        window = parent.window()
        if isinstance(window, MainWindow):
            hear(self, window, torn=code)

    def show_page(self, page: QWidget, words: str) -> None:
        """Hold this page (instead of the one before, which its owner frees)."""
        if self._page is not None:
            self._box.removeWidget(self._page)
            self._page.setParent(None)
        self._page = page
        self._box.addWidget(page)
        page.show()
        self.setWindowTitle(words)

    def page(self) -> QWidget | None:
        return self._page

    def give_page(self) -> QWidget | None:
        """Let go of the page, without freeing it."""
        page, self._page = self._page, None
        if page is not None:
            self._box.removeWidget(page)
            page.setParent(None)
        return page

    def open_at(self, where: QPoint | None, size: QSize) -> None:
        """Show it, where the tab was dropped or a little beside its window."""
        self.resize(size)
        parent = self.parentWidget()
        if where is not None:
            self.move(where - QPoint(theme.px(80), theme.px(10)))
        elif parent is not None:
            self.move(parent.pos() + QPoint(theme.px(OFF), theme.px(OFF)))
        self.show()
        self.come_forward()

    def come_forward(self) -> None:
        self.raise_()
        self.activateWindow()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802, FBT001  (Qt's own)
        return reading_order.step(self, forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
