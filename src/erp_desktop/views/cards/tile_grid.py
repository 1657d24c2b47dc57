"""Tiles in as many columns as there is room for, so that no tile must cut its words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from erp_desktop.views import theme

MOST = 4


class TileGrid(QWidget):
    """Lays tiles out anew when its width changes; the widest tile decides how many fit."""

    def __init__(
        self, tiles: Sequence[QWidget], most: int = MOST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tiles, self._most = tuple(tiles), most
        self._columns = 0
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
        gap = self._grid.spacing()
        widest = max((tile.sizeHint().width() for tile in self._tiles), default=1)
        self._place(max(min((self.width() + gap) // (widest + gap), self._most), 1))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, at // columns, at % columns)
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self.updateGeometry()
