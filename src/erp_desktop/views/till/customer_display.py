"""What the customer sees: the lines as they are scanned, the total, then the change and thanks.

A window of its own: over the whole of a second screen where there is one, else a small one that can
be moved anywhere. It shows prices and names only, never stock or cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from erp_desktop.core.money import money
from erp_desktop.views import figures, memory, theme, wording
from erp_desktop.views.till.showing import customer_total
from erp_desktop.views.widgets import ink

if TYPE_CHECKING:
    from erp_desktop.views.till.page import TillPage

translate = wording.translate
HABIT = "till/customer_display"
Row = tuple[str, str, str]  # name, how many at what price, amount


class CustomerDisplay(QWidget):
    """`show_cart` while it is scanned, `show_end` when it was paid; `closed` by the person."""

    closed = Signal()

    def __init__(self, shop: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._shop, self._rows = shop, list[Row]()
        self._words = self._figure = self._thanks = ""
        self._role = "text"
        self.setWindowTitle(translate("Till", "Customer display"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(QSize(360, 300))
        self.resize(QSize(640, 480))

    def show_cart(self, rows: Sequence[Row], figure: str, words: str = "") -> None:
        """The lines so far and what they come to; none is a greeting."""
        self._rows, self._thanks = list(rows), ""
        words = words or translate("Till", "Total")
        self._words, self._figure, self._role = words, figure, "text"
        self.setAccessibleName(f"{self._words} {figure}")
        self.update()

    def show_end(self, words: str, figure: str) -> None:
        """What comes back, and thanks."""
        self._rows = []
        self._words, self._figure, self._role = words, figure, "ok"
        self._thanks = translate("Till", "Thank you")
        self.setAccessibleName(f"{words} {figure}")
        self.update()

    def rows(self) -> list[Row]:
        """The lines as they are read."""
        return list(self._rows)

    def figure(self) -> str:
        return self._figure

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        painter.fillRect(self.rect(), t.page)
        grow = max(1.0, min(self.width() / 640, self.height() / 480))
        pad, high = 28 * grow, 56 * grow
        head = QRectF(pad, pad * 0.7, self.width() - 2 * pad, 32 * grow)
        ink.text(painter, self._shop, head, theme.Type(round(18 * grow), 600), t.text2)
        foot = QRectF(0, self.height() - 120 * grow, self.width(), 120 * grow)
        painter.fillRect(foot, t.ground)
        painter.fillRect(QRectF(0, foot.y(), self.width(), 1), t.line)
        inner = foot.adjusted(pad, 0, -pad, 0)
        if self._rows or self._thanks:
            kind = theme.Type(round(56 * grow), 700, tabular=True)
            drawn = ink.text(painter, self._figure, inner, kind, getattr(t, self._role), right=True)
            room = inner.adjusted(0, 0, -drawn - pad, 0)
            ink.text(painter, self._words, room, theme.Type(round(22 * grow), 600), t.text)
        room = QRectF(pad, head.bottom() + 12 * grow, head.width(), 0)
        room.setBottom(foot.y() - 8 * grow)
        if self._rows:
            self._paint_rows(painter, room, high, grow)
            return
        said = self._thanks or translate("Till", "Welcome")
        ink.text(painter, said, room, theme.Type(round(36 * grow), 600), t.text, centre=True)

    def _paint_rows(self, painter: QPainter, room: QRectF, high: float, grow: float) -> None:
        """The newest lines; the last one stands out."""
        t = theme.tokens()
        shown = self._rows[-max(1, int(room.height() // high)) :]
        row = QRectF(room.x(), room.y(), room.width(), high)
        for at, (name, much, amount) in enumerate(shown):
            last = at == len(shown) - 1
            if last:
                box = row.adjusted(-12 * grow, 2, 12 * grow, -2)
                ink.frame(painter, box, 8 * grow, t.sel)
            kind = theme.Type(round(20 * grow), 600, tabular=True)
            drawn = ink.text(painter, amount, row, kind, t.text, right=True)
            left = row.adjusted(0, 0, -drawn - 16 * grow, 0)
            used = ink.text(
                painter, much, left, theme.Type(round(16 * grow), 400, tabular=True), t.text2,
                right=True,
            )  # fmt: skip
            left.setRight(left.right() - used - 16 * grow)
            kind = theme.Type(round(20 * grow), 600 if last else 400)
            ink.text(painter, name, left, kind, t.text)
            row.translate(0, high)


class Display:
    """Opens and closes the customer's window, and keeps it up with the cart."""

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self.window: CustomerDisplay | None = None

    def toggle(self) -> None:
        """Open it, or close it; the next start remembers which."""
        if self.window is not None:
            self.window.close()
            return
        memory.remember(HABIT, value=True)
        self.open()

    def open_as_before(self) -> None:
        """Open it as the last time, where it has a screen of its own: over the till it hides it."""
        if len(QGuiApplication.screens()) < 2:
            return
        if str(memory.recalled(HABIT, "false")).lower() == "true" and self.window is None:
            self.open()

    def open(self) -> None:
        page = self._page
        self.window = CustomerDisplay(page.facts.shop)
        self.window.closed.connect(self._closed)
        self.show(page)
        own = page.window().screen()
        other = next((one for one in QGuiApplication.screens() if one is not own), None)
        if other is not None:
            self.window.setGeometry(other.geometry())
            self.window.showFullScreen()
        else:
            self.window.show()
        page.strip.display.setChecked(True)

    def show(self, page: TillPage) -> None:
        """The cart as it is now, or the end of the one before."""
        window = self.window
        if window is None:
            return
        cart, facts = page.cart, page.facts
        if page.face.sold and not cart.lines:
            window.show_end(*page.face.sold)
            return
        priced = cart.amounts(facts)
        rows = []
        for line, amount in zip(cart.lines, priced.lines, strict=True):
            worth = money(amount.total if facts.tax_included else amount.net, facts.places)
            much = f"{figures.quantity(line.quantity)} × {figures.price(line.price)}"
            rows.append((line.name, much, figures.money(worth)))
        let_off = cart.let_off(facts, page.money.method())
        total = money(priced.total, facts.places) - let_off
        words, figure = customer_total(cart, total)
        window.show_cart(rows, figures.money_with_sign(figure), words)

    def put_away(self) -> None:
        """The till is closed: its window goes as well, and comes back with it."""
        window, self.window = self.window, None
        if window is not None:
            window.closed.disconnect(self._closed)
            window.close()
            window.deleteLater()

    def _closed(self) -> None:
        window, self.window = self.window, None
        memory.remember(HABIT, value=False)
        self._page.strip.display.setChecked(False)
        if window is not None:
            window.deleteLater()
