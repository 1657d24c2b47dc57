"""What transfer, write-off and opening stock have in common while they are written.

Lines are found, scanned or typed; the page keeps itself as a draft; Ctrl+Enter posts it whole. A
refusal stands under its line. What was posted is shown as a document.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell
from erp_desktop.reports.count_rows import Held, held, scanned_pieces, stock_terms
from erp_desktop.reports.lot_choices import uses_lots
from erp_desktop.reports.till_rows import wares
from erp_desktop.reports.variant_rows import templates_called
from erp_desktop.services.paper import Posted
from erp_desktop.services.reversing import reverse
from erp_desktop.views import costs, figures, stranger, theme, wording
from erp_desktop.views.drafting import Drafting
from erp_desktop.views.drafts import PlainStore
from erp_desktop.views.office import Office
from erp_desktop.views.pasting import Pasting
from erp_desktop.views.stock.lot_cells import LotPart, packed, unpacked
from erp_desktop.views.stock.lot_entry import LotEntry, Wanted
from erp_desktop.views.stock.wares_grid import WaresGrid
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.choice_fields import Combo, DateField
from erp_desktop.views.widgets.document_page import DocumentPage, ScanBar
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_content import Kept
from erp_desktop.views.widgets.line_model import LineColumn, nothing_derived
from erp_desktop.views.widgets.panels import Step, StepState

if TYPE_CHECKING:
    from erp_desktop.exchange.pasted import PastedLine

translate = wording.translate
NEEDS = 800  # pixels at font size 13 for the lines


class StockPaperPage(DocumentPage):
    """Subclasses give the columns, the fields and the command. `code` is the page's own."""

    code = ""

    def __init__(
        self, office: Office, title: str, columns: Sequence[LineColumn],
        faces: Mapping[str, Face], *, name: str = "",
        derive: Callable[[Mapping[str, Cell]], Mapping[str, Cell]] = nothing_derived,
    ) -> None:  # fmt: skip
        draft = name or self.code
        self.wares = grid = WaresGrid(
            office, self.place_id, self.put, columns, self.find_goods, self.fill, derive=derive,
            faces=faces,
        )  # fmt: skip
        super().__init__(office, title, grid)
        self.terms = office.ask(stock_terms)
        self.header.chip.show_state("draft")
        self.header.chip.show()
        self.place = Combo([(ident, name) for ident, _, name in self.terms.warehouses])
        self.note = LineField()
        self._add_fields()
        self._add_day()
        bar = self.scan_bar(translate("Stock", "Scan: each scan is one more"), self.scan_in)
        bar.echo.undone.connect(self._unscan)
        _add_lots(self, bar)
        self._scanned: tuple[int, Decimal] | None = None
        discard = translate("Stock", "Discard")
        self.action(discard, self.discard, look=Look.GHOST, icon="trash-2")
        self.button = self.action(
            self._verb(), self.post, look=Look.PRIMARY, icon="check", shortcut="Ctrl+Return"
        )
        grid.kept = Kept(self._kept_cells(), "product", self._facts)
        grid.changed.connect(self._show_totals)
        grid.unknown.connect(self._unknown)
        Pasting(self, grid, self._take_pasted, goods=True, undo=self.undo)
        self.place.currentIndexChanged.connect(self._moved_house)
        self._show_totals()
        self.setFocusProxy(bar.field)
        self.note.returnPressed.connect(grid.start)
        self._begin(PlainStore(office, draft))

    def _add_day(self) -> None:
        """Last of the fields: when it was, where that is not now."""
        self.day = DateField()
        self.day.setPlaceholderText(translate("Stock", "today"))
        self.day.setMinimumWidth(theme.px(112))
        self.day_box = self.add_field(translate("Stock", "Date"), self.day, 2)
        self.day.textChanged.connect(self._clear_day)

    def _clear_day(self, _: str) -> None:
        self.day_box.refuse("")

    def _begin(self, store: PlainStore) -> None:
        """Write on the draft of this page, as far as it was written."""
        fields: dict[str, QWidget] = {"day": self.day}
        fields |= {str(at): field for at, field in enumerate(self._fields_kept())}
        self.writing = self.drafting = Drafting(self, store, fields, self._moved_house)
        self.writing.watch(self.grid)
        now = Step(self.header.title.text(), translate("Stock", "being written"), StepState.NOW)
        self.story.show([now])
        self.writing.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side panel gives way where there is little room."""
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= theme.px(NEEDS) + self.side.sizeHint().width())

    # -- for subclasses --------------------------------------------------------------------------

    @abstractmethod
    def _add_fields(self) -> None:
        """Put the fields into the row."""

    @abstractmethod
    def _verb(self) -> str:
        """What the primary button does."""

    @abstractmethod
    def _step(self) -> tuple[Callable[..., Posted], Any]:
        """The service and its command for what stands on the page. Raises RuleBroken."""

    @abstractmethod
    def cells_of(self, found: Held) -> dict[str, Cell]:
        """A line for a product, without its quantity."""

    def other_place(self) -> int:
        """The second warehouse, where there is one."""
        return 0

    # -- lines -----------------------------------------------------------------------------------

    def bring(self, wanted: Mapping[str, Any]) -> None:
        """Begin with lines: `products` one of each, or `lines` (product, quantity) at `place`."""
        if wanted.get("place"):
            self.place.choose(wanted["place"])
        for product_id in wanted.get("products", ()):
            self.put(int(product_id), Decimal(1))
        for product_id, pieces in wanted.get("lines", ()):
            self.put(int(product_id), pieces)
        for product_id, pieces, lot in wanted.get("lots", ()):
            row = self.put(int(product_id), pieces)
            known = unpacked((self.grid.lines.line(row) or {}).get("lots"))
            self.grid.lines.write(row, {"lots": packed([*known, LotPart(pieces, lot)])})
        self.writing.touched()

    incoming = False  # whether the goods come in, and make their lots

    def ask_lots(self) -> None:
        """Ask which lots, serial numbers and bins the chosen line is of."""
        lines = self.grid.lines
        row = self.grid.currentIndex().row()
        row = row if lines.line(row) is not None else len(lines.lines()) - 1
        line = lines.line(row)
        if line is None:
            return

        def take(parts: list[LotPart]) -> None:
            lines.write(row, {"lots": packed(parts)})
            self.grid.clear_refusal(row)

        wanted = Wanted(
            int(str(line["product"])), exact(line["quantity"]), self.place_id(), self.incoming
        )
        LotEntry(self.office, wanted, unpacked(line.get("lots")), take, self).open()

    def place_id(self) -> int:
        return int(self.place.value() or 0)

    def find_goods(self, text: str) -> list[Found]:
        """Products with stock, with what is on hand at the place."""
        found = self.office.ask(wares, text, self.place_id())
        plain = [
            Found(one.id, one.name, one.sku, figures.quantity(one.on_hand))
            for one in found
            if one.goods
        ]
        return [*(Found(*one) for one in self.office.ask(templates_called, text)), *plain]

    def fill(self, found: Found) -> Mapping[str, Cell]:
        cells = self._facts(found.key)
        return {**cells, "quantity": Decimal(1)} if cells else {}

    def _facts(self, product_id: int) -> Mapping[str, Cell]:
        """What is known of a product here; nothing of a service."""
        row = self.office.ask(held, product_id, self.place_id(), self.other_place())
        return self.cells_of(row) if row else {}

    def put(self, product_id: int, pieces: Decimal) -> int:
        """So many more of a product; the row they went to, or -1 for a service."""
        for row, line in enumerate(self.grid.lines.lines()):
            if line.get("product") == product_id:
                more = exact(line["quantity"]) + pieces
                self.grid.lines.write(row, {"quantity": more})
                self.grid.flash(row)
                return row
        found = self.office.ask(held, product_id, self.place_id(), self.other_place())
        if found is None:
            return -1
        row = self.grid.lines.add(self.cells_of(found) | {"quantity": pieces})
        self.grid.flash(row)
        return row

    def _take_pasted(self, line: "PastedLine") -> None:
        """A row of a spreadsheet; a price in it is the cost, where this paper asks for one."""
        row = self.put(line.product_id, line.values.get("quantity", Decimal(1)))
        if row >= 0 and "price" in line.values and "cost" in self._kept_cells():
            self.grid.lines.write(row, {"cost": line.values["price"]})

    def scan_in(self, code: str) -> None:
        """A code was scanned: one more of its product."""
        if self.scan is None:
            return
        try:
            found = self.office.ask(scanned_pieces, code)
        except RuleBroken as broken:
            self.refuse(broken)
            return
        if found is not None and self.wares.asked_variants(found.product_id):
            return
        row = self.put(found.product_id, found.pieces) if found else -1
        if found is None or row < 0:
            self._scanned = None
            words = translate("Stock", "is no product in stock")
            self.scan.echo.say(code, words, good=False)
            if found is None:
                stranger.offer(self, code, self.scan_in, self.scan.field.setFocus)
            return
        self._scanned = (found.product_id, found.pieces)
        line = self.grid.lines.line(row) or {}
        so_far = figures.quantity(exact(line["quantity"]))
        words = translate("Stock", "+{0}, {1} so far")
        self.scan.echo.say(str(line["name"]), words.format(figures.quantity(found.pieces), so_far))

    def _unscan(self) -> None:
        if self._scanned is None or self.scan is None:
            return
        product_id, pieces = self._scanned
        self._scanned = None
        self.scan.echo.say("")
        for row, line in enumerate(self.grid.lines.lines()):
            if line.get("product") == product_id:
                left = exact(line["quantity"]) - pieces
                if left > 0:
                    self.grid.lines.write(row, {"quantity": left})
                else:
                    self.grid.lines.remove(row)
                return

    def _unknown(self, typed: str) -> None:
        words = translate("Stock", "Nothing is called “{0}”.").format(typed)
        self.notice.refuse(words, serious=False)

    def _moved_house(self) -> None:
        """Another warehouse: the lines say what is on hand there."""
        with self.grid.lines.together():
            for row, line in enumerate(self.grid.lines.lines()):
                self.grid.lines.write(row, self._facts(int(str(line["product"]))))

    def load(self) -> None:
        self._moved_house()

    # -- posting ---------------------------------------------------------------------------------

    def post(self) -> None:
        """Post it whole, or say why not."""
        if self.day.value() is None and self.day.text().strip():
            self.day_box.refuse(wording.explain(errors.NotADate(self.day.text().strip())))
            return
        try:
            step, command = self._step()
        except RuleBroken as broken:
            self.refuse(broken)
            return
        command = replace(command, at=self.day.moment())
        self.writing.post(step, command, self._posted)

    def _posted(self, posted: Posted) -> None:
        office = self.office

        def undo() -> None:
            office.do(reverse, posted.id)

        words = translate("Stock", "{0} posted").format(posted.number)
        self.said.emit(words, translate("Stock", "Undo"), undo)
        self.wanted.emit(self.code, posted.id)
        self.done.emit()

    def refuse(self, broken: RuleBroken) -> None:
        """At the line of the product it speaks of, else at the top of the page."""
        sku = broken.facts.get("sku")
        for row, line in enumerate(self.grid.lines.lines()):
            if sku and line.get("sku") == sku:
                self.grid.refuse(row, wording.explain(broken), self._answers(row, broken))
                return
        super().refuse(broken)

    def _answers(self, row: int, broken: RuleBroken) -> list[Answer]:
        if isinstance(broken, errors.LotNeeded):
            self.grid.choose(row)
            return [Answer(translate("Lots", "Say which"), self.ask_lots)]
        available = Decimal(broken.facts.get("available", "0"))
        if available <= 0:
            return []

        def take_what_is_there() -> None:
            self.grid.lines.write(row, {"quantity": available})
            self.grid.clear_refusal(row)

        words = translate("Stock", "Take {0}").format(figures.quantity(available))
        return [Answer(words, take_what_is_there)]

    def discard(self) -> None:
        """Throw the draft away; the toast brings it back."""
        self.writing.discard()
        self.done.emit()

    # -- the draft -------------------------------------------------------------------------------

    def _fields_kept(self) -> list[Combo | LineField]:
        return [self.place, self.note]

    def _kept_cells(self) -> tuple[str, ...]:
        return ("product", "name", "sku", "unit", "quantity", "lots", "pieces")

    def _show_totals(self) -> None:
        lines = self.grid.lines.lines()
        self.button.setEnabled(bool(lines))
        pieces = sum((exact(line["quantity"]) for line in lines), ZERO)
        worth = sum((exact(line["quantity"]) * exact(line["cost"]) for line in lines), ZERO)
        rows = [
            (translate("Stock", "Lines"), figures.number(len(lines))),
            (translate("Stock", "Pieces"), figures.quantity(pieces)),
        ]
        if costs.seen():
            rows.append((translate("Stock", "Approximate value"), figures.money_with_sign(worth)))
        self.totals.show_totals(rows)

    def recall(self, memory: Any) -> None:
        self.writing.go_on_with(PlainStore(self.office, str(memory)))


def _add_lots(page: StockPaperPage, bar: ScanBar) -> None:
    lots = Button(translate("Lots", "Lots"), icon="layers", high=36)
    lots.setToolTip(translate("Lots", "Lots, serial numbers and bins"))
    lots.clicked.connect(page.ask_lots)
    lots.setVisible(page.office.ask(uses_lots))
    bar.add(lots)
    page.key("Ctrl+L", page.ask_lots)


def exact(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO
