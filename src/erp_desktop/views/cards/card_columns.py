"""Cards of a form in two columns where the window is wide, below each other where it is not.

The left column is read down first, then the right one: that is the order of the cards and of the
Tab key. A card changes sides only when the window does, or when another card comes or goes, never
while somebody types into it.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.views import theme
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.cards.tile_grid import not_hidden

TWO: Final = 940  # from this width on (at font size 13) there is room for two
WIDE: Final = 760  # a line longer than this is not read
GAP: Final = 12


class CardColumns(QWidget):
    """`right_from` is the first card of the right column; without it they are balanced. A card
    that is alone may be `lone` wide."""

    def __init__(
        self, cards: Sequence[QWidget] = (), right_from: QWidget | None = None, *,
        lone: int = WIDE, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._right_from, self._lone = right_from, lone
        self._seen: tuple[bool, tuple[QWidget, ...]] | None = None
        self._columns: tuple[list[QWidget], list[QWidget]] = ([], [])
        self._boxes = (QVBoxLayout(), QVBoxLayout())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(GAP))
        for box in self._boxes:
            box.setSpacing(theme.px(GAP))
            box.addStretch(1)
            self._row.addLayout(box, 1)
        for card in cards:
            self.add(card)

    def add(self, card: QWidget) -> None:
        """Another card at the end."""
        self._cards.append(card)
        self._boxes[0].insertWidget(self._boxes[0].count() - 1, card)
        self._seen = None

    def columns(self) -> tuple[list[QWidget], list[QWidget]]:
        """What stands left and right."""
        return self._columns

    def read_as(self) -> list[QWidget]:
        """Tab goes down the left column, then down the right one."""
        return self._cards

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: then there is one."""
        return QSize(theme.px(300), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        shown, wide = not_hidden(self._cards), self.width() >= theme.px(TWO)
        if self._seen != (wide, tuple(shown)):
            self._seen = (wide, tuple(shown))
            at = self._split(shown) if wide else len(shown)
            self._place(shown[:at], shown[at:])
        left, right = self._columns
        most = 2 * WIDE + GAP if right else self._lone if len(left) == 1 else WIDE
        self._row.setContentsMargins(0, 0, max(self.width() - theme.px(most), 0), 0)

    def _split(self, shown: Sequence[QWidget]) -> int:
        """Where the right column begins."""
        if self._right_from in shown:
            return shown.index(self._right_from)
        high = [max(card.sizeHint().height(), card.minimumHeight()) for card in shown]
        ways = range(1, len(shown) + 1)
        return min(ways, key=lambda at: max(sum(high[:at]), sum(high[at:])), default=0)

    def _place(self, left: list[QWidget], right: list[QWidget]) -> None:
        self._columns = (left, right)
        for box, cards in zip(self._boxes, self._columns, strict=True):
            for at, card in enumerate(cards):
                if box.indexOf(card) != at:
                    for other in self._boxes:
                        other.removeWidget(card)
                    box.insertWidget(at, card)
        self._row.setStretch(1, 1 if right else 0)
        self._row.setSpacing(theme.px(GAP) if right else 0)
        self.updateGeometry()


def sheet_of(columns: CardColumns, margin: int, *, top: int = 4) -> Scrolled:
    """The columns on the page's ground, with its margins; scrolls where they are too long."""
    sheet = QWidget()
    box = QVBoxLayout(sheet)
    box.setContentsMargins(theme.px(margin), theme.px(top), theme.px(margin), theme.px(20))
    box.setSpacing(0)
    box.addWidget(columns)
    box.addStretch(1)
    return Scrolled(sheet)
