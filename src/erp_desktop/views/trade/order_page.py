"""A purchase order, a sales order, a quotation: written, confirmed, and then worked on.

One page for the whole life. As a draft it saves itself while it is typed. Once confirmed it is
where goods are received or shipped, line by line; then it leads on to bill, invoice and payment.
"""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.states import Kind, State
from erp_desktop.reports.document_rows import DocumentView, document
from erp_desktop.services.ordering import (
    close_order,
    confirm_order,
)
from erp_desktop.services.paper import Posted
from erp_desktop.services.trade import TradeLine
from erp_desktop.views import figures, wording
from erp_desktop.views.office import Office
from erp_desktop.views.trade import story
from erp_desktop.views.trade.advice import ShortAdvice
from erp_desktop.views.trade.deeds import Copied, Deed
from erp_desktop.views.trade.editing import Editor
from erp_desktop.views.trade.next_steps import NextSteps
from erp_desktop.views.trade.order_draft import OrderDrafting, OrderStore
from erp_desktop.views.trade.order_totals import show_order_totals
from erp_desktop.views.trade.over_limit import OverLimit
from erp_desktop.views.trade.part_page import PartPage
from erp_desktop.views.trade.read_grid import ReadGrid, empty_grid
from erp_desktop.views.trade.trade_page import Action
from erp_desktop.views.widgets.banner import Answer

translate = wording.translate
WORKED_BY = {Kind.PURCHASE_ORDER: Deed.RECEIVE, Kind.SALES_ORDER: Deed.SHIP}


