"""The lines of a document while it is written: product found in the cell, quantity, price.

What is on the shelf and what the thing cost (or brought) the last time stand beside what is typed.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from erp_desktop.core import errors
from erp_desktop.core.packs import Part, typed_parts, typed_quantity
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.reports.trade_facts import ProductFacts
from erp_desktop.services.trade import TradeLine
from erp_desktop.views.stock.lot_cells import LotPart, parts_for, parts_words
from erp_desktop.views.trade.finding import ProductFinder, cells_of
from erp_desktop.views.trade.inspected import inspected_of
from erp_desktop.views.trade.line_faces import ShortFace, WrittenFace, counted
from erp_desktop.views.trade.line_units import (
    PiecesFace,
    UnitChoiceFace,
    last_price,
    next_unit,
    unit_cells,
    written_in,
)
from erp_desktop.views.trade.pricing import NOTHING, line_amount, number
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_content import Kept
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.pack_face import TallPackFace
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

# What a person agrees on a line; stock and the last price are found anew.
KEPT = (
    "product_id", "product", "sku", "unit", "factor", "quantity", "price", "rate", "percent_off",
    "pieces", "let", "note", "lots", "rejected", "reason", "photo", "offered",
)  # fmt: skip

HIDDEN = ("sku", "under", "own_unit", "units", "factor", "catch_unit", "pack")


def _columns(*, buying: bool, discounts: bool, inspected: bool) -> list[LineColumn]:
    last = QT_TRANSLATE_NOOP("Table", "Last cost")
    if not buying:
        last = QT_TRANSLATE_NOOP("Table", "Last price")
    columns = [
        LineColumn(Column("product", QT_TRANSLATE_NOOP("Table", "Product"), width=240),
                   finder=True),
        LineColumn(Column("stock", QT_TRANSLATE_NOOP("Table", "Available"), Kind.QUANTITY, 104)),
        LineColumn(Column("quantity", QT_TRANSLATE_NOOP("Table", "Quantity"), Kind.QUANTITY, 92),
                   editable=True),
        LineColumn(Column("unit", QT_TRANSLATE_NOOP("Table", "Unit"), width=60)),
        LineColumn(Column("pieces", QT_TRANSLATE_NOOP("Table", "Pieces"), Kind.QUANTITY, 92,
                          hidden=True), editable=True),
        LineColumn(Column("last", last, Kind.PRICE, 92, cost=buying)),
        LineColumn(Column("price", QT_TRANSLATE_NOOP("Table", "Price"), Kind.PRICE, 104,
                          cost=buying),
                   editable=True),
    ]  # fmt: skip
    if inspected:
        rejected = Column("rejected", QT_TRANSLATE_NOOP("Table", "Rejected"), Kind.QUANTITY, 92)
        columns.insert(3, LineColumn(rejected, editable=True))
    if discounts:
        title = QT_TRANSLATE_NOOP("Table", "Discount %")
        off = Column("percent_off", title, Kind.PERCENT, 96, cost=buying)
        columns.append(LineColumn(off, editable=True))
    amount = QT_TRANSLATE_NOOP("Table", "Amount")
    columns.append(LineColumn(Column("amount", amount, Kind.MONEY, 116, cost=buying)))
    columns += [LineColumn(Column(key, "", hidden=True)) for key in HIDDEN]
    columns.append(LineColumn(Column("holds", "", Kind.QUANTITY, hidden=True)))
    return columns


class DraftGrid(LinesGrid):
    """`commands()` gives the lines as services take them; `template_found(product, row)` when
    what was found comes in variants."""

    template_found = Signal(int, int)

    def __init__(
        self, finder: ProductFinder, *, buying: bool, discounts: bool, inspected: bool = False
    ) -> None:
        self._finder = finder
        self._proposing = finder.proposing
        super().__init__(
            _columns(buying=buying, discounts=discounts, inspected=inspected),
            finder.find,
            finder.fill,
            derive=self._derived,
            faces={
                "product": faces.TwoLineFace("under"),
                "stock": (TallPackFace if buying else ShortFace)(26, unit="own_unit"),
                "quantity": WrittenFace(field=True),
                "unit": UnitChoiceFace(),
                "pieces": PiecesFace("catch_unit"),
                "last": faces.FigureFace(role="text3"),
            },
        )
        self.kept = Kept(KEPT, "product_id", self._facts)
        self.lines.measure = self._measured
        self.clicked.connect(self._clicked_unit)
        self.changed.connect(self._offer_pieces)

    def _offer_pieces(self) -> None:
        """Pieces beside the weight can be written where a product is kept in both (L-59)."""
        lines = list(enumerate(self.lines.lines()))
        weighed = {row for row, line in lines if line.get("catch_unit")}
        self.lines.closed = {(row, "pieces") for row, _ in lines if row not in weighed}
        at = [column.key for column in self.lines.columns].index("pieces") + 1
        if self.header.isSectionHidden(at) == bool(weighed):
            self.header.setSectionHidden(at, not weighed)
            self.share_room()

    def _facts(self, product_id: int) -> Mapping[str, Cell]:
        return cells_of(self._finder.facts(product_id))

    def _measured(self, line: Mapping[str, Cell], key: str, text: str) -> Mapping[str, Cell]:
        """`3 c` writes the line in cases, `3 c + 4` in the product's own unit; the price follows.
        Raises NotANumber, NoSuchUnit."""
        facts = self._finder.facts(_key(line))
        units = {one.unit: one.factor for one in facts.units}
        first, *more = typed_parts(text, facts.unit, units)
        if more:
            first = Part(typed_quantity(text, facts.unit, units), facts.unit)
        same = first.unit == line.get("unit")
        return {key: first.number} | ({} if same else unit_cells(facts, first.unit))

    def add_product(
        self, product_id: int, quantity: Decimal = Decimal(1), unit: str | None = None
    ) -> int:
        """More of a product, in one of its units (None: its own): on its line, or on a new one.

        Its row.
        """
        facts = self._finder.facts(product_id)
        written = unit_cells(facts, unit or facts.unit)
        for row, line in enumerate(self.lines.lines()):
            if line.get("product_id") == product_id and line.get("unit") == written["unit"]:
                more = number(line.get("quantity")) + quantity
                self.lines.write(row, {"quantity": more})
                self.flash(row)
                return row
        row = self.lines.add({**cells_of(facts), **written, "quantity": quantity})
        self.flash(row)
        return row

    def pick(self, row: int, found: Found) -> None:
        """What comes in variants is asked for in a grid of them."""
        if self._finder.facts(found.key).is_template:
            self.template_found.emit(found.key, row)
        else:
            super().pick(row, found)

    def turn_unit(self, row: int) -> None:
        """Write a line in the next of its product's units; the price follows."""
        line = self.lines.line(row)
        if line is not None and line.get("units"):
            facts = self._finder.facts(_key(line))
            self.lines.write(row, unit_cells(facts, next_unit(facts, str(line.get("unit")))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.own_key(event):
            super().keyPressEvent(event)

    def own_key(self, event: QKeyEvent) -> bool:
        """Alt+U takes the next unit, also while a cell is being written, which then goes on."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if not alt or event.key() != Qt.Key.Key_U:
            return False
        index, writing = self.currentIndex(), self.state() is self.State.EditingState
        self.take_typed()
        self.turn_unit(index.row())
        if writing and self.lines.may_edit(index):
            self.edit(index)
        return True

    def _clicked_unit(self, index: QModelIndex) -> None:
        if index.column() and self.lines.columns[index.column() - 1].key == "unit":
            self.turn_unit(index.row())

    def refresh_products(self) -> None:
        """The warehouse changed: read stock anew; what was typed stays."""
        with self.lines.together():
            for row, line in enumerate(self.lines.lines()):
                facts = self._finder.facts(_key(line))
                self.lines.write(row, {"stock": facts.available if facts.goods else None})

    def refresh_prices(self) -> None:
        """Another customer or day: what nobody priced is proposed anew."""
        if self._proposing is None:
            return
        with self.lines.together():
            for row, line in enumerate(self.lines.lines()):
                proposed = self._proposing.cells(line)
                if any(line.get(key) != cell for key, cell in proposed.items()):
                    self.lines.write(row, {})

    def _derived(self, line: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """What follows from what was written: the price that nobody typed, the amount, the words
        below the product's name."""
        proposed = {} if self._proposing is None else self._proposing.cells(line)
        line = {**line, **proposed}
        said = (
            str(line.get("sku") or ""),
            counted(line),
            str(line.get("reason") or ""),
            parts_words(line.get("lots")),
            str(line.get("why") or ""),
        )
        under = " · ".join(filter(None, said))
        return {
            **proposed,
            "amount": line_amount(line),
            "last": last_price(line),
            "under": under,
        }

    def commands(self, *, good_only: bool = False) -> list[TradeLine]:
        """The lines as services take them; only those with a good quantity, when that is asked.
        Raises Missing where a quantity is not written."""
        return [
            command
            for line in self.lines.lines()
            if not good_only or number(line.get("quantity")) > 0
            for command in _commands(line)
        ]

    def bad_row(self) -> int:
        """The first line whose quantity is missing or not above zero; -1 when all are good. What
        was rejected altogether is good with nothing."""
        lines = enumerate(self.lines.lines())
        return next((at for at, line in lines if number(line.get("quantity")) <= 0
                     and number(line.get("rejected")) <= 0), -1)  # fmt: skip

    def unexplained(self) -> list[int]:
        """The lines of which something was rejected and nobody said why."""
        lines = enumerate(self.lines.lines())
        return [at for at, line in lines
                if number(line.get("rejected")) > 0 and not line.get("reason")]  # fmt: skip

    def cell(self, row: int, key: str) -> Cell:
        """A cell by its column; None of a line that is not there."""
        return (self.lines.line(row) or {}).get(key)

    def row_of(self, sku: str) -> int:
        """The line of a product by its code; -1 when it is not here."""
        lines = enumerate(self.lines.lines())
        return next((at for at, line in lines if line.get("sku") == sku), -1)


def _key(line: Mapping[str, Cell]) -> int:
    product_id = line.get("product_id")
    return product_id if isinstance(product_id, int) else 0


def _commands(line: Mapping[str, Cell]) -> list[TradeLine]:
    """A line as services take it, each of its lots on its own. Raises Missing, LotNeeded."""
    whole = _command(line)
    factor = number(line.get("factor")) or Decimal(1)
    parts = parts_for(line.get("lots"), whole.quantity * factor, str(line.get("sku") or ""))
    if len(parts) == 1:
        return [_of_lot(whole, parts[0], whole.quantity)]
    found = [_of_lot(whole, part, part.quantity / factor) for part in parts]
    return [found[0], *(replace(one, check=None, pieces=None) for one in found[1:])]


def _of_lot(line: TradeLine, part: LotPart, much: Decimal) -> TradeLine:
    return replace(
        line, quantity=much, lot=part.lot or None, expires_on=part.expires_on,
        serials=part.serials, bin_id=part.bin_id,
    )  # fmt: skip


def _command(line: Mapping[str, Cell]) -> TradeLine:
    quantity, check = line.get("quantity"), inspected_of(line)
    if not isinstance(quantity, Decimal):
        if check is None:
            raise errors.Missing("quantity")
        quantity = NOTHING
    return TradeLine(
        product_id=_key(line),
        quantity=quantity,
        unit=written_in(line),
        pieces=_pieces(line),
        price=number(line.get("price")),
        percent_off=number(line.get("percent_off")),
        rate=number(line.get("rate")),
        name=str(line.get("product") or ""),
        note=str(line.get("note") or ""),
        check=check,
    )


def _pieces(line: Mapping[str, Cell]) -> Decimal | None:
    pieces = line.get("pieces")
    return pieces if line.get("catch_unit") and isinstance(pieces, Decimal) else None


def saved_line(line: DocumentLine, facts: ProductFacts | None) -> dict[str, Cell]:
    """A line of an earlier document as cells of this grid."""
    cells: dict[str, Any] = {} if facts is None else cells_of(facts)
    return cells | {
        "product_id": line.product_id,
        "product": line.name,
        "sku": line.sku,
        "unit": line.written_unit,
        "factor": line.factor,
        "pieces": line.pieces,
        "quantity": line.in_unit(line.quantity),
        "price": line.price if line.written_price is None else line.written_price,
        "rate": line.rate,
        "percent_off": line.percent_off or NOTHING,
        "note": line.note,
        "offered": None,  # it was agreed: it stays, unless it turns out to be the proposed one
    }
