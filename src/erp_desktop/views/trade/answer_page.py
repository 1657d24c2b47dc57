"""A page that answers an earlier paper: a bill for receipts, a return, goods of another day."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.table import Cell
from erp_desktop.reports.document_rows import DocumentLine, DocumentView, document
from erp_desktop.reports.trade_facts import chargeable
from erp_desktop.services.paper import Posted
from erp_desktop.views import figures, wording
from erp_desktop.views.drafts import fresh_name
from erp_desktop.views.office import Office
from erp_desktop.views.trade import pricing, story
from erp_desktop.views.trade.deeds import WORDS, Answering, Deed, said
from erp_desktop.views.trade.part_page import PartPage
from erp_desktop.views.trade.read_grid import empty_grid
from erp_desktop.views.trade.return_asking import ReturnAsking
from erp_desktop.views.trade.trade_page import Action

translate = wording.translate
CHARGING = frozenset({Deed.BILL, Deed.CHARGE})
RETURNING = frozenset({Deed.SEND_BACK, Deed.TAKE_BACK})


class AnswerPage(PartPage):
    """Choose how much of each line; the main button does it and shows the paper.

    `name` is the draft that is gone on with.
    """

    def __init__(self, office: Office, key: Answering, name: str = "") -> None:
        words = WORDS[key.deed]
        code = f"{key.deed}:{key.of_id}"
        self._draft = name or (fresh_name(code) if key.amounts else code)
        super().__init__(office, words.makes, empty_grid())
        self.asked = key
        self.asking: ReturnAsking | None = None
        self._shown = False

    def load(self) -> None:
        if self._shown:
            return  # what stands here was typed; the books answer when it is handed in
        self._shown = True
        view = self.office.ask(document, self.asked.of_id)
        self._show_head(view)
        deed = self.asked.deed
        now = {line_id: amount for line_id, amount, _ in self.asked.amounts}
        prices = {line_id: price for line_id, _, price in self.asked.amounts if price is not None}
        included = view.head.tax_included
        self.work(deed, self._lines(view, deed), now=now or None, prices=prices, included=included)
        words = WORDS[deed]
        away = Action(translate("Trade", "Throw the draft away"), self.throw_away, "trash-2")
        self.offer([Action(said(words.verb), self.hand_over, words.icon)], [away])
        self.keep_work(self._draft, self.kept_fields(), blank=not now)

    def throw_away(self) -> None:
        """Discard what was typed; the toast brings it back."""
        if self.working is not None:
            self.working.discard()
        self.go_back()
        self.done.emit()

    def _lines(self, view: DocumentView, deed: Deed) -> list[DocumentLine]:
        """Bills and invoices answer the lines of receipts and issues, not those of the order."""
        if deed in CHARGING:
            return self.office.ask(chargeable, view.head.id)
        return [line for line in view.lines if line.goods]

    def _show_head(self, view: DocumentView) -> None:
        head = view.head
        kind = wording.kind_word(self.kind)
        self.call(translate("Trade", "{0} for {1}").format(kind, head.called), kind)
        self.named.emit(translate("Trade", "{0} for {1}").format(kind, head.called))
        self.fields.show_head(head)
        self.fields.lock()
        for field in (self.fields.day, self.fields.due, self.fields.reference):
            field.setReadOnly(False)
        self.fields.start_anew()
        self.show_note("")
        if self.asked.deed is Deed.SEND_BACK:
            self.fields.ask_reason()
        elif self.asked.deed is Deed.TAKE_BACK:
            self.asking = ReturnAsking(self)
        related = [story.entry_of(story.itself(head)), *story.related_of(view)]
        self.show_story(story.steps_of(view), related, story.history_of(view))

    def hand_over(self) -> None:
        """Post it, then show the posted paper instead of this page."""
        try:
            facts = self._facts()
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.do_deed(self.asked.of_id, self._posted, **facts)

    def _posted(self, posted: Posted) -> None:
        self.open_posted(self.kind, posted)
        self.done.emit()

    def _facts(self) -> Mapping[str, object]:
        """Day, number and reason as the deed takes them. Raises NotADate."""
        reference = self.fields.reference.text().strip()
        facts: dict[str, object] = {"at": self.fields.at(), "note": self.remark.words()}
        if self.asked.deed in RETURNING:
            facts["reason"] = reference
            if self.asking is not None and self.part is not None:
                facts["came"] = self.asking.came(len(self.part.parts()))
        elif self.asked.deed is not Deed.CHARGE:
            facts["reference"] = reference
        if self.asked.deed in CHARGING:
            facts["due_on"] = self.fields.due_on()
        return facts

    def kept_fields(self) -> dict[str, QWidget]:
        return super().kept_fields() | (self.asking.kept() if self.asking else {})

    def show_progress(self) -> None:
        """What it comes to, with the tax; and what a bill differs from the receipt."""
        if self.part is None:
            return
        lines = self.part.lines.lines()
        if self.asked.deed in {Deed.RECEIVE, Deed.SHIP}:
            lines = [{**line, "amount": pricing.line_amount(line, "now")} for line in lines]
        included = self.terms.tax_included and not self.buying
        found = pricing.sums(lines, included=included, quantity="now")
        if found is None:
            return
        rows = pricing.total_lines(found, charged=translate("Trade", "Total"))
        more = self._difference(lines)
        if more:
            words = translate("Trade", "Difference to the receipt")
            rows.insert(0, (words, figures.money(more)))
            self.say_fact(
                translate("Trade", "Another price also changes the cost of what was sold since")
            )
        self.totals.show_totals(rows)

    def _difference(self, lines: Sequence[Mapping[str, Cell]]) -> Decimal:
        """How much more a bill asks than the goods were received at."""
        if self.asked.deed is not Deed.BILL:
            return Decimal(0)
        return sum(
            (
                pricing.line_amount(line, "now")
                - pricing.line_amount({**line, "price": line.get("was")}, "now")
                for line in lines
            ),
            Decimal(0),
        )

    def print_paper(self) -> None:
        """There is no paper before it is posted."""

    def make_new(self) -> None:
        """What is new here answers an earlier paper: nothing to begin."""
