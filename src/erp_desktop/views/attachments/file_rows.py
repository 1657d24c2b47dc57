"""Paints one file of the list, and lets its name be typed in place."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QWidget

from erp_desktop.core.file_names import parted
from erp_desktop.views import icons, theme, wording
from erp_desktop.views.attachments.roles import DETAIL, ICON, KEY
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import LineField

translate = wording.translate
AnyIndex = QModelIndex | QPersistentModelIndex
HIGH: Final = 48
SIDE: Final = 34  # of a small picture
DOTS: Final = 28


def dots_of(row: QRect) -> QRect:
    """Where the dots stand that open the menu."""
    wide = theme.px(DOTS)
    return QRect(row.right() - wide, row.y(), wide, row.height())


class FileRows(QStyledItemDelegate):
    """`pictures` stand before the names, by the files' ids; `renamed(id, name)` when typed."""

    renamed = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pictures: dict[int, QImage] = {}

    def high(self) -> int:
        return theme.px(HIGH)

    def sizeHint(self, option: Any, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(theme.px(120), self.high())

    def paint(self, painter: QPainter, option: Any, index: AnyIndex) -> None:
        t, box = theme.tokens(), QRectF(option.rect).adjusted(0, 1, 0, -1)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if hovered or focused:
            ink.frame(painter, box, theme.px(6), t.hover)
        if focused:
            ink.focus_ring(painter, box, theme.px(6))
        self._paint_lead(painter, box, index)
        room = box.adjusted(theme.px(SIDE + 14), 0, -theme.px(DOTS if hovered or focused else 4), 0)
        line = theme.px(19)
        above = QRectF(room.x(), room.center().y() - line, room.width(), line)
        ink.text(painter, _short(str(index.data()), above.width()), above, theme.BODY, t.text)
        detail = str(index.data(DETAIL))
        ink.text(painter, detail, above.translated(0, line), theme.HINT, t.text3)
        if hovered or focused:
            size = theme.px(16)
            dots = QRectF(dots_of(option.rect))
            where = QRectF(0, 0, size, size)
            where.moveCenter(dots.center())
            icons.draw(painter, "ellipsis", t.text2, QRectF(where.toRect()))

    def _paint_lead(self, painter: QPainter, row: QRectF, index: AnyIndex) -> None:
        """The picture itself, else the icon of its kind."""
        t, side = theme.tokens(), theme.px(SIDE)
        box = QRectF(row.x() + theme.px(4), round(row.center().y() - side / 2), side, side)
        picture = self.pictures.get(int(index.data(KEY)))
        if picture is None or picture.isNull():
            ink.frame(painter, box, theme.px(5), t.sunken, t.line)
            size = theme.px(18)
            where = QRectF(0, 0, size, size)
            where.moveCenter(box.center())
            icons.draw(painter, str(index.data(ICON)), t.text2, QRectF(where.toRect()))
            return
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.px(5), theme.px(5))
        least = min(picture.width(), picture.height())
        part = QRectF(0, 0, least, least)
        part.moveCenter(QRectF(picture.rect()).center())
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setClipPath(shape)
        painter.drawImage(box, picture, part)
        painter.restore()
        ink.frame(painter, box, theme.px(5), None, t.line)

    # -- another name ----------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: Any, index: AnyIndex  # noqa: ARG002
    ) -> QWidget:  # fmt: skip
        field = LineField(parent=parent)
        field.setAccessibleName(translate("Files", "Name of the file"))
        return field

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, LineField) and not editor.text():
            name = str(index.data())
            editor.setText(name)
            stem = len(parted(name)[0])  # the ending stays; Qt chooses all of it first
            QTimer.singleShot(0, editor, partial(editor.setSelection, 0, stem))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex  # noqa: ARG002
    ) -> None:  # fmt: skip
        if isinstance(editor, LineField) and editor.text().strip() not in {"", index.data()}:
            self.renamed.emit(int(index.data(KEY)), editor.text().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: Any, index: AnyIndex  # noqa: ARG002
    ) -> None:  # fmt: skip
        row: QRect = option.rect
        left = row.x() + theme.px(SIDE + 8)
        top = row.y() + (row.height() - editor.sizeHint().height()) // 2
        editor.setGeometry(left, top, row.right() - left, editor.sizeHint().height())


def _short(name: str, room: float) -> str:
    """A long name without its middle: its ending says what kind of file it is."""
    metrics = theme.metrics(theme.BODY)
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, int(room))
