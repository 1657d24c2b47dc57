"""Further units out of a list: a case of so many, with its own price and barcodes.

A row adds a unit to its product or changes the one of that name; units that the list does not name
stay. The last three columns say what a unit is for: buying, showing the stock, selling.
"""

from collections import defaultdict
from decimal import Decimal

from erp_desktop.core import errors
from erp_desktop.exchange.imports.barcodes import Barcodes
from erp_desktop.exchange.imports.intake import ImportKind, Intake, SourceRow, nearest
from erp_desktop.exchange.mapping import FieldKind, FieldSpec
from erp_desktop.exchange.problems import Wrong
from erp_desktop.models.books import Books
from erp_desktop.services.catalogue.search import index_products
from erp_desktop.services.catalogue.units import KeepUnits, SaveUnit, keep_units
from erp_desktop.services.shop.restoring import remembering

FIELDS = (
    FieldSpec("sku", "SKU", "货号", FieldKind.CODE, required=True),
    FieldSpec("unit", "Unit", "单位", required=True, aliases=("Pack", "包装单位", "辅助单位")),
    FieldSpec("holds", "Holds", "换算数量", FieldKind.QUANTITY, required=True, aliases=(
        "Factor", "Contains", "Units per pack", "Pack size", "换算率", "装箱数", "含量")),
    FieldSpec("price", "Price", "单位售价", FieldKind.PRICE, aliases=("售价",)),
    FieldSpec("barcode", "Barcodes", "条码", FieldKind.BARCODE, aliases=("Barcode",)),
    FieldSpec("bought", "Bought in it", "采购用", FieldKind.FLAG, aliases=(
        "Purchase unit", "采购单位")),
    FieldSpec("shown", "Stock shown in it", "库存用", FieldKind.FLAG, aliases=(
        "Stock unit", "库存单位")),
    FieldSpec("sold", "Sold in it", "销售用", FieldKind.FLAG, aliases=("Sale unit", "销售单位")),
)  # fmt: skip


def take_in(books: Books, intake: Intake) -> None:
    """Check every row, then save them by product."""
    checker = _Checker(books, intake)
    found: dict[int, list[tuple[SourceRow, SaveUnit]]] = defaultdict(list)
    for row in intake.rows:
        checker.take(row, found)
    intake.stop_if_faulty()
    with remembering(books, intake.changes, "product", list(found)):
        for product_id, mine in found.items():
            try:
                keep_units(books, _command(product_id, mine))
            except errors.RuleBroken as refusal:
                intake.refused(mine[0][0], "unit", refusal)
    index_products(books, list(found))
    intake.report.came.add("units", rows=len(intake.rows))
    intake.went_on(len(intake.rows), len(intake.rows))


def _command(product_id: int, mine: list[tuple[SourceRow, SaveUnit]]) -> KeepUnits:
    use = {
        name: next((unit.unit for row, unit in mine if row.values.get(name) is True), "")
        for name in ("bought", "shown", "sold")
    }
    return KeepUnits(
        product_id, [unit for _, unit in mine], use["bought"], use["shown"], use["sold"]
    )


class _Checker:
    """Turns rows into units, and tells what is wrong with them."""

    def __init__(self, books: Books, intake: Intake) -> None:
        self.intake = intake
        self.products = {
            row[0]: (int(row[1]), str(row[2]))
            for row in books.rows("SELECT sku, id, unit FROM product")
        }
        self.codes = Barcodes(books, intake)
        self.rows_of: dict[tuple[str, str], int] = {}

    def take(self, row: SourceRow, found: dict[int, list[tuple[SourceRow, SaveUnit]]]) -> None:
        before = len(self.intake.report.problems)
        sku, unit = row.text("sku") or "", row.text("unit") or ""
        known = self.products.get(sku)
        if sku and known is None:
            self.intake.problem(row, "sku", Wrong.UNKNOWN, nearest(sku, self.products))
        if unit and known is not None and known[1] == unit:
            self.intake.problem(row, "unit", Wrong.OWN_UNIT)
        if sku and unit and (sku, unit) in self.rows_of:
            self.intake.problem(row, "unit", Wrong.DUPLICATE, str(self.rows_of[sku, unit]))
        self.rows_of.setdefault((sku, unit), row.number)
        holds = row.decimal("holds")
        if holds is not None and holds <= 0:
            self.intake.problem(row, "holds", Wrong.NOT_POSITIVE, f"{abs(holds) or Decimal(12):f}")
        price = row.decimal("price")
        if price is not None and price < 0:
            self.intake.problem(row, "price", Wrong.NEGATIVE, f"{-price:f}")
        codes = self.codes.read(row, sku, unit)
        if known is not None and len(self.intake.report.problems) == before:
            found[known[0]].append((row, SaveUnit(unit, holds or Decimal(1), price, codes or ())))


UNITS = ImportKind("units", "Units", FIELDS, take_in, title_zh="单位")
