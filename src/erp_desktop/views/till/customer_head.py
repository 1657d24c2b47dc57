"""Whose cart it is, at the top of the money side."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.till.tiles import IconTile
from erp_desktop.views.widgets import ink

translate = wording.translate


class CustomerHead(QWidget):
    """Whose cart it is; `removed` on the cross, `wanted` on the rest."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._detail = ""
        self.cross = IconTile("x", translate("Till", "Without customer"))
        self.cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(12), 0)
        row.addStretch(1)
        row.addWidget(self.cross)
        self.setFixedHeight(theme.px(76))
        self.show_customer("", "")

    def show_customer(self, name: str, detail: str) -> None:
        """A name and what to know of them; no name is a walk-in customer."""
        self._name, self._detail = name, detail
        self.cross.setVisible(bool(name))
        self.setAccessibleName(f"{name or translate('Till', 'Walk-in customer')} {detail}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        size, left = theme.px(42), theme.px(24)
        disc = QRectF(left, (self.height() - size) / 2, size, size)
        pair = t.chips[theme.Tone.VIOLET if self._name else theme.Tone.NEUTRAL]
        ink.frame(painter, disc, size / 2, pair.ground)
        if self._name:
            kind = theme.Type(17, 600)
            ink.text(painter, self._name[:1].upper(), disc, kind, pair.text, centre=True)
        else:
            inner = theme.px(18)
            where = QRectF(
                disc.center().x() - inner / 2, disc.center().y() - inner / 2, inner, inner
            )
            icons.draw(painter, "user-round", pair.text, where)
        name = self._name or translate("Till", "Walk-in customer")
        detail = self._detail or translate("Till", "F5 finds a customer")
        room = QRectF(disc.right() + theme.px(14), disc.y(), 0, theme.px(22))
        room.setRight(self.width() - theme.px(60))
        ink.text(painter, name, room, theme.EMPHASIS if self._name else theme.Type(15), t.text)
        room.translate(0, theme.px(22))
        ink.text(painter, detail, room, theme.BODY, t.text2)
