"""Pieces of the count page: the progress, the figures, and how a difference is painted."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell, Kind
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.cards.figure_strip import Figure, FigureStrip
from erp_desktop.views.widgets import ink
from erp_desktop.views.widgets.faces import FigureFace
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import Surface

translate = wording.translate
Row = tuple[Cell, ...]


class DifferenceFace(FigureFace):
    """+2 in green, −1 in red, nothing as a dash."""

    def words(self, row: Row) -> str:
        cell = row[self.at]
        words = super().words(row)
        return f"+{words}" if isinstance(cell, Decimal) and cell > 0 else words

    def colour(self, row: Row) -> QColor:
        cell = row[self.at]
        good = isinstance(cell, Decimal) and cell > 0 and self.column.kind is Kind.QUANTITY
        return theme.tokens().ok if good else super().colour(row)


class Progress(QWidget):
    """How many of how many, with a bar: green what agrees, amber what differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = self._whole = self._differing = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.worn.changed.connect(self.updateGeometry)

    def say(self, done: int, whole: int, differing: int) -> None:
        self._done, self._whole, self._differing = done, whole, differing
        words = translate("Count", "{0} of {1} counted").format(done, whole)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(62))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tokens()
        wide = self.width() - theme.px(24)
        row = QRectF(0, 0, wide, theme.px(20))
        ink.text(painter, translate("Count", "Progress"), row, theme.HINT, t.text2)
        row = QRectF(0, theme.px(20), wide, theme.px(28))
        drawn = ink.text(painter, figures.number(self._done), row, theme.FIGURE_TITLE, t.text)
        words = translate("Count", "/ {0} products").format(figures.number(self._whole))
        below = row.adjusted(drawn + theme.px(6), theme.px(3), 0, theme.px(3))
        ink.text(painter, words, below, theme.BODY, t.text2)
        bar = QRectF(0, theme.px(53), wide, theme.px(7))
        whole = max(self._whole, 1)
        ink.bar(painter, bar, min(self._done / whole, 1), t.warn if self._differing else t.ok)
        if self._differing and self._done > self._differing:
            share = (self._done - self._differing) / whole
            painter.setClipRect(QRectF(bar.x(), bar.y(), bar.width() * share, bar.height()))
            ink.bar(painter, bar, min(self._done / whole, 1), t.ok)


class CountStrip(Surface):
    """Progress left; what agrees, what differs and what it is worth right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", "b", parent)
        self.progress, self.strip = Progress(), FigureStrip()
        row = QHBoxLayout(self)
        margin = theme.px(PAGE_MARGIN)
        row.setContentsMargins(margin, theme.px(6), margin, theme.px(14))
        row.setSpacing(theme.px(12))
        row.addWidget(self.progress, 4)
        row.addWidget(self.strip, 9)

    def show_count(
        self, whole: int, found: list[tuple[Decimal, Decimal, bool]], *, hidden: bool
    ) -> None:
        """`found` are (difference, worth, whether it differs) of what was counted: the weight may
        agree where the pieces do not. Hidden shows the progress only."""
        differing = [one for one in found if one[2]]
        self.progress.say(len(found), whole, 0 if hidden else len(differing))
        self.strip.setVisible(not hidden)
        if hidden:
            return
        more = [worth for difference, worth, _ in differing if difference > 0]
        less = [worth for difference, worth, _ in differing if difference < 0]
        agreed = len(found) - len(differing)
        self.strip.show_figures(
            (
                Figure(translate("Count", "Agree"), figures.number(agreed), role="ok"),
                Figure(
                    translate("Count", "Differ"), figures.number(len(differing)),
                    role="warn" if differing else "text",
                ),
                _worth(translate("Count", "Surplus"), more, "text"),
                _worth(translate("Count", "Shortage"), less, "bad"),
                _worth(translate("Count", "Net"), [*more, *less], "text"),
            )
        )  # fmt: skip


def _worth(title: str, amounts: list[Decimal], role: str) -> Figure:
    whole = sum(amounts, ZERO)
    words = figures.money_with_sign(whole) if amounts else figures.ZERO_WORD
    sign = "+" if whole > 0 else ""
    note = products_words(len(amounts)) if amounts else ""
    return Figure(title, sign + words, note=note, role=role if amounts else "text3", cost=True)


def products_words(count: int) -> str:
    """So many products, also when it is one."""
    words = translate("Count", "1 product") if count == 1 else translate("Count", "{0} products")
    return words.format(figures.number(count))
