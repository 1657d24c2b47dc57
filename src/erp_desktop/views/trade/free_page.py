"""Goods that come or go without an earlier paper: received, issued, sent back, taken back."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentView
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.returning import ReturnToSupplier, return_to_supplier
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.services.trade import TradeLine
from erp_desktop.views import wording
from erp_desktop.views.attachments.arrivals import Arrivals
from erp_desktop.views.drafting import Drafting
from erp_desktop.views.drafts import PlainStore, fresh_name
from erp_desktop.views.office import Office
from erp_desktop.views.stock.lot_cells import LotPart, packed
from erp_desktop.views.trade import story
from erp_desktop.views.trade.answers import Then
from erp_desktop.views.trade.anyway import Anyway
from erp_desktop.views.trade.editing import Editor
from erp_desktop.views.trade.inspecting import Inspecting
from erp_desktop.views.trade.lot_asking import DraftLots
from erp_desktop.views.trade.read_grid import empty_grid
from erp_desktop.views.trade.return_asking import ReturnAsking
from erp_desktop.views.trade.trade_page import Action, TradePage
from erp_desktop.views.widgets.banner import Answer

translate = wording.translate
ICONS = {
    Kind.GOODS_RECEIPT: "package-check",
    Kind.GOODS_ISSUE: "truck",
    Kind.PURCHASE_RETURN: "undo-2",
    Kind.SALES_RETURN: "undo-2",
}


class FreePage(TradePage):
    """Lines are written by hand or scanned; the main button posts them.

    `name` is the draft that is gone on with; without one the page begins a draft of its own.
    """

    def __init__(self, office: Office, kind: Kind, name: str = "") -> None:
        super().__init__(office, kind, empty_grid())
        selling = kind in {Kind.GOODS_ISSUE, Kind.SALES_RETURN}
        self.editor = Editor(
            self, goods_only=not selling, discounts=selling, taxed=kind is not Kind.GOODS_RECEIPT
        )
        self.ship_anyway = Anyway(self, self.post)
        self.asking: ReturnAsking | None = None
        if kind is Kind.PURCHASE_RETURN:
            self.fields.ask_reason()
        elif kind is Kind.SALES_RETURN:
            self.asking = ReturnAsking(self)
        bar = self.scan_bar(translate("Trade", "Scan: every scan adds one"), self.editor.scan)
        bar.echo.undone.connect(self._undo_scan)
        incoming = kind in {Kind.GOODS_RECEIPT, Kind.SALES_RETURN}
        self.lots = DraftLots(self, bar, incoming=incoming)
        self.inspecting = Inspecting(self)
        if kind is Kind.GOODS_RECEIPT:
            Arrivals(self, self, self.inspecting.take)
        self.show_grid(self.editor.grid)
        self.editor.show_totals()
        self.call(self._words())
        self.header.chip.show_state("draft")
        self.header.chip.show()
        self.show_story(story.steps_ahead(kind))
        self.show_note("")
        self.editor.changed.connect(self.fields.clear_refusals)
        self.editor.changed.connect(self._ask_why)
        away = Action(translate("Trade", "Throw the draft away"), self.throw_away, "trash-2")
        self.offer([Action(self._verb(), self.post, ICONS[kind])], [away])
        self._begin(PlainStore(office, name or fresh_name(kind.value)))

    def _begin(self, store: PlainStore) -> None:
        """Write on the draft of this name, as far as it was written."""
        self.writing = Drafting(self, store, self.kept_fields(), self.editor.shown_again)
        self.writing.watch(self.editor.grid)
        self.drafting = self.writing
        if not self.writing.begin():
            QTimer.singleShot(0, self, self.fields.partner.setFocus)

    def _words(self) -> str:
        return {
            Kind.GOODS_RECEIPT: translate("Trade", "Receive without an order"),
            Kind.GOODS_ISSUE: translate("Trade", "Ship without an order"),
            Kind.PURCHASE_RETURN: translate("Trade", "Send goods back"),
            Kind.SALES_RETURN: translate("Trade", "Take goods back"),
        }[self.kind]

    def _verb(self) -> str:
        return {
            Kind.GOODS_RECEIPT: translate("Trade", "Receive"),
            Kind.GOODS_ISSUE: translate("Trade", "Ship"),
            Kind.PURCHASE_RETURN: translate("Trade", "Send back"),
            Kind.SALES_RETURN: translate("Trade", "Take back"),
        }[self.kind]

    def start_from(self, view: DocumentView) -> None:
        """Begin with the lines of an earlier paper."""
        if view.head.partner_id is not None:
            self.fields.show_partner(view.head.partner_id)
        self.fields.place.choose(view.head.place_id)
        self.fields.reference.setText(view.head.reference)
        lines = [line for line in view.lines if line.product_id is not None]
        self.editor.show_lines(lines)
        self.writing.touched()

    def start_with(
        self, product_id: int, partner_id: int | None = None, part: LotPart | None = None
    ) -> None:
        """Begin with one product, so much of a lot of it that has to go."""
        if partner_id is not None:
            self.fields.show_partner(partner_id)
        much = part.quantity if part is not None else Decimal(1)
        row = self.editor.grid.add_product(product_id, much)
        if part is not None:
            self.editor.grid.lines.write(row, {"lots": packed([part])})
        self.writing.touched()

    def _ask_why(self) -> None:
        """What was rejected has a reason before it is handed in."""
        self.inspecting.ask(self.editor.grid)

    def post(self) -> None:
        """Book it, then show the posted paper instead of this page."""
        if self.editor.grid.unexplained():
            self._ask_why()
            return
        try:
            self.editor.check()
            step, command = self._command(self.editor.lines())
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.writing.post(step, command, self._posted)

    def _posted(self, posted: Posted) -> None:
        self.open_posted(self.kind, posted)
        self.done.emit()

    def _command(self, lines: list[TradeLine]) -> tuple[Callable[..., Any], Any]:
        """The deed and what it takes. Raises Missing, NotADate, NothingToPost."""
        partner, place, at = self.fields.partner.key(), self.fields.place_id(), self.fields.at()
        words, note = self.fields.reference.text().strip(), self.remark.words()
        if not lines:
            raise errors.NothingToPost
        if partner is None:
            raise errors.Missing("supplier" if self.buying else "customer")
        if self.kind is Kind.GOODS_RECEIPT:
            return receive_goods, ReceiveGoods(
                partner, place_id=place, lines=lines, at=at, reference=words, note=note
            )
        if self.kind is Kind.GOODS_ISSUE:
            return issue_goods, IssueGoods(
                partner, place_id=place, lines=lines, at=at, reference=words, note=note,
                **self.ship_anyway.facts(),
            )  # fmt: skip
        if self.kind is Kind.PURCHASE_RETURN:
            return return_to_supplier, ReturnToSupplier(
                supplier_id=partner, place_id=place, lines=lines, at=at, reason=words, note=note
            )
        return return_from_customer, ReturnFromCustomer(
            customer_id=partner, place_id=place, lines=lines, at=at, reason=words, note=note,
            came=self.asking.came(len(lines)) if self.asking else (),
        )  # fmt: skip

    def kept_fields(self) -> dict[str, QWidget]:
        return super().kept_fields() | (self.asking.kept() if self.asking else {})

    def anyway(self, broken: RuleBroken) -> Answer | None:
        ships = self.kind is Kind.GOODS_ISSUE
        return self.ship_anyway.answer(broken) if ships else None

    def throw_away(self) -> None:
        """Discard the draft; the toast brings it back."""
        self.writing.discard()
        self.go_back()
        self.done.emit()

    def recall(self, memory: object) -> None:
        self.writing.go_on_with(PlainStore(self.office, str(memory)))

    def take_scan(self, code: str) -> bool:
        self.editor.scan(code)
        return True

    def _undo_scan(self) -> None:
        self.writing.undo()
        if self.scan is not None:
            self.scan.echo.say("")

    def refuse(self, broken: RuleBroken) -> None:
        """A missing lot is asked for at its line."""
        row = self.row_for(broken)
        if isinstance(broken, errors.LotNeeded) and row >= 0:
            say = Answer(translate("Lots", "Say which"), Then(self.lots.ask, row))
            self.editor.grid.refuse(row, wording.explain(broken), [say])
            return
        super().refuse(broken)

    def row_for(self, broken: RuleBroken) -> int:
        if isinstance(broken, errors.NotPositive):
            return self.editor.grid.bad_row()
        sku = broken.facts.get("sku")
        return self.editor.grid.row_of(sku) if sku else -1

    def set_now(self, row: int, quantity: Decimal) -> None:
        self.editor.set_quantity(row, quantity)

    def take_everything(self) -> None:
        self.editor.grid.start()
