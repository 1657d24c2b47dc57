"""Rows of opening stock as lines of its papers, and what is wrong with them."""

import re
from decimal import Decimal
from typing import Any, Final, NamedTuple

from erp_desktop.core.money import quantity
from erp_desktop.exchange.imports.intake import Intake, SourceRow, nearest
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.stock.opening import OpeningLine
from erp_desktop.services.stock.places import warehouses

_BETWEEN: Final = re.compile(r"[,;，；、|\n\r\t]+")
_LOT_FACTS: Final = ("blocked", "near_price", "expires", "supplier_lot", "arrived")


class OpenedRow(NamedTuple):
    """A row as the line it becomes; `arrived` is the moment from which its lot counts as older."""

    row: SourceRow
    place_id: int
    line: OpeningLine
    arrived: int | None

    @property
    def tells_of_its_lot(self) -> bool:
        named = self.line.lot or self.line.serials
        return bool(named) and any(self.row.values.get(name) is not None for name in _LOT_FACTS)


class _Known(NamedTuple):
    """What a row must know of its product."""

    id: int
    kind: str
    is_template: bool
    track: str
    unit: str


class Checker:
    """Turns rows into lines of opening papers, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self.intake = intake
        self.products = {
            row[0]: _Known(*row[1:])
            for row in books.rows("SELECT sku, id, kind, is_template, track, unit FROM product")
        }
        self.units: dict[tuple[int, str], Decimal] = {
            (row[0], row[1]): quantity(row[2])
            for row in books.rows("SELECT product_id, unit, factor FROM product_unit")
        }
        places = warehouses(books)
        self.places = {place.name: place.id for place in places}
        self.places |= {place.code: place.id for place in places}
        self.default = places[0].id
        self.bins: dict[tuple[int, str], int] = {
            (row[0], row[1]): row[2] for row in books.rows("SELECT location_id, code, id FROM bin")
        }
        self.costed = bool({"cost", "amount"} & set(intake.mapping.columns))  # else told once
        self.rows_of: dict[tuple[Any, ...], int] = {}
        self.serials: dict[tuple[int, str], int] = {}

    def take(self, row: SourceRow) -> OpenedRow | None:
        """The line of a row; None for a faulty row, and for one of nothing."""
        before = len(self.intake.report.problems)
        product = self._product(row)
        place_id = self._place(row)
        bin_id = self._bin(row, place_id)
        held, cost, value = self._worth(row, product)
        self._once(row, place_id)
        lot, serials = self._lot(row, product, held)
        arrived = self.intake.check_date(row, "arrived")
        if len(self.intake.report.problems) > before or product is None or not place_id:
            return None
        worth = cost * held if value is None else value
        if held == 0:
            self.intake.report.stayed.add("without_effect", worth)
            return None
        line = OpeningLine(
            product.id, held, cost, value, lot, row.day("expires"), serials, bin_id,
            row.decimal("pieces"),
        )  # fmt: skip
        self.intake.report.came.add("opening_stock", worth)
        return OpenedRow(row, place_id, line, arrived or None)

    def _product(self, row: SourceRow) -> _Known | None:
        sku = row.text("sku")
        if sku is None:
            return None
        found = self.products.get(sku)
        if found is None:
            self.intake.problem(row, "sku", Wrong.UNKNOWN, nearest(sku, self.products))
        elif found.kind == "service":
            self.intake.problem(row, "sku", Wrong.NOT_STOCKED)
        elif found.kind == "kit" or found.is_template:
            self.intake.problem(row, "sku", Wrong.NO_STOCK_OF_ITS_OWN)
        return found

    def _place(self, row: SourceRow) -> int:
        said = row.text("warehouse")
        if said is None:
            return self.default
        if said not in self.places:
            self.intake.problem(row, "warehouse", Wrong.UNKNOWN, ", ".join(self.places))
        return self.places.get(said, 0)

    def _bin(self, row: SourceRow, place_id: int) -> int | None:
        said = row.text("bin")
        if said is None or not place_id:
            return None
        found = self.bins.get((place_id, said))
        if found is None:
            here = [code for place, code in self.bins if place == place_id]
            self.intake.problem(row, "bin", Wrong.UNKNOWN, nearest(said, here))
        return found

    def _worth(
        self, row: SourceRow, product: _Known | None
    ) -> tuple[Decimal, Decimal, Decimal | None]:
        """Quantity in the product's own unit, cost of one, and the value in all where it is said
        (or where a cost of a case may not be a whole number of the smallest coin a piece)."""
        found: dict[str, Decimal | None] = {}
        for name in ("quantity", "cost", "amount", "pieces"):
            value = found[name] = row.decimal(name)
            if value is not None and value < 0:
                self.intake.problem(row, name, Wrong.NEGATIVE, f"{-value:f}")
        told = not self.costed or any(
            row.told(name, self.intake.mapping) for name in ("cost", "amount")
        )
        if found["cost"] is None and found["amount"] is None and not told:
            self.intake.problem(row, "cost", Wrong.MISSING)
        held, cost = found["quantity"] or Decimal(0), found["cost"] or Decimal(0)
        factor = self._factor(row, product)
        if factor == 1:
            return held, cost, found["amount"]
        amount = round(held * cost, 4) if found["amount"] is None else found["amount"]
        return held * factor, Decimal(0), amount

    def _factor(self, row: SourceRow, product: _Known | None) -> Decimal:
        """How many of the product's own unit one of the row's unit holds."""
        unit = row.text("unit")
        if unit is None or product is None or unit == product.unit:
            return Decimal(1)
        factor = self.units.get((product.id, unit))
        if factor is None:
            own = [one for owner, one in self.units if owner == product.id]
            self.intake.problem(row, "unit", Wrong.NOT_AMONG, ", ".join((product.unit, *own)))
        return factor or Decimal(1)

    def _once(self, row: SourceRow, place_id: int) -> None:
        names = ("bin", "lot", "serials", "arrived")
        key = (row.text("sku") or "", place_id, *(row.values.get(name) for name in names))
        if key[0] and key in self.rows_of:
            self.intake.problem(row, "sku", Wrong.DUPLICATE, str(self.rows_of[key]))
        self.rows_of.setdefault(key, row.number)

    def _lot(
        self, row: SourceRow, product: _Known | None, held: Decimal
    ) -> tuple[str | None, tuple[str, ...]]:
        """The lot of a row, or its serial numbers."""
        lot, said = row.text("lot"), row.text("serials") or ""
        serials = tuple(filter(None, map(str.strip, _BETWEEN.split(said))))
        if product is None or held == 0:
            return lot, serials
        if product.track == "serial" and lot and not serials:
            serials, lot = (lot,), None
        if product.track in {"lot", "serial"} and not (lot or serials):
            self.intake.problem(row, "lot", Wrong.LOT_MISSING)
        if serials and held != len(set(serials)):
            self.intake.problem(row, "quantity", Wrong.ONE_EACH, str(len(set(serials))))
        for serial in set(serials):
            first = self.serials.setdefault((product.id, serial), row.number)
            if first != row.number:
                self.intake.problem(row, "serials", Wrong.DUPLICATE, str(first))
        return lot, serials
