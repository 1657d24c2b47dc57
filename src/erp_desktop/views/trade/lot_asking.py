"""Asking which lots, serial numbers and bins a line of a page is of: a button and Ctrl+L."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from erp_desktop.reports.lot_choices import uses_lots
from erp_desktop.views import wording
from erp_desktop.views.stock.lot_cells import LotPart, packed, unpacked
from erp_desktop.views.stock.lot_entry import LotEntry, Wanted
from erp_desktop.views.trade.deeds import Deed
from erp_desktop.views.trade.pricing import number
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.document_page import ScanBar

if TYPE_CHECKING:
    from erp_desktop.views.trade.free_page import FreePage
    from erp_desktop.views.trade.part_page import PartPage
    from erp_desktop.views.trade.trade_page import TradePage

translate = wording.translate


class LotAsking(QObject):
    """`ask(row)` opens the entry for a line of the page; without a row, for the chosen one."""

    def __init__(self, page: "PartPage", bar: ScanBar) -> None:
        super().__init__(page)
        self._page = page
        self.button = _offered(page, bar, self.ask_chosen)

    def ask_chosen(self) -> None:
        """Ask for the chosen line; without one, for the first of which something is done now."""
        grid = self._page.part
        if grid is None:
            return
        row = grid.currentIndex().row()
        if grid.lines.line(row) is None:
            lines = enumerate(grid.lines.lines())
            row = next((at for at, line in lines if number(line.get("now")) > 0), -1)
        self.ask(row)

    def ask(self, row: int) -> None:
        """Ask for this line."""
        page, grid = self._page, self._page.part
        line = grid.lines.line(row) if grid is not None else None
        if grid is None or line is None or not line.get("product_id"):
            return

        def take(parts: list[LotPart]) -> None:
            grid.lines.write(row, {"lots": packed(parts)})
            grid.clear_refusal(row)

        wanted = Wanted(
            int(str(line["product_id"])), number(line.get("now")), page.fields.place_id() or 0,
            incoming=grid.deed in {Deed.RECEIVE, Deed.TAKE_BACK},
        )  # fmt: skip
        LotEntry(page.office, wanted, unpacked(line.get("lots")), take, page).open()


class DraftLots(QObject):
    """The same for the lines of a paper that is written by hand; `incoming` goods make lots."""

    def __init__(self, page: "FreePage", bar: ScanBar, *, incoming: bool) -> None:
        super().__init__(page)
        self._page, self._incoming = page, incoming
        self.button = _offered(page, bar, self.ask_chosen)

    def ask_chosen(self) -> None:
        """Ask for the chosen line; without one, for the last."""
        grid = self._page.editor.grid
        row = grid.currentIndex().row()
        self.ask(row if grid.lines.line(row) is not None else len(grid.lines.lines()) - 1)

    def ask(self, row: int) -> None:
        """Ask for this line."""
        page, grid = self._page, self._page.editor.grid
        line = grid.lines.line(row)
        if line is None:
            return

        def take(parts: list[LotPart]) -> None:
            grid.lines.write(row, {"lots": packed(parts)})
            grid.clear_refusal(row)

        much = number(line.get("quantity")) * (number(line.get("factor")) or Decimal(1))
        place = page.fields.place_id() or 0
        wanted = Wanted(int(str(line["product_id"])), much, place, incoming=self._incoming)
        LotEntry(page.office, wanted, unpacked(line.get("lots")), take, page).open()


def _offered(page: "TradePage", bar: ScanBar, act: Callable[[], None]) -> Button:
    """The button in the bar and its key; hidden in a shop that has neither lots nor bins."""
    button = Button(translate("Lots", "Lots"), icon="layers", high=36)
    button.setToolTip(translate("Lots", "Lots, serial numbers and bins"))
    button.clicked.connect(act)
    button.setVisible(page.office.ask(uses_lots))
    bar.add(button)
    page.key("Ctrl+L", act)
    return button
