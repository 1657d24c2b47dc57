"""The chapters at the left of the manual, painted like other choices; found lines below them."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

from erp_desktop.views import theme
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.slim_bar import SlimBar

FILE = int(Qt.ItemDataRole.UserRole)
_LINE = FILE + 1
AnyIndex = QModelIndex | QPersistentModelIndex


class ChapterList(QListWidget):
    """`add(title, file, line)`; the line is what was found there, if anything was looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Rows(self))
        self._bar = SlimBar(self, Qt.Orientation.Vertical)
        theme.worn.changed.connect(self._dress)
        self._dress()

    def add(self, title: str, file: str, line: str = "") -> None:
        item = QListWidgetItem(title)
        item.setData(FILE, file)
        item.setData(_LINE, line)
        item.setToolTip(line)
        self.addItem(item)

    def _dress(self) -> None:
        own = QPalette()
        own.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(own)
        self.scheduleDelayedItemsLayout()


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: Any, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(theme.px(120), theme.px(52 if index.data(_LINE) else 34))

    def paint(self, painter: QPainter, option: Any, index: AnyIndex) -> None:
        t = theme.tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(0, 1, -theme.px(8), -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            ink.frame(painter, box, theme.px(7), t.sel if chosen else t.hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ink.focus_ring(painter, box, theme.px(7))
        room = box.adjusted(theme.px(10), 0, -theme.px(10), 0)
        line = str(index.data(_LINE) or "")
        if line:
            below = QRectF(room.x(), room.center().y(), room.width(), theme.px(20))
            ink.text(painter, line, below, theme.HINT, t.text2)
            room.setHeight(room.height() / 2 + theme.px(4))
        kind = theme.BOLD if chosen else theme.BODY
        ink.text(painter, str(index.data()), room, kind, t.accent_text if chosen else t.text)
