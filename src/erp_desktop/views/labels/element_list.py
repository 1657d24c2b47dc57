"""What stands on the label, from the bottom up: an icon, what it is, and what it says now."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

from erp_desktop.core.label_design import Element, Part, Source
from erp_desktop.views import icons, theme
from erp_desktop.views.labels.properties import element_words
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.slim_bar import SlimBar

_SAID: Final = int(Qt.ItemDataRole.UserRole)
_ICON: Final = _SAID + 1
AnyIndex = QModelIndex | QPersistentModelIndex
ICONS: Final = {
    Part.TEXT: "type", Part.BARCODE: "barcode", Part.QR: "qr-code", Part.LINE: "minus",
    Part.PICTURE: "image",
}  # fmt: skip


class ElementList(QListWidget):
    """`add(element, said)`; the current row is the chosen element."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Rows(self))
        self._bar = SlimBar(self, Qt.Orientation.Vertical)
        theme.worn.changed.connect(self._dress)
        self._dress()

    def add(self, element: Element, said: str) -> None:
        item = QListWidgetItem(element_words(element))
        item.setData(_SAID, said)
        price = element.part is Part.TEXT and element.source is Source.PRICE
        item.setData(_ICON, "coins" if price else ICONS[element.part])
        item.setToolTip(said)
        self.addItem(item)

    def _dress(self) -> None:
        own = QPalette()
        own.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(own)
        self.scheduleDelayedItemsLayout()


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: Any, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(theme.px(120), theme.px(34))

    def paint(self, painter: QPainter, option: Any, index: AnyIndex) -> None:
        t = theme.tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(0, 1, -theme.px(2), -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            ink.frame(painter, box, theme.px(6), t.sel if chosen else t.hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ink.focus_ring(painter, box, theme.px(6))
        size = theme.px(16)
        colour = t.accent_text if chosen else t.text2
        mark = QRectF(box.x() + theme.px(8), round(box.center().y() - size / 2), size, size)
        icons.draw(painter, str(index.data(_ICON)), colour, mark)
        room = box.adjusted(theme.px(32), 0, -theme.px(8), 0)
        kind = theme.BOLD if chosen else theme.BODY
        drawn = ink.text(painter, str(index.data()), room, kind, colour if chosen else t.text)
        rest = room.adjusted(drawn + theme.px(10), 0, 0, 0)
        if rest.width() > theme.px(24):
            ink.text(painter, str(index.data(_SAID) or ""), rest, theme.HINT, t.text3, right=True)
