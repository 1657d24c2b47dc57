"""A product's picture at the head of its card; where there is none it takes no room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from erp_desktop.views import theme
from erp_desktop.views.widgets import ink

SIDE = 92


class ProductPicture(QWidget):
    """`show_picture` of these bytes; without them, or where they are no picture, it hides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)
        self.hide()

    def show_picture(self, data: bytes | None) -> None:
        self._picture = QPixmap()
        self._picture.loadFromData(data or b"")
        self.setVisible(not self._picture.isNull())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, box = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.px(8), theme.px(8))
        painter.save()
        painter.setClipPath(shape)
        size = self._picture.size().scaled(
            box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        left, top = (box.width() - size.width()) / 2, (box.height() - size.height()) / 2
        where = QRectF(left, top, size.width(), size.height())
        painter.drawPixmap(where, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        ink.frame(painter, self.rect(), theme.px(8), None, theme.tokens().line)
