"""Writing a transfer (调拨), a write-off (报损) and opening stock (期初库存)."""

from collections.abc import Callable, Mapping
from typing import Any

from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.count_rows import Held
from erp_desktop.services.paper import Posted
from erp_desktop.services.stock.opening import OpeningLine, OpenStock, open_stock
from erp_desktop.services.stock.transferring import (
    MoveLine,
    TransferGoods,
    WriteOff,
    transfer_goods,
    write_off,
)
from erp_desktop.views import wording
from erp_desktop.views.office import Office
from erp_desktop.views.stock.lot_cells import parts_for, parts_words
from erp_desktop.views.stock.pack_cells import PACKS, in_packs, pack_cells
from erp_desktop.views.stock.paper_page import StockPaperPage, exact
from erp_desktop.views.trade.line_units import PiecesFace
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.pack_face import TallPackFace

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP

NAME = LineColumn(Column("name", mark("Table", "Product"), Kind.TEXT, 260), finder=True)
QUANTITY = Column("quantity", mark("Table", "Quantity"), Kind.QUANTITY, 110)
PIECES = LineColumn(
    Column("pieces", mark("Table", "Pieces"), Kind.QUANTITY, 96, hidden=True), editable=True
)
HIDDEN = (
    LineColumn(Column("catch_unit", "", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("sku", "sku", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("under", "", Kind.TEXT, 10, hidden=True)),
    LineColumn(Column("unit", "unit", Kind.TEXT, 10, hidden=True)),
    *PACKS,
)
# Why goods are gone, as shops write it down; other words may be typed.
REASONS = (
    mark("Reason", "Damaged"),
    mark("Reason", "Expired"),
    mark("Reason", "Lost or stolen"),
    mark("Reason", "Sample or own use"),
    mark("Reason", "Given away"),
    mark("Reason", "Other"),
)


class TransferPage(StockPaperPage):
    """From one warehouse to another; both ends say what is there now and what will be."""

    code = "transfer"

    def __init__(self, office: Office, name: str = "") -> None:
        columns = (
            NAME,
            LineColumn(Column("here", mark("Table", "On hand here"), Kind.QUANTITY, 120)),
            LineColumn(Column("there", mark("Table", "On hand there"), Kind.QUANTITY, 120)),
            LineColumn(QUANTITY, editable=True),
            PIECES,
            LineColumn(Column("after", mark("Table", "Left here"), Kind.QUANTITY, 110)),
            *HIDDEN,
        )
        special = {
            "name": faces.TwoLineFace("under"), "here": TallPackFace(), "there": TallPackFace(),
            "pieces": PiecesFace("catch_unit"), "after": TallPackFace(),
        }  # fmt: skip
        title = translate("Stock", "New transfer")
        super().__init__(office, title, columns, special, name=name, derive=_left)

    def _add_fields(self) -> None:
        self.target = Combo([(ident, name) for ident, _, name in self.terms.warehouses])
        self.target.setCurrentIndex(min(1, self.target.count() - 1))
        self.target.currentIndexChanged.connect(self._moved_house)
        self.travels = Combo([
            (False, translate("Stock", "at once")),
            (True, translate("Stock", "later, when received")),
        ])  # fmt: skip
        self.add_field(translate("Stock", "From"), self.place, 3)
        self.add_field(translate("Stock", "To"), self.target, 3)
        self.add_field(translate("Stock", "Arrives"), self.travels, 3)
        self.add_field(translate("Stock", "Note"), self.note, 5)

    def bring(self, wanted: Mapping[str, Any]) -> None:
        self.travels.choose(bool(wanted.get("travels")))
        super().bring(wanted)

    def _fields_kept(self) -> list[Combo | LineField]:
        return [self.place, self.note, self.target, self.travels]

    def _verb(self) -> str:
        return translate("Stock", "Transfer")

    def other_place(self) -> int:
        return int(self.target.value() or 0)

    def cells_of(self, found: Held) -> dict[str, Cell]:
        return _common(found) | {"here": found.here, "there": found.there}

    def _step(self) -> tuple[Callable[..., Posted], Any]:
        note = self.note.text().strip()
        command = TransferGoods(
            self.place_id(), self.other_place(), _moves(self), note=note,
            travels=bool(self.travels.value()),
        )  # fmt: skip
        return transfer_goods, command


class WriteOffPage(StockPaperPage):
    """Goods that are gone, and why."""

    code = "write_off"

    def bring(self, wanted: Mapping[str, Any]) -> None:
        if wanted.get("reason"):
            self.reason.choose(wanted["reason"])
        super().bring(wanted)

    def __init__(self, office: Office, name: str = "") -> None:
        columns = (
            NAME,
            LineColumn(Column("here", mark("Table", "On hand"), Kind.QUANTITY, 120)),
            LineColumn(QUANTITY, editable=True),
            PIECES,
            LineColumn(Column("after", mark("Table", "Left"), Kind.QUANTITY, 110)),
            LineColumn(Column("cost", mark("Table", "Unit cost"), Kind.PRICE, 110, cost=True)),
            LineColumn(Column("worth", mark("Table", "Loss"), Kind.MONEY, 120, cost=True)),
            *HIDDEN,
        )
        special = {
            "name": faces.TwoLineFace("under"),
            "here": TallPackFace(),
            "after": TallPackFace(),
            "pieces": PiecesFace("catch_unit"),
        }
        title = translate("Stock", "New write-off")
        super().__init__(office, title, columns, special, name=name, derive=_lost)

    def _add_fields(self) -> None:
        self.reason = Combo([(one, translate("Reason", one)) for one in REASONS])
        self.add_field(translate("Stock", "Warehouse"), self.place, 3)
        self.add_field(translate("Stock", "Reason"), self.reason, 3)
        self.add_field(translate("Stock", "Note"), self.note, 6)

    def _fields_kept(self) -> list[Combo | LineField]:
        return [self.place, self.note, self.reason]

    def _verb(self) -> str:
        return translate("Stock", "Write off")

    def cells_of(self, found: Held) -> dict[str, Cell]:
        return _common(found) | {"here": found.here}

    def _step(self) -> tuple[Callable[..., Posted], Any]:
        """The reason is kept in the words the person chose it by: the papers say it so."""
        reason, note = self.reason.currentText(), self.note.text().strip()
        return write_off, WriteOff(_moves(self), reason, self.place_id(), note=note)


class OpeningPage(StockPaperPage):
    """What was on the shelves when the shop began with this program, and what it had cost."""

    code = "opening"
    incoming = True

    def __init__(self, office: Office, name: str = "") -> None:
        columns = (
            NAME,
            LineColumn(Column("here", mark("Table", "On hand"), Kind.QUANTITY, 110)),
            LineColumn(QUANTITY, editable=True),
            LineColumn(
                Column("cost", mark("Table", "Unit cost"), Kind.PRICE, 120, cost=True),
                editable=True,
            ),
            LineColumn(Column("worth", mark("Table", "Value"), Kind.MONEY, 130, cost=True)),
            *HIDDEN,
        )
        special = {"name": faces.TwoLineFace("under"), "here": TallPackFace()}
        title = translate("Stock", "Opening stock")
        super().__init__(office, title, columns, special, name=name, derive=_worth)

    def _add_fields(self) -> None:
        self.add_field(translate("Stock", "Warehouse"), self.place, 3)
        self.add_field(translate("Stock", "Note"), self.note, 6)

    def _verb(self) -> str:
        return translate("Stock", "Take into stock")

    def _kept_cells(self) -> tuple[str, ...]:
        return (*super()._kept_cells(), "cost")

    def cells_of(self, found: Held) -> dict[str, Cell]:
        """A typed cost stays when the warehouse changes."""
        known = next(
            (line for line in self.grid.lines.lines() if line.get("product") == found.id), None
        )
        cells = _common(found) | {"here": found.here}
        return cells | {"cost": known["cost"]} if known else cells

    def _step(self) -> tuple[Callable[..., Posted], Any]:
        lines = [
            OpeningLine(
                int(str(line["product"])),
                part.quantity,
                exact(line["cost"]),
                lot=part.lot or None,
                expires_on=part.expires_on,
                serials=part.serials,
                bin_id=part.bin_id,
            )
            for line in self.grid.lines.lines()
            for part in parts_for(line.get("lots"), exact(line["quantity"]), str(line["sku"]))
        ]
        return open_stock, OpenStock(lines, self.place_id(), note=self.note.text().strip())


def _common(found: Held) -> dict[str, Cell]:
    return {
        "product": found.id, "name": found.name, "sku": found.sku, "unit": found.unit,
        "cost": found.cost, "catch_unit": found.catch_unit or None, **pack_cells(found.packing),
    }  # fmt: skip


def _moves(page: StockPaperPage) -> list[MoveLine]:
    """The lines as the service takes them, each lot and bin on its own. Raises LotNeeded."""
    found = []
    for line in page.grid.lines.lines():
        parts = parts_for(line.get("lots"), exact(line["quantity"]), str(line["sku"]))
        alone = len(parts) == 1 and line.get("catch_unit")
        pieces = exact(line.get("pieces")) or None
        found += [
            MoveLine(int(str(line["product"])), part.quantity, lot=part.lot or None,
                     serials=part.serials, bin_id=part.bin_id, pieces=pieces if alone else None)
            for part in parts
        ]  # fmt: skip
    return found


def under(line: Mapping[str, Cell]) -> str:
    """What stands under a product: its code, its quantity in packs, and which lots."""
    said = (str(line.get("sku") or ""), in_packs(line, "quantity"), parts_words(line.get("lots")))
    return " · ".join(filter(None, said))


def _left(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    left = exact(line.get("here")) - exact(line.get("quantity"))
    return {"after": left, "under": under(line)}


def _worth(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    worth = exact(line.get("quantity")) * exact(line.get("cost"))
    return {"worth": worth, "under": under(line)}


def _lost(line: Mapping[str, Cell]) -> Mapping[str, Cell]:
    return {**_left(line), **_worth(line)}
