"""Refusals directly under the lines of a grid: a banner each, which makes room for itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from erp_desktop.views import theme
from erp_desktop.views.widgets.banner import Answer, Banner
from erp_desktop.views.widgets.line_editors import LINE_HEIGHT

if TYPE_CHECKING:
    from erp_desktop.views.widgets.lines_grid import LinesGrid

REFUSAL_HEIGHT = 48


class LineRefusals(QObject):
    """`say` puts a banner under a line, `clear` takes it away; `settle` after the lines moved."""

    def __init__(self, grid: "LinesGrid") -> None:
        super().__init__(grid)
        self._grid = grid
        self._banners: dict[int, Banner] = {}
        self._roles: dict[int, tuple[str, str]] = {}  # by row: a colour, and the cell it is about

    def __contains__(self, row: object) -> bool:
        return row in self._banners

    def rows(self) -> list[int]:
        return sorted(self._banners)

    def border(self, row: int, key: str) -> str:
        """The colour of a cell's border, by its role: a refusal may be about one cell alone."""
        role, cell = self._roles.get(row, ("line2", ""))
        return role if cell in {"", key} else "line2"

    def say(
        self, row: int, sentence: str, answers: Sequence[Answer], *, serious: bool, focus: bool,
        cell: str = "",
    ) -> None:  # fmt: skip
        """Say under a line why not."""
        self._roles[row] = ("bad" if serious else "warn", cell)
        banner = self._banners.get(row)
        if banner is None:
            banner = Banner(self._grid.viewport())
            banner.installEventFilter(self)
            self._banners[row] = banner
        high = theme.px(LINE_HEIGHT) + theme.px(REFUSAL_HEIGHT)
        self._grid.setRowHeight(row, high)
        banner.refuse(sentence, answers, serious=serious, focus=focus)
        self._grid.scrollTo(self._grid.lines.index(row, 1))
        self.settle()

    def clear(self, row: int) -> None:
        self._roles.pop(row, None)
        banner = self._banners.pop(row, None)
        if banner is not None:
            banner.removeEventFilter(self)
            banner.hide()
            banner.deleteLater()
            self._grid.setRowHeight(row, theme.px(LINE_HEIGHT))
            self.settle()

    def clear_all(self) -> None:
        for row in list(self._banners):
            self.clear(row)

    def settle(self) -> None:
        """Put every banner under its line."""
        high, wide = theme.px(LINE_HEIGHT), self._grid.viewport().width()
        for row, banner in self._banners.items():
            top = self._grid.rowViewportPosition(row) + high
            banner.setGeometry(0, top, wide, theme.px(REFUSAL_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A banner that was answered, or closed with Esc, gives its room back."""
        if event.type() == QEvent.Type.HideToParent:
            row = next((row for row, own in self._banners.items() if own is watched), -1)
            if row >= 0:
                QTimer.singleShot(0, self, self._tidy)
        return super().eventFilter(watched, event)

    def _tidy(self) -> None:
        for row in [row for row, banner in self._banners.items() if banner.isHidden()]:
            self.clear(row)
