"""The white card of the till: carts as tabs above it, the open cart, quick items at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from erp_desktop.core import clock
from erp_desktop.reports.till_rows import Ware
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.till.cart_view import CartView
from erp_desktop.views.till.tiles import CartTab, IconTile, QuickItem
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.panels import EmptyState, Surface

translate = wording.translate
HOUR = 60  # minutes


class CartTabs(QWidget):
    """The open cart and the held ones; `resumed(at)` of a held one, `added` for a new cart."""

    resumed = Signal(int)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(6))
        self.plus = IconTile("plus", translate("Till", "New cart"))
        self.plus.clicked.connect(self.added)
        self._tabs: list[CartTab] = []
        self._shown: tuple[str, int, list[tuple[str, str]]] = ("", -1, [])
        self._row.addWidget(self.plus)
        self._row.addStretch(1)
        self.setFixedHeight(theme.px(40))

    def show_carts(self, own: str, lines: int, held: Sequence[tuple[str, str]]) -> None:
        """What the open cart is called, its lines, and (name, what to know) of each held one."""
        if (own, lines, list(held)) == self._shown:
            return
        self._shown = (own, lines, list(held))
        for old in self._tabs:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        many = translate("Till", "1 line") if lines == 1 else translate("Till", "{0} lines")
        first = CartTab(own, many.format(lines), held=False)
        self._tabs = [first, *(CartTab(name, words, held=True) for name, words in held)]
        for at, tab in enumerate(self._tabs):
            self._row.insertWidget(at, tab)
            tab.clicked.connect(self._clicked)
            tab.show()

    def _clicked(self) -> None:
        at = next((at for at, tab in enumerate(self._tabs) if tab is self.sender()), 0)
        if at:
            self.resumed.emit(at - 1)


def held_words(customer: str, held_at: int | None, total: str) -> tuple[str, str]:
    """What a held cart's tab says: whose or since when, and how much."""
    minutes = max((clock.now() - (held_at or clock.now())) // 60, 0)
    if customer:
        if not minutes:
            return customer, translate("Till", "{0}, held just now").format(total)
        if minutes < HOUR:
            return customer, translate("Till", "{0}, held {1} min").format(total, minutes)
        said = translate("Till", "{0}, held {1} h {2} min")
        return customer, said.format(total, minutes // HOUR, minutes % HOUR)
    at = clock.local_time(held_at or clock.now())
    return translate("Till", "Held {0}").format(f"{at:%H:%M}"), total


class QuickItems(Surface):
    """What is often sold without a code to scan; `wanted(product id)`."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", "t", parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(Label(translate("Till", "Quick items"), theme.BODY, "text2"))
        self._row.addSpacing(theme.px(6))
        self._shown: tuple[int, ...] = ()
        self._any = self._beside = False
        self._tiles: list[QuickItem] = []
        self.hide()

    def show_wares(self, wares: Sequence[Ware]) -> None:
        """Offer these; the strip is not there when there are none."""
        shown = tuple(ware.id for ware in wares)
        self._any = bool(wares)
        self.setVisible(self._any and not self._beside)
        if shown == self._shown:
            return
        for old in self._tiles:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = shown
        self._tiles = [QuickItem(ware.name, figures.price(ware.price)) for ware in wares]
        for tile in self._tiles:
            tile.clicked.connect(self._clicked)
            self._row.addWidget(tile, 1)

    def stand_beside(self, *, board: bool) -> None:
        """Beside the big keys they are not needed: those show every product."""
        self._beside = board
        self.setVisible(self._any and not board)

    def _clicked(self) -> None:
        at = next((at for at, tile in enumerate(self._tiles) if tile is self.sender()), -1)
        if at >= 0:
            self.wanted.emit(self._shown[at])


class CartCard(QWidget):
    """The sheet below the tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.quick = CartView(), QuickItems()
        hint = translate("Till", "A name, a code or initials will do as well.")
        self._empty = EmptyState("scan-barcode", translate("Till", "Scan the first product"), hint)
        self._back = EmptyState("undo-2", translate("Till", "Scan what comes back"), hint)
        sheet = QWidget()
        self._stack = QStackedLayout(sheet)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._back)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, theme.px(4), 1, theme.px(4))
        box.setSpacing(0)
        box.addWidget(sheet, 1)
        box.addWidget(self.quick)

    def show_empty(self, *, empty: bool, returning: bool = False) -> None:
        self._stack.setCurrentIndex((2 if returning else 0) if empty else 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        ink.frame(painter, QRectF(self.rect()), theme.px(8), t.page, t.line)
