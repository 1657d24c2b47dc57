"""The lines of an earlier paper with *how much of it now?*: receiving, shipping, returns, bills.

What is more than the earlier paper allows is said under its line at once, with the ways out; goods
beyond an order come in as lines of their own once somebody says how.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from erp_desktop.core.states import BUYING
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.document_rows import DocumentLine
from erp_desktop.services.purchasing.inspecting import Inspected
from erp_desktop.services.purchasing.returning import ReturnLine
from erp_desktop.services.trade import PartLine, TradeLine
from erp_desktop.views import figures, wording
from erp_desktop.views.stock.lot_cells import LotPart, parts_for
from erp_desktop.views.stock.pack_cells import PACKS, pack_cells
from erp_desktop.views.trade.deeds import WORDS, Deed
from erp_desktop.views.trade.finding import ProductFinder
from erp_desktop.views.trade.inspected import inspected_of
from erp_desktop.views.trade.line_faces import ChangeFace
from erp_desktop.views.trade.part_words import agreed_words, left_words, under_words
from erp_desktop.views.trade.pricing import NOTHING, line_amount, number
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.finder import Found
from erp_desktop.views.widgets.line_content import Kept, Packed, unpacked
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.lines_grid import LinesGrid
from erp_desktop.views.widgets.pack_face import TallPackFace
from erp_desktop.views.wording import QT_TRANSLATE_NOOP

translate = wording.translate
GROWING = frozenset({Deed.RECEIVE, Deed.SHIP})  # goods beyond the order may be added
# What a person says of a line; the rest is the earlier paper's.
KEPT = ("line_id", "product_id", "now", "price", "extra", "rejected", "reason", "photo", "claimed",
        "lots")  # fmt: skip
WITH_STOCK = frozenset({Deed.RECEIVE, Deed.SHIP, Deed.SEND_BACK})


def _columns(deed: Deed) -> list[LineColumn]:
    words, growing = WORDS[deed], deed in GROWING
    found = [
        LineColumn(Column("product", QT_TRANSLATE_NOOP("Table", "Product"), width=220),
                   finder=growing),
        LineColumn(Column("whole", words.whole, Kind.QUANTITY, 84)),
        LineColumn(Column("done", words.done, Kind.QUANTITY, 86)),
        LineColumn(Column("now", words.now, Kind.QUANTITY, 76), editable=True),
    ]  # fmt: skip
    if deed is Deed.RECEIVE:
        title = QT_TRANSLATE_NOOP("Table", "Rejected")
        found.append(LineColumn(Column("rejected", title, Kind.QUANTITY, 78), editable=True))
    if growing:
        title = QT_TRANSLATE_NOOP("Table", "Progress")
        found.append(LineColumn(Column("progress", title, width=116)))
    if deed in WITH_STOCK:
        title = QT_TRANSLATE_NOOP("Table", "On hand")
        found.append(LineColumn(Column("stock", title, Kind.QUANTITY, 78)))
    wide = 144 if growing else 104
    if deed is Deed.RECEIVE:
        wide = 138  # the last price and by how much it changed
    buying = WORDS[deed].makes in BUYING
    price = Column("price", QT_TRANSLATE_NOOP("Table", "Price"), Kind.PRICE, wide, cost=buying)
    found.append(LineColumn(price, editable=deed is Deed.BILL))
    amount = QT_TRANSLATE_NOOP("Table", "Amount")
    found.append(LineColumn(Column("amount", amount, Kind.MONEY, 90, cost=buying)))
    found.append(LineColumn(Column("last", "", hidden=True, cost=buying)))
    hidden = ("sku", "under", "unit", "arrived", "left", "allowed")
    return [*found, *(LineColumn(Column(key, "", hidden=True)) for key in hidden), *PACKS]


class PartGrid(LinesGrid):
    """`take(...)` shows a document's lines; `parts()` and `extras()` are what is done now."""

    def __init__(self, deed: Deed, finder: ProductFinder) -> None:
        self.deed = deed
        self._finder = finder
        price: faces.Face = faces.FigureFace()
        if deed is Deed.BILL:
            price = faces.InputFace()
        elif deed in GROWING:
            price = ChangeFace("last")
        super().__init__(
            _columns(deed),
            finder.find,
            self._extra_cells,
            derive=self._derived,
            faces={
                "product": faces.TwoLineFace("under"),
                "whole": TallPackFace(26),
                "done": TallPackFace(26),
                "stock": TallPackFace(26),
                "progress": faces.ProgressFace("arrived", "whole", "left", 44, "allowed"),
                "price": price,
            },
            growing=deed in GROWING,
        )
        self.kept = Kept(KEPT, "product_id", self._extra_of)

    # -- drafts ----------------------------------------------------------------------------------

    def show_typed(self, kept: Sequence[Packed]) -> None:
        """What was typed comes back to its lines, as they stand in the books now."""
        typed = [unpacked(one) for one in kept]
        said = {line["line_id"]: line for line in typed if line.get("line_id") is not None}
        lines: list[Mapping[str, Cell]] = []
        for line in self.lines.lines():
            own = said.get(line.get("line_id"))
            if line.get("line_id") is not None:
                lines.append({**line, "now": NOTHING, "extra": None, **(own or {})})
        for line in typed:
            product = line.get("product_id")
            if line.get("line_id") is None and isinstance(product, int):
                lines.append({**self._extra_of(product), **line})
        row = self.lines.become(lines)
        if row >= 0:
            self.choose(row)

    def _extra_of(self, product_id: int) -> Mapping[str, Cell]:
        return self._extra_cells(Found(product_id, ""))

    # -- what is shown ---------------------------------------------------------------------------

    def take(
        self, lines: Sequence[DocumentLine], now: Mapping[int, Decimal] | None = None,
        prices: Mapping[int, Decimal] | None = None, *, included: bool = False,
    ) -> None:  # fmt: skip
        """Show the lines of the earlier paper; `now` is what already stands to be done."""
        asked, priced = now or {}, prices or {}
        self.mark = bool(asked)
        packs = self._finder.packings([line.product_id for line in lines])
        self.show_lines([
            self._cells(line, asked.get(line.id), priced.get(line.id), included=included)
            | pack_cells(packs.get(line.product_id or 0))
            for line in lines
        ])  # fmt: skip

    def _cells(
        self, line: DocumentLine, now: Decimal | None, price: Decimal | None, *, included: bool
    ) -> dict[str, Cell]:
        back = self.deed in {Deed.SEND_BACK, Deed.TAKE_BACK}
        done = line.back if back else line.done
        start = WORDS[self.deed].prefilled and not self.mark
        left = max(line.quantity - done, NOTHING)
        return {
            "line_id": line.id,
            "product_id": line.product_id,
            "product": line.name,
            "sku": line.sku,
            "coded": line.sku,
            "agreed": agreed_words(line),
            "unit": line.unit,
            "whole": line.quantity,
            "done": done,
            "now": now if now is not None else left if start else NOTHING,
            "room": max((line.quantity if back else line.limit) - done, NOTHING),
            "stock": line.on_hand if line.goods else None,
            "price": line.price if price is None else price,
            "was": line.price,
            "last": line.last_price,
            "rate": line.rate,
            "basis": line.total if included else line.net,
        }

    def _extra_cells(self, found: Found) -> Mapping[str, Cell]:
        """A product that is not on the order."""
        facts = self._finder.facts(found.key)
        return {
            "line_id": None,
            "product_id": facts.id,
            "product": facts.name,
            "sku": facts.sku,
            "coded": facts.sku,
            "unit": facts.unit,
            "whole": NOTHING,
            "done": NOTHING,
            "now": Decimal(1),
            "stock": facts.on_hand,
            "price": facts.price,
            "last": facts.last_price,
            "rate": facts.rate,
            **pack_cells(self._finder.packings([facts.id]).get(facts.id)),
        }

    def _derived(self, line: Mapping[str, Cell]) -> Mapping[str, Cell]:
        now, whole = number(line.get("now")), number(line.get("whole"))
        arrived = number(line.get("done")) + now
        cost = self._proposed(line)
        return {
            **cost, "arrived": arrived, "left": left_words(whole, arrived),
            "under": under_words(line), "amount": self._amount({**line, **cost}),
            "allowed": int(now <= number(line.get("room"))),
        }  # fmt: skip

    def _proposed(self, line: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """What goes beyond an order costs the customer what it would cost by itself."""
        proposing = self._finder.proposing
        if line.get("line_id") is not None or proposing is None:
            return {}
        found = proposing.cells({**line, "quantity": line.get("now"), "price": None})
        return {"price": found["price"]} if "price" in found else {}

    def _amount(self, line: Mapping[str, Cell]) -> Decimal:
        """The agreed amount of an order's line; elsewhere what is done now comes to."""
        if line.get("line_id") is not None and self.deed in GROWING:
            return number(line.get("basis"))
        now, whole = number(line.get("now")), number(line.get("whole"))
        if line.get("line_id") is not None and line.get("price") == line.get("was") and whole:
            place = Decimal(1).scaleb(-figures.form().places)
            return (number(line.get("basis")) * now / whole).quantize(place)
        return line_amount(line, "now")

    # -- counting --------------------------------------------------------------------------------

    def add_one(self, product_id: int, quantity: Decimal) -> int:
        """A scan: one more of a product, on the line that is not full yet; -1 when it is on none.

        The first scan counts from nothing, even where all that is left stood there.
        """
        mine = [row for row, line in enumerate(self.lines.lines())
                if line.get("product_id") == product_id]  # fmt: skip
        if not mine:
            return -1
        self._begin_to_count()
        open_rows = [row for row in mine if self.room(row) > number(self.cell(row, "now"))]
        row = (open_rows or mine)[0]
        self.lines.write(row, {"now": number(self.cell(row, "now")) + quantity})
        self.flash(row)
        return row

    def add_extra(self, product_id: int, quantity: Decimal) -> int:
        """A line for a product that is not on the order."""
        self._begin_to_count()
        row = self.lines.add({**self._extra_cells(Found(product_id, "")), "now": quantity})
        self.flash(row)
        return row

    def _begin_to_count(self) -> None:
        if WORDS[self.deed].prefilled and not self.mark:
            self.write_all(NOTHING)
        self.mark = True

    def may_take(self, product_id: int) -> bool:
        """Whether a product stands on the paper, or may come in beyond it."""
        here = any(line.get("product_id") == product_id for line in self.lines.lines())
        return here or self.deed in GROWING

    def take_all(self) -> None:
        """All that is left of every line."""
        self.mark = True
        for row, line in enumerate(self.lines.lines()):
            if line.get("line_id") is not None:
                left = number(line.get("whole")) - number(line.get("done"))
                self.lines.write(row, {"now": max(left, NOTHING), "extra": None})

    def write_all(self, quantity: Decimal) -> None:
        for row in range(len(self.lines.lines())):
            self.lines.write(row, {"now": quantity, "extra": None})

    def cell(self, row: int, key: str) -> Cell:
        return (self.lines.line(row) or {}).get(key)

    def room(self, row: int) -> Decimal:
        """The most that this paper lets be done of a line."""
        room = self.cell(row, "room")
        return room if isinstance(room, Decimal) else Decimal(10**9)

    def row_of(self, sku: str) -> int:
        """The line of a product that is done now, by its code; -1 when there is none."""
        rows = [at for at, line in enumerate(self.lines.lines()) if line.get("sku") == sku]
        busy = [at for at in rows if number(self.cell(at, "now")) > 0]
        return (busy or rows or [-1])[0]

    def over_rows(self) -> list[int]:
        """The lines with more than there is room for, of which nobody said how."""
        return [
            row
            for row in range(len(self.lines.lines()))
            if number(self.cell(row, "now")) > self.room(row) and self.cell(row, "extra") is None
        ]

    def unexplained(self) -> list[int]:
        """The lines of which something was rejected and nobody said why."""
        return [
            row
            for row, line in enumerate(self.lines.lines())
            if number(line.get("rejected")) > 0 and not line.get("reason")
        ]

    # -- handing in ------------------------------------------------------------------------------

    def parts(self) -> list[PartLine]:
        """What is done now of the earlier paper's lines; what was rejected stays outside."""
        return [
            PartLine(
                int(str(line["line_id"])), part.quantity, self._new_price(line), part.lot or None,
                part.expires_on, check=None if at else inspected_of(line), serials=part.serials,
                bin_id=part.bin_id,
            )
            for line in self.lines.lines()
            if line.get("line_id") is not None
            and (self._within(line) or number(line.get("rejected")))
            for at, part in enumerate(self._portions(line, self._within(line)))
        ]  # fmt: skip

    @staticmethod
    def _portions(line: Mapping[str, Cell], quantity: Decimal) -> list[LotPart]:
        """A line by the lots, serial numbers and bins that were said. Raises LotNeeded."""
        return parts_for(line.get("lots"), quantity, str(line.get("sku")))

    def claimed(self) -> dict[int, Decimal]:
        """By line: what a bill claims where that is more than arrived."""
        return {
            int(str(line["line_id"])): number(line.get("claimed"))
            for line in self.lines.lines()
            if line.get("line_id") is not None and number(line.get("claimed"))
        }

    def returns(self) -> list[ReturnLine]:
        return [
            ReturnLine(part.line_id, part.quantity, None, part.lot, part.serials, part.bin_id)
            for part in self.parts()
        ]

    def extras(self) -> list[TradeLine]:
        """What comes or goes beyond the earlier paper."""
        found = []
        for line in self.lines.lines():
            quantity = number(line.get("now"))
            price = number(line.get("price"))
            if line.get("line_id") is not None:
                quantity -= self._within(line)
                price = number(line.get("extra"))
            if quantity > 0:
                rate = number(line.get("rate"))
                product_id = int(str(line["product_id"]))
                gift = line.get("line_id") is not None and self.deed is Deed.RECEIVE and not price
                check = Inspected(promotion=True) if gift else None
                own = line if line.get("line_id") is None else {"sku": line.get("sku")}
                found += [
                    TradeLine(product_id, part.quantity, price, rate=rate, lot=part.lot or None,
                              expires_on=part.expires_on, serials=part.serials,
                              bin_id=part.bin_id, check=check)
                    for part in self._portions(own, quantity)
                ]  # fmt: skip
        return found

    def _within(self, line: Mapping[str, Cell]) -> Decimal:
        """Without a word about the rest all of it is handed in, and the rule answers."""
        now = number(line.get("now"))
        if line.get("extra") is None:
            return now
        return min(now, number(line.get("room")))

    def _new_price(self, line: Mapping[str, Cell]) -> Decimal | None:
        price = line.get("price")
        changed = self.deed is Deed.BILL and price != line.get("was")
        return number(price) if changed else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete on an ordered line means: nothing of it now."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Delete and self.cell(row, "line_id") is not None:
            self.lines.write(row, {"now": NOTHING, "extra": None, "rejected": None, "reason": None})
            self.clear_refusal(row)
            return
        super().keyPressEvent(event)
