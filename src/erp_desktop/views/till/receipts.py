"""Receipts of the till: printed at once on the printer chosen for them; without one, offered.

A printer is chosen once, in the preview; from then on nothing is asked. No file is written that
nobody asked for.
"""

from collections.abc import Callable
from typing import Final

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind
from erp_desktop.views import devices, memory, print_queue, wording
from erp_desktop.views.printing import Printed, Printing
from erp_desktop.views.widgets.page import Page
from erp_desktop.views.widgets.toast import WithOffer

translate = wording.translate
PAPERS: Final = {Kind.SALE: "receipt", Kind.SALES_RETURN: "return-receipt"}


def chosen_printer(kind: Kind) -> str:
    """The printer chosen for these receipts, else for those of sales; empty when none was."""
    own = memory.recalled(f"printing/{PAPERS[kind]}/printer")
    usual = devices.usual_for(PAPERS[kind])
    return str(memory.recalled("printing/receipt/printer", usual) if own is None else own)


def print_paper(page: Page, kind: str, document_id: int) -> None:
    """Print a paper of the drawer on the receipt printer; nothing where there is none."""
    printer = str(memory.recalled(f"printing/{kind}/printer", "") or chosen_printer(Kind.SALE))
    if not printer:
        return
    try:
        Printing(page.office).print_now(kind, document_id, printer)
    except RuleBroken as broken:
        page.said.emit(wording.explain(broken), "", None)


class Receipt:
    """The receipt of a sale or a return, over the page that posted it."""

    def __init__(self, page: Page, kind: Kind, document_id: int, *, cash: bool = True) -> None:
        self._page, self._window = page, page.window()  # the page may be closed when it is shown
        self._printing = Printing(page.office)
        self._kind, self._id, self._cash = kind, document_id, cash
        self.printer = chosen_printer(kind)

    def offered_with(self, undo: Callable[[], object]) -> Callable[[], object]:
        """The way back, and beside it the receipt where it is not printed by itself."""
        if self.printer:
            return undo
        return WithOffer(undo, translate("Till", "Receipt"), self.show)

    def print_quietly(self) -> None:
        """Print where a printer was chosen; only paper that did not come out is told.

        Cash opens the drawer, with a receipt or without.
        """
        if not self.printer:
            if self._cash:
                print_queue.open_drawer()
            return
        try:
            printed = self._print(drawer=self._cash)
        except RuleBroken as broken:
            self._page.said.emit(wording.explain(broken), "", None)
            return
        if printed.path is not None:
            self._page.said.emit(printed.words, "", None)

    def again(self) -> None:
        """Print it and say so, or show it where no printer was chosen."""
        try:
            if self.printer:
                self._page.said.emit(self._print().words, "", None)
            else:
                self.show()
        except RuleBroken as broken:
            self._page.said.emit(wording.explain(broken), "", None)

    def show(self) -> None:
        """Open the preview; there a printer is chosen for the next ones."""
        self._printing.preview(self._window, PAPERS[self._kind], self._id)

    def _print(self, *, drawer: bool = False) -> Printed:
        kind = PAPERS[self._kind]
        return self._printing.print_now(kind, self._id, self.printer, drawer=drawer)
