"""The big keys (大键模式): products as tiles with their pictures, by category, for a finger.

Everything on it is at least 44 high. Scanner and keyboard go on working: no tile takes the focus.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from erp_desktop.reports import till_board
from erp_desktop.reports.till_board import BoardWare, Group
from erp_desktop.services.shop.pictures import picture
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.office import Office
from erp_desktop.views.till.tiles import IconTile, Tile
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate
WIDE, HIGH, GAP = 148, 116, 8
_TONES = (
    theme.Tone.BLUE, theme.Tone.GREEN, theme.Tone.AMBER, theme.Tone.VIOLET, theme.Tone.RED,
    theme.Tone.NEUTRAL,
)  # fmt: skip


class GroupTile(Tile):
    """A category to choose."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(group.name or translate("Till", "All"), 44, parent)
        self.category = group
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class WareTile(Tile):
    """A product: its picture or its first letter on its category's colour, name and price."""

    def __init__(self, ware: BoardWare, picture: QPixmap | None, parent: QWidget | None = None):
        super().__init__(ware.name, HIGH, parent)
        self.ware, self._picture = ware, picture
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{ware.name} {figures.price(ware.price)}")

    def paint_content(self, painter: QPainter, colour: QColor) -> None:
        t, pad = theme.tokens(), theme.px(8)
        top = QRectF(pad, pad, self.width() - 2 * pad, self.height() - theme.px(56))
        if self._picture is not None and not self._picture.isNull():
            size = self._picture.size().scaled(
                top.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            left = top.center().x() - size.width() / 2
            where = QRectF(left, top.y(), size.width(), size.height())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(where, self._picture, QRectF(self._picture.rect()))
        else:
            pair = t.chips[_TONES[(self.ware.category_id or 0) % len(_TONES)]]
            ink.frame(painter, top, theme.px(6), pair.ground)
            initial = self.ware.name[:1].upper()
            ink.text(painter, initial, top, theme.Type(24, 600), pair.text, centre=True)
        name = QRectF(pad, self.height() - theme.px(46), self.width() - 2 * pad, theme.px(20))
        ink.text(painter, self.ware.name, name, theme.BODY, colour)
        price = name.translated(0, theme.px(20))
        kind = theme.Type(14, 600, tabular=True)
        ink.text(painter, figures.price(self.ware.price), price, kind, t.text)
        if self.ware.goods:
            held = figures.quantity(self.ware.on_hand)
            short = self.ware.on_hand <= 0
            role = t.bad if short else t.text3
            ink.text(painter, held, price, theme.HINT, role, right=True)


class TouchBoard(Surface):
    """Categories above, tiles below, pages as many as it takes; `wanted(product id)`."""

    wanted = Signal(int)

    def __init__(self, office: Office, place_id: int, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "", parent)
        self._office, self._place_id = office, place_id
        self._group: int | None = None
        self._first, self._fits, self._beside = 0, (3, 4), 0
        self.groups: list[GroupTile] = []
        self.tiles: list[WareTile] = []
        self._pictures: dict[int, QPixmap] = {}
        self._heads, self._grid = QGridLayout(), QGridLayout()
        self.before = IconTile("chevron-left", translate("Till", "Page before"))
        self.after = IconTile("chevron-right", translate("Till", "Next page"))
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        for one in (self._heads, self._grid):
            one.setSpacing(theme.px(GAP))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.px(12), 0)
        box.setSpacing(theme.px(10))
        box.addLayout(self._heads)
        box.addLayout(self._grid, 1)
        turn = QHBoxLayout()
        turn.addStretch(1)
        turn.addWidget(self.before)
        turn.addWidget(self.after)
        box.addLayout(turn)

    def load(self) -> None:
        """Show categories and products as they are now."""
        groups = self._office.ask(till_board.groups)
        if [one.category for one in self.groups] != groups:
            self._show_groups(groups)
        self._pictures.clear()
        self._fill()

    def choose(self, category_id: int | None) -> None:
        """Show one category; None is all."""
        self._group, self._first = category_id, 0
        for tile in self.groups:
            tile.setChecked(tile.category.id == category_id)
        self._fill()

    def _show_groups(self, groups: Sequence[Group]) -> None:
        _clear(self._heads, self.groups)
        self.groups = [GroupTile(one) for one in groups]
        wide = self._beside = self._heads_in_a_row()
        for column in range(self._heads.columnCount()):
            self._heads.setColumnStretch(column, int(column < wide))
        for at, tile in enumerate(self.groups):
            tile.setChecked(tile.category.id == self._group)
            tile.clicked.connect(self._chosen)
            self._heads.addWidget(tile, at // wide, at % wide)

    def _heads_in_a_row(self) -> int:
        """How many categories fit beside each other with their words whole."""
        widest = max((theme.width(theme.EMPHASIS, one.text()) for one in self.groups), default=0)
        room = max(self.width() - theme.px(12), 1)
        return max(2, min(len(self.groups), room // (round(widest) + theme.px(24 + GAP))))

    def _fill(self) -> None:
        across, down = self._fits
        shown = across * down
        found = self._office.ask(
            till_board.wares, self._place_id, self._group, shown + 1, self._first
        )
        _clear(self._grid, self.tiles)
        self.tiles = [WareTile(one, self._picture(one)) for one in found[:shown]]
        for at, tile in enumerate(self.tiles):
            tile.clicked.connect(self._picked)
            self._grid.addWidget(tile, at // across, at % across)
        for column in range(max(across, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < across))
        for row in range(max(down + 1, self._grid.rowCount())):
            self._grid.setRowStretch(row, int(row == down))
        self.before.setEnabled(self._first > 0)
        self.after.setEnabled(len(found) > shown)

    def _picture(self, ware: BoardWare) -> QPixmap | None:
        if not ware.pictured:
            return None
        if ware.id not in self._pictures:
            made = QPixmap()
            made.loadFromData(self._office.ask(picture, f"product:{ware.id}") or b"")
            self._pictures[ware.id] = made
        return self._pictures[ware.id]

    def _chosen(self) -> None:
        tile = self.sender()
        if isinstance(tile, GroupTile):
            self.choose(tile.category.id)

    def _picked(self) -> None:
        tile = self.sender()
        if isinstance(tile, WareTile):
            self.wanted.emit(tile.ware.id)

    def _back(self) -> None:
        self._first = max(0, self._first - self._fits[0] * self._fits[1])
        self._fill()

    def _on(self) -> None:
        self._first += self._fits[0] * self._fits[1]
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = max(2, self.width() // theme.px(WIDE + GAP))
        down = max(2, (self.height() - theme.px(130)) // theme.px(HIGH + GAP))
        if (across, down) != self._fits:
            self._fits, self._first = (across, down), 0
            if self.isVisible():
                self._fill()
        if self.groups and self._heads_in_a_row() != self._beside:
            self._show_groups([one.category for one in self.groups])


def _clear(grid: QGridLayout, tiles: Sequence[QWidget]) -> None:
    for tile in tiles:
        grid.removeWidget(tile)
        tile.hide()
        tile.deleteLater()
