"""Writing an assembly (组装) or taking apart (拆卸): what is made, from which parts, at what cost.

The parts come from what the product is made of, as often as it is made; each can still be changed.
What went in, plus the work, is what comes out, to the cent. Lots, serial numbers and bins are said
for every part and for what is made: what comes in makes its lots, with their last day.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from erp_desktop.core import errors
from erp_desktop.core.errors import RuleBroken
from erp_desktop.core.money import ZERO
from erp_desktop.core.table import Cell, Column, Kind
from erp_desktop.reports.count_rows import Held, held
from erp_desktop.reports.lot_choices import uses_lots
from erp_desktop.reports.product_details import parts_of_product
from erp_desktop.services.paper import Posted
from erp_desktop.services.partners.partners import find_partners
from erp_desktop.services.stock.assembling import Assemble, StockLine, assemble
from erp_desktop.views import costs, figures, wording
from erp_desktop.views.office import Office
from erp_desktop.views.stock.lot_cells import LotPart, packed, parts_for, parts_words, unpacked
from erp_desktop.views.stock.lot_entry import LotEntry, Wanted
from erp_desktop.views.stock.paper_page import StockPaperPage, exact
from erp_desktop.views.stock.papers import HIDDEN, NAME, QUANTITY, under
from erp_desktop.views.widgets import faces
from erp_desktop.views.widgets.banner import Answer
from erp_desktop.views.widgets.buttons import Button
from erp_desktop.views.widgets.choice_fields import Combo
from erp_desktop.views.widgets.fields import LineField
from erp_desktop.views.widgets.finder import Finder, Found
from erp_desktop.views.widgets.line_model import LineColumn
from erp_desktop.views.widgets.number_field import NumberField

translate = wording.translate
mark = wording.QT_TRANSLATE_NOOP
APART: Final = "apart"


class AssemblyPage(StockPaperPage):
    """`bring({"product": id})` begins with a product; "quantity" and "apart" may be given too."""

    code = "assembly"

    def __init__(self, office: Office, name: str = "") -> None:
        columns = (
            NAME,
            LineColumn(Column("here", mark("Table", "On hand"), Kind.QUANTITY, 110)),
            LineColumn(QUANTITY, editable=True),
            LineColumn(Column("after", mark("Table", "Left"), Kind.QUANTITY, 110)),
            LineColumn(Column("cost", mark("Table", "Unit cost"), Kind.PRICE, 110, cost=True)),
            LineColumn(Column("worth", mark("Table", "Value"), Kind.MONEY, 120, cost=True)),
            *HIDDEN,
        )
        special = {
            "name": faces.TwoLineFace("under"),
            "here": faces.UnitFace("unit", 30),
            "after": faces.UnitFace("unit", 30),
        }
        super().__init__(
            office, translate("Assembly", "New assembly"), columns, special, name=name,
            derive=self._derived,
        )  # fmt: skip

    def _add_fields(self) -> None:
        self.way = Combo([
            ("", translate("Assembly", "Put together")),
            (APART, translate("Assembly", "Take apart")),
        ])  # fmt: skip
        self.product = Finder(self.find_goods, translate("Assembly", "Product to make"))
        self.made = NumberField(Decimal(1))
        self.work = NumberField(places=figures.form().places, unit=figures.form().symbol.strip())
        self.made_lots = LineField()  # what was said, as a cell keeps it; never seen itself
        self.lots_button = Button("", icon="layers", high=30)
        self.lots_button.setToolTip(translate("Lots", "Lots, serial numbers and bins"))
        self.lots_button.clicked.connect(self.ask_made_lots)
        self.worker = Finder(self._find_worker, translate("Assembly", "Paid later"))
        fields: tuple[tuple[str, QWidget, int], ...] = (
            (translate("Assembly", "What"), self.way, 3),
            (translate("Assembly", "Product"), self.product, 5),
            (translate("Assembly", "How many"), self.made, 2),
            (translate("Assembly", "Lot"), self.lots_button, 3),
            (translate("Stock", "Warehouse"), self.place, 3),
            (translate("Assembly", "Labour"), self.work, 2),
            (translate("Assembly", "Owed to"), self.worker, 4),
            (translate("Stock", "Note"), self.note, 4),
        )
        for words, field, share in fields:
            made = self.add_field(words, field, share)
            if field is self.lots_button:
                self.lots_field = made
        self.lots_field.setVisible(self.office.ask(uses_lots))
        self.product.chosen.connect(self._fresh_product)
        self.made.changed.connect(self._fill_parts)
        self.way.currentIndexChanged.connect(self._turn)
        self.work.changed.connect(self._show_totals)

    def _verb(self) -> str:
        return translate("Assembly", "Assemble")

    def _fields_kept(self) -> list[Combo | LineField]:
        return [self.place, self.note, self.way, self.made, self.work, self.product, self.worker,
                self.made_lots]  # fmt: skip

    # -- what is made ----------------------------------------------------------------------------

    def bring(self, wanted: Mapping[str, Any]) -> None:
        """Begin with a product, and what it is made of."""
        found = self.office.ask(held, int(wanted["product"]), self.place_id())
        if found is not None:
            self.product.set_value(Found(found.id, found.name, found.sku))
        self.way.choose(APART if wanted.get("apart") else "")
        self.made.set_value(Decimal(wanted.get("quantity", 1)))
        self._fill_parts()
        self.writing.touched()
        self.setFocusProxy(self.made)  # how many is all that is left to say
        self.made.selectAll()

    def apart(self) -> bool:
        return bool(self.way.value() == APART)

    @property
    def incoming(self) -> bool:  # type: ignore[override]
        """Taken apart, the parts come in and make their lots."""
        return self.apart()

    def ask_made_lots(self) -> None:
        """Which lots, with their last days, serial numbers and bins the product is of."""
        key = self.product.key()
        if key is None:
            self.product.setFocus()
            return

        def take(parts: list[LotPart]) -> None:
            self.made_lots.setText(packed(parts))
            self.writing.touched()
            self.notice.clear()
            self._show_totals()

        wanted = Wanted(key, self._times(), self.place_id(), not self.apart())
        LotEntry(self.office, wanted, unpacked(self.made_lots.text()), take, self).open()

    def _fresh_product(self, _found: object = None) -> None:
        """Another product has other lots."""
        self.made_lots.setText("")
        self._fill_parts()

    def _turn(self) -> None:
        self.made_lots.setText("")
        verb = translate("Assembly", "Take apart") if self.apart() else self._verb()
        self.button.setText(verb)
        with self.grid.lines.together():
            for row in range(len(self.grid.lines.lines())):
                self.grid.lines.write(row, {"lots": None})
        self._show_totals()

    def _fill_parts(self, _found: object = None) -> None:
        """The parts of so many, as the product's own page says."""
        key = self.product.key()
        if key is None:
            return
        times = self._times()
        lines = []
        for part in self.office.ask(parts_of_product, key):
            row = self.office.ask(held, part.product_id, self.place_id())
            if row is not None:
                lines.append(self.cells_of(row) | {"quantity": part.quantity * times})
        if lines or not self.grid.lines.lines():
            self.grid.show_lines(lines)
        self._show_totals()

    def _times(self) -> Decimal:
        try:
            return self.made.value() or ZERO
        except RuleBroken:
            return ZERO

    def _find_worker(self, words: str) -> list[Found]:
        found = self.office.ask(find_partners, words, "is_supplier")
        return [Found(one.id, one.name, one.code) for one in found]

    # -- lines and sums --------------------------------------------------------------------------

    def cells_of(self, found: Held) -> dict[str, Cell]:
        return {
            "product": found.id, "name": found.name, "sku": found.sku, "unit": found.unit,
            "here": found.here, "cost": found.cost,
        }  # fmt: skip

    def _derived(self, line: Mapping[str, Cell]) -> Mapping[str, Cell]:
        much, apart = exact(line.get("quantity")), hasattr(self, "way") and self.apart()
        here = exact(line.get("here"))
        return {
            "after": here + much if apart else here - much,
            "worth": (much * exact(line.get("cost"))).quantize(Decimal("0.01")),
            "under": under(line),
        }

    def _show_totals(self) -> None:
        if not hasattr(self, "button"):
            return
        lines = self.grid.lines.lines()
        self.button.setEnabled(bool(lines) and self.product.key() is not None)
        said = parts_words(self.made_lots.text())
        self.lots_button.setText(said or translate("Assembly", "Say which"))
        if not costs.seen():
            return
        parts = sum((exact(line.get("worth")) for line in lines), ZERO)
        work, times = self._work(), self._times()
        rows = [
            (translate("Assembly", "Parts"), figures.money(parts)),
            (translate("Assembly", "Labour"), figures.money(work)),
        ]
        if self.apart():
            worth = self._worth_of_product() * times
            rows = [(translate("Assembly", "Taken apart, worth about"), figures.money(worth)),
                    (translate("Assembly", "Labour"), figures.money(work))]  # fmt: skip
            rows.append((translate("Assembly", "Parts will cost"),
                         figures.money_with_sign(worth + work)))  # fmt: skip
        else:
            each = (parts + work) / times if times else ZERO
            rows.append((translate("Assembly", "Each"), figures.price(
                each.quantize(Decimal("0.0001")))))  # fmt: skip
            rows.append((translate("Assembly", "Total cost"),
                         figures.money_with_sign(parts + work)))  # fmt: skip
        self.totals.show_totals(rows)

    def _worth_of_product(self) -> Decimal:
        key = self.product.key()
        found = self.office.ask(held, key, self.place_id()) if key is not None else None
        return found.cost if found is not None else ZERO

    def _work(self) -> Decimal:
        try:
            return self.work.value() or ZERO
        except RuleBroken:
            return ZERO

    # -- posting ---------------------------------------------------------------------------------

    def _step(self) -> tuple[Callable[..., Posted], Any]:
        """Raises LotNeeded where the lots do not add up."""
        whole = self._whole()
        parts = [
            _stock_line(int(str(line["product"])), part, self._weight(line))
            for line in self.grid.lines.lines()
            for part in parts_for(line.get("lots"), exact(line["quantity"]), str(line["sku"]))
        ]
        made, used = (parts, whole) if self.apart() else (whole, parts)
        command = Assemble(
            made, used, self._work(), self.worker.key(), self.place_id(),
            note=self.note.text().strip(),
        )  # fmt: skip
        return assemble, command

    def _whole(self) -> list[StockLine]:
        """The product itself, each of its lots on its own."""
        found = self.product.value()
        parts = parts_for(self.made_lots.text(), self._times(), found.detail if found else "")
        return [_stock_line(self.product.key() or 0, part) for part in parts]

    def refuse(self, broken: RuleBroken) -> None:
        """What is missing of the product itself is asked for at the top."""
        found = self.product.value()
        if (
            isinstance(broken, errors.LotNeeded)
            and found is not None
            and broken.facts.get("sku") == found.detail
        ):
            say = Answer(translate("Lots", "Say which"), self.ask_made_lots)
            self.notice.refuse(wording.explain(broken), [say])
            return
        super().refuse(broken)

    def _weight(self, line: Mapping[str, Cell]) -> Decimal:
        """By what a part that comes out shares the value: its last cost; all alike without one."""
        cost = exact(line.get("cost"))
        return cost if self.apart() and cost > 0 else Decimal(1)


def _stock_line(product_id: int, part: LotPart, weight: Decimal = Decimal(1)) -> StockLine:
    return StockLine(
        product_id, part.quantity, weight, part.lot or None, part.expires_on, part.bin_id,
        part.serials,
    )  # fmt: skip
