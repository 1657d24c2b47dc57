"""Changing products in their list: cells typed or pasted, each step with its way back.

*Edit* turns the cells that may be changed into fields. Enter goes on below, Ctrl+Enter puts what
was typed into all chosen rows, Ctrl+V lays cells from a spreadsheet over the list after a look at
what they would change. Ctrl+Z and Ctrl+Y go back and forth; nothing is overwritten that somebody
else changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from erp_desktop.core.errors import RuleBroken
from erp_desktop.services.catalogue.changing import (
    ProductCells,
    ProductChange,
    categories,
    cells_by_sku,
    change_products,
    product_cells,
)
from erp_desktop.views import figures, wording
from erp_desktop.views.catalogue.cell_plans import FIELDS, Plan, planned
from erp_desktop.views.catalogue.change_preview import ChangePreview
from erp_desktop.views.catalogue.pasting import by_place, by_titles, sheet_of, titled
from erp_desktop.views.widgets.list_editing import CellEditors

if TYPE_CHECKING:
    from erp_desktop.views.widgets.list_page import ListPage

translate = wording.translate
Changes = Sequence[ProductChange]


class ProductChanges(QObject):
    """Belongs to the list of products; `edit(on)` shows the fields."""

    def __init__(self, page: ListPage) -> None:
        super().__init__(page)
        self._page = page
        self._done: list[Changes] = []
        self._undone: list[Changes] = []
        self.editors = CellEditors(page.view, list(FIELDS), {"category": self._categories})
        self.editors.typed.connect(self.type_cell)

    def edit(self, on: bool) -> None:  # noqa: FBT001  (a button's own signal)
        """Let the cells be typed into, or be read only again."""
        if on:
            self.editors.begin()
            self._page.view.setFocus()
        else:
            self.editors.end()

    # -- typed -----------------------------------------------------------------------------------

    def type_cell(self, row: int, key: str, text: str, everywhere: bool) -> None:  # noqa: FBT001
        """What was typed into a cell, for its product or for all chosen ones."""
        source = self._page.source
        keys = self._page.view.chosen_keys() if everywhere else source.keys([(row, 1)])
        found = self._page.office.ask(product_cells, keys)
        known = self._categories()
        plans = [planned(found[one], key, text, known) for one in keys if one in found]
        problem = next((plan.problem for plan in plans if plan.problem), "")
        if problem:
            self._page.notice.refuse(f"{plans[0].sku}: {problem}", serious=False)
        elif plans:
            self.make(plans)

    def make(self, plans: Sequence[Plan]) -> bool:
        """Make the changes that were planned; False when a rule refused."""
        changes = [plan.change for plan in plans if plan.change is not None]
        if not changes:
            return True
        if not self._change(changes):
            return False
        self._done.append(changes)
        self._undone.clear()
        self._page.said.emit(_words(plans, changes), translate("Changes", "Undo"), self.undo)
        return True

    # -- pasted ----------------------------------------------------------------------------------

    def paste(self) -> None:
        """Show what the cells of the clipboard would change."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            words = translate("Changes", "Copy cells in your spreadsheet first, then paste here.")
            self._page.notice.refuse(words, serious=False)
            return
        plans = self.plans(text)
        columns = self._page.source.columns
        ChangePreview(plans, columns, self.make, self._page).open()

    def plans(self, text: str) -> list[Plan]:
        """What pasted words would do, cell by cell."""
        sheet = sheet_of(text)
        known, columns = self._categories(), self._page.source.columns
        found = titled(sheet, columns)
        if found is not None:
            products = self._page.office.ask(cells_by_sku, found.skus())
            return by_titles(found, products, FIELDS.__contains__, known)
        return by_place(self._filled(sheet), self._products(len(sheet)), self._keys(), known)

    def _filled(self, sheet: list[list[str]]) -> list[list[str]]:
        """One cell for many chosen rows fills them all."""
        chosen = self._page.view.chosen_count()
        single = len(sheet) == 1 and len(sheet[0]) == 1
        return sheet * chosen if single and chosen > 1 else sheet

    def _products(self, rows: int) -> list[ProductCells | None]:
        """The products that the pasted rows fall on."""
        view = self._page.view
        several = rows == 1 and view.chosen_count() > 1
        start = max(view.currentIndex().row(), 0)
        left = view.list_model.rowCount() - start
        stretches = view.chosen_stretches() if several else [(start, min(rows, left))]
        keys = self._page.source.keys(stretches)
        found = self._page.office.ask(product_cells, keys)
        return [found.get(key) for key in keys]

    def _keys(self) -> list[str]:
        """The columns from the current one to the right, as they are seen."""
        view = self._page.view
        shown, at = view.visible_columns(), view.currentIndex().column() - view.lead
        begin = shown.index(at) if at in shown else 0
        return [view.columns[place].key for place in shown[begin:]]

    # -- back and forth --------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            changes = self._done[-1]
            if self._change([change.back() for change in changes]):
                self._undone.append(self._done.pop())

    def redo(self) -> None:
        """Make the step again that was taken back."""
        if self._undone:
            changes = self._undone[-1]
            if self._change(changes):
                self._done.append(self._undone.pop())

    def _change(self, changes: Changes) -> bool:
        try:
            self._page.office.do(change_products, changes)
        except RuleBroken as broken:
            self._page.refuse(broken)
            return False
        self._page.notice.clear()
        return True

    def _categories(self) -> list[str]:
        return self._page.office.ask(categories)


def _words(plans: Sequence[Plan], changes: Changes) -> str:
    """What was done: one product by its code, many by their number."""
    products = len({change.product_id for change in changes})
    if products == 1:
        return translate("Changes", "{0} changed").format(
            next(plan.sku for plan in plans if plan.change is not None)
        )
    return translate("Changes", "{0} products changed").format(figures.number(products))
