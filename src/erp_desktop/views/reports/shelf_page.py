"""The shelf of reports: by room, each with a line that says what it answers."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from erp_desktop.reports.registry import REPORTS
from erp_desktop.views import costs, icons, theme, wording
from erp_desktop.views.cards.scrolled import Scrolled
from erp_desktop.views.cards.tile_grid import TileGrid
from erp_desktop.views.office import Office
from erp_desktop.views.reports.pack_dialog import PackDialog
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.fields import Label
from erp_desktop.views.widgets.page import PAGE_MARGIN, Page

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP

# Which room a report stands in, and its icon; one that is not named here stands in the last room.
ROOMS: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    (mark("Report", "Selling"), {
        "sales": "receipt-text", "sales-by-product": "chart-column", "profit": "trending-up",
        "profit-by-day": "calendar-days", "cost-of-sales": "coins",
        "back-orders": "timer", "price-list": "tags",
    }),
    (mark("Report", "Stock"), {
        "stock": "boxes", "valuation": "scale", "valuation-by-category": "chart-pie",
        "stock-ledger": "scroll-text", "stock-movements": "arrow-left-right",
        "stock-value": "scale", "negative-stock": "triangle-alert",
        "availability": "calendar-clock", "ageing": "calendar-days", "abc": "chart-pie",
        "turnover": "trending-up", "slow-stock": "timer", "shrinkage": "trending-down",
        "out-of-stock": "triangle-alert", "count-accuracy": "list-checks",
        "count-reasons": "list-checks", "restated": "history",
        "stock-by-lot": "layers", "expiry": "timer",
    }),
    (mark("Report", "Buying"), {"purchases": "truck", "replenishment": "shopping-cart",
                              "matching": "list-checks", "requirements": "calendar-days"}),
    (mark("Report", "Money"), {
        "receivables": "hand-coins", "payables": "wallet", "receivables-by-age": "calendar-days",
        "payables-by-age": "calendar-days", "statement": "scroll-text", "expenses": "coins",
        "expense-papers": "receipt-text", "cash": "banknote", "reconciliation": "list-checks",
        "journal": "notebook-text", "trial-balance": "landmark",
    }),
)  # fmt: skip

# These are asked from a lot's own page.
OF_A_LOT: Final = frozenset({"trace", "recall"})

HINTS: Final[dict[str, str]] = {
    "sales": mark("Report", "Every sale, invoice and return"),
    "sales-by-product": mark("Report", "What sold, and what it earned"),
    "price-list": mark("Report", "What everything costs, at retail and on each level"),
    "profit": mark("Report", "Sales, costs and expenses by month, down to the net profit"),
    "profit-by-day": mark("Report", "Sales, cost and gross profit by day"),
    "cost-of-sales": mark("Report", "What the goods cost that left"),
    "stock": mark("Report", "How much is where, now or on any day"),
    "valuation": mark("Report", "What the stock is worth, now or on any day"),
    "valuation-by-category": mark("Report", "The stock's worth by category"),
    "stock-ledger": mark("Report", "Every move of a product, with its balance"),
    "stock-movements": mark("Report", "Opening, in, out and closing of a period"),
    "stock-value": mark("Report", "The stock's worth at the end of a period"),
    "negative-stock": mark("Report", "What was sold without being there"),
    "ageing": mark("Report", "How long the goods have been here"),
    "abc": mark("Report", "Which products make the takings"),
    "turnover": mark("Report", "How often the stock is sold in a year"),
    "slow-stock": mark("Report", "What was not sold for ninety days"),
    "shrinkage": mark("Report", "What went missing or was written off, and why"),
    "out-of-stock": mark("Report", "Days without stock, and what they cost in sales"),
    "count-accuracy": mark("Report", "How right the counts were, month by month"),
    "count-reasons": mark("Report", "Why counts differed"),
    "restated": mark("Report", "Which costs a later document changed"),
    "stock-by-lot": mark("Report", "What lies in which bin, and of which lot"),
    "expiry": mark("Report", "What must be sold until when, and what it is worth"),
    "availability": mark("Report", "What may still be promised, day by day"),
    "back-orders": mark("Report", "Which orders wait, for what, and until when"),
    "purchases": mark("Report", "Every receipt, bill and return to suppliers"),
    "replenishment": mark("Report", "What falls short, and how much to order"),
    "matching": mark("Report", "What was ordered, what came, what was billed"),
    "requirements": mark("Report", "What orders will need, day by day"),
    "receivables": mark("Report", "Who owes us, and for how long"),
    "payables": mark("Report", "Whom we owe, and for how long"),
    "receivables-by-age": mark("Report", "What each customer owes, by how late it is"),
    "payables-by-age": mark("Report", "What we owe each supplier, by how late it is"),
    "statement": mark("Report", "A partner's papers with the balance, to print and send"),
    "expenses": mark("Report", "What was spent on what, month by month"),
    "expense-papers": mark("Report", "Every expense, with the tax in it"),
    "cash": mark("Report", "Money that came and went"),
    "reconciliation": mark("Report", "From the balance in the books to that at the bank"),
    "journal": mark("Report", "Every line of the money ledger"),
    "trial-balance": mark("Report", "All accounts: opening, turnover, closing"),
}


class ReportTile(QAbstractButton):
    """A report on the shelf."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._icon, self._hovered = name, icon, False
        self.setText(wording.title(REPORTS[name].title))
        self._hint = translate("Report", HINTS.get(name, ""))
        self.setAccessibleName(f"{self.text()}: {self._hint}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = max(theme.width(theme.BOLD, self.text()), theme.width(theme.HINT, self._hint))
        return QSize(max(theme.px(260), round(words) + theme.px(60)), theme.px(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(60))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        ground = t.hover if self._hovered else t.raised
        ink.frame(painter, self.rect(), theme.px(8), ground, t.line)
        size, middle = theme.px(18), self.height() / 2
        box = QRectF(theme.px(16), round(middle - size / 2), size, size)
        icons.draw(painter, self._icon, t.accent_text if self._hovered else t.text2, box)
        line = theme.px(19)
        words = QRectF(theme.px(48), middle - line, self.width() - theme.px(56), line)
        ink.text(painter, self.text(), words, theme.BOLD, t.text)
        ink.text(painter, self._hint, words.translated(0, line), theme.HINT, t.text2)
        if self.hasFocus():
            ink.focus_ring(painter, self.rect(), theme.px(8))


class ShelfPage(Page):
    """All reports, and the accountant's pack."""

    def __init__(self, office: Office) -> None:
        super().__init__(office, translate("Page", "Reports"))
        self._role = "ground"
        self.tiles: list[ReportTile] = []
        if costs.seen():
            self.action(
                translate("Report", "Accountant's pack"), self.show_pack,
                look=Look.PRIMARY, icon="file-spreadsheet",
            )  # fmt: skip
        sheet = QWidget()
        box = QVBoxLayout(sheet)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, 0, margin, margin)
        box.setSpacing(theme.px(8))
        for title, names in _rooms():
            box.addWidget(Label(title, theme.PANEL))
            box.addWidget(self._room(names))
            box.addSpacing(theme.px(12))
        box.addStretch(1)
        self.body.addWidget(Scrolled(sheet), 1)

    def _room(self, names: dict[str, str]) -> TileGrid:
        tiles = [ReportTile(name, icon) for name, icon in names.items()]
        for tile in tiles:
            tile.clicked.connect(self._open)
        self.tiles += tiles
        return TileGrid(tiles)

    def _open(self) -> None:
        tile = self.sender()
        if isinstance(tile, ReportTile):
            self.wanted.emit("report", tile.name)

    def show_pack(self) -> None:
        dialog = PackDialog(self.office, self)
        dialog.written.connect(self._say)
        dialog.open()

    def _say(self, words: str) -> None:
        self.said.emit(words, "", None)


def _rooms() -> list[tuple[str, dict[str, str]]]:
    """The rooms with the reports there are; a new report stands in the last one."""
    placed = {name for _, names in ROOMS for name in names}
    rest = {name: "chart-column" for name in REPORTS if name not in placed | OF_A_LOT}
    found = []
    for at, (title, names) in enumerate(ROOMS):
        there = {name: icon for name, icon in names.items() if name in REPORTS}
        if at + 1 == len(ROOMS):
            there |= rest
        if not costs.seen():
            there = {name: icon for name, icon in there.items() if not REPORTS[name].costs}
        found.append((translate("Report", title), there))
    return found
