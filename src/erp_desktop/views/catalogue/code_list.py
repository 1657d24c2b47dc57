"""A field for several barcodes: each is a chip with a cross; scan or type to add one.

`may_have` says whether a code can be had: one that is another product's cannot.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.views import icons, theme, wording
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import LineField

translate = wording.translate


class CodeList(QWidget):
    """`codes()` in the order they were added; `changed` when one came or went."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.may_have: Callable[[str], bool] = bool
        self._chips = Chips()
        self._chips.removed.connect(self.remove)
        self.field = LineField(
            translate("Catalogue", "Scan or type a code, then Enter"), icon="scan-barcode"
        )
        self.field.returnPressed.connect(self._take)
        self.setFocusProxy(self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        box.addWidget(self._chips)
        box.addWidget(self.field)
        self._chips.hide()

    def codes(self) -> list[str]:
        """All codes, one still standing in the field included."""
        typed = self.field.text().strip()
        own = list(self._chips.codes)
        return [*own, typed] if typed and typed not in own else own

    def add(self, code: str) -> bool:
        """Add a code, if it can be had; whether it stands there now."""
        if code in self._chips.codes:
            return True
        if not self.may_have(code):
            return False
        self._chips.show_codes([*self._chips.codes, code])
        self.changed.emit()
        return True

    def remove(self, code: str) -> None:
        self._chips.show_codes([one for one in self._chips.codes if one != code])
        self.changed.emit()

    def _take(self) -> None:
        if self.add(self.field.text().strip()):
            self.field.clear()
        else:
            self.field.selectAll()


class Chips(QWidget):
    """Codes (or numbers) side by side, each with a cross, in lines as wide as the field."""

    removed = Signal(str)

    def __init__(self, kind: theme.Type = theme.FIGURE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.codes: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_codes(self, codes: list[str]) -> None:
        self.codes = codes
        self.setVisible(bool(codes))
        self.setAccessibleName(", ".join(codes))
        self.updateGeometry()
        self.update()

    def _places(self) -> list[tuple[str, QRect]]:
        left = top = 0
        high, gap = theme.px(26), theme.px(6)
        found = []
        for code in self.codes:
            wide = round(theme.width(self._kind, code)) + theme.px(38)
            if left and left + wide > max(self.width(), theme.px(300)):
                left, top = 0, top + high + gap
            found.append((code, QRect(left, top, wide, high)))
            left += wide + gap
        return found

    def sizeHint(self) -> QSize:
        places = self._places()
        return QSize(theme.px(300), places[-1][1].bottom() + 1 if places else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        for code, box in self._places():
            ink.frame(painter, box, theme.px(6), t.tint)
            ink.text(painter, code, box.adjusted(theme.px(10), 0, 0, 0), self._kind, t.text)
            icons.draw(painter, "x", t.text2, self._cross(box))

    def _cross(self, box: QRect) -> QRect:
        size = theme.px(12)
        corner = QPoint(box.right() - size - theme.px(8), box.center().y() - size // 2 + 1)
        return QRect(corner, QSize(size, size))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        for code, box in self._places():
            if self._cross(box).adjusted(-6, -6, 6, 6).contains(where):
                self.removed.emit(code)
                return
