"""The units a product is bought and sold in, as its own row in a list says them.

`case` with `12` beside it adds the unit or changes how many it holds; without a number it must be
a unit that the product has.
"""

from decimal import Decimal
from typing import Final

from erp_desktop.core.money import quantity
from erp_desktop.exchange.imports.intake import Intake, SourceRow
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.units import KeepUnits, SaveUnit, keep_units, saved_units

_USES: Final = ("purchase", "sale")


class OwnUnits:
    """Gathers what rows say of units, and tells what is wrong with it."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self._intake = intake
        self._known: dict[tuple[str, str], Decimal] = {}
        self._own: dict[str, str] = dict(books.rows("SELECT sku, unit FROM product"))
        if any(f"{use}_unit" in intake.mapping.columns for use in _USES):
            self._known = {
                (row[0], row[1]): quantity(row[2])
                for row in books.rows(
                    "SELECT p.sku, u.unit, u.factor FROM product_unit u "
                    "JOIN product p ON p.id = u.product_id"
                )
            }
        self._found: dict[str, tuple[dict[str, Decimal], dict[str, str]]] = {}

    def take(self, row: SourceRow) -> None:
        """Note the units of a row."""
        sku = row.text("sku") or ""
        own = row.text("unit") or self._own.get(sku, "")
        holds: dict[str, Decimal] = {}
        uses: dict[str, str] = {}
        for use in _USES:
            unit = row.text(f"{use}_unit")
            if unit is None:
                continue
            uses[use] = unit
            if unit != own:
                self._hold(row, use, (sku, unit), holds)
        if uses:
            self._found[sku] = holds, uses

    def _hold(
        self, row: SourceRow, use: str, named: tuple[str, str], holds: dict[str, Decimal]
    ) -> None:
        name = f"{use}_holds"
        many = row.decimal(name)
        if many is None:
            there = named in self._known or named[1] in holds
            if not there and not row.told(name, self._intake.mapping):
                self._intake.problem(row, name, Wrong.MISSING)
        elif many <= 0:
            self._intake.problem(row, name, Wrong.NOT_POSITIVE, f"{abs(many) or Decimal(12):f}")
        elif holds.get(named[1], many) != many:
            self._intake.problem(row, name, Wrong.DUPLICATE, f"{holds[named[1]]:f}")
        else:
            holds[named[1]] = many

    def save(self, books: Books) -> None:
        """Keep them, where anything was said."""
        for sku, (holds, uses) in self._found.items():
            product_id = int(books.value("SELECT id FROM product WHERE sku = ?", (sku,)))
            units = [
                SaveUnit(unit, many, self._price(books, product_id, unit))
                for unit, many in holds.items()
            ]
            keep_units(books, KeepUnits(
                product_id, units, bought_in=uses.get("purchase", ""),
                sold_in=uses.get("sale", ""),
            ))  # fmt: skip

    def _price(self, books: Books, product_id: int, unit: str) -> Decimal | None:
        """A unit that has a price of its own keeps it."""
        known = saved_units(books, product_id).get(unit)
        return None if known is None else known.price
