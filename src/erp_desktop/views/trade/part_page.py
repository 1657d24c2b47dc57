"""A page where lines of an earlier paper are done now, in part or in full, by key or by scan."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import quantity as quantity_of
from erp_desktop.core.states import Kind
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.services.catalogue.scanning import by_code
from erp_desktop.services.finance.bills import EnterBill, enter_bill
from erp_desktop.services.finance.invoices import WriteInvoice, write_invoice
from erp_desktop.services.paper import Posted
from erp_desktop.services.purchasing.receiving import ReceiveGoods, receive_goods
from erp_desktop.services.purchasing.returning import ReturnToSupplier, return_to_supplier
from erp_desktop.services.sales.issuing import IssueGoods, issue_goods
from erp_desktop.services.sales.returning import ReturnFromCustomer, return_from_customer
from erp_desktop.views import costs, figures, stranger, wording
from erp_desktop.views.drafting import Drafting
from erp_desktop.views.drafts import PlainStore
from erp_desktop.views.office import Office
from erp_desktop.views.pasting import Pasting
from erp_desktop.views.trade.answers import Then, answers_to
from erp_desktop.views.trade.anyway import Anyway
from erp_desktop.views.trade.deeds import WORDS, Deed, said
from erp_desktop.views.trade.finding import ProductFinder
from erp_desktop.views.trade.inspecting import Inspecting
from erp_desktop.views.trade.lot_asking import LotAsking
from erp_desktop.views.trade.part_grid import GROWING, PartGrid
from erp_desktop.views.trade.pricing import NOTHING, line_amount, number
from erp_desktop.views.trade.proposing import Proposing
from erp_desktop.views.trade.trade_page import TradePage
from erp_desktop.views.undoing import Content
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.lines_grid import LinesGrid

if TYPE_CHECKING:
    from erp_desktop.exchange.pasted import PastedLine

translate = wording.translate
OF_A_LOT = errors.LotNeeded | errors.LotExpired | errors.LotBlocked | errors.LotShort


class PartPage(TradePage):
    """`work` shows the lines; `do_deed` hands in what is done now."""

    def __init__(
        self, office: Office, kind: Kind, grid: LinesGrid, *, discount: bool = False
    ) -> None:
        super().__init__(office, kind, grid, discount=discount)
        self.part: PartGrid | None = None
        self.inspecting, self.ship_anyway = Inspecting(self), Anyway(self, self._do_main)
        self.working: Drafting | None = None
        self._last_scan: tuple[int, Decimal] | None = None
        bar = self.scan_bar("", self.take_scan)
        self.all_button = Button("", icon="list-checks", high=36)
        self.all_button.clicked.connect(self.take_everything)
        bar.add(self.all_button)
        self.lots = LotAsking(self, bar)
        bar.echo.undone.connect(self._undo_scan)
        bar.hide()

    # -- what is shown ---------------------------------------------------------------------------

    def work(
        self, deed: Deed, lines: Sequence[DocumentLine], *, included: bool,
        now: Mapping[int, Decimal] | None = None, prices: Mapping[int, Decimal] | None = None,
    ) -> PartGrid:  # fmt: skip
        """Show the lines of an earlier paper, to be done now."""
        finder = ProductFinder(
            self.office, self.fields.place_id, buying=self.buying, goods=self.buying,
            proposing=_proposing(self) if deed is Deed.SHIP else None,
        )  # fmt: skip
        grid = PartGrid(deed, finder)
        grid.take(lines, now, prices, included=included)
        grid.changed.connect(self._edited)
        grid.unknown.connect(self._say_unknown)
        Pasting(self, grid, self._take_pasted, goods=True, fits=grid.may_take, undo=self.undo)
        self.part = grid
        self.show_grid(grid)
        self._show_scan(deed)
        self._edited()
        return grid

    def keep_work(
        self, name: str, fields: Mapping[str, QWidget], standing: Content | None = None, *,
        blank: bool = True,
    ) -> None:  # fmt: skip
        """What is typed here is kept under this name, and comes back; `standing` was typed before
        the lines were read anew."""
        if self.working is None or self.working.store.name != name:
            store = PlainStore(self.office, name)
            self.working = self.drafting = Drafting(self, store, fields, self._edited)
        if self.part is not None:
            self.working.watch(self.part)
        if standing is None:
            self.working.begin(blank=blank)
        else:
            self.working.carry(standing)

    def _take_pasted(self, line: "PastedLine") -> None:
        """A row of a list of what came or goes: it counts like a scan of so many."""
        if self.part is None:
            return
        pieces = line.values.get("quantity", Decimal(1))
        row = self.part.add_one(line.product_id, pieces)
        if row < 0:
            row = self.part.add_extra(line.product_id, pieces)
        if "price" in line.values:
            self.part.lines.write(row, {"price": line.values["price"]})

    def rest(self) -> None:
        """Nothing is done here now."""
        self.part = None
        self.summed.emit([])
        if self.working is not None:
            self.working.end()
        if self.scan is not None:
            self.scan.hide()

    def _show_scan(self, deed: Deed) -> None:
        words = WORDS[deed]
        if self.scan is None:
            return
        self.scan.setVisible(True)
        self.scan.field.setVisible(bool(words.scan))
        if words.scan:
            self.scan.field.setPlaceholderText(said(words.scan))
            self.scan.field.setAccessibleName(said(words.scan))
        self.all_button.setText(said(words.everything))

    def _edited(self) -> None:
        QTimer.singleShot(0, self, self.check_over)
        if self.part is not None:
            self._show_sums(self.part)
        self.show_progress()

    def _show_sums(self, grid: PartGrid) -> None:
        """What is done now, in the status bar."""
        lines = grid.lines.lines()
        pieces = sum((number(line.get("now")) for line in lines), NOTHING)
        worth = sum((line_amount(line, "now") for line in lines), NOTHING)
        said = [(translate("Trade", "Now"), figures.quantity(pieces))]
        if costs.seen_of(self.kind):
            said.append((translate("Trade", "Worth"), figures.money_with_sign(worth)))
        self.summed.emit(said)

    def show_progress(self) -> None:
        """Say at the foot how far the document is; pages that know more override this."""

    # -- scanning --------------------------------------------------------------------------------

    def take_scan(self, code: str) -> bool:
        """Every scan adds one to its line; what is not on the paper is said with ways out."""
        if self.part is None or not WORDS[self.part.deed].scan:
            return False
        found = self.office.ask(by_code, code)
        if found is None:
            self._say_unknown(code)
            return True
        pieces = quantity_of(found.quantity)
        row = self.part.add_one(found.product.id, pieces)
        if row < 0:
            self._say_stranger(found.product.id, found.product.name, pieces)
            return True
        self.notice.clear()
        self._last_scan = (row, pieces)
        self._echo(self.part, row, pieces)
        return True

    def _echo(self, grid: PartGrid, row: int, pieces: Decimal) -> None:
        if self.scan is None:
            return
        words = translate("Trade", "+{0}, {1} of {2}").format(
            figures.quantity(pieces), figures.quantity(number(grid.cell(row, "arrived"))),
            figures.quantity(number(grid.cell(row, "whole"))),
        )  # fmt: skip
        self.scan.echo.say(str(grid.cell(row, "product")), words)

    def _undo_scan(self) -> None:
        if self.part is None or self._last_scan is None:
            return
        (row, pieces), self._last_scan = self._last_scan, None
        self.part.lines.write(row, {"now": number(self.part.cell(row, "now")) - pieces})
        if self.scan is not None:
            self.scan.echo.say("")

    def _say_unknown(self, text: str) -> None:
        answers = [Answer(translate("Trade", "Leave it"), self.leave_be)]
        answers += stranger.answers(self, text, self.take_scan)[:2]
        self.notice.refuse(wording.explain(errors.UnknownProduct(text)), answers)

    def _say_stranger(self, product_id: int, name: str, pieces: Decimal) -> None:
        """A known product that the paper does not name."""
        words = translate("Trade", "{0} is not on this document.").format(name)
        answers = [Answer(translate("Trade", "Leave it"), self.leave_be)]
        if self.part is not None and self.part.deed in GROWING:
            add = Then(self.part.add_extra, product_id, pieces)
            answers.insert(0, Answer(translate("Trade", "Add it as well"), add))
        self.notice.refuse(words, answers, serious=False)

    # -- more than there is room for -------------------------------------------------------------

    def check_over(self) -> None:
        """Say under each line that has too much what can be done about it."""
        grid = self.part
        if grid is None:
            return
        over = grid.over_rows()
        for row in over:
            if row not in grid.refused_rows():
                words, answers = self._over_words(grid, row), self._over_answers(grid, row)
                grid.refuse(row, words, answers, cell="now")
        asked = grid.unexplained()
        for row in grid.refused_rows():
            fits = row not in over and number(grid.cell(row, "now")) <= grid.room(row)
            if fits and row not in asked:
                grid.clear_refusal(row)
        self.inspecting.ask(grid)

    def _over_words(self, grid: PartGrid, row: int) -> str:
        name, unit = grid.cell(row, "product"), grid.cell(row, "unit")
        whole, arrived = number(grid.cell(row, "whole")), number(grid.cell(row, "arrived"))
        sentence = translate(
            "Trade", "{0}: {1} {4} on the document, with these {2} in all: {3} over."
        )
        return sentence.format(
            name, figures.quantity(whole), figures.quantity(arrived),
            figures.quantity(number(grid.cell(row, "now")) - grid.room(row)), unit,
        )  # fmt: skip

    def _over_answers(self, grid: PartGrid, row: int) -> list[Answer]:
        now, room = number(grid.cell(row, "now")), grid.room(row)
        verb = said(WORDS[grid.deed].verb)
        refused = translate("Trade", "refuse {0}").format(figures.quantity(now - room))
        words = translate("Trade", "{0} {1}, {2}").format(verb, figures.quantity(room), refused)
        if not room:
            words = translate("Trade", "Refuse {0}").format(figures.quantity(now))
        only = Answer(words, Then(self.set_now, row, room))
        if grid.deed is Deed.BILL:
            words = translate("Trade", "{0} {1}, the bill says {2}")
            words = words.format(verb, figures.quantity(room), figures.quantity(now))
            return [only, Answer(words, Then(self._dispute, row, room, now))]
        if grid.deed not in GROWING:
            return [only]
        every = Answer(
            f"{verb} {figures.quantity(now)}", Then(self._let_over, row, grid.cell(row, "price"))
        )
        if grid.deed is not Deed.RECEIVE:
            return [only, every]
        gift = Answer(translate("Trade", "The rest as a gift"), Then(self._let_over, row, NOTHING))
        return [only, every, gift]

    def _let_over(self, row: int, price: Decimal) -> None:
        if self.part is not None:
            self.part.lines.write(row, {"extra": price})

    def _dispute(self, row: int, room: Decimal, claimed: Decimal) -> None:
        """Owe what came, and keep what the bill claims: the difference is to be settled."""
        if self.part is not None:
            self.part.lines.write(row, {"now": room, "claimed": claimed})
            self.part.clear_refusal(row)

    # -- handing in ------------------------------------------------------------------------------

    def do_deed(self, of_id: int, then: Callable[[Posted], object], **facts: Any) -> None:
        """Hand in what is done now; `then` hears what was posted."""
        if self.part is None:
            return
        if self.part.deed is Deed.SHIP:
            facts |= self.ship_anyway.facts()
        try:
            step, command = self._command(self.part, of_id, facts)
        except RuleBroken as broken:
            self.refuse(broken)
            return
        book = self.working.post if self.working is not None else self.book
        book(step, command, then)

    @staticmethod
    def _command(
        grid: PartGrid, of_id: int, facts: dict[str, Any]
    ) -> tuple[Callable[..., Any], Any]:
        parts = grid.parts()
        if not parts and not grid.extras():
            raise errors.NothingToPost
        deed = grid.deed
        if deed is Deed.RECEIVE:
            return receive_goods, ReceiveGoods(
                order_id=of_id, parts=parts, lines=grid.extras(), **facts
            )
        if deed is Deed.SHIP:
            return issue_goods, IssueGoods(
                order_id=of_id, parts=parts, lines=grid.extras(), **facts
            )
        if deed is Deed.BILL:
            return enter_bill, EnterBill([of_id], parts=parts, claimed=grid.claimed(), **facts)
        if deed is Deed.CHARGE:
            return write_invoice, WriteInvoice(of_id, parts=parts, **facts)
        if deed is Deed.SEND_BACK:
            return return_to_supplier, ReturnToSupplier(of_id, parts=grid.returns(), **facts)
        return return_from_customer, ReturnFromCustomer(of_id, parts=parts, **facts)

    # -- ways out of refusals --------------------------------------------------------------------

    def verb(self) -> str:
        return said(WORDS[self.part.deed].verb) if self.part is not None else super().verb()

    def refuse(self, broken: RuleBroken) -> None:
        """A missing lot, or one that may not leave, is asked for at its line."""
        row = self.row_for(broken)
        if isinstance(broken, OF_A_LOT) and self.part is not None and row >= 0:
            answer = Answer(translate("Lots", "Say which"), Then(self.lots.ask, row))
            anyway = self.anyway(broken)
            self.part.refuse(row, wording.explain(broken), [answer, *([anyway] if anyway else [])])
            return
        if self.part is not None and row in self.part.over_rows():
            answers = self._over_answers(self.part, row)
            self.part.refuse(row, self._over_words(self.part, row), answers, cell="now")
            return
        if isinstance(broken, errors.NothingToPost):
            words = translate("Trade", "No quantity is filled in yet.")
            self.notice.refuse(words, answers_to(broken, self, row, self.verb()), serious=False)
            return
        super().refuse(broken)

    def anyway(self, broken: RuleBroken) -> Answer | None:
        ships = self.part is not None and self.part.deed is Deed.SHIP
        return self.ship_anyway.answer(broken) if ships else None

    def row_for(self, broken: RuleBroken) -> int:
        sku = broken.facts.get("sku")
        return self.part.row_of(sku) if self.part is not None and sku else -1

    def set_now(self, row: int, quantity: Decimal) -> None:
        if self.part is not None:
            self.part.lines.write(row, {"now": quantity, "extra": None})
            self.part.clear_refusal(row)

    def take_everything(self) -> None:
        if self.part is not None:
            self.part.take_all()
            self.part.setFocus()


def _proposing(page: TradePage) -> Proposing:
    """What goods beyond an order cost its customer."""
    return Proposing(page.office, page.fields.partner.key, lambda: None, levels=page.terms.levels)
