"""Tiles in as many columns as there is room for, so that no tile must cut its words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from erp_desktop.views import theme

MOST = 4


def not_hidden(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Those that nobody hid; what was not shown yet counts as shown."""
    said = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    return [one for one in widgets if not (one.isHidden() and one.testAttribute(said))]


class TileGrid(QWidget):
    """Lays tiles out anew when its width changes; the widest tile decides how many fit."""

    def __init__(
        self, tiles: Sequence[QWidget], most: int = MOST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tiles, self._most = tuple(tiles), most
        self._placed: tuple[int, tuple[QWidget, ...]] = (0, ())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._place(most)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        gap, shown = self._grid.spacing(), self._shown()
        widest = max((tile.sizeHint().width() for tile in shown), default=1)
        most = max(min(self._most, len(shown)), 1)
        self._place(max(min((self.width() + gap) // (widest + gap), most), 1))

    def _shown(self) -> tuple[QWidget, ...]:
        """The tiles that nobody hid; the others leave no hole."""
        return tuple(not_hidden(self._tiles))

    def _place(self, columns: int) -> None:
        shown = self._shown()
        if self._placed == (columns, shown):
            return
        self._placed = (columns, shown)
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        for at, tile in enumerate(shown):
            self._grid.addWidget(tile, at // columns, at % columns)
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self.updateGeometry()
