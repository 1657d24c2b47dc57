"""What a clerk should hear while an order is typed: less is there than is promised.

It is said under the line, in amber, and takes nobody's keyboard away; *sell anyway* silences it for
the quantity that was agreed to, and more than that is said again.
"""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QObject

from erp_desktop.core.table import Cell
from erp_desktop.views import figures, wording
from erp_desktop.views.trade.answers import Then
from erp_desktop.views.trade.draft_grid import DraftGrid
from erp_desktop.views.trade.pricing import number
from erp_desktop.views.trade.trade_page import TradePage
from erp_desktop.views.widgets.banner import Answer

translate = wording.translate


class ShortAdvice(QObject):
    """Watches the lines of a sales order that is being written."""

    def __init__(self, page: TradePage, grid: DraftGrid) -> None:
        super().__init__(grid)
        self._page, self._grid = page, grid
        self._said: dict[int, str] = {}
        grid.changed.connect(self.look)

    def look(self) -> None:
        """Say what is short, and be silent about what is not any more."""
        lines = self._grid.lines.lines()
        now = {row: self._sentence(line) for row, line in enumerate(lines) if _is_short(line)}
        for row in [row for row in self._said if now.get(row) != self._said[row]]:
            self._grid.clear_refusal(row)
        standing = set(self._grid.refused_rows())
        for row, sentence in now.items():
            if row not in standing:
                self._grid.refuse(
                    row, sentence, self._answers(row, lines[row]), serious=False, focus=False,
                    cell="quantity",
                )  # fmt: skip
        self._said = now

    @staticmethod
    def _sentence(line: Mapping[str, Cell]) -> str:
        words = translate("Trade", "{0}: only {1} {2} available, this order wants {3}.")
        here = max(number(line.get("stock")), Decimal(0))
        return words.format(
            line.get("product"), figures.quantity(here), line.get("unit") or "",
            figures.quantity(number(line.get("quantity"))),
        )  # fmt: skip

    def _answers(self, row: int, line: Mapping[str, Cell]) -> list[Answer]:
        here, wanted = number(line.get("stock")), number(line.get("quantity"))
        more = Answer(translate("Trade", "Order more"), Then(self._page.order_more, row))
        let = Then(self._grid.lines.write, row, {"let": wanted})
        anyway = Answer(translate("Trade", "Sell anyway"), let)
        if here <= 0:
            return [more, anyway]
        words = translate("Trade", "Sell {0}").format(figures.quantity(here))
        return [Answer(words, Then(self._page.set_now, row, here)), more, anyway]


def _is_short(line: Mapping[str, Cell]) -> bool:
    """More is promised than there is, and nobody said that it shall be so."""
    stock, wanted = line.get("stock"), number(line.get("quantity"))
    return isinstance(stock, Decimal) and wanted > stock and wanted > number(line.get("let"))