class OrderPage(PartPage):
    """`document_id` is an order or a draft; None writes a new one."""

    def __init__(self, office: Office, kind: Kind, document_id: int | None = None) -> None:
        super().__init__(office, kind, empty_grid(), discount=True)
        self.store = OrderStore(self, document_id)
        self.writing = OrderDrafting(self, self.store, self.kept_fields(), self._shown_again)
        self.made_here = document_id is None
        self.editor: Editor | None = None
        self._just_posted = False
        self.steps_next = NextSteps(self)
        self.sell_anyway = OverLimit(self)
        self.take_files(self.store.files_of, self.store.kept_first, self.inspecting.take)
        self.fields.changed.connect(self.fields.clear_refusals)
        if document_id is None:
            self._begin()

    @property
    def document_id(self) -> int | None:
        """The order or its saved draft; None while nothing of a new one was saved."""
        return self.store.id

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        if self.document_id is None:
            return
        try:
            view = self.office.ask(document, self.document_id)
        except errors.UnknownDocument:
            self.done.emit()
            return
        if view.head.state == State.DRAFT:
            self._show_draft(view)
        elif view.head.next in {"Receive", "Receive the rest", "Ship", "Ship the rest"}:
            self._show_work(view)
        else:
            self._show_read(view)

    def _begin(self) -> None:
        """A new document: the keyboard stands in the partner's field."""
        self._edit()
        self.header.chip.show_state(State.DRAFT)
        self.header.chip.show()
        self._offer_draft()
        self.show_story(story.steps_ahead(self.kind))
        self.writing.begin()
        QTimer.singleShot(0, self, self._start_typing)

    def _start_typing(self) -> None:
        if self.fields.partner.key() is None:
            self.fields.partner.setFocus()
        elif self.editor is not None:
            self.editor.grid.start()

    def _edit(self) -> Editor:
        """The grid that lines are written in."""
        if self.editor is None:
            self.editor = Editor(self, goods_only=self.buying, discounts=not self.buying)
            self.editor.changed.connect(self.fields.clear_refusals)
            self.show_grid(self.editor.grid)
            self.editor.show_totals()
            self.writing.watch(self.editor.grid)
            if self.kind is Kind.SALES_ORDER:
                ShortAdvice(self, self.editor.grid)
        self.drafting = self.writing
        self.fields.lock(locked=False)
        self.show_note(self.remark.words())
        return self.editor

    def _shown_again(self) -> None:
        """A draft was put back: what follows from it."""
        self.fields.clear_refusals()
        if self.editor is not None:
            self.editor.shown_again()

    def _show_draft(self, view: DocumentView) -> None:
        editor = self._edit()
        if self.store.version == view.head.version or self.writing.dirty:
            self.view = self.view or view
            return
        self.show_view(view)
        self.show_note(view.head.note)
        editor.show_lines(view.lines)
        self.store.version = view.head.version
        self._offer_draft()
        self.writing.begin()

    def _show_work(self, view: DocumentView) -> None:
        standing = None
        if self.part is not None and self.working is not None and not self._just_posted:
            standing = self.working.content()
        self._just_posted = False
        self._leave_draft()
        self.show_view(view)
        self.say_fact("")  # what is typed from now on says itself when it is kept
        self.fields.lock()
        deed = WORKED_BY[self.kind]
        goods = [line for line in view.lines if line.goods]
        self.work(deed, goods, included=view.head.tax_included)
        self.keep_work(f"{deed}@{view.head.id}", {}, standing)
        self.offer(*self.steps_next.of(view))
        self.show_progress()

    def _leave_draft(self) -> None:
        """It is a draft no more."""
        if self.editor is not None:
            self.editor = None
            self.writing.end()
        self.drafting = self.working

    def _show_read(self, view: DocumentView) -> None:
        self.rest()
        self._leave_draft()
        self.show_view(view)
        self.say_fact(_cancelled(view))
        self.fields.lock()
        self.show_grid(ReadGrid(view))
        self.offer(*self.steps_next.of(view))
        show_order_totals(self, view)

    def show_progress(self) -> None:
        if self.view is not None and self.part is not None:
            show_order_totals(self, self.view)

    # -- writing ---------------------------------------------------------------------------------

    def lines(self) -> list[TradeLine]:
        """What is written. Raises Missing where a quantity is not."""
        return self.editor.lines() if self.editor is not None else []

    def good_lines(self) -> list[TradeLine]:
        """The lines that can stand in the books already."""
        return self.editor.good_lines() if self.editor is not None else []

    def confirm(self) -> None:
        """Make it binding; it gets its number."""
        if self.editor is None:
            return
        self.writing.flush()
        try:
            self.editor.check()
            if self.fields.partner.key() is None:
                raise errors.Missing("supplier" if self.buying else "customer")
            command = replace(self.store.command(), **self.sell_anyway.facts())
        except RuleBroken as broken:
            self.refuse(broken)
            return
        if self.writing.dirty:
            return  # it could not be kept, and why not was said
        self.writing.post(confirm_order, command, self._confirmed)

    def anyway(self, broken: RuleBroken) -> Answer | None:
        return super().anyway(broken) if self.part is not None else self.sell_anyway.answer(broken)

    def _confirmed(self, posted: Posted) -> None:
        self.tell(self.kind, posted)
        self._stay_or_move(posted.id)

    def _stay_or_move(self, document_id: int) -> None:
        """A page that was opened as a new one gives way to the document's own page, if it is not
        that page already: a draft keeps its id when it is confirmed."""
        if self.made_here and document_id != self.document_id:
            self.wanted.emit(self.kind.value, document_id)
            self.done.emit()

    def throw_away(self) -> None:
        """Discard the draft; the toast brings it back."""
        self.writing.discard()
        self.go_back()
        self.done.emit()

    def open_theirs(self) -> None:
        self.writing.end()
        self.store.version = None
        self.load()

    def keep_mine(self) -> None:
        """Somebody else saved the draft: what stands here becomes a draft of its own."""
        self.made_here = True
        self.store.id = self.store.version = None
        self.writing.touch()
        self.writing.flush()

    def _offer_draft(self) -> None:
        confirm = Action(translate("Trade", "Confirm"), self.confirm, "check")
        away = Action(translate("Trade", "Throw the draft away"), self.throw_away, "trash-2")
        self.offer([confirm], [away])

    # -- working ---------------------------------------------------------------------------------

    def fulfil(self) -> None:
        """Receive or ship what stands in the column *now*."""
        if self.document_id is None:
            return
        self._just_posted = True
        self.do_deed(self.document_id, self._fulfilled)  # now: no earlier figure can change
        self._just_posted = False

    def _fulfilled(self, posted: Posted) -> None:
        self.tell(Kind.GOODS_RECEIPT if self.buying else Kind.GOODS_ISSUE, posted)

    def accept(self) -> None:
        """The customer said yes to a quotation."""
        self.sell_anyway.accept()

    def ask_close(self) -> None:
        """Cancel what is still outstanding, after one line of text."""
        if self.view is None:
            return
        left = sum((line.left for line in self.view.lines if line.goods), Decimal(0))
        words = translate("Trade", "{0} are still outstanding. The rest will not come any more?")
        if not self.buying:
            words = translate("Trade", "{0} are still to ship. The rest will not be shipped?")
        answers = [
            Answer(translate("Trade", "Cancel the rest"), self.close_rest),
            Answer(translate("Trade", "Keep it"), self.leave_be),
        ]
        self.notice.refuse(words.format(figures.quantity(left)), answers, serious=False)

    def close_rest(self) -> None:
        if self.document_id is not None:
            self.hand_in(close_order, self.document_id)

    def copy(self) -> None:
        """A new draft with the same lines."""
        if self.document_id is not None:
            self.wanted.emit(self.kind.value, Copied(self.document_id))

    def start_from(self, view: DocumentView) -> None:
        """Fill a new draft from an earlier document."""
        editor = self._edit()
        if view.head.partner_id is not None:
            self.fields.show_partner(view.head.partner_id)
        editor.show_lines([line for line in view.lines if line.product_id is not None])
        self.writing.touched()

    def start_with(self, product_id: int, partner_id: int | None = None) -> None:
        """Begin a new draft with one product (it runs out)."""
        if partner_id is not None:
            self.fields.show_partner(partner_id)
        editor = self._edit()
        facts = editor.finder.facts(product_id)
        if facts.is_template:
            QTimer.singleShot(0, self, lambda: editor.ask_variants(product_id))  # above the page
        else:
            editor.grid.add_product(product_id, unit=facts.usual_unit)

    # -- scans and refusals ----------------------------------------------------------------------

    def take_scan(self, code: str) -> bool:
        if self.editor is not None:
            self.editor.scan(code)
            return True
        return super().take_scan(code)

    def row_for(self, broken: RuleBroken) -> int:
        if self.editor is None:
            return super().row_for(broken)
        if isinstance(broken, errors.NotPositive):
            return self.editor.grid.bad_row()
        sku = broken.facts.get("sku")
        return self.editor.grid.row_of(sku) if sku else -1

    def set_now(self, row: int, quantity: Decimal) -> None:
        if self.editor is not None:
            self.editor.set_quantity(row, quantity)
            return
        super().set_now(row, quantity)

    def take_everything(self) -> None:
        if self.editor is not None:
            self.editor.grid.start()
            return
        super().take_everything()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.store.tell()

    # -- coming back -----------------------------------------------------------------------------

    def is_for(self, key: object) -> bool:
        return key == self.document_id or super().is_for(key)

    def again(self) -> object:
        self.writing.flush()
        return self.document_id  # nothing written yet: a new one

    def come_back(self) -> None:
        """What stands here is what was kept; nothing else can have been brought back to it."""

    def memory(self) -> int | None:
        """What a page that is made anew in another language needs."""
        self.writing.flush()
        return self.document_id

    def recall(self, memory: object) -> None:
        if isinstance(memory, int) and self.document_id is None:
            self.store.id = memory


def _cancelled(view: DocumentView) -> str:
    """How much of an order was given up, where it was closed before all of it was there."""
    left = sum((line.left for line in view.lines if line.goods), Decimal(0))
    if view.head.state != State.CLOSED or not left:
        return ""
    return translate("Trade", "rest cancelled: {0}").format(figures.quantity(left))
