"""A posted document of the stock or the till, to be read, printed and reversed.

One page for transfer, write-off, opening stock, count, till sale, return and reversal: they differ
by their columns and their totals only.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO, quantity
from erp_desktop.core.shares import fraction
from erp_desktop.core.states import Kind
from erp_desktop.core.table import Cell, Column
from erp_desktop.core.table import Kind as Cells
from erp_desktop.reports.count_rows import catch_units, found_lines
from erp_desktop.reports.document_rows import DocumentLine, DocumentView, document
from erp_desktop.reports.exchanges import swapped
from erp_desktop.reports.place_rows import travel
from erp_desktop.services.catalogue.packing import packings
from erp_desktop.services.paper import Posted
from erp_desktop.services.records import record
from erp_desktop.services.reversing import reverse
from erp_desktop.services.shop.attachments import DOCUMENT, beside
from erp_desktop.views import costs, figures, wording
from erp_desktop.views.office import Office
from erp_desktop.views.printing import Printing
from erp_desktop.views.stock import exchange_view
from erp_desktop.views.stock.count_export import offer_count_export
from erp_desktop.views.stock.count_parts import DifferenceFace
from erp_desktop.views.stock.count_words import shelf_words
from erp_desktop.views.stock.lot_cells import moved_words
from erp_desktop.views.stock.pack_cells import PACK_COLUMNS, pack_cells
from erp_desktop.views.till.means import means_word
from erp_desktop.views.trade import story
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.buttons import Button, Look
from erp_desktop.views.widgets.dialog import Question
from erp_desktop.views.widgets.document_page import DocumentPage
from erp_desktop.views.widgets.faces import Face
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.menus import Menu
from erp_desktop.views.widgets.pack_face import TallPackFace

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
TILL = frozenset({Kind.SALE, Kind.SALES_RETURN})

NAME = Column("name", mark("Table", "Product"), Cells.TEXT, 260)
QUANTITY = Column("quantity", mark("Table", "Quantity"), Cells.QUANTITY, 110)
HIDDEN = (
    Column("sku", "sku", Cells.TEXT, 10, hidden=True),
    Column("under", "", Cells.TEXT, 10, hidden=True),
    Column("unit", "unit", Cells.TEXT, 10, hidden=True),
    Column("catch_unit", "", Cells.TEXT, 10, hidden=True),
    *PACK_COLUMNS,
)
SOLD = (
    NAME,
    QUANTITY,
    Column("price", mark("Table", "Price"), Cells.PRICE, 110),
    Column("discount", mark("Table", "Discount"), Cells.MONEY, 110),
    Column("tax", mark("Table", "Tax"), Cells.MONEY, 100),
    Column("amount", mark("Table", "Amount"), Cells.MONEY, 120),
)
MOVED = (
    NAME,
    QUANTITY,
    Column("cost", mark("Table", "Unit cost"), Cells.PRICE, 120, cost=True),
    Column("worth", mark("Table", "Value"), Cells.MONEY, 130, cost=True),
    Column("note", mark("Table", "Note"), Cells.TEXT, 160),
)
COUNTED = (
    NAME,
    Column("book", mark("Table", "Book"), Cells.QUANTITY, 110),
    Column("counted", mark("Table", "Actual"), Cells.QUANTITY, 110),
    Column("difference", mark("Table", "Difference"), Cells.QUANTITY, 110),
    Column("worth", mark("Table", "Value"), Cells.MONEY, 130, cost=True),
    Column("note", mark("Table", "Shelf"), Cells.TEXT, 140),
)
COUNTED_PIECES = (  # of goods whose pieces are kept beside the weight
    Column("pieces", mark("Table", "Pieces"), Cells.QUANTITY, 90),
    Column("more_pieces", mark("Table", "Pieces +/−"), Cells.QUANTITY, 90),
)


class DocumentViewPage(DocumentPage):
    """Shows one posted document; it is never edited, only reversed."""

    def __init__(self, office: Office, document_id: int) -> None:
        self._id = document_id
        self.view: DocumentView = office.ask(document, document_id)
        self.told = self._told_kind(office)
        columns = (*_columns(self.told), *HIDDEN)
        if self.told is Kind.COUNT and any(line.pieces is not None for line in self.view.lines):
            columns = (*COUNTED[:4], *COUNTED_PIECES, *COUNTED[4:], *HIDDEN)
        grid = LinesGrid(
            [LineColumn(one) for one in columns], _nothing_found, _nothing_filled,
            faces=_faces(self.told), growing=False,
        )  # fmt: skip
        self.swap = office.ask(swapped, document_id)
        kind = "exchange" if self.swap is not None else self.view.head.kind
        title = f"{wording.kind_word(kind)} {self.view.head.called}"
        super().__init__(office, title, grid)
        self._fields_row: list[LineField] = []
        self._show_fields()
        self._reverse = self.action(
            translate("Stock", "Reverse"), self.ask_reverse, look=Look.GHOST, icon="rotate-ccw"
        )
        self._offer()
        self.take_files(partial(beside, DOCUMENT, document_id))
        self.related.opened.connect(self._open_related)

    def _offer(self) -> None:
        """What can be done with it, the next step last."""
        self._copy: Button | None = None
        if self.told in {Kind.TRANSFER, Kind.WRITE_OFF}:
            self._copy = self.action(
                translate("Stock", "Reverse and copy"), self.reverse_and_copy, look=Look.GHOST,
                icon="copy",
            )  # fmt: skip
        if self.told is Kind.COUNT:
            offer_count_export(self, self.grid)
        self._print = self.action(
            translate("Stock", "Print"), self.print_it, look=Look.GHOST, icon="printer",
            shortcut="Ctrl+P",
        )  # fmt: skip
        self._return: Button | None = None
        self._swap: Button | None = None
        if self.told is Kind.SALE:
            self._swap = self.action(
                translate("Stock", "Exchange"), self._exchange, icon="repeat", shortcut="F6"
            )
            self._return = self.action(
                translate("Stock", "Take back"), self._take_back, look=Look.PRIMARY,
                icon="undo-2", shortcut="F8",
            )  # fmt: skip
        self._arrive: Button | None = None
        if self.told is Kind.TRANSFER:
            self._arrive = self.action(
                translate("Stock", "Receive"), self._receive, look=Look.PRIMARY,
                icon="package-check", shortcut="Ctrl+Return",
            )  # fmt: skip

    def _told_kind(self, office: Office) -> Kind:
        """What it is about: a reversal is about the document it answers."""
        head = self.view.head
        if head.kind is not Kind.REVERSAL or head.of_id is None:
            return head.kind
        return office.ask(document, head.of_id).head.kind

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        self.view = self.office.ask(document, self._id)
        head = self.view.head
        self.named.emit(head.called)
        on_the_way = self._show_way() if self._arrive is not None else ""
        self.header.chip.show_state(on_the_way or head.state)
        self.header.chip.show()
        at = figures.moment(head.posted_at)
        self.say_fact(translate("Stock", "posted {0} {1}").format(at, head.person).strip())
        posted = head.state == "posted" and head.kind is not Kind.REVERSAL
        for button in (self._reverse, self._copy, self._return, self._swap):
            if button is not None:
                button.setVisible(posted)
        came = exchange_view.lines(self.swap) if self.swap is not None else []
        self.grid.show_lines([*self._lines(), *came])
        self.totals.show_totals(self._totals())
        self._show_side()

    def _show_way(self) -> str:
        """How far a transfer has come; empty for one that was done in one step."""
        left = self.office.ask(travel, self._id).left if self.view.head.state == "posted" else ZERO
        if self._arrive is not None:
            self._arrive.setVisible(bool(left))
        sent = sum((line.quantity for line in self.view.lines), ZERO)
        if not left:
            return ""
        return "in_transit" if left == sent else f"partly_arrived:{fraction(sent - left, sent)}"

    def _show_fields(self) -> None:
        head = self.view.head
        where = translate("Stock", "From") if head.to_place else translate("Stock", "Warehouse")
        shown = [
            (translate("Stock", "Date"), figures.moment(head.at), 2),
            (where, head.place, 3),
            (translate("Stock", "To"), head.to_place, 3),
            (translate("Stock", "Customer"), head.partner, 3),
            (translate("Stock", "Came back of"), self.swap.back_of if self.swap else "", 3),
            (translate("Stock", "Reason"), self._reason(), 3),
            (translate("Stock", "Note"), head.note, 4),
        ]
        for words, value, share in shown:
            if value:
                self.add_field(words, _read_only(value), share)

    def _reason(self) -> str:
        return (self.swap.back if self.swap is not None else self.view).head.reason

    def _lines(self) -> list[dict[str, Cell]]:
        counted = self._counted() if self.told is Kind.COUNT else {}
        sign = -1 if self.view.head.kind in {Kind.REVERSAL, Kind.SALES_RETURN} else 1
        packs = self.office.ask(packings, [line.product_id for line in self.view.lines])
        return [
            exchange_view.line_cells(line, sign * self._way(line), self.view.head.tax_included)
            | pack_cells(packs.get(line.product_id or 0))
            | counted.get(line.id, {})
            | {"under": self._under(line)}
            for line in self.view.lines
        ]

    def _under(self, line: DocumentLine) -> str:
        """The code, and which lots and bins it moved."""
        lots = moved_words(self.view.lots.get(line.id, ()))
        return f"{line.sku} · {lots}" if lots else line.sku

    def _way(self, line: DocumentLine) -> int:
        """What an assembly used goes out; only what it made has a share of the value."""
        return -1 if self.told is Kind.ASSEMBLY and not line.price else 1

    def _counted(self) -> dict[int, dict[str, Cell]]:
        """By line: what the books say was there, what was counted, and the difference by now."""
        worth, lines = (
            self.office.ask(found_lines, self._id),
            self.office.ask(record, self._id).lines,
        )
        caught = self.office.ask(
            catch_units, [row.product_id for row in lines if row.pieces is not None]
        )
        cells: dict[int, dict[str, Cell]] = {}
        for row in lines:
            found = worth.get(row.id)
            if row.counted is None or found is None:
                continue
            there = quantity(row.counted)
            cells[row.id] = {
                "book": there - found.difference, "counted": there,
                "difference": found.difference, "worth": found.worth,
                "note": shelf_words(row.note),
            }  # fmt: skip
            if row.pieces is not None:
                pieces = {"pieces": quantity(row.pieces), "more_pieces": found.more_pieces}
                cells[row.id] |= {**pieces, "catch_unit": caught.get(row.product_id or 0)}
        return cells

    def _totals(self) -> list[tuple[str, str]]:
        if self.told in TILL:
            return self._money_totals()
        if self.told is Kind.ASSEMBLY:
            return self._assembly_totals()
        worth = sum((_exact(line.get("worth")) for line in self.grid.lines.lines()), ZERO)
        lines = figures.number(len(self.view.lines))
        pieces = sum((line.quantity for line in self.view.lines), ZERO)
        rows = [(translate("Stock", "Lines"), lines)]
        if self.told is not Kind.COUNT:
            rows.append((translate("Stock", "Pieces"), figures.quantity(pieces)))
        words = translate("Stock", "Net difference")
        if self.told is not Kind.COUNT:
            lost = self.told is Kind.WRITE_OFF
            words = translate("Stock", "Loss") if lost else translate("Stock", "Value")
        return [*rows, (words, figures.money_with_sign(worth))] if costs.seen() else rows

    def _assembly_totals(self) -> list[tuple[str, str]]:
        """What went in, the work on it, and what came out: the same to the cent."""
        if not costs.seen():
            return []
        worths = [_exact(line.get("worth")) for line in self.grid.lines.lines()]
        used = -sum((worth for worth in worths if worth < 0), ZERO)
        made = sum((worth for worth in worths if worth > 0), ZERO)
        return [
            (translate("Stock", "Went in"), figures.money(used)),
            (translate("Assembly", "Labour"), figures.money(made - used)),
            (translate("Stock", "Came out"), figures.money_with_sign(made)),
        ]

    def _money_totals(self) -> list[tuple[str, str]]:
        if self.swap is not None:
            return exchange_view.totals(self.swap)
        head = self.view.head
        off = sum((line.discount for line in self.view.lines), ZERO)
        rows = [(translate("Stock", "Discounts"), figures.money(-off))] if off else []
        rows.append((translate("Stock", "Net"), figures.money(head.net)))
        rows.append((translate("Stock", "Tax"), figures.money(head.tax)))
        for method, amount in self.view.methods:
            rows.append((means_word(method), figures.money(amount)))
        back = head.kind is Kind.SALES_RETURN
        words = translate("Stock", "Refund") if back else translate("Stock", "Total")
        return [*rows, (words, figures.money_with_sign(head.total))]

    def _show_side(self) -> None:
        """What belongs to it, who did what, and its note."""
        self.story.show((), story.related_of(self.view), story.history_of(self.view))
        self.take_remarks(self._id)
        self.side.show()

    # -- deeds -----------------------------------------------------------------------------------

    def print_it(self) -> None:
        """Show its paper; a choice where it has several."""
        printing = Printing(self.office)
        papers = printing.papers(self._id)
        if len(papers) == 1:
            self._preview(papers[0][0])
        elif papers:
            menu = Menu(parent=self)
            for kind, title in papers:
                menu.addAction(title).triggered.connect(partial(self._preview, kind))
            menu.popup(self._print.mapToGlobal(self._print.rect().bottomLeft()))

    def _preview(self, kind: str, _checked: object = None) -> None:
        try:
            Printing(self.office).preview(self, kind, self._id)
        except RuleBroken as broken:
            self.refuse(broken)

    def ask_reverse(self) -> None:
        """A reversal cannot be taken back: ask once."""
        called = self.view.head.called
        title = translate("Stock", "Reverse {0}?").format(called)
        words = translate(
            "Stock", "Goods and money go back as they came. The document stays, marked as reversed."
        )
        verb = translate("Stock", "Reverse")
        question = Question(title, words, verb, danger=True, parent=self)
        question.accepted.connect(self.reverse)
        question.open()

    def reverse(self) -> None:
        """Answer the document with its reversal."""
        self.book(reverse, self._id, self._tell_reversed)

    def _tell_reversed(self, posted: Posted) -> None:
        words = translate("Stock", "{0} reversed by {1}")
        self.said.emit(words.format(self.view.head.called, posted.number), "", None)

    def reverse_and_copy(self) -> None:
        """Reverse it, and begin a new one with the same lines."""
        self.book(reverse, self._id, self._begin_copy)

    def _begin_copy(self, posted: Posted) -> None:
        lines = [(line.product_id, line.quantity) for line in self.view.lines if line.product_id]
        head = self.view.head
        self._tell_reversed(posted)
        self.wanted.emit(
            str(head.kind), {"lines": lines, "place": head.place_id, "copy_of": head.called}
        )

    def _receive(self) -> None:
        self.wanted.emit("transfer_in", {"of": self._id})

    def _take_back(self) -> None:
        self.wanted.emit("sale_return", self._id)

    def _exchange(self) -> None:
        self.wanted.emit("sale_exchange", self._id)

    def _open_related(self, key: int) -> None:
        story.open_related(self, self.view, key)


def _columns(kind: Kind) -> Sequence[Column]:
    if kind in TILL:
        return SOLD
    return COUNTED if kind is Kind.COUNT else MOVED


def _faces(kind: Kind) -> dict[str, Face]:
    special: dict[str, Face] = {"name": faces.TwoLineFace("under")}
    if kind is Kind.COUNT:
        special |= {"book": TallPackFace(), "counted": TallPackFace()}
        special |= {"pieces": faces.UnitFace("catch_unit"), "more_pieces": DifferenceFace()}
        return special | {"difference": DifferenceFace(), "worth": DifferenceFace()}
    plain = kind in TILL  # as it was sold
    return special | {"quantity": faces.UnitFace("unit", 30) if plain else TallPackFace()}


def _exact(cell: Cell) -> Decimal:
    return cell if isinstance(cell, Decimal) else ZERO


def _read_only(words: str) -> LineField:
    field = LineField()
    field.setText(words)
    field.setCursorPosition(0)
    field.setReadOnly(True)
    return field


def _nothing_found(text: str) -> list[Any]:  # noqa: ARG001
    return []


def _nothing_filled(found: Any) -> dict[str, Cell]:  # noqa: ARG001
    return {}
