"""Writing lines by hand: finder in the cell, scans that add, totals that follow every key."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from erp_desktop.core import clock, errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import quantity
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.reports.promise_rows import outlook
from erp_desktop.services.catalogue.scanning import Scanned, by_code
from erp_desktop.services.trade import TradeLine
from erp_desktop.views import costs, figures, stranger, wording
from erp_desktop.views.catalogue.promise_card import promise_words
from erp_desktop.views.pasting import Pasting
from erp_desktop.views.trade import pricing
from erp_desktop.views.trade.draft_grid import DraftGrid, saved_line
from erp_desktop.views.trade.finding import ProductFinder, cells_of
from erp_desktop.views.trade.line_units import unit_cells
from erp_desktop.views.trade.proposing import Proposing
from erp_desktop.views.trade.trade_page import TradePage
from erp_desktop.views.widgets.banner import Answer

if TYPE_CHECKING:
    from erp_desktop.exchange.pasted import PastedLine

translate = wording.translate


class Editor(QObject):
    """The lines of a page that is being written; `changed` after each change by a person."""

    changed = Signal()

    def __init__(
        self, page: TradePage, *, goods_only: bool, discounts: bool, taxed: bool = True
    ) -> None:
        super().__init__(page)
        self._page, self._taxed = page, taxed
        self.proposing = (
            None
            if page.buying
            else Proposing(
                page.office, page.fields.partner.key, self._day, levels=page.terms.levels
            )
        )
        self.finder = ProductFinder(
            page.office,
            page.fields.place_id,
            buying=page.buying,
            goods=goods_only,
            supplier=page.fields.partner.key,
            proposing=self.proposing,
        )
        inspected = page.kind is Kind.GOODS_RECEIPT
        self.grid = DraftGrid(
            self.finder, buying=page.buying, discounts=discounts, inspected=inspected
        )
        self.grid.changed.connect(self._edited)
        self.grid.unknown.connect(self.say_unknown)
        self.grid.template_found.connect(self.ask_variants)
        Pasting(page, self.grid, self._take_pasted, goods=goods_only, undo=page.undo)
        page.fields.partner.chosen.connect(self._go_on)
        page.fields.changed.connect(self.refresh_prices)
        page.office.changed.connect(self._forget)
        page.fields.moved.connect(self.grid.refresh_products)
        page.fields.discount.textEdited.connect(self.show_totals)
        if page.kind is Kind.SALES_ORDER:
            self.grid.current_line.connect(self._say_promise)

    def show_lines(self, lines: Sequence[DocumentLine]) -> None:
        """Show lines that were written before."""
        cells = []
        for line in lines:
            facts = None
            if line.product_id is not None:
                facts = self.finder.facts(line.product_id)
            shown = saved_line(line, facts)
            cells.append(self.proposing.recognised(shown) if self.proposing else shown)
        self.grid.show_lines(cells)
        self.show_totals()

    def refresh_prices(self) -> None:
        """Another customer or another day: what nobody priced costs what it then costs."""
        self.grid.refresh_prices()

    def shown_again(self) -> None:
        """A draft came back: prices by its customer, and what it comes to."""
        self.refresh_prices()
        self.show_totals()

    def _day(self) -> int | None:
        """The document's day, while it is one."""
        try:
            at = self._page.fields.at()
        except RuleBroken:
            return None
        return None if at is None else clock.day_of(at)

    def _forget(self) -> None:
        if self.proposing is not None:
            self.proposing.forget()

    def lines(self) -> list[TradeLine]:
        return self.grid.commands()

    def good_lines(self) -> list[TradeLine]:
        """The lines that have a good quantity."""
        return self.grid.commands(good_only=True)

    def check(self) -> None:
        """Raises NotPositive for the first line without a good quantity."""
        row = self.grid.bad_row()
        if row >= 0:
            cell = (self.grid.lines.line(row) or {}).get("quantity")
            raise errors.NotPositive("quantity", figures.quantity(pricing.number(cell)))

    def set_quantity(self, row: int, quantity: Decimal) -> None:
        """The answer to a refusal: so many, or the line not at all."""
        self.grid.clear_refusal(row)
        if quantity > 0:
            self.grid.lines.write(row, {"quantity": quantity})
        else:
            self.grid.lines.remove(row)

    def show_totals(self) -> None:
        """What the document comes to now."""
        page = self._page
        if not costs.seen_of(page.kind):
            return
        included = page.terms.tax_included and not page.buying
        try:
            off = page.fields.whole_discount()
        except RuleBroken:
            return
        lines = self.grid.lines.lines()
        if not self._taxed:
            lines = [{**line, "rate": Decimal(0)} for line in lines]
        found = pricing.sums(lines, included=included, off=off)
        if found is not None:
            total = translate("Trade", "Total")
            page.totals.show_totals(pricing.total_lines(found, charged=total))

    def scan(self, code: str) -> bool:
        """A scan adds one of a product; what nobody knows is said with ways out."""
        found = self._page.office.ask(by_code, code)
        if found is None:
            self.say_unknown(code)
            return False
        if found.product.is_template:
            self.ask_variants(found.product.id)
            return True
        row = self._add_scanned(found)
        line = self.grid.lines.line(row) or {}
        if self._page.scan is not None:
            now = figures.quantity(pricing.number(line.get("quantity")))
            words = translate("Trade", "now {0} {1}").format(now, line.get("unit"))
            self._page.scan.echo.say(str(line.get("product")), words)
        return True

    def _add_scanned(self, found: Scanned) -> int:
        """A case's own code adds a case, any other so much of the product's own unit."""
        if found.unit and found.quantity:
            return self.grid.add_product(found.product.id, Decimal(1), found.unit)
        return self.grid.add_product(found.product.id, quantity(found.quantity))

    def ask_variants(self, template_id: int, row: int = -1) -> None:  # noqa: ARG002
        """What comes in variants: their quantities are typed into a grid, and become lines."""
        from erp_desktop.views.catalogue.matrix_dialog import MatrixDialog

        place_id = self._page.fields.place_id() or 0
        dialog = MatrixDialog(self._page.office, template_id, place_id, parent=self._page)
        dialog.chosen.connect(self._add_variants)
        dialog.open()

    def _add_variants(self, found: dict[int, Decimal]) -> None:
        with self.grid.lines.together():
            for product_id, much in found.items():
                self.grid.add_product(product_id, much)

    def _take_pasted(self, line: "PastedLine") -> None:
        """A row of a spreadsheet; what it does not say is the product's own."""
        facts = self.finder.facts(line.product_id)
        own = unit_cells(facts, facts.unit)
        self.grid.lines.add({**cells_of(facts), **own, **line.values})

    def say_unknown(self, text: str) -> None:
        """No product has this code or name."""
        unknown = errors.UnknownProduct(text)
        self._page.notice.refuse(
            wording.explain(unknown),
            [
                Answer(translate("Trade", "Find by name"), self.grid.start),
                *stranger.answers(self._page, text, self.scan)[:2],
            ],
        )

    def _say_promise(self, row: int) -> None:
        """What may be promised of the chosen line's product, now and later, at the foot."""
        line = self.grid.lines.line(row) or {}
        product_id = line.get("product_id")
        title = words = note = ""
        if isinstance(product_id, int):
            found = self._page.office.ask(outlook, product_id, self._page.fields.place_id())
            title = str(line.get("product"))
            words, _, note = promise_words(found, str(line.get("unit") or "")).partition(" · ")
        self._page.totals.show_progress(title, words, note, None)

    def _go_on(self) -> None:
        """The partner is known: the keyboard goes on to the first line."""
        if not self.grid.lines.lines():
            self.grid.start()

    def _edited(self) -> None:
        self.show_totals()
        self.changed.emit()
