"""Freight, customs, packing over what arrived: a document that shows the shares as it is written.

Any number of costs, over one or several receipts. Below them stands what each product gets of
every cost, what a piece costs then, and how much of it goes to what was sold since.
"""

from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erp_desktop.core import clock, errors
from erp_desktop.core.errors import RuleBroken, ShopBusy
from erp_desktop.core.money import ZERO
from erp_desktop.core.states import Kind
from erp_desktop.reports.receipt_finding import (
    FoundReceipt,
    found_receipts,
    known_receipts,
    receipts_called,
)
from erp_desktop.services.catalogue.products import by_sku
from erp_desktop.services.finance.landed import (
    AddLandedCost,
    LandedPreview,
    add_landed_cost,
    preview_landed_cost,
)
from erp_desktop.services.paper import Posted
from erp_desktop.views import figures, theme, wording
from erp_desktop.views.catalogue.code_list import Chips
from erp_desktop.views.drafting import Drafting
from erp_desktop.views.drafts import PlainStore, fresh_name
from erp_desktop.views.office import Office
from erp_desktop.views.opening import open_document
from erp_desktop.views.partners.quick_partner import offer_new_partner
from erp_desktop.views.purchasing.supplier_prices import change_suppliers
from erp_desktop.views.trade import story
from erp_desktop.views.trade.costs_grid import CostsGrid
from erp_desktop.views.trade.finding import PartnerFinder
from erp_desktop.views.trade.shares_grid import SharesGrid, columns_of
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Look
from erp_desktop.views.widgets.choice_fields import DateField
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.page import PAGE_MARGIN
from erp_desktop.views.widgets.panels import Entry, Surface

translate = wording.translate
WAIT = 250  # ms after the last key before the shares are found anew


