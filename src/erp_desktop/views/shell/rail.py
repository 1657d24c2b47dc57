"""The rail at the left: the pages a person works in, with count pills; settings at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.views import figures, icons, theme
from erp_desktop.views.pages import PageSpec, Place, page_title
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import Surface

WIDE, WIDE_CHINESE, NARROW = 156, 140, 56


class RailItem(QAbstractButton):
    """A page in the rail: icon, words, and how many things wait there."""

    def __init__(self, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.narrow = spec, False
        self._count, self._hovered = 0, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retitle()

    def retitle(self) -> None:
        """Find the words anew, after a change of language."""
        self.setText(page_title(self.spec))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text() if self.narrow else "")
        self.update()

    def show_count(self, count: int | None) -> None:
        self._count = count or 0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(NARROW if self.narrow else WIDE) - theme.px(16), theme.px(34))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        chosen = self.isChecked()
        if chosen or self._hovered:
            ground = QColor(t.accent if chosen else t.text)
            ground.setAlphaF((0.24 if t.dark else 0.13) if chosen else 0.05)
            ink.frame(painter, self.rect(), theme.px(7), ground)
        colour = t.accent_text if chosen else t.text2
        size = theme.px(18)
        left = round((self.width() - size) / 2) if self.narrow else theme.px(10)
        box = QRectF(left, round((self.height() - size) / 2), size, size)
        icons.draw(painter, self.spec.icon, colour, box)
        if not self.narrow:
            self._paint_words(painter, colour if chosen else t.text)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(7))

    def _paint_words(self, painter: QPainter, colour: QColor) -> None:
        pill = 0.0
        if self._count:
            words = figures.number(self._count)
            pill = max(theme.width(theme.CHIP, words) + theme.px(12), theme.px(20))
            self._paint_pill(painter, words, pill)
        room = self.width() - theme.px(38) - pill - theme.px(10)
        kind = theme.BOLD if self.isChecked() else theme.BODY
        ink.text(painter, self.text(), QRectF(theme.px(38), 0, room, self.height()), kind, colour)

    def _paint_pill(self, painter: QPainter, words: str, wide: float) -> None:
        t = theme.tokens()
        high = theme.px(20)
        right = self.width() - theme.px(7)
        box = QRectF(right - wide, round((self.height() - high) / 2), wide, high)
        ground = QColor(t.accent if self.isChecked() else t.text)
        ground.setAlphaF(0.16 if self.isChecked() else 0.07)
        ink.frame(painter, box, high / 2, ground)
        colour = t.accent_text if self.isChecked() else t.text2
        ink.text(painter, words, box, theme.Type(12, 600), colour, centre=True)


class Rail(Surface):
    """All pages with a place in the rail; `wanted(code)` when one is clicked."""

    wanted = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__("chrome", "r", parent)
        self._narrow = False
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self.items = [RailItem(spec) for spec in specs if spec.place in {Place.RAIL, Place.FOOT}]
        self._box = box = QVBoxLayout(self)
        for item in self.items:
            self._group.addButton(item)
        for item in self.items:
            if item.spec.place is Place.RAIL:
                box.addWidget(item)
        box.addStretch(1)
        for item in self.items:
            if item.spec.place is Place.FOOT:
                box.addWidget(item)
        self.dress()
        theme.worn.changed.connect(self.dress)

    def choose(self, code: str) -> None:
        """Light up the page that is seen; none when it has no place here."""
        found = next((item for item in self.items if item.spec.code == code), None)
        self._group.setExclusive(found is not None)
        for item in self.items:
            item.setChecked(item is found)
        self._group.setExclusive(True)

    def leave_out(self, codes: frozenset[str]) -> None:
        """Show all pages but these."""
        for item in self.items:
            item.setHidden(item.spec.code in codes)

    def fold(self, *, narrow: bool) -> None:
        """Show icons only, or icons with words."""
        self._narrow = narrow
        self.dress()

    def narrow(self) -> bool:
        return self._narrow

    def dress(self) -> None:
        wide = WIDE_CHINESE if figures.form().chinese else WIDE
        self._box.setContentsMargins(theme.px(8), theme.px(6), theme.px(9), theme.px(7))
        self._box.setSpacing(theme.px(2))
        self.setFixedWidth(theme.px(NARROW if self._narrow else wide) + 1)
        for item in self.items:
            item.narrow = self._narrow
            item.retitle()
            item.updateGeometry()

    def _clicked(self, item: QAbstractButton) -> None:
        if isinstance(item, RailItem):
            self.wanted.emit(item.spec.code)