class LandedPage(DocumentPage):
    """`receipts` are those it begins with; `name` is the draft that is gone on with."""

    code = Kind.LANDED_COST.value

    def __init__(self, office: Office, receipts: Sequence[int] = (), name: str = "") -> None:
        self.costs = CostsGrid()
        super().__init__(office, translate("Trade", "New landed cost"), self.costs)
        self.header.chip.show_state("draft")
        self.header.chip.show()
        self.shares = SharesGrid()
        self.over = LineField()  # the receipts' numbers; never seen itself
        self.over.setAccessibleName(translate("Trade", "For receipts"))
        self.chips = Chips(theme.BODY)
        self._receipts: list[FoundReceipt] = []
        self._add_fields()
        self._lay_out_below()
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.show_shares)
        self._offer()
        self.costs.changed.connect(self._timer.start)
        self.costs.unknown.connect(self._nothing_chosen)
        self.chips.removed.connect(self._take_away)
        self.related.opened.connect(self._open_related)
        self.over.setText(_numbers(office.ask(known_receipts, receipts)))
        own = f"{self.code}:{receipts[0]}" if receipts else fresh_name(self.code)
        self._begin(name or own)
        self.show_side()

    # -- building --------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        hint = translate("Trade", "Empty: paid elsewhere")
        self.supplier = Finder(PartnerFinder(self.office, buying=True).find, hint)
        offer_new_partner(self.supplier, self.office, buying=True, over=self)
        self.day = DateField(clock.day_date(clock.today()))
        self.reference, self.note = LineField(), LineField()
        self.also = Finder(self._find_receipt, translate("Trade", "Number or supplier"))
        self.add_field(translate("Trade", "For receipts"), self.also, 4)
        self.add_field(translate("Trade", "Paid to"), self.supplier, 5)
        self.add_field(translate("Trade", "Date"), self.day, 3)
        self.add_field(translate("Trade", "Supplier's number"), self.reference, 3)
        self.add_field(translate("Trade", "Note"), self.note, 4)
        self.also.chosen.connect(self._add_receipt)

    def _lay_out_below(self) -> None:
        """The receipts above the costs, the shares below them."""
        strip = Surface("page")
        box = QVBoxLayout(strip)
        margin = theme.px(PAGE_MARGIN)
        box.setContentsMargins(margin, theme.px(8), margin, theme.px(8))
        box.addWidget(self.chips)
        self.body.insertWidget(1, strip)
        self.body.insertWidget(3, self.shares, 1)
        self.body.setStretchFactor(self.costs, 0)

    def _offer(self) -> None:
        discard = translate("Stock", "Discard")
        self.action(discard, self.discard, look=Look.GHOST, icon="trash-2")
        self.button = self.action(
            translate("Trade", "Add to the cost"), self.post, look=Look.PRIMARY, icon="check",
            shortcut="Ctrl+Return",
        )  # fmt: skip

    def _begin(self, name: str) -> None:
        fields: dict[str, QWidget] = {
            "partner": self.supplier, "day": self.day, "reference": self.reference,
            "note": self.note, "receipts": self.over,
        }  # fmt: skip
        self.writing = self.drafting = Drafting(
            self, PlainStore(self.office, name), fields, self._shown
        )
        self.writing.watch(self.costs)
        self.writing.begin()
        self._shown()
        QTimer.singleShot(0, self, self._put_keyboard)

    def _put_keyboard(self) -> None:
        """To the first cost; to the receipts where none is chosen."""
        if self._receipts:
            self.costs.start()
        else:
            self.also.setFocus()

    def _shown(self) -> None:
        """The fields were put back: read the receipts and share anew."""
        numbers = [one for one in self.over.text().split(", ") if one]
        self._receipts = self.office.ask(receipts_called, numbers)
        self.chips.show_codes([one.number for one in self._receipts])
        related = [
            Entry(one.number, one.supplier, "", story.ICONS[Kind.GOODS_RECEIPT], one.id)
            for one in self._receipts
        ]
        self.story.show(story.steps_ahead(Kind.LANDED_COST), related)
        self.show_shares()

    # -- what it is over -------------------------------------------------------------------------

    def _find_receipt(self, text: str) -> list[Found]:
        mine = {one.id for one in self._receipts}
        found = self.office.ask(found_receipts, text)
        return [Found(one.id, one.number, one.supplier) for one in found if one.id not in mine]

    def _add_receipt(self, found: Found) -> None:
        self.also.clear()
        self._over_these([*self._receipts, *self.office.ask(known_receipts, [found.key])])

    def _take_away(self, number: str) -> None:
        self._over_these([one for one in self._receipts if one.number != number])

    def _over_these(self, receipts: Sequence[FoundReceipt]) -> None:
        self.over.setText(_numbers(receipts))
        self._shown()
        self.writing.touched()

    def _open_related(self, document_id: int) -> None:
        open_document(self, document_id)

    def _nothing_chosen(self, typed: str) -> None:
        words = translate("Trade", "Choose how “{0}” is shared.").format(typed)
        self.notice.refuse(words, serious=False)

    # -- the shares ------------------------------------------------------------------------------

    def command(self) -> AddLandedCost:
        """What stands on the page. Raises NotADate."""
        day = self.day.value()
        at = None
        if day is not None and clock.day_number(day) != clock.today():
            at = clock.instant(datetime.combine(day, time(12)))
        return AddLandedCost(
            tuple(one.id for one in self._receipts), self.costs.costs(), at=at,
            supplier_id=self.supplier.key(), reference=self.reference.text().strip(),
            note=self.note.text().strip(),
        )  # fmt: skip

    def show_shares(self) -> None:
        """What each product would take, and where it goes; nothing is posted."""
        self._timer.stop()
        preview: LandedPreview | None = None
        self.notice.clear()
        try:
            preview = self._preview(self.command())
        except ShopBusy:
            self._timer.start()  # somebody else writes: the shares of before stand until then
            return
        except RuleBroken as broken:
            self._say(broken, focus=False)
        names = [str(line["name"]) for line in self.costs.lines.lines() if line.get("amount")]
        self._show_shares(preview, columns_of(names))
        self.button.setEnabled(preview is not None)
        self._show_totals(preview)

    def _preview(self, command: AddLandedCost) -> LandedPreview | None:
        """Nobody who types waits for it. Raises ShopBusy and what the posting would raise."""
        if not (command.costs and command.receipt_ids):
            return None
        with self.office.in_passing():
            return self.office.try_out(preview_landed_cost, command)

    def _show_shares(self, preview: LandedPreview | None, names: Sequence[str]) -> None:
        """Other costs have other columns: then the grid is another one."""
        if self.shares.names != names:
            old, self.shares = self.shares, SharesGrid(names)
            self.body.replaceWidget(old, self.shares)
            old.hide()
            old.deleteLater()
        self.shares.show_preview(preview)

    def _show_totals(self, preview: LandedPreview | None) -> None:
        costs = self.costs.costs()
        net = sum((cost.amount for cost in costs), ZERO)
        taxed = sum((_exact(line.get("taxed")) for line in self.costs.lines.lines()), ZERO)
        self.totals.show_totals([
            (translate("Trade", "Net"), figures.money(net)),
            (translate("Stock", "Tax"), figures.money(taxed - net)),
            (translate("Trade", "Total"), figures.money_with_sign(taxed)),
        ])  # fmt: skip
        title = translate("Trade", "Where it goes")
        words, note = where_words(preview) if preview is not None else ("", "")
        self.totals.show_progress(title if words else "", words, note, None)

    # -- posting ---------------------------------------------------------------------------------

    def post(self) -> None:
        """Book it, then show the posted paper."""
        self.costs.setFocus()  # takes what is still being typed
        try:
            command = self.command()
        except RuleBroken as broken:
            self.refuse(broken)
            return
        self.writing.post(add_landed_cost, command, self._posted)

    def _posted(self, posted: Posted) -> None:
        words = f"{wording.kind_word(Kind.LANDED_COST)} {posted.number}"
        self.said.emit(words, "", None)
        self.wanted.emit(self.code, posted.id)
        self.done.emit()

    def refuse(self, broken: RuleBroken) -> None:
        self._say(broken, focus=True)

    def _say(self, broken: RuleBroken, *, focus: bool) -> None:
        """A product without weight or volume gets it here."""
        answers = []
        if isinstance(broken, errors.MeasureMissing):
            sku = broken.facts["sku"]
            words = translate("Trade", "Enter its weight and volume")
            answers.append(Answer(words, lambda: self._measure(sku)))
        self.notice.refuse(wording.explain(broken), answers, focus=focus)

    def _measure(self, sku: str) -> None:
        change_suppliers(self.office, self.office.ask(by_sku, sku).id, self)

    def load(self) -> None:
        """The books changed: the shares may have."""
        self.show_shares()

    def discard(self) -> None:
        """Throw the draft away; the toast brings it back."""
        self.writing.discard()
        self.done.emit()

    def recall(self, memory: Any) -> None:
        self.writing.go_on_with(PlainStore(self.office, str(memory)))


def where_words(preview: LandedPreview) -> tuple[str, str]:
    """Where the costs go: what stays in stock, and what does not."""
    stays = translate("Trade", "{0} stays in the stock").format(figures.money(preview.to_stock))
    said = []
    if preview.to_sales:
        words = translate("Trade", "{0} to what was sold since")
        said.append(words.format(figures.money(preview.to_sales)))
    if preview.elsewhere:
        words = translate("Trade", "{0} to what is gone otherwise")
        said.append(words.format(figures.money(preview.elsewhere)))
    return stays, " · ".join(said)


def _numbers(receipts: Sequence[FoundReceipt]) -> str:
    return ", ".join(one.number for one in receipts)


def _exact(cell: Any) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO
